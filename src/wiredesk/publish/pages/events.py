"""The pages of events."""

from __future__ import annotations

from itertools import groupby

from wiredesk.publish.addresses import Address, event_path, story_path, web_url
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.days import day_words, month_words
from wiredesk.publish.evidence import differences, quotes_for, telling_quotes
from wiredesk.publish.pages.content import Content, describe
from wiredesk.publish.passages import source_name
from wiredesk.publish.rules import QUOTES_PER_FIELD
from wiredesk.publish.views import Maker
from wiredesk.publish.words import FIELDS, STATUS
from wiredesk.types import Event


def _local(data: SiteData, event: Event, make: Maker) -> dict[str, str]:
    story = data.story(event.story)
    return {key: make.links.to(story_path(story), f"source-{key}") for key in story.articles} if story else {}


def events(data: SiteData, _address: Address, make: Maker) -> Content:
    """All events, day by day."""
    views = []
    for key, event in data.events_by_day:
        views.append(make.event(key, event, _local(data, event, make), telling_quotes(event)[:1]))
    return {
        "template": "events.html",
        "path": "/events",
        "page_title": f"Events – {data.title}",
        "description": f"Visits, meetings and calls of officials, day by day, each with the sentence that says so: "
        f"{len(views)} events.",
        "months": [(month, list(group)) for month, group in groupby(views, lambda view: month_words(view.event.when))],
        "count": len(views),
    }


def event(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """An event: every field with its quotes, and what other reports said."""
    key = data.current(address.key)
    event = data.events.get(key)
    if event is None:
        return None
    if address.name != key:
        return Redirect(path=event_path(key))
    view = make.event(key, event, _local(data, event, make), event.evidence)
    passages = dict(zip(event.evidence, view.passages, strict=True))
    quotes = {name: [passages[citation] for citation in quotes_for(name, event)] for name in FIELDS}
    story = data.story(event.story)
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
        "history": [
            (one, source_name(source), web_url(source.url) if source else None, differences(one, event))
            for one, source in reports
        ],
    }
