"""README and references show commands, files and settings that exist."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from wiredesk.faces.cli import app

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "sample").glob("*.md")]
)
VERBS = set(re.findall(r"^  ([a-z]+)\)? ", (ROOT / "run").read_text(encoding="utf-8"), re.MULTILINE))
BLOCK = re.compile(r"```(?:console|sh|bash)\n(.*?)```", re.DOTALL)
INLINE = re.compile(r"`((?:wiredesk|\./run) [a-z][^`]*)`")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def commands(document: Path) -> list[str]:
    text = document.read_text(encoding="utf-8")
    lines = [line.removeprefix("$ ").strip() for block in BLOCK.findall(text) for line in block.splitlines()]
    return [line for line in [*lines, *INLINE.findall(text)] if line.startswith(("wiredesk ", "./run "))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_shown_exists(document: Path) -> None:
    known = get_command(app).commands  # type: ignore[attr-defined]
    for line in commands(document):
        for command in re.split(r"\s(?:&&|\|)\s", line):
            words = shlex.split(command, comments=True)
            if words[0] == "./run":
                assert words[1] in VERBS, line
            elif words[0] == "wiredesk":
                for name in words[1].split("|"):
                    assert name in known, line
                    called = known[name]
                    if hasattr(called, "commands"):  # a group: the next word is the command
                        called = called.commands[words[2]]
                    options = {option for parameter in called.params for option in parameter.opts}
                    used = {word.split("=")[0] for word in words[2:] if word.startswith("--")}
                    assert used <= options | {"--help"}, line


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_to_a_file(document: Path) -> None:
    for target in LINK.findall(document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_the_command_reference_lists_every_command() -> None:
    reference = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    known = get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in known if f"`wiredesk {name}" not in reference] == []


def test_every_command_explains_itself() -> None:
    for name in get_command(app).commands:  # type: ignore[attr-defined]
        shown = CliRunner().invoke(app, [name, "--help"])
        assert shown.exit_code == 0
        assert len(shown.output.splitlines()) > 5


def test_the_map_names_every_room() -> None:
    rooms = (ROOT / "docs" / "rooms.md").read_text(encoding="utf-8")
    package = ROOT / "src" / "wiredesk"
    folders = [path.name for path in package.iterdir() if path.is_dir() and not path.name.startswith("__")]
    assert [name for name in folders if f"`{name}/`" not in rooms] == []
