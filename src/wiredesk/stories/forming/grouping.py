"""Reports find their story: those of a day all begin alone, the likest are joined first, reports that are liker to
another story move there, and a story in which two events of one kind have come together is parted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Any, NamedTuple

from wiredesk.stories.forming.groups import Group, Likeness
from wiredesk.stories.forming.opened import OpenGroups
from wiredesk.stories.forming.products import products
from wiredesk.stories.forming.rarity import Weighed, sum_of
from wiredesk.stories.forming.reports import Report, extended
from wiredesk.stories.forming.splitting import two_events

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]


class _Pair(NamedTuple):
    """How much liker a group and another are than they need be, negative, their numbers, and when each had last
    changed."""

    lack: float
    first: int
    owner: int
    owner_changed: int
    other: int
    other_changed: int


class Grouping(OpenGroups):
    """Groups of reports that grow until they are closed."""

    def take_in(self, reports: Sequence[tuple[Report, Weighed]], revised: Iterable[str] = ()) -> None:
        """Put reports, none of which is known yet, with the stories that they are likest to. Their order does not
        matter. `revised`: keys of known ones that were given other vectors since the last time."""
        known = sorted(reports, key=lambda one: one[0].key)
        begun = [self._begin() for _ in known]
        self._enter(known, begun)
        self._settle({*begun, *(self._of[key] for key in revised)})

    def extend(self, known: str, one: Report, vector: Weighed | None = None) -> None:
        """Add copies to a known report; `vector`: what it is from now on, None if they bring no news.

        Raises KeyError for an unknown key.
        """
        number = self._of[known]
        before = self._groups[number].reports[known]
        now = extended(before, one)
        if vector is None:
            group = self._groups[number]
            group.take_out(before)
            group.put(now)
            return
        group = self._groups[number]
        self._take_out(number, before)
        self._groups[number] = group  # it is alone for a moment, and stays
        self._forget([known])
        self._enter([(now, vector)], [number])

    def rename(self, key: str, articles: Sequence[str]) -> None:
        """Say which articles carry a known report. Raises KeyError for an unknown key."""
        reports = self._groups[self._of[key]].reports
        reports[key] = replace(reports[key], articles=tuple(articles))

    def remove(self, key: str) -> Report:
        """Let go of a report, which is returned. Raises KeyError for an unknown key."""
        number = self._of[key]
        one = self._groups[number].reports[key]
        self._take_out(number, one)
        self._forget([key])
        return one

    def close(self, before: int) -> dict[int, list[Report]]:
        """Let go of groups whose last report is of a day before one, oldest first, as long as enough are at hand; and
        of those that changed longest ago where there are too many. What they were, by number."""
        rules = self._rules
        left = len(self._of)
        gone: dict[int, list[Report]] = {}
        ending = {number: last for number, group in self._groups.items() if (last := _last(group)) is not None}
        old = sorted((last, number) for number, last in ending.items() if last < before)
        stale = sorted(self._groups, key=lambda number: self._groups[number].changed) if left > rules.open_most else []
        for number, most in [
            *((number, rules.open_reports) for _, number in old),
            *((number, rules.open_most) for number in stale),
        ]:
            size = len(self._groups[number].reports)
            if number not in gone and left > most:
                left -= size
                gone[number] = list(self._groups[number].reports.values())
        for number in gone:
            del self._groups[number]
        self._forget([one.key for reports in gone.values() for one in reports])
        return gone

    # ------------------------------------------------------------------------------------------------------ passes

    def _settle(self, begun: set[int]) -> None:
        """Join, move and part, beginning with some groups, until nothing changes or for `rounds`."""
        touched, fresh = set(begun), begun
        for _ in range(self._rules.rounds):
            merged = self._merge(fresh)
            touched |= merged
            moved = self._move(fresh | merged)
            touched |= moved
            if not moved:
                break
            fresh = moved
        for number in sorted(touched & self._groups.keys()):
            self._part(number)

    def _merge(self, fresh: set[int]) -> set[int]:
        """Join the two likest groups as long as any are alike enough, one of them being fresh; what they became.

        Of each group only the likest other is waiting: the pair that is likest of all is that of one of its two.
        """
        pairs = [pair for number in sorted(fresh & self._groups.keys()) if (pair := self._likest(number))]
        heapify(pairs)
        merged = set()
        while pairs:
            pair = heappop(pairs)
            if not self._stands(pair.owner, pair.owner_changed):
                continue  # it has grown since, and is waiting with another, or is gone
            if self._stands(pair.other, pair.other_changed):
                left, right = min(pair.owner, pair.other), max(pair.owner, pair.other)
                moving = self._groups.pop(right)
                self._put(left, moving.reports.values(), moving.sums)
                self._hold_apart(left, moving.parted)
                merged.add(left)
            else:
                left = pair.owner
            again = self._likest(left)
            if again:
                heappush(pairs, again)
        return merged & self._groups.keys()

    def _stands(self, number: int, changed: int) -> bool:
        return number in self._groups and self._groups[number].changed == changed

    def _likest(self, number: int) -> _Pair | None:
        """A group and the one that it is likest to, if it is like enough any."""
        group = self._groups[number]
        near = [other for other in self._near(group.reports, besides=number) if other not in group.parted]
        found = self._best(group, near)
        if found is None:
            return None
        other, excess, _ = found
        return _Pair(-excess, min(number, other), number, group.changed, other, self._groups[other].changed)

    def _best(self, group: Group, near: Sequence[int]) -> tuple[int, float, float] | None:
        """Of some groups the one that a group is likest to, if it is like enough any; how much liker than it need be,
        and how like."""
        alike = [
            (Likeness(group, self._groups[other], dotted, self._rules), other)
            for other, dotted in zip(near, self._dotted(group.sums, near), strict=True)
        ]
        best: tuple[int, float, float] | None = None
        for one, other in sorted(alike, key=lambda item: (item[0].needed - item[0].at_most, item[1])):
            if one.at_most - one.needed < (best[1] if best else 0.0):
                break
            likeness = one.exact()
            excess = likeness - one.needed
            if excess >= 0 and (best is None or excess > best[1]):
                best = other, excess, likeness
        return best

    def _move(self, touched: set[int]) -> set[int]:
        """Move reports that are liker to another group, where either has just changed; the groups that they left and
        joined."""
        inside = [key for number in touched & self._groups.keys() for key in self._groups[number].reports]
        around = self._window.alike(self._place[key] for key in inside).tolist()
        changed: set[int] = set()
        for key in sorted({*inside, *(self._key_at[place] for place in around)}):
            number = self._of[key]
            if len(self._groups[number].reports) == 1:
                continue
            near = self._near([key], besides=number)
            if number not in touched and number not in changed:
                near = [other for other in near if other in touched or other in changed]
            best = self._better(key, number, near) if near else None
            if best is not None:
                one, vector = self.report(key), self.vector(key)
                self._take_out(number, one)
                self._put(best, [one], {one.language: vector})
                changed |= {number, best}
        return changed & self._groups.keys()

    def _better(self, key: str, number: int, near: Sequence[int]) -> int | None:
        """The group, of some, that a report is likest to, if it is liker than its own."""
        group, one, vector = self._groups[number], self.report(key), self.vector(key)
        alone = Group(sums={one.language: vector})
        alone.put(one)
        best = self._best(alone, near)
        if best is None:
            return None
        (dotted,) = self._dotted(alone.sums, [number])
        dotted[True] -= products(vector, [vector])[0]
        rest = Group()
        for other in group.reports.values():
            if other.key != key:
                rest.put(other)
        now = Likeness(alone, rest, dotted, self._rules)
        least = best[2] - self._rules.move_margin
        return best[0] if now.at_most < least or now.exact() < least else None

    def _part(self, number: int) -> None:
        """Part a group if two events of one kind have come together in it.

        Looked at each time that the group has grown by a quarter: a look costs the square of its size.
        """
        group = self._groups[number]
        if len(group.reports) < group.look_at:
            return
        group.look_at = 1 + len(group.reports) * 5 // 4
        reports = sorted(group.reports.values(), key=lambda one: one.key)
        halves = two_events([self.vector(one.key) for one in reports], self._rules)
        if halves is None:
            return
        new = self._begin()
        leaving = [reports[position] for position in halves[1]]
        for one in leaving:
            self._take_out(number, one)
        sums: dict[str | None, list[Weighed]] = {}
        for one in leaving:
            sums.setdefault(one.language, []).append(self.vector(one.key))
        self._put(new, leaving, {language: sum_of(vectors) for language, vectors in sums.items()})
        self._hold_apart(new, {number, *group.parted})
        group.look_at = 0
        self._part(number)
        self._part(new)


def _last(group: Group) -> int | None:
    """The last day that a group may have a report of, None where that of any is not known."""
    last = [span.last for span in group.spans]
    return None if None in last else max(day for day in last if day is not None)
