"""Values read ahead: each comes as it is, few queries are needed, few values are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from wiredesk.kit.ahead import Ahead, expect

KEYS = [f"{number:04}" for number in range(1000)]


class Counted:
    """Reads the length of each key, and counts the queries and the values read."""

    def __init__(self) -> None:
        self.queries = 0
        self.values = 0

    def __call__(self, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
        self.queries += 1
        for key in keys:
            self.values += 1
            yield key, f"value of {key}"


def test_what_is_asked_for_in_order_is_read_once_and_in_few_queries() -> None:
    read = Counted()
    values = Ahead(KEYS, read)
    assert [values[key] for key in KEYS] == [f"value of {key}" for key in KEYS]
    assert read.values == len(KEYS)
    assert read.queries < len(KEYS) / 20


def test_another_order_that_was_told_is_read_as_cheaply() -> None:
    read = Counted()
    values = Ahead(KEYS, read)
    order = [*KEYS[1::2], *reversed(KEYS[::2])]
    expect(values, [*order, "not here"])
    assert [values[key] for key in order] == [f"value of {key}" for key in order]
    assert read.values == len(KEYS)
    assert read.queries < len(KEYS) / 20


def test_one_asked_for_out_of_turn_is_read_alone() -> None:
    read = Counted()
    values = Ahead(KEYS, read)
    assert values["0999"] == "value of 0999"
    assert (read.queries, read.values) == (1, 1)


def test_a_walk_through_the_keys_is_in_their_order() -> None:
    read = Counted()
    values = Ahead(KEYS, read)
    expect(values, KEYS[::-1])
    assert list(values.values()) == [f"value of {key}" for key in KEYS]
    assert read.values == len(KEYS)
    assert read.queries < len(KEYS) / 20


def test_an_unknown_key_is_told_without_a_query() -> None:
    read = Counted()
    values = Ahead(KEYS, read)
    with pytest.raises(KeyError):
        values["none"]
    assert "none" not in values
    assert read.queries == 0


def test_a_plain_dict_need_not_know_the_order() -> None:
    known = {"a": 1}
    expect(known, ["a"])
    assert known == {"a": 1}
