"""The line of days that drawings share: where each day stands, and where the line leaves time out, which it says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import svg
from markupsafe import escape

from wiredesk.publish.rules import TIMELINE_DAY_GAP, TIMELINE_GAP

_EDGE = 4.0
"""Room above the first and below the last row."""
_WEEKS, _MONTHS, _YEARS = 14, 70, 1096
"""Days from which on a gap is told in weeks, months and years."""


def lay_out(days: Sequence[date], heights: Sequence[float]) -> tuple[list[float], float]:
    """Where the row of each day begins, and where the drawing ends. Between rows stands the time between their days,
    up to a widest gap."""
    tops: list[float] = []
    top = _EDGE
    for number, (day, height) in enumerate(zip(days, heights, strict=True)):
        if number:
            top += min(TIMELINE_GAP, (day - days[number - 1]).days * TIMELINE_DAY_GAP)
        tops.append(top)
        top += height
    return tops, top + _EDGE


def axis_line(
    x: float,
    label: float,
    days: Sequence[date],
    tops: Sequence[float],
    heights: Sequence[float],
    middles: Sequence[float],
) -> list[svg.Element]:
    """The line at `x` from the middle of the first row to that of the last; where it leaves time out it is broken, and
    how long that is stands beside it at `label`."""
    drawn: list[svg.Element] = []
    start = middles[0]
    for number in range(1, len(days)):
        apart = (days[number] - days[number - 1]).days
        if apart * TIMELINE_DAY_GAP <= TIMELINE_GAP:
            continue
        above, below = tops[number - 1] + heights[number - 1], tops[number]
        drawn += [
            svg.Line(x1=x, x2=x, y1=start, y2=above, class_=["axis"]),
            svg.Line(x1=x, x2=x, y1=above, y2=below, class_=["left-out"]),
            svg.Text(x=label, y=(above + below) / 2 + 4, class_=["left-out"], text=time_between(apart)),
        ]
        start = below
    drawn.append(svg.Line(x1=x, x2=x, y1=start, y2=middles[-1], class_=["axis"]))
    return drawn


def time_between(days: int) -> str:
    """How long a gap is, in the unit in which people count such a time."""
    if days < _WEEKS:
        return f"{days} days"
    if days < _MONTHS:
        return f"{round(days / 7)} weeks"
    if days < _YEARS:
        return f"{round(days / 30.44)} months"
    return f"{round(days / 365.25)} years"


def safe(text: str) -> str:
    """A text for svg.py, which writes texts as they are."""
    return str(escape(text))
