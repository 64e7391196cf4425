"""Days and instants as pages print them and as their metadata writes them: whole dates only, no reading of news text.

Expressions such as "on Friday" belong to the language of time (`kit.times`); here a year is always given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Literal

from wiredesk.extract.days.months import MONTHS, alternatives

Order = Literal["day", "month"]
"""Which of the two goes first in 03/04/2023."""

# A year ends there, or a clock time or the same date again is glued to it ("April 17, 20238:55 AM").
_AFTER_YEAR = r"(?=\D|$|\d{1,2}:\d\d|\d{1,2} [A-Z][a-z])"
_DAY = re.compile(
    r"(?<![\d/.-])(?:"
    r"(?P<y1>(?:19|20)\d\d)(?:[-/]|\. ?)(?P<m1>\d{1,2})(?:[-/]|\. ?)(?P<d1>\d{1,2})(?!\d)"
    rf"|(?P<n2>{alternatives(first=True)})\b\.?"
    r"\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{1,2})?,?\s+"
    r"(?:\d{1,2}:\d\d(?::\d\d)?,?\s+(?:[A-Z]{3,4}\s+)?)?(?P<y2>(?:19|20)\d\d)"
    + _AFTER_YEAR
    + r"|(?P<d3>\d{1,2})(?:st|nd|rd|th|\.|er|º|ème)?(?:\s+|(?<=\d)[-/](?=[^\W\d]))(?:de\s+|of\s+|d[’'])?"
    rf"(?P<n3>{alternatives(first=False)})\b\.?"
    r"(?:,?\s+|[-/])(?:del?\s+)?(?P<y3>(?:19|20)\d\d)"
    + _AFTER_YEAR
    + r"|(?P<a4>\d{1,2})(?P<mark>[/.-])(?P<b4>\d{1,2})(?P=mark)(?P<y4>(?:19|20)\d\d)\b(?![./-]\d)"
    r"|(?P<y5>(?:19|20)\d\d)\s?[年년]\s?(?P<m5>\d{1,2})\s?[月월]\s?(?P<d5>\d{1,2})\s?[日일]"
    rf"|(?P<y6>(?:19|20)\d\d)[.,]?\s+(?P<n6>{alternatives(first=True)})\b\.?\s+(?P<d6>\d{{1,2}})(?!\d)"
    r")",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_BEFORE, _AFTER = 34, 20  # characters around a year in which the rest of its date stands
_LINE = 240  # characters; what is longer is no stamp, and not remembered
_OTHER_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_ISO_TIME = re.compile(
    r"^\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\s*(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d"
    r"|[+-]\d\d)?)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?P<h>\d{1,2})[:.h](?P<m>\d\d)(?::(?P<s>\d\d))?\s*(?P<half>[ap]\.?m\.?)?\s*\(?(?P<zone>Z|UTC|GMT|BST|CEST|CET"
    r"|EEST|EET|MSK|IST|EST|EDT|ET|CST|CDT|CT"
    r"|MST|MDT|MT|PST|PDT|PT|JST|KST|HKT|SGT|AEST|AEDT)?\s?(?P<offset>[+-]\d{1,2}(?::?\d\d)?)?(?!\d)",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")  # seconds, or thousandths, of the years 2001 to 2033
_OFFSET = re.compile(r":\d\d(?:\.\d+)?\s?([+-](?!00:?00)[01]\d:?[0-5]\d)$")
_HOUR = re.compile(r"\d[.h]\d\d")
_OTHER_STAMP = re.compile(r"updated|modified|edited|published|posted|actuali[sz]|mis à jour|aktualis", re.IGNORECASE)
# Hours from UTC of the zone names that say one offset alone.
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "EST": -5, "EDT": -4,
    "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "JST": 9, "KST": 9, "HKT": 8, "SGT": 8,
    "AEST": 10, "AEDT": 11,
}  # fmt: skip


# Those that say the offset of the season; in capitals only, for "10h30 et" is French.
_BY_SEASON = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class PrintedDay:
    """A whole date in a text: its span, its day, and the instant in UTC if a time with its offset stands by it."""

    start: int
    end: int
    text: str
    day: date
    instant: datetime | None = None
    offset: timedelta | None = None
    """Of the clock time's zone from UTC."""
    ambiguous: bool = False
    """Day and month could change places (`03/04/2023`)."""


def printed_days(text: str, order: Order | None = None) -> Iterator[PrintedDay]:
    """Every whole date of a text, in order. `order` settles 03/04/2023, which is ambiguous without."""
    if "19" not in text and "20" not in text and (text.isascii() or not ("٢٠" in text or "۲۰" in text)):
        return iter(())  # no year: most sentences need no search
    return iter(_line_days(text, order) if len(text) <= _LINE else tuple(_days(text, order)))


@lru_cache(maxsize=1024)  # a line is asked whether it is a stamp before it is asked for its day
def _line_days(text: str, order: Order | None) -> tuple[PrintedDay, ...]:
    return tuple(_days(text, order))


def _days(text: str, order: Order | None) -> Iterator[PrintedDay]:
    if not text.isascii():
        text = text.translate(_OTHER_DIGITS)
    behind = 0
    for year in _YEAR.finditer(text):  # the names of months are looked for near a year alone
        if year.start() < behind:
            continue
        first, last = max(behind, year.start() - _BEFORE), min(len(text), year.end() + _AFTER)
        if not (_DIGIT.search(text, first, year.start()) or _DIGIT.search(text, year.end(), last)):
            continue  # the year stands alone
        around = _DAY.finditer(text, first, last)
        for found in around:
            behind = found.end()
            number, ambiguous = _numbers(found, order)
            try:
                day = date(*number)
            except ValueError:
                continue
            local = _local(text, found, day)
            yield PrintedDay(
                start=found.start(),
                end=found.end(),
                text=found[0],
                day=day,
                instant=_in_utc(local) if local else None,
                offset=local.utcoffset() if local else None,
                ambiguous=ambiguous,
            )


def _numbers(found: re.Match[str], order: Order | None) -> tuple[tuple[int, int, int], bool]:
    group = found.groupdict()
    for mark in "15":
        if group[f"y{mark}"]:
            return (int(group[f"y{mark}"]), int(group[f"m{mark}"]), int(group[f"d{mark}"])), False
    for mark in "236":
        if group[f"y{mark}"]:
            return (int(group[f"y{mark}"]), MONTHS[group[f"n{mark}"].lower()], int(group[f"d{mark}"])), False
    first, second, year = int(group["a4"]), int(group["b4"]), int(group["y4"])
    either = first <= 12 and second <= 12 and first != second
    dots = group["mark"] == "."  # the day goes first
    if either and order and not dots:
        return (year, second, first) if order == "day" else (year, first, second), False
    if second > 12 or (group["mark"] == "/" and first <= 12):  # the month first where the day cannot be, and as
        return (year, first, second), either  # the slash is read in the US
    return (year, second, first), either and not dots


def _local(text: str, found: re.Match[str], day: date) -> datetime | None:
    """The moment of a clock time with offset close after the date (or before it, on the same line)."""
    after = text[found.end() : found.end() + 45].split("\n", maxsplit=1)[0]
    before = text[max(0, found.start() - 30) : found.start()].rsplit("\n", maxsplit=1)[-1]
    if ":" not in after and ":" not in before and not _HOUR.search(after + before):
        return None
    if other := _OTHER_STAMP.search(after):  # the clock of "Updated: 9:00 AM ..." is not that of the day before it
        after = after[: other.start()]
    for piece in (after, before):
        for clock in _CLOCK.finditer(piece):
            if local := _at(day, clock):
                return local
    return None


def _at(day: date, clock: re.Match[str]) -> datetime | None:
    hour, minute, second = int(clock["h"]), int(clock["m"]), int(clock["s"] or 0)
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower().startswith("p") else 0)
    offset: float | None = None
    if clock["zone"]:
        offset = _ZONES.get(clock["zone"].upper())
    if clock["offset"] and (offset is None or offset == 0):
        size = clock["offset"][1:].replace(":", "")
        hours, minutes = (size, "0") if len(size) <= 2 else (size[:-2], size[-2:])
        offset = (int(hours) + int(minutes) / 60) * (-1 if clock["offset"].startswith("-") else 1)
    if hour > 23 or minute > 59 or second > 59:
        return None
    if clock["zone"] in _BY_SEASON and not clock["offset"]:
        return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=_place(_BY_SEASON[clock["zone"]]))
    if offset is None or abs(offset) > 14:
        return None
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=timezone(timedelta(hours=offset)))


@lru_cache(maxsize=4)
def _place(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def clock_of(text: str, day: date) -> datetime | None:
    """The moment in UTC of the first clock time with its zone in a text, on a day that is known."""
    for clock in _CLOCK.finditer(text):
        if local := _at(day, clock):
            return _in_utc(local)
    return None


def first_day(text: str) -> date | None:
    """The first whole date of a text."""
    return next((found.day for found in printed_days(text) if not found.ambiguous), None)


@lru_cache(maxsize=256)  # a page gives its moment in several places, and each is asked twice
def read_stamp(stamp: str) -> tuple[date, datetime | None] | None:
    """Read a metadata date: the day as written, in its own offset, and the instant in UTC if it has time and offset.

    ISO 8601 first, then seconds of the epoch, RFC 822 and printed dates. None for what is no whole date.
    """
    if _EPOCH.fullmatch(stamp):
        instant = datetime.fromtimestamp(int(stamp[:10]), tz=UTC)
        return instant.date(), instant
    if found := _ISO_TIME.match(stamp):
        year, month, dom, hour, minute, second, zone = found.groups()
        try:
            day = date(int(year), int(month), int(dom))
            if hour is None or zone is None:
                return day, None
            local = datetime(
                int(year), int(month), int(dom), int(hour), int(minute), int(second or 0), tzinfo=_zone(zone)
            )
        except ValueError:
            return None
        return day, _in_utc(local)
    from email.utils import parsedate_to_datetime

    try:
        parsed = parsedate_to_datetime(stamp.strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        parsed = None
    if parsed is None or parsed.tzinfo is None:
        first = next((found for found in printed_days(stamp) if not found.ambiguous), None)
        if first:
            return first.day, first.instant
    if parsed is None:
        return None
    return parsed.date(), _in_utc(parsed) if parsed.tzinfo else None


def offset_of(stamp: str) -> timedelta | None:
    """The offset of its own that a metadata date is written in; None for one in UTC, which tells of no place."""
    found = _OFFSET.search(stamp)
    return _zone(found[1]).utcoffset(None) if found else None


def _in_utc(local: datetime) -> datetime | None:
    """The instant in UTC, None where that is beyond the calendar (the last hours of the year 9999)."""
    try:
        return local.astimezone(UTC)
    except OverflowError:
        return None


def _zone(zone: str) -> timezone:
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if zone.startswith("-") else offset)
