"""Joins single expressions: "June 30 to July 2", "Monday and Tuesday", "since June", "two weeks before May 13"."""

from __future__ import annotations

import re
from typing import Literal

from wiredesk.kit.times import words
from wiredesk.kit.times.grammar import readings
from wiredesk.kit.times.patterns import CLOCK
from wiredesk.kit.times.shapes import (
    Around,
    Calendar,
    Counted,
    Feast,
    Fixed,
    Length,
    Narrative,
    Nearest,
    NthWeekday,
    Offset,
    Open,
    Passed,
    Reading,
    Season,
    Shape,
    Stay,
    Stretch,
    Tense,
)

_CLOCK = CLOCK.replace(" ", r"\s")
_TO = re.compile(
    r",?(?:\s(?:night|morning|evening|afternoon|overnight))?\s?(?:[-–—~]|to|through|thru|until|till|into)\s?"
    rf"(?:(?:the|early|on|{_CLOCK})\s)*",
    re.IGNORECASE,
)
_AND = re.compile(rf"\s(?:and|&)\s(?:{_CLOCK}\s)?(?:on\s)?(?:the\s)?", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween\s(?:{_CLOCK}\s)?(?:on\s)?(?:the\s)?$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:(?P<start>(?P<begun>(?:ever\s)?since)|starting|beginning|effective)"
    r"|(?P<end>until|till|(?<!all )(?<!way )through))\s"
    rf"(?:(?:on|in|from|the|at\sleast|early|late|mid|{_CLOCK})\s)*$",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\b(?:gave|gives?|given|granted|allowed)\b[^.;]*$")  # "gave him until noon Tuesday"
_NEXT_WORD = re.compile(r"\s([a-z]+)\b")
_ONWARD = re.compile(r"\s(?:onwards?|forward)\b", re.IGNORECASE)
_AGO_ON = re.compile(r"\s(?:on\s|this\scoming\s)?", re.IGNORECASE)
_AFTER = re.compile(r"\b(?P<way>after|before)\s(?:the\s)?$", re.IGNORECASE)
_FROM = re.compile(r",?\s(?:(?P<way>from)|(?:starting|beginning)(?:\son|\sfrom)?)\s(?:the\s)?", re.IGNORECASE)
_COUNTED = re.compile(r"\s(?P<way>before|after|from)\s(?:the\s)?", re.IGNORECASE)
_WEEK_ON = re.compile(r"(?:a|one)\s(?:week|fortnight)\s(?P<way>on)\s", re.IGNORECASE)  # "a week on Tuesday"
_LISTED = re.compile(r",?\sand\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_THE = re.compile(r"\b(?:the|a|his|her|their|its)\s$", re.IGNORECASE)
_DEFERRED = re.compile(
    r"\b(?:put\soff|postponed|delayed|deferred|pushed\sback|put\sback|moved|rescheduled)\b[^.;]{0,70}$"
)
_MOVED = re.compile(
    r"\b(?:moved|moves|move|postponed|rescheduled|pushed|put|brought|shifted|delayed|changed|deferred)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_OPENING = (Calendar, Offset, Season, Feast, NthWeekday, Fixed, Nearest, Counted, Around)
# A part that stands for its whole has no edge of its own: "before the end of August" is August.
_WHOLE = frozenset({"part_of_month", "part_of_year", "part_of_unit"})
_JOINED = (Calendar, Offset, Season, Feast, NthWeekday, Fixed, Nearest)


def join(text: str, found: list[Reading]) -> list[Reading]:
    """Readings with what belongs together made one, in the order of the text."""
    joined: list[Reading] = []
    for reading in found:
        pair = (_stretch(text, joined[-1], reading) or _counted(text, joined[-1], reading)) if joined else None
        if pair:
            joined[-1] = pair
        else:
            joined.append(reading)
    return [_opened(text, reading) for reading in joined if _is_told(reading)]


def _is_told(reading: Reading) -> bool:
    """Not what only serves to join ("now", "eve of"), nor what is no time."""
    return reading.rule not in ("now", "beside") and not isinstance(reading.shape, Passed)


def _counted(text: str, first: Reading, last: Reading) -> Reading | None:
    """ "two weeks before May 13", "the day after Monday's vote"."""
    match first.shape, last.shape:
        case Length(int(days)), Calendar(day=int()) | Calendar(weekday=int()) | Offset(unit="day") if _stays(
            text, first, last
        ):
            return Reading(first.start, last.end, Stay(last.shape, days), "stay")
        case Offset(unit="year", shift=int(shift), months_more=0), _ if shift < 0 and first.rule == "ago":
            plain = isinstance(last.shape, Calendar | Offset | Feast) and _AGO_ON.fullmatch(text, first.end, last.start)
            if plain and _has_no_year(last.shape):
                return Reading(first.start, last.end, Counted(last.shape, "year", shift), "counted")
        case (
            Length(),
            Calendar(day=int()) | Calendar(weekday=int()) | Offset(weekday=int()) | Nearest(weekday=int()) | Feast(),
        ):
            way = _COUNTED.fullmatch(text, first.end, last.start) or _WEEK_ON.fullmatch(text, first.start, last.start)
            counted = readings(text[first.start : first.end] + " ago")  # the same units, read as a distance
            offset = counted[0].shape if counted else None
            if not way or not isinstance(offset, Offset):
                return None
            if way["way"] == "on" and not isinstance(last.shape, Calendar):
                return None
            shift = offset.shift if way["way"].lower() == "before" else -offset.shift
            return Reading(first.start, last.end, Counted(last.shape, offset.unit, shift), "counted")
        case Narrative("day", -1 | 1 as shift), Calendar(day=int()) | Calendar(weekday=int()) | Feast():
            if first.rule == "beside" and text[first.end : last.start].lower() in (" ", " the ", "\n"):
                return Reading(first.start, last.end, Counted(last.shape, "day", shift), "counted")
    return None


def _has_no_year(shape: Shape) -> bool:
    match shape:
        case Calendar(year=None) | Feast(year=None) | Offset(unit="day" | "week" | "month"):
            return True
    return False


def _stays(text: str, first: Reading, last: Reading) -> bool:
    """ "for three days from Monday", "a week starting tomorrow"."""
    way = _FROM.fullmatch(text, first.end, last.start)
    return way is not None and (way["way"] is None or text[max(0, first.start - 4) : first.start].lower() == "for ")


def _stretch(text: str, first: Reading, last: Reading) -> Reading | None:
    if not isinstance(first.shape, (*_JOINED, Stretch)) or not isinstance(last.shape, _JOINED):
        return None
    gap = text[first.end : last.start]
    if len(gap) > 20:
        return None
    if gap in (", ", " ") and _names_days_of(first.shape, last.shape):
        return Reading(first.start, last.end, last.shape, last.rule)
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


def _names_days_of(first: Shape, last: Shape) -> bool:
    """ "Saturday and Sunday, Nov. 16-17": the dates of the weekdays before."""
    match first, last:
        case Stretch(Calendar(weekday=int(), month=None), Calendar(weekday=int(), month=None)), Calendar(
            month=int(), day=int(), last_day=int()
        ):
            return True
    return False


def _between(text: str, first: Reading) -> bool:
    return bool(_BETWEEN.search(text[max(0, first.start - 26) : first.start]))


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
        case (
            (Calendar(weekday=int(one), month=None) | Offset(weekday=int(one)) | Nearest(weekday=int(one))),
            Calendar(weekday=int(other), month=None),
        ):
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
    if match and match["end"] and _DEFERRED.search(text, max(0, match.start() - 90), match.start()):
        return reading  # "put off until Feb. 12": that is the new day
    if match and not (match["end"] == "through" and _is_year(reading.shape)):
        side: Literal["start", "end"] = "start" if match["start"] else "end"
        sure: Tense | None = "past" if match["begun"] else None
        if side == "end" and _DEADLINE.search(text, max(0, match.start() - 60), match.start()):
            sure = "future"
        return Reading(match.start(), reading.end, Open(reading.shape, side, sure), "open_" + side)
    onward = _ONWARD.match(text, reading.end)
    if onward:
        return Reading(reading.start, onward.end(), Open(reading.shape, "start"), "open_start")
    match = _AFTER.search(text, behind, reading.start)
    if match and isinstance(reading.shape, Calendar | Feast) and reading.rule not in _WHOLE:
        if text[reading.end : reading.end + 2] in ("'s", "’s") or _followed_by_noun(text, reading):
            return reading
        way: Literal["after", "before"] = "after" if match["way"].lower() == "after" else "before"
        return Reading(match.start("way"), reading.end, Open(reading.shape, way), "open_" + way)
    return reading


def _is_year(shape: Shape) -> bool:
    """ "through 2019" is rather a journey than an end."""
    return isinstance(shape, Calendar) and shape.month is None and shape.year is not None


def _followed_by_noun(text: str, reading: Reading) -> bool:
    """ "after the May 3 vote": the vote is what it comes after, and that was on a day."""
    named = text.startswith("year", reading.start)  # "after the year 1998"
    word = _NEXT_WORD.match(text, reading.end)
    if word and word[1] not in words.FUNCTION_WORDS:
        return True  # "after Sunday stabbing"
    return not named and bool(_THE.search(text, max(0, reading.start - 6), reading.start))
