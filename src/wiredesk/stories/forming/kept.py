"""The whole state of a stream of stories as bytes, and back: what a day's end left, from which later days are taken
again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import msgspec

from wiredesk.errors import StoreError
from wiredesk.stories.forming.grouping import Grouping
from wiredesk.stories.forming.groups import Group
from wiredesk.stories.forming.rarity import Rarity, Weighed
from wiredesk.stories.forming.reports import Report
from wiredesk.stories.forming.window import Window
from wiredesk.stories.rules import Rules
from wiredesk.stories.stream import StoryStream, Taken
from wiredesk.stories.wording.repeats import LastWeeks

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

_FORMAT = 2
_SUM = 16
"""Bytes of the checksum at the end."""
_AT_ONCE = 1 << 16
"""Rows of an array that are written at once."""
_LENGTH = 8
"""Bytes in front of each part, which tell its length."""


class _Group(msgspec.Struct, array_like=True):
    """A group but for its sums, which are kept as arrays where it has several reports."""

    number: int
    changed: int
    look_at: int
    parted: list[int]
    reports: list[Report]
    places: list[int]
    languages: list[str | None]


class _Column(msgspec.Struct, array_like=True):
    """What stands before the bytes of an array."""

    name: str
    dtype: str
    shape: tuple[int, ...]


class _State(msgspec.Struct):
    version: int
    rules: dict[str, Any]
    day: date | None
    next: int
    clock: int
    languages: list[str]
    groups: list[_Group]
    waiting: list[tuple[date | None, list[Taken]]]
    gone: list[tuple[int, tuple[str, ...]]]


def dump(stream: StoryStream) -> bytes:
    """A stream's state."""
    return b"".join(dumped(stream))


def dumped(stream: StoryStream) -> Iterator[bytes]:
    """The same in parts: as a whole it weighs as much as half the stream."""
    digest = blake2b(digest_size=_SUM)  # what tells a damaged file: arrays look right with any bytes in them
    for part in _parts(stream):
        digest.update(part)
        yield part
    yield digest.digest()


def _parts(stream: StoryStream) -> Iterator[bytes]:
    import numpy

    groups, next_, clock, window, places = stream.grouping.parts()
    kept = [
        _Group(
            number=number,
            changed=group.changed,
            look_at=group.look_at,
            parted=sorted(group.parted & groups.keys()),
            reports=list(group.reports.values()),
            places=[places[key] for key in group.reports],
            languages=list(group.sums),
        )
        for number, group in sorted(groups.items())
    ]
    sums = [vector for _, group in sorted(groups.items()) if len(group.reports) > 1 for vector in group.sums.values()]
    state = _State(
        version=_FORMAT,
        rules=_as_kept(stream.rules),
        day=stream.day,
        next=next_,
        clock=clock,
        languages=window.languages,
        groups=kept,
        waiting=[(day, list(taken.values())) for day, taken in stream.waiting.items()],
        gone=sorted(stream.gone.items()),
    )
    yield from _framed(msgspec.msgpack.encode(state, order="deterministic"))
    yield from _column("sums_sizes", numpy.array([len(one.terms) for one in sums], dtype="int64"))
    yield from _column("sums_terms", numpy.concatenate([one.terms for one in sums] or [numpy.zeros(0, dtype="int32")]))
    yield from _column(
        "sums_weights", numpy.concatenate([one.weights for one in sums] or [numpy.zeros(0, dtype="float32")])
    )
    for name, part in (("window", window), ("rarity", stream.rarity), ("repeats", stream.repeats)):
        for column, values in part.arrays():
            yield from _column(f"{name}_{column}", values)
            del values  # before the next is made


def _column(name: str, values: Numbers) -> Iterator[bytes]:
    yield from _framed(msgspec.msgpack.encode(_Column(name, values.dtype.str, values.shape)))
    yield values.nbytes.to_bytes(_LENGTH, "big")
    for at in range(0, len(values), _AT_ONCE):
        yield values[at : at + _AT_ONCE].tobytes()


def _framed(data: bytes) -> Iterator[bytes]:
    yield len(data).to_bytes(_LENGTH, "big")
    yield data


def _unframed(body: memoryview) -> Iterator[memoryview]:
    at = 0
    while at < len(body):
        start = at + _LENGTH
        at = start + int.from_bytes(body[at:start], "big")
        yield body[start:at]


def restore(data: bytes, rules: Rules, source: str) -> StoryStream:
    """The stream whose state `dump` gave. Raises StoreError, naming `source`, if it is damaged or of other rules."""
    import numpy

    rebuild = "delete it and let the articles be grouped again"
    body = memoryview(data)[:-_SUM]
    if blake2b(body, digest_size=_SUM).digest() != data[-_SUM:]:
        raise StoreError(f"{source} is damaged: it is not as it was written", rebuild)
    try:
        parts = _unframed(body)
        state = msgspec.msgpack.decode(next(parts), type=_State)
        arrays: dict[str, Numbers] = {}
        for told in parts:
            column = msgspec.msgpack.decode(told, type=_Column)
            arrays[column.name] = numpy.frombuffer(next(parts), dtype=column.dtype).reshape(column.shape).copy()
        if state.version != _FORMAT or state.rules != _as_kept(rules):
            raise StoreError(f"{source} was made by another version or under other rules", rebuild)
        return _stream(state, arrays, rules)
    except (StopIteration, KeyError, IndexError, ValueError, TypeError, msgspec.DecodeError) as error:
        raise StoreError(f"{source} is damaged: {error}", rebuild) from error


def _stream(state: _State, arrays: dict[str, Numbers], rules: Rules) -> StoryStream:
    def part(name: str) -> dict[str, Numbers]:
        return {key.removeprefix(f"{name}_"): values for key, values in arrays.items() if key.startswith(f"{name}_")}

    window = Window.of(part("window"), state.languages, rules)
    sums, at = [], 0
    for size in arrays["sums_sizes"].tolist():
        sums.append(Weighed(arrays["sums_terms"][at : at + size], arrays["sums_weights"][at : at + size]))
        at += size
    summed = iter(sums)
    groups, places = {}, {}
    for kept in state.groups:
        several = len(kept.reports) > 1
        group = Group(
            sums={language: next(summed) if several else window.vector(kept.places[0]) for language in kept.languages},
            changed=kept.changed,
            look_at=kept.look_at,
            parted=set(kept.parted),
        )
        for one, place in zip(kept.reports, kept.places, strict=True):
            group.put(one)
            places[one.key] = place
        groups[kept.number] = group
    stream = StoryStream(rules)
    stream.day = state.day
    stream.rarity = Rarity.of(part("rarity"), rules)
    stream.repeats = LastWeeks.of(part("repeats"))
    stream.waiting = {day: {one.article.id: one for one in taken} for day, taken in state.waiting}
    stream.gone = dict(state.gone)
    stream.know(Grouping.of(rules, groups, state.next, state.clock, window, places))
    return stream


def _as_kept(rules: Rules) -> dict[str, Any]:
    kept: dict[str, Any] = msgspec.msgpack.decode(msgspec.msgpack.encode(asdict(rules)))
    return kept
