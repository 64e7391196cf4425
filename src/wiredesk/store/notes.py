"""Annotations as a mapping that reads them when they are asked for, since all at once they outweigh their articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, select

from wiredesk.kit.ahead import Ahead
from wiredesk.store.records import unpack, unsqueeze
from wiredesk.store.tables import article_notes
from wiredesk.types import Annotations

_SOME = select(article_notes.c.article, article_notes.c.record).where(
    article_notes.c.article.in_(bindparam("ids", expanding=True))
)


class StoredNotes(Ahead[Annotations]):
    """Annotations by article id, read as long as the connection is open; `order` is that in which they will be asked
    for, until another is told."""

    def __init__(self, connection: Connection, order: Sequence[str] | None = None) -> None:
        """Without an order: all, by id."""
        known = connection.execute(select(article_notes.c.article).order_by(article_notes.c.article)).scalars().all()
        here = known if order is None else list(filter(frozenset(known).__contains__, order))

        def read(ids: Sequence[str]) -> Iterator[tuple[str, Annotations]]:
            for id_, record in connection.execute(_SOME, {"ids": ids}):
                yield id_, unpack(unsqueeze(record), Annotations)

        super().__init__(here, read)
