"""The groups of a grouping side by side, so that nearly all are passed over at one look: too far in time, or unlike."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date
from typing import TYPE_CHECKING, Any

from wiredesk.stories.reports import time_weight
from wiredesk.stories.rules import Rules

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

_ROUNDING = 1e-6
"""The product of two vectors of length 1 may be so little above 1."""
_SILENT, _MIXED = 0, -1


class Days:
    """First and last day, as numbers, and whether both are of dated reports only."""

    def __init__(self, first: date | None, last: date | None, dated: bool) -> None:
        self.known = first is not None and last is not None
        self.first = first.toordinal() if first is not None else 0
        self.last = last.toordinal() if last is not None else 0
        self.dated = dated


class GroupTable:
    """What is looked at of each group first, by its number."""

    def __init__(self, rules: Rules) -> None:
        import numpy  # here, so that importing the stage stays light

        self._numpy = numpy
        self._rules = rules
        self._language: dict[str, int] = {}
        self._columns: dict[str, Numbers] = {
            name: numpy.zeros(256, dtype="int32")
            for name in ("size", "first", "last", "dated", "known", "spoken", "changed")
        }
        apart = range(rules.apart_days + 2)
        self._weight = numpy.array([time_weight(max(days, rules.near_days), rules) for days in apart])

    def put(self, number: int, size: int, days: Days, spoken: Set[str | None], changed: int) -> None:
        """Put down a group, in place of what stood there; of size 0 it is none. `changed`: when it last did."""
        while number >= len(self._columns["size"]):
            self._columns = {
                name: self._numpy.concatenate([one, self._numpy.zeros_like(one)]) for name, one in self._columns.items()
            }
        languages = [one for one in spoken if one is not None]
        values: Mapping[str, int] = {
            "size": size,
            "first": days.first,
            "last": days.last,
            "dated": days.dated,
            "changed": changed,
            "known": days.known,
            "spoken": _MIXED if len(languages) > 1 else self._code(languages[0]) if languages else _SILENT,
        }
        for name, value in values.items():
            self._columns[name][number] = value

    def within_reach(self, numbers: Numbers, days: Days, links: int = 0) -> Numbers:
        """Of these groups those that are any, and not so far in time that not even the same words made one story.

        `links`: the pairs of reports that there would be besides those that the other group has reports for.
        """
        numpy, rules, columns = self._numpy, self._rules, self._columns
        numbers = numbers[columns["size"][numbers] > 0]
        if not days.known or not len(numbers):
            return numbers
        apart = numpy.maximum(columns["first"][numbers] - days.last, days.first - columns["last"][numbers])
        apart = numpy.clip(apart, 0, rules.apart_days + 1)
        most = self._weight[apart]
        undated = (columns["dated"][numbers] == 0) | (not days.dated)
        most = numpy.where(undated & (apart <= rules.apart_days), numpy.maximum(most, rules.known_later), most)
        needed = self.needed(numbers, links)
        far = (columns["known"][numbers] > 0) & (apart > rules.near_days) & (most < needed - _ROUNDING)
        near: Numbers = numbers[~far]
        return near

    def changed_since(self, numbers: Numbers, moment: int) -> Numbers:
        """Of these groups those that have changed after a moment."""
        changed: Numbers = numbers[self._columns["changed"][numbers] > moment]
        return changed

    def needed(self, numbers: Numbers, links: int = 0) -> Numbers:
        """Mean likeness that makes a group's reports one story with `1 + links` others."""
        rules = self._rules
        found: Numbers = rules.join + (rules.join_pair - rules.join) / (self._columns["size"][numbers] + links)
        return found

    def like(self, numbers: Numbers, summed: Numbers, language: str | None) -> Numbers:
        """Places among these groups of those that may be like enough a report in the language.

        `summed`: its likeness to all reports of each. Others are so unlike that neither time nor place makes up for it.
        """
        most = max(1.0, self._rules.same_particulars)
        close = summed * most >= self.needed(numbers) * self._columns["size"][numbers]
        return self._numpy.flatnonzero(close | self._foreign(numbers, None if language is None else {language}))

    def alike(self, numbers: Numbers, summed: Numbers, size: int, spoken: Set[str | None]) -> Numbers:
        """The same for a group of so many reports, in these languages."""
        plain = summed / (self._columns["size"][numbers] * size)
        languages = {one for one in spoken if one is not None}
        close = plain * self._rules.same_particulars >= self._rules.join
        return self._numpy.flatnonzero(close | self._foreign(numbers, languages))

    def _foreign(self, numbers: Numbers, languages: Set[str] | None) -> Numbers:
        """Whether a group has another language than these; with None no other matters."""
        if languages is None or len(languages) > 1:
            return self._numpy.full(len(numbers), languages is not None)
        spoken = self._columns["spoken"][numbers]
        own = [self._code(language) for language in languages]
        foreign: Numbers = spoken == _MIXED if not own else (spoken != _SILENT) & (spoken != own[0])
        return foreign

    def _code(self, language: str) -> int:
        return self._language.setdefault(language, len(self._language) + 1)
