"""`wiredesk show`: one thing, for people."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from wiredesk.errors import UsageError
from wiredesk.faces.cli import app
from wiredesk.faces.show import show_article
from wiredesk.store import Store
from wiredesk.store.groups import Moved, add_redirects
from wiredesk.types import Article

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


# ------------------------------------------------------------------------------------------ copies, stories, threads

LEAD = (
    "SKAGEN, Denmark (AP) — A cargo ship with 14 men on board lost its rudder off Skagen on Tuesday and drifted for "
    "nine hours before two tugs got lines to it, the Danish navy said."
)
WIRE = (
    LEAD,
    "The Marit Helgesen, with timber from Kotka for Lisbon, came within a mile of the sandbanks, the coast radio said.",
    "“We could see the surf from the bridge,” the mate, Jonas Aaltonen, told Danish radio. “Nobody said very much.”",
    "The ship is to be towed to Frederikshavn, where the harbour office expects it on Wednesday night.",
)
MAYOR = "The mayor of Skagen said that the lifeboat had been called out for the third time in a month."
DIFFERENT = (LEAD.replace("14 men", "15 men"), *WIRE[1:3], MAYOR)


def copied(desk: Path) -> tuple[str, str]:
    """A desk with a wire report and a reprint that cut, added and changed something; the ids of set and reprint."""
    run("init", str(desk))
    texts = {
        "courier": ("2031-05-13", "Ship drifts off Skagen for nine hours", WIRE),
        "post": ("2031-05-14", "Timber ship saved at the last minute", DIFFERENT),
    }
    pages = desk.parent / "wire.jsonl"
    with pages.open("w", encoding="utf-8") as file:
        for name, (day, headline, body) in texts.items():
            record = {"url": f"https://{name}.example/ship", "outlet": name.title(), "headline": headline}
            file.write(json.dumps(record | {"published": day, "text": "\n\n".join(body)}) + "\n")
    run("add", "--desk", str(desk), str(pages))
    (line,) = run("copies", "--desk", str(desk), "--json").stdout.splitlines()
    copies = json.loads(line)
    (reprint,) = [one["id"] for one in copies["articles"] if one["id"] != copies["origin"]["article"]]
    return copies["id"], reprint


def unwrapped(text: str) -> str:
    return " ".join(text.split())


def test_copies_show_in_full_what_they_changed(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    copies, reprint = copied(desk)
    plain = run("show", "--desk", str(desk), copies).stdout
    assert "cut" not in plain
    whole = unwrapped(run("show", "--desk", str(desk), copies, "--diff").stdout)
    alone = unwrapped(run("show", "--desk", str(desk), reprint, "--diff").stdout)
    for shown in (whole, alone):
        assert "changed in the headline, 7 words [-Ship drifts off Skagen for nine hours-] {+Timber ship" in shown
        assert "A cargo ship with [-14-] {+15+} men on board lost its rudder" in shown
        assert f"added paragraph 4, 19 words {{+{MAYOR}+}}" in shown
        assert f"cut paragraph 4 of the origin, 17 words [-{WIRE[3]}-]" in shown
    assert "the origin that the others are compared with" in whole


def test_a_story_shows_what_the_copies_of_its_reports_changed(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    copied(desk)
    (story,) = [line.split()[0] for line in run("stories", "--desk", str(desk)).stdout.splitlines()[1:]]
    shown = unwrapped(run("show", "--desk", str(desk), story, "--diff").stdout)
    assert "A cargo ship with [-14-] {+15+} men on board" in shown
    alone = tmp_path / "alone"
    run("init", str(alone))
    add(alone, "Pier opens for four million", PIER, COST)
    (story,) = [line.split()[0] for line in run("stories", "--desk", str(alone)).stdout.splitlines()[1:]]
    assert "none of its reports was copied" in run("show", "--desk", str(alone), story, "--diff").stdout


def test_what_a_newsletter_says_of_a_page_is_not_shown_as_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    words = Article(id="a1", outlet="Courier", headline="Pier opens", body=(PIER,), teaser=True, via="Morning Post")
    show_article(words)
    shown = unwrapped(capsys.readouterr().out)
    told = "words of the newsletter Morning Post about the page at this address, not the page itself"
    assert f"{told} words {PIER}" in shown
    assert "body" not in shown


def test_a_summary_names_the_outlet_of_each_sentence(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    run("init", str(desk))
    article = add(desk, "Pier opens for four million", PIER, COST)
    (story,) = [line.split()[0] for line in run("stories", "--desk", str(desk)).stdout.splitlines()[1:]]
    assert f"{PIER} [Courier] {article}" in unwrapped(run("show", "--desk", str(desk), story).stdout)


def test_the_list_of_copies_is_of_what_was_copied(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    copies, _ = copied(desk)
    add_alone = {"url": "https://courier.example/pier", "outlet": "Courier", "headline": "Pier opens"}
    pages = tmp_path / "alone.jsonl"
    pages.write_text(json.dumps(add_alone | {"published": "2031-05-15", "text": f"{PIER}\n\n{COST}"}))
    run("add", "--desk", str(desk), str(pages))
    head, line = run("copies", "--desk", str(desk)).stdout.splitlines()
    assert head.split() == ["ID", "DAY", "COPIES", "ORIGIN", "HEADLINE"]
    assert line.split(maxsplit=5) == [copies, "2031-05-13", "1", "copy", "AP", "Ship drifts off Skagen for nine hours"]
    every = run("copies", "--desk", str(desk), "--all").stdout.splitlines()[1:]
    assert [one.endswith("Courier  Pier opens") for one in map(str.rstrip, every)] == [True, False], "newest first"
    assert len(run("copies", "--desk", str(desk), "--json").stdout.splitlines()) == 2
    assert "listed by --all" in run("copies", "--desk", str(desk), "--since", "2031-05-15").stderr


def test_a_story_shows_why_each_report_is_in_it(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    _, reprint = copied(desk)
    (line,) = run("stories", "--desk", str(desk), "--json").stdout.splitlines()
    story = json.loads(line)
    shown = unwrapped(run("show", "--desk", str(desk), story["id"], "--why").stdout)
    for one in story["why"]:
        assert f"{one['basis']}: {unwrapped(one['reason'])}" in shown
    for voice in story["voices"]:
        assert f"{voice['name']} ({voice['reason']})" in shown
    assert reprint in shown or not story["why"]
    assert "1 independent source, 2 articles" in shown


def test_the_id_of_a_thread_that_ended_shows_the_story_left_of_it(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    copied(desk)
    (line,) = run("stories", "--desk", str(desk), "--json").stdout.splitlines()
    story = json.loads(line)["id"]
    with Store(desk).writing() as connection:
        add_redirects(connection, {"tolder": Moved(new="told"), "told": Moved(new=story)}, {story})
    for old in ("told", "tolder"):
        assert run("show", "--desk", str(desk), old).stdout == run("show", "--desk", str(desk), story).stdout
        assert run("show", "--desk", str(desk), old, "--why").exit_code == 0


@pytest.mark.parametrize(("option", "said"), [("--why", "neither"), ("--diff", "no copy set")])
def test_what_has_no_such_answer_says_so(tmp_path: Path, option: str, said: str) -> None:
    desk = tmp_path / "desk"
    copies, reprint = copied(desk)
    wrong = {"--why": (copies, reprint, "nobody"), "--diff": ("nobody",)}[option]
    for id_ in wrong:
        with pytest.raises(UsageError, match=said):
            run("show", "--desk", str(desk), id_, option)


def test_an_article_that_nobody_copied_has_nothing_to_compare(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    run("init", str(desk))
    alone = add(desk, "Pier opens", PIER, COST)
    with pytest.raises(UsageError, match="shares its text with no other article"):
        run("show", "--desk", str(desk), alone, "--diff")
    story = json.loads(run("stories", "--desk", str(desk), "--json").stdout)["id"]
    with pytest.raises(UsageError, match=r"none of the reports of .* was copied"):
        run("show", "--desk", str(desk), story, "--diff", "--html")


def test_copies_are_drawn_as_a_page_on_request(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    copies, reprint = copied(desk)
    page = run("show", "--desk", str(desk), copies, "--diff", "--html").stdout
    assert page.startswith("<!doctype html>") and MAYOR in page
    assert page == run("show", "--desk", str(desk), reprint, "--diff", "--html").stdout
    (story,) = {one["id"] for one in map(json.loads, run("stories", "--desk", str(desk), "--json").stdout.splitlines())}
    assert run("show", "--desk", str(desk), story, "--diff", "--html").stdout == page
    with pytest.raises(UsageError, match="no copy set"):
        run("show", "--desk", str(desk), "nobody", "--diff", "--html")
    with pytest.raises(UsageError, match="the page of --diff"):
        run("show", "--desk", str(desk), copies, "--html")
