"""Editors' decisions: taken in order, undone but never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from wiredesk.errors import NotFound
from wiredesk.store.records import pack, unpack
from wiredesk.store.tables import decisions
from wiredesk.types import Decision


def add_decision(connection: Connection, decision: Decision) -> None:
    """Keep a decision behind all that were taken before."""
    number = (connection.execute(select(func.max(decisions.c.number))).scalar() or 0) + 1
    connection.execute(insert(decisions).values(id=decision.id, number=number, undone=None, record=pack(decision)))


def undo_decision(connection: Connection, id_: str | None, now: datetime) -> Decision:
    """Mark a decision as undone, the last standing one without an id. Raises NotFound."""
    query = select(decisions.c.record).where(decisions.c.undone.is_(None)).order_by(decisions.c.number.desc()).limit(1)
    if id_ is not None:
        query = query.where(decisions.c.id == id_)
    record = connection.execute(query).scalar()
    if record is None:
        which = f"no standing decision has the id {id_}" if id_ else "there is no decision to undo"
        raise NotFound(which, "`wiredesk decisions` lists them")
    undone = replace(unpack(record, Decision), undone=now)
    connection.execute(
        update(decisions).where(decisions.c.id == undone.id).values(undone=now.isoformat(), record=pack(undone))
    )
    return undone


def load_decisions(connection: Connection, *, standing: bool = False) -> list[Decision]:
    """Decisions in the order in which they were taken; only those not undone, if `standing`."""
    query = select(decisions.c.record).order_by(decisions.c.number)
    if standing:
        query = query.where(decisions.c.undone.is_(None))
    return [unpack(record, Decision) for (record,) in connection.execute(query)]
