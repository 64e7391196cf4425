"""What the templates print: an event, a ranked entry, a story's line, ready in words and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from wiredesk.publish.addresses import Linker, event_path, story_path
from wiredesk.publish.data import SiteData
from wiredesk.publish.evidence import telling_quotes
from wiredesk.publish.passages import Passage, Sentence, Source, first_words, foreign, passage, sentence
from wiredesk.publish.rules import EVENTS_SHOWN, LEAD_ENTRIES
from wiredesk.publish.sources import Telling, tellings
from wiredesk.publish.words import countries, event_title
from wiredesk.types import Citation, CitedSentence, Entry, Event, Reason, SourceLine, Story

Tier = Literal["lead", "second", "brief"]


@dataclass(frozen=True, kw_only=True)
class EventView:
    """An event; `href` None where it has no page of its own."""

    event: Event
    title: str
    href: str | None
    countries: tuple[tuple[str, str], ...]
    place: str | None
    """None also where it only repeats the country's name."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, kw_only=True)
class StoryLine:
    """A story in a list; `href` None where it is no longer on the site; `language` if it is not the page's."""

    headline: str | None
    language: str | None = None
    opening: str
    href: str | None
    day: date | None
    reasons: tuple[str, ...] = ()
    reports: int = 0
    independent: int = 0


@dataclass(frozen=True, kw_only=True)
class Signal:
    """A signal of the score: `percent` of all that moved it, as a bar of that `width`; `against` if it cost."""

    name: str
    text: str
    percent: int
    width: float
    against: bool


@dataclass(frozen=True, kw_only=True)
class EntryView:
    """A rank of the front page; `span` is its width in twelfths of the page; `first` and `last` of its row."""

    entry: Entry
    tier: Tier
    span: int
    first: bool
    last: bool
    href: str | None
    opening: str
    language: str | None
    countries: tuple[tuple[str, str], ...]
    sentences: tuple[Sentence, ...]
    events: tuple[EventView, ...]
    more_events: tuple[EventView, ...]
    tellings: tuple[Telling, ...]
    earlier: tuple[StoryLine, ...]
    signals: tuple[Signal, ...]

    @property
    def told_by(self) -> tuple[tuple[str, int], ...]:
        """Whose words the reports are, and how many carry them."""
        counts: dict[str, int] = {}
        for telling in self.tellings:
            counts[telling.name] = counts.get(telling.name, 0) + len(telling.reports)
        return tuple(counts.items())


@dataclass(frozen=True)
class Maker:
    """A page in the making: the data, its links, and where on this site each report is told."""

    data: SiteData
    links: Linker
    kept: Mapping[str, SourceLine] = field(default_factory=dict)
    """Lines that an approved edition kept of reports, for those that the desk no longer has."""
    query: Mapping[str, str] = field(default_factory=dict)
    """What the reader asked for beside the path."""

    def source(self, key: str) -> Source | None:
        """What is known of a report."""
        return self.data.articles.get(key) or self.kept.get(key)

    def event(
        self, key: str | None, event: Event, local: Mapping[str, str], quotes: Sequence[Citation] | None = None
    ) -> EventView:
        """An event with the `quotes` given, or else as few as speak for all that is known of it."""
        key = self.data.current(key) if key else None
        quotes = telling_quotes(event) if quotes is None else quotes
        places = countries(event.destination)
        return EventView(
            event=event,
            title=event_title(event),
            href=self.links.to(event_path(key)) if key and key in self.data.events else None,
            countries=places,
            place=None if event.place in {name for _, name in places} else event.place,
            passages=tuple(passage(one, self.source, local, self.data.excerpt_words) for one in quotes),
        )

    def sentences(self, cited: Sequence[CitedSentence], local: Mapping[str, str]) -> tuple[Sentence, ...]:
        """Source sentences with their marks, as far as the cap allows."""
        made = (sentence(one, self.source, local, self.data.excerpt_words) for one in cited)
        return tuple(one for one in made if one is not None)

    def story_line(self, story: Story, reasons: tuple[str, ...] = ()) -> StoryLine:
        """A story in a list of stories."""
        return StoryLine(
            headline=story.headline,
            language=self.language(story.headline, story.articles),
            opening=self.opening(story),
            href=self.links.to(story_path(story)),
            day=story.first,
            reasons=reasons,
            reports=len(story.articles),
            independent=story.independent_sources,
        )

    def language(self, headline: str | None, articles: tuple[str, ...]) -> str | None:
        """The language of a headline that one of the articles printed, if it is another than the page's."""
        found = [self.data.articles[key] for key in articles if key in self.data.articles]
        named = [one for one in found if one.headline == headline] or found
        return foreign(named[0]) if named else None

    def opening(self, story: Story) -> str:
        """Words for a story without a headline."""
        found = (self.data.articles[key] for key in story.articles if key in self.data.articles)
        return first_words(next(found, None), story.summary)

    def entry(self, entry: Entry, tier: Tier, before: int, span: int) -> EntryView:
        """A rank of an edition; the entries before it take up `before` twelfths."""
        story = self.data.story(entry.story)
        href = self.links.to(story_path(story)) if story else None
        lines = {line.article: line for line in entry.sources}
        make = replace(self, kept=lines)
        # A report without an address is read on its story's page, where it has a place of its own.
        local = {key: self.links.to(story_path(story), f"source-{key}") for key in story.articles} if story else {}
        events = tuple(make.event(event.id, event, local) for event in entry.events)
        first = self.data.articles.get(entry.sources[0].article) if entry.sources else None
        return EntryView(
            entry=entry,
            tier=tier,
            span=span,
            first=before % 12 == 0,
            last=(before + span) % 12 == 0,
            href=href,
            opening=first_words(first, entry.blurb),
            language=self.language(entry.headline, tuple(lines)),
            countries=countries(story.countries) if story else (),
            sentences=make.sentences(entry.blurb, local),
            events=events[: EVENTS_SHOWN[tier]],
            more_events=events[EVENTS_SHOWN[tier] :],
            tellings=tellings(
                [(line.article, self.data.articles.get(line.article, line)) for line in entry.sources],
                self.data.copies_by_article,
            ),
            earlier=tuple(self._earlier(one.story, one.headline, one.day, one.reason) for one in entry.earlier),
            signals=signals(entry.reasons),
        )

    def _earlier(self, key: str, headline: str | None, day: date | None, reason: str) -> StoryLine:
        story = self.data.story(key)
        return StoryLine(
            headline=headline,
            language=self.language(headline, story.articles) if story else None,
            opening=self.opening(story) if story else "",
            href=self.links.to(story_path(story)) if story else None,
            day=day,
            reasons=(reason,) if reason else (),
        )


def signals(reasons: Mapping[str, Reason]) -> tuple[Signal, ...]:
    """The signals of a score, the strongest first; bars are drawn against the strongest."""
    total = sum(abs(reason.share) for reason in reasons.values())
    most = max((abs(reason.share) for reason in reasons.values()), default=0.0)
    made = [
        Signal(
            name=name.replace("_", " "),
            text=reason.text,
            percent=round(100 * abs(reason.share) / total) if total else 0,
            width=round(100 * abs(reason.share) / most, 1) if most else 0.0,
            against=reason.share < 0,
        )
        for name, reason in reasons.items()
    ]
    return tuple(sorted(made, key=lambda signal: (-signal.width, signal.name)))


def spans(entries: int) -> tuple[int, ...]:
    """The widths of an edition's entries in twelfths: a lead, two under it, then rows of three and four."""
    rest = entries - LEAD_ENTRIES
    if rest <= 0:
        return {0: (), 1: (12,), 2: (12, 12)}.get(entries, (12, 6, 6))
    rows = {1: (12,), 2: (6, 6), 5: (6, 6, 4, 4, 4)}
    fours = rest % 3  # as few rows of four as leave a multiple of three
    return (12, 6, 6, *rows.get(rest, (4,) * (rest - 4 * fours) + (3,) * (4 * fours)))
