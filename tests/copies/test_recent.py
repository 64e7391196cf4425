"""The table of MinHashes taken last, against the plain reading of what it promises."""

from collections.abc import Sequence

import numpy
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.copies.older import Older
from wiredesk.copies.recent import Recent
from wiredesk.copies.rules import Rules

RULES = Rules(permutations=6, recent=40, alike=3, older_rows=2, older_chunk=8)
_ROW = st.lists(st.integers(0, 5).map(lambda value: value * 0x1357_9BDF % (1 << 32)), min_size=6, max_size=6)


class Stored:
    """MinHashes by number, as the records give them."""

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        self.values = numpy.array(rows, dtype="uint32").reshape(len(rows), RULES.permutations)

    def __call__(self, first: int, last: int) -> tuple[numpy.ndarray, numpy.ndarray]:
        """Numbers and values of a range."""
        last = min(last, len(self.values))
        return numpy.arange(first, last), self.values[first:last]


def found(table: Recent, values: numpy.ndarray, count: int) -> list[tuple[int, float]]:
    numbers, shares = table.near(values, count)
    return sorted(zip(numbers.tolist(), shares.tolist(), strict=True))


@settings(max_examples=60, deadline=None)
@given(st.lists(_ROW, min_size=1, max_size=70))
def test_last_articles_of_each_value_are_found_and_a_table_made_anew_finds_the_same(rows: list[list[int]]) -> None:
    stored = Stored(rows)
    table = Recent(stored, RULES)
    for number, values in enumerate(stored.values[:-1]):
        table.add(values, number)
    asked, count = stored.values[-1], len(rows) - 1
    expected = []
    for band in range(RULES.permutations):
        same = [one for one in range(max(0, count - 40), count) if stored.values[one, band] == asked[band]][-3:]
        expected += [(one, 1 / len(same)) for one in same]
    assert found(table, asked, count) == sorted(expected)
    assert found(Recent(stored, RULES, count), asked, count) == sorted(expected)


def test_table_that_grew_and_ran_over_is_the_one_made_at_once() -> None:
    dice = numpy.random.default_rng(7)
    rules = Rules(permutations=6, recent=3000, alike=3)
    values = (dice.zipf(1.3, (4000, 6)) % 5000 * 0x9E37_79B1 % (1 << 32)).astype("uint32")
    stored = lambda first, last: (numpy.arange(first, last), values[first:last])  # noqa: E731
    table = Recent(stored, rules)
    for number in range(3900):
        table.add(values[number], number)
    anew = Recent(stored, rules, 3900)
    for asked in values[3900:]:
        assert found(table, asked, 3900) == found(anew, asked, 3900)
        assert found(table, asked, 3900)


@settings(max_examples=40, deadline=None)
@given(st.lists(_ROW, min_size=49, max_size=90))
def test_older_articles_are_found_by_bands_however_their_files_were_merged(rows: list[list[int]]) -> None:
    stored = Stored(rows)
    step_by_step = Older(None, stored, RULES)
    for count in range(len(rows) + 1):
        step_by_step.grow(count)
    at_once = Older(None, stored, RULES, len(rows))
    end = len(rows) // 8 * 8 - 40 + 8
    for asked in stored.values:
        numbers = set(step_by_step.near(asked)[0].tolist())
        assert numbers == set(at_once.near(asked)[0].tolist())
        bands = stored.values[:end].reshape(end, 3, 2) == asked.reshape(3, 2)
        sharing = set(numpy.flatnonzero(bands.all(2).any(1)).tolist())
        assert numbers <= sharing
        assert bool(numbers) == bool(sharing)
