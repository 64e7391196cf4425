"""Reads "the Norwegian", "the Malian" where one person of that country was named before."""

from __future__ import annotations

from wiredesk.annotate.by_word_alone import RANKS_ALONE
from wiredesk.annotate.entities import Entity
from wiredesk.annotate.found import PartReading, bears_rank
from wiredesk.annotate.rules import NATIONAL_REACHES_BACK
from wiredesk.annotate.words import FUNCTION_WORDS, PERSON_VERBS
from wiredesk.kit.tables import words

_PEOPLES = ("sh", "ch", "ese", "s")
"""Endings of nationalities that name a whole people: "the British", "the Dutch", "the Chinese"."""
_OFFICIALS = ("official", "politician", "statesman", "stateswoman", "dignitary")
"""Behind a nationality they mean somebody in office: "the Greek official"."""
_UNIFORMED = words("army navy naval military defence defense staff force forces commander junta")
_LEADING = ("visiting", "veteran", "top", "senior", "young", "elderly")
"""Words between "the" and the nationality that say nothing of who it is."""
_LISTED = ("and", "or", "of", "own", "first", "second", "third", "people", "two")


def find_by_nationality(readings: list[PartReading]) -> None:
    """Add a mention for every "the Norwegian" that stands alone, of the one Norwegian of the last sentences."""
    for reading in readings:
        added = False
        for first, (after, place) in sorted(reading.places.first.items()):
            opening = first - 1 - (reading.word(first - 1) in _LEADING)
            if place.kind != "demonym" or reading.word(opening) != "the" or first in reading.taken:
                continue
            if first in reading.office_tokens:
                continue
            if reading.word(after) in _OFFICIALS and after not in reading.office_tokens:
                entity = _countryman(reading, reading.tokens.starts[first], place.country)
                if entity is not None and entity.offices:
                    reading.note(first, after + 1, "role").entity = entity
                    added = True
                continue
            if reading.word(after) in RANKS_ALONE and not reading.tokens.words[after][0].isupper():
                entity = _countryman(reading, reading.tokens.starts[first], place.country, reading.word(after))
                if entity is not None:
                    reading.note(first, after + 1, "role").entity = entity
                    added = True
                continue
            if reading.tokens.lower[after - 1].endswith(_PEOPLES):
                continue
            following = reading.word(after)
            alone = not following.isalpha() or following in PERSON_VERBS or following in FUNCTION_WORDS
            if not alone or following in _LISTED or following in ("-", "\u2011", "\u2019", "'"):
                continue
            entity = _countryman(reading, reading.tokens.starts[first], place.country)
            if entity is not None:
                reading.note(first, after, "pronoun").entity = entity
                added = True
        if added:
            reading.found.sort(key=lambda mention: (mention.start, -mention.end))


def _countryman(reading: PartReading, start: int, country: str | None, rank: str | None = None) -> Entity | None:
    """The only named person of a country in the last sentences; of those who may bear a rank, if one is told."""
    before = [one for one in reading.found if one.end <= start and one.kind != "pronoun"]
    if country is None or not before:
        return None
    people: list[Entity] = []
    for mention in before:
        entity = mention.entity
        near = mention.sentence >= before[-1].sentence - NATIONAL_REACHES_BACK
        if near and entity is not None and entity.name and entity.country == country and entity not in people:
            people.append(entity)
    if rank is not None:
        people = [one for one in people if _may_bear(one, rank)]
    return people[0] if len(people) == 1 else None


def _may_bear(entity: Entity, rank: str) -> bool:
    """Whether somebody is introduced with a rank, or has an office that soldiers have."""
    ranked = any(bears_rank(one, rank) for one in entity.mentions)
    return ranked or any(word in _UNIFORMED for office in entity.offices for word in office.split())
