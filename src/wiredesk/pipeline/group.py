"""Grouping: copies, stories, threads, the ledger and people, over all articles at once.

The outcome depends on the set of articles and decisions alone, not on the order of arrival; ids are those that the
groups had before, by largest overlap of members.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wiredesk.copies import find_copies
from wiredesk.kit.identity import keep_ids
from wiredesk.ledger import merge, people
from wiredesk.pipeline.decided import decided_article, decided_groups, decided_stories
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.store.articles import load_annotations, load_articles, load_found_events
from wiredesk.store.decisions import load_decisions
from wiredesk.store.groups import add_redirects, load_group, save_group
from wiredesk.store.work import take_off
from wiredesk.stories import describe, group, tie
from wiredesk.types import Annotations, Article, CopySet, Decision, Event, PersonRecord, Story, Thread


@dataclass(frozen=True, kw_only=True)
class Groups:
    """Everything that is computed over many articles."""

    copies: Mapping[str, CopySet]
    stories: Mapping[str, Story]
    threads: Mapping[str, Thread]
    events: Mapping[str, Event]
    people: Mapping[str, PersonRecord]


def load_groups(store: Store) -> Groups:
    """What the last grouping gave."""
    with store.reading() as connection:
        return Groups(
            copies=load_group(connection, CopySet),
            stories=load_group(connection, Story),
            threads=load_group(connection, Thread),
            events=load_group(connection, Event),
            people=load_group(connection, PersonRecord),
        )


def regroup(store: Store, settings: Settings, waiting: Sequence[str]) -> None:
    """Group all articles that have a text again and take the waiting ones off the list."""
    old = load_groups(store)
    with store.reading() as connection:
        decisions = load_decisions(connection, standing=True)
        articles = [decided_article(article, decisions) for article in load_articles(connection)]
        annotations = load_annotations(connection)
        found = load_found_events(connection)
    articles = [article for article in articles if article.body and article.id in annotations]
    redirects: dict[str, str] = {}

    copies = _keep_copies(find_copies(articles), old, redirects)
    stories = _keep_stories(_stories(articles, annotations, copies, settings, decisions), old, redirects)
    by_id = {article.id: article for article in articles}
    threads = _keep_threads(tie(stories, by_id, annotations), stories, old, redirects)
    thread_of = {story: thread.id for thread in threads for story in thread.stories}
    stories = [replace(story, thread=thread_of.get(story.id)) for story in stories]
    living_found = [(article, event) for article, event in found if article in by_id]
    events = _keep_events(merge(living_found, by_id, copies, stories), old, redirects)
    persons = _keep_people(people(by_id, annotations, events), old, redirects)

    with store.writing() as connection:
        save_group(connection, CopySet, copies)
        save_group(connection, Story, stories)
        save_group(connection, Thread, threads)
        save_group(connection, Event, events)
        save_group(connection, PersonRecord, persons)
        living = {one.id for one in copies} | {one.id for one in stories} | {one.id for one in threads}
        living |= {one.id or "" for one in events} | {one.id for one in persons}
        add_redirects(connection, redirects, living)
        take_off(connection, "group", waiting)


def _stories(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    copies: Sequence[CopySet],
    settings: Settings,
    decisions: Sequence[Decision],
) -> list[Story]:
    stories = group(articles, annotations, copies, settings.owners)
    computed = [list(story.articles) for story in stories]
    decided = decided_groups(computed, decisions)
    if decided != computed:
        stories = describe(decided, articles, annotations, copies, settings.owners)
    return decided_stories(stories, decisions)


def _keep_copies(new: Sequence[CopySet], old: Groups, redirects: dict[str, str]) -> list[CopySet]:
    before = {id_: {copy.id for copy in one.articles} for id_, one in old.copies.items()}
    ids, moved = keep_ids(before, [(one.id, {copy.id for copy in one.articles}) for one in new])
    redirects.update(moved)
    return [replace(one, id=id_) for one, id_ in zip(new, ids, strict=True)]


def _keep_stories(new: Sequence[Story], old: Groups, redirects: dict[str, str]) -> list[Story]:
    before = {id_: set(one.articles) for id_, one in old.stories.items()}
    ids, moved = keep_ids(before, [(one.id, set(one.articles)) for one in new])
    redirects.update(moved)
    return [replace(one, id=id_) for one, id_ in zip(new, ids, strict=True)]


def _keep_threads(
    new: Sequence[Thread], stories: Sequence[Story], old: Groups, redirects: dict[str, str]
) -> list[Thread]:
    articles = {story.id: set(story.articles) for story in stories}
    articles_before = {id_: set(story.articles) for id_, story in old.stories.items()}
    before = {
        id_: set().union(*(articles_before.get(s, set()) for s in one.stories)) for id_, one in old.threads.items()
    }
    ids, moved = keep_ids(before, [(one.id, set().union(*(articles[s] for s in one.stories))) for one in new])
    redirects.update(moved)
    return [replace(one, id=id_) for one, id_ in zip(new, ids, strict=True)]


def _keep_events(new: Sequence[Event], old: Groups, redirects: dict[str, str]) -> list[Event]:
    before = {id_: _witnesses(one) for id_, one in old.events.items()}
    ids, moved = keep_ids(before, [(one.id or "", _witnesses(one)) for one in new])
    redirects.update(moved)
    return [replace(one, id=id_) for one, id_ in zip(new, ids, strict=True)]


def _witnesses(event: Event) -> set[str]:
    """What identifies an event across rebuilds: its type and the sentences that tell it."""
    return {f"{event.type} {one.article} {one.part} {one.quote}" for one in event.evidence}


def _keep_people(new: Sequence[PersonRecord], old: Groups, redirects: dict[str, str]) -> list[PersonRecord]:
    before = {id_: _seen_as(one) for id_, one in old.people.items()}
    ids, moved = keep_ids(before, [(one.id, _seen_as(one)) for one in new])
    redirects.update(moved)
    return [replace(one, id=id_) for one, id_ in zip(new, ids, strict=True)]


def _seen_as(person: PersonRecord) -> set[str]:
    named = {f"{person.country} {name}" for name in person.names}
    return named | {f"{cited.article} {cited.quote}" for role in person.roles for cited in role.evidence}
