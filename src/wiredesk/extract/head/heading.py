"""The headline of a page: its text, the block in which it stands, the kicker above it, and the deck below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wiredesk.extract.head.headline import NAME_FIRST, without_name
from wiredesk.extract.pages.outline import Block, Outline
from wiredesk.extract.rules import Rules
from wiredesk.extract.wording.phrases import SECTIONS
from wiredesk.extract.wording.stems import overlap, stems
from wiredesk.kit.text import fold, squeeze, words

_KICKER_WORDS = 3
_LEAST_WORDS = 3  # a headline that nothing but its element vouches for has no fewer
_LONGEST = 320  # characters: what is longer and set as a headline holds a page, or half of it
_MOST_BLOCKS = 6  # a headline is set in no more lines
_BAR = re.compile(r"\s+(?:[|»·•–—]|-|::)\s+")
_TIGHT_TAIL = re.compile(r"[-_—|｜＿](?=[^-_—|｜＿]{2,12}$)")
_DENSE = 8  # characters of a headline in a script without spaces; set by hand, as the next
_MARKS = 12  # characters by which two settings of one headline differ at most
_TAIL_NAME = re.compile(r"\s*\|\s*([^|]{2,40})$")
_HEAD_NAME = re.compile(r"^([^|]{2,40}?)\s*\|\s*")
_LABEL = re.compile(r"kicker|eyebrow|overline|section|categor|topic|\blabel|rubric|breadcrumb|\bcat-")
_ABOVE = 4  # blocks above a headline in which its label may stand; set by hand
_LOWER_ORDERS = frozenset({"h2", "h3", "h4"})
_OPENING = 8  # paragraphs that a headline is held against
_LABEL_WORDS = 4
_LABEL_LENGTH = 40  # characters
_MENU = re.compile(r"\bmenu|navigation|\bnav\b|navbar")


@dataclass(frozen=True, kw_only=True)
class Heading:
    """`number` of the block that holds the headline and of the first one `below` it, None where the page shows none;
    `text`: the headline, None where it has none; `kicker`: the label above or before it."""

    number: int | None = None
    below: int | None = None
    text: str | None = None
    kicker: str | None = None


@dataclass(frozen=True, kw_only=True)
class _Set:
    """What a page sets as a headline of the first order: its text and the lines that it stands in."""

    text: str
    blocks: tuple[Block, ...]


def find_heading(outline: Outline, named: Sequence[str], outlet: str | None) -> Heading:
    """Weigh what the metadata name, in the order of trust, against what the page sets as a headline: the visible one
    if the metadata agree, else what they name; without the outlet's name, the kicker apart."""
    shown = _first_order(outline, outlet)
    own = fold(outlet or "")
    named = [text for text in named if fold(text) != own]
    title = outline.title
    text, set_as = _agreed(shown, named, title)
    if text is None and len(shown) == 1 and _speaks_of(shown[0].text, named, outline, outlet):
        text, set_as = shown[0].text, shown[0]
    kicker: str | None = None
    if text is None:
        for candidate in (*named, *(one.text for one in shown[:1] if len(shown) == 1), title, *(s.text for s in shown)):
            plain, kicker = _parted(candidate)
            if text := without_outlet(plain, outlet) or None:
                break
    else:
        text, kicker = _parted(text)
    if text is not None:
        text = without_name(text, outlet)
        if set_as is None or "|" in text:
            text = _as_set(outline, text)
    if text is None:
        return Heading()
    number, below = _place(outline, text, set_as, shown)
    if set_as is not None and kicker is None:
        kicker = _within(set_as, text)
    if number is not None and kicker is None:
        kicker = _above(outline, set_as.blocks[0].number if set_as is not None else number)
    return Heading(number=number, below=below, text=text or None, kicker=kicker)


def over_text(outline: Outline, heading: Heading, kept: Sequence[int], rules: Rules) -> Heading:
    """The heading of a page that does not show the one that it names: its title, unless a heading of lower order stands
    right over the text and tells more of it, as where the title is the outlet's name. `kept`: the numbers of
    the blocks that are the text."""
    if heading.number is not None or not kept:
        return heading
    told = stems(outline.blocks[number].text for number in kept[:_OPENING])
    said = overlap(heading.text or "", told)
    least, most = rules.headline_words
    for number in range(kept[0], max(-1, kept[0] - _ABOVE), -1):
        block = outline.blocks[number]
        if block.tag not in _LOWER_ORDERS or 2 * block.linked >= len(block.text):
            continue
        if least <= len(words(block.text)) <= most and overlap(block.text, told) >= max(said, rules.headline_overlap):
            return Heading(number=number, below=number + 1, text=block.text, kicker=heading.kicker)
    return heading


def without_outlet(title: str, outlet: str | None) -> str:
    """A title without the outlet's name behind (or before) a bar or dash."""
    parts = _BAR.split(title)
    if len(parts) < 2:
        return title
    if outlet and fold(parts[-1]) in fold(outlet) + " " + fold(outlet).replace(" ", ""):
        return title[: title.rindex(parts[-1])].rstrip(" |»·•–—-:")
    longest = max(parts, key=len)
    return longest if len(longest) > 0.6 * len(title) and len(longest.split()) >= 4 else title


def _as_set(outline: Outline, text: str) -> str:
    """A title without what stands before its colon or bar, or behind its bars, where the page sets the rest in a line
    of its own: old pages have no `h1`, and name their outlet as they like."""
    wanted = {fold(rest): rest for rest in _within_marks(text)}
    if not wanted:
        return text
    sizes = {len(rest) for rest in wanted.values()}
    for block in outline.blocks:
        size = len(block.text)
        near = 2 * block.linked < size and any(abs(size - other) < _MARKS for other in sizes)
        if near and (rest := wanted.get(fold(block.text))) is not None:
            return rest
    return text


def _within_marks(text: str) -> Iterator[str]:
    """What of a title may be the headline: behind its first colon or bar, before each of its bars, before the dash that
    is set without blanks where words are."""
    found = NAME_FIRST.match(text)
    ends = [mark.start() for mark in _BAR.finditer(text)]
    if not text.isascii() and (tight := _TIGHT_TAIL.search(text)):
        ends.append(tight.start())
    for rest in (*(text[:end] for end in reversed(ends)), text[found.end() :] if found else ""):
        if len(words(rest)) >= _LEAST_WORDS or (len(rest) > _DENSE and not rest.isascii()):
            yield rest


def _first_order(outline: Outline, outlet: str | None) -> list[_Set]:
    """The elements `h1` that say something other than the outlet's name."""
    found: list[_Set] = []
    for scope in outline.scopes:
        if scope.tag != "h1" or scope.end <= scope.first:
            continue
        blocks = tuple(outline.blocks[scope.first : scope.end])
        text = squeeze(" ".join(block.text for block in blocks)) if len(blocks) <= _MOST_BLOCKS else ""
        if text and len(text) <= _LONGEST and (not outlet or fold(text) != fold(outlet)):
            found.append(_Set(text=text, blocks=blocks))
    return found


def _agreed(shown: list[_Set], named: Sequence[str], title: str) -> tuple[str | None, _Set | None]:
    """The headline on which page and metadata agree, and where it stands."""
    others = [(other, folded) for other in (*named, title) if (folded := fold(other))]
    for one in shown:
        mine = fold(one.text)
        count = len(mine.split())
        for other, folded in others[: len(others) - bool(title)]:
            # A kicker ("Opinion | ...") stands within the h1 of some sites: the metadata know better.
            if mine.endswith(folded) and 0 < count - len(folded.split()) <= _KICKER_WORDS:
                return other, one
        same = mine and any(mine in folded or folded in mine for _, folded in others)
        if same and (count >= _LEAST_WORDS or any(mine == folded for _, folded in others)):
            return one.text, one
    return None, None


def _speaks_of(text: str, named: Sequence[str], outline: Outline, outlet: str | None) -> bool:
    """Whether the one headline of the first order tells of what the metadata tell, in other words: many outlets write
    one headline for the page and another for those who search or share. The outlet's name tells of nothing."""
    if len(words(text)) < _LEAST_WORDS:
        return False
    told = (*named, outline.title, *outline.meta.get("og:description", ())[:1])
    return bool((stems([text]) & stems(told)) - stems([outlet or ""]))


def _parted(text: str) -> tuple[str, str | None]:
    """A headline without the name of a section before or behind a bar ("Opinion | ...", "... | Editorial")."""
    for pattern in (_TAIL_NAME, _HEAD_NAME) if "|" in text else ():
        if (found := pattern.search(text)) and found[1].strip().lower() in SECTIONS:
            return (text[: found.start()] + text[found.end() :]).strip(), found[1].strip()
    return text, None


def _place(outline: Outline, text: str, set_as: _Set | None, shown: list[_Set]) -> tuple[int | None, int | None]:
    """The number of the block that holds a headline, and of the one behind it."""
    if set_as is None:
        wanted = fold(text)
        set_as = next((one for one in shown if fold(one.text) == wanted), None)
        if set_as is None:
            size = len(text)
            same = [
                block
                for block in outline.blocks
                if abs(len(block.text) - size) < 12 and 2 * block.linked < size and fold(block.text) == wanted
            ]
            best = next((block for block in same if block.tag in {"h2", "h3"}), same[0] if same else None)
            if best is not None:
                return best.number, best.number + 1
            if len(shown) != 1:
                return None, None
            set_as = shown[0]
    longest = max(set_as.blocks, key=lambda block: len(block.text))
    return longest.number, set_as.blocks[-1].number + 1


def _within(one: _Set, text: str) -> str | None:
    """The kicker that stands in a line of its own before the headline, within its element."""
    first = one.blocks[0].text
    return first.strip(" |:") if len(one.blocks) > 1 and not fold(text).startswith(fold(first)) else None


def _above(outline: Outline, number: int) -> str | None:
    """The label above a headline: a short line that is marked as one, or the name of a section."""
    for block in reversed(outline.blocks[max(0, number - _ABOVE) : number]):
        if len(block.text) > _LABEL_LENGTH or len(block.text.split()) > _LABEL_WORDS or _in_menu(block):
            continue
        parent = block.scope.parent
        around = f"{block.words} {block.scope.words} {parent.words if parent is not None else ''}"
        if (block.text.lower() in SECTIONS and block.scope.tag != "li") or (
            _LABEL.search(around) and block.text[:1].isalpha()
        ):
            return block.text
    return None


def _in_menu(block: Block) -> bool:
    """Whether a block is an entry of a menu, which a path to the page is not."""
    for scope in block.scope.chain():
        if "breadcrumb" in scope.words:
            return False
        if scope.tag == "nav" or _MENU.search(scope.words):
            return True
    return False
