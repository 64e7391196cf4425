"""What is read of each article, once for stories and threads alike, and kept on a shelf: its terms, people, places."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b

from wiredesk.annotate import annotate
from wiredesk.kit.ahead import expect
from wiredesk.kit.shelf import Shelf
from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.repeats import Paragraphs, Repeats
from wiredesk.stories.wording.terms import Terms, read_terms
from wiredesk.stories.wording.traits import Traits, read_traits
from wiredesk.types import Annotations, Article


class Readings:
    """The terms and traits of some articles, by id.

    Terms leave out paragraphs that an outlet prints under more than one report. What a report is, is said anew by
    `part`: copy sets when stories are looked for, stories when threads are; only the few articles that it makes a
    difference to are read again.
    """

    def __init__(
        self, articles: Mapping[str, Article], annotations: Mapping[str, Annotations] | None, rules: Rules | None = None
    ) -> None:
        """`annotations` are made here when None."""
        self.rules = rules or Rules()
        self._articles = articles
        self._annotations = annotations
        self.order: list[tuple[date, str]] = []
        """The articles' order, that of their days."""
        self.paragraphs = Paragraphs(self._noted(article) for article in articles.values())
        self.order.sort()
        self.repeats: Repeats | None = None
        self._terms: Shelf[Terms] = Shelf()
        self._traits: Shelf[Traits] = Shelf()

    def _noted(self, article: Article) -> Article:
        self.order.append(article.order)
        return article

    def part(self, report_of: Mapping[str, str]) -> Repeats:
        """Read the articles whose repeated paragraphs are not those that they were: at first all. Returns what is
        repeated. `report_of`: the report of an article; one that is not in it is a report of its own."""
        before, now = self.repeats, Repeats(self.paragraphs, report_of)
        changed = [id_ for id_, of in self.paragraphs if before is None or before.among(of) != now.among(of)]
        expect(self._articles, changed)
        expect(self._annotations or {}, changed)
        for id_ in changed:
            article = self._articles[id_]
            seen = annotate(article) if self._annotations is None else self._annotations.get(id_)
            self._terms.put(id_, read_terms(now.masked(article), seen, self.rules))
            if before is None:
                self._traits.put(id_, read_traits(article, seen, self.rules))
        self.repeats = now
        return now

    def stamp(self, article: str) -> bytes:
        """A digest of what was read of an article; the same words may have another in another run."""
        return blake2b(pickle.dumps((self.terms(article), self.traits(article))), digest_size=16).digest()

    def terms(self, article: str) -> Terms:
        """Raises KeyError for an unknown id."""
        return self._terms.get(article)

    def traits(self, article: str) -> Traits:
        """Raises KeyError for an unknown id."""
        return self._traits.get(article)

    def __contains__(self, article: object) -> bool:
        return article in self._traits
