"""What the site shows of a story beside its record: what is new since readers heard of it, and how copies differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from wiredesk.kit.printed import is_printed
from wiredesk.pipeline.read import Reading
from wiredesk.publish import News
from wiredesk.rank import EarlierTellings
from wiredesk.stories import whats_new
from wiredesk.types import Article, Difference, Story

NEWS_DAYS = 7
"""Stories whose last report is older have no news: set by hand, the week in which a reader comes back to a story."""


def differences_between(origin: Article, copy: Article) -> Sequence[Difference]:
    """Where a copy departs from its origin, passage by passage, in the order of the text."""
    from wiredesk.copies import differences

    return differences(origin, copy)


def news_by(reading: Reading, day: date) -> Callable[[Story], News | None]:
    """What is new in a story by a day, told from its reports: since the last approved edition before that day that told
    the story, or where none did since the day before. None where nothing is, or all of it is."""
    tellings = EarlierTellings(day, reading.approved.values())
    yesterday = day - timedelta(days=1)

    def of(story: Story) -> News | None:
        if story.last is None or story.last < day - timedelta(days=NEWS_DAYS) or len(story.articles) < 2:
            return None
        out = [id_ for id_ in story.articles if is_printed(reading.articles[id_], day)]
        since, told = tellings.of(story, reading.articles)
        before = {id_ for id_ in out if is_printed(reading.articles[id_], yesterday)} if since is None else told
        if not any(id_ in before for id_ in out) or all(id_ in before for id_ in out):
            return None
        known = {id_ for one in _affair(story, reading) for id_ in _told(one, reading, tellings, yesterday, since)}
        held = [id_ for id_ in {*story.articles, *known} if id_ in reading.articles]
        copies = [reading.groups.copies[id_] for id_ in story.copies]
        new = whats_new(story, reading.articles, reading.notes(held), known, copies)
        return News(since=since or yesterday, edition=since is not None, sentences=new) if new else None

    return of


def _affair(story: Story, reading: Reading) -> Sequence[Story]:
    """The stories of its thread, or itself: what readers know of an affair, whichever of its stories told it."""
    thread = reading.groups.threads.get(story.thread or "")
    found = [reading.groups.stories[id_] for id_ in thread.stories if id_ in reading.groups.stories] if thread else []
    return found or [story]


def _told(
    story: Story, reading: Reading, tellings: EarlierTellings, yesterday: date, since: date | None
) -> frozenset[str]:
    """Ids of the articles that an edition told of a story, or, where none told the one asked about, those of before."""
    if since is not None:
        return tellings.of(story, reading.articles)[1]
    return frozenset(id_ for id_ in story.articles if is_printed(reading.articles[id_], yesterday))
