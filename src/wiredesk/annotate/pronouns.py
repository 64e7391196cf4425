"""Reads "he" and "she" (and "his", "her" at the head of a sentence) where it is plain who is meant."""

from __future__ import annotations

from wiredesk.annotate.entities import Entity, may_hold
from wiredesk.annotate.found import Found, PartReading
from wiredesk.annotate.office_forms import offices_of
from wiredesk.annotate.roles import RolePhrase
from wiredesk.annotate.rules import GROUP_REACHES_BACK, PRONOUN_REACHES_BACK
from wiredesk.annotate.words import PERSON_VERBS
from wiredesk.kit.tables import words
from wiredesk.types import Span

_NUMBERS = {"two": 2, "three": 3, "four": 4}
_GROUP_NOUNS = words(
    "leaders presidents ministers men women officials diplomats premiers chiefs generals envoys statesmen politicians "
    "admirals dignitaries colleagues"
)
_PAIRS = {"pair": 2, "duo": 2, "trio": 3}
_COUNTED = _GROUP_NOUNS | _NUMBERS.keys() | _PAIRS.keys()
_ADVERBS = words("last first also then later will had have were are both never reportedly never each spent since")
_SPEAKS_FOR_OTHERS = ("spokesman", "aide", "official", "editor")
_GENDER = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
_SHORTENED = {f"{word}{mark}{rest}": word for word in ("he", "she") for mark in "'’" for rest in ("ll", "d", "s")}
""" "He'll": the pronoun is what stands before the mark."""
_PRONOUNS = frozenset({*_GENDER, *_SHORTENED})
_BEFORE_AN_OBJECT = words(
    "with by to for of from against between and about on in at than as like told met meet meets meeting hosted "
    "received welcomed invited thanked after before a an"
)


def find_pronouns(readings: list[PartReading], sentences: dict[str, list[Span]]) -> None:
    """Add a mention for every pronoun that plainly refers to one person."""
    for reading in readings:
        pronouns = [
            at for at, word in enumerate(reading.tokens.lower)
            if word in _PRONOUNS
            and not _inside_name(reading, at)
            and reading.tokens.words[at] != "HE"  # His Excellency
        ]  # fmt: skip
        if pronouns:
            _read(reading, sentences[reading.part], pronouns)


def find_groups(readings: list[PartReading]) -> None:
    """Add a mention of each for "the two", "the two leaders", "both ministers" where just so many were named."""
    for reading in readings:
        tokens = reading.tokens
        for at in [at - 1 for at, word in enumerate(tokens.lower) if word in _COUNTED]:
            if reading.word(at) not in ("the", "both"):
                continue
            number = _NUMBERS.get(tokens.lower[at + 1]) if tokens.lower[at] == "the" else None
            first, after = at + 1, at + 2
            if reading.word(at + 1) in _PAIRS and tokens.lower[at] == "the":
                number = _PAIRS[reading.word(at + 1)]
            if tokens.lower[at] == "both" and reading.word(at + 1) in _GROUP_NOUNS:
                number, first, after = 2, at, at + 1
            if number is None or at in reading.office_tokens or at in reading.taken:
                continue
            noun = reading.word(after) if reading.word(after) in _GROUP_NOUNS else None
            office = next(
                (one for one in reading.roles if one.first == after and one.plural and not one.countries), None
            )
            if noun is None and office is not None:
                _read_office_of_all(reading, first, office, number)
                continue
            if noun is None and (reading.word(after) not in PERSON_VERBS and reading.word(after) not in _ADVERBS):
                continue
            after += noun is not None
            for entity in _members(reading, first, number, noun):
                mention = reading.note(first, after, "pronoun" if noun is None else "role")
                mention.entity = entity
                if noun in ("presidents", "premiers"):
                    entity.role = entity.role or noun.removesuffix("s")
        reading.found.sort(key=lambda mention: (mention.start, -mention.end))


def _read_office_of_all(reading: PartReading, first: int, office: RolePhrase, number: int) -> None:
    """ "The two foreign ministers": so many people before who may be that, and who are if nothing else is told."""
    members = _members(reading, first, number, office.text)
    for entity in members:
        mention = reading.note(first, office.after, "role")
        mention.entity = entity
        entity.role = entity.role or office.text


def _members(reading: PartReading, at: int, number: int, noun: str | None) -> list[Entity]:
    """The people meant: those of the last sentences, if they are just so many."""
    start = reading.tokens.starts[at]
    before = [
        m
        for m in reading.found
        if m.end <= start and m.entity is not None and m.entity.is_known and m.kind != "pronoun"
    ]
    if not before:
        return []
    office = (noun or "").removesuffix("s")
    for reach in range(GROUP_REACHES_BACK + 1):
        people: list[Entity] = []
        for mention in before:
            entity = mention.entity
            if entity is None or entity in people or mention.sentence < before[-1].sentence - reach:
                continue
            fits = office not in ("president", "minister") and " " not in office
            fits = fits or may_hold(entity, offices_of(office)) or (not entity.offices and entity.country is not None)
            if fits and not any(own.endswith(_SPEAKS_FOR_OTHERS) for own in entity.offices):
                people.append(entity)
        if len(people) == number:
            return people
        if len(people) > number:
            return []
    return []


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
        word = _SHORTENED.get(reading.tokens.lower[at], reading.tokens.lower[at])
        opens = start == sentences[number].start
        if word == "him" or (word == "her" and not opens and _is_object(reading, at)):
            entity = _object(reading, by_sentence, number, start, _GENDER[word])
        elif word in ("his", "her") and not opens:
            continue
        else:
            entity = _referent(reading, by_sentence, sentences, number, start, _GENDER[word])
        if entity is None:
            continue
        entity.gender = entity.gender or _GENDER[word]
        mention = reading.note(at, at + 1, "pronoun")
        mention.end = mention.start + len(word)
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
    lead_in = reading.tokens.text[sentences[number].start : start].lower().split()
    if any(
        word.strip(",") in PERSON_VERBS for word in lead_in if word not in ("asked", "has", "had", "was", "were", "is")
    ):
        return None
    single: Entity | None = None
    for back in range(1, PRONOUN_REACHES_BACK + 1):
        earlier = by_sentence.get(number - back, [])
        told = [
            one for one in earlier if reading.word(one.first) in _OBJECTS and _GENDER[reading.word(one.first)] == gender
        ]
        if back == 1 and told:
            return told[-1].entity  # "X held talks with her. She ..."
        subject = _subject(reading, earlier, gender)
        if subject is not None:
            return subject
        candidates = _distinct(earlier, gender)
        single = single or (candidates[0] if len(candidates) == 1 else None)
    return single


def _is_object(reading: PartReading, at: int) -> bool:
    """ "held talks with her on Tuesday", "invited her to Lima": no possessor of what follows."""
    following = reading.word(at + 1)
    return not following.isalpha() or following in _AFTER_AN_OBJECT


_OBJECTS = ("him", "her")
_AFTER_AN_OBJECT = words(
    "in on at for to and with during when while before after there last this that by over as from about into"
)


def _object(
    reading: PartReading, by_sentence: dict[int, list[Found]], number: int, start: int, gender: str
) -> Entity | None:
    """Who is met where the sentence names one other person: the one whom the sentences before are about."""
    before = [mention for mention in by_sentence.get(number, []) if mention.end <= start]
    doers = _all(before)
    if len(doers) != 1:
        return None
    possessive = reading.word(before[0].first) if len(before) == 1 and before[0].kind == "pronoun" else ""
    if possessive in ("his", "her") and _GENDER[possessive] == gender:
        return doers[0]  # "His next journey will take him to Lima"
    for back in range(1, PRONOUN_REACHES_BACK + 1):
        told = [one for one in _distinct(by_sentence.get(number - back, []), gender) if one is not doers[0]]
        if told:
            return told[0] if len(told) == 1 else None
    return None


def _all(mentions: list[Found]) -> list[Entity]:
    people: list[Entity] = []
    for mention in mentions:
        if mention.entity is not None and mention.entity not in people:
            people.append(mention.entity)
    return people


def _distinct(mentions: list[Found], gender: str) -> list[Entity]:
    people: list[Entity] = []
    for mention in mentions:
        entity = mention.entity
        if entity is not None and entity not in people and entity.gender in (None, gender):
            people.append(entity)
    return people


_CLAUSES = words("and but that when where while as because since though although if so or whether whom which then")
"""Behind them comes a subject: "and his spokesman said"."""


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
        possessed = begin < mention.first - 1 and reading.word(mention.first - 1) != "the"
        if possessed and entity.name is None and reading.word(begin).isalpha() and reading.word(begin) not in _CLAUSES:
            continue  # "Chad recalled its ambassador"
        return entity
    return None
