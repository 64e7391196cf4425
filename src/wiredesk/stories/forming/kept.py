"""The whole state of a stream of stories as bytes, and back: what a day's end left, from which later days are taken
again."""

from __future__ import annotations

import io
from dataclasses import asdict
from datetime import date
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

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

_FORMAT = 1
_SUM = 16
"""Bytes of the checksum in front."""


class _Group(msgspec.Struct, array_like=True):
    """A group but for its sums, which are kept as arrays where it has several reports."""

    number: int
    changed: int
    look_at: int
    parted: list[int]
    reports: list[Report]
    places: list[int]
    languages: list[str | None]


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
    arrays: dict[str, Numbers] = {
        "state": numpy.frombuffer(msgspec.msgpack.encode(state, order="deterministic"), dtype="uint8"),
        "sums_sizes": numpy.array([len(one.terms) for one in sums], dtype="int64"),
        "sums_terms": numpy.concatenate([one.terms for one in sums] or [numpy.zeros(0, dtype="int32")]),
        "sums_weights": numpy.concatenate([one.weights for one in sums] or [numpy.zeros(0, dtype="float32")]),
    }
    for name, part in (("window", window), ("rarity", stream.rarity), ("repeats", stream.repeats)):
        arrays |= {f"{name}_{column}": values for column, values in part.arrays().items()}
    data = io.BytesIO()
    numpy.savez(data, allow_pickle=False, **arrays)
    body = data.getvalue()
    return _sum(body) + body


def _sum(body: bytes) -> bytes:
    """What tells a damaged file: arrays look right with any bytes in them."""
    return blake2b(body, digest_size=_SUM).digest()


def restore(data: bytes, rules: Rules, source: str) -> StoryStream:
    """The stream whose state `dump` gave. Raises StoreError, naming `source`, if it is damaged or of other rules."""
    import numpy

    rebuild = "delete it and let the articles be grouped again"
    if _sum(data[_SUM:]) != data[:_SUM]:
        raise StoreError(f"{source} is damaged: it is not as it was written", rebuild)
    try:
        with numpy.load(io.BytesIO(data[_SUM:]), allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        state = msgspec.msgpack.decode(arrays["state"].tobytes(), type=_State)
        if state.version != _FORMAT or state.rules != _as_kept(rules):
            raise StoreError(f"{source} was made by another version or under other rules", rebuild)
        return _stream(state, arrays, rules)
    except (BadZipFile, EOFError, KeyError, IndexError, ValueError, OSError, msgspec.DecodeError) as error:
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
