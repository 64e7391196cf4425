"""Reads "he" and "she" (and "his", "her" at the head of a sentence) where it is plain who is meant."""

from __future__ import annotations

from wiredesk.annotate.entities import Entity
from wiredesk.annotate.introductions import Found, PartReading
from wiredesk.annotate.rules import PRONOUN_REACHES_BACK
from wiredesk.types import Span

_GENDER = {"he": "m", "she": "f", "his": "m", "her": "f"}
_BEFORE_AN_OBJECT = frozenset(
    [
        "with",
        "by",
        "to",
        "for",
        "of",
        "from",
        "against",
        "between",
        "and",
        "about",
        "on",
        "in",
        "at",
        "than",
        "as",
        "like",
        "told",
        "met",
        "meet",
        "meets",
        "meeting",
        "hosted",
        "received",
        "welcomed",
        "invited",
        "thanked",
        "after",
        "before",
        "a",
        "an",
    ]
)


def find_pronouns(readings: list[PartReading], sentences: dict[str, list[Span]]) -> None:
    """Add a mention for every pronoun that plainly refers to one person."""
    for reading in readings:
        pronouns = [
            at for at, word in enumerate(reading.tokens.lower) if word in _GENDER and not _inside_name(reading, at)
        ]  # fmt: skip
        if pronouns:
            _read(reading, sentences[reading.part], pronouns)


def _inside_name(reading: PartReading, at: int) -> bool:
    return at in reading.taken


def _read(reading: PartReading, sentences: list[Span], pronouns: list[int]) -> None:
    by_sentence: dict[int, list[Found]] = {}
    for mention in sorted(reading.found, key=lambda found: found.start):
        if mention.entity is not None:
            by_sentence.setdefault(mention.sentence, []).append(mention)
    number = 0
    for at in pronouns:
        start = reading.tokens.starts[at]
        while number + 1 < len(sentences) and sentences[number + 1].start <= start:
            number += 1
        word = reading.tokens.lower[at]
        opens = start == sentences[number].start
        if word in ("his", "her") and not opens:
            continue
        entity = _referent(reading, by_sentence, sentences, number, start, _GENDER[word])
        if entity is None:
            continue
        entity.gender = entity.gender or _GENDER[word]
        mention = reading.note(at, at + 1, "pronoun")
        mention.sentence = number
        mention.entity = entity
        by_sentence.setdefault(number, []).append(mention)
        by_sentence[number].sort(key=lambda found: found.start)
    reading.found.sort(key=lambda mention: (mention.start, -mention.end))


def _referent(
    reading: PartReading,
    by_sentence: dict[int, list[Found]],
    sentences: list[Span],
    number: int,
    start: int,
    gender: str,
) -> Entity | None:
    before = [mention for mention in by_sentence.get(number, []) if mention.end <= start]
    quoted = reading.tokens.text.count('"', sentences[number].start, start) % 2 == 1
    people = _distinct(before, gender)
    if people and not quoted:
        subject = _subject(reading, before, gender)
        if len(people) == 1 or (subject is not None and subject is people[0]):
            return subject or people[0]
        return None
    for back in range(1, PRONOUN_REACHES_BACK + 1):
        earlier = by_sentence.get(number - back, [])
        if not earlier:
            continue
        subject = _subject(reading, earlier, gender)
        candidates = _distinct(earlier, gender)
        if subject is not None:
            return subject
        return candidates[0] if len(candidates) == 1 else None
    return None


def _distinct(mentions: list[Found], gender: str) -> list[Entity]:
    people: list[Entity] = []
    for mention in mentions:
        entity = mention.entity
        if entity is not None and entity not in people and entity.gender in (None, gender):
            people.append(entity)
    return people


def _subject(reading: PartReading, mentions: list[Found], gender: str) -> Entity | None:
    """The first person of a sentence who is not plainly its object."""
    for mention in mentions:
        entity = mention.entity
        if entity is None or entity.gender not in (None, gender):
            continue
        begin = mention.first - 1
        if reading.word(begin) in ("the", "his", "her", "their", "its"):
            begin -= 1
        if reading.word(begin) in _BEFORE_AN_OBJECT:
            continue
        return entity
    return None
