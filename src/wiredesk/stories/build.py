"""From articles to stories: all at once (`group`), or as an editor grouped (`describe`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from wiredesk.annotate import annotate
from wiredesk.kit.ahead import expect
from wiredesk.kit.copysets import sets_by_article
from wiredesk.kit.shelf import Shelf
from wiredesk.stories.readings import Readings
from wiredesk.stories.rules import Rules
from wiredesk.stories.stream import StoryStream, day_taken
from wiredesk.stories.telling.describe import draw_up
from wiredesk.stories.telling.material import Material
from wiredesk.stories.wording.repeats import Paragraphs, Repeats
from wiredesk.stories.wording.terms import Terms
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
    paragraphs = readings.paragraphs if readings else Paragraphs(known.values())
    repeats = Repeats(paragraphs, report_of)
    groups = together(_streamed(known, seen, set_of, rules), report_of)
    return _stories(groups, known, seen, set_of, owners or {}, rules, repeats)


def _streamed(
    known: Mapping[str, Article],
    seen: Mapping[str, Annotations],
    set_of: Mapping[str, CopySet],
    rules: Rules,
) -> list[tuple[str, ...]]:
    """Ids of the articles of each story, as the stream gives them."""
    stream = StoryStream(rules)
    days = {id_: day_taken(article) for id_, article in known.items()}
    in_order = sorted(known, key=lambda id_: (days[id_] or date.max, id_))
    expect(known, in_order)
    expect(seen, in_order)
    gone: dict[int, tuple[str, ...]] = {}
    for day, ids in groupby(in_order, key=days.__getitem__):
        for id_ in ids:
            stream.take_seen(known[id_], seen.get(id_), set_of.get(id_))
        stream.advance(day)
        gone |= stream.closed()
    return list((gone | dict(stream.groups())).values())


def together(groups: Iterable[Sequence[str]], report_of: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Groups of article ids, those made one that have articles of one report: a copy may come long after its story was
    closed."""
    into: dict[str, int] = {}
    kept: dict[int, tuple[str, ...]] = {}
    for number, members in enumerate(groups):
        reports = {report_of.get(id_, id_) for id_ in members}
        others = {into[report] for report in reports if report in into}
        joined = tuple(id_ for other in sorted(others) for id_ in kept.pop(other))
        kept[number] = (*joined, *members)
        into |= dict.fromkeys((report_of.get(id_, id_) for id_ in kept[number]), number)
    return list(kept.values())


def describe(
    groups: Sequence[Sequence[str]],
    articles: Mapping[str, Article] | Iterable[Article],
    annotations: Mapping[str, Annotations] | None = None,
    copies: Sequence[CopySet] | None = None,
    owners: Mapping[str, str] | None = None,
    rules: Rules | None = None,
    repeats: Repeats | None = None,
    read: Shelf[Terms] | None = None,
    corrected: frozenset[str] = frozenset(),
) -> list[Story]:
    """The stories of groups of article ids made elsewhere (an editor's merges and splits), earliest first.

    `repeats`: the paragraphs that are repeated, where more is known than these articles tell; `read`: the terms of
    articles that were read whole before; `corrected`: ids of those whose words a note by itself corrects.
    """
    known = _by_id(articles)
    set_of = sets_by_article(copies or ())
    repeats = repeats or Repeats(known.values(), {id_: one.id for id_, one in set_of.items()})
    seen = _annotated(known, annotations)
    return _stories(groups, known, seen, set_of, owners or {}, rules or Rules(), repeats, read, corrected)


def _by_id(articles: Mapping[str, Article] | Iterable[Article]) -> Mapping[str, Article]:
    return articles if isinstance(articles, Mapping) else {article.id: article for article in in_order(articles)}


def _annotated(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotations] | None
) -> Mapping[str, Annotations]:
    return {id_: annotate(article) for id_, article in articles.items()} if annotations is None else annotations


def _stories(
    groups: Sequence[Sequence[str]],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotations],
    set_of: Mapping[str, CopySet],
    owners: Mapping[str, str],
    rules: Rules,
    repeats: Repeats,
    read: Shelf[Terms] | None = None,
    corrected: frozenset[str] = frozenset(),
) -> list[Story]:
    """Each group drawn up from its own articles alone, so that no others need be held."""
    wanted = [id_ for members in groups for id_ in members]
    expect(articles, wanted)
    expect(annotations, wanted)
    stories: list[tuple[tuple[date, str], Story]] = []
    for members in filter(None, groups):
        here = in_order(articles[id_] for id_ in members)
        copies = {set_of[id_].id: set_of[id_] for id_ in members if id_ in set_of}
        material = Material(here, annotations, list(copies.values()), owners, rules, repeats)
        material.read = read
        material.corrected = corrected
        stories.append((here[0].order, draw_up(material, members)))
    return [story for _, story in sorted(stories, key=lambda one: one[0])]
