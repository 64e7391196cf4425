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
from wiredesk.errors import StoreError

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

_NUMBER_BITS = 28
"""Bits of an entry that are an article's number; the others are of its band."""
_NUMBER = (1 << _NUMBER_BITS) - 1
_EVERY = 32
"""Of so many entries one is held in memory: it tells in which quarter of a kilobyte of the file a band stands."""
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
        self._ranges: dict[tuple[int, int], tuple[Numbers, Numbers]] = {}
        self.grow(count)
        self.clear()  # what a run has left that was killed: files of articles that were not saved

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
        low, number_bits = self._bands(values[None, :])[0], numpy.uint64(_NUMBER)
        around = numpy.arange(-_EVERY - self._rules.alike, 0)
        found, shares = [], []
        for held, every in self._ranges.values():
            last = numpy.searchsorted(every, low | number_bits, side="right")  # the block after a band's last entry
            places = (last * _EVERY)[:, None] + around
            entries = held.take(places, mode="clip")
            same = (entries & ~number_bits) == low[:, None]
            if same.any():
                same &= (places >= 0) & (places < len(held))
                same &= same[:, ::-1].cumsum(1)[:, ::-1] <= self._rules.alike
                number = same.sum(1)
                found.append(entries[same] & number_bits)
                shares.append(numpy.repeat(1 / numpy.maximum(number, 1), number))
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
        entries: Numbers = mixed & ~numpy.uint64(_NUMBER)
        return entries

    def _opened(self, first: int, last: int) -> tuple[Numbers, Numbers]:
        """A range's entries where they lie, and those that are held of them; made if they are not there as they must
        be."""
        held = self._ranges.get((first, last)) or self._read(first, last)
        if held is None:
            self._write(first, last)
            held = self._read(first, last)
        if held is None:
            raise StoreError(f"{self._path(first, last)} was written and cannot be read", "look at the disk")
        return held

    def _read(self, first: int, last: int) -> tuple[Numbers, Numbers] | None:
        numpy = self._numpy
        try:
            found: Numbers = numpy.asarray(numpy.load(self._path(first, last), mmap_mode="r"))
        except (OSError, ValueError):
            return None  # not there, or torn
        if found.dtype != numpy.uint64 or found.ndim != 1 or len(found) % (_EVERY + 1):
            return None
        blocks = len(found) // (_EVERY + 1)
        return found[: blocks * _EVERY], numpy.array(found[blocks * _EVERY :])

    def _write(self, first: int, last: int) -> None:
        """Make a range's file from those that are a part of it, and from what is stored: entries by band, then those
        that are held."""
        numpy = self._numpy
        within = {one: held for one, held in self._ranges.items() if first <= one[0] and one[1] <= last}
        start = max((one[1] for one in within), default=first)
        parts = [held for held, _ in within.values()]
        parts += [self._entries(at, at + self._rules.older_chunk) for at in range(start, last, self._rules.older_chunk)]
        count = sum(map(len, parts))
        blocks = -(-count // _EVERY) or 1
        path = self._path(first, last)
        half = path.with_name(f"older-{os.getpid()}.half")
        made = numpy.lib.format.open_memmap(half, mode="w+", dtype="uint64", shape=(blocks * (_EVERY + 1),))
        entries = made[: blocks * _EVERY]
        entries[count:] = numpy.iinfo("uint64").max  # of no article
        if parts:
            numpy.concatenate(parts, out=entries[:count])
        entries.sort()
        made[blocks * _EVERY :] = entries[::_EVERY]
        made.flush()
        del entries, made
        half.replace(path)

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
