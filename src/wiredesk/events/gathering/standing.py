"""Which records stand: a traveller and a country, or two parties; and what is settled last of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wiredesk.events.cite import join
from wiredesk.events.draft import Draft
from wiredesk.events.gathering.one import BEGUN
from wiredesk.events.identity import is_of_body, without
from wiredesk.events.rules import MET_HERE_WITHIN
from wiredesk.kit import edtf
from wiredesk.types import Person


def on_scene(record: Draft) -> Draft:
    """A visit that names no country takes that of the scene, unless the visitor is at home there."""
    scene = record.scene
    if record.type != "visit" or record.destination or scene is None or not record.principals:
        return record
    if any(person.country == scene.country for person in record.principals):
        return record
    # a dateline is no part of the text: then the sentence under it speaks for the place
    own = tuple(replace(piece, fields=frozenset({"destination", "place"})) for piece in record.evidence[:1])
    named = (record.scene_evidence,) if record.scene_evidence else own
    town = scene.name if record.status in BEGUN or record.form in ("arrive", "due", "there") else None
    return replace(record, destination=(scene.country,), place=town, evidence=join((*record.evidence, *named)))


def met_on_scene(record: Draft, published: date | None) -> Draft:
    """A meeting just held of which no place is told: in the country that the report is filed from."""
    scene = record.scene
    if record.type != "meeting" or record.destination or record.caption or scene is None or published is None:
        return record
    if record.status != "completed" or record.when is None or edtf.precision(record.when) != "day":
        return record
    if not 0 <= (published - date.fromisoformat(record.when)).days <= MET_HERE_WITHIN:
        return record
    own = tuple(replace(piece, fields=frozenset({"destination"})) for piece in record.evidence[:1])
    return replace(record, destination=(scene.country,), evidence=join((*record.evidence, *own)))


def stands(record: Draft) -> bool:
    """Whether a record is complete: a traveller and a country, or two parties."""
    if record.type == "visit":
        if all(_is_former(person) for person in record.principals) and not record.counterparts:
            return False  # out of office, and nobody in office receives them
        return bool(record.principals and record.destination)
    if len(record.principals) < 2 or all(_is_former(person) for person in record.principals):
        return False
    if not any(person.country or is_of_body(person) for person in record.principals) and _is_one_cabinet(record):
        return False
    parties = {person.country or person.role or person.name for person in record.principals}
    return len(parties) > 1


def _is_one_cabinet(record: Draft) -> bool:
    """Two ministers of different portfolios, of whom nobody tells a country: perhaps of one government."""
    roles = [(person.role or "").casefold() for person in record.principals]
    return record.form == "joint" and len(set(roles)) > 1 and all(role.endswith(_IN_CABINETS) for role in roles)


_IN_CABINETS = ("minister", "secretary")


def _is_former(person: Person) -> bool:
    words = (person.role or "").casefold().replace("-", " ").split()
    return bool(words) and words[0] in ("former", "ex", "retired")


def finished(record: Draft, published: date | None) -> Draft:
    """The record as it goes out: nothing begins before its day, and only a statement has a day of announcing."""
    start = edtf.bounds(record.when)[0] if record.when else None
    if published is not None and start is not None and start > published and record.status in BEGUN:
        record = replace(record, status="announced" if record.announced_on else "expected")
    if record.status in ("completed", "underway", "expected"):
        record = replace(record, announced_on=None)
    counterparts = () if record.type != "visit" else without(record.counterparts, record.principals)
    return replace(record, counterparts=counterparts, evidence=join(record.evidence))
