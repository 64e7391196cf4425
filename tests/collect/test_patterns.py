"""What a folder source says of a path that is not there."""

from datetime import UTC, datetime
from pathlib import Path

from wiredesk.collect import collect_source
from wiredesk.collect.rules import Limits
from wiredesk.types import Problem, Source

NOW = datetime(2026, 3, 12, tzinfo=UTC)


def problems(url: str, folder: Path) -> list[Problem]:
    found = collect_source(Source(name="Echo", url=url), folder, known={}, limits=Limits(), now=NOW)
    return [item for item in found if isinstance(item, Problem)]


def test_a_pattern_that_nothing_matches_today_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    assert problems("pages/*/echo-*", tmp_path) == []


def test_a_folder_or_pattern_in_no_folder_is_told(tmp_path: Path) -> None:
    assert [one.message for one in problems("pages", tmp_path)] == ["there is no such file or folder"]
    assert len(problems("pages/*/echo-*", tmp_path)) == 1
