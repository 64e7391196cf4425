"""The reports at hand: their vectors, which of them share a term, and which of them are alike.

Each has a place, a small number that is given anew when the report is let go. For each term the places of the reports
that have it lie together (postings), in a few runs that are merged as they grow, so that a report taken in costs about
the same among a hundred and among fifty thousand.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from wiredesk.stories.forming.rarity import Weighed
from wiredesk.stories.rules import Rules

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

_ALWAYS = 1 << 28
"""Beyond any day: a report of no known last day is near all that came later."""


class _Run(NamedTuple):
    """Postings in order of their terms; `names` has each term once, and `starts` where its postings begin, and the
    end."""

    places: Numbers
    weights: Numbers
    names: Numbers
    starts: Numbers


class Window:
    """Vectors of reports by place, and for each place those of the reports that are like it."""

    def __init__(self, rules: Rules) -> None:
        import numpy  # here, so that importing the stage stays light

        self._numpy = numpy
        self._rules = rules
        self._vectors: list[Weighed | None] = []
        self._alike: list[array[int]] = []
        self._free: list[int] = []
        self._first: Numbers = numpy.zeros(0, dtype="int32")
        self._last: Numbers = numpy.zeros(0, dtype="int32")
        self._spoken: Numbers = numpy.zeros(0, dtype="int16")
        self._languages: dict[str, int] = {}
        self._runs: list[_Run] = []

    def __len__(self) -> int:
        return len(self._vectors) - len(self._free)

    def put(self, reports: Sequence[tuple[Weighed, int | None, int | None, str | None]]) -> list[int]:
        """Take in reports, each a vector of length 1 with first and last possible day (as numbers) and language; their
        places. What is like them is found by `link`."""
        numpy = self._numpy
        places = []
        for vector, first, last, language in reports:
            if not self._free:
                self._grow()
            place = self._free.pop()
            places.append(place)
            self._vectors[place] = vector
            self._first[place] = -_ALWAYS if first is None else first
            self._last[place] = _ALWAYS if last is None else last
            self._spoken[place] = self._languages.setdefault(language, len(self._languages) + 1) if language else 0
        if places:
            vectors = [one[0] for one in reports]
            sizes = [len(vector.terms) for vector in vectors]
            self._order(
                numpy.concatenate([vector.terms for vector in vectors]),
                numpy.repeat(numpy.array(places, dtype="int32"), sizes),
                numpy.concatenate([vector.weights for vector in vectors]),
            )
        return places

    def link(self, place: int) -> None:
        """Find the reports that are like one, and note it for both."""
        near = self._likest(place)
        known = set(self._alike[place])
        for other in near:
            if other not in known:
                self._alike[place].append(other)
                self._alike[other].append(place)

    def drop(self, places: Iterable[int]) -> None:
        """Let reports go."""
        numpy = self._numpy
        gone = sorted(places)
        if not gone:
            return
        dead = numpy.zeros(len(self._vectors), dtype="bool")
        dead[gone] = True
        for place in gone:
            for other in self._alike[place]:
                if not dead[other]:
                    self._alike[other].remove(place)
            self._alike[place] = array("i")
            self._vectors[place] = None
        self._free += gone[::-1]
        for _ in range(len(self._runs)):  # one by one: together they weigh as much again
            run = self._runs.pop(0)
            kept = ~dead[run.places]
            if kept.any():
                self._runs.append(self._run(self._terms(run)[kept], run.places[kept], run.weights[kept]))

    def arrays(self) -> Iterator[tuple[str, Numbers]]:
        """What it holds, to be kept, part by part; without the postings, which follow from it."""
        numpy = self._numpy
        held = [place for place, vector in enumerate(self._vectors) if vector is not None]
        vectors = [self.vector(place) for place in held]
        alike = [self._alike[place] for place in held]
        nothing = numpy.zeros(0, dtype="int32")
        yield "held", numpy.array(held, dtype="int32")
        yield "free", numpy.array(self._free, dtype="int32")
        yield "sizes", numpy.array([len(one.terms) for one in vectors], dtype="int32")
        yield "terms", numpy.concatenate([one.terms for one in vectors]) if held else nothing
        yield "weights", numpy.concatenate([one.weights for one in vectors]) if held else nothing.astype("float32")
        yield "alike_sizes", numpy.array([len(one) for one in alike], dtype="int32")
        yield "alike", numpy.frombuffer(b"".join(one.tobytes() for one in alike), dtype="int32")
        yield "first", self._first
        yield "last", self._last
        yield "spoken", self._spoken

    @property
    def languages(self) -> list[str]:
        """The languages of the reports that it ever held, in the order of their numbers."""
        return list(self._languages)

    @classmethod
    def of(cls, arrays: Mapping[str, Numbers], languages: Sequence[str], rules: Rules) -> Window:
        """What `arrays` and `languages` gave."""
        found = cls(rules)
        numpy = found._numpy
        held, sizes = arrays["held"].tolist(), arrays["sizes"]
        count = len(held) + len(arrays["free"])
        found._vectors = [None] * count
        found._alike = [array("i") for _ in range(count)]
        found._free = arrays["free"].tolist()
        found._first, found._last, found._spoken = (arrays[name] for name in ("first", "last", "spoken"))
        found._languages = {language: number for number, language in enumerate(languages, 1)}
        ends, alike_ends = numpy.cumsum(sizes).tolist(), numpy.cumsum(arrays["alike_sizes"]).tolist()
        for place, start, end, near, until in zip(held, [0, *ends], ends, [0, *alike_ends], alike_ends, strict=False):
            found._vectors[place] = Weighed(arrays["terms"][start:end], arrays["weights"][start:end])
            found._alike[place] = array("i", arrays["alike"][near:until].tobytes())
        if held:
            found._order(arrays["terms"], numpy.repeat(arrays["held"], sizes), arrays["weights"])
        return found

    def vector(self, place: int) -> Weighed:
        """The vector of a report. Raises LookupError for a place that no report has."""
        found = self._vectors[place]
        if found is None:
            raise LookupError(place)
        return found

    def alike(self, places: Iterable[int]) -> Numbers:
        """Places, in order, of the reports that are like any of some."""
        numpy = self._numpy
        found = [numpy.frombuffer(self._alike[place], dtype="int32") for place in places if self._alike[place]]
        every: Numbers = numpy.unique(numpy.concatenate(found)) if found else numpy.zeros(0, dtype="int32")
        return every

    def _likest(self, place: int) -> list[int]:
        numpy, rules = self._numpy, self._rules
        row, looked = self._likenesses(self.vector(place))
        least = rules.join / max(1.0, rules.same_particulars)
        row[place] = 0.0
        if len(self._languages) > 1:
            own = self._spoken[place]
            foreign = (self._spoken != own) & (self._spoken != 0) & (own != 0)
            row[foreign] *= rules.other_language
        likely = numpy.flatnonzero(row >= least * looked)
        apart = numpy.maximum(self._first[likely] - self._last[place], self._first[place] - self._last[likely])
        likely = likely[apart <= rules.apart_days]
        if len(likely) > rules.neighbours:
            order = numpy.lexsort((likely, -row[likely]))[: rules.neighbours]
            likely = likely[order]
        found: list[int] = likely.tolist()
        return found

    def _likenesses(self, one: Weighed) -> tuple[Numbers, float]:
        """The likeness to the report at each place, as far as terms were looked up, rare ones first; and what share of
        the vector that was."""
        numpy = self._numpy
        spans = []
        counts = numpy.zeros(len(one.terms), dtype="int64")
        for run in self._runs:
            at = numpy.minimum(numpy.searchsorted(run.names, one.terms), len(run.names) - 1)
            starts = run.starts[at]
            lengths = numpy.where(run.names[at] == one.terms, run.starts[at + 1] - starts, 0)
            counts += lengths
            spans.append((run, starts, lengths))
        wanted, looked = None, 1.0
        if int(counts.sum()) > self._rules.postings:
            order = numpy.argsort(counts, kind="stable")
            wanted = order[numpy.cumsum(counts[order]) <= self._rules.postings]
            looked = float((one.weights[wanted].astype("float64") ** 2).sum())
        places, weights = [], []
        for run, starts, lengths in spans:
            some = numpy.flatnonzero(lengths > 0) if wanted is None else wanted[lengths[wanted] > 0]
            if not len(some):
                continue
            sizes = lengths[some]
            ends = numpy.cumsum(sizes)
            at = numpy.arange(int(ends[-1])) + numpy.repeat(starts[some] - ends + sizes, sizes)
            places.append(run.places[at])
            weights.append(run.weights[at] * numpy.repeat(one.weights[some], sizes))
        row: Numbers = (
            numpy.bincount(numpy.concatenate(places), weights=numpy.concatenate(weights), minlength=len(self._vectors))
            if places
            else numpy.zeros(len(self._vectors))
        )
        return row, looked

    def _order(self, terms: Numbers, places: Numbers, weights: Numbers) -> None:
        """Add postings as a run, and merge it with those before that are not much larger."""
        order = self._numpy.argsort(terms, kind="stable")
        fresh = terms[order], places[order], weights[order]
        while self._runs and len(self._runs[-1].places) <= 2 * len(fresh[0]):
            fresh = self._merged(self._runs.pop(), fresh)
        if len(fresh[0]):
            self._runs.append(self._run(*fresh))

    def _merged(self, run: _Run, fresh: tuple[Numbers, Numbers, Numbers]) -> tuple[Numbers, Numbers, Numbers]:
        """A run and later postings as one: each column for itself, since all of them at once weigh as much again."""
        numpy = self._numpy
        at = run.starts[numpy.searchsorted(run.names, fresh[0], side="right")] + numpy.arange(len(fresh[0]))
        earlier = numpy.ones(len(run.places) + len(at), dtype="bool")
        earlier[at] = False

        def both(old: Numbers, new: Numbers) -> Numbers:
            column: Numbers = numpy.empty(len(earlier), dtype=old.dtype)
            column[earlier], column[at] = old, new
            return column

        return both(self._terms(run), fresh[0]), both(run.places, fresh[1]), both(run.weights, fresh[2])

    def _terms(self, run: _Run) -> Numbers:
        """The term of each posting: held, they would be a third of the run."""
        terms: Numbers = self._numpy.repeat(run.names, self._numpy.diff(run.starts))
        return terms

    def _run(self, terms: Numbers, places: Numbers, weights: Numbers) -> _Run:
        numpy = self._numpy
        starts = numpy.flatnonzero(numpy.concatenate(([True], terms[1:] != terms[:-1])))
        return _Run(places, weights, terms[starts], numpy.append(starts, len(terms)))

    def _grow(self) -> None:
        numpy = self._numpy
        size = len(self._vectors)
        more = max(256, size // 2)
        self._vectors += [None] * more
        self._alike += [array("i") for _ in range(more)]
        self._free += range(size + more - 1, size - 1, -1)
        self._first, self._last, self._spoken = (
            numpy.concatenate([column, numpy.zeros(more, dtype=column.dtype)])
            for column in (self._first, self._last, self._spoken)
        )
