"""Reads the words of a name: honorifics and ranks before it, particles and numbers inside it."""

from __future__ import annotations

import re
from typing import NamedTuple

from wiredesk.annotate.place_index import PlaceIndex
from wiredesk.annotate.tokens import Tokens
from wiredesk.annotate.words import BODY_WORDS, GIVEN_NAMES_TOO, HEADLINE_VERBS, NOT_IN_NAMES, STORMS
from wiredesk.kit.names import (
    FEMALE,
    HONORIFICS,
    INNER_HONORIFICS,
    MALE,
    RANK_OPENERS,
    RANKS,
    REGNAL,
    STYLES,
    SUFFIXES,
    is_arabic_article,
)
from wiredesk.kit.names import PARTICLES as WHOLE_PARTICLES
from wiredesk.kit.tables import words

LONGEST_NAME = 7
PARTICLES = WHOLE_PARTICLES | {"'t", "’t"}
_ELIDED = re.compile(r"[dl]['’][A-ZÀ-Þ]")
"""A particle before a vowel or an h: "d'Harcourt"."""
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
"""Initials set without blanks: "J.D."."""
_MONTHS_SHORT = words("jan feb mar apr jun jul aug sep sept oct nov dec")
_MONTHS_AND_NAMES = words("may april june august")


class NameRun(NamedTuple):
    """Words read as a name: tokens `first` (with honorific and rank) up to `after`; the name itself from `name`."""

    first: int
    name: int
    after: int
    text: str
    honorific: str | None
    rank: str | None

    @property
    def words(self) -> int:
        """Number of words of the name."""
        return self.text.count(" ") + 1

    @property
    def gender(self) -> str | None:
        """`f` or `m` where the honorific says so."""
        return gender_of(self.honorific)


def gender_of(word: str | None) -> str | None:
    """`f` or `m` where a title says so."""
    if word is None:
        return None
    return "f" if word.lower() in FEMALE else "m" if word.lower() in MALE else None


def read_name(
    tokens: Tokens, places: PlaceIndex, start: int, offices: frozenset[int] = frozenset(), *, titled: bool = False
) -> NameRun | None:
    """The name that begins at token `start`, with what is set before it; None if none does.

    `offices`: tokens that belong to an office, where no name begins or goes on. `titled`: an office stands right
    before, so that "Even" and "May" may be given names.
    """
    size = len(tokens)
    at, rank, honorific = start, None, None
    while at + 1 < size and tokens.lower[at] in _BEFORE_NAMES and tokens.words[at][0].isupper() and tokens.touching(at):
        if at in places.first and places.first[at][1].kind in ("country", "demonym"):
            break  # "Sri Lanka"
        low = tokens.lower[at]
        if low in RANKS or (low in RANK_OPENERS and tokens.lower[at + 1] in _RANK_WORDS):
            rank = low
        elif low == "tan" and tokens.lower[at + 1] == "sri":
            honorific = "tan sri"
        elif _is_style(tokens, at) or (honorific is not None and low in INNER_HONORIFICS):
            honorific = honorific or "highness"
        elif low in HONORIFICS and (
            tokens.words[at + 1][0].isupper()
            or is_arabic_article(tokens.words[at + 1])
            or (tokens.lower[at + 1] in PARTICLES and at + 2 < size and tokens.words[at + 2][0].isupper())
        ):
            honorific = honorific or low
        else:
            break
        at += 1
        at = _behind_retired(tokens, at)
    after = _name_after(tokens, places, at, offices, titled=titled, led=honorific is not None)
    if after == at:
        return None
    return NameRun(first=start, name=at, after=after, text=tokens.slice(at, after), honorific=honorific, rank=rank)


_RANK_WORDS = RANKS | RANK_OPENERS
_COURTLY = words("royal imperial")
_BEFORE_NAMES = (
    _RANK_WORDS | HONORIFICS | INNER_HONORIFICS | _COURTLY | {"tan"} | frozenset(style.lower() for style in STYLES)
)
"""What may be set before a name."""


def _behind_retired(tokens: Tokens, at: int) -> int:
    """The token behind "(ret.)", if that stands here."""
    if at + 3 < len(tokens) and tokens.words[at] == "(" and tokens.lower[at + 1].rstrip(".") in ("ret", "retd", "rtd"):
        behind = at + 2 + (tokens.words[at + 2] == ".")
        return behind + 1 if tokens.words[behind : behind + 1] == [")"] else at
    return at


def _is_style(tokens: Tokens, at: int) -> bool:
    """ "HRH", "Royal" before "Highness"."""
    following = tokens.lower[at + 1]
    return tokens.words[at] in STYLES or (
        tokens.lower[at] in _COURTLY and following in ("highness", "majesty", "eminence")
    )


def _name_after(
    tokens: Tokens, places: PlaceIndex, start: int, offices: frozenset[int], *, titled: bool, led: bool = False
) -> int:
    """Token after the last word of the name that begins at `start`; `start` itself if none begins.

    `led` by an honorific, it may begin with a particle: "Ms van Dalen".
    """
    words, lower, size = tokens.words, tokens.lower, len(tokens)
    at = start
    while at < size and at - start < LONGEST_NAME and (at == start or tokens.touching(at - 1)):
        word = words[at]
        if at in offices:
            break
        if at > start and (REGNAL.match(word) or lower[at] in SUFFIXES):
            at += 1
            break
        if is_arabic_article(word) and lower[at] not in NOT_IN_NAMES:
            at += 1
        elif word[0].isupper() or (at > start and _ELIDED.match(word)):
            if not _may_be_name(tokens, places, at, at == start) and not (
                titled and at == start and _is_given_name_too(tokens, places, at)
            ):
                break
            at += 1
        elif lower[at] in PARTICLES and (at > start or led):
            following = at
            while (
                following < size
                and lower[following] in PARTICLES
                and following - at < 3
                and tokens.touching(following - 1)
            ):
                following += 1
            if following >= size or not tokens.touching(following - 1) or not words[following][0].isupper():
                break
            if (
                lower[at] in ("y", "e", "do", "la", "der", "la", "la")
                and following == at + 1
                and lower[following] in NOT_IN_NAMES
            ):
                break
            at = following
        else:
            break
    while at > start and lower[at - 1] in PARTICLES and words[at - 1][0].islower():
        at -= 1
    return at


def _may_be_name(tokens: Tokens, places: PlaceIndex, at: int, opening: bool) -> bool:
    word, low = tokens.words[at], tokens.lower[at]
    if not word[0].isalpha():
        return False
    if low in NOT_IN_NAMES:
        dated = at + 1 < len(tokens) and (tokens.words[at + 1][0].isdigit() or tokens.words[at + 1] in ("of", "."))
        return low in _MONTHS_AND_NAMES and not opening and not dated and tokens.touching(at - 1)
    if at in places.first and places.first[at][1].kind not in ("city", "capital"):
        return False
    if (
        low in _MONTHS_SHORT
        and at + 1 < len(tokens)
        and (tokens.words[at + 1] == "." or tokens.words[at + 1][0].isdigit())
    ):
        return False
    if len(word) > 2 and word.endswith(".") and low not in SUFFIXES and not _are_initials(tokens, at):
        return False  # an abbreviation: "Gen.", "U.S."
    if not opening and low in HEADLINE_VERBS and tokens.lower[at - 1] not in ("al", "bin", "ibn", "bint", "aal"):
        return False
    if (low in RANKS and not opening) or (low in STORMS and opening):
        return False
    return not (len(word) == 1 and opening and word not in "Ó")


def _are_initials(tokens: Tokens, at: int) -> bool:
    """Whether initials stand here before a name: "J.D. Holm", but not "9 a.m.", "U.S. Senator"."""
    behind = tokens.words[at + 1 : at + 2]
    return bool(
        behind
        and behind[0][0].isupper()
        and tokens.touching(at)
        and _INITIALS.fullmatch(tokens.words[at])
        and tokens.lower[at] not in _ABBREVIATED
    )


_ABBREVIATED = words("a.m. p.m. u.s. u.n. u.k. e.u. d.c. u.a.e. r.o.k. d.p.r.k. s.a. l.a. n.y. b.c. a.d. p.r.c.")


def _is_given_name_too(tokens: Tokens, places: PlaceIndex, at: int) -> bool:
    """Whether a common word is a given name here: "Prime Minister Even Hallsson", but not "President May Visit"."""
    return (
        tokens.lower[at] in GIVEN_NAMES_TOO
        and at + 1 < len(tokens)
        and tokens.touching(at)
        and tokens.words[at + 1][0].isupper()
        and tokens.lower[at + 1] not in HEADLINE_VERBS
        and _may_be_name(tokens, places, at + 1, opening=False)
    )


_OPENS_A_BODY = words(
    "united new latest international global national camp mount lake uss hms university bank east west north "
    "south upper lower central port fort cape previous next related top home human amnesty greater ministry "
    "department"
)


_FIELDS = words("affairs relations cooperation commerce integration")
"""What a ministry's name ends with."""


_KOREAN_PARK = re.compile(r"Park [A-Z][a-z]+-[a-z]+|[A-Z][a-z]+-[a-z]+ Park")


def is_body(text: str) -> bool:
    """Whether a run of capitals names a body, a place or furniture rather than a person."""
    if _KOREAN_PARK.fullmatch(text):
        return False
    words = text.lower().replace("-", " ").split()
    return words[0] in _OPENS_A_BODY or words[-1] in _FIELDS or not BODY_WORDS.isdisjoint(words[1:])
