"""The months ahead as a grid of weeks, each day with the events that it takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wiredesk.publish.calendar_days import calendar_days
from wiredesk.publish.days import month_words
from wiredesk.publish.rules import CALENDAR_DAYS_OF_ONE, CALENDAR_MARKS, CALENDAR_MARKS_IN_ALL, CALENDAR_MONTHS
from wiredesk.publish.views import EventView


@dataclass(frozen=True, kw_only=True)
class GridDay:
    """A day of a month; `number` None: a place in the week before the first or after the last."""

    number: int | None
    today: bool = False
    past: bool = False
    views: tuple[EventView, ...] = ()
    more: int = 0
    """Events of the day that are not among `views`."""


@dataclass(frozen=True, kw_only=True)
class GridMonth:
    """A month by weeks from Monday to Sunday, without those that are over."""

    words: str
    weeks: tuple[tuple[GridDay, ...], ...]


def month_grids(views: Iterable[EventView], today: date | None) -> tuple[GridMonth, ...]:
    """The next months that have an event whose days are known, as many as have room, from the desk's day on."""
    days: dict[date, list[EventView]] = {}
    for view in views:
        found = calendar_days(view.event.when)
        if found is None or found.vague:
            continue
        first = max(found.start, today) if today else found.start
        for number in range(min((found.end - first).days, CALENDAR_DAYS_OF_ONE)):
            days.setdefault(first + timedelta(days=number), []).append(view)
    months = sorted({(day.year, day.month) for day in days})
    shown: list[GridMonth] = []
    marks = 0
    for year, month in months[:CALENDAR_MONTHS]:
        marks += sum(
            min(len(here), CALENDAR_MARKS) for day, here in days.items() if (day.year, day.month) == (year, month)
        )
        if shown and marks > CALENDAR_MARKS_IN_ALL:
            break
        shown.append(_month(year, month, days, today))
    return tuple(shown)


def _month(year: int, month: int, days: dict[date, list[EventView]], today: date | None) -> GridMonth:
    first = date(year, month, 1)
    length = ((first + timedelta(days=31)).replace(day=1) - first).days
    cells: list[GridDay] = [GridDay(number=None)] * first.weekday()
    for number in range(length):
        day = first + timedelta(days=number)
        here = tuple(days.get(day, ()))
        marked, past = here[:CALENDAR_MARKS], bool(today and day < today)
        cells.append(GridDay(number=day.day, today=day == today, past=past, views=marked, more=len(here) - len(marked)))
    cells += [GridDay(number=None)] * (-len(cells) % 7)
    ahead = [week for week in _weeks(cells) if not all(day.past or day.number is None for day in week)]
    return GridMonth(words=month_words(first.isoformat()), weeks=tuple(ahead))


def _weeks(cells: Sequence[GridDay]) -> tuple[tuple[GridDay, ...], ...]:
    return tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
