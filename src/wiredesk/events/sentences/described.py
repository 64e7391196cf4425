"""Reads a place with what describes it as one place: "the Kenyan port city of Lamu", "the resort of Izra, Peru"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wiredesk.events.sentences.words import POSSESSIVE, word_set
from wiredesk.kit.places import capital_of
from wiredesk.types import PlaceMention

if TYPE_CHECKING:
    from wiredesk.events.sentences.reading import Token

KINDS = word_set(
    """
    city town village port resort island capital state province region republic kingdom country nation emirate
    sultanate principality archipelago prefecture canton enclave outpost harbour harbor
    """
)
"""What a place is called before its name."""
_LANDS = word_set("republic kingdom country nation emirate sultanate principality archipelago")
_ADJECTIVES = word_set(
    """
    port spa ski beach resort seaside coastal border mountain lakeside northern southern eastern western north south
    east west central northeastern northwestern southeastern southwestern north-eastern north-western south-eastern
    south-western ancient historic old second third biggest second-biggest second-largest largest third-largest tiny
    small remote island industrial university oil mining holiday capital garrison market black baltic river sea desert
    alpine provincial neighbouring neighboring main commercial economic
    """
)
_BACK = 4
"""Words between a nationality and the kind: "Kenyan second-largest Indian-ocean port city". Set by hand."""
_NAME_WORDS = 3


def described(tokens: list[Token]) -> list[Token]:
    """The tokens, each such phrase in one token for the place that it names; its article stays before it."""
    if KINDS.isdisjoint([token.lower for token in tokens]):
        return tokens
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        folded = _folded(tokens, at, found) if tokens[at].lower in KINDS else None
        if folded is None:
            found.append(tokens[at])
            at += 1
            continue
        token, start, end = folded
        del found[start:]
        found.append(token)
        at = end
    return found


def _folded(tokens: Sequence[Token], at: int, before: Sequence[Token]) -> tuple[Token, int, int] | None:
    """The token, where its words begin among those kept and where they end among all."""
    first, land = _described_from(before)
    apposed = tokens[at].lower == "capital" and at + 2 < len(tokens) and tokens[at + 1].text == ","
    if apposed and land is None and len(before) > 1 and before[-1].lower in POSSESSIVE:
        first, land = _owned_by(before)  # "Peru's capital, Lima"
    linked = at + 1 < len(tokens) and tokens[at + 1].lower == "of"
    name = at + 1 + (linked or (apposed and _is_capital(tokens[at + 2], land)))
    if name >= len(tokens):
        return None
    place, end = _known(tokens, at, name, land, linked=linked), name + 1
    town = (
        _town_before(before, first, land if place is None else place.country) if tokens[at].lower == "capital" else None
    )
    if town is not None:  # "Lima, the Peruvian capital", "Lima, capital of Peru"
        first, place, end = town, place or before[town].place, end if place is not None else at + 1
    if place is None and linked and tokens[name].kind == "word":
        place, end = _unknown(tokens, name, land)
    if place is None:
        return None
    start = before[first].start if first < len(before) else tokens[at].start
    words = [*before[first:], *tokens[at:end]]
    text = " ".join(token.text for token in words)
    token = tokens[at]._replace(kind="place", text=text, start=start, end=words[-1].end, mention=place, lower="")
    return token, first, end


def _is_capital(token: Token, land: str | None) -> bool:
    """ "the Peruvian capital, Lima"."""
    return land is not None and token.place is not None and token.place.name == capital_of(land)


def _town_before(before: Sequence[Token], first: int, country: str | None) -> int | None:
    """The capital of a country right before a description of it, if that is in commas."""
    comma = first - 2 if first and before[first - 1].lower == "the" else first - 1
    place = before[comma - 1].place if comma > 0 and before[comma].text == "," else None
    return comma - 1 if country is not None and place is not None and place.name == capital_of(country) else None


def _owned_by(before: Sequence[Token]) -> tuple[int, str | None]:
    owner = before[-2].place
    return (len(before) - 2, owner.country) if owner is not None and owner.kind == "country" else (len(before), None)


def _described_from(before: Sequence[Token]) -> tuple[int, str | None]:
    """Where a description that ends here begins, and the country that it tells."""
    first = len(before)
    while first and len(before) - first < _BACK and _is_adjective(before[first - 1]):
        first -= 1
    told = before[first - 1] if first else None
    if told is not None and told.place is not None and told.place.kind == "demonym":
        return first - 1, told.place.country
    return (first if first < len(before) else len(before)), None


def _is_adjective(token: Token) -> bool:
    return token.lower in _ADJECTIVES or (token.kind == "word" and "-" in token.text)


def _known(tokens: Sequence[Token], at: int, name: int, land: str | None, *, linked: bool) -> PlaceMention | None:
    """A place that the tables know: behind "of", or right behind the kind if its country has been told."""
    place = tokens[name].place if tokens[name].kind == "place" else None
    if place is None or place.country is None or place.kind in ("demonym", "organisation"):
        return None
    if not linked:
        return place if place.country == land and place.kind != "country" else None
    if place.kind != "country":
        return replace(place, country=land) if land is not None and place.kind == "city" else place
    if tokens[at].lower == "capital":
        name_of = capital_of(place.country)
        return replace(place, name=name_of, kind="capital") if name_of is not None else None
    return place if tokens[at].lower in _LANDS else None  # not "the state of Peru", "a port of Kenya"


def _unknown(tokens: Sequence[Token], name: int, land: str | None) -> tuple[PlaceMention | None, int]:
    """A town that no table knows, in the country told before it or behind it."""
    end = name
    while end < min(len(tokens), name + _NAME_WORDS) and tokens[end].kind == "word" and tokens[end].text[:1].isupper():
        end += 1
    if end == name:
        return None, end
    text = " ".join(token.text for token in tokens[name:end])
    last = end
    if land is None and end + 1 < len(tokens) and tokens[end].lower in (",", "in"):
        behind = tokens[end + 1].place
        if behind is None or behind.kind != "country" or (tokens[end].lower == "," and end + 2 < len(tokens)):
            return None, end
        land, last = behind.country, end + 2
    if land is None:
        return None, end
    found = PlaceMention(
        part="body",
        start=tokens[name].start,
        end=tokens[last - 1].end,
        text=text,
        name=text,
        country=land,
        kind="city",
    )
    return found, last
