"""Grouping: copies, notices, stories, threads, the ledger and people, over all articles at once.

The outcome depends on the set of articles and decisions alone, not on the order of arrival; ids are those that the
groups had before, by largest overlap of members.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from wiredesk.copies import concerned, corrected_elsewhere, find_notices, set_aside
from wiredesk.kit.shelf import Shelf
from wiredesk.ledger import merge
from wiredesk.pipeline.addresses import Addresses, articles_of, copies_of, members_before, seen_as, told_in, witnesses
from wiredesk.pipeline.coded import coded_events
from wiredesk.pipeline.copied import copied
from wiredesk.pipeline.decided import decided_stories
from wiredesk.pipeline.decided_articles import DecidedArticles, roster
from wiredesk.pipeline.decided_events import decided_events
from wiredesk.pipeline.decided_groups import decided_groups, put_by_editors
from wiredesk.pipeline.decided_told import decided_told
from wiredesk.pipeline.described import Described, described
from wiredesk.pipeline.kept import Kept
from wiredesk.pipeline.kept_people import known_people
from wiredesk.pipeline.kept_readings import KeptReadings, paragraphs_of
from wiredesk.pipeline.streamed import streamed
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.store.articles import Known, load_found_events
from wiredesk.store.decisions import load_decisions
from wiredesk.store.groups import Draft, add_redirects, load_group, save_group
from wiredesk.store.notes import StoredNotes
from wiredesk.store.records import pack, stamp, unpack
from wiredesk.store.work import take_off
from wiredesk.stories import put_by_editor, tie
from wiredesk.stories.build import together
from wiredesk.stories.wording.repeats import Paragraphs
from wiredesk.stories.wording.terms import Terms
from wiredesk.types import Annotations, CopySet, Decision, Event, Notice, PersonRecord, Story, Thread


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
        addresses = Addresses(connection)
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
    addresses: Addresses,
    kept: Kept,
) -> list[Draft[Any]]:
    """All groups, under the ids that they had; `addresses` takes in where ids that died lead.

    Each kind is drafted, and let go, as soon as no other needs it whole: together they would fill the memory.
    """
    known = roster(connection, decisions)
    articles = DecidedArticles(connection, decisions, [one.id for one in known])
    seen = copied(kept, folder, known, articles)
    copies = addresses.keep(seen.sets, members_before(connection, CopySet, copies_of), copies_of)
    telling = seen.telling
    del seen
    notices = find_notices(concerned(telling, articles, copies), copies)
    aside = set_aside(notices, concerned(telling, articles, copies, notices), copies) if notices else frozenset()
    corrected = corrected_elsewhere(notices, copies)
    by_id = articles.without(aside)
    known = [one for one in known if one.id not in aside]
    annotations = StoredNotes(connection, list(by_id))
    paragraphs = paragraphs_of(kept, known, by_id)
    read = Shelf[Terms](at_hand=1)  # what the stream reads of an article is what stories and threads read of it again
    drawn, put = _stories(kept, known, paragraphs, by_id, annotations, copies, settings, decisions, read, corrected)
    stories_before = members_before(connection, Story, articles_of)
    ids = addresses.ids(drawn, stories_before, articles_of)
    titled = decided_stories(drawn, decisions)
    placed = (one if put.isdisjoint(one.articles) else put_by_editor(one, put) for one in titled)
    whole = Draft(Story, (replace(one, id=id_) for one, id_ in zip(placed, ids, strict=True)))
    del drawn, titled, placed
    stories = [replace(one, summary=(), people=(), why=()) for one in whole]  # the rest tells how they hang together
    merged = _events(connection, by_id, copies, stories, decisions, settings.owners)
    merged = addresses.keep(merged, members_before(connection, Event, witnesses), witnesses)
    events = Draft(Event, decided_events(merged, decisions))
    del merged
    tied = _threads(kept, known, paragraphs, by_id, annotations, stories, events, read)
    del paragraphs
    story_of = {story.id: set(story.articles) for story in stories}
    threads_before = members_before(connection, Thread, partial(told_in, stories_before))
    threads = addresses.keep(tied, threads_before, partial(told_in, story_of))
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
        events,
    ]
    del whole, tied, threads, copies, stories
    persons = known_people(kept, known, by_id, annotations, events, decisions)
    drafts.append(
        Draft(PersonRecord, addresses.keep(persons, members_before(connection, PersonRecord, seen_as), seen_as))
    )
    return drafts


def _events(
    connection: Connection,
    articles: DecidedArticles,
    copies: Sequence[CopySet],
    stories: Sequence[Story],
    decisions: Sequence[Decision],
    owners: Mapping[str, str],
) -> list[Event]:
    """The ledger's records of what articles tell, as it was found and as coders and editors had their word."""
    coded, _ = coded_events(decisions, articles, copies)
    found = [(article, event) for article, event in load_found_events(connection) if article in articles]
    told = decided_told(found, decisions, coded)
    told.sort(key=lambda one: articles.place(one[0]))  # in their order, in which they are read
    return merge(told, articles, copies, stories, owners, decisions)


def _threads(
    kept: Kept,
    known: Sequence[Known],
    paragraphs: Paragraphs,
    articles: DecidedArticles,
    annotations: Mapping[str, Annotations],
    stories: Sequence[Story],
    events: Draft[Event],
    read: Shelf[Terms],
) -> list[Thread]:
    """The threads of the stories, as they were where neither these, their events nor any article changed: most
    decisions of editors are about something else."""

    def compute(names: list[str]) -> Iterator[tuple[str, bytes]]:
        for name in names:
            readings = KeptReadings(kept, known, paragraphs, articles, annotations, read)
            threads = tie(stories, articles, annotations, readings=readings, events=events, keeping=kept)
            yield name, pack(threads)

    told = stamp(*(record for _, record in events.rows()))
    whole = stamp(pack(stories), told, *(one.stamp for one in known))
    return unpack(kept.of_all("threads", {"": whole}, compute)[""], list[Thread])


def _stories(
    kept: Kept,
    known: Sequence[Known],
    paragraphs: Paragraphs,
    articles: DecidedArticles,
    annotations: Mapping[str, Annotations],
    copies: Sequence[CopySet],
    settings: Settings,
    decisions: Sequence[Decision],
    read: Shelf[Terms],
    corrected: frozenset[str],
) -> tuple[Described, frozenset[str]]:
    """The stories, and the articles that are in theirs by an editor's word alone."""
    groups = streamed(kept, known, articles, annotations, copies, read)
    report_of = {copy.id: one.id for one in copies for copy in one.articles}
    computed = together(groups, report_of)
    decided = decided_groups(computed, decisions)
    by_id = {one.id: one for one in known}
    drawn = described(kept, decided, by_id, paragraphs, articles, annotations, copies, settings, read, corrected)
    return drawn, put_by_editors(computed, decided)
