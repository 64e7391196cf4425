"""Reads what follows an office: "of Togo and Benin", "of state for fisheries", "to the king"."""

from __future__ import annotations

from wiredesk.annotate.office_forms import heads
from wiredesk.annotate.offices import BODY_NOUNS, MODIFIERS, PREFIXES, TOPIC_NOUNS
from wiredesk.annotate.place_index import PlaceIndex
from wiredesk.annotate.tokens import Tokens
from wiredesk.annotate.words import NOT_IN_NAMES
from wiredesk.kit.places import country_of
from wiredesk.kit.tables import words

POSSESSIVE = ("'s", "’s", "'", "’")
_POSSESSIVES = (["'s"], ["’s"])
_BODY_WORDS = BODY_NOUNS | MODIFIERS | TOPIC_NOUNS
_TAKES_FOR = words(
    "minister secretary commissioner envoy representative adviser advisor coordinator rapporteur chief director "
    "governor"
)

_REGIONS = words("pacific caribbean americas commonwealth diaspora arctic mediterranean sahel balkans environment")
"""What the field of a minister's office ends with: "for Development and the Pacific"."""

_TAKES_TO = words("assistant envoy ambassador adviser advisor representative aide nuncio delegate")


def read_suffix(
    tokens: Tokens, places: PlaceIndex, until: int, head: str, has_country: bool, plural: bool
) -> tuple[int, tuple[str, ...], str, bool]:
    """What follows the head: (token after, countries, words kept in the role, whether a body is named)."""
    lower, size = tokens.lower, len(tokens)
    after, kept, organised = until, "", False
    countries: tuple[str, ...] = ()
    last = head.rpartition(" ")[2]
    for _ in range(2):
        if after + 1 >= size or not tokens.touching(after - 1) or not tokens.touching(after):
            break
        word = lower[after]
        begin = after + 2 if lower[after + 1] in ("the", "a") and after + 2 < size else after + 1
        end = begin
        if word == "from" and plural and begin in places.first and places.first[begin][1].kind == "country":
            stop, countries = _listed(tokens, places, begin)
            return stop, countries, "", False
        if word == "of":
            if begin in places.first:
                stop, place = places.first[begin]
                if place.kind == "country" and (stop >= size or lower[stop] not in POSSESSIVE):
                    if has_country or countries:
                        break
                    after, countries = _listed(tokens, places, begin)
                    continue
                end = _body_after(tokens, places, begin)
                countries = countries or ((place.country,) if place.country and not has_country else ())
                organised = organised or place.kind == "organisation"
                if place.kind == "demonym" and not _CHAMBERS.isdisjoint(lower[stop:end]):
                    kept, after = kept + tokens.text[tokens.ends[after - 1] : tokens.starts[begin]], stop
            else:
                end = _before_a_country(tokens, places, begin, _body_after(tokens, places, begin), head)
                if end > begin and tokens.words[begin][0].isupper() and not has_country:
                    organised = organised or not _is_of_the_state(lower[begin:end], last)
        elif word in ("for", "on") and last in _TAKES_FOR:
            end = _body_after(tokens, places, begin) if tokens.words[until - 1][0].isupper() else begin
            end = _before_a_country(tokens, places, begin, end, last)
            end = max(
                end,
                _province(tokens, begin, last),
                places.first[begin][0] if begin in places.first else _topic(tokens, begin),
            )
        elif word == "to" and last in _TAKES_TO:
            end = places.first[begin][0] if begin in places.first else office_after(tokens, begin)
            if end == begin and country_of(tokens.words[begin]) is not None:
                end = begin + 1  # "Ambassador to Jordan Ana Sol", where the name might have begun earlier
        elif word == "to" and last == "secretary" and tokens.words[until - 1][0].isupper():
            end = _body_after(tokens, places, begin)
        elif word == "without" and lower[after + 1] == "portfolio":
            end = after + 2
        elif word == "responsible" and lower[after + 1] == "for" and last in _TAKES_FOR:
            end = _body_after(tokens, places, after + 2)  # "Minister Responsible for Tourism"
        if end <= begin and not (word == "without" and end > after + 1):
            break
        if word == "of" and not has_country and not countries:
            named = [places.first[at][1] for at in range(begin, end) if at in places.first]
            countries = tuple(str(place.country) for place in named if place.kind == "country")[:1]
        kept += tokens.text[tokens.ends[after - 1] + (kept[-1:] == " ") : tokens.ends[end - 1]]
        after = end
    return after, countries, kept, organised


_CHAMBERS = words("house senate assembly parliament chamber duma knesset majlis sejm bundestag")


_CHAIRS = words("speaker president chairman chairwoman chairperson")


def _is_of_the_state(body: list[str], head: str) -> bool:
    """Whether a body is a ministry or a parliament, whose holder of office speaks for a country."""
    return head in ("minister", "secretary") or (head in _CHAIRS and not _CHAMBERS.isdisjoint(body))


def leads_a_parliament(role: str) -> bool:
    """Whether a role is that of a parliament's head: "Senate Chairman", "Chairwoman of the National Assembly"."""
    told = role.lower().split()
    return not _CHAMBERS.isdisjoint(told) and not _CHAIRS.isdisjoint(told)


def _before_a_country(tokens: Tokens, places: PlaceIndex, begin: int, end: int, head: str) -> int:
    """The end of a ministry's field: "Minister of External Relations | of Angola"; banks keep their country."""
    if head not in ("minister", "secretary", "commander"):
        return end
    for at in range(begin + 1, end - 1):
        if tokens.lower[at] == "of" and at + 1 in places.first and places.first[at + 1][1].kind == "country":
            return at
    return end


def _listed(tokens: Tokens, places: PlaceIndex, begin: int) -> tuple[int, tuple[str, ...]]:
    """ "Togo, Benin and Chad" from token `begin`."""
    after, place = places.first[begin]
    countries = [str(place.country)] if place.country else []
    while after + 1 < len(tokens) and tokens.lower[after] in (",", "and"):
        following = after + 1
        if tokens.lower[following] in ("and", "the"):
            following += 1
        if following not in places.first or places.first[following][1].kind != "country":
            break
        after, place = places.first[following]
        countries.append(str(place.country))
    return after, tuple(countries)


def _body_after(tokens: Tokens, places: PlaceIndex, begin: int) -> int:
    """Token after the body named from `begin`: "U.N. mission", "Chad's National Guard", "ruling party"."""
    lower, printed, size = tokens.lower, tokens.words, len(tokens)
    at = begin
    capital = False
    while at < size and (at == begin or tokens.touching(at - 1)):
        if at in places.first and places.first[at][1].kind != "city":
            at, place = places.first[at]
            capital = capital or place.kind in ("organisation", "site", "capital", "country")
        elif lower[at] in POSSESSIVE and at > begin:
            at += 1
        elif lower[at] in _BODY_WORDS or (
            printed[at][0].isupper()
            and len(printed[at]) > 1
            and (lower[at] not in NOT_IN_NAMES or (lower[at] == "people" and lower[at + 1 : at + 2] in _POSSESSIVES))
            and not _name_begins(tokens, begin, at)
        ):
            capital = capital or printed[at][0].isupper()
            at += 1
        elif printed[at] == "(" and at + 2 < size and printed[at + 1].isupper() and printed[at + 2] == ")":
            if not (at + 3 < size and printed[at + 3][0].isupper() and lower[at + 3] in _BODY_WORDS):
                break
            at += 3  # "the African Union (AU) Commission"
        elif capital and lower[at : at + 2] == ["and", "the"] and at + 2 < size and _ends_a_field(tokens, at + 2):
            at += 3  # "Development and the Pacific", "Foreign Affairs and the National Community"
        elif (
            capital
            and lower[at] in ("of", "for", "and")
            and at + 1 < size
            and printed[at + 1][0].isupper()
            and (lower[at] != "and" or _body_goes_on(tokens, at + 1))
        ):
            at += 1
        else:
            break
    return at


def _ends_a_field(tokens: Tokens, at: int) -> bool:
    """Whether behind "and the" a ministry's field goes on, and no other office begins."""
    named = tokens.words[at][0].isupper() and tokens.lower[at] in _BODY_WORDS
    return tokens.lower[at] in _REGIONS or (named and office_after(tokens, at) == at)


def _name_begins(tokens: Tokens, begin: int, at: int) -> bool:
    """Behind a body's last known word its holder's name begins: "of Trade | Ana Sol", but "of Trade Policy Board"."""
    if at == begin or tokens.lower[at - 1] not in _BODY_WORDS | _REGIONS:
        return False
    while at < len(tokens) and tokens.touching(at - 1) and tokens.words[at][0].isupper():
        if tokens.lower[at] in _BODY_WORDS:
            return False
        at += 1
    return True


def _body_goes_on(tokens: Tokens, at: int) -> bool:
    """ "Minister of Trade and Industry" goes on; "Minister of State and Defense Minister" begins a second office."""
    return tokens.lower[at] in _BODY_WORDS and office_after(tokens, at) == at


def _province(tokens: Tokens, begin: int, head: str) -> int:
    """Token after the province that a governor is for, if a comma closes its name."""
    at = begin
    while at < len(tokens) and tokens.words[at][0].isupper() and tokens.touching(at - 1):
        at += 1
    return at if head == "governor" and tokens.words[at : at + 1] == [","] else begin


def _topic(tokens: Tokens, begin: int) -> int:
    at = begin
    while (
        at < len(tokens)
        and tokens.touching(at - 1)
        and (
            tokens.lower[at] in _BODY_WORDS
            or tokens.lower[at] in ("and", "eurasian", "african", "asian", "arab", "human")
        )
    ):
        at += 1
    while at > begin and tokens.lower[at - 1] == "and":
        at -= 1
    return at if at > begin and tokens.lower[at - 1] in _BODY_WORDS else begin


def office_after(tokens: Tokens, begin: int) -> int:
    """Token after an office named from `begin`: "the Prime Minister"."""
    at = begin
    while at < len(tokens) and tokens.lower[at] in MODIFIERS | PREFIXES:
        at += 1
    for form, _, _ in heads().get(tokens.lower[at], ()) if at < len(tokens) else ():
        if tuple(tokens.lower[at : at + len(form)]) == form:
            return at + len(form)
    return begin
