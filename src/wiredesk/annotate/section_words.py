"""What the words of a text say of its section: a table of words with weights, added up.

The table (`data/section_words.tsv`) is made by `scripts/train_sections.py`; `docs/reference/sections.md` tells how, and
how good it is. It is read once, when the first article is annotated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from math import sqrt
from pathlib import Path

from wiredesk.annotate.rules import HEADLINE_COUNTS, SECTION_READS
from wiredesk.types import Article

_TABLE = Path(__file__).parent / "data" / "section_words.tsv"
_WORD = re.compile(r"[a-z]+")
_SHORTEST_PLURAL = 4
_LONGEST_WORD = 30
"""Characters of a word and what parts it from the next, at most: no more of a long paragraph is looked at."""


def word_scores(article: Article) -> dict[str, float]:
    """Points for each section, by name; empty for a text without a known word, or not in English."""
    if article.language and not article.language.startswith("en"):
        return {}
    table = _table()
    scores: dict[str, float] = {}
    found = features(article, table)
    for word, value in found.items():
        for section, weight in table[word]:
            scores[section] = scores.get(section, 0.0) + weight * value
    if found:
        for section, weight in table[""]:
            scores[section] = scores.get(section, 0.0) + weight
    return scores


def features(article: Article, known: Mapping[str, object]) -> dict[str, float]:
    """How much each known word counts: the root of how often it stands there, all of them of length one together.

    Words and pairs of words ("interest-rate") of the headline and the first words of the text, plurals as singulars.
    """
    found: Counter[str] = Counter()
    left = SECTION_READS
    for times, text in (
        (HEADLINE_COUNTS, article.headline or ""),
        *((1, text) for text in (*article.lead, *article.body)),
    ):
        before = ""
        for word in _WORD.findall(text[: left * _LONGEST_WORD].lower())[:left]:
            one = singular(word)
            if one in known:
                found[one] += times
            pair = f"{before}-{one}"
            if pair in known:
                found[pair] += times
            before = one
            left -= times == 1
        if left <= 0:
            break
    found.pop("", None)
    length = sqrt(sum(found.values()))
    return {word: sqrt(number) / length for word, number in found.items()}


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """The word without the ending of an English plural, roughly: what matters is that both forms become one."""
    if len(word) < _SHORTEST_PLURAL or word[-1] != "s" or word[-2] in "sui":
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > _SHORTEST_PLURAL else word[:-1]


@cache
def _table() -> dict[str, tuple[tuple[str, float], ...]]:
    """Word to sections and weights; "" has what each section starts with."""
    table: dict[str, list[tuple[str, float]]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, section, weight = line.split("\t")
            table.setdefault(word, []).append((section, float(weight)))
    return {word: tuple(weights) for word, weights in table.items()}
