"""What elements say of the lines within: that they are captions, credits, or hold a picture with its lines."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from wiredesk.extract.pages.outline import Outline, Scope

# What the words of an element say of the lines within: set by hand from the conventions of publishing systems.
_MARKS = {
    "caption": r"(?<!closed-)(?<!closed)(?<!with-)(?<!has-)(?<!no-)caption(?!ed|-?(?:button|toggle|icon|opt))|cutline"
    r"|(?:image|photo|img|picture|media)[-_]*(?:text|desc)|video[-_]*(?:title|headline)\b",
    "credit": r"credit|attribution|copyright|photographer|photo-?by|image-?by|byline|image-?source|photo-?source",
    "figure": r"\bfigure\b|wp-caption|gallery|slide|lightbox|\bphoto\b"
    r"|(?:image|img|photo|picture|media)[-_]*(?:wrap|container|block|box|holder|figure)",
    "other": r"related|recommend|popular|trending|most-?read|teaser|promo|newsletter|sidebar|\bads?\b|advert|comment"
    r"|author|\bbio\b|avatar|video-?(?:title|playlist)",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _MARKS.items()}
_NOTHING: frozenset[str] = frozenset()
MOST_BLOCKS = 8  # an element that is one caption has no more lines


@lru_cache(maxsize=8192)  # the same few names mark most elements of a site
def marks_of(marks: str) -> frozenset[str]:
    """What the words of an element say it is: "caption", "credit", "figure", "other"."""
    if not (  # without one of these no pattern can match: looking for them takes a tenth of the time
        "caption" in marks or "image" in marks or "photo" in marks or "img" in marks or "media" in marks
        or "pict" in marks or "credit" in marks or "gallery" in marks or "slide" in marks or "figure" in marks
        or "attribution" in marks or "copyright" in marks or "byline" in marks or "cutline" in marks
        or "lightbox" in marks or "video" in marks
    ):  # fmt: skip
        return _NOTHING
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(marks))


@lru_cache(maxsize=4096)
def lists_others(marks: str) -> bool:
    """Whether the words of an element say that it lists other articles, or that it is of readers or the author."""
    return _PATTERNS["other"].search(marks) is not None


class Place(NamedTuple):
    """What the elements around a line say: the caption and the figure that hold it, and whether it is a credit."""

    caption: Scope | None = None
    figure: Scope | None = None
    credit: bool = False


def places(outline: Outline) -> list[Place]:
    """What each element says of the lines within, by its place; what holds it comes before it."""
    found: list[Place] = []
    around = nothing = Place()
    for scope in outline.scopes:
        parent = scope.parent
        around = found[parent.place] if parent is not None else nothing
        tag = scope.tag
        if tag == "figure":
            around = Place(figure=scope)
        elif tag == "figcaption" or (scope.words and scope.end - scope.first <= MOST_BLOCKS):
            marks = marks_of(scope.words)
            if tag == "figcaption" or "caption" in marks:
                around = Place(caption=around.caption or scope, figure=around.figure)
            elif "figure" in marks and scope.images:
                around = around._replace(figure=scope)
            elif "credit" in marks:
                around = around._replace(credit=True)
        found.append(around)
    return found
