"""Annotations as a mapping that reads them when they are asked for, since all at once they outweigh their articles."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from wiredesk.store.records import unpack, unsqueeze
from wiredesk.store.tables import article_notes
from wiredesk.types import Annotations

_AHEAD = 64
"""Annotations read in one query: stages walk through articles in their order, so the next are wanted soon."""
_KEPT = 512
"""Annotations kept in memory: as many as the largest stories of a day hold."""


class StoredNotes(Mapping[str, Annotations]):
    """Annotations by article id, read as long as the connection is open; `order` is that in which they will be asked
    for."""

    def __init__(self, connection: Connection, order: Sequence[str] = ()) -> None:
        self._connection = connection
        known = set(connection.execute(select(article_notes.c.article)).scalars())
        self._order = [id_ for id_ in order if id_ in known]
        self._place = {id_: place for place, id_ in enumerate(self._order)}
        self._known = known
        self._awaited = 0
        self._kept: OrderedDict[str, Annotations] = OrderedDict()

    def __getitem__(self, article: str) -> Annotations:
        if article not in self._kept:
            if article not in self._known:
                raise KeyError(article)
            self._read(article)
        self._kept.move_to_end(article)
        return self._kept[article]

    def __contains__(self, article: object) -> bool:
        return article in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._known))

    def __len__(self) -> int:
        return len(self._known)

    def _read(self, article: str) -> None:
        place = self._place.get(article)
        ahead = [article]
        if place in (0, self._awaited):  # else they are asked for in another order, story by story
            ahead = self._order[place : place + _AHEAD]
            self._awaited = place + _AHEAD
        wanted = [id_ for id_ in ahead if id_ not in self._kept]
        query = select(article_notes.c.article, article_notes.c.record).where(article_notes.c.article.in_(wanted))
        for id_, record in self._connection.execute(query):
            self._kept[id_] = unpack(unsqueeze(record), Annotations)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
