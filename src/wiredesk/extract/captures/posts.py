"""Live pages: the posts of a stream, each under the clock time at which it was written."""

from __future__ import annotations

from collections.abc import Sequence

from wiredesk.extract.bylines.byline import is_author, is_role
from wiredesk.extract.captures.lines import CLOCK, Line

_LEAST = 3  # posts; fewer clock times in a row are no stream. Set by hand on self-written captures, as the rest
_LONGEST = 14  # lines of one post
_INTRODUCTION = 6  # lines of text above the first clock time: a stream opens with a few lines, an article with more
_OPENING = 0.5  # share of the posts' words that stand above them at most: more are an article above others' teasers
_SUBHEAD = 3  # words of the heading of a post


def posts_of(lines: Sequence[Line], start: int, end: int) -> frozenset[int]:
    """The numbers of the lines that are text of a stream's posts, empty where the run from `start` to `end` opens none:
    the sentences of each, however short, and the line right above them. Names and buttons are none."""
    if start == end:
        return frozenset()
    opened = [at for at, line in enumerate(lines) if line.kind == "furniture" and CLOCK.fullmatch(line.text)]
    opened = [at for at in opened if at >= start - _INTRODUCTION]
    if len(opened) < _LEAST or opened[0] > start + _INTRODUCTION:
        return frozenset()
    kept: set[int] = set()
    posts = 0
    for at, behind in zip(opened, [*opened[1:], None], strict=True):
        post = _post(lines, at, min(at + _LONGEST, len(lines)) if behind is None else behind, last=behind is None)
        if not post or (behind is not None and behind - at > _LONGEST):
            break
        kept.update(post)
        posts += 1
    above = sum(lines[at].worth for at in range(start, opened[0]) if lines[at].kind == "prose")
    told = sum(lines[at].count for at in kept)
    return frozenset(kept) if posts >= _LEAST and above < _OPENING * told else frozenset()


def signatures_of(lines: Sequence[Line], posts: frozenset[int]) -> frozenset[int]:
    """The numbers of the lines between the posts of a stream that only name a writer or her role."""
    between = range(min(posts), max(posts))
    return frozenset(at for at in between if is_author(lines[at].text) or is_role(lines[at].text))


def _post(lines: Sequence[Line], opened: int, end: int, *, last: bool) -> list[int]:
    """The lines of one post, which the next clock time ends; the last ends with its sentences."""
    kept: list[int] = []
    for at in range(opened + 1, end):
        line = lines[at]
        if line.kind in {"ending", "list"}:
            break
        if line.kind == "prose":
            if not kept and at - 1 > opened and _is_heading(lines[at - 1]):
                kept.append(at - 1)
            kept.append(at)
        elif last and kept:
            break
    return kept


def _is_heading(line: Line) -> bool:
    return line.kind == "line" and line.count >= _SUBHEAD and not is_author(line.text) and not is_role(line.text)
