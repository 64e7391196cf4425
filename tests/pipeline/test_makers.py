"""What an update keeps is of use to the same version of Wiredesk alone: its code and its tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.pipeline.made_desk import bring, desk, group_waiting

from wiredesk.pipeline.group import load_groups, regroup
from wiredesk.pipeline.makers import digest_of, maker
from wiredesk.settings import Settings
from wiredesk.stories.wording.traits import Traits, read_traits
from wiredesk.types import Article


@pytest.fixture
def code(tmp_path: Path) -> Path:
    for name, text in (("stories/traits.py", "a = 1"), ("kit/data/sites.tsv", "Kell"), ("faces/site.py", "b = 1")):
        path = tmp_path / "code" / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
    return tmp_path / "code"


@pytest.mark.parametrize(
    ("name", "text", "same"),
    [
        ("stories/traits.py", "a = 2", False),
        ("kit/data/sites.tsv", "Zell", False),
        ("stories/more.py", "", False),
        ("faces/site.py", "b = 2", True),
        ("stories/__pycache__/traits.pyc", "a = 2", True),
    ],
)
def test_other_code_or_another_table_is_another_version(code: Path, name: str, text: str, same: bool) -> None:
    before = digest_of(code)
    path = code / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    assert (digest_of(code) == before) is same


def test_readings_of_another_version_are_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(article: Article, *rest: Any) -> Traits:
        read.append(article.id)
        return read_traits(article, *rest)

    def again(waiting: Sequence[str] = ()) -> list[str]:
        read.clear()
        regroup(store, Settings(), waiting)
        return sorted(read)

    monkeypatch.setattr("wiredesk.pipeline.kept_readings.read_traits", noted)
    with desk(tmp_path) as store:
        bring(store, range(6))
        group_waiting(store)
        every, groups = sorted(read), load_groups(store)
        assert every
        assert again() == []
        older = maker()
        monkeypatch.setattr("wiredesk.pipeline.kept.maker", lambda: older[::-1])
        assert again() == every
        assert load_groups(store) == groups
        assert again() == []
