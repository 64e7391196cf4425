"""The pages of people and of countries: what the desk knows of them, and where it was told."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from wiredesk.publish.addresses import Address, country_path, event_path, outlet_key, person_path
from wiredesk.publish.coming import is_coming
from wiredesk.publish.data import Keyed, Redirect, SiteData
from wiredesk.publish.days import day_words, sort_key
from wiredesk.publish.encounters import Encounter, countries_met, people_met
from wiredesk.publish.evidence import worded
from wiredesk.publish.filters import asking
from wiredesk.publish.maker import Maker
from wiredesk.publish.moved import when_words
from wiredesk.publish.pages.content import Content, describe
from wiredesk.publish.rules import (
    EVENTS_BESIDE,
    EVENTS_BESIDE_QUOTED,
    MEETINGS_SHOWN,
    PEOPLE_BESIDE,
    QUOTES_PER_ROLE,
    STORIES_BESIDE,
    STORIES_OPENED,
    TIMELINE_EVENTS,
)
from wiredesk.publish.structured import person_ld
from wiredesk.publish.timeline import events_timeline
from wiredesk.publish.views import EventView, Link, PersonView
from wiredesk.publish.visits import course
from wiredesk.publish.words import country
from wiredesk.types import RoleHeld

Meeting = tuple[str, str, str, bool]
"""A link to an event, its kind, its days in words, and whether it is to come."""


def person(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """A person: roles with their days and evidence, events, stories."""
    record = data.people.get(data.current(address.key))
    if record is None:
        return None
    path = person_path(record)
    if path.rpartition("/")[2] != address.name:
        return Redirect(path=path)
    events = data.events_by_person.get(record.id, ())
    coming, past = _parted(data, events, make)
    stories = data.stories_by_person.get(record.id, ())
    roles = sorted(record.roles, key=lambda one: (sort_key(one.last or one.first), one.role), reverse=True)
    return {
        "template": "person.html",
        "path": path,
        "page_title": f"{record.name} – {data.title}",
        "description": describe(f"{record.name}:", *(f"{one.role} ({_span(one)})." for one in roles[:3])),
        "person": record,
        "country": make.country(record.country) if record.country else None,
        "names": [name for name in record.names if name != record.name],
        "roles": [(one, make.passages(worded(one.evidence)[:QUOTES_PER_ROLE], {})) for one in roles],
        "contradictions": [(one.text, make.passages(one.evidence, {})) for one in record.contradictions],
        "coming": coming,
        "today": data.day,
        "past": past,
        "drawing": _drawing(coming, past, record.id),
        "more_events": max(0, len(events) - len(coming) - len(past)),
        "met": _met(people_met(data, record, events), make),
        "all_events": make.links.to("/events") + asking(person=record.name),
        "stories": [make.story_line(one) for one in stories[:STORIES_BESIDE]],
        "more_stories": max(0, len(stories) - STORIES_BESIDE),
        "feed": (path, f"{data.title}: {record.name}"),
        "ld": person_ld(data, record),
    }


def country_page(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """A country: coming and past events, people, outlets and stories."""
    code = address.key
    if code not in data.country_codes:
        return None
    if address.name != code:
        return Redirect(path=country_path(code))
    name, path = country(code), country_path(code)
    events = data.events_by_country.get(code, ())
    coming, past = _parted(data, events, make)
    stories = data.stories_by_country.get(code, ())
    people = data.people_by_country.get(code, ())
    keys = {outlet_key(key): key for key, one in sorted(data.outlets.items()) if one.country == code}
    return {
        "template": "country.html",
        "path": path,
        "page_title": f"{name} – {data.title}",
        "description": f"{name} at {data.title}: {len(stories)} stories, {len(events)} events, {len(people)} people.",
        "name": name,
        "coming": coming,
        "today": data.day,
        "past": past,
        "more_events": max(0, len(events) - len(coming) - len(past)),
        "drawing": _drawing(coming, past, code),
        "met": _met(countries_met(code, events), make),
        "stories": [
            (make.story_line(one), make.sentences(one.summary[:1], make.local(one)) if n < STORIES_OPENED else ())
            for n, one in enumerate(stories[:STORIES_BESIDE])
        ],
        "more_stories": max(0, len(stories) - STORIES_BESIDE),
        "more_people": max(0, len(people) - PEOPLE_BESIDE),
        "people": [
            (make.links.to(person_path(one)), one, max(one.roles, key=lambda role: sort_key(role.last), default=None))
            for one in people[:PEOPLE_BESIDE]
        ],
        "outlets": [
            (make.links.to(f"/outlet/{key}"), shown) for key, shown in keys.items() if key in data.articles_by_outlet
        ],
        "all_events": make.links.to("/events") + asking(country=code),
        "feed": (path, f"{data.title}: {name}"),
    }


def _parted(
    data: SiteData, events: tuple[Keyed, ...], make: Maker
) -> tuple[tuple[EventView, ...], tuple[EventView, ...]]:
    """What is to come, the nearest first, and what was, the last first."""
    coming = [pair for pair in events if is_coming(pair[1], data.day)]
    known = {key for key, _ in coming}
    past = [pair for pair in events if pair[0] not in known]
    coming.sort(key=lambda pair: (not pair[1].when, sort_key(pair[1].when), pair[0]))
    return _shown(coming, make), _shown(past, make)


def _shown(pairs: Sequence[Keyed], make: Maker) -> tuple[EventView, ...]:
    """The first of a list, with the sentences that say so as far as it is short: the pages of the events have them."""
    shown = pairs[:EVENTS_BESIDE]
    quoted = len(shown) if len(shown) <= EVENTS_BESIDE_QUOTED else EVENTS_BESIDE_QUOTED // 2
    return (*make.events(shown[:quoted], 1), *make.events(shown[quoted:], 0))


def _drawing(coming: Sequence[EventView], past: Sequence[EventView], name: str) -> Markup | None:
    """The next and the last events on a line of days."""
    shown = [*reversed(coming[: TIMELINE_EVENTS // 2]), *past][:TIMELINE_EVENTS]
    return events_timeline([(one.event, one.href) for one in shown], name, "The days of these events")


def _met(all_met: Sequence[Encounter], make: Maker) -> list[tuple[PersonView | None, Link | None, list[Meeting], int]]:
    """Those met most often, each with the last events; how many more there are."""
    return [
        (
            make.person(one.person) if one.person else None,
            make.country(one.country) if one.country else None,
            [
                (make.links.to(event_path(key)), event.type, when_words(event), course(event) == "ahead")
                for key, event in one.events[:MEETINGS_SHOWN]
            ],
            max(0, len(one.events) - MEETINGS_SHOWN),
        )
        for one in all_met[:PEOPLE_BESIDE]
    ]


def _span(role: RoleHeld) -> str:
    if not role.first and not role.last:
        return "days not known"
    if role.first == role.last:
        return day_words(role.first)
    return f"{day_words(role.first)} to {day_words(role.last)}"
