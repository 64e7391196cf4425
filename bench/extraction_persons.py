"""Which of the names in a byline are persons: a rule of the bench's own, which knows nothing of any extractor.

A name is a person's when it has two to five words, the first begins with a capital letter, and no word tells of an
agency, an outlet, a desk or a role. A name that is the outlet's own (its host spells it) is none. One word alone
("AFP", "AJLabs", a pen name) cannot be told and is left out as well. What is left out is counted, never hidden.
"""

from __future__ import annotations

import re
import unicodedata

from bench.folds import site_of

# Words that stand in names of agencies, outlets, institutions, desks and roles, and hardly ever in those of persons.
_NOT_OF_PERSONS = frozenset({
    "academy", "admin", "administrator", "afp", "agence", "agencies", "agency", "ansa", "associated", "association",
    "board", "bureau", "center", "centre", "college", "columnist", "committee", "communications", "company",
    "contributing", "contributor", "contributors", "corporation", "correspondent", "correspondents", "department",
    "desk", "digital", "edition", "editor", "editorial", "editors", "efe", "foundation", "gazette", "group",
    "herald", "hospital", "inc", "institute", "international", "journal", "journalist", "lab", "laboratory", "labs",
    "limited", "llc", "ltd", "magazine", "management", "media", "ministry", "network", "networks", "news",
    "newspaper", "newsroom", "newswire", "office", "official", "online", "organisation", "organization", "press",
    "producer", "producers", "publication", "publications", "publisher", "radio", "relations", "reporter",
    "reporters", "reports", "research", "reuters", "school", "science", "sciences", "service", "services",
    "society", "sports", "staff", "studio", "studios", "syndicate", "team", "television", "times", "tribune", "tv",
    "university", "upi", "user", "web", "website", "wire", "wires", "writer", "writers", "xinhua",
})  # fmt: skip
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "prof", "professor", "sir", "dame", "rev"})
_SUFFIXES = frozenset({
    "bsc", "cfa", "cfp", "dds", "dvm", "esq", "ii", "iii", "iv", "jr", "mba", "md", "msc", "phd", "sr",
})  # fmt: skip
_PARTED = re.compile(r"\s*(?:[,;|&/\n\t]|\band\b|\bwith\b|\s[-–—]\s)\s*")
_SAID_BY = re.compile(r"^\s*by\b[\s:]*", re.IGNORECASE)


def parted(authors: str) -> list[str]:
    """The names in a line of them, as written, without "By", degrees and generations."""
    names = []
    for piece in _PARTED.split(_SAID_BY.sub("", authors)):
        words = piece.split()
        while words and (_letters(words[-1]) in _SUFFIXES or not re.search(r"\w", words[-1])):
            words.pop()
        if words:
            names.append(" ".join(words).strip(" ."))
    return names


def folded(name: str) -> str:
    """A name for comparison: no case, accents, marks, titles before it or generations and degrees after it."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))
    words = re.findall(r"\w+", re.sub(r"(?<=\w)['’.](?=\w)", "", plain).casefold())
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return " ".join(words)


def is_person(name: str, url: str | None = None) -> bool:
    """Whether a single name is a person's, as far as its wording and the page's address tell."""
    words = name.split()
    if not 2 <= len(words) <= 5 or not words[0][:1].isupper() or re.search(r"[\d@]|\w\.(?:com|org|net|co)\b", name):
        return False
    letters = [_letters(word) for word in words]
    if words[0] == "The" or not _NOT_OF_PERSONS.isdisjoint(letters):
        return False
    site = _letters((site_of(url) or "").split(".")[0])
    return not site or _letters(name) not in (site, f"the{site}")


def persons(authors: str, url: str | None = None) -> tuple[frozenset[str], frozenset[str]]:
    """The folded names of persons in a line of authors, and those of all others."""
    names = parted(authors)
    of_persons = frozenset(folded(name) for name in names if is_person(name, url))
    return of_persons, frozenset(folded(name) for name in names) - of_persons


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())
