"""Articles with their revisions, annotations, events found, and full-text search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from wiredesk.kit.text import whole
from wiredesk.store.records import pack, squeeze, unpack, unsqueeze
from wiredesk.store.tables import article_notes, articles, found_events
from wiredesk.store.text_rows import text_row
from wiredesk.types import Annotations, Article, Event

# Made once: for one article the making costs as much as the asking.
_RETIRE = update(articles).where(articles.c.id == bindparam("of")).values(current=False)
_NEW = upsert(articles)
_KEEP = _NEW.on_conflict_do_update(
    index_elements=["id", "revision"],
    set_={name: _NEW.excluded[name] for name in ("current", "page", "day", "record")},
)
_FORGET_TEXT = text("DELETE FROM article_text WHERE rowid = :row")
_KEEP_TEXT = text("INSERT INTO article_text (rowid, article, headline, body) VALUES (:row, :id, :headline, :body)")
_NEW_NOTES = upsert(article_notes)
_KEEP_NOTES = _NEW_NOTES.on_conflict_do_update(
    index_elements=["article"], set_={"record": _NEW_NOTES.excluded["record"]}
)
_CURRENT = (
    select(articles.c.record)
    .where(articles.c.current)
    .order_by(articles.c.day.is_(None), articles.c.day, articles.c.id)
)
_SOME = _CURRENT.where(articles.c.id.in_(bindparam("ids", expanding=True)))
_FORGET_EVENTS = delete(found_events).where(found_events.c.article == bindparam("of"))


def save_article(connection: Connection, article: Article, page: str) -> None:
    """Keep an article as the current revision; the earlier ones stay."""
    row = {
        "id": article.id,
        "revision": article.revision,
        "current": True,
        "page": page,
        "day": article.day.isoformat() if article.day else None,
        "record": pack(article),
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
    connection.execute(_KEEP_NOTES, {"article": noted.article, "record": squeeze(pack(noted))})
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
