"""Joins the two readings of a sentence: what the reading by roles tells that words and turns of phrase do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wiredesk.events.draft import Telling
from wiredesk.events.identity import among
from wiredesk.types import Person


def joined(known: Sequence[Telling], by_role: Sequence[Telling]) -> list[Telling]:
    """The known tellings and, of those by role, the ones that tell something else, in order."""
    found = [_filled(one, by_role) for one in known]
    for telling in by_role:
        if not any(_told(one, telling) for one in found):
            found.append(telling)
    return sorted(found, key=lambda telling: telling.index)


def _filled(known: Telling, by_role: Sequence[Telling]) -> Telling:
    """The known telling with the doers of its verb, if it has none."""
    own = next((one for one in by_role if one.index == known.index and one.type == known.type), None)
    if own is None or known.form == "noun":
        return known
    principals = known.principals or tuple(one for one in own.principals if not among(one, known.counterparts))
    return replace(known, principals=principals)


def _told(known: Telling, telling: Telling) -> bool:
    """Whether a known telling speaks of the same: the same verb, or the same people in the same place."""
    if telling.index in (known.index, known.end) or known.form in ("denial", "accepted", "reset", "off"):
        return True
    everyone = (*known.principals, *known.counterparts)
    if telling.type == "visit" and known.type != "visit" and telling.places and not telling.counterparts:
        return False
    if telling.type != known.type:
        return all(among(person, everyone) for person in _people(telling))
    if not known.principals or not any(among(person, everyone) for person in telling.principals):
        return not known.principals
    if telling.type != "visit":
        return all(among(person, everyone) for person in telling.principals)
    here, there = {place.country for place in known.places}, {place.country for place in telling.places}
    return not here or not there or bool(here & there)


def _people(telling: Telling) -> tuple[Person, ...]:
    return (*telling.principals, *telling.counterparts)
