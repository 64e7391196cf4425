"""The nouns, in the order in which data meets them.

    Source -> Page -> Article -> Annotations -> Event -> CopySet, Notice -> Story, Thread -> (ledger) Event, Person
         -> Newslist -> Ranking -> Edition

All are frozen and keyword-only; change one with `dataclasses.replace`. Lists are tuples. Days are `date`;
a day that may be vague is an EDTF string (ISO 8601-2); instants are aware and in UTC. None is "not known".
The fields that other programs rely on are those of `docs/reference/records.md`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Literal, Protocol

# ---------------------------------------------------------------------------------------------- trouble


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """A bad page or a weak spot: told on standard error, kept in the desk; the rest goes on."""

    stage: str
    source: str
    """The path, URL or article id that it is about."""
    message: str
    hint: str | None = None


# ---------------------------------------------------------------------------------------------- sources

SourceKind = Literal["feed", "page", "sitemap", "folder", "mailbox"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where a desk collects from: one of `[[sources]]` in wiredesk.toml.

    `url` is a web address, or a path or glob relative to the desk's folder. `owner`: outlets of one owner are one
    voice. `country` alpha-2, `language` BCP 47, `section` an IPTC section (`kit.sections`) for what says none.
    """

    name: str
    url: str
    kind: SourceKind = "folder"
    outlet: str | None = None
    owner: str | None = None
    country: str | None = None
    language: str | None = None
    section: str | None = None
    every: int | None = None
    """Minutes at least between two fetches of an address on the web; None: every collecting asks."""
    pictures: bool = False
    """Kept for later: leave to show its pictures. None are shown yet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """What the desk remembers of an address that it asked for: validators for the next time, and how it went.

    `source` is the name of the configured source, None for an address given by hand. `failed`: the last try ended
    without a result and is worth another.
    """

    url: str
    at: datetime
    source: str | None = None
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    failed: bool = False


# ------------------------------------------------------------------------------------------------- page

PageKind = Literal["html", "text", "record", "unknown"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """What was collected, byte for byte, before anything read it.

    `kind` is `html`, `text` (a capture of a page's visible text), `record` (one JSON object, see
    `Article.from_record`) or `unknown` (kept, but nothing reads it). `published` is a day known from outside:
    given by a person (`published_by` "given") or by the feed that listed the page ("feed").
    """

    kind: PageKind
    data: bytes
    url: str | None = None
    given_id: str | None = None
    """A record's own id: the article's identity where there is no URL."""
    outlet: str | None = None
    source: str | None = None
    """Name of the configured source; None for a path or URL given by hand."""
    name: str | None = None
    """Where it was found, for messages: a path or a URL."""
    charset: str | None = None
    """Charset declared from outside (HTTP header); None to find out."""
    fetched: datetime | None = None
    published: date | None = None
    published_by: Literal["given", "feed"] = "given"
    teaser: bool = False
    """Only a few words about the page at `url` (a feed's summary, a newsletter's item): the page itself outranks it."""
    via: str | None = None
    """The newsletter or other outlet whose words about `url` these are; None for the outlet's own."""
    language: str | None = None
    """What its source is set to speak, for a text too short to tell that declares none; not kept with the page."""

    def __post_init__(self) -> None:
        for part in ("url", "given_id", "outlet", "source", "name", "via"):  # names of files may hold half a pair, too
            value = getattr(self, part)
            if isinstance(value, str) and not value.isascii():
                object.__setattr__(self, part, _storable(value))

    @classmethod
    def html(
        cls,
        data: bytes | str,
        url: str | None = None,
        fetched: datetime | date | str | None = None,
        published: date | str | None = None,
    ) -> Page:
        """A web page's HTML. A `str` is taken as already decoded; half a surrogate pair in it becomes U+FFFD.

        `published` is a day or "YYYY-MM-DD" (of a datetime, its day); `fetched` an instant, ISO 8601 as text, in UTC
        where it has no offset. Raises ValueError for what is neither, naming it.
        """
        return cls._of("html", data, url, fetched, published)

    @classmethod
    def text(
        cls,
        data: bytes | str,
        url: str | None = None,
        fetched: datetime | date | str | None = None,
        published: date | str | None = None,
    ) -> Page:
        """A capture: a page's visible text, menus and all. Values and errors as for `html`."""
        return cls._of("text", data, url, fetched, published)

    @classmethod
    def _of(
        cls,
        kind: PageKind,
        data: bytes | str,
        url: str | None,
        fetched: datetime | date | str | None,
        published: date | str | None,
    ) -> Page:
        return cls(
            kind=kind,
            data=_storable(data).encode() if isinstance(data, str) else bytes(data),
            charset="utf-8" if isinstance(data, str) else None,
            url=_address(url),
            fetched=_instant(fetched),
            published=_day(published),
        )


Collected = Page | Problem | Fetched
"""What collecting gives: the memory of a fetch comes after what it brought, so that a run killed between asks again."""


def _storable(text: str) -> str:
    """Surrogate pairs joined, lone halves as U+FFFD: what any file can hold. Controls stay: a page is kept as it came,
    and `kit.text.whole` makes of its text what may be printed."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _address(url: object) -> str | None:
    if url is None or isinstance(url, str):
        return url or None
    raise ValueError(f"`url` must be text, not {url!r}")


def _day(value: object) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    try:
        if isinstance(value, str):
            return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        pass
    if isinstance(value, datetime):
        return value.date()
    raise ValueError(f"`published` must be a day (YYYY-MM-DD), not {value!r}")


def _instant(value: object) -> datetime | None:
    if value is None:
        return None
    try:
        if isinstance(value, str):
            value = datetime.fromisoformat(value.strip())
        elif isinstance(value, date) and not isinstance(value, datetime):
            value = datetime(value.year, value.month, value.day, tzinfo=UTC)
        if isinstance(value, datetime):
            return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"`fetched` must be an instant (ISO 8601), not {value!r}")


# ---------------------------------------------------------------------------------------------- article

CreditBasis = Literal["stated", "own", "unknown"]
PublishedMethod = Literal[
    "given", "json_ld", "meta", "time_element", "url", "visible", "dateline", "statement_day", "feed"
]


@dataclass(frozen=True, kw_only=True, slots=True)
class RejectedDate:
    """A candidate for the day of publication that was not taken, and why."""

    value: str
    """EDTF."""
    method: str
    evidence: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """The day of publication, as far as evidence goes.

    `value` is the day as printed, in the page's own offset; None means unknown, and the bounds (inclusive) say
    what is still known. `evidence` is the text that was read: for `value`, or else for the bounds.
    """

    value: date | None = None
    instant: datetime | None = None
    method: PublishedMethod | None = None
    evidence: str | None = None
    not_before: date | None = None
    not_after: date | None = None
    rejected: tuple[RejectedDate, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Dateline:
    """BEIJING, April 14 (AP): `place` as a name ("Beijing"), `country` alpha-2, `day` EDTF."""

    place: str
    country: str | None = None
    agency: str | None = None
    day: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Caption:
    """A picture's caption, without its credit; `day` (EDTF) is the photo's own."""

    text: str
    credit: str | None = None
    day: str | None = None
    file_photo: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """A page read: what the outlet printed, with the furniture gone."""

    id: str
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    lead: tuple[str, ...] = ()
    """The outlet's own introduction above a wire text; not repeated in `body`."""
    sections: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    credit: str | None = None
    """Short name of the agency or outlet whose copy it is: AP, Reuters, AFP ..."""
    credit_basis: CreditBasis = "unknown"
    dateline: Dateline | None = None
    published: Published = Published()
    modified: datetime | None = None
    language: str | None = None
    """BCP 47."""
    body: tuple[str, ...] = ()
    captions: tuple[Caption, ...] = ()
    teaser: bool = False
    """Only a few words about a page that the desk has not read."""
    via: str | None = None
    """The newsletter or other outlet whose words these are, where they are not the outlet's own."""
    revision: int = 1
    problems: tuple[Problem, ...] = ()

    @property
    def day(self) -> date | None:
        """The day of publication, None if unknown."""
        return self.published.value

    @property
    def order(self) -> tuple[date, str]:
        """(day, id), the undated last: the order in which articles are taken and shown."""
        return self.published.value or date.max, self.id

    def part(self, name: str) -> str:
        """The text of a part: `headline`, `lead`, `body` or `caption:N`; offsets count in it.

        Raises KeyError for a part that no article has.
        """
        if name == "headline":
            return self.headline or ""
        if name == "lead":
            return "\n\n".join(self.lead)
        if name == "body":
            return "\n\n".join(self.body)
        kind, _, number = name.partition(":")
        if kind == "caption" and number.isdigit() and int(number) < len(self.captions):
            return self.captions[int(number)].text
        raise KeyError(name)

    def parts(self) -> tuple[str, ...]:
        """Names of the parts that have text, in reading order."""
        captions = tuple(f"caption:{number}" for number in range(len(self.captions)))
        return tuple(name for name in ("headline", "lead", "body", *captions) if self.part(name))

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Article:
        """Read one object of the JSONL shape (`id url outlet headline byline published text`).

        A field that cannot be used is left out and told in `problems`; the rest is read.
        """
        from wiredesk.extract import extract  # the reading is the stage's; this is its door for callers

        text = json.dumps(dict(record), ensure_ascii=False, default=str, skipkeys=True)
        url = record.get("url") if isinstance(record.get("url"), str) else None
        data = text.encode("utf-8", "surrogatepass")  # the reading mends and tells what no file can hold
        return extract(Page(kind="record", data=data, url=url or None, given_id=given_id(record)))


def given_id(record: Mapping[str, Any]) -> str | None:
    """The id that a JSONL record brings along, as text."""
    value = record.get("id")
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) and value != "" else None


# -------------------------------------------------------------------------------------------- citations


LineRole = Literal["headline", "byline", "day", "credit", "lead", "body", "caption", "left out", "outside"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadLine:
    """A line of a page in its order: `element` that holds it, what it was taken for, and what said most for that.
    `outside`: it stands outside the part of the page that holds the article."""

    text: str
    element: str
    role: LineRole
    why: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """An article, and what became of each line of the page that it was read from; none for what is no text."""

    article: Article
    lines: tuple[ReadLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """An exact span of an article's part: W3C TextQuoteSelector and TextPositionSelector.

    `start` and `end` count Unicode code points of `Article.part(part)`; `fields` names what it supports.
    """

    article: str
    url: str | None = None
    part: str
    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int
    end: int
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CitedSentence:
    """A sentence of a source, word for word, with where it stands."""

    text: str
    citation: Citation


# ------------------------------------------------------------------------------------------ annotations


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """`text` is `Article.part(part)[start:end]`."""

    part: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody in a role, as a text gives it. `name` None: known by role only ("the French foreign minister")."""

    name: str | None
    role: str | None = None
    country: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonMention(Span):
    """One place where a text names somebody. `person` is the fullest reading within the article: two mentions
    of one person carry equal `person` values. `kind`: `name` (full or family name), `role` (title alone),
    `pronoun`."""

    person: Person
    kind: Literal["name", "role", "pronoun"] = "name"


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceMention(Span):
    """A place named. `name` is the usual English name; `country` alpha-2 (None for seas, regions)."""

    name: str
    country: str | None
    kind: Literal["country", "capital", "city", "demonym", "site", "organisation"]


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeMention:
    """A time expression: `text` is the input's `[start:end]`; `edtf` None if it cannot be placed.

    `kind`: `day`, `span`, `month`, `quarter`, `season`, `year`, `decade`, `time` or `duration`; `rule` names the
    rule of `kit.times` that resolved it. `part` is set when it was found in an article.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    kind: str
    rule: str
    part: str = "body"


@dataclass(frozen=True, kw_only=True, slots=True)
class QuoteMention(Span):
    """Words in quotation marks and who is said to have spoken them."""

    speaker: Person | None = None


Genre = Literal["news", "opinion", "service"]
"""What kind of text it is: a report; a column, editorial or letter; advice, listings, reviews and the like."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Annotations:
    """What one article's text was seen to contain, all with offsets.

    `section` is the name (`kit.sections`) of the IPTC Media Topic of the top level that it is of, None where none
    stands out.
    """

    article: str
    section: str | None = None
    genre: Genre = "news"
    sentences: tuple[Span, ...] = ()
    people: tuple[PersonMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quotes: tuple[QuoteMention, ...] = ()


# ------------------------------------------------------------------------------------------------ event

EventType = Literal["visit", "meeting", "call"]
EventStatus = Literal["announced", "expected", "invited", "underway", "completed", "cancelled", "postponed", "denied"]


PloverMode = Literal["visit", "meeting", "phone"]
"""Modes of PLOVER's event type CONSULT. A call by video or letter is `phone`, too: together at a distance."""
_PLOVER_MODES: Mapping[EventType, PloverMode] = {"visit": "visit", "meeting": "meeting", "call": "phone"}


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReport:
    """What one earlier or other report said of an event."""

    article: str
    day: date | None
    status: EventStatus
    when: str | None
    rescheduled: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A value that reports give a field of an event, other than the one that stands in the record.

    `value` is text, or a tuple for a field that is a list (countries alpha-2); `person` whose `role` it is. `articles`:
    the reports that say so, earliest first, their words being those of the event's `evidence` for the same article and
    field. `witnesses`: how many independent reports they are; 0 for copies of one that mostly says what stands.
    """

    field: str
    value: str | tuple[str, ...]
    person: str | None = None
    articles: tuple[str, ...]
    witnesses: int


TurnKind = Literal["invited", "expected", "announced", "postponed", "cancelled", "denied", "begun", "ended", "held"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """A turn in an event's course: announced on the 14th, begun on the 16th, ended on the 19th.

    `day` (EDTF): when it came; `/D` where reports tell no more than that it had by the day D; None unknown. `when`: the
    days of the event as they stood at that turn. `held`: told as past without a first and last day. `articles`: who
    says so, earliest first, with their words as in `Claim`.
    """

    kind: TurnKind
    day: str | None
    when: str | None
    articles: tuple[str, ...]


Verdict = Literal["confirmed", "disputed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ruling:
    """An editor's word on an event: `decision` is the id of the decision.

    `confirm` and `dispute` are about the whole, `value` the reason if one was given. `join` and `part`: `value` is the
    articles whose reports came or left by it. The others give `field` (of `person`, for a role) the `value` that
    stands; `reported` is what the reports say.
    """

    decision: str
    kind: Literal["confirm", "dispute", "correct", "role", "place", "join", "part"]
    field: str | None = None
    person: str | None = None
    value: str | tuple[str, ...] | None = None
    reported: str | tuple[str, ...] | None = None
    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One real-world event: as one article tells it (`find_events`), or merged over articles (the ledger).

    Fields as in `docs/reference/codebook.md`. The ledger mints `id` and fills what comes after it. Raises ValueError
    without evidence.
    """

    type: EventType
    status: EventStatus
    principals: tuple[Person, ...]
    counterparts: tuple[Person, ...] = ()
    destination: tuple[str, ...] = ()
    place: str | None = None
    when: str | None = None
    announced_on: str | None = None
    rescheduled: bool = False
    """Of what was postponed: whether `when` has the new days. Else they are the old ones."""
    evidence: tuple[Citation, ...]
    id: str | None = None
    story: str | None = None
    articles: tuple[str, ...] = ()
    history: tuple[EventReport, ...] = ()
    witnesses: int = 1
    """How many independent reports tell it: a wire reprinted ten times is one."""
    support: Mapping[str, int] = field(default_factory=dict)
    """How many of them give a field the value that stands, by field."""
    otherwise: tuple[Claim, ...] = ()
    course: tuple[Turn, ...] = ()
    verdict: Verdict | None = None
    """What an editor said of it last."""
    rulings: tuple[Ruling, ...] = ()
    plover_type: Literal["CONSULT"] = "CONSULT"
    """Event type of PLOVER: officials who travel, meet and talk consult."""
    plover_mode: PloverMode = "visit"
    """Mode of PLOVER. It follows from `type`, whatever is given."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "plover_mode", _PLOVER_MODES[self.type])
        if not self.evidence:
            raise ValueError("an event needs the sentence that says so: `evidence` is empty")


# ------------------------------------------------------------------------- copies, notices, stories, threads

Relation = Literal["original", "reprint", "excerpt", "update", "correction", "rewrite"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Whose report it is: the agency's or outlet's short name, the fullest article known, and how that is known."""

    credit: str | None
    article: str
    how: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Copy:
    """One member of a copy set: article `id`, `share` (0 to 1) of the origin's text that it carries."""

    id: str
    share: float
    relation: Relation


@dataclass(frozen=True, kw_only=True, slots=True)
class CopySet:
    """The articles that carry one report; a set of one is an article without copies."""

    id: str
    origin: Origin
    articles: tuple[Copy, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """A passage in which a copy departs from its origin.

    `before` cites the origin's words, None where the copy added some; `after` the copy's, None where it cut them. A
    passage that only stands elsewhere is `moved`, with both.
    """

    kind: Literal["cut", "added", "changed", "moved"]
    before: Citation | None
    after: Citation | None


NoticeKind = Literal["correction", "update", "kill", "withdrawal", "editor_note"]
WITHDRAWING: frozenset[NoticeKind] = frozenset({"kill", "withdrawal"})
"""The notices that take a report and its copies back."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """A change that readers should hear of.

    `by`: the agency, outlet or editor that says so. `target`: the article that it is about, the origin where a report
    has copies. `text`: the words that say it, those of `citation` where a report does. A `kill` or `withdrawal` takes
    its target and all copies of it out of stories, ledger and later editions.
    """

    id: str
    day: date
    kind: NoticeKind
    by: str | None
    target: str
    text: str
    citation: Citation | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """One source that does not derive from another: its name, the articles that are its word, and in plain words why
    they count as one."""

    name: str
    articles: tuple[str, ...]
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Belonging:
    """Why an article is in its story, in plain words.

    `beside`: the article of the story that it is likest to, or whose report it carries; None for the first and where an
    editor put it there. `likeness`: to the story's other reports (mean cosine, 0 to 1), None where that was not what
    decided. `shared`: names, figures and words that weigh most in it, as they are printed.
    """

    article: str
    basis: Literal["first", "copy", "likeness", "decision"]
    reason: str
    beside: str | None = None
    likeness: float | None = None
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """One event or affair, however many tell it. `articles` and `copies` are ids; `summary` is source sentences."""

    id: str
    headline: str | None
    articles: tuple[str, ...]
    copies: tuple[str, ...] = ()
    independent_sources: int = 1
    first: date | None = None
    last: date | None = None
    countries: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    summary: tuple[CitedSentence, ...] = ()
    thread: str | None = None
    section: str | None = None
    """Name of the IPTC section (`kit.sections`) that most of its reports are of."""
    genre: Genre = "news"
    voices: tuple[Voice, ...] = ()
    """Its independent sources by name, as many as `independent_sources`."""
    why: tuple[Belonging, ...] = ()
    """Why each of its articles is in it, in the order of `articles`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tie:
    """Why two stories are of one thread."""

    stories: tuple[str, str]
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Thread:
    """Stories of one affair over time, earliest first, with the reason of each tie."""

    id: str
    title: str
    stories: tuple[str, ...]
    people: tuple[Person, ...] = ()
    ties: tuple[Tie, ...] = ()


# ----------------------------------------------------------------------------------------------- people


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleHeld:
    """A role as reports give it: EDTF days of the first and last event or report that says so."""

    role: str
    first: str | None
    last: str | None
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Contradiction:
    """Reports about somebody that cannot all be right as they are told: `text` is one plain sentence that says which,
    `evidence` the words of each side."""

    text: str
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonRecord:
    """Somebody the desk knows: all names seen, the roles with their evidence, and where reports contradict each other:
    on the country, or on who held an office when."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    roles: tuple[RoleHeld, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


# --------------------------------------------------------------------------------------- ranking, edition


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One signal of a score: its raw `value`, the `share` of the score that it gave, and the words for it."""

    value: float
    share: float
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranked:
    """A story's place in a ranking."""

    rank: int
    story: str
    score: float
    reasons: dict[str, Reason]


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """A story that is no candidate of a day's edition, and in plain words why not."""

    story: str
    reason: Literal["spiked", "nothing_new", "not_read"]
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranking:
    """The stories of a day, best first."""

    day: date
    entries: tuple[Ranked, ...]
    since: date | None = None
    """The first day of the window within which a story has to be reported to be a candidate."""
    reported: int = 0
    """Stories that were reported within the window."""
    left_out: tuple[LeftOut, ...] = ()
    """Those of them that stand at no rank, though there may be room; not those that others only outdo."""
    places: int = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceLine:
    """One outlet's telling of a story, as printed under it."""

    article: str
    outlet: str | None
    headline: str | None
    url: str | None
    day: date | None
    credit: str | None
    relation: Relation
    teaser: bool = False
    via: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class EarlierStory:
    """A story of the same thread that came before."""

    story: str
    headline: str | None
    day: date | None
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One rank of an edition; `blurb` is source sentences, `reasons` sum to the score.

    `since`: the day of the last approved edition that told the story, and `new` what no such edition could tell: source
    sentences, word for word. `notices`: corrections of its reports that came since then. `countries` and `voices`:
    those of the story then; None in what older desks approved.
    """

    rank: int
    story: str
    headline: str | None
    blurb: tuple[CitedSentence, ...]
    score: float
    reasons: dict[str, Reason]
    independent_sources: int
    sources: tuple[SourceLine, ...]
    events: tuple[Event, ...]
    earlier: tuple[EarlierStory, ...]
    section: str | None = None
    since: date | None = None
    new: tuple[CitedSentence, ...] = ()
    notices: tuple[Notice, ...] = ()
    countries: tuple[str, ...] | None = None
    voices: tuple[Voice, ...] | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether all its reports were taken back: nothing but its notices may be shown of it."""
        return self.headline is None and any(notice.kind in WITHDRAWING for notice in self.notices)


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """A day's Top Ten. `status`: `draft`, or `approved` by somebody at an instant.

    `notices`: what was corrected, withdrawn or killed since the last approved edition, of any story that one told.
    `left_out`: stories reported of late that are not in it for more than their score. `short`: in one sentence why it
    has fewer entries than places, None where it has not, or was approved before that was kept.
    """

    day: date
    status: Literal["draft", "approved"]
    title: str
    entries: tuple[Entry, ...]
    notices: tuple[Notice, ...] = ()
    approved_by: str | None = None
    approved_at: datetime | None = None
    left_out: tuple[LeftOut, ...] = ()
    short: str | None = None


# ---------------------------------------------------------------------------------- decisions, the newslist

DecisionKind = Literal[
    "date", "role", "outlet", "merge", "split", "move", "retitle", "pin", "spike", "order", "blurb", "confirm",
    "dispute", "place", "correct", "code", "hold", "join", "part",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """An editor's word. It anchors on articles (`target`), never on computed ids, so it survives a rebuild."""

    id: str
    kind: DecisionKind
    target: tuple[str, ...]
    """Article ids that it is about."""
    value: str | None
    by: str
    at: datetime
    undone: datetime | None = None
    about: Event | None = None
    """The event that it is about, as the ledger told it then: its quotes find the event again."""
    other: Event | None = None
    """The same of the event that it is joined with."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hold:
    """A question of which nothing is known, kept by an editor or coder as a decision (`id`).

    `person` (a name), `country` (alpha-2), `type` and `when` (EDTF) say what would answer it, None: any. `about`: the
    ledger's event that it asks about. `events`: ids of the ledger's events that fit by now.
    """

    id: str
    question: str
    person: str | None = None
    country: str | None = None
    type: EventType | None = None
    when: str | None = None
    about: str | None = None
    events: tuple[str, ...] = ()
    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Placing:
    """Where an editor put stories (ids) of a day: at a rank, in no edition, before the rest in an order.

    `spiked`: with the day of the edition that each was spiked for, of which nothing new was told by another source.
    """

    pinned: Mapping[str, int] = field(default_factory=dict)
    spiked: Mapping[str, date] = field(default_factory=dict)
    order: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Newslist:
    """What an edition is made from: all that a desk has on a day, what it told before, what its editors decided.

    Mappings are by id, `sources` by outlet, for the countries and owners of outlets. `earlier`: editions, of which the
    approved ones of days before count. `since`: for the stories that one of them told the day of the last that did;
    `new`: the sentences that none of them could tell, None where nobody worked that out.
    """

    day: date
    stories: Mapping[str, Story]
    articles: Mapping[str, Article]
    copies: Mapping[str, CopySet] = field(default_factory=dict)
    events: Sequence[Event] = ()
    threads: Mapping[str, Thread] = field(default_factory=dict)
    notices: Sequence[Notice] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    earlier: Sequence[Edition] = ()
    since: Mapping[str, date] = field(default_factory=dict)
    new: Mapping[str, Sequence[CitedSentence]] | None = None
    decisions: Sequence[Decision] = ()
    placing: Placing = Placing()

    def before(self, story: Story) -> tuple[Story, ...]:
        """The stories of its thread that came before it, latest first: they began on a day before it did, or on the
        same day and were over before its last report."""
        thread = self.threads.get(story.thread or "")
        known = [self.stories[one] for one in thread.stories if one in self.stories] if thread else []
        span = self._span(story)
        earlier = [one for one in known if one.first is not None and self._span(one) < span]
        return tuple(sorted(earlier, key=lambda one: (one.first or date.min, one.id), reverse=True))

    def _span(self, story: Story) -> tuple[date, date]:
        return story.first or self.day, story.last or self.day


# ----------------------------------------------------------------------------------------------- indexes


class Index(Protocol):
    """What a stage remembers of the articles it saw: keys under digests, for candidate search."""

    def add(self, key: str, digests: Sequence[int]) -> None:
        """Remember `key` under each digest."""
        ...

    def near(self, digests: Sequence[int]) -> set[str]:
        """Keys that share at least one digest."""
        ...
