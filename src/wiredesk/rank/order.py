"""The score of a story, and the best ten of a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wiredesk.rank import lowering, signals
from wiredesk.rank.candidates import why_left_out
from wiredesk.rank.diversity import diversity
from wiredesk.rank.happenings import events as events_told
from wiredesk.rank.prominence import prominence
from wiredesk.rank.rules import Weights
from wiredesk.rank.seen import EarlierTellings, Seen, Signal, see
from wiredesk.types import LeftOut, Newslist, Placing, Ranked, Ranking, Reason, Source, Story

_DECIMALS = 6
_SIGNALS = ("sources", "freshness", "newness", "events", "prominence", "diversity", "outlets", "affair")
"""What counts; their weights make the whole."""


@dataclass(frozen=True, kw_only=True)
class _Known:
    """A candidate and its reasons, the balance of sections not yet among them."""

    seen: Seen
    reasons: dict[str, Reason]

    @property
    def total(self) -> float:
        return _sum(self.reasons)


def score(story: Story, news: Newslist, weights: Weights | None = None) -> dict[str, Reason]:
    """The reasons of a story's score on the newslist's day, by signal, as if no other stood above it; the score, 0 to
    100, is the sum of their shares."""
    weights = weights or Weights()
    seen = see(story, news, EarlierTellings(news.day, news.earlier))
    return _balanced(_Known(seen=seen, reasons=_reasons(seen, weights, news.sources)), 0, weights)


def top_ten(news: Newslist, weights: Weights | None = None) -> Ranking:
    """The best stories of the newslist's day, ranks from 1 without gaps.

    Candidates have an article published on the day or within the window before it, and are known by more than teasers
    of pages that nobody here has read; what came later takes no part.
    A story that an earlier approved edition told (`EarlierTellings`) comes back only with something new; where nobody
    worked that out, an article that none listed is taken for it. An editor's word (`Newslist.placing`) goes first.
    """
    weights, placing = weights or Weights(), news.placing
    asked_for = {*placing.pinned, *placing.order}
    tellings = EarlierTellings(news.day, news.earlier)
    known: list[_Known] = []
    left_out: list[LeftOut] = []
    reported = 0
    for story in news.stories.values():
        recent = _is_recent(story, news, weights)
        reported += recent
        if not (recent or (story.id in asked_for and story.id not in placing.spiked)):
            continue
        seen = see(story, news, tellings)
        if not seen.visible:
            continue
        why = why_left_out(seen, placing)
        if why is not None:
            left_out.append(why)
        else:
            known.append(_Known(seen=seen, reasons=_reasons(seen, weights, news.sources)))
    placed = _pin(_in_turn(known, weights, placing), placing.pinned)
    return Ranking(
        day=news.day,
        entries=tuple(replace(ranked, rank=rank) for rank, ranked in enumerate(placed[: weights.places], start=1)),
        since=news.day - timedelta(days=weights.window),
        reported=reported,
        left_out=tuple(sorted(left_out, key=lambda one: (one.reason, one.story))),
        places=weights.places,
    )


def _is_recent(story: Story, news: Newslist, weights: Weights) -> bool:
    """Whether an article of it was published on the day or within the window before."""
    days = [article.day for one in story.articles if (article := news.articles.get(one)) is not None]
    return any(one is not None and timedelta(0) <= news.day - one <= timedelta(days=weights.window) for one in days)


def _in_turn(known: Sequence[_Known], weights: Weights, placing: Placing) -> list[Ranked]:
    """The candidates best first, place by place: each place given changes what its section still has to offer.

    Pinned stories have their place whatever they score, so they come first here and count for their sections.
    """
    pinned = placing.pinned
    wanted = {id_: place for place, id_ in enumerate(placing.order)}

    def rank_of(one: _Known) -> tuple[int, float, int, int, str]:
        story, last = one.seen.story, one.seen.last or date.min
        first = -1 if story.id in pinned else wanted.get(story.id, len(wanted))
        return (first, -one.total, -story.independent_sources, -last.toordinal(), story.id)

    waiting = sorted(known, key=rank_of)
    taken: Counter[str | None] = Counter()
    ranked: list[Ranked] = []
    while waiting and len(ranked) < weights.places + len(pinned):
        offers = []
        for place, one in enumerate(waiting):
            reasons = _balanced(one, taken[one.seen.story.section], weights)
            offers.append((rank_of(one)[0], -_sum(reasons), place, reasons))
        _, negative, place, reasons = min(offers, key=lambda offer: offer[:3])
        story = waiting.pop(place).seen.story
        taken[story.section] += 1
        if story.id in pinned:
            where = pinned[story.id]
            editor = Reason(value=where, share=0.0, text=f"put at rank {where} by an editor")
            reasons = {"editor": editor, **reasons}
        elif story.id in wanted:
            where = wanted[story.id] + 1
            editor = Reason(value=where, share=0.0, text=f"put before the rest by an editor, as number {where}")
            reasons = {"editor": editor, **reasons}
        ranked.append(Ranked(rank=0, story=story.id, score=-negative, reasons=reasons))
    return ranked


def _pin(ranked: Sequence[Ranked], pinned: Mapping[str, int]) -> list[Ranked]:
    placed = [one for one in ranked if one.story not in pinned]
    fixed = [one for one in ranked if one.story in pinned]
    for one in sorted(fixed, key=lambda one: (pinned[one.story], one.story)):
        placed.insert(max(0, pinned[one.story] - 1), one)
    return placed


def _reasons(seen: Seen, weights: Weights, sources: Mapping[str, Source]) -> dict[str, Reason]:
    found: dict[str, Signal] = {
        "sources": signals.sources(seen, weights),
        "freshness": signals.freshness(seen, weights),
        "newness": signals.newness(seen, weights),
        "events": events_told(seen, weights),
        "prominence": prominence(seen, weights),
        "diversity": diversity(seen, weights, sources),
        "outlets": signals.outlets(seen, weights, sources),
        "affair": signals.affair(seen, weights),
    }
    reasons = {name: _reason(found[name], _points(name, weights)) for name in _SIGNALS}
    genre = lowering.genre(seen.story)
    return {**reasons, "genre": _reason(genre, -_sum(reasons) * min(1.0, weights.genre))}


def _balanced(one: _Known, above: int, weights: Weights) -> dict[str, Reason]:
    """The reasons with what the story loses where so many of its section stand above it; never more than it has."""
    signal = lowering.section(one.seen.story, above, weights)
    loss = min(one.total, _points("section", weights) * signal.strength)
    return {**one.reasons, "section": Reason(value=signal.value, share=-round(loss, _DECIMALS) + 0.0, text=signal.text)}


def _points(name: str, weights: Weights) -> float:
    """The points of 100 that a weight is worth."""
    whole = sum(float(getattr(weights, one)) for one in _SIGNALS) or 1.0
    return 100 * float(getattr(weights, name)) / whole


def _reason(signal: Signal, share: float) -> Reason:
    return Reason(value=signal.value, share=round(share * signal.strength, _DECIMALS) + 0.0, text=signal.text)


def _sum(reasons: Mapping[str, Reason]) -> float:
    return round(sum(reason.share for reason in reasons.values()), _DECIMALS)
