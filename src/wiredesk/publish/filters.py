"""What the list of events is asked for: person, country, kind, status, days.

The names are those of the API's query. A served site answers them itself; in a folder a small script does, over what
`marks_of` says of each event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from wiredesk.kit.edtf import bounds, is_valid
from wiredesk.publish.data import Keyed, countries_of
from wiredesk.publish.words import STATUS, country
from wiredesk.types import Event

NAMES = ("person", "country", "type", "status", "since", "until")
_KINDS = {"visit": "Visits", "meeting": "Meetings", "call": "Calls"}


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What a form offers: names of people, and values with their words, as far as the events have them."""

    people: tuple[str, ...]
    countries: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]


def choices(events: Iterable[Keyed]) -> Choices:
    """What some events can be asked for."""
    known = [event for _, event in events]
    people = {one.name for event in known for one in (*event.principals, *event.counterparts) if one.name}
    codes = {code for event in known for code in countries_of(event)}
    kinds, statuses = {event.type for event in known}, {event.status for event in known}
    return Choices(
        people=tuple(sorted(people)),
        countries=tuple(sorted(((code, country(code)) for code in codes), key=lambda one: (one[1], one[0]))),
        kinds=tuple((kind, words) for kind, words in _KINDS.items() if kind in kinds),
        statuses=tuple((status, words) for status, words in STATUS.items() if status in statuses),
    )


def asked(query: Mapping[str, str]) -> dict[str, str]:
    """What of a query is about the list, without what was left empty."""
    return {name: value for name in NAMES if (value := query.get(name, "").strip())}


def asking(**wanted: str) -> str:
    """The end of an address that asks for it: `?country=NO`."""
    return f"?{urlencode(wanted)}" if wanted else ""


def wanted_events(events: Iterable[Keyed], wanted: Mapping[str, str]) -> tuple[Keyed, ...]:
    """The events that fit all that is asked for, in their order; what nobody can mean fits none."""
    return tuple(pair for pair in events if all(_fits(name, value, pair[1]) for name, value in wanted.items()))


def marks_of(event: Event) -> dict[str, str]:
    """What the script compares: the data attributes of an event in a list."""
    people = "|".join(one.name.lower() for one in (*event.principals, *event.counterparts) if one.name)
    first, last = _days(event)
    return {
        "data-kind": event.type,
        "data-status": event.status,
        "data-people": people,
        "data-countries": " ".join(dict.fromkeys(countries_of(event))),
        "data-first": first.isoformat() if first else "",
        "data-last": last.isoformat() if last else "",
    }


def _fits(name: str, value: str, event: Event) -> bool:
    marks = marks_of(event)
    match name:
        case "person":
            return value.lower() in marks["data-people"]
        case "country":
            return value.upper() in marks["data-countries"].split()
        case "type":
            return value == event.type
        case "status":
            return value == event.status
        case "since":
            return _day(value) is not None and bool(marks["data-last"]) and marks["data-last"] >= value
        case _:
            return _day(value) is not None and bool(marks["data-first"]) and marks["data-first"] <= value


def _days(event: Event) -> tuple[date | None, date | None]:
    """The first and last day; where one end alone is known, that day is both."""
    first, last = bounds(event.when) if event.when and is_valid(event.when) else (None, None)
    return first or last, last or first


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None
