"""Reads single expressions of time, from left to right: which rule fits at a word, and what it says.

No day of publication is needed here. "Friday, May 5, 2034" is one expression.
"""

from __future__ import annotations

import re
from dataclasses import replace

from wiredesk.kit.times.rules import Compiled, triggers
from wiredesk.kit.times.shapes import Calendar, Nearest, Offset, Reading

# A word, or figures that are no part of an amount, a score, a longer number or a clock time.
_WORD = re.compile(r"(?<![^\W\d_])[A-Za-z]+|(?<![\d$€£¥#@&])(?<!\d[/:.,])(?<!\+)[0-9]+")
_FIGURES = frozenset("0123456789")
_DATE_GAP = re.compile(r"\s?\(|,?\s(?:the\s)?|-|,")


def readings(text: str) -> list[Reading]:
    """Single expressions of time in `text`, none over another."""
    table = triggers()
    found: list[Reading] = []
    end = 0
    for match in _WORD.finditer(text):
        word = match[0]
        rules = table.get("0" * len(word) if word[0] in _FIGURES else word.lower())
        if rules is None or match.start() < end:
            continue
        reading = _read_at(text, match.start(), rules)
        if reading:
            reading = _with_date(text, reading)
            found.append(reading)
            end = reading.end
    return found


def _read_at(text: str, start: int, rules: tuple[Compiled, ...]) -> Reading | None:
    for name, match_at, read in rules:
        match = match_at(text, start)
        if match:
            shape = read(match)
            if shape is not None:
                return Reading(start, start + len(match[0].rstrip()), shape, name)
    return None


def _with_date(text: str, reading: Reading) -> Reading:
    """A weekday takes the date behind it: "Friday (April 14)", "Tue May 9"."""
    match reading.shape:
        case Calendar(weekday=int(weekday), day=None) | Nearest(weekday=int(weekday)) | Offset(weekday=int(weekday)):
            gap = _DATE_GAP.match(text, reading.end)
        case _:
            return reading
    word = _WORD.match(text, gap.end()) if gap else None
    if not gap or not word:
        return reading
    rules = triggers().get("0" * len(word[0]) if word[0][0] in _FIGURES else word[0].lower(), ())
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
