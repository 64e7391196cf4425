"""The text of a record: paragraphs however they are nested, and markup where an export left it in."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from wiredesk.kit.text import squeeze

_TAGS = (
    "p|br|hr|div|span|a|b|i|u|em|strong|small|font|h[1-6]|ul|ol|li|blockquote|figure|figcaption|img|section|article"
    "|table"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:p|br|div|li|section|article|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ESCAPED = re.compile(r"&lt;/?(?:p|br|div|a|b|em|strong|span)\b.{0,300}?&gt;", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[a-zA-Z]{2,8}\d?);")
_PAGE = re.compile(r"<(?:!doctype|html|body)\b", re.IGNORECASE)
_WANTED = "text, or a list of paragraphs"
Text = tuple[tuple[str, ...], tuple[str, ...]]
"""Paragraphs and captions."""


def plain_line(text: str) -> str:
    """A line without markup and entities: titles of feeds carry both."""
    if _ENTITY.search(text):
        text = html.unescape(text)
    return squeeze(_TAG.sub(" ", text) if _TAG.search(text) else text)


def read_text(value: Any) -> tuple[Text | None, str | None]:
    """Paragraphs and captions of a text field, and what was expected where part of it cannot be read. Paragraphs are
    parted by blank lines; where there are none, by line breaks. Fundus nests sections."""
    paragraphs: list[str] = []
    captions: list[str] = []
    usable = True
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            found = _markup(item) if _TAG.search(item) or _ESCAPED.search(item) else (_paragraphs(item), ())
            paragraphs += found[0]
            captions += found[1]
        elif isinstance(item, (list, tuple)):
            waiting += reversed(item)
        elif isinstance(item, Mapping):
            keys = ("summary", "headline", "text", "paragraphs", "sections")
            waiting += [item[key] for key in reversed(keys) if item.get(key)]
        else:
            usable = False
    text = (tuple(paragraphs), tuple(captions)) if paragraphs or captions else None
    return text, None if usable else _WANTED


def read_markup(value: Any) -> tuple[Text | None, str | None]:
    """Paragraphs and captions of a field that holds HTML."""
    return (_markup(value), None) if isinstance(value, str) else (None, "HTML as text")


def is_page(value: Any) -> bool:
    """Whether a text is a whole web page, menus and all."""
    return isinstance(value, str) and _PAGE.search(value[:2000]) is not None


def _markup(text: str) -> Text:
    from wiredesk.extract.pages.html_page import read_fragment

    if not _TAG.search(text) and _ESCAPED.search(text):  # escaped once too often
        text = html.unescape(text)
    if not _BLOCK.search(text):  # blank lines part the paragraphs of some systems, and tags only letters
        text = re.sub(r"\r?\n\s*\n", "<br><br>", text)
    return read_fragment(text)


def _paragraphs(text: str) -> tuple[str, ...]:
    if _ENTITY.search(text):
        text = html.unescape(text)
    text = text.replace("\r\n", "\n")
    parts = re.split(r"\n\s*\n", text)
    if len(parts) == 1:
        parts = text.split("\n")
    return tuple(line for part in parts if (line := squeeze(part)))
