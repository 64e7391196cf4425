"""Dates that a page shows its readers: "Published: April 14, 2023 5:02 pm EDT", "14.04.2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wiredesk.extract.draft import DateCandidate
from wiredesk.extract.printed import printed_days
from wiredesk.kit.text import words

_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|date|released|issued|created|on|publié|publicado|veröffentlicht)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|last|revised|corrected|actualizado|aktualisiert)\b", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:published|posted|released|issued)\b", re.IGNORECASE)
_ONE_OF_TWO = 0.5
_NO_STAMP = re.compile(r"©|\(c\)|copyright|all rights|subscri|expires?|event|°\s?[CF]\b", re.IGNORECASE)
_CLUTTER = re.compile(
    r"\b(?:published|posted|updated|modified|last|first|date|on|at|by|am|pm|a\.m|p\.m|source|editor|et|est|edt|gmt|utc|bst"
    r"|cet|ist|pt|pst|pdt|ct|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?"
    r"|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|views?|min|read|comments?|time|the|of|hrs|z)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\b[Bb]y\s+(?:[A-ZÀ-Þ][\w.'’-]+(?:[\s,|·•&]+|$)(?:and\s+)?){1,6}")


def is_date_line(line: str) -> bool:
    """Whether a line says little more than a day: a stamp, not a sentence."""
    if len(line) > 120 or _NO_STAMP.search(line):
        return False
    found = next(printed_days(line), None)
    if found is None:
        return False
    byline = _BYLINE.search(line)
    if byline:
        line = line[: byline.start()] + line[byline.end() :]
        found = next(printed_days(line), None)
        if found is None:
            return False
    rest = _CLUTTER.sub(" ", line[: found.start] + " " + line[found.end :])
    for other in printed_days(rest):
        rest = rest.replace(other.text, " ")
    return len([word for word in words(rest) if not word[0].isdigit()]) <= 3


def dates_of_line(line: str) -> Iterator[DateCandidate]:
    """The candidates of one line; a date behind "Updated" is no day of publication."""
    position = 0
    for found in printed_days(line):
        before = line[position : found.start]
        position = found.end
        if found.ambiguous:  # both readings, each too weak to stand without another sign of the same day
            readings = (found.day, found.day.replace(month=found.day.day, day=found.day.month))
            for day in readings:
                yield DateCandidate(day=day, method="visible", evidence=line.strip(), weight=_ONE_OF_TWO)
            continue
        says = _PUBLISHED.search(before) is not None
        updated = _UPDATED.search(before) is not None
        weight = 1.0 if says and not updated else 0.2 if updated else 0.7
        yield DateCandidate(
            day=found.day,
            method="visible",
            evidence=line.strip(),
            instant=found.instant,
            weight=weight,
            updated=updated and _FIRST.search(before) is None,
        )
