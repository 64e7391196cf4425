"""`wiredesk export`: the desk's events or articles as a data package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiredesk.errors import UsageError
from wiredesk.faces.app import HERE, Desk, Quiet, app, open_desk
from wiredesk.faces.console import Voice, clock, counted, given_days

if TYPE_CHECKING:
    from datetime import date

    from wiredesk.pipeline.read import Reading
    from wiredesk.publish.export_tables import Filled

_NOUNS = ("events", "articles")


@app.command("export")
def export(
    noun: Annotated[str, typer.Argument(metavar="events|articles", help="What to export.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the files go.")],
    format_: Annotated[str, typer.Option("--format", help="csv, parquet or jsonl.")] = "csv",
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Only from this day on: YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Only up to this day: YYYY-MM-DD.")] = None,
    desk: Desk = HERE,
    quiet: Quiet = False,
) -> None:
    """Write events or articles as tables, with a codebook. A data package to work with and to cite."""
    from wiredesk import __version__
    from wiredesk.kit.files import write_whole
    from wiredesk.pipeline.read import read_desk
    from wiredesk.publish.export import package, sized
    from wiredesk.publish.export_files import WRITERS

    if noun not in _NOUNS:
        raise UsageError(f"{noun!r} cannot be exported", f"name one of: {', '.join(_NOUNS)}")
    if format_ not in WRITERS:
        raise UsageError(f"there is no format {format_!r}", f"name one of: {', '.join(WRITERS)}")
    first, last = given_days(since, until)
    with open_desk(desk) as (store, settings):
        filled = _tables(read_desk(store), noun, first, last)
    title = f"{settings.title}, {noun}"
    files = package(filled, format_, name=f"wiredesk-{noun}", title=title, version=__version__, now=clock())
    try:
        for name, data in files.items():
            write_whole(folder / name, data)
    except OSError as error:
        raise UsageError(f"cannot write into {folder}: {error.strerror}", "check the folder and its rights") from error
    rows = ", ".join(f"{name} {counted(number, 'row')}" for name, number in sized(filled))
    Voice(quiet=quiet).say(f"written to {folder}: {rows}; {folder / 'codebook.md'} says what they mean")


def _tables(reading: Reading, noun: str, first: date | None, last: date | None) -> Filled:
    from wiredesk.faces.about import days_of, within
    from wiredesk.pipeline.held import holds
    from wiredesk.publish.export_rows import article_tables, event_tables

    groups = reading.groups
    if noun == "articles":
        chosen = [one for one in reading.articles.values() if one.body and within((one.day, one.day), first, last)]
        return article_tables(chosen, groups.stories.values(), groups.copies.values(), groups.events.values())
    events = [
        one for one in groups.events.values() if within(days_of(one, reading.articles, groups.stories), first, last)
    ]
    events.sort(key=lambda one: (one.when is None, one.when or "", one.id))
    asked = holds(reading.decisions, list(groups.events.values()))
    return event_tables(events, reading.articles, groups.people.values(), asked)
