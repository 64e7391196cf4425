"""Whether two persons named in different articles are one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from wiredesk.types import Person


@lru_cache(maxsize=4096)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without accents and case: "Peña-Ruíz" is ("pena-ruiz",)."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))
    return tuple(plain.casefold().replace("’", "'").split())


def names_agree(a: str, b: str) -> bool:
    """Whether one name may be a shorter form of the other: all its words stand in the other, in the same order."""
    short, long = sorted((folded(a), folded(b)), key=len)
    rest = iter(long)
    return bool(short) and all(word in rest for word in short)


def same_person(a: Person, b: Person) -> bool:
    """Whether two persons of different reports are one: agreeing names and countries, or without a name the role."""
    if a.country and b.country and a.country != b.country:
        return False
    if a.name and b.name:
        return names_agree(a.name, b.name)
    if a.country is None or a.country != b.country:
        return False
    return bool(a.role and b.role and a.role.casefold() == b.role.casefold())


def share_person(a: Iterable[Person], b: Iterable[Person]) -> bool:
    """Whether somebody is among both."""
    others = tuple(b)
    return any(same_person(person, other) for person in a for other in others)
