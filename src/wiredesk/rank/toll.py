"""How many people a text says were killed, hurt, missing or displaced."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds"
    r"|thousands)"
)
_HARM = (
    r"(?P<harm>killed|dead|die|died|dies|drowned|perished|missing|injured|wounded|hurt|homeless|displaced"
    r"|sickened|ill|infected)"
)
_HARMED = _HARM.replace("?P<harm>", "?:")
_HELPER = r"(?:were|was|are|is|have|has|been|feared|reported|left)"
_ABOUT = r"(?:at least|more than|about|around|some|nearly|up to|over)"
_TOLL = re.compile(
    rf"\b{_NUMBER}(?: (?!{_HARMED})[a-z-]+){{0,3}} (?:{_HELPER} ){{0,3}}{_HARM}\b"
    r"|\b(?P<doing>kill(?:s|ed|ing)?|injur(?:es|ed|ing)|wound(?:s|ed|ing)|sicken(?:s|ed|ing)"
    r"|claim(?:s|ed) the lives of) "
    rf"(?:{_ABOUT} )?"
    rf"{_NUMBER.replace('number', 'after')}\b(?! (?:years|percent|per cent)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b(?:toll|{_HARM})\b[^.;]{{0,60}}\b(?:climb\w*|r[oi]se\w*|reach\w*|pass\w*|stands?|stood) (?:to |at )?"
    rf"(?:{_ABOUT} )?{_NUMBER}\b(?! (?:percent|per cent)\b)",
    re.IGNORECASE,
)
_ONES = "one two three four five six seven eight nine ten eleven twelve"
_WORDS = {
    **{word: number for number, word in enumerate(_ONES.split(), start=1)},
    "dozens": 24,
    "hundreds": 200,
    "thousands": 2000,
}


class Toll(NamedTuple):
    """How many people, 0 if no number is told, and what came to them: killed, hurt, missing, displaced or ill."""

    number: int
    harm: str


_HARMS = {
    **dict.fromkeys(("injured", "wounded", "hurt", "injures", "injuring", "wounds", "wounding"), "hurt"),
    "missing": "missing",
    **dict.fromkeys(("homeless", "displaced"), "displaced"),
    **dict.fromkeys(("sickened", "ill", "infected", "sickens", "sickening"), "ill"),
}


def toll(text: str) -> Toll:
    """The largest such number in an English text; of two as large the first."""
    matches = [*_TOLL.finditer(text), *_COUNTED.finditer(text)]
    return max((_read(match.groupdict()) for match in matches), key=lambda one: one.number, default=Toll(0, "killed"))


def _read(groups: dict[str, str | None]) -> Toll:
    told = (groups["number"] or groups.get("after") or "0").lower().replace(",", "")
    harm = (groups.get("harm") or groups.get("doing") or "").lower()
    return Toll(int(told[:9]) if told.isdigit() else _WORDS[told], _HARMS.get(harm, "killed"))
