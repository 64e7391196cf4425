"""Floors rise freely and fall only with a reason."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from bench import gate

Gate = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gate:
    floors = tmp_path / "floors.json"
    floors.write_text("{}\n", encoding="utf-8")
    monkeypatch.setattr(gate, "FLOORS", floors)
    monkeypatch.setattr(gate, "SCORECARD", tmp_path / "scorecard.md")

    def call(figure: float, *words: str) -> int:
        scorer = SimpleNamespace(
            score=lambda _data: {"exact": figure, "pages_per_second": figure},
            rivals=lambda _data: {"other": {"exact": 0.5}},
        )
        monkeypatch.setattr(gate, "SCORERS", {"dates": scorer})
        monkeypatch.setattr(sys, "argv", ["gate", "--data", str(tmp_path), *words])
        return gate.main()

    return call


def floors_now() -> dict[str, object]:
    found: dict[str, dict[str, object]] = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
    return found.get("dates", {})


def test_a_recorded_figure_is_a_floor_and_speeds_are_none(run: Gate) -> None:
    assert run(0.9, "--record") == 0
    assert floors_now() == {"exact": 0.9}


def test_a_figure_below_its_floor_fails_and_one_above_passes(run: Gate) -> None:
    run(0.9, "--record")
    assert run(0.89) == 1
    assert run(0.91) == 0


def test_a_floor_whose_figure_is_gone_fails(run: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    gate.FLOORS.write_text(json.dumps({"dates": {"exact": 0.9, "old_measure": 0.8}}), encoding="utf-8")
    assert run(0.9) == 1
    assert "dates: floors without a figure: old_measure" in capsys.readouterr().out


def test_recording_a_worse_figure_fails_without_a_reason_and_leaves_the_floor(run: Gate) -> None:
    run(0.9, "--record")
    assert run(0.8, "--record") == 1
    assert floors_now() == {"exact": 0.9}


def test_a_floor_falls_with_a_reason_that_stays_until_it_rises(run: Gate) -> None:
    run(0.9, "--record")
    assert run(0.8, "--record", "--lower", "the corpus grew") == 0
    assert floors_now() == {"exact": 0.8, "exact fell because": "the corpus grew"}
    run(0.85, "--record")
    assert floors_now() == {"exact": 0.85}


def test_the_scorecard_shows_figure_floor_and_rival(run: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    run(0.9, "--record")
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["dates", "wiredesk", "floor", "other"] in printed
    assert ["exact", "0.900", "0.900", "0.500"] in printed
    assert "| `exact` | 0.900 | 0.900 | 0.500 |" in gate.SCORECARD.read_text(encoding="utf-8")


def test_a_figure_below_its_floor_is_marked_in_the_table(run: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    run(0.9, "--record")
    capsys.readouterr()
    run(0.8)
    assert "BELOW" in capsys.readouterr().out


def test_what_is_compared_and_noted_stands_with_the_table(
    run: Gate, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(0.9)
    scorer = SimpleNamespace(
        score=lambda _data: {"exact": 0.9},
        rivals=lambda _data: {"other": {"exact": 0.5}},
        compare=lambda found, others: {"share_of_parsing": found["exact"] / others["other"]["exact"]},
        notes=lambda _data, found: [f"exact is {found['exact']}"],
    )
    monkeypatch.setattr(gate, "SCORERS", {"dates": scorer})
    sys.argv.append("--record")
    capsys.readouterr()
    assert gate.main() == 0
    printed = capsys.readouterr().out
    assert "share_of_parsing" in printed
    assert "exact is 0.9" in printed
    assert floors_now() == {"exact": 0.9}


def test_what_takes_minutes_runs_only_when_named(
    run: Gate, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(0.9)
    slow = SimpleNamespace(score=lambda _data: {"growth_megabytes": 1.0})
    monkeypatch.setattr(gate, "SCORERS", {"extraction-memory": slow})
    capsys.readouterr()
    gate.main()
    assert "growth" not in capsys.readouterr().out
    sys.argv.insert(1, "extraction-memory")
    gate.main()
    assert "growth" in capsys.readouterr().out
