"""Small gatherings that look-ups are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from wiredesk.types import Article

_Value = TypeVar("_Value")


def gathered(pairs: Iterable[tuple[str, _Value]]) -> dict[str, list[_Value]]:
    """The values of each key, in their order."""
    found: dict[str, list[_Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def tuples(lists: Mapping[str, list[_Value]]) -> dict[str, tuple[_Value, ...]]:
    """Lists as tuples."""
    return {key: tuple(values) for key, values in lists.items()}


def newest(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles newest first, the undated last."""
    return tuple(sorted(articles, key=lambda one: (-(one.day or date.min).toordinal(), one.id)))
