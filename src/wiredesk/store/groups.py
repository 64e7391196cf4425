"""What is computed over many articles: copies, notices, stories, threads, the ledger's events, people; and redirects.

Each group is replaced as a whole, in the transaction that clears its pending work.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from wiredesk.kit.shelf import Pile
from wiredesk.store.records import pack, squeeze, stamp, unpack, unsqueeze
from wiredesk.store.tables import GROUPS, redirects
from wiredesk.types import CopySet, Event, Notice, PersonRecord, Story, Thread

_BATCH = 256
"""Records that are written at once."""

T = TypeVar("T", CopySet, Notice, Story, Thread, Event, PersonRecord)
_NAMES: dict[type[Any], str] = {
    CopySet: "copies",
    Notice: "notices",
    Story: "stories",
    Thread: "threads",
    Event: "events",
    PersonRecord: "people",
}


class Draft(Generic[T]):
    """The records that are to take the place of all of their kind; until then they lie in a file, as they will be
    stored."""

    def __init__(self, kind: type[T], records: Iterable[T]) -> None:
        """Of two records of one id the later one stands."""
        self.kind: type[T] = kind
        self._pile = Pile()
        self._place = {record.id or "": self._pile.put(pack(record)) for record in records}

    @property
    def ids(self) -> Collection[str]:
        """The records' ids."""
        return self._place.keys()

    def __iter__(self) -> Iterator[T]:
        for _, data in self.rows():
            yield unpack(data, self.kind)

    def rows(self) -> Iterator[tuple[str, bytes]]:
        """Id and bytes of each record."""
        return ((id_, self._pile.get(place)) for id_, place in self._place.items())


def save_group(connection: Connection, draft: Draft[T]) -> None:
    """Put the draft's records in place of all of their kind; those that stand there already are not touched."""
    table = GROUPS[_NAMES[draft.kind]]
    stale = {id_: stamp(record) for id_, record in connection.execute(select(table.c.id, table.c.record))}
    gone = [{"of": id_} for id_ in stale if id_ not in draft.ids]
    if gone:
        connection.execute(delete(table).where(table.c.id == bindparam("of")), gone)
    new = upsert(table)
    keep = new.on_conflict_do_update(index_elements=["id"], set_={"record": new.excluded["record"]})
    rows = ((id_, data) for id_, data in draft.rows() if stale.get(id_) != stamp(data))
    while batch := [{"id": id_, "record": data} for id_, data in islice(rows, _BATCH)]:
        connection.execute(keep, batch)


def read_group(connection: Connection, kind: type[T]) -> Iterator[T]:
    """All records of a kind in order of id, one by one."""
    table = GROUPS[_NAMES[kind]]
    for (record,) in connection.execute(select(table.c.record).order_by(table.c.id)):
        yield unpack(record, kind)


def load_group(connection: Connection, kind: type[T]) -> dict[str, T]:
    """All records of a kind by id, in order of id."""
    table = GROUPS[_NAMES[kind]]
    rows = connection.execute(select(table.c.id, table.c.record).order_by(table.c.id))
    return {id_: unpack(record, kind) for id_, record in rows}


@dataclass(frozen=True, kw_only=True)
class Moved:
    """Where an id that lives no more leads, and the members that its group had."""

    new: str
    held: frozenset[str] = frozenset()


def add_redirects(connection: Connection, moved: Mapping[str, Moved], living: Container[str]) -> None:
    """Remember where old ids lead; chains are shortened, and an id that lives again leads nowhere."""
    before = load_moved(connection)
    known = {**before, **moved}
    ends = {old: replace(known[old], new=_end(old, known, living)) for old in sorted(known) if old not in living}
    gone = [{"of": old} for old in before if old not in ends]
    if gone:
        connection.execute(delete(redirects).where(redirects.c.old == bindparam("of")), gone)
    rows = [
        {"old": old, "new": end.new, "held": squeeze(pack(sorted(end.held)))}
        for old, end in ends.items()
        if before.get(old) != end
    ]
    if rows:
        new = upsert(redirects)
        connection.execute(
            new.on_conflict_do_update(
                index_elements=["old"], set_={name: new.excluded[name] for name in ("new", "held")}
            ),
            rows,
        )


def load_moved(connection: Connection) -> dict[str, Moved]:
    """The ids that live no more."""
    rows = connection.execute(select(redirects.c.old, redirects.c.new, redirects.c.held).order_by(redirects.c.old))
    return {
        old: Moved(new=new, held=frozenset(unpack(unsqueeze(held), list[str]) if held else ()))
        for old, new, held in rows
    }


def load_redirects(connection: Connection) -> dict[str, str]:
    """Old id to the id that stands for it now."""
    return {row.old: row.new for row in connection.execute(select(redirects.c.old, redirects.c.new))}


def _end(old: str, known: Mapping[str, Moved], living: Container[str]) -> str:
    seen = {old}
    new = known[old].new
    while new not in living and new in known and new not in seen:
        seen.add(new)
        new = known[new].new
    return new
