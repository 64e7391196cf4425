"""Which country "the kingdom", "the island nation", "the North African country" is, by what was named before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wiredesk.events.sentences.places_told import Place
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person

_ISLANDS = word_set(
    """
    AG AU BB BH BS CU CV CY DM DO FJ GD GB HT ID IE IS JM JP KI KM KN LC LK MG MH MT MU MV NR NZ PG PH PW SB SC SG ST
    TL TO TT TV TW VC VU WS
    """
)
_KINGDOMS = word_set("BE BH BT DK ES GB JO KH LS MA NL NO SA SE SZ TH TO")
_KINDS: dict[str, frozenset[str] | None] = {
    "kingdom": _KINGDOMS,
    "sultanate": frozenset({"OM", "BN"}),
    "emirate": frozenset({"QA", "KW", "AE"}),
    "island": _ISLANDS,
    "archipelago": _ISLANDS,
    "country": None,
    "nation": None,
}
"""What a land is called, and the countries that are called so; None for any."""
_MODIFIERS = 4
"""Words between "the" and the land: "the neighbouring East African". Set by hand."""
_NAMED_WITHIN = 3
"""Sentences before in which "the country" must have been named. Set by hand."""


def land_behind(sentence: Sentence, index: int, leads: Iterable[str] = ()) -> str | None:
    """The word for a land right behind a verb, or behind one of `leads` near it: "visited the island nation"."""
    wanted = set(leads)
    for at in range(index + 1, min(len(sentence.tokens) - 1, index + 2 + (_MODIFIERS if wanted else 0))):
        led = sentence.word(at - 1) in wanted if wanted else at == index + 1
        if led and sentence.word(at) in ("the", "his", "her"):
            return _land_at(sentence, at)
    return None


def _land_at(sentence: Sentence, the: int) -> str | None:
    told: list[str] = []
    for at in range(the + 1, min(len(sentence.tokens), the + 2 + _MODIFIERS)):
        token = sentence.tokens[at]
        if token.lower in _KINDS:
            told.append(token.lower)
        elif told or token.kind in ("mark", "time", "person") or token.lower in _NO_MODIFIERS:
            break
    special = [word for word in told if _KINDS[word] is not None]
    found = special or told
    if not found or sentence.word(the + 1) in _OWN:
        return None
    return found[0] if special or sentence.word(the + 1) in _KINDS else DESCRIBED


_NO_MODIFIERS = word_set("of in and or for to with at on that which who is was will would has had")
_OWN = word_set("own home whole")


DESCRIBED = "described"
"""A land told by where it lies: "the North African country", "the neighbouring state"."""


class Lands:
    """The countries that an article has named, by the sentence that named them last."""

    def __init__(self) -> None:
        self._named: dict[str, int] = {}

    def read(self, sentence: Sentence) -> None:
        """Remember what a sentence names: countries, towns, nationalities, whom its officials speak for."""
        for token in sentence.tokens:
            told = [token.place.country] if token.place else [person.country for person in token.people]
            for country in told:
                if country is not None:
                    self._named.pop(country, None)
                    self._named[country] = sentence.number

    def meant(self, word: str, number: int, home: Sequence[str | None], visited: Sequence[Place]) -> Place | None:
        """The country that `word` means in sentence `number` for travellers of `home`; None where two are as likely."""
        fitting = _KINDS.get(word)
        abroad = [one for one in self._named if one not in home and (fitting is None or one in fitting)]
        there = [place for place in visited if place.country in abroad]
        if len({place.country for place in there}) == 1:
            return Place(country=there[0].country, name=None, index=-1, end=-1)
        near = [one for one in abroad if self._named[one] >= number - _NAMED_WITHIN]
        if (len(near) == 1 and word == DESCRIBED) or (near and fitting is not None):
            return Place(country=near[-1], name=None, index=-1, end=-1)
        return None


def meant_there(visited: Sequence[Place], people: Sequence[Person], scene: tuple[Place, ...]) -> tuple[Place, ...]:
    """ "She will meet the president there": in the town named last, if the journey goes to its country, else in the
    one country of the journey, or the one that somebody whom she meets is of; empty where two are as likely."""
    named = {place.country for place in visited}
    if not named or any(place.country in named for place in scene):
        return scene
    met = named & {person.country for person in people}
    meant = [place for place in visited if len(named) == 1 or (len(met) == 1 and place.country in met)]
    return tuple(meant[-1:])
