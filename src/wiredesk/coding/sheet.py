"""The sheet that a coder fills: one line an article, with its text and a place for the records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from wiredesk.coding.records import Coded, Record, record_of
from wiredesk.types import Article, Event


def sheet_line(article: Article, events: Sequence[Event] | None) -> str:
    """One line of JSON for an article; with the machine's `events` to mend, or None to be coded blind.

    `text` has the parts as their citations name them. `events` is null until somebody codes the article.
    """
    line: dict[str, Any] = {
        "article": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline,
        "published": article.day.isoformat() if article.day else None,
        "text": {part: article.part(part) for part in article.parts()},
        "coder": None,
        "events": None if events is None else [_plain(record_of(event)) for event in events],
    }
    return msgspec.json.encode(line).decode()


def coded_line(coded: Coded) -> str:
    """One line of JSON for an article's records, such as those that were adjudicated."""
    plain = [_plain(record) for record in coded.records]
    return msgspec.json.encode({"article": coded.article, "coder": coded.coder, "events": plain}).decode()


def records_json(coded: Coded) -> str:
    """An article's records as JSON."""
    return msgspec.json.encode([_plain(record) for record in coded.records]).decode()


def _plain(record: Record) -> Any:
    return msgspec.to_builtins(record)
