"""Finds stops that a traveller gives up: "but dropped that leg", "cut Peru from her tour", "but pulled out"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from wiredesk.events.draft import Telling
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.arguments import subject
from wiredesk.events.sentences.mood import mood
from wiredesk.events.sentences.nouns import is_noun
from wiredesk.events.sentences.phrases import doers
from wiredesk.events.sentences.places_told import Place, place_at, places
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set

_REMOVING = word_set("cut cuts removed removes remove struck strikes deleted omitted erased")
_WITHDRAWING = word_set("pulled backed dropped bowed")
_THAT = word_set("that the this")
_STOPS = words.VISIT_NOUNS | word_set("part portion idea plan plans")
_PROGRAMMES = word_set("tour itinerary programme program schedule agenda trip route journey swing list plans visit")
_OPENING = word_set("but and however only before he she they")
_CLOSING = word_set("because citing after at over due owing when amid as and")
_FROM_REACH = 6
"""Words from "cut" to "from", and from there to "tour": "her five-day Latin American tour". Set by hand."""


def tell_dropped(sentence: Sentence) -> Iterator[Telling]:
    """Stops called off, by name or as what the sentence has told before."""
    if _verbs().isdisjoint(sentence.lowers):
        return
    for index in range(1, len(sentence.tokens) - 1):
        if sentence.word(index) in _verbs() and not sentence.tokens[index].quoted:
            yield from _taken_out(sentence, index)
            yield from _called_off(sentence, index)


@cache
def _verbs() -> frozenset[str]:
    return _REMOVING | _WITHDRAWING | {"withdrew"} | frozenset(verb_tables.verbs("cancel"))


def _taken_out(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "dropped Peru from her itinerary", "Peru was cut from the president's tour"."""
    out = sentence.find(word_set("from off"), index + 1, index + _FROM_REACH)
    noun = sentence.find(_PROGRAMMES, out + 1, out + _FROM_REACH) if out is not None else None
    if out is None or noun is None:
        return
    told = mood(sentence, index)
    if told.passive:
        before = place_at(sentence, told.start - 1) if told.start else None
        found: tuple[Place, ...] = (before,) if before is not None else ()
        who = tuple(person for token in sentence.tokens[out:noun] for person in token.people)
    else:
        found = tuple(place for place in places(sentence, index, reach=2) if place.index < out)
        who = doers(sentence, told, index)
    if found:
        yield Telling(
            type="visit",
            form="go",
            sentence=sentence,
            index=index,
            end=noun,
            mood=replace(told, passive=False),
            principals=who,
            places=found,
            hint="cancelled",
        )


def _called_off(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "had planned to go on to Peru but dropped that leg", "was due to meet him but pulled out": of what was told."""
    told = mood(sentence, index)
    if sentence.find(frozenset({"but", "however", "only", "before"}), 0, index) is None or told.tense != "past":
        return
    if not (sentence.words(told.start - 2, told.start) & _OPENING) or is_noun(sentence, index):
        return
    leg = sentence.word(index + 1) in _THAT and sentence.word(index + 2) in _STOPS
    named = sentence.word(index + 3) == "of" or any(
        one.kind == "place" for one in sentence.tokens[index + 3 : index + 5]
    )
    if leg and named:
        return  # "scrapped the visit to Peru", "the idea of a port": what was called off has its name
    out = index + 1 if sentence.word(index) in _WITHDRAWING and sentence.word(index + 1) == "out" else index
    alone = out > index or sentence.word(index) in ("withdrew", "cancelled", "canceled")
    after = sentence.tokens[out + 1] if out + 1 < len(sentence.tokens) else None
    ends = after is None or after.kind in ("mark", "time") or after.lower in _CLOSING | {"on"}
    if leg or (alone and ends):
        who = subject(sentence, min(told.start, index))
        yield Telling(
            type="visit",
            form="off",
            sentence=sentence,
            index=index,
            end=index + 2 if leg else out,
            mood=replace(told, passive=False),
            principals=who.persons if who else (),
            hint="cancelled",
        )
