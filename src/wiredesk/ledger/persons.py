"""Whether two persons named in different articles are one."""

from __future__ import annotations

from collections.abc import Iterable

from wiredesk.kit.names import name_keys, name_words, refers, same_name
from wiredesk.kit.roles import office_key
from wiredesk.types import Person


def same_person(a: Person, b: Person) -> bool:
    """Whether two persons of different reports are one: agreeing names and countries, or without a name the role."""
    if a.country and b.country and a.country != b.country:
        return False
    if a.name and b.name:
        return _names_agree(a.name, b.name)
    if a.country is None or a.country != b.country:
        return False
    return bool(a.role and b.role and office_key(a.role) == office_key(b.role))


def share_person(a: Iterable[Person], b: Iterable[Person]) -> bool:
    """Whether somebody is among both."""
    others = tuple(b)
    return any(same_person(person, other) for person in a for other in others)


def known_by(people: Iterable[Person]) -> set[str]:
    """Keys under which these are found by whoever may be one of them; see `sought`."""
    keys: set[str] = set()
    for person in people:
        held = _office(person)
        keys |= _words(person.name) if person.name else {f"unnamed {held}"} if held else set()
        if held:
            keys.add(f"anybody {held}")
    return keys


def sought(people: Iterable[Person]) -> set[str]:
    """Keys of which all have at least one that are the same person as one of these: a word of the name, or where
    either has no name the office."""
    keys: set[str] = set()
    for person in people:
        held = _office(person)
        keys |= _words(person.name) if person.name else set()
        if held:
            keys.add(f"unnamed {held}" if person.name else f"anybody {held}")
    return keys


def _office(person: Person) -> str | None:
    return f"{person.country} {office_key(person.role)}" if person.country and person.role else None


def _words(name: str) -> set[str]:
    """Every word by which one name may be another's; of one that is all particles, none of its own."""
    return {f"named {word}" for word in {*name_words(name), *name_keys(name)} or {""}}


def _names_agree(a: str, b: str) -> bool:
    """Whether one name may be a shorter form or another spelling of the other."""
    return same_name(a, b) or refers(a, b) or refers(b, a)
