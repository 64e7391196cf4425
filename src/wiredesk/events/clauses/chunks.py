"""Groups the tokens of a sentence into chunks: noun phrases, with or without a preposition, verb groups, and the words
and marks between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from wiredesk.events.clauses.lexicon import BE
from wiredesk.events.clauses.tags import VERBAL, Tag, tags
from wiredesk.events.sentences import words
from wiredesk.events.sentences.reading import Sentence
from wiredesk.types import Person

Kind = Literal["noun", "verb", "and", "when", "who", "comma", "stop", "time", "adverb"]
Finite = Literal["finite", "ed", "ing", "to"]
"""`finite` has a tense; `ed` may be past or participle; `to` is an infinitive."""


@dataclass(slots=True, kw_only=True)
class Chunk:
    """A stretch of tokens, `end` exclusive. `head` is the token that rules it: the content verb, the last noun."""

    kind: Kind
    start: int
    end: int
    head: int
    preposition: str = ""
    """Of a noun phrase or time, the preposition that leads to it."""
    people: tuple[Person, ...] = ()
    """Persons that a noun phrase means: its head is a person, or a plane or delegation that somebody owns."""
    owners: tuple[Person, ...] = ()
    places: tuple[int, ...] = ()
    """Tokens of places that head the phrase."""
    form: Finite = "finite"
    passive: bool = False
    of: list[Chunk] = field(default_factory=list)
    """Phrases with "of" that stand behind a noun phrase."""


_IN_NOUN = frozenset({"noun", "person", "place", "owner", "determiner", "mark"})
_AUXILIARY = frozenset({"modal", "be", "have", "do"})


@lru_cache(maxsize=8)
def chunks(sentence: Sentence) -> list[Chunk]:
    """The chunks of a sentence, in order; those of the last sentences are kept."""
    told = tags(sentence)
    found: list[Chunk] = []
    index = 0
    while index < len(told):
        chunk = _chunk(sentence, told, index)
        last = found[-1] if found else None
        if chunk.preposition == "of" and chunk.kind == "noun" and last is not None and last.kind == "noun":
            last.of.append(chunk)
        else:
            found.append(chunk)
        index = chunk.end
    return found


def _chunk(sentence: Sentence, told: list[Tag], index: int) -> Chunk:
    tag = told[index]
    if tag == "preposition":
        return _led(sentence, told, index)
    if tag in VERBAL or tag in _AUXILIARY or tag == "to":
        return _verb(sentence, told, index)
    if tag in _IN_NOUN:
        return _noun(sentence, told, index)
    if tag == "time":
        if index + 1 < len(told) and told[index + 1] == "noun" and sentence.word(index + 1) in words.VISIT_NOUNS:
            return _noun(sentence, told, index)  # "a three-day visit", "a weekend trip"
        return Chunk(kind="time", start=index, end=index + 1, head=index)
    return Chunk(kind=_plain(tag), start=index, end=index + 1, head=index)


def _plain(tag: Tag) -> Kind:
    return tag if tag in ("and", "when", "who", "comma", "stop", "adverb") else "adverb"


def _led(sentence: Sentence, told: list[Tag], index: int) -> Chunk:
    """A preposition with what it leads to; before "-ing" it opens a clause, "before leaving"."""
    at = index + 1
    while at < len(told) and told[at] in ("preposition", "adverb"):
        at += 1
    if at >= len(told) or told[at] not in _IN_NOUN | {"time"}:
        kind: Kind = "when" if at < len(told) and told[at] == "ing" else "adverb"
        return Chunk(kind=kind, start=index, end=index + 1, head=index)
    led = _chunk(sentence, told, at)
    led.start = index
    led.preposition = sentence.word(at - 1) if told[at - 1] == "preposition" else sentence.word(index)
    return led


def _noun(sentence: Sentence, told: list[Tag], index: int) -> Chunk:
    tokens = sentence.tokens
    at = head = index
    while at < len(told):
        tag = told[at]
        led = at > index and told[at - 1] in ("determiner", "owner")
        if tag == "adverb" and at + 1 < len(told) and told[at + 1] == "noun" and led:
            at += 1
            continue  # "the newly built bridge"
        if tag == "time" and (at == index or told[at - 1] in ("determiner", "owner", "noun")):
            at += 1
            continue  # "his three-day visit"
        if tag not in _IN_NOUN or (at > index and _begins_anew(told, at)):
            break
        if tag != "mark":
            head = at
        at += 1
    end = max(at, index + 1)
    owners = tuple(
        person
        for one in range(index, head)
        if told[one] == "person" and (told[one + 1] == "owner" or tokens[one].text.endswith(("'s", "’s", "s'", "s’")))
        for person in tokens[one].people
    ) + tuple(person for one in range(index, head) if told[one] == "owner" for person in tokens[one].people)
    people = tokens[head].people if told[head] == "person" else ()
    if not people and sentence.word(head) in words.CARRIERS:
        people = owners
    places = tuple(one for one in (head,) if told[one] == "place")
    return Chunk(kind="noun", start=index, end=end, head=head, people=people, owners=owners, places=places)


def _begins_anew(told: list[Tag], at: int) -> bool:
    """Whether another phrase begins: "gave | the guest | a carpet"."""
    before = told[at - 1]
    if told[at] == "determiner":
        return before in ("noun", "person", "place")
    return told[at] == "person" and before in ("person", "place")


def _verb(sentence: Sentence, told: list[Tag], index: int) -> Chunk:
    at = head = index
    to = told[index] == "to"
    seen: list[Tag] = []
    while at < len(told):
        tag = told[at]
        if tag in VERBAL:
            if seen and seen[-1] not in _AUXILIARY:
                break
            head = at
            seen.append(tag)
        elif tag in _AUXILIARY:
            seen.append(tag)
            head = at
        elif tag == "to":
            if at > index:
                break
        elif tag in ("adverb", "time") and at + 1 < len(told):
            follows = next((one for one in range(at, len(told)) if told[one] not in ("adverb", "time")), None)
            if follows is None or told[follows] not in VERBAL or (seen and seen[-1] not in _AUXILIARY):
                break
        else:
            break
        at += 1
    last = told[head]
    helped = len(seen) > 1
    be = any(sentence.word(one) in BE for one in range(index, head))
    form: Finite = "to" if to else "finite"
    if not helped and not to:
        form = "ing" if last == "ing" else "ed" if last in ("ed", "participle") else "finite"
    if helped and seen[0] in ("ing",):
        form = "ing"  # "having spent", "being shown"
    if sentence.word(index) in ("having", "being"):
        form = "ing"
    passive = be and last in ("ed", "participle", "past") and helped
    return Chunk(kind="verb", start=index, end=head + 1, head=head, form=form, passive=passive)
