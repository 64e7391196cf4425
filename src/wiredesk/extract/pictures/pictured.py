"""What a page prints under its pictures: captions and the credits beside them, each known by its blocks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wiredesk.extract.pages.outline import Block, Outline, Scope
from wiredesk.extract.pictures.captions import is_caption
from wiredesk.extract.pictures.picture_lines import BRACKETED, CREDIT_LENGTH, names_agency, names_only, says_credit
from wiredesk.extract.pictures.picture_marks import MOST_BLOCKS, lists_others, marks_of, places
from wiredesk.kit.html import HEADINGS
from wiredesk.kit.text import fold, squeeze, words

_LEVELS = 3  # elements around a line that may be no more than it and its picture; set by hand
_LIST_BLOCKS = 60  # an element that lists other articles has no more lines; what has more may hold the page
_SLIDE_BLOCKS = 3  # an element that is a picture and its unmarked line has no more; set by hand, as the next
_SLIDE_WORDS = (4, 60)
_ABOVE = 8  # blocks above the headline, or the text, in which a caption may stand; set by hand
_BELOW = 8  # and below the last block of the text
_HOLDER_RATIO = 2  # an element is the text's own if it has no more than twice its blocks; set by hand
_LONGEST = 1200  # characters of a caption that only its wording shows
_SHORTEST = 20
_CAPTION_WORDS = 150  # most words of a caption; set by hand
_NAMED_AS_CREDIT = re.compile(
    r"^\W*(?:(?:photo|image|picture|photograph|illustration)s?\s*(?:credit)?s?\s*(?:by|:)|credits?\s*:?)\s*", re.I
)
_CREDIT_BEHIND = re.compile(r"[.!?”)]\s+(?:Photo |Image |Picture )?[Cc]redits?:\s*[^.]{2,80}\.?$")
_NEAR = 2  # blocks between a picture and the line that repeats what is told of it; set by hand
_PROSE = frozenset({"p", "li", "td", "th", "blockquote", "pre"})
_FILE = ("FILE", "File")
_NEITHER = ("", None)
_ADDRESS = re.compile(r"https?://\S+")
_COUNTER = re.compile(r"^\W*(?:(?:image|photo|slide|picture)\s*)?\d{1,3}\s*(?:of|/)\s*\d{1,3}\W*(?=\w|$)|^\W*$", re.I)
_BUTTON = re.compile(
    r"(?:read|show|see|view)?\s*(?:more|less|full (?:image|screen)|caption)s?|hide caption|close", re.I
)
_CUT = re.compile(r"\s*(?:…|\.\.\.)\s*(?:more)?\s*$")
_BEFORE_MARK = re.compile(r"\s+([.,;:!?])")


@dataclass(frozen=True, kw_only=True)
class Pictured:
    """A caption as printed, its credit behind it in brackets where that stands in an element of its own; `text` is ""
    for a credit alone. `numbers`: the blocks that hold them, in order; `linked`: they are links, as under
    the pictures of other articles."""

    text: str
    numbers: tuple[int, ...]
    linked: bool


def find_captions(outline: Outline, heading: int | None = None) -> tuple[Pictured, ...]:
    """Every caption and every credit of a page, in order; `heading`: number of the block that is the headline."""
    return _Finder(outline, heading).found


def captions_of(
    outline: Outline, pictured: Iterable[Pictured], heading: int | None, kept: Sequence[int]
) -> tuple[str, ...]:
    """The captions of an article, each once: those a little above its headline or text, within it, and a little below.
    `kept`: the numbers of the blocks that are its text, in order; without any, those of the whole page count."""
    first, end = _reach(outline, heading, kept)
    found: dict[str, str] = {}
    for one in pictured:
        if not one.text or one.linked or not first <= one.numbers[0] < end or len(words(one.text)) > _CAPTION_WORDS:
            continue
        if not _among_others(outline.blocks[one.numbers[0]].scope, kept):
            found.setdefault(fold(one.text), one.text)
    return tuple(found.values())


def _reach(outline: Outline, heading: int | None, kept: Sequence[int]) -> tuple[int, int]:
    """Between which blocks the captions of an article stand. Where its text has an element of its own, that element."""
    if not kept:
        return 0, len(outline.blocks)
    top, last = kept[0], kept[-1]
    holder = next(scope for scope in outline.blocks[top].scope.chain() if scope.covers(last))
    end = last + 1 + _BELOW
    if holder.end - holder.first <= _HOLDER_RATIO * (last + 1 - top) + _BELOW:
        end = max(end, holder.end)
        top = min(top, holder.first)
    return max(0, (top if heading is None else min(heading, top)) - _ABOVE), end


def _among_others(scope: Scope, kept: Sequence[int]) -> bool:
    """Whether a scope stands in what lists other articles, or is not of the article at all; what holds text of the
    article is not asked."""
    for one in scope.chain():
        at = bisect_left(kept, one.first)
        if one.end - one.first > _LIST_BLOCKS or (at < len(kept) and kept[at] < one.end):
            break
        if one.words and lists_others(one.words):
            return True
    return False


class _Finder:
    """The search, and what the elements of the page were found to be."""

    def __init__(self, outline: Outline, heading: int | None) -> None:
        self.blocks = outline.blocks
        self.heading = heading or 0
        self.told = {squeeze(text): number for number, text in outline.told}
        self.places = places(outline)
        self.beside = _beside_pictures(outline.blocks)
        self.alike: set[tuple[str, str]] = (
            set()
        )  # tags and names of lines that were found to be captions by their place
        found: list[Pictured] = []
        group: list[tuple[Block, str]] = []
        holder: Scope | None = None
        for block in outline.blocks:
            kind, around = self._kind(block)
            if not kind and group and self._continues(block, group[-1][0]):
                kind, around = "credit", holder
            elif not kind and group and self._goes_on(block, group[-1][0]):
                kind, around = "caption", holder
            if group and (not kind or around is not holder):
                found.append(self._joined(group))
                group = []
            if kind:
                group.append((block, kind))
                holder = around
        if group:
            found.append(self._joined(group))
        self.found = tuple(found)

    def _kind(self, block: Block) -> tuple[str, Scope | None]:
        """Whether a block is a "caption" or a "credit", "" for neither; and the element that holds the picture's
        lines."""
        place = self.places[block.scope.place]
        marks = marks_of(block.words)
        text = block.text
        if text in self.told and self._is_told(block):
            return "caption", place.figure or place.caption or block.scope.parent
        if not marks and place.caption is None and place.figure is None and not place.credit:  # as most are
            if (
                block.number in self.beside
                or text[:4] in _FILE
                or (self.alike and (block.tag, block.words) in self.alike)
            ):
                found = self._unmarked(block, False)
                return found if found[0] or block.tag in _PROSE else self._above_credit(block)
            if block.tag not in _PROSE:
                return self._above_credit(block)
            return _NEITHER
        credit = (place.credit or "credit" in marks) and 2 < len(text) < CREDIT_LENGTH
        if place.caption is not None or "caption" in marks:
            alone = credit or says_credit(text) or names_only(text)
            return ("credit" if alone else "caption"), place.figure or place.caption or block.scope
        figure = place.figure
        if figure is not None and block.tag not in {"h1", "h2"}:
            if credit or says_credit(text):
                return "credit", figure
            if figure.tag == "figure" and figure.images and not self._is_quote(figure):
                return "caption", figure
        return self._unmarked(block, credit)

    def _unmarked(self, block: Block, credit: bool) -> tuple[str, Scope | None]:
        """The same for a line that only its wording or its place beside a picture shows."""
        text = block.text
        size = len(text)
        if size > _LONGEST or 2 * block.linked > size or block.tag in {"h1", "h2", "h3", "title"}:
            return _NEITHER
        if block.number in self.beside:
            if credit or says_credit(text):
                return "credit", block.scope.parent
            named = size > _SHORTEST and (is_caption(text) or names_agency(text))
            if named or (size > _SHORTEST and block.number > self.heading and self._in_slide(block)):
                if block.words and not self._in_runs(block):
                    self.alike.add((block.tag, block.words))
                return "caption", block.scope.parent
        elif ((block.tag, block.words) in self.alike and size <= _LONGEST) or (
            size > _SHORTEST and text[:4] in _FILE and is_caption(text)
        ):
            return "caption", block.scope.parent
        return _NEITHER

    def _is_told(self, block: Block) -> bool:
        """Whether a line repeats what is told in words of the picture right by it."""
        if 2 * block.linked > len(block.text) or block.tag == "h1" or len(words(block.text)) < _SLIDE_WORDS[0]:
            return False
        if block.tag in HEADINGS and block.text[-1] != ".":  # the subheads of lists are written under pictures, too
            return False
        return -1 <= block.number - self.told[block.text] <= _NEAR

    def _goes_on(self, block: Block, other: Block) -> bool:
        """Whether a line goes on with the caption right before it, which is told of the picture: the two are all that
        an element holds."""
        outer = block.scope.parent
        return (
            other.text in self.told
            and block.number == other.number + 1
            and outer is not None
            and outer is other.scope.parent
            and outer.end - outer.first <= _SLIDE_BLOCKS
            and len(block.text) <= _LONGEST
        )

    def _above_credit(self, block: Block) -> tuple[str, Scope | None]:
        """The same for a line of a small element of which all the rest is the credit below it; and for one that ends
        with a credit so called."""
        text = block.text
        if "redit" in text[-CREDIT_LENGTH:] and len(text) < _LONGEST and _CREDIT_BEHIND.search(text):
            return "caption", block.scope.parent
        least, most = _SLIDE_WORDS
        if block.number + 1 >= len(self.blocks):
            return _NEITHER
        below = self.blocks[block.number + 1]
        place = self.places[below.scope.place]
        if place.caption is None and "credit" not in below.words and "credit" not in below.scope.words:
            return _NEITHER
        outer = block.scope.parent
        if outer is None or not outer.covers(below.number) or outer.end - outer.first > _SLIDE_BLOCKS:
            return _NEITHER
        rest = self.blocks[block.number + 1 : outer.end]
        if outer.first != block.number or not least <= len(words(text)) <= most or block.tag in {"h1", "h2"}:
            return _NEITHER
        if not all(place.credit or says_credit(other.text) for other in rest):
            return _NEITHER
        return "caption", place.figure or place.caption or below.scope

    def _in_slide(self, block: Block) -> bool:
        """Whether a line stands alone with a picture in an element of their own, as no paragraph of a text does."""
        least, most = _SLIDE_WORDS
        scope = block.scope
        if scope.images and scope.tag in {"p", "li", "td", "blockquote"}:
            return False
        if not least <= len(words(block.text)) <= most or _among_others(scope, ()):
            return False
        for _ in range(_LEVELS):
            if scope.end - scope.first > _SLIDE_BLOCKS:
                return False
            if scope.images:
                rest = [other for other in self.blocks[scope.first : scope.end] if other is not block]
                return all(
                    _COUNTER.match(other.text) or _BUTTON.fullmatch(other.text) or says_credit(other.text)
                    for other in rest
                )
            if scope.parent is None:
                return False
            scope = scope.parent
        return False

    def _in_runs(self, block: Block) -> bool:
        """Whether lines of the same kind follow one another, as paragraphs do and captions do not."""
        before = False
        for other in self.blocks:
            same = other.tag == block.tag and other.words == block.words
            if same and before:
                return True
            before = same
        return False

    def _is_quote(self, figure: Scope) -> bool:
        """Whether a figure holds a table, a quotation or a post, and not a picture with its line."""
        return figure.end - figure.first > MOST_BLOCKS or any(
            block.tag in {"blockquote", "td", "th", "li"} for block in self.blocks[figure.first : figure.end]
        )

    def _continues(self, block: Block, other: Block) -> bool:
        """Whether a line is the credit of the caption right before it: in one element with it, or next to its own."""
        if len(block.text) >= CREDIT_LENGTH or block.number != other.number + 1:
            return False
        near = (
            block.scope is other.scope or block.scope.parent is other.scope.parent or block.scope.parent is other.scope
        )
        return near and (
            "credit" in marks_of(block.words) or "credit" in marks_of(block.scope.words) or says_credit(block.text)
        )

    def _joined(self, group: list[tuple[Block, str]]) -> Pictured:
        """One caption of the lines that stand in one figure."""
        texts: list[str] = []
        for line in (block.text for block, kind in group if kind == "caption"):
            plain = _uncut(line)
            if _BUTTON.fullmatch(line) or _ADDRESS.fullmatch(line) or any(known.startswith(plain) for known in texts):
                continue
            texts = [known for known in texts if not line.startswith(_uncut(known))]
            texts.append(line)
        text = " ".join(texts)
        if (counter := _COUNTER.match(text)) and len(text) > len(counter[0]):
            text = text[counter.end() :].strip(" |")
        credit = next((block.text for block, kind in group if kind == "credit"), None)
        if credit is not None and text and text not in credit:
            named = _NAMED_AS_CREDIT.sub("", credit).strip("() []")
            text = f"{squeeze(text.replace(credit, ' '))} (Photo: {named})"
        elif credit is None and names_agency(text) and (found := BRACKETED.search(text)):
            text = f"{text[: found.start(1)]}Photo: {found[1]})"
        blocks = [block for block, _ in group]
        linked = sum(block.linked for block in blocks) > 0.7 * sum(len(block.text) for block in blocks)
        return Pictured(
            text=_BEFORE_MARK.sub(r"\1", text),
            numbers=tuple(block.number for block in blocks),
            linked=linked,
        )


def _uncut(line: str) -> str:
    """A line without the mark that it goes on."""
    return _CUT.sub("", line) if "…" in line or "..." in line else line


def _beside_pictures(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the blocks right before which a picture stands, or right behind them."""
    found: set[int] = set()
    before = 0
    for block in blocks:
        if block.images != before:
            before = block.images
            found.update((block.number - 1, block.number))
    return frozenset(found)
