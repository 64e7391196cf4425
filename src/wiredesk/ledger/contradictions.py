"""Where reports about people cannot all be right: two holders of one office, two countries of one person, a former
office that later reports give as present.

Told, not settled: which report is wrong is for a reader of both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from wiredesk.kit import edtf
from wiredesk.kit.names import name_words
from wiredesk.kit.places import country_name
from wiredesk.kit.roles import office_key
from wiredesk.kit.tables import words
from wiredesk.types import Citation, Contradiction, PersonRecord, RoleHeld

_HEADS = words("president king queen emperor empress sultan emir pope") | {
    "prime minister", "crown prince", "supreme leader", "foreign secretary", "home secretary", "attorney general",
    "army chief", "chief of army staff", "chief of general staff", "speaker of parliament",
}  # fmt: skip
_SHARED = words(
    "deputy vice assistant junior state acting interim caretaker second third associate former cabinet senior"
)
"""Words of an office that several may hold, or that somebody holds in another's place."""


def is_sole(role: str) -> bool:
    """Whether a country has one holder of an office at a time: its heads, and its ministers of one field each."""
    office = office_key(role)
    if " and " in office or set(office.split()) & _SHARED:
        return False
    return office in _HEADS or (office.endswith(" minister") and len(office.split()) <= _LONGEST_FIELD)


_LONGEST_FIELD = 4  # words: "minister of foreign affairs"; longer ones are told too variously to compare


def with_rivals(records: Sequence[PersonRecord]) -> list[PersonRecord]:
    """The records, each with the contradictions between what it and another say of an office or of a name."""
    holders: dict[tuple[str, str], list[tuple[int, RoleHeld]]] = {}
    namesakes: dict[tuple[tuple[str, ...], str], dict[str, tuple[int, RoleHeld]]] = {}
    for number, record in enumerate(records):
        for role in record.roles:
            office, name = office_key(role.role), tuple(sorted(name_words(record.name)))
            if record.country is not None and role.first is not None and is_sole(role.role):
                holders.setdefault((record.country, office), []).append((number, role))
            if record.country is not None and len(name) > 1:
                namesakes.setdefault((name, office), {}).setdefault(record.country, (number, role))
    told: dict[int, list[Contradiction]] = {}
    for sides in namesakes.values():
        if len(sides) > 1:
            differing = _of_countries(records[min(number for number, _ in sides.values())].name, sides)
            for number, _ in sides.values():
                told.setdefault(number, []).append(differing)
    for (country, _), held in holders.items():
        for place, (number, role) in enumerate(held):
            for other_number, other in held[place + 1 :]:
                one, two = records[number], records[other_number]
                if not _may_be_one(one, two) and _at_one_time(role, other):
                    found = _rivals(one, role, two, other, country)
                    told.setdefault(number, []).append(found)
                    told.setdefault(other_number, []).append(found)
    return [
        replace(record, contradictions=(*record.contradictions, *told.get(number, ())))
        for number, record in enumerate(records)
    ]


def _of_countries(name: str, sides: Mapping[str, tuple[int, RoleHeld]]) -> Contradiction:
    """One name in one office for several countries: one person about whom reports differ, or namesakes."""
    names = [country_name(country) for country in sides]
    several = f"{', '.join(names[:-1])} and of {names[-1]}"
    role = next(iter(sides.values()))[1].role
    return Contradiction(
        text=f"Reports give {name} as {role} of {several}.",
        evidence=tuple(held.evidence[0] for _, held in sides.values()),
    )


def of_former(name: str, role: str, left: tuple[date, Citation], held: tuple[date, Citation]) -> Contradiction:
    """A report of an earlier day calls somebody the former holder, one of a later day the holder."""
    return Contradiction(
        text=f"{name} is called a former {role} on {left[0].isoformat()} and {role} on {held[0].isoformat()}.",
        evidence=(left[1], held[1]),
    )


def _may_be_one(one: PersonRecord, other: PersonRecord) -> bool:
    """Whether one name may be a form of the other's."""
    first, second = set(name_words(one.name)), set(name_words(other.name))
    return first <= second or second <= first


def _at_one_time(one: RoleHeld, other: RoleHeld) -> bool:
    """Whether both are surely shown in office at a time: spans that overlap, not those that touch on a last day."""
    first, second = (
        (_day(one.first, last=True), _day(one.last, last=False)),
        (
            _day(other.first, last=True),
            _day(other.last, last=False),
        ),
    )
    if first[0] is None or first[1] is None or second[0] is None or second[1] is None:
        return False
    start, end = max(first[0], second[0]), min(first[1], second[1])
    if start != end:
        return start < end
    inside = any(begin < start < until for begin, until in ((first[0], first[1]), (second[0], second[1])))
    return inside or first == second


def _day(when: str | None, *, last: bool) -> date | None:
    """The last or first day that a time may mean."""
    if when is None:
        return None
    first, until = edtf.bounds(when)
    return until or first if last else first or until


def _rivals(one: PersonRecord, role: RoleHeld, two: PersonRecord, other: RoleHeld, country: str) -> Contradiction:
    return Contradiction(
        text=(
            f"Reports name two as {role.role} of {country_name(country)} at one time:"
            f" {one.name} ({_span(role)}) and {two.name} ({_span(other)})."
        ),
        evidence=(role.evidence[0], other.evidence[0]),
    )


def _span(role: RoleHeld) -> str:
    return f"{role.first}" if role.first == role.last else f"{role.first} to {role.last}"
