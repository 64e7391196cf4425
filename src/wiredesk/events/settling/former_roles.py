"""Reads the office that somebody held at a past event: "as defense minister, Venn travelled", "when he was envoy"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wiredesk.events.draft import Draft, Telling
from wiredesk.events.rules import FORMER_ROLE_WORDS
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import POSSESSIVE, word_set
from wiredesk.types import Person

_OFFICES = word_set(
    """
    minister premier president chancellor secretary chief ambassador speaker mayor governor commissioner senator
    vice-president chairman prince diplomat general adviser
    """
)
_PRONOUNS = ("he", "she")


def in_office_then(telling: Telling) -> Telling:
    """The telling with the office that its first person held then; a "counterpart" of that day held the same."""
    if telling.mood.tense != "past" or not telling.principals:
        return telling
    sentence = telling.sentence
    for present in (telling.principals[0], *telling.counterparts[:1]):
        role = _role_beside(sentence, present) or _role_told(sentence, present)
        if role is not None:
            break
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


def _role_told(sentence: Sentence, person: Person) -> str | None:
    """The office that the words give somebody for that day: "while still envoy", "then envoy", "as a young envoy"."""
    if _LEADS_UP.isdisjoint(sentence.lowers):
        return None
    for at, token in enumerate(sentence.tokens):
        if token.lower not in _LEADS_UP or not _opens_an_office(sentence, at, person):
            continue
        end = _office_end(sentence, at + 1)
        role = _role(sentence, at + 1, end)
        if role is not None and _is_his(sentence, at, end, person):
            return role + _of_where(sentence, end)
    return None


_LEADS_UP = frozenset({"as", "still", "then", "was"})


def _opens_an_office(sentence: Sentence, at: int, person: Person) -> bool:
    """Whether the words at a token lead up to an office held then."""
    word, before = sentence.word(at), sentence.word(at - 1) if at else ""
    if word == "as":
        return before not in _MADE and (at == 0 or before in _THEN or _is_past_of(sentence, at))
    if word == "still":
        return at == 0 or before in ("while", "when", "yet")
    if word == "then":
        return at == 0 or before == ","
    return word == "was" and _says_when(sentence, at, person)


def _is_past_of(sentence: Sentence, at: int) -> bool:
    """ "came here as envoy in 2009", "had been there as envoy": a day or nothing more follows the office."""
    end = _office_end(sentence, at + 1)
    beyond = sentence.tokens[end] if end < len(sentence.tokens) else None
    young = sentence.word(at + 2) == "young"
    led = sentence.words(max(0, at - 6), at) & _GOING
    return young or (bool(led) and (beyond is None or beyond.kind in ("mark", "time") or beyond.lower in ("in", "on")))


def _says_when(sentence: Sentence, at: int, person: Person) -> bool:
    """ "when he was envoy", "A was envoy when he", "A, who was envoy in 2014,": the day is past."""
    subject = sentence.tokens[at - 1]
    who = subject.lower if subject.kind == "word" else ""
    his = person in subject.people or who == "who" or subject.text.lower() in _PRONOUNS
    if not his:
        return False
    if sentence.word(at - 2) in ("when", "while"):
        return True
    end = _office_end(sentence, at + 1)
    beyond = sentence.words(end, end + 3)
    year = who == "who" and any(token.kind == "time" for token in sentence.tokens[end : end + 2])
    return year or "when" in beyond or {"at", "the", "time"} <= beyond


def _office_end(sentence: Sentence, begin: int) -> int:
    """Token behind the words of an office that begins at `begin`."""
    end = begin
    while end < len(sentence.tokens) and end < begin + FORMER_ROLE_WORDS + 3:
        token = sentence.tokens[end]
        owner = token.kind == "place" and end < begin + 2
        if (token.kind != "word" and not owner) or (token.kind == "word" and token.lower in _ENDS):
            break
        end += 1
    return end


def _is_his(sentence: Sentence, at: int, end: int, person: Person) -> bool:
    """Whether the office is the one's, and no other's: "then premier Ana Sol", "As premier, Ana Sol received B"."""
    behind = sentence.tokens[end] if end < len(sentence.tokens) else None
    if behind is not None and behind.kind == "person":
        return person in behind.people
    subject = next((number for number, token in enumerate(sentence.tokens) if token.kind == "person"), None)
    return subject is None or subject < at or person in sentence.tokens[subject].people


def _of_where(sentence: Sentence, end: int) -> str:
    """ "of Lima", "to Chile" behind an office that needs it: a mayor's, an ambassador's."""
    if sentence.word(end) not in ("of", "to") or end + 1 >= len(sentence.tokens):
        return ""
    beyond = sentence.tokens[end + 1]
    office = sentence.word(end - 1)
    wanted = office in ("mayor", "governor") if sentence.word(end) == "of" else office in ("ambassador", "envoy")
    return f" {sentence.word(end)} {beyond.text}" if wanted and beyond.kind == "place" else ""


def _role_beside(sentence: Sentence, person: Person) -> str | None:
    """ "Venn, then deputy premier, travelled": beside the name, of which the role is no part there."""
    for at, token in enumerate(sentence.tokens):
        if person in token.people and sentence.word(at + 1) == "," and sentence.word(at + 2) == "then":
            comma = sentence.find(frozenset({","}), at + 3, at + 4 + FORMER_ROLE_WORDS)
            return _role(sentence, at + 3, comma) if comma is not None else None
    return None


def held_that_day(sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, where a sentence says of the one before it: "She was deputy governor then"."""
    told = list(drafts)
    lead = 3 if sentence.words(0, 3) in ({"at", "that", "time"}, {"at", "the", "time"}) else 0
    lead += sentence.word(lead) == ","
    if not told or lead + 1 >= len(sentence.tokens) or sentence.word(lead + 1) != "was":
        return told
    subject = sentence.tokens[lead]
    end = _office_end(sentence, lead + 2)
    then = lead > 0 or bool(sentence.words(end, end + 4) & {"then", "time", "days"})
    role = _role(sentence, lead + 2, end) if then and subject.text.lower() in _PRONOUNS else None
    if role is None:
        return told
    for number in range(len(told) - 1, -1, -1):
        draft = told[number]
        first = draft.principals[0] if draft.principals else None
        same = first is not None and (not subject.people or first.name in {one.name for one in subject.people})
        if draft.told == sentence.number - 1 and same and first is not None and draft.status == "completed":
            told[number] = replace(draft, principals=(replace(first, role=role), *draft.principals[1:]))
            return told
    return told


_THEN = word_set("then time days still already months weeks years term tenure stint since how lately")
_MADE = word_set("appointed sworn in named elected nominated serve serves served known regarded seen such same well")
_MADE |= word_set("resigned replaced acts acted acting stood run ran return returned back")
_GOING = word_set("came come gone went been visited flew travelled traveled met there here last first arrived sailed")
_ENDS = word_set("and when who while in at on for with then during under of to he she but after before from by said")


def _role(sentence: Sentence, start: int, end: int) -> str | None:
    """The office in small words from `start` to `end`, without article and nation; None if it is no office."""
    while start < end and (
        sentence.word(start) in _BEFORE_AN_OFFICE or sentence.tokens[start].place or sentence.word(start) in POSSESSIVE
    ):
        start += 1
    tokens = sentence.tokens[start:end]
    if not tokens or len(tokens) > FORMER_ROLE_WORDS or tokens[-1].lower not in _OFFICES:
        return None
    return " ".join(token.text for token in tokens)


_BEFORE_AN_OFFICE = word_set("the a an his her its still only young new newly country nation then as")


def _is_counterpart(sentence: Sentence, person: Person) -> bool:
    """Whether the sentence calls somebody a counterpart."""
    return any(
        person in token.people
        and "counterpart" in {one.text.lower().split()[-1] for one in sentence.tokens[at - 2 : at + 1]}
        for at, token in enumerate(sentence.tokens)
    )
