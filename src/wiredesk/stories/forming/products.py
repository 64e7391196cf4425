"""The product of one vector with each of many: where few of their terms are its own, few are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from wiredesk.stories.forming.rarity import Weighed, weights_of

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

_MARKS = (1 << 16) - 1
"""Bits of a term by which those that a vector has not are passed over, nearly all of them."""


def products(one: Weighed, others: Sequence[Weighed]) -> list[float]:
    """The product of a vector, whose terms rise, with each of the others, each summed in the order of its own terms."""
    if len(others) < 2 or not len(one.terms):
        return [float(weights_of(other.terms, one.terms, one.weights) @ other.weights) for other in others]
    import numpy

    marked, own = _marked(), one.terms & _MARKS
    every = numpy.concatenate([other.terms for other in others])
    marked[own] = True
    likely = numpy.flatnonzero(marked[every & _MARKS])
    marked[own] = False
    found = numpy.zeros(len(every), dtype=one.weights.dtype)
    found[likely] = weights_of(every[likely], one.terms, one.weights)
    summed, at = [], 0
    for other in others:
        end = at + len(other.terms)
        summed.append(float(found[at:end] @ other.weights))
        at = end
    return summed


@lru_cache(maxsize=1)
def _marked() -> Numbers:
    """A place for each mark, none of them set."""
    import numpy

    return numpy.zeros(_MARKS + 1, dtype="bool")
