"""How far two coders agree: which events both see, and each field of those that both see.

Agreement beyond chance is Cohen's kappa (1960): (p_o - p_e) / (1 - p_e), p_o the share of items on which both give one
category, p_e the share to be expected if each gave categories at random as often as now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiredesk.coding.matching import FIELDS, NOTHING, Pair, category, paired, plain, same_person
from wiredesk.coding.records import Coded, Record
from wiredesk.kit.roles import role_key
from wiredesk.types import Person

CONFUSED = ("type", "status")
"""The fields of which the confusion is told: those with few values."""


@dataclass(frozen=True, kw_only=True)
class FieldAgreement:
    """One field over `items` pairs of values: the share that agree and Cohen's kappa.

    None: no item, or for kappa every value is one and the same, so that nothing could be expected by chance.
    """

    items: int
    agree: int
    share: float | None
    kappa: float | None


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """Two coders over the articles that both coded.

    `matched` counts events that both have as one type, `only_a` and `only_b` all other records. `fields`: `type` over
    the records that both have under whatever type; `role` and `country` over the people whom both name in a matched
    record; the rest over matched records. `record` is the share of matched records that agree in every field but roles.
    `confusion`: field to (value of a, value of b) to how often.
    """

    articles: int
    records_a: int
    records_b: int
    matched: int
    only_a: int
    only_b: int
    event_f1: float | None
    record: float | None
    fields: Mapping[str, FieldAgreement]
    confusion: Mapping[str, Sequence[tuple[str, str, int]]]


def agreement(a: Sequence[Coded], b: Sequence[Coded]) -> Agreement:
    """How far two coders agree on the articles that both coded."""
    pairs = [pair for one in pairs_of(a, b).values() for pair in one]
    matches = [(pair.a, pair.b) for pair in pairs if pair.is_match and pair.a and pair.b]
    both = [(pair.a, pair.b) for pair in pairs if pair.a and pair.b]
    records_a = sum(pair.a is not None for pair in pairs)
    records_b = sum(pair.b is not None for pair in pairs)
    values: dict[str, list[tuple[str, str]]] = {"type": [(one.type, other.type) for one, other in both]}
    for field in FIELDS:
        values[field] = [(category(one, field), category(other, field)) for one, other in matches]
    people = [couple for one, other in matches for couple in _people_of_both(one, other)]
    values["role"] = [(_role(one), _role(other)) for one, other in people]
    values["country"] = [(one.country or NOTHING, other.country or NOTHING) for one, other in people]
    whole = sum(all(category(one, field) == category(other, field) for field in FIELDS) for one, other in matches)
    return Agreement(
        articles=len(pairs_of(a, b)),
        records_a=records_a,
        records_b=records_b,
        matched=len(matches),
        only_a=records_a - len(matches),
        only_b=records_b - len(matches),
        event_f1=2 * len(matches) / (records_a + records_b) if records_a + records_b else None,
        record=whole / len(matches) if matches else None,
        fields={field: _of_field(items) for field, items in values.items()},
        confusion={field: _confusion(values[field]) for field in CONFUSED},
    )


def pairs_of(a: Sequence[Coded], b: Sequence[Coded]) -> dict[str, list[Pair]]:
    """The records of each article that both coded, paired, in the order of `a`."""
    others = {one.article: one for one in b}
    return {one.article: paired(one.records, others[one.article].records) for one in a if one.article in others}


def _people_of_both(a: Record, b: Record) -> list[tuple[Person, Person]]:
    """The people whom both name, unnamed ones aside: those are known by their role."""
    others = (*b.principals, *b.counterparts)
    found = []
    for one in (*a.principals, *a.counterparts):
        other = next((other for other in others if one.name and same_person(one, other)), None)
        if other is not None:
            found.append((one, other))
    return found


def _role(person: Person) -> str:
    return plain(role_key(person.role or NOTHING))


def _of_field(items: Sequence[tuple[str, str]]) -> FieldAgreement:
    agree = sum(one == other for one, other in items)
    return FieldAgreement(
        items=len(items), agree=agree, share=agree / len(items) if items else None, kappa=cohen_kappa(items)
    )


def cohen_kappa(items: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of categories; None without items, or where both give one category alone throughout."""
    if not items:
        return None
    first, second = (Counter(side) for side in zip(*items, strict=True))
    observed = sum(one == other for one, other in items) / len(items)
    expected = sum(first[value] * second[value] for value in first) / len(items) ** 2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def _confusion(items: Sequence[tuple[str, str]]) -> list[tuple[str, str, int]]:
    return sorted((one, other, count) for (one, other), count in Counter(items).items())
