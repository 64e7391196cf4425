"""What a line by a picture says by its words alone: that it is a credit, that it ends with an agency, or names one."""

from __future__ import annotations

import re
from functools import lru_cache

from wiredesk.extract.pictures.captions import is_credit_line
from wiredesk.extract.wires.agencies import agency_of
from wiredesk.kit.text import ends_sentence, has_any, words

__all__ = ["BRACKETED", "CREDIT_LENGTH", "names_agency", "names_only", "says_credit"]

CREDIT_LENGTH = 100  # characters of a credit
_NAMES_ONLY = 4  # words; a line of no more, all capitalised, names a person, a brand or a source, and describes nothing
_CREDIT_FIRST = re.compile(
    r"\W*(?:(?:photo|image|picture|photograph|illustration|screenshot|screengrab|rendering|graphic|artwork|video)s?"
    r"(?:\s*credits?)?\s*(?:by\b|courtesy|:|/|\|)|credits?\s*:|courtesy\b|source\s*:|©|data courtesy|getty images)",
    re.IGNORECASE,
)
_AGENCY_LAST = re.compile(
    r"(?:/|via|,|//)\s*(?:Getty|AP|AFP|Reuters|REUTERS|Shutterstock|iStock|Alamy|EPA|Bloomberg)\b[\w\s.]*\W*$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\w{2}[.!?][\"”’)]* [\"“‘(]?[A-Z]")  # a sentence, and more behind it
BRACKETED = re.compile(r"[\w.”\"]\s*\(([A-Z][^()]{1,60})\)\W*$")


def says_credit(text: str) -> bool:
    """Whether a line is a credit alone, by its words."""
    return len(text) <= CREDIT_LENGTH and _credit_alone(text)


@lru_cache(maxsize=2048)
def _credit_alone(text: str) -> bool:
    if has_any(text, ".!?") and _WITHIN.search(text):
        return False
    return is_credit_line(text) or (_is_credited(text) and not ends_sentence(text))


def _is_credited(text: str) -> bool:
    if _CREDIT_FIRST.match(text):
        return True
    may = "/" in text or "," in text or "via" in text.lower()
    return may and _AGENCY_LAST.search(text) is not None


def names_agency(text: str) -> bool:
    """Whether a line ends with an agency in brackets: beside a picture, whose it is."""
    found = BRACKETED.search(text) if text.rstrip().endswith(")") else None
    return found is not None and agency_of(found[1]) is not None


def names_only(text: str) -> bool:
    """Whether a line is a name and no description: of a brand, a source, an agency."""
    found = words(text)
    return len(found) <= _NAMES_ONLY and not ends_sentence(text) and all(word[0].isupper() for word in found)
