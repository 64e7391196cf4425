"""Storms by the names that weather services give them: one that several stories name is one affair."""

from __future__ import annotations

import re

from wiredesk.kit.tables import words

_STORM = re.compile(r"\b(?:Storm|Hurricane|Cyclone|Typhoon|Medicane)[ \u00a0]([A-Z][^\W\d_]{2,})\b(?![ -][A-Z])")
_NO_NAMES = words(
    "Center Centre Season Warning Warnings Watch Watches Surge Relief Force Forecast Prediction Research Damage "
    "Recovery Response Victims Survivors Chief Captain Coach Fund Aid Emergency Shelter Hits Kills Batters Lashes "
    "Brings Leaves Threatens Nears Slams Warned Alert Track Hunters Landfall Path Toll The And But When After"
)
"""What stands behind the word in names of offices and in headlines."""


def storms(text: str) -> tuple[str, ...]:
    """The storms that running text names, as it prints them first, each once: "Storm Ottilie"."""
    found: dict[str, str] = {}
    for match in _STORM.finditer(text):
        if match.group(1) not in _NO_NAMES:
            found.setdefault(match.group(1), match.group())
    return tuple(found.values())
