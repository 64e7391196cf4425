"""From articles to stories: all at once (`group`), one by one (`StoryIndex`), or as an editor grouped (`describe`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from wiredesk.annotate import annotate
from wiredesk.kit.ahead import expect
from wiredesk.kit.copysets import sets_by_article
from wiredesk.stories.describe import draw_up
from wiredesk.stories.grouping import Grouping
from wiredesk.stories.material import Material
from wiredesk.stories.readings import Readings
from wiredesk.stories.repeats import Repeats
from wiredesk.stories.reports import Report, report
from wiredesk.stories.rules import Rules
from wiredesk.stories.terms import Terms, read_terms
from wiredesk.stories.weigh import Frequencies, total, unit
from wiredesk.types import Annotations, Article, CopySet, Story


def in_order(articles: Iterable[Article]) -> list[Article]:
    """By (day, id), those without a day last."""
    return sorted(articles, key=lambda article: article.order)


def group(
    articles: Mapping[str, Article] | Iterable[Article],
    annotations: Mapping[str, Annotations] | None = None,
    copies: Sequence[CopySet] | None = None,
    owners: Mapping[str, str] | None = None,
    rules: Rules | None = None,
    readings: Readings | None = None,
) -> list[Story]:
    """The stories of some articles, each article in exactly one, earliest story first.

    `articles`: by id or listed; a mapping is asked for each when it is wanted, and may read it then. `annotations` by
    article id, made here when None; `copies`: copy sets, which stay together; `owners`: outlet to owner;
    `readings`: of these articles, to be handed on to `tie`. The order of the input does not matter.
    """
    rules = rules or Rules()
    known = _by_id(articles)
    seen = _annotated(known, annotations)
    set_of = sets_by_article(copies or ())
    report_of = {id_: one.id for id_, one in set_of.items()}
    readings = readings or Readings(known, seen, rules)
    repeats = readings.part(report_of)
    frequencies = Frequencies(rules)
    together: dict[str, list[str]] = {}
    order = readings.order
    for _, id_ in order:
        frequencies.see(readings.terms(id_))
    for _, id_ in order:
        together.setdefault(report_of.get(id_, id_), []).append(id_)
    grouping = Grouping(rules, frequencies.is_shared)
    for members in together.values():
        grouping.add(_report([readings.terms(id_) for id_ in members], frequencies))
    grouping.finish()
    groups = [[id_ for one in reports for id_ in one.articles] for reports in grouping.groups()]
    del grouping, frequencies, together  # what follows needs the room
    return _stories(groups, known, order, seen, set_of, owners or {}, rules, repeats)


def describe(
    groups: Sequence[Sequence[str]],
    articles: Mapping[str, Article] | Iterable[Article],
    annotations: Mapping[str, Annotations] | None = None,
    copies: Sequence[CopySet] | None = None,
    owners: Mapping[str, str] | None = None,
    rules: Rules | None = None,
) -> list[Story]:
    """The stories of groups of article ids made elsewhere (an editor's merges and splits), earliest first."""
    known = _by_id(articles)
    set_of = sets_by_article(copies or ())
    repeats = Repeats(known.values(), {id_: one.id for id_, one in set_of.items()})
    order = sorted(article.order for article in known.values())
    seen = _annotated(known, annotations)
    return _stories(groups, known, order, seen, set_of, owners or {}, rules or Rules(), repeats)


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
        self._grouping.add(_report([self._terms[one.id] for one in known], self._frequencies, key))
        self._grouping.settle(key)
        return self.story_of(article.id)

    def story_of(self, article: str) -> Story:
        """The story that an article is in. Raises KeyError for an id never added."""
        ids = [id_ for one in self._grouping.group_of(self._report_of[article]) for id_ in one.articles]
        material = Material(
            in_order(self._articles[id_] for id_ in ids),
            self._annotations,
            [one for one in self._copies.values() if any(copy.id in ids for copy in one.articles)],
            self._owners,
            self._rules,
        )
        return draw_up(material, ids)


def _by_id(articles: Mapping[str, Article] | Iterable[Article]) -> Mapping[str, Article]:
    return articles if isinstance(articles, Mapping) else {article.id: article for article in in_order(articles)}


def _annotated(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotations] | None
) -> Mapping[str, Annotations]:
    return {id_: annotate(article) for id_, article in articles.items()} if annotations is None else annotations


def _report(counted: list[Terms], frequencies: Frequencies, key: str | None = None) -> Report:
    """One report from the terms of its articles, in (day, id) order; its key is the first's where none is given."""
    vectors = [frequencies.vector(one) for one in counted]
    vector = unit(total(vectors)) if len(vectors) > 1 else vectors[0]
    return report(key or counted[0].article, counted, vector)


def _stories(
    groups: Sequence[Sequence[str]],
    articles: Mapping[str, Article],
    order: Sequence[tuple[date, str]],
    annotations: Mapping[str, Annotations],
    set_of: Mapping[str, CopySet],
    owners: Mapping[str, str],
    rules: Rules,
    repeats: Repeats,
) -> list[Story]:
    """Each group drawn up from its own articles alone, so that no others need be held."""
    place = {id_: number for number, (_, id_) in enumerate(order)}
    together = sorted(
        (sorted(members, key=place.__getitem__) for members in groups if members), key=lambda one: place[one[0]]
    )
    wanted = [id_ for members in together for id_ in members]
    expect(articles, wanted)
    expect(annotations, wanted)
    stories = []
    for members in together:
        copies = {set_of[id_].id: set_of[id_] for id_ in members if id_ in set_of}
        material = Material([articles[id_] for id_ in members], annotations, list(copies.values()), owners, rules)
        material.masked = {id_: repeats.masked(article) for id_, article in material.articles.items()}
        stories.append(draw_up(material, members))
    return stories
