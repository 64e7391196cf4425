"""Days in English words, from dates and from EDTF (ISO 8601-2), and the order in which they stand."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from wiredesk.kit.edtf import bounds, is_valid
from wiredesk.kit.prose import MONTHS, short_day

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_POINT = re.compile(r"(?P<year>XXXX|\d\dXX|\d{3}X|\d{3}0s|\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")
_ISO_DAY = re.compile(r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])")
UNKNOWN = "day not known"


def long_day(day: date) -> str:
    """Friday, 14 April 2023."""
    return f"{_WEEKDAYS[day.weekday()]}, {short_day(day)}"


def brief_day(day: date) -> str:
    """14 Apr 2023."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def spell_days(text: str) -> str:
    """The desk's own words for readers: "the edition of 2023-04-14" is "the edition of 14 April 2023"."""
    return _ISO_DAY.sub(lambda found: day_words(found[0]), text)


@lru_cache(maxsize=4096)
def day_words(edtf: str | None) -> str:
    """`2023-04-16/2023-04-19` is "16–19 April 2023"; None is "day not known".

    An expression outside the subset that this desk writes (`kit.edtf`) comes back as it is: it is never reworded by
    guess.
    """
    if not edtf:
        return UNKNOWN
    if not is_valid(edtf):
        return edtf
    start, bar, end = edtf.partition("/")
    if not bar or start == end:
        return _words(*_point(start))
    if not end:
        return f"from {_words(*_point(start))}"
    if not start:
        return f"until {_words(*_point(end))}"
    return _span(_point(start), _point(end))


def month_words(edtf: str | None) -> str:
    """The heading that an event stands under: "April 2023", "2022", or "Day not known"."""
    if edtf and not is_valid(edtf):
        return edtf
    start, _, end = (edtf or "").partition("/")
    words = _words(*_point(start or end)[:2]) if edtf else UNKNOWN
    return words[0].upper() + words[1:]


def sort_key(edtf: str | None) -> str:
    """A string that orders EDTF by its first day; what cannot be placed in time sorts first."""
    start, end = bounds(edtf) if edtf and is_valid(edtf) else (None, None)
    day = start or end
    return day.isoformat() if day else ""


_Point = tuple[str, str | None, str | None]
"""Year, month (or season) and day as written."""


def _point(text: str) -> _Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"not an EDTF day: {text!r}")
    return match["year"], match["month"], match["day"]


def _words(year: str, month: str | None = None, day: str | None = None) -> str:
    if year == "XXXX":
        year = "of a year not known"
    elif year.endswith("XX"):
        year = f"{year[:2]}00 to {year[:2]}99"
    elif year.endswith(("X", "s")):
        year = f"the {year[:3]}0s"
    if not month:
        return year
    name = _SEASONS.get(month) or MONTHS[int(month) - 1]
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def _span(first: _Point, last: _Point) -> str:
    """Say what two points share only once: "30 March – 2 April 2023"."""
    start, end = _words(*first), _words(*last)
    if not (first[0].isdigit() and last[0].isdigit()):
        return f"{start} to {end}"
    if first[0] != last[0]:
        return f"{start} – {end}" if first[1] else f"{start}–{end}"
    if not first[1] or not last[1] or first[1] in _SEASONS or last[1] in _SEASONS:
        return f"{start} to {end}"
    if not (first[2] and last[2]):
        return f"{start.removesuffix(f' {first[0]}')}–{end}"
    if first[1] == last[1]:
        return f"{int(first[2])}–{end}"
    return f"{start.removesuffix(f' {first[0]}')} – {end}"
