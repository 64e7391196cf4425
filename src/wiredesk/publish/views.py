"""What the templates print: a title, a person, an event, a story's line, a notice, ready in words and links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wiredesk.publish.passages import Mark, Passage, Sentence, Words
from wiredesk.publish.words import Standing
from wiredesk.types import CitedSentence, Event


@dataclass(frozen=True, kw_only=True)
class Link:
    """A name that may lead to a page of this site: of a country (`code` alpha-2), a section, an outlet."""

    name: str
    href: str | None
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class PersonView:
    """Somebody in a role; `name` None: not named; `href` leads to their page."""

    name: str | None
    role: str | None
    country: Link | None
    href: str | None


@dataclass(frozen=True, kw_only=True)
class Title:
    """A headline. `words` None: an editor's own. `bare`: the first words of a text that has no headline."""

    text: str
    words: Words | None = None
    bare: bool = False
    cut: bool = False
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class EventView:
    """An event; `href` None where it has no page of its own. `others` are the counterparts."""

    event: Event
    title: str
    href: str | None
    countries: tuple[Link, ...]
    place: str | None
    """None also where it only repeats the country's name."""
    who: tuple[PersonView, ...]
    others: tuple[PersonView, ...]
    passages: tuple[Passage, ...]
    standing: Standing
    stands: str
    """How it stands on the desk's day, in words."""
    marks: Mapping[str, str]
    """What a list of events is filtered by (`filters.marks_of`)."""


@dataclass(frozen=True, kw_only=True)
class StoryLine:
    """A story in a list; `href` None where it is no longer on the site."""

    title: Title
    href: str | None
    day: date | None
    """Of its last report; in an edition's "earlier", of the edition that told it."""
    first: date | None = None
    reasons: tuple[str, ...] = ()
    reports: int = 0
    independent: int = 0
    section: Link | None = None


@dataclass(frozen=True, kw_only=True)
class NoticeView:
    """A notice: what was done by whom on which day, in the words that say it.

    `words` None: an editor wrote `text`. `story` is the story that it is about, `outlet` whose report, `copies` how
    many more pages carry that. `stood`: where a report stood that is in no story now, with the day of that edition.
    """

    label: str
    by: str | None
    withdraws: bool
    day: date
    text: str
    cut: bool
    words: Words | None
    mark: Mark | None
    outlet: Link | None
    copies: int
    story: StoryLine | None
    stood: tuple[Link, date] | None


@dataclass(frozen=True, kw_only=True)
class NewsView:
    """What is new in a story since a day; `href` leads to that day's edition, `edition`: which told the story."""

    since: date
    edition: bool
    href: str | None
    sentences: tuple[Sentence, ...]
    cited: tuple[CitedSentence, ...]
    """The same with their citations, as far as the desk tells them."""


@dataclass(frozen=True, kw_only=True)
class BelongingView:
    """Why a report is in its story: whose it is, where it stands on the page, the reason, and its words that others of
    the story share."""

    article: str
    outlet: str
    title: Title | None
    """Of one of several reports of its outlet."""
    reason: str
    beside: str | None
    """The outlet of the report that it is likest to."""
    likeness: float | None
    shared: tuple[Words, ...]
