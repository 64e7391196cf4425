"""From articles to stories: all at once (`group`), one by one (`StoryIndex`), or as an editor grouped (`describe`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wiredesk.annotate import annotate
from wiredesk.stories.describe import draw_up
from wiredesk.stories.grouping import Grouping
from wiredesk.stories.material import Material, reports_of
from wiredesk.stories.reports import Report, report
from wiredesk.stories.rules import Rules
from wiredesk.stories.terms import Terms, read_terms
from wiredesk.stories.weigh import Frequencies, total, unit
from wiredesk.types import Annotations, Article, CopySet, Story


def in_order(articles: Iterable[Article]) -> list[Article]:
    """By (day, id), those without a day last."""
    return sorted(articles, key=lambda article: article.order)


def group(
    articles: Iterable[Article],
    annotations: Mapping[str, Annotations] | None = None,
    copies: Sequence[CopySet] | None = None,
    owners: Mapping[str, str] | None = None,
    rules: Rules | None = None,
) -> list[Story]:
    """The stories of some articles, each article in exactly one, earliest story first.

    `annotations` by article id, made here when None; `copies`: copy sets, which stay together; `owners`: outlet to
    owner. The order of the input does not matter.
    """
    rules = rules or Rules()
    known = in_order(articles)
    material = Material(known, _annotated(known, annotations), copies or (), owners or {}, rules)
    terms = {
        article.id: read_terms(material.masked[article.id], material.annotations.get(article.id), rules)
        for article in known
    }
    frequencies = Frequencies(rules)
    for article in known:
        frequencies.see(terms[article.id])
    grouping = Grouping(rules)
    for members in reports_of(material, known):
        grouping.add(_report(members, terms, frequencies))
        for article in members:
            del terms[article.id]  # they weigh as much as all that is kept of an article
    grouping.finish()
    return _stories(material, [[id_ for one in reports for id_ in one.articles] for reports in grouping.groups()])


def describe(
    groups: Sequence[Sequence[str]],
    articles: Iterable[Article],
    annotations: Mapping[str, Annotations] | None = None,
    copies: Sequence[CopySet] | None = None,
    owners: Mapping[str, str] | None = None,
    rules: Rules | None = None,
) -> list[Story]:
    """The stories of groups of article ids made elsewhere (an editor's merges and splits), earliest first."""
    known = in_order(articles)
    return _stories(
        Material(known, _annotated(known, annotations), copies or (), owners or {}, rules or Rules()), groups
    )


class StoryIndex:
    """Stories that grow as articles are added; term weights are those of the articles seen so far."""

    def __init__(self, owners: Mapping[str, str] | None = None, rules: Rules | None = None) -> None:
        """`owners`: outlet to owner."""
        self._rules = rules or Rules()
        self._owners = owners or {}
        self._frequencies = Frequencies(self._rules)
        self._grouping = Grouping(self._rules)
        self._articles: dict[str, Article] = {}
        self._annotations: dict[str, Annotations] = {}
        self._terms: dict[str, Terms] = {}
        self._report_of: dict[str, str] = {}
        self._copies: dict[str, CopySet] = {}

    def add(self, article: Article, annotations: Annotations | None = None, copies: CopySet | None = None) -> Story:
        """Take an article in and return the story that it is now of; adding it again replaces it.

        `copies`: the set that the article is of; it goes where the others of the set are.
        """
        seen = annotations or annotate(article)
        terms = read_terms(article, seen, self._rules)
        self._articles[article.id] = article
        self._annotations[article.id] = seen
        self._terms[article.id] = terms
        self._frequencies.see(terms)
        members = [article.id]
        if copies is not None:
            self._copies[copies.id] = copies
            members = [one.id for one in copies.articles if one.id in self._articles]
        known = in_order(self._articles[one] for one in members)
        key = next((self._report_of[one.id] for one in known if one.id in self._report_of), known[0].id)
        for one in known:
            self._report_of[one.id] = key
        self._grouping.add(_report(known, self._terms, self._frequencies, key))
        self._grouping.settle(key)
        return self.story_of(article.id)

    def story_of(self, article: str) -> Story:
        """The story that an article is in. Raises KeyError for an id never added."""
        reports = self._grouping.group_of(self._report_of[article])
        ids = [id_ for one in reports for id_ in one.articles]
        material = Material(
            in_order(self._articles[id_] for id_ in ids),
            self._annotations,
            [one for one in self._copies.values() if any(copy.id in ids for copy in one.articles)],
            self._owners,
            self._rules,
        )
        return draw_up(material, ids)


def _annotated(articles: Sequence[Article], annotations: Mapping[str, Annotations] | None) -> Mapping[str, Annotations]:
    return {article.id: annotate(article) for article in articles} if annotations is None else annotations


def _report(
    members: Sequence[Article], terms: Mapping[str, Terms], frequencies: Frequencies, key: str | None = None
) -> Report:
    counted = [terms[article.id] for article in members]
    vectors = [frequencies.vector(one) for one in counted]
    vector = unit(total(vectors)) if len(vectors) > 1 else vectors[0]
    return report(key or members[0].id, counted, vector)


def _stories(material: Material, groups: Sequence[Sequence[str]]) -> list[Story]:
    stories = [draw_up(material, members) for members in groups if members]
    return sorted(stories, key=lambda story: material.place(story.articles[0]))
