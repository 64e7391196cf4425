"""Feeds: RSS and Atom by feedparser, JSON Feed 1 and 1.1."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from wiredesk.collect.entries import Entry, Feed, entry_page, read_moment, web_link
from wiredesk.collect.json_feed import is_json_feed, read_json_feed
from wiredesk.collect.problems import problem
from wiredesk.collect.rules import SECTION_WORDS
from wiredesk.collect.sniff import file_kind
from wiredesk.kit.text import decode
from wiredesk.types import Page, Problem

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_BEHIND_DASH = re.compile(r"(?P<name>.*\S)\s+[-–—|]\s+(?P<last>[^-–—|]*\S)\s*")


def read_feed(data: bytes, name: str, outlet: str | None = None, source: str | None = None) -> Iterator[Page | Problem]:
    """The entries of a feed file as `record` pages, with the problems of reading it."""
    feed = parse_feed(data, name)
    yield from feed.problems
    for entry in feed.entries:
        yield entry_page(entry, outlet or entry.outlet or feed.title, source, name)


def parse_feed(data: bytes, name: str, address: str | None = None, charset: str | None = None) -> Feed:
    """Read a feed of any of the formats; relative links are joined to its `address`. Never raises."""
    if is_json_feed(data):
        return read_json_feed(data, name, address)
    if file_kind(data, "") == "html":
        return Feed(problems=(_web_page(data, name, address, charset),))
    from feedparser.api import parse as parse_xml

    headers = {"content-location": address} if address else {}
    if charset:
        headers["content-type"] = f"application/xml; charset={charset}"
    try:  # as a stream: feedparser takes bytes for the name of a file first
        found: Any = parse_xml(io.BytesIO(data), response_headers=headers, sanitize_html=False)  # type: ignore[no-untyped-call]
    except Exception as error:  # noqa: BLE001 - its parsers for dates and markup raise many kinds
        return Feed(problems=(problem(name, f"this feed cannot be read: {error}", "tell the outlet"),))
    home = web_link(found.feed.get("link"), address)
    read = (_entry(entry, home or address, found.get("version") or "") for entry in found.entries)
    entries = tuple(entry for entry in read if entry.link or entry.headline or entry.html)
    return Feed(
        title=_without_section(found.feed.get("title")), entries=entries, problems=tuple(_troubles(found, name))
    )


def _without_section(title: str | None) -> str | None:
    """A feed's title without the section behind a dash: "Harbour Courier - World" is the outlet's feed of the world."""
    parted = _BEHIND_DASH.fullmatch(title or "")
    return (parted["name"] if parted and parted["last"].lower() in SECTION_WORDS else title) or None


def _troubles(found: Any, name: str) -> Iterator[Problem]:
    broken = found.get("bozo_exception") if found.get("bozo") else None
    why = f": {broken}" if broken else ""
    if not found.entries and not found.get("version"):
        yield problem(name, f"this is no feed that can be read{why}", "check that it is RSS, Atom or JSON Feed")
    elif not found.entries:
        yield problem(name, f"no entry can be read in this feed{why}", "it may be empty for now; look at it")
    elif type(broken).__name__ in {"SAXParseException", "UndeclaredNamespace"}:
        usable = sum(1 for entry in found.entries if entry.get("link") or entry.get("summary") or entry.get("content"))
        counted = "one entry" if usable == 1 else f"{usable or 'no'} entries"
        told = f"its XML is broken{why}; {counted} could be read in part or whole"
        yield problem(name, told, "nothing to do, unless entries are missing; tell the outlet")


def _web_page(data: bytes, name: str, address: str | None, charset: str | None) -> Problem:
    """That a web page came in a feed's place; the feed that it names is the likely cure."""
    from wiredesk.kit.html import attribute, parse

    document = parse(decode(data, charset).text)
    named = [
        link
        for node in document.select("link[rel~=alternate]")
        if attribute(node, "type").lower() in _FEED_TYPES and (link := web_link(attribute(node, "href"), address))
    ]
    if document.select_one("input[type=password]") is not None:
        return problem(name, "this is a login page, no feed", "log in and look for a feed's address of your own")
    hint = f"the page names its feed: {named[0]}" if named else "look for the feed's address on the outlet's site"
    return problem(name, "this is a web page, no feed", hint)


def _entry(entry: Any, base: str | None, version: str) -> Entry:
    contents = [content.get("value") or "" for content in entry.get("content", [])]
    summary = entry.get("summary") or ""
    html = max([*contents, summary], key=len)
    updated = _moment(entry, "updated")
    printed = _moment(entry, "published")
    if printed is None and not version.startswith("atom"):
        printed, updated = updated, None  # RSS 1.0 gives its one day as dc:date, which feedparser calls updated
    return Entry(
        link=web_link(entry.get("link"), base),
        headline=entry.get("title") or None,
        byline=tuple(author["name"] for author in entry.get("authors", []) if author.get("name")),
        sections=tuple(dict.fromkeys(tag["term"].strip() for tag in entry.get("tags", []) if tag.get("term"))),
        outlet=(entry.get("source") or {}).get("title") or None,
        printed=printed,
        updated=updated,
        html=html,
        full=any(contents) and html in contents,
    )


def _moment(entry: Any, field: str) -> date | None:
    """A moment as printed, in its own offset; in UTC where only the parser understands it."""
    if found := read_moment(entry.get(field)):
        return found
    parsed: time.struct_time | None = entry.get(f"{field}_parsed")
    try:
        return datetime(*parsed[:6], tzinfo=UTC) if parsed else None
    except ValueError:
        return None
