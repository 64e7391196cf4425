"""What is left of a story of which every report was taken back before an edition told it.

Pages and feeds had it, so somebody may have kept its address or read of it in a feed: it is told as taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from wiredesk.kit.copysets import meant_by
from wiredesk.kit.ids import mint
from wiredesk.types import WITHDRAWING, Article, CopySet, Entry, Notice, SourceLine


def killed_entries(
    notices: Iterable[Notice],
    copies: Mapping[str, CopySet],
    articles: Mapping[str, Article],
    is_told: Callable[[str], bool],
) -> dict[str, Entry]:
    """By the id that the story had, an entry that bears the notices and names the outlets that had its reports.

    `copies`: the set of each article. `is_told`: of an article, whether a story or edition still tells what became of
    it. The id is that of the founding article, the first by day and id (`Article.order`).
    """
    groups: list[tuple[set[str], list[Notice]]] = []
    for notice in notices:
        if notice.kind not in WITHDRAWING or _is_of_the_unknown(notice, articles):
            continue
        meant, told = {key for key in meant_by(notice, copies) if key in articles}, [notice]
        for other in [one for one in groups if one[0] & meant]:
            groups.remove(other)
            meant, told = meant | other[0], [*other[1], *told]
        if meant:
            groups.append((meant, told))
    found = {}
    for meant, told in groups:
        if not any(map(is_told, meant)):
            reports = sorted((articles[key] for key in meant), key=lambda one: one.order)
            entry = _entry(mint("s", reports[0].id), reports, told)
            found[entry.story] = entry
    return found


def _is_of_the_unknown(notice: Notice, articles: Mapping[str, Article]) -> bool:
    """Whether a notice takes back a report that the desk never had: it is about itself, and always was a notice."""
    telling = articles.get(notice.citation.article) if notice.citation else None
    return telling is not None and telling.id == notice.target and telling.revision == 1


def _entry(story: str, reports: Iterable[Article], notices: Iterable[Notice]) -> Entry:
    """As an edition keeps what was taken back: no headline, no address, no sentence."""
    lines = tuple(
        SourceLine(
            article=one.id, outlet=one.outlet, headline=None, url=None, day=one.day, credit=one.credit,
            relation="original",
        )
        for one in reports
    )  # fmt: skip
    return Entry(
        rank=0, story=story, headline=None, blurb=(), score=0.0, reasons={}, independent_sources=0, sources=lines,
        events=(), earlier=(), notices=tuple(notices),
    )  # fmt: skip
