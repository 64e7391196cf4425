"""Every page that a site has."""

from __future__ import annotations

from wiredesk.kit.sections import SECTIONS
from wiredesk.publish.addresses import (
    country_path,
    day_path,
    event_path,
    person_path,
    section_path,
    story_path,
    thread_path,
)
from wiredesk.publish.data import SiteData
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
        *(f"/story/{key}" for key in sorted(data.told) if key not in data.stories),
    ]
