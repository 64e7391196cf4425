"""The groups that are open: which reports they have, and which are like them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self

from wiredesk.stories.forming.groups import Group
from wiredesk.stories.forming.products import products
from wiredesk.stories.forming.rarity import Weighed, sum_of
from wiredesk.stories.forming.reports import Report, same_tongue
from wiredesk.stories.forming.window import Window
from wiredesk.stories.rules import Rules

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]


class OpenGroups:
    """Groups of reports, each told by the number that it was given."""

    def __init__(self, rules: Rules) -> None:
        import numpy  # here, so that importing the stage stays light

        self._numpy = numpy
        self._rules = rules
        self._groups: dict[int, Group] = {}
        self._of: dict[str, int] = {}
        self._window = Window(rules)
        self._place: dict[str, int] = {}
        self._key_at: dict[int, str] = {}
        self._number_at: Numbers = numpy.zeros(0, dtype="int64")
        self._next = 0
        self._clock = 0

    def parts(self) -> tuple[Mapping[int, Group], int, int, Window, Mapping[str, int]]:
        """What it is made of, to be kept: groups by number, the next number, the moment, vectors, and the place of each
        report in them."""
        return self._groups, self._next, self._clock, self._window, self._place

    @classmethod
    def of(
        cls,
        rules: Rules,
        groups: dict[int, Group],
        next_number: int,
        clock: int,
        window: Window,
        places: dict[str, int],
    ) -> Self:
        """What `parts` gave."""
        found = cls(rules)
        found._groups, found._next, found._clock = groups, next_number, clock
        found._window, found._place = window, places
        found._of = {key: number for number, group in groups.items() for key in group.reports}
        found._key_at = {place: key for key, place in places.items()}
        found._number_at = found._numpy.full(max(places.values(), default=-1) + 1, -1, dtype="int64")
        for key, place in places.items():
            found._number_at[place] = found._of[key]
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._of

    def __len__(self) -> int:
        """Reports at hand."""
        return len(self._of)

    def groups(self) -> dict[int, list[Report]]:
        """The reports of each open group, by its number, in the order in which groups were begun."""
        return {number: list(self._groups[number].reports.values()) for number in sorted(self._groups)}

    def number_of(self, key: str) -> int:
        """The group that a report is in. Raises KeyError for an unknown key."""
        return self._of[key]

    def group_of(self, key: str) -> list[Report]:
        """The reports of that group. Raises KeyError for an unknown key."""
        return list(self._groups[self._of[key]].reports.values())

    def report(self, key: str) -> Report:
        """Raises KeyError for an unknown key."""
        return self._groups[self._of[key]].reports[key]

    def vector(self, key: str) -> Weighed:
        """The weighed terms of a report. Raises KeyError for an unknown key."""
        return self._window.vector(self._place[key])

    def _enter(self, reports: Sequence[tuple[Report, Weighed]], numbers: Sequence[int]) -> None:
        """Put reports into groups of these numbers, and find what is like each."""
        places = self._window.put([(vector, one.span.first, one.span.last, one.language) for one, vector in reports])
        if places and max(places) >= len(self._number_at):
            more = self._numpy.full(max(places) + 1, -1, dtype="int64")
            self._number_at = self._numpy.concatenate((self._number_at, more))
        for (one, vector), place, number in zip(reports, places, numbers, strict=True):
            self._place[one.key], self._key_at[place] = place, one.key
            self._put(number, [one], {one.language: vector})
        for (one, _), place in zip(reports, places, strict=True):
            if self._rules.opinion or not one.opinion:
                self._window.link(place)

    def _begin(self) -> int:
        number = self._next
        self._next += 1
        self._groups[number] = Group()
        return number

    def _put(self, number: int, reports: Iterable[Report], sums: dict[str | None, Weighed]) -> None:
        """Add reports to a group; `sums`: those of their vectors by language."""
        group = self._groups[number]
        self._clock += 1
        group.changed = self._clock
        for one in reports:
            group.put(one)
            self._of[one.key] = number
            self._number_at[self._place[one.key]] = number
        for language, vector in sums.items():
            before = group.sums.get(language)
            group.sums[language] = vector if before is None else sum_of([before, vector])

    def _take_out(self, number: int, one: Report) -> None:
        group = self._groups[number]
        self._clock += 1
        group.changed = self._clock
        group.take_out(one)
        left = [self.vector(key) for key, other in group.reports.items() if other.language == one.language]
        del group.sums[one.language]
        if left:
            group.sums[one.language] = sum_of(left)
        if not group.reports:
            del self._groups[number]

    def _forget(self, keys: Sequence[str]) -> None:
        places = [self._place.pop(key) for key in keys]
        for key, place in zip(keys, places, strict=True):
            del self._of[key], self._key_at[place]
        self._number_at[places] = -1
        self._window.drop(places)

    def _near(self, keys: Iterable[str], besides: int) -> list[int]:
        """Groups, in order, that have a report like one of these."""
        numbers = self._number_at[self._window.alike(self._place[key] for key in keys)]
        return [int(number) for number in self._numpy.unique(numbers) if number != besides]

    def _dotted(self, sums: Mapping[str | None, Weighed], numbers: Sequence[int]) -> list[dict[bool, float]]:
        """The likeness of what is summed to all reports of each of some groups, over those in one language (True) and
        those in two (False)."""
        found = [{True: 0.0, False: 0.0} for _ in numbers]
        there = [
            (place, language, vector)
            for place, number in enumerate(numbers)
            for language, vector in self._groups[number].sums.items()
        ]
        for own, summed in sums.items():
            likenesses = products(summed, [vector for *_, vector in there])
            for (place, language, _), product in zip(there, likenesses, strict=True):
                found[place][same_tongue(own, language)] += product
        return found

    def _hold_apart(self, number: int, others: Iterable[int]) -> None:
        for other in others:
            if other in self._groups and other != number:
                self._groups[number].parted.add(other)
                self._groups[other].parted.add(number)
