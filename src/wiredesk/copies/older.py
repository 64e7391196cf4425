"""The MinHashes of articles taken long ago, in files: which of them share several values at once with a new one.

Each file holds the articles of a range of numbers, sorted by band, and is looked at where it lies. Files of one size
are merged, so that there are never more than some ten. What they hold follows from the stored MinHashes: one that is
missing or torn is made anew.
"""

from __future__ import annotations

import os
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any
from weakref import finalize

from wiredesk.copies.recent import Stored
from wiredesk.copies.rules import Rules

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

_NUMBER_BITS = 28
"""Bits of an entry that are an article's number; the others are of its band."""
_MIXED = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
"""Odd factors whose bits look drawn by lot: of a band's place, and of the values in it."""


class Older:
    """Articles by bands of `rules.older_rows` values of their MinHashes; ranges of numbers, each a sorted file."""

    def __init__(self, folder: Path | None, stored: Stored, rules: Rules, count: int = 0) -> None:
        """`count`: articles taken before, whose MinHashes are stored. Without a folder the files go with this."""
        import numpy

        self._numpy = numpy
        self._folder = folder
        self._stored = stored
        self._rules = rules
        self._temporary: Path | None = None
        self._ranges: dict[tuple[int, int], Numbers] = {}
        self.grow(count)

    def grow(self, count: int) -> None:
        """Take in what of `count` articles soon is no longer recent."""
        chunk = self._rules.older_chunk
        end = max(0, count // chunk * chunk - self._rules.recent + chunk) // chunk
        wanted = _halves(end, chunk)
        if wanted.keys() == self._ranges.keys():
            return
        self._ranges = {one: self._opened(*one) for one in wanted}
        if self._folder is None:
            self.clear()

    def near(self, values: Numbers) -> tuple[Numbers, Numbers]:
        """Of each band that is shared with an article the article's number, and the share that it has in those that
        stand under the band."""
        numpy = self._numpy
        if not self._ranges:
            return numpy.zeros(0, dtype="int64"), numpy.zeros(0)
        low = self._bands(values[None, :])[0]
        found, shares = [], []
        for held in self._ranges.values():
            first = numpy.searchsorted(held, low)
            last = numpy.searchsorted(held, low | numpy.uint64((1 << _NUMBER_BITS) - 1), side="right")
            first = numpy.maximum(first, last - self._rules.alike)
            for start, end in zip(first[first < last].tolist(), last[first < last].tolist(), strict=True):
                found.append(held[start:end] & numpy.uint64((1 << _NUMBER_BITS) - 1))
                shares.append(numpy.full(end - start, 1 / (end - start)))
        if not found:
            return numpy.zeros(0, dtype="int64"), numpy.zeros(0)
        return numpy.concatenate(found).astype("int64"), numpy.concatenate(shares)

    def clear(self) -> None:
        """Delete files that were merged into others; what is saved must need them no more."""
        folder = self._folder or self._temporary
        kept = {self._path(*one) for one in self._ranges}
        for path in folder.glob("older-*") if folder else ():
            if path not in kept:
                path.unlink(missing_ok=True)

    def _bands(self, values: Numbers) -> Numbers:
        """The bands of MinHashes (n x permutations) as entries without a number (n x bands)."""
        numpy, rows = self._numpy, self._rules.older_rows
        bands = values.shape[1] // rows
        parts = values[:, : bands * rows].reshape(len(values), bands, rows).astype("uint64")
        mixed = numpy.arange(1, bands + 1, dtype="uint64")[None, :] * numpy.uint64(_MIXED[0])
        for row in range(rows):
            mixed = (mixed ^ (mixed >> numpy.uint64(29))) * numpy.uint64(_MIXED[row % 3 + 1]) + parts[:, :, row]
        mixed = (mixed ^ (mixed >> numpy.uint64(32))) * numpy.uint64(_MIXED[0])
        entries: Numbers = mixed & ~numpy.uint64((1 << _NUMBER_BITS) - 1)
        return entries

    def _opened(self, first: int, last: int) -> Numbers:
        """A range's file, made if it is not there as it must be."""
        numpy = self._numpy
        held = self._ranges.get((first, last))
        if held is not None:
            return held
        path = self._path(first, last)
        try:
            found: Numbers = numpy.load(path, mmap_mode="r")
            if found.dtype == numpy.uint64 and found.ndim == 1:
                return found
        except (OSError, ValueError):
            pass  # not there, or torn
        within = [(range_, one) for range_, one in self._ranges.items() if first <= range_[0] and range_[1] <= last]
        parts = [one for _, one in within]
        start = max((range_[1] for range_, _ in within), default=first)
        parts += [self._entries(at, at + self._rules.older_chunk) for at in range(start, last, self._rules.older_chunk)]
        half = path.with_name(f"older-{os.getpid()}.half")
        made = numpy.lib.format.open_memmap(half, mode="w+", dtype="uint64", shape=(sum(map(len, parts)),))
        numpy.concatenate(parts, out=made)
        made.sort()
        made.flush()
        del made
        half.replace(path)
        merged: Numbers = numpy.load(path, mmap_mode="r")
        return merged

    def _entries(self, first: int, last: int) -> Numbers:
        numbers, values = self._stored(first, last)
        entries: Numbers = (self._bands(values) | numbers.astype("uint64")[:, None]).ravel()
        return entries

    def _path(self, first: int, last: int) -> Path:
        folder = self._folder or self._temporary
        if folder is None:
            folder = self._temporary = Path(mkdtemp(prefix="wiredesk-copies-"))
            finalize(self, rmtree, folder, ignore_errors=True)
        return folder / f"older-{first}-{last}.npy"


def _halves(chunks: int, chunk: int) -> dict[tuple[int, int], None]:
    """Ranges that so many chunks make: sizes are powers of two, largest first, each once."""
    found: dict[tuple[int, int], None] = {}
    at = 0
    for bit in reversed(range(chunks.bit_length())):
        if chunks >> bit & 1:
            found[at * chunk, (at + (1 << bit)) * chunk] = None
            at += 1 << bit
    return found
