"""Days and instants as pages print them and as their metadata writes them: whole dates only, no reading of news text.

Expressions such as "on Friday" belong to the language of time (`kit.times`); here a year is always given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier enero januar janeiro gennaio",
            "february feb février fevrier febrero februar fevereiro febbraio",
            "march mar mars marzo märz março",
            "april apr avril abril aprile",
            "may mai mayo maio maggio",
            "june jun juin junio juni junho giugno",
            "july jul juillet julio juli julho luglio",
            "august aug août aout agosto",
            "september sep sept septembre septiembre setembro settembre",
            "october oct octobre octubre oktober outubro ottobre",
            "november nov novembre noviembre novembro",
            "december dec décembre decembre diciembre dezember dezembro dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?P<{0}>" + "|".join(sorted(MONTHS, key=lambda name: (-len(name), name))) + r")\b\.?"
# A year ends there, or a clock time or the same date again is glued to it ("April 17, 20238:55 AM").
_AFTER_YEAR = r"(?=\D|$|\d{1,2}:\d\d|\d{1,2} [A-Z][a-z])"
_DAY = re.compile(
    r"(?<![\d/.-])(?:"
    r"(?P<y1>(?:19|20)\d\d)[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?!\d)"
    r"|"
    + _MONTH.format("n2")
    + r"\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{1,2})?,?\s+(?P<y2>(?:19|20)\d\d)"
    + _AFTER_YEAR
    + r"|(?P<d3>\d{1,2})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+|of\s+)?"
    + _MONTH.format("n3")
    + r",?\s+(?:de\s+)?(?P<y3>(?:19|20)\d\d)"
    + _AFTER_YEAR
    + r"|(?P<a4>\d{1,2})[/.-](?P<b4>\d{1,2})[/.-](?P<y4>(?:19|20)\d\d)\b"
    r"|(?P<y5>(?:19|20)\d\d)年(?P<m5>\d{1,2})月(?P<d5>\d{1,2})日"
    r")",
    re.IGNORECASE,
)
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
# Hours from UTC of the zone names that say one offset alone; ET, CT, MT and PT do not and give no instant.
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "EST": -5, "EDT": -4,
    "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "JST": 9, "KST": 9, "HKT": 8, "SGT": 8,
    "AEST": 10, "AEDT": 11,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class PrintedDay:
    """A whole date in a text: its span, its day, and the instant in UTC if a time with its offset stands by it."""

    start: int
    end: int
    text: str
    day: date
    instant: datetime | None = None
    ambiguous: bool = False
    """Day and month could change places (`03/04/2023`)."""


def printed_days(text: str) -> Iterator[PrintedDay]:
    """Every whole date of a text, in order."""
    if "19" not in text and "20" not in text:  # no year: most sentences need no search
        return
    for found in _DAY.finditer(text):
        number, ambiguous = _numbers(found)
        try:
            day = date(*number)
        except ValueError:
            continue
        yield PrintedDay(
            start=found.start(),
            end=found.end(),
            text=found[0],
            day=day,
            instant=_instant(text, found, day),
            ambiguous=ambiguous,
        )


def _numbers(found: re.Match[str]) -> tuple[tuple[int, int, int], bool]:
    group = found.groupdict()
    if group["y1"]:
        return (int(group["y1"]), int(group["m1"]), int(group["d1"])), False
    if group["y2"]:
        return (int(group["y2"]), MONTHS[group["n2"].lower()], int(group["d2"])), False
    if group["y3"]:
        return (int(group["y3"]), MONTHS[group["n3"].lower()], int(group["d3"])), False
    if group["y5"]:
        return (int(group["y5"]), int(group["m5"]), int(group["d5"])), False
    first, second, year = int(group["a4"]), int(group["b4"]), int(group["y4"])
    if second > 12 or (
        "/" in found[0] and first <= 12
    ):  # month first only where the day cannot be, or as the slash is read in the US
        return (year, first, second), first <= 12 and second <= 12 and first != second
    return (year, second, first), first <= 12 and first != second and "." not in found[0]  # dots: the day goes first


def _instant(text: str, found: re.Match[str], day: date) -> datetime | None:
    """The instant of a clock time with offset close after the date (or before it, on the same line)."""
    after = text[found.end() : found.end() + 45].split("\n", maxsplit=1)[0]
    before = text[max(0, found.start() - 30) : found.start()].rsplit("\n", maxsplit=1)[-1]
    for piece in (after, before):
        for clock in _CLOCK.finditer(piece):
            if instant := _at(day, clock):
                return instant
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
    if offset is None or hour > 23 or minute > 59 or second > 59 or abs(offset) > 14:
        return None
    return datetime(
        day.year, day.month, day.day, hour, minute, second, tzinfo=timezone(timedelta(hours=offset))
    ).astimezone(UTC)


def first_day(text: str) -> date | None:
    """The first whole date of a text."""
    return next((found.day for found in printed_days(text) if not found.ambiguous), None)


def read_stamp(stamp: str) -> tuple[date, datetime | None] | None:
    """Read a metadata date: the day as written, in its own offset, and the instant in UTC if it has time and offset.

    ISO 8601 first, then RFC 822 and printed dates. None for what is no whole date.
    """
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
        first = next((found for found in printed_days(stamp) if not found.ambiguous), None)
        return (first.day, first.instant) if first else None
    return parsed.date(), _in_utc(parsed) if parsed.tzinfo else None


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
