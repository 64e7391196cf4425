"""Whose a day on a page is: the article's own, or that of a comment, of another article, of a picture, of the masthead.

Told by where it stands: what holds the day but not the headline is asked, from the inside out, for what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from wiredesk.extract.days.printed import printed_days
from wiredesk.extract.pages.outline import Block, Outline, Scope
from wiredesk.kit.html import HEADINGS
from wiredesk.kit.text import has_any

SERVED = "the day on which the page was served"
"""Why the day of a masthead is not the article's."""
# What an element is by its words: what must stand in them, the pattern that tells, the reason of refusal.
_KINDS = (
    (
        ("comment", "disqus", "replies"),
        re.compile(r"\bcomments?(?=[-_\s]|$)(?![-_](?:link|count|num))|disqus|\breplies\b"),
        "the day of a comment",
    ),
    (
        (
            *("related", "recommend", "trending", "most", "read", "more", "latest", "next", "sidebar", "recirc"),
            *("teaser", "outbrain", "taboola"),
        ),
        re.compile(
            r"related|recommend|trending|most-?(?:read|viewed|popular)|read-?(?:next|more|also)|\b(?:more|latest)[-_]"
            r"(?:news|stories|articles|posts|from)|next-?(?:article|story|post)|\bsidebar(?:[-_\s]|$)(?!col|layout)|recirc"
            r"|\bteaser|outbrain|taboola"
        ),
        "the day of another article",
    ),
    (
        ("photo", "image", "img", "picture", "media", "wp", "cutline", "caption", "slideshow"),
        re.compile(
            r"(?:photo|image|img|picture|media|wp)[-_ ]?(?:caption|credit|info)|cutline|caption-?text|slideshow"
        ),
        "the day of a picture",
    ),
    (
        ("masthead", "today", "current", "top", "header", "weather"),
        re.compile(r"masthead|\btoday|current-?(?:date|time)|top-?bar|site-?header|weather"),
        SERVED,
    ),
    (
        ("event-", "calendar", "countdown", "copyright", "cookie", "newsletter"),
        re.compile(r"\bevent-|calendar(?!-(?:date|day|time))|countdown|copyright|cookie|newsletter"),
        "no day of an article",
    ),
)
_TAGS = {
    "aside": "the day of another article",
    "nav": "the day of another article",
    "figure": "the day of a picture",
    "figcaption": "the day of a picture",
}
_CARD_BLOCKS = 12  # a box that tells of another article has no more; set by hand on self-written pages
_LINK_WORDS = 6  # a link of so many words is a headline; fewer name a person or a topic
_TOLD_WORDS = 4  # a line of so many words beside a day says what happened on it; set by hand
_STAMP_LENGTH = 120  # characters
_NEAR = 10  # blocks below the headline; so near a link is a name, a section, a button. Set on 460 real pages
_SIBLINGS = 300  # scopes before and behind in which a box like this one is looked for
_BOX_LENGTH = 25  # levels up from a day that are asked


def not_its_own(outline: Outline, number: int, heading: int | None) -> str:
    """Why the day in a block (by its number) is not the article's own; "" where nothing says so.

    `heading`: number of the block of the headline.
    """
    blocks = outline.blocks
    if not blocks:
        return ""
    block = blocks[min(number, len(blocks) - 1)]
    if block.words and (kind := _kind(block.words)):
        return kind
    inner: Scope | None = None
    for scope in _around(block, heading):
        if scope.tag in {"body", "html", "main"}:
            break
        if kind := _TAGS.get(scope.tag, "") or _kind(scope.words):
            return kind
        if scope.tag == "header" and heading is not None and number < heading and not _within_article(scope):
            return SERVED
        if scope.tag == "footer" and not _within_article(scope):
            return "no day of an article"
        small = inner is None or inner.end - inner.first <= _CARD_BLOCKS
        if heading is not None and small and _tells_of_another(outline, scope, number, 0 < number - heading <= _NEAR):
            return "the day of another article"
        inner = scope
    return ""


def _around(block: Block, heading: int | None) -> Iterator[Scope]:
    """The scopes around a block that do not hold the headline, too; those within it may (a stamp in the `h1`)."""
    for level, scope in enumerate(block.scope.chain()):
        if level > _BOX_LENGTH or (heading is not None and scope.covers(heading)):
            return
        yield scope


@lru_cache(maxsize=4096)  # the same few names mark most elements of a site
def _kind(words: str) -> str:
    if words:
        for needed, pattern, kind in _KINDS:
            if has_any(words, needed) and pattern.search(words):
                return kind
    return ""


def _within_article(scope: Scope) -> bool:
    return any(outer.tag == "article" for outer in scope.chain())


def _tells_of_another(outline: Outline, scope: Scope, number: int, near: bool) -> bool:
    """Whether a box holds another headline beside the day: a small one whose link leads to it, or one of several alike
    (cards, entries of a live page, further articles of an endless page)."""
    headed = linked = told = False
    for block in outline.blocks[scope.first : min(scope.end, scope.first + 2 * _CARD_BLOCKS)]:
        if block.number == number:
            continue
        blanks = block.text.count(" ")
        told = told or blanks >= _TOLD_WORDS - 1
        headed = headed or block.tag in HEADINGS
        linked = linked or (blanks >= _LINK_WORDS - 1 and block.linked * 5 >= len(block.text) * 4)
    if linked and not near and scope.end - scope.first <= _CARD_BLOCKS:
        return True
    if not (headed or told) or (scope.tag == "div" and not scope.words):
        return False
    alike = _siblings(outline, scope)
    return bool(alike) and (headed or any(_is_dated(outline, other) for other in alike))


def _siblings(outline: Outline, scope: Scope) -> list[Scope]:
    """Other elements of the same name and marks in the same place: the page repeats the shape."""
    scopes = outline.scopes
    return [
        other
        for other in scopes[max(0, scope.place - _SIBLINGS) : scope.place + _SIBLINGS]
        if other.parent is scope.parent and other is not scope and other.tag == scope.tag and other.words == scope.words
    ]


def _is_dated(outline: Outline, scope: Scope) -> bool:
    blocks = outline.blocks[scope.first : min(scope.end, scope.first + 2 * _CARD_BLOCKS)]
    return any(len(block.text) <= _STAMP_LENGTH and any(printed_days(block.text)) for block in blocks)
