"""Finds later mentions by a part of the name: "Venn", "Van den Loo", "Sala Beltrame", "King Yazan"."""

from __future__ import annotations

from wiredesk.annotate.bare_names import may_open_name
from wiredesk.annotate.entities import Entity, key_table
from wiredesk.annotate.found import Found, PartReading
from wiredesk.annotate.words import PERSON_VERBS
from wiredesk.kit.names import PARTICLES, fold, name_words, refers

LONGEST = 6


def find_later_mentions(readings: list[PartReading], entities: list[Entity]) -> None:
    """Add a mention to `readings` wherever a part names one known person, and only one, by some of his words."""
    table = key_table(entities)
    for reading in readings:
        added = [mention for mention in _later(reading, table) if mention.entity is not None]
        if added:
            reading.found.sort(key=lambda mention: (mention.start, -mention.end))


def _later(reading: PartReading, table: dict[str, list[Entity]]) -> list[Found]:
    tokens = reading.tokens
    added: list[Found] = []
    size, passed = len(tokens), 0
    for opening in reading.capitals:
        at = opening
        if at < passed or at in reading.taken or at in reading.office_tokens or not may_open_name(tokens.words[at]):
            continue
        while tokens.lower[at] in PARTICLES and at + 1 < size and tokens.touching(at) and at - opening < 3:
            at += 1
        if fold(tokens.words[at]) not in table or _is_a_word(reading, opening):
            continue
        after, candidates = _longest(reading, opening, at, table)
        if len(candidates) > 1:
            candidates = _nearest_alone(reading, candidates, tokens.starts[opening])
        if len(candidates) == 1 and not _another_name(reading, opening, after):
            mention = reading.note(opening, after, "name")
            mention.name = tokens.slice(opening, after)
            reading.taken.update(range(opening, after))
            candidates[0].add(mention)
            added.append(mention)
        passed = after
    return added


def _is_a_word(reading: PartReading, at: int) -> bool:
    """Whether a token that opens a sentence is a word that the text has in small letters too: "Young people"."""
    if reading.tokens.lower[at] not in reading.small or reading.tokens.starts[at] not in reading.sentence_starts:
        return False
    following = reading.word(at + 1)
    return following.isalpha() and following not in PERSON_VERBS and reading.tokens.words[at + 1].islower()


def _longest(reading: PartReading, opening: int, at: int, table: dict[str, list[Entity]]) -> tuple[int, list[Entity]]:
    """The longest run from `opening` that refers to somebody, and to whom."""
    tokens = reading.tokens
    best, candidates = at + 1, []
    for after in range(at + 1, min(at + LONGEST, len(tokens)) + 1):
        if after > at + 1 and (
            not tokens.touching(after - 2) or after - 1 in reading.taken or after - 1 in reading.office_tokens
        ):
            break
        text = tokens.slice(opening, after)
        if not tokens.words[after - 1][0].isalpha():
            break
        if tokens.lower[after - 1] in PARTICLES:
            continue
        referred = [
            entity for entity in table.get(fold(tokens.words[at]), ()) if entity.name and refers(text, entity.name)
        ]
        if not referred:
            break
        best, candidates = after, referred
    return best, candidates


def _nearest_alone(reading: PartReading, candidates: list[Entity], start: int) -> list[Entity]:
    """Of two bearers of one word, the one named by exactly this as his family name, if there is only one."""
    word = fold(reading.tokens.text[start:].split()[0].strip(".,;:'’\""))
    last = [entity for entity in candidates if name_words(entity.name or "")[-1:] == (word.removesuffix("'s"),)]
    return last if len(last) == 1 else []


def _another_name(reading: PartReading, opening: int, after: int) -> bool:
    """Whether the run is part of a longer name, which would be somebody else's: "Nadia" before "Okafor"."""
    tokens = reading.tokens
    for run in reading.loose:
        if run.first <= opening and run.after >= after and run.words > after - opening and run.first != opening:
            return True
    place = reading.places.first.get(opening)
    if place is not None and place[1].kind in ("country", "demonym", "organisation", "site", "capital"):
        return True
    return after < len(tokens) and tokens.words[after] in ("-", "‑") and not tokens.touching(after)
