"""The score of a story, and the best ten of a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from wiredesk.rank import signals
from wiredesk.rank.rules import Weights
from wiredesk.rank.signals import Seen, Signal, see
from wiredesk.types import Article, Edition, Event, Ranked, Ranking, Reason, Story, Thread

_DECIMALS = 6


def score(
    story: Story,
    day: date,
    *,
    articles: Mapping[str, Article],
    events: Sequence[Event] = (),
    stories: Mapping[str, Story] | None = None,
    threads: Mapping[str, Thread] | None = None,
    weights: Weights | None = None,
    earlier: Sequence[Edition] = (),
) -> dict[str, Reason]:
    """The reasons of a story's score on a day, by signal; the score, 0 to 100, is the sum of their shares.

    `earlier`: editions; only approved ones of days before count.
    """
    seen = see(story, day, articles, events, stories or {}, threads or {})
    return _reasons(seen, weights or Weights(), earlier)


def top_ten(
    stories: Sequence[Story],
    day: date,
    *,
    articles: Mapping[str, Article],
    events: Sequence[Event] = (),
    threads: Mapping[str, Thread] | None = None,
    weights: Weights | None = None,
    earlier: Sequence[Edition] = (),
    pinned: Mapping[str, int] | None = None,
    spiked: Collection[str] = (),
    order: Sequence[str] = (),
) -> Ranking:
    """The day's best stories, ranks from 1 without gaps.

    Candidates have an article published on the day or within the window before it; what came later takes no part.
    A story that an earlier approved edition told comes back only with a new article. An editor's word goes first:
    `pinned` gives story ids a rank, `spiked` ones are left out, those in `order` go before the rest in that order.
    """
    weights = weights or Weights()
    by_id = {story.id: story for story in stories}
    asked_for = {**(pinned or {}), **dict.fromkeys(order, 0)}
    known = []
    for story in stories:
        seen = see(story, day, articles, events, by_id, threads or {})
        if story.id in spiked or not seen.visible:
            continue
        if story.id in asked_for or _is_candidate(seen, weights, earlier):
            reasons = _reasons(seen, weights, earlier)
            total = round(sum(reason.share for reason in reasons.values()), _DECIMALS)
            known.append((seen, Ranked(rank=0, story=story.id, score=total, reasons=reasons)))
    wanted = {id_: place for place, id_ in enumerate(order)}
    known.sort(
        key=lambda item: (
            wanted.get(item[1].story, len(wanted)),
            -item[1].score,
            -item[0].story.independent_sources,
            -(item[0].last or date.min).toordinal(),
            item[1].story,
        )
    )
    placed = _pin([_told(ranked, pinned or {}) for _, ranked in known], pinned or {})
    return Ranking(
        day=day,
        entries=tuple(replace(ranked, rank=rank) for rank, ranked in enumerate(placed[: weights.places], start=1)),
    )


def _is_candidate(seen: Seen, weights: Weights, earlier: Sequence[Edition]) -> bool:
    if seen.last is None or seen.day - seen.last > timedelta(days=weights.window):
        return False
    new, last_told = signals.new_articles(seen, earlier)
    return last_told is None or bool(new)


def _told(ranked: Ranked, pinned: Mapping[str, int]) -> Ranked:
    """A ranked story that says so where an editor gave it its place."""
    if ranked.story not in pinned:
        return ranked
    place = pinned[ranked.story]
    reason = Reason(value=place, share=0.0, text=f"put at rank {place} by an editor")
    return replace(ranked, reasons={"editor": reason, **ranked.reasons})


def _pin(ranked: Sequence[Ranked], pinned: Mapping[str, int]) -> list[Ranked]:
    placed = [one for one in ranked if one.story not in pinned]
    fixed = [one for one in ranked if one.story in pinned]
    for one in sorted(fixed, key=lambda one: (pinned[one.story], one.story)):
        placed.insert(max(0, pinned[one.story] - 1), one)
    return placed


def _reasons(seen: Seen, weights: Weights, earlier: Sequence[Edition]) -> dict[str, Reason]:
    found: dict[str, Signal] = {
        "sources": signals.sources(seen, weights),
        "freshness": signals.freshness(seen, weights),
        "newness": signals.newness(seen, earlier),
        "events": signals.events(seen, weights),
        "outlets": signals.outlets(seen, weights),
        "countries": signals.countries(seen, weights),
        "affair": signals.affair(seen, weights),
    }
    weight = {name: float(getattr(weights, name)) for name in found}
    whole = sum(weight.values()) or 1.0
    return {
        name: Reason(
            value=signal.value,
            share=round(100 * weight[name] * signal.strength / whole, _DECIMALS),
            text=signal.text,
        )
        for name, signal in found.items()
    }
