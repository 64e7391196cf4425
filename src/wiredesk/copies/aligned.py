"""Two texts word by word: passages that are the same in other words, found by local alignment.

The rarer words that stand in the same order hold a passage together; words between them may differ, names and figures
that differ speak against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from wiredesk.copies.alignment import Alignment
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
_ANEW = 0.5
"""Share of words taken out from which on all is reckoned anew."""
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
        found.append((first, start, last - first + 1, end - start + 1))
        of_left, of_right = _without(of_left, first, last), _without(of_right, start, end)


def _rest(length: int, taken: Sequence[tuple[int, int]], rules: Rules) -> Numbers:
    """Places of the words that nothing was found for yet, the first so many of a long text."""
    import numpy

    free = numpy.ones(length, dtype=bool)
    for start, number in taken:
        free[start : start + number] = False
    return numpy.flatnonzero(free)[: rules.aligned_most]


def _without(places: Numbers, first: int, last: int) -> Numbers:
    kept: Numbers = places[(places < first) | (places > last)]
    return kept


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
        self._alignment: Alignment | None = None

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
        """The passage of the highest score among these places: its first and last in left, first and last in right.

        Each time that it is asked it is asked for fewer.
        """
        known = self._alignment
        if known is None or not known.keep(of_left, of_right, _ANEW * (len(of_left) + len(of_right))):
            left = of_left, self._words[0], self._weights[0]
            right = of_right, self._words[1], self._weights[1]
            known = self._alignment = Alignment(left, right, self._rules)
        return known.best()


def _pairs(numbers: Numbers) -> Numbers:
    """Sixteen bits of each word and the next."""
    pairs: Numbers = (numbers[:-1] * 40503 + numbers[1:] * 30011) & (_PAIRS - 1)
    return pairs
