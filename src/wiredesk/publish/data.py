"""What a site is made of: the desk's records at one moment, and the look-ups that several pages share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from wiredesk.kit.copysets import meant_by, sets_by_article
from wiredesk.kit.outranked import outranked
from wiredesk.publish.addresses import outlet_key
from wiredesk.publish.days import sort_key
from wiredesk.publish.gathered import gathered, newest, tuples
from wiredesk.publish.killed import killed_entries
from wiredesk.publish.names import name_key
from wiredesk.types import (
    WITHDRAWING,
    Annotations,
    Article,
    CitedSentence,
    CopySet,
    Difference,
    Edition,
    Entry,
    Event,
    Notice,
    Person,
    PersonRecord,
    Source,
    Story,
    Thread,
)

Keyed = tuple[str, Event]
"""An event with its id."""


@dataclass(frozen=True, kw_only=True)
class Redirect:
    """The thing asked for lives at another address of this site (`/story/ID-slug`)."""

    path: str


@dataclass(frozen=True, kw_only=True)
class News:
    """What a story has that readers could not know on the day `since`: source sentences, word for word, never none.

    `edition`: that day's edition told the story; else it is the day before, and the story had begun by then.
    """

    since: date
    edition: bool
    sentences: tuple[CitedSentence, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class SiteData:
    """Everything that the public pages may show, keyed by id (editions by day); nothing else is looked up.

    `site_url` is the public address, None for a folder that is opened from disk. `excerpt_words` caps every
    passage of an outlet's text. `events` are the ledger's. `redirects` maps the id of a merged or renamed
    story, thread or event to the one that took its place, and of a thread that ended to the story left of it.
    `notices` are corrections, kills and the like by id.
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
    decided: Mapping[str, Sequence[datetime]] = field(default_factory=dict)
    """When editors decided something of an event or took that back, by the event's id."""
    today: date | None = None
    """The desk's day, before which an event is past; None: the day of the newest edition."""
    sender: str | None = None
    unsubscribe: str | None = None
    donate: str | None = None
    search: Callable[[str], Sequence[str]] | None = None
    """Ids of the articles that hold some words, best first; None where nobody serves (a folder)."""
    notes: Callable[[Sequence[str]], Mapping[str, Annotations]] | None = None
    """Fetches the annotations of some articles, for who said what; None: no quotations are told apart."""
    differences: Callable[[Article, Article], Sequence[Difference]] | None = None
    """Where a copy departs from its origin (origin, copy); None: copies are shown without."""
    news: Callable[[Story], News | None] | None = None
    """What is new in a story, None of one without news; None: nothing is said of that."""

    # ------------------------------------------------------------------------------------------------ days

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that have an edition, newest first."""
        return tuple(sorted(self.editions, reverse=True))

    @cached_property
    def day(self) -> date | None:
        """The desk's day: `today`, else that of the newest edition."""
        return self.today or (self.days[0] if self.days else None)

    @cached_property
    def told(self) -> Mapping[str, tuple[tuple[Edition, Entry], ...]]:
        """Where each story stood: the editions with its entry, newest first; by current id."""
        found: dict[str, list[tuple[Edition, Entry]]] = {}
        for day in self.days:
            for entry in self.editions[day].entries:
                found.setdefault(self.current(entry.story), []).append((self.editions[day], entry))
        return {story: tuple(entries) for story, entries in found.items()}

    @cached_property
    def told_by_article(self) -> Mapping[str, tuple[Edition, Entry]]:
        """The newest edition, with the entry, that listed each article."""
        found: dict[str, tuple[Edition, Entry]] = {}
        for day in self.days:
            for entry in self.editions[day].entries:
                for line in entry.sources:
                    found.setdefault(line.article, (self.editions[day], entry))
        return found

    # -------------------------------------------------------------------------------------------- articles

    @cached_property
    def copies_by_article(self) -> Mapping[str, CopySet]:
        """The copy set that an article belongs to."""
        return sets_by_article(copies for _, copies in sorted(self.copies.items()))

    @cached_property
    def withdrawn(self) -> Mapping[str, Notice]:
        """The articles taken back, each with the notice that says so: targets of kills, and all copies of them."""
        found: dict[str, Notice] = {}
        for notice in self.notices_by_day:
            if notice.kind in WITHDRAWING:
                for key in sorted(meant_by(notice, self.copies_by_article)):
                    found.setdefault(key, notice)
        return found

    @cached_property
    def outranked(self) -> frozenset[str]:
        """The articles that are but words about a page that is itself at the desk: a newsletter's item, say."""
        return outranked(self.articles.values())

    @cached_property
    def articles_by_outlet(self) -> Mapping[str, tuple[Article, ...]]:
        """Articles by the key of their outlet (`outlet_key`), newest first, the undated last."""
        listed = (one for one in self.articles.values() if one.outlet and one.id not in self.outranked)
        named = [(outlet_key(one.outlet or ""), one) for one in listed]
        return {key: newest(articles) for key, articles in gathered(named).items()}

    def has_outlet(self, name: str) -> bool:
        """Whether an outlet has a page."""
        return outlet_key(name) in self.articles_by_outlet

    @cached_property
    def outlet_settings(self) -> Mapping[str, Source]:
        """What the settings say of outlets, by the key of the outlet."""
        return {outlet_key(name): self.outlets[name] for name in sorted(self.outlets, reverse=True)}

    @cached_property
    def story_by_article(self) -> Mapping[str, Story]:
        """The story that an article belongs to."""
        return {key: story for _, story in sorted(self.stories.items()) for key in story.articles}

    # ------------------------------------------------------------------------------------- stories, threads

    @cached_property
    def stories_newest(self) -> tuple[Story, ...]:
        """All stories by the day of their last report, newest first, the undated last."""
        return tuple(
            sorted(
                self.stories.values(),
                key=lambda one: (-(one.last or date.min).toordinal(), -one.independent_sources, one.id),
            )
        )

    @cached_property
    def threads_newest(self) -> tuple[tuple[Thread, date | None], ...]:
        """Threads of several stories with the day of their last report, newest first, the undated last."""
        several = [one for one in self.threads.values() if len(one.stories) > 1]
        last = {one.id: max(filter(None, map(self._last_of, one.stories)), default=None) for one in several}
        several.sort(key=lambda one: (-(last[one.id] or date.min).toordinal(), one.id))
        return tuple((one, last[one.id]) for one in several)

    def _last_of(self, story: str) -> date | None:
        found = self.story(story)
        return found.last if found else None

    @cached_property
    def stories_by_section(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories of each section, newest first."""
        return tuples(gathered((one.section, one) for one in self.stories_newest if one.section))

    @cached_property
    def stories_by_country(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories of each country, newest first."""
        return tuples(gathered((code, one) for one in self.stories_newest for code in dict.fromkeys(one.countries)))

    @cached_property
    def stories_by_person(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories of each person of the desk, newest first."""
        return tuples(gathered((key, one) for one in self.stories_newest for key in self._known(one.people)))

    def story(self, key: str | None) -> Story | None:
        """The story of an id, old or new."""
        return self.stories.get(self.current(key)) if key else None

    def thread(self, key: str | None) -> Thread | None:
        """The thread of an id, old or new."""
        return self.threads.get(self.current(key)) if key else None

    def story_left_of(self, key: str) -> Story | None:
        """The story that is left of a thread, of an id that no thread has any more."""
        is_thread = key in self.redirects and key[:1] == "t"  # ids begin with the letter of their kind
        return self.stories.get(self.current(key)) if is_thread else None

    # ---------------------------------------------------------------------------------------------- events

    @cached_property
    def events_by_day(self) -> tuple[Keyed, ...]:
        """All events with their ids, newest first; those without a day at the end."""
        dated = [(key, event) for key, event in self.events.items() if event.when]
        undated = [(key, event) for key, event in self.events.items() if not event.when]
        dated.sort(key=lambda pair: (sort_key(pair[1].when), pair[0]), reverse=True)
        return (*dated, *sorted(undated, key=lambda pair: pair[0]))

    @cached_property
    def _events_of_story(self) -> dict[str, tuple[Keyed, ...]]:
        placed = ((self.current(one.story), (key, one)) for key, one in self.events.items() if one.story)
        return {
            story: tuple(sorted(events, key=lambda pair: (not pair[1].when, sort_key(pair[1].when), pair[0])))
            for story, events in gathered(placed).items()
        }

    def events_of(self, story: str) -> tuple[Keyed, ...]:
        """A story's events with their ids, earliest first, those without a day last."""
        return self._events_of_story.get(story, ())

    @cached_property
    def events_by_country(self) -> Mapping[str, tuple[Keyed, ...]]:
        """Events that take a country in, as the place or as somebody's own, in the order of `events_by_day`."""
        return tuples(
            gathered((code, pair) for pair in self.events_by_day for code in dict.fromkeys(countries_of(pair[1])))
        )

    @cached_property
    def events_by_person(self) -> Mapping[str, tuple[Keyed, ...]]:
        """Events that each person of the desk took part in, in the order of `events_by_day`."""
        return tuples(
            gathered(
                (key, pair)
                for pair in self.events_by_day
                for key in self._known((*pair[1].principals, *pair[1].counterparts))
            )
        )

    # ---------------------------------------------------------------------------------------------- people

    @cached_property
    def _people_by_name(self) -> dict[str, list[PersonRecord]]:
        return gathered((name, one) for _, one in sorted(self.people.items()) for name in (one.name, *one.names))

    def person(self, person: Person) -> PersonRecord | None:
        """Who of the desk's people somebody in a text is: by name and country, None where two would fit."""
        named = {one.id: one for one in self._people_by_name.get(person.name or "", ())}
        same = [one for one in named.values() if one.country == person.country]
        fitting = same or [one for one in named.values() if person.country is None or one.country is None]
        return fitting[0] if len(fitting) == 1 else None

    def _known(self, people: Iterable[Person]) -> list[str]:
        found = (self.person(one) for one in people)
        return list(dict.fromkeys(one.id for one in found if one is not None))

    @cached_property
    def people_by_name(self) -> tuple[PersonRecord, ...]:
        """The desk's people by name, without regard to case and accents."""
        return tuple(sorted(self.people.values(), key=lambda one: (name_key(one.name), one.id)))

    @cached_property
    def people_by_country(self) -> Mapping[str, tuple[PersonRecord, ...]]:
        """The desk's people of each country, by name."""
        ordered = sorted(self.people.values(), key=lambda one: (one.name, one.id))
        return tuples(gathered((one.country, one) for one in ordered if one.country))

    @cached_property
    def country_codes(self) -> frozenset[str]:
        """The countries that have a page: those of stories, events and people."""
        return frozenset({*self.stories_by_country, *self.events_by_country, *self.people_by_country})

    # --------------------------------------------------------------------------------------------- notices

    @cached_property
    def notices_by_day(self) -> tuple[Notice, ...]:
        """All notices, newest first."""
        return tuple(sorted(self.notices.values(), key=lambda one: (-one.day.toordinal(), one.id)))

    @cached_property
    def killed(self) -> Mapping[str, Entry]:
        """What is left of stories that were taken back whole before an edition told them, by the id that they had."""
        known = {*self.story_by_article, *self.told_by_article}
        found = killed_entries(self.notices_by_day, self.copies_by_article, self.articles, known.__contains__)
        return {key: one for key, one in found.items() if self.current(key) not in {*self.stories, *self.told}}

    @cached_property
    def notices_by_article(self) -> Mapping[str, tuple[Notice, ...]]:
        """The notices about each article or a report that it carries, newest first."""
        meant = ((key, one) for one in self.notices_by_day for key in meant_by(one, self.copies_by_article))
        return tuples(gathered(meant))

    def notices_of(self, story: Story) -> tuple[Notice, ...]:
        """What was corrected or withdrawn of a story, newest first: also of a report that an edition told it by, and
        that is no longer in it because it was withdrawn."""
        told = [line.article for _, entry in self.told.get(story.id, ()) for line in entry.sources]
        found = {one.id for key in story.articles for one in self.notices_by_article.get(key, ())}
        found |= {self.withdrawn[key].id for key in told if key in self.withdrawn}
        return tuple(one for one in self.notices_by_day if one.id in found)

    def corrected_on(self, article: str) -> date | None:
        """The day of the last correction of an article's report, unless it is the corrected version or a later one."""
        days = [one.day for one in self.notices_by_article.get(article, ()) if one.kind == "correction"]
        copies = self.copies_by_article.get(article) if days else None
        mended = {one.id for one in copies.articles if one.relation in {"update", "correction"}} if copies else set()
        return max(days) if days and article not in mended else None

    def current(self, key: str) -> str:
        """Follow redirects from an id to the one that stands for it today (itself, if it never moved)."""
        seen = {key}
        while key in self.redirects and self.redirects[key] not in seen:
            key = self.redirects[key]
            seen.add(key)
        return key


def countries_of(event: Event) -> list[str]:
    """The countries that an event takes in: where it is, and whom its people stand for."""
    people = (*event.principals, *event.counterparts)
    return [*event.destination, *(one.country for one in people if one.country)]
