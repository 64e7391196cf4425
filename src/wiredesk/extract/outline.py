"""A page taken apart in one walk over its tree: blocks of text with where they stand, and what its head says.

Every reader of HTML works on this outline; none walks the tree again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from wiredesk.kit.html import HIDDEN, INLINE, Document, Element, Text, parse

_DEEPEST = 200  # scopes; what nests deeper stands in the scope above: none of 460 real pages reaches it
_NAMED = re.compile(
    r"caption|credit|byline|author|writer|reporter|contributor|source|date|time|publish|posted|stamp|updated|kicker"
    r"|eyebrow|dateline|location|category|label|separator|share|comment"
)
_ALWAYS_APART = re.compile(r"caption|credit")
_PROSE = 80  # characters; a line that already has so many is a paragraph, and what is named within it belongs to it
_MOST_STAMPS = 300  # of a page, in its order: of 460 real pages none has more than 34
_STAMP_PIECES, _STAMP_LENGTH = 30, 200  # pieces of text and characters of one
_STAMPED_TEXT = 1_000_000  # characters read of all: stamps within stamps may each hold one piece of megabytes
_STAMPED = frozenset({"datepublished", "datemodified", "datecreated", "uploaddate", "dateposted"})
_VOID = frozenset({"img", "input", "source", "wbr"})
_BOLD = frozenset({"b", "strong"})
_STYLE = frozenset({"b", "strong", "i", "em", "u", "sup", "sub"})
_APART = HIDDEN | {"br", "hr", "meta", "link", "title", "html"}
# Taken out of the tree before the walk: of the elements of 93 real pages 41 in 100, for a tenth of what it costs to
# walk through them. Menus, and what no reader sees; breadcrumbs and JSON-LD stay.
_UNREAD = (
    "nav:not([class*=crumb]):not([aria-label*=crumb i]),footer ul,ul[class*=menu],ul[class*=nav],"
    "script:not([type*=json i]),style,noscript,svg,iframe,template,select"
)
_HIDDEN_BY_STYLE = '[hidden],[style*="display:none" i],[style*="display: none" i]'
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


def outline_of(text: str, remove: str = "") -> Outline:
    """Take a page apart, without what the selectors `remove` match. Never raises for the markup; linear in length."""
    document = parse(text)
    document.remove(f"{_UNREAD},{remove}" if remove else _UNREAD)
    return _Walk(document).outline


@lru_cache(maxsize=8192)  # the same few names mark most elements of a site
def _is_named(words: str) -> bool:
    return _NAMED.search(words) is not None


@lru_cache(maxsize=8192)
def _always_apart(words: str) -> bool:
    return _ALWAYS_APART.search(words) is not None


def _words(element: Element) -> str:
    attribute = element.attr
    found = attribute("class") or ""
    if value := attribute("id"):
        found = f"{found} {value}"
    if value := attribute("role"):
        found = f"{found} {value}"
    if value := attribute("itemprop"):
        found = f"{found} {value}"
    if value := attribute("data-testid"):
        found = f"{found} {value}"
    return found[:400].lower()


class _Walk:
    """The walk, and the line being gathered.

    One loop and few calls: it meets every node of every page, some two thousand each, and is most of the cost of
    reading one beside the parsing.
    """

    def __init__(self, document: Document) -> None:
        self.outline = Outline()
        self.pieces: list[str] = []
        self.length = 0
        self.linked = self.bold = self.images = 0
        self.href = ""
        self.broken = False
        self.scope = Scope(0, "html", "", None, 0, 0)
        self.outline.scopes.append(self.scope)
        self.tag, self.own = "html", ""
        self.named: list[tuple[str, str]] = []  # what lines were taken for around those read as lines of their own
        self.in_link = self.in_bold = self.stamped = 0
        self.closed_inline = False
        self.hidden = frozenset(document.select(_HIDDEN_BY_STYLE))
        self._walk(document)
        self._flush()
        for scope in self.outline.scopes:
            scope.end = scope.end or len(self.outline.blocks)

    def _walk(self, document: Document) -> None:
        """Go through all nodes in reading order; an element is left when a node comes that it does not hold."""
        opened: list[tuple[Element, str]] = []  # the elements that the walk is in, and how each was entered
        holder: Element | None = None
        unseen = False
        for node in document.descendants:
            if holder is not None and node.parent is not holder:
                parent = node.parent
                while holder is not None and parent is not holder:
                    kind = opened.pop()[1]
                    if kind == "block":
                        self._leave_block()
                    elif kind != "unseen":
                        self._leave_inline(kind)
                    holder = opened[-1][0] if opened else None
                unseen = bool(opened) and opened[-1][1] == "unseen"
            if type(node) is Text:
                if unseen:
                    continue
                data = node.data
                if self.length or not data.isspace():
                    self.pieces.append(data)
                    self.length += len(data)
                    if self.in_link:
                        self.linked += len(data.strip())
                    if self.in_bold:
                        self.bold += len(data.strip())
                self.closed_inline = False
            elif type(node) is Element:
                tag = node.tag
                if unseen:
                    kind = "unseen"
                elif tag in INLINE:
                    kind = self._enter_inline(node, tag)
                elif tag in _APART:
                    kind = self._enter_special(node, tag)
                else:
                    kind = self._enter_block(node, tag)
                if kind:
                    opened.append((node, kind))
                    holder = node
                    unseen = kind == "unseen"
        while opened:
            kind = opened.pop()[1]
            if kind == "block":
                self._leave_block()
            elif kind != "unseen":
                self._leave_inline(kind)

    def _enter_special(self, element: Element, tag: str) -> str:
        """Elements of the head and those whose text no reader sees, by how they are entered: "" for not at all."""
        outline = self.outline
        if tag in {"br", "hr"}:
            self._flush()
            self.broken = tag == "br"
            return ""
        if tag == "meta":
            if value := element.attr("content"):
                name = element.attr("property") or element.attr("name") or element.attr("itemprop")
                if name := (name or element.attr("http-equiv")):
                    outline.meta.setdefault(name.strip().lower(), []).append(" ".join(value.split()))
            return ""
        if tag == "link":
            relation = (element.attr("rel") or "").lower()
            outline.links.append((relation, element.attr("href") or "", element.attr("type") or ""))
            return ""
        if tag == "html":
            outline.language = (element.attr("lang") or element.attr("xml:lang") or "").strip()
            return "root"
        if tag == "script" and "ld+json" in (element.attr("type") or "").lower():
            outline.structured.append(element.text)
        elif tag == "title":
            outline.title = outline.title or " ".join(element.text.split())
        return "root" if tag == "head" else "unseen"

    def _enter_inline(self, element: Element, tag: str) -> str:
        """Go into an element within a line, by how: it may be one that is read as a line of its own."""
        if tag in _VOID:
            if tag == "img":
                self.images += 1
                self.scope.images += 1
            return ""
        kind = "inline"
        if tag == "a":
            kind = "link"
            self.in_link += 1
            self.href = self.href or element.attr("href") or "#"
            if (relation := element.attr("rel")) and "category" in relation.lower().split():
                self.outline.filed.append(" ".join(" ".join(islice(element.strings, _STAMP_PIECES)).split())[:100])
        elif tag in _BOLD:
            kind = "bold"
            self.in_bold += 1
        words = "" if tag in _STYLE else _words(element)
        if (tag == "time" or (words and _is_named(words))) and self._named(element, tag, words):
            self._flush()
            self.named.append((self.tag, self.own))
            self.tag, self.own = tag, words
            return f"{kind} apart"
        if self.closed_inline and self.pieces and self.tag not in _NEVER_PARTED:
            self.pieces.append(" ")
        self.closed_inline = False
        return kind

    def _named(self, element: Element, tag: str, words: str) -> bool:
        """Take down the moment that an element gives; whether it is read as a line of its own."""
        value = element.attr("datetime") or element.attr("content") or element.attr("title") or ""
        if tag == "time" or (value and ("published" in words or not _STAMPED.isdisjoint(words.split()))):
            self._stamp(element, tag, words, value)
        return self.length < _PROSE or _always_apart(words)

    def _stamp(self, element: Element, tag: str, words: str, value: str) -> None:
        stamps = self.outline.stamps
        if len(stamps) < _MOST_STAMPS:
            shown = " ".join(islice(element.strings, _STAMP_PIECES)) if self.stamped < _STAMPED_TEXT else ""
            self.stamped += len(shown)
            shown = " ".join(shown.split())[:_STAMP_LENGTH]
            stamps.append(Stamp(len(self.outline.blocks), tag, words, value, shown))

    def _enter_block(self, element: Element, tag: str) -> str:
        if self.length:
            self._flush()
        self.href = ""
        self.closed_inline = False
        words = _words(element)
        if "date" in words and not _STAMPED.isdisjoint(words.split()):
            value = element.attr("content") or element.attr("datetime") or element.attr("title")
            if value:
                self._stamp(element, tag, words, value)
        outer = self.scope
        if outer.depth >= _DEEPEST:
            return "line"
        scopes = self.outline.scopes
        hidden = outer.hidden or (bool(self.hidden) and element in self.hidden)
        self.scope = Scope(len(scopes), tag, words, outer, outer.depth + 1, len(self.outline.blocks), hidden=hidden)
        scopes.append(self.scope)
        self.tag, self.own = tag, words
        return "block"

    def _leave_block(self) -> None:
        if self.length:
            self._flush()
        self.href = ""
        self.closed_inline = False
        scope = self.scope
        outer = scope.parent
        assert outer is not None, "a block that was entered has a scope around it"
        scope.end = len(self.outline.blocks)
        outer.images += scope.images
        self.scope = outer
        self.tag, self.own = outer.tag, outer.words

    def _leave_inline(self, kind: str) -> None:
        if kind == "root":
            return
        if kind == "line":
            self._flush()
            return
        if kind.endswith("apart"):
            self._flush()
            self.tag, self.own = self.named.pop()
        if kind.startswith("link"):
            self.in_link -= 1
        elif kind.startswith("bold"):
            self.in_bold -= 1
        self.closed_inline = True

    def _flush(self) -> None:
        """End the line being gathered; it becomes a block if it has any text."""
        if self.pieces:
            if text := " ".join("".join(self.pieces).split()):
                blocks = self.outline.blocks
                blocks.append(
                    Block(
                        len(blocks), text, self.tag, self.own, self.scope,
                        self.linked, self.bold, self.images, self.href, self.broken,
                    )
                )  # fmt: skip
                self.broken = False
            self.pieces = []
        self.length = self.linked = self.bold = 0
        self.href = ""
        self.closed_inline = False
