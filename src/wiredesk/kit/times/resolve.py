"""Places what an expression says in time: shape, day of publication and tense of the clause in, EDTF out.

Codebook: a bare weekday, date or month is the nearest that the tense allows: past, up to and including
publication; future, from publication on. A unit is placed at its own precision. None is "cannot be placed".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from wiredesk.kit import edtf
from wiredesk.kit.times import told as told_before
from wiredesk.kit.times.nearest import (
    Candidate,
    TenseOf,
    candidates,
    choose,
    in_year,
    later_day,
    place,
    place_feast,
    place_nth_weekday,
    shifted,
    unit_of,
)
from wiredesk.kit.times.shapes import (
    Anniversary,
    Around,
    Calendar,
    Counted,
    Feast,
    Fixed,
    InUnits,
    Length,
    Narrative,
    Nearest,
    NthWeekday,
    Offset,
    Open,
    Passed,
    Season,
    Shape,
    Stay,
    Stretch,
    Tense,
    Window,
)  # fmt: skip


def resolve(shape: Shape, published: date | None, tense: TenseOf, told: str | None = None) -> str | None:
    """EDTF of `shape`, None if it cannot be placed.

    `tense` is asked only where it matters; `told` is the time told before (EDTF), for "a day later".
    """
    try:
        return _resolve(shape, published, tense, told)
    except (ValueError, OverflowError):  # 30 February, or beyond the calendar
        return None


def _resolve(shape: Shape, published: date | None, tense: TenseOf, told: str | None) -> str | None:
    again = partial(_resolve, published=published, tense=tense, told=told)
    match shape:
        case Fixed(value):
            return value
        case Calendar():
            day = edtf.bounds(told)[1] if told and edtf.precision(told) in ("day", "interval") else None
            ahead = day if day and (published is None or day > published) else None
            if ahead and shape.day and not shape.month and shape.weekday is None:
                first = later_day(ahead, shape.day)  # "from May 3 to 5 ... and on the 8th"
                last = date.fromisoformat(first).replace(day=shape.last_day or shape.day).isoformat()
                return f"{first}/{last}" if shape.last_day else first
            return place(shape, published, tense)
        case Stretch(first, last):
            return _stretch(first, last, published, tense, told)
        case NthWeekday():
            return place_nth_weekday(shape, published, tense)
        case Feast():
            return place_feast(shape, published, tense)
        case Anniversary(years):
            return told_before.anniversary(years, told, published, tense) if told else None
        case Open(inner, side, sure):
            placing = (lambda: sure) if sure else partial(_not_over, tense) if side == "end" else tense
            value = _resolve(inner, published, placing, told)
            return _open(value, side) if value else None
        case Around(inner, unit):
            value = again(inner)
            start = edtf.bounds(value)[0] if value else None
            if start and isinstance(inner, Feast):
                return _long_weekend(start)
            return unit_of(unit, start) if start else None
        case Counted(inner, unit, shift):
            value = again(inner)
            return told_before.counted(value, inner, unit, shift) if value else None
        case Stay(inner, days):
            value = again(inner)
            return edtf.lasting(value, days) if value else None
        case Narrative(unit, shift, weekday):
            if weekday is not None:
                return told_before.told_weekday(weekday, shift, told) if told else None
            return told_before.narrative(unit, shift, told) if told else None
        case Season():
            return _season(shape, published)
        case Length() | Passed():
            return None
    if published is None:
        return None
    match shape:
        case Offset():
            return _offset(shape, published)
        case Nearest(weekday, direction):
            return _nearest(weekday, direction, published, tense)
        case Window(unit, count, today):
            if count > 0 and not today and tense() == "past":
                return None  # "over the next six years she won twice": from the time told before
            return _window(unit, count, published, today)
        case InUnits(unit, count):
            return unit_of(unit, shifted(published, unit, count)) if tense() == "future" else None
    return None


def _long_weekend(day: date) -> str:
    """Saturday and Sunday beside a feast, and the feast where it joins them: "Labor Day weekend" has three days."""
    saturday = day + timedelta(days=5 - day.weekday() - (7 if day.weekday() < 2 else 0))
    first = day if day.weekday() == 4 else saturday
    last = day if day.weekday() == 0 else saturday + timedelta(days=1)
    return edtf.interval(first.isoformat(), last.isoformat())


def _season(shape: Season, published: date | None) -> str | None:
    """ "this summer" by its year; "last" and "next" only where no other one can be meant."""
    year = shape.year
    if year is None and shape.shift is not None and published:
        year = published.year + shape.shift
    elif year is None and shape.nearest is not None and published:
        end = 3 * (shape.season - 20) + 2  # its last month north of the equator
        if shape.nearest > 0 and published.month <= end:
            return None  # this year's or the one after
        year = published.year - (shape.nearest < 0 and published.month <= end) + (shape.nearest > 0)
    return None if year is None else f"{year:04d}-{shape.season}"


def _not_over(tense: TenseOf) -> Tense:
    """ "They have until Friday": an end lies ahead unless all is told in the past."""
    return "past" if tense() == "past" else "future"


def _stretch(first: Shape, last: Shape, published: date | None, tense: TenseOf, told: str | None) -> str | None:
    match first, last:
        case Calendar(), Calendar() if first.month and last.month:
            return _dates(first, last, published, tense)
        case Calendar(year=None, month=None, day=None, weekday=int()), Calendar(
            year=None, month=None, day=None, weekday=int()
        ) if published:
            return _weekdays(list(_week_days(first, last, published)), published, tense)
    start = _resolve(first, published, tense, told)
    day = edtf.bounds(start)[0] if start and edtf.precision(start) == "day" else None
    match last:
        case Calendar(weekday=int(weekday), month=None, day=None) if day:  # "next Tuesday and Wednesday"
            end: str | None = (day + timedelta(days=(weekday - day.weekday()) % 7)).isoformat()
        case _:
            end = _resolve(last, published, tense, told)
    return edtf.interval(start, end) if start and end else None


def _dates(first: Calendar, last: Calendar, published: date | None, tense: TenseOf) -> str | None:
    over = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 99)
    if first.year is not None or last.year is not None:
        start_year = first.year if first.year is not None else (last.year or 0) - over
        end_year = last.year if last.year is not None else (first.year or 0) + over
        return edtf.interval(in_year(first, start_year)[2], in_year(last, end_year)[2])
    if published is None:
        return None
    candidates = []
    for year in range(published.year - 1, published.year + 2):
        start, end = in_year(first, year), in_year(last, year + over)
        candidates.append((start[0], end[1], edtf.interval(start[2], end[2])))
    return choose(candidates, published, tense)


def _weekdays(possible: list[Candidate], published: date, tense: TenseOf) -> str | None:
    """ "from Sunday to Wednesday" lies on one side of publication where its tense has one."""
    asked = tense()
    whole = [
        one
        for one in possible
        if asked not in ("past", "future") or (one[1] <= published if asked == "past" else one[0] >= published)
    ]
    return choose(whole or possible, published, lambda: asked)


def _week_days(first: Calendar, last: Calendar, published: date) -> Iterator[Candidate]:
    length = ((last.weekday or 0) - (first.weekday or 0)) % 7
    for start, _, value in candidates(first, published):
        end = start + timedelta(days=length)
        yield start, end, edtf.interval(value, end.isoformat())


def _open(value: str, side: str) -> str | None:
    """An end left open. `after` begins with the next unit, `before` ends with the one before it."""
    if side == "start":
        return f"{value.partition('/')[0]}/"
    if side == "end":
        return f"/{value.rpartition('/')[2]}"
    start, end = edtf.bounds(value)
    point = value.rpartition("/")[2] if side == "after" else value.partition("/")[0]
    unit = edtf.precision(point)
    if start is None or end is None or unit not in ("day", "month", "year"):
        return None
    beside = end + timedelta(days=1) if side == "after" else start - timedelta(days=1)
    return f"{unit_of(unit, beside)}/" if side == "after" else f"/{unit_of(unit, beside)}"


def _offset(shape: Offset, published: date) -> str | None:
    day = shifted(published, shape.unit, shape.shift)
    if shape.months_more:
        day = shifted(day, "month", -shape.months_more)
    if shape.weekday is not None:
        return (day + timedelta(days=shape.weekday - day.weekday())).isoformat()
    if shape.day is not None:
        return date(day.year, shape.month or day.month, shape.day).isoformat()
    if shape.months is not None:
        return f"{day.year:04d}-{shape.months[0]:02d}/{day.year:04d}-{shape.months[1]:02d}"
    if shape.month is not None:
        return f"{day.year:04d}-{shape.month:02d}"
    return unit_of(shape.unit, day)


def _nearest(weekday: int | None, direction: int, published: date, tense: TenseOf) -> str | None:
    if weekday is None:
        return _weekend(direction, published, tense)
    days = (weekday - published.weekday()) % 7 or 7
    if direction < 0:
        days -= 7 if days < 7 else 14
    elif direction == 0:
        this = published + timedelta(days=weekday - published.weekday())
        return this.isoformat()
    return (published + timedelta(days=days)).isoformat()


def _weekend(direction: int, published: date, tense: TenseOf) -> str | None:
    """Saturday/Sunday: the running or nearest one (0), the one before (-1) or after (1)."""
    saturday = published + timedelta(days=5 - published.weekday())
    if direction == 0:
        weeks = (saturday + timedelta(days=7 * week) for week in (-1, 0, 1))
        candidates = [(day, day + timedelta(days=1), unit_of("weekend", day)) for day in weeks]
        return choose(candidates, published, tense)
    return unit_of("weekend", saturday + timedelta(days=7 * direction))


def _window(unit: str, count: int, published: date, today: bool) -> str | None:
    """From the day after publication on, or up to publication; quarters are whole ones."""
    far = shifted(published, unit, count)
    if unit == "quarter":
        near = shifted(published, unit, 1 if count > 0 else -1)
        first, last = (unit_of(unit, day) for day in sorted((near, far)))
        return edtf.interval(first, last)
    near = published + timedelta(days=1) if count > 0 and not today else published
    first_day, last_day = sorted((near, far))
    return edtf.interval(first_day.isoformat(), last_day.isoformat())
