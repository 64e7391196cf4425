"""What the list of events is asked for: person, country, kind, status, days.

The names are those of the API's query. A served site answers them itself; in a folder a small script does, over what
`marks_of` says of each event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from wiredesk.kit.edtf import bounds, is_valid
from wiredesk.publish.data import Keyed, SiteData, countries_of
from wiredesk.publish.words import STATUS, country
from wiredesk.types import Event, Person

NAMES = ("person", "country", "type", "status", "since", "until")
_CHOSEN = {"postponed": "postponed or moved"}
"""What a status is called among the choices, where an event says it in several ways."""
_KINDS = {"visit": "Visits", "meeting": "Meetings", "call": "Calls"}


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What a form offers: names of people, and values with their words, as far as the events have them."""

    people: tuple[str, ...]
    countries: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]


def choices(data: SiteData) -> Choices:
    """What the events of a site can be asked for; people by the fullest names that the desk has of them."""
    known = [event for _, event in data.events_by_day]
    people = {_names(data, one)[0] for event in known for one in _people(event)}
    codes = {code for event in known for code in countries_of(event)}
    kinds, statuses = {event.type for event in known}, {event.status for event in known}
    return Choices(
        people=tuple(sorted(people)),
        countries=tuple(sorted(((code, country(code)) for code in codes), key=lambda one: (one[1], one[0]))),
        kinds=tuple((kind, words) for kind, words in _KINDS.items() if kind in kinds),
        statuses=tuple((status, _CHOSEN.get(status, words)) for status, words in STATUS.items() if status in statuses),
    )


def asked(query: Mapping[str, str]) -> dict[str, str]:
    """What of a query is about the list, without what was left empty."""
    return {name: value for name in NAMES if (value := query.get(name, "").strip())}


def asking(**wanted: str) -> str:
    """The end of an address that asks for it: `?country=NO`."""
    return f"?{urlencode(wanted)}" if wanted else ""


def wanted_events(data: SiteData, wanted: Mapping[str, str]) -> tuple[Keyed, ...]:
    """The events that fit all that is asked for, newest first; what nobody can mean fits none."""
    marked = ((pair, marks_of(data, pair[1])) for pair in data.events_by_day)
    return tuple(pair for pair, marks in marked if all(_fits(name, value, marks) for name, value in wanted.items()))


def marks_of(data: SiteData, event: Event) -> dict[str, str]:
    """What the script compares: the data attributes of an event in a list."""
    names = dict.fromkeys(name.lower() for one in _people(event) for name in _names(data, one))
    first, last = _days(event)
    return {
        "data-kind": event.type,
        "data-status": event.status,
        "data-people": "|".join(names),
        "data-countries": " ".join(dict.fromkeys(countries_of(event))),
        "data-first": first.isoformat() if first else "",
        "data-last": last.isoformat() if last else "",
    }


def _people(event: Event) -> list[Person]:
    return [one for one in (*event.principals, *event.counterparts) if one.name]


def _names(data: SiteData, person: Person) -> tuple[str, ...]:
    """A person's name as the desk has it and as the event has it: one link finds all events of somebody."""
    known = data.person(person)
    printed = person.name or ""
    return tuple(dict.fromkeys([known.name, printed])) if known else (printed,)


def _fits(name: str, value: str, marks: Mapping[str, str]) -> bool:
    match name:
        case "person":
            return value.lower() in marks["data-people"]
        case "country":
            return value.upper() in marks["data-countries"].split()
        case "type":
            return value == marks["data-kind"]
        case "status":
            return value == marks["data-status"]
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
