"""Finds meetings in captions: officials of two countries in one picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wiredesk.events.draft import Telling
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.mood import forms, mood
from wiredesk.events.sentences.phrases import scene
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person


def tell_caption(sentence: Sentence) -> Iterator[Telling]:
    """A picture of officials of two countries together is a meeting; its verbs are in the present of captions."""
    persons: list[Person] = []
    first: int | None = None
    last = 0
    for index, token in enumerate(sentence.tokens):
        person = token.person
        if person and person.name and token.kind == "person" and sentence.word(index + 1) not in words.SAYING:
            if person not in persons:
                persons.append(person)
            first = index if first is None else first
            last = index
    countries = {person.country for person in persons if person.country}
    if first is None or len(persons) < 2 or len(countries) < 2:
        return
    verb = next((at for at in range(first, len(sentence.tokens)) if _acts(sentence, at)), None)
    if verb is None:
        return
    told = mood(sentence, verb)
    if told.tense in ("future", "planned", "unsure"):
        return
    if len(persons) == 2 and sentence.word(verb) in verb_tables.verbs("host") and first < verb < last:
        yield Telling(
            type="visit",
            form="host",
            sentence=sentence,
            index=first,
            end=last,
            mood=replace(told, tense="past"),
            principals=(persons[1],),
            counterparts=(persons[0],),
            places=scene(sentence, last),
        )
        return
    yield Telling(
        type="meeting",
        form="caption",
        sentence=sentence,
        index=first,
        end=last,
        mood=replace(told, tense="past"),
        principals=tuple(persons),
        places=scene(sentence, first),
    )


def _acts(sentence: Sentence, index: int) -> bool:
    word = sentence.word(index)
    if word == "left" and sentence.word(index - 1) == ",":
        return False  # where somebody stands
    return (
        bool(forms(word))
        or (
            word.endswith("s")
            and not word.endswith("ss")
            and index > 0
            and sentence.tokens[index - 1].kind in ("person", "mark")
        )
        or word in _CAPTION_VERBS
    )


_CAPTION_VERBS = word_set(
    """
    inspect attend pose shake walk listen look watch exchange review smile greet arrive embrace wave
    """
)
