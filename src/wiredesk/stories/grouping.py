"""Reports find their story one by one; finishing passes then merge stories and move reports."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush
from sys import intern
from typing import TYPE_CHECKING, Any

from wiredesk.stories.groups import Group, days_of, nearest
from wiredesk.stories.lookup import Lookup
from wiredesk.stories.reports import (
    Report,
    days_apart,
    genre_factor,
    place_factor,
    same_language,
    time_factor,
)
from wiredesk.stories.rules import Rules
from wiredesk.stories.sparse import Space, Sparse
from wiredesk.stories.splitting import two_events
from wiredesk.stories.table import GroupTable
from wiredesk.stories.weigh import Vector, heaviest

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]


_Pair = tuple[float, int, int, tuple[int, int]]
"""How much liker two groups are than they need be, negative, their numbers, and when each had last changed."""


class Grouping:
    """Groups of reports that grow; each is told by the number that it was given."""

    def __init__(self, rules: Rules, is_shared: Callable[[str], bool] | None = None) -> None:
        """`is_shared`: whether a term may ever stand in more than one report; without it any may."""
        self._rules = rules
        self._is_shared = is_shared
        self._groups: dict[int, Group] = {}
        self._of: dict[str, int] = {}
        self._lookup = Lookup(rules.apart_days)
        self._table = GroupTable(rules)
        self._next = 0
        self._space = Space()
        self._vectors: dict[str, int] = {}
        self._heaviest: dict[str, bytes] = {}
        self._clock = 0
        self._looked_at: dict[str, tuple[int, int | None, float]] = {}
        """For a report when it last looked for another group, the best that there was, and how much liker it was than
        it need be."""

    def groups(self) -> list[list[Report]]:
        """The reports of each group, in the order in which groups were begun."""
        return [list(self._groups[number].reports.values()) for number in sorted(self._groups)]

    def group_of(self, key: str) -> list[Report]:
        """The group that a report is in. Raises KeyError for an unknown key."""
        return list(self._groups[self._of[key]].reports.values())

    def add(self, one: Report) -> None:
        """Put a report with the story that it is likest to, or alone; one of the same key is replaced."""
        if one.key in self._of:
            self._remove(self._of[one.key], one.key)
        self._heaviest[one.key] = self._heaviest_of(one).tobytes()
        self._vectors[one.key] = self._space.put(self._space.sparse(self._comparable(one)))
        one = replace(one, vector={}, particulars=tuple(map(intern, filter(self._named_twice, one.particulars))))
        best = self._best(one)
        if best is None:
            best = self._next
            self._next += 1
            self._groups[best] = Group()
        self._put(best, one)

    def settle(self, key: str) -> None:
        """Part the group that a report is in, if two events of one kind have come together in it.

        Looked at each time that the group has grown by a quarter: a look costs the square of its size.
        """
        number = self._of[key]
        group = self._groups[number]
        if len(group.reports) >= group.split_at:
            group.split_at = 1 + len(group.reports) * 5 // 4
            self._split(number)

    def finish(self) -> None:
        """Merge stories that have grown alike and move reports that are liker to another, until nothing changes;
        then part those in which two events of one kind have come together."""
        paired = -1
        for _ in range(self._rules.rounds):
            merged = self._merge(paired)
            paired = self._clock
            if not (self._move() or merged):
                break
        for number in sorted(self._groups):
            self._split(number)

    def _comparable(self, one: Report) -> Vector:
        """A report's vector with all terms that no other has as one term of its own: what it shares, and its length,
        stay as they are."""
        if self._is_shared is None:
            return one.vector
        shared = {term: weight for term, weight in one.vector.items() if self._is_shared(term)}
        if len(shared) < len(one.vector):
            rest = [weight * weight for term, weight in one.vector.items() if term not in shared]
            shared[f"={one.key}"] = math.sqrt(sum(rest))
        return shared

    def _named_twice(self, particular: str) -> bool:
        """Whether another report may have a town, site or name among its particulars."""
        shared = self._is_shared
        return shared is None or shared(f"#{particular}") or shared(f"#place:{particular}")

    def _vector(self, key: str) -> Sparse:
        return self._space.get(self._vectors[key])

    def _put(self, number: int, one: Report) -> None:
        group = self._groups[number]
        self._clock += 1
        group.changed = self._clock
        group.reports[one.key] = one
        group.spans(one)
        group.count(self._vectors[one.key], self._space)
        self._of[one.key] = number
        self._tabulate(number)
        self._lookup.add(number, self._sought(one.key), one.first, one.last)

    def _remove(self, number: int, key: str) -> None:
        group = self._groups[number]
        self._clock += 1
        group.changed = self._clock
        del group.reports[key], self._of[key]
        group.count(self._vectors[key], self._space, -1)
        if not group.reports:
            del self._groups[number]
        self._tabulate(number)

    def _sought(self, key: str) -> array[int]:
        """The terms by which a report is looked up."""
        return array("i", self._heaviest[key])

    def _tabulate(self, number: int) -> None:
        group = self._groups.get(number) or Group()
        self._table.put(number, len(group.reports), group.days, group.spoken, group.changed)

    def _near_to(self, one: Report, besides: int | None = None) -> Numbers:
        """Groups of near days that share one of the terms among the heaviest of their reports."""
        near = self._table.within_reach(self._lookup.near(self._sought(one.key), one.first, one.last), days_of(one))
        return near if besides is None else near[near != besides]

    def _best(self, one: Report) -> int | None:
        return self._best_of(one, self._near_to(one))[0]

    def _best_of(self, one: Report, near: Numbers) -> tuple[int | None, float]:
        """The group that the report is likest to, and how much liker it is than it need be; None if it is to none."""
        best, best_excess = None, 0.0
        own = self._vector(one.key)
        likely = near[self._table.like(near, self._at_most(own, near), one.language)].tolist()
        for number, summed in zip(likely, self._dots(own, likely).tolist(), strict=True):
            group = self._groups[number]
            excess = self._likeness(one, group, summed) - self._needed(len(group.reports))
            if excess >= 0 and (best is None or excess > best_excess):
                best, best_excess = number, excess
        return best, best_excess

    def _needed(self, links: int) -> float:
        """Mean likeness over so many pairs of reports that makes them one story."""
        return self._rules.join + (self._rules.join_pair - self._rules.join) / links

    def _at_most(self, one: Sparse, numbers: Numbers) -> Numbers:
        """What the likeness of a vector to all reports of each of these groups does not exceed."""
        return self._space.at_most(one, [self._groups[number].outline for number in numbers.tolist()])

    def _dots(self, one: Sparse, numbers: Sequence[int]) -> Numbers:
        """The likeness of a vector to all reports of each of these groups."""
        totals = [total for number in numbers if (total := self._groups[number].total) is not None]
        return self._space.dots(one, [self._space.get(total) for total in totals])

    def _mean(self, pairs: Iterable[tuple[Report, Report]]) -> float:
        """Mean likeness of pairs of reports."""
        found = [float(self._space.dots(self._vector(one.key), [self._vector(other.key)])[0]) for one, other in pairs]
        return sum(found) / len(found)

    def _likeness(self, one: Report, group: Group, summed: float, besides: str | None = None) -> float:
        """Mean likeness of a report to a group's, weakened by distance in time and by another town; `summed`: that to
        all of them together."""
        others = [other for key, other in group.reports.items() if key != besides]
        if not others:
            return 0.0
        readable = [other for other in others if same_language(one, other)]
        if len(readable) == len(others):
            if besides is not None:
                summed -= self._mean([(one, group.reports[besides])])
            plain = summed / len(others)
        elif readable:  # those of another language can only be less alike
            others = readable
            plain = self._mean((one, other) for other in others)
        else:
            plain = self._across(one, others)
        if plain * self._rules.same_particulars < self._rules.join:
            return plain
        return (
            plain
            * time_factor(one, nearest(one, others), self._rules)
            * max(place_factor(one, other, self._rules) * genre_factor(one, other, self._rules) for other in others)
        )

    def _heaviest_of(self, one: Report) -> array[int]:
        abroad = one.language not in (None, "en")
        number = self._rules.candidate_terms_abroad if abroad else self._rules.candidate_terms
        return self._lookup.numbered([term for term in heaviest(one.vector, number) if self._may_be_shared(term)])

    def _may_be_shared(self, term: str) -> bool:
        return self._is_shared is None or self._is_shared(term)

    def _across(self, one: Report, others: list[Report]) -> float:
        """Likeness to reports in another language, of the same days only."""
        apart = days_apart(one, nearest(one, others))
        if apart is None or apart > self._rules.near_days:
            return 0.0
        return self._rules.other_language * self._mean((one, other) for other in others)

    def _merge(self, paired: int) -> bool:
        """Join the two likest groups as long as any are alike enough; of those that did not change since the last time,
        none are."""
        seen: set[tuple[int, int]] = set()
        pairs: list[_Pair] = []
        for number in sorted(self._groups):
            if self._groups[number].changed > paired:
                pairs += self._pairs(number, seen)
        heapify(pairs)
        merged = False
        while pairs:
            _, left, right, changes = heappop(pairs)
            if not (left in self._groups and right in self._groups and changes == self._changes(left, right)):
                continue  # one of them has grown since or is gone
            moving = self._groups.pop(right)
            self._tabulate(right)
            for one in moving.reports.values():
                self._put(left, one)
            for pair in self._pairs(left, set()):
                heappush(pairs, pair)
            merged = True
        return merged

    def _changes(self, left: int, right: int) -> tuple[int, int]:
        return self._groups[left].changed, self._groups[right].changed

    def _pairs(self, number: int, seen: set[tuple[int, int]]) -> Iterator[_Pair]:
        """The pairs of a group and another that are alike enough, but for those seen already."""
        group = self._groups[number]
        terms = {term for one in group.reports.values() for term in self._sought(one.key)}
        if group.total is None:
            return
        size = len(group.reports)
        near = self._table.within_reach(self._lookup.near(terms, group.first, group.last), group.days, size - 1)
        near = near[near != number]
        total = self._space.get(group.total)
        likely = near[self._table.alike(near, self._at_most(total, near), size, group.spoken)].tolist()
        for other, summed in zip(likely, self._dots(total, likely).tolist(), strict=True):
            left, right = min(number, other), max(number, other)
            if (left, right) in seen:
                continue
            seen.add((left, right))
            links = self._links(group, self._groups[other])
            excess = self._likeness_of_groups(group, self._groups[other], summed) - self._needed(links)
            if excess >= 0:
                yield -excess, left, right, self._changes(left, right)

    @staticmethod
    def _links(left: Group, right: Group) -> int:
        return len(left.reports) + len(right.reports) - 1

    def _likeness_of_groups(self, left: Group, right: Group, summed: float) -> float:
        plain = summed / (len(left.reports) * len(right.reports))
        if (
            plain * self._rules.same_particulars < self._rules.join
            and len((left.languages | right.languages) - {None}) < 2
        ):
            return plain
        pairs = [(one, other) for one in left.reports.values() for other in right.reports.values()]
        readable = [pair for pair in pairs if same_language(*pair)]
        if readable and len(readable) < len(pairs):
            pairs = readable
            plain = self._mean(pairs)
        elif not readable:
            plain = sum(self._across(one, [other]) for one, other in pairs) / len(pairs)
        if plain * self._rules.same_particulars < self._rules.join:
            return plain
        return (
            plain
            * max(time_factor(one, other, self._rules) for one, other in pairs)
            * max(place_factor(one, other, self._rules) * genre_factor(one, other, self._rules) for one, other in pairs)
        )

    def _split(self, number: int) -> None:
        reports = sorted(self._groups[number].reports.values(), key=lambda one: one.key)
        halves = two_events([self._space.vector(self._vector(one.key)) for one in reports], self._rules)
        if halves is None:
            return
        new = self._next
        self._next += 1
        self._groups[new] = Group()
        for position in halves[1]:
            self._remove(number, reports[position].key)
            self._put(new, reports[position])
        self._split(number)
        self._split(new)

    def _move(self) -> bool:
        moved = False
        for key in sorted(self._of):
            number = self._of[key]
            group = self._groups[number]
            one = group.reports[key]
            if len(group.reports) == 1:
                continue
            near = self._near_to(one, besides=number)
            best = self._likest(one, near)
            if best is None:
                continue
            own = self._vector(key)
            now = self._likeness(one, group, float(self._dots(own, [number])[0]), besides=key)
            there = self._likeness(one, self._groups[best], float(self._dots(own, [best])[0]))
            if there > now + self._rules.move_margin:
                self._remove(number, key)
                self._put(best, one)
                moved = True
        return moved

    def _likest(self, one: Report, near: Numbers) -> int | None:
        """What `_best_of` gives, of those that have not changed as it was when last looked at."""
        before, best, excess = self._looked_at.get(one.key, (-1, None, 0.0))
        changed = self._table.changed_since(near, before)
        if best is not None and (best in changed or best not in near):
            best, changed = None, near
        found, found_excess = self._best_of(one, changed)
        if found is not None and (best is None or (-found_excess, found) < (-excess, best)):
            best, excess = found, found_excess
        self._looked_at[one.key] = self._clock, best, excess
        return best
