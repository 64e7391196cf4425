"""What a matched pattern says, for named days and anniversaries. None is "no time after all": Christmas trees."""

from __future__ import annotations

import re

from wiredesk.kit.times import feasts, words
from wiredesk.kit.times.matches import group, number_of, shift_of, word_after, word_before
from wiredesk.kit.times.shapes import Anniversary, Around, Feast, Fixed, Shape

_LENT = re.compile(rf"[\s-](?:[a-z]+\s)?(?:{feasts.LENT})\b", re.IGNORECASE)
_ON_THE = re.compile(r"\b(?:on|by|before|until|to)\s(?:the|its|his|her|their)\s$", re.IGNORECASE)
_DATED = re.compile(r"\sof\s(?:the\s)?(?:[A-Z][a-z]{2,8}\.?\s\d|\d)")


def feast(match: re.Match[str]) -> Shape | None:
    """ "Easter Monday", "Christmas Day 2023"; a feast that is a common word needs a preposition before it."""
    printed = match["feast"]
    year = number_of(match, "year")
    name = feasts.named(printed)
    if printed[0].islower() and name != "new year" and year is None:
        return None
    if year is None and _LENT.match(match.string, match.end()):
        return None
    if name in feasts.COMMON and year is None and (not _led(match, name) or word_after(match)[:1].isupper()):
        return None  # "All I Want for Christmas Is You"
    return Feast(name, year=year) if name in feasts.FEASTS else Fixed(None)


def _led(match: re.Match[str], name: str) -> bool:
    before = word_before(match).lower()
    if before == "the" and name == "new year":  # "in the New Year" is some time in January
        behind = match.string[max(0, match.start() - 12) : match.start()]
        return bool(re.search(r"\b(?:before|until|till|by)\sthe\s$", behind))
    if name == "new year":
        return before in ("before", "until", "till", "by", "at", "since")
    return before in feasts.BEFORE_COMMON


def feast_weekend(match: re.Match[str]) -> Shape | None:
    """ "Labor Day weekend": the Saturday and Sunday beside it."""
    name = feasts.named(match["feast"])
    year = number_of(match, "year") or number_of(match, "later")
    return Around(Feast(name, year=year), "weekend") if name in feasts.FEASTS else Fixed(None)


def feast_of_year(match: re.Match[str]) -> Shape | None:
    """ "Christmas last year"."""
    name = feasts.named(match["feast"])
    return Feast(name, shift=shift_of(match)) if name in feasts.FEASTS else Fixed(None)


def which_feast(match: re.Match[str]) -> Shape | None:
    """ "last Easter", "next Christmas", "this Thanksgiving"."""
    name = feasts.named(match["feast"])
    if match["feast"][0].islower() or _LENT.match(match.string, match.end()):
        return None
    if name not in feasts.FEASTS:
        return Fixed(None)
    which = shift_of(match)
    if which == 0:
        return Feast(name, shift=0)
    return Feast(name, side="past" if which < 0 else "future")


def anniversary(match: re.Match[str]) -> Shape | None:
    """ "on the third anniversary" of what was told before; not one whose own date follows."""
    behind = match.string[max(0, match.start() - 14) : match.start()]
    if not _ON_THE.search(behind) or _DATED.match(match.string, match.end()):
        return None
    word = group(match, "word")
    if word is None:
        return Anniversary(number_of(match, "nth"))
    years = (words.ORDINALS | words.TENS_ORDINALS).get(word.lower())
    return Anniversary(years) if years else None
