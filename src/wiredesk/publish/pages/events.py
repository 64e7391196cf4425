"""The pages of events."""

from __future__ import annotations

from itertools import groupby

from wiredesk.kit.edtf import contains
from wiredesk.publish.addresses import (
    Address,
    event_path,
    story_path,
    web_url,
)
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.days import day_words, month_words
from wiredesk.publish.pages.content import Content, describe
from wiredesk.publish.passages import Passage, source_name, telling_quotes
from wiredesk.publish.rules import QUOTES_PER_FIELD
from wiredesk.publish.views import Maker
from wiredesk.publish.words import COURSE, FIELDS, STATUS, field_of
from wiredesk.types import Event, EventReport


def _local(data: SiteData, event: Event, make: Maker) -> dict[str, str]:
    story = data.story(event.story)
    return {key: make.links.to(story_path(story), f"source-{key}") for key in story.articles} if story else {}


def events(data: SiteData, _address: Address, make: Maker) -> Content:
    """All events, day by day."""
    views = []
    for key, event in data.events_by_day:
        views.append(make.event(key, event, _local(data, event, make), telling_quotes(event.evidence)[:1]))
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
    quotes = {name: _quotes_of(name, event, view.passages) for name in FIELDS}
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
            (one, source_name(source), web_url(source.url) if source else None, _differs(one, event))
            for one, source in reports
        ],
    }


def _quotes_of(name: str, event: Event, passages: tuple[Passage, ...]) -> list[Passage]:
    """The quotes that support a field, each wording once: copies of a report all say the same."""
    found = {
        " ".join(citation.quote.split()): made
        for citation, made in reversed(list(zip(event.evidence, passages, strict=True)))
        if name in {field_of(one) for one in citation.fields}
    }
    return list(reversed(found.values()))


def _differs(report: EventReport, event: Event) -> tuple[str, ...]:
    """What a report says otherwise than the ledger's record: `status`, `when`.

    An event that was announced and is now under way, or dated more vaguely, is not told otherwise.
    """
    said = []
    if report.status != event.status and not (
        report.status in COURSE and event.status in COURSE and COURSE.index(report.status) < COURSE.index(event.status)
    ):
        said.append("status")
    if report.when and event.when and not _vaguer(report.when, event.when):
        said.append("when")
    return tuple(said)


def _vaguer(one: str, other: str) -> bool:
    try:
        return one == other or contains(one, other)
    except ValueError:
        return False
