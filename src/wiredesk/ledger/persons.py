"""Whether two persons named in different articles are one."""

from __future__ import annotations

from collections.abc import Iterable

from wiredesk.kit.names import refers, same_name
from wiredesk.kit.roles import role_key
from wiredesk.types import Person


def same_person(a: Person, b: Person) -> bool:
    """Whether two persons of different reports are one: agreeing names and countries, or without a name the role."""
    if a.country and b.country and a.country != b.country:
        return False
    if a.name and b.name:
        return _names_agree(a.name, b.name)
    if a.country is None or a.country != b.country:
        return False
    return bool(a.role and b.role and role_key(a.role) == role_key(b.role))


def share_person(a: Iterable[Person], b: Iterable[Person]) -> bool:
    """Whether somebody is among both."""
    others = tuple(b)
    return any(same_person(person, other) for person in a for other in others)


def _names_agree(a: str, b: str) -> bool:
    """Whether one name may be a shorter form or another spelling of the other."""
    return same_name(a, b) or refers(a, b) or refers(b, a)
