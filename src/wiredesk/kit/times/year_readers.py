"""What a matched pattern says, for years and their parts, decades, centuries and seasons.

None is "no time after all": 2000 troops, "in his nineties".
"""

from __future__ import annotations

import re

from wiredesk.kit.times import words
from wiredesk.kit.times.matches import group, number_of, shift_of, word_after, word_before
from wiredesk.kit.times.shapes import Calendar, Fixed, Offset, Season, Shape

_COUNT_BEFORE = re.compile(r"(?<![\d.,])(?:\d{1,3}|\d{1,3}(?:,\d{3})+)\s(?:to|and|or)\s$")
# Quarters of a game
_GAME = re.compile(
    r"\b(?:half-?time|touchdowns?|overtime|rebounds?|yard|free throws?|quarterback|fouled)\b"
    r"|(?<![\d-])\d{1,2}-\d{1,2}(?![\d-])"
)
_TENS = ("twen", "thir", "fort", "fift", "sixt", "seve", "eigh", "nine")
_AGES = frozenset({"his", "her", "their", "my", "your", "our", "its"})


def year(match: re.Match[str]) -> Shape | None:
    """A bare year after a preposition ("in 2022") or before a noun ("a 2022 visit"), not a count or a name."""
    before, after = word_before(match).lower(), word_after(match)
    if after.lower() in words.COUNTED:
        return None
    value = int(match["year"])
    if before in ("to", "and", "or") and _COUNT_BEFORE.search(match.string, max(0, match.start() - 16), match.start()):
        return None  # "80 to 2000 of them"
    if before in words.BEFORE_YEAR or (before == "," and _listed(match)):
        return Calendar(year=value)
    if before == "(" or (not before and not after):
        return Calendar(year=value) if re.match(r"\)|$", match.string[match.end() : match.end() + 1]) else None
    if before in words.DETERMINERS or before.endswith(("'s", "’s")):
        return Calendar(year=value) if after[:1].islower() and value >= 1900 else None
    return None


def _listed(match: re.Match[str]) -> bool:
    """A further year of a list: "in 2007, 2009 and 2011"."""
    return bool(re.search(r"\b(?:1[5-9]|20)\d\d,\s$", match.string[max(0, match.start() - 8) : match.start()]))


def year_named(match: re.Match[str]) -> Shape:
    """ "the end of 2022", "the year 2008": the year."""
    if word_before(match).lower() in ("fiscal", "financial", "school", "academic"):
        return Fixed(None)  # begins when its keeper says
    return Calendar(year=int(match["year"]))


def years(match: re.Match[str]) -> Shape | None:
    """2014-2018, "2014 to 2018"."""
    if int(match["first"]) >= int(match["year"]) or word_after(match).lower() in words.COUNTED:
        return None
    if match["sep"].strip().isalpha() and word_before(match).lower() not in (*words.BEFORE_YEAR, "is", "the"):
        return None
    return Fixed(f"{match['first']}/{match['year']}")


def short_years(match: re.Match[str]) -> Shape | None:
    """2015-16: a season or term over two years."""
    first = int(match["first"])
    if (first + 1) % 100 != int(match["short"]):
        return None
    return Fixed(f"{first}/{first + 1}")


def decade(match: re.Match[str]) -> Shape:
    """The 1990s, and parts of them."""
    return Fixed(f"{match['decade'][:3]}X")


def short_decade(match: re.Match[str]) -> Shape | None:
    """The '80s, the nineties: of the last century; not an age ("in his nineties"), and "the twenties" are two."""
    word = group(match, "tens")
    before = word_before(match).lower().strip("'’")
    if before in _AGES:
        return None
    if word is None:
        return Fixed(f"19{match['short'][0]}X")
    if before not in ("the", "in", "early", "late", "mid") or word.lower() == "twenties":
        return None
    return Fixed(f"19{_TENS.index(word.lower()[:4]) + 2}X")


def century(match: re.Match[str]) -> Shape:
    """The 21st century, the seventeenth century."""
    nth = group(match, "nth")
    number = words.ORDINALS[nth.lower()] if nth else int(match["century"])
    return Fixed(f"{number - 1:02d}XX")


def quarter(match: re.Match[str]) -> Shape | None:
    """The first quarter, of a year or the one that the tense allows."""
    nth = group(match, "nth")
    number = words.ORDINALS[nth.lower()] if nth else int(match["quarter"])
    if not nth and not number_of(match, "year") and match[0][:1] == "q":
        return None
    if group(match, "which"):
        return Offset("year", shift_of(match), months=(3 * number - 2, 3 * number))
    if not number_of(match, "year") and nth and word_before(match).lower() not in ("the", "in", "of", "late", "early"):
        return None
    told = number_of(match, "year")
    if told is None and _GAME.search(match.string, max(0, match.start() - 90), match.end() + 90):
        return None
    if told is None and word_after(match).lower() in words.QUARTER_REPORTS:
        return Calendar(quarter=number, side="past")  # the figures of one that is over, whenever they come out
    return Calendar(year=told, quarter=number)


def half(match: re.Match[str]) -> Shape | None:
    """The first half of 2012, of last year."""
    number = number_of(match, "half") or words.ORDINALS[match["nth"].lower()]
    if group(match, "which"):
        return Offset("year", shift_of(match), months=(6 * number - 5, 6 * number))
    return Calendar(year=int(match["year"]), half=number)


def season(match: re.Match[str]) -> Shape:
    """ "spring of 2019"."""
    return Season(words.SEASONS[match["season"].lower()], year=int(match["year"]))


def bare_season(match: re.Match[str]) -> Shape | None:
    """ "in the spring", "by autumn": a season that no text places without its year. "fall" is a verb as well."""
    before = word_before(match).lower()
    if before in ("in", "by", "since", "until", "during") and match["season"].lower() != "fall":
        return Season(words.SEASONS[match["season"].lower()])
    if before == "the" and re.search(
        r"\b(?:in|by|since|until|during|over)\sthe\s$", match.string[max(0, match.start() - 12) : match.start()]
    ):
        return Season(words.SEASONS[match["season"].lower()])
    return None
