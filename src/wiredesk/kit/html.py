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
# Elements that end by themselves, or hold nothing: leaving them open nests nothing.
_NO_DEPTH = frozenset(
    {
        *("p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "rt"),
        *("rp", "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"),
        *("wbr", "html", "head", "body"),
    }
)
_MAX_DEPTH = 200  # elements; parsers take its square in time, lxml stops at 256; none of 115 real pages reaches it
_TAG = re.compile(r"<(?:(/?)([a-zA-Z][\w:-]*)[^<>]*>|!--)|-->")
_RAW = frozenset({"script", "style", "textarea", "title"})


_NAME = re.compile(r"(/?)([a-zA-Z][\w:-]*)")


def _deep(text: str) -> bool:
    """Whether tags may nest deeper than `flattened` lets them: its reading of them, from one "<" to the next, in half
    the time."""
    names: dict[str, tuple[str, str]] = {}
    open_tags: dict[str, int] = {}
    depth = 0
    raw = ""
    pieces = iter(text.split("<"))
    next(pieces)
    for piece in pieces:
        end = piece.find(">")
        close = name = ""
        if end >= 0:
            key = piece[:end].split(" ", 1)[0]
            if key not in names:
                found = _NAME.match(key)
                names[key] = (found[1], found[2].lower()) if found else ("", "")
            close, name = names[key]
        if raw == "-->":
            if raw in (piece[end + 1 :] if name else piece.removeprefix("!--")):
                raw = ""
        elif raw:
            if close and name == raw:
                raw = ""
        elif not name:
            if piece.startswith("!--") and "-->" not in piece[3:]:
                raw = "-->"
        elif name in _RAW and not close:
            raw = name
        elif name not in _NO_DEPTH and piece[end - 1] != "/":
            if not close:
                open_tags[name] = open_tags.get(name, 0) + 1
                depth += 1
                if depth > _MAX_DEPTH:
                    return True
            elif open_tags.get(name):
                open_tags[name] -= 1
                depth -= 1
    return False


def flattened(text: str) -> str:
    """The page with tags left out that nest deeper than any reader needs: 100,000 nested `div` would take a minute.
    A block left out becomes a line break. A page of usual depth comes back as it is."""
    if not _deep(text):
        return text
    open_tags: dict[str, int] = {}
    dropped: dict[str, int] = {}
    pieces: list[str] = []
    depth = position = 0
    raw = ""  # the element (or comment) whose content is no markup
    for found in _TAG.finditer(text):
        name = (found[2] or found[0]).lower()
        if raw:
            if name == raw and (found[1] or name == "-->"):
                raw = ""
        elif name in _RAW and not found[1]:
            raw = name
        elif name == "<!--":
            raw = "-->"
        elif found[2] and name not in _NO_DEPTH and not found[0].endswith("/>"):
            drop = False
            if found[1]:
                if dropped.get(name):
                    dropped[name] -= 1
                    drop = True
                elif open_tags.get(name):
                    open_tags[name] -= 1
                    depth -= 1
            elif depth >= _MAX_DEPTH:
                dropped[name] = dropped.get(name, 0) + 1
                drop = True
            else:
                open_tags[name] = open_tags.get(name, 0) + 1
                depth += 1
            if drop:
                pieces.append(text[position : found.start()])
                if name in _PARAGRAPHS | _LINES and pieces[-1].strip():
                    pieces.append("<br>")
                position = found.end()
    return "".join(pieces) + text[position:] if pieces else text


def parse(text: str) -> Document:
    """Parse a page; broken markup is mended as browsers mend it."""
    return Document(tree=LexborHTMLParser(text))


def attribute(node: Node, name: str) -> str:
    """An attribute's value, "" if there is none."""
    return (node.attributes.get(name) or "").strip()


def text_of(node: Node) -> str:
    """The text of an element on one line, words of neighbouring elements parted."""
    return squeeze(node.text(separator=" "))


def opens(node: Node, text: str, length: int) -> bool:
    """Whether a text begins with the first characters of `text_of`, if there are any: all the text of an element that
    holds half a page need not be gathered."""
    gathered = ""
    for piece in node.traverse(include_text=True, skip_empty=True):
        if piece.tag == "-text" and (line := squeeze(piece.text_content or "")):
            gathered = f"{gathered} {line}" if gathered else line
            if len(gathered) > length:
                return text.startswith(gathered[:length])
            if not text.startswith(gathered):
                return False
    return bool(gathered)


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
