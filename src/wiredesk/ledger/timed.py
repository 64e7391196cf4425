"""How outright a quotation names the time of its event."""

from __future__ import annotations

from wiredesk.annotate import find_times
from wiredesk.kit import edtf
from wiredesk.ledger.report import Report


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
