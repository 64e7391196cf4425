"""Who is who among the persons of one article."""

from __future__ import annotations

from collections.abc import Iterable

from wiredesk.events.sentences import words
from wiredesk.types import Person


def same(a: Person, b: Person) -> bool:
    """Whether two persons of one article are one: by name, else by role and country."""
    if a == b:
        return True
    if a.name and b.name:
        return a.name.casefold() == b.name.casefold()
    if a.country is None and b.country is None and a.role and "of" in a.role.split():
        return a.role == b.role  # "Chairperson of the Commission", with the name and without
    if a.country is None or a.country != b.country:
        return False
    return bool(a.role and b.role and _office(a.role) == _office(b.role))


def _office(role: str) -> tuple[str, ...]:
    """The words of an office that are the same in "minister of tourism" and "tourism minister"."""
    return tuple(sorted(word for word in role.casefold().split() if word not in ("of", "for", "the")))


def among(person: Person, others: Iterable[Person]) -> bool:
    """Whether a person is one of the others."""
    return any(same(person, other) for other in others)


def shared(a: Iterable[Person], b: Iterable[Person]) -> int:
    """How many of `a` are among `b`."""
    others = tuple(b)
    return sum(1 for person in a if among(person, others))


def united(*groups: Iterable[Person]) -> tuple[Person, ...]:
    """All persons once, in order; of two forms of one person the one with a name stays."""
    found: list[Person] = []
    for person in (person for group in groups for person in group):
        known = next((at for at, other in enumerate(found) if same(person, other)), None)
        if known is None:
            found.append(person)
        elif found[known].name is None and person.name:
            found[known] = person
    return tuple(found)


def without(persons: Iterable[Person], others: Iterable[Person]) -> tuple[Person, ...]:
    """The persons that are not among the others."""
    out = tuple(others)
    return tuple(person for person in persons if not among(person, out))


def is_official(person: Person) -> bool:
    """Whether somebody stands for a country or body: a title that is no mere mouthpiece's or private person's."""
    if person.role is None:
        return person.name is not None and person.country is not None
    parts = person.role.casefold().replace("-", " ").replace(".", "").split()
    of_body = not words.BODIES.isdisjoint(parts)
    of_state = person.country is not None and not words.CHAMBERS.isdisjoint(parts)  # "Senate Chairman"
    chairs = of_body or of_state
    if any(word in words.NOT_OFFICIALS and not (chairs and word == "chairman") for word in parts):
        return False
    if "association" in parts and not of_body:  # of millers; that of nations is a body
        return False
    if person.country is not None or of_body:
        return True
    return any(word in words.STATE_OFFICES for word in parts) and not _is_of_a_company(person.role)


def _is_of_a_company(role: str) -> bool:
    """ "Hartwell Motors President": a president whose office says of what, and it is no state's."""
    told = role.replace("-", " ").split()
    before = [one for one in told[:-1] if one[:1].isupper() and one.lower() not in words.RANKS_OF_OFFICE]
    return told[-1].lower() == "president" and bool(before)


def is_of_body(person: Person) -> bool:
    """Whether somebody stands for an international body rather than for a country."""
    return not words.BODIES.isdisjoint((person.role or "").casefold().replace("-", " ").split())
