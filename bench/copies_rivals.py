"""Other ways to find copies, each by one number and its threshold: MinHash, simhash, exact paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy
from rensa import RMinHash  # type: ignore[attr-defined]

from bench.families import Labelled, pairs
from wiredesk.kit.shingles import shingles, word_hash, words
from wiredesk.types import Article

_PERMUTATIONS = 128
_SHINGLE = 3
_BITS = 64
_LEAST_PARAGRAPH = 8
"""Words; shorter paragraphs are shared by chance."""


def best_thresholds(made: Iterable[Labelled]) -> dict[str, float]:
    """For each rival the threshold whose pairs have the best F1 over these families."""
    made = list(made)
    chosen: dict[str, float] = {}
    for rival, (measure, candidates) in _RIVALS.items():
        alike = [measure(labelled.articles) for labelled in made]
        true = [_true(labelled) for labelled in made]

        def f_one(threshold: float, alike: list[Any] = alike, true: list[Any] = true) -> float:
            right = sum(int((one & (values >= threshold)).sum()) for one, values in zip(true, alike, strict=True))
            found = sum(int((values >= threshold).sum()) for values in alike)
            return 2 * right / max(1, found + sum(int(one.sum()) for one in true))

        chosen[rival] = max(candidates, key=f_one)
    return chosen


def found_by(rival: str, articles: Sequence[Article], threshold: float) -> set[tuple[str, str]]:
    """Pairs of ids that a rival calls copies."""
    measure, _ = _RIVALS[rival]
    left, right = numpy.nonzero(measure(articles) >= threshold)
    return {
        (min(articles[at].id, articles[to].id), max(articles[at].id, articles[to].id))
        for at, to in zip(left.tolist(), right.tolist(), strict=True)
    }


def _true(labelled: Labelled) -> Any:
    """A table of truth, the upper half."""
    families: dict[str, list[str]] = {}
    for id_, family in labelled.family.items():
        families.setdefault(family, []).append(id_)
    of_one = {pair for members in families.values() for pair in pairs(members)}
    number = {article.id: at for at, article in enumerate(labelled.articles)}
    table = numpy.zeros((len(number), len(number)), dtype=bool)
    for left, right in of_one:
        table[min(number[left], number[right]), max(number[left], number[right])] = True
    return table


def _by_minhash(articles: Sequence[Article]) -> Any:
    """Estimated Jaccard likeness of the shingles."""
    digests = []
    for article in articles:
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update([f"{value:016x}" for value in shingles(words(article.part("body")), _SHINGLE)])
        digests.append(sketch.digest())
    table = numpy.array(digests, dtype="uint32")
    return numpy.triu(numpy.array([(table == row).mean(1) for row in table]), 1)


def _by_simhash(articles: Sequence[Article]) -> Any:
    """Share of bits in which two simhashes of the words agree."""
    signs = []
    for article in articles:
        bits = numpy.zeros(_BITS)
        for word in words(article.part("body")):
            value = word_hash(word)
            bits += [1 if value >> place & 1 else -1 for place in range(_BITS)]
        signs.append(bits > 0)
    table = numpy.array(signs)
    return numpy.triu(numpy.array([(table == row).mean(1) for row in table]), 1)


def _by_paragraph(articles: Sequence[Article]) -> Any:
    """How many paragraphs two have in common, word for word."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for at, article in enumerate(articles):
        own = {tuple(words(text)) for text in article.body}
        for paragraph in sorted(one for one in own if len(one) >= _LEAST_PARAGRAPH):
            holders.setdefault(paragraph, []).append(at)
    table = numpy.zeros((len(articles), len(articles)))
    for sharing in holders.values():
        for place, left in enumerate(sharing):
            table[left, sharing[place + 1 :]] += 1
    return table


_RIVALS: dict[str, tuple[Callable[[Sequence[Article]], Any], tuple[float, ...]]] = {
    "MinHash alone": (_by_minhash, (0.02, 0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7)),
    "simhash": (_by_simhash, tuple((64 - bits) / 64 for bits in (1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20))),
    "exact paragraph": (_by_paragraph, (1, 2, 3, 4, 5)),
}
