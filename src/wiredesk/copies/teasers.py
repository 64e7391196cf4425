"""Teasers: a few words about a page, such as a feed's summary. They are an excerpt of the report whose words they are.

They are too short to be found and compared as reports are, and never bring two reports together. One that no report has
is of a set with others of the same words.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from wiredesk.copies.book import Book
from wiredesk.copies.fingerprints import Fingerprint
from wiredesk.copies.records import NOWHERE, Records, sample
from wiredesk.copies.rules import Rules


@dataclass
class _Teaser:
    """A teaser that a report may still take: its shingles, how many of them its report has, 0 if it has none, and
    whether the others of its words are with it."""

    shingles: frozenset[int]
    held: int
    founder: bool


class Teasers:
    """The teasers of some records, each placed as it comes and again as a report comes that has more of its words."""

    def __init__(self, book: Book, records: Records, rules: Rules) -> None:
        self._book = book
        self._records = records
        self._rules = rules
        self._near: dict[int, _Teaser] = {}
        self._wanted: dict[int, list[int]] = {}
        self._reports: deque[tuple[int, bytes]] | None = None  # gathered when the first teaser comes
        first = records.count - rules.teaser_reach
        for number, held, founder in book.all(
            "SELECT number, held, home IS NULL AND report = number FROM teaser JOIN article USING (number)"
            " WHERE number >= ? ORDER BY number", (first,)
        ):  # fmt: skip
            self._watch(number, frozenset(records.get(number).shingles), held, bool(founder))

    def add(self, number: int, teaser: Fingerprint) -> None:
        """Place a teaser that the records hold under a number."""
        self._prune()
        if self._reports is None:
            self._reports = deque(self._stored(number))
        shingles = frozenset(teaser.shingles)
        self._place(number, shingles, self._reports)

    def again(self, numbers: Iterable[int]) -> None:
        """Place teasers anew whose report, or whose words' first teaser, is no longer what it was."""
        for number in list(numbers):
            self._forget(number)
            shingles = frozenset(self._records.get(number).shingles)
            self._place(number, shingles, self._stored(number))

    def offer(self, number: int, report: Fingerprint) -> None:
        """Give a new report the teasers of whose words it has most."""
        self._prune()
        if self._reports is not None:
            self._reports.append((number, _sample(report)))
        if not self._wanted:
            return
        held: dict[int, int] = {}
        for value in {*report.shingles, *report.above} & self._wanted.keys():
            for teaser in self._wanted[value]:
                held[teaser] = held.get(teaser, 0) + 1
        for teaser in sorted(held):
            known = self._near[teaser]
            if held[teaser] > known.held and held[teaser] >= self._rules.teaser_share * len(known.shingles):
                self._leave(teaser)
                known.held, known.founder = held[teaser], False
                self._home(teaser, number, held[teaser])

    def drop(self, number: int) -> None:
        """Let a teaser leave its set: its page was read, or its words were replaced."""
        self._leave(number)
        self._forget(number)

    def _place(self, number: int, shingles: frozenset[int], reports: Iterable[tuple[int, bytes]]) -> None:
        report, held = self._best(shingles, reports)
        if report is not None:
            self._home(number, report, held)
            self._watch(number, shingles, held, founder=False)
            return
        founder = self._same_words(shingles)
        self._records.assign([number], number if founder is None else founder)
        self._records.touch([number])
        self._book.write("INSERT OR REPLACE INTO teaser VALUES (?, NULL, 0)", number)
        self._watch(number, shingles, 0, founder=founder is None)

    def _home(self, number: int, report: int, held: int) -> None:
        self._records.assign([number], self._records.report_of(report))
        self._records.touch([number])
        self._book.write("INSERT OR REPLACE INTO teaser VALUES (?, ?, ?)", number, report, held)

    def _leave(self, number: int) -> None:
        """Take a teaser out of its set; those who are there for its sake find another."""
        left = self._records.report_of(number)
        others = [one for one in self._records.members(left) if one != number] if left != NOWHERE else []
        self._records.assign([number], NOWHERE)
        self._records.touch(others[:1])
        if left == number:
            self._records.assign(others, NOWHERE)
            self.again(others)

    def _best(self, shingles: frozenset[int], reports: Iterable[tuple[int, bytes]]) -> tuple[int | None, int]:
        """The report that has most of a teaser's shingles, the first by (day, id) of several, and how many; None if
        none has enough."""
        import numpy

        held = [(number, part) for number, part in reports if part]
        if not held or not self._long_enough(len(shingles)):
            return None, 0
        own = numpy.zeros(1 << 16, dtype="uint8")
        own[(numpy.array(list(shingles), dtype="uint64") & numpy.uint64(0xFFFF)).astype("int64")] = 1
        lengths = numpy.array([len(part) // 2 for _, part in held])
        values = numpy.frombuffer(b"".join(part for _, part in held), dtype="<u2")
        shared = numpy.add.reduceat(own[values], numpy.cumsum(lengths) - lengths, dtype="int32")
        enough = self._rules.teaser_share * len(shingles)
        best: tuple[int, tuple[int, str], int] | None = None
        likely = [held[place][0] for place in numpy.flatnonzero(shared >= enough * self._distinct).tolist()]
        for known in self._records.known(likely):
            report = self._records.get(known.number)
            number = len(shingles.intersection({*report.shingles, *report.above}))
            if number >= enough and (best is None or (-number, known.order) < best[:2]):
                best = -number, known.order, known.number
        return (best[2], -best[0]) if best else (None, 0)

    _distinct = 0.9
    """Shingles of a teaser may be one in two bytes: so many are not, at least."""

    def _same_words(self, shingles: frozenset[int]) -> int | None:
        """The first teaser without a report that has these words."""
        held: dict[int, int] = {}
        for value in shingles:
            for teaser in self._wanted.get(value, ()):
                if self._near[teaser].founder:
                    held[teaser] = held.get(teaser, 0) + 1
        for teaser in sorted(held):
            shorter = min(len(shingles), len(self._near[teaser].shingles))
            if self._long_enough(shorter) and held[teaser] >= self._rules.teaser_share * shorter:
                return teaser
        return None

    def _long_enough(self, shingles: int) -> bool:
        return shingles + self._rules.shingle - 1 >= self._rules.passage

    def _watch(self, number: int, shingles: frozenset[int], held: int, founder: bool) -> None:
        if number < self._records.count - self._rules.teaser_reach or not self._long_enough(len(shingles)):
            return
        self._near[number] = _Teaser(shingles, held, founder)
        for value in shingles:
            self._wanted.setdefault(value, []).append(number)

    def _forget(self, number: int) -> None:
        known = self._near.pop(number, None)
        for value in known.shingles if known else ():
            self._wanted[value].remove(number)
            if not self._wanted[value]:
                del self._wanted[value]

    def _prune(self) -> None:
        first = self._records.count - self._rules.teaser_reach
        while self._near and (number := next(iter(self._near))) < first:
            self._forget(number)
        while self._reports and self._reports[0][0] < first:
            self._reports.popleft()

    def _stored(self, number: int) -> list[tuple[int, bytes]]:
        """The reports around a number, and two bytes of each of their shingles."""
        reach = self._rules.teaser_reach
        rows = self._book.all(
            "SELECT number FROM article WHERE number >= ? AND number < ? AND NOT teaser AND report >= 0",
            (number - reach, number + reach),
        )
        return [(one, _sample(self._records.get(one))) for (one,) in rows]


def _sample(report: Fingerprint) -> bytes:
    return sample(report.shingles) + sample(report.above)
