"""Places times that are counted from another one, or from the time told before."""

from __future__ import annotations

from datetime import date, timedelta

from wiredesk.kit import edtf
from wiredesk.kit.times.nearest import TenseOf, choose, shifted, unit_of
from wiredesk.kit.times.shapes import Offset, Shape

# "The tenth anniversary" of the day told before must fall about now; else another event's is meant. Set by hand.
ANNIVERSARY_DAYS = 366


def counted(value: str, inner: Shape, unit: str, shift: int) -> str | None:
    """ "the day after May 1", "three years ago this month": at the precision of what is counted from."""
    start, precision = edtf.bounds(value)[0], edtf.precision(value)
    if start is None:
        return None
    if isinstance(inner, Offset) and inner.unit == "week" and precision == "interval":
        return unit_of("week", shifted(start, unit, shift) + timedelta(days=3))
    allowed = {"day": ("day",), "week": ("day",), "fortnight": ("day",), "month": ("day", "month")}
    if precision not in allowed.get(unit, ("day", "month", "year")):
        return None
    return unit_of(precision, shifted(start, unit, shift))


def anniversary(years: int | None, told: str, published: date | None, tense: TenseOf) -> str | None:
    """So many years after the day told before, if that is near publication; else nobody can say of what it is."""
    if edtf.precision(told) != "day":
        return None
    day = date.fromisoformat(told)
    if years is not None:
        found = shifted(day, "year", years)
        far = published is not None and abs((found - published).days) > ANNIVERSARY_DAYS
        return None if far else found.isoformat()
    if published is None:
        return None
    around = (shifted(day, "year", published.year - day.year + step) for step in (-1, 0, 1))
    return choose([(one, one, one.isoformat()) for one in around if one > day], published, tense)


def told_weekday(weekday: int, shift: int, told: str) -> str | None:
    """ "the following Monday", "the previous Friday": the first such day after or before."""
    if edtf.precision(told) not in ("day", "interval"):
        return None
    start, end = edtf.bounds(told)
    day = end if shift > 0 else start
    if day is None:
        return None
    distance = (weekday - day.weekday()) % 7 or 7
    return (day + timedelta(days=distance if shift > 0 else distance - 7 or -7)).isoformat()


def narrative(unit: str, shift: int, told: str) -> str | None:
    """Counted from the end of what was told; a time told vaguer than the unit gives nothing to count from."""
    exact: tuple[str, ...] = ("day", "interval")
    if unit in ("month", "quarter"):
        exact += ("month",)
    elif unit in ("year", "decade", "century"):
        exact += ("month", "year")
    end = edtf.bounds(told)[1]
    if end is None or edtf.precision(told) not in exact:
        return None
    return unit_of(unit, shifted(end, unit, shift))
