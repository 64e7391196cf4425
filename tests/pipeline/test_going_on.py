"""An update goes on from what the last one left: it takes again only what may have changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.pipeline.made_desk import NOW, bring, desk, group_waiting

from wiredesk.copies import CopyIndex
from wiredesk.faces.deciding import take_decision
from wiredesk.pipeline.copied import FOLDER
from wiredesk.pipeline.group import load_groups, regroup
from wiredesk.pipeline.kept import kept_days
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.stories import StoryStream


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr("wiredesk.pipeline.copied.WORTH", 1)
    monkeypatch.setattr("wiredesk.pipeline.streamed.WORTH", 1)
    with desk(tmp_path) as opened:
        bring(opened, range(10))
        group_waiting(opened)
        yield opened


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Ids of the articles that the stream of stories and the index of copies take in from now on."""
    seen: dict[str, list[str]] = {"stories": [], "copies": []}
    take_seen, extend = StoryStream.take_seen, CopyIndex.extend

    def noted(self: StoryStream, article: Any, *rest: Any) -> None:
        seen["stories"].append(article.id)
        take_seen(self, article, *rest)

    def noted_all(self: CopyIndex, several: Any) -> None:
        several = list(several)
        seen["copies"] += [one.id for one in several]
        extend(self, several)

    monkeypatch.setattr(StoryStream, "take_seen", noted)
    monkeypatch.setattr(CopyIndex, "extend", noted_all)
    return seen


def test_a_decision_takes_no_article_again(store: Store, taken: dict[str, list[str]]) -> None:
    (first, one), (second, other), *_ = load_groups(store).stories.items()
    for words in (["merge", first, second], ["retitle", first, "Another headline"], ["undo"]):
        take_decision(store, words[0], words[1:], "mira", NOW)
        group_waiting(store)
    assert taken == {"stories": [], "copies": []}
    merged = next(story for story in load_groups(store).stories.values() if one.articles[0] in story.articles)
    assert set(merged.articles) == {*one.articles, *other.articles}


def test_new_articles_are_taken_with_those_of_their_day_and_later_ones(
    store: Store, taken: dict[str, list[str]]
) -> None:
    bring(store, [11])  # of the last day, on which there is one already; one has no day
    group_waiting(store)
    assert taken == {"stories": ["a08", "a11", "a09"], "copies": ["a08", "a11", "a09"]}


def test_a_late_article_goes_back_to_before_its_day_and_no_further(store: Store, taken: dict[str, list[str]]) -> None:
    bring(store, [10])  # of the third day; the state of the first is the last before it that is kept
    group_waiting(store)
    assert taken["stories"] == ["a02", "a05", "a07", "a10", "a03", "a08", "a09"]
    known = load_groups(store)
    regroup(store, Settings(), [], anew=True)
    assert load_groups(store) == known


def test_a_folder_that_cannot_be_made_costs_time_and_nothing_else(store: Store, tmp_path: Path) -> None:
    known = load_groups(store)
    regroup(store, Settings(), [], anew=True)
    for one in (store.folder / FOLDER).iterdir():
        assert one.is_dir()
    with Store.create(tmp_path / "other") as other:
        (other.folder / FOLDER).write_text("a file where the folder should be")
        bring(other, range(10))
        group_waiting(other)
        assert load_groups(other) == known


def test_days_are_kept_at_growing_distances_and_some_are_always_there() -> None:
    start = date(2026, 1, 1)
    right: set[date] = set()
    for number in range(200):
        days = [start + timedelta(days=one) for one in range(number + 1)]
        right = kept_days(days, right, 4)
        ages = sorted((days[-1] - one).days for one in right)
        assert len(ages) <= 6
        if number > 2:
            assert ages[0] == 1
            assert ages[-1] >= min(number, 64) // 2
    assert kept_days([], [], 4) == set()
