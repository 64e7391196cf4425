"""What one update leaves to the next: values computed from something else, each with a digest of that.

They only save work. What comes out is the same without them: a value is taken only where its digest says that it would
be computed alike, and whatever is missing, damaged or of another version of Wiredesk is computed again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

from sqlalchemy import Connection

from wiredesk.kit.shelf import Pile
from wiredesk.pipeline.makers import maker
from wiredesk.store.derived import forget_derived, load_bases, read_derived, save_derived
from wiredesk.store.records import squeeze, stamp, unsqueeze

_LEVEL = 1
"""Of compression: values are small, and read more often than written."""
WORTH = 300
"""Articles that a state must save from being taken again: with fewer, taking them takes less than a second (set by
hand)."""
_DIGEST = len(stamp())
_PIECE = 1 << 19
"""Bytes from which on what comes in parts is kept as a piece of its own: as a whole it would be held three times over
on its way into the database."""

Compute = Callable[[list[str]], Iterable[tuple[str, bytes]]]
"""Gives names and values of all the names that it is asked for."""


class Values:
    """Values by name, as bytes in a file."""

    def __init__(self) -> None:
        self._pile = Pile()
        self._place: dict[str, int] = {}

    def put(self, name: str, data: bytes) -> None:
        """Keep a value, in place of what was kept under the name."""
        self._place[name] = self._pile.put(data)

    def __getitem__(self, name: str) -> bytes:
        return unsqueeze(self._pile.get(self._place[name]))

    def raw(self, name: str) -> bytes:
        """The value as it is stored."""
        return self._pile.get(self._place[name])

    def __contains__(self, name: object) -> bool:
        return name in self._place


class Kept:
    """The values of all kinds, as the last update left them and as this one will."""

    def __init__(self, connection: Connection, *, anew: bool = False) -> None:
        """`anew`: use none of what was kept, and replace it."""
        self._connection = connection
        self.anew = anew
        self._new: dict[str, dict[str, bytes]] = {}
        self._values: dict[str, Values] = {}
        self._gone: dict[str, Collection[str]] = {}

    def of_all(self, kind: str, wanted: Mapping[str, bytes], compute: Compute) -> Values:
        """The values of all names `wanted`, given with digests of what they are computed from; those that are not kept
        are computed. What is kept under other names goes."""
        found = self._values[kind] = Values()
        gone = []
        for name, basis, data in read_derived(self._connection, kind):
            if name not in wanted:
                gone.append(name)
            elif not self.anew and basis == _basis(wanted[name]) and stamp(data[_DIGEST:]) == data[:_DIGEST]:
                found.put(name, data[_DIGEST:])
        self.drop(kind, gone)
        for name, data in compute([name for name in wanted if name not in found]):
            self.put(kind, name, wanted[name], data)
        return found

    def bases(self, kind: str) -> dict[str, bytes]:
        """The digests of all that is kept of a kind, by name."""
        return {} if self.anew else load_bases(self._connection, kind)

    def basis(self, of: bytes) -> bytes:
        """What `bases` has for a value computed from that."""
        return _basis(of)

    def read(self, kind: str, name: str) -> bytes | None:
        """One value; None where it is missing or damaged."""
        for _, _, data in read_derived(self._connection, kind, [name]):
            if stamp(data[_DIGEST:]) == data[:_DIGEST]:
                return unsqueeze(data[_DIGEST:])
        return None

    def put(self, kind: str, name: str, of: bytes, data: bytes) -> None:
        """Keep a value computed from `of`."""
        self._values.setdefault(kind, Values()).put(name, squeeze(data, _LEVEL))
        self._new.setdefault(kind, {})[name] = _basis(of)

    def put_all(self, kind: str, name: str, of: bytes, parts: Iterable[bytes]) -> None:
        """The same for a value that comes in parts, which is kept in pieces."""
        number = 0
        for number, piece in enumerate(_pieces(parts), 1):
            self.put(_pieces_of(kind), _piece(name, number), of, piece)
        self.put(kind, name, of, str(number).encode())

    def read_all(self, kind: str, name: str) -> bytes | None:
        """What `put_all` kept; None where any of it is missing or damaged."""
        told = self.read(kind, name)
        names = [_piece(name, number) for number in range(1, int(told or 0) + 1)]
        pieces = [piece for one in names if (piece := self.read(_pieces_of(kind), one)) is not None]
        return b"".join(pieces) if told is not None and len(pieces) == len(names) else None

    def drop(self, kind: str, names: Collection[str]) -> None:
        """Keep some no more."""
        self._gone[kind] = names

    def drop_all(self, kind: str, names: Collection[str]) -> None:
        """The same for values in pieces, after the last `put_all`."""
        self.drop(kind, names)
        of, new = _pieces_of(kind), self._new.get(kind, {})
        before = load_bases(self._connection, of).keys() - self._new.get(of, {}).keys()
        self.drop(of, [one for one in before if (name := one.rpartition(" ")[0]) in new or name in names])

    def save(self, connection: Connection) -> None:
        """Write what is new and delete what is gone: to be called in the transaction that stores the groups."""
        for kind, gone in self._gone.items():
            forget_derived(connection, kind, gone)
        for kind, new in self._new.items():
            values = self._values[kind]
            rows = ((name, basis, values.raw(name)) for name, basis in new.items())
            save_derived(connection, kind, ((name, basis, stamp(data) + data) for name, basis, data in rows))


def _basis(of: bytes) -> bytes:
    return stamp(maker(), of)


def _pieces_of(kind: str) -> str:
    return f"{kind} in pieces"


def _piece(name: str, number: int) -> str:
    return f"{name} {number}"


def _pieces(parts: Iterable[bytes]) -> Iterator[bytes]:
    gathered = bytearray()
    for part in parts:
        gathered += part
        if len(gathered) >= _PIECE:
            yield bytes(gathered)
            gathered.clear()
    if gathered:
        yield bytes(gathered)


def kept_days(days: Iterable[date], right: Iterable[date], apart: int) -> set[date]:
    """The days whose states are kept: the last before the newest, and behind it one for each time that it is `apart`
    times as long ago, the oldest at hand, so that one is always there as days go by.

    `days`: all that may have one; `right`: those that have. Those after the last of these are at hand, too.
    """
    days, right = set(days), set(right)
    if not days:
        return set()
    newest, begun = max(days), max(right, default=date.min)
    ages = sorted(age for day in right | {day for day in days if day > begun} if (age := (newest - day).days) > 0)
    wanted, first = set(ages[:1]), 1
    while ages and first <= ages[-1]:
        wanted.update([age for age in ages if first <= age < first * apart][-1:])
        first *= apart
    return {newest - timedelta(days=age) for age in wanted}
