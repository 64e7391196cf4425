"""One function a signal: its raw value, its strength from 0 to 1, and the words for it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wiredesk.kit.edtf import bounds
from wiredesk.kit.places import country_name
from wiredesk.rank.rules import Weights
from wiredesk.types import Article, Edition, Event, Story, Thread


@dataclass(frozen=True, kw_only=True)
class Signal:
    """`value` as counted, `strength` 0 to 1, `text` in plain words."""

    value: float
    strength: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A story as it stood on the edition's day: `visible` its articles published by then, in (day, id) order."""

    story: Story
    day: date
    visible: tuple[Article, ...]
    events: tuple[Event, ...]
    before: int
    """Stories of its thread that began earlier."""

    @property
    def last(self) -> date | None:
        """The day of its latest visible article."""
        return max((article.day for article in self.visible if article.day), default=None)


def see(
    story: Story,
    day: date,
    articles: Mapping[str, Article],
    events: Sequence[Event],
    stories: Mapping[str, Story],
    threads: Mapping[str, Thread],
) -> Seen:
    """What of a story was to be seen on a day."""
    known = [articles[one] for one in story.articles if one in articles]
    visible = tuple(article for article in known if article.day is not None and article.day <= day)
    members = {article.id for article in visible}
    told = tuple(event for event in events if members.intersection(event.articles))
    thread = threads.get(story.thread or "")
    first = story.first or day
    before = [stories[one] for one in thread.stories if one in stories and one != story.id] if thread else []
    earlier = sum(1 for one in before if one.first is not None and one.first < first)
    return Seen(story=story, day=day, visible=visible, events=told, before=earlier)


def sources(seen: Seen, weights: Weights) -> Signal:
    """Independent sources, on a logarithmic scale: the second says more than the tenth."""
    number = max(1, min(seen.story.independent_sources, len(seen.visible)))
    text = "one source only" if number == 1 else f"{number} sources that do not derive from one another"
    return Signal(value=number, strength=_logarithmic(number, weights.sources_full), text=text)


def outlets(seen: Seen, weights: Weights) -> Signal:
    """Outlets that carry it, on a logarithmic scale."""
    number = max(1, len({article.outlet or article.id for article in seen.visible}))
    text = "carried by one outlet" if number == 1 else f"carried by {number} outlets"
    return Signal(value=number, strength=_logarithmic(number, weights.outlets_full), text=text)


def countries(seen: Seen, weights: Weights) -> Signal:
    """Countries that it concerns."""
    codes = seen.story.countries
    text = "no country named" if not codes else "concerns " + _listed([country_name(code) for code in codes])
    return Signal(value=len(codes), strength=_linear(len(codes), weights.countries_full), text=text)


def freshness(seen: Seen, weights: Weights) -> Signal:
    """Days since its latest article, halving every `freshness_half_life` days."""
    days = (seen.day - (seen.last or seen.day)).days
    half_life = weights.freshness_half_life
    strength = 0.5 ** (days / half_life) if half_life > 0 else float(days == 0)
    text = "reported on the day itself" if days == 0 else f"last reported {_count(days, 'day')} before"
    return Signal(value=days, strength=strength, text=text)


def events(seen: Seen, weights: Weights) -> Signal:
    """The events that it tells of, by type; those far from the day are background."""
    weight = 0.0
    kinds: Counter[str] = Counter()
    for event in seen.events:
        near = _is_near(event, seen.day, weights)
        weight += {"visit": weights.visit, "meeting": weights.meeting, "call": weights.call}[event.type] * (
            1.0 if near else weights.background
        )
        kinds[event.type if near else "background event"] += 1
    told = _listed([_count(number, kind) for kind, number in sorted(kinds.items())]) if kinds else ""
    return Signal(
        value=round(weight, 4),
        strength=_linear(weight, weights.events_full),
        text=f"tells of {told}" if told else "tells of no visit, meeting or call",
    )


def newness(seen: Seen, earlier: Sequence[Edition]) -> Signal:
    """Share of its articles that no earlier approved edition told."""
    new, last_told = new_articles(seen, earlier)
    if last_told is None:
        return Signal(value=1.0, strength=1.0, text="not told in an earlier edition")
    share = len(new) / len(seen.visible) if seen.visible else 0.0
    return Signal(
        value=round(share, 4),
        strength=share,
        text=f"{_count(len(new), 'new article')} since the edition of {last_told.isoformat()}",
    )


def affair(seen: Seen, weights: Weights) -> Signal:
    """Earlier stories of its thread."""
    text = (
        "no earlier story of this affair"
        if not seen.before
        else (f"follows {_count(seen.before, 'earlier story', 'earlier stories')} of the same affair")
    )
    return Signal(value=seen.before, strength=_linear(seen.before, weights.affair_full), text=text)


def new_articles(seen: Seen, earlier: Sequence[Edition]) -> tuple[list[Article], date | None]:
    """The visible articles that no approved edition before the day told, and the day of the last that told others."""
    told: set[str] = set()
    last: date | None = None
    mine = {article.id for article in seen.visible}
    for edition in earlier:
        if edition.status != "approved" or edition.day >= seen.day:
            continue
        for entry in edition.entries:
            listed = {line.article for line in entry.sources}
            if entry.story == seen.story.id or listed & mine:
                told |= listed
                last = max(last or edition.day, edition.day)
    return [article for article in seen.visible if article.id not in told], last


def _is_near(event: Event, day: date, weights: Weights) -> bool:
    """Whether any day on which the event may have been is within reach; an undated event is taken to be news
    unless it is told as completed."""
    if event.when is None:
        return event.status != "completed"
    first, last = bounds(event.when)
    reach = timedelta(days=weights.event_days)
    return (first or last or day) <= day + reach and (last or first or day) >= day - reach


def _logarithmic(number: float, full: float) -> float:
    return min(1.0, math.log(number) / math.log(full)) if full > 1 else 1.0


def _linear(number: float, full: float) -> float:
    return min(1.0, number / full) if full > 0 else 1.0


def _count(number: int, noun: str, plural: str | None = None) -> str:
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]
