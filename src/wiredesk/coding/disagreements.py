"""Where two coders disagree: a table that a third one fills."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wiredesk.coding.agreement import pairs_of
from wiredesk.coding.matching import FIELDS, Pair, category, same_person
from wiredesk.coding.records import Coded, Record
from wiredesk.kit.sheets import guarded
from wiredesk.types import Person

COLUMNS = ("article", "event", "field", "a", "b", "quotes", "adjudicated")
EVENT, ROLES = "event", "roles"
"""Rows that are about a whole record: whether it is one; and about the roles and countries of its people."""
LISTS = ("principals", "counterparts", ROLES)


@dataclass(frozen=True, kw_only=True)
class Disagreement:
    """One row: `event` counts the pairs of records of an article from 1; `a` and `b` are what each coder says."""

    article: str
    event: int
    field: str
    a: str
    b: str
    quotes: str


def disagreements(a: Sequence[Coded], b: Sequence[Coded]) -> list[Disagreement]:
    """Every field of every event on which the coders differ, and every event that only one of them has."""
    return [
        Disagreement(article=article, event=number, field=field, a=one, b=other, quotes=_quotes(pair))
        for article, pairs in pairs_of(a, b).items()
        for number, pair in enumerate(pairs, start=1)
        for field, one, other in differing(pair)
    ]


def differing(pair: Pair) -> list[tuple[str, str, str]]:
    """The fields on which a pair differs, each with what either coder says; the field `event` where one has none."""
    if pair.a is None or pair.b is None:
        return [(EVENT, summary(pair.a) if pair.a else "", summary(pair.b) if pair.b else "")]
    found: list[tuple[str, str, str]] = [("type", pair.a.type, pair.b.type)] if pair.a.type != pair.b.type else []
    found += [
        (field, words(pair.a, field), words(pair.b, field))
        for field in FIELDS
        if category(pair.a, field) != category(pair.b, field)
    ]
    roles = [
        (_person(one), _person(other))
        for one, other in _same_people(pair.a, pair.b)
        if (one.role, one.country) != (other.role, other.country)
    ]
    if roles:
        found.append((ROLES, "; ".join(one for one, _ in roles), "; ".join(other for _, other in roles)))
    return found


def _same_people(a: Record, b: Record) -> list[tuple[Person, Person]]:
    others = (*b.principals, *b.counterparts)
    couples = ((one, next((two for two in others if same_person(one, two)), None)) for one in everybody(a))
    return [(one, two) for one, two in couples if two is not None]


def everybody(record: Record) -> tuple[Person, ...]:
    """All the people of a record."""
    return (*record.principals, *record.counterparts)


def words(record: Record, field: str) -> str:
    """A field as a coder reads and writes it in a table: people as `NAME, ROLE, COUNTRY` parted by semicolons."""
    value: Any = getattr(record, field)
    if field in LISTS:
        return "; ".join(map(_person, value))
    return " ".join(value) if field == "destination" else value or ""


def _person(person: Person) -> str:
    return ", ".join((person.name or "-", person.role or "-", person.country or "-"))


def summary(record: Record) -> str:
    """A record in one line."""
    fields = (words(record, "principals"), words(record, "destination"), record.when or "", record.place or "")
    return " | ".join((f"{record.type}, {record.status}", *filter(None, fields)))


def _quotes(pair: Pair) -> str:
    told = [one.quote for record in (pair.a, pair.b) if record for one in record.evidence]
    return "\n".join(dict.fromkeys(told))


def to_csv(rows: Sequence[Disagreement]) -> str:
    """The table to adjudicate: CSV for a spreadsheet, its last column empty."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        cells = (row.article, str(row.event), row.field, row.a, row.b, row.quotes, "")
        writer.writerow([guarded(cell) for cell in cells])
    return made.getvalue()
