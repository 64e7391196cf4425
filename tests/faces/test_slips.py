"""Slips of the hand on the command line: told, with the way out, and not kept."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from wiredesk.errors import UsageError
from wiredesk.faces.cli import app


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


def test_a_mistyped_path_is_told_but_no_problem_of_the_desk(tmp_path: Path) -> None:
    desk = str(tmp_path / "desk")
    run("init", desk)
    for slip, said in (("pgaes", "there is no such file or folder"), ("pgaes/*.html", "no file has such a name")):
        told = run("add", "--desk", desk, str(tmp_path / slip))
        assert told.exit_code == 1
        assert f"{slip}: {said}" in told.stderr
    (tmp_path / "empty.html").touch()
    assert "save the page anew" in run("add", "--desk", desk, str(tmp_path / "empty.html")).stderr
    kept = run("problems", "--desk", desk, "--json").stdout.splitlines()
    assert len(kept) == 1 and "the file is empty" in kept[0]


@pytest.mark.parametrize(
    "words", [("-h",), ("show", "-h"), ("copies", "-h"), ("sources", "-h"), ("code", "show", "-h")]
)
def test_help_has_a_short_name_everywhere(words: tuple[str, ...]) -> None:
    told = run(*words)
    assert told.exit_code == 0
    assert told.stdout == run(*words[:-1], "--help").stdout


@pytest.mark.parametrize("command", ["approve", "withdraw"])
def test_a_day_that_was_left_out_is_asked_for(tmp_path: Path, command: str) -> None:
    run("init", str(tmp_path))
    with pytest.raises(UsageError, match="needs the day of an edition") as told:
        run(command, "--desk", str(tmp_path))
    assert told.value.hint == f"wiredesk {command} YYYY-MM-DD"


def test_a_text_without_a_time_is_told_to_have_none() -> None:
    told = run("dates", "A ferry runs.")
    assert (told.stdout, told.exit_code) == ("", 0)
    assert "no time was found" in told.stderr


@pytest.mark.parametrize("group", [(), ("sources",), ("code",)])
def test_lists_of_commands_say_what_each_does_uncut(group: tuple[str, ...]) -> None:
    commands = run(*group, "--help").stdout.partition("Commands:")[2]
    assert commands.strip() and "..." not in commands


def test_days_in_the_wrong_order_are_told(tmp_path: Path) -> None:
    run("init", str(tmp_path))
    for words in (("articles",), ("export", "events", str(tmp_path / "out"))):
        with pytest.raises(UsageError, match="--since 2026-03-20 is after --until 2026-03-01"):
            run(*words, "--desk", str(tmp_path), "--since", "2026-03-20", "--until", "2026-03-01")


@pytest.mark.parametrize("term", ["person=", "colour=red", "country=NO"])
def test_a_term_in_the_place_of_a_question_is_no_question(tmp_path: Path, term: str) -> None:
    run("init", str(tmp_path))
    with pytest.raises(UsageError, match="takes its question before the terms"):
        run("decide", "hold", term, "--desk", str(tmp_path))


def test_a_text_without_its_day_is_asked_for_it_where_that_would_help() -> None:
    assert "--published YYYY-MM-DD" in run("dates", "It opens on Friday.").stderr
    assert run("dates", "It opens on Friday.", "--published", "2026-03-12").stderr == ""


def test_a_list_of_feeds_that_is_none_is_named(tmp_path: Path) -> None:
    run("init", str(tmp_path))
    told = run("sources", "import", str(tmp_path / "wiredesk.toml"), "--desk", str(tmp_path))
    assert f"{tmp_path / 'wiredesk.toml'}: this is no OPML" in told.stderr
