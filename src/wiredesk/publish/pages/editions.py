"""The pages of editions: the front page, and a day."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from wiredesk.kit.prose import short_day
from wiredesk.publish.addresses import Address, day_path
from wiredesk.publish.data import SiteData
from wiredesk.publish.days import long_day
from wiredesk.publish.entries import entry_view, spans, tiers
from wiredesk.publish.maker import Maker
from wiredesk.publish.pages.content import Content, describe
from wiredesk.publish.structured import edition_ld
from wiredesk.types import Edition


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
    entries = edition.entries if edition else ()
    widths, places = spans(len(entries)), tiers(entries)
    later, earlier = _around(data, edition)
    notices = edition.notices if edition else ()
    at_entries = {notice.id for entry in entries for notice in entry.notices}
    views = [
        entry_view(make, edition, entry, places[number], sum(widths[:number]), widths[number])
        for number, entry in enumerate(entries)
        if edition
    ]
    return {
        "template": "edition.html",
        "path": path,
        "page_title": title,
        "description": describe(*(f"{entry.headline}." for entry in entries[:3] if entry.headline))
        or f"{data.title}: the day's news, with its sources.",
        "edition": edition,
        "approved": _approved(data, edition),
        "entries": views,
        "changed": [view.entry.rank for view in views if view.later],
        "notices": [make.notice(one, with_story=True) for one in notices if one.id not in at_entries],
        "record": make.links.to("/edition.json" if path == "/" else f"{path}/edition.json") if edition else None,
        "letter": make.links.to(f"{day_path(edition.day)}/edition.eml") if edition else None,
        "later": (make.links.to(day_path(later)), later) if later else None,
        "earlier": (make.links.to(day_path(earlier)), earlier) if earlier else None,
        "newest": path == "/",
        "reports": sum(len(entry.sources) for entry in entries),
        "feed": ("/", data.title),
        "ld": edition_ld(data, edition) if edition else None,
    }


def _around(data: SiteData, edition: Edition | None) -> tuple[date | None, date | None]:
    """The days of the next and of the previous edition."""
    if edition is None:
        return None, None
    place = data.days.index(edition.day)
    return data.days[place - 1] if place else None, data.days[place + 1] if place + 1 < len(data.days) else None


def _approved(data: SiteData, edition: Edition | None) -> str | None:
    """When an editor approved it, in the desk's own time."""
    if edition is None or edition.approved_at is None:
        return None
    at = edition.approved_at.astimezone(ZoneInfo(data.timezone))
    return f"{short_day(at.date())}, {at:%H:%M}"
