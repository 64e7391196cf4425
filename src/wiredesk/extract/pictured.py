"""What a page prints under its pictures: captions, and the credits beside them, each known by the blocks it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from wiredesk.extract.captions import is_caption, is_credit_line
from wiredesk.extract.outline import Block, Outline, Scope
from wiredesk.kit.text import fold, squeeze, words

_CAPTION = re.compile(r"caption|cutline|(?:image|photo|img|picture|media)[-_]*(?:text|desc)|\blegend\b")
_NO_CAPTION = re.compile(r"closed-?caption|captioned|no-?caption|caption-?(?:button|toggle|icon)|\bhas-|with-?caption")
_CREDIT = re.compile(r"credit|attribution|copyright|photographer|\bsource\b|photo-?by|image-?by|byline")
_FIGURE = re.compile(
    r"\bfigure\b|wp-caption|gallery|slide|lightbox|\bphoto\b|(?:image|img|photo|picture|media)[-_]*(?:wrap|container|block|box|holder|figure)"
)
_OTHERS = re.compile(
    r"related|recommend|popular|trending|most-?read|teaser|promo|newsletter|sidebar|\bads?\b|advert|comment"
)
_LEVELS = 4  # elements around a line within which its caption or figure is looked for; set by hand
_MOST_BLOCKS = 8  # an element that is one caption has no more lines
_CAPTION_WORDS = (3, 150)  # fewest and most words of a caption; set by hand
_CREDIT_LENGTH = 100  # characters of a credit
_NAMED_AS_CREDIT = re.compile(
    r"^\W*(?:(?:photo|image|picture|photograph|illustration)s?\s*(?:credit)?\s*(?:by|:)|credits?\s*:?)\s*",
    re.IGNORECASE,
)
_BEFORE_MARK = re.compile(r"\s+([.,;:!?])")


@dataclass(frozen=True, kw_only=True)
class Pictured:
    """A caption as printed, its credit behind it in brackets where that stands in an element of its own; `text` is ""
    for a credit alone. `numbers`: the blocks that hold them, in order."""

    text: str
    numbers: tuple[int, ...]
    other: bool
    """Whether it stands under the picture of another article: a link, or within a list of such."""


def find_captions(outline: Outline) -> tuple[Pictured, ...]:
    """Every caption and every credit of a page, in order."""
    found: list[Pictured] = []
    group: list[tuple[Block, str]] = []
    holder: Scope | None = None
    for block in outline.blocks:
        kind, around = _kind(outline, block)
        if not kind and group and _is_credit(block.words) and _may_credit(block.text) and _beside(block, group[-1][0]):
            kind, around = "credit", holder
        if group and (not kind or around is not holder):
            found.append(_joined(group))
            group = []
        if kind:
            group.append((block, kind))
            holder = around
    if group:
        found.append(_joined(group))
    return tuple(found)


def captions_of(pictured: Iterable[Pictured], first: int, end: int) -> tuple[str, ...]:
    """The captions of an article whose blocks are `first` up to `end`, each once."""
    found: dict[str, str] = {}
    least, most = _CAPTION_WORDS
    for one in pictured:
        if not one.other and first <= one.numbers[0] < end and least <= len(words(one.text)) <= most:
            found.setdefault(fold(one.text), one.text)
    return tuple(found.values())


@lru_cache(maxsize=8192)
def _is_caption(marks: str) -> bool:
    return _CAPTION.search(marks) is not None and _NO_CAPTION.search(marks) is None


@lru_cache(maxsize=8192)
def _is_credit(marks: str) -> bool:
    return _CREDIT.search(marks) is not None


@lru_cache(maxsize=8192)
def _is_figure(marks: str) -> bool:
    return _FIGURE.search(marks) is not None


def _kind(outline: Outline, block: Block) -> tuple[str, Scope | None]:
    """Whether a block is a "caption" or a "credit", "" for neither; and the element that holds the picture's lines."""
    text = block.text
    caption: Scope | None = None
    figure: Scope | None = None
    credit = _is_credit(block.words)
    for scope in _around(block.scope):
        small = scope.end - scope.first <= _MOST_BLOCKS
        if scope.tag == "figcaption" or (small and _is_caption(scope.words)):
            caption = scope
        elif scope.tag == "figure" or (small and scope.images and _is_figure(scope.words)):
            figure = figure or scope
            if scope.tag == "figure":
                break
        elif caption is None and small and _is_credit(scope.words):
            credit = True
    if caption is not None or _is_caption(block.words):
        return ("credit" if credit and _may_credit(text) else "caption"), figure or caption or block.scope
    if figure is not None and block.tag not in {"h1", "h2"}:
        if credit and _may_credit(text):
            return "credit", figure
        if figure.tag == "figure" and figure.images and not _is_quote(figure, outline):
            return "caption", figure
    if not _by_picture(outline, block):
        return "", None
    if credit and _may_credit(text):
        return "credit", block.scope.parent
    if is_credit_line(text):
        return "credit", block.scope.parent
    if len(text) < 1200 and is_caption(text):
        return "caption", block.scope.parent
    return "", None


def _beside(block: Block, other: Block) -> bool:
    """Whether two neighbouring lines stand in one element, or their elements do."""
    return block.number == other.number + 1 and (
        block.scope is other.scope or (block.scope.parent is not None and block.scope.parent is other.scope.parent)
    )


def _around(scope: Scope) -> Iterator[Scope]:
    for level, one in enumerate(scope.chain()):
        if level == _LEVELS:
            return
        yield one


def _may_credit(text: str) -> bool:
    return 2 < len(text) < _CREDIT_LENGTH


def _is_quote(figure: Scope, outline: Outline) -> bool:
    """Whether a figure holds a table, a quotation or a post, and not a picture with its line."""
    return figure.end - figure.first > _MOST_BLOCKS or any(
        block.tag in {"blockquote", "td", "th", "li"} for block in outline.blocks[figure.first : figure.end]
    )


def _by_picture(outline: Outline, block: Block) -> bool:
    """Whether a picture stands right before a block or right behind it."""
    blocks, number = outline.blocks, block.number
    before = blocks[number - 1].images if number else 0
    after = blocks[number + 1].images if number + 1 < len(blocks) else block.images
    return before != block.images or after != block.images


def _joined(group: list[tuple[Block, str]]) -> Pictured:
    """One caption of the lines that stand in one figure."""
    texts = list(dict.fromkeys(block.text for block, kind in group if kind == "caption"))
    credit = next((block.text for block, kind in group if kind == "credit"), None)
    text = " ".join(texts)
    if credit is not None and text and text not in credit:
        named = _NAMED_AS_CREDIT.sub("", credit)
        text = f"{squeeze(text.replace(credit, ' '))} (Photo: {named.strip('() ')})"
    blocks = [block for block, _ in group]
    linked = sum(block.linked for block in blocks) > 0.7 * sum(len(block.text) for block in blocks)
    return Pictured(
        text=_BEFORE_MARK.sub(r"\1", text),
        numbers=tuple(block.number for block in blocks),
        other=linked or any(_OTHERS.search(scope.words) for scope in _around(blocks[0].scope)),
    )
