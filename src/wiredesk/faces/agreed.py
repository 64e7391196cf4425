"""Agreement between two coders, for people."""

from __future__ import annotations

from collections.abc import Iterator

from wiredesk.coding import Agreement


def agreement_lines(found: Agreement, a: str, b: str) -> Iterator[str]:
    """The lines that `wiredesk code compare` prints."""
    yield f"articles    {found.articles} coded by both"
    yield f"events      {found.matched} by both, {found.only_a} by {a} alone, {found.only_b} by {b} alone"
    yield f"event F1    {_number(found.event_f1)}"
    yield f"record      {_number(found.record)} of the events that both have agree in every field but role and country"
    yield ""
    yield f"{'field':14}{'items':>6}{'agree':>8}{'percent':>9}{'kappa':>8}"
    for name, one in found.fields.items():
        percent = "-" if one.share is None else f"{one.share:.1%}"
        yield f"{name:14}{one.items:6}{one.agree:8}{percent:>9}{_number(one.kappa):>8}"
    for name, cells in found.confusion.items():
        rows = sorted({one for one, _, _ in cells})
        columns = sorted({other for _, other, _ in cells})
        if len(rows) < 2 and len(columns) < 2:
            continue
        counts = {(one, other): count for one, other, count in cells}
        yield ""
        yield f"{name}: rows {a}, columns {b}"
        yield " " * 12 + "".join(f"{column:>11}" for column in columns)
        for row in rows:
            yield f"{row:12}" + "".join(f"{counts.get((row, column), 0):11}" for column in columns)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
