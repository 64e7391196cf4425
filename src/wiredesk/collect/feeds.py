"""Feeds: each entry becomes a page that names its day and address."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

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
        yield _page(entry, title, name, source)


def _page(entry: Any, outlet: str | None, name: str, source: str | None) -> Page:
    day, instant = _when(entry)
    contents = [content.get("value", "") for content in entry.get("content", [])]
    record = {
        "url": entry.get("link"),
        "outlet": outlet,
        "headline": entry.get("title"),
        "byline": [author["name"] for author in entry.get("authors", []) if author.get("name")],
        "published": instant,
        "html": max([*contents, entry.get("summary", "")], key=len),
    }
    return Page(
        kind="record",
        data=json.dumps(record, ensure_ascii=False, sort_keys=True).encode(),
        url=entry.get("link"),
        outlet=outlet,
        source=source,
        name=f"{name}: {entry.get('link') or entry.get('title') or 'entry'}",
        published=day,
        published_by="feed",
    )


def _when(entry: Any) -> tuple[date | None, str | None]:
    """The day as printed in the feed's own offset and the instant in UTC; the entry's first publication only."""
    parsed: time.struct_time | None = entry.get("published_parsed")
    if parsed is None:
        return None, None
    instant = datetime(*parsed[:6], tzinfo=UTC)
    return _printed_day(entry.get("published", "")) or instant.date(), instant.isoformat()


def _printed_day(printed: str) -> date | None:
    from email.utils import parsedate_to_datetime

    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(printed.strip()).date()
        except ValueError:
            continue
    return None
