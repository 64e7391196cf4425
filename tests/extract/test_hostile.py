"""Hostile pages, read in a process of their own: an Article each, soon, in little memory, and nothing invented."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.extract.hostile import Case, cases

_CASES = cases()
_REFERENCES = 60
"""No page may take more than so many ordinary pages of 300 kB, on this machine, now: a page of 10 MB is 33 of them.
What takes quadratic time takes thousands."""
_LEAST_SECONDS = 5.0
_MEGABYTES = 1000
"""The most that the process may ever hold: a page of 10 MB and its tree take less than half of it."""


_PROCESSES = 2


@dataclass(kw_only=True)
class _Run:
    """What came of the pages by name, the machine's time for an ordinary page, and the name of what ended a process."""

    found: dict[str, dict[str, object]] = field(default_factory=dict)
    ended: dict[str, str] = field(default_factory=dict)
    reference: float = 0.0


@pytest.fixture(scope="module")
def run() -> _Run:
    told = _Run()
    names = [case.name for case in _CASES]
    with ThreadPoolExecutor(_PROCESSES) as pool:
        list(pool.map(lambda share: _read(share, told), [names[start::_PROCESSES] for start in range(_PROCESSES)]))
    return told


def _read(waiting: list[str], run: _Run) -> None:
    """Have a process read pages; one that ends it is noted, and the next process goes on behind it."""
    while waiting:
        words = [sys.executable, "-m", "tests.extract.hostile", *waiting]
        done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
        begun = ""
        for line in done.stdout.splitlines():
            told = json.loads(line)
            run.reference = max(run.reference, told.get("reference", 0.0))
            begun = told.get("begun", begun)
            if "name" in told:
                run.found[told["name"]] = told
        if not done.returncode:
            return
        assert begun, done.stderr
        run.ended[begun] = f"the process ended with status {done.returncode}\n{done.stderr[-3000:]}"
        waiting = waiting[waiting.index(begun) + 1 :]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_a_hostile_page_is_read_soon_in_little_memory_and_rightly(case: Case, run: _Run) -> None:
    assert case.name not in run.ended, run.ended[case.name]
    told = run.found[case.name]
    assert told["wrong"] == ""
    assert float(str(told["seconds"])) <= max(_LEAST_SECONDS, _REFERENCES * run.reference)
    assert float(str(told["megabytes"])) <= _MEGABYTES


def test_every_hostile_page_has_a_name_of_its_own() -> None:
    assert len({case.name for case in _CASES}) == len(_CASES) > 50
