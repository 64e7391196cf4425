"""The desk's articles as editors decided them, read when they are asked for: all at once they would fill the memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from sqlalchemy import Connection

from wiredesk.kit.ahead import Ahead
from wiredesk.kit.urls import canonical_url
from wiredesk.pipeline.decided import decided_article
from wiredesk.store.articles import load_articles
from wiredesk.types import Article, Decision


class DecidedArticles(Ahead[Article]):
    """Articles by id in the order (day, id), undated ones last, as long as the connection is open."""

    def __init__(self, connection: Connection, decisions: Sequence[Decision], order: Sequence[str]) -> None:
        """`order`: their ids."""
        self._connection = connection
        self._decisions = decisions

        def read(ids: Sequence[str]) -> Iterator[tuple[str, Article]]:
            for article in load_articles(connection, ids):
                yield article.id, decided_article(article, decisions)

        super().__init__(order, read)

    def without(self, ids: Set[str]) -> DecidedArticles:
        """The same but for some."""
        if not ids:
            return self
        return DecidedArticles(self._connection, self._decisions, [id_ for id_ in self if id_ not in ids])


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
