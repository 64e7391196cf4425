"""From a stretch of an article's part to a citation, and back to order among citations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wiredesk.kit import citations
from wiredesk.types import Article, Citation


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A stretch of a part, `[start:end]` in code points, and the event's fields that it supports."""

    part: str
    start: int
    end: int
    fields: frozenset[str]


def cite(article: Article, evidence: Evidence) -> Citation:
    """The exact words of the stretch with some characters on both sides. Raises KeyError for an unknown part."""
    return citations.cite(article, evidence.part, evidence.start, evidence.end, tuple(sorted(evidence.fields)))


def join(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The same stretches once each, in the order of first telling, their fields united."""
    joined: dict[tuple[str, int, int], Evidence] = {}
    for piece in evidence:
        key = (piece.part, piece.start, piece.end)
        known = joined.get(key)
        joined[key] = replace(known, fields=known.fields | piece.fields) if known else piece
    return tuple(joined.values())
