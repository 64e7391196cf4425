"""Finds the expressions of time in a text: single readings joined to stretches, then placed."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from wiredesk.kit import edtf
from wiredesk.kit.times.grammar import readings
from wiredesk.kit.times.resolve import resolve
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
    Reading,
    Season,
    Shape,
    Stretch,
)  # fmt: skip
from wiredesk.kit.times.tense import Tense, placing_tense
from wiredesk.kit.times.words import UNIT_DAYS
from wiredesk.types import TimeMention

_TO = re.compile(
    r"\s?(?:[-–—~]|to|through|thru|until|till|till the|until the|to the|through the)\s?(?:the\s)?", re.IGNORECASE
)
_AND = re.compile(r"\s(?:and|&)\s(?:on\s)?(?:the\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:(?P<start>(?:ever\s)?since|starting|beginning)|(?P<end>until|till))\s"
    r"(?:(?:on|in|from|the|at\sleast|early|late|mid)\s)*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?P<way>after|before)\s(?:the\s)?$", re.IGNORECASE)
_COUNTED = re.compile(r"\s(?P<way>before|after|from)\s(?:the\s)?", re.IGNORECASE)
_LISTED = re.compile(r",?\sand\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_THE = re.compile(r"\b(?:the|a|his|her|their|its)\s$", re.IGNORECASE)
_DEFERRED = re.compile(
    r"\b(?:put\soff|postponed|delayed|deferred|pushed\sback|put\sback|moved|rescheduled)\b[^.;,]{0,40}$"
)
_MOVED = re.compile(
    r"\b(?:moved|moves|move|postponed|rescheduled|pushed|put|brought|shifted|delayed|changed|deferred)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_OPENING = (Calendar, Offset, Season, Fixed, Nearest, Counted, Around)
# A part that stands for its whole has no edge of its own: "before the end of August" is August.
_WHOLE = frozenset({"part_of_month", "part_of_year", "part_of_unit"})
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
    if mention.text.lower() == "overnight":
        return 2
    for reading in readings(mention.text):
        match reading.shape:
            case Length(days):
                return days
            case InUnits(unit, count):
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
        pair = (_stretch(text, joined[-1], reading) or _counted(text, joined[-1], reading)) if joined else None
        if pair:
            joined[-1] = pair
        else:
            joined.append(reading)
    return [_opened(text, reading) for reading in joined if reading.rule != "now"]


def _counted(text: str, first: Reading, last: Reading) -> Reading | None:
    """ "two weeks before May 13", "the day after Monday's vote"."""
    match first.shape, last.shape:
        case Length(), Calendar(day=int()) | Calendar(weekday=int()) | Offset(weekday=int()) | Nearest(weekday=int()):
            way = _COUNTED.fullmatch(text, first.end, last.start)
            counted = readings(text[first.start : first.end] + " ago")  # the same units, read as a distance
            offset = counted[0].shape if counted else None
            if not way or not isinstance(offset, Offset):
                return None
            shift = offset.shift if way["way"].lower() == "before" else -offset.shift
            return Reading(first.start, last.end, Counted(last.shape, offset.unit, shift), "counted")
        case Narrative("day", -1 | 1 as shift), Calendar(day=int()) | Calendar(weekday=int()):
            if first.end + 1 == last.start and text[first.start : first.end].lower().startswith("day "):
                return Reading(first.start, last.end, Counted(last.shape, "day", shift), "counted")
    return None


def _stretch(text: str, first: Reading, last: Reading) -> Reading | None:
    if not isinstance(first.shape, (*_JOINED, Stretch)) or not isinstance(last.shape, _JOINED):
        return None
    gap = text[first.end : last.start]
    if len(gap) > 14:
        return None
    if gap == ", " and _bare_weekdays(first.shape, last.shape) and _adjacent(first.shape, last.shape):
        listed = _LISTED.match(text, last.end)  # "Monday, Tuesday and Wednesday"
        return Reading(first.start, last.end, Stretch(first.shape, last.shape), "stretch") if listed else None
    if _TO.fullmatch(gap) and not isinstance(first.shape, Stretch):
        if _MOVED.search(text[max(0, first.start - 90) : first.start]) or not _alike(first.shape, last.shape):
            return None
    elif isinstance(first.shape, Stretch) and gap.strip() == "and" and _adjacent(first.shape.last, last.shape):
        return Reading(first.start, last.end, Stretch(first.shape.first, last.shape), "stretch")
    elif (
        isinstance(first.shape, Stretch)
        or not _AND.fullmatch(gap)
        or not (_between(text, first) or _adjacent(first.shape, last.shape))
    ):
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


def _bare_weekdays(first: Shape, last: Shape) -> bool:
    match first, last:
        case Calendar(weekday=int(), month=None, day=None), Calendar(weekday=int(), month=None, day=None):
            return True
    return False


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
    """ "since June", "until Feb. 12", "after 2016"; other shapes and an owned day ("after Friday's vote") stay."""
    if not isinstance(reading.shape, _OPENING):
        return reading
    behind = max(0, reading.start - 32)
    match = _SINCE.search(text, behind, reading.start)
    if match and match["end"] and _DEFERRED.search(text, max(0, match.start() - 60), match.start()):
        return reading  # "put off until Feb. 12": that is the new day
    if match:
        side: Literal["start", "end"] = "start" if match["start"] else "end"
        return Reading(match.start(), reading.end, Open(reading.shape, side), "open_" + side)
    match = _AFTER.search(text, behind, reading.start)
    if match and isinstance(reading.shape, Calendar) and reading.rule not in _WHOLE:
        if text[reading.end : reading.end + 2] in ("'s", "’s") or _followed_by_noun(text, reading):
            return reading
        way: Literal["after", "before"] = "after" if match["way"].lower() == "after" else "before"
        return Reading(match.start("way"), reading.end, Open(reading.shape, way), "open_" + way)
    return reading


def _followed_by_noun(text: str, reading: Reading) -> bool:
    """ "after the May 3 vote": the vote is what it comes after, and that was on a day."""
    named = text.startswith("year", reading.start)  # "after the year 2020"
    return not named and bool(_THE.search(text, max(0, reading.start - 6), reading.start))


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
