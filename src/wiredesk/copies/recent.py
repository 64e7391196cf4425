"""The MinHashes of the articles taken last: which of them share single values with a new one.

A table of fixed size: for each value of a MinHash a row of places, in which the articles taken last stand that had it.
A look and an entry cost the same among a thousand articles and among a million. A set phrase that stands in every tenth
text holds as many places as a word that stood in three.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from wiredesk.copies.rules import Rules

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

_PLACES = 16
"""Places in a row of the table; values whose first bits are the same share one."""
_ROOM = 2
"""Places for each article of the window: with fewer, rows run over."""
_LEAST = 6
"""Bits of a value that tell its row in the smallest table."""
_TAG = 16
"""Further bits by which the values of a row are told apart."""

Stored = Callable[[int, int], tuple["Numbers", "Numbers"]]
"""The MinHashes of articles from a number up to before another: numbers, and values (n x permutations)."""


class Recent:
    """Articles by the single values of their MinHashes: the last `rules.recent` of them."""

    def __init__(self, stored: Stored, rules: Rules, count: int = 0) -> None:
        """`count`: articles taken before, whose MinHashes are stored."""
        import numpy

        self._numpy = numpy
        self._stored = stored
        self._rules = rules
        self._bands = numpy.arange(rules.permutations)
        self._seen: tuple[int, Numbers, tuple[Numbers, Numbers, Numbers]] | None = None
        self._make(count)

    def near(self, values: Numbers, count: int) -> tuple[Numbers, Numbers]:
        """Of each value that is shared with an article the article's number, and the share that it has in those that
        stand under the value: 1 for one that it alone has. `count`: the number of the article that is asked for, or of
        the last."""
        rows, _, same = self._look(values, count)
        number = same.sum(1)
        return rows[same].astype("int64") - 1, self._numpy.repeat(1 / self._numpy.maximum(number, 1), number)

    def add(self, values: Numbers, number: int) -> None:
        """Take in the article of the next number."""
        numpy = self._numpy
        if number >= self._full:
            self._make(number)
        rows, row, same = self._look(values, number)
        self._seen = None
        full = same.sum(1) >= self._rules.alike
        kept = numpy.where(full[:, None] & ~same, numpy.iinfo("uint32").max, rows)
        place = kept.argmin(1)  # the oldest of the same value, or else of all; where one is free, that
        self._numbers[self._bands, row, place] = number + 1
        self._tags[self._bands, row, place] = self._tag(values)

    def _look(self, values: Numbers, count: int) -> tuple[Numbers, Numbers, Numbers]:
        """What stands in the row of each value, which row that is, and which places are those of the value."""
        if self._seen and self._seen[0] == count and self._seen[1] is values:
            return self._seen[2]  # looked for just now, and added next
        row = (values >> (32 - self._bits)).astype("int64")
        rows = self._numbers[self._bands, row]
        same = self._tags[self._bands, row] == self._tag(values)[:, None]
        same &= rows > max(0, count - self._rules.recent)
        self._seen = count, values, (rows, row, same)
        return rows, row, same

    def _tag(self, values: Numbers) -> Numbers:
        tag: Numbers = (values >> (32 - self._bits - _TAG)).astype("uint16")
        return tag

    def _make(self, count: int) -> None:
        """The table as it is after so many articles: as if they were added one by one."""
        numpy, window = self._numpy, self._rules.recent
        self._bits = _LEAST
        while _PLACES << self._bits < _ROOM * min(count + 1, window):
            self._bits += 1
        self._full = window if _PLACES << self._bits >= _ROOM * window else (_PLACES << self._bits) // _ROOM
        if self._full >= window:
            self._full = 1 << 62
        shape = (self._rules.permutations, 1 << self._bits, _PLACES)
        self._numbers = numpy.zeros(shape, dtype="uint32")
        self._tags = numpy.zeros(shape, dtype="uint16")
        self._seen = None
        if not count:
            return
        numbers, values = self._stored(max(0, count - window), count)
        for band in range(self._rules.permutations):
            self._fill(band, numbers, values[:, band])

    def _fill(self, band: int, numbers: Numbers, values: Numbers) -> None:
        """Of each value its last articles; of those each row's last."""
        numpy = self._numpy
        keys = values >> (32 - self._bits - _TAG)
        order = numpy.argsort(keys, kind="stable")
        order = order[_from_end(keys[order]) < self._rules.alike]
        order.sort()
        row = (keys[order] >> _TAG).astype("int64")
        by_row = numpy.argsort(row, kind="stable")
        order, row = order[by_row], row[by_row]
        place = _from_end(row)
        kept = place < _PLACES
        self._numbers[band, row[kept], place[kept]] = numbers[order[kept]] + 1
        self._tags[band, row[kept], place[kept]] = self._tag(values[order[kept]])


def _from_end(values: Numbers) -> Numbers:
    """For each of sorted values how many of the same follow."""
    import numpy

    last = numpy.searchsorted(values, values, side="right")
    found: Numbers = last - 1 - numpy.arange(len(values))
    return found
