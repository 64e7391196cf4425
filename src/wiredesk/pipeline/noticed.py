"""What became of an approved edition: later corrections stand at its entries, and killed reports are withheld.

The snapshot itself stays as it was; what is shown of it carries dated notices. Pure functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wiredesk.types import WITHDRAWING, CitedSentence, CopySet, Edition, Entry, Event, Notice, SourceLine


def with_notices(edition: Edition, notices: Iterable[Notice], copies: Mapping[str, CopySet]) -> Edition:
    """The edition as it may be shown now.

    A notice of the edition's day or later about an article that an entry lists, or about a copy of one, stands at that
    entry, and so does a withdrawal of any day. Where the notice withdraws the report, its words are taken out; an entry
    that rests on withdrawn reports alone keeps its place and says so, with `headline` None and no sentence.
    """
    set_of = {copy.id: one for one in copies.values() for copy in one.articles}
    later = sorted(
        (notice for notice in notices if notice.day >= edition.day or notice.kind in WITHDRAWING),
        key=lambda notice: (notice.day, notice.id),
    )
    return replace(edition, entries=tuple(_entry(entry, later, set_of) for entry in edition.entries))


def _entry(entry: Entry, notices: Sequence[Notice], set_of: Mapping[str, CopySet]) -> Entry:
    listed = {line.article: line for line in entry.sources}
    touching = [notice for notice in notices if not _meant(notice, set_of).isdisjoint(listed)]
    if not touching:
        return entry
    known = {notice.id for notice in entry.notices}
    entry = replace(entry, notices=(*entry.notices, *(one for one in touching if one.id not in known)))
    dead = {
        id_
        for notice in touching
        if notice.kind in WITHDRAWING
        for id_ in _meant(notice, set_of) & listed.keys()
        if id_ == notice.target or not _in_its_place(listed[id_], notice)
    }
    return _without(entry, dead) if dead else entry


def _meant(notice: Notice, set_of: Mapping[str, CopySet]) -> set[str]:
    """The articles that a notice is about: its target and all that carry the same report."""
    if notice.target in set_of:
        return {copy.id for copy in set_of[notice.target].articles}
    return {notice.target}


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
    return replace(event, evidence=evidence) if evidence else None


def _source(line: SourceLine) -> SourceLine:
    return replace(line, headline=None, url=None)
