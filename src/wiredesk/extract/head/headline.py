"""The wording of headlines, without what stands before and behind them."""

from __future__ import annotations

import re

from wiredesk.kit.text import fold, words

_BAR_TAIL = re.compile(r"\s+(?:[|·»]|::)\s+([^|·»]{2,40})$")
HEADLINE_TAIL = re.compile(r"\s+(?:[|–—·»]|-|::)\s+([^|–—·»]{2,40})$")
NAME_FIRST = re.compile(r"^([^:|–—·»]{2,40}?)(?::|\s+(?:[|–—·»]|-|::))\s+")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")
_LEAST = 3  # words of a headline that stands behind the outlet's name; set by hand
_SUBJECT = re.compile(r"^(?:Subject|Betreff|Objet|Asunto|Title|Headline):\s+")


def headline_text(line: str) -> str:
    """The headline without the outlet's name that page titles carry behind a bar; behind a dash may stand a source."""
    line = _SUBJECT.sub("", line)
    shorter = _BAR_TAIL.sub("", line)
    return shorter if len(words(shorter)) >= 4 else line


def without_name(line: str, outlet: str | None) -> str:
    """A title without the outlet's name before it ("Town Times: ...") or behind a bar or dash; `outlet`: its name, or
    the host of its site."""
    if not outlet:
        return line
    found = NAME_FIRST.match(line)
    if found and len(words(line[found.end() :])) >= _LEAST and is_outlet(found[1], outlet):
        return line[found.end() :].strip()
    found = HEADLINE_TAIL.search(line)
    if found and len(words(line[: found.start()])) >= _LEAST and is_outlet(found[1], outlet):
        return line[: found.start()].strip()
    return line


def is_outlet(name: str, outlet: str) -> bool:
    """Whether a name is the outlet's: "Town Times" and "The Town Times", and at `www.towntimes.com`."""
    if _HOST.fullmatch(outlet):
        plain = fold(name).replace(" ", "").removeprefix("the")
        return plain in {label.replace("-", "").removeprefix("the") for label in outlet.split(".")[:-1]}
    return fold(name).removeprefix("the ") == fold(outlet).removeprefix("the ")
