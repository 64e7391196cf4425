"""Tells heads of companies and clubs from heads of state: "Hartwell Motors President", "Union Praia's president"."""

from __future__ import annotations

from wiredesk.annotate.place_index import PlaceIndex
from wiredesk.annotate.tokens import Tokens
from wiredesk.annotate.words import HEADLINE_VERBS, NOT_IN_NAMES
from wiredesk.kit.tables import words

HEADS_OF_CLUBS = ("president", "vice president", "chairman", "chairwoman", "director")
"""Offices that companies and clubs have as well as states and parliaments."""
_POSSESSIVE = ("'s", "’s", "'", "’")
_OPENS = frozenset('.!?”"-–—:')
_NAMES_A_PLACE = words("new san santa saint st port el la los las south north east west upper lower old")
"""Before a town's name: part of it."""
_NO_CLUB = NOT_IN_NAMES | _NAMES_A_PLACE


def leads_a_company(tokens: Tokens, places: PlaceIndex, core: int, until: int, head: str) -> bool:
    """Whether a company's name stands before a president's title and name: "Hartwell Motors President Ana Sol".

    One word that opens a sentence may be any word.
    """
    if head not in HEADS_OF_CLUBS or until >= len(tokens) or not tokens.words[until][0].isupper():
        return False
    if not tokens.touching(until - 1):
        return False
    first = core
    while first > 0 and tokens.touching(first - 1) and _may_be_company(tokens, places, first - 1):
        first -= 1
    alone = core - first == 1 and (first == 0 or tokens.words[first - 1] in _OPENS)
    return first < core and not alone


def _may_be_company(tokens: Tokens, places: PlaceIndex, at: int) -> bool:
    word, low = tokens.words[at], tokens.lower[at]
    if not word[0].isupper() or len(word) < 2 or low in NOT_IN_NAMES or low in HEADLINE_VERBS:
        return False
    inside = at in places.first or at + 1 in places.after
    return not inside and low.isalpha()


def club_before(tokens: Tokens, places: PlaceIndex, core: int, taken: int) -> tuple[int, tuple[str, ...], str] | None:
    """ "Praia president" of a town, "Union Praia's president" of more than a town: (first token, no country, club)."""
    at = core - (core > 0 and tokens.lower[core - 1] in _POSSESSIVE)
    if at not in places.after or at == 0 or not tokens.touching(core - 1):
        return None
    first, place = places.after[at]
    if place.kind not in ("city", "capital") or first < taken:
        return None
    before = tokens.words[first - 1] if first > taken and tokens.touching(first - 1) else ""
    longer = before[:1].isupper() and before.lower() not in _NO_CLUB and first - 1 > 0
    if longer:
        return first - 1, (), tokens.slice(first - 1, at)
    return (first, (), tokens.slice(first, at)) if at == core and place.kind == "city" else None
