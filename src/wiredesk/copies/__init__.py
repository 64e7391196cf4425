"""Articles come in, one by one or all at once. Copy sets go out: the articles that carry one report, whose it is,
and what each member is to it. Decided here: who copied whom, by shared passages of the body; what is news, and what
belongs to one event, is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wiredesk.copies.concerned import concerned
from wiredesk.copies.differences import differences
from wiredesk.copies.index import CopyIndex
from wiredesk.copies.notices import corrected_elsewhere, find_notices, set_aside
from wiredesk.copies.pairs import are_copies

if TYPE_CHECKING:
    from wiredesk.copies.rules import Rules
    from wiredesk.types import Article, CopySet

__all__ = [
    "CopyIndex",
    "are_copies",
    "concerned",
    "corrected_elsewhere",
    "differences",
    "find_copies",
    "find_notices",
    "set_aside",
]


def find_copies(articles: Iterable[Article], rules: Rules | None = None) -> list[CopySet]:
    """The copy sets of some articles, each article in exactly one, earliest set first.

    The order of the input does not matter: the articles are taken by (day, id), those without a day last.
    """
    with CopyIndex(rules=rules) as index:
        index.take(articles)
        return index.sets()
