"""The visits of each month, and the journeys of a visit: from whose country to which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from wiredesk.kit.edtf import bounds, is_valid, precision
from wiredesk.publish.data import Keyed, SiteData
from wiredesk.publish.days import sort_key
from wiredesk.publish.words import standing
from wiredesk.types import Event

Course = Literal["done", "ahead", "off"]
"""What became of a visit: it took place or goes on; it is looked forward to; it does not take place as it stands."""
COURSES: tuple[Course, ...] = ("done", "ahead", "off")


@dataclass(frozen=True, kw_only=True)
class Journey:
    """From the country that a visitor stands for to one that is visited, both alpha-2; `start` None: not known."""

    key: str
    event: Event
    start: str | None
    end: str


def course(event: Event) -> Course:
    """What became of an event."""
    if event.status == "underway":
        return "done"
    stands = standing(event)
    return "done" if stands == "past" else "off" if stands == "off" else "ahead"


def visits_by_month(data: SiteData) -> Mapping[str, tuple[Keyed, ...]]:
    """Visits by month ("2031-05"), newest month first, each month's in the order of their days.

    One that lasts into another month stands in both; one that is known by its year or season alone in none.
    """
    found: dict[str, list[Keyed]] = {}
    for key, event in data.events_by_day:
        if event.type == "visit":
            for month in months_of(event.when):
                found.setdefault(month, []).append((key, event))
    return {
        month: tuple(sorted(found[month], key=lambda pair: (sort_key(pair[1].when), pair[0])))
        for month in sorted(found, reverse=True)
    }


def months_of(when: str | None) -> tuple[str, ...]:
    """The months of an EDTF expression that is exact to the month: "2031-05-30/2031-06-02" is of May and June."""
    if not when or not is_valid(when):
        return ()
    ends = [one for one in when.split("/") if one]
    if not all(precision(one) in {"day", "month"} for one in ends):
        return ()
    known = [one for one in bounds(when) if one]
    if not known:
        return ()
    first, last = known[0], known[-1]
    count = (last.year - first.year) * 12 + last.month - first.month
    return tuple(_month(first, number) for number in range(count + 1))


def shown_month(months: Mapping[str, object], today: date | None) -> str | None:
    """The month that stands for all: today's, else the last before it, else the first of all."""
    past = [one for one in months if today is None or one <= f"{today:%Y-%m}"]
    return max(past, default=None) or min(months, default=None)


def journeys(pairs: tuple[Keyed, ...]) -> tuple[Journey, ...]:
    """The journeys of visits, in their order: from each country that sends somebody to each that is visited."""
    found = []
    for key, event in pairs:
        homes = dict.fromkeys(one.country for one in event.principals if one.country)
        for end in event.destination:
            found += [Journey(key=key, event=event, start=start, end=end) for start in homes or [None] if start != end]
    return tuple(found)


def _month(first: date, later: int) -> str:
    year, month = divmod(first.year * 12 + first.month - 1 + later, 12)
    return f"{year:04}-{month + 1:02}"
