"""What is at hand to describe stories with, and what of it stands for each report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from wiredesk.kit.copysets import sets_by_article
from wiredesk.kit.shelf import Shelf
from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.repeats import Repeats
from wiredesk.stories.wording.terms import Terms
from wiredesk.types import Annotations, Article, CopySet, Genre


class Material:
    """What is at hand to describe stories with: articles in (day, id) order, their annotations, copies, owners."""

    def __init__(
        self,
        articles: Sequence[Article],
        annotations: Mapping[str, Annotations],
        copies: Sequence[CopySet],
        owners: Mapping[str, str],
        rules: Rules,
        repeats: Repeats | None = None,
    ) -> None:
        """`repeats`: the paragraphs that are repeated, where more is known than these articles tell."""
        self.articles = {article.id: article for article in articles}
        self.annotations = annotations
        self.owners = owners
        self.rules = rules
        self.read: Shelf[Terms] | None = None
        """The terms of articles that were read whole before."""
        self.corrected: frozenset[str] = frozenset()
        """Ids of articles that print what a note by itself corrects."""
        self._place = {article.id: place for place, article in enumerate(articles)}
        self._copies_of = sets_by_article(copies)
        repeats = repeats or Repeats(articles, {id_: one.id for id_, one in self._copies_of.items()})
        self.masked = {article.id: repeats.masked(article) for article in articles}

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
    these, the earliest that is not a few words only; or what later updates that in full."""
    copies = material.copies_of(report[0].id)
    by_id = {article.id: article for article in report}
    changed = [copy for copy in (copies.articles if copies else ()) if copy.id in by_id and not by_id[copy.id].teaser]
    corrected = [by_id[copy.id] for copy in changed if copy.relation == "correction"]
    if corrected:
        standing = max(corrected, key=lambda article: article.order)
    else:
        earliest = next((article for article in report if not article.teaser), report[0])
        standing = by_id.get(copies.origin.article, earliest) if copies else earliest
    updated = [by_id[copy.id] for copy in changed if copy.relation == "update"]
    full = [one for one in updated if _stands_for(one, standing, bool(corrected), material.rules)]
    return max(full, key=_when, default=standing)


def _stands_for(update: Article, standing: Article, corrected: bool, rules: Rules) -> bool:
    """Whether an update takes the place of a version: later, about as long, and by the same hand, which is its outlet
    or, of a report that outlets print, its agency. A corrected version gives way to its own outlet alone: another may
    print later what was not corrected."""
    same_agency = bool(standing.credit) and update.credit == standing.credit and standing.credit_basis != "own"
    by_same_hand = update.outlet == standing.outlet if update.outlet else False
    if not by_same_hand and (corrected or not same_agency):
        return False
    return _is_later(update, standing) and _length(update) >= rules.update_length * _length(standing)


def _is_later(one: Article, other: Article) -> bool:
    first, second = other.published.instant, one.published.instant
    if first is not None and second is not None:
        return second > first
    return one.day is not None and other.day is not None and one.day > other.day


def _when(article: Article) -> tuple[date, datetime, str]:
    instant = article.published.instant
    day, id_ = article.order
    return day, instant or datetime.min.replace(tzinfo=UTC), id_


def _length(article: Article) -> int:
    return sum(map(len, article.body))


def genre_of(material: Material, report: Sequence[Article]) -> Genre:
    """The genre of a report's leading article, news where nothing was annotated."""
    seen = material.annotations.get(leading_of(material, report).id)
    return seen.genre if seen else "news"
