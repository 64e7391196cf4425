"""JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from wiredesk.collect.entries import Entry, Feed, read_moment, web_link
from wiredesk.collect.problems import problem

_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version\\?/1')


def is_json_feed(data: bytes) -> bool:
    """Whether the bytes are one JSON object that calls itself a JSON Feed; an export may name its version last."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _VERSION.search(data) is not None


def read_json_feed(data: bytes, name: str, address: str | None = None) -> Feed:
    """Read a feed. An item that is no object is left out and told."""
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError) as error:
        told = f"this JSON Feed is broken, and no entry of it can be read: {error}"
        return Feed(problems=(problem(name, told, "nothing of it is kept; fetch it anew, or tell the outlet"),))
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        return Feed(problems=(problem(name, "no entry can be read in this feed", "it may be empty; look at it"),))
    base = web_link(_text(feed.get("home_page_url")), address) or address
    entries = tuple(_entry(item, base) for item in items if isinstance(item, dict))
    problems = []
    if len(entries) < len(items):
        told = f"{len(items) - len(entries)} of its {len(items)} items are no JSON objects"
        problems.append(problem(name, told, "tell the outlet; the others are read"))
    return Feed(title=_text(feed.get("title")), entries=entries, problems=tuple(problems))


def _entry(item: dict[str, Any], base: str | None) -> Entry:
    markup, plain = _text(item.get("content_html")), _text(item.get("content_text"))
    content = markup or (_paragraphs(plain) if plain else None)
    summary = _text(item.get("summary"))
    authors = item.get("authors") or [item.get("author")]
    identity = _text(item.get("id"))
    return Entry(
        link=web_link(_text(item.get("url")), base) or web_link(identity, None),
        headline=_text(item.get("title")),
        byline=tuple(
            name for author in _list(authors) if isinstance(author, dict) and (name := _text(author.get("name")))
        ),
        sections=tuple(tag for one in _list(item.get("tags")) if (tag := _text(one))),
        printed=read_moment(_text(item.get("date_published"))),
        updated=read_moment(_text(item.get("date_modified"))),
        html=content or (html.escape(summary, quote=False) if summary else ""),
        full=content is not None,
    )


def _paragraphs(plain: str) -> str:
    return "".join(f"<p>{html.escape(part, quote=False)}</p>" for part in re.split(r"\n\s*\n", plain) if part.strip())


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
