"""Which records of two coders are one event, and what a field's value is where two are compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from wiredesk.coding.records import Record
from wiredesk.kit.roles import role_key
from wiredesk.types import Person

FIELDS = ("status", "principals", "counterparts", "destination", "place", "when", "announced_on")
"""The fields that are compared of two records that are one event; people's roles and countries are compared apart."""
NOTHING = ""
"""The category of a field that a coder left open: it is an answer, too, and agrees with itself."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """What two coders made of one event; None where one of them has no record of it."""

    a: Record | None
    b: Record | None

    @property
    def is_match(self) -> bool:
        """Whether both have it, as the same type: the type and a principal agree."""
        return self.a is not None and self.b is not None and self.a.type == self.b.type


def paired(a: Sequence[Record], b: Sequence[Record]) -> list[Pair]:
    """The records of one article by two coders, one to one: those of one type that share a principal, the pairs that
    agree in most fields first; then those of different types that do (they differ in the type); then what is left."""
    candidates = [
        (one.type == other.type, sum(category(one, f) == category(other, f) for f in FIELDS), -number, -place)
        for number, one in enumerate(a)
        for place, other in enumerate(b)
        if any(same_person(person, named) for person in one.principals for named in other.principals)
    ]
    left_a, left_b = dict(enumerate(a)), dict(enumerate(b))
    pairs: list[tuple[int, Pair]] = []
    for _, _, number, place in sorted(candidates, reverse=True):
        if -number in left_a and -place in left_b:
            pairs.append((-number, Pair(a=left_a.pop(-number), b=left_b.pop(-place))))
    pairs += [(number, Pair(a=one, b=None)) for number, one in left_a.items()]
    pairs.sort(key=lambda one: one[0])
    return [*(pair for _, pair in pairs), *(Pair(a=None, b=one) for one in left_b.values())]


def same_person(a: Person, b: Person) -> bool:
    """By name, whatever its accents and capitals; two without a name by role and country."""
    return person_key(a) == person_key(b)


def person_key(person: Person) -> str:
    """What somebody is known by in a comparison."""
    return plain(person.name) if person.name else f"{role_key(person.role or '')} of {person.country or '?'}"


def category(record: Record, field: str) -> str:
    """A field's value as one category. A list is one category, too: its members in any order."""
    match field:
        case "principals" | "counterparts":
            people: tuple[Person, ...] = getattr(record, field)
            return "; ".join(sorted(map(person_key, people)))
        case "destination":
            return " ".join(sorted(record.destination))
        case "place":
            return plain(record.place)
        case _:
            return getattr(record, field) or NOTHING


def plain(text: str | None) -> str:
    """Letters for comparison: no accents, no capitals."""
    marks = unicodedata.normalize("NFKD", text or "")
    return "".join(mark for mark in marks if not unicodedata.combining(mark)).casefold()
