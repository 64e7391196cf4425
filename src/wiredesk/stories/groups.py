"""One group of reports as the grouping keeps it: its members, the sum of their vectors, the days that it spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from wiredesk.stories.reports import Report, days_apart
from wiredesk.stories.sparse import Sparse
from wiredesk.stories.table import Days


@dataclass(slots=True)
class Group:
    """A group that grows; empty as it is made."""

    reports: dict[str, Report] = field(default_factory=dict)
    total: Sparse | None = None
    split_at: int = 0
    spoken: set[str | None] = field(default_factory=set)
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
        """Take in the days of a report."""
        self.first = None if one.first is None or self.first is None else min(one.first, self.first)
        self.last = None if one.last is None or self.last is None else max(one.last, self.last)
        self.dated = self.dated and one.dated


def days_of(one: Report) -> Days:
    """The days of one report."""
    return Days(one.first, one.last, one.dated)


def nearest(one: Report, others: Sequence[Report]) -> Report:
    """The report nearest in time: a story that runs for a week is as near as its last report."""
    return min(others, key=lambda other: (days_apart(one, other) or 0, not other.dated, other.key))
