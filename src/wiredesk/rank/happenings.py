"""The signal of events: what a story's visits, meetings and calls weigh on the edition's day.

What will be soon weighs more than what was long ago; that something was called off is news of the day on which it was
called off, whenever it was to be.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from wiredesk.kit.edtf import bounds
from wiredesk.rank.rules import NEWS_SHARE, Weights
from wiredesk.rank.seen import Seen, Signal, count, linear, listed
from wiredesk.types import Event

_CALLED_OFF = ("cancelled", "postponed", "denied")


def events(seen: Seen, weights: Weights) -> Signal:
    """The events that it tells of, by type, status and distance from the day."""
    by_type = {"visit": weights.visit, "meeting": weights.meeting, "call": weights.call}
    weight = 0.0
    kinds: Counter[tuple[str, str]] = Counter()
    for event in seen.events:
        near = _nearness(event, seen, weights)
        weight += (
            by_type[event.type] * near * {"invited": weights.invited, "denied": weights.denied}.get(event.status, 1.0)
        )
        how = "moved" if event.rescheduled else event.status  # it does take place, on other days
        named = f"{how} {event.type}" if event.status in _CALLED_OFF else event.type
        kinds[named, "" if near >= NEWS_SHARE else _far(event, seen)] += 1
    told = listed([f"{count(number, kind)}{far}" for (kind, far), number in sorted(kinds.items())]) if kinds else ""
    return Signal(
        value=round(weight, 4),
        strength=linear(weight, weights.events_full),
        text=f"tells of {told}" if told else "tells of no visit, meeting or call",
    )


def _far(event: Event, seen: Seen) -> str:
    """Words for an event that is no news of the day: when it is, as far as that is known."""
    if event.when is None or event.status in _CALLED_OFF:
        return " of the past"
    first, last = bounds(event.when)
    return " far ahead" if (first or last or seen.day) > seen.day else " of the past"


def _nearness(event: Event, seen: Seen, weights: Weights) -> float:
    """1 for what is news on the day, halving with distance, never below `background`.

    An undated event is taken to be news unless it is told as completed.
    """
    if event.status in _CALLED_OFF:
        said = _said_on(event, seen)
        return _grade(said, said, seen.day, weights) if said else weights.background
    if event.when is None:
        return weights.background if event.status == "completed" else 1.0
    first, last = bounds(event.when)
    return _grade(first or last or seen.day, last or first or seen.day, seen.day, weights)


def _grade(first: date, last: date, day: date, weights: Weights) -> float:
    ahead, back = (first - day).days, (day - last).days
    away, reach = (ahead, weights.event_days) if ahead > 0 else (max(0, back), weights.event_days_past)
    if away <= reach:
        return 1.0
    halved = 0.5 ** ((away - reach) / reach) if reach > 0 else 0.0
    return max(weights.background, float(halved))


def _said_on(event: Event, seen: Seen) -> date | None:
    """The day of the first report, by the edition's day, that told the event as it stands now."""
    reports = [one.day for one in event.history if one.status == event.status and one.day and one.day <= seen.day]
    told = [article.day for article in seen.visible if article.id in event.articles and article.day]
    return min(reports, default=min(told, default=None))
