"""The wording of headlines: without what stands before and behind them, and the words that they share with a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wiredesk.kit.text import words

_BAR_TAIL = re.compile(r"\s+(?:[|·»]|::)\s+([^|·»]{2,40})$")
HEADLINE_TAIL = re.compile(r"\s+(?:[|–—·»]|-|::)\s+([^|–—·»]{2,40})$")
_SUBJECT = re.compile(r"^(?:Subject|Betreff|Objet|Asunto|Title|Headline):\s+")
STEM = 5  # letters


def headline_text(line: str) -> str:
    """The headline without the outlet's name that page titles carry behind a bar; behind a dash may stand a source."""
    line = _SUBJECT.sub("", line)
    shorter = _BAR_TAIL.sub("", line)
    return shorter if len(words(shorter)) >= 4 else line


def stems(texts: Iterable[str]) -> set[str]:
    """The longer words of texts, cut so that endings do not part them."""
    return {word[:STEM] for text in texts for word in words(text.lower()) if len(word) > 3}


def overlap(line: str, text: set[str]) -> float:
    """Share of a line's longer words that a text uses."""
    long = [word for word in words(line.lower()) if len(word) > 3]
    return sum(1 for word in long if word[:STEM] in text) / len(long) if long else 0.0
