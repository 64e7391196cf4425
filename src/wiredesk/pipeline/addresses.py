"""The ids of groups: a new group has the id that most of its members had, and an id that lives no more leads on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection

from wiredesk.kit.identity import keep_ids
from wiredesk.pipeline.decided_events import reported_type
from wiredesk.store.groups import Moved, load_moved, read_group
from wiredesk.types import CopySet, Event, PersonRecord, Story, Thread

_Group = TypeVar("_Group", CopySet, Story, Thread, Event, PersonRecord)


class Addresses:
    """Gives new groups the ids that they had, and keeps book of where those lead that live no more."""

    def __init__(self, connection: Connection) -> None:
        self._former = load_moved(connection)
        self.moved: dict[str, Moved] = {}

    def keep(
        self, new: Sequence[_Group], before: Mapping[str, set[str]], members: Callable[[_Group], set[str]]
    ) -> list[_Group]:
        """The new groups under the ids that they had, by largest overlap of members."""
        return [replace(one, id=id_) for one, id_ in zip(new, self.ids(new, before, members), strict=True)]

    def ids(
        self, new: Iterable[_Group], before: Mapping[str, set[str]], members: Callable[[_Group], set[str]]
    ) -> list[str]:
        """These ids alone."""
        drawn = [(one.id or "", members(one)) for one in new]
        letters = {minted[0] for minted, _ in drawn}  # ids begin with the letter of their kind
        former = {id_: one.held for id_, one in self._former.items() if id_[0] in letters}
        ids, moved = keep_ids(before, drawn, former)
        self.moved.update({old: Moved(new=id_, held=frozenset(before[old])) for old, id_ in moved.items()})
        return ids

    def lead_to_stories(self, gone: Mapping[str, set[str]], story_of: Mapping[str, str]) -> None:
        """Threads that live no more, nor in another, lead to the story that has most of their articles."""
        for old, members in gone.items():
            told = Counter(story_of[id_] for id_ in sorted(members) if id_ in story_of)
            if told and old not in self.moved:
                self.moved[old] = Moved(new=max(told, key=lambda one: (told[one], one)), held=frozenset(members))


def members_before(
    connection: Connection, kind: type[_Group], members: Callable[[_Group], set[str]]
) -> dict[str, set[str]]:
    """The members that each group of a kind had."""
    return {one.id or "": members(one) for one in read_group(connection, kind)}


def copies_of(copies: CopySet) -> set[str]:
    """A copy set's articles."""
    return {copy.id for copy in copies.articles}


def articles_of(story: Story) -> set[str]:
    """A story's articles."""
    return set(story.articles)


def told_in(stories: Mapping[str, set[str]], thread: Thread) -> set[str]:
    """A thread's articles: those of its stories, some of which may be gone."""
    return {id_ for story in thread.stories if story in stories for id_ in stories[story]}


def witnesses(event: Event) -> set[str]:
    """What identifies an event across rebuilds: its type, as reported, and the sentences that tell it."""
    return {f"{reported_type(event)} {one.article} {one.part} {one.quote}" for one in event.evidence}


def seen_as(person: PersonRecord) -> set[str]:
    """What identifies somebody across rebuilds: the names with the country, and the words that give roles."""
    named = {f"{person.country} {name}" for name in person.names}
    return named | {f"{cited.article} {cited.quote}" for role in person.roles for cited in role.evidence}
