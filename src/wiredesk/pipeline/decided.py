"""Editors' decisions, replayed on what the stages computed. Pure functions; `pipeline` calls each at its place.

A decision's `target` is the articles that it is about: for a story those that it held when the editor decided, its
founding article first. So a decision finds its story again after any rebuild.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from wiredesk.types import Article, Decision, Published, RejectedDate, Story


def decided_article(article: Article, decisions: Iterable[Decision]) -> Article:
    """The article with the day and outlet that an editor gave it; the last word wins."""
    for decision in decisions:
        if article.id not in decision.target:
            continue
        if decision.kind == "date":
            article = replace(article, published=_decided_day(article.published, decision))
        elif decision.kind == "outlet":
            article = replace(article, outlet=decision.value)
    return article


def _decided_day(computed: Published, decision: Decision) -> Published:
    rejected = computed.rejected
    if computed.value is not None:
        machine = RejectedDate(
            value=computed.value.isoformat(),
            method=computed.method or "",
            evidence=computed.evidence or "",
            reason="an editor decided otherwise",
        )
        rejected = (*rejected, machine)
    return Published(
        value=date.fromisoformat(decision.value) if decision.value else None,
        method="given",
        evidence=f"decided by {decision.by}",
        not_before=computed.not_before,
        not_after=computed.not_after,
        rejected=rejected,
    )


def decided_stories(stories: Iterable[Story], decisions: Iterable[Decision]) -> Iterator[Story]:
    """The stories under the headlines that an editor gave them; they are gone through twice."""
    retitled = [decision for decision in decisions if decision.kind == "retitle"]
    named = {article for decision in retitled for article in decision.target}
    holding = story_by_article(one for one in stories if not named.isdisjoint(one.articles)) if named else {}
    titles = {story.id: one.value for one in retitled if (story := story_of(one, holding)) is not None}
    return (replace(one, headline=titles[one.id]) if one.id in titles else one for one in stories)


def story_by_article(stories: Iterable[Story]) -> dict[str, Story]:
    """The story that each article is in."""
    return {article: story for story in stories for article in story.articles}


def story_of(decision: Decision, holding: Mapping[str, Story]) -> Story | None:
    """The story that a decision is about: the one with most of its articles, as ids are kept; among equals that of the
    first. `holding`: stories by article."""
    held = [holding[article] for article in decision.target if article in holding]
    counted = Counter(story.id for story in held)
    return max(held, key=lambda story: counted[story.id], default=None)
