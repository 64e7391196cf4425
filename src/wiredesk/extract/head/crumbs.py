"""Breadcrumbs: the path from the front page to the article, as a page shows it: "Home / News / World"."""

from __future__ import annotations

import re

from wiredesk.extract.pages.outline import Outline
from wiredesk.extract.wording.phrases import HOME
from wiredesk.kit.text import fold, words

_PARTS = re.compile(r"\s*[>»›→❯▸]\s*|\s+/\s+")
_BARS = re.compile(r"\s*[|·•–]\s*")  # part a path only where it is marked as one: menus are parted so, too
_TIGHT = re.compile(r"\s*/\s*")
_HERE = re.compile(
    r"(?:you are here|you're here|vous êtes ici|sie sind hier|estás en|breadcrumbs?)\s*:?\s*", re.IGNORECASE
)
_NAME_LENGTH, _NAME_WORDS = 40, 5  # of a section; what is longer is the title of an article. Set by hand, as the rest
_MOST = 5  # sections one within the other; more names are a menu
_LINE_LENGTH = 200  # characters of a path in one line
_ABOVE = 15  # lines above the headline among which a path that nothing marks is looked for


def crumbs_of(outline: Outline, heading: int | None, headline: str | None) -> list[str]:
    """The sections between the front page and the article: in what is marked as breadcrumbs, or in a line above the
    headline that begins with the front page; empty where the page shows none. `heading`: number of its block."""
    last = len(outline.blocks) if heading is None else heading
    for scope in outline.scopes:
        if scope.first > last:
            break
        if ("crumb" in scope.words or scope.tag == "nav") and scope.end > scope.first:  # other menus are gone by then
            shown = [block.text for block in outline.blocks[scope.first : scope.end] if block.number != heading]
            steps = [part for line in shown[: 2 * _MOST] for piece in _pieces(line) for part in _BARS.split(piece)]
            pieces = [step for step in steps if step.strip()]  # a bar at an end has nothing beside it
            return _between(pieces, headline, marked=True)
    if heading is not None:
        for block in outline.blocks[max(0, heading - _ABOVE) : heading]:
            if found := crumbs_in(block.text, headline):
                return found
    return []


def crumbs_in(line: str, headline: str | None) -> list[str]:
    """The sections of a line that is a path from the front page; empty for every other line."""
    return _between(_pieces(line), headline, marked=False)


def _pieces(line: str) -> list[str]:
    if len(line) > _LINE_LENGTH:
        return []
    line = _HERE.sub("", line, count=1) if _HERE.match(line) else line
    parts = _PARTS.split(line)
    if len(parts) == 1:
        parts = _TIGHT.split(line)
    return [part.strip() for part in parts if part.strip(" /:-–")]


def _between(pieces: list[str], headline: str | None, *, marked: bool) -> list[str]:
    """The names behind the front page and before the article's title, which may be cut short."""
    first = next((at for at, piece in enumerate(pieces) if piece.lower() in HOME), None)
    if first is None and not marked:
        return []
    if first is None and pieces and pieces[0].lower().split()[0] in HOME:  # glued: "Home Science Space"
        return []
    if first is not None and first > 1 and not marked:
        return []
    title = fold(headline or "")
    names: list[str] = []
    for piece in pieces[0 if first is None else first + 1 :]:
        key = fold(piece)
        if not key or len(piece) > _NAME_LENGTH or len(words(piece)) > _NAME_WORDS or (title and title.startswith(key)):
            break
        names.append(piece)
    return names if len(names) <= _MOST and len(set(names)) == len(names) else []
