"""The longer words of a text, cut so that endings do not part them: what two texts share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wiredesk.kit.text import words

_STEM = 5  # letters
_LONGER = re.compile(r"\w{4,}")
_COMMON = """
about after again also been before being between both could does during each even every first from further have here
into just last less like made make many more most much must never next only other over said same says should since some
still such than that their them then there these they this those three through under until very want week well were what
when where which while will with would year years your
"""
_SHARED = frozenset(word[:_STEM] for word in _COMMON.split())


def stems(texts: Iterable[str]) -> set[str]:
    """The stems of the longer words of texts; what a hyphen or an apostrophe joins is one word."""
    return {word[:_STEM] for text in texts for word in words(text.lower()) if len(word) > 3}


def overlap(line: str, text: set[str]) -> float:
    """Share of a line's longer words whose stems are among those of a text."""
    long = [word for word in words(line.lower()) if len(word) > 3]
    return sum(1 for word in long if word[:_STEM] in text) / len(long) if long else 0.0


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's longer words, without those that any two texts share."""
    return frozenset([word[:_STEM] for word in _LONGER.findall(text.lower())]) - _SHARED
