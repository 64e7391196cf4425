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
