"""Names of writers as bylines print them, brought to their usual form: case, particles, titles, suffixes."""

from __future__ import annotations

import re

from wiredesk.kit.tables import words as word_table

_PARTICLES = word_table(
    "van von der den de del della di da do dos das la le el al bin ibn bint ter ten zu zum af y e und"
)
_GENERATION = re.compile(r"(?:Jr|Sr|II|III|IV|Junior|Filho|Neto)\.?", re.IGNORECASE)
_DEGREES = re.compile(
    r"(?:Ph\.?\s?D|M\.?D|D\.?O|J\.?D|M\.?B\.?A|M\.?P\.?H|M\.?S|M\.?A|B\.?A|B\.?Sc|M\.?Sc|R\.?D\.?N?|R\.?N|LL\.?[BM]|Esq"
    r"|CFP|CFA|CPA|FACP|FAAP|LCSW|Psy\.?D|Ed\.?D|DVM|DDS|MPP|MFA|CSCS|CPT|LMFT|OBE|MBE|CBE)\.?"
)
_TITLE = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Miss|Shri|Smt)\.?|Professor|Doctor)\s+(?=[^\W\d_])", re.IGNORECASE)
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2}")  # JR, TJ, PJ: initials, where a given name stands
_LETTERS = re.compile(r"[^\W\d_]+(?:\.(?=[^\W\d_]))?")


def is_suffix(piece: str) -> bool:
    """Whether a piece behind a comma belongs to the name before it: "Jr.", "Ph.D."."""
    return is_generation(piece) or _DEGREES.fullmatch(piece) is not None


def is_generation(piece: str) -> bool:
    """Whether it is a part of the name itself ("III"), not a degree."""
    return _GENERATION.fullmatch(piece) is not None


def usual_name(name: str) -> str:
    """A name without title and degrees, once, and not in capitals: "DR. JANE DOE, MD" -> Jane Doe."""
    name = _TITLE.sub("", name)
    words = name.split()
    while len(words) > 2 and _DEGREES.fullmatch(words[-1].strip(",")):
        words.pop()
    half = len(words) // 2
    if half and len(words) % 2 == 0 and words[:half] == words[half:]:  # a link, and its picture's text
        words = words[:half]
    return _cased(" ".join(words).strip(" ,"))


def _cased(name: str) -> str:
    """JANE VAN DER DOE -> Jane van der Doe; a name with small letters is left as printed."""
    if not name.isupper() or len(name) < 5:
        return name
    cased: list[str] = []
    for index, word in enumerate(name.split()):
        if is_generation(word) and index:
            cased.append(word if word.strip(".").upper() in {"II", "III", "IV"} else word.capitalize())
        elif index == 0 and _NO_VOWEL.fullmatch(word):
            cased.append(word)
        elif index and word.lower() in _PARTICLES and index + 1 < len(name.split()):
            cased.append(word.lower())
        else:
            cased.append(_LETTERS.sub(_capitalized, word))
    return " ".join(cased)


def _capitalized(found: re.Match[str]) -> str:
    word = found[0]
    if word.startswith("MC") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    after_apostrophe = found.start() > 1 and found.string[found.start() - 1] in "'’"
    if after_apostrophe and len(word) == 1:  # D'ANDRE'S, not O'NEILL
        return word.lower()
    return word.capitalize()
