"""Two texts word by word: passages that are the same in other words, found by local alignment.

The rarer words that stand in the same order hold a passage together; words between them may differ, names and figures
that differ speak against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from wiredesk.copies.fingerprints import TELLING, Fingerprint
from wiredesk.copies.rules import Rules
from wiredesk.kit.shingles import word_hash

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

Span = tuple[int, int, int, int]
"""Where a passage begins in left and right, and how many words it has there."""

_COMMON = """
a about after all also an and any are as at be because been before being between both but by can could did do does
during each for from had has have he her here him his how i if in into is it its just may me more most my no not now
of off on one only or other our out over said say says she should so some such than that the their them then there
these they this those to under until up us was we were what when where which while who will with would you your
der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus bei
de la le les et des en un une du que dans est pour qui sur par au pas avec son il
"""
_EDGE = 1 << 20
"""No passage goes over what was taken out: more than any gain."""


def aligned(left: Fingerprint, right: Fingerprint, taken: Sequence[Span], rules: Rules) -> list[Span]:
    """Passages of both, besides those `taken`, that are the same in words that partly differ, likest first.

    They overlap neither one another nor those taken; paragraphs may stand in another order.
    """
    if left.length > right.length:  # the table is filled row by row: the fewer rows the better
        turned = aligned(right, left, [(other, one, there, here) for one, other, here, there in taken], rules)
        return [(one, other, here, there) for other, one, there, here in turned]
    import numpy  # here, so that importing the stage stays light

    values = numpy.frombuffer(left.words, dtype="uint32"), numpy.frombuffer(right.words, dtype="uint32")
    marks = numpy.frombuffer(left.marks, dtype="uint8"), numpy.frombuffer(right.marks, dtype="uint8")
    weights = [_weights(own, mark, rules) for own, mark in zip(values, marks, strict=True)]
    of_left = _rest(left.length, [(start, length) for start, _, length, _ in taken], rules)
    of_right = _rest(right.length, [(start, length) for _, start, _, length in taken], rules)
    found: list[Span] = []
    while True:
        of_left, of_right = (
            of_left[_promising(values[0][of_left], weights[0][of_left], values[1][of_right], rules)],
            of_right[_promising(values[1][of_right], weights[1][of_right], values[0][of_left], rules)],
        )
        if len(of_left) < rules.aligned_words or len(of_right) < rules.aligned_words:
            return found
        best = _best(
            (values[0][of_left], values[1][of_right]),
            (weights[0][of_left], weights[1][of_right]),
            (_joints(of_left), _joints(of_right)),
            rules,
        )
        if best is None:
            return found
        first, last, start, end = best
        span = (
            int(of_left[first]),
            int(of_right[start]),
            int(of_left[last] - of_left[first]) + 1,
            int(of_right[end] - of_right[start]) + 1,
        )
        found.append(span)
        of_left = numpy.delete(of_left, slice(first, last + 1))
        of_right = numpy.delete(of_right, slice(start, end + 1))


def _promising(own: Numbers, weights: Numbers, other: Numbers, rules: Rules) -> Numbers:
    """Which words of a text may be of a passage: those of a stretch that would say enough if each of its words that the
    other text has anywhere were in its place. A word of every text counts only beside one that it has there too."""
    import numpy

    if len(own) < 2 or len(other) < 2:
        return numpy.zeros(len(own), dtype=bool)
    pairs, others = _pairs(own), _pairs(other)
    beside = numpy.isin(pairs, others)
    supported = numpy.concatenate([beside, [False]]) | numpy.concatenate([[False], beside])
    common = weights == rules.aligned_common
    gains = numpy.where(numpy.isin(own, other), weights, -rules.aligned_other)
    gains = numpy.where(common, numpy.where(supported, weights, 0), gains)
    sums = numpy.cumsum(gains)
    before = sums - numpy.minimum.accumulate(numpy.concatenate([[0], sums[:-1]]))
    back = numpy.cumsum(gains[::-1])
    after = (back - numpy.minimum.accumulate(numpy.concatenate([[0], back[:-1]])))[::-1]
    enough: Numbers = before + after - gains >= rules.aligned_score
    return enough


def _pairs(values: Numbers) -> Numbers:
    """A digest of each word together with the next."""
    wide = values.astype("uint64")
    pairs: Numbers = (wide[:-1] << wide.dtype.type(32)) | wide[1:]
    return pairs


def _rest(length: int, taken: Sequence[tuple[int, int]], rules: Rules) -> Numbers:
    """Places of the words that nothing was found for yet, the first so many of a long text."""
    import numpy

    free = numpy.ones(length, dtype=bool)
    for start, number in taken:
        free[start : start + number] = False
    return numpy.flatnonzero(free)[: rules.aligned_most]


def _weights(values: Numbers, marks: Numbers, rules: Rules) -> Numbers:
    """What each word says for a passage where both have it: least the words that stand in every text."""
    import numpy

    _, inverse, counts = numpy.unique(values, return_inverse=True, return_counts=True)
    common = numpy.isin(values, _common()) | (counts[inverse] > rules.aligned_often)
    weights = numpy.where(marks & TELLING, rules.aligned_name, rules.aligned_rare)
    chosen: Numbers = numpy.where(common, rules.aligned_common, weights).astype("int32")
    return chosen


@cache
def _common() -> Numbers:
    import numpy

    return numpy.array(sorted({word_hash(word) & 0xFFFFFFFF for word in _COMMON.split()}), dtype="uint32")


def _joints(places: Numbers) -> Numbers:
    """Where something was taken out before a word."""
    import numpy

    cut: Numbers = numpy.diff(places, prepend=places[0] - 1) != 1
    return cut


def _best(
    words: tuple[Numbers, Numbers],
    weights: tuple[Numbers, Numbers],
    joints: tuple[Numbers, Numbers],
    rules: Rules,
) -> tuple[int, int, int, int] | None:
    """The passage of the highest score (Smith-Waterman): first and last place in left, first and last in right."""
    import numpy

    left, right = words
    names = weights[1] == rules.aligned_name
    skipped = numpy.where(names, rules.aligned_other_name, rules.aligned_skip).astype("int32")
    cost = numpy.zeros(len(right) + 1, dtype="int32")
    numpy.cumsum(skipped + numpy.where(joints[1], _EDGE, 0), out=cost[1:])
    closed = numpy.flatnonzero(joints[1])
    scores = _Scores(right, weights[1], rules)
    table = numpy.zeros((len(left) + 1, len(right) + 1), dtype="int32")
    fresh, down = numpy.zeros_like(cost), numpy.zeros_like(cost)
    names_of_left = (weights[0] == rules.aligned_name).tolist()
    for row, (value, weight, cut) in enumerate(
        zip(left.tolist(), weights[0].tolist(), joints[0].tolist(), strict=True)
    ):
        score, here = scores.of(value, weight), table[row + 1]
        above = fresh if cut else table[row]
        numpy.add(above[:-1], score, out=here[1:])
        if len(closed):
            here[closed + 1] = score[closed]
        numpy.subtract(above, rules.aligned_other_name if names_of_left[row] else rules.aligned_skip, out=down)
        numpy.maximum(here, down, out=here)
        numpy.maximum(here, 0, out=here)
        here += cost
        numpy.maximum.accumulate(here, out=here)
        here -= cost
    row, column = divmod(int(table.argmax()), len(right) + 1)
    if table[row, column] < rules.aligned_score:
        return None
    last, final = row - 1, column - 1
    while table[row, column]:
        value, up, back = int(table[row, column]), int(table[row - 1, column]), int(table[row, column - 1])
        lost = rules.aligned_other_name if names_of_left[row - 1] else rules.aligned_skip
        if back and not joints[1][column - 1] and value == back - skipped[column - 1]:
            column -= 1
        elif up and not joints[0][row - 1] and value == up - lost:
            row -= 1
        else:
            row, column = row - 1, column - 1
            if joints[0][row] or joints[1][column]:
                break
    return row, last, column, final


class _Scores:
    """For a word of left what each place of right says to it: rows that are made once for each word."""

    def __init__(self, right: Numbers, weights: Numbers, rules: Rules) -> None:
        import numpy

        self._numpy = numpy
        self._right, self._weights, self._rules = right, weights, rules
        self._in_right = frozenset(right.tolist())
        names = weights == rules.aligned_name
        unlike = numpy.where(names, -rules.aligned_other_name, -rules.aligned_other).astype("int32")
        self._unlike = {False: unlike, True: numpy.full_like(unlike, -rules.aligned_other_name)}
        self._rows: dict[tuple[int, int], Numbers] = {}

    def of(self, value: int, weight: int) -> Numbers:
        """The row of a word and its weight in left."""
        unlike = self._unlike[weight == self._rules.aligned_name]
        if value not in self._in_right:
            return unlike
        row = self._rows.get((value, weight))
        if row is None:
            gains = self._numpy.minimum(self._weights, weight)
            row = self._rows[value, weight] = self._numpy.where(self._right == value, gains, unlike)
        return row
