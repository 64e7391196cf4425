"""Markup: the one place that knows which HTML parser is in use (selectolax's lexbor)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wiredesk.kit.text import squeeze

Node = LexborNode


@dataclass(frozen=True, kw_only=True)
class Document:
    """A parsed page."""

    tree: LexborHTMLParser

    def all(self, css: str) -> list[Node]:
        """Elements that match a selector, in document order."""
        return list(self.tree.css(css))

    def first(self, css: str) -> Node | None:
        """The first element that matches."""
        return self.tree.css_first(css)


def parse(text: str) -> Document:
    """Parse a page; broken markup is mended as browsers mend it."""
    return Document(tree=LexborHTMLParser(text))


def attribute(node: Node, name: str) -> str:
    """An attribute's value, "" if there is none."""
    return (node.attributes.get(name) or "").strip()


def text_of(node: Node) -> str:
    """The text of an element on one line, words of neighbouring elements parted."""
    return squeeze(node.text(separator=" "))


_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "head", "select", "textarea"})
_PARAGRAPHS = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "figure", "figcaption", "section", "article", "header"),
        *("footer", "nav", "aside", "main", "blockquote", "table", "form", "pre", "dl"),
    }
)
_LINES = frozenset(
    {"div", "li", "tr", "td", "th", "dt", "dd", "br", "hr", "button", "option", "address", "time", "label"}
)


def visible_text(document: Document) -> str:
    """The text that a reader sees, as a capture gives it: a line for each piece, a blank line between blocks."""
    pieces: list[str] = []
    root = document.tree.body
    waiting = [root] if root is not None else []
    closing: list[tuple[int, str]] = []
    while waiting:  # a stack and not a recursion: real pages nest a thousand deep
        node = waiting.pop()
        while closing and closing[-1][0] > len(waiting):
            pieces.append(closing.pop()[1])
        if node.tag == "-text":
            pieces.append(_squeeze_inside(node.text_content or ""))
            continue
        if not node.is_element_node or node.tag in _HIDDEN or "hidden" in node.attributes:
            continue
        mark = "\n\n" if node.tag in _PARAGRAPHS else "\n" if node.tag in _LINES else ""
        pieces.append(mark)
        children = []
        child = node.child
        while child is not None:
            children.append(child)
            child = child.next
        closing.append((len(waiting), "" if node.tag in {"br", "hr"} else mark))
        waiting.extend(reversed(children))
    text = "".join(pieces) + "".join(mark for _, mark in reversed(closing))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" *\n *", "\n", text)).strip()


def _squeeze_inside(text: str) -> str:
    """Runs of white space as one space, kept at the ends: they part words across elements."""
    return re.sub(r"\s+", " ", text)


def text_lines(node: Node) -> list[str]:
    """The texts within an element, one for each piece of markup."""
    return [line for piece in node.text(separator="\n").split("\n") if (line := squeeze(piece))]
