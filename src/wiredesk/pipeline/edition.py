"""A day's edition: rank its stories, compose the ten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from wiredesk.edition import compose
from wiredesk.errors import UsageError
from wiredesk.pipeline.decided import story_of
from wiredesk.pipeline.read import Reading
from wiredesk.rank import top_ten
from wiredesk.settings import Settings
from wiredesk.types import Decision, Edition, Story


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


def compose_edition(reading: Reading, settings: Settings, day: date) -> Edition:
    """The Top Ten of a day from what the desk holds now; nothing published after that day takes part."""
    stories = list(reading.groups.stories.values())
    pinned, spiked = _placed(reading.decisions, stories)
    ranking = top_ten(
        stories,
        day,
        articles=reading.articles,
        events=list(reading.groups.events.values()),
        threads=reading.groups.threads,
        weights=settings.rank,
        pinned=pinned,
        spiked=spiked,
    )
    return compose(
        ranking,
        reading.groups.stories,
        reading.articles,
        reading.groups.copies,
        list(reading.groups.events.values()),
        reading.groups.threads,
        title=settings.title,
    )


def _placed(decisions: Sequence[Decision], stories: Sequence[Story]) -> tuple[dict[str, int], set[str]]:
    """Story ids with the rank that an editor pinned them to, and the spiked ones."""
    pinned: dict[str, int] = {}
    spiked: set[str] = set()
    for decision in decisions:
        if decision.kind in {"pin", "spike"} and (story := story_of(decision, stories)) is not None:
            if decision.kind == "spike":
                spiked.add(story.id)
            else:
                pinned[story.id] = int(decision.value or 1)
    return pinned, spiked
