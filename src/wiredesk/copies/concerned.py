"""The few articles that notices are found in, or may speak of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import timedelta

from wiredesk.copies.rules import Rules
from wiredesk.copies.tellings import is_column, length, telling
from wiredesk.kit.copysets import sets_by_article
from wiredesk.types import Article, CopySet, Notice


def concerned(
    telling_a_change: Set[str],
    articles: Mapping[str, Article],
    copies: Sequence[CopySet],
    notices: Iterable[Notice] = (),
    rules: Rules | None = None,
) -> list[Article]:
    """The articles of which `find_notices`, or with `notices` `set_aside`, finds all that it would find among all.

    They are those that tell a change (`CopyIndex.telling`), all that are of one report with them or with what a notice
    is about, and where one tells it of a report that is not among its copies, the reports of the days before it.
    """
    rules = rules or Rules()
    set_of = sets_by_article(copies)
    known = [articles[id_] for id_ in sorted(telling_a_change) if id_ in articles]
    wanted = {article.id for article in known} | {notice.target for notice in notices}
    wanted |= {copy.id for id_ in list(wanted) if id_ in set_of for copy in set_of[id_].articles}
    searching = [article for article in known if _searches(article, set_of.get(article.id), rules)]
    if searching and not notices:
        wanted |= set(_before(searching, articles, copies, rules))
    return [articles[id_] for id_ in articles if id_ in wanted]


def _searches(article: Article, copies: CopySet | None, rules: Rules) -> bool:
    """Whether the report that an article speaks of is looked for among all."""
    if is_column(article):
        return True
    found = telling(article, rules)
    alone = copies is None or len(copies.articles) == 1
    return alone and found is not None and not found.own and length(article) <= rules.advisory_words


def _before(
    searching: Sequence[Article], articles: Mapping[str, Article], copies: Sequence[CopySet], rules: Rules
) -> Iterable[str]:
    """Ids of one article for each report of the days in which one is looked for."""
    copied = {copy.id for one in copies for copy in one.articles} - {one.origin.article for one in copies}
    spans = [(one.day and one.day - timedelta(days=rules.target_days), one.day) for one in searching]
    for id_, article in articles.items():
        day = article.day
        if id_ not in copied and any(
            day is None or first is None or last is None or first <= day <= last for first, last in spans
        ):
            yield id_
