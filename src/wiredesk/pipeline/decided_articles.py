"""The desk's articles as editors decided them, read when they are asked for: all at once they would fill the memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from sqlalchemy import Connection

from wiredesk.kit.ahead import Ahead
from wiredesk.pipeline.decided import decided_article
from wiredesk.store.articles import Known, load_articles, load_known, read_addresses
from wiredesk.store.records import stamp
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

    def only(self, ids: Iterable[str]) -> DecidedArticles:
        """The same but for all others."""
        return DecidedArticles(self._connection, self._decisions, sorted(ids, key=self.place))

    def without(self, ids: Set[str]) -> DecidedArticles:
        """The same but for some."""
        if not ids:
            return self
        return DecidedArticles(self._connection, self._decisions, [id_ for id_ in self if id_ not in ids])


def roster(connection: Connection, decisions: Sequence[Decision]) -> list[Known]:
    """The articles that have a text and were annotated, by (day, id), but for teasers of a page that the desk has read
    under an id of its own, such as from a file; as editors decided them, which their stamps tell."""
    known = {one.id: one for one in load_known(connection)}
    decided: dict[str, list[str]] = {}
    for decision in decisions:
        if decision.kind in ("date", "outlet"):
            for id_ in decision.target:
                decided.setdefault(id_, []).append(decision.id)
    for article in load_articles(connection, sorted(decided.keys() & known.keys())):
        published = decided_article(article, decisions).published
        mark = stamp(known[article.id].stamp, *(id_.encode() for id_ in decided[article.id]))
        day, last = published.value, published.value or published.not_after
        known[article.id] = replace(known[article.id], day=day, last=last, stamp=mark)
    teasers = {one.address for one in known.values() if one.address}
    read = read_addresses(connection, sorted(teasers)) if teasers else set()
    return sorted((one for one in known.values() if one.address not in read), key=lambda one: one.order)
