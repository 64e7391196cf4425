"""Reads what an office is for: the field of a ministry, the body that somebody heads.

"of foreign affairs, trade and the diaspora", "for Climate Action", "of the Cabinet of Ministers", "at the Ministry of
Culture": how far such words go, in capitals and in small letters, and where the holder's name or the country begins.
"""

from __future__ import annotations

from wiredesk.annotate.office_forms import heads
from wiredesk.annotate.offices import BODY_NOUNS, MODIFIERS, PREFIXES, TOPIC_NOUNS
from wiredesk.annotate.place_index import PlaceIndex
from wiredesk.annotate.tokens import Tokens
from wiredesk.annotate.words import NOT_IN_NAMES
from wiredesk.kit.tables import words

_BODIES = words(
    "organization organisation community system programme program forum fund league court association federation "
    "institute conference tribunal network centre center initiative convention corporation authority committee "
    "mission office delegation presidency secretariat confederation society institution"
)
"""What international bodies and their offices are called: their own "of the" and "for the" may follow."""
_OF_BODIES = words("countries nations states peoples cross crescent treaty weapons islands islamic atomic exporting")
"""Words of such bodies' names that no holder's name begins with."""
FIELD_WORDS = BODY_NOUNS | MODIFIERS | TOPIC_NOUNS | _BODIES | _OF_BODIES
_POSSESSIVES = (["'s"], ["’s"])
_POSSESSIVE = ("'s", "’s", "'", "’")
REGIONS = words("pacific caribbean americas commonwealth diaspora arctic mediterranean sahel balkans environment")
"""What the field of a minister's office ends with: "for Development and the Pacific"."""
_ENDS_OF_FIELDS = FIELD_WORDS | REGIONS
_BEFORE_A_HEAD = MODIFIERS | PREFIXES
_HAS_AN_OF = words("ministry department directorate cabinet council house court chamber office board staff")
"""Small words of a body behind which its own "of" follows: "the ministry of foreign affairs"."""
_OF_A_STATE = words(
    "assembly senate parliament house representatives deputies lords commons council cabinet ministers navy army "
    "force forces police guard staff intelligence agency service services ministry affairs court security commission "
    "administration government delegation"
)
"""What a state has one of: the country behind them is no part of their name, as it is of "the Bank of Togo"."""
_LONGEST_ITEM = 4
"""Words of one field among several: "water, irrigation and public works". Set by hand."""


def field_after(tokens: Tokens, places: PlaceIndex, begin: int, *, listed: bool = True) -> int:
    """Token after the field or body named from `begin`: "U.N. mission", "Chad's National Guard", "mines and oil".

    `listed`: whether small letters may name several fields of one office.
    """
    lower, printed, size = tokens.lower, tokens.words, len(tokens)
    at = known = begin
    capital = False
    while at < size and (at == begin or tokens.touching(at - 1)):
        if at in places.first and places.first[at][1].kind != "city":
            at, place = places.first[at]
            known = at if place.kind == "organisation" else known
            capital = capital or place.kind in ("organisation", "site", "capital", "country")
            if place.kind == "country" and at < size and lower[at] not in FIELD_WORDS and lower[at] not in _POSSESSIVE:
                break  # "of the National Assembly of Togo | Ana Sol"
        elif lower[at] in _POSSESSIVE and at > begin:
            at += 1
        elif lower[at] in FIELD_WORDS or (
            printed[at][0].isupper()
            and len(printed[at]) > 1
            and (lower[at] not in NOT_IN_NAMES or (lower[at] == "people" and lower[at + 1 : at + 2] in _POSSESSIVES))
            and not _name_begins(tokens, begin, at, known)
        ):
            capital = capital or printed[at][0].isupper()
            at += 1
        elif printed[at] == "(" and at + 2 < size and printed[at + 1].isupper() and printed[at + 2] == ")":
            if not (at + 3 < size and printed[at + 3][0].isupper() and lower[at + 3] in FIELD_WORDS):
                break
            at += 3  # "the African Union (AU) Commission"
        elif capital and lower[at : at + 2] == ["and", "the"] and at + 2 < size and _ends_a_field(tokens, at + 2):
            at += 3  # "Development and the Pacific", "Foreign Affairs and the National Community"
        elif (
            capital
            and lower[at] in ("of", "for", "and")
            and at + 1 < size
            and printed[at + 1][0].isupper()
            and (lower[at] != "and" or _is_field(tokens, at + 1))
        ) or (lower[at] == "of" and at > begin and lower[at - 1] in _HAS_AN_OF and _is_field(tokens, at + 1)):
            at += 1
        elif lower[at] in ("of", "for") and lower[at + 1 : at + 2] == ["the"] and lower[at - 1] in _BODIES:
            if not (at + 2 < size and printed[at + 2][0].isupper()):
                break
            at += 2  # "the Organization of the Petroleum Exporting Countries"
        elif listed and at > begin and (following := _further_field(tokens, at)) > at:
            at = following
        else:
            break
    return at


def _further_field(tokens: Tokens, at: int) -> int:
    """Where one more field begins behind "and" or a comma: "posts | and telecommunications"; `at` if none does.

    A comma goes on only where an "and" closes the list: "agriculture, food and the marine".
    """
    lower, size = tokens.lower, len(tokens)
    if lower[at - 1] not in _ENDS_OF_FIELDS:
        return at
    if lower[at] == "and":
        begin = at + 1 + (lower[at + 1 : at + 2] == ["the"])
        return begin if _is_field(tokens, begin) else at
    if lower[at] != ",":
        return at
    if lower[at + 1 : at + 2] == ["and"]:
        return at + 2 if _is_field(tokens, at + 2) else at
    begin = end = at + 1 + (lower[at + 1 : at + 2] == ["the"])
    while end < min(size, begin + _LONGEST_ITEM) and lower[end] in FIELD_WORDS:
        end += 1
    if end == begin or end >= size or not _is_field(tokens, begin):
        return at
    return begin if lower[end] in ("and", ",") and _further_field(tokens, end) > end else at


def _is_field(tokens: Tokens, at: int) -> bool:
    """Whether one more field stands here: "of Trade and Industry", but "of State and Defense Minister" is an office."""
    return at < len(tokens) and tokens.lower[at] in FIELD_WORDS and office_after(tokens, at) == at


def _ends_a_field(tokens: Tokens, at: int) -> bool:
    """Whether behind "and the" a ministry's field goes on, and no other office begins."""
    return tokens.lower[at] in REGIONS or (tokens.words[at][0].isupper() and _is_field(tokens, at))


def _name_begins(tokens: Tokens, begin: int, at: int, known: int) -> bool:
    """Behind a body's last known word its holder's name begins: "of Trade | Ana Sol", but "of Trade Policy Board".

    `known`: where the name of a body that the tables know ends.
    """
    if at == begin or (at != known and tokens.lower[at - 1] not in _ENDS_OF_FIELDS):
        return False
    if at == known and office_after(tokens, at) > at:
        return False  # "the special representative of the UN Secretary-General"
    while at < len(tokens) and tokens.touching(at - 1) and tokens.words[at][0].isupper():
        if tokens.lower[at] in FIELD_WORDS:
            return False
        at += 1
    return True


def before_a_country(tokens: Tokens, places: PlaceIndex, begin: int, end: int, head: str) -> int:
    """The end of a field before its country: "of External Relations | of Angola"; banks keep the country's name."""
    for at in range(begin + 1, end - 1):
        behind = at + 1 + (tokens.lower[at + 1] == "the")
        if tokens.lower[at] != "of" or behind not in places.first or places.first[behind][1].kind != "country":
            continue
        of_a_state = tokens.lower[at - 1] in _OF_A_STATE or tokens.lower[at - 2 : at] == ["central", "bank"]
        if of_a_state or head in ("minister", "secretary", "commander", "envoy", "delegate"):
            return at
    return end


def topic_after(tokens: Tokens, begin: int) -> int:
    """Token after what somebody is envoy or minister for, in small letters: "human rights", "Eurasian affairs"."""
    at = begin
    while (
        at < len(tokens)
        and tokens.touching(at - 1)
        and (tokens.lower[at] in FIELD_WORDS or tokens.lower[at] in ("and", "eurasian", "african", "asian", "arab"))
    ):
        if tokens.lower[at] == "and" and not _is_field(tokens, at + 1):
            break
        at += 1
    if at > begin and at < len(tokens) and (further := _further_field(tokens, at)) > at:
        return topic_after(tokens, further)
    return at if at > begin and tokens.lower[at - 1] in FIELD_WORDS else begin


def office_after(tokens: Tokens, begin: int) -> int:
    """Token after an office named from `begin`: "the Prime Minister"."""
    at = begin
    while at < len(tokens) and tokens.lower[at] in _BEFORE_A_HEAD:
        at += 1
    for form, _, _ in heads().get(tokens.lower[at], ()) if at < len(tokens) else ():
        if tuple(tokens.lower[at : at + len(form)]) == form:
            return at + len(form)
    return begin
