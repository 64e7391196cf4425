"""Pages: raw bytes, kept before anything reads them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from sqlalchemy import Connection, RowMapping, bindparam, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from wiredesk.kit.ids import article_id, mint
from wiredesk.store.records import squeeze, unsqueeze
from wiredesk.store.tables import pages, pending
from wiredesk.types import Page

_LEVEL = 4
"""Keeps a news page in a fifth of its size in 0.6 of the time that level 6 takes."""
Outcome = Literal["new", "revision", "known"]


# Made once: for a page of a few kilobytes the making costs more than the asking.
_STANDS = select(pages.c.id).where(pages.c.id == bindparam("page"))
_SAME = (
    select(pages.c.revision).where(pages.c.article == bindparam("of"), pages.c.digest == bindparam("bytes")).limit(1)
)
_NEWEST_REVISION = select(func.max(pages.c.revision)).where(pages.c.article == bindparam("of"))
_NEWEST = (
    select(pages)
    .where(pages.c.article == bindparam("of"))
    .order_by(pages.c.teaser, pages.c.via.is_not(None), pages.c.revision.desc(), pages.c.id)
    .limit(1)
)
_OWN = select(pages.c.id).where(pages.c.article == bindparam("of"), pages.c.via.is_(None)).limit(1)
_KEEP = insert(pages)
_LIST = upsert(pending).on_conflict_do_nothing()


def add_page(connection: Connection, page: Page, now: datetime) -> Outcome:
    """Keep a page and put its article on the list of work.

    `known`: these bytes stood there already from that source, or are a newsletter's about an article of which the desk
    has the outlet's own words: they are kept and change nothing. `revision`: new bytes for a known article.
    """
    article = article_id(page.url, page.data)
    digest = hashlib.blake2b(page.data, digest_size=16).hexdigest()
    page_id = mint("g", page.source or "", article, digest)
    if connection.execute(_STANDS, {"page": page_id}).scalar() is not None:
        return "known"
    same = connection.execute(_SAME, {"of": article, "bytes": digest}).scalar()
    newest = connection.execute(_NEWEST_REVISION, {"of": article}).scalar()
    row = {
        "id": page_id,
        "article": article,
        "revision": same or (newest or 0) + 1,
        "kind": page.kind,
        "url": page.url,
        "outlet": page.outlet,
        "source": page.source,
        "name": page.name,
        "charset": page.charset,
        "fetched": page.fetched.isoformat() if page.fetched else None,
        "published": page.published.isoformat() if page.published else None,
        "published_by": page.published_by,
        "digest": digest,
        "size": len(page.data),
        "data": squeeze(page.data, _LEVEL),
        "added": now.isoformat(),
        "teaser": page.teaser,
        "via": page.via,
    }
    told_by_its_own = page.via is not None and connection.execute(_OWN, {"of": article}).scalar() is not None
    connection.execute(_KEEP, row)
    if same or told_by_its_own:  # the same bytes from another source, or words that rank behind: nothing new to read
        return "known"
    connection.execute(_LIST, {"stage": "extract", "article": article})
    return "revision" if newest else "new"


def newest_page(connection: Connection, article: str) -> tuple[str, int, Page]:
    """Page id, revision number and page of an article's newest revision. Raises KeyError for an unknown article.

    A teaser is the newest only as long as the page that it speaks of did not come, and a newsletter's words only as
    long as nothing of the outlet's own did, whatever the order of arrival.
    """
    row = connection.execute(_NEWEST, {"of": article}).mappings().first()
    if row is None:
        raise KeyError(article)
    return row["id"], row["revision"], _page(row)


def articles_of_pages(connection: Connection) -> Sequence[str]:
    """Ids of all articles that a page stands for, in order."""
    return connection.execute(select(pages.c.article).distinct().order_by(pages.c.article)).scalars().all()


def _page(row: RowMapping) -> Page:
    return Page(
        kind=row["kind"],
        data=unsqueeze(row["data"]),
        url=row["url"],
        outlet=row["outlet"],
        source=row["source"],
        name=row["name"],
        charset=row["charset"],
        fetched=datetime.fromisoformat(row["fetched"]) if row["fetched"] else None,
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        published_by=row["published_by"],
        teaser=row["teaser"],
        via=row["via"],
    )
