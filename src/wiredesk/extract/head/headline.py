"""The wording of headlines, without what stands before and behind them."""

from __future__ import annotations

import re

from wiredesk.kit.text import words

_BAR_TAIL = re.compile(r"\s+(?:[|·»]|::)\s+([^|·»]{2,40})$")
HEADLINE_TAIL = re.compile(r"\s+(?:[|–—·»]|-|::)\s+([^|–—·»]{2,40})$")
_SUBJECT = re.compile(r"^(?:Subject|Betreff|Objet|Asunto|Title|Headline):\s+")


def headline_text(line: str) -> str:
    """The headline without the outlet's name that page titles carry behind a bar; behind a dash may stand a source."""
    line = _SUBJECT.sub("", line)
    shorter = _BAR_TAIL.sub("", line)
    return shorter if len(words(shorter)) >= 4 else line
