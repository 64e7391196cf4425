"""Shelves for what is looked at again but weighs too much to be held: bytes by number, values by key, in files that go
when they do."""

from __future__ import annotations

import os
import pickle
from array import array
from collections import OrderedDict
from tempfile import TemporaryFile
from typing import IO, Generic, TypeVar
from weakref import finalize

_IN_MEMORY = 1 << 18
"""Bytes gathered before they are written: small runs never make a file."""
_AT_HAND = 64
"""Values kept as they are: those looked at last are mostly wanted again."""

Value = TypeVar("Value")


class Pile:
    """Pieces of bytes, each told by its number, from 0 on: for each only where it ends is held."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._ends = array("Q", [0])
        self._written = 0
        self._fresh = bytearray()

    def put(self, data: bytes) -> int:
        """Keep a piece and return its number."""
        self._fresh += data
        self._ends.append(self._written + len(self._fresh))
        if len(self._fresh) > _IN_MEMORY:
            self._write()
        return len(self._ends) - 2

    def get(self, number: int) -> bytes:
        """The piece of a number. Raises IndexError for one that was never given."""
        start, end = self._ends[number], self._ends[number + 1]
        if start >= self._written or self._file is None:
            return bytes(self._fresh[start - self._written : end - self._written])
        return os.pread(self._file.fileno(), end - start, start)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def _write(self) -> None:
        if self._file is None:
            self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - closed when the pile is gone
            finalize(self, self._file.close)
        self._file.seek(self._written)
        rest = memoryview(self._fresh)
        while rest:  # a disk that is nearly full takes a part, and fails at the next
            rest = rest[self._file.write(rest) :]
        rest.release()
        self._written += len(self._fresh)
        self._fresh = bytearray()


class Shelf(Generic[Value]):
    """Values by key. What is changed in a value after `put` is lost; the file goes with the shelf.

    Only what this process has put there is ever read, so that pickling is safe.
    """

    def __init__(self, at_hand: int = _AT_HAND) -> None:
        """`at_hand`: values that need not be read again, those used last."""
        self._pile = Pile()
        self._place: dict[str, int] = {}
        self._near: OrderedDict[str, Value] = OrderedDict()
        self._at_hand = at_hand

    def put(self, key: str, value: Value) -> None:
        """Keep a value, in place of what was kept under the key."""
        self._place[key] = self._pile.put(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        self._hold(key, value)

    def get(self, key: str) -> Value:
        """The value of a key. Raises KeyError for one that is not kept."""
        found = self._near.get(key)
        if found is None:
            found = pickle.loads(self._pile.get(self._place[key]))
        self._hold(key, found)
        return found

    def drop(self, key: str) -> None:
        """Forget a key. Raises KeyError for one that is not kept."""
        del self._place[key]
        self._near.pop(key, None)

    def __contains__(self, key: object) -> bool:
        return key in self._place

    def __len__(self) -> int:
        return len(self._place)

    def _hold(self, key: str, value: Value) -> None:
        self._near[key] = value
        self._near.move_to_end(key)
        while len(self._near) > self._at_hand:
            self._near.popitem(last=False)
