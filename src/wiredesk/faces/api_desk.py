"""The desk as the API sees it: its collections in order, what was withdrawn, and what each record is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from wiredesk.faces.about import Days, articles_of, days_of
from wiredesk.faces.api_records import Outlet
from wiredesk.publish import SiteData
from wiredesk.publish.addresses import outlet_key
from wiredesk.types import (
    WITHDRAWING,
    Article,
    Edition,
    Event,
    Notice,
    Person,
    PersonRecord,
    Story,
    Thread,
)

Order = tuple[str, str]
"""Where a record stands in its collection: its day or name, then its id."""


@dataclass(frozen=True)
class ApiDesk:
    """The site's data with what only the API asks of them; made once for each state of the desk."""

    data: SiteData

    # --------------------------------------------------------------------------------------- collections

    @cached_property
    def collections(self) -> Mapping[str, Mapping[str, Any]]:
        """Each collection's records by id, in their order: those with days newest first, undated last."""
        data = self.data
        withdrawn = data.withdrawn.keys()
        living = {id_: one for id_, one in data.articles.items() if id_ not in withdrawn | data.outranked}
        copies = {id_: one for id_, one in data.copies.items() if not withdrawn & {copy.id for copy in one.articles}}
        return {
            "articles": self._newest_first(living),
            "copies": self._newest_first(copies),
            "stories": self._newest_first(data.stories),
            "threads": self._newest_first(data.threads),
            "events": self._newest_first(data.events),
            "notices": self._newest_first(data.notices),
            "editions": self._newest_first({day.isoformat(): one for day, one in data.editions.items()}),
            "people": self._by_name(data.people),
            "outlets": self._by_name(self._outlets(living.values())),
        }

    def _newest_first(self, records: Mapping[str, Any]) -> dict[str, Any]:
        return dict(sorted(records.items(), key=lambda pair: self.order(*pair), reverse=True))

    def _by_name(self, records: Mapping[str, Any]) -> dict[str, Any]:
        return dict(sorted(records.items(), key=lambda pair: self.order(*pair)))

    def order(self, id_: str, noun: Any) -> Order:
        """The place of a record in its collection."""
        if isinstance(noun, PersonRecord | Outlet):
            return noun.name.casefold(), id_
        first, last = self.days(noun)
        day = first if isinstance(noun, Event) else last
        return (day or first or last or date.min).isoformat(), id_

    def _outlets(self, articles: Iterable[Article]) -> dict[str, Outlet]:
        """Outlets by the key that is in their address, those of the settings too."""
        names: dict[str, str] = {}
        days: dict[str, list[date | None]] = {}
        for name in sorted(self.data.outlets):
            names.setdefault(outlet_key(name), name)
        for article in articles:
            if article.outlet:
                key = outlet_key(article.outlet)
                names.setdefault(key, article.outlet)
                days.setdefault(key, []).append(article.day)
        told = self.data.outlets
        return {key: Outlet.of(key, name, told.get(name), days.get(key, [])) for key, name in names.items()}

    # ----------------------------------------------------------------------------------------- withdrawn

    def gone(self, collection: str, id_: str) -> Notice | None:
        """The notice that took a record away: an article, its copy set, or a story of an edition."""
        if collection == "articles":
            return self.data.withdrawn.get(id_)
        if collection == "copies" and id_ in self.data.copies:
            found = (self.data.withdrawn.get(copy.id) for copy in self.data.copies[id_].articles)
            return next((notice for notice in found if notice), None)
        if collection == "stories":
            entries = (one for edition in self.data.editions.values() for one in edition.entries if one.story == id_)
            found = (notice for entry in entries for notice in entry.notices if notice.kind in WITHDRAWING)
            return next(found, None)
        return None

    # ------------------------------------------------------------------------------------ what it is about

    def days(self, noun: object) -> Days:
        """The first and last day of a record."""
        if isinstance(noun, Outlet):
            return noun.first, noun.last
        return days_of(noun, self.data.articles, self.data.stories)

    def articles(self, noun: object) -> list[str]:
        """Ids of the articles that a record rests on."""
        if isinstance(noun, Outlet):
            return [id_ for id_, one in self.data.articles.items() if one.outlet and outlet_key(one.outlet) == noun.id]
        return articles_of(noun, self.data.articles, self.data.stories)

    def stories(self, noun: object) -> list[Story]:
        """The stories that a record is, holds or belongs to."""
        if isinstance(noun, Story):
            return [noun]
        if isinstance(noun, Thread):
            return [story for key in noun.stories if (story := self.data.story(key))]
        if isinstance(noun, Edition):
            return [story for entry in noun.entries if (story := self.data.story(entry.story))]
        found = {story.id: story for id_ in self.articles(noun) if (story := self.data.story_by_article.get(id_))}
        return list(found.values())

    def sections(self, noun: object) -> set[str]:
        """The sections that a record is of."""
        if isinstance(noun, Outlet):
            return {noun.section} if noun.section else set()
        return {story.section for story in self.stories(noun) if story.section}

    def countries(self, noun: object) -> set[str]:
        """The countries that a record tells of or belongs to."""
        match noun:
            case PersonRecord() | Outlet():
                return {noun.country} if noun.country else set()
            case Event():
                people = {one.country for one in (*noun.principals, *noun.counterparts) if one.country}
                return people | set(noun.destination)
            case _:
                return {code for story in self.stories(noun) for code in story.countries}

    def people(self, noun: object) -> list[Person]:
        """The people whom a record names."""
        if isinstance(noun, Event):
            return [*noun.principals, *noun.counterparts]
        if isinstance(noun, Thread):
            return [*noun.people, *(one for story in self.stories(noun) for one in story.people)]
        return [one for story in self.stories(noun) for one in story.people]

    def meant(self, person: str) -> Callable[[Person], bool]:
        """Whether somebody is the person of an id, or has that name."""
        known = self.data.people.get(self.data.current(person))
        if known is None:
            return lambda one: one.name is not None and one.name.casefold() == person.casefold()
        names, country = {known.name, *known.names}, known.country
        return lambda one: one.name in names and (one.country is None or country is None or one.country == country)
