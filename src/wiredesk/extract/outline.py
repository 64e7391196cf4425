"""A page taken apart in one walk over its tree: blocks of text with where they stand, and what its head says.

Every reader of HTML works on this outline; none walks the tree again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from wiredesk.kit.markup import HIDDEN, INLINE, Document, Element, Node, Text, parse

_DEEPEST = 200  # scopes; what nests deeper stands in the scope above: none of 460 real pages reaches it
_NAMED = re.compile(
    r"caption|credit|byline|author|writer|reporter|contributor|source|date|time|publish|posted|stamp|updated|kicker"
    r"|eyebrow|dateline|location|category|label|separator|share|comment"
)
_ALWAYS_APART = re.compile(r"caption|credit")
_PROSE = 80  # characters; a line that already has so many is a paragraph, and what is named within it belongs to it
_STAMPED = frozenset({"datepublished", "datemodified", "datecreated", "uploaddate", "dateposted"})
_NEVER_PARTED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre"})


@dataclass(slots=True, eq=False)
class Scope:
    """An element that holds blocks. `words`: its class, id, role, itemprop and data-testid, in lower case; `place`:
    its index among the scopes of the page; `end`: the index behind the last block within it."""

    place: int
    tag: str
    words: str
    parent: Scope | None
    depth: int
    first: int
    end: int = 0
    images: int = 0
    hidden: bool = False

    def chain(self) -> Iterator[Scope]:
        """This scope and those around it, innermost first."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.parent

    def covers(self, number: int) -> bool:
        """Whether a block, by its number, stands within."""
        return self.first <= number < self.end


@dataclass(slots=True, eq=False)
class Block:
    """A run of text between two breaks of line, on one line, white space squeezed.

    `tag`: the element that holds it directly, such as `p`, `li`, `figcaption`, or `span` of a name such as "caption";
    `linked`, `bold`: how many of its characters stand in links and in heavy type; `images`: how many pictures stand
    before it on the page; `href`: where its first link leads; `broken`: a `br` and not an element ended the line above
    it; `words`: those of the element itself (see `Scope`).
    """

    number: int
    text: str
    tag: str
    words: str
    scope: Scope
    linked: int
    bold: int
    images: int
    href: str
    broken: bool


@dataclass(slots=True, eq=False)
class Stamp:
    """An element that carries a moment: `time`, or one marked as a date of the article. `number`: of the block in which
    it stands, or of the next one; `value`: its attribute, "" if it has none; `text`: what the reader sees."""

    number: int
    tag: str
    words: str
    value: str
    text: str


@dataclass(slots=True, eq=False)
class Outline:
    """A page as its blocks in reading order, and its account of itself: `meta` by lower-case name, `structured` the raw
    texts of its JSON-LD, `links` (rel, href, type) of its head, `filed` the texts of the links that say what category
    the page is filed under."""

    blocks: list[Block] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    structured: list[str] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    filed: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""


def outline_of(text: str) -> Outline:
    """Take a page apart. Never raises for what the markup is; time grows with its length alone."""
    return _Walk(parse(text)).outline


@lru_cache(maxsize=8192)  # the same few names mark most elements of a site
def _is_named(words: str) -> bool:
    return _NAMED.search(words) is not None


@lru_cache(maxsize=8192)
def _always_apart(words: str) -> bool:
    return _ALWAYS_APART.search(words) is not None


def _words(element: Element) -> str:
    attribute = element.attr
    found = [
        value
        for value in (
            attribute("class"),
            attribute("id"),
            attribute("role"),
            attribute("itemprop"),
            attribute("data-testid"),
            attribute("data-component"),
        )
        if value
    ]
    return " ".join(found)[:400].lower() if found else ""


class _Walk:
    """The walk, and the line being gathered."""

    def __init__(self, document: Document) -> None:
        self.outline = Outline()
        self.pieces: list[str] = []
        self.length = 0
        self.linked = self.bold = self.images = 0
        self.href = ""
        self.broken = False
        root = Scope(place=0, tag="html", words="", parent=None, depth=0, first=0)
        self.outline.scopes.append(root)
        self.scope = root
        self.tag, self.own = "html", ""
        self.in_link = self.in_bold = 0
        self.closed_inline = False
        self._walk(document)
        self._flush()
        for scope in self.outline.scopes:
            scope.end = scope.end or len(self.outline.blocks)

    def _walk(self, document: Document) -> None:
        open_elements: list[tuple[Iterator[Node], Element | None, tuple[str, str, Scope] | None, str]] = [
            (iter(document.children), None, None, "")
        ]
        while open_elements:  # a stack and not a recursion: markup nests as deep as it likes
            children, element, outer, kind = open_elements[-1]
            for node in children:
                if type(node) is Text:
                    self._text(node.data)
                elif type(node) is Element:
                    entered = self._enter(node)
                    if entered is not None:
                        open_elements.append((iter(node.children), node, *entered))
                        break
            else:
                open_elements.pop()
                if element is not None:
                    self._leave(element, outer, kind)

    def _text(self, data: str) -> None:
        if self.length or not data.isspace():
            self.pieces.append(data)
            size = len(data)
            self.length += size
            if self.in_link or self.in_bold:
                size = len(data.strip())
                if self.in_link:
                    self.linked += size
                if self.in_bold:
                    self.bold += size
        self.closed_inline = False

    def _enter(self, element: Element) -> tuple[tuple[str, str, Scope] | None, str] | None:
        """Go into an element: what to return to behind it, and how; None where nothing is read within."""
        tag = element.tag
        if tag in HIDDEN:
            self._unseen(element, tag)
            return ((self.tag, self.own, self.scope), "head") if tag == "head" else None
        if tag in {"br", "hr"}:
            self._flush()
            self.broken = tag == "br"
            return None
        if tag in {"meta", "link", "title", "html", "img", "source", "input", "wbr"}:
            return self._void(element, tag)
        if tag in INLINE:
            return self._enter_inline(element, tag)
        return self._enter_block(element, tag)

    def _void(self, element: Element, tag: str) -> tuple[tuple[str, str, Scope] | None, str] | None:
        outline = self.outline
        if tag == "html":
            outline.language = (element.attr("lang") or element.attr("xml:lang") or "").strip()
            return None, "html"
        if tag == "img":
            self.images += 1
            self.scope.images += 1
        elif tag == "title":
            outline.title = outline.title or " ".join(element.text.split())
        elif tag == "link":
            outline.links.append(
                ((element.attr("rel") or "").lower(), element.attr("href") or "", element.attr("type") or "")
            )
        elif tag == "meta":
            value = element.attr("content")
            name = element.attr("property") or element.attr("name") or element.attr("itemprop")
            name = name or element.attr("http-equiv")
            if value and name:
                outline.meta.setdefault(name.strip().lower(), []).append(" ".join(value.split()))
        return None

    def _unseen(self, element: Element, tag: str) -> None:
        if tag == "script" and "ld+json" in (element.attr("type") or "").lower():
            self.outline.structured.append(element.text)

    def _enter_inline(self, element: Element, tag: str) -> tuple[tuple[str, str, Scope] | None, str]:
        kind = ""
        outer: tuple[str, str, Scope] | None = None
        if tag == "a":
            self.in_link += 1
            self.href = self.href or element.attr("href") or "#"
            if (relation := element.attr("rel")) and "category" in relation.lower().split():
                self.outline.filed.append(" ".join(" ".join(element.strings).split())[:100])
        elif tag in {"b", "strong"}:
            self.in_bold += 1
        words = _words(element) if tag not in {"b", "strong", "i", "em", "u"} else ""
        if tag == "time" or (words and _is_named(words)):
            value = element.attr("datetime") or element.attr("content") or element.attr("title") or ""
            stamped = tag == "time" or (value and any(word in _STAMPED for word in words.split()))
            if stamped or (value and "published" in words):
                shown = " ".join(" ".join(element.strings).split())[:200]
                self.outline.stamps.append(
                    Stamp(number=len(self.outline.blocks), tag=tag, words=words, value=value, text=shown)
                )
            if self.length < _PROSE or _always_apart(words):
                self._flush()
                outer, kind = (self.tag, self.own, self.scope), "apart"
                self.tag, self.own = tag, words
        if self.closed_inline and self.pieces and self.tag not in _NEVER_PARTED:
            self.pieces.append(" ")
        self.closed_inline = False
        return outer, kind or "inline"

    def _enter_block(self, element: Element, tag: str) -> tuple[tuple[str, str, Scope] | None, str]:
        self._flush()
        outer = (self.tag, self.own, self.scope)
        words = _words(element)
        if "date" in words and (value := element.attr("content") or element.attr("datetime") or element.attr("title")):
            if any(word in _STAMPED for word in words.split()):
                shown = " ".join(" ".join(element.strings).split())[:200]
                self.outline.stamps.append(
                    Stamp(number=len(self.outline.blocks), tag=tag, words=words, value=value, text=shown)
                )
        self.tag, self.own = tag, words
        if self.scope.depth < _DEEPEST:
            style = element.attr("style") or ""
            hidden = (
                self.scope.hidden
                or element.attr("hidden") is not None
                or ("none" in style and re.search(r"display\s*:\s*none", style, re.IGNORECASE) is not None)
            )
            scopes = self.outline.scopes
            self.scope = Scope(
                place=len(scopes), tag=tag, words=words, parent=self.scope, depth=self.scope.depth + 1,
                first=len(self.outline.blocks), hidden=hidden,
            )  # fmt: skip
            scopes.append(self.scope)
        return outer, "block"

    def _leave(self, element: Element, outer: tuple[str, str, Scope] | None, kind: str) -> None:
        tag = element.tag
        if kind in {"block", "apart"}:
            self._flush()
        if kind == "block" and outer is not None and self.scope is not outer[2]:
            self.scope.end = len(self.outline.blocks)
            outer[2].images += self.scope.images
        if outer is not None:
            self.tag, self.own, self.scope = outer
        if kind in {"inline", "apart"}:
            if tag == "a":
                self.in_link -= 1
            elif tag in {"b", "strong"}:
                self.in_bold -= 1
            self.closed_inline = True

    def _flush(self) -> None:
        """End the line being gathered; it becomes a block if it has any text."""
        if self.pieces:
            if text := " ".join("".join(self.pieces).split()):
                blocks = self.outline.blocks
                blocks.append(
                    Block(
                        number=len(blocks),
                        text=text,
                        tag=self.tag,
                        words=self.own,
                        scope=self.scope,
                        linked=self.linked,
                        bold=self.bold,
                        images=self.images,
                        href=self.href,
                        broken=self.broken,
                    )  # fmt: skip
                )
                self.broken = False
            self.pieces = []
        self.length = self.linked = self.bold = 0
        self.href = ""
        self.closed_inline = False
