"""What was asked for on the web: validators for the next time, and addresses to try again."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from wiredesk.store.records import pack, unpack
from wiredesk.store.tables import fetches
from wiredesk.types import Fetched


def save_fetched(connection: Connection, found: Iterable[Fetched]) -> None:
    """Remember fetches, the last of each address: in the transaction that keeps what they brought, or after it."""
    rows = [{"url": one.url, "source": one.source, "record": pack(one)} for one in found]
    if rows:
        statement = upsert(fetches)
        changed = {"source": statement.excluded.source, "record": statement.excluded.record}
        connection.execute(statement.on_conflict_do_update(index_elements=["url"], set_=changed), rows)


def load_fetched(connection: Connection) -> dict[str, Fetched]:
    """All fetches remembered, by address."""
    rows = connection.execute(select(fetches.c.url, fetches.c.record).order_by(fetches.c.url))
    return {url: unpack(record, Fetched) for url, record in rows}
