"""A shelf for what is looked at again but weighs too much to be held: values by key, in a temporary file."""

from __future__ import annotations

import pickle
from collections import OrderedDict
from tempfile import SpooledTemporaryFile
from typing import Generic, TypeVar
from weakref import finalize

_IN_MEMORY = 1 << 20
"""Bytes from which on the file is one on the disk: small runs never make one."""
_AT_HAND = 64
"""Values kept as they are: those looked at last are mostly wanted again."""

Value = TypeVar("Value")


class Shelf(Generic[Value]):
    """Values by key. What is changed in a value after `put` is lost; the file goes with the shelf.

    Only what this process has put there is ever read, so that pickling is safe.
    """

    def __init__(self, at_hand: int = _AT_HAND) -> None:
        """`at_hand`: values that need not be read again, those used last."""
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed when the shelf is gone
        finalize(self, self._file.close)
        self._end = 0
        self._place: dict[str, tuple[int, int]] = {}
        self._near: OrderedDict[str, Value] = OrderedDict()
        self._at_hand = at_hand

    def put(self, key: str, value: Value) -> None:
        """Keep a value, in place of what was kept under the key."""
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._file.seek(self._end)
        self._file.write(data)
        self._place[key] = self._end, len(data)
        self._end += len(data)
        self._hold(key, value)

    def get(self, key: str) -> Value:
        """The value of a key. Raises KeyError for one that is not kept."""
        found = self._near.get(key)
        if found is None:
            start, length = self._place[key]
            self._file.seek(start)
            found = pickle.loads(self._file.read(length))
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
