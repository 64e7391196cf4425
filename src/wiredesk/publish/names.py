"""Names in lists: what an outlet is called, whose spellings differ from page to page, and the order of names."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

from wiredesk.types import Article


def printed_name(articles: Iterable[Article]) -> str:
    """The name of the outlet of some articles, as it is printed most often."""
    counts = Counter(one.outlet for one in articles if one.outlet)
    return min(counts, key=lambda name: (-counts[name], name))


def name_key(name: str) -> tuple[str, str]:
    """What a name is sorted by: without case and accents, then as it is."""
    parted = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in parted if not unicodedata.combining(one)), name


def first_letter(name: str) -> str:
    """The letter under which a name stands, without accents; "#" for what begins with none."""
    plain = name_key(name)[0].lstrip(" \"'“”‘’«»-(.")
    return plain[:1].upper() if plain[:1].isalpha() else "#"
