"""Reads the office that somebody held at a past event: "as defense minister, Venn travelled", "when he was envoy"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wiredesk.events.draft import Telling
from wiredesk.events.rules import FORMER_ROLE_WORDS
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person

_OFFICES = word_set(
    """
    minister premier president chancellor secretary chief ambassador speaker mayor governor commissioner senator
    vice-president chairman prince
    """
)
_PRONOUNS = ("he", "she")


def in_office_then(telling: Telling) -> Telling:
    """The telling with the office that its first person held then; a "counterpart" of that day held the same."""
    if telling.mood.tense != "past" or not telling.principals:
        return telling
    sentence, present = telling.sentence, telling.principals[0]
    role = _opening_role(sentence, present) or _role_when(sentence) or _role_beside(sentence, present)
    role = role or _role_then(sentence, telling.index)
    if role is None or present.name is None or role == present.role:
        return telling

    def then(person: Person) -> Person:
        alike = person == present or (person.role == present.role and _is_counterpart(sentence, person))
        return replace(person, role=role) if alike else person

    return replace(
        telling,
        principals=tuple(then(person) for person in telling.principals),
        counterparts=tuple(then(person) for person in telling.counterparts),
    )


def counterpart_then(sentence: Sentence, travellers: Sequence[Person], host: Person) -> Person:
    """The host with the office that the traveller held then, where the sentence calls him the counterpart."""
    for token in sentence.tokens:
        for now in token.people:
            then = next((one for one in travellers if one.name == now.name and one.role != now.role), None)
            if then is not None and now.role == host.role and now != host and _is_counterpart(sentence, host):
                return replace(host, role=then.role)
    return host


def _opening_role(sentence: Sentence, person: Person) -> str | None:
    """ "As defense minister, Venn ..." at the head of a sentence."""
    if sentence.word(0) != "as":
        return None
    comma = sentence.find(frozenset({","}), 1, FORMER_ROLE_WORDS + 2)
    if comma is None or comma + 1 >= len(sentence.tokens):
        return None
    return _role(sentence, 1, comma) if person in sentence.tokens[comma + 1].people else None


def _role_beside(sentence: Sentence, person: Person) -> str | None:
    """ "Venn, then deputy premier, travelled": beside the name, of which the role is no part there."""
    for at, token in enumerate(sentence.tokens):
        if person in token.people and sentence.word(at + 1) == "," and sentence.word(at + 2) == "then":
            comma = sentence.find(frozenset({","}), at + 3, at + 4 + FORMER_ROLE_WORDS)
            return _role(sentence, at + 3, comma) if comma is not None else None
    return None


def _role_when(sentence: Sentence) -> str | None:
    """ "when he was trade minister"."""
    for index in range(len(sentence.tokens) - 3):
        who = sentence.tokens[index + 1].text.lower()
        if sentence.word(index) not in ("when", "while") or who not in _PRONOUNS or sentence.word(index + 2) != "was":
            continue
        end = index + 3
        while (
            end < len(sentence.tokens) and end < index + 4 + FORMER_ROLE_WORDS and sentence.tokens[end].kind != "mark"
        ):
            end += 1
        return _role(sentence, index + 3, end)
    return None


def _role_then(sentence: Sentence, index: int) -> str | None:
    """ "had been to Lima, then as deputy minister,", "at that time as envoy", "in his days as premier"."""
    at = sentence.find(frozenset({"as"}), index + 1)
    if at is None or not (sentence.words(at - 3, at) & _THEN):
        return None
    end = next((end for end in range(at + 1, len(sentence.tokens)) if sentence.tokens[end].kind != "word"), at + 1)
    found = _role(sentence, at + 1, end)
    joined = sentence.find(frozenset({"and", "with", "to", "for", "in"}), at + 1, end)
    return found or (_role(sentence, at + 1, joined) if joined is not None else None)


_THEN = word_set("then time days still already")


def _role(sentence: Sentence, start: int, end: int) -> str | None:
    """The office in small words from `start` to `end`, without article and nation; None if it is no office."""
    while start < end and (sentence.word(start) in ("the", "a", "still", "only") or sentence.tokens[start].place):
        start += 1
    tokens = sentence.tokens[start:end]
    if not tokens or len(tokens) > FORMER_ROLE_WORDS or tokens[-1].lower not in _OFFICES:
        return None
    return " ".join(token.text for token in tokens)


def _is_counterpart(sentence: Sentence, person: Person) -> bool:
    """Whether the sentence calls somebody a counterpart."""
    return any(
        person in token.people
        and "counterpart" in {one.text.lower().split()[-1] for one in sentence.tokens[at - 2 : at + 1]}
        for at, token in enumerate(sentence.tokens)
    )
