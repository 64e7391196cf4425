"""How rare each term is among the articles of the last weeks, and what an article's terms weigh by that (TF-IDF).

Terms are numbered by a checksum: no table of words is held, and the numbers are the same in every run.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.terms import Terms
from wiredesk.stories.wording.vocabulary import COMMON_STEMS

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

NUMBERS = 1 << 22
"""Terms told apart. Of 2 million in the memory every third shares its number, and is taken for little less rare than it
is; two texts of 250 terms take one for another in one of 67 cases, a share of some 0.005 of their likeness."""
_NOTHING = 1e-12
UNDATED = 0
"""The day under which articles without one are counted: they are never forgotten for their age."""


class Weighed(NamedTuple):
    """The numbers of a vector's terms, rising, each once, and their weights."""

    terms: Numbers
    weights: Numbers


class Numbered(NamedTuple):
    """An article's terms as numbers, rising, each once: how much each is told in it, and which are names."""

    terms: Numbers
    told: Numbers
    names: Numbers


def number_of(term: str) -> int:
    """The number of a term."""
    return crc32(term.encode("utf-8", "surrogatepass")) & (NUMBERS - 1)


def numbered(terms: Terms) -> Numbered:
    """The numbers of an article's terms."""
    import numpy

    words = len(terms.words.terms)
    both = (*terms.words.terms, *terms.names.terms)
    sums = [crc32(term.encode("utf-8", "surrogatepass")) for term in both]  # faster than a table that is often missed
    found = (numpy.array(sums, dtype="int64") & (NUMBERS - 1)).astype("int32")
    told = 1 + numpy.log(numpy.array((*terms.words.numbers, *terms.names.numbers), dtype="float64"))
    order = numpy.argsort(found, kind="stable")
    found, told, names = found[order], told[order], order >= words
    other = numpy.ones(len(found), dtype="bool")
    other[1:] = found[1:] != found[:-1]
    return Numbered(found[other], told[other], names[other])  # of two that share a number one is enough


class Rarity:
    """In how many articles each term stands, over those of the last weeks and some imagined ones."""

    def __init__(self, rules: Rules) -> None:
        import numpy  # here, so that importing the stage stays light

        self._numpy = numpy
        self._rules = rules
        self.articles = 0
        self._seen = numpy.zeros(NUMBERS, dtype="int32")
        self._days: dict[int, list[Numbers]] = {}
        self._ended: dict[int, tuple[int, Numbers, Numbers]] = {}
        """Under a day that was ended its number of articles, the terms in them, and in how many each stands."""
        self._common = _common(numpy)

    def see(self, terms: Numbered, day: date | None) -> None:
        """Count one more article, of a day."""
        self._seen[terms.terms] += 1
        self.articles += 1
        self._days.setdefault(day.toordinal() if day else UNDATED, []).append(terms.terms)

    def forget(self, before: date) -> None:
        """Leave out the articles of days before one, as long as enough are left."""
        self._end()
        for day in sorted(self._ended):
            number, terms, counts = self._ended[day]
            enough = self.articles - number >= self._rules.frequency_articles
            if day != UNDATED and day < before.toordinal() and enough:
                self._seen[terms] -= counts
                self.articles -= number
                del self._ended[day]

    def _end(self) -> None:
        """Keep of each day no more than its sums."""
        numpy = self._numpy
        for day, here in self._days.items():
            number, *before = self._ended.get(day, (0,))
            terms = numpy.concatenate([*before[:1], *here])
            counts = numpy.concatenate([*before[1:], numpy.ones(sum(map(len, here)), dtype="int32")])
            terms, places = numpy.unique(terms, return_inverse=True)
            summed = numpy.bincount(places, weights=counts, minlength=len(terms)).astype("int32")
            self._ended[day] = number + len(here), terms, summed
        self._days = {}

    def arrays(self) -> Iterator[tuple[str, Numbers]]:
        """What it has counted, to be kept, part by part."""
        numpy = self._numpy
        self._end()
        days = sorted(self._ended)
        rows = [(day, self._ended[day][0], len(self._ended[day][1])) for day in days]
        nothing = [numpy.zeros(0, dtype="int32")]
        yield "days", numpy.array(rows, dtype="int64").reshape(-1, 3)
        yield "terms", numpy.concatenate([self._ended[day][1] for day in days] or nothing)
        yield "counts", numpy.concatenate([self._ended[day][2] for day in days] or nothing)

    @classmethod
    def of(cls, arrays: Mapping[str, Numbers], rules: Rules) -> Rarity:
        """What `arrays` gave."""
        found, at = cls(rules), 0
        for day, number, size in arrays["days"].tolist():
            terms, counts = (arrays[name][at : at + size] for name in ("terms", "counts"))
            found._ended[day] = number, terms, counts
            found._seen[terms] += counts
            found.articles += number
            at += size
        return found

    def weighed(self, terms: Numbered) -> Weighed:
        """An article's terms as a vector of length 1, made of words and names in their shares."""
        numpy, rules = self._numpy, self._rules
        prior = numpy.where(self._common[terms.terms], rules.prior_common, rules.prior_rare) * rules.prior_articles
        rarity = numpy.log((self.articles + rules.prior_articles) / (self._seen[terms.terms] + prior))
        weights = terms.told * numpy.maximum(rarity, 0)
        squares = weights * weights
        every = float(squares.sum())
        of_names = float(squares[terms.names].sum())
        of_words = every - of_names
        if of_names > _NOTHING and of_words > _NOTHING:
            share = rules.names_share
            weights *= numpy.where(terms.names, math.sqrt(share / of_names), math.sqrt((1 - share) / of_words))
        elif every:
            weights /= math.sqrt(every)
        kept = weights > 0
        return Weighed(terms.terms[kept], weights[kept].astype("float32"))

    def vector(self, terms: Terms) -> Mapping[str, float]:
        """The same by the terms themselves."""
        weighed = self.weighed(numbered(terms))
        weight_of = dict(zip(weighed.terms.tolist(), weighed.weights.tolist(), strict=True))
        both = (*terms.words.terms, *terms.names.terms)
        return {term: weight for term in both if (weight := weight_of.get(number_of(term)))}


@lru_cache(maxsize=1)
def _common(numpy: Any) -> Numbers:
    """For each number whether it is that of a word that news is made of."""
    marked: Numbers = numpy.zeros(NUMBERS, dtype="bool")
    marked[[number_of(mark + stem) for stem in COMMON_STEMS for mark in ("", "#")]] = True
    return marked


def weights_of(asked: Numbers, terms: Numbers, weights: Numbers) -> Numbers:
    """What each of the terms asked for weighs in a vector whose terms rise, 0 where it is none of them."""
    if not len(terms):
        return asked.astype("float32") * 0
    at = terms.searchsorted(asked, side="right") - 1  # before the first: -1, which is another one
    found: Numbers = weights[at] * (terms[at] == asked)
    return found


def sum_of(vectors: Iterable[Weighed]) -> Weighed:
    """The sum of some vectors, at least one."""
    import numpy

    several = list(vectors)
    if len(several) == 1:
        return several[0]
    terms = numpy.concatenate([one.terms for one in several])
    if not len(terms):
        return several[0]
    weights = numpy.concatenate([one.weights for one in several]).astype("float64")
    order = numpy.argsort(terms, kind="stable")
    terms, weights = terms[order], weights[order]
    starts = numpy.flatnonzero(numpy.concatenate(([True], terms[1:] != terms[:-1])))
    return Weighed(terms[starts], numpy.add.reduceat(weights, starts).astype("float32"))


def unit_of(vectors: Iterable[Weighed]) -> Weighed:
    """The sum of some vectors, at least one of them, brought to length 1; an empty one stays empty."""
    several = list(vectors)
    summed = sum_of(several)
    length = math.sqrt(float(summed.weights @ summed.weights))
    return Weighed(summed.terms, summed.weights / length) if len(several) > 1 and length else summed
