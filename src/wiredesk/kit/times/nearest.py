"""The calendar day that a partial date means: the nearest to publication that the tense allows (codebook, "Dates")."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from wiredesk.kit import edtf
from wiredesk.kit.times import feasts
from wiredesk.kit.times.shapes import Calendar, Feast, NthWeekday, Tense

# A date without a year that the tense puts nearly a year away, while it is near on the other side, is a tense misread
# ("a visit that was set for April 16", printed on the 14th). Set by hand: no paper leaves out such a year.
FAR_DAYS = 300
NEAR_DAYS = 60
# Feasts are told a year back without a year ("she spoke on New Year's Day"), but hardly on their own eve. Set by hand.
FEAST_NEAR_DAYS = 30

Candidate = tuple[date, date, str]
TenseOf = Callable[[], Tense | None]


def later_day(told: date, day: int) -> str:
    """The first such day of a month after the one told before."""
    for shift in (0, 1, 2):
        month = shifted(told.replace(day=1), "month", shift)
        try:
            found = month.replace(day=day)
        except ValueError:
            continue
        if found >= told:
            return found.isoformat()
    raise ValueError(day)


def place(shape: Calendar, published: date | None, tense: TenseOf) -> str | None:
    """EDTF of a date in whole or in part; None where the day of publication is needed and not known.

    Raises ValueError for a day that does not exist.
    """
    if shape.year is not None and (shape.month or not shape.day):
        return in_year(shape, shape.year)[2]
    if published is None:
        return None
    possible = list(candidates(shape, published))
    if shape.side is not None:
        side = shape.side
        possible = [one for one in possible if _distance(one, published)]  # "last May" is not this one
        return choose(possible, published, lambda: side)
    if shape.named is not None and published.year >= shape.named:
        happened = in_year(shape, shape.named)
        if happened[0] <= published:
            return happened[2]
    if shape.weekday is not None and shape.month and len(possible) == 1:
        return possible[0][2]  # the weekday has told the year
    return choose(possible, published, tense)


def place_nth_weekday(shape: NthWeekday, published: date | None, tense: TenseOf) -> str | None:
    """ "the first Monday in May" of its year, or the nearest that the tense allows."""

    def in_month(year: int, month: int) -> date:
        day = feasts.nth_weekday(year, month, shape.weekday, shape.nth)
        if day.month != month:
            raise ValueError(f"no such weekday in {year}-{month}")
        return day

    if shape.month and shape.year:
        return in_month(shape.year, shape.month).isoformat()
    if published is None:
        return None
    if shape.month is None:
        month = shifted(published, "month", shape.shift or 0)
        return in_month(month.year, month.month).isoformat()
    days = [in_month(published.year + step, shape.month) for step in (-1, 0, 1)]
    return choose([(day, day, day.isoformat()) for day in days], published, tense)


def place_feast(shape: Feast, published: date | None, tense: TenseOf) -> str | None:
    """The day of a feast: in its year, or the nearest that the tense allows, however far that is."""
    day_of = feasts.FEASTS[shape.name]
    if shape.year is not None:
        return day_of(shape.year).isoformat()
    if published is None:
        return None
    if shape.shift is not None:
        return day_of(published.year + shape.shift).isoformat()
    days = [day_of(published.year + step) for step in (-1, 0, 1)]
    if shape.side is not None:
        side = shape.side
        days = [day for day in days if day != published]
        return choose([(day, day, day.isoformat()) for day in days], published, lambda: side, near=0)
    return choose([(day, day, day.isoformat()) for day in days], published, tense, near=FEAST_NEAR_DAYS)


def candidates(shape: Calendar, published: date) -> Iterator[Candidate]:
    """The times around publication that a date without its year, month or week may mean."""
    if shape.month or shape.quarter or shape.half:
        yield from _in_years(shape, published)
    elif shape.day:
        for shift in range(-11, 12) if shape.weekday is not None else (-1, 0, 1):
            month = shifted(published, "month", shift)
            try:
                candidate = in_year(Calendar(month=month.month, day=shape.day, last_day=shape.last_day), month.year)
            except ValueError:
                continue
            if shape.weekday is None or candidate[0].weekday() == shape.weekday:
                yield candidate
    elif shape.weekday is not None:
        for week in (-7, 0, 7):
            day = published + timedelta(days=shape.weekday - published.weekday() + week)
            yield day, day, day.isoformat()


def _in_years(shape: Calendar, published: date) -> Iterator[Candidate]:
    found: list[Candidate] = []
    for year in range(published.year - 1, published.year + 2):
        try:
            found.append(in_year(shape, year))
        except ValueError:  # 29 February
            continue
    fitting = [one for one in found if shape.weekday is None or one[0].weekday() == shape.weekday]
    yield from fitting or found


def in_year(shape: Calendar, year: int) -> Candidate:
    """First and last day and EDTF of `shape` in `year`. Raises ValueError for a day that does not exist."""
    if shape.quarter or shape.half:
        months, number = (3, shape.quarter) if shape.quarter else (6, shape.half or 1)
        value = f"{year:04d}-{(number - 1) * months + 1:02d}/{year:04d}-{number * months:02d}"
    elif shape.month is None:
        value = f"{year:04d}"
    elif shape.day is None:
        value = f"{year:04d}-{shape.month:02d}"
    else:
        value = date(year, shape.month, shape.day).isoformat()
        if shape.last_day is not None:
            value = edtf.interval(value, date(year, shape.month, shape.last_day).isoformat())
    start, end = edtf.bounds(value)
    if start is None or end is None:
        raise ValueError(value)
    return start, end, value


def choose(candidates: list[Candidate], published: date, tense: TenseOf, *, near: int = NEAR_DAYS) -> str | None:
    """The nearest of the candidates that the tense allows; one far off while another is `near` is a tense misread."""
    if not candidates:
        return None
    asked = tense()
    distance = partial(_distance, published=published)
    allowed = [one for one in candidates if _allows(asked, one, published)]
    if not allowed:
        return None
    best, nearest = min(allowed, key=distance), min(candidates, key=distance)
    if distance(best) > FAR_DAYS and distance(nearest) < near and "-" in best[2][5:]:
        best = nearest
    return best[2]


def _allows(tense: Tense | None, candidate: Candidate, published: date) -> bool:
    if tense == "past":
        return candidate[0] <= published
    return tense != "future" or candidate[1] >= published


def _distance(candidate: Candidate, published: date) -> int:
    start, end, _ = candidate
    return max((start - published).days, (published - end).days, 0)


def shifted(day: date | None, unit: str, shift: int) -> date:
    """`day` moved by whole units, within a shorter month its last. Raises ValueError with no day to count from."""
    if day is None:
        raise ValueError("nothing to count from")
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}[unit]
        return day + timedelta(days=days * shift)
    year, month = divmod(day.year * 12 + day.month - 1 + months * shift, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(last, day.day))
        except ValueError:
            if last == 28:
                raise
    raise ValueError(day)


def unit_of(unit: str, day: date) -> str:
    """The unit that `day` falls into, as EDTF at its own precision."""
    monday = day - timedelta(days=day.weekday())
    if unit in ("week", "fortnight"):
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "weekend":
        return f"{(monday + timedelta(days=5)).isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "quarter":
        return in_year(Calendar(quarter=(day.month + 2) // 3), day.year)[2]
    cut = {"day": 10, "month": 7, "year": 4, "decade": 3, "century": 2}[unit]
    return day.isoformat()[:cut] + {"decade": "X", "century": "XX"}.get(unit, "")
