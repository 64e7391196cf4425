"""Everybody named with a role: what articles say of them as it was gathered before, where nothing of it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wiredesk.kit.ahead import expect
from wiredesk.ledger import Seen, mentioned, people_of
from wiredesk.pipeline.decided_articles import DecidedArticles
from wiredesk.pipeline.decided_told import decided_notes
from wiredesk.pipeline.kept import Kept
from wiredesk.store.articles import Known
from wiredesk.store.records import pack, stamp, unpack
from wiredesk.types import Annotations, Decision, Event, PersonRecord

KIND = "people"


def known_people(
    kept: Kept,
    known: Sequence[Known],
    articles: DecidedArticles,
    annotations: Mapping[str, Annotations],
    events: Iterable[Event],
    decisions: Sequence[Decision],
) -> list[PersonRecord]:
    """The records of people, by all articles `known` and the ledger's events."""
    roles = [one for one in decisions if one.kind == "role" and one.about is None]
    decided: dict[str, list[bytes]] = {}
    for decision in roles:
        for id_ in decision.target:
            decided.setdefault(id_, []).append(decision.id.encode())
    wanted = {one.id: stamp(one.stamp, *decided.get(one.id, ())) for one in known}

    def compute(names: list[str]) -> Iterator[tuple[str, bytes]]:
        expect(articles, names)
        expect(annotations, names)
        notes = decided_notes(annotations, roles)
        return ((name, pack(list(mentioned(articles[name], notes[name])) if name in notes else [])) for name in names)

    values = kept.of_all(KIND, wanted, compute)
    told = (seen for name in wanted for seen in unpack(values[name], list[Seen]))
    return people_of(told, {one.id: one.day for one in known}, events)
