"""The part of a page that holds its article: the smallest element that keeps nearly all of the prose.

Prose counts less within what is marked as comments, recommendations and the like, and within cards: neighbours of one
shape that each hold a link and a line on it. Of several whole articles one below the other the page's own is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import prod

from wiredesk.extract.pages.marks import kinds
from wiredesk.extract.pages.outline import Block, Outline, Scope
from wiredesk.extract.rules import BodyRules
from wiredesk.kit.html import HEADINGS

_DISCOUNTS = {
    "comment": 0.05, "foot": 0.1, "nav": 0.3, "related": 0.15, "aside": 0.25, "subscribe": 0.15, "caption": 0.15,
    "share": 0.3, "unseen": 0.3, "byline": 0.3, "ad": 0.4, "tool": 0.5, "card": 0.6,
}  # fmt: skip
# How much of its prose counts in an element so marked. Set by hand; what is left of it is learned block by block.
_TAG_DISCOUNTS = {"footer": 0.2, "nav": 0.2, "aside": 0.2, "figure": 0.2, "figcaption": 0.2}
_HIDDEN_DISCOUNT = 0.2
_HIDDEN, _CARDED = "<hidden>", "<card>"
_LINES = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "figcaption", "tr", "td", "span", "ul", "ol", "blockquote", "tbody"}
)
_ENDS = frozenset(".!?…。！？।”\"’')")
_NUMBERS = re.compile(r"[\d_-]+")


@dataclass(frozen=True, kw_only=True)
class Region:
    """`scope`: the element; `words`: how many words each block of the page has; `prose`: how much of a block counts as
    prose of an article, in words; `carded`: which scopes, by place, stand within cards; `common`: what marks so much of
    the region's prose that it says nothing of a block: a class "paywall" around a text that is shown, "slide" in a
    gallery."""

    scope: Scope
    words: list[int]
    prose: list[float]
    carded: list[bool]
    common: frozenset[str]

    @property
    def numbers(self) -> range:
        """The numbers of the blocks within."""
        return range(self.scope.first, self.scope.end)


def word_count(text: str) -> int:
    """Words of a squeezed line; in a script without spaces, a word for each two characters or so."""
    count = text.count(" ") + 1
    if count < len(text) / 15 and not text.isascii():
        return max(count, len(text) // 2)
    return count


def ends(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    tail = text.rstrip("\"”’')] ")[-1:]
    return tail in ".!?…。！？।" if tail else False


def find_region(outline: Outline, heading: int | None, rules: BodyRules) -> Region:
    """Descend from the page to the element that still holds `kept_share` of what counts as prose."""
    blocks, scopes = outline.blocks, outline.scopes
    words = [word_count(block.text) for block in blocks]
    prose = [_prose(block, count, heading, rules) for block, count in zip(blocks, words, strict=True)]
    plain = list(prose)
    carded = _discount(outline, words, prose, rules)
    held = _held(outline, prose)
    inner: dict[int, list[Scope]] = {}
    for scope in scopes:
        if scope.parent is not None and scope.tag not in _LINES and held[scope.place] > 0:
            inner.setdefault(scope.parent.place, []).append(scope)
    current = scopes[0]
    while found := inner.get(current.place):
        best = max(found, key=lambda scope: held[scope.place])
        if held[best.place] < rules.kept_share * held[current.place]:
            own = _own_of_several(outline, found, held, heading, prose, rules)
            if own is None:
                break
            best = own
        current = best
    common = _recount(outline, current, prose, plain, held, carded, rules)
    return Region(scope=current, words=words, prose=prose, carded=carded, common=common)


def _prose(block: Block, count: int, heading: int | None, rules: BodyRules) -> float:
    size = len(block.text)
    if count < rules.prose_words or block.linked > rules.linked_share * size:
        return 0.0
    if count < rules.unended_words and not ends(block.text):
        return 0.0
    found = min(count, rules.most_words) * (1 - block.linked / size)
    if block.tag in HEADINGS:
        found *= 0.3
    if heading is not None and block.number < heading - rules.above_heading:
        found *= 0.3
    return found


def _held(outline: Outline, prose: list[float]) -> list[float]:
    """How much prose each scope holds, by place; a scope stands behind the one that holds it."""
    held = [0.0] * len(outline.scopes)
    for block, found in zip(outline.blocks, prose, strict=True):
        held[block.scope.place] += found
    for scope in reversed(outline.scopes):
        if scope.parent is not None:
            held[scope.parent.place] += held[scope.place]
    return held


def _discount(outline: Outline, words: list[int], prose: list[float], rules: BodyRules) -> list[bool]:
    """Lower `prose` where what surrounds it is marked as something else; which scopes stand within cards."""
    held = _held(outline, prose)
    most = rules.wrapper_share * held[0]
    cards = _cards(outline, words, held)
    share = [1.0] * len(outline.scopes)
    carded = [False] * len(outline.scopes)
    for scope in outline.scopes:
        if scope.parent is None:
            continue
        if not held[scope.place]:
            carded[scope.place] = carded[scope.parent.place] or scope.place in cards
            continue
        found = share[scope.parent.place]
        carded[scope.place] = carded[scope.parent.place]
        if held[scope.place] < most:  # what holds nearly everything is named after the page
            if scope.words:
                found *= _discount_of(scope.words)
            found *= _TAG_DISCOUNTS.get(scope.tag, 1.0)
            if scope.hidden and not scope.parent.hidden:
                found *= _HIDDEN_DISCOUNT
            if scope.place in cards and not carded[scope.place]:
                found *= rules.card_discount
                carded[scope.place] = True
        share[scope.place] = max(found, 0.001)
    for block in outline.blocks:
        prose[block.number] *= share[block.scope.place]
    return carded


@lru_cache(maxsize=8192)
def _discount_of(words: str) -> float:
    """How much of its prose counts in an element of these words."""
    return prod([_DISCOUNTS.get(kind, 1.0) for kind in sorted(kinds(words))])


def _recount(
    outline: Outline,
    root: Scope,
    prose: list[float],
    plain: list[float],
    whole: list[float],
    carded: list[bool],
    rules: BodyRules,
) -> frozenset[str]:
    """Count the prose within the region anew, without the discounts for what is common there; what that is."""
    around: dict[int, frozenset[str]] = {root.place: frozenset()}
    for scope in outline.scopes[root.place + 1 :]:
        if scope.first >= root.end and scope.parent is not None and scope.parent.place not in around:
            break
        above = around.get(scope.parent.place) if scope.parent is not None else None
        if above is None or not whole[scope.place]:
            continue
        found = kinds(scope.words)
        if scope.tag in _TAG_DISCOUNTS or scope.hidden or carded[scope.place]:
            more = {scope.tag} & _TAG_DISCOUNTS.keys()
            found |= more | {name for name, so in ((_HIDDEN, scope.hidden), (_CARDED, carded[scope.place])) if so}
        around[scope.place] = above | found if found else above
    held: dict[frozenset[str], float] = {}
    for number in range(root.first, root.end):
        if plain[number]:
            marked = around[outline.blocks[number].scope.place]
            held[marked] = held.get(marked, 0.0) + plain[number]
    least = rules.common_share * sum(held.values())
    every = {kind for marked in held for kind in marked}
    common = frozenset(kind for kind in every if sum([held[marked] for marked in held if kind in marked]) > least)
    discounts = _DISCOUNTS | _TAG_DISCOUNTS | {_HIDDEN: _HIDDEN_DISCOUNT, _CARDED: rules.card_discount}
    share = {marked: prod([discounts.get(kind, 1.0) for kind in sorted(marked - common)]) for marked in held}
    for number in range(root.first, root.end):
        if plain[number]:
            prose[number] = plain[number] * share[around[outline.blocks[number].scope.place]]
    return common


def _cards(outline: Outline, words: list[int], held: list[float]) -> frozenset[int]:
    """Places of the scopes that are cards: three or more neighbours of one name, most with a link and another line.
    They are looked for only where there is prose, and among neighbours of which one has some."""
    families: dict[int, list[Scope]] = {}
    for scope in outline.scopes:
        if scope.parent is not None and held[scope.parent.place] and scope.end > scope.first:
            families.setdefault(scope.parent.place, []).append(scope)
    found: set[int] = set()
    for family in families.values():
        if len(family) < _LEAST_CARDS:
            continue
        groups: dict[tuple[str, str], list[Scope]] = {}
        for scope in family:
            groups.setdefault((scope.tag, _name_of(scope.words) if scope.words else ""), []).append(scope)
        for group in groups.values():
            if len(group) < _LEAST_CARDS or not any(held[scope.place] for scope in group):
                continue
            shaped = sum(_is_card(outline.blocks[scope.first : scope.end], scope, words) for scope in group)
            if shaped >= _CARD_SHARE * len(group):
                found.update(scope.place for scope in group)
    return frozenset(found)


@lru_cache(maxsize=8192)
def _name_of(words: str) -> str:
    """The words by which the neighbours of one shape are known: the first, without their numbers."""
    return " ".join(_NUMBERS.sub("", words).split()[:3])


_LEAST_CARDS = 3
_CARD_SHARE = 0.6
_CARD_BLOCKS = 14


def _is_card(blocks: list[Block], scope: Scope, words: list[int]) -> float:
    if len(blocks) > _CARD_BLOCKS:
        return 0.0
    if len(blocks) > 1:
        return float(any(words[block.number] >= 3 and block.linked >= 0.6 * len(block.text) for block in blocks))
    only = blocks[0]
    linked = only.linked / len(only.text)
    mixed = scope.tag in {"li", "article", "div"} and 0.15 < linked < 0.9 and only.linked > 12
    return 0.5 if mixed and words[only.number] > 10 else 0.0


def _own_of_several(
    outline: Outline, scopes: list[Scope], held: list[float], heading: int | None, prose: list[float], rules: BodyRules
) -> Scope | None:
    """Of neighbours that are whole articles, each under a headline of its own, the page's: the one that its headline
    stands in, or the first. None where they are the parts of one."""
    whole = [
        scope
        for scope in scopes
        if held[scope.place] >= rules.article_words
        and sum(prose[number] > rules.paragraph_words for number in range(scope.first, scope.end)) >= 3
        and any(block.tag == "h1" for block in outline.blocks[scope.first : scope.end])
    ]
    names = [(scope.tag, _NUMBERS.sub("", scope.words)[:24]) for scope in whole]
    alike = [scope for scope, name in zip(whole, names, strict=True) if names.count(name) > 1]
    if len(alike) < 2:
        return None
    return next((scope for scope in alike if heading is not None and scope.covers(heading)), alike[0])
