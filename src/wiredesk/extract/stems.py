"""The longer words of a text, cut so that endings do not part them, and without those that any two texts share."""

from __future__ import annotations

import re

STEM = 5  # letters
_LONGER = re.compile(r"\w{4,}")
_COMMON = """
about after again also been before being between both could does during each even every first from further have here
into just last less like made make many more most much must never next only other over said same says should since some
still such than that their them then there these they this those three through under until very want week well were what
when where which while will with would year years your
"""
_SHARED = frozenset(word[:STEM] for word in _COMMON.split())


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's longer words."""
    return frozenset([word[:STEM] for word in _LONGER.findall(text.lower())]) - _SHARED
