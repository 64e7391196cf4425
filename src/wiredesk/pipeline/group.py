"""Grouping: copies, notices, stories, threads, the ledger and people, over all articles at once.

The outcome depends on the set of articles and decisions alone, not on the order of arrival; ids are those that the
groups had before, by largest overlap of members.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from wiredesk.copies import CopyIndex, concerned, find_notices, set_aside
from wiredesk.kit.ahead import expect
from wiredesk.kit.identity import keep_ids
from wiredesk.ledger import merge, people
from wiredesk.pipeline.coded import coded_events
from wiredesk.pipeline.decided import decided_groups, decided_stories
from wiredesk.pipeline.decided_articles import DecidedArticles, decided_articles
from wiredesk.pipeline.decided_events import decided_events, reported_type
from wiredesk.pipeline.decided_told import decided_notes, decided_told
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.store.articles import load_found_events
from wiredesk.store.decisions import load_decisions
from wiredesk.store.groups import add_redirects, load_group, save_group
from wiredesk.store.notes import StoredNotes
from wiredesk.store.work import take_off
from wiredesk.stories import Readings, describe, group, tie
from wiredesk.types import Annotations, Article, CopySet, Decision, Event, Notice, PersonRecord, Story, Thread

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


def regroup(store: Store, settings: Settings, waiting: Sequence[str]) -> None:
    """Group all articles that have a text again and take the waiting ones off the list.

    A decision that was taken meanwhile leaves them on it: the next update groups with it.
    """
    old = load_groups(store)
    redirects: dict[str, str] = {}
    with store.reading() as connection:
        decisions = load_decisions(connection, standing=True)
        articles = decided_articles(connection, decisions, StoredNotes(connection))
        annotations = StoredNotes(connection, list(articles))
        found = partial(load_found_events, connection)
        new = _grouped(articles, annotations, found, old, settings, decisions, redirects)
    with store.writing() as connection:
        for kind, records in (
            (CopySet, new.copies),
            (Notice, new.notices),
            (Story, new.stories),
            (Thread, new.threads),
            (Event, new.events),
            (PersonRecord, new.people),
        ):
            save_group(connection, kind, list(records.values()))  # type: ignore[type-var]
        add_redirects(connection, redirects, {*new.copies, *new.stories, *new.threads, *new.events, *new.people})
        if load_decisions(connection, standing=True) == decisions:
            take_off(connection, "group", waiting)


def _grouped(
    articles: DecidedArticles,
    annotations: Mapping[str, Annotations],
    found: Callable[[], Sequence[tuple[str, Event]]],
    old: Groups,
    settings: Settings,
    decisions: Sequence[Decision],
    redirects: dict[str, str],
) -> Groups:
    """All groups anew, under the ids that they had; `redirects` takes in where ids that died lead.

    `found` reads the events that articles tell: they are not held while articles are grouped.
    """
    seen = CopyIndex()
    seen.extend(articles.values())
    copies = _keep(seen.sets(), old.copies, redirects, _copies_of)
    notices = find_notices(concerned(seen.telling, articles, copies), copies)
    aside = set_aside(notices, concerned(seen.telling, articles, copies, notices), copies) if notices else frozenset()
    del seen  # its file may be large
    by_id = articles.without(aside)
    readings = Readings(by_id, annotations)
    drawn = _stories(by_id, annotations, copies, settings, decisions, readings)
    stories = _keep(drawn, old.stories, redirects, lambda story: set(story.articles))
    story_of = {story.id: story for story in stories}
    tied = tie(stories, by_id, annotations, readings=readings)
    del readings  # its file is large
    threads = _keep(tied, old.threads, redirects, _articles_of(story_of), _articles_of(old.stories))
    thread_of = {story: thread.id for thread in threads for story in thread.stories}
    stories = [replace(story, thread=thread_of.get(story.id)) for story in stories]
    coded, _ = coded_events(decisions, by_id, copies)
    told = decided_told([(article, event) for article, event in found() if article in by_id], decisions, coded)
    told.sort(key=lambda one: by_id.place(one[0]))  # in their order, in which they are read
    events = _keep(merge(told, by_id, copies, stories), old.events, redirects, _witnesses)
    events = decided_events(events, decisions)
    expect(annotations, list(by_id))
    noted = decided_notes(annotations, decisions)
    persons = _keep(people(by_id, noted, events), old.people, redirects, _seen_as)
    return Groups(
        copies={one.id: one for one in copies},
        notices={one.id: one for one in notices},
        stories={one.id: one for one in stories},
        threads={one.id: one for one in threads},
        events={one.id or "": one for one in events},
        people={one.id: one for one in persons},
    )


def _stories(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotations],
    copies: Sequence[CopySet],
    settings: Settings,
    decisions: Sequence[Decision],
    readings: Readings,
) -> list[Story]:
    stories = group(articles, annotations, copies, settings.owners, readings=readings)
    computed = [list(story.articles) for story in stories]
    decided = decided_groups(computed, decisions)
    if decided != computed:
        stories = describe(decided, articles, annotations, copies, settings.owners)
    return decided_stories(stories, decisions)


def _keep(
    new: Sequence[_Group],
    old: Mapping[str, _Group],
    redirects: dict[str, str],
    members: Callable[[_Group], set[str]],
    members_before: Callable[[_Group], set[str]] | None = None,
) -> list[_Group]:
    """The new groups under the ids that they had, by largest overlap of members."""
    before = {id_: (members_before or members)(one) for id_, one in old.items()}
    ids, moved = keep_ids(before, [(one.id or "", members(one)) for one in new])
    redirects.update(moved)
    return [replace(one, id=id_) for one, id_ in zip(new, ids, strict=True)]


def _copies_of(copies: CopySet) -> set[str]:
    return {copy.id for copy in copies.articles}


def _articles_of(stories: Mapping[str, Story]) -> Callable[[Thread], set[str]]:
    """A thread's articles: those of its stories, some of which may be gone."""
    return lambda thread: {id_ for story in thread.stories if story in stories for id_ in stories[story].articles}


def _witnesses(event: Event) -> set[str]:
    """What identifies an event across rebuilds: its type, as reported, and the sentences that tell it."""
    return {f"{reported_type(event)} {one.article} {one.part} {one.quote}" for one in event.evidence}


def _seen_as(person: PersonRecord) -> set[str]:
    named = {f"{person.country} {name}" for name in person.names}
    return named | {f"{cited.article} {cited.quote}" for role in person.roles for cited in role.evidence}
