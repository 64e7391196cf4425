"""Finds mentions without office or name of their own: "Benin's was on the plane", "the prince"."""

from __future__ import annotations

from wiredesk.annotate.found import PartReading, describe, name_at
from wiredesk.annotate.role_suffixes import POSSESSIVE
from wiredesk.annotate.words import FUNCTION_WORDS, PERSON_VERBS
from wiredesk.kit.tables import words

RANKS_ALONE = words("prince princess sheikh general admiral colonel marshal brigadier major")


def read_elliptic(reading: PartReading) -> None:
    """ "Togo's premier stayed away. Benin's was on the plane.": the office is the one before."""
    owners = [m for m in reading.found if m.kind == "role" and m.country and m.role is not None and not m.role.plural]
    for after, (first, place) in reading.places.after.items():
        if place.kind != "country" or reading.word(after) not in POSSESSIVE or place.country is None:
            continue
        if reading.word(after + 1) not in PERSON_VERBS and reading.word(after + 1) != ",":
            continue
        before = [m for m in owners if m.after <= first and reading.tokens.text.count(".", m.end, place.start) <= 1]
        if before and reading.tokens.lower[before[-1].role.first + 1 if before[-1].role else 0] in POSSESSIVE:
            mention = reading.note(first, after + 1, "role")
            mention.role, mention.role_text, mention.country = before[-1].role, before[-1].role_text, place.country
            run = name_at(reading, after + 2) if reading.word(after + 1) == "," else None
            if run is not None and run.words > 1 and reading.word(run.after) == ",":
                named = reading.note(run.first, run.after, "name")  # "and Tonga's, Sione Fifita,"
                describe(named, run)
                named.role, named.role_text, named.country = mention.role, mention.role_text, place.country
                named.apposed, mention.apposed = mention, named
                reading.taken.update(range(run.first, run.after))


def read_ranks(reading: PartReading) -> None:
    """ "The prince", "the general": somebody introduced with that honorific or rank."""
    tokens = reading.tokens
    if RANKS_ALONE.isdisjoint(reading.small):
        return
    for at in [at for at, word in enumerate(tokens.lower[:-1]) if word == "the"]:
        if tokens.words[at + 1] in RANKS_ALONE:
            following = reading.word(at + 2)
            if not following[:1].isalpha() or following in PERSON_VERBS or following in FUNCTION_WORDS:
                reading.note(at + 1, at + 2, "role").honorific = tokens.lower[at + 1]
