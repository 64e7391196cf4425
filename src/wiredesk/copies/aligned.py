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
_PAIRS = 1 << 16
"""Room for pairs of words; two that fall together only make a word look promising."""


def aligned(left: Fingerprint, right: Fingerprint, taken: Sequence[Span], rules: Rules) -> list[Span]:
    """Passages of both, besides those `taken`, that are the same in words that partly differ, likest first.

    They overlap neither one another nor those taken; paragraphs may stand in another order.
    """
    if left.length > right.length:  # the table is filled row by row: the fewer rows the better
        turned = aligned(right, left, [(other, one, there, here) for one, other, here, there in taken], rules)
        return [(one, other, here, there) for other, one, there, here in turned]
    texts = _Texts(left, right, rules)
    of_left = _rest(left.length, [(start, length) for start, _, length, _ in taken], rules)
    of_right = _rest(right.length, [(start, length) for _, start, _, length in taken], rules)
    found: list[Span] = []
    while True:
        of_left, of_right = texts.promising(of_left, of_right)
        if len(of_left) < rules.aligned_words or len(of_right) < rules.aligned_words:
            return found
        best = texts.best(of_left, of_right)
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
        of_left, of_right = _without(of_left, first, last), _without(of_right, start, end)


def _rest(length: int, taken: Sequence[tuple[int, int]], rules: Rules) -> Numbers:
    """Places of the words that nothing was found for yet, the first so many of a long text."""
    import numpy

    free = numpy.ones(length, dtype=bool)
    for start, number in taken:
        free[start : start + number] = False
    return numpy.flatnonzero(free)[: rules.aligned_most]


def _without(places: Numbers, first: int, last: int) -> Numbers:
    import numpy

    kept: Numbers = numpy.concatenate([places[:first], places[last + 1 :]])
    return kept


def _joints(places: Numbers) -> Numbers:
    """Where something was taken out before a word."""
    import numpy

    cut = numpy.ones(len(places), dtype=bool)
    numpy.not_equal(places[1:], places[:-1] + 1, out=cut[1:])
    return cut


@cache
def _common() -> frozenset[int]:
    return frozenset(word_hash(word) & 0xFFFFFFFF for word in _COMMON.split())


class _Texts:
    """Two texts, their words numbered, and what each word says for a passage where both have it."""

    def __init__(self, left: Fingerprint, right: Fingerprint, rules: Rules) -> None:
        import numpy

        self._numpy, self._rules = numpy, rules
        both = numpy.frombuffer(left.words.tobytes() + right.words.tobytes(), dtype="uint32")
        marks = numpy.frombuffer(left.marks + right.marks, dtype="uint8")
        distinct, numbers = numpy.unique(both, return_inverse=True)
        common = _common()
        stop = numpy.fromiter((value in common for value in distinct.tolist()), dtype=bool, count=len(distinct))
        weights = numpy.where(marks & TELLING, rules.aligned_name, rules.aligned_rare).astype("int32")
        half = left.length
        self._words = numbers[:half], numbers[half:]
        often = [numpy.bincount(one, minlength=len(distinct)) > rules.aligned_often for one in self._words]
        common_ones = numpy.concatenate([(stop | many)[one] for many, one in zip(often, self._words, strict=True)])
        weights[common_ones] = rules.aligned_common
        self._weights = weights[:half], weights[half:]
        self._number = len(distinct)

    def promising(self, of_left: Numbers, of_right: Numbers) -> tuple[Numbers, Numbers]:
        """Of these places those that may be of a passage: of a stretch that would say enough if each of its words that
        the other text has anywhere were in its place.

        A word of every text counts only beside one that stands beside it there too.
        """
        left, right = self._words[0][of_left], self._words[1][of_right]
        if len(left) < 2 or len(right) < 2:
            return of_left[:0], of_right[:0]
        kept_left = self._stretches(left, self._weights[0][of_left], right)
        kept_right = self._stretches(right, self._weights[1][of_right], left)
        return of_left[kept_left], of_right[kept_right]

    def _stretches(self, own: Numbers, weights: Numbers, other: Numbers) -> Numbers:
        numpy, rules = self._numpy, self._rules
        there = numpy.zeros(self._number, dtype=bool)
        there[other] = True
        beside = numpy.zeros(_PAIRS, dtype=bool)
        beside[_pairs(other)] = True
        held = beside[_pairs(own)]
        supported = numpy.zeros(len(own), dtype=bool)
        supported[:-1] = held
        supported[1:] |= held
        gains = numpy.where(there[own], weights, -rules.aligned_other)
        common = weights == rules.aligned_common
        gains[common] = numpy.where(supported[common], rules.aligned_common, 0)
        sums = numpy.concatenate([[0], numpy.cumsum(gains)])
        before = sums[1:] - numpy.minimum.accumulate(sums[:-1])
        after = numpy.maximum.accumulate(sums[:0:-1])[::-1] - sums[1:]
        enough: Numbers = before + after >= rules.aligned_score
        return enough

    def best(self, of_left: Numbers, of_right: Numbers) -> tuple[int, int, int, int] | None:
        """The passage of the highest score (Smith-Waterman) among these places: numbers of the first and last place in
        left, first and last in right."""
        numpy, rules = self._numpy, self._rules
        right, weights, name = self._words[1][of_right], self._weights[1][of_right], rules.aligned_name
        skipped = numpy.where(weights == name, rules.aligned_other_name, rules.aligned_skip)
        cut_left, cut_right = _joints(of_left), _joints(of_right)
        cost = numpy.zeros(len(right) + 1, dtype="int32")
        numpy.cumsum(skipped + numpy.where(cut_right, _EDGE, 0), out=cost[1:])
        closed = numpy.flatnonzero(cut_right)
        scores = self._scores(right, weights, of_left, numpy.diff(cost))
        lost = numpy.where(self._weights[0][of_left] == name, rules.aligned_other_name, rules.aligned_skip).tolist()
        # each value with the cost of all places before it added: what follows from the left is then a running maximum
        table = numpy.empty((len(of_left) + 1, len(right) + 1), dtype="int32")
        table[0] = cost
        down = numpy.empty_like(cost)
        for row, (score, cut) in enumerate(zip(scores, cut_left.tolist(), strict=True)):
            here, above = table[row + 1], cost if cut else table[row]
            here[0] = 0
            numpy.add(above[:-1], score, out=here[1:])
            here[closed + 1] = score[closed] + cost[closed]
            numpy.subtract(above, lost[row], out=down)
            numpy.maximum(here, down, out=here)
            numpy.maximum(here, cost, out=here)
            numpy.maximum.accumulate(here, out=here)
        table -= cost
        row, column = divmod(int(table.argmax()), len(right) + 1)
        if table[row, column] < rules.aligned_score:
            return None
        last, final = row - 1, column - 1
        while table[row, column]:
            value, up, back = int(table[row, column]), int(table[row - 1, column]), int(table[row, column - 1])
            if back and not cut_right[column - 1] and value == back - skipped[column - 1]:
                column -= 1
            elif up and not cut_left[row - 1] and value == up - lost[row - 1]:
                row -= 1
            else:
                row, column = row - 1, column - 1
                if cut_left[row] or cut_right[column]:
                    break
        return row, last, column, final

    def _scores(self, right: Numbers, weights: Numbers, of_left: Numbers, steps: Numbers) -> list[Numbers]:
        """For each place of left what each of right says to it, its step added; the same row for the same word."""
        numpy, rules = self._numpy, self._rules
        unlike = numpy.where(weights == rules.aligned_name, -rules.aligned_other_name, -rules.aligned_other)
        unlike = (unlike + steps).astype("int32")
        unlike_name = (steps - rules.aligned_other_name).astype("int32")
        in_right = frozenset(right.tolist())
        rows: dict[tuple[int, int], Numbers] = {}
        found = []
        for key in zip(self._words[0][of_left].tolist(), self._weights[0][of_left].tolist(), strict=True):
            row = rows.get(key)
            if row is None:
                word, weight = key
                row = unlike_name if weight == rules.aligned_name else unlike
                if word in in_right:
                    row = numpy.where(right == word, numpy.minimum(weights, weight) + steps, row)
                rows[key] = row
            found.append(row)
        return found


def _pairs(numbers: Numbers) -> Numbers:
    """Sixteen bits of each word and the next."""
    pairs: Numbers = (numbers[:-1] * 40503 + numbers[1:] * 30011) & (_PAIRS - 1)
    return pairs
