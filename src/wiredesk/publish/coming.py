"""Which events are still to come or go on, on a day; and which are of a story's own days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from wiredesk.kit.edtf import bounds, is_valid
from wiredesk.publish.data import Keyed
from wiredesk.publish.rules import NEAR_DAYS, OPEN_EVENT_DAYS
from wiredesk.types import Event, Story

_PAST = frozenset({"completed", "denied"})
_AHEAD = frozenset({"announced", "expected", "invited", "postponed"})
"""Statuses of events that are over or never were, and of those that are looked forward to."""


def is_coming(event: Event, today: date | None) -> bool:
    """Whether an event is not over by a day (None: any); without a day of its own, whether it is looked forward to."""
    if event.status in _PAST:
        return False
    start, end = bounds(event.when) if event.when and is_valid(event.when) else (None, None)
    last = end or start
    if last is None or start is None:
        return last is None and event.status in _AHEAD
    if end is None and event.status == "underway":
        last = start + timedelta(days=OPEN_EVENT_DAYS)
    return today is None or last >= today


def parted_from_background(story: Story, events: Iterable[Keyed]) -> tuple[tuple[Keyed, ...], tuple[Keyed, ...]]:
    """A story's events in their order: those that lie near its reports' days or have no day, and what they recall of
    long before or expect of long after; without any near ones all are the story's matter."""
    pairs = tuple(events)
    near = tuple(pair for pair in pairs if _is_near(story, pair[1]))
    return (near, tuple(pair for pair in pairs if pair not in near)) if near else (pairs, ())


def _is_near(story: Story, event: Event) -> bool:
    start, end = bounds(event.when) if event.when and is_valid(event.when) else (None, None)
    first, last = start or end, end or start
    told_first, told_last = story.first or story.last, story.last or story.first
    if first is None or last is None or told_first is None or told_last is None:
        return True
    return (told_first - last).days <= NEAR_DAYS and (first - told_last).days <= NEAR_DAYS
