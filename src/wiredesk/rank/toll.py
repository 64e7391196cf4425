"""How many people a text says were killed, hurt, missing or displaced."""

from __future__ import annotations

import re

_NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds"
    r"|thousands)"
)
_HARM = (
    r"(?:killed|dead|die|died|dies|drowned|perished|missing|injured|wounded|hurt|homeless|displaced"
    r"|sickened|ill|infected)"
)
_HELPER = r"(?:were|was|are|is|have|has|been|feared|reported|left)"
_ABOUT = r"(?:at least|more than|about|around|some|nearly|up to|over)"
_TOLL = re.compile(
    rf"\b{_NUMBER}(?: (?!{_HARM})[a-z-]+){{0,3}} (?:{_HELPER} ){{0,3}}{_HARM}\b"
    r"|\b(?:kill(?:s|ed|ing)?|injur(?:es|ed|ing)|wound(?:s|ed|ing)|sicken(?:s|ed|ing)|claim(?:s|ed) the lives of) "
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


def toll(text: str) -> int:
    """The largest such number in an English text; 0 if it says none."""
    matches = [*_TOLL.finditer(text), *_COUNTED.finditer(text)]
    return max((_value(match.groupdict()) for match in matches), default=0)


def _value(groups: dict[str, str | None]) -> int:
    number = (groups["number"] or groups.get("after") or "0").lower().replace(",", "")
    return int(number[:9]) if number.isdigit() else _WORDS[number]
