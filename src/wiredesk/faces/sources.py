"""`wiredesk sources`: the desk's feeds as OPML, in and out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wiredesk.errors import UsageError
from wiredesk.faces.app import HERE, Desk, Quiet, app, end
from wiredesk.faces.console import Voice, counted
from wiredesk.settings import add_sources, read_settings

sources = typer.Typer(help="The desk's feeds as OPML, in and out.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(sources, name="sources")


@sources.command("import")
def import_sources(
    file: Annotated[Path, typer.Argument(help="An OPML file, as feed readers export it.")],
    desk: Desk = HERE,
    quiet: Quiet = False,
) -> None:
    """Add the feeds of an OPML file to wiredesk.toml. Those that stand there are left as they are."""
    from wiredesk.collect.opml import read_opml

    voice = Voice(quiet=quiet)
    try:
        found, problems = read_opml(file.read_bytes(), str(file))
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}", "check the path and its rights") from error
    added = add_sources(desk, found)
    voice.problems(problems)
    voice.say(f"{counted(len(found), 'feed')} read, {added} added to {desk / 'wiredesk.toml'}")
    end(problems=bool(problems))


@sources.command("export")
def export_sources(
    file: Annotated[Path, typer.Argument(help="The OPML file to write.")], desk: Desk = HERE, quiet: Quiet = False
) -> None:
    """Write the desk's feeds as OPML, which every feed reader takes."""
    from wiredesk.collect.opml import write_opml

    settings = read_settings(desk)
    feeds = [source for source in settings.sources if source.kind == "feed"]
    try:
        file.write_bytes(write_opml(feeds, settings.title))
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror}", "check the folder and its rights") from error
    Voice(quiet=quiet).say(f"{counted(len(feeds), 'feed')} written to {file}")
