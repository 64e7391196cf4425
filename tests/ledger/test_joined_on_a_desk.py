"""An editor joins and parts events of a desk: what commands answer, and where addresses lead."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from wiredesk.errors import NotFound, UsageError
from wiredesk.faces.cli import app

PLAN = (
    "OSLO — Foreign Minister Maren Lindqvist of Norway will visit Uganda from May 12 to 14, her office said on Friday."
)
BEGUN = (
    "KAMPALA — Norwegian Foreign Minister Maren Lindqvist began a two-day visit to Uganda on Monday, the fifth of May."
)
CALL = "LIMA — President Susana Rojas spoke by telephone with Prime Minister Jon Aker of Norway on Monday about copper."
TEXTS = (
    ("Courier", "2031-05-02", PLAN),
    ("Herald", "2031-05-05", BEGUN),
    ("Andes Post", "2031-05-06", CALL),
)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def desk(tmp_path: Path) -> str:
    folder = str(tmp_path / "desk")
    run("init", folder)
    records = [
        {"url": f"https://{outlet.replace(' ', '').lower()}.example/1", "outlet": outlet, "published": day}
        | {"headline": text.partition(" — ")[2][:50], "text": text}
        for outlet, day, text in TEXTS
    ]
    pages = tmp_path / "pages.jsonl"
    pages.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    assert run("add", "--desk", folder, str(pages)).exit_code == 0
    return folder


def events(desk: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("events", "--desk", desk, "--json").stdout.splitlines()]


def visits(desk: str) -> list[dict[str, Any]]:
    return sorted(
        (one for one in events(desk) if one["type"] == "visit"), key=lambda one: str(one["when"]), reverse=True
    )


def decide(desk: str, *words: str) -> Result:
    return run("decide", "--desk", desk, "--by", "Ada", "--quiet", *words)


def test_two_events_are_joined_parted_and_have_their_addresses_again(desk: str) -> None:
    planned, begun = visits(desk)
    assert decide(desk, "join", planned["id"], begun["id"]).exit_code == 0
    (joined,) = visits(desk)
    assert set(joined["articles"]) == {*planned["articles"], *begun["articles"]}
    assert [one["kind"] for one in joined["rulings"]] == ["join"]
    lost = ({planned["id"], begun["id"]} - {joined["id"]}).pop()
    shown = run("show", "--desk", desk, lost).stdout
    assert joined["id"] in shown
    assert "joined with the event of" in shown
    assert run("update", "--desk", desk, "--rebuild", "--quiet").exit_code == 0
    assert visits(desk) == [joined]

    assert decide(desk, "part", lost, begun["articles"][0]).exit_code == 0
    assert [one["articles"] for one in visits(desk)] == [planned["articles"], begun["articles"]]
    assert "parted from what is told by" in run("show", "--desk", desk, visits(desk)[1]["id"]).stdout
    for _ in range(2):
        assert decide(desk, "undo").exit_code == 0
    assert [(one["id"], one["articles"]) for one in visits(desk)] == [
        (one["id"], one["articles"]) for one in (planned, begun)
    ]
    told = run("decisions", "--desk", desk).stdout
    assert "join two events of" in told


def test_the_calendar_tells_a_joined_event_once(desk: str, tmp_path: Path) -> None:
    planned, begun = visits(desk)
    decide(desk, "join", planned["id"], begun["id"])
    (joined,) = visits(desk)
    assert run("publish", "--desk", desk, str(tmp_path / "site"), "--quiet").exit_code == 0
    written = (tmp_path / "site" / "calendar.ics").read_text("utf-8").replace("\r\n ", "")
    lost = ({planned["id"], begun["id"]} - {joined["id"]}).pop()
    assert written.count(f"UID:{joined['id']}") == 1
    assert f"UID:{lost}" not in written


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("join", "{planned}", "{planned}"), "one event already"),
        (("join", "{planned}", "{call}"), "is a visit and"),
        (("join", "{planned}", "e0"), "no event has the id e0"),
        (("join", "{planned}"), "takes EVENT EVENT"),
        (("part", "{planned}", "a0"), "no article has the id a0"),
        (("part", "{planned}", "{begun_article}"), "does not tell of"),
        (("part", "{planned}", "{planned_article}"), "nothing would be left"),
    ],
)
def test_what_cannot_be_joined_or_parted_is_refused(desk: str, words: tuple[str, ...], told: str) -> None:
    planned, begun = visits(desk)
    call = next(one for one in events(desk) if one["type"] != "visit")
    names = {"planned": planned["id"], "begun": begun["id"], "call": call["id"]}
    names |= {"planned_article": planned["articles"][0], "begun_article": begun["articles"][0]}
    answer = decide(desk, *(word.format(**names) for word in words))
    assert isinstance(answer.exception, UsageError | NotFound)
    assert told in str(answer.exception)
    assert answer.exception.hint
    assert len(visits(desk)) == 2
