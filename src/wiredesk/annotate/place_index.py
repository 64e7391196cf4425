"""Places of a part by the tokens that they begin and end at."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from wiredesk.annotate.tokens import Tokens
from wiredesk.kit.places import Place


@dataclass(frozen=True, kw_only=True)
class PlaceIndex:
    """Places of a part by the tokens that they begin and end at."""

    first: dict[int, tuple[int, Place]]
    """First token -> (token after, place)."""
    after: dict[int, tuple[int, Place]]
    """Token after -> (first token, place)."""


def index_places(tokens: Tokens, places: list[Place]) -> PlaceIndex:
    """Places whose bounds are token bounds."""
    size = len(tokens)
    first: dict[int, tuple[int, Place]] = {}
    after: dict[int, tuple[int, Place]] = {}
    for place in places:
        begin = bisect_left(tokens.starts, place.start)
        end = bisect_left(tokens.ends, place.end)
        if begin >= size or end >= size:
            continue  # within the last token: "Photo: Venn-Lima"
        if tokens.ends[end] in (place.end, place.end + 1) and tokens.starts[begin] == place.start:
            end += 1  # "U.S" may be printed without its last point
            first[begin] = (end, place)
            after[end] = (begin, place)
    return PlaceIndex(first=first, after=after)
