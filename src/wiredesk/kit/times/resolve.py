"""Places what an expression says in time: shape, day of publication and tense of the clause in, EDTF out.

Codebook: a bare weekday, date or month is the nearest that the tense allows: past, up to and including
publication; future, from publication on. A unit is placed at its own precision. None is "cannot be placed".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from wiredesk.kit import edtf
from wiredesk.kit.times.shapes import (
    Around,
    Calendar,
    Counted,
    Fixed,
    InUnits,
    Length,
    Narrative,
    Nearest,
    Offset,
    Open,
    Season,
    Shape,
    Stretch,
    Window,
)  # fmt: skip
from wiredesk.kit.times.tense import Tense

# A date without a year that the tense puts nearly a year away, while it is near on the other side, is a tense misread
# ("a visit that was set for April 16", printed on the 14th). Set by hand: no paper leaves out such a year.
FAR_DAYS = 300
NEAR_DAYS = 60

Candidate = tuple[date, date, str]
TenseOf = Callable[[], Tense | None]


def resolve(shape: Shape, published: date | None, tense: TenseOf, told: date | None = None) -> str | None:
    """EDTF of `shape`, None if it cannot be placed.

    `tense` is asked only where it matters; `told` is the day told before, for "a day later".
    """
    try:
        return _resolve(shape, published, tense, told)
    except (ValueError, OverflowError):  # 30 February, or beyond the calendar
        return None


def _resolve(shape: Shape, published: date | None, tense: TenseOf, told: date | None) -> str | None:
    again = partial(_resolve, published=published, tense=tense, told=told)
    match shape:
        case Fixed(value):
            return value
        case Calendar():
            if shape.day and not shape.month and shape.weekday is None and told:
                return _later_day(told, shape.day)
            return _calendar(shape, published, tense)
        case Stretch(first, last):
            return _stretch(first, last, published, tense, told)
        case Open(inner, side):
            value = again(inner)
            return _open(value, side) if value else None
        case Around(inner):
            value = again(inner)
            start = edtf.bounds(value)[0] if value else None
            return _unit("week", start) if start else None
        case Counted(inner, unit, shift):
            value = again(inner)
            start = edtf.bounds(value)[0] if value and edtf.precision(value) == "day" else None
            return _shifted(start, unit, shift).isoformat() if start else None
        case Narrative(unit, shift):
            return _unit(unit, _shifted(told, unit, shift)) if told else None
        case Season(season, year, shift):
            if year is None and shift is not None and published:
                year = published.year + shift
            return None if year is None else f"{year:04d}-{season}"
        case Length():
            return None
    if published is None:
        return None
    match shape:
        case Offset():
            return _offset(shape, published)
        case Nearest(weekday, direction):
            return _nearest(weekday, direction, published, tense)
        case Window(unit, count, today):
            return _window(unit, count, published, today)
        case InUnits(unit, count):
            return _unit(unit, _shifted(published, unit, count)) if tense() == "future" else None
    return None


def _later_day(told: date, day: int) -> str:
    """ "from Jan. 14 to 16 ... and on the 17th": the next such day after the one told before."""
    for shift in (0, 1, 2):
        month = _shifted(told.replace(day=1), "month", shift)
        try:
            found = month.replace(day=day)
        except ValueError:
            continue
        if found >= told:
            return found.isoformat()
    raise ValueError(day)


# ------------------------------------------------------------------------------------------------- calendar


def _calendar(shape: Calendar, published: date | None, tense: TenseOf) -> str | None:
    if shape.year is not None and (shape.month or not shape.day):
        return _in_year(shape, shape.year)[2]
    if published is None:
        return None
    candidates = list(_candidates(shape, published))
    if shape.side is not None:
        side = shape.side
        candidates = [one for one in candidates if _distance(one, published)]  # "last May" is not this one
        return _choose(candidates, published, lambda: side)
    return _choose(candidates, published, tense)


def _candidates(shape: Calendar, published: date) -> Iterator[Candidate]:
    if shape.month or shape.quarter or shape.half:
        yield from _in_years(shape, published)
    elif shape.day:
        for shift in range(-11, 12) if shape.weekday is not None else (-1, 0, 1):
            month = _shifted(published, "month", shift)
            try:
                candidate = _in_year(Calendar(month=month.month, day=shape.day, last_day=shape.last_day), month.year)
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
            found.append(_in_year(shape, year))
        except ValueError:  # 29 February
            continue
    fitting = [one for one in found if shape.weekday is None or one[0].weekday() == shape.weekday]
    yield from fitting or found


def _in_year(shape: Calendar, year: int) -> Candidate:
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


def _choose(candidates: list[Candidate], published: date, tense: TenseOf) -> str | None:
    """The nearest of the candidates that the tense allows."""
    if not candidates:
        return None
    asked = tense()
    distance = partial(_distance, published=published)
    allowed = [one for one in candidates if _allows(asked, one, published)]
    if not allowed:
        return None
    best, nearest = min(allowed, key=distance), min(candidates, key=distance)
    if distance(best) > FAR_DAYS and distance(nearest) < NEAR_DAYS and "-" in best[2][5:]:
        best = nearest
    return best[2]


def _allows(tense: Tense | None, candidate: Candidate, published: date) -> bool:
    if tense == "past":
        return candidate[0] <= published
    return tense != "future" or candidate[1] >= published


def _distance(candidate: Candidate, published: date) -> int:
    start, end, _ = candidate
    return max((start - published).days, (published - end).days, 0)


# ------------------------------------------------------------------------------------------------- stretches


def _stretch(first: Shape, last: Shape, published: date | None, tense: TenseOf, told: date | None) -> str | None:
    match first, last:
        case Calendar(), Calendar() if first.month and last.month:
            return _dates(first, last, published, tense)
        case Calendar(year=None, month=None, day=None, weekday=int()), Calendar(
            year=None, month=None, day=None, weekday=int()
        ) if published:
            return _choose(list(_week_days(first, last, published)), published, tense)
    start = _resolve(first, published, tense, told)
    end = _resolve(last, published, tense, told)
    return edtf.interval(start, end) if start and end else None


def _dates(first: Calendar, last: Calendar, published: date | None, tense: TenseOf) -> str | None:
    over = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 99)
    if first.year is not None or last.year is not None:
        start_year = first.year if first.year is not None else (last.year or 0) - over
        end_year = last.year if last.year is not None else (first.year or 0) + over
        return edtf.interval(_in_year(first, start_year)[2], _in_year(last, end_year)[2])
    if published is None:
        return None
    candidates = []
    for year in range(published.year - 1, published.year + 2):
        start, end = _in_year(first, year), _in_year(last, year + over)
        candidates.append((start[0], end[1], edtf.interval(start[2], end[2])))
    return _choose(candidates, published, tense)


def _week_days(first: Calendar, last: Calendar, published: date) -> Iterator[Candidate]:
    length = ((last.weekday or 0) - (first.weekday or 0)) % 7
    for start, _, value in _candidates(first, published):
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
    return f"{_unit(unit, beside)}/" if side == "after" else f"/{_unit(unit, beside)}"


# ------------------------------------------------------------------------------------------------- offsets


def _offset(shape: Offset, published: date) -> str | None:
    day = _shifted(published, shape.unit, shape.shift)
    if shape.weekday is not None:
        return (day + timedelta(days=shape.weekday - day.weekday())).isoformat()
    if shape.day is not None:
        return date(day.year, day.month, shape.day).isoformat()
    if shape.last_month is not None:
        return f"{day.year:04d}-01/{day.year:04d}-{shape.last_month:02d}"
    if shape.month is not None:
        return f"{day.year:04d}-{shape.month:02d}"
    return _unit(shape.unit, day)


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
        candidates = [(day, day + timedelta(days=1), _unit("weekend", day)) for day in weeks]
        return _choose(candidates, published, tense)
    return _unit("weekend", saturday + timedelta(days=7 * direction))


def _window(unit: str, count: int, published: date, today: bool) -> str | None:
    """From the day after publication on, or up to publication; quarters are whole ones."""
    far = _shifted(published, unit, count)
    if unit == "quarter":
        near = _shifted(published, unit, 1 if count > 0 else -1)
        first, last = (_unit(unit, day) for day in sorted((near, far)))
        return edtf.interval(first, last)
    near = published + timedelta(days=1) if count > 0 and not today else published
    first_day, last_day = sorted((near, far))
    return edtf.interval(first_day.isoformat(), last_day.isoformat())


def _shifted(day: date | None, unit: str, shift: int) -> date:
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


def _unit(unit: str, day: date) -> str:
    """The unit that `day` falls into, as EDTF at its own precision."""
    monday = day - timedelta(days=day.weekday())
    if unit in ("week", "fortnight"):
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "weekend":
        return f"{(monday + timedelta(days=5)).isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "quarter":
        return _in_year(Calendar(quarter=(day.month + 2) // 3), day.year)[2]
    cut = {"day": 10, "month": 7, "year": 4, "decade": 3, "century": 2}[unit]
    return day.isoformat()[:cut] + {"decade": "X", "century": "XX"}.get(unit, "")
