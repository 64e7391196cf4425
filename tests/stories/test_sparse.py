"""Vectors come back from the file as they were, and what is held of them bounds their products."""

from __future__ import annotations

import random

import pytest

from wiredesk.stories.sparse import Space
from wiredesk.stories.weigh import unit


def test_vector_comes_back_from_its_place() -> None:
    space = Space()
    vectors = [{f"{number} {term}": term / 7 for term in range(1, 40)} for number in range(300)]
    places = [space.put(space.sparse(vector)) for vector in vectors]
    assert [space.vector(space.get(place)) for place in places[::50]] == vectors[::50]


@pytest.mark.parametrize("words", [50, 400, 200_000])
def test_product_is_never_above_its_bound_and_seldom_far_below(words: int) -> None:
    dice = random.Random(3)
    space = Space()
    space.sparse({f"w{number}": 1.0 for number in range(words)})
    made = [space.sparse(unit({f"w{dice.randrange(words)}": dice.random() for _ in range(120)})) for _ in range(60)]
    one = space.sum(made[0], made[1])
    exact, most = space.dots(one, made).tolist(), space.at_most(one, [space.outline(other) for other in made]).tolist()
    assert all(bound >= product for bound, product in zip(most, exact, strict=True))
    assert max(bound - product for bound, product in zip(most, exact, strict=True)) < 0.1


def test_sum_from_which_all_was_taken_bounds_nothing() -> None:
    space = Space()
    one = space.sparse({"a": 0.6, "b": 0.8})
    none = space.outline(space.sum(one, one, -1))
    assert space.at_most(one, [none, (b"", b"", 0.0)]).tolist() == pytest.approx([0.0, 0.0], abs=1e-6)
