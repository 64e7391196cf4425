"""Articles with their revisions, annotations, events found, and full-text search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from wiredesk.kit.text import whole
from wiredesk.kit.urls import canonical_url
from wiredesk.store.records import pack, squeeze, stamp, unpack, unsqueeze
from wiredesk.store.tables import article_notes, articles, found_events
from wiredesk.store.text_rows import text_row
from wiredesk.types import Annotations, Article, Event

# Made once: for one article the making costs as much as the asking.
_RETIRE = update(articles).where(articles.c.id == bindparam("of")).values(current=False)
_NEW = upsert(articles)
_KEEP = _NEW.on_conflict_do_update(
    index_elements=["id", "revision"],
    set_={
        name: _NEW.excluded[name]
        for name in ("current", "page", "day", "not_after", "told", "teaser", "address", "stamp", "record")
    },
)
_FORGET_TEXT = text("DELETE FROM article_text WHERE rowid = :row")
_KEEP_TEXT = text("INSERT INTO article_text (rowid, article, headline, body) VALUES (:row, :id, :headline, :body)")
_NEW_NOTES = upsert(article_notes)
_KEEP_NOTES = _NEW_NOTES.on_conflict_do_update(
    index_elements=["article"], set_={name: _NEW_NOTES.excluded[name] for name in ("stamp", "record")}
)
_CURRENT = (
    select(articles.c.record)
    .where(articles.c.current)
    .order_by(articles.c.day.is_(None), articles.c.day, articles.c.id)
)
_SOME = (
    select(articles.c.record)
    # the plus keeps SQLite from walking through the index of all current articles for the few that are asked for
    .where(articles.c.id.in_(bindparam("ids", expanding=True)), text("+articles.current"))
    .order_by(articles.c.day.is_(None), articles.c.day, articles.c.id)
)
_KNOWN = (
    select(
        articles.c.id,
        articles.c.day,
        articles.c.not_after,
        articles.c.teaser,
        articles.c.address,
        articles.c.stamp,
        article_notes.c.stamp.label("seen"),
    )
    .join(article_notes, article_notes.c.article == articles.c.id)
    .where(articles.c.current, articles.c.told)
    .order_by(articles.c.day.is_(None), articles.c.day, articles.c.id)
)
_READ = select(articles.c.address).where(
    articles.c.current,
    articles.c.told,
    articles.c.teaser.is_(False),
    articles.c.address.in_(bindparam("some", expanding=True)),
)
_AT_ONCE = 512
"""Addresses that are looked for at once."""
_FORGET_EVENTS = delete(found_events).where(found_events.c.article == bindparam("of"))


def save_article(connection: Connection, article: Article, page: str) -> None:
    """Keep an article as the current revision; the earlier ones stay."""
    record = pack(article)
    row = {
        "id": article.id,
        "revision": article.revision,
        "current": True,
        "page": page,
        "day": article.day.isoformat() if article.day else None,
        "not_after": article.published.not_after.isoformat() if article.published.not_after else None,
        "told": bool(article.body),
        "teaser": article.teaser,
        "address": _address(article.url),
        "stamp": stamp(record),
        "record": record,
    }
    connection.execute(_RETIRE, {"of": article.id})
    connection.execute(_KEEP, row)
    row_number = text_row(article.id)
    connection.execute(_FORGET_TEXT, {"row": row_number})
    connection.execute(
        _KEEP_TEXT,
        {
            "row": row_number,
            "id": article.id,
            "headline": article.headline or "",
            "body": "\n\n".join((*article.lead, *article.body, *(caption.text for caption in article.captions))),
        },
    )


def _address(url: str | None) -> str | None:
    try:
        return canonical_url(url) if url else None
    except ValueError:
        return url


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What is at hand of an article with a text that was annotated, without reading it. `stamp`: of article and
    annotations, another one whenever either changed. `last`: the last day that it may be of. `address`: of a teaser
    that of its page."""

    id: str
    day: date | None
    last: date | None
    stamp: bytes
    address: str | None = None

    @property
    def order(self) -> tuple[date, str]:
        """(day, id), the undated last."""
        return self.day or date.max, self.id


def load_known(connection: Connection) -> Iterator[Known]:
    """The current articles that have a text and were annotated, by (day, id), undated ones last."""
    for row in connection.execute(_KNOWN):
        last = row.day or row.not_after
        yield Known(
            id=row.id,
            day=date.fromisoformat(row.day) if row.day else None,
            last=date.fromisoformat(last) if last else None,
            stamp=row.stamp + row.seen,
            address=row.address if row.teaser else None,
        )


def read_addresses(connection: Connection, addresses: Iterable[str]) -> set[str]:
    """Those of some canonical URLs of which the desk has read a page, not only words about it."""
    found: set[str] = set()
    rest = iter(addresses)
    while some := list(islice(rest, _AT_ONCE)):
        found.update(connection.execute(_READ, {"some": some}).scalars())
    return found


def load_articles(connection: Connection, ids: Sequence[str] | None = None) -> Iterator[Article]:
    """Current articles in the order (day, id), undated ones last; of these ids only, if given."""
    found = connection.execute(_CURRENT) if ids is None else connection.execute(_SOME, {"ids": ids})
    for (record,) in found:
        yield unpack(record, Article)


def load_revisions(connection: Connection, article: str) -> list[Article]:
    """All revisions of an article, oldest first."""
    query = select(articles.c.record).where(articles.c.id == article).order_by(articles.c.revision)
    return [unpack(record, Article) for (record,) in connection.execute(query)]


def search_articles(connection: Connection, words: str) -> list[str]:
    """Ids of the articles that hold all the words, best first."""
    query = " ".join('"' + word.replace('"', '""') + '"' for word in whole(words).split())
    if not query:
        return []
    rows = connection.execute(
        text("SELECT article FROM article_text WHERE article_text MATCH :query ORDER BY rank, article"),
        {"query": query},
    )
    return [row[0] for row in rows]


def save_annotations(connection: Connection, noted: Annotations, events: Iterable[Event]) -> None:
    """Keep what was seen in an article and the events it tells, in place of what stood there."""
    record = squeeze(pack(noted))
    connection.execute(_KEEP_NOTES, {"article": noted.article, "stamp": stamp(record), "record": record})
    connection.execute(_FORGET_EVENTS, {"of": noted.article})
    rows = [{"article": noted.article, "number": number, "record": pack(event)} for number, event in enumerate(events)]
    if rows:
        connection.execute(insert(found_events), rows)


def load_annotations(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, Annotations]:
    """Annotations by article id; of these ids only, if given."""
    query = select(article_notes.c.article, article_notes.c.record).order_by(article_notes.c.article)
    if ids is not None:
        query = query.where(article_notes.c.article.in_(ids))
    return {article: unpack(unsqueeze(record), Annotations) for article, record in connection.execute(query)}


def load_found_events(connection: Connection) -> list[tuple[str, Event]]:
    """Events as each article tells them, with the article's id, in order."""
    query = select(found_events.c.article, found_events.c.record).order_by(
        found_events.c.article, found_events.c.number
    )
    return [(article, unpack(record, Event)) for article, record in connection.execute(query)]
