"""Tells what kind of thing a file holds: by its first bytes, then by its name."""

from __future__ import annotations

import re
from typing import Literal

from wiredesk.collect.rules import SNIFF_BYTES

FileKind = Literal["html", "feed", "jsonl", "text", "unknown"]

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|div|p|title|script)[\s>/]", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
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
}


def file_kind(data: bytes, suffix: str) -> FileKind:
    """The kind of a file's content; `unknown` for what is no text at all."""
    start = data[:SNIFF_BYTES]
    named = _SUFFIXES.get(suffix.lower())
    if start.startswith(_UTF16):
        return "html" if named == "html" else "text"
    if b"\0" in start:
        return "unknown"
    if _FEED.search(start) and not _HTML.match(start.lstrip()):
        return "feed"
    if named:
        return named
    if start.lstrip().startswith((b"{", b"[")):
        return "jsonl"
    return "html" if _HTML.search(start) else "text"
