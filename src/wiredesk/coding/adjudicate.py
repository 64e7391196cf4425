"""The table of disagreements, filled, makes one record of two coders'."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from wiredesk.coding.agreement import pairs_of
from wiredesk.coding.disagreements import COLUMNS, EVENT, LISTS, ROLES, differing, everybody
from wiredesk.coding.matching import Pair, same_person
from wiredesk.coding.records import STAGE, Coded, Quote, Record, read_record
from wiredesk.kit.sheets import unguarded
from wiredesk.types import Person, Problem

A, B, NEITHER = "a", "b", "none"


def adjudicated(a: Sequence[Coded], b: Sequence[Coded], table: str, source: str) -> tuple[list[Coded], list[Problem]]:
    """The records of the articles that both coded, with what was decided where the coders differ.

    In the last column `a` and `b` take that coder's word, `none` says that an event is none, anything else is the value
    itself. A row that is not decided, or a table of other sheets, leaves its article out and is told.
    """
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    if rows and not set(COLUMNS) <= set(rows[0]):
        missing = ", ".join(name for name in COLUMNS if name not in rows[0])
        return [], [_problem(source, f"the table lacks the column {missing}", "`wiredesk code compare` writes it")]
    decided: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in rows:
        plain = {name: unguarded((row[name] or "").replace("\r\n", "\n")).strip() for name in COLUMNS}
        decided[plain["article"], plain["event"], plain["field"]] = plain
    found: list[Coded] = []
    problems: list[Problem] = []
    for article, pairs in pairs_of(a, b).items():
        try:
            records = [_settled(article, number, pair, decided) for number, pair in enumerate(pairs, start=1)]
            found.append(Coded(article=article, coder="adjudicated", records=tuple(filter(None, records))))
        except ValueError as error:
            problems.append(_problem(f"{source}, {article}", str(error), "decide the row, then read the table again"))
    return found, problems


def _settled(
    article: str, number: int, pair: Pair, decided: Mapping[tuple[str, str, str], Mapping[str, str]]
) -> Record | None:
    record = pair.a or pair.b
    assert record is not None
    if pair.a and pair.b:  # the words of both say so
        evidence = dict.fromkeys((*pair.a.evidence, *pair.b.evidence))
        quoted: dict[str, Quote] = {}
        for piece in evidence:
            known = quoted.get(piece.quote)
            fields = tuple(dict.fromkeys((*(known.fields if known else ()), *piece.fields)))
            quoted[piece.quote] = Quote(quote=piece.quote, fields=fields)
        record = replace(record, evidence=tuple(quoted.values()))
    for field, one, other in differing(pair):
        row = decided.get((article, str(number), field))
        where = f"event {number}, {field}"
        if row is None or (row["a"], row["b"]) != (one.strip(), other.strip()):
            raise ValueError(f"{where}: the table is of other sheets; it lacks this disagreement as it is now")
        word = row["adjudicated"]
        if not word:
            raise ValueError(f"{where}: not decided yet")
        if word.casefold() == NEITHER and field == EVENT:
            return None
        if field == EVENT:
            if word.casefold() not in (A, B):
                raise ValueError(f"{where}: write a or b for the coder who is right, or none")
            return record if (word.casefold() == A) == (pair.a is not None) else None
        record = _with(record, pair, field, word, where)
    return record


def _with(record: Record, pair: Pair, field: str, word: str, where: str) -> Record:
    chosen = {A: pair.a, B: pair.b}.get(word.casefold())
    if field == ROLES:
        people = everybody(chosen) if chosen else tuple(map(_person_of, word.split(";")))
        return replace(
            record,
            principals=tuple(_like(one, people) for one in record.principals),
            counterparts=tuple(_like(one, people) for one in record.counterparts),
        )
    if chosen is not None:
        return replace(record, **{field: getattr(chosen, field)})
    value: Any = None if word == "-" else word
    if field == "destination":
        value = [] if word == "-" else word.split()
    elif field in LISTS:
        value = [] if word == "-" else [_plain(_person_of(one)) for one in word.split(";")]
    try:
        read = read_record({"type": record.type, "status": record.status, "principals": [], field: value}, 1)
    except ValueError as error:
        raise ValueError(f"{where}: {str(error).removeprefix('record 1: ')}") from error
    return replace(record, **{field: getattr(read, field)})


def _like(person: Person, people: Sequence[Person]) -> Person:
    return next((one for one in people if same_person(one, person)), person)


def _person_of(text: str) -> Person:
    name, role, country, *_ = (None if one.strip() in ("", "-") else one.strip() for one in f"{text},,".split(","))
    return Person(name=name, role=role, country=country)


def _plain(person: Person) -> dict[str, str | None]:
    return {"name": person.name, "role": person.role, "country": person.country}


def _problem(where: str, message: str, hint: str | None = None) -> Problem:
    return Problem(stage=STAGE, source=where, message=message, hint=hint)
