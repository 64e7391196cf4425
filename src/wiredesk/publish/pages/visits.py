"""The page of a month's visits: who went where, as a picture and as a table."""

from __future__ import annotations

from datetime import date

from wiredesk.publish.addresses import Address, event_path
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.days import month_words
from wiredesk.publish.maker import Maker
from wiredesk.publish.map_drawing import Map, draw_maps
from wiredesk.publish.moved import status_words, when_words
from wiredesk.publish.pages.content import Content
from wiredesk.publish.rules import MAP_NARROW, MAP_WIDE
from wiredesk.publish.visits import COURSES, Journey, course, journeys, shown_month, visits_by_month
from wiredesk.publish.words import country, event_title


def visits(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """A month's visits; without a month those of the desk's own, or of the last that has some."""
    months = visits_by_month(data)
    month = address.key or shown_month(months, data.day)
    if address.key and month not in months:
        return None
    pairs = months[month] if month else ()
    ways = journeys(pairs)
    drawn = {one.key for one in ways}
    words = month_words(month) if month else ""
    return {
        "template": "visits.html",
        "path": f"/visits/{address.key}" if address.key else "/visits",
        "page_title": f"Visits{f', {words}' if words else ''} – {data.title}",
        "description": f"Who went where{f' in {words}' if words else ''}: {len(pairs)} visits of officials, each with "
        "the sentence that says so.",
        "month": words,
        "maps": draw_maps(ways, {"wide": MAP_WIDE, "narrow": MAP_NARROW}, _plan(words, make)),
        "courses": [one for one in COURSES if one in {course(way.event) for way in ways}],
        "rows": [
            (make.event(key, event, {}, ()), make.countries(_homes(key, ways)), key in drawn) for key, event in pairs
        ],
        "others": [
            (make.links.to(f"/visits/{one}"), month_words(one), len(found), one == month)
            for one, found in months.items()
        ],
        "events_page": make.links.to("/events"),
    }


def _homes(key: str, ways: tuple[Journey, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.start for one in ways if one.key == key and one.start))


def _plan(month: str, make: Maker) -> Map:
    return Map(
        title=f"Visits in {month}",
        described_by="all-visits",
        link=lambda one: make.links.to(event_path(one.key)),
        words=lambda one: _said(one, make.data.day),
    )


def _said(one: Journey, today: date | None) -> str:
    start = f", from {country(one.start)}" if one.start else ""
    return f"{event_title(one.event)}{start}, {when_words(one.event)}: {status_words(one.event, today)}"
