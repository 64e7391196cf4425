"""Tells what kind of thing a file holds: by its first bytes, then by its name."""

from __future__ import annotations

import re
from typing import Literal

from wiredesk.collect.json_feed import is_json_feed
from wiredesk.collect.rules import SNIFF_BYTES

FileKind = Literal["html", "feed", "jsonl", "mail", "mbox", "opml", "sitemap", "text", "unknown"]

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|div|p|title|script)[\s>/]", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OPML = re.compile(rb"<opml[\s>]", re.IGNORECASE)
_SITEMAP = re.compile(rb"<(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
_MBOX = re.compile(rb"\s*From \S+.{0,60}\d\d:\d\d.{0,40}\r?\n>?[A-Za-z][\w-]*:")
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
_TRANSPORT = frozenset(
    {b"mime-version", b"message-id", b"received", b"return-path", b"dkim-signature", b"delivered-to", b"list-id"}
)
_SUFFIXES: dict[str, FileKind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".opml": "opml",
    ".eml": "mail",
    ".mbox": "mbox",
    ".mbx": "mbox",
}


def file_kind(data: bytes, suffix: str) -> FileKind:
    """The kind of a file's content; `unknown` for what is no text at all."""
    start = data[:SNIFF_BYTES]
    named = _SUFFIXES.get(suffix.lower())
    if start.startswith(_UTF16):
        return "html" if named == "html" else "text"
    if named in {"mail", "mbox"} and (_MBOX.match(start) or _HEADER.match(start.lstrip())):
        return "mbox" if _MBOX.match(start) else named  # a part may be broken, and the mail can be read
    if b"\0" in start:
        return "unknown"
    if kind := _markup_kind(start):
        return kind
    if is_json_feed(data):
        return "feed"
    if _MBOX.match(start):
        return "mbox"
    if named:
        return named
    if is_mail(data):
        return "mail"
    if start.lstrip().startswith((b"{", b"[")):
        return "jsonl"
    return "html" if _HTML.search(start) else "text"


def _markup_kind(start: bytes) -> FileKind | None:
    if not start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or _HTML.match(start.lstrip()):
        return "feed" if _FEED.search(start) and not _HTML.match(start.lstrip()) else None
    kinds: tuple[tuple[re.Pattern[bytes], FileKind], ...] = ((_OPML, "opml"), (_SITEMAP, "sitemap"), (_FEED, "feed"))
    found = [(match.start(), kind) for pattern, kind in kinds if (match := pattern.search(start))]
    return min(found)[1] if found else None


def is_mail(data: bytes) -> bool:
    """Whether the bytes begin with a mail's header as programs that carry mail write it: a forwarded mail that somebody
    copied out has From and Subject, too, and is a text."""
    head = re.split(rb"\r?\n\r?\n", data[: 16 * SNIFF_BYTES].lstrip(), maxsplit=1)[0]
    first = head.partition(b"\n")[0]
    if not _HEADER.match(first):
        return False
    names = {name.lower() for name in _HEADER.findall(head)}
    return bool(names & _TRANSPORT) and bool(names & {b"from", b"date", b"subject"})
