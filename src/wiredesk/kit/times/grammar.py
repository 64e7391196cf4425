"""Reads single expressions of time, from left to right: which rule fits at a word, and what it says.

No day of publication is needed here. "Friday, May 5, 2034" is one expression.
"""

from __future__ import annotations

import re
from dataclasses import replace

from wiredesk.kit.times.shapes import Calendar, Nearest, Offset, Reading
from wiredesk.kit.times.table import Compiled, finder, is_lower_case_word, triggers

_DAY_GAP = re.compile(r"\s?\(|,\s")  # "today (8 November)"
_DATE_GAP = re.compile(r"\s?\(|,?\s(?:the\s)?|-|,")


def readings(text: str) -> list[Reading]:
    """Single expressions of time in `text`, none over another."""
    table = triggers()
    lowered = _lower(text)
    found: list[Reading] = []
    end = 0
    for match in finder().finditer(lowered):
        start = match.start()
        if start < end:
            continue
        word = match[0]
        if word.isdecimal():
            rules = table.get("0" * len(word))
        elif is_lower_case_word(text, start, word):
            continue
        else:
            rules = table[word]
        reading = _read_at(text, start, rules) if rules else None
        if reading:
            reading = _with_date(text, lowered, reading)
            found.append(reading)
            end = reading.end
    return found


def _lower(text: str) -> str:
    """Lower case, letter by letter at the same place: a few letters of other languages become longer."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(one.lower()[:1] or one for one in text)


def _read_at(text: str, start: int, rules: tuple[Compiled, ...]) -> Reading | None:
    for name, match_at, read in rules:
        match = match_at(text, start)
        if match:
            shape = read(match)
            if shape is not None:
                return Reading(start, start + len(match[0].rstrip()), shape, name)
    return None


def _with_date(text: str, lowered: str, reading: Reading) -> Reading:
    """A weekday takes the date behind it: "Friday (April 14)", "Tue May 9"."""
    match reading.shape:
        case (
            Calendar(weekday=int() as weekday, day=None)
            | Nearest(weekday=int() as weekday)
            | Offset(weekday=int() as weekday)
        ):
            gap = _DATE_GAP.match(text, reading.end)
        case Offset(unit="day", weekday=None as weekday):
            gap = _DAY_GAP.match(text, reading.end)
        case _:
            return reading
    found = finder().match(lowered, gap.end()) if gap else None
    if not gap or not found:
        return reading
    word = found[0]
    rules = triggers().get("0" * len(word) if word.isdecimal() else word, ())
    date = _read_at(text, gap.end(), rules)
    if not date or not isinstance(date.shape, Calendar) or date.shape.day is None or date.shape.month is None:
        return reading
    if date.shape.last_day is not None:
        return reading  # "Sunday to Tuesday (April 14-16)": the days of both
    end = date.end
    if "(" in gap[0]:
        if text[end : end + 1] != ")":
            return reading
        end += 1
    return Reading(reading.start, end, replace(date.shape, weekday=weekday), "weekday_date")
