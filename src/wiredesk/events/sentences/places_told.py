"""Where: the places that a phrase lists, towns joined with their countries and houses with their towns."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wiredesk.events.sentences import words
from wiredesk.events.sentences.mood import forms
from wiredesk.events.sentences.reading import Sentence, Token
from wiredesk.events.sentences.words import LINKS, POSSESSIVE, word_set
from wiredesk.kit.places import capital_of
from wiredesk.types import PlaceMention

_CITY_KINDS = word_set("city capital site")
_PLACE_REACH = 7  # words between "visit", "trip" and the place: "will fly early next week with his wife to"


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place as an event's destination; `name` None for a whole country, `index` of its token."""

    country: str
    name: str | None
    index: int
    end: int
    site: bool = False
    town: str | None = None
    """The town that a site is said to be in."""


def places(sentence: Sentence, after: int, reach: int = _PLACE_REACH) -> tuple[Place, ...]:
    """The places listed after a word, cities joined with their countries; empty if a clause or person comes first."""
    position, passed = after + 1, 0
    while position < len(sentence.tokens) and passed <= reach:
        token = sentence.tokens[position]
        if place_at(sentence, position):
            return _places_from(sentence, position)
        if token.lower in words.CLAUSE_OPENERS - {"as"} | {";", "."} or token.lower in words.SAYING:
            return ()
        passed += token.kind != "time"
        position += 1
    return ()


def place_at(sentence: Sentence, index: int) -> Place | None:
    """The place that a token names, if it can be a destination: no demonym, no sea, no mere possessor."""
    token: Token = sentence.tokens[index]
    mention: PlaceMention | None = token.place
    if mention is None or mention.country is None or mention.kind == "organisation" or _is_of_a_pair(sentence, index):
        return None
    if mention.kind in ("demonym", "country") and (end := _its_capital(sentence, index)):
        return Place(country=mention.country, name=capital_of(mention.country), index=index, end=end)
    if mention.kind == "demonym":
        return None
    if mention.kind == "site" and sentence.word(index - 1) == "of" and sentence.word(index - 2) in _QUARTERS:
        return None  # a part of some town that only shares the name of a famous house
    is_town = mention.kind in _CITY_KINDS or mention.name == capital_of(mention.country)  # Singapore is both
    name = mention.name if is_town else None
    if mention.kind == "city" and (country := _country_behind(sentence, index)):
        return Place(country=country, name=mention.name, index=index, end=index)
    if mention.kind == "site" and index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].text in _HOUSES:
        name = f"{mention.name} {sentence.tokens[index + 1].text}"
    return Place(country=mention.country, name=name, index=index, end=index, site=mention.kind == "site")


def _its_capital(sentence: Sentence, index: int) -> int | None:
    """The token of "capital" in "the Peruvian capital", "Peru's capital"."""
    at = index + 2 if sentence.word(index + 1) in POSSESSIVE else index + 1
    return at if sentence.word(at) == "capital" else None


def _is_of_a_pair(sentence: Sentence, index: int) -> bool:
    """ "the Chad-Sudan border", "Peru-Chile talks": two countries that say which, and are nobody's goal."""
    tokens = sentence.tokens
    for other, mark in ((index - 2, index - 1), (index + 2, index + 1)):
        if 0 <= other < len(tokens) and tokens[mark].text in ("-", "–") and tokens[other].kind == "place":
            first, last = sorted((index, other))
            if tokens[first].end == tokens[mark].start and tokens[mark].end == tokens[last].start:
                return True
    return False


def _country_behind(sentence: Sentence, index: int) -> str | None:
    """ "in Tapa, Estonia,": the country that is told for a town which the tables know elsewhere."""
    if sentence.word(index + 1) != "," or index + 2 >= len(sentence.tokens):
        return None
    country = sentence.tokens[index + 2].place
    listed = index + 3 < len(sentence.tokens) and sentence.word(index + 3) in ("and", "'s", "’s")
    return country.country if country and country.kind == "country" and not listed else None


_QUARTERS = word_set("district suburb quarter neighbourhood neighborhood borough ward village hamlet area resort")
_HOUSES = frozenset({"Palace", "Castle", "House", "Hall", "Hotel", "Residence", "Conference"})


def _places_from(sentence: Sentence, index: int) -> tuple[Place, ...]:
    found: list[Place] = []
    position, gap = index, 0
    while position < len(sentence.tokens):
        place = place_at(sentence, position)
        token = sentence.tokens[position]
        if place and found and sentence.word(place.end + 1) in words.SAYING | POSSESSIVE:
            break
        if place:
            before = found[-1] if found else None
            if before and before.country == place.country and (before.name is None or place.name is None):
                found[-1] = replace(
                    before, name=before.name or place.name, site=before.site or place.site, end=position
                )
            elif before and before.site and not place.site and place.name and sentence.word(position - 1) == "in":
                found[-1] = replace(before, country=place.country, town=place.name, end=position)
            elif before and before.country == place.country and before.site and not place.site and place.name:
                found[-1] = replace(before, town=place.name, end=position)  # "at the palace in Lima"
            else:
                found.append(_housed(sentence, place))
            gap = 0
        elif token.kind == "person" or token.lower in words.CLAUSE_OPENERS | {";", ".", "("} or forms(token.lower):
            break
        elif token.lower.endswith("ed") and sentence.word(position - 1) == "and":
            break  # "in Lima and prayed at Cusco"
        elif token.lower in _ONWARD:
            break  # "stopped in Lima en route to Quito"
        elif token.lower in LINKS or token.kind == "time" or token.lower in _BETWEEN:
            pass
        else:
            gap += 1
            if gap > 2:
                break
        position += 1
    return tuple(found)


def gapped(sentence: Sentence, first: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places with those of further legs: "in Peru from May 3 to 5 as guest of X, in Chile on May 6 and in Togo"."""
    found = list(first)
    dated = False
    position = first[-1].end + 1 if first else len(sentence.tokens)
    while position < len(sentence.tokens):
        token = sentence.tokens[position]
        dated = dated or token.kind == "time"
        led = sentence.word(position - 1) in ("in", "to", "at") or sentence.word(position - 2) in ("in", "to")
        place = place_at(sentence, position) if led and dated else None
        if place and sentence.word(place.end + 1) not in POSSESSIVE and _dated_behind(sentence, place.end):
            found.append(place)
            dated = False
        elif token.lower in words.CLAUSE_OPENERS | {";"} or forms(token.lower):
            break
        position += 1
    return tuple(found)


def _dated_behind(sentence: Sentence, index: int) -> bool:
    return any(at < len(sentence.tokens) and sentence.tokens[at].kind == "time" for at in (index + 1, index + 2))


def _housed(sentence: Sentence, place: Place) -> Place:
    """The house that a text names in a town ("at the Old Mint House in Lima"), else the place itself."""
    last = place.index - 2
    if place.name is None or place.site or last < 1 or sentence.word(place.index - 1) != "in":
        return place
    if sentence.tokens[last].text not in _HOUSES:
        return place
    first = last
    while first > 0 and sentence.tokens[first - 1].kind == "word" and sentence.tokens[first - 1].text[:1].isupper():
        first -= 1
    if first == last:  # "the House in" is a chamber, no building
        return place
    house = " ".join(token.text for token in sentence.tokens[first : last + 1])
    return replace(place, name=house, town=place.name, site=True)


_ONWARD = frozenset({"way", "route", "bound"})
_BETWEEN = word_set("in on to by then the southern northern eastern western from")
