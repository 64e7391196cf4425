"""In how many articles each term stands, day by day: a story's terms are weighed by the articles up to its own day.

So what a story's terms weigh does not change with what comes on later days.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from wiredesk.stories.forming.rarity import NUMBERS, number_of
from wiredesk.stories.readings import Readings
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.keeping import Keeping
from wiredesk.stories.wording.weigh import Frequencies

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

number = lru_cache(maxsize=1 << 16)(number_of)
"""Numbers of the terms met last: most stand in many stories."""
_LENGTH = 4


class Counted:
    """How often each of some words was counted, as `Counter` tells it, in the same memory for any number of them: two
    that share a number (`rarity.NUMBERS`) are counted together."""

    def __init__(self) -> None:
        self._numbers = array("I", [0]) * NUMBERS

    def update(self, words: Iterable[str]) -> None:
        """Count each of some words, each of which is given once."""
        self.count(set(map(number, words)))

    def count(self, found: Iterable[int]) -> None:
        """The same for words by their numbers."""
        numbers = self._numbers
        for one in found:
            numbers[one] += 1

    def add(self, found: Numbers, times: Numbers) -> None:
        """Count some numbers, each of which is given once, so many times each."""
        import numpy

        numpy.frombuffer(self._numbers, dtype="uint32")[found] += times

    def often(self, words: Sequence[str]) -> Numbers:
        """How often each of some words was counted."""
        import numpy

        found: Numbers = numpy.frombuffer(self._numbers, dtype="uint32")[
            numpy.fromiter(map(number, words), dtype="int64", count=len(words))
        ]
        return found

    def __getitem__(self, word: str) -> int:
        return self._numbers[number(word)]


class Daily:
    """The terms of the articles of each day, counted."""

    def __init__(
        self, day_of: Mapping[str, date], readings: Readings, keeping: Keeping, stamp: Callable[[str], bytes]
    ) -> None:
        """`day_of`: the day of each article, by id; `stamp`: a digest of what was read of one."""
        self._readings = readings
        self._ids: defaultdict[date, list[str]] = defaultdict(list)
        for id_ in sorted(day_of):
            self._ids[day_of[id_]].append(id_)
        self.days = sorted(self._ids)
        self.digest: dict[date, bytes] = {}
        """For each day a digest of all articles up to its end."""
        along = hashlib.blake2b(digest_size=16)
        wanted: dict[str, bytes] = {}
        for day in self.days:
            own = hashlib.blake2b(digest_size=16)
            for id_ in self._ids[day]:
                own.update(f"{id_}\0".encode() + stamp(id_))
            wanted[day.isoformat()] = own.digest()
            along.update(own.digest())
            self.digest[day] = along.copy().digest()
        self._values = keeping.of_all("terms of days", wanted, self._counted)

    def _counted(self, names: list[str]) -> Iterator[tuple[str, bytes]]:
        import numpy

        for name in names:
            ids = self._ids[date.fromisoformat(name)]
            found = array("I")
            for id_ in ids:
                terms = self._readings.terms(id_)
                found.extend(set(map(number, terms.words.terms)))
                found.extend(set(map(number, terms.names.terms)))
            numbers, times = numpy.unique(numpy.asarray(found, dtype="uint32"), return_counts=True)
            yield name, len(ids).to_bytes(_LENGTH, "big") + numbers.tobytes() + times.astype("uint32").tobytes()

    def frequencies(self, days: Iterable[date], rules: Rules) -> Iterator[Frequencies]:
        """For each of some days, rising, the frequencies of terms at its end; the one before is changed by the next."""
        import numpy

        counted = Counted()
        frequencies = Frequencies(rules, counted)
        rest = iter(self.days)
        reached = date.min
        for day in days:
            while reached < day:
                reached = next(rest)
                data = self._values[reached.isoformat()]
                both = numpy.frombuffer(data, dtype="uint32", offset=_LENGTH)
                half = len(both) // 2
                counted.add(both[:half], both[half:])
                frequencies.more(int.from_bytes(data[:_LENGTH], "big"))
            yield frequencies
