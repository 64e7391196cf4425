"""What articles tell, with the roles that editors gave and the records of coders. Pure functions."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from wiredesk.pipeline.decided_events import with_role
from wiredesk.pipeline.field_values import NOTHING, is_named
from wiredesk.types import Annotations, Decision, Event


def decided_told(
    told: Sequence[tuple[str, Event]], decisions: Iterable[Decision], coded: Mapping[str, Sequence[Event]]
) -> list[tuple[str, Event]]:
    """What articles tell, with a coder's record in place of the machine's (`coded`, by article) and the roles that an
    editor gave somebody in an article."""
    result = [(article, event) for article, event in told if article not in coded]
    result += [(article, event) for article, events in coded.items() for event in events]
    for decision in decisions:
        if decision.kind == "role" and decision.about is None:
            name, role = shlex.split(decision.value or "")
            result = [
                (article, with_role(event, name, role) if article in decision.target else event)
                for article, event in result
            ]
    return result


def decided_notes(annotations: Mapping[str, Annotations], decisions: Iterable[Decision]) -> Mapping[str, Annotations]:
    """Annotations with the roles that an editor gave somebody in an article."""
    roles: dict[str, list[tuple[str, str]]] = {}
    for decision in decisions:
        if decision.kind == "role" and decision.about is None:
            name, role = shlex.split(decision.value or "")
            for article in decision.target:
                roles.setdefault(article, []).append((name, role))
    return _DecidedNotes(annotations, roles) if roles else annotations


class _DecidedNotes(Mapping[str, Annotations]):
    """Annotations, which are read when they are asked for, with some roles changed."""

    def __init__(self, annotations: Mapping[str, Annotations], roles: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        self._annotations, self._roles = annotations, roles

    def __getitem__(self, article: str) -> Annotations:
        notes = self._annotations[article]
        for name, role in self._roles.get(article, ()):
            given = None if role == NOTHING else role
            people = tuple(
                replace(one, person=replace(one.person, role=given)) if is_named(one.person, name) else one
                for one in notes.people
            )
            notes = replace(notes, people=people)
        return notes

    def __contains__(self, article: object) -> bool:
        return article in self._annotations

    def __iter__(self) -> Iterator[str]:
        return iter(self._annotations)

    def __len__(self) -> int:
        return len(self._annotations)
