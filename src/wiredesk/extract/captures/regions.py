"""Stretches of a capture's lines that are not the article, told by repetition and by the block that they stand in:
readers' comments and blocks of advertisement; and text that goes on behind a box of links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from wiredesk.extract.bylines.byline import is_biography
from wiredesk.extract.captures.lines import Line
from wiredesk.extract.rules import Rules
from wiredesk.extract.wording.phrases import opens_box
from wiredesk.extract.wording.stems import stems_of

_ANSWER = re.compile(r"\W*(?:\d+ )?repl(?:y|ies)(?: \d+| to .{1,40}| share| report| like)*\W*", re.IGNORECASE)
_SAYS = re.compile(r"\S.{1,70}\b(?:says|said|wrote)\s*:")
_SPONSOR = re.compile(
    r"\W*(?:(?:sponsored|presented|brought to you) by\b.{1,80}|sponsored|a message from\b.{1,80})", re.I
)
# What points back to someone named before, as no teaser does.
_ANAPHORA = re.compile(r"[”\"’'] (?:he|she|they) (?:said|added|says|told)\b|^(?:He|She) (?:said|added|also)\b")
_COMMENT_PARAGRAPHS = 6  # a comment is shorter; set by hand
_SPONSOR_LINES = 5


def marked(lines: list[Line], rules: Rules) -> list[Line]:
    """Mark where comments begin as an ending, and blocks of advertisement as furniture."""
    found = _sponsored(lines, rules)
    at = _first_comment(found)
    if at is None:
        return found
    below = [replace(line, kind="furniture", worth=-rules.furniture_cost) for line in found[at + 1 :]]
    return [*found[:at], replace(found[at], kind="ending", worth=-rules.ending_cost), *below]


def _first_comment(lines: list[Line]) -> int | None:
    """The line above the first comment: "Reply" stands again and again below names and prose, or a name that "says:"
    stands with its stamp."""
    for at, line in enumerate(lines):
        stamp = line.kind == "date" or (at + 1 < len(lines) and lines[at + 1].kind == "date")
        if stamp and _SAYS.fullmatch(line.text):
            return at
    answers = [at for at, line in enumerate(lines) if _ANSWER.fullmatch(line.text)]
    if len(answers) < 2:
        return None
    at = answers[0] - 1
    while at > 0 and lines[at].kind == "prose":
        at -= 1
    return at if at > 0 and answers[0] - at <= _COMMENT_PARAGRAPHS else answers[0]


def _sponsored(lines: list[Line], rules: Rules) -> list[Line]:
    """Blocks between blank lines that begin with the name of their sponsor."""
    found = list(lines)
    for at, line in enumerate(lines):
        if not _SPONSOR.fullmatch(line.text) or (at and lines[at - 1].block == line.block):
            continue
        block = [other for other in lines[at : at + _SPONSOR_LINES + 1] if other.block == line.block]
        if len(block) <= _SPONSOR_LINES:
            for inner in range(at, at + len(block)):
                found[inner] = replace(lines[inner], kind="furniture", worth=-rules.furniture_cost)
    return found


def extended(lines: list[Line], start: int, end: int, rules: Rules) -> int:
    """The end of a run, past an advertisement, a link or a box of links if its text goes on close behind."""
    if start == end:
        return end
    text = _content(line.text for line in lines[start:end] if line.kind == "prose")
    at = end
    boxed = headed = False
    while at < len(lines) and at - end <= rules.box_lines:
        line = lines[at]
        if line.kind in {"date", "byline"} or (line.kind == "ending" and (headed or not opens_box(line.text))):
            break
        headed = headed or line.kind == "ending"
        boxed = boxed or headed or line.kind == "list" or at - end > rules.gap_lines
        if line.kind == "prose" and line.worth >= rules.gap_prose_words:
            if boxed and not _goes_on(lines, at, text, headed, rules):
                break  # a teaser: others follow
            end, boxed, headed = at + 1, False, False
        at += 1
    return end


def _goes_on(lines: list[Line], at: int, text: frozenset[str], headed: bool, rules: Rules) -> bool:
    """Whether prose behind a box belongs to the text above it: its words are the text's, together with the paragraph
    that follows or, behind a box without a heading that ends articles, alone; and the short line right above it is no
    title of its own (a teaser)."""
    line, above = lines[at], lines[at - 1]
    own = _content([line.text])
    if is_biography(line.text) or (above.kind in {"line", "list"} and _content([above.text]) & own):
        return False
    if _ANAPHORA.search(line.text):
        return True
    if not headed:
        return len(own & text) >= max(rules.box_words, rules.headline_overlap * len(own))
    between = {"furniture", "caption", "credit"}
    following = (other for other in lines[at + 1 : at + 8] if other.kind not in between)
    after = next((other for other in following if other.kind == "prose" or other.count > rules.subhead_words), None)
    if after is None or after.kind != "prose":
        return False
    if lines[at - 1].kind == "ending" and lines[at + 1].kind == "prose":
        return True  # right behind the heading, without titles of their own: only a button stood between
    return len(_content([line.text, after.text]) & text) >= rules.box_words


def _content(texts: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(stems_of, texts))
