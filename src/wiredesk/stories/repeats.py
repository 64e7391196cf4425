"""Paragraphs that an outlet prints under more than one report: furniture that extraction left, or background.

They tell no event, and would make all articles of one outlet alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wiredesk.types import Article


def masked(articles: Sequence[Article], report_of: Mapping[str, str]) -> Mapping[str, Article]:
    """The articles by id, such paragraphs blanked: as many spaces as they had characters, so offsets hold.

    `report_of`: the report (copy set, or story) of an article; one that is not in it is a report of its own. An article
    that would keep nothing stays whole.
    """
    first: dict[tuple[str, str], str] = {}
    repeated: set[tuple[str, str]] = set()
    for article in articles:
        if article.outlet:
            report = report_of.get(article.id, article.id)
            for paragraph in article.body:
                key = (article.outlet, paragraph)
                if first.setdefault(key, report) != report:
                    repeated.add(key)
    return {article.id: _blanked(article, repeated) for article in articles}


def _blanked(article: Article, repeated: set[tuple[str, str]]) -> Article:
    outlet = article.outlet
    if outlet is None or not any((outlet, paragraph) in repeated for paragraph in article.body):
        return article
    body = tuple(" " * len(text) if (outlet, text) in repeated else text for text in article.body)
    return replace(article, body=body) if any(text.strip() for text in body) else article
