"""Vectors as arrays of numbered terms: many are multiplied with one in a fifth of a dict's time.

They lie in a file; what is held of each says, in three bytes a term, how large its products are at most.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wiredesk.kit.shelf import Pile

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]


Outline = tuple[bytes, bytes, float]
"""Two bytes of each term's number; its weight as a number up to 255, rounded up; and what 1 of it weighs."""
_FOLDED = 1 << 16
"""Terms that an outline tells apart; beyond so many some are taken for one, and bounds are higher than they need be."""
_AT_HAND = 256
"""Vectors kept as they are, those read last."""
_ROUNDING = 1e-9
"""By how much a product computed in another order may differ."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Sparse:
    """The numbers of a vector's terms, each once, and their weights."""

    terms: Numbers
    weights: Numbers


class Space:
    """Numbers the terms that it meets, and multiplies what is made of them."""

    def __init__(self) -> None:
        import numpy  # here, so that importing the stage stays light

        self._numpy = numpy
        self._number_of: dict[str, int] = {}
        self._names: list[str] = []
        self._row = numpy.zeros(1 << 12)
        self._folded = numpy.zeros(_FOLDED)
        self._kept = Pile()
        self._near: OrderedDict[int, Sparse] = OrderedDict()

    def sparse(self, vector: Mapping[str, float]) -> Sparse:
        """A vector as arrays."""
        for term in vector:
            if term not in self._number_of:
                self._number_of[term] = len(self._names)
                self._names.append(term)
        if len(self._names) > len(self._row):
            self._row = self._numpy.zeros(2 * len(self._names))
        count = len(vector)
        return Sparse(
            terms=self._numpy.fromiter(map(self._number_of.__getitem__, vector), dtype="int32", count=count),
            weights=self._numpy.fromiter(vector.values(), dtype="float64", count=count),
        )

    def vector(self, sparse: Sparse) -> dict[str, float]:
        """The vector that the arrays were made of."""
        return dict(zip(map(self._names.__getitem__, sparse.terms.tolist()), sparse.weights.tolist(), strict=True))

    def put(self, sparse: Sparse) -> int:
        """Keep a vector in the file and return its place."""
        return self._kept.put(sparse.terms.tobytes() + sparse.weights.tobytes())

    def get(self, place: int) -> Sparse:
        """The vector at a place of the file."""
        found = self._near.get(place)
        if found is None:
            data = self._kept.get(place)
            view, count = self._numpy.frombuffer, len(data) // 12
            found = Sparse(
                terms=view(data, dtype="int32", count=count), weights=view(data, dtype="float64", offset=4 * count)
            )
            self._near[place] = found
            if len(self._near) > _AT_HAND:
                self._near.popitem(last=False)
        return found

    def outline(self, sparse: Sparse) -> Outline:
        """What is held of a vector without negative weights."""
        numpy = self._numpy
        if not len(sparse.terms):
            return b"", b"", 0.0
        unit = float(sparse.weights.max()) / 255 or 1.0
        steps = numpy.clip(numpy.ceil(sparse.weights / unit), 0, 255).astype("uint8")
        return (sparse.terms & (_FOLDED - 1)).astype("uint16").tobytes(), steps.tobytes(), unit

    def at_most(self, one: Sparse, others: Sequence[Outline]) -> Numbers:
        """For each of the others a number that its product with the vector does not exceed."""
        numpy = self._numpy
        found: Numbers = numpy.zeros(len(others))
        full = [place for place, other in enumerate(others) if other[0]]
        if not full:
            return found
        folded = one.terms & (_FOLDED - 1)
        numpy.add.at(self._folded, folded, one.weights)
        products = self._folded[numpy.frombuffer(b"".join([others[place][0] for place in full]), dtype="uint16")]
        products *= numpy.frombuffer(b"".join([others[place][1] for place in full]), dtype="uint8")
        self._folded[folded] = 0.0
        ends = numpy.cumsum([len(others[place][1]) for place in full])
        summed = numpy.add.reduceat(products, [0, *ends[:-1]])
        found[full] = summed * [others[place][2] for place in full] + _ROUNDING
        return found

    def sum(self, one: Sparse, other: Sparse, sign: int = 1) -> Sparse:
        """The sum of two, or their difference where `sign` is -1."""
        numpy = self._numpy
        terms, places = numpy.unique(numpy.concatenate((one.terms, other.terms)), return_inverse=True)
        weights = numpy.concatenate((one.weights, sign * other.weights))
        return Sparse(terms=terms, weights=numpy.bincount(places, weights=weights, minlength=len(terms)))

    def dots(self, one: Sparse, others: Sequence[Sparse]) -> Numbers:
        """The product of one vector with each of the others."""
        numpy, row = self._numpy, self._row
        found: Numbers = numpy.zeros(len(others))
        full = [place for place, other in enumerate(others) if len(other.terms)]
        if not full:
            return found
        row[one.terms] = one.weights
        products = row[numpy.concatenate([others[place].terms for place in full])]
        products *= numpy.concatenate([others[place].weights for place in full])
        row[one.terms] = 0.0
        ends = numpy.cumsum([len(others[place].terms) for place in full])
        found[full] = numpy.add.reduceat(products, [0, *ends[:-1]])
        return found
