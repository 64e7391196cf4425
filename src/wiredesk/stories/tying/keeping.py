"""What tying leaves to the next time: values by name, each with a digest of all that it was computed from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from wiredesk.kit.shelf import Pile

Compute = Callable[[list[str]], Iterable[tuple[str, bytes]]]
"""Gives names and values of all the names that it is asked for."""


class Values(Protocol):
    """Values by name."""

    def __getitem__(self, name: str, /) -> bytes: ...


class Keeping(Protocol):
    """What keeps values from one time to the next."""

    def of_all(self, kind: str, wanted: Mapping[str, bytes], compute: Compute) -> Values:
        """The values of a kind of all names `wanted`, given with digests of what they are computed from; those that are
        not kept are computed."""
        ...


class Anew:
    """Keeps nothing: all is computed."""

    def of_all(self, _kind: str, wanted: Mapping[str, bytes], compute: Compute) -> Values:
        """As `Keeping.of_all`."""
        return _Piled(compute(list(wanted)))


class _Piled:
    def __init__(self, values: Iterable[tuple[str, bytes]]) -> None:
        self._pile = Pile()
        self._place = {name: self._pile.put(data) for name, data in values}

    def __getitem__(self, name: str) -> bytes:
        return self._pile.get(self._place[name])
