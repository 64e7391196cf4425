"""From an article to the copy set that it is of, and from a notice to all the articles that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wiredesk.types import CopySet, Notice


def sets_by_article(copies: Iterable[CopySet]) -> dict[str, CopySet]:
    """The copy set that each article is of, by the article's id; of two sets that claim an article the last."""
    return {copy.id: one for one in copies for copy in one.articles}


def meant_by(notice: Notice, set_of: Mapping[str, CopySet]) -> frozenset[str]:
    """Ids of the articles that a notice is about: its target and all that carry the same report.

    `set_of` is as `sets_by_article` gives it; a target that it does not know stands alone.
    """
    members = set_of[notice.target].articles if notice.target in set_of else ()
    return frozenset({notice.target, *(copy.id for copy in members)})
