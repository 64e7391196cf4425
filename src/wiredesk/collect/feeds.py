"""Feeds: each entry becomes a page that names its day and address."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin

from wiredesk.types import Page, Problem


def read_feed(data: bytes, name: str, outlet: str | None = None, source: str | None = None) -> Iterator[Page | Problem]:
    """The entries of an RSS or Atom feed as `record` pages; a Problem if it is none or holds none."""
    from feedparser.api import parse

    feed: Any = parse(data, sanitize_html=False)  # type: ignore[no-untyped-call]
    if not feed.entries:
        why = f": {feed.bozo_exception}" if feed.get("bozo") else ""
        message = f"no entry can be read in this feed{why}" if feed.version else "this is no feed that can be read"
        yield Problem(stage="collect", source=name, message=message, hint="check that the file is RSS or Atom")
        return
    title = outlet or feed.feed.get("title") or None
    for entry in feed.entries:
        yield _page(entry, title, name, source, feed.feed.get("link"))


def _page(entry: Any, outlet: str | None, name: str, source: str | None, base: str | None) -> Page:
    printed = _printed(entry)
    link = _address(entry.get("link"), base)
    contents = [content.get("value", "") for content in entry.get("content", [])]
    record = {
        "url": link,
        "outlet": outlet,
        "headline": entry.get("title"),
        "byline": [author["name"] for author in entry.get("authors", []) if author.get("name")],
        "published": printed.isoformat() if printed else None,
        "html": max([*contents, entry.get("summary", "")], key=len),
    }
    return Page(
        kind="record",
        data=json.dumps(record, ensure_ascii=False, sort_keys=True).encode(),
        url=link,
        outlet=outlet,
        source=source,
        name=f"{name}: {link or entry.get('title') or 'entry'}",
        published=printed.date() if printed else None,
        published_by="feed",
    )


def _printed(entry: Any) -> datetime | None:
    """The entry's first publication as printed, in its own offset; in UTC where only the parser understands it."""
    printed = entry.get("published", "").strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(printed)
        except ValueError:
            continue
    parsed: time.struct_time | None = entry.get("published_parsed")
    return datetime(*parsed[:6], tzinfo=UTC) if parsed else None


def _address(link: str | None, base: str | None) -> str | None:
    """An entry's web address, joined to the feed's where it is relative; None for what is none."""
    if not link:
        return None
    try:
        whole = urljoin(base or "", link)
    except ValueError:
        return None
    return whole if whole.startswith(("http://", "https://")) else None
