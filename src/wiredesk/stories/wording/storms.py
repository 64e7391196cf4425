"""Storms by the names that weather services give them: one that several stories name is one affair."""

from __future__ import annotations

import re

from wiredesk.kit.shingles import WORD
from wiredesk.kit.tables import words

_STORM = re.compile(
    r"\b([Ss]torm|[Hh]urricane|[Cc]yclone|[Tt]yphoon|Medicane)[ \u00a0]([A-Z][^\W\d_]{2,})\b(?![ -][A-Z])"
)
_KINDS = ("torm", "urricane", "yclone", "yphoon", "Medicane")
"""What every match has: looking for them takes a tenth of the time."""
_NO_NAMES = words(
    "Center Centre Season Warning Warnings Watch Watches Surge Relief Force Forecast Prediction Research Damage "
    "Recovery Response Victims Survivors Chief Captain Coach Fund Aid Emergency Shelter Hits Kills Batters Lashes "
    "Brings Leaves Threatens Nears Slams Warned Alert Track Hunters Landfall Path Toll The And But When After"
)
"""What stands behind the word in names of offices and in headlines."""


def storms(opening: str, headline: str = "", rest: str = "") -> tuple[str, ...]:
    """The storms that the opening of a text names, and of those that the rest of it names the ones whose name stands in
    the headline ("Dominica counts its dead after Ottilie"): as they are printed first, each once: "Storm Ottilie"."""
    found: dict[str, str] = {}
    for match in _STORM.finditer(opening):
        _note(found, match)
    if any(kind in rest for kind in _KINDS):
        heads = set(WORD.findall(headline))
        for match in _STORM.finditer(rest):
            if match.group(2) in heads:
                _note(found, match)
    return tuple(found.values())


def _note(found: dict[str, str], match: re.Match[str]) -> None:
    kind, name = match.groups()
    if name not in _NO_NAMES:
        found.setdefault(name, f"{kind.capitalize()} {name}")
