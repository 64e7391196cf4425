"""The shelf: values by key in a temporary file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.kit.shelf import _IN_MEMORY, Pile, Shelf


def test_value_comes_back_equal_however_many_were_put_after_it() -> None:
    shelf: Shelf[tuple[int, str]] = Shelf(at_hand=2)
    for number in range(50):
        shelf.put(f"key {number}", (number, "x" * 50_000))
    assert [shelf.get(f"key {number}")[0] for number in (0, 49, 7)] == [0, 49, 7]
    assert len(shelf) == 50


def test_later_value_of_a_key_stands() -> None:
    shelf: Shelf[str] = Shelf(at_hand=0)
    shelf.put("a", "first, and longer")
    shelf.put("b", "other")
    shelf.put("a", "second")
    assert (shelf.get("a"), shelf.get("b"), len(shelf)) == ("second", "other", 2)


def test_dropped_key_is_not_known() -> None:
    shelf: Shelf[int] = Shelf()
    shelf.put("a", 1)
    shelf.drop("a")
    assert "a" not in shelf
    with pytest.raises(KeyError):
        shelf.get("a")


def test_pieces_come_back_before_and_after_they_are_written() -> None:
    pile = Pile()
    pieces = [bytes([number % 256]) * (number * 1_000) for number in range(60)]
    assert [pile.put(piece) for piece in pieces] == list(range(60))
    assert [pile.get(number) for number in (59, 0, 30, 1)] == [pieces[number] for number in (59, 0, 30, 1)]
    assert pile.put(b"last") == 60
    assert (pile.get(60), pile.get(10), len(pile)) == (b"last", pieces[10], 61)


@given(
    lengths=st.lists(st.sampled_from((0, 1, 4_096, _IN_MEMORY // 2, _IN_MEMORY, _IN_MEMORY + 1)), max_size=12),
    asked=st.lists(st.integers(0, 11), max_size=12),
)
def test_pieces_are_whole_wherever_a_write_fell_between(lengths: list[int], asked: list[int]) -> None:
    pile = Pile()
    kept = [bytes([number]) * length for number, length in enumerate(lengths)]
    for number, piece in enumerate(kept):
        assert pile.put(piece) == number
        for one in asked:
            if one <= number:
                assert pile.get(one) == kept[one]
