"""A story as it stood on a day, and what readers had been told of it by then."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wiredesk.types import Article, CitedSentence, Edition, Event, Newslist, Story


@dataclass(frozen=True, kw_only=True)
class Signal:
    """`value` as counted, `strength` 0 to 1, `text` in plain words."""

    value: float
    strength: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A story on the edition's day: `visible` its articles published by then, in the order of the story."""

    story: Story
    day: date
    visible: tuple[Article, ...]
    events: tuple[Event, ...]
    before: int
    """How many stories of its thread began on an earlier day."""
    told_on: date | None
    """The day of the last approved edition before that told it."""
    told: frozenset[str]
    """The articles that approved editions listed under it."""
    affair_on: date | None
    """The day of the last such edition that told another story of its thread."""
    new: tuple[CitedSentence, ...] | None
    """What no such edition could tell; None where nobody worked it out."""

    @property
    def last(self) -> date | None:
        """The day of its latest visible article."""
        return max((article.day for article in self.visible if article.day), default=None)

    @property
    def new_articles(self) -> tuple[Article, ...]:
        """The visible articles that no approved edition listed."""
        return tuple(article for article in self.visible if article.id not in self.told)


class EarlierTellings:
    """What approved editions before a day told, kept by article: for asking about many stories."""

    def __init__(self, day: date, earlier: Iterable[Edition]) -> None:
        """`earlier`: editions; drafts and those of the day or later are passed over."""
        self._entries: list[tuple[date, tuple[str, ...]]] = []
        self._listing: dict[str, list[int]] = {}
        for edition in earlier:
            if edition.status != "approved" or edition.day >= day:
                continue
            for entry in edition.entries:
                listed = tuple(line.article for line in entry.sources)
                for article in listed:
                    self._listing.setdefault(article, []).append(len(self._entries))
                self._entries.append((edition.day, listed))

    def of(self, story: Story, articles: Collection[str]) -> tuple[date | None, frozenset[str]]:
        """The day of the last of them that told a story, and the ids of all articles it was told by.

        An edition told the story if it lists one of its articles, whatever id the story had then: ids change when
        stories are merged and split. `articles`: ids that the desk knows. (None, nothing) for a story never told.
        """
        places = {place for one in story.articles if one in articles for place in self._listing.get(one, ())}
        found = [self._entries[place] for place in places]
        last = max((day for day, _ in found), default=None)
        return last, frozenset(id_ for _, listed in found for id_ in listed)


def see(story: Story, news: Newslist, earlier: EarlierTellings) -> Seen:
    """What of a story was to be seen on the newslist's day; `earlier` are its tellings."""
    known = [news.articles[one] for one in story.articles if one in news.articles]
    visible = tuple(article for article in known if article.day is not None and article.day <= news.day)
    members = {article.id for article in visible}
    told_on, told_by = earlier.of(story, news.articles)
    return Seen(
        story=story,
        day=news.day,
        visible=visible,
        events=tuple(event for event in news.events if members.intersection(event.articles)),
        before=len(news.before(story)),
        told_on=told_on,
        told=told_by,
        affair_on=_affair_on(story, news, earlier),
        new=None if news.new is None else tuple(news.new.get(story.id, ())),
    )


def _affair_on(story: Story, news: Newslist, earlier: EarlierTellings) -> date | None:
    thread = news.threads.get(story.thread or "")
    others = (news.stories.get(one) for one in thread.stories if one != story.id) if thread else ()
    told = (earlier.of(one, news.articles)[0] for one in others if one is not None)
    return max((day for day in told if day is not None), default=None)


def logarithmic(number: float, full: float) -> float:
    """0 at one, 1 at `full`: the second says more than the tenth."""
    return min(1.0, math.log(max(1.0, number)) / math.log(full)) if full > 1 else 1.0


def linear(number: float, full: float) -> float:
    """0 at nought, 1 at `full`."""
    return min(1.0, number / full) if full > 0 else 1.0


def count(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 outlet", "3 outlets"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listed(items: Sequence[str]) -> str:
    """ "Chad", "Chad and Mali", "Chad, Mali and Niger"."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]
