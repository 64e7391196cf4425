"""What a site is made of: the desk's records at one moment, and the look-ups that several pages share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from wiredesk.publish.days import sort_key
from wiredesk.types import Article, CopySet, Edition, Event, Notice, PersonRecord, Source, Story, Thread


@dataclass(frozen=True, kw_only=True)
class Redirect:
    """The thing asked for lives at another address of this site (`/story/ID-slug`)."""

    path: str


@dataclass(frozen=True, kw_only=True, eq=False)
class SiteData:
    """Everything that the public pages may show, keyed by id (editions by day); nothing else is looked up.

    `site_url` is the public address, None for a folder that is opened from disk. `excerpt_words` caps every
    passage of an outlet's text. `events` are the ledger's. `redirects` maps the id of a merged or renamed
    story, thread or event to the one that took its place. `notices` are corrections, kills and the like by id.
    """

    title: str
    site_url: str | None = None
    excerpt_words: int = 60
    timezone: str = "UTC"
    editions: Mapping[date, Edition] = field(default_factory=dict)
    stories: Mapping[str, Story] = field(default_factory=dict)
    threads: Mapping[str, Thread] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    copies: Mapping[str, CopySet] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, PersonRecord] = field(default_factory=dict)
    notices: Mapping[str, Notice] = field(default_factory=dict)
    outlets: Mapping[str, Source] = field(default_factory=dict)
    """What the settings say of an outlet, by its name: owner, country, whether its pictures may be shown."""
    today: date | None = None
    """The desk's day, before which an event is past; None: the day of the newest edition."""
    sender: str | None = None
    unsubscribe: str | None = None
    donate: str | None = None
    search: Callable[[str], Sequence[str]] | None = None
    """Ids of the articles that hold some words, best first; None where nobody serves (a folder)."""

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that have an edition, newest first."""
        return tuple(sorted(self.editions, reverse=True))

    @cached_property
    def events_by_day(self) -> tuple[tuple[str, Event], ...]:
        """All events with their ids, newest first; those without a day at the end."""
        dated = [(key, event) for key, event in self.events.items() if event.when]
        undated = [(key, event) for key, event in self.events.items() if not event.when]
        dated.sort(key=lambda pair: (sort_key(pair[1].when), pair[0]), reverse=True)
        return (*dated, *sorted(undated, key=lambda pair: pair[0]))

    @cached_property
    def _events_of_story(self) -> dict[str, tuple[tuple[str, Event], ...]]:
        found: dict[str, list[tuple[str, Event]]] = {}
        for key, event in self.events.items():
            if event.story:
                found.setdefault(self.current(event.story), []).append((key, event))
        return {
            story: tuple(sorted(events, key=lambda pair: (not pair[1].when, sort_key(pair[1].when), pair[0])))
            for story, events in found.items()
        }

    @cached_property
    def copies_by_article(self) -> Mapping[str, CopySet]:
        """The copy set that an article belongs to."""
        return {copy.id: copies for _, copies in sorted(self.copies.items()) for copy in copies.articles}

    def events_of(self, story: str) -> tuple[tuple[str, Event], ...]:
        """A story's events with their ids, earliest first, those without a day last."""
        return self._events_of_story.get(story, ())

    def current(self, key: str) -> str:
        """Follow redirects from an id to the one that stands for it today (itself, if it never moved)."""
        seen = {key}
        while key in self.redirects and self.redirects[key] not in seen:
            key = self.redirects[key]
            seen.add(key)
        return key

    def story(self, key: str | None) -> Story | None:
        """The story of an id, old or new."""
        return self.stories.get(self.current(key)) if key else None

    def thread(self, key: str | None) -> Thread | None:
        """The thread of an id, old or new."""
        return self.threads.get(self.current(key)) if key else None
