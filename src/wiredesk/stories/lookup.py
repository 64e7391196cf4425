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


class Lookup:
    """Numbers of groups by terms and the days of their reports."""

    def __init__(self, apart_days: int) -> None:
        """`apart_days`: days between two reports above which neither is wanted for the other."""
        import numpy  # here, so that importing the stage stays light

        self._numpy = numpy
        self._apart = apart_days
        self._numbers: dict[int, array[int]] = {}
        self._term: dict[str, int] = {}
        self._weeks: set[int] = set()

    def add(self, number: int, terms: Iterable[int], first: date | None, last: date | None) -> None:
        """A report of these terms and days is in the group."""
        weeks = self._spanned(first, last, 0)
        for week in [_ANY] if weeks is None else weeks:
            self._weeks.add(week)
            for term in terms:
                self._numbers.setdefault(_key(term, week), array("i")).append(number)

    def near(self, terms: Iterable[int], first: date | None, last: date | None) -> Numbers:
        """Groups, in order, that ever had a report of one of the terms that was near these days, or of no known day."""
        weeks = self._spanned(first, last, self._apart)
        wanted = sorted(self._weeks if weeks is None else self._weeks.intersection((*weeks, _ANY)))
        keys = [_key(term, week) for term in terms for week in wanted]
        found = [one for one in map(self._numbers.get, keys) if one is not None]
        if not found:
            return self._numpy.zeros(0, dtype="int32")
        return self._numpy.unique(self._numpy.frombuffer(b"".join(found), dtype="int32"))

    def numbered(self, terms: Sequence[str]) -> array[int]:
        """Terms as the numbers under which they are looked up."""
        return array("i", [self._term.setdefault(term, len(self._term)) for term in terms])

    def _spanned(self, first: date | None, last: date | None, around: int) -> range | None:
        if first is None or last is None or (last - first).days > _LONGEST * _WEEK:
            return None
        return range((first.toordinal() - around) // _WEEK, (last.toordinal() + around) // _WEEK + 1)


def _key(term: int, week: int) -> int:
    return term << 24 | week + 1
