"""Whatever comes in whatever order: no article is lost, decisions win, addresses hold."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.pipeline.made_desk import NOW, articles, bring, damage, desk, emptied, group_waiting

from wiredesk.errors import UsageError
from wiredesk.faces.deciding import take_decision
from wiredesk.pipeline.group import Groups, load_groups, regroup
from wiredesk.pipeline.read import read_decisions
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.store.decisions import add_decision
from wiredesk.store.groups import load_redirects
from wiredesk.types import Decision, Event

Step = tuple[str, int, int]
"""What is done, and two numbers that choose of what."""

# As many as a check-in has to pass; on a developer's machine enough to find what breaks at once.
SEQUENCES = 500 if os.environ.get("CI") else 30
KINDS = ("add", "add", "late", "merge", "split", "move", "retitle", "join", "part", "undo", "rebuild", "damage")

steps = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 11), st.integers(0, 11)), min_size=3, max_size=12)


_QUIET: dict[str, Any] = {
    "deadline": None,
    "derandomize": True,
    "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """Two stores that every sequence finds empty."""
    with desk(Path(tmp_path_factory.mktemp("one"))) as one, desk(Path(tmp_path_factory.mktemp("two"))) as two:
        yield one, two


@settings(max_examples=SEQUENCES, **_QUIET)
@example(taken=[("late", 6, 0), ("late", 5, 0), ("part", 0, 1), ("late", 7, 0), ("join", 0, 1), ("undo", 1, 0)])
@example(taken=[("add", 7, 0), ("add", 8, 0), ("merge", 0, 1), ("late", 11, 0), ("undo", 0, 0)])
@given(taken=steps)
def test_a_desk_stays_whole_through_any_sequence(stores: tuple[Store, Store], taken: list[Step]) -> None:
    _live_through(*stores, taken)


@pytest.fixture
def _states_of_every_day() -> Iterator[None]:
    """States of the indexes are kept from the first article on, as large desks keep them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("wiredesk.pipeline.copied.WORTH", 1)
        patch.setattr("wiredesk.pipeline.streamed.WORTH", 1)
        yield


@pytest.mark.usefixtures("_states_of_every_day")
@settings(max_examples=SEQUENCES // 10, **_QUIET)
@example(taken=[("late", 11, 0), ("late", 6, 0), ("late", 3, 0), ("damage", 0, 1), ("late", 4, 0), ("damage", 1, 0)])
@given(taken=steps)
def test_states_kept_by_earlier_updates_change_nothing(stores: tuple[Store, Store], taken: list[Step]) -> None:
    _live_through(*stores, [step for one in taken for step in (one, ("rebuild", 0, 0))])


def _live_through(store: Store, other: Store, taken: Sequence[Step]) -> None:
    emptied(store)
    known: list[int] = []
    given_out: set[str] = set()
    before = load_groups(store)
    taken_on: dict[str, tuple[tuple[int, ...], tuple[str, ...], Groups]] = {}
    for step in [("add", 0, 0), ("add", 4, 0), *taken]:
        standing = tuple(one.id for one in read_decisions(store) if one.undone is None)
        undone = _do(store, step, known)
        group_waiting(store)
        after = load_groups(store)
        decisions = [one for one in read_decisions(store) if one.undone is None]
        _whole(after, known)
        _decided(after, decisions)
        _same_ids(before, after, {articles()[number].id for number in known})
        given_out |= _ids(after)
        _addresses_hold(store, given_out, after)
        if step[0] == "rebuild":  # updates that go on from what the last one left give what all articles taken anew do
            assert after == before
        if decisions and decisions[-1].id not in standing:
            taken_on[decisions[-1].id] = tuple(known), standing, before
        if undone is not None:
            if taken_on[undone.id][:2] == (tuple(known), tuple(one.id for one in decisions)):
                _leads_back(store, taken_on[undone.id][2], after)
            assert _told(after) == _told_from_scratch(other, known, decisions)
        before = after
    assert _told(before) == _told_from_scratch(other, known, decisions)


def _do(store: Store, step: Step, known: list[int]) -> Decision | None:
    """Take a step; one that is not possible just then is passed over. What was undone, if anything."""
    kind, first, second = step
    groups = load_groups(store)
    stories = list(groups.stories.values())
    story, another = (
        stories[first % len(stories)] if stories else None,
        stories[second % len(stories)] if stories else None,
    )
    if kind in ("add", "late"):
        missing = [number for number in range(len(articles())) if number not in known]
        if missing:  # the next one of the day, or any
            chosen = missing[0] if kind == "add" and first % 2 else missing[first % len(missing)]
            known.append(chosen)
            bring(store, [chosen])
    elif kind == "rebuild":
        regroup(store, Settings(), [], anew=True)
    elif kind == "damage":
        damage(store, first, second)
    elif kind == "undo":
        standing = [one for one in read_decisions(store) if one.undone is None]
        if standing:
            chosen_one = standing[-1 if first % 2 else second % len(standing)]
            take_decision(store, "undo", [chosen_one.id], "mira", NOW)
            return chosen_one
    elif kind in ("join", "part"):
        _regroup_events(store, list(groups.events.values()), kind, first, second)
    elif story is None or another is None:
        pass
    elif kind == "merge" and story is not another:
        take_decision(store, "merge", [story.id, another.id], "mira", NOW)
    elif kind == "split" and len(story.articles) > 1:
        take_decision(store, "split", [story.articles[second % len(story.articles)]], "mira", NOW)
    elif kind == "move" and story is not another:
        take_decision(store, "move", [story.articles[second % len(story.articles)], another.id], "mira", NOW)
    elif kind == "retitle":
        take_decision(store, "retitle", [story.id, f"Headline {second}"], "mira", NOW)
    return None


def _regroup_events(store: Store, events: Sequence[Event], kind: str, first: int, second: int) -> None:
    """Join two events of one type, or part a report from one; what cannot be is refused, and is passed over."""
    if not events:
        return
    one, other = events[first % len(events)], events[second % len(events)]
    named = other.id if kind == "join" else one.articles[second % len(one.articles)]
    with suppress(UsageError):
        take_decision(store, kind, [one.id or "", named or ""], "mira", NOW)


def _whole(groups: Groups, known: Sequence[int]) -> None:
    """Every article is in exactly one story and one copy set; what hangs on stories hangs on living ones."""
    expected = sorted(articles()[number].id for number in known)
    assert sorted(id_ for story in groups.stories.values() for id_ in story.articles) == expected
    assert sorted(copy.id for one in groups.copies.values() for copy in one.articles) == expected
    for story in groups.stories.values():
        assert set(story.copies) <= set(groups.copies)
        assert story.thread is None or story.id in groups.threads[story.thread].stories
    for event in groups.events.values():
        assert event.story in groups.stories
    for thread in groups.threads.values():
        assert set(thread.stories) <= set(groups.stories)


def _decided(groups: Groups, decisions: Sequence[Decision]) -> None:
    """What an editor merged is together, what she parted is apart, what she moved is there; the last word holds."""
    home = {id_: story.id for story in groups.stories.values() for id_ in story.articles}
    verdicts: dict[frozenset[str], bool] = {}
    for one in decisions:
        if one.kind == "merge":
            verdicts.update({frozenset(pair): True for pair in combinations(one.target, 2)})
        elif one.kind in ("split", "move"):
            article, *others = one.target
            for pair in [pair for pair in verdicts if article in pair and verdicts[pair]]:
                del verdicts[pair]
            if one.kind == "split":
                verdicts.update({frozenset({article, other}): False for other in others})
            else:
                for other in others:
                    verdicts.pop(frozenset({article, other}), None)
                verdicts[frozenset({article, others[0]})] = True
    for pair, together in verdicts.items():
        left, right = pair
        assert (home[left] == home[right]) == together, (pair, together)
    titles = [one for one in decisions if one.kind == "retitle"]
    if titles:
        named = {groups.stories[home[id_]].headline for id_ in titles[-1].target}
        assert titles[-1].value in named


def _same_ids(before: Groups, after: Groups, known: set[str]) -> None:
    """A story with most of the articles of a former one, and not more of others than of that, has its id."""
    for id_, story in before.stories.items():
        held = set(story.articles)
        former = {one for other in before.stories.values() for one in other.articles}
        for now in after.stories.values():
            shared = held & set(now.articles)
            if 2 * len(shared) > len(held) and 2 * len(shared) > len(former & set(now.articles)):
                assert now.id == id_
    assert {one for story in after.stories.values() for one in story.articles} == known


def _ids(groups: Groups) -> set[str]:
    return {*groups.stories, *groups.copies, *groups.threads, *groups.events, *groups.people}


def _addresses_hold(store: Store, given_out: set[str], groups: Groups) -> None:
    """An id lives, or leads at once to one that does."""
    living = _ids(groups)
    with store.reading() as connection:
        redirects = load_redirects(connection)
    assert living.isdisjoint(redirects)
    assert set(redirects.values()) <= living
    assert given_out <= living | set(redirects)


def _leads_back(store: Store, before: Groups, after: Groups) -> None:
    """Every address leads to what it led to before the decision that was undone; nearly always it is the same one."""
    with store.reading() as connection:
        redirects = load_redirects(connection)
    for id_, story in before.stories.items():
        now = after.stories[redirects.get(id_, id_)]
        assert (now.articles, now.headline, now.thread is None) == (
            story.articles,
            story.headline,
            story.thread is None,
        )
    assert len(after.stories) == len(before.stories)


def _told(groups: Groups) -> object:
    """What a desk tells, whatever its ids are."""
    stories = {id_: (story.articles, story.headline) for id_, story in groups.stories.items()}
    return (
        sorted(stories.values()),
        sorted((one.origin.article, one.origin.how, repr(one.articles)) for one in groups.copies.values()),
        sorted(sorted(stories[id_] for id_ in thread.stories) for thread in groups.threads.values()),
        sorted((event.type, event.when or "", event.articles, event.witnesses) for event in groups.events.values()),
        sorted((person.name, person.names) for person in groups.people.values()),
    )


def _told_from_scratch(store: Store, known: Sequence[int], decisions: Sequence[Decision]) -> object:
    """What a new desk tells that gets the same articles in another order, and then the decisions that stand."""
    emptied(store)
    bring(store, sorted(known, reverse=True))
    with store.writing() as connection:
        for decision in decisions:
            add_decision(connection, decision)
    group_waiting(store)
    return _told(load_groups(store))
