"""The sample, read once by the command line into a desk of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.testing import CliRunner

from wiredesk.faces.cli import app
from wiredesk.types import Article

SAMPLE = Path(__file__).parents[2] / "sample"
GOLD: dict[str, Any] = json.loads((SAMPLE / "gold.json").read_text(encoding="utf-8"))
PAGES: list[str] = list(GOLD["pages"])


@dataclass(frozen=True, kw_only=True)
class Day:
    """What the command line printed about the sample, articles by file name."""

    articles: dict[str, Article]
    files: dict[str, str]
    """Article id to file name."""
    copies: list[dict[str, Any]]
    stories: list[dict[str, Any]]
    threads: list[dict[str, Any]]
    events: list[dict[str, Any]]
    edition: dict[str, Any]

    def named(self, ids: Sequence[str]) -> set[str]:
        """File names of article ids."""
        return {self.files[id_] for id_ in ids}


def run(*arguments: str) -> list[dict[str, Any]]:
    """Run one command; return the JSON Lines that it printed."""
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, f"wiredesk {' '.join(arguments)}: exit {result.exit_code}\n{result.stderr}"
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


@pytest.fixture(scope="session")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """The sample added to a fresh desk with the sample's settings."""
    desk = tmp_path_factory.mktemp("desk")
    run("init", str(desk))
    shutil.copy(SAMPLE / "wiredesk.toml", desk / "wiredesk.toml")
    run("add", "--desk", str(desk), str(SAMPLE / "pages"))
    read = run("extract", "--json", *[str(SAMPLE / "pages" / name) for name in PAGES])
    assert len(read) == len(PAGES)
    files = {record["id"]: name for record, name in zip(read, PAGES, strict=True)}

    def listed(noun: str) -> list[dict[str, Any]]:
        return run(noun, "--json", "--desk", str(desk))

    articles = {files[record["id"]]: msgspec.convert(record, Article) for record in listed("articles")}
    (edition,) = run("edition", GOLD["edition"]["day"], "--json", "--desk", str(desk))
    return Day(
        articles=articles,
        files=files,
        copies=listed("copies"),
        stories=listed("stories"),
        threads=listed("threads"),
        events=listed("events"),
        edition=edition,
    )
