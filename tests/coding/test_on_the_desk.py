"""Decisions on events, the hold list, coders' records and the export, lived through by the command line."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from wiredesk.faces.cli import app
from wiredesk.faces.cli import run as run_program

ARTICLES = (
    {
        "id": "one",
        "outlet": "The Lira Post",
        "headline": "Norwegian minister to visit Uganda",
        "published": "2031-05-02",
        "text": "OSLO, Norway — Norwegian Foreign Minister Maren Lindqvist will visit Uganda on May 12, her ministry "
        "said on Friday.\n\nThe trip is her first to the region since she took office, the statement said.",
    },
    {
        "id": "two",
        "outlet": "Gulu Herald",
        "headline": "Lindqvist arrives in Kampala",
        "published": "2031-05-12",
        "text": "KAMPALA, Uganda — Norwegian Foreign Minister Maren Lindqvist arrived in Uganda on Monday for talks on "
        "trade, officials said.\n\nFarmers hope for a market for their coffee in the north of Europe.",
    },
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("desk")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WIREDESK_NOW", "2031-05-13T09:00:00Z")
        wiredesk(folder, "init", str(folder), on_desk=False)
        lines = folder / "articles.jsonl"
        lines.write_text("\n".join(map(json.dumps, ARTICLES)))
        wiredesk(folder, "add", str(lines))
        yield folder


def wiredesk(desk: Path, *words: str, on_desk: bool = True, status: int = 0) -> Result:
    result = CliRunner().invoke(app, [*words, *(("--desk", str(desk)) if on_desk else ())], catch_exceptions=False)
    assert result.exit_code == status, result.stderr
    return result


def listed(desk: Path, *words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in wiredesk(desk, *words, "--json").stdout.splitlines()]


def visits(desk: Path) -> list[dict[str, Any]]:
    return [event for event in listed(desk, "events") if event["type"] == "visit"]


def undo_all(desk: Path) -> None:
    for one in listed(desk, "decisions"):
        if one["undone"] is None:
            wiredesk(desk, "decide", "undo", one["id"])


def refused(desk: Path, words: Sequence[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run_program([*words, "--desk", str(desk)]) == 2
    return capsys.readouterr().err


def test_the_ledger_tells_the_visits_course_with_its_reports(desk: Path) -> None:
    (visit,) = visits(desk)
    assert [turn["kind"] for turn in visit["course"]] == ["announced", "begun"]
    assert (visit["witnesses"], len(visit["articles"])) == (2, 2)


def test_a_correction_survives_a_rebuild_and_can_be_undone(desk: Path) -> None:
    (before,) = visits(desk)
    wiredesk(desk, "decide", "correct", before["id"], "when", "2031-05-12/2031-05-14", "--by", "Ada")
    wiredesk(desk, "decide", "role", before["id"], "Lindqvist", "Acting Prime Minister")
    wiredesk(desk, "decide", "confirm", before["id"], "the embassy told us")
    wiredesk(desk, "update", "--rebuild")
    (after,) = visits(desk)
    assert (after["id"], after["when"], after["verdict"]) == (before["id"], "2031-05-12/2031-05-14", "confirmed")
    assert after["principals"][0]["role"] == "Acting Prime Minister"
    assert {ruling["field"]: ruling["by"] for ruling in after["rulings"]}["when"] == "Ada"
    shown = wiredesk(desk, "show", before["id"]).stdout
    assert "confirmed by an editor" in shown
    assert "in place of" in shown
    undo_all(desk)
    (undone,) = visits(desk)
    assert undone == before


def test_a_correction_of_the_type_keeps_the_events_id(desk: Path) -> None:
    (before,) = visits(desk)
    wiredesk(desk, "decide", "correct", before["id"], "type", "meeting")
    wiredesk(desk, "update", "--rebuild", "--from", "group")
    (after,) = listed(desk, "events")
    assert (after["id"], after["type"]) == (before["id"], "meeting")
    undo_all(desk)
    assert visits(desk) == [before]


def test_the_hold_list_keeps_a_question_and_says_what_is_known_by_now(desk: Path) -> None:
    (visit,) = visits(desk)
    wiredesk(desk, "decide", "hold", "Did she go to Kenya?", "person=Lindqvist", "country=KE")
    wiredesk(desk, "decide", "hold", visit["id"], "Whom did she see?")
    first, second = listed(desk, "holds")
    assert (first["question"], first["country"], first["events"]) == ("Did she go to Kenya?", "KE", [])
    assert (second["question"], second["about"]) == ("Whom did she see?", visit["id"])
    assert "nothing known: Whom did she see?" in wiredesk(desk, "show", visit["id"]).stdout
    undo_all(desk)
    assert listed(desk, "holds") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["decide", "correct", "EVENT", "when", "Monday"], "is no time"),
        (["decide", "correct", "EVENT", "colour", "red"], "no field 'colour'"),
        (["decide", "place", "nothing", "Gulu"], "no event has the id nothing"),
        (["decide", "role", "EVENT", "Nobody", "King"], "nobody of"),
        (["decide", "hold", "EVENT"], "takes a question"),
        (["export", "people", "DIR"], "cannot be exported"),
        (["export", "events", "DIR", "--format", "xls"], "there is no format 'xls'"),
        (["code", "sheet", "nothing"], "no article has the id"),
        (["code", "compare", "nothing.jsonl"], "cannot read nothing.jsonl"),
        (["code", "adjudicate", "table.csv", "sheet.jsonl"], "nothing is to be done"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_hint(
    desk: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (visit,) = visits(desk)
    assert said in refused(desk, [visit["id"] if word == "EVENT" else word for word in words], capsys)


def test_a_blind_sheet_is_coded_compared_settled_and_applied(desk: Path, tmp_path: Path) -> None:
    (before,) = visits(desk)
    sheet, table, gold = tmp_path / "ada.jsonl", tmp_path / "table.csv", tmp_path / "gold.jsonl"
    wiredesk(desk, "code", "sheet", "--blind", "--out", str(sheet))
    lines = [json.loads(line) for line in sheet.read_text().splitlines()]
    assert [line["events"] for line in lines] == [None, None]
    quote = lines[0]["text"]["body"].split(", her")[0]
    person = {"name": "Maren Lindqvist", "role": "Foreign Minister", "country": "NO"}
    visit = {"type": "visit", "status": "expected", "principals": [person], "destination": ["UG"], "when": "2031-05-12"}
    lines[0] |= {"coder": "Ada", "events": [visit | {"evidence": [quote]}]}
    lines[1] |= {"coder": "Ada", "events": []}
    sheet.write_text("\n".join(map(json.dumps, lines)))

    (found,) = listed(desk, "code", "compare", str(sheet), "--disagreements", str(table))
    assert (found["articles"], found["matched"], found["only_b"]) == (2, 1, 1)
    assert found["fields"]["status"] == {"items": 1, "agree": 0, "share": 0.0, "kappa": 0.0}
    assert "event F1    0.667" in wiredesk(desk, "code", "compare", str(sheet)).stdout

    wiredesk(desk, "code", "adjudicate", str(table), str(sheet), "--out", str(gold), status=1)
    with table.open(newline="") as opened:
        rows = list(csv.DictReader(opened))
    for row in rows:
        row["adjudicated"] = "a"
    with table.open("w", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    wiredesk(desk, "code", "adjudicate", str(table), str(sheet), "--out", str(gold), "--apply", "--by", "Ada")
    assert [len(json.loads(line)["events"]) for line in gold.read_text().splitlines()] == [1, 0]

    wiredesk(desk, "update", "--rebuild")
    (coded,) = visits(desk)
    assert (coded["status"], len(coded["articles"])) == ("expected", 1)
    undo_all(desk)
    assert visits(desk) == [before]


def test_two_coders_are_compared_without_a_desk(tmp_path: Path) -> None:
    for name in ("ada", "ben"):
        (tmp_path / f"{name}.jsonl").write_text('{"article": "a1", "events": []}\n')
    words = ("code", "compare", str(tmp_path / "ada.jsonl"), str(tmp_path / "ben.jsonl"))
    assert "1 coded by both" in wiredesk(tmp_path, *words, on_desk=False).stdout


def test_what_the_machine_records_of_an_article_is_shown(desk: Path) -> None:
    (visit,) = visits(desk)
    assert "visit, announced" in wiredesk(desk, "code", "show", visit["articles"][0]).stdout
    (line,) = listed(desk, "code", "show", visit["articles"][0])
    assert line["events"][0]["principals"][0]["name"] == "Maren Lindqvist"


@pytest.mark.parametrize("format_", ["csv", "jsonl", "parquet"])
def test_events_and_articles_are_exported_with_their_codebook(desk: Path, tmp_path: Path, format_: str) -> None:
    wiredesk(desk, "export", "events", str(tmp_path), "--format", format_)
    names = {"events", "persons", "evidence", "otherwise", "course", "holds"}
    book = {"codebook.csv", "codebook.md", "datapackage.json"}
    assert {one.name for one in tmp_path.iterdir()} == {f"{name}.{format_}" for name in names} | book
    wiredesk(desk, "export", "articles", str(tmp_path / "more"), "--since", "2031-05-10")
    assert len((tmp_path / "more" / "articles.csv").read_text().splitlines()) > 1
    assert json.loads((tmp_path / "more" / "datapackage.json").read_text())["resources"][0]["rows"] == 1
