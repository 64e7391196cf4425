"""Terms weighed by how rare they are (TF-IDF), and the likeness of what is so weighed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from operator import mul
from typing import TYPE_CHECKING, Any, Protocol

from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.terms import Counts, Terms
from wiredesk.stories.wording.vocabulary import COMMON_STEMS

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

Vector = Mapping[str, float]
"""Weights of terms, of length 1; names carry a `#` before them to keep apart from words."""


class Tally(Protocol):
    """What has counted terms."""

    def often(self, words: Sequence[str], /) -> Numbers:
        """How often each of some terms was counted."""


class Frequencies:
    """In how many articles each term stands, over all that were seen and some imagined ones."""

    def __init__(self, rules: Rules, seen: Tally | None = None) -> None:
        """`seen`: what has counted the terms; None: only the imagined articles have any."""
        import numpy  # here, so that importing the stage stays light

        self._numpy = numpy
        self._rules = rules
        self._articles = 0
        self._seen = seen

    def more(self, articles: int) -> None:
        """Count so many more articles, whose terms the tally has been told."""
        self._articles += articles

    def vector(self, terms: Terms) -> Vector:
        """An article's terms as a vector of length 1, made of words and names in their shares."""
        share = self._rules.names_share
        words, names = self._weighed(terms.words), self._weighed(terms.names)
        if words.any() and names.any():
            words, names = words * math.sqrt(1 - share), names * math.sqrt(share)
        weighed = zip((*terms.words.terms, *terms.names.terms), (*words.tolist(), *names.tolist()), strict=True)
        return {term: weight for term, weight in weighed if weight > 0}

    def _weighed(self, counts: Counts) -> Numbers:
        """The weights of the terms, brought to length 1; those of terms that are everywhere are 0."""
        numpy, rules = self._numpy, self._rules
        size = len(counts.terms)
        seen = numpy.zeros(size) if self._seen is None else self._seen.often(counts.terms).astype("float64")
        common = numpy.fromiter(map(_COMMON.__contains__, counts.terms), dtype="bool", count=size)
        prior = numpy.where(common, rules.prior_common, rules.prior_rare)
        rarity = numpy.log((self._articles + rules.prior_articles) / (seen + rules.prior_articles * prior))
        weights: Numbers = (1 + numpy.log(counts.numbers)) * numpy.maximum(rarity, 0)
        length = math.sqrt(float(weights @ weights))
        return weights / length if length else weights


_COMMON = COMMON_STEMS | {f"#{stem}" for stem in COMMON_STEMS}


def unit(vector: Mapping[str, float]) -> dict[str, float]:
    """The vector brought to length 1; an empty one stays empty."""
    length = math.sqrt(sum(map(mul, vector.values(), vector.values())))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def dot(left: Vector, right: Vector) -> float:
    """The likeness of two vectors of length 1, from 0 to 1."""
    if len(left) > len(right):
        left, right = right, left
    shared = list(filter(right.__contains__, left))  # in the left's order, so that sums round alike in every run
    return float(sum(map(mul, map(left.__getitem__, shared), map(right.__getitem__, shared))))


def total(vectors: Iterable[Vector]) -> dict[str, float]:
    """The sum of vectors."""
    summed: dict[str, float] = {}
    for vector in vectors:
        if not summed:
            summed.update(vector)
            continue
        for term, weight in vector.items():
            summed[term] = summed.get(term, 0.0) + weight
    return summed


def heaviest(vector: Vector, number: int) -> list[str]:
    """The terms with most weight, ties in the order of the alphabet."""
    return sorted(vector, key=lambda term: (-vector[term], term))[:number]
