"""Elections in words: the vote, its count, and the government that comes of it are one affair."""

from __future__ import annotations

import re

_TOLD = re.compile(
    r"\b(?:elections?|electoral|ballots?|run-?offs?|recounts?|turnout|voters|counts? (?:the )?votes|votes counted"
    r"|coalition (?:talks|agreement|deal|government|partners?)|government programme"
    r"|(?:form|forms|formed|forming|formation of) (?:an? |the |its |his |her )?(?:new |coalition |minority )*government"
    r"|sworn in|swearing-in|(?:take|takes|took|taking) the oath|inaugurated as)\b",
    re.IGNORECASE,
)


def elections(text: str) -> tuple[str, ...]:
    """The words of a text by which it tells of an election or what follows one, as it prints them, each once.

    Nobody's having been elected is among them: that is what officials are, in news of every matter.
    """
    found: dict[str, str] = {}
    for match in _TOLD.finditer(text):
        found.setdefault(match.group().casefold(), match.group())
    return tuple(found.values())
