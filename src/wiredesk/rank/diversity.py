"""The signal of diversity: from how many countries and by what kinds of outlets a story is told in their own words."""

from __future__ import annotations

from collections.abc import Mapping

from wiredesk.kit.places import country_name
from wiredesk.rank.rules import Weights
from wiredesk.rank.seen import Seen, Signal, linear, listed
from wiredesk.types import Article, Source

_KINDS = {"own": "own reporting", "wire": "agency copy", "newsletter": "newsletters"}


def diversity(seen: Seen, weights: Weights, sources: Mapping[str, Source]) -> Signal:
    """Countries beyond the first and kinds beyond the first.

    A country counts where an outlet of it tells the story in its own words: an agency's report that ten countries
    reprint is one view of it. `sources` by outlet; an outlet that it does not know has no country.
    """
    kinds = {kind_of(article) for article in seen.visible}
    own = [sources.get(article.via or article.outlet or "") for article in seen.visible if kind_of(article) != "wire"]
    codes = {source.country.upper() for source in own if source is not None and source.country}
    value = max(0, len(codes) - 1) + max(0, len(kinds) - 1)
    told_by = listed([words for kind, words in _KINDS.items() if kind in kinds]) if kinds else "nobody"
    where = f" from {listed(sorted(country_name(code) for code in codes))}" if codes else ""
    return Signal(value=value, strength=linear(value, weights.diversity_full), text=f"told{where} by {told_by}")


def kind_of(article: Article) -> str:
    """`newsletter`, `wire` (another's copy, by its credit) or `own`."""
    if article.via:
        return "newsletter"
    credited = article.credit_basis == "stated" and article.credit and article.credit != article.outlet
    return "wire" if credited else "own"
