"""Which of the texts seen may carry another's report: found by what their MinHashes and shingles share, as arrays.

For each text its MinHash is held; two bytes of each of its shingles lie in a file, and the texts themselves are looked
at only where both leave it open. A look at 5,000 texts takes a tenth of a millisecond.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from wiredesk.copies.compare import fewest_of
from wiredesk.copies.fingerprints import Fingerprint
from wiredesk.copies.rules import Rules
from wiredesk.kit.shelf import Pile

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

_BLOCK = 512
"""Texts whose MinHashes are held in one table: a new one is begun, so that none is ever copied to grow."""


class Likely:
    """The texts of some keys; a key added again is known by its new text."""

    def __init__(self, rules: Rules) -> None:
        import numpy  # here, so that importing the stage stays light

        self._numpy = numpy
        self._rules = rules
        self._keys: list[str | None] = []
        self._row: dict[str, int] = {}
        self._tables: list[Numbers] = []
        self._lengths: Numbers = numpy.zeros(_BLOCK, dtype="int32")
        self._ends = Pile()
        ways = range(int(100 * rules.shared_shingles / (2 - rules.shared_shingles)) + 1)
        self._fewest = numpy.array([max(1, fewest_of(percent, rules)) for percent in ways])

    def add(self, text: Fingerprint) -> None:
        """Take in a text; one without a MinHash is like none."""
        self.drop(text.id)
        row = len(self._keys)
        self._row[text.id] = row
        self._keys.append(text.id)
        if row % _BLOCK == 0:
            self._tables.append(self._numpy.zeros((self._rules.permutations, _BLOCK), dtype="uint32"))
        if row == len(self._lengths):
            self._lengths = self._numpy.concatenate([self._lengths, self._numpy.zeros_like(self._lengths)])
        if text.digests:
            self._tables[-1][:, row % _BLOCK] = self._values(text)
        self._lengths[row] = len(text.shingles) if text.digests else 0
        self._ends.put(self._shingles(text).tobytes())

    def drop(self, key: str) -> None:
        """Forget a key, if it is known."""
        row = self._row.pop(key, None)
        if row is not None:
            self._keys[row] = None
            self._lengths[row] = 0

    def near(self, text: Fingerprint, only: Collection[str] | None = None) -> list[tuple[str, int]]:
        """Keys of the texts that may share enough shingles with this one, and how many values of their MinHashes each
        shares with its own; of those in `only`, if given."""
        if not text.digests or not self._keys:
            return []
        numpy, rules = self._numpy, self._rules
        values = self._values(text)[:, None]
        shared = numpy.concatenate([(table == values).sum(0, dtype="uint8") for table in self._tables])
        shared = shared[: len(self._keys)]
        lengths = self._lengths[: len(self._keys)]
        least = rules.shared_shingles * numpy.minimum(lengths, len(text.shingles))
        percent = 100 * least / numpy.maximum(lengths + len(text.shingles) - least, 1)
        rows = numpy.flatnonzero((shared >= self._fewest[percent.astype("int32")]) & (lengths > 0)).tolist()
        if not rows:
            return []
        mine = numpy.zeros(1 << 16, dtype="uint16")
        own = self._shingles(text)
        mine[own] = 1
        ends = [self._ends.get(row) for row in rows]
        starts = numpy.cumsum([0, *(len(one) // 2 for one in ends[:-1])])
        held = numpy.frombuffer(b"".join(ends), dtype="uint16")
        most = numpy.add.reduceat(mine[held], starts, dtype="int32")
        enough = most >= rules.shared_shingles * numpy.minimum(lengths[rows], len(own))
        found = zip(rows, shared[rows].tolist(), enough.tolist(), strict=True)
        named = ((self._keys[row], number) for row, number, may_be in found if may_be)
        return [(key, number) for key, number in named if key is not None and (only is None or key in only)]

    def _values(self, text: Fingerprint) -> Numbers:
        return self._numpy.frombuffer(text.digests, dtype="uint64").astype("uint32")

    def _shingles(self, text: Fingerprint) -> Numbers:
        """Two bytes of each shingle, each shingle once."""
        return self._numpy.unique(self._numpy.frombuffer(text.shingles, dtype="uint64")).astype("uint16")
