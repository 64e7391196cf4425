"""Finds visits told by what somebody in office says or does in a foreign town: who tells reporters there is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from wiredesk.events.draft import Draft, Telling
from wiredesk.events.identity import shared
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.arguments import objects
from wiredesk.events.sentences.mood import Mood, mood
from wiredesk.events.sentences.phrases import doers
from wiredesk.events.sentences.places_told import Place, place_at, places
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person

_AUDIENCE = word_set(
    """
    reporters journalists a the an news press conference briefing parliament lawmakers deputies audience crowd students
    packed room crowded both houses of on at evening morning later
    """
)
"""What may stand between a word of saying and the town."""
_DEEDS = word_set("lay unveil plant cut inspect inaugurate pray kneel stroll walk dine lunch breakfast preside pose")
"""Deeds of `verb_tables` that are done with one's own hands, where one is."""
_DEED_REACH = 7
_RESIDENTS = word_set("ambassador representative consul commissioner delegate observer attache attaché")
"""Their offices are abroad: being there is no visit."""


@cache
def _done_by_hand() -> frozenset[str]:
    return frozenset(word for word, (lemma, _) in verb_tables.verbs("joint").items() if lemma in _DEEDS)


def tell_heard(sentence: Sentence) -> Iterator[Telling]:
    """ "told reporters in Lima on Monday", "laid a wreath in Lima", "Speaking in Lima, the minister said"."""
    if sentence.caption:
        return
    if sentence.word(0) in ("on", "upon", "after", "back", "fresh"):
        yield from _back(sentence)
    if sentence.word(0) in ("speaking", "addressing", "asked"):
        yield from _opening(sentence)
    for index, token in enumerate(sentence.tokens):
        if token.kind != "word" or token.quoted:
            continue
        if token.lower in words.SAYING | {"warned", "spoke"}:
            found = _town(sentence, index, _AUDIENCE)
        elif token.lower in _done_by_hand():
            found = _town(sentence, index, None)
        else:
            continue
        if not found:
            continue
        told = mood(sentence, index)
        if token.lower in ("said", "told") and told.start == index:
            told = replace(told, tense="past", infinitive=False)  # they stand in no table of verbs
        if told.tense == "past" and not told.negated and not told.passive and not told.infinitive:
            yield from _telling(sentence, index, told, doers(sentence, told, index), found)


def _opening(sentence: Sentence) -> Iterator[Telling]:
    found = _town(sentence, 0, _AUDIENCE)
    comma = sentence.find(frozenset({","}), 1)
    who = objects(sentence, comma) if comma is not None else None
    if found and who is not None and comma is not None and who.start <= comma + 2:
        yield from _telling(sentence, 0, Mood(tense="past", start=0), who.persons, found)


def _back(sentence: Sentence) -> Iterator[Telling]:
    """ "On her return from Lima on Monday, the minister said", "Back from Lima, the minister said"."""
    origin = sentence.find(frozenset({"from"}), 1, 4)
    back = origin is not None and (sentence.word(0) in ("back", "fresh") or sentence.word(origin - 1) == "return")
    if not back or origin is None or origin + 1 >= len(sentence.tokens):
        return
    place = place_at(sentence, origin + 1)
    comma = sentence.find(frozenset({","}), origin)
    who = objects(sentence, comma) if comma is not None else None
    if place is None or who is None or comma is None or who.start > comma + 2:
        return
    if could_be_there(who.persons, (place,)):
        yield Telling(
            type="visit",
            form="leave",
            sentence=sentence,
            index=0,
            end=0,
            mood=Mood(tense="past", start=0),
            principals=who.persons,
            places=(place,),
            edge="leave",
        )


def _town(sentence: Sentence, index: int, between: frozenset[str] | None) -> tuple[Place, ...]:
    """The town behind "in", with nothing between but a time and these words; any few words of no clause for None."""
    for at in range(index + 1, min(len(sentence.tokens), index + _DEED_REACH)):
        token = sentence.tokens[at]
        if token.lower == "in":
            found = places(sentence, at, reach=1)
            return found if len(found) == 1 and found[0].name else ()
        if token.kind == "time" or (between is None and token.kind == "word" and token.lower not in _ENDS):
            continue
        if between is None or token.lower not in between:
            return ()
    return ()


_ENDS = words.CLAUSE_OPENERS | words.SAYING


def _telling(
    sentence: Sentence, index: int, told: Mood, who: tuple[Person, ...], found: tuple[Place, ...]
) -> Iterator[Telling]:
    if not could_be_there(who, found):
        return
    yield Telling(
        type="visit",
        form="heard",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=who,
        places=found,
        edge="single",
    )


def could_be_there(who: tuple[Person, ...], found: Sequence[Place]) -> bool:
    """Whether one person is told, whose country and post are not where the deed is done."""
    if len(who) != 1 or who[0].country is None or any(place.country == who[0].country for place in found):
        return False
    return not _RESIDENTS & set((who[0].role or "").casefold().replace("-", " ").split())


def explained(draft: Draft, meetings: Sequence[Draft]) -> bool:
    """Whether talks that the article tells of say why somebody was heard there: then it tells of no journey."""
    return draft.form == "heard" and any(
        shared(draft.principals, table.principals)
        and (not table.destination or set(table.destination) & set(draft.destination))
        for table in meetings
    )
