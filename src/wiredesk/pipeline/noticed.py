"""What became of an approved edition: later corrections stand at its entries, and killed reports are withheld.

The snapshot itself stays as it was; what is shown of it carries dated notices. Pure functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wiredesk.kit.copysets import meant_by, sets_by_article
from wiredesk.types import WITHDRAWING, Article, CitedSentence, CopySet, Edition, Entry, Event, Notice, SourceLine


def with_notices(
    edition: Edition,
    notices: Iterable[Notice],
    copies: Mapping[str, CopySet],
    killed_headlines: frozenset[str] = frozenset(),
) -> Edition:
    """The edition as it may be shown now.

    A notice of the edition's day or later about an article that an entry lists, or about a copy of one, stands at that
    entry, and so does a withdrawal of any day. Where the notice withdraws the report, its words are taken out; an entry
    that rests on withdrawn reports alone keeps its place and says so, with `headline` None and no sentence. An earlier
    story that an entry names loses a headline that is one of `killed_headlines`.
    """
    set_of = sets_by_article(copies.values())
    later = sorted(
        (notice for notice in notices if notice.day >= edition.day or notice.kind in WITHDRAWING),
        key=lambda notice: (notice.day, notice.id),
    )
    shown = (_without_headlines(entry, killed_headlines) for entry in edition.entries)
    return replace(edition, entries=tuple(_entry(entry, later, set_of) for entry in shown))


def killed_headlines(
    notices: Iterable[Notice],
    copies: Mapping[str, CopySet],
    articles: Mapping[str, Article],
    editions: Iterable[Edition],
) -> frozenset[str]:
    """Headlines of withdrawn reports that no living report carries, as the desk and approved editions have them."""
    set_of = sets_by_article(copies.values())
    withdrawn = [notice for notice in notices if notice.kind in WITHDRAWING]
    dead = {id_ for notice in withdrawn for id_ in meant_by(notice, set_of)}
    if not dead:
        return frozenset()
    lines = [line for edition in editions for entry in edition.entries for line in entry.sources]
    told = [(id_, article.headline) for id_, article in articles.items()]
    told += [(line.article, line.headline) for line in lines]  # the page may hold the kill itself by now
    living = {headline for id_, headline in told if id_ not in dead}
    return frozenset(headline for id_, headline in told if id_ in dead and headline and headline not in living)


def _without_headlines(entry: Entry, killed: frozenset[str]) -> Entry:
    if not any(one.headline in killed for one in entry.earlier):
        return entry
    named = (replace(one, headline=None) if one.headline in killed else one for one in entry.earlier)
    return replace(entry, earlier=tuple(named))


def _entry(entry: Entry, notices: Sequence[Notice], set_of: Mapping[str, CopySet]) -> Entry:
    listed = {line.article: line for line in entry.sources}
    touching = [notice for notice in notices if not meant_by(notice, set_of).isdisjoint(listed)]
    if not touching:
        return entry
    known = {notice.id for notice in entry.notices}
    entry = replace(entry, notices=(*entry.notices, *(one for one in touching if one.id not in known)))
    dead = {
        id_
        for notice in touching
        if notice.kind in WITHDRAWING
        for id_ in meant_by(notice, set_of) & listed.keys()
        if id_ == notice.target or not _in_its_place(listed[id_], notice)
    }
    return _without(entry, dead) if dead else entry


def _in_its_place(line: SourceLine, notice: Notice) -> bool:
    """Whether it is what the agency sent instead of a report that it killed."""
    return line.relation == "correction" and line.day is not None and line.day >= notice.day


def _without(entry: Entry, dead: set[str]) -> Entry:
    living = [line for line in entry.sources if line.article not in dead]
    own = [line.headline for line in living if line.headline]
    headline = entry.headline if entry.headline in own else next(iter(own), None)
    return replace(
        entry,
        headline=headline,
        blurb=_spoken(entry.blurb, dead),
        new=_spoken(entry.new, dead),
        events=tuple(event for one in entry.events if (event := _event(one, dead)) is not None),
        sources=tuple(_source(line) if line.article in dead else line for line in entry.sources),
        independent_sources=min(entry.independent_sources, len(living)),
    )


def _spoken(sentences: Iterable[CitedSentence], dead: set[str]) -> tuple[CitedSentence, ...]:
    return tuple(one for one in sentences if one.citation.article not in dead)


def _event(event: Event, dead: set[str]) -> Event | None:
    evidence = tuple(cited for cited in event.evidence if cited.article not in dead)
    if not evidence:
        return None
    return replace(
        event,
        evidence=evidence,
        otherwise=tuple(one for one in event.otherwise if not dead.issuperset(one.articles)),
        course=tuple(one for one in event.course if not dead.issuperset(one.articles)),
    )


def _source(line: SourceLine) -> SourceLine:
    return replace(line, headline=None, url=None)
