"""Finds visits told by a noun of theirs: "the guest of the king", "Peru's guest"."""

from __future__ import annotations

from collections.abc import Iterator

from wiredesk.events.draft import Telling
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.arguments import objects
from wiredesk.events.sentences.mood import mood
from wiredesk.events.sentences.phrases import doers
from wiredesk.events.sentences.places_told import Place, place_at, places
from wiredesk.events.sentences.reading import Sentence
from wiredesk.types import Person


def tell_guest(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "would be the guest of the king"."""
    be = max((at for at in range(index) if sentence.word(at) in verb_tables.verbs("stay")), default=None)
    if be is None:
        return
    told = mood(sentence, be)
    if sentence.word(index + 1) != "of":
        yield from _of_a_country(sentence, index, be)
        return
    who = doers(sentence, told, be)
    found: tuple[Place, ...] = ()
    hosts: tuple[Person, ...] = ()
    if sentence.word(index + 2) in ("honor", "honour"):
        found = places(sentence, index + 2, reach=8)
    elif listed := objects(sentence, index):
        hosts = listed.persons
    if who and (found or hosts):
        yield Telling(
            type="visit",
            form="hosted",
            sentence=sentence,
            index=be,
            end=index,
            mood=told,
            principals=who,
            counterparts=hosts,
            places=found,
        )


def _of_a_country(sentence: Sentence, index: int, be: int) -> Iterator[Telling]:
    """ "was Peru's guest for the jubilee"."""
    told = mood(sentence, be)
    at = next((at for at in range(index - 1, max(-1, index - 5), -1) if sentence.tokens[at].kind == "place"), None)
    place = place_at(sentence, at) if at is not None and sentence.word(at + 1) in words.POSSESSIVE else None
    who = doers(sentence, told, be)
    if place is not None and who:
        yield Telling(
            type="visit",
            form="hosted",
            sentence=sentence,
            index=be,
            end=index,
            mood=told,
            principals=who,
            places=(place,),
        )
