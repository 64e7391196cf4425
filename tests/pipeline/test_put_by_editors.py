"""A story says of the articles that an editor put into it, and of no others, that an editor did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.pipeline.taken_back import EARLIER, EVENING, HEADLINE, SETTINGS

from wiredesk.pipeline.decide import decide, undo
from wiredesk.pipeline.decided_groups import decided_groups, put_by_editors
from wiredesk.pipeline.read import read_desk
from wiredesk.pipeline.update import Stage, add, update
from wiredesk.store import Store
from wiredesk.types import Decision, DecisionKind, Story

COMPUTED = (("a", "b", "c"), ("d",), ("e", "f"))

Taken = tuple[DecisionKind, Sequence[str]]


@pytest.mark.parametrize(
    ("taken", "put"),
    [
        ([], ""),
        ([("move", "da")], "d"),
        ([("move", "ad")], "a"),  # of two the one that was moved, though the story it went to is as small
        ([("merge", "ea")], "ef"),
        ([("merge", "de")], "d"),
        ([("merge", "ade")], "def"),
        ([("split", "a")], ""),
        ([("split", "b"), ("move", "be")], "b"),
        ([("move", "da"), ("split", "d")], ""),
        ([("move", "ce"), ("move", "ca")], ""),
    ],
    ids=str,
)
def test_what_stems_from_another_group_than_most_was_put_there(taken: list[Taken], put: str) -> None:
    decisions = [
        Decision(id=str(number), kind=kind, target=tuple(target), value=None, by="e", at=EVENING)
        for number, (kind, target) in enumerate(taken)
    ]
    assert put_by_editors(COMPUTED, decided_groups(COMPUTED, decisions)) == set(put)


def told_by_editor(story: Story) -> set[str]:
    return {one.article for one in story.why if one.basis == "decision"}


def test_a_story_says_so_after_every_update_until_the_decision_is_taken_back(tmp_path: Path) -> None:
    now = datetime(2026, 3, 11, tzinfo=UTC)
    with Store.create(tmp_path / "desk") as store:
        add(store, EARLIER, EVENING)
        update(store, SETTINGS, EVENING)
        before = read_desk(store).groups.stories
        visit = next(one for one in before.values() if one.headline == HEADLINE)
        (ferry,) = (one for one in before.values() if one.id != visit.id)
        assert not any(told_by_editor(one) for one in before.values())
        decide(store, "merge", [visit.articles[0], ferry.articles[0]], None, "mira", now)
        stages: tuple[Stage | None, ...] = (None, "group")
        for rebuild in stages:
            update(store, SETTINGS, now, rebuild_from=rebuild)
            (story,) = read_desk(store).groups.stories.values()
            assert tuple(one.article for one in story.why) == story.articles
            assert told_by_editor(story) == set(ferry.articles)
            assert {one.reason for one in story.why if one.basis == "decision"} == {"an editor put it here"}
        undo(store, None, now)
        update(store, SETTINGS, now)
        assert read_desk(store).groups.stories == before
