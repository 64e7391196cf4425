"""Reads whose government issues a statement that has no dateline, from the line that it opens with."""

from __future__ import annotations

import re

from wiredesk.kit.places import Place

_LETTERHEAD = 120
"""Characters that a letterhead or the line "The Ministry of ... informs:" has at most; set by hand."""
_OFFICE = re.compile(
    r"(?:The )?(?:Ministry|Department|Presidency|Office of the (?:President|Prime Minister))\b[^.;:]*$"
)
_GOES_ON = re.compile(
    r"[\s.:,|–—-]*(?:(?:informs|announces|communicates|wishes|press|media|statement|communiqu)\b.*)?$",
    re.IGNORECASE | re.DOTALL,
)


def issuing_country(texts: dict[str, str], places: dict[str, list[Place]]) -> str | None:
    """Country of the ministry whose letterhead a headline or first paragraph is: "Ministry of Trade of Peru"."""
    for part in list(texts)[:_PARTS]:
        text, named = texts[part].split("\n", 1)[0], places[part]
        first = next((place for place in named if place.kind == "country"), None)
        if first is None or len(text) > _LETTERHEAD or first.end > len(text):
            continue
        if _OFFICE.match(text[: first.start]) and _GOES_ON.match(text[first.end :]):
            return first.country
    return None


_PARTS = 2
"""Headline and body, or the first two."""
