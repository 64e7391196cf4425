"""The sample, lived through by the command line: three evenings, two approved editions, the third composed."""

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
DAYS: dict[str, dict[str, Any]] = GOLD["editions"]


@dataclass(frozen=True, kw_only=True)
class Day:
    """What the command line printed about the sample on the last evening, articles by file name (a feed's entry by the
    feed's name, # and its place; a newsletter's by its address)."""

    articles: dict[str, Article]
    files: dict[str, str]
    """Article id to file name."""
    copies: list[dict[str, Any]]
    stories: list[dict[str, Any]]
    threads: list[dict[str, Any]]
    events: list[dict[str, Any]]
    notices: list[dict[str, Any]]
    editions: dict[str, dict[str, Any]]
    """Each day's edition as it was composed on its evening."""
    kept: dict[str, dict[str, Any]]
    """The approved ones as they are shown on the last evening."""

    def named(self, ids: Sequence[str]) -> set[str]:
        """File names of article ids."""
        return {self.files[id_] for id_ in ids}


def run(*arguments: str, allowed: tuple[int, ...] = (0,)) -> list[dict[str, Any]]:
    """Run one command; return the JSON Lines that it printed."""
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert result.exit_code in allowed, f"wiredesk {' '.join(arguments)}: exit {result.exit_code}\n{result.stderr}"
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


@pytest.fixture(scope="session")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """The sample added to a fresh desk evening by evening, with the sample's settings."""
    desk = tmp_path_factory.mktemp("desk")
    run("init", str(desk))
    shutil.copy(SAMPLE / "wiredesk.toml", desk / "wiredesk.toml")
    editions = {}
    with pytest.MonkeyPatch.context() as patch:
        for name, gold in DAYS.items():
            patch.setenv("WIREDESK_NOW", f"{name}T20:00:00Z")
            shutil.copytree(SAMPLE / "pages" / name, desk / "pages" / name)
            run("collect", "--desk", str(desk))
            (editions[name],) = run("edition", name, "--json", "--desk", str(desk))
            if gold["approved"]:
                run("approve", name, "--desk", str(desk))

        def listed(noun: str) -> list[dict[str, Any]]:
            return run(noun, "--json", "--desk", str(desk))

        articles = {record["id"]: msgspec.convert(record, Article) for record in listed("articles")}
        kept = {name: run("edition", name, "--json", "--desk", str(desk))[0] for name in DAYS if DAYS[name]["approved"]}
        files = _files(articles)
        return Day(
            articles={files[id_]: article for id_, article in articles.items()},
            files=files,
            copies=listed("copies"),
            stories=listed("stories"),
            threads=listed("threads"),
            events=listed("events"),
            notices=listed("notices"),
            editions=editions,
            kept=kept,
        )


def _files(articles: dict[str, Article]) -> dict[str, str]:
    """Article id to the name of the file that holds it; entries of feeds and newsletters are known by their address."""
    read = run("extract", "--json", *[str(SAMPLE / "pages" / name) for name in PAGES])
    assert len(read) == len(PAGES)
    files = {record["id"]: name for record, name in zip(read, PAGES, strict=True)}
    entries = {
        item["url"]: f"{feed}#{number}"
        for feed, items in GOLD["feeds"].items()
        for number, item in enumerate(items, start=1)
    }
    for id_, article in articles.items():
        files.setdefault(id_, entries.get(article.url or "", article.url or id_))
    return files
