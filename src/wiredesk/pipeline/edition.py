"""A day's edition: as it was approved, or else its stories ranked and the ten composed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from wiredesk.edition import compose
from wiredesk.errors import UsageError
from wiredesk.kit.printed import event_as_of, is_printed
from wiredesk.pipeline.decided import decided_stories
from wiredesk.pipeline.noticed import with_notices
from wiredesk.pipeline.placed import placed
from wiredesk.pipeline.read import Reading
from wiredesk.rank import EarlierTellings, top_ten
from wiredesk.settings import Settings
from wiredesk.stories import describe, whats_new
from wiredesk.types import CitedSentence, Edition, Event, Newslist, Story


def edition_day(reading: Reading, settings: Settings, asked: date | None, now: datetime) -> date:
    """The day to compose: the one asked for; today in the desk's zone; or else the last day with articles.

    Raises UsageError when no article of the desk has a day.
    """
    if asked is not None:
        return asked
    days = reading.days
    if not days:
        raise UsageError(
            "there is no article with a known day to make an edition of",
            "add pages with `wiredesk add`, or give one its day with `wiredesk decide date ARTICLE DAY`",
        )
    today = now.astimezone(settings.zone).date()
    return today if today in days else max((day for day in days if day <= today), default=max(days))


def edition_of(reading: Reading, settings: Settings, day: date) -> Edition:
    """The edition of a day to be shown: the approved one with what was corrected since, or else a draft."""
    approved = reading.approved.get(day)
    if approved is None:
        return compose_edition(reading, settings, day)
    return with_notices(approved, reading.groups.notices.values(), reading.groups.copies, reading.killed_headlines)


def compose_edition(reading: Reading, settings: Settings, day: date) -> Edition:
    """The draft of a day's Top Ten from what the desk holds now; nothing printed after that day takes part."""
    stories = _stories_as_of(day, reading, settings)
    earlier = [edition for edition in reading.approved.values() if edition.day < day]
    since, new = _told_before(stories, day, reading, earlier)
    news = Newslist(
        day=day,
        stories=stories,
        articles=reading.articles,
        copies=reading.groups.copies,
        events=_events_as_of(day, reading),
        threads=reading.groups.threads,
        notices=list(reading.groups.notices.values()),
        sources=settings.outlets,
        earlier=earlier,
        since=since,
        new=new,
        decisions=reading.decisions,
        placing=placed(reading, list(stories.values()), day),
    )
    return compose(top_ten(news, settings.rank), news, title=settings.title)


def _told_before(
    stories: Mapping[str, Story], day: date, reading: Reading, earlier: Sequence[Edition]
) -> tuple[dict[str, date], dict[str, tuple[CitedSentence, ...]]]:
    """For the stories that an earlier approved edition told: the day of the last, and what none of them could tell."""
    since: dict[str, date] = {}
    new: dict[str, tuple[CitedSentence, ...]] = {}
    tellings = EarlierTellings(day, earlier)
    in_thread: dict[str, set[str]] = {}  # what readers know of an affair, whichever of its stories told it
    told: dict[str, tuple[date, frozenset[str]]] = {}
    for story in stories.values():
        last, ids = tellings.of(story, reading.articles)
        if last is not None:
            told[story.id] = last, ids
            in_thread.setdefault(story.thread or story.id, set()).update(ids)
    for id_, (last, ids) in told.items():
        story = stories[id_]
        since[id_] = last
        fresh = any(one not in ids for one in story.articles)
        known = in_thread[story.thread or id_]
        notes = reading.notes([*story.articles, *known]) if fresh else {}
        copies = [reading.groups.copies[one] for one in story.copies]
        new[id_] = whats_new(story, reading.articles, notes, known, copies) if fresh else ()
    return since, new


def _stories_as_of(day: date, reading: Reading, settings: Settings) -> dict[str, Story]:
    """The stories that had begun by a day, those that went on drawn up from what was printed by then."""
    stories: dict[str, Story] = {}
    for story in reading.groups.stories.values():
        known = [reading.articles[id_] for id_ in story.articles]
        printed = [article for article in known if is_printed(article, day)]
        if len(printed) == len(known):
            stories[story.id] = story
        elif any(article.day for article in printed):
            copies = [reading.groups.copies[id_] for id_ in story.copies]
            ids = [article.id for article in printed]
            (drawn,) = describe([ids], printed, reading.notes(ids), copies, settings.owners)
            stories[story.id] = replace(drawn, id=story.id, thread=story.thread)
    return {story.id: story for story in decided_stories(stories.values(), reading.decisions)}


def _events_as_of(day: date, reading: Reading) -> list[Event]:
    """The ledger's events with what was printed of them by a day."""
    printed = {id_ for id_, article in reading.articles.items() if is_printed(article, day)}
    told = (event_as_of(event, printed) for event in reading.groups.events.values())
    return [event for event in told if event is not None]
