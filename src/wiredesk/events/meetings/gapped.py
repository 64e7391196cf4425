"""Finds meetings that share the verb of another one: "met A in Lima and B in Quito", "saw A and, later, B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wiredesk.events.draft import Telling
from wiredesk.events.sentences import words
from wiredesk.events.sentences.arguments import objects, subject
from wiredesk.events.sentences.mood import forms
from wiredesk.events.sentences.phrases import scene
from wiredesk.events.sentences.places_told import place_at
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person


def tell_gapped(telling: Telling) -> Iterator[Telling]:
    """ "met A in Lima on Monday and B in Quito on Tuesday": the second meeting, without a verb of its own.

    Told without a place it is in the place of the first, if that is in the country of whom it is with.
    """
    sentence = telling.sentence
    met, before = objects(sentence, telling.index), subject(sentence, min(telling.mood.start, telling.index))
    if met is None or before is None:
        return
    yield from _later(telling, met.end, before.persons)
    apart, within = False, -1
    for index in range(met.end + 1, len(sentence.tokens) - 2):
        token = sentence.tokens[index]
        if token.kind == "person" and apart and sentence.word(index + 1) in ("in", "at", "on"):
            others = objects(sentence, index - 1)
            if others is not None and others.start == index:
                there = {place.country for place in telling.places}
                same = telling.places if all(person.country in there for person in others.persons) else ()
                yield replace(
                    telling,
                    index=index,
                    end=index,
                    principals=(*before.persons, *others.persons),
                    places=scene(sentence, index) or same,
                )
            return
        if (place := place_at(sentence, index)) is not None:
            within = place.end  # "in the Peruvian capital"
        apart = apart or token.kind in ("place", "time")
        if token.kind == "word" and token.lower not in _BETWEEN and index > within:
            return


_BETWEEN = word_set("in at on and the then with")


def tell_called_next(telling: Telling) -> Iterator[Telling]:
    """ "rang A on Monday and B on Tuesday": each on a day of its own."""
    sentence = telling.sentence
    met, before = objects(sentence, telling.index), subject(sentence, min(telling.mood.start, telling.index))
    if met is None or before is None:
        return
    dated = False
    for index in range(met.end + 1, len(sentence.tokens) - 1):
        token = sentence.tokens[index]
        if token.kind == "person":
            others = objects(sentence, index - 1)
            timed = others is not None and any(
                one.kind == "time" for one in sentence.tokens[others.end + 1 : others.end + 4]
            )
            if dated and timed and others is not None and others.start == index:
                yield replace(telling, index=index, end=index, principals=(*before.persons, *others.persons))
            return
        dated = dated or token.kind == "time"
        if token.kind == "word" and token.lower not in _BETWEEN_CALLS:
            return


_BETWEEN_CALLS = word_set("on and the then late early evening morning afternoon night before by phone telephone")


def _later(telling: Telling, end: int, doers: tuple[Person, ...]) -> Iterator[Telling]:
    """ "saw A and, an hour later in the same room, the premier of B": no verb, but a later time; with "the", a person.

    The day is that of the first.
    """
    sentence = telling.sentence
    tokens = sentence.tokens
    link = sentence.find(word_set("and then"), end + 1, end + 3)
    later = sentence.find(word_set("later then afterwards afterward after"), end + 1, end + _LATER_REACH)
    if link is None or later is None:
        return
    for at in range(link + 1, min(len(tokens), later + _LATER_REACH)):
        token = tokens[at]
        if token.kind == "person" and at > later:
            others = objects(sentence, at - 1)
            after = sentence.word(others.end + 1) if others else ""
            if others is not None and (
                after in (".", ",", "", "in", "at", "for") or tokens[others.end + 1].kind == "time"
            ):
                yield replace(telling, form="later", index=at, end=at, principals=(*doers, *others.persons), places=())
            return
        if token.kind == "word" and (forms(token.lower) or token.lower in words.CLAUSE_OPENERS - {"after"}):
            return


_LATER_REACH = 16
"""Words within which "an hour later, in the same room" leads to the second person met. Set by hand."""
