"""Which events are still to come, or go on, on a day."""

from __future__ import annotations

from datetime import date, timedelta

from wiredesk.kit.edtf import bounds, is_valid
from wiredesk.publish.rules import OPEN_EVENT_DAYS
from wiredesk.types import Event

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
