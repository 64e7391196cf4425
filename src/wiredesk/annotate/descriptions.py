"""Reads who is meant by what somebody is, not by office or name: "the 71-year-old politician", "her guest"."""

from __future__ import annotations

from wiredesk.annotate.entities import Entity
from wiredesk.annotate.found import Found, PartReading
from wiredesk.annotate.rules import PRONOUN_REACHES_BACK
from wiredesk.annotate.words import FUNCTION_WORDS, PERSON_VERBS
from wiredesk.kit.tables import words

_NOUNS = words("politician statesman stateswoman dignitary veteran royal newcomer strongman technocrat")
"""What somebody in office may be called without telling the office."""
_BESIDE = words("visiting veteran ageing aging reclusive long-serving outspoken soft-spoken retired")
_COMPANY = words("guest host visitor hostess interlocutor")
"""Of two people the other one."""
_OPENS = _COMPANY | {"the"}
_OWNERS = ("his", "her")
_PREDICATE = words("be is was as been being were become became")
"""Before "his guest" they say it of the subject."""


def find_descriptions(readings: list[PartReading]) -> None:
    """Add a mention for every description that plainly refers to one person."""
    for reading in readings:
        told: list[tuple[int, int, Entity]] = []
        openings = frozenset(reading.sentence_starts)
        for at in [at for at, word in enumerate(reading.tokens.lower) if word in _OPENS]:
            if reading.word(at) == "the":
                if reading.tokens.starts[at] not in openings:
                    continue
                after = _description_after(reading, at + 1)
                entity = _last_subject(reading, at) if after > at + 1 else None
                if entity is not None:
                    told.append((at + 1, after, entity))
            elif reading.word(at - 1) in _OWNERS and reading.word(at - 2) not in _PREDICATE:
                entity = _other_of_two(reading, at)
                if entity is not None and _is_alone(reading, at + 1):
                    told.append((at, at + 1, entity))
                elif entity is not None and entity.name is None:
                    _name(reading, entity, at + 2)
        for first, after, entity in told:
            reading.note(first, after, "role").entity = entity
        if told:
            reading.found.sort(key=lambda mention: (mention.start, -mention.end))


def _description_after(reading: PartReading, first: int) -> int:
    """Token after "71-year-old (politician)", "visiting statesman" from `first`; `first` itself if it is none."""
    at = first
    while reading.word(at) in _BESIDE or (reading.word(at).isdigit() and reading.word(at + 2) == "year-old"):
        at += 1 if reading.word(at) in _BESIDE else 3
    aged = at > first and reading.word(at - 1) == "year-old"
    if at in reading.office_tokens or at in reading.taken:
        return first
    if reading.word(at) in _NOUNS and _is_alone(reading, at + 1):
        return at + 1
    return at if aged and _is_alone(reading, at) else first


def _is_alone(reading: PartReading, at: int) -> bool:
    """Whether a verb or a mark follows, and no name: "her host, Prime Minister A" is told by the name."""
    if at >= len(reading.tokens):
        return True
    following = reading.word(at)
    if following == ",":
        return not any(mention.first in (at + 1, at + 2) for mention in reading.found)
    return not following.isalpha() or following in PERSON_VERBS or following in FUNCTION_WORDS


def _last_subject(reading: PartReading, at: int) -> Entity | None:
    """Whom the sentences before are about: the only person of the last one that has any, or who begins it."""
    start = reading.tokens.starts[at]
    before = [one for one in reading.found if one.end <= start and _is_somebody(one)]
    sentence = sum(begin <= start for begin in reading.sentence_starts) - 1
    if not before or before[-1].sentence < sentence - PRONOUN_REACHES_BACK:
        return None
    last = [one for one in before if one.sentence == before[-1].sentence]
    opens = last[0].start - reading.sentence_starts[last[0].sentence] <= len("The ")
    alone = len({id(one.entity) for one in last}) == 1
    return last[0].entity if opens or alone else None


def _other_of_two(reading: PartReading, at: int) -> Entity | None:
    """ "Her guest": of the two whom this sentence and the last ones name, the one who is not its subject."""
    start = reading.tokens.starts[at]
    sentence = sum(begin <= start for begin in reading.sentence_starts) - 1
    before = [one for one in reading.found if one.end <= start and _is_somebody(one)]
    here = [one.entity for one in before if one.sentence == sentence]
    people: list[Entity | None] = []
    for back in range(PRONOUN_REACHES_BACK + 1):
        people = list(dict.fromkeys(one.entity for one in before if one.sentence >= sentence - back))
        if len(people) >= 2:
            break
    if len(people) != 2:
        return None
    subject = here[0] if here else people[0]
    others = [one for one in people if one is not subject]
    gender = "f" if reading.word(at - 1) == "her" else "m"
    if subject is None or subject.gender not in (None, gender):
        return None
    return others[0]


def _name(reading: PartReading, entity: Entity, at: int) -> None:
    """ "Her host, Ana Sol, is expected": the one known by office alone, if nothing else is told of the name."""
    beside = next((one for one in reading.found if one.kind == "name" and one.first == at), None)
    if beside is None or beside.entity is None or beside.entity.role or beside.entity.country:
        return
    entity.name = beside.entity.name
    for mention in beside.entity.mentions:
        mention.entity = entity


def _is_somebody(mention: Found) -> bool:
    return mention.entity is not None and mention.entity.is_known
