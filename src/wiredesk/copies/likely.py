"""Which of the articles seen may carry another's report: those whose MinHashes share values with its own, the rarest
first."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiredesk.copies.fingerprints import Fingerprint, digest_values
from wiredesk.copies.older import Older
from wiredesk.copies.recent import Recent
from wiredesk.copies.records import Known, Records, sample
from wiredesk.copies.rules import Rules

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]


class Likely:
    """The articles of some records, found by what they share with a new one."""

    def __init__(self, records: Records, rules: Rules, folder: Path | None = None) -> None:
        """Articles that the records hold are known from the start. `folder`: for files that grow, None for memory."""
        import numpy  # here, so that importing the stage stays light

        self._numpy = numpy
        self._records = records
        self._rules = rules
        self._recent = Recent(records.minhashes, rules, records.count)
        self._older = Older(folder, records.minhashes, rules, records.count)
        self._own = numpy.zeros(1 << 16, dtype="uint8")
        self._last: tuple[Fingerprint, Numbers] | None = None

    def add(self, number: int, text: Fingerprint) -> None:
        """Take in an article that the records hold under a number; one without a MinHash is like none."""
        if text.digests:
            self._recent.add(self._values(text), number)
        if self._records.count % self._rules.older_chunk == 0:
            self._older.grow(self._records.count)

    def near(self, text: Fingerprint, only: Collection[str] | None = None) -> list[tuple[Known, int]]:
        """The articles that may share enough shingles with this one, and how many they may be; of those in `only`, if
        given."""
        if not text.digests:
            return []
        numbers = self._rarest(self._values(text))
        known = [one for one in self._records.known(numbers) if only is None or one.id in only]
        if not known:
            return []
        numpy, own = self._numpy, numpy_of(sample(text.shingles))
        self._own[own] = 1
        lengths = numpy.array([len(one.sample) // 2 for one in known])
        starts = numpy.cumsum(lengths) - lengths
        held = numpy_of(b"".join(one.sample for one in known))
        shared = numpy.add.reduceat(self._own[held], starts, dtype="int64")
        self._own[own] = 0
        enough = shared >= self._rules.shared_shingles * numpy.minimum(lengths, len(own))
        return [(one, int(number)) for one, number, may_be in zip(known, shared, enough, strict=True) if may_be]

    def settle(self) -> None:
        """Let go of files that are needed no more, once the records are saved."""
        self._older.clear()

    def _values(self, text: Fingerprint) -> Numbers:
        """A text's MinHash: the same array for the look and the entry that comes after it."""
        if self._last is None or self._last[0] is not text:
            self._last = text, digest_values(text.digests)
        return self._last[1]

    def _rarest(self, values: Numbers) -> list[int]:
        """The articles that share values with these, so many as may be looked at: those of the rarest values."""
        numpy = self._numpy
        recent, shares = self._recent.near(values, self._records.count - 1)
        older, bands = self._older.near(values)
        if len(older):
            recent = numpy.concatenate([recent, older])
            shares = numpy.concatenate([shares, bands * self._rules.older_rows])
        found, where = numpy.unique(recent, return_inverse=True)
        if len(found) > self._rules.looked_at:
            weights = numpy.bincount(where, shares)
            found = found[numpy.lexsort((-found, -weights))[: self._rules.looked_at]]
        chosen: list[int] = found.tolist()
        return chosen


def numpy_of(held: bytes) -> Numbers:
    """The values of a `sample`."""
    import numpy

    return numpy.frombuffer(held, dtype="<u2")
