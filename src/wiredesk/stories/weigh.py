"""Terms weighed by how rare they are (TF-IDF), and the likeness of what is so weighed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from operator import mul
from sys import intern

from wiredesk.stories.rules import Rules
from wiredesk.stories.terms import Counts, Terms
from wiredesk.stories.vocabulary import COMMON_STEMS

Vector = Mapping[str, float]
"""Weights of terms, of length 1; names carry a `#` before them to keep apart from words."""


class Frequencies:
    """In how many articles each term stands, over all that were seen and some imagined ones."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._articles = 0
        self._words: Counter[str] = Counter()
        self._names: Counter[str] = Counter()
        self._rarities: dict[tuple[int, bool], float] = {}

    def see(self, terms: Terms) -> None:
        """Count one more article."""
        self._rarities.clear()
        self._articles += 1
        self._words.update(terms.words.terms)
        self._names.update(terms.names.terms)

    def is_shared(self, term: str) -> bool:
        """Whether a term of a vector stands in more than one article; others tell nothing of what is alike."""
        return (self._names[term[1:]] if term.startswith("#") else self._words[term]) > 1

    def vector(self, terms: Terms) -> Vector:
        """An article's terms as a vector of length 1, made of words and names in their shares."""
        share = self._rules.names_share
        names = self._weighed(terms.names, self._names, "#")
        words = self._weighed(terms.words, self._words, "")
        if not names or not words:
            return names or words
        vector = {term: weight * math.sqrt(1 - share) for term, weight in words.items()}
        for term, weight in names.items():
            vector[term] = weight * math.sqrt(share)
        return vector

    def _weighed(self, counts: Counts, seen: Mapping[str, int], mark: str) -> dict[str, float]:
        vector = {}
        for term, count in counts.items():
            marked = intern(mark + term)  # one string for all articles
            rarity = self._rarity(seen.get(term, 0), term in COMMON_STEMS)
            if rarity > 0:
                vector[marked] = (1 + math.log(count)) * rarity if count > 1 else rarity
        return unit(vector)

    def _rarity(self, seen: int, common: bool) -> float:
        rarity = self._rarities.get((seen, common))
        if rarity is None:
            rules = self._rules
            prior = rules.prior_common if common else rules.prior_rare
            rarity = math.log((self._articles + rules.prior_articles) / (seen + rules.prior_articles * prior))
            self._rarities[seen, common] = rarity
        return rarity


def unit(vector: Mapping[str, float]) -> dict[str, float]:
    """The vector brought to length 1; an empty one stays empty."""
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def dot(left: Vector, right: Vector) -> float:
    """The likeness of two vectors of length 1, from 0 to 1."""
    if len(left) > len(right):
        left, right = right, left
    shared = list(filter(right.__contains__, left))  # in the left's order, so that sums round alike in every run
    return float(sum(map(mul, map(left.__getitem__, shared), map(right.__getitem__, shared))))


def total(vectors: Iterable[Vector]) -> dict[str, float]:
    """The sum of vectors."""
    summed: dict[str, float] = {}
    for vector in vectors:
        for term, weight in vector.items():
            summed[term] = summed.get(term, 0.0) + weight
    return summed


def heaviest(vector: Vector, number: int) -> list[str]:
    """The terms with most weight, ties in the order of the alphabet."""
    return sorted(vector, key=lambda term: (-vector[term], term))[:number]
