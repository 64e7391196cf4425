"""Where to look for a story: the groups whose reports have a term among their heaviest, in weeks that are near."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

_WEEK = 8
"""Days that are looked up together."""
_LONGEST = 10
"""Weeks between the first and last possible day of a report, above which it is like one that is not dated."""
_ANY = -1
_FRESH = 512
_FRESH_SHARE = 64
"""Pairs of a term and a group that a week gathers before they are put in order: so many, or one in so many of all. With
512 a look takes least time among 5,000 reports."""


class Lookup:
    """Numbers of groups by terms and the days of their reports."""

    def __init__(self, apart_days: int) -> None:
        """`apart_days`: days between two reports above which neither is wanted for the other."""
        import numpy  # here, so that importing the stage stays light

        self._numpy = numpy
        self._apart = apart_days
        self._weeks: dict[int, _Week] = {}
        self._term: dict[str, int] = {}

    def add(self, number: int, terms: Iterable[int], first: date | None, last: date | None) -> None:
        """A report of these terms and days is in the group."""
        weeks = self._spanned(first, last, 0)
        for week in [_ANY] if weeks is None else weeks:
            if week not in self._weeks:
                self._weeks[week] = _Week()
            self._weeks[week].add(number, terms)

    def near(self, terms: Iterable[int], first: date | None, last: date | None) -> Numbers:
        """Groups, in order, that ever had a report of one of the terms that was near these days, or of no known day."""
        weeks = self._spanned(first, last, self._apart)
        wanted = sorted(self._weeks if weeks is None else self._weeks.keys() & {*weeks, _ANY})
        sought = self._numpy.unique(self._numpy.fromiter(terms, dtype="int32"))
        found = [part for week in wanted for part in self._weeks[week].of(sought)]
        return self._numpy.unique(self._numpy.concatenate(found or [self._numpy.zeros(0, dtype="int32")]))

    def numbered(self, terms: Sequence[str]) -> array[int]:
        """Terms as the numbers under which they are looked up."""
        return array("i", [self._term.setdefault(term, len(self._term)) for term in terms])

    def _spanned(self, first: date | None, last: date | None, around: int) -> range | None:
        if first is None or last is None or (last - first).days > _LONGEST * _WEEK:
            return None
        return range((first.toordinal() - around) // _WEEK, (last.toordinal() + around) // _WEEK + 1)


class _Week:
    """Pairs of a term and a group: those gathered last as they came, all others in order of the terms."""

    def __init__(self) -> None:
        import numpy

        self._numpy = numpy
        self._terms: Numbers = numpy.zeros(0, dtype="int32")
        self._groups: Numbers = numpy.zeros(0, dtype="int32")
        self._fresh_terms = array("i")
        self._fresh_groups = array("i")

    def add(self, group: int, terms: Iterable[int]) -> None:
        before = len(self._fresh_terms)
        self._fresh_terms.extend(terms)
        self._fresh_groups.extend([group] * (len(self._fresh_terms) - before))
        if len(self._fresh_terms) > max(_FRESH, len(self._terms) // _FRESH_SHARE):
            self._order()

    def of(self, terms: Numbers) -> list[Numbers]:
        """The groups of these terms, which must be in order; some may come more than once."""
        numpy = self._numpy
        starts = numpy.searchsorted(self._terms, terms, "left")
        ends = numpy.searchsorted(self._terms, terms, "right")
        has = starts < ends
        found = [self._groups[at:to] for at, to in zip(starts[has].tolist(), ends[has].tolist(), strict=True)]
        if self._fresh_terms:
            fresh = numpy.array(self._fresh_terms, dtype="int32")
            wanted = numpy.searchsorted(terms, fresh, "left") < numpy.searchsorted(terms, fresh, "right")
            found.append(numpy.array(self._fresh_groups, dtype="int32")[wanted])
        return found

    def _order(self) -> None:
        numpy = self._numpy
        terms = numpy.concatenate([self._terms, numpy.array(self._fresh_terms, dtype="int32")])
        groups = numpy.concatenate([self._groups, numpy.array(self._fresh_groups, dtype="int32")])
        order = numpy.argsort(terms, kind="stable")
        self._terms, self._groups = terms[order], groups[order]
        self._fresh_terms, self._fresh_groups = array("i"), array("i")
