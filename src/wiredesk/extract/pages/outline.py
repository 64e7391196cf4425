"""A page taken apart in one walk over its tree: blocks of text with where they stand, and what its head says.

Every reader of HTML works on this outline; none walks the tree again.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from wiredesk.extract.pages.blocks import Block, Outline, Scope, Stamp
from wiredesk.kit.html import HEADINGS, HIDDEN, INLINE, Document, Element, Text, parse
from wiredesk.kit.text import has_any

__all__ = ["Block", "Outline", "Scope", "Stamp", "outline_of"]

_DEEPEST = 200  # scopes; what nests deeper stands in the scope above: none of 460 real pages reaches it
_NAMED = (
    *("caption", "credit", "byline", "author", "writer", "reporter", "contributor", "source", "date", "time"),
    *("publish", "posted", "stamp", "kicker", "eyebrow", "location", "category", "label", "separator", "share"),
    "comment",
)
_PROSE = 80  # characters; a line that already has so many is a paragraph, and what is named within it belongs to it
_TOLD = 25  # characters of what is written for those who cannot see a picture; what is shorter names a logo or a person
_MOST_STAMPS = 300  # of a page, in its order: of 460 real pages none has more than 34
_STAMP_PIECES, _STAMP_LENGTH = 30, 200  # pieces of text and characters of one
_STAMPED_TEXT = 1_000_000  # characters read of all: stamps within stamps may each hold one piece of megabytes
_STAMPED = frozenset({"datepublished", "datemodified", "datecreated", "uploaddate", "dateposted"})
_VOID = frozenset({"img", "input", "source", "wbr"})
_BOLD = frozenset({"b", "strong"})
_STYLE = frozenset({"b", "strong", "i", "em", "u", "sup", "sub"})
_APART = HIDDEN | {"br", "hr", "meta", "link", "title", "html"}
_MOST_WORDS = 400  # characters of the words of one element
_NAMES = ("id", "role", "itemprop", "data-testid")
_MARKED = ",".join(f"[{name}]" for name in _NAMES)
# How the walk has entered an element: bits, for one within a line may be several.
_INLINE, _LINK, _BOLDED, _LINED, _BLOCK, _DEEP, _ROOT, _UNSEEN = (1 << bit for bit in range(8))
# Taken out of the tree before the walk: of the elements of 93 real pages 41 in 100, for a tenth of what it costs to
# walk through them. Menus, and what no reader sees; breadcrumbs and JSON-LD stay.
_UNREAD = (
    "nav:not([class*=crumb]):not([aria-label*=crumb i]),footer ul,ul[class*=menu],ul[class*=nav],"
    "script:not([type*=json i]),style,noscript,svg,iframe,template,select"
)
_HIDDEN_BY_STYLE = '[hidden],[style*="display:none" i],[style*="display: none" i]'
_NEVER_PARTED = HEADINGS | {"p", "li", "blockquote", "pre"}


def outline_of(text: str, remove: str = "") -> Outline:
    """Take a page apart, without what the selectors `remove` match. Never raises for the markup; linear in length."""
    document = parse(text)
    document.remove(f"{_UNREAD},{remove}" if remove else _UNREAD)
    return _Walk(document).outline


@lru_cache(maxsize=8192)  # the same few names mark most elements of a site
def _is_named(words: str) -> bool:
    return has_any(words, _NAMED)


class _Walk:
    """The walk, and the line being gathered.

    One loop and few calls: it meets every node of every page, a thousand or so each, and is most of the cost of
    reading one beside the parsing.
    """

    def __init__(self, document: Document) -> None:
        self.outline = Outline()
        self.blocks, self.scopes = self.outline.blocks, self.outline.scopes
        self.pieces: list[str] = []
        self.length = 0
        self.linked = self.bold = self.images = 0
        self.href = ""
        self.broken = False
        self.scope = Scope(0, "html", "", None, 0, 0)
        self.scopes.append(self.scope)
        self.tag, self.own = "html", ""
        self.named: list[tuple[str, str]] = []  # what lines were taken for around those read as lines of their own
        self.in_link = self.in_bold = self.stamped = 0
        self.closed_inline = False
        self.hidden = frozenset(document.select(_HIDDEN_BY_STYLE))
        self.marked = frozenset(document.select(_MARKED))  # one in eleven: to ask each costs four times as much
        self._walk(document)
        self._flush()
        self.scopes[0].end = len(self.blocks)

    def _walk(self, document: Document) -> None:
        """Go through all nodes in reading order; an element is left when a node comes that it does not hold.

        White space between two lines is passed over at once: it is a third of all nodes.
        """
        opened: list[Element] = []  # the elements that the walk is in
        entered: list[int] = []  # and how each was entered
        holder: Element | None = None
        unseen = False
        for node in document.descendants:
            if type(node) is Text:
                data = node.data
                if not self.length and data.isspace():
                    continue
            elif type(node) is not Element:
                continue
            if holder is not None and node.parent is not holder:
                parent = node.parent
                while parent is not holder and opened:
                    opened.pop()
                    if (how := entered.pop()) == _INLINE:
                        self.closed_inline = True
                    else:
                        self._leave(how)
                    holder = opened[-1] if opened else None
                unseen = bool(entered) and entered[-1] == _UNSEEN
            if type(node) is Text:
                if not unseen and (self.length or not data.isspace()):
                    self.pieces.append(data)
                    self.length += len(data)
                    self.closed_inline = False
                    if self.in_link:
                        self.linked += len(data.strip())
                    if self.in_bold:
                        self.bold += len(data.strip())
                continue
            tag = node.tag
            if unseen:
                how = _UNSEEN
            elif tag in INLINE:
                how = self._enter_inline(node, tag)
            elif tag in _APART:
                how = self._enter_special(node, tag)
            else:
                how = self._enter_block(node, tag)
            if how:
                opened.append(node)
                entered.append(how)
                holder = node
                unseen = how == _UNSEEN
        while entered:
            self._leave(entered.pop())

    def _words(self, element: Element) -> str:
        """The words of an element (see `Scope`); for most, its class is all."""
        found = element.attr("class") or ""
        if element in self.marked:
            for name in _NAMES:
                if value := element.attr(name):
                    found = f"{found} {value}"
        return found[:_MOST_WORDS].lower() if found else ""

    def _enter_special(self, element: Element, tag: str) -> int:
        """Elements of the head and those whose text no reader sees, by how they are entered: 0 for not at all."""
        outline = self.outline
        if tag in {"br", "hr"}:
            self._flush()
            self.broken = tag == "br"
            return 0
        if tag == "meta":
            if value := element.attr("content"):
                name = element.attr("property") or element.attr("name") or element.attr("itemprop")
                if name := (name or element.attr("http-equiv")):
                    outline.meta.setdefault(name.strip().lower(), []).append(" ".join(value.split()))
            return 0
        if tag == "link":
            relation = (element.attr("rel") or "").lower()
            outline.links.append((relation, element.attr("href") or "", element.attr("type") or ""))
            return 0
        if tag == "html":
            outline.language = (element.attr("lang") or element.attr("xml:lang") or "").strip()
            return _ROOT
        if tag == "script" and "ld+json" in (element.attr("type") or "").lower():
            outline.structured.append(element.text)
        elif tag == "title":
            outline.title = outline.title or " ".join(element.text.split())
        return _ROOT if tag == "head" else _UNSEEN

    def _enter_inline(self, element: Element, tag: str) -> int:
        """Go into an element within a line, by how: it may be one that is read as a line of its own."""
        if tag in _VOID:
            if tag == "img":
                self.images += 1
                self.scope.images += 1
                if (told := element.attr("alt")) and len(told) >= _TOLD:
                    self.outline.told.append((len(self.outline.blocks), told))
            return 0
        how = _INLINE
        if tag == "a":
            how = _LINK
            self.in_link += 1
            self.href = self.href or element.attr("href") or "#"
            if (relation := element.attr("rel")) and "category" in relation.lower().split():
                self.outline.filed.append(" ".join(" ".join(islice(element.strings, _STAMP_PIECES)).split())[:100])
        elif tag in _BOLD:
            how = _BOLDED
            self.in_bold += 1
        words = "" if tag in _STYLE else self._words(element)
        if (tag == "time" or (words and _is_named(words))) and self._named(element, tag, words):
            self._flush()
            self.named.append((self.tag, self.own))
            self.tag, self.own = tag, words
            return how | _LINED
        if self.closed_inline and self.pieces and self.tag not in _NEVER_PARTED:
            self.pieces.append(" ")
        self.closed_inline = False
        return how

    def _named(self, element: Element, tag: str, words: str) -> bool:
        """Take down the moment that an element gives; whether it is read as a line of its own."""
        value = element.attr("datetime") or element.attr("content") or element.attr("title") or ""
        if tag == "time" or (value and ("published" in words or not _STAMPED.isdisjoint(words.split()))):
            self._stamp(element, tag, words, value)
        return self.length < _PROSE or "caption" in words or "credit" in words

    def _stamp(self, element: Element, tag: str, words: str, value: str) -> None:
        stamps = self.outline.stamps
        if len(stamps) < _MOST_STAMPS:
            shown = " ".join(islice(element.strings, _STAMP_PIECES)) if self.stamped < _STAMPED_TEXT else ""
            self.stamped += len(shown)
            shown = " ".join(shown.split())[:_STAMP_LENGTH]
            stamps.append(Stamp(len(self.blocks), tag, words, value, shown))

    def _enter_block(self, element: Element, tag: str) -> int:
        if self.length:
            self._flush()
        self.href = ""
        self.closed_inline = False
        words = self._words(element)
        if "date" in words and not _STAMPED.isdisjoint(words.split()):
            value = element.attr("content") or element.attr("datetime") or element.attr("title")
            if value:
                self._stamp(element, tag, words, value)
        outer = self.scope
        depth = outer.depth
        if depth >= _DEEPEST:
            return _DEEP
        hidden = outer.hidden or (bool(self.hidden) and element in self.hidden)
        scopes = self.scopes
        self.scope = scope = Scope(len(scopes), tag, words, outer, depth + 1, len(self.blocks), 0, 0, hidden)
        scopes.append(scope)
        self.tag, self.own = tag, words
        return _BLOCK

    def _leave(self, how: int) -> None:
        """Go out of an element that was entered so."""
        if how == _BLOCK:
            if self.length:
                self._flush()
            self.href = ""
            self.closed_inline = False
            scope = self.scope
            outer = scope.parent
            assert outer is not None, "a block that was entered has a scope around it"
            scope.end = len(self.blocks)
            if scope.end == scope.first:  # no text: it says nothing of any line, and what it held is gone already
                self.scopes.pop()
            outer.images += scope.images
            self.scope = outer
            self.tag, self.own = outer.tag, outer.words
        elif how <= _LINED | _LINK | _BOLDED:
            if how & _LINED:
                self._flush()
                self.tag, self.own = self.named.pop()
            if how & _LINK:
                self.in_link -= 1
            elif how & _BOLDED:
                self.in_bold -= 1
            self.closed_inline = True
        elif how == _DEEP:
            self._flush()

    def _flush(self) -> None:
        """End the line being gathered; it becomes a block if it has any text."""
        if self.pieces:
            if text := " ".join("".join(self.pieces).split()):
                blocks = self.blocks
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
