"""Every page that a site has, and every address that leads on to one."""

from __future__ import annotations

from wiredesk.kit.ids import slug
from wiredesk.kit.sections import SECTIONS
from wiredesk.publish.addresses import (
    LISTS,
    country_path,
    day_path,
    event_path,
    list_path,
    person_path,
    section_path,
    story_path,
    thread_path,
)
from wiredesk.publish.data import SiteData
from wiredesk.publish.pages.lists import parts_of
from wiredesk.publish.periods import ALL, periods
from wiredesk.publish.visits import visits_by_month

SINGLE = ("/latest", "/events", "/visits", "/calendar", "/archive", "/corrections", "/about")
"""The pages that every site has, besides the front page; `/search` stands only where somebody serves it."""


def page_paths(data: SiteData) -> list[str]:
    """The paths of all pages of a site, each once, in a fixed order."""
    return [
        "/",
        *SINGLE,
        *map(day_path, data.days),
        *(section_path(one.name) for one in SECTIONS if one.name in data.stories_by_section),
        *(story_path(data.stories[key]) for key in sorted(data.stories)),
        *(thread_path(data.threads[key]) for key in sorted(data.threads)),
        *(person_path(data.people[key]) for key in sorted(data.people)),
        *map(country_path, sorted(data.country_codes)),
        *(f"/outlet/{key}" for key in sorted(data.articles_by_outlet)),
        *(event_path(key) for key in sorted(data.events)),
        *(f"/events/{one.key}" for one in periods(data)),
        *([f"/events/{ALL}"] if periods(data) else []),
        *(f"/visits/{month}" for month in visits_by_month(data)),
        *(f"/story/{key}" for key in sorted({*data.told, *data.killed}) if key not in data.stories),
        *(list_path(kind, part) for kind in LISTS.values() for part in range(1, parts_of(data, kind) + 1)),
    ]


def moved_paths(data: SiteData) -> list[str]:
    """Addresses under ids that died, each leading to what took its place: the bare id, and a story's address as the
    headline of an edition made it, so that they hold in a new folder, too; and `/event`, which leads to `/events`."""
    pages = {"story": data.stories, "thread": data.threads, "event": data.events, "person": data.people}
    found = [
        f"/{kind}/{old}"
        for old in sorted(data.redirects)
        for kind, living in pages.items()
        if old not in living and data.current(old) in living and not (kind == "story" and data.story_left_of(old))
    ]
    found += [f"/thread/{old}" for old in sorted(data.redirects) if data.story_left_of(old)]
    told = (entry for day in data.days for entry in data.editions[day].entries)
    named = [
        f"/story/{one.story}-{words}"
        for one in told
        if one.story not in data.stories and data.current(one.story) in data.stories and (words := slug(one.headline))
    ]
    return ["/event", *found, *dict.fromkeys(named)]
