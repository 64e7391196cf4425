"""A desk of many made-up events, to list, filter, and put on a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.publish.sample_site import DAY, VISIT
from tests.publish.whole_site import whole_site

from wiredesk.publish import SiteData
from wiredesk.types import Event, EventStatus, EventType, Person

_KINDS: tuple[EventType, ...] = ("visit", "meeting", "call")
_STATUSES: tuple[EventStatus, ...] = ("completed", "announced", "cancelled", "expected", "underway")
_CODES = ("NO", "JP", "KE", "FR", "BA")
_NAMES = ("Ada Quill", "Björn Ødegård", "Chidi O’Mara", "Dorothea van den Berg", None)


def event_desk(count: int, *, served: bool = False) -> SiteData:
    """So many events around the sample's day, of all kinds and statuses, some without a day."""
    events = {f"e{number:04}": _event(number) for number in range(count)}
    return replace(whole_site(served=served), events=events)


def _event(number: int) -> Event:
    day = DAY + timedelta(days=number * 3 - 40)
    spans = {0: day.isoformat(), 1: f"{day}/{day + timedelta(days=2)}", 2: f"{day:%Y-%m}", 3: f"{day}/", 4: None}
    home, away = _CODES[number % 5], _CODES[(number + 2) % 5]
    kind = _KINDS[number % 3]
    guest = Person(name=_NAMES[number % 5], role="Minister", country=home)
    host = Person(name=_NAMES[(number + 1) % 5], role="President", country=away)
    return replace(
        VISIT, id=f"e{number:04}", type=kind, status=_STATUSES[number % 5], when=spans[number % 7 % 5],
        principals=(guest,) if kind == "visit" else (guest, host), counterparts=(host,) if kind == "visit" else (),
        destination=() if kind == "call" else (away,), place=None, history=(), story=None,
    )  # fmt: skip
