"""Finds where a part names somebody: title and name, name and title in apposition, title alone, name alone."""

from __future__ import annotations

import re

from wiredesk.annotate.bare_names import read_names
from wiredesk.annotate.by_word_alone import read_elliptic, read_ranks
from wiredesk.annotate.found import PartReading
from wiredesk.annotate.place_index import index_places
from wiredesk.annotate.roles import RolePhrase, find_roles
from wiredesk.annotate.rules import TITLE_CASE_WORD
from wiredesk.annotate.titles import read_titles
from wiredesk.annotate.tokens import Tokens, tokenize
from wiredesk.annotate.words import FUNCTION_WORDS, NOT_IN_NAMES
from wiredesk.kit.names import HONORIFICS, PARTICLES, RANK_OPENERS, RANKS, STYLES, is_arabic_article
from wiredesk.kit.places import Place
from wiredesk.types import Span

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*(?:[-‑‐'’][^\W\d_][\w\u0300-\u036f]*)*")


def read_part(part: str, text: str, places: list[Place], sentences: list[Span], elsewhere: str = "") -> PartReading:
    """All mentions of a part but the later short ones, which need to know who is who.

    `elsewhere`: for a headline, the text of the article's other parts; where every word has a capital, only those
    found there too may be names ("Georgian Premier Courts Asia").
    """
    tokens = tokenize(text)
    index = index_places(tokens, places)
    roles = _without_names(tokens, find_roles(tokens, index))
    office = frozenset(at for role in roles for at in range(role.first, role.after))
    blocked = office
    if elsewhere and _is_title_case(tokens.words) and (told := frozenset(_WORD.findall(elsewhere))):
        blocked |= {at for at, word in enumerate(tokens.words) if word not in told}
    printed = frozenset(tokens.words)  # each word is looked at once, however often it stands
    small = frozenset(filter(str.islower, printed)) - PARTICLES
    opening = {word for word in printed if _may_open(word)}
    countries = ((first, after) for first, (after, place) in index.first.items() if place.kind == "country")
    inside = {at for first, after in countries for at in range(first + 1, after)}
    reading = PartReading(
        part=part,
        tokens=tokens,
        places=index,
        roles=roles,
        office_tokens=office,
        blocked=blocked,
        sentence_starts=[sentence.start for sentence in sentences],
        small=small,
        capitals=[at for at, word in enumerate(tokens.words) if word in opening and at not in inside],
    )
    read_titles(reading)
    read_elliptic(reading)
    read_names(reading)
    read_ranks(reading)
    reading.found.sort(key=lambda mention: (mention.start, -mention.end))
    return reading


def _without_names(tokens: Tokens, roles: list[RolePhrase]) -> list[RolePhrase]:
    """Offices but those that are given names: "Sultan Ahmed Al Kaabi, Minister of State" is no sultan."""
    if not any(role.head in _GIVEN_NAMES for role in roles):
        return roles
    begins, ends = {role.first for role in roles}, {role.after: role for role in roles}
    kept: list[RolePhrase] = []
    for role in roles:
        at = role.after
        if role.head in _GIVEN_NAMES and role.capital and not role.countries and at - role.first == 1:
            while at < len(tokens) and tokens.touching(at - 1) and tokens.words[at][0].isupper():
                at += 1
            titled = tokens.lower[at : at + 1] == [","] and begins & {at + 1, at + 2}
            comma = tokens.lower[role.first - 1 : role.first] == [","]
            before = ends.get(role.first - comma)  # "the council's president, Emir Kovac,"
            named = before is not None and tokens.touching(role.first - 1) and not (comma and before.head in _CROWNED)
            if at > role.after and (titled or named):
                continue
        kept.append(role)
    return kept


_GIVEN_NAMES = ("sultan", "emir", "amir")
_CROWNED = ("king", "monarch", "ruler", "leader", "head of state", "emir", "amir", "sultan")


def _may_open(word: str) -> bool:
    """Whether a name, or what is set before one, may begin with a word: not with "The"."""
    if word[0].isupper():
        return word.lower() not in _OPENS_NO_NAME or word in STYLES
    return is_arabic_article(word)


_OPENS_NO_NAME = NOT_IN_NAMES - HONORIFICS - RANKS - RANK_OPENERS - {"royal", "imperial", "tan"} - PARTICLES


def _is_title_case(printed: list[str]) -> bool:
    """Whether a line has a capital on nearly every longer word."""
    longer = [word for word in printed if len(word) >= TITLE_CASE_WORD and word.lower() not in FUNCTION_WORDS]
    return len(longer) > 1 and all(not word[0].islower() for word in longer)
