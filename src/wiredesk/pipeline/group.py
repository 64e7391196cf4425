"""Grouping: copies, notices, stories, threads, the ledger and people, over all articles at once.

The outcome depends on the set of articles and decisions alone, not on the order of arrival; ids are those that the
groups had before, by largest overlap of members.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from wiredesk.copies import concerned, find_notices, set_aside
from wiredesk.kit.identity import keep_ids
from wiredesk.ledger import merge
from wiredesk.pipeline.coded import coded_events
from wiredesk.pipeline.copied import copied
from wiredesk.pipeline.decided import decided_stories
from wiredesk.pipeline.decided_articles import DecidedArticles, roster
from wiredesk.pipeline.decided_events import decided_events, reported_type
from wiredesk.pipeline.decided_groups import decided_groups
from wiredesk.pipeline.decided_told import decided_told
from wiredesk.pipeline.described import described
from wiredesk.pipeline.kept import Kept
from wiredesk.pipeline.kept_people import known_people
from wiredesk.pipeline.kept_readings import KeptReadings, paragraphs_of
from wiredesk.pipeline.streamed import streamed
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.store.articles import Known, load_found_events
from wiredesk.store.decisions import load_decisions
from wiredesk.store.groups import Draft, Moved, add_redirects, load_group, load_moved, read_group, save_group
from wiredesk.store.notes import StoredNotes
from wiredesk.store.work import take_off
from wiredesk.stories import tie
from wiredesk.stories.build import together
from wiredesk.stories.repeats import Paragraphs
from wiredesk.types import Annotations, CopySet, Decision, Event, Notice, PersonRecord, Story, Thread

_Group = TypeVar("_Group", CopySet, Story, Thread, Event, PersonRecord)


@dataclass(frozen=True, kw_only=True)
class Groups:
    """Everything that is computed over many articles."""

    copies: Mapping[str, CopySet]
    notices: Mapping[str, Notice]
    stories: Mapping[str, Story]
    threads: Mapping[str, Thread]
    events: Mapping[str, Event]
    people: Mapping[str, PersonRecord]


def load_groups(store: Store) -> Groups:
    """What the last grouping gave."""
    with store.reading() as connection:
        return Groups(
            copies=load_group(connection, CopySet),
            notices=load_group(connection, Notice),
            stories=load_group(connection, Story),
            threads=load_group(connection, Thread),
            events=load_group(connection, Event),
            people=load_group(connection, PersonRecord),
        )


def regroup(store: Store, settings: Settings, waiting: Sequence[str], *, anew: bool = False) -> None:
    """Group all articles that have a text again and take the waiting ones off the list.

    A decision that was taken meanwhile leaves them on it: the next update groups with it. `anew`: use nothing of what
    earlier updates computed; what comes out is the same.
    """
    with store.reading() as connection:
        decisions = load_decisions(connection, standing=True)
        addresses = _Addresses(connection)
        kept = Kept(connection, anew=anew)
        drafts = _grouped(connection, store.folder, settings, decisions, addresses, kept)
    with store.writing() as connection:
        for draft in drafts:
            save_group(connection, draft)
        kept.save(connection)
        add_redirects(connection, addresses.moved, {id_ for one in drafts if one.kind is not Notice for id_ in one.ids})
        if load_decisions(connection, standing=True) == decisions:
            take_off(connection, "group", waiting)


def _grouped(
    connection: Connection,
    folder: Path,
    settings: Settings,
    decisions: Sequence[Decision],
    addresses: _Addresses,
    kept: Kept,
) -> list[Draft[Any]]:
    """All groups, under the ids that they had; `addresses` takes in where ids that died lead.

    Each kind is drafted, and let go, as soon as no other needs it whole: together they would fill the memory.
    """
    known = roster(connection, decisions)
    articles = DecidedArticles(connection, decisions, [one.id for one in known])
    seen = copied(kept, folder, known, articles)
    copies = addresses.keep(seen.sets, _before(connection, CopySet, _copies_of), _copies_of)
    notices = find_notices(concerned(seen.telling, articles, copies), copies)
    aside = set_aside(notices, concerned(seen.telling, articles, copies, notices), copies) if notices else frozenset()
    by_id = articles.without(aside)
    known = [one for one in known if one.id not in aside]
    annotations = StoredNotes(connection, list(by_id))
    paragraphs = paragraphs_of(kept, known, by_id)
    drawn = _stories(kept, known, paragraphs, by_id, annotations, copies, settings, decisions)
    stories_before = _before(connection, Story, _articles_of)
    whole = Draft(Story, addresses.keep(drawn, stories_before, _articles_of))
    del drawn
    stories = [replace(one, summary=(), people=(), why=()) for one in whole]  # the rest tells how they hang together
    readings = KeptReadings(kept, known, paragraphs, by_id, annotations)
    tied = tie(stories, by_id, annotations, readings=readings)
    del readings, paragraphs  # their files are large
    story_of = {story.id: set(story.articles) for story in stories}
    threads_before = _before(connection, Thread, partial(_told_in, stories_before))
    threads = addresses.keep(tied, threads_before, partial(_told_in, story_of))
    living = {thread.id for thread in threads}
    addresses.lead_to_stories(
        {id_: members for id_, members in threads_before.items() if id_ not in living},
        {article: story.id for story in stories for article in story.articles},
    )
    del story_of, stories_before, threads_before
    thread_of = {story: thread.id for thread in threads for story in thread.stories}
    drafts: list[Draft[Any]] = [
        Draft(CopySet, copies),
        Draft(Notice, notices),
        Draft(Story, (replace(one, thread=thread_of.get(one.id)) for one in whole)),
        Draft(Thread, threads),
    ]
    del whole, tied, threads
    events = _events(connection, by_id, copies, stories, decisions)
    del copies, stories
    events = addresses.keep(events, _before(connection, Event, _witnesses), _witnesses)
    events = decided_events(events, decisions)
    drafts.append(Draft(Event, events))
    persons = known_people(kept, known, by_id, annotations, events, decisions)
    del events
    drafts.append(Draft(PersonRecord, addresses.keep(persons, _before(connection, PersonRecord, _seen_as), _seen_as)))
    return drafts


def _events(
    connection: Connection,
    articles: DecidedArticles,
    copies: Sequence[CopySet],
    stories: Sequence[Story],
    decisions: Sequence[Decision],
) -> list[Event]:
    """The ledger's records of what articles tell, as it was found and as coders and editors had their word."""
    coded, _ = coded_events(decisions, articles, copies)
    found = [(article, event) for article, event in load_found_events(connection) if article in articles]
    told = decided_told(found, decisions, coded)
    told.sort(key=lambda one: articles.place(one[0]))  # in their order, in which they are read
    return merge(told, articles, copies, stories)


def _stories(
    kept: Kept,
    known: Sequence[Known],
    paragraphs: Paragraphs,
    articles: DecidedArticles,
    annotations: Mapping[str, Annotations],
    copies: Sequence[CopySet],
    settings: Settings,
    decisions: Sequence[Decision],
) -> list[Story]:
    groups = streamed(kept, known, articles, annotations, copies)
    report_of = {copy.id: one.id for one in copies for copy in one.articles}
    decided = decided_groups(together(groups, report_of), decisions)
    by_id = {one.id: one for one in known}
    drawn = described(kept, decided, by_id, paragraphs, articles, annotations, copies, settings)
    return decided_stories(list(drawn), decisions)


class _Addresses:
    """Gives new groups the ids that they had, and keeps book of where those lead that live no more."""

    def __init__(self, connection: Connection) -> None:
        self._former = load_moved(connection)
        self.moved: dict[str, Moved] = {}

    def keep(
        self, new: Sequence[_Group], before: Mapping[str, set[str]], members: Callable[[_Group], set[str]]
    ) -> list[_Group]:
        """The new groups under the ids that they had, by largest overlap of members."""
        drawn = [(one.id or "", members(one)) for one in new]
        letters = {minted[0] for minted, _ in drawn}  # ids begin with the letter of their kind
        former = {id_: one.held for id_, one in self._former.items() if id_[0] in letters}
        ids, moved = keep_ids(before, drawn, former)
        self.moved.update({old: Moved(new=id_, held=frozenset(before[old])) for old, id_ in moved.items()})
        return [replace(one, id=id_) for one, id_ in zip(new, ids, strict=True)]

    def lead_to_stories(self, gone: Mapping[str, set[str]], story_of: Mapping[str, str]) -> None:
        """Threads that live no more, nor in another, lead to the story that has most of their articles."""
        for old, members in gone.items():
            told = Counter(story_of[id_] for id_ in sorted(members) if id_ in story_of)
            if told and old not in self.moved:
                self.moved[old] = Moved(new=max(told, key=lambda one: (told[one], one)), held=frozenset(members))


def _before(connection: Connection, kind: type[_Group], members: Callable[[_Group], set[str]]) -> dict[str, set[str]]:
    """The members that each group of a kind had."""
    return {one.id or "": members(one) for one in read_group(connection, kind)}


def _copies_of(copies: CopySet) -> set[str]:
    return {copy.id for copy in copies.articles}


def _articles_of(story: Story) -> set[str]:
    return set(story.articles)


def _told_in(stories: Mapping[str, set[str]], thread: Thread) -> set[str]:
    """A thread's articles: those of its stories, some of which may be gone."""
    return {id_ for story in thread.stories if story in stories for id_ in stories[story]}


def _witnesses(event: Event) -> set[str]:
    """What identifies an event across rebuilds: its type, as reported, and the sentences that tell it."""
    return {f"{reported_type(event)} {one.article} {one.part} {one.quote}" for one in event.evidence}


def _seen_as(person: PersonRecord) -> set[str]:
    named = {f"{person.country} {name}" for name in person.names}
    return named | {f"{cited.article} {cited.quote}" for role in person.roles for cited in role.evidence}
