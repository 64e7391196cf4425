"""The passage of the highest score that two texts share (Smith-Waterman), and then the next.

When a passage is taken out, only those scores are reckoned again that hung on it: a passage's neighbourhood is small.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from wiredesk.copies.rules import Rules

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

_NO_WORD = -1
_EDGE = 1 << 18
"""No passage goes over what was taken out: more than any gain. Some thousand of it still are a small number."""


class _Side:
    """The words of one text that are aligned, in their order; one of no word stands where something is missing."""

    def __init__(self, places: Numbers, words: Numbers, weights: Numbers, rules: Rules) -> None:
        """`places`: of the words in their text; `words` as numbers, and what each weighs, of the whole text."""
        import numpy

        joints = numpy.flatnonzero(places[1:] != places[:-1] + 1) + 1
        self.rules = rules
        self.places = numpy.insert(places, joints, _NO_WORD)
        self.words = numpy.where(self.places == _NO_WORD, _NO_WORD, words[self.places])
        self.weights = weights[self.places]
        self._reckon()

    def _reckon(self) -> None:
        import numpy

        rules, missing = self.rules, self.words == _NO_WORD
        named = self.weights == rules.aligned_name
        self.steps: Numbers = numpy.where(named, rules.aligned_other_name, rules.aligned_skip).astype("int32")
        """What each says against a passage where it stands in the place of none."""
        self.steps[missing] = _EDGE
        self.cost: Numbers = numpy.zeros(len(self.words) + 1, dtype="int32")
        numpy.cumsum(self.steps, out=self.cost[1:])
        self.unlike: Numbers = numpy.where(named, -rules.aligned_other_name, -rules.aligned_other).astype("int32")
        """The same where it stands in the place of another."""
        self.unlike_name: Numbers = numpy.full(len(self.words), -rules.aligned_other_name, dtype="int32")
        """The same where that is a name."""
        self.unlike[missing] = self.unlike_name[missing] = -_EDGE

    def missing(self, places: Numbers) -> Numbers:
        """Numbers of the words that stand at none of these places."""
        import numpy

        gone = numpy.ones(int(self.places.max()) + 1, dtype="bool")  # all of the places are its own
        gone[places] = False
        return numpy.flatnonzero((self.words != _NO_WORD) & gone[self.places])

    def take_out(self, numbers: Numbers) -> None:
        """Make these of no word."""
        self.words[numbers] = _NO_WORD
        self._reckon()

    def said(self, word: int, weight: int) -> Numbers:
        """What each says to a word of the other text that stands beside it."""
        import numpy

        said = self.unlike_name if weight == self.rules.aligned_name else self.unlike
        return numpy.where(self.words == word, numpy.minimum(self.weights, weight), said)

    def rows(self, other: _Side) -> Iterator[Numbers | None]:
        """What each says to each word of the other text in turn, with what either costs in the place of none; None for
        one of no word. Most words are few others': only those are put into what is said to a word that is not here."""
        import numpy

        order = numpy.argsort(self.words, kind="stable")
        ascending = self.words[order]
        starts = ascending.searchsorted(other.words).tolist()
        ends = ascending.searchsorted(other.words, side="right").tolist()
        alone: dict[int, tuple[Numbers, Numbers]] = {}
        made: dict[tuple[int, int], Numbers] = {}
        for word, weight, step, start, end in zip(
            other.words.tolist(), other.weights.tolist(), other.steps.tolist(), starts, ends, strict=True
        ):
            if word == _NO_WORD:
                yield None
                continue
            if weight not in alone:
                cost = self.steps + numpy.int32(step)
                unlike = self.unlike_name if weight == self.rules.aligned_name else self.unlike
                alone[weight] = unlike + cost, numpy.minimum(self.weights, numpy.int32(weight)) + cost
            row = made.get((word, weight))
            if row is None:
                row, alike = alone[weight]
                if start < end:
                    row, places = row.copy(), order[start:end]
                    row[places] = alike[places]
                made[word, weight] = row
            yield row


class Alignment:
    """The scores of all passages that end at a word of left and one of right."""

    def __init__(self, left: tuple[Numbers, Numbers, Numbers], right: tuple[Numbers, Numbers, Numbers], rules: Rules):
        """Each text as places, words and weights (`_Side`)."""
        self._rules = rules
        self._left, self._right = _Side(*left, rules), _Side(*right, rules)
        self._table = self._filled()

    def keep(self, of_left: Numbers, of_right: Numbers, most: float) -> bool:
        """Take out all words but those at these places, which it has; False if these are more than so many, and all is
        rather to be reckoned anew."""
        from_left, from_right = self._left.missing(of_left), self._right.missing(of_right)
        if len(from_left) + len(from_right) > most:
            return False
        _renew(self._table.T, self._right, self._left, from_right)
        _renew(self._table, self._left, self._right, from_left)
        return True

    def best(self) -> tuple[int, int, int, int] | None:
        """The passage of the highest score: places of its first and last word in left, first and last in right; None
        if none says enough for itself."""
        table, left, right = self._table, self._left, self._right
        row, column = divmod(int(table.argmax()), table.shape[1])
        if table[row, column] < self._rules.aligned_score:
            return None
        last, final = row - 1, column - 1
        while table[row, column]:
            value, up, back = int(table[row, column]), int(table[row - 1, column]), int(table[row, column - 1])
            if back and value == back - right.steps[column - 1]:
                column -= 1
            elif up and value == up - left.steps[row - 1]:
                row -= 1
            else:
                row, column = row - 1, column - 1
        return int(left.places[row]), int(left.places[last]), int(right.places[column]), int(right.places[final])

    def _filled(self) -> Numbers:
        import numpy

        left, right = self._left, self._right
        # each value with the cost of all words before it added, in right and in left: what follows from the left or
        # from above is then a running maximum
        cost, before = right.cost, left.cost[:, None]
        table = before + cost  # as if nothing were alike
        beside = numpy.empty(len(right.words), dtype="int32")
        maximum, accumulate, add = numpy.maximum, numpy.maximum.accumulate, numpy.add
        lines = zip(table[:-1], table[:-1, :-1], table[1:], table[1:, 1:], right.rows(left), strict=True)
        for above, before_above, here, after_first, said in lines:
            if said is not None:
                add(before_above, said, out=beside)
                maximum(here, above, out=here)
                maximum(after_first, beside, out=after_first)
                accumulate(here, out=here)
        table -= cost
        table -= before
        return table


def _renew(table: Numbers, own: _Side, other: _Side, gone: Numbers) -> None:
    """Take words out of a text, whose words the table has line by line, and reckon again what hung on them."""
    import numpy

    if not len(gone):
        return
    own.take_out(gone)
    table[gone + 1] = 0
    for begin in (gone[numpy.append(gone[1:] != gone[:-1] + 1, [True])] + 1).tolist():
        for number in range(begin, len(own.words)):
            if own.words[number] == _NO_WORD:
                break
            line = _line(table[number], own, number, other)
            if numpy.array_equal(line, table[number + 1]):
                break
            table[number + 1] = line


def _line(above: Numbers, own: _Side, number: int, other: _Side) -> Numbers:
    """The scores of passages that end at a word, from those that end at the one before."""
    import numpy

    here: Numbers = numpy.maximum(above - own.steps[number], 0)
    beside = above[:-1] + other.said(int(own.words[number]), int(own.weights[number]))
    numpy.maximum(here[1:], beside, out=here[1:])
    here += other.cost
    numpy.maximum.accumulate(here, out=here)
    here -= other.cost
    return here
