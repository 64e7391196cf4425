"""Words of the long made-up stream: a vocabulary in the order of how common its words are, names, and set phrases."""

from __future__ import annotations

import random

from bench.stream_words import ADJECTIVES, NOUNS, VERBS


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FUNCTION = _words(
    """
    the to of and a in that for on was said is with he at as it by from have has be are his an this but who after not
    had will were they their been its which or more would one about also when there people she year over two out up
    first her new last than we if years time no can other could government all some into him day only what three
    because before now between many most told while against during under where week made since may so country state
    such us them do president then any i still say police around being down even those another four back just well
    officials through including part long never should own near city early several group how me per expected
    """
)
"""The commonest words of news in English, the commonest first: nearly half of every text."""
PHRASES = (
    "according to a statement released on Tuesday", "told reporters on Wednesday", "said in a statement",
    "on condition of anonymity because they were not authorised to speak", "did not immediately respond to a request",
    "for the first time in more than a decade", "at a news conference on Thursday", "in the early hours of Monday",
    "the ministry said in a brief note", "as part of a wider investigation", "by the end of the year",
    "the second such case this month", "it was not immediately clear", "despite repeated warnings from experts",
    "in what officials described as a routine step", "which has yet to be confirmed", "in a telephone interview",
    "under the terms of the agreement", "the highest level since records began", "amid growing concern over costs",
    "a spokeswoman for the council said", "people familiar with the matter said", "in the coming weeks",
    "down from a year earlier", "ahead of a vote expected on Friday", "no injuries were reported",
)  # fmt: skip
CODES = _words(
    "FR DE JP IN BR KE EG VN PL IT ES TR MX ID NO CL GH TH GR PE MA FI MY JO CA AU HU SN CO NP"
)  # of `COUNTRIES`, in their order
OFFICES = (
    "mayor", "foreign minister", "prime minister", "president", "defense minister", "finance minister", "spokesman",
    "police chief", "governor", "judge", "professor", "coach", "chief executive", "prosecutor", "senator", "director",
)  # fmt: skip
GIVEN = _words(
    """
    Ada Aldo Amir Anna Arno Basil Bela Boris Carla Chen Clara Dario David Dina Edith Elena Emil Esra Farid Flora Frank
    Gita Greta Hana Hugo Ida Igor Irene Ivo Jana Jonas Julia Kai Katja Lars Leila Lena Louis Malik Maria Mina Nadia
    Nils Nora Olga Omar Otto Paula Peter Petra Rana Rosa Samir Selma Simon Sofia Tanja Tarek Theo Uma Vera Viktor
    Wanda Yara Yusuf Zoe
    """
)
TOWN_ENDS = ("", "", "", "ville", "burg", " Bay", " Hill", "stad", " Falls", "ford", "ham", "sk")
ORGANISATIONS = _words("Group Institute Council Union Bank Front Agency Airlines Foundation Party")
OUTLET_FIRST = _words(
    """
    Harbour Valley Northern Capital Morning Evening Daily Coastal Metro Highland River Southern Prairie Island Lake
    Border Eastern Western Upland Union Market County Forest Bridge Mill Canyon Summit Garden Station Abbey Chapel
    """
)
OUTLET_LAST = _words(
    "Courier Gazette Tribune Observer Herald Chronicle Dispatch Examiner Post Mail Record Sentinel Echo Journal Argus"
)
AGENCIES = _words("AP AFP Reuters DPA ANSA EFE")
MONTHS = _words("January February March April May June July August September October November December")

_STARTS = _words("b br c ch d dr f fl g gr h j k kl l m n p pl qu r s sh st t tr v w z")
_VOWELS = _words("a e i o u ai ea ou ie")
_STOPS = ("", "", "", "n", "r", "l", "s", "t", "nd", "rk", "m", "x")


def made_up(dice: random.Random, syllables: int) -> str:
    """A word that no language has, as far as anybody looked."""
    parts = [
        _STARTS[int(dice.random() * len(_STARTS))]
        + _VOWELS[int(dice.random() * len(_VOWELS))]
        + _STOPS[int(dice.random() * len(_STOPS))]
        for _ in range(syllables)
    ]
    return "".join(parts)


def vocabulary(dice: random.Random, size: int) -> list[str]:
    """So many different words, the commonest first: function words, plain English, and then made-up ones."""
    english = [*NOUNS, *VERBS, *ADJECTIVES, *(f"{noun}s" for noun in NOUNS)]
    dice.shuffle(english)
    known = dict.fromkeys([*FUNCTION, *english])
    while len(known) < size:
        known[made_up(dice, 2 if dice.random() < 0.5 else 3)] = None
    return list(known)[:size]
