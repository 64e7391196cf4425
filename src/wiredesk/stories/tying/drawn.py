"""All stories as tying knows them, in order of time: each is drawn up where nothing kept tells what it is."""

from __future__ import annotations

import hashlib
from array import array
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

import msgspec

from wiredesk.kit.shelf import Pile
from wiredesk.stories.readings import Readings
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.affairs import Affair, draw, names_in
from wiredesk.stories.tying.daily import Counted, Daily, number
from wiredesk.stories.tying.keeping import Keeping
from wiredesk.stories.tying.nearest import Nearest, keyed, packed
from wiredesk.stories.wording.weigh import heaviest
from wiredesk.types import Story

_AT_HAND = 512
"""Affairs that need not be decoded again, those used last."""
_NOTED = 3
"""Pieces that are noted of a story: the keys by which it is found, the numbers of its people and places, its vector."""


class _Drawn(msgspec.Struct, array_like=True):
    """A story: its first and last day, the keys by which it is found and by which it looks, the numbers of its people
    and places, its vector, all packed, and its affair, which is decoded when it is looked at."""

    earliest: date | None
    latest: date | None
    known_by: bytes
    asked: bytes
    told: bytes
    vector: bytes
    affair: bytes


class Stories:
    """The stories in order of time. What is held of each are its days and the numbers of its people and places."""

    def __init__(
        self, stories: Sequence[Story], readings: Readings, rules: Rules, keeping: Keeping, *, stamps: bool
    ) -> None:
        """`stamps`: whether `keeping` heeds digests, which take their time."""
        self._stories = {story.id: story for story in stories}
        self._readings, self._rules = readings, rules
        self._near: OrderedDict[str, Affair] = OrderedDict()
        stamp = readings.stamp if stamps else _no_stamp
        days = {id_: day for day, id_ in readings.order if id_ in readings}
        members = {id_: day for story in stories for id_ in story.articles if (day := days.get(id_))}
        self._day = {
            one.id: min((days[id_] for id_ in one.articles if id_ in days), default=date.max) for one in stories
        }
        self._daily = Daily(members, readings, keeping, stamp)
        self._wanted = {story.id: self._digest(story, stamp) for story in stories}
        values = keeping.of_all("affairs", self._wanted, self._draw)
        self.nearest = Nearest(rules)
        self._told, self._ends = array("I"), array("I", [0])
        self._number = array("I")
        """For each place the number of the story among those that are packed."""
        self._affairs, self._asked = Pile(), Pile()
        noted = Pile()
        heads = {}
        for at, id_ in enumerate(self._stories):
            drawn = msgspec.msgpack.decode(values[id_], type=_Drawn)
            heads[id_] = drawn.earliest, drawn.latest, at
            self._affairs.put(drawn.affair)
            self._asked.put(drawn.asked)
            for piece in (drawn.known_by, drawn.told, drawn.vector):
                noted.put(piece)
        spans = sorted((first or date.max, last or date.max, id_) for id_, (first, last, _) in heads.items())
        self.ids = tuple(id_ for *_, id_ in spans)
        """Ids of the stories in order of time."""
        self._spans = [heads[id_][:2] for id_ in self.ids]
        for id_ in self.ids:
            at = heads[id_][2]
            self._number.append(at)
            known_by, told, vector = map(noted.get, range(_NOTED * at, _NOTED * (at + 1)))
            self.nearest.note(known_by, vector)
            self._told.frombytes(told)
            self._ends.append(len(self._told))
        self.nearest.settle()

    def _digest(self, story: Story, stamp: object) -> bytes:
        told = hashlib.blake2b(digest_size=16)
        told.update(self._daily.digest.get(self._day[story.id], b""))
        told.update(msgspec.msgpack.encode((story.headline, story.genre, story.articles)))
        for id_ in story.articles:
            if id_ in self._readings:
                told.update(stamp(id_))  # type: ignore[operator]
        return told.digest()

    def _draw(self, names: list[str]) -> Iterator[tuple[str, bytes]]:
        rules = self._rules
        in_order = sorted(names, key=lambda id_: (self._day[id_], id_))
        days = [(day, list(ids)) for day, ids in groupby(in_order, key=self._day.__getitem__)]
        known = [min(day, self._daily.days[-1]) if self._daily.days else date.min for day, _ in days]
        for (_, ids), frequencies in zip(days, self._daily.frequencies(known, rules), strict=True):
            for id_ in ids:
                story = self._stories[id_]
                affair, vector = draw(story, self._readings, frequencies, rules)
                names_ = names_in(vector)
                traits = [self._readings.traits(one) for one in story.articles if one in self._readings]
                told = {key for one in traits for key, _ in (*one.people, *one.places)}
                drawn = _Drawn(
                    earliest=affair.earliest,
                    latest=affair.latest,
                    known_by=keyed((*affair.people, *heaviest(names_, rules.thread_known_by))),
                    asked=keyed((*affair.people, *heaviest(names_, rules.thread_asked))),
                    told=array("I", sorted(set(map(number, told)))).tobytes(),
                    vector=packed(vector),
                    affair=msgspec.msgpack.encode(affair),
                )
                yield id_, msgspec.msgpack.encode(drawn)

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, place: int) -> Affair:
        """The affair of the story of a place."""
        id_ = self.ids[place]
        found = self._near.get(id_)
        if found is None:
            found = self._near[id_] = msgspec.msgpack.decode(self._affairs.get(self._number[place]), type=Affair)
        self._near.move_to_end(id_)
        while len(self._near) > _AT_HAND:
            self._near.popitem(last=False)
        return found

    def span(self, place: int) -> tuple[date | None, date | None]:
        """The first and last day of a story; None for one that is not known."""
        return self._spans[place]

    def before(self, place: int) -> list[tuple[int, float]]:
        """Earlier stories that the one of a place may continue; see `Nearest.before`."""
        return self.nearest.before(place, self._asked.get(self._number[place]))

    def count(self, counted: Counted, place: int) -> None:
        """Count the people and places of the story of a place."""
        counted.count(self._told[self._ends[place] : self._ends[place + 1]])

    def digests(self) -> Mapping[str, bytes]:
        """For each story a digest of it and all before it."""
        along = hashlib.blake2b(digest_size=16)
        found = {}
        for id_ in self.ids:
            along.update(f"{id_}\0".encode() + self._wanted[id_])
            found[id_] = along.copy().digest()
        return found


def _no_stamp(_article: str) -> bytes:
    return b""
