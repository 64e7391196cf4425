"""The pages of events."""

from __future__ import annotations

from itertools import groupby

from wiredesk.publish.addresses import Address, event_path, web_url
from wiredesk.publish.coming import is_coming
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.days import day_words, month_words, sort_key
from wiredesk.publish.evidence import differences, quotes_for
from wiredesk.publish.maker import Maker
from wiredesk.publish.pages.content import Content, describe
from wiredesk.publish.periods import UNDATED, periods
from wiredesk.publish.rules import EVENTS_PER_PAGE, QUOTES_PER_FIELD
from wiredesk.publish.structured import event_ld
from wiredesk.publish.words import FIELDS, STATUS


def events(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """All events, newest first; once they are many, the newest, and a page for each year or month."""
    parts = periods(data)
    chosen = next((one for one in parts if one.key == address.key), None)
    if address.key and chosen is None:
        return None if parts else Redirect(path="/events")
    pairs = (chosen.events if chosen else data.events_by_day[:EVENTS_PER_PAGE]) if parts else data.events_by_day
    views = make.events(pairs, 1)
    words = _period_words(chosen.key) if chosen else None
    return {
        "template": "events.html",
        "path": f"/events/{chosen.key}" if chosen else "/events",
        "page_title": f"Events{f', {words}' if words else ''} – {data.title}",
        "description": f"Visits, meetings and calls of officials, day by day, each with the sentence that says so: "
        f"{len(views)} events.",
        "months": [(month, list(group)) for month, group in groupby(views, lambda view: month_words(view.event.when))],
        "shown": len(views),
        "count": len(data.events),
        "period": words,
        "parts_of": [
            (make.links.to(f"/events/{one.key}"), _period_words(one.key), len(one.events), one is chosen)
            for one in parts
        ],
        "calendar_page": make.links.to("/calendar"),
    }


def _period_words(key: str) -> str:
    return "Day not known" if key == UNDATED else month_words(key)


def calendar(data: SiteData, _address: Address, make: Maker) -> Content:
    """What is to come, by month; what has no day yet stands at the end."""
    coming = [pair for pair in data.events_by_day if is_coming(pair[1], data.day)]
    coming.sort(key=lambda pair: (not pair[1].when, sort_key(pair[1].when), pair[0]))
    views = make.events(coming, 1)
    return {
        "template": "calendar.html",
        "path": "/calendar",
        "page_title": f"Calendar – {data.title}",
        "description": f"Visits, meetings and calls to come, as the reports announce them: {len(views)} events.",
        "months": [(month, list(group)) for month, group in groupby(views, lambda view: month_words(view.event.when))],
        "count": len(views),
        "today": data.day,
        "events_page": make.links.to("/events"),
        "ics": make.links.to("/calendar.ics"),
    }


def event(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """An event: every field with its quotes, and what other reports said."""
    key = data.current(address.key)
    event = data.events.get(key)
    if event is None:
        return None
    if address.name != key:
        return Redirect(path=event_path(key))
    story = data.story(event.story)
    evidence = [one for one in event.evidence if one.article not in data.withdrawn]
    view = make.event(key, event, make.local(story), evidence)
    passages = dict(zip(evidence, view.passages, strict=True))
    quotes = {name: [passages[one] for one in quotes_for(name, event) if one in passages] for name in FIELDS}
    reports = [(one, make.source(one.article)) for one in event.history]
    return {
        "template": "event.html",
        "path": event_path(key),
        "page_title": f"{view.title} – {data.title}",
        "description": describe(f"{view.title}, {day_words(event.when)}: {STATUS[event.status]}."),
        "view": view,
        "event": event,
        "fields": FIELDS,
        "quotes": quotes,
        "shown": QUOTES_PER_FIELD,
        "story": make.story_line(story) if story else None,
        "ld": event_ld(data, key, event),
        "history": [
            (one, make.outlet(source), web_url(source.url) if source else None, differences(one, event))
            for one, source in reports
        ],
    }
