"""The command line's frame: the program, its common options, and what every command needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiredesk.settings import Settings, read_settings

if TYPE_CHECKING:
    from wiredesk.store import Store

app = typer.Typer(
    name="wiredesk",
    help="A news desk for one machine: wire reports counted once, events dated and cited, a daily Top Ten.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from wiredesk import __version__

        print_line(f"wiredesk {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    _asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None: ...


Desk = Annotated[Path, typer.Option("--desk", help="The desk's folder.", file_okay=False)]
Quiet = Annotated[bool, typer.Option("--quiet", help="Say only problems and errors.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON Lines on standard output.")]
NoUpdate = Annotated[bool, typer.Option("--no-update", help="Keep the pages, run no stage.")]
HERE = Path()

PROBLEMS_EXIT = 1


@contextmanager
def open_desk(folder: Path) -> Iterator[tuple[Store, Settings]]:
    """Settings and store of the desk in a folder. Raises UsageError where there is none."""
    from wiredesk.store import Store  # half a second, which help and usage errors need not wait for

    settings = read_settings(folder)
    with Store(folder) as store:
        yield store, settings


def print_line(line: str) -> None:
    """A line of results."""
    sys.stdout.write(line + "\n")


def end(*, problems: bool) -> None:
    """End a command with the exit status that the contract gives."""
    if problems:
        raise typer.Exit(PROBLEMS_EXIT)
