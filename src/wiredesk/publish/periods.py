"""The pages that a long list of events is parted into: years, and the months of a full year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from wiredesk.publish.data import Keyed, SiteData
from wiredesk.publish.days import sort_key
from wiredesk.publish.rules import EVENTS_PER_PAGE

UNDATED = "undated"
ALL = "all"
"""The page of all events in lines, beside those of parts."""


@dataclass(frozen=True, kw_only=True)
class Period:
    """A year, a month (both EDTF) or `undated`, with its events, newest first."""

    key: str
    events: tuple[Keyed, ...]


def periods(data: SiteData) -> tuple[Period, ...]:
    """The pages beside `/events`, newest first; none while one page holds all events."""
    events = data.events_by_day
    if len(events) <= EVENTS_PER_PAGE:
        return ()
    made: list[Period] = []
    for year, group in groupby(events, lambda pair: sort_key(pair[1].when)[:4] or UNDATED):
        found = tuple(group)
        if year == UNDATED or len(found) <= EVENTS_PER_PAGE:
            made.append(Period(key=year, events=found))
        else:
            made += _months(found)
    return tuple(made)


def _months(events: Sequence[Keyed]) -> list[Period]:
    """A year's months; an event that is known by its year alone stands in its first."""
    parted = groupby(events, lambda pair: sort_key(pair[1].when)[:7])
    return [Period(key=month, events=tuple(group)) for month, group in parted]
