"""The desk's articles as editors decided them, read when they are asked for: all at once they would fill the memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence, Set

from sqlalchemy import Connection

from wiredesk.kit.urls import canonical_url
from wiredesk.pipeline.decided import decided_article
from wiredesk.store.articles import load_articles
from wiredesk.types import Article, Decision

_AHEAD = 64
"""Articles read in one query: stages walk through them in their order, so the next are wanted soon."""
_KEPT = 256
"""Articles kept in memory: as many as a story, or the reports of an hour, hold."""


class DecidedArticles(Mapping[str, Article]):
    """Articles by id in the order (day, id), undated ones last, as long as the connection is open."""

    def __init__(self, connection: Connection, decisions: Sequence[Decision], order: Sequence[str]) -> None:
        """`order`: their ids."""
        self._connection = connection
        self._decisions = decisions
        self._order = tuple(order)
        self._place = {id_: place for place, id_ in enumerate(self._order)}
        self._awaited = 0
        self._kept: OrderedDict[str, Article] = OrderedDict()

    def without(self, ids: Set[str]) -> DecidedArticles:
        """The same but for some."""
        if not ids:
            return self
        return DecidedArticles(self._connection, self._decisions, [id_ for id_ in self._order if id_ not in ids])

    def place(self, article: str) -> int:
        """Where an article stands in the order. Raises KeyError for one that is not here."""
        return self._place[article]

    def __getitem__(self, article: str) -> Article:
        found = self._kept.get(article)
        if found is None:
            self._read(self._place[article])
            found = self._kept[article]
        self._kept.move_to_end(article)
        return found

    def __contains__(self, article: object) -> bool:
        return article in self._place

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)

    def _read(self, place: int) -> None:
        wanted = self._order[place : place + 1]
        if place <= self._awaited < place + _AHEAD or self._awaited <= place < self._awaited + _AHEAD:
            wanted = self._order[place : place + _AHEAD]  # else they are asked for in another order, story by story
        self._awaited = place + len(wanted)
        wanted = tuple(id_ for id_ in wanted if id_ not in self._kept)
        for article in load_articles(self._connection, wanted):
            self._kept[article.id] = decided_article(article, self._decisions)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


def decided_articles(
    connection: Connection, decisions: Sequence[Decision], annotated: Mapping[str, object]
) -> DecidedArticles:
    """The articles that have a text and were annotated, but for teasers of a page that the desk has read under an id of
    its own, such as from a file."""
    order = []
    teasers: dict[str, str] = {}
    for stored in load_articles(connection):
        article = decided_article(stored, decisions)
        if article.body and article.id in annotated:
            order.append(article.order)
            if article.teaser and article.url:
                teasers[article.id] = canonical_url(article.url)
    spent: frozenset[str] = frozenset()
    if teasers:
        read = {canonical_url(one.url) for one in load_articles(connection) if one.url and one.body and not one.teaser}
        spent = frozenset(id_ for id_, url in teasers.items() if url in read)
    return DecidedArticles(connection, decisions, [id_ for _, id_ in sorted(order) if id_ not in spent])
