"""`wiredesk show`: one thing, for people."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from wiredesk.faces.cli import app

PIER = "The pier of Port Alder opens again in June, the harbour master said on Tuesday."
COST = "The work took nine months and cost four million crowns."
DEARER = "The work took nine months and cost six million crowns."


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


def add(desk: Path, headline: str, *body: str) -> str:
    """Add the page of one address; the article's id."""
    record = {"url": "https://courier.example/pier", "outlet": "Courier", "headline": headline}
    pages = desk.parent / "pages.jsonl"
    pages.write_text(json.dumps(record | {"published": "2031-05-13", "text": "\n\n".join(body)}) + "\n")
    run("add", "--desk", str(desk), str(pages))
    (line,) = run("articles", "--desk", str(desk), "--json").stdout.splitlines()
    return str(json.loads(line)["id"])


def test_an_article_shows_what_its_former_revisions_said(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    run("init", str(desk))
    first = add(desk, "Pier opens for four million", PIER, COST)
    assert "revision" not in run("show", "--desk", str(desk), first).stdout
    assert add(desk, "Pier opens for six million", PIER, DEARER) == first
    shown = run("show", "--desk", str(desk), first).stdout
    now, _, before = shown.partition("revision 1 ")
    assert "Pier opens for six million" in now
    assert DEARER in now
    assert before.splitlines() == ["Pier opens for four million", f"said {COST}"]
