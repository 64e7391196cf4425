"""Who met whom, by the events of the ledger: other people of somebody's events, other countries of a country's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wiredesk.publish.data import Keyed, SiteData
from wiredesk.publish.visits import course
from wiredesk.types import Event, Person, PersonRecord


@dataclass(frozen=True, kw_only=True)
class Encounter:
    """Somebody, or a country (alpha-2), with the events in which they met or are to meet, in the order given."""

    person: Person | None
    country: str | None
    events: tuple[Keyed, ...]


def people_met(data: SiteData, record: PersonRecord, events: Iterable[Keyed]) -> tuple[Encounter, ...]:
    """Whom a person met or is to meet in some events; those met most often first, then in the order of the events.

    A visitor meets the visit's hosts and not those who travel along. What is off is no encounter.
    """
    found: dict[object, tuple[Person, list[Keyed]]] = {}
    for key, event in events:
        if course(event) == "off":
            continue
        for other in _others(data, record, event):
            known = data.person(other) if other.name else None
            identity = known.id if known else (other.name, None if other.name else other.role, other.country)
            found.setdefault(identity, (other, []))[1].append((key, event))
    met = [Encounter(person=one, country=one.country, events=_once(pairs)) for one, pairs in found.values()]
    return tuple(sorted(met, key=lambda one: -len(one.events)))


def countries_met(code: str, events: Iterable[Keyed]) -> tuple[Encounter, ...]:
    """The countries whose officials those of a country met or are to meet, or to which visits went and came from."""
    found: dict[str, list[Keyed]] = {}
    for key, event in events:
        if course(event) == "off":
            continue
        for other in _partners(code, event):
            found.setdefault(other, []).append((key, event))
    met = [Encounter(person=None, country=other, events=_once(pairs)) for other, pairs in found.items()]
    return tuple(sorted(met, key=lambda one: -len(one.events)))


def _others(data: SiteData, record: PersonRecord, event: Event) -> tuple[Person, ...]:
    def is_meant(one: Person) -> bool:
        known = data.person(one) if one.name else None
        return known is not None and known.id == record.id

    travels = any(map(is_meant, event.principals))
    if event.type == "visit":
        return event.counterparts if travels else event.principals
    return tuple(one for one in event.principals if not is_meant(one))


def _partners(code: str, event: Event) -> tuple[str, ...]:
    own = {one.country for one in event.principals}
    if event.type != "visit":
        others = [one.country for one in event.principals] if code in own else []
    elif code in own:
        others = list(event.destination)
    else:
        others = [one.country for one in event.principals] if code in event.destination else []
    return tuple(dict.fromkeys(one for one in others if one and one != code))


def _once(pairs: Iterable[Keyed]) -> tuple[Keyed, ...]:
    return tuple(dict(pairs).items())
