"""The days that an event takes in a calendar, which knows whole days only and no "some time in May"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wiredesk.kit.edtf import bounds, is_valid, precision
from wiredesk.publish.days import day_words


@dataclass(frozen=True, kw_only=True)
class Days:
    """From `start` to before `end`, as RFC 5545 counts. `note` says in words what the days do not, else empty.

    `vague`: the days are only the month in which the event has its own.
    """

    start: date
    end: date
    note: str = ""
    vague: bool = False


def calendar_days(when: str | None) -> Days | None:
    """The days of an EDTF expression; None for what cannot honestly stand in a calendar.

    2031-05-16               that day
    2031-05-16/2031-05-19    the four days
    2031-05                  all May, and a note that the day is not known; so, too, May to July
    2031-05-16/  /2031-05-19 the one day that is known, and a note that the end or the beginning is not
    2031  2031-21  203X  XXXX-05-16  2031-05/  and no time at all: None, since a bar over a year, a season or
                                           nothing tells less than the list of events does
    """
    if not when or not is_valid(when):
        return None
    first, last = bounds(when)
    start, bar, end = when.partition("/")
    if not bar:
        if first is None or last is None or precision(when) not in {"day", "month"}:
            return None
        return _days(first, last, vague=precision(when) == "month", when=when)
    if start and end:
        units = {precision(start), precision(end)}
        if first is None or last is None or not units <= {"day", "month"}:
            return None
        return _days(first, last, vague="month" in units, when=when)
    known = first or last
    if known is None or precision(start or end) != "day":
        return None
    note = "its last day is not given" if start else "its first day is not given"
    return _one_day(known, f"{day_words(when)}: {note}")


def _days(first: date, last: date, *, vague: bool, when: str) -> Days | None:
    after = _next(last)
    if after is None:
        return None
    lacking = "no exact days" if "/" in when else "no day"
    note = f"{day_words(when)}: the reports give {lacking}" if vague else ""
    return Days(start=first, end=after, note=note, vague=vague)


def _one_day(day: date, note: str) -> Days | None:
    after = _next(day)
    return Days(start=day, end=after, note=note) if after else None


def _next(day: date) -> date | None:
    return None if day == date.max else day + timedelta(days=1)
