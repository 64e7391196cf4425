"""Stories tied by events of the ledger: one event, a journey told beforehand, two journeys or meetings."""

from __future__ import annotations

from datetime import timedelta

from wiredesk.kit.places import country_name
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.encounters import (
    both_at,
    called,
    days_apart,
    leg,
    legs,
    span,
    told_as,
    travels,
)
from wiredesk.stories.tying.pair import Found, Pair
from wiredesk.types import Event


def one_event(pair: Pair, rules: Rules) -> Found | None:
    """One event of the ledger, at the top of both; or of one, where they share matter besides."""
    both = [key for key in pair.met[1] if key in pair.met[0]]
    if not both and pair.matter >= rules.thread_matter:
        both = [key for key in (*pair.met[0], *pair.met[1]) if key in pair.told[0] and key in pair.told[1]]
    if not both:
        return None
    event = min((pair.met[1].get(key) or pair.met[0][key] for key in both), key=_weight)
    by = tuple(one.name for one in event.principals if one.name)
    return Found(f"both tell of {told_as(event)}", (*by, *map(country_name, event.destination)), None)


def foretold(pair: Pair, rules: Rules) -> Found | None:
    """A visit of which the earlier report tells beforehand, and that took its traveller where the later story is."""
    later, margin = pair.later, timedelta(days=rules.recalled_margin_days)
    if later.earliest is None or later.latest is None:
        return None
    for event in pair.told[0].values():
        first, last = span(event)
        visitor = next((one for one in pair.people if travels(one, event)), None)
        there = [code for code in event.destination if f"country:{code}" in later.places]
        if visitor is None or not there or first is None or last is None:
            continue
        if first - margin <= later.latest and later.earliest <= last + margin:
            return Found(
                f"the earlier report tells of {told_as(event)}", (str(visitor.name), *map(country_name, there)), None
            )
    return None


def _weight(event: Event) -> int:
    return ("visit", "meeting", "call").index(event.type)


def encounters(pair: Pair, rules: Rules) -> Found | None:
    """Two visits of one person, to the same country, soon after one another or over the same matter; two meetings or
    calls of the same two."""
    best: tuple[tuple[bool, bool, int], Found] | None = None
    for one in pair.met[0].values():
        for other in pair.met[1].values():
            found = _two(one, other, pair, rules) if one.id != other.id else None
            if found is not None:
                apart = days_apart(one, other)
                away = not set(one.destination) & set(other.destination)
                order = (not one.type == other.type == "visit", away, rules.thread_days if apart is None else apart)
                best = min((best or (order, found)), (order, found), key=lambda each: each[0])
    return best[1] if best else None


def _two(one: Event, other: Event, pair: Pair, rules: Rules) -> Found | None:
    shared = both_at(one, other)
    if not shared:
        return None
    person = next((who for who in shared if travels(who, one) and travels(who, other)), None)
    if person is not None:
        apart = days_apart(one, other)
        same = set(one.destination) & set(other.destination)
        soon = apart is not None and apart <= rules.thread_tour_days
        if not (same or soon or pair.matter >= rules.thread_matter):
            return None
        reason = f"Two visits of {called(person)}{legs(one, other)}"
        where = [country_name(code) for code in (*one.destination, *other.destination)]
        return Found(reason, (str(person.name), *dict.fromkeys(where)), f"{person.name} abroad")
    if len(shared) > 1 and {each.country for each in shared} - {shared[0].country}:
        first, second = shared[:2]
        told = f"{one.type}{_after_space(leg(one))}, {other.type}{_after_space(leg(other))}"
        return Found(
            f"{called(first)} and {called(second)} in both: {told}",
            (str(first.name), str(second.name)),
            f"{first.name} and {second.name}",
        )
    return None


def _after_space(words: str) -> str:
    return f" {words}" if words else ""
