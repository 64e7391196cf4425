"""The site's data, read from the desk: every day's edition and all that the pages link to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from wiredesk.pipeline.decided_events import spoken_of
from wiredesk.pipeline.edition import edition_day, edition_of
from wiredesk.pipeline.read import find_words, read_decisions, read_desk
from wiredesk.pipeline.shown import differences_between, news_by
from wiredesk.publish import SiteData
from wiredesk.settings import Settings
from wiredesk.store import Store


def site_data(store: Store, settings: Settings, now: datetime, until: date | None = None) -> SiteData:
    """What the site shows up to today, or up to `until`: the newest edition, and all before it that tell a story."""
    reading = read_desk(store)
    last = until or (edition_day(reading, settings, None, now) if reading.days else None)
    days = [day for day in sorted(reading.days | reading.approved.keys()) if last and day <= last]
    editions = {day: edition_of(reading, settings, day) for day in days}
    return SiteData(
        title=settings.title,
        site_url=settings.site.url,
        excerpt_words=settings.site.excerpt_words,
        timezone=settings.timezone,
        editions={
            day: one for day, one in editions.items() if one.entries or day in reading.approved or day == days[-1]
        },
        stories=reading.groups.stories,
        threads=reading.groups.threads,
        events=reading.groups.events,
        articles=reading.articles,
        copies=reading.groups.copies,
        redirects=reading.redirects,
        people=reading.groups.people,
        notices=reading.groups.notices,
        outlets=settings.outlets,
        decided=spoken_of(read_decisions(store), reading.groups.events.values()),
        today=last,
        sender=settings.mail.sender,
        unsubscribe=settings.mail.unsubscribe,
        donate=settings.site.donate,
        notes=reading.notes,
        differences=differences_between,
        news=news_by(reading, last) if last else None,
    )


class SiteLoader:
    """Gives the site's data, read anew only when the database has changed or a day has begun."""

    def __init__(self, store: Store, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._store, self._settings, self._clock = store, settings, clock
        self._known: tuple[object, SiteData] | None = None

    def __call__(self) -> SiteData:
        """The data as of now."""
        now = self._clock()
        stamp = (self._store.changes(), now.astimezone(self._settings.zone).date())
        if self._known is None or self._known[0] != stamp:
            data = site_data(self._store, self._settings, now)
            self._known = (stamp, replace(data, search=lambda words: find_words(self._store, words)))
        return self._known[1]
