"""Text that a text browser, a mail program or a printer made of a page: lines wrapped at a width, numbers of links."""

from __future__ import annotations

import itertools
import re

from wiredesk.kit.text import ends_sentence, squeeze

_BLANK = re.compile(r"\n[ \t\xa0]*\n")
_LINK_MARK = re.compile(r"(?<![\w\])])\[\d{1,4}\](?=[^\s\d])")
_BUTTON = re.compile(r"\((?:BUTTON|IMG|IFRAME|SUBMIT|TEXTAREA)\)\s?|\[(?:IMG|INLINE|LINK|EMBED)\]")
_LINKED = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:https?://|/|#|mailto:)[^()\s]*(?: \"[^\"\n]*\")?\)")
_REFERENCES = re.compile(
    r"^[ \t]*(?:References|Links|Verweise|Références)[ \t]*\n\s*(?:(?:Visible|Hidden) links:?\s*\n\s*)?"
    r"\[?1[.\]]\s+\w+:",
    re.MULTILINE,
)
_QUOTED = re.compile(r"^[ \t]*>[> ]?[ \t]?", re.MULTILINE)
_ITEM = re.compile(r"(?:[-–•*·▪●◦‣o+#]|\d{1,2}[.)]|\[)\s*\S|_{3,}|https?://")
_MARKS = 5  # link marks in a text that has them: fewer may be notes
_WIDEST = (40, 132)  # characters: a text with longer lines was not wrapped, one of shorter ones is a list
_BROKEN = 3  # sentences that go on in the next line
_LONG = 0.6  # of the width: shorter lines end of their own
_RAGGED = 0.8  # of the width: where a font of unequal letters was wrapped


def plain_text(text: str) -> str:
    """The text with the usual ends of lines and without the marks of text browsers, mail and Markdown."""
    text = re.sub(r"\r\n?|\u2028|\x0b|\x0c", "\n", text).replace("\u2029", "\n\n")
    if "](" in text:
        text = _LINKED.sub(r"\1", text)
    if "[" in text and len(_LINK_MARK.findall(text)) >= _MARKS:
        text = _LINK_MARK.sub("", text)
        if found := _REFERENCES.search(text):
            text = text[: found.start()]
    if "(BUTTON)" in text or "[IMG]" in text or "[INLINE]" in text:
        text = _BUTTON.sub("", text)
    if "\n>" in text and 2 * text.count("\n>") > text.count("\n"):
        text = _QUOTED.sub("", text)
    return text


def blocks_of(text: str) -> list[list[str]]:
    """The lines of a capture by blocks between blank lines, white space squeezed, wrapped lines joined."""
    blocks = [[line for line in block.split("\n") if line and not line.isspace()] for block in _BLANK.split(text)]
    width, ragged = _width(blocks)
    if width:
        return [_unwrapped(block, width, ragged) for block in blocks if block]
    return [[shown for line in block if (shown := squeeze(line))] for block in blocks if block]


def _width(blocks: list[list[str]]) -> tuple[int, bool]:
    """The width at which a text was wrapped, 0 if it was not, and whether it is a ragged one: sentences go on in the
    next line, and they do so where its first word had no room."""
    widest = max((len(line.rstrip()) for block in blocks for line in block), default=0)
    if not _WIDEST[0] <= widest <= _WIDEST[1]:
        return 0, False
    broken = exact = short = 0
    for block in blocks:
        for line, below in itertools.pairwise(block):
            after = below.lstrip()
            if not after[:1].islower() or ends_sentence(line):
                continue
            size = len(line.rstrip())
            broken += size >= _LONG * widest
            short += size < _LONG * widest
            exact += size + 1 + len(after.split(None, 1)[0]) > widest
    if broken < _BROKEN or short > broken:
        return 0, False
    return widest, exact < _RAGGED * broken


def _unwrapped(block: list[str], width: int, ragged: bool) -> list[str]:
    """Join each line to the one before it if it had no room there."""
    joined: list[str] = []
    size = 0
    for line in block:
        shown = squeeze(line)
        if not shown:
            continue
        if joined and size and _goes_on(joined[-1], size, shown, width, ragged):
            head = joined[-1]
            glued = head[-1] == "-" and head[-2:-1].islower() and shown[0].islower()
            joined[-1] = head[:-1] + shown if glued else f"{head} {shown}"
        else:
            joined.append(shown)
        size = len(line.rstrip())
    return joined


def _goes_on(head: str, size: int, shown: str, width: int, ragged: bool) -> bool:
    if shown[0] in "#[_+•*·▪●◦‣" or (_ITEM.match(shown) and shown[0] in "-–o") or shown.startswith("http"):
        return False
    if size < _LONG * width:
        return False
    if not ends_sentence(head) and (shown[0].islower() or (ragged and size >= _RAGGED * width)):
        return True
    return size >= 0.9 * width if ragged else size + 1 + len(shown.split(None, 1)[0]) > width
