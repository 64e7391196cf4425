"""Copies beside their origin in full, as one page for editors. It is never part of the site: no cap holds here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from wiredesk.publish.days import spell_days
from wiredesk.publish.differing import changes
from wiredesk.publish.passages import Words, headline_words, source_name, words_of
from wiredesk.publish.rules import PAGE_LANGUAGE
from wiredesk.publish.templating import environment
from wiredesk.publish.words import RELATION
from wiredesk.types import Article, Copy, CopySet, Difference

Compare = Callable[[Article, Article], Sequence[Difference]]
"""Where a copy departs from its origin (origin, copy)."""


def comparison_html(sets: Sequence[CopySet], articles: Mapping[str, Article], compare: Compare) -> str:
    """The page of copy sets, those of a story or one alone: each origin's text, and every passage that each copy cut,
    added, changed or moved.

    `articles`: those of the sets by id, the origins among them; a copy that is not there is left out.
    """
    template = environment().get_template("comparison.html")
    return template.render(language=PAGE_LANGUAGE, sets=[_compared(one, articles, compare) for one in sets])


def _compared(copies: CopySet, articles: Mapping[str, Article], compare: Compare) -> dict[str, object]:
    origin = articles[copies.origin.article]
    known = [(copy, articles[copy.id]) for copy in copies.articles if copy.id in articles and copy.id != origin.id]
    return {
        "origin": _report(origin),
        "how": spell_days(copies.origin.how),
        "credit": copies.origin.credit,
        "paragraphs": _paragraphs(origin),
        "copies": [(_report(article), _relation(copy), changes(compare(origin, article), origin, article))
                   for copy, article in known],
    }  # fmt: skip


def _report(article: Article) -> dict[str, object]:
    return {
        "article": article.id,
        "outlet": source_name(article),
        "day": article.day,
        "headline": headline_words(article, article.id),
    }


def _relation(copy: Copy) -> str:
    return f"{RELATION[copy.relation]}, {round(copy.share * 100)} %"


def _paragraphs(article: Article) -> list[Words]:
    found: list[Words] = []
    for part, paragraphs in (("lead", article.lead), ("body", article.body)):
        start = 0
        for text in paragraphs:
            found.append(words_of(article, article.id, part, start, text))
            start += len(text) + len("\n\n")
    return found
