"""The visits, meetings and calls of which stories tell at their top, and how these tie two stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from wiredesk.kit import edtf
from wiredesk.kit.names import refers, same_name
from wiredesk.kit.places import country_name
from wiredesk.kit.prose import MONTHS, listed, short_day
from wiredesk.stories.readings import Readings
from wiredesk.types import Citation, Event, EventStatus, Person, Story

_OFF: Mapping[EventStatus, str] = {"cancelled": "cancelled", "postponed": "put off", "denied": "denied"}


Told = tuple[Mapping[str, Event], Mapping[str, Event]]
"""Events by id, of an earlier and a later story."""


class Encounters:
    """The ledger's events by the stories whose reports tell of them."""

    def __init__(self, stories: Sequence[Story], events: Iterable[Event], readings: Readings) -> None:
        story_of = {id_: story.id for story in stories for id_ in story.articles}
        self._at_top: defaultdict[str, dict[str, Event]] = defaultdict(dict)
        self._told: defaultdict[str, dict[str, Event]] = defaultdict(dict)
        for number, event in enumerate(events):
            key = event.id or str(number)
            first = event.evidence[:1]  # all are held at once, and what reports say weighs most
            known = replace(event, evidence=first, history=(), support={}, otherwise=(), course=())
            for piece in event.evidence:
                story = story_of.get(piece.article)
                if story is not None:
                    self._told[story].setdefault(key, known)
                    if _is_at_top(piece, readings):
                        self._at_top[story].setdefault(key, known)

    def of_pair(self, earlier: str, later: str) -> tuple[Told, Told]:
        """The events of two stories, by id: those of which headline, lead or opening of a report tell, then all."""
        return (
            (self._at_top.get(earlier, {}), self._at_top.get(later, {})),
            (self._told.get(earlier, {}), self._told.get(later, {})),
        )

    def of_several(self) -> Iterator[tuple[str, ...]]:
        """For each event that several stories tell, one of them at its top: these stories."""
        by_event: defaultdict[str, list[str]] = defaultdict(list)
        for story, events in self._told.items():
            for key in events:
                by_event[key].append(story)
        for key, stories in by_event.items():
            if len(stories) > 1 and any(key in self._at_top.get(one, ()) for one in stories):
                yield tuple(stories)


def _is_at_top(piece: Citation, readings: Readings) -> bool:
    if piece.part in ("headline", "lead"):
        return True
    return piece.part == "body" and piece.article in readings and piece.start < readings.traits(piece.article).opening


def takes_part(person: Person, event: Event) -> bool:
    """Whether somebody is among those of an event."""
    return any(_is_one(person, one) for one in (*event.principals, *event.counterparts))


def travels(person: Person, event: Event) -> bool:
    """Whether somebody is the visitor of a visit."""
    return event.type == "visit" and any(_is_one(person, one) for one in event.principals)


def both_at(event: Event, other: Event) -> list[Person]:
    """Who takes part in both, the visitors first, as the later of the two tells of them."""
    people = (*other.principals, *other.counterparts)
    return [one for one in people if one.name and takes_part(one, event)]


def _is_one(one: Person, other: Person) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    if not one.name or not other.name:
        return False
    return same_name(one.name, other.name) or refers(one.name, other.name) or refers(other.name, one.name)


def days_apart(event: Event, other: Event) -> int | None:
    """Days between the end of the earlier and the beginning of the later one; None where either has no day."""
    spans = sorted(map(span, (event, other)), key=lambda one: one[0] or date.max)
    end, begin = spans[0][1] or spans[0][0], spans[1][0]
    return max(0, (begin - end).days) if end and begin else None


def span(event: Event) -> tuple[date | None, date | None]:
    """First and last day that its time may mean; one of them for both where the other is not given."""
    first, last = edtf.bounds(event.when) if event.when else (None, None)
    return first or last, last or first


def called(person: Person) -> str:
    """Somebody as a tie names him: "Defence Minister Maren Lindqvist of Norway"."""
    named = " ".join(part for part in (person.role, person.name) if part)
    return f"{named} of {country_name(person.country)}" if person.country else named


def told_as(event: Event) -> str:
    """One event in words: "the visit of ... to Norway from 16 to 18 April 2031"."""
    people = [called(one) for one in event.principals if one.name] or [called(one) for one in event.principals]
    if event.type == "visit":
        words = f"the visit of {listed(people)}{_to(event)}"
    else:
        words = f"the {event.type} of {listed(people)}{_in(event)}"
    when = days(event)
    return f"{words} {when}" if when else words


def _to(event: Event) -> str:
    names = [country_name(code) for code in event.destination]
    return f" to {listed(names)}" if names else ""


def _in(event: Event) -> str:
    names = [country_name(code) for code in event.destination]
    return f" in {listed(names)}" if names else ""


def legs(one: Event, other: Event) -> str:
    """Where and when of two visits: " to Norway: from 16 to 18 April 2031, on 7 May 2031"."""
    if one.destination == other.destination and (days(one) or days(other)):
        times = [f"{days(event) or 'on days not told'}{_off(event)}" for event in (one, other)]
        return f"{_to(one)}: {', '.join(times)}"
    return f": {leg(one)}, {leg(other)}"


def leg(event: Event) -> str:
    """Where and when, for one of several: "to Norway from 16 to 18 April 2031"."""
    where = _to(event) if event.type == "visit" else _in(event)
    return " ".join(filter(None, (where.strip(), days(event)))) + _off(event)


def _off(event: Event) -> str:
    off = _OFF.get(event.status)
    return f" ({off})" if off else ""


def days(event: Event) -> str | None:
    """An event's time in words with their preposition, where it is a day, days or a month."""
    if event.when is None or "X" in event.when:
        return None
    first, last = edtf.bounds(event.when)
    exact = edtf.precision(event.when)
    if exact == "month" and first:
        return f"in {MONTHS[first.month - 1]} {first.year}"
    if exact == "open":
        return f"from {short_day(first)}" if first else f"until {short_day(last)}" if last else None
    if first is None or last is None or exact not in ("day", "interval"):
        return None
    if first == last:
        return f"on {short_day(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"from {first.day} to {short_day(last)}"
    return f"from {short_day(first)} to {short_day(last)}"
