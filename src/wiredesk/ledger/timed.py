"""How the words of reports name the time of an event: outright by its date, or as a week."""

from __future__ import annotations

from collections.abc import Iterable

from wiredesk.annotate import find_times
from wiredesk.kit import edtf
from wiredesk.kit.agreed import is_calendar
from wiredesk.ledger.report import Report
from wiredesk.types import Event


def outright(quote: str, report: Report) -> int:
    """0 where a quotation names the time that its report gives by its date, 1 in other words ("on Monday"), 2 where it
    names a part of it or a time around it, 3 where none."""
    when = report.event.when
    if when is None or sum("when" in piece.fields for piece in report.event.evidence) < _SEVERAL:
        return 0
    best = 3
    for time in find_times(quote, report.day):
        if time.edtf == when:
            best = min(best, 0 if any(map(str.isdigit, time.text)) else 1)
        elif time.edtf and edtf.compatible(time.edtf, when):
            best = min(best, 2)
    return best


_SEVERAL = 2
"""With one quotation there is nothing to rank."""


def weeks_of(events: Iterable[Event]) -> frozenset[str]:
    """The times that are told as a calendar week or weekend, and by none of the events by a first and last day."""
    told: dict[str, bool] = {}
    for event in events:
        if event.when and is_calendar(event.when):
            told[event.when] = told.get(event.when, True) and _in_weeks(event)
    return frozenset(when for when, is_week in told.items() if is_week)


def _in_weeks(event: Event) -> bool:
    """Whether the words of an event's time say "week" or "weekend", and none of them names its days."""
    spans = [
        time.text.casefold()
        for piece in event.evidence
        if "when" in piece.fields
        for time in find_times(piece.quote, None)
        if time.kind == "span"
    ]
    return bool(spans) and all("week" in text for text in spans)
