"""What a list may be asked for: query parameters, and which records they let through."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import date
from itertools import islice
from typing import Annotated, Any, Literal

import msgspec
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from wiredesk.faces.about import tells_all, within
from wiredesk.faces.api_desk import ApiDesk, Order
from wiredesk.faces.api_records import Outlet
from wiredesk.kit.sections import BY_NAME
from wiredesk.types import EventStatus, EventType, NoticeKind, PersonRecord

# An answer of so many of the longest records, editions, stays under 20 MB.
LIMIT = 200
USUAL_LIMIT = 50


def _day(said: object) -> date:
    """A day in the one form that answers have, too: no weeks, no numbers, no instants."""
    try:
        if (day := date.fromisoformat(str(said))).isoformat() == said:
            return day
    except ValueError:
        pass
    raise ValueError(f"{said!r} is no day; write it as YYYY-MM-DD")


def _section(said: object) -> object:
    if said not in BY_NAME:
        raise ValueError(f"no section {said!r}; one of {', '.join(BY_NAME)}")
    return said


Unasked = SkipJsonSchema[None]
"""The parameter was left out; there is no way to write null in a query."""
Day = Annotated[date, BeforeValidator(_day)]
Section = Annotated[str, BeforeValidator(_section), Field(json_schema_extra={"enum": list(BY_NAME)})]
Country = Annotated[str, Field(pattern="^[A-Z]{2}$")]
Words = Annotated[str, Field(min_length=1, max_length=200)]


class Paged(BaseModel):
    """How much of a list, and from where on."""

    model_config = ConfigDict(extra="forbid")  # a filter that does nothing would be read as one that did

    limit: int = Field(USUAL_LIMIT, ge=1, le=LIMIT, description="Records in one answer.")
    cursor: str | Unasked = Field(None, max_length=500, description="What `next` of the answer before said.")


class Filter(Paged):
    """What every list can be asked for."""

    since: Day | Unasked = Field(None, description="Only what has a day on or after this one.")
    until: Day | Unasked = Field(None, description="Only what has a day on or before this one.")
    search: Words | Unasked = Field(None, description="Only what rests on articles that hold all these words.")


class Sectioned(Filter):
    """Filter by section and country."""

    section: Section | Unasked = Field(None, description="An IPTC section.")
    country: Country | Unasked = Field(None, description="ISO 3166-1 alpha-2.")


class Peopled(Sectioned):
    """Filter by a person, too."""

    person: Words | Unasked = Field(None, description="A person's id, or a name as reports print it.")


class EventFilter(Peopled):
    """Filter of events."""

    search: Words | Unasked = Field(
        None, description="Only what has all these words in its people, roles, places and its reports' headlines."
    )
    type: EventType | Unasked = Field(None, description="The kind of event.")
    status: EventStatus | Unasked = Field(None, description="How far it has come, as last reported.")


class PersonFilter(Filter):
    """Filter of people."""

    country: Country | Unasked = Field(None, description="The country that they stand for.")


class OutletFilter(Filter):
    """Filter of outlets."""

    section: Section | Unasked = Field(None, description="The IPTC section that the desk's settings give it.")
    country: Country | Unasked = Field(None, description="ISO 3166-1 alpha-2.")


class NoticeFilter(Filter):
    """Filter of notices."""

    type: NoticeKind | Unasked = Field(None, description="The kind of notice.")


class EditionFilter(Filter):
    """Filter of editions."""

    status: Literal["draft", "approved"] | Unasked = Field(None, description="Whether the edition was approved.")


class Compared(BaseModel):
    """How much a copy set is asked to tell."""

    model_config = ConfigDict(extra="forbid")

    differences: bool = Field(False, description="With what each copy cut, added, changed and moved.")


class SearchUnavailable(Exception):
    """Nothing searches the texts of this desk."""


def select(desk: ApiDesk, records: Mapping[str, Any], wanted: Filter) -> dict[str, Any]:
    """The records that were asked for, by id, in their order. Raises SearchUnavailable."""
    asked = wanted.model_dump(exclude={"limit", "cursor"}, exclude_none=True)
    if not asked:
        return dict(records)
    holding: set[str] | None = None
    headlines = desk.collections["articles"] if isinstance(wanted, EventFilter) and wanted.search else None
    if wanted.search is not None and headlines is None:
        if desk.data.search is None:
            raise SearchUnavailable
        holding = set(desk.data.search(wanted.search))
    is_meant = desk.meant(asked["person"]) if "person" in asked else None

    def wants(noun: Any) -> bool:
        return (
            within(desk.days(noun), wanted.since, wanted.until)
            and (holding is None or not holding.isdisjoint(desk.articles(noun)))
            and (headlines is None or tells_all(noun, headlines, wanted.search or ""))
            and ("section" not in asked or asked["section"] in desk.sections(noun))
            and ("country" not in asked or asked["country"] in desk.countries(noun))
            and (is_meant is None or any(map(is_meant, desk.people(noun))))
            and ("type" not in asked or asked["type"] == (noun.type if hasattr(noun, "type") else noun.kind))
            and ("status" not in asked or asked["status"] == noun.status)
        )

    return {id_: noun for id_, noun in records.items() if wants(noun)}


# -------------------------------------------------------------------------------------------------- cursors


class BadCursor(ValueError):
    """A cursor that no answer gave."""


def page(desk: ApiDesk, records: Mapping[str, Any], wanted: Paged) -> tuple[list[Any], str | None]:
    """The records after the cursor, at most `limit`, and the cursor of what follows. Raises BadCursor.

    A cursor names the place of the last record given, so that what comes or goes in between shifts nothing.
    """
    after = _read(wanted.cursor) if wanted.cursor is not None else None
    rest = (one for one in records.items() if after is None or _follows(desk.order(*one), one[1], after))
    found = list(islice(rest, wanted.limit + 1))
    kept = found[: wanted.limit]
    return [noun for _, noun in kept], _write(desk.order(*kept[-1])) if len(found) > len(kept) else None


def _follows(order: Order, noun: Any, after: Order) -> bool:
    return order > after if isinstance(noun, PersonRecord | Outlet) else order < after


def _write(order: Order) -> str:
    return urlsafe_b64encode(msgspec.json.encode(order)).decode().rstrip("=")


def _read(cursor: str) -> Order:
    try:
        order = msgspec.json.decode(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=tuple[str, str])
    except (ValueError, msgspec.DecodeError) as error:
        raise BadCursor("no answer gave this cursor; begin without one") from error
    if _write(order) != cursor:
        raise BadCursor("no answer gave this cursor; begin without one")
    return order
