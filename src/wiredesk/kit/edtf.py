"""Days that may be vague, as EDTF (ISO 8601-2): the subset that a news desk prints.

    2023-04-14   2023-04   2023   202X (or 2020s)   20XX   XXXX-04-14   2023-21 (spring) to 2023-24 (winter)
    A/B   A/ (end not given)   /B (start not given)   with A and B of the above

Seasons are those of ISO 8601-2, "independent of location": spring is March in Rome and September in Lima.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "open"]

_POINT = re.compile(
    r"(?P<year>\d{4}|XXXX)-(?P<month>\d\d)-(?P<day>\d\d)|(?P<year2>\d{4}|XXXX)-(?P<month2>\d\d)"
    r"|(?P<year3>\d{4})|(?P<decade>\d{3})(?:X|0s)|(?P<century>\d\d)XX"
)
_SEASONS = range(21, 25)
_ORDER: tuple[Precision, ...] = ("day", "interval", "month", "season", "open", "year", "decade", "century")
Bounds = tuple[date | None, date | None]


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds:
    """First and last day (inclusive) that `edtf` may mean; None for an end that is not given.

    An unspecified year gives (None, None). Raises ValueError for anything outside the subset.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)[1]
    start = _point(first)[1][0] if first else None
    end = _point(last)[1][1] if last else None
    if (not first and not last) or (start and end and start > end):
        raise ValueError(f"not an EDTF interval: {edtf!r}")
    return start, end


@lru_cache(maxsize=4096)
def precision(edtf: str) -> Precision:
    """How exact `edtf` is: its unit, `interval` (both ends given) or `open`. Raises ValueError on junk."""
    bounds(edtf)
    first, slash, last = edtf.partition("/")
    if slash:
        return "interval" if first and last else "open"
    return _point(edtf)[0]


def is_valid(edtf: str) -> bool:
    """Whether `edtf` is of the subset that this module reads."""
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def is_more_exact(a: str, b: str) -> bool:
    """Whether `a` leaves fewer days open than `b`; an end that is not given counts as endless.

    Where both are endless the finer unit wins: `2023-08-14/` is more exact than `2023/`.
    """
    return _width(a) < _width(b)


def interval(a: str, b: str) -> str:
    """From the start of `a` to the end of `b`, at their own precision: `2023-04-16/2023-04-19`; `a` if both are equal.

    An interval given as `a` lends its start, one given as `b` its end. Raises ValueError if it would end
    before it starts.
    """
    start = a.partition("/")[0] if "/" in a else a
    end = b.partition("/")[2] if "/" in b else b
    result = start if start == end else f"{start}/{end}"
    bounds(result)
    return result


def lasting(start: str, days: int) -> str | None:
    """A stay of `days` days that begins on the day `start`, both ends counted; None if `start` is no single day.

    `lasting("2023-08-14", 6)` is `2023-08-14/2023-08-19`. An interval lends its first day.
    """
    first = start.partition("/")[0]
    if days < 1 or not first or precision(first) != "day":
        return None
    day = bounds(first)[0]
    if day is None:
        return None
    try:
        last = day + timedelta(days=days - 1)
    except OverflowError:
        return None
    return interval(day.isoformat(), last.isoformat())


def compatible(a: str, b: str) -> bool:
    """Whether `a` and `b` could be the same time: their days overlap.

    Where a year is unspecified, month and day are compared with those of the other side's days.
    """
    unspecified = [value for value in (a, b) if "XXXX" in value]
    if unspecified:
        bounds(a), bounds(b)  # junk raises
        if len(unspecified) == 2:
            return a.startswith(b) or b.startswith(a)
        return _recurs(unspecified[0], b if unspecified[0] == a else a)
    (a_start, a_end), (b_start, b_end) = bounds(a), bounds(b)
    return (a_start or date.min) <= (b_end or date.max) and (b_start or date.min) <= (a_end or date.max)


def contains(outer: str, inner: str) -> bool:
    """Whether every day of `inner` lies in `outer` (`2023-04` contains `2023-04-16/2023-04-19`)."""
    (start, end), (inner_start, inner_end) = bounds(outer), bounds(inner)
    return (start or date.min) <= (inner_start or date.min) and (inner_end or date.max) <= (end or date.max)


def _point(edtf: str) -> tuple[Precision, Bounds]:
    match = _POINT.fullmatch(edtf)
    if not match:
        raise ValueError(f"not an EDTF day: {edtf!r}")
    if match["century"]:
        return "century", _years(int(match["century"]) * 100, 100, edtf)
    if match["decade"]:
        return "decade", _years(int(match["decade"]) * 10, 10, edtf)
    if match["year3"]:
        return "year", _years(int(match["year3"]), 1, edtf)
    year, month = match["year"] or match["year2"], int(match["month"] or match["month2"])
    if match["year"] is None and month in _SEASONS and year != "XXXX":
        return "season", _season(int(year), month, edtf)
    if not 1 <= month <= 12 or year == "0000":
        raise ValueError(f"no such month: {edtf!r}")
    unknown = year == "XXXX"
    days = monthrange(2000 if unknown else int(year), month)[1]
    day = int(match["day"]) if match["day"] else None
    if day is not None and not 1 <= day <= days:
        raise ValueError(f"no such day: {edtf!r}")
    unit: Precision = "month" if day is None else "day"
    if unknown:
        return unit, (None, None)
    return unit, (date(int(year), month, day or 1), date(int(year), month, day or days))


def _years(first: int, count: int, edtf: str) -> tuple[date, date]:
    if first + count - 1 < 1:
        raise ValueError(f"no such year: {edtf!r}")
    return date(max(first, 1), 1, 1), date(first + count - 1, 12, 31)


def _season(year: int, season: int, edtf: str) -> tuple[date, date]:
    """The year, and for winter and (south of the equator) summer the turn of it: location is not known."""
    start, end = _years(year, 1, edtf)
    if season in (22, 24) and year < 9999:
        end = date(year + 1, 3, 31)
    return start, end


def _width(edtf: str) -> tuple[int, int]:
    start, end = bounds(edtf)
    rank = _ORDER.index(precision(edtf))
    if start and end:
        return (end - start).days, rank
    given = edtf.strip("/")
    return date.max.toordinal(), _ORDER.index(precision(given)) if given != edtf else rank


def _recurs(unspecified: str, other: str) -> bool:
    """Whether `XXXX-04` or `XXXX-04-14` falls on one of the days of `other`."""
    if "/" in unspecified:
        return True  # ends in unspecified years: nothing speaks against it
    start, end = bounds(other)
    if start is None or end is None or (end - start).days >= 1461:
        return True
    days = (start + timedelta(days=step) for step in range((end - start).days + 1))
    wanted = unspecified[5:]
    return any(day.isoformat()[5 : 5 + len(wanted)] == wanted for day in days)
