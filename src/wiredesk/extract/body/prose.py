"""The paragraphs of an article among the blocks chosen as its text: what the page's own build says against some.

A block is chosen by the sum of its signs; here the whole of what was chosen speaks. A text ends with its element, not
in the next one; it does not end with a subhead; a line set as no other in it is none of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from wiredesk.extract.body.phrasing import opening
from wiredesk.extract.days.visible import is_date_line
from wiredesk.extract.pages.marks import kinds
from wiredesk.extract.pages.outline import Block, Outline, Scope
from wiredesk.extract.wires.closing import read_closing
from wiredesk.extract.wires.dateline import find_dateline
from wiredesk.kit.html import HEADINGS
from wiredesk.kit.text import ends_sentence, fold, words

_LINKED = 0.9  # share of a line's letters
_POINTED = 0.5  # the same where its first words point elsewhere: "SEE ALSO", "Read more:"; set by hand, as the next
_LINK_WORDS = 20  # a headline of another article has no more
_LEAST_WORDS = 3  # a headline has no fewer
_LABEL_WORDS = 4  # the label of a box of links has no more
_HELD = 0.8  # share of the letters of all sentences in the text's own element: .9 reads all alike, .95 some worse
_ALIKE = 0.8  # and in blocks of one shape, where a line of another is told by it; set by hand
_LEAST_WITH_DECK = 3  # blocks: a deck, and more than one paragraph below it
_DATELINE = 80  # characters of a dateline alone; set by hand, as the next
_CLOSING = 4  # blocks before the end of a text and behind it in which a line may say whose copy it is
_OF_TEXT = HEADINGS | {"p", "li", "blockquote", "td", "th", "pre", "dt", "dd"}
# Elements of AMP pages that hold advertisements, questions to the reader and menus.
_FRAMES = frozenset(
    {"amp-ad", "amp-embed", "amp-sticky-ad", "amp-auto-ads", "amp-consent", "amp-user-notification", "amp-sidebar"}
)
_Shape = tuple[str, str, str, str]


def settled(outline: Outline, kept: Sequence[int]) -> tuple[int, ...]:
    """Of the blocks chosen as text, by number and in order, those that the build of the whole leaves."""
    blocks = [outline.blocks[number] for number in kept]
    sentences = [ends_sentence(block.text) for block in blocks]
    own = _own_element(outline, blocks, sentences)
    last = len(blocks)
    while last and not ((own is None or own.covers(blocks[last - 1].number)) and blocks[last - 1].tag not in HEADINGS):
        last -= 1
    apart = _strangers(blocks, sentences)
    frames = [scope for scope in outline.scopes if scope.tag in _FRAMES]
    numbers = (block.number for block in blocks[:last] if block.number not in apart)
    return tuple(number for number in numbers if not any(frame.covers(number) for frame in frames))


def edges_of(outline: Outline, kept: Sequence[int], apart: frozenset[int]) -> tuple[str | None, tuple[str, ...]]:
    """The dateline that stands in a line of its own above the text, and the lines behind it that say whose copy it is,
    where they were not chosen: they are short, and most that is short there is furniture. `apart`: captions."""
    if not kept:
        return None, ()
    first, last = kept[0], kept[-1]
    above = outline.blocks[first - 1] if first else None
    dateline = None
    if above is not None and len(above.text) <= _DATELINE and first - 1 not in apart and above.tag not in HEADINGS:
        found = find_dateline(above.text)
        dateline = above.text if found is not None and found.alone and found.dateline is not None else None
    own = outline.blocks[last].scope
    own = own.parent or own
    said = []
    for block in outline.blocks[max(first, last - _CLOSING) : min(own.end, last + 1 + _CLOSING)]:
        if block.number in kept or block.number in apart or "byline" in kinds(block.words):
            continue
        if 2 * block.linked < len(block.text):
            closing = read_closing(block.text)
            if closing is not None and closing.agency:
                said.append(block.text)
    return dateline, tuple(said)


def deck_of(outline: Outline, kept: Sequence[int]) -> str | None:
    """The outlet's introduction that was chosen with the text: its first block, if that stands outside the element of
    all the rest and is set as a heading or marked as a summary."""
    if len(kept) < _LEAST_WITH_DECK:
        return None
    first = outline.blocks[kept[0]]
    outer = first.scope.parent or first.scope
    if first.tag not in HEADINGS and "summary" not in kinds(f"{first.words} {first.scope.words} {outer.words}"):
        return None
    blocks = [outline.blocks[number] for number in kept[1:]]
    own = _own_element(outline, blocks, [ends_sentence(block.text) for block in blocks])
    return None if own is None or own.covers(first.number) else first.text


def paragraphs_of(
    outline: Outline, kept: Sequence[int], heading: int | None, authors: Sequence[str]
) -> tuple[str, ...]:
    """The paragraphs of the blocks kept, without the headline, the byline and stamp below it, and boxes of links to
    other articles; none if no one of them is a sentence."""
    blocks = [outline.blocks[number] for number in kept if number != heading]
    linked = [_leads_elsewhere(block) for block in blocks]
    names = {fold(name) for name in authors}
    paragraphs: list[str] = []
    for block, link, after in zip(blocks, linked, [*linked, False][1:], strict=True):
        label = after and len(words(block.text)) <= _LABEL_WORDS and not ends_sentence(block.text)
        first = not paragraphs and (fold(block.text) in names or is_date_line(block.text))
        if not link and not label and not first:
            paragraphs.append(block.text)
    if not any(ends_sentence(paragraph) for paragraph in paragraphs):
        return ()
    return tuple(paragraphs)


def _own_element(outline: Outline, blocks: list[Block], sentences: list[bool]) -> Scope | None:
    """The innermost element that holds nearly all sentences."""
    direct: dict[int, int] = {}
    for block, sentence in zip(blocks, sentences, strict=True):
        if sentence:
            scope = block.scope
            if scope.parent is not None and scope.end - scope.first == 1:
                scope = scope.parent
            place = scope.place
            direct[place] = direct.get(place, 0) + len(block.text)
    held: dict[int, int] = {}
    for place, length in direct.items():
        for scope in outline.scopes[place].chain():
            held[scope.place] = held.get(scope.place, 0) + length
    least = _HELD * sum(direct.values())
    best = max((place for place, length in held.items() if length >= least), default=None)
    return outline.scopes[best] if best is not None else None


def _strangers(blocks: list[Block], sentences: list[bool]) -> frozenset[int]:
    """Numbers of the lines that are no sentence and set as no other line of a text whose paragraphs are all alike: a
    vote, an advertisement, a date. Subheads and lists are set apart, too, and say so by their elements."""
    said: dict[_Shape, int] = {}
    count: dict[_Shape, int] = {}
    shapes = [_shape(block) for block in blocks]
    for block, shape, sentence in zip(blocks, shapes, sentences, strict=True):
        count[shape] = count.get(shape, 0) + 1
        if sentence:
            said[shape] = said.get(shape, 0) + len(block.text)
    if max(said.values(), default=0) <= _ALIKE * sum(said.values()):
        return frozenset()
    return frozenset(
        block.number
        for block, shape, sentence in zip(blocks, shapes, sentences, strict=True)
        if not sentence and count[shape] == 1 and block.tag not in _OF_TEXT and not _is_subhead(block)
    )


def _is_subhead(block: Block) -> bool:
    return block.bold > _ALIKE * len(block.text) or block.text[-1] == ":"


def _shape(block: Block) -> _Shape:
    outer = block.scope.parent or block.scope
    return block.tag, block.words, block.scope.words, outer.words


def _leads_elsewhere(block: Block) -> bool:
    """Whether a block is a link to another article: short and no sentence. A link into the page itself is a subhead."""
    size = len(block.text)
    if block.linked < _POINTED * size or ends_sentence(block.text):
        return False
    if block.linked < _LINKED * size and opening(block.text.lower()) != "more":
        return False
    return _LEAST_WORDS <= len(words(block.text)) <= _LINK_WORDS and not (block.href[:1] == "#" and block.href[1:])
