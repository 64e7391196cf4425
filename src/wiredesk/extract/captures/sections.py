"""The sections that a capture names above its headline, and the outlet that it names behind it."""

from __future__ import annotations

import re

from wiredesk.extract.captures.lines import Line, parted, word_count
from wiredesk.extract.head.crumbs import crumbs_in
from wiredesk.extract.head.headline import HEADLINE_TAIL
from wiredesk.extract.wording.phrases import DESKS, MENU_WORDS, SECTIONS
from wiredesk.kit.text import fold, words

_COLUMN, _TOGETHER = 4, 3  # short names below each other are a menu
_PATH_ABOVE = 10  # lines above the headline in which a path from the front page stands; set by hand
_MENU_BAR = re.compile(r"[|·•]")
_PAIR = 2  # "News | Sport" may be a path
_SECTION_PATH = 5  # more names in a row are a menu


def outlet_of(lines: list[Line], headline_at: int | None, headline: str | None) -> str | None:
    """The outlet's name, where the page's title line gives it behind the headline."""
    if headline_at is None or headline is None:
        return None
    for line in lines[: headline_at + 1]:
        found = HEADLINE_TAIL.search(line.text)
        named = found is not None and found[1].strip().lower() not in SECTIONS
        if found and named and fold(line.text[: found.start()]) == fold(headline):
            return found[1].strip()
    return None


def sections_of(lines: list[Line], top: int, headline: str | None) -> tuple[str, ...]:
    """Section names just above the headline: glued or parted runs of short names, a known name alone, or a name that
    the page's menu prints too. A column of names is a menu."""
    for line in lines[max(0, top - _PATH_ABOVE) : top]:
        if line.kind != "prose" and (path := crumbs_in(line.text, headline)):
            return tuple(_usual(name) for name in path)
    if top and (label := _label(lines, top)):
        return (label,)
    above = lines[max(0, top - 6) : top]
    if _in_column(above, lines[top].block if top < len(lines) else -1):
        while above and above[-1].kind == "line" and word_count(above[-1].text) <= 2:
            above = above[:-1]
    for line in reversed(above):
        if line.kind == "prose" or len(line.text) > 90:
            continue
        parts = [part for part in parted(line.text) if not re.search(r"\d", part)]
        known = [part for part in parts if part.lower() in SECTIONS]
        menu = [part for part in parts if part.lower() in MENU_WORDS]
        crumbs = re.search(r"[>»›/]", line.text) is not None
        if crumbs and menu:
            parts = [part for part in parts if part.lower() not in MENU_WORDS]
            menu = []
        if menu or not parts or any(len(words(part)) > 3 for part in parts):
            continue
        desks = {part.lower() for part in known} & DESKS
        if _MENU_BAR.search(line.text) and len(desks) > 1 and len(known) == len(parts) > _PAIR:
            break  # desks stand beside each other, none within another; glued names may be labels
        glued = 1 < len(parts) <= _SECTION_PATH
        if (glued and known) or (len(parts) == 1 and known):
            return tuple(dict.fromkeys(_usual(part) for part in parts))
    return ()


def _usual(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 3 else name


def _label(lines: list[Line], top: int) -> str | None:
    """The short name right above the headline that stands elsewhere on the page too, and not in a column of names."""
    line = lines[top - 1]
    key = fold(line.text)
    again = sum(fold(other.text) == key for other in lines) > 1
    one = word_count(line.text) <= 2 and len(parted(line.text)) == 1 and line.text[:1].isupper()
    if line.kind != "line" or not one or not again or key in MENU_WORDS or key == fold(lines[0].text):
        return None
    listed = any(fold(other.text) == key for other in lines[: top - 1])
    return _usual(line.text) if listed or not _in_column(lines[max(0, top - 6) : top], lines[top].block) else None


def _in_column(above: list[Line], block: int) -> bool:
    """Whether the last of some lines ends a column of names, which is a menu: of four or more; of three that stand
    together and apart from the headline, whose `block` is given."""
    short = [line.kind == "line" and word_count(line.text) <= 2 for line in above]
    last = above[-_TOGETHER:]
    together = len(last) == _TOGETHER and len({line.block for line in last}) == 1 and last[-1].block != block
    return (len(above) >= _COLUMN and all(short[-_COLUMN:])) or (together and all(short[-_TOGETHER:]))
