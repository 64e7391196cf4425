"""Places of a part by the tokens that they begin and end at."""

from __future__ import annotations

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
    at = {start: number for number, start in enumerate(tokens.starts)}
    until = {end: number + 1 for number, end in enumerate(tokens.ends)}
    first: dict[int, tuple[int, Place]] = {}
    after: dict[int, tuple[int, Place]] = {}
    for place in places:
        begin, end = at.get(place.start), until.get(place.end)
        if end is None:
            end = until.get(place.end + 1)  # "U.S" printed without its last point
        if begin is not None and end is not None:
            first[begin] = (end, place)
            after[end] = (begin, place)
    return PlaceIndex(first=first, after=after)
