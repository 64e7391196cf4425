"""What was corrected or withdrawn stands first where a thing is shown, and marks it in the lists."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from wiredesk.errors import NotFound
from wiredesk.faces.cli import app

OPENING = (
    "OSLO (AP) — Norway’s foreign minister, Ada Brandt, will visit Kenya on March {day} to sign a treaty on fisheries, "
    "her office said on Tuesday."
)
REST = (
    "The treaty sets quotas for tuna and lets inspectors of both states board trawlers in the waters off Lamu.",
    "Fishermen of the archipelago fear for their nets, and their union asked for a vote of the council first.",
    "Brandt took office in January after nine years as the mayor of a harbour town in the north of the country.",
)
HEADLINE = "Norway’s foreign minister to visit Kenya"
KILL = (
    "Editors: Kill BC-EU--Norway-Kenya Visit, which moved on March 10. The report that foreign minister Ada Brandt "
    "will visit Kenya to sign a treaty on fisheries was based on a forged letter. A kill is mandatory."
)
MENDED = "(Corrects day of the visit in paragraph 1 to 16 March, from 14 March)"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


def listed(desk: Path, what: str) -> list[str]:
    return run(what, "--desk", str(desk)).stdout.splitlines()[1:]


def add(desk: Path, name: str, day: int, headline: str, *body: str) -> None:
    record = {"url": f"https://{name}.example/kenya", "outlet": "AP News", "headline": headline}
    page = desk.parent / f"{name}.jsonl"
    page.write_text(json.dumps(record | {"published": f"2026-03-{day}", "text": "\n\n".join(body)}), encoding="utf-8")
    run("add", "--desk", str(desk), str(page))


def told(desk: Path) -> tuple[str, str]:
    """A desk with one report in an approved edition; the ids of article and story."""
    run("init", str(desk))
    add(desk, "visit", 10, HEADLINE, OPENING.format(day=14), *REST)
    run("approve", "2026-03-10", "--desk", str(desk))
    return listed(desk, "articles")[0].split()[0], listed(desk, "stories")[0].split()[0]


def shown(desk: Path, id_: str) -> str:
    return " ".join(run("show", id_, "--desk", str(desk)).stdout.split())


def test_a_correction_is_the_first_line_in_its_own_words(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    article, story = told(desk)
    assert "CORRECTED" not in shown(desk, article)
    add(desk, "mended", 11, f"CORRECTED-{HEADLINE}", MENDED, OPENING.format(day=16), *REST)
    for id_ in (article, story):
        first = shown(desk, id_)
        assert first.startswith("CORRECTED by AP, 11 March 2026: ")
        assert "Corrects day of the visit in paragraph 1 to 16 March, from 14 March" in first[:140]
    wrong, mended = sorted(listed(desk, "articles"), key=lambda line: not line.startswith(article))
    assert f"  CORRECTED: {HEADLINE}" in wrong
    assert f"  {HEADLINE}" in mended or f"  CORRECTED-{HEADLINE}" in mended
    (line,) = listed(desk, "stories")
    assert line.count("CORRECTED") == 1


def test_a_killed_report_and_the_story_that_rested_on_it_say_so(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    article, story = told(desk)
    add(desk, "kill", 11, "Kill: Norway-Kenya Visit", KILL)
    for id_ in (article, story):
        assert shown(desk, id_).startswith("WITHDRAWN by AP, 11 March 2026: ")
        assert "based on a forged letter" in shown(desk, id_)
    assert any(line.startswith(article) and f"  WITHDRAWN: {HEADLINE}" in line for line in listed(desk, "articles"))
    (notice,) = (line.split()[0] for line in listed(desk, "articles") if not line.startswith(article))
    assert "WITHDRAWN" not in shown(desk, notice)


def test_the_edition_after_a_kill_tells_it_and_denies_no_story(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    run("init", str(desk))
    add(desk, "visit", 10, HEADLINE, OPENING.format(day=14), *REST)
    add(desk, "kill", 11, "Kill: Norway-Kenya Visit", KILL)
    edition = " ".join(run("edition", "2026-03-11", "--desk", str(desk)).stdout.split())
    assert "No story: the desk holds no story that was reported from 8 March 2026 to 11 March 2026." in edition
    assert f"kill (AP, 2026-03-11) of “{HEADLINE}”: " in edition
    assert "No story: the desk holds no story that was reported" in run(
        "edition", "2026-03-09", "--desk", str(desk)
    ).stdout.replace("\n", " ")


def test_a_story_that_was_killed_is_told_to_have_been_taken_back_when_somebody_decides_of_it(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    _, story = told(desk)
    add(desk, "kill", 11, f"KILL-{HEADLINE}", KILL)
    with pytest.raises(NotFound, match=f"the story {story} was taken back: WITHDRAWN"):
        run("decide", "retitle", story, "New words", "--desk", str(desk))
    with pytest.raises(NotFound, match="no story has the id snone"):
        run("decide", "retitle", "snone", "New words", "--desk", str(desk))
