"""Stories drawn up from their articles: those whose articles, copies and editors' words are what they were are as they
were drawn up before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wiredesk.kit.copysets import sets_by_article
from wiredesk.pipeline.decided_articles import DecidedArticles
from wiredesk.pipeline.kept import Kept
from wiredesk.settings import Settings
from wiredesk.store.articles import Known
from wiredesk.store.records import pack, stamp, unpack
from wiredesk.stories import describe
from wiredesk.stories.repeats import Paragraphs, Repeats
from wiredesk.types import Annotations, CopySet, Story

KIND = "story"


def described(
    kept: Kept,
    groups: Iterable[Sequence[str]],
    known: Mapping[str, Known],
    paragraphs: Paragraphs,
    articles: DecidedArticles,
    annotations: Mapping[str, Annotations],
    copies: Sequence[CopySet],
    settings: Settings,
) -> Iterator[Story]:
    """The stories of these groups of articles, in the order of their first articles. `paragraphs`: of all articles."""
    set_of = sets_by_article(copies)
    repeats = Repeats(paragraphs, {id_: one.id for id_, one in set_of.items()})
    masks = {id_: repeats.among(digests) for id_, digests in paragraphs}
    printed = {one.id: stamp(pack(one)) for one in copies}
    owners = pack(sorted(settings.owners.items()))
    in_order = sorted(
        (sorted(group, key=lambda id_: known[id_].order) for group in groups), key=lambda group: known[group[0]].order
    )

    def basis(group: Sequence[str]) -> bytes:
        sets = dict.fromkeys(set_of[id_].id for id_ in group if id_ in set_of)
        told = [known[id_].stamp + id_.encode() + bytes(masks[id_]) for id_ in group]
        return stamp(owners, *told, *(printed[one] for one in sets))

    def drawn(names: list[str]) -> Iterator[tuple[str, bytes]]:
        wanted = [of[name] for name in names]
        here = articles.only(id_ for group in wanted for id_ in group)
        for story in describe(wanted, here, annotations, copies, settings.owners, repeats=repeats) if names else ():
            yield story.articles[0], pack(story)

    of = {group[0]: group for group in in_order}
    values = kept.of_all(KIND, {name: basis(group) for name, group in of.items()}, drawn)
    return (unpack(values[name], Story) for name in of)
