"""The lists of events: all, by time, as asked for, and what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from wiredesk.publish.addresses import Address
from wiredesk.publish.coming import is_coming
from wiredesk.publish.data import Keyed, Redirect, SiteData
from wiredesk.publish.days import month_words, sort_key
from wiredesk.publish.filters import NAMES, asked, asking, choices, wanted_events
from wiredesk.publish.maker import Maker
from wiredesk.publish.month_grid import month_grids
from wiredesk.publish.pages.content import Content
from wiredesk.publish.periods import ALL, UNDATED, periods
from wiredesk.publish.rules import CALENDAR_LISTED, EVENTS_PER_PAGE, EVENTS_QUOTED
from wiredesk.publish.views import EventView


def events(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """All events, what is next before what is past; once they are many, so many of them, and a page for each year or
    month, newest first.

    A served site answers a query, of all events; in a folder the page that holds all of them is filtered by its script.
    """
    if address.name == "event":  # the folder of the pages of single events
        return Redirect(path="/events")
    parts = periods(data)
    if address.key == ALL and parts:
        return _all_events(data, make)
    chosen = next((one for one in parts if one.key == address.key), None)
    if address.key and chosen is None:
        return None if parts else Redirect(path="/events")
    served = data.search is not None
    wanted = asked(make.query) if served and chosen is None else {}
    pairs = wanted_events(data, wanted) if wanted else chosen.events if chosen else data.events_by_day
    found = f"{len(pairs)} of {len(data.events)} events" if wanted else ""
    coming = 0
    if not chosen:
        pairs, coming = _next_first(pairs, data.day)
    views = _views(make, pairs if chosen else pairs[:EVENTS_PER_PAGE])
    words = _period_words(chosen.key) if chosen else None
    filtering = served or not parts
    return {
        "template": "events.html",
        "path": f"/events/{chosen.key}" if chosen else "/events",
        "page_title": f"Events{f', {words}' if words else ''} – {data.title}",
        "description": f"Visits, meetings and calls of officials, day by day, each with the sentence that says so: "
        f"{len(views)} events.",
        "months": [*_months(views[:coming], ", to come"), *_months(views[coming:])],
        "shown": len(views),
        "count": len(data.events),
        "today": data.day,
        "period": words,
        "parts_of": [
            (make.links.to(f"/events/{one.key}"), _period_words(one.key), len(one.events), one is chosen)
            for one in parts
        ],
        "form": _form(data, make, wanted, found) if filtering and data.events else None,
        "script": filtering and not served and bool(data.events),
        "all_page": None if filtering else make.links.to(f"/events/{ALL}"),
        "csv": make.links.to("/events/events.csv") if data.events else None,
        "jsonl": make.links.to("/events/events.jsonl") if data.events else None,
        "api": make.links.to("/api/v1/events") + asking(**wanted) if served and _api_knows(wanted) else None,
        "index": not wanted,
        **_neighbours(make),
    }


def _views(make: Maker, pairs: Sequence[Keyed]) -> tuple[EventView, ...]:
    """Events with the sentence that says so; in a long list the first of them: the pages of the others have it."""
    quoted = len(pairs) if len(pairs) <= EVENTS_QUOTED else EVENTS_QUOTED // 2
    return (*make.events(pairs[:quoted], 1), *make.events(pairs[quoted:], 0))


def _next_first(pairs: Sequence[Keyed], today: date | None) -> tuple[tuple[Keyed, ...], int]:
    """Events as readers ask for them: what is next, the soonest first, so many; then what is past, the newest first;
    at the end those without a day."""
    coming = [pair for pair in pairs if pair[1].when and today is not None and is_coming(pair[1], today)]
    ahead = {key for key, _ in coming}
    coming.sort(key=lambda pair: (sort_key(pair[1].when), pair[0]))
    return (*coming, *(pair for pair in pairs if pair[0] not in ahead)), len(coming)


def _months(views: Sequence[EventView], more: str = "") -> list[tuple[str, list[EventView]]]:
    """Events under the months in which they begin."""
    parted = groupby(views, lambda view: month_words(view.event.when))
    return [(f"{month}{more}", list(group)) for month, group in parted]


def _all_events(data: SiteData, make: Maker) -> Content:
    """Every event in a line of its own, for a folder's script to filter."""
    return {
        "template": "events_all.html",
        "path": f"/events/{ALL}",
        "page_title": f"All events – {data.title}",
        "description": f"All visits, meetings and calls of the ledger, a line for each: {len(data.events)} events.",
        "views": [make.event(key, event, {}, ()) for key, event in _next_first(data.events_by_day, data.day)[0]],
        "form": _form(data, make, {}, ""),
        "script": data.search is None,
        **_neighbours(make),
    }


def _form(data: SiteData, make: Maker, wanted: dict[str, str], found: str) -> dict[str, Any]:
    served = data.search is not None
    return {
        "action": make.links.to("/events"),
        "asked": {name: wanted.get(name, "") for name in NAMES},
        "narrowed": bool(wanted),
        "choices": choices(data),
        "found": found,
        "served": served,
    }


def _api_knows(wanted: dict[str, str]) -> bool:
    """Whether the API gives the same list: it takes no part of a name for a person."""
    return "person" not in wanted


def _neighbours(make: Maker) -> dict[str, str]:
    return {
        "events_page": make.links.to("/events"),
        "calendar_page": make.links.to("/calendar"),
        "visits_page": make.links.to("/visits"),
    }


def _period_words(key: str) -> str:
    return "Day not known" if key == UNDATED else month_words(key)


def calendar(data: SiteData, _address: Address, make: Maker) -> Content:
    """What is to come, by month; what has no day yet stands at the end."""
    coming = [pair for pair in data.events_by_day if is_coming(pair[1], data.day)]
    coming.sort(key=lambda pair: (not pair[1].when, sort_key(pair[1].when), pair[0]))
    views = _views(make, coming[:CALENDAR_LISTED])
    return {
        "template": "calendar.html",
        "path": "/calendar",
        "page_title": f"Calendar – {data.title}",
        "description": f"Visits, meetings and calls to come, as the reports announce them: {len(coming)} events.",
        "months": _months(views),
        "count": len(coming),
        "more": len(coming) - len(views),
        "today": data.day,
        "events_page": make.links.to("/events"),
        "grids": month_grids(make.events(coming, 0), data.day),
        "visits_page": make.links.to("/visits"),
        "ics": make.links.to("/calendar.ics"),
    }
