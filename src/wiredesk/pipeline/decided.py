"""Editors' decisions, replayed on what the stages computed. Pure functions; `pipeline` calls each at its place.

A decision's `target` is the articles that it is about: for a story those that it held when the editor decided, its
founding article first. So a decision finds its story again after any rebuild.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def decided_groups(groups: Sequence[Sequence[str]], decisions: Iterable[Decision]) -> list[list[str]]:
    """Article ids by story, after merges, splits and moves, in the order in which they were decided.

    No article is lost or in two groups; the order of groups and members is kept.
    """
    result = [list(group) for group in groups]
    for decision in decisions:
        if decision.kind == "merge":
            _merge(result, decision.target)
        elif decision.kind == "split":
            _split(result, decision.target)
        elif decision.kind == "move":
            _move(result, decision.target)
    return [group for group in result if group]


def _merge(groups: list[list[str]], target: Sequence[str]) -> None:
    holders = [group for group in groups if any(article in group for article in target)]
    for other in holders[1:]:
        holders[0].extend(other)
        other.clear()


def _split(groups: list[list[str]], target: Sequence[str]) -> None:
    leaving = [article for group in groups for article in group if article in target]
    if not leaving:
        return
    for group in groups:
        group[:] = [article for article in group if article not in leaving]
    groups.append(leaving)


def _move(groups: list[list[str]], target: Sequence[str]) -> None:
    """The first target is the article to move, the others are the story that it moves to."""
    moving, *there = target
    goal = next((group for group in groups if any(article in group for article in there)), None)
    if goal is None or moving in goal or not any(moving in group for group in groups):
        return
    for group in groups:
        if moving in group:
            group.remove(moving)
    goal.append(moving)


def decided_stories(stories: Sequence[Story], decisions: Iterable[Decision]) -> list[Story]:
    """The stories under the headlines that an editor gave them."""
    titles = {
        story.id: decision.value
        for decision in decisions
        if decision.kind == "retitle" and (story := story_of(decision, stories)) is not None
    }
    return [replace(story, headline=titles.get(story.id, story.headline)) for story in stories]


def story_of(decision: Decision, stories: Iterable[Story]) -> Story | None:
    """The story that a decision is about: the one with its founding article, else with most of its articles."""
    best: Story | None = None
    most = 0
    for story in stories:
        held = set(story.articles)
        if decision.target and decision.target[0] in held:
            return story
        shared = len(held.intersection(decision.target))
        if shared > most:
            best, most = story, shared
    return best
