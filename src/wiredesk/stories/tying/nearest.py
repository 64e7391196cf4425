"""Earlier stories that a story may continue: those with names in common, the rarer and the more the better.

What is held of a story are a few bytes for each of its names; its vector lies in a file. Looking one up costs the same
among a million as among a thousand.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

from wiredesk.kit.shelf import Pile
from wiredesk.stories.forming.products import products
from wiredesk.stories.forming.rarity import Weighed
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.daily import number

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]


def packed(vector: Mapping[str, float]) -> bytes:
    """A vector as bytes: the numbers of its terms, then their weights."""
    import numpy

    terms = numpy.fromiter(map(number, vector), dtype="int32", count=len(vector))
    weights = numpy.fromiter(vector.values(), dtype="float32", count=len(vector))
    return terms.tobytes() + weights.tobytes()


def keyed(keys: Iterable[str]) -> bytes:
    """Keys by which a story is found, or looks, as numbers: 32 bits each, rising, each once."""
    return array("I", sorted({crc32(key.encode("utf-8", "surrogatepass")) for key in keys})).tobytes()


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

    def note(self, keys: bytes, vector: bytes) -> int:
        """Take in the next story: the keys by which it is looked up, and its terms, packed. Returns its place."""
        place = len(self._kept)
        self._noted_keys.frombytes(keys)
        self._noted_places.extend([place] * (len(self._noted_keys) - len(self._noted_places)))
        return self._kept.put(vector)

    def settle(self) -> None:
        """All are noted."""
        numpy = self._numpy
        keys = numpy.frombuffer(self._noted_keys, dtype="uint32")
        order = numpy.argsort(keys, kind="stable")  # places of one key stay in their order
        self._keys, self._places = keys[order], numpy.frombuffer(self._noted_places, dtype="uint32")[order]

    def before(self, place: int, keys: bytes) -> list[tuple[int, float]]:
        """Earlier stories that share keys with the story of a place, so many at most, chosen by the rarest among them,
        each with the likeness of the two (cosine), the latest first. Later stories change nothing of it."""
        numpy, rules = self._numpy, self._rules
        asked = numpy.frombuffer(keys, dtype="uint32")
        found: list[Numbers] = []
        weights: list[float] = []
        starts = numpy.searchsorted(self._keys, asked, side="left").tolist()
        ends = numpy.searchsorted(self._keys, asked, side="right").tolist()
        for start, end in zip(starts, ends, strict=True):
            known = start + int(numpy.searchsorted(self._places[start:end], place))
            if known > start:
                found.append(self._places[max(start, known - rules.thread_postings) : known])
                weights.append(math.log((place + 2) / (known - start + 1)))
        if not found:
            return []
        joined = numpy.concatenate(found)
        each = numpy.repeat(weights, [len(one) for one in found])
        places, rows = numpy.unique(joined, return_inverse=True)
        scores = numpy.bincount(rows, weights=each)
        likely = numpy.lexsort((-places.astype("int64"), -scores))[: rules.thread_candidates]
        return self.likenesses(place, sorted(places[likely].tolist(), reverse=True))

    def likenesses(self, place: int, others: Sequence[int]) -> list[tuple[int, float]]:
        """Other places, each with the likeness of its story to the one of a place."""
        return list(zip(others, self._likenesses(place, others), strict=True))

    def _likenesses(self, place: int, others: Sequence[int]) -> list[float]:
        own = self._get(place)
        order = own.terms.argsort(kind="stable")
        return products(Weighed(own.terms[order], own.weights[order]), list(map(self._get, others)))

    def _get(self, place: int) -> Weighed:
        data = self._kept.get(place)
        half = len(data) // 8
        view = self._numpy.frombuffer
        return Weighed(view(data, dtype="int32", count=half), view(data, dtype="float32", offset=4 * half))
