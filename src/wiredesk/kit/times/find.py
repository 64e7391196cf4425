"""Finds the expressions of time in a text: single readings joined to stretches, then placed."""

from __future__ import annotations

import re
from datetime import date

from wiredesk.kit import edtf
from wiredesk.kit.times.grammar import readings
from wiredesk.kit.times.resolve import resolve
from wiredesk.kit.times.shapes import (
    Calendar,
    Fixed,
    InUnits,
    Length,
    Nearest,
    Offset,
    Open,
    Reading,
    Season,
    Shape,
    Stretch,
    Window,
)  # fmt: skip
from wiredesk.kit.times.tense import Tense, placing_tense
from wiredesk.types import TimeMention

_TO = re.compile(
    r"\s?(?:[-–—~]|to|through|thru|until|till|till the|until the|to the|through the)\s?(?:the\s)?", re.IGNORECASE
)
_AND = re.compile(r"\s(?:and|&)\s(?:on\s)?(?:the\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?P<start>(?:ever\s)?since|starting|beginning)\s(?:on\s|in\s|from\s|the\s|at\sleast\s|early\s|late\s|mid-?\s?)*$|\b(?P<end>until|till)\s(?:the\s|at\sleast\s|early\s|late\s|mid-?\s?)*$",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:moved|moves|move|postponed|rescheduled|pushed|put|brought|shifted|delayed|changed|deferred)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_JOINED = (Calendar, Offset, Season, Fixed, Nearest)


def find_times(text: str, published: date | None, *, tense_hint: Tense | None = None) -> list[TimeMention]:
    """Expressions of time in `text`, from left to right, none over another; never raises.

    Resolved against the day of publication; with None only what the text itself anchors has an `edtf`.
    `tense_hint` serves clauses whose verbs show no tense (a headline's).
    """
    mentions: list[TimeMention] = []
    told: date | None = None
    for reading in _join(text, readings(text)):

        def tense(reading: Reading = reading) -> Tense | None:
            return placing_tense(text, reading.start, reading.end) or tense_hint

        value = resolve(reading.shape, published, tense, told)
        mentions.append(
            TimeMention(
                start=reading.start,
                end=reading.end,
                text=text[reading.start : reading.end],
                edtf=value,
                kind=_kind(reading.shape, value),
                rule=reading.rule,
            )
        )
        if value and edtf.precision(value) in ("day", "interval"):
            told = edtf.bounds(value)[1] or told
    return mentions


def duration_days(mention: TimeMention) -> int | None:
    """Days of a mention of kind `duration` ("six-day": 6, "two weeks": 14); None if no number of days is told.

    Months count 30 and years 365 days: good for comparing, not for dating.
    """
    if mention.kind != "duration":
        return None
    for reading in readings(mention.text):
        match reading.shape:
            case Length(days):
                return days
            case InUnits(unit, count):
                from wiredesk.kit.times.words import UNIT_DAYS

                return count * UNIT_DAYS[unit] if unit in UNIT_DAYS else None
    return None


def unanchored(text: str) -> str | None:
    """A date printed without its year, as EDTF with the year unspecified: "April 14" is `XXXX-04-14`.

    None if `text` holds no date with month and day, or one that has its year.
    """
    for reading in readings(text):
        match reading.shape:
            case Calendar(year=None, month=int(month), day=int(day)):
                value = f"XXXX-{month:02d}-{day:02d}"
                return value if edtf.is_valid(value) else None
    return None


# --------------------------------------------------------------------------------------------------- joining


def _join(text: str, found: list[Reading]) -> list[Reading]:
    joined: list[Reading] = []
    for reading in found:
        stretch = _stretch(text, joined[-1], reading) if joined else None
        if stretch:
            joined[-1] = stretch
        else:
            joined.append(reading)
    return [_opened(text, reading) for reading in joined]


def _stretch(text: str, first: Reading, last: Reading) -> Reading | None:
    if not isinstance(first.shape, _JOINED) or not isinstance(last.shape, _JOINED):
        return None
    gap = text[first.end : last.start]
    if len(gap) > 14:
        return None
    if _TO.fullmatch(gap):
        if _MOVED.search(text[max(0, first.start - 90) : first.start]) or not _alike(first.shape, last.shape):
            return None
    elif not _AND.fullmatch(gap) or not (_between(text, first) or _adjacent(first.shape, last.shape)):
        return None
    return Reading(first.start, last.end, Stretch(first.shape, last.shape), "stretch")


def _between(text: str, first: Reading) -> bool:
    return bool(_BETWEEN.search(text[max(0, first.start - 14) : first.start]))


def _alike(first: Shape, last: Shape) -> bool:
    """Whether two times can be the ends of one stretch: "Monday to 2022" is none."""
    match first, last:
        case Calendar(), Calendar():
            return (
                bool(first.day or first.weekday is not None) == bool(last.day or last.weekday is not None)
                or bool(first.month and last.month)
                or bool(first.year and last.year)
            )
    return True


def _adjacent(first: Shape, last: Shape) -> bool:
    """ "Monday and Tuesday", "today and tomorrow", "May 31 and June 1"."""
    match first, last:
        case Calendar(weekday=int(one), month=None), Calendar(weekday=int(other), month=None):
            return (one + 1) % 7 == other
        case Offset(unit="day", shift=one, weekday=None), Offset(unit="day", shift=other, weekday=None):
            return one + 1 == other
        case Calendar(month=int(), day=int()), Calendar(month=int(), day=1):
            return last.month == (first.month or 0) % 12 + 1 and (first.last_day or first.day or 0) >= 28
    return False


def _opened(text: str, reading: Reading) -> Reading:
    """ "since June", "until Feb. 12"; a duration, a stretch or an unplaced time stays as it is."""
    if isinstance(reading.shape, (Length, Window, Stretch, InUnits)):
        return reading
    match = _SINCE.search(text, max(0, reading.start - 32), reading.start)
    if not match:
        return reading
    side = "start" if match["start"] else "end"
    return Reading(
        match.start(), reading.end, Open(reading.shape, "start" if side == "start" else "end"), "open_" + side
    )


# ---------------------------------------------------------------------------------------------------- kinds


def _kind(shape: Shape, value: str | None) -> str:
    if isinstance(shape, Length) or (isinstance(shape, InUnits) and value is None):
        return "duration"
    if value is None:
        return _unplaced_kind(shape)
    if isinstance(shape, Calendar) and shape.quarter:
        return "quarter"
    unit = edtf.precision(value)
    return {"interval": "span", "open": "span", "century": "span"}.get(unit, unit)


def _unplaced_kind(shape: Shape) -> str:
    match shape:
        case Calendar():
            if shape.quarter:
                return "quarter"
            return (
                "span" if shape.last_day or shape.half else "day" if shape.day or shape.weekday is not None else "month"
            )
        case Season():
            return "season"
        case Offset(unit="day") | Nearest(weekday=int()) | Fixed():
            return "day"
        case Offset(weekday=int()):
            return "day"
    unit = getattr(shape, "unit", "span")
    return unit if unit in ("day", "month", "quarter", "year", "decade") else "span"
