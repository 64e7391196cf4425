"""The lists in a terminal: columns under their heads, and a word where there is nothing."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from wiredesk.faces.cli import app

PAGE = """<html><head><title>{headline}</title><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="2031-05-{day}T09:00:00Z"></head><body><article><h1>{headline}</h1>
<p>The harbour of {place} was closed on Tuesday after a barge with timber had sunk in its mouth, the port said.</p>
<p>Divers are to lift the barge before the weekend, and forty ships wait outside, said its master.</p>
</article></body></html>"""


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


@pytest.fixture
def desk(tmp_path: Path) -> str:
    desk, pages = tmp_path / "desk", tmp_path / "pages"
    run("init", str(desk))
    pages.mkdir()
    for day, outlet, place in ((13, "Harbour Courier", "Oslo"), (12, "Post", "Riga")):
        text = PAGE.format(headline=f"Barge sinks in the harbour of {place}", outlet=outlet, day=day, place=place)
        (pages / f"{place}.html").write_text(text, encoding="utf-8")
    return str(desk)


def test_columns_stand_below_their_heads(desk: str) -> None:
    run("add", "--desk", desk, str(Path(desk).parent / "pages"))
    head, *lines = run("articles", "--desk", desk).stdout.splitlines()
    assert len(lines) == 2
    assert {line.index("Barge sinks") for line in lines} == {head.index("HEADLINE")}
    days = [line.split()[1] for line in run("stories", "--desk", desk).stdout.splitlines()[1:]]
    assert days == sorted(days), "in the order of the day that is shown"


def test_a_list_without_lines_says_so_where_messages_go(desk: str) -> None:
    empty = run("notices", "--desk", desk)
    assert (empty.stdout, empty.stderr) == ("", "no notices at the desk\n")
    run("add", "--desk", desk, str(Path(desk).parent / "pages"))
    assert run("articles", "--desk", desk, "--search", "zebra").stderr == "no articles match\n"
    assert run("articles", "--desk", desk, "--search", "zebra", "--json").stderr == ""
    assert run("notices", "--desk", desk, "--quiet").stderr == ""


def test_a_run_that_finds_nothing_new_says_so(desk: str) -> None:
    assert run("update", "--desk", desk).stderr == "nothing new; 0 problems\n"


def test_a_search_of_events_looks_at_who_where_and_the_headline_and_not_at_the_text(desk: str) -> None:
    told = {
        "Brandt to see Kenya": "Norway’s foreign minister, Ada Brandt, will visit Kenya on March 16, her office said "
        "on Tuesday. The mayor of Riga had hoped for her.",
        "Minister leaves for the south": "Latvia’s finance minister, Jānis Bērzs, will visit Chile on March 18, his "
        "office said on Tuesday. Norway sends nobody.",
    }
    known = {"published": "2026-03-10", "outlet": "A"}
    lines = [
        json.dumps({"url": f"https://a.example/{len(text)}", "headline": headline, "text": text} | known)
        for headline, text in told.items()
    ]
    page = Path(desk).parent / "told.jsonl"
    page.write_text("\n".join(lines), encoding="utf-8")
    run("add", "--desk", desk, str(page))

    def found(words: str) -> list[str]:
        shown = run("events", "--desk", desk, "--search", words, "--json").stdout.splitlines()
        return [",".join(json.loads(one)["destination"]) for one in shown]

    assert sorted(found("minister")) == ["CL", "KE"]
    assert found("brandt kenya") == found("norway") == found("kenya see") == ["KE"]
    assert found("berzs") == found("SOUTH chile") == ["CL"]
    assert found("riga") == found("brandt chile") == []


def test_a_day_that_an_editor_set_is_marked_in_the_list(desk: str) -> None:
    text = "Norway’s foreign minister, Ada Brandt, will visit Kenya on March 16, her office said on Tuesday."
    record = {"url": "https://a.example/1", "headline": "To Kenya", "published": "2026-03-10", "text": text}
    page = Path(desk).parent / "told.jsonl"
    page.write_text(json.dumps(record), encoding="utf-8")
    run("add", "--desk", desk, str(page))
    event = run("events", "--desk", desk).stdout.splitlines()[1].split()[0]
    assert "set by" not in run("events", "--desk", desk).stdout
    run("decide", "correct", event, "when", "2026-03-17", "--desk", desk)
    assert "2026-03-17 (set by an editor)" in run("events", "--desk", desk).stdout
    assert "2026-03-17 (set by an editor)" in " ".join(run("show", event, "--desk", desk).stdout.split())
