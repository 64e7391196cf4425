"""Which articles are one story, by the stream: taken day by day from the last day up to which nothing changed.

The stream's state at the end of some days is kept, with a digest of all that had gone into it. An update goes on from
the last one whose digest is still right, so that what comes out is what all articles taken anew would give; one that
is missing, damaged or of another version of the code is passed over. A late article goes back to before its own day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

import msgspec

from wiredesk.errors import StoreError
from wiredesk.kit.ahead import expect
from wiredesk.kit.copysets import sets_by_article
from wiredesk.kit.shelf import Shelf
from wiredesk.pipeline.kept import WORTH, Kept, kept_days
from wiredesk.store.articles import Known
from wiredesk.stories import StoryStream
from wiredesk.stories.forming.kept import dumped, restore
from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.terms import Terms
from wiredesk.types import Annotations, Article, CopySet

_STATE, _GROUPS = "stream", "groups"
_LENGTH = 8
"""Bytes that tell the length of what was closed."""
_APART = 2
"""Each state kept is twice as old as the one before: a year is nine."""
_NEWS = frozenset({"update", "correction", "rewrite"})


def streamed(
    kept: Kept,
    known: Sequence[Known],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotations],
    copies: Sequence[CopySet],
    read: Shelf[Terms],
) -> list[tuple[str, ...]]:
    """Ids of the articles of each story, of all articles `known`. `read` takes in the terms of those that it reads
    whole."""
    in_order = sorted(known, key=_place)
    set_of = sets_by_article(copies)
    told = dict(_digests(in_order, set_of))
    whole, digests = told[None], {day: digest for day, digest in told.items() if day is not None}

    def compute(names: list[str]) -> Iterator[tuple[str, bytes]]:
        return (
            (name, msgspec.msgpack.encode(_stream(kept, in_order, set_of, digests, articles, annotations, read)))
            for name in names
        )

    groups = kept.of_all(_GROUPS, {"": whole}, compute)
    return msgspec.msgpack.decode(groups[""], type=list[tuple[str, ...]])


def _stream(
    kept: Kept,
    in_order: Sequence[Known],
    set_of: Mapping[str, CopySet],
    digests: Mapping[date, bytes],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotations],
    read: Shelf[Terms],
) -> list[tuple[str, ...]]:
    before = {date.fromisoformat(name): basis for name, basis in kept.bases(_STATE).items()}
    right = sorted(day for day, basis in before.items() if day in digests and kept.basis(digests[day]) == basis)
    begun, closed, stream = _begin(kept, right)
    stream.read, stream.notes = read, annotations
    right = [day for day in right if begun is not None and day <= begun]
    wanted = kept_days(digests, right, _APART)
    due = [one for one in in_order if begun is None or one.last is None or one.last > begun]
    expect(articles, [one.id for one in due])
    expect(annotations, [one.id for one in due])
    for day, ones in groupby(due, key=lambda one: one.last):
        for one in ones:
            stream.take_seen(articles[one.id], None, set_of.get(one.id))
        stream.advance(day)
        closed += stream.closed().values()
        if day in wanted and day is not None:
            kept.put_all(_STATE, day.isoformat(), digests[day], _written(closed, stream))
    kept.drop_all(_STATE, [day.isoformat() for day in before if day not in wanted])
    return [*closed, *stream.groups().values()]


def _place(one: Known) -> tuple[date, str]:
    return one.last or date.max, one.id


def _written(closed: list[tuple[str, ...]], stream: StoryStream) -> Iterator[bytes]:
    """A state: the stories closed by then, with their length in front, and the stream."""
    told = msgspec.msgpack.encode(closed)
    yield len(told).to_bytes(_LENGTH, "big")
    yield told
    yield from dumped(stream)


def _begin(kept: Kept, right: Sequence[date]) -> tuple[date | None, list[tuple[str, ...]], StoryStream]:
    """The day that the latest usable state is of, the stories closed by then, and the stream; else the beginning."""
    for day in reversed(right):
        data = kept.read_all(_STATE, day.isoformat())
        if data is None:
            continue
        try:
            end = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
            closed = msgspec.msgpack.decode(data[_LENGTH:end], type=list[tuple[str, ...]])
            return day, closed, restore(data[end:], Rules(), f"the state of {day}")
        except (StoreError, msgspec.DecodeError):
            continue  # damaged: an earlier one will do
    return None, [], StoryStream()


def _digests(in_order: Iterable[Known], set_of: Mapping[str, CopySet]) -> Iterator[tuple[date | None, bytes]]:
    """For each day whose end is worth a state, a digest of all that the stream takes up to then; for None, of all."""
    last = {one.id: one.last or date.max for one in in_order}
    digest = hashlib.blake2b(digest_size=16)
    number = 0
    for day, ones in groupby(in_order, key=lambda one: one.last):
        for one in ones:
            digest.update(one.id.encode())
            digest.update(one.stamp)
            digest.update(_copied(one.id, set_of.get(one.id), last, day or date.max))
            number += 1
        if day is not None and number >= WORTH:
            yield day, digest.copy().digest()
    yield None, digest.digest()


def _copied(id_: str, copies: CopySet | None, last: Mapping[str, date], day: date) -> bytes:
    """What the stream heeds of an article's copies on its day: those of that day or before, and whether it has news."""
    if copies is None or len(copies.articles) == 1:
        return b"\0"
    known = [one.id for one in copies.articles if last.get(one.id, date.max) <= day]
    news = any(one.id == id_ and one.relation in _NEWS for one in copies.articles)
    return f"{news} {' '.join(known)}\0".encode()
