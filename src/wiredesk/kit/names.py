"""How people's names are built: particles, honorifics, ranks, regnal numbers, and the short forms of later mention.

No list of given names is used and no order of naming is assumed: a later mention may be any whole word of the full
name ("Linh" of Mai Duc Linh, "Sala" of Renata Sala Beltrame, "Van den Loo").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from wiredesk.kit.tables import words

PARTICLES = words(
    "van von der den de del della dello dei degli di da das do dos du la le las los lo bin bint ibn ben al el "
    "abu zu zur zum af av y e ter ten te ap ab arap ul und 't op"
)
"""Lower-case words inside a name. Some open a later mention with a capital: "Dos Reis", "Van den Loo"."""

_ARABIC = re.compile(r"(?:al|el|as|ad|an|ar|ash|at|az|ul|ur|ed|es|et)[-‑][^\W\d_]", re.IGNORECASE)

HONORIFICS = words(
    "mr mr. mrs mrs. ms ms. miss mx dr dr. prof prof. professor sir dame lord lady baroness baron sheikh "
    "sheikha shaikh sheik shaykh daw u ko ma dato dato' datuk datin seri sri tun tunku tengku pehin haji hajj "
    "hajji hajah mullah mulla maulana mawlawi maulvi imam sayyid sayed seyyed hojatoleslam ayatollah begum "
    "sardar ratu khun ustaz ato chief prince princess duke duchess count father rev rev. reverend hon. "
    "honourable honorable monsignor brother sister don doña dona captain-general tan alhaji alhaja hajiya engr engr. "
    "barr barr. amb amb. lyonpo dasho pengiran highness majesty excellency eminence holiness h.e. h.h. h.r.h. h.m. "
    "hrh hon honour honor hon'ble hon’ble shri smt smt. shrimati cde cde. comrade"
) - {"tan", "chief", "ma", "ko"}
"""Words before a name that are not part of it and are no office."""

INNER_HONORIFICS = words("seri setia awang dayang diraja paduka")
"""Behind another honorific they are one, too; at the head of a name they may be the name."""

STYLES = ("HE", "HH", "HM", "HRH", "TRH")
"""Styles in capitals without points: in small letters they are other words."""

RANKS = words(
    "gen gen. general gens. lt lt. lieutenant maj maj. major major-general col col. colonel lieutenant-general "
    "lieutenant-colonel brig brig. brigadier brigadier-general capt capt. captain adm adm. admiral "
    "rear-admiral vice-admiral cmdr cmdr. cdr marshal sgt sgt. sergeant cpl cpl. corporal commodore "
    "generalissimo"
)
RANK_OPENERS = words("senior vice rear field air chief army vice-senior colonel full fleet retired ret.")
"""Words that may stand before a rank: "Senior Gen.", "Air Chief Marshal", "Vice Adm."."""

REGNAL = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|X{1,3}(?:I{1,3}|IV|VI{0,3}|IX)?)$")
SUFFIXES = words("jr jr. sr sr.")

FEMALE = words(
    "spokeswoman chairwoman congresswoman businesswoman mrs mrs. ms ms. miss dame lady baroness sheikha daw "
    "princess duchess queen empress begum"
)
MALE = words(
    "spokesman chairman congressman businessman mr mr. sir lord baron sheikh prince duke king emperor pope "
    "father u datuk sultan emir amir"
)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word for comparison: no case, no accents, one kind of apostrophe and hyphen."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).lower()


_LETTERS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i"}
)


def is_particle(word: str) -> bool:
    """Whether a word may stand in lower case inside a name."""
    return word.lower() in PARTICLES


def is_arabic_article(word: str) -> bool:
    """Whether a word opens with the article, in either case: "al-Tamimi", "El-Sisi"."""
    return ("-" in word[2:4] or "‑" in word[2:4]) and bool(_ARABIC.match(word))


@lru_cache(maxsize=2048)  # as many as the articles of an hour name
def name_keys(name: str) -> frozenset[str]:
    """Folded words under which a person of this name may be mentioned later; hyphenated names give their last part
    too, names with the Arabic article also the bare one. Particles and regnal numbers are none."""
    keys: set[str] = set()
    for word in name.split():
        if is_particle(word) or REGNAL.match(word) or word.lower() in SUFFIXES or len(word.rstrip(".")) < 2:
            continue
        folded = fold(word)
        keys.add(folded)
        if "-" in folded:
            head, _, rest = folded.partition("-")
            last = folded.rpartition("-")[2]
            if len(last) > 3 or is_arabic_article(word):
                keys.add(last)
            if is_arabic_article(word):
                keys.add(rest)
            elif len(head) > 4:
                keys.add(head)
    return frozenset(keys)


@lru_cache(maxsize=2048)  # as many as the articles of an hour name
def name_words(name: str) -> tuple[str, ...]:
    """Folded words of a name without particles, in order."""
    return tuple(fold(word) for word in name.split() if not is_particle(word))


@lru_cache(maxsize=2048)  # as many as the articles of an hour name
def refers(short: str, full: str) -> bool:
    """Whether `short` may be a later mention of somebody introduced as `full`: every word of it is one of his."""
    words = name_words(short)
    if not words:
        return False
    own = name_words(full)
    if words == own:
        return True
    if any(REGNAL.match(word.upper()) for word in own) and len(own) == 2:
        return words == own[:1]
    keys = name_keys(full)
    return len(words) <= len(own) and all(word in keys or word in own for word in words)


@lru_cache(maxsize=2048)  # as many as the articles of an hour name
def every_word(name: str) -> frozenset[str]:
    """Folded words of a name, however it is spelt: names without one in common are two people's. Never empty, since
    names of particles alone may be one."""
    return name_keys(name).union(name_words(name), _spelt_apart(name)) or frozenset({""})


@lru_cache(maxsize=2048)
def _spelt_apart(name: str) -> tuple[str, ...]:
    """Folded words of a name, hyphenated ones and initials each by itself: "J.P. Al-Amin" as "J. P. Al Amin"."""
    return name_words(_BETWEEN_INITIALS.sub(r"\1 ", name).replace("-", " "))


_BETWEEN_INITIALS = re.compile(r"\b([A-Z]\.)(?=[A-Z])")


def same_name(one: str, other: str) -> bool:
    """Whether two full names are spellings of one: equal but for accents and hyphens, or without middle names."""
    first, second = _spelt_apart(one), _spelt_apart(other)
    if first == second:
        return True
    if len(first) > len(second):
        first, second = second, first
    if len(first) < 2 or first[0] != second[0]:
        return False
    rest = iter(second)
    return all(any(word == candidate for candidate in rest) for word in first)
