"""What was put off to days that are told: it does take place, on other days than it was to."""

from __future__ import annotations

from datetime import date

from wiredesk.kit.edtf import compatible, is_valid
from wiredesk.types import Event


def days_before(event: Event) -> str | None:
    """The days (EDTF) that an event had before it was put off to those that it has now; None if it was not.

    They are those of the first report that gives any. Where nothing but a postponement is known, the days that stand
    in it may be the old ones (`docs/reference/codebook.md`): it is not taken for one with new days.
    """
    if event.status != "postponed" or not event.when or not is_valid(event.when):
        return None
    by_day = sorted(event.history, key=lambda report: (report.day or date.max, report.article))
    first = next((report for report in by_day if report.when and is_valid(report.when)), None)
    if first is None or first.when is None or compatible(first.when, event.when):
        return None
    return first.when
