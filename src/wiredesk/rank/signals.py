"""The signals that count: sources, outlets, freshness, newness, affair. One function a signal."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from wiredesk.kit.urls import host_of
from wiredesk.rank.rules import Weights
from wiredesk.rank.seen import Seen, Signal, count, linear, logarithmic
from wiredesk.types import Source


def sources(seen: Seen, weights: Weights) -> Signal:
    """Independent sources, on a logarithmic scale: the second says more than the tenth."""
    number = max(1, min(seen.story.independent_sources, len(seen.visible)))
    text = "one source only" if number == 1 else f"{number} sources that do not derive from one another"
    return Signal(value=number, strength=logarithmic(number, weights.sources_full), text=text)


def outlets(seen: Seen, weights: Weights, sources: Mapping[str, Source]) -> Signal:
    """Outlets that carry it, on a logarithmic scale: the root of outlets times owners.

    Twenty papers of one chain reach many readers by the choice of one editor: they count for more than one paper and
    for less than twenty.
    """
    # pages of which neither outlet nor address is known may all be of one
    names = {one.via or one.outlet or host_of(one.url or "") or "" for one in seen.visible}
    owners = {source.owner if (source := sources.get(name)) and source.owner else name for name in names}
    number = max(1.0, sqrt(len(names) * len(owners)))
    text = "carried by one outlet" if len(names) <= 1 else f"carried by {len(names)} outlets"
    if len(owners) < len(names):
        text += f" of {count(len(owners), 'owner')}"
    return Signal(value=round(number, 4), strength=logarithmic(number, weights.outlets_full), text=text)


def freshness(seen: Seen, weights: Weights) -> Signal:
    """Days since its latest article, halving every `freshness_half_life` days."""
    days = (seen.day - (seen.last or seen.day)).days
    half_life = weights.freshness_half_life
    strength = 0.5 ** (days / half_life) if half_life > 0 else float(days == 0)
    text = "reported on the day itself" if days == 0 else f"last reported {count(days, 'day')} before"
    return Signal(value=days, strength=strength, text=text)


def newness(seen: Seen, weights: Weights) -> Signal:
    """What no earlier approved edition could tell: sentences, not articles, since twenty reprints bring nothing new.

    Where nobody worked out what is new, the share of articles that no edition listed.
    """
    if seen.told_on is None:
        text = "not told in an earlier edition"
        if seen.affair_on is not None:
            text += f", though the edition of {seen.affair_on.isoformat()} told another story of the same affair"
        return Signal(value=1.0, strength=1.0, text=text)
    since = f"since the edition of {seen.told_on.isoformat()}"
    if seen.new is None:
        number = len(seen.new_articles)
        share = number / len(seen.visible) if seen.visible else 0.0
        return Signal(value=round(share, 4), strength=share, text=f"{count(number, 'new article')} {since}")
    strength = linear(len(seen.new), weights.newness_full) if seen.new else 0.0
    text = f"{count(len(seen.new), 'sentence')} of news" if seen.new else "nothing new"
    return Signal(value=round(strength, 4), strength=strength, text=f"{text} {since}")


def affair(seen: Seen, weights: Weights) -> Signal:
    """Earlier stories of its thread."""
    text = (
        "no earlier story of this affair"
        if not seen.before
        else (f"follows {count(seen.before, 'earlier story', 'earlier stories')} of the same affair")
    )
    return Signal(value=seen.before, strength=linear(seen.before, weights.affair_full), text=text)
