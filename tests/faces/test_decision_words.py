"""Editors' decisions in words, where they are listed and taken back."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from wiredesk.faces.cli import app

TEXTS = {
    "Pier of Port Alder opens again": "The pier of Port Alder opens again in June, the harbour master said on Tuesday.",
    "Bakers of Riga strike": "The bakers of Riga went on strike for two days, said their union in the evening.",
}
PIER, BAKERS = TEXTS


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


@pytest.fixture
def desk(tmp_path: Path) -> str:
    run("init", str(tmp_path / "desk"))
    pages = tmp_path / "pages.jsonl"
    records = [
        {"url": f"https://post.example/{number}", "outlet": "Post", "headline": headline, "published": "2031-05-13"}
        | {"text": text}
        for number, (headline, text) in enumerate(TEXTS.items())
    ]
    pages.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    run("add", "--desk", str(tmp_path / "desk"), str(pages))
    return str(tmp_path / "desk")


def ids(desk: str, what: str) -> dict[str, str]:
    """Ids by headline."""
    records = [json.loads(line) for line in run(what, "--desk", desk, "--json").stdout.splitlines()]
    return {one["headline"]: one["id"] for one in records}


def test_a_decision_is_listed_and_taken_back_in_words(desk: str) -> None:
    stories, articles = ids(desk, "stories"), ids(desk, "articles")
    run("decide", "pin", stories[PIER], "3", "2031-05-13", "--desk", desk)
    told = run("decide", "undo", "--desk", desk).stderr
    assert told.startswith(f"undone: pin “{PIER}” ({articles[PIER]}) at rank 3 of the edition of 2031-05-13 (d")
    run("decide", "merge", stories[PIER], stories[BAKERS], "--desk", desk)
    run("decide", "split", articles[BAKERS], "--desk", desk)
    head, *lines = run("decisions", "--desk", desk).stdout.splitlines()
    assert head.split() == ["ID", "DAY", "BY", "DECISION"]
    pinned, merged, split = sorted(lines, key=lambda line: ("pin" not in line, "merge" not in line))
    assert pinned.endswith("of the edition of 2031-05-13 (undone)")
    pier, bakers = (f"“{one}” ({articles[one]})" for one in (PIER, BAKERS))
    assert merged.endswith(f"merge {pier} and {bakers} into one story")
    assert split.endswith(f"split off {bakers} from the story of {pier}")
