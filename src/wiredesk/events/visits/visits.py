"""Finds the words that tell of a visit: verbs of going and of being somewhere; nouns, hosts and guests beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from wiredesk.events.draft import Telling
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.mood import forms, mood
from wiredesk.events.sentences.nouns import is_noun
from wiredesk.events.sentences.phrases import doers
from wiredesk.events.sentences.places_told import places
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.events.visits.amends import (
    tell_called_off,
    tell_it,
    tell_length,
    tell_made_known,
    tell_no_such,
    tell_reset,
    tell_stops,
)
from wiredesk.events.visits.dropped import tell_dropped
from wiredesk.events.visits.frames import tell_frames
from wiredesk.events.visits.guests import tell_guest
from wiredesk.events.visits.heard import tell_heard
from wiredesk.events.visits.hosting import (
    tell_acceptance,
    tell_host,
    tell_invitation,
    tell_invite,
    tell_meal,
)
from wiredesk.events.visits.journeys import moving, tell_movement
from wiredesk.events.visits.presence import (
    AWAY,
    SENDING,
    stays_away,
    tell_beside,
    tell_represented,
    tell_sent,
    tell_stayed_away,
    tell_under_way,
    tell_visiting,
)
from wiredesk.events.visits.stays import tell_expected_in
from wiredesk.events.visits.visit_nouns import tell_noun, tell_that_of


def tell_visits(sentence: Sentence) -> Iterator[Telling]:
    """All tellings of visits in a sentence, in the order of their triggers."""
    if sentence.find(words.PRIVATE_SIGNS) is not None:
        return
    yield from tell_stops(sentence)
    yield from tell_reset(sentence)
    yield from tell_it(sentence)
    yield from tell_made_known(sentence)
    yield from tell_length(sentence)
    if not {"off", "able", "unable"}.isdisjoint(sentence.lowers):
        yield from tell_called_off(sentence)
    yield from tell_dropped(sentence)
    if "such" in sentence.lowers:
        yield from tell_no_such(sentence)
    if "accepted" in sentence.lowers:
        yield from tell_acceptance(sentence)
    for index, token in enumerate(sentence.tokens):
        if token.kind == "person" and token.text.startswith(("Visiting ", "visiting ")) and not token.quoted:
            yield from tell_visiting(sentence, index - 1)
    yield from tell_beside(sentence)
    yield from tell_that_of(sentence)
    told: set[int] = set()
    for telling in _triggered(sentence):
        told.add(telling.index)
        yield telling
    for telling in (*tell_frames(sentence), *tell_heard(sentence)):
        if telling.index not in told:
            told.add(telling.index)
            yield telling


def _triggered(sentence: Sentence) -> Iterator[Telling]:
    """The tellings of words that are known to tell of visits."""
    triggers = _triggers()
    if triggers.isdisjoint(sentence.lowers):
        return
    for index, token in enumerate(sentence.tokens):
        if token.quoted or token.lower not in triggers:
            continue
        word = token.lower
        if word in words.VISIT_NOUNS and is_noun(sentence, index):
            yield from tell_noun(sentence, index)
        elif word == "visiting" and index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].kind == "person":
            yield from tell_visiting(sentence, index)
        elif word in AWAY and stays_away(sentence, index):
            yield from tell_stayed_away(sentence, index)
        elif word in verb_tables.verbs("visit"):
            yield from _visit(sentence, index)
        elif word in verb_tables.verbs("host"):
            yield from tell_host(sentence, index)
        elif word in verb_tables.verbs("give"):
            yield from tell_meal(sentence, index)
        elif word in verb_tables.verbs("invite"):
            yield from tell_invite(sentence, index)
        elif word in verb_tables.verbs("represent"):
            yield from tell_represented(sentence, index)
        elif word in words.INVITATION:
            yield from tell_invitation(sentence, index)
        elif word in SENDING:
            yield from tell_sent(sentence, index)
        elif word in _UNDER_WAY and sentence.word(index + 1) in ("for", "to"):
            yield from tell_under_way(sentence, index)
        elif word == "guest":
            yield from tell_guest(sentence, index)
        elif word in ("due", "expected") and sentence.word(index + 1) in _AFTER_DUE:
            yield from tell_expected_in(sentence, index)
        else:
            yield from tell_movement(sentence, index, word)


def _visit(sentence: Sentence, index: int) -> Iterator[Telling]:
    if is_noun(sentence, index) and not forms(sentence.word(index)) - {"base"}:
        return
    told = mood(sentence, index)
    found = places(sentence, index, reach=4)
    if not found and sentence.word(index) not in ("visiting", "visited") and not _of_a_land(sentence, index):
        return
    who = doers(sentence, told, index)
    if told.passive:
        return
    yield Telling(
        type="visit", form="visit", sentence=sentence, index=index, end=index, mood=told, principals=who, places=found
    )


def _of_a_land(sentence: Sentence, index: int) -> bool:
    """ "will visit the island nation": whose name an earlier sentence tells."""
    return sentence.word(index + 1) == "the" and bool(sentence.words(index + 2, index + 6) & _LANDS)


_LANDS = word_set("country nation kingdom island sultanate emirate republic archipelago")
_UNDER_WAY = ("bound", "route", "way", "off", "packing")
_AFTER_DUE = ("in", "at", "on", "back", "home", "")


@cache
def _triggers() -> frozenset[str]:
    """All words that may tell of a visit."""
    kinds: tuple[verb_tables.VerbClass, ...] = (
        "visit",
        "host",
        "give",
        "invite",
        "leave",
        "reach",
        "stay",
        "take",
        "represent",
        "speak",
    )
    verbs = frozenset(word for kind in kinds for word in verb_tables.verbs(kind))
    return verbs | words.VISIT_NOUNS | words.INVITATION | _OTHER_TRIGGERS | SENDING | AWAY | frozenset(moving())


_OTHER_TRIGGERS = word_set("guest due expected bound route way off packing includes include covers cover comprises")
