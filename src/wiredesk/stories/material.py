"""What is at hand to describe stories with, and what of it stands for each report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wiredesk.kit.copysets import sets_by_article
from wiredesk.stories.repeats import masked
from wiredesk.stories.rules import Rules
from wiredesk.types import Annotations, Article, Copy, CopySet, Genre


class Material:
    """What is at hand to describe stories with: articles in (day, id) order, their annotations, copies, owners."""

    def __init__(
        self,
        articles: Sequence[Article],
        annotations: Mapping[str, Annotations],
        copies: Sequence[CopySet],
        owners: Mapping[str, str],
        rules: Rules,
    ) -> None:
        self.articles = {article.id: article for article in articles}
        self.annotations = annotations
        self.owners = owners
        self.rules = rules
        self._place = {article.id: place for place, article in enumerate(articles)}
        self._copies_of = sets_by_article(copies)
        self.masked = masked(articles, {id_: one.id for id_, one in self._copies_of.items()})

    def place(self, article: str) -> int:
        """Where an article stands in (day, id) order."""
        return self._place[article]

    def copies_of(self, article: str) -> CopySet | None:
        """The copy set that an article is of, None if nothing was said of its copies."""
        return self._copies_of.get(article)

    def credit_of(self, article: Article) -> str | None:
        """Whose report it is: as its copies mostly say, or as it says itself."""
        copies = self.copies_of(article.id)
        return copies.origin.credit if copies else article.credit


def reports_of(material: Material, articles: Sequence[Article]) -> list[list[Article]]:
    """The articles parted by copy set, in the order of the earliest of each."""
    together: dict[str, list[Article]] = {}
    for article in articles:
        copies = material.copies_of(article.id)
        together.setdefault(copies.id if copies else article.id, []).append(article)
    return list(together.values())


def leading_of(material: Material, report: Sequence[Article]) -> Article:
    """The report as it stands: its latest corrected version, else its origin, or where the origin is in no article of
    these, the earliest that is not a few words only."""
    copies = material.copies_of(report[0].id)
    by_id = {article.id: article for article in report}
    corrected = [by_id[copy.id] for copy in (copies.articles if copies else ()) if _corrects(copy, by_id)]
    if corrected:
        return max(corrected, key=lambda article: article.order)
    earliest = next((article for article in report if not article.teaser), report[0])
    return by_id.get(copies.origin.article, earliest) if copies else earliest


def _corrects(copy: Copy, report: Mapping[str, Article]) -> bool:
    """Whether it is a corrected version, in full, that is at hand."""
    return copy.relation == "correction" and copy.id in report and not report[copy.id].teaser


def genre_of(material: Material, report: Sequence[Article]) -> Genre:
    """The genre of a report's leading article, news where nothing was annotated."""
    seen = material.annotations.get(leading_of(material, report).id)
    return seen.genre if seen else "news"
