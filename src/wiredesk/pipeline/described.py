"""Stories drawn up from their articles: those whose articles, copies and editors' words are what they were are as they
were drawn up before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wiredesk.kit.copysets import sets_by_article
from wiredesk.kit.shelf import Shelf
from wiredesk.pipeline.decided_articles import DecidedArticles
from wiredesk.pipeline.kept import Kept, Values
from wiredesk.settings import Settings
from wiredesk.store.articles import Known
from wiredesk.store.records import pack, stamp, unpack
from wiredesk.stories import describe
from wiredesk.stories.wording.repeats import Paragraphs, Repeats
from wiredesk.stories.wording.terms import Terms
from wiredesk.types import Annotations, CopySet, Story

KIND = "story"
_AT_ONCE = 64
"""Stories that are drawn up, and held, at once."""


class Described:
    """Stories that are read each time that they are asked for: all at once they would fill the memory."""

    def __init__(self, names: Sequence[str], values: Values) -> None:
        self._names, self._values = names, values

    def __iter__(self) -> Iterator[Story]:
        return (unpack(self._values[name], Story) for name in self._names)


def described(
    kept: Kept,
    groups: Iterable[Sequence[str]],
    known: Mapping[str, Known],
    paragraphs: Paragraphs,
    articles: DecidedArticles,
    annotations: Mapping[str, Annotations],
    copies: Sequence[CopySet],
    settings: Settings,
    read: Shelf[Terms],
    corrected: frozenset[str],
) -> Described:
    """The stories of these groups of articles, in the order of their first articles. `paragraphs`: of all articles;
    `read`: the terms of those that were read whole; `corrected`: ids of those that a note by itself corrects."""
    set_of = sets_by_article(copies)
    repeats = Repeats(paragraphs, {id_: one.id for id_, one in set_of.items()})
    masks = {id_: bytes(repeats.among(digests)) for id_, digests in paragraphs}
    printed = {one.id: stamp(pack(one)) for one in copies}
    owners = pack(sorted(settings.owners.items()))
    in_order = sorted(
        (sorted(group, key=lambda id_: known[id_].order) for group in groups), key=lambda group: known[group[0]].order
    )

    def basis(group: Sequence[str]) -> bytes:
        sets = dict.fromkeys(set_of[id_].id for id_ in group if id_ in set_of)
        told = [known[id_].stamp + id_.encode() + masks[id_] for id_ in group]
        wrong = [id_.encode() for id_ in group if id_ in corrected]
        return stamp(owners, *told, *(printed[one] for one in sets), *wrong)

    def drawn(names: list[str]) -> Iterator[tuple[str, bytes]]:
        for at in range(0, len(names), _AT_ONCE):
            wanted = [of[name] for name in names[at : at + _AT_ONCE]]
            here = articles.only(id_ for group in wanted for id_ in group)
            for story in describe(
                wanted, here, annotations, copies, settings.owners, repeats=repeats, read=read, corrected=corrected
            ):
                yield story.articles[0], pack(story)

    of = {group[0]: group for group in in_order}
    return Described(tuple(of), kept.of_all(KIND, {name: basis(group) for name, group in of.items()}, drawn))
