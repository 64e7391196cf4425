"""What was put off to days that are told: it does take place, on other days than it was to."""

from __future__ import annotations

from datetime import date

from wiredesk.kit.edtf import compatible, is_valid
from wiredesk.types import Event


def days_before(event: Event) -> str | None:
    """The days (EDTF) that an event had before it was put off to those that it has now, by the first report that gives
    any; None where none gives others, or it was not put off to new days."""
    if not event.rescheduled or not event.when or not is_valid(event.when):
        return None
    by_day = sorted(event.history, key=lambda report: (report.day or date.max, report.article))
    first = next((report.when for report in by_day if report.when and is_valid(report.when)), None)
    return None if first is None or compatible(first, event.when) else first
