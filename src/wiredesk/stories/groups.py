"""One group of reports as the grouping keeps it: its members, the sum of their vectors, the days that it spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from wiredesk.stories.reports import Report, days_apart
from wiredesk.stories.sparse import Outline, Space
from wiredesk.stories.table import Days


@dataclass(slots=True)
class Group:
    """A group that grows; empty as it is made."""

    reports: dict[str, Report] = field(default_factory=dict)
    total: int | None = None
    """Where the sum of their vectors lies."""
    outline: Outline = (b"", b"", 0.0)
    """What is held of that sum."""
    split_at: int = 0
    spoken: frozenset[str | None] = frozenset()
    """Languages of the reports that were ever in it."""
    changed: int = 0
    """When a report last came or went, as the grouping counts."""
    first: date | None = date.max
    last: date | None = date.min
    """First and last possible day of the reports that were ever in it, None if that of any was not known."""
    dated: bool = True
    """Whether the day of every such report is known."""

    @property
    def languages(self) -> set[str | None]:
        """Those of its reports, None for one that is not known."""
        return {one.language for one in self.reports.values()}

    @property
    def days(self) -> Days:
        """The days that it spans."""
        return Days(self.first, self.last, self.dated)

    def spans(self, one: Report) -> None:
        """Take in the days and the language of a report."""
        self.spoken = _held(self.spoken | {one.language})
        self.first = None if one.first is None or self.first is None else min(one.first, self.first)
        self.last = None if one.last is None or self.last is None else max(one.last, self.last)
        self.dated = self.dated and one.dated

    def count(self, vector: int, space: Space, sign: int = 1) -> None:
        """Take a report's vector, by its place in the file, into the sum, or out of it where `sign` is -1."""
        if self.total is None:
            self.total = vector
        else:
            self.total = space.put(space.sum(space.get(self.total), space.get(vector), sign))
        self.outline = space.outline(space.get(self.total))


@lru_cache(maxsize=64)
def _held(languages: frozenset[str | None]) -> frozenset[str | None]:
    """The same languages, as one set for all groups that have them."""
    return languages


def days_of(one: Report) -> Days:
    """The days of one report."""
    return Days(one.first, one.last, one.dated)


def nearest(one: Report, others: Sequence[Report]) -> Report:
    """The report nearest in time: a story that runs for a week is as near as its last report."""
    return min(others, key=lambda other: (days_apart(one, other) or 0, not other.dated, other.key))
