"""Markup: the one place that knows which HTML parser is in use (selectolax's lexbor)."""

from __future__ import annotations

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


def text_lines(node: Node) -> list[str]:
    """The texts within an element, one for each piece of markup."""
    return [line for piece in node.text(separator="\n").split("\n") if (line := squeeze(piece))]
