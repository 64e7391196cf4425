"""What the class, id and role of an element say that it is."""

from __future__ import annotations

import re
from itertools import product

import pytest

from wiredesk.extract.pages.marks import _PATTERNS, kinds


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("article-body", {"article", "body"}),
        ("story__text post", {"article", "body"}),
        ("ad", {"ad"}),
        ("ads-12 x-ad", {"ad"}),
        ("shadow", set()),
        ("tldr", {"summary"}),
        ("tl-dr", {"summary"}),
        ("instagram-media", {"post"}),
        ("site-nav 42", {"nav"}),
        ("", set()),
    ],
)
def test_words_are_told_by_the_conventions_of_publishing_systems(words: str, found: set[str]) -> None:
    assert kinds(words) == found


def test_trying_only_patterns_whose_start_stands_in_a_word_misses_none() -> None:
    pieces = sorted({piece for pattern in _PATTERNS.values() for piece in re.findall(r"[a-z]{2,}", pattern.pattern)})
    words = [*pieces, *(f"{one}{mark}{other}" for one, other in zip(pieces, pieces[7:], strict=False) for mark in "-_")]
    words += [f"{mark}{one}{mark}" for one, mark in product(pieces, ("-", "_", "x"))]
    for word in words:
        assert kinds(word) == {name for name, pattern in _PATTERNS.items() if pattern.search(word)}, word
