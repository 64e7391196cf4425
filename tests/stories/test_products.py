import numpy
import pytest

from wiredesk.stories.forming.products import products
from wiredesk.stories.forming.rarity import Weighed

FAR = 1 << 16
"""Two terms so far apart bear one mark."""


def vector(weights: dict[int, float]) -> Weighed:
    return Weighed(numpy.array(list(weights), dtype="int32"), numpy.array(list(weights.values()), dtype="float32"))


def plain(one: dict[int, float], other: dict[int, float]) -> float:
    return sum(weight * one.get(term, 0.0) for term, weight in other.items())


def test_a_vector_times_many_is_what_it_is_times_each() -> None:
    own = {3: 0.5, 7: 0.25, 40: 0.75, FAR + 7: 0.125}
    others = [{40: 1.0, 3: 2.0}, {}, {7: 1.0}, {FAR + 3: 1.0, FAR + 7: 8.0}, {2 * FAR + 40: 4.0}, {1: 1.0, 2: 1.0}]
    found = products(vector(own), list(map(vector, others)))
    assert found == pytest.approx([plain(own, other) for other in others])
    assert found == [products(vector(own), [vector(other)])[0] for other in others]


def test_nothing_is_like_a_vector_of_no_terms() -> None:
    assert products(vector({}), [vector({3: 1.0}), vector({})]) == [0.0, 0.0]
    assert products(vector({3: 1.0}), []) == []
