"""Finds the words that tell of a visit: verbs of going and of being somewhere; nouns, hosts and guests beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wiredesk.events import words
from wiredesk.events.arguments import objects, places
from wiredesk.events.draft import Edge, Telling
from wiredesk.events.hosting import tell_guest, tell_host, tell_invitation, tell_invite
from wiredesk.events.mood import forms, mood
from wiredesk.events.nouns import is_noun
from wiredesk.events.phrases import after_preposition, doers
from wiredesk.events.reading import Sentence
from wiredesk.events.visit_nouns import tell_noun
from wiredesk.events.words import word_set

_NOUN_REACH = 8


def tell_visits(sentence: Sentence) -> Iterator[Telling]:
    """All tellings of visits in a sentence, in the order of their triggers."""
    for index, token in enumerate(sentence.tokens):
        if token.quoted or not token.lower:
            continue
        word = token.lower
        if word in words.VISIT_NOUNS and is_noun(sentence, index):
            yield from tell_noun(sentence, index)
        elif word in words.verbs("visit"):
            yield from _visit(sentence, index)
        elif word in words.verbs("host"):
            yield from tell_host(sentence, index)
        elif word in words.verbs("invite"):
            yield from tell_invite(sentence, index)
        elif word in words.INVITATION:
            yield from tell_invitation(sentence, index)
        elif word == "guest":
            yield from tell_guest(sentence, index)
        elif word in ("due", "expected") and sentence.word(index + 1) in ("in", "at", ""):
            yield from _expected_in(sentence, index)
        else:
            yield from _movement(sentence, index, word)


_TIMES_NEXT = frozenset({""})


def _visit(sentence: Sentence, index: int) -> Iterator[Telling]:
    if is_noun(sentence, index) and not forms(sentence.word(index)) - {"base"}:
        return
    told = mood(sentence, index)
    found = places(sentence, index, reach=4)
    if not found and sentence.word(index) not in ("visiting", "visited"):
        return
    who = doers(sentence, told, index)
    if told.passive:
        return
    yield Telling(
        type="visit", form="visit", sentence=sentence, index=index, end=index, mood=told, principals=who, places=found
    )


def _movement(sentence: Sentence, index: int, word: str) -> Iterator[Telling]:
    """Going, arriving, leaving, staying: a verb, a preposition and a place."""
    if word in words.verbs("go"):
        found = after_preposition(sentence, index, word_set("to into for across in home on with through"))
        edge: Edge = "single"
    elif word in words.verbs("arrive"):
        found = after_preposition(sentence, index, word_set("in at on to down"))
        edge = "arrive"
    elif word in words.verbs("leave"):
        yield from _leave(sentence, index)
        return
    elif word in words.verbs("stay"):
        yield from _stay(sentence, index)
        return
    elif word in words.verbs("attend"):
        found, edge = after_preposition(sentence, index, word_set("in at"), reach=9), "stay"
    elif word in words.verbs("lead"):
        found, edge = after_preposition(sentence, index, word_set("to"), reach=6), "single"
    elif word in words.verbs("take"):
        yield from _take(sentence, index)
        return
    else:
        return
    if is_noun(sentence, index):
        return
    told = mood(sentence, index)
    who = doers(sentence, told, index)
    lemma = words.verbs("lead").get(word, ("", frozenset()))[0]
    if lemma == "accompany":
        led = objects(sentence, index)
        who = (led.persons if led else ()) + tuple(person for person in who if not led or person not in led.persons)
    if (
        not found
        and edge != "arrive"
        and sentence.word(index) not in ("came", "flew", "comes", "come", "flying", "travels", "traveled")
    ):
        return
    lemma = words.verbs("arrive").get(word, ("", frozenset()))[0]
    if lemma in ("end", "stop", "touch") and not found:
        return
    if lemma == "end" and not any(token.lower in words.VISIT_NOUNS for token in sentence.tokens[:index]):
        return
    yield Telling(
        type="visit",
        form="arrive" if edge == "arrive" else "go",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=who,
        places=found,
        edge=edge if edge != "single" or told.tense != "past" else "single",
    )


def _leave(sentence: Sentence, index: int) -> Iterator[Telling]:
    if is_noun(sentence, index):
        return
    told = mood(sentence, index)
    who = doers(sentence, told, index)
    goal = after_preposition(sentence, index, word_set("for"), reach=6)
    telling = Telling(
        type="visit", form="leave", sentence=sentence, index=index, end=index, mood=told, principals=who, edge="leave"
    )
    if goal:
        yield replace(telling, form="leave for", places=goal, edge="arrive")
        return
    origin = places(sentence, index, reach=1)
    noun = sentence.find(words.VISIT_NOUNS, index + 1)
    outward = noun is not None and sentence.find(word_set("on for"), index + 1, noun) is not None
    if outward and sentence.find(word_set("after from"), index + 1, noun) is None:
        yield replace(telling, form="leave on", edge="arrive", places=places(sentence, noun or index, reach=6))
    else:
        yield replace(telling, places=origin)


def _stay(sentence: Sentence, index: int) -> Iterator[Telling]:
    word = sentence.word(index)
    lemma = words.verbs("stay")[word][0]
    position = index + 1
    allowed = words.ADVERBS | {
        "days",
        "day",
        "hours",
        "weeks",
        "working",
        "the",
        "a",
        "first",
        "two",
        "three",
        "four",
        "night",
    }
    while position < len(sentence.tokens) and (
        sentence.tokens[position].kind == "time"
        or (sentence.word(position) in allowed and sentence.word(position) != "on")
    ):
        position += 1
    if sentence.word(position) in ("speaking", "shown", "seen") and lemma == "be":
        position += 1
    if sentence.word(position) not in ("in", "at"):
        if lemma in ("stay", "spend") and mood(sentence, index).tense in ("future", "planned", "past"):
            yield from _bare_stay(sentence, index)
        return
    found = places(sentence, position, reach=3)
    if not found:
        return
    told = mood(sentence, index)
    who = doers(sentence, told, index)
    yield Telling(
        type="visit", form="stay", sentence=sentence, index=index, end=position, mood=told, principals=who, places=found
    )


def _bare_stay(sentence: Sentence, index: int) -> Iterator[Telling]:
    told = mood(sentence, index)
    yield Telling(
        type="visit",
        form="stay on",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=doers(sentence, told, index),
    )


def _expected_in(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "is expected in Kabul", "was due on Monday"."""
    told = mood(sentence, index)
    if sentence.word(index + 1) in ("in", "at"):
        found = places(sentence, index + 1, reach=2)
        if not found:
            return
    elif index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].kind == "time":
        found = ()
    else:
        return
    yield Telling(
        type="visit",
        form="due",
        sentence=sentence,
        index=index,
        end=index,
        mood=replace(told, tense="planned", passive=False),
        principals=doers(sentence, told, index),
        places=found,
        hint="expected",
    )


def _take(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "a trip that will take him to Brazil", "a tour that will take in Senegal"."""
    noun = max((at for at in range(index) if sentence.word(at) in words.VISIT_NOUNS), default=None)
    if noun is None or index - noun > _NOUN_REACH + 4:
        return
    found = after_preposition(sentence, index, word_set("to in through"), reach=8)
    if found:
        told = mood(sentence, index)
        who = objects(sentence, index)
        persons = who.persons if who and who.start < found[0].index else doers(sentence, told, noun)
        yield Telling(
            type="visit",
            form="take",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=persons,
            places=found,
        )
