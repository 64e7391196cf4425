"""Days in English words, from dates and from EDTF (ISO 8601-2), and the order in which they stand."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from wiredesk.kit.edtf import bounds

# Of its own, not the locale's: a published page must not depend on the machine that made it.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_POINT = re.compile(
    r"(?P<year>\d\d[0-9X]{2}|XXXX|\d{3}0s)(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<doubt>[~?%]?)\Z"
)
UNKNOWN = "day not known"


def long_day(day: date) -> str:
    """Friday, 14 April 2023."""
    return f"{_WEEKDAYS[day.weekday()]}, {short_day(day)}"


def short_day(day: date) -> str:
    """14 April 2023."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@lru_cache(maxsize=4096)
def day_words(edtf: str | None) -> str:
    """`2023-04-16/2023-04-19` is "16–19 April 2023"; None is "day not known".

    An expression outside the subset that this desk writes comes back as it is: it is never reworded by guess.
    """
    if not edtf:
        return UNKNOWN
    start, bar, end = edtf.partition("/")
    first, last = _point(start), _point(end)
    if not bar:
        return _words(first) if first else edtf
    if first and not last and end in {"", ".."}:
        return f"from {_words(first)}"
    if last and not first and start in {"", ".."}:
        return f"until {_words(last)}"
    if not first or not last:
        return edtf
    return _span(first, last)


def month_words(edtf: str | None) -> str:
    """The heading that an event stands under: "April 2023", "2022", or "day not known"."""
    if not edtf:
        return UNKNOWN[0].upper() + UNKNOWN[1:]
    key = edtf.split("/")[0] if _point(edtf.split("/")[0]) else edtf.split("/")[-1]
    point = _point(key)
    if not point:
        return edtf
    words = _words({**point, "day": None, "doubt": ""})
    return words[0].upper() + words[1:]


def sort_key(edtf: str | None) -> str:
    """A string that orders EDTF by its first day; what cannot be placed in time sorts first."""
    try:
        start, end = bounds(edtf) if edtf else (None, None)
    except ValueError:
        return ""
    day = start or end
    return day.isoformat() if day else ""


def _point(text: str) -> dict[str, str | None] | None:
    match = _POINT.match(text)
    if not match:
        return None
    point: dict[str, str | None] = match.groupdict()
    month, day = point["month"], point["day"]
    if month and month.isdigit() and not 1 <= int(month) <= 12 and month not in _SEASONS:
        return None
    if day and day.isdigit() and not 1 <= int(day) <= 31:
        return None
    return point


def _words(point: dict[str, str | None]) -> str:
    return _doubt(point) + _plain(point)


def _plain(point: dict[str, str | None]) -> str:
    year, month, day = point["year"] or "", point["month"], point["day"]
    if year == "XXXX":
        year = "of a year not known"
    elif year.endswith("XX"):
        year = f"{year[:2]}00 to {year[:2]}99"
    elif year.endswith(("X", "s")):
        year = f"the {year[:3]}0s"
    if not month or "X" in month:
        return year
    if month in _SEASONS:
        return f"{_SEASONS[month]} {year}"
    name = _MONTHS[int(month) - 1]
    if not day or "X" in day:
        return f"{name} {year}"
    return f"{int(day)} {name} {year}"


def _doubt(point: dict[str, str | None]) -> str:
    return {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(point["doubt"] or "", "")


def _span(first: dict[str, str | None], last: dict[str, str | None]) -> str:
    """Say what two points share only once: "30 March – 2 April 2023"."""
    if first == last:
        return _words(first)
    both_days = first["day"] and last["day"] and "X" not in f"{first['day']}{last['day']}"
    if first["doubt"] or last["doubt"] or "X" in f"{first['year']}{last['year']}":
        return f"{_words(first)} to {_words(last)}"
    if first["year"] != last["year"]:
        return f"{_words(first)} – {_words(last)}" if first["month"] else f"{first['year']}–{last['year']}"
    if first["month"] in _SEASONS or last["month"] in _SEASONS or not first["month"] or not last["month"]:
        return f"{_words(first)} to {_words(last)}"
    if both_days and first["month"] == last["month"]:
        return f"{int(first['day'] or 0)}–{_words(last)}"
    bare = _words(first).removesuffix(f" {first['year']}")
    return f"{bare} – {_words(last)}" if both_days else f"{bare}–{_words(last)}"
