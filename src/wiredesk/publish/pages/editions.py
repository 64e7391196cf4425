"""The pages of editions: the front page, a day, the archive; and the page about the paper."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from wiredesk.publish.addresses import Address, day_path, thread_path
from wiredesk.publish.data import SiteData
from wiredesk.publish.days import long_day, month_words
from wiredesk.publish.pages.content import Content, describe
from wiredesk.publish.views import Maker, Tier, spans
from wiredesk.types import Edition, Thread


def front(data: SiteData, _address: Address, make: Maker) -> Content:
    """The newest edition; without one, a page that says what to do."""
    edition = data.editions[data.days[0]] if data.days else None
    return _edition(data, edition, make, "/", data.title)


def one_day(data: SiteData, address: Address, make: Maker) -> Content | None:
    """A day's edition."""
    try:
        day = date.fromisoformat(address.key)
    except ValueError:
        return None
    edition = data.editions.get(day)
    return _edition(data, edition, make, day_path(day), f"{long_day(day)} – {data.title}") if edition else None


def _edition(data: SiteData, edition: Edition | None, make: Maker, path: str, title: str) -> Content:
    widths = spans(len(edition.entries)) if edition else ()
    entries = edition.entries if edition else ()
    later = earlier = None
    if edition:
        place = data.days.index(edition.day)
        later = data.days[place - 1] if place else None
        earlier = data.days[place + 1] if place + 1 < len(data.days) else None
    tiers: tuple[Tier, ...] = ("lead", "second", "second")
    return {
        "template": "edition.html",
        "path": path,
        "page_title": title,
        "description": describe(*(f"{entry.headline}." for entry in entries[:3] if entry.headline))
        or f"{data.title}: the day's news, with its sources.",
        "edition": edition,
        "entries": [
            make.entry(entry, tiers[number] if number < len(tiers) else "brief", sum(widths[:number]), widths[number])
            for number, entry in enumerate(entries)
        ],
        "record": make.links.to("/edition.json" if path == "/" else f"{path}/edition.json") if edition else None,
        "later": (make.links.to(day_path(later)), later) if later else None,
        "earlier": (make.links.to(day_path(earlier)), earlier) if earlier else None,
        "reports": sum(len(entry.sources) for entry in entries),
    }


def archive(data: SiteData, _address: Address, make: Maker) -> Content:
    """All editions, and the affairs that run over several stories."""
    days = [(make.links.to(day_path(day)), day, data.editions[day]) for day in data.days]
    threads = [
        (make.links.to(thread_path(thread)), thread, _last_day(data, thread))
        for thread in data.threads.values()
        if len(thread.stories) > 1
    ]
    threads.sort(key=lambda one: (one[2] or date.min, one[1].id), reverse=True)
    return {
        "template": "archive.html",
        "path": "/archive",
        "page_title": f"Archive – {data.title}",
        "description": f"All editions of {data.title}, newest first.",
        "months": [
            (month, list(group)) for month, group in groupby(days, lambda one: month_words(one[1].isoformat()[:7]))
        ],
        "threads": threads,
    }


def _last_day(data: SiteData, thread: Thread) -> date | None:
    return max((day for story in map(data.story, thread.stories) if story and (day := story.last)), default=None)


def about(data: SiteData, _address: Address, _make: Maker) -> Content:
    """How the paper is made."""
    return {
        "template": "about.html",
        "path": "/about",
        "page_title": f"About – {data.title}",
        "description": f"How {data.title} is made: sources, copies, events, ranks and rights.",
    }
