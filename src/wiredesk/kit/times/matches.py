"""What readers ask of a match: its groups as numbers, and the words on either side of it."""

from __future__ import annotations

import re
from typing import cast

from wiredesk.kit.times import words
from wiredesk.kit.times.shapes import Unit

_LAST = re.compile(r"(?:[^\W_][\w'’.&-]*|[^\w\s])$")
_NEXT = re.compile(r"(?:\s+|-)([A-Za-z][\w'’]*)")
SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "this past": -1,
    "this": 0, "current": 0, "same": 0, "that": 0, "the": 0,
    "next": 1, "coming": 1, "upcoming": 1, "following": 1, "the following": 1, "this coming": 1,
}  # fmt: skip


def group(match: re.Match[str], name: str) -> str | None:
    """The group of that name, None where the pattern has none."""
    return match[name] if name in match.re.groupindex else None


def number_of(match: re.Match[str], name: str) -> int | None:
    """A group of figures as a number."""
    value = group(match, name)
    return int(value) if value else None


def word_before(match: re.Match[str]) -> str:
    """The word or mark before the match, as printed; "" at the start of a line."""
    window = match.string[max(0, match.start() - 24) : match.start()]
    printed = window.split()
    found = _LAST.search(printed[-1]) if printed and "\n" not in window[len(window.rstrip()) :] else None
    return found[0] if found else ""


def word_after(match: re.Match[str]) -> str:
    """The word that follows, as printed; "" if a mark does."""
    found = _NEXT.match(match.string, match.end())
    return found[1] if found else ""


def shift_of(match: re.Match[str]) -> int:
    """ "last" -1, "this" 0, "next" 1."""
    return SHIFTS[" ".join((group(match, "which") or "this").lower().split())]


def count_of(match: re.Match[str]) -> int:
    """The number of units, in figures or words."""
    value = match["count"].lower()
    return int(value) if value.isdigit() else words.NUMBERS[value]


def unit_of(match: re.Match[str]) -> Unit:
    """The unit that is counted: "nights" are days."""
    return cast(Unit, words.UNITS[match["unit"].lower()])


def month_of(match: re.Match[str]) -> int | None:
    """The month's number; None for a word that is no month here. Lower-case "may" and "march" are verbs."""
    printed = group(match, "month")
    if not printed:
        return number_of(match, "number")
    name = printed.rstrip(".").lower()
    if printed[0].islower() and (name in ("may", "march", "mar") or (len(name) <= 4 and not _has_day(match))):
        return None if name not in ("june", "july") else words.MONTHS[name]
    return words.MONTHS[name]


def _has_day(match: re.Match[str]) -> bool:
    return any(group(match, name) for name in ("day", "day_word", "year"))
