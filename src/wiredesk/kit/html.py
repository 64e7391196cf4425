"""Markup: the one place that knows which HTML parser is in use (turbohtml), and what its elements mean to a reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from turbohtml import Document, Element, Node, Text
from turbohtml import parse as _parse

from wiredesk.kit.text import squeeze

__all__ = [
    "BLOCKS",
    "HEADINGS",
    "HIDDEN",
    "INLINE",
    "Document",
    "Element",
    "Node",
    "Text",
    "attribute",
    "parse",
    "text_of",
    "visible_text",
]

HIDDEN = frozenset(
    {
        *("script", "style", "noscript", "template", "svg", "math", "iframe", "head", "select", "textarea", "object"),
        *("canvas", "audio", "video", "map", "datalist"),
    }
)
"""Elements whose text no reader sees as text."""

INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *(
            "img",
            "input",
            "ins",
            "kbd",
            "label",
            "mark",
            "nobr",
            "o:p",
            "picture",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
        ),
        *("small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
"""Elements within a line; every other one, unknown ones too, stands as a block."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

BLOCKS = HEADINGS | frozenset(
    {
        *("p", "ul", "ol", "figure", "figcaption", "section", "article", "header", "footer", "nav", "aside", "main"),
        *("blockquote", "table", "form", "pre", "dl"),
    }
)
"""Elements that a reader sees parted from what is around them by a blank line."""

_LINES = frozenset(
    {"div", "li", "tr", "td", "th", "dt", "dd", "br", "hr", "button", "option", "address", "time", "label"}
)


_ROOT = re.compile(r"<[hHbB][tToO][mMdD][lLyY](?=[\s/>])")  # "<html" and "<body": so spelt, it costs a quarter of (?i:)
_ROOTS = 16  # of 460 real pages none has more than 4, scripts included


def parse(text: str) -> Document:
    """Parse a page; broken markup is mended as browsers mend it. Time and memory grow with the length, however deep it
    nests.

    Each further `html` or `body` tag that brings a new attribute makes the parser copy all that the element has, and
    keep the old ones: 10,000 tags took 1.2 GB, 30,000 the machine. Those beyond the first few do nothing.
    """
    if more := next(islice(_ROOT.finditer(text), _ROOTS, None), None):
        text = text[: more.start()] + _ROOT.sub("<wbr", text[more.start() :])
    return _parse(text, positions=False)


def attribute(node: Element, name: str) -> str:
    """An attribute's value, "" if there is none."""
    return (node.attr(name) or "").strip()


def text_of(node: Node) -> str:
    """The text of an element on one line, words of neighbouring elements parted."""
    return squeeze(" ".join(node.strings))


def visible_text(document: Document) -> str:
    """The text that a reader sees, as a capture gives it: a line for each piece, a blank line between blocks."""
    pieces: list[str] = []
    waiting: list[Node | str] = [*reversed(_body(document))]
    while waiting:  # a stack and not a recursion: markup nests as deep as it likes
        node = waiting.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif isinstance(node, Text):
            pieces.append(_squeeze_inside(node.data))
        elif isinstance(node, Element):
            tag = node.tag
            if tag in HIDDEN or node.attr("hidden") is not None:
                continue
            mark = "\n\n" if tag in BLOCKS else "\n" if tag in _LINES else ""
            if mark:
                pieces.append(mark)
                if tag not in {"br", "hr"}:
                    waiting.append(mark)
            waiting.extend(reversed(node.children))
    lines = (_squeeze_inside(line).strip() for line in "".join(pieces).split("\n"))
    text = "\n".join(lines)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip()


def _body(document: Document) -> Sequence[Node]:
    body = document.select_one("body")
    return body.children if body is not None else document.children


def _squeeze_inside(text: str) -> str:
    """Runs of white space as one space, kept at the ends: they part words across elements."""
    if not text or text.isspace():
        return " " if text else ""
    inner = " ".join(text.split())
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"
