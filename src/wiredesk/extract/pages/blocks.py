"""What a page is taken apart into: blocks of text, the elements that hold them, and what its head says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


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
    the page is filed under; `told`: for each picture of which more than a name is told in words (`alt`), the number of
    the next block, and those words."""

    blocks: list[Block] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    structured: list[str] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    filed: list[str] = field(default_factory=list)
    told: list[tuple[int, str]] = field(default_factory=list)
    title: str = ""
    language: str = ""
