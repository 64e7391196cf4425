"""What was put off, or brought forward, to days that are told: it does take place, on other days than it was to."""

from __future__ import annotations

from datetime import date

from wiredesk.kit.edtf import bounds, compatible, is_valid
from wiredesk.kit.ruled import set_mark
from wiredesk.publish.days import day_words
from wiredesk.publish.words import STATUS
from wiredesk.types import Event, EventReport, Turn

_AHEAD = ("announced", "expected", "invited")
"""Statuses of which it is said that the days are not the first: once a visit is under way its course tells of that."""


def days_before(event: Event) -> str | None:
    """The days (EDTF) that an event had before it was moved to those that it has now, by the first report that gives
    any; None where none gives others, or it was not moved to new days."""
    if not _is_moved(event) or not event.when or not is_valid(event.when):
        return None
    by_day = sorted(event.history, key=lambda report: (report.day or date.max, report.article))
    first = next((report.when for report in by_day if report.when and is_valid(report.when)), None)
    return None if first is None or compatible(first, event.when) else first


def when_words(event: Event) -> str:
    """The days of an event in a reader's words, and that an editor set them."""
    return f"{day_words(event.when)}{set_mark(event, 'when')}"


def status_words(event: Event, today: date | None = None) -> str:
    """How an event stands, in a reader's words: of one that was moved to new days never only that it was put off, but
    "moved to 3 June 2031 (was 16 May 2031)"; of one whose days are past on `today`, and of which no report says that it
    came to pass, that it was not reported since."""
    since = ", not reported since" if is_unreported(event, today) else ""
    words = STATUS[event.status]
    if not _is_moved(event) or not event.when:
        return words + since
    before = days_before(event)
    moved = f"moved to {when_words(event)}{f' (was {day_words(before)})' if before else ''}"
    if event.status == "postponed":
        return moved + since
    return f"{words}, {moved}{since}" if before else words + since


def is_unreported(event: Event, today: date | None) -> bool:
    """Whether the days of what was to come are past on a day (None: never), and no report says that it came."""
    ahead = event.status in _AHEAD or (event.status == "postponed" and event.rescheduled)
    if today is None or not ahead or not event.when or not is_valid(event.when):
        return False
    start, end = bounds(event.when)
    last = end or start
    return last is not None and last < today


def report_words(report: EventReport) -> str:
    """What one report said of how an event stands, and of its days."""
    if report.rescheduled and report.when:
        return f"moved to {day_words(report.when)}"
    return f"{STATUS[report.status]}, {day_words(report.when)}"


def replaced_days(turn: Turn, event: Event) -> str | None:
    """The days (EDTF) of a turn that do not stand by an editor's word: it gave others, or joined with the event one
    that is on others."""
    reported = next((one.reported for one in event.rulings if one.field == "when"), None)
    days = {reported} if isinstance(reported, str) else set()
    if turn.kind in ("begun", "held", "ended"):
        return next((one for one in days if one != turn.when), None)
    if any(one.kind == "join" for one in event.rulings):
        days |= {one.value for one in event.otherwise if one.field == "when" and isinstance(one.value, str)}
    return turn.when if turn.when in days and turn.when != event.when else None


def _is_moved(event: Event) -> bool:
    if event.rescheduled:
        return True
    return event.status in _AHEAD and any(one.rescheduled or one.status == "postponed" for one in event.history)
