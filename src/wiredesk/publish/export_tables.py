"""What an export holds: flat tables, each column with its meaning, from which the codebook is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from wiredesk.types import CreditBasis, EventStatus, EventType, PublishedMethod, Relation, TurnKind, Verdict

Shape = Literal["text", "day", "edtf", "number", "yes/no", "list"]
"""`day` is YYYY-MM-DD, `edtf` a day that may be vague, `list` a list of texts."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: what its values mean, how they are written, and their codes where there are few."""

    name: str
    shape: Shape
    meaning: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: one row for each `row`; `key` names the columns that tell rows apart."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


Row = Mapping[str, Any]
"""Values by the names of a table's columns: str, date, int, bool, a list of texts, or None for the unknown."""
Filled = Sequence[tuple[Table, Sequence[Row]]]
"""Tables with their rows."""


def _column(name: str, shape: Shape, meaning: str, codes: tuple[str, ...] = ()) -> Column:
    return Column(name=name, shape=shape, meaning=meaning, codes=codes)


_EVENT = _column(
    "event_id", "text", "The event's id, which stays through rebuilds; the calendar's UID is `ID@wiredesk`."
)

EVENTS = Table(
    name="events",
    row="a real-world event, as all reports together tell it",
    key=("event_id",),
    columns=(
        _EVENT,
        _column("type", "text", "What kind of event it is.", get_args(EventType)),
        _column("plover_type", "text", "Its event type in PLOVER.", ("CONSULT",)),
        _column("plover_mode", "text", "Its mode in PLOVER.", ("visit", "meeting", "phone")),
        _column("status", "text", "How far it has come, by the latest reports.", get_args(EventStatus)),
        _column("principals", "list", "Who travels, meets or talks; a name, or the role of somebody not named."),
        _column("principal_countries", "list", "The countries that the principals stand for, alpha-2, each once."),
        _column("counterparts", "list", "Of a visit: hosts and whom else the guest sees; written as principals are."),
        _column("destination", "list", "Countries visited, or in which it is held, ISO 3166-1 alpha-2."),
        _column("place", "text", "Town or site."),
        _column("when", "edtf", "The days of the event."),
        _column("first_day", "day", "The first day that `when` may mean."),
        _column("last_day", "day", "The last day that `when` may mean."),
        _column("announced_on", "edtf", "The day on which it was made known."),
        _column("rescheduled", "yes/no", "Of what was postponed: whether `when` has the new days."),
        _column("verdict", "text", "What an editor said of it last.", get_args(Verdict)),
        _column("corrected", "list", "The fields that an editor corrected, such as `when` or `role of NAME`."),
        _column("disputed_fields", "list", "The fields in which some report says otherwise (table `otherwise`)."),
        _column("witnesses", "number", "Independent reports that tell it; copies of one report are one."),
        _column("articles", "number", "Articles that tell it, copies too."),
        _column("first_reported", "day", "The day of the first article that tells it."),
        _column("last_reported", "day", "The day of the last article that tells it."),
        _column("story_id", "text", "The story that most of its articles are of."),
    ),
)
PERSONS = Table(
    name="persons",
    row="somebody's part in an event",
    key=("event_id", "side", "position"),
    columns=(
        _EVENT,
        _column("side", "text", "On which side.", ("principal", "counterpart")),
        _column("position", "number", "The place in the list of that side, from 1."),
        _column("person_id", "text", "The id of the desk's record of the person, where one record alone fits."),
        _column("name", "text", "The fullest name in the reports; empty for somebody known by role alone."),
        _column("role", "text", "The office held at the time, as most independent reports give it."),
        _column("country", "text", "The country stood for, ISO 3166-1 alpha-2; empty for international bodies."),
    ),
)
EVIDENCE = Table(
    name="evidence",
    row="a quotation that supports an event",
    key=("event_id", "article_id", "part", "start", "end"),
    columns=(
        _EVENT,
        _column("fields", "list", "The fields of the event that the quotation supports."),
        _column("article_id", "text", "The article that it stands in."),
        _column("url", "text", "The article's address."),
        _column("outlet", "text", "Who published it."),
        _column("published", "day", "The article's day of publication."),
        _column("part", "text", "`headline`, `lead`, `body` or `caption:N`."),
        _column("quote", "text", "The exact words."),
        _column("start", "number", "Where they begin in the part, in Unicode code points from 0."),
        _column("end", "number", "Where they end: the code point after the last."),
    ),
)
OTHERWISE = Table(
    name="otherwise",
    row="a value that some reports give a field and that does not stand",
    key=("event_id", "field", "person", "value"),
    columns=(
        _EVENT,
        _column("field", "text", "The field; `role` is of `person`."),
        _column("person", "text", "Whose role it is."),
        _column("value", "list", "What these reports say: one value, or the members of a field that is a list."),
        _column("witnesses", "number", "How many independent reports; 0 for copies of one that else says what stands."),
        _column("article_ids", "list", "The articles that say so."),
    ),
)
COURSE = Table(
    name="course",
    row="a turn in an event's course",
    key=("event_id", "position"),
    columns=(
        _EVENT,
        _column("position", "number", "The place in the order of the turns, from 1."),
        _column("turn", "text", "What happened.", get_args(TurnKind)),
        _column("day", "edtf", "When; `/D` where no more is told than that it had happened by the day D."),
        _column("when", "edtf", "The days of the event as they stood then."),
        _column("article_ids", "list", "The articles that say so."),
    ),
)
HOLDS = Table(
    name="holds",
    row="a question of the hold list: what was looked for and not found",
    key=("hold_id",),
    columns=(
        _column("hold_id", "text", "The question's id."),
        _column("question", "text", "The question, in the words of who put it."),
        _column("asked_on", "day", "When it was put, in UTC."),
        _column("person", "text", "Whose part in an event would answer it; empty: anybody's."),
        _column("country", "text", "The country that would answer it, alpha-2; empty: any."),
        _column("type", "text", "The kind of event that would answer it; empty: any.", get_args(EventType)),
        _column("when", "edtf", "The days that would answer it; empty: any."),
        _column("about", "text", "The id of the event that it asks about; empty: of none."),
        _column("event_ids", "list", "The events that fit by now; empty: still nothing is known of it."),
    ),
)
ARTICLES = Table(
    name="articles",
    row="an article",
    key=("article_id",),
    columns=(
        _column("article_id", "text", "The article's id."),
        _column("url", "text", "Its address."),
        _column("outlet", "text", "Who published it."),
        _column("headline", "text", "Its headline."),
        _column("byline", "list", "Its authors, as printed."),
        _column("credit", "text", "The agency or outlet whose copy it is, by its short name."),
        _column("credit_basis", "text", "How that is known.", get_args(CreditBasis)),
        _column("published", "day", "The day of publication, as printed in the page's own offset."),
        _column("published_method", "text", "What gave it.", get_args(PublishedMethod)),
        _column("not_before", "day", "Where the day is not known: it was not before this one."),
        _column("not_after", "day", "Where the day is not known: it was not after this one."),
        _column("language", "text", "BCP 47."),
        _column("dateline_place", "text", "The place of its dateline."),
        _column("dateline_country", "text", "The country of its dateline, alpha-2."),
        _column("story_id", "text", "The story that it is of."),
        _column("copy_set_id", "text", "The set of copies of one report that it is of."),
        _column("relation", "text", "What it is to that report.", get_args(Relation)),
        _column("event_ids", "list", "The events that it tells."),
        _column("teaser", "yes/no", "Whether it is only a few words about a page that the desk has not read."),
        _column("text", "text", "Introduction and body, paragraphs parted by a blank line."),
    ),
)
