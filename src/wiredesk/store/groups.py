"""What is computed over many articles: copies, notices, stories, threads, the ledger's events, people; and redirects.

Each group is replaced as a whole, in the transaction that clears its pending work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert, select

from wiredesk.store.records import pack, unpack
from wiredesk.store.tables import GROUPS, redirects
from wiredesk.types import CopySet, Event, Notice, PersonRecord, Story, Thread

T = TypeVar("T", CopySet, Notice, Story, Thread, Event, PersonRecord)
_NAMES: dict[type[Any], str] = {
    CopySet: "copies",
    Notice: "notices",
    Story: "stories",
    Thread: "threads",
    Event: "events",
    PersonRecord: "people",
}


def save_group(connection: Connection, kind: type[T], records: Sequence[T]) -> None:
    """Put these records in place of all of their kind."""
    table = GROUPS[_NAMES[kind]]
    connection.execute(delete(table))
    rows = [{"id": record.id, "record": pack(record)} for record in records]
    if rows:
        connection.execute(insert(table), rows)


def load_group(connection: Connection, kind: type[T]) -> dict[str, T]:
    """All records of a kind by id, in order of id."""
    table = GROUPS[_NAMES[kind]]
    rows = connection.execute(select(table.c.id, table.c.record).order_by(table.c.id))
    return {id_: unpack(record, kind) for id_, record in rows}


def add_redirects(connection: Connection, moved: Mapping[str, str], living: set[str]) -> None:
    """Remember where old ids lead; chains are shortened, and an id that lives again leads nowhere."""
    known = {**load_redirects(connection), **moved}
    rows = [{"old": old, "new": _end(old, known, living)} for old in sorted(known) if old not in living]
    connection.execute(delete(redirects))
    if rows:
        connection.execute(insert(redirects), rows)


def load_redirects(connection: Connection) -> dict[str, str]:
    """Old id to the id that stands for it now."""
    return {row.old: row.new for row in connection.execute(select(redirects.c.old, redirects.c.new))}


def _end(old: str, known: Mapping[str, str], living: set[str]) -> str:
    seen = {old}
    new = known[old]
    while new not in living and new in known and new not in seen:
        seen.add(new)
        new = known[new]
    return new
