"""Values that are read when they are asked for, some ahead in the order in which they will be wanted.

Those of all articles at once would fill the memory, and one query for each takes longer than the reading itself.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

_AHEAD = 32
"""Values read at once: with 64 a run over 3,000 articles takes no less time."""
_KEPT = 128
"""Values kept, those used last: as many as a large story, or the reports of an hour, hold."""

Value = TypeVar("Value")


class Ahead(Mapping[str, Value]):
    """Values by key, in a given order."""

    def __init__(self, order: Sequence[str], read: Callable[[Sequence[str]], Iterable[tuple[str, Value]]]) -> None:
        """`order`: all keys; `read` gives the values of some, in whatever order."""
        self._place = {key: place for place, key in enumerate(order)}
        self._read = read
        self._kept: OrderedDict[str, Value] = OrderedDict()
        self.expect(order)

    def expect(self, order: Sequence[str]) -> None:
        """From now on values will mostly be asked for in this order; keys that are not here are passed over."""
        self._awaited = order
        self._next = 0

    def __getitem__(self, key: str) -> Value:
        if key not in self._kept:
            if key not in self._place:
                raise KeyError(key)
            self._fetch(key)
        self._kept.move_to_end(key)
        return self._kept[key]

    def __contains__(self, key: object) -> bool:
        return key in self._place

    def __iter__(self) -> Iterator[str]:
        """The keys in their order, in which values are from now on expected to be asked for."""
        self.expect(tuple(self._place))
        return iter(self._place)

    def __len__(self) -> int:
        return len(self._place)

    def place(self, key: str) -> int:
        """Where a key stands in the order. Raises KeyError for one that is not here."""
        return self._place[key]

    def _fetch(self, key: str) -> None:
        wanted = [key]
        # those before it were kept or are not wanted any more; a key that is not soon awaited is asked for out of turn
        for place in range(self._next, min(self._next + 2 * _KEPT, len(self._awaited))):
            if self._awaited[place] == key:
                self._next = place + _AHEAD
                wanted = list(islice(self._awaited, place, self._next))
                break
        for one, value in self._read([one for one in wanted if one in self._place and one not in self._kept]):
            self._kept[one] = value
        self._kept.move_to_end(key)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


def expect(values: Mapping[str, Value], order: Sequence[str]) -> None:
    """Tell values that are read ahead the order in which they will be asked for; others need not know."""
    if isinstance(values, Ahead):
        values.expect(order)
