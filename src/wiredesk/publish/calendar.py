"""The calendar (RFC 5545): events that come or were of late, to subscribe to; `docs/reference/outputs.md` explains it.

A subscriber's program asks for the file again and again: an event keeps its UID, and SEQUENCE and LAST-MODIFIED tell
when reports gave it another day or status.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from wiredesk.kit.prose import short_day
from wiredesk.kit.ruled import SET, set_mark
from wiredesk.publish.addresses import event_path
from wiredesk.publish.calendar_days import Days, calendar_days
from wiredesk.publish.data import SiteData
from wiredesk.publish.evidence import telling_quotes
from wiredesk.publish.moved import status_words
from wiredesk.publish.outward import edition_moment, midnight, plain, public_url, web_address
from wiredesk.publish.passages import clip, source_name
from wiredesk.publish.rules import CALENDAR_PAST_DAYS, CALENDAR_QUOTES, PAGE_LANGUAGE
from wiredesk.publish.words import STATUS, countries, event_title, people_words
from wiredesk.types import Citation, Event, EventStatus

if TYPE_CHECKING:
    import icalendar

_STATUS: dict[EventStatus, str] = {
    "announced": "CONFIRMED",
    "underway": "CONFIRMED",
    "completed": "CONFIRMED",
    "expected": "TENTATIVE",
    "invited": "TENTATIVE",
    "cancelled": "CANCELLED",
    "postponed": "CANCELLED",
    "denied": "CANCELLED",
}
"""By the codebook: what an office has said will happen is definite; what is expected without its word is not. What is
put off without new days does not happen on the day that stands here; with new days see `_status`."""
_START_OF_TIME = datetime(1970, 1, 1, tzinfo=UTC)
"""The stamp of an event that no dated report tells; it must have one, and the clock's would differ at every writing."""


def calendar_ics(data: SiteData) -> bytes:
    """The calendar of a site: `text/calendar`, UTF-8, the same bytes for the same data."""
    import icalendar  # 0.1 s

    made = icalendar.Calendar()
    made.add("prodid", "-//Wiredesk//Events//EN")
    made.add("version", "2.0")
    name = f"{plain(data.title)}: visits, meetings and calls"
    made.add("name", name)
    made.add("x-wr-calname", icalendar.vText(name))  # what programs older than RFC 7986 read; no type is assumed
    shown, unplaced = _shown(data)
    description = "Visits, meetings and calls of officials, as reports tell them."
    if since := _since(data):
        description += f" From {short_day(since)} on."
    if unplaced:
        description += (
            f" {unplaced} more {'is' if unplaced == 1 else 'are'} left out, since the reports give "
            f"{'its' if unplaced == 1 else 'their'} time only roughly."
        )
    made.add("description", description)
    made.add("x-wr-caldesc", icalendar.vText(description))
    made.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    if address := public_url(data, "/calendar"):
        made.add("url", address)
    for key, event, days in shown:
        made.add_component(_component(data, key, event, days))
    written: bytes = made.to_ical(sorted=False)
    return written


def event_ics(data: SiteData, key: str) -> bytes | None:
    """The calendar of one event; None where there is none, or where a calendar has no place for its days."""
    import icalendar

    event = data.events.get(key)
    days = calendar_days(event.when) if event else None
    if event is None or days is None:
        return None
    made = icalendar.Calendar()
    made.add("prodid", "-//Wiredesk//Events//EN")
    made.add("version", "2.0")
    made.add_component(_component(data, key, event, days))
    written: bytes = made.to_ical(sorted=False)
    return written


def _shown(data: SiteData) -> tuple[list[tuple[str, Event, Days]], int]:
    """The events of the calendar in the order of their days, and how many are recent but have no place in it."""
    since, today = _since(data), data.day
    shown = []
    unplaced = 0
    for key, event in data.events_by_day:
        days = calendar_days(event.when)
        # A month that is over tells a diary no more than a year does.
        if days is None or (days.vague and today and days.end <= today):
            told = _told(data, event, key)
            unplaced += bool(event.when and (not since or not told or told[1].date() >= since))
        elif since is None or days.end > since:
            shown.append((key, event, days))
    shown.sort(key=lambda one: (one[2].start, one[2].end, one[0]))
    return shown, unplaced


def _since(data: SiteData) -> date | None:
    try:
        return data.day - timedelta(days=CALENDAR_PAST_DAYS) if data.day else None
    except OverflowError:
        return None


def _component(data: SiteData, key: str, event: Event, days: Days) -> icalendar.Event:
    import icalendar

    told = _told(data, event, key)
    made = icalendar.Event()
    made.add("uid", f"{key}@wiredesk")
    made.add("dtstamp", told[1] if told else _stamp(data))
    if told:
        made.add("created", told[0])
        made.add("last-modified", told[1])
    made.add("sequence", _sequence(data, key, event))
    made.add("dtstart", days.start)
    made.add("dtend", days.end)
    made.add("summary", _summary(event, days), parameters={"LANGUAGE": PAGE_LANGUAGE})
    made.add("status", _status(event))
    made.add("transp", "TRANSPARENT")  # nobody's own time is taken
    made.add("class", "PUBLIC")
    made.add("categories", [event.type.upper()])
    if where := _location(event):
        made.add("location", where)
    quotes = telling_quotes(event)[:CALENDAR_QUOTES]
    address = public_url(data, event_path(key)) or next(
        (url for one in quotes if (url := web_address(_url(data, one)))), None
    )
    if address:
        made.add("url", address)
    made.add("description", "\n".join(_description(data, event, days, quotes)))
    return made


def _status(event: Event) -> str:
    """What was put off to other days takes place on them, though no report has told it as settled since. An editor who
    disputes an event makes it doubtful, one who confirms it definite; what is called off stays so."""
    status = "TENTATIVE" if event.rescheduled else _STATUS[event.status]
    if event.verdict is None or status == "CANCELLED":
        return status
    return "CONFIRMED" if event.verdict == "confirmed" else "TENTATIVE"


def _summary(event: Event, days: Days) -> str:
    """The title; what does not happen, and a month that stands for a day, must be seen without opening it."""
    title = plain(event_title(event))
    if _status(event) == "CANCELLED":
        title = f"{STATUS[event.status].capitalize()}: {title}"
    return f"{title} (day not known)" if days.vague else title


def _location(event: Event) -> str:
    names = [name for _, name in countries(event.destination)]
    place = plain(event.place)
    return ", ".join(dict.fromkeys([*([place] if place else []), *names]))


def _description(data: SiteData, event: Event, days: Days, quotes: tuple[Citation, ...]) -> list[str]:
    lines = [f"{event.type.capitalize()}, {status_words(event, data.day)}."]
    if event.verdict:
        lines.append("Confirmed by an editor." if event.verdict == "confirmed" else "Disputed by an editor.")
    if set_mark(event, "when"):
        lines.append(f"Its days were {SET}.")
    if days.note:
        lines.append(f"{days.note[0].upper()}{days.note[1:]}.")
    if event.counterparts:
        lines.append(f"With {plain(people_words(event.counterparts))}.")
    for one in quotes:
        text, cut = clip(plain(one.quote), data.excerpt_words)
        source = data.articles.get(one.article)
        day = f", {short_day(source.day)}" if source and source.day else ""
        lines.append(f"“{text}{' …' if cut else ''}” ({plain(source_name(source, one.url))}{day})")
        if address := web_address(_url(data, one)):
            lines.append(address)
    return lines


def _url(data: SiteData, citation: Citation) -> str | None:
    source = data.articles.get(citation.article)
    return (source.url if source else None) or citation.url


def _told(data: SiteData, event: Event, key: str) -> tuple[datetime, datetime] | None:
    """The beginning of the first day on which a report told the event; that of the last one, or when an editor last
    spoke of it or took that back. None where no report has a day."""
    days = {report.day for report in event.history if report.day}
    keys = {*event.articles, *(one.article for one in event.evidence)}
    days |= {article.day for key in keys if (article := data.articles.get(key)) and article.day}
    if not days:
        return None
    first, last = (midnight(data, day).astimezone(UTC) for day in (min(days), max(days)))
    return first, max([last, *(at.astimezone(UTC).replace(microsecond=0) for at in _spoken(data, key, event))])


def _stamp(data: SiteData) -> datetime:
    newest = data.editions[data.days[0]] if data.days else None
    return edition_moment(data, newest).astimezone(UTC) if newest else _START_OF_TIME


def _spoken(data: SiteData, key: str, event: Event) -> Sequence[datetime]:
    """When editors had their word on it, or took it back."""
    return data.decided.get(key) or tuple(ruling.at for ruling in event.rulings)


def _sequence(data: SiteData, key: str, event: Event) -> int:
    """How often the reports, in their order, gave the event another day or status, and editors had their word on it or
    took it back.

    It must never fall. A report that comes late never makes it smaller: between two that differ there is always a
    change; and a decision that is undone has been one.
    """
    reports = sorted((one for one in event.history if one.day), key=lambda one: (one.day or date.min, one.article))
    said = [(one.status, one.when) for one in reports]
    return sum(before != after for before, after in pairwise(said)) + len(_spoken(data, key, event))
