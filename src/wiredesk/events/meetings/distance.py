"""Finds calls by the words of distance: "in a telephone call with", "told her by phone", whatever the verb is."""

from __future__ import annotations

from collections.abc import Iterator

from wiredesk.events.clauses.clauses import clauses
from wiredesk.events.draft import Telling
from wiredesk.events.identity import is_official
from wiredesk.events.sentences import words
from wiredesk.events.sentences.mood import Mood, forms, mood
from wiredesk.events.sentences.nouns import is_noun
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person

_MEANS = word_set("phone telephone video videoconference teleconference videolink")
_TALK = word_set("call conversation conference videoconference teleconference talk")
_BEFORE_MEANS = word_set("by over via through on")
_BEFORE_TALK = word_set("in during")
_PARTY_LINKS = word_set("with between to from")
_TIMELY = word_set("on late early evening morning afternoon night")
_MOST_BETWEEN = 4


def tell_at_a_distance(sentence: Sentence) -> Iterator[Telling]:
    """At most one call: who speaks and is spoken to in a sentence that says "by phone" or "in a call"."""
    at = _phrase(sentence)
    if at is None:
        return
    who = _parties(sentence)
    doer = _ruling(sentence, at)
    if doer is None:
        doer = next((index for index in range(len(sentence.tokens)) if _is_deed(sentence, index, at)), None)
    known = doer is not None and forms(sentence.word(doer))
    told = (
        mood(sentence, doer) if doer is not None and known else Mood(tense="past", start=at if doer is None else doer)
    )
    if not who or told.tense == "unsure":
        return
    yield Telling(
        type="call", form="distance", sentence=sentence, index=at if doer is None else doer, end=at, mood=told,
        principals=who,
    )  # fmt: skip


def _ruling(sentence: Sentence, at: int) -> int | None:
    """The verb in whose clause the phrase stands: "told reporters that she had informed her colleague by phone"."""
    for clause in clauses(sentence):
        if clause.subject is not None and any(part.start <= at < part.end for part in clause.phrases):
            return None if clause.passive else clause.verb
    return None


def distant(sentence: Sentence) -> bool:
    """Whether a sentence says that people were apart: "by phone", "in a video conference"."""
    return _phrase(sentence) is not None


def _phrase(sentence: Sentence) -> int | None:
    """Where "by phone", "in a telephone call", "during a call" stands."""
    if (_MEANS | _TALK).isdisjoint(sentence.lowers):
        return None
    for index, token in enumerate(sentence.tokens):
        if token.quoted:
            continue
        if token.lower in _MEANS and sentence.words(index - 3, index) & _BEFORE_MEANS:
            return index
        if token.lower in _TALK and _is_of_a_call(sentence, index):
            link = index + 1
            while link < len(sentence.tokens) - 1 and (
                sentence.tokens[link].kind == "time" or sentence.word(link) in _TIMELY
            ):
                link += 1  # "a call late on Tuesday evening from"
            if sentence.word(link) in _PARTY_LINKS and (
                token.lower != "call" or is_noun(sentence, index) or sentence.word(index - 1) in _MEANS
            ):
                return index
            near = range(max(0, index - _MOST_BETWEEN), index)
            if any(sentence.word(before) in _BEFORE_TALK for before in near):
                return index
    return None


def _is_of_a_call(sentence: Sentence, index: int) -> bool:
    if sentence.word(index) in _MEANS | {"call"}:
        return True
    return bool(sentence.words(index - 1, index) & _MEANS)


def _is_deed(sentence: Sentence, index: int, at: int) -> bool:
    token = sentence.tokens[index]
    if token.quoted or token.kind != "word" or abs(index - at) < 2:
        return False
    if token.lower in words.SAYING and "that" in sentence.words(index + 1, at):
        return False  # "told reporters on Thursday that she had informed him by telephone"
    if index > 0 and sentence.tokens[index - 1].kind == "person" and token.lower.endswith("ed"):
        return True
    return bool(forms(token.lower) - {"base"}) and token.lower not in words.AUXILIARIES


def _parties(sentence: Sentence) -> tuple[Person, ...]:
    """The officials whom the sentence names, but for those who only tell of it or own something in it."""
    found: list[Person] = []
    for index, token in enumerate(sentence.tokens):
        if token.kind != "person" or token.quoted or sentence.word(index + 1) in ("'s", "’s", "'", "’"):
            continue
        if sentence.word(index + 1) in words.SAYING and sentence.word(index - 1) == ",":
            continue  # "..., the minister said"
        found += [person for person in token.people if is_official(person) and person not in found]
    return tuple(found[:2])
