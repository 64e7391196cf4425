"""Approved editions: snapshots, taken back but never lost or changed."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, insert, select, update

from wiredesk.store.records import pack, squeeze, unpack, unsqueeze
from wiredesk.store.tables import approvals
from wiredesk.types import Edition


def save_approved(connection: Connection, edition: Edition) -> bool:
    """Keep an approved edition; False if the day has one already.

    Raises ValueError for an edition that does not say by whom and when it was approved.
    """
    if edition.status != "approved" or edition.approved_by is None or edition.approved_at is None:
        raise ValueError("only an approved edition is kept: it needs `approved_by` and `approved_at`")
    standing = select(approvals.c.number).where(
        approvals.c.day == edition.day.isoformat(), approvals.c.withdrawn.is_(None)
    )
    if connection.execute(standing).first() is not None:
        return False
    connection.execute(
        insert(approvals).values(
            day=edition.day.isoformat(),
            approved=edition.approved_at.isoformat(),
            approved_by=edition.approved_by,
            record=squeeze(pack(edition)),
        )
    )
    return True


def withdraw_approved(connection: Connection, day: date, by: str, now: datetime) -> bool:
    """Take a day's approved edition back; False if none stands."""
    done = connection.execute(
        update(approvals)
        .where(approvals.c.day == day.isoformat(), approvals.c.withdrawn.is_(None))
        .values(withdrawn=now.isoformat(), withdrawn_by=by)
    )
    return bool(done.rowcount)


def load_approved(connection: Connection) -> dict[date, Edition]:
    """The approved editions that stand, by day, earliest first."""
    rows = connection.execute(
        select(approvals.c.record).where(approvals.c.withdrawn.is_(None)).order_by(approvals.c.day)
    )
    editions = [unpack(unsqueeze(record), Edition) for (record,) in rows]
    return {edition.day: edition for edition in editions}
