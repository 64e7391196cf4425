"""Mutants of the sample's pages are read without a crash, a hang or an exception; what goes wrong is told."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from bench.mutating import mutant

import wiredesk.extract
from bench import mutants
from wiredesk.types import Page

SAMPLE = Path(__file__).parents[2] / "sample" / "pages"
PAGES = [b"<html><body><h1>Boats at the pier</h1><p>Nine boats lay at the pier on Tuesday.</p></body></html>", b"<p>"]


def test_mutants_of_the_sample_are_read() -> None:
    assert len(mutants.pages_of(SAMPLE)) > 20
    assert mutants.find(SAMPLE, count=300, seed=7, workers=2) == []


def test_a_mutant_is_the_same_for_its_seed_and_number_and_no_other() -> None:
    made = [mutant(PAGES, 1, number) for number in range(50)]
    assert made == [mutant(PAGES, 1, number) for number in range(50)]
    assert len({page.data for page in made}) > 45
    assert mutant(PAGES, 2, 0) != made[0]


def test_an_exception_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(page: Page) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(wiredesk.extract, "extract", fall)
    [(kind, text)] = list(mutants.wrong_with(Page.html("<p>")))
    assert kind == "raised" and "RecursionError: too deep" in text and "in fall" in text


def test_behind_a_page_that_ends_the_process_another_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = [
        (-11, '{"number": 0}\n{"number": 1}\n', "Fatal Python error: Segmentation fault"),
        (1, '{"number": 2}\n', "Timeout (0:01:00)!"),
        (0, '{"number": 3}\n{"number": 3, "kind": "slow", "text": "6.0 s"}\n', ""),
    ]
    asked: list[tuple[str, str]] = []

    def run(words: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        asked.append((words[words.index("--run") + 1], words[words.index("--run") + 2]))
        status, out, err = ends[len(asked) - 1]
        return subprocess.CompletedProcess(words, status, out, err)

    monkeypatch.setattr(subprocess, "run", run)
    found = mutants.find(SAMPLE, count=4, seed=5, workers=1)
    assert [(one.number, one.kind) for one in found] == [(1, "crash"), (2, "hang"), (3, "slow")]
    assert asked == [("0", "4"), ("2", "4"), ("3", "4")]
    assert "Segmentation fault" in found[0].text
