"""What was computed from something else, kept with a digest of that (the basis): an update computes only what changed.

A cache and no more: whatever is missing, damaged or of another basis is computed again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from wiredesk.store.tables import derived

_AT_ONCE = 256
"""Rows that are read at once."""
_WEIGHT = 1 << 19
"""Bytes that are written at once."""
_NEW = upsert(derived)
_KEEP = _NEW.on_conflict_do_update(
    index_elements=["kind", "name"], set_={name: _NEW.excluded[name] for name in ("basis", "data")}
)
_ALL = select(derived.c.name, derived.c.basis, derived.c.data).where(derived.c.kind == bindparam("of"))
_SOME = _ALL.where(derived.c.name.in_(bindparam("some", expanding=True)))
_BASES = select(derived.c.name, derived.c.basis).where(derived.c.kind == bindparam("of"))
_FORGET = delete(derived).where(derived.c.kind == bindparam("of"), derived.c.name == bindparam("some"))


def load_bases(connection: Connection, kind: str) -> dict[str, bytes]:
    """What everything of a kind was computed from, by name."""
    return {row.name: row.basis for row in connection.execute(_BASES, {"of": kind})}


def read_derived(
    connection: Connection, kind: str, names: Iterable[str] | None = None
) -> Iterator[tuple[str, bytes, bytes]]:
    """Name, basis and data of all of a kind, or of some; in no order."""
    if names is None:
        yield from ((row.name, row.basis, row.data) for row in connection.execute(_ALL, {"of": kind}))
        return
    rest = iter(names)
    while some := list(islice(rest, _AT_ONCE)):
        found = connection.execute(_SOME, {"of": kind, "some": some})
        yield from ((row.name, row.basis, row.data) for row in found)


def save_derived(connection: Connection, kind: str, rows: Iterable[tuple[str, bytes, bytes]]) -> None:
    """Keep name, basis and data, each in place of what stood under the name."""
    some: list[dict[str, object]] = []
    size = 0
    for name, basis, data in rows:
        some.append({"kind": kind, "name": name, "basis": basis, "data": data})
        size += len(data)
        if size > _WEIGHT:
            connection.execute(_KEEP, some)
            some, size = [], 0
    if some:
        connection.execute(_KEEP, some)


def forget_derived(connection: Connection, kind: str, names: Collection[str]) -> None:
    """Let some of a kind go."""
    if names:
        connection.execute(_FORGET, [{"of": kind, "some": name} for name in names])
