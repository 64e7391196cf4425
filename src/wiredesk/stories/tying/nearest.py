"""Earlier stories that a story may continue: those with names in common, the rarer and the more the better.

What is held of a story are a few bytes for each of its names; its vector lies in a file. Looking one up costs the same
among a million as among a thousand.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zlib import crc32

from wiredesk.kit.shelf import Pile
from wiredesk.stories.forming.rarity import NUMBERS, number_of
from wiredesk.stories.rules import Rules

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]


_number = lru_cache(maxsize=1 << 16)(number_of)
"""Numbers of the terms met last: most stand in many stories."""


class Counted:
    """How often each of some words was counted, as `Counter` tells it, in the same memory for any number of them: two
    that share a number (`rarity.NUMBERS`) are counted together."""

    def __init__(self) -> None:
        self._numbers = array("I", bytes(4 * NUMBERS))

    def update(self, words: Iterable[str]) -> None:
        """Count each of some words, each of which is given once."""
        numbers = self._numbers
        for number in set(map(_number, words)):
            numbers[number] += 1

    def __getitem__(self, word: str) -> int:
        return self._numbers[_number(word)]


class Nearest:
    """Stories by their names: first all are noted, in order of time, then each is asked for."""

    def __init__(self, rules: Rules) -> None:
        import numpy

        self._numpy = numpy
        self._rules = rules
        self._noted_keys, self._noted_places = array("I"), array("I")
        self._keys: Numbers = numpy.zeros(0, dtype="uint32")
        self._places: Numbers = numpy.zeros(0, dtype="uint32")
        self._kept = Pile()
        self._row = numpy.zeros(NUMBERS, dtype="float32")

    def note(self, keys: Iterable[str], vector: Mapping[str, float]) -> int:
        """Take in the next story: the keys by which it is looked up, and its terms. Returns its place."""
        place = len(self._kept)
        for key in sorted({_hashed(key) for key in keys}):
            self._noted_keys.append(key)
            self._noted_places.append(place)
        numpy = self._numpy
        terms = numpy.fromiter(map(_number, vector), dtype="int32", count=len(vector))
        weights = numpy.fromiter(vector.values(), dtype="float32", count=len(vector))
        return self._kept.put(terms.tobytes() + weights.tobytes())

    def settle(self) -> None:
        """All are noted."""
        numpy = self._numpy
        keys = numpy.frombuffer(self._noted_keys, dtype="uint32")
        order = numpy.argsort(keys, kind="stable")  # places of one key stay in their order
        self._keys, self._places = keys[order], numpy.frombuffer(self._noted_places, dtype="uint32")[order]

    def before(self, place: int, keys: Iterable[str], besides: Iterable[int] = ()) -> list[tuple[int, float]]:
        """Earlier stories that share keys with the story of a place, so many at most, chosen by the rarest; and those
        `besides`. Each with the likeness of the two (cosine), the latest first."""
        numpy, rules = self._numpy, self._rules
        asked = numpy.unique(numpy.fromiter(map(_hashed, keys), dtype="uint32"))
        found: list[Numbers] = []
        weights: list[float] = []
        starts = numpy.searchsorted(self._keys, asked, side="left").tolist()
        ends = numpy.searchsorted(self._keys, asked, side="right").tolist()
        for start, end in zip(starts, ends, strict=True):
            if end - start < 2:
                continue
            known = start + int(numpy.searchsorted(self._places[start:end], place))
            if known > start:
                found.append(self._places[max(start, known - rules.thread_postings) : known])
                weights.append(math.log((len(self._kept) + 1) / (end - start)))
        chosen = set(besides)
        if found:
            joined = numpy.concatenate(found)
            each = numpy.repeat(weights, [len(one) for one in found])
            places, rows = numpy.unique(joined, return_inverse=True)
            scores = numpy.bincount(rows, weights=each)
            likely = numpy.lexsort((-places.astype("int64"), -scores))[: rules.thread_candidates]
            chosen.update(places[likely].tolist())
        return self._with_likeness(place, sorted(chosen, reverse=True))

    def _with_likeness(self, place: int, chosen: Sequence[int]) -> list[tuple[int, float]]:
        return list(zip(chosen, self._likenesses(place, chosen), strict=True))

    def _likenesses(self, place: int, others: Sequence[int]) -> list[float]:
        terms, weights = self._get(place)
        self._row[terms] = weights
        found = []
        for other in others:
            known, by = self._get(other)
            found.append(float(self._row[known] @ by))
        self._row[terms] = 0.0
        return found

    def _get(self, place: int) -> tuple[Numbers, Numbers]:
        data = self._kept.get(place)
        half = len(data) // 8
        view = self._numpy.frombuffer
        return view(data, dtype="int32", count=half), view(data, dtype="float32", offset=4 * half)


def _hashed(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass"))
