"""The commands that do something; `lists.py` has those that list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from wiredesk.errors import UsageError
from wiredesk.faces.app import HERE, AsJson, Desk, NoUpdate, Quiet, app, end, open_desk, print_line
from wiredesk.faces.console import Voice, clock, parse_day
from wiredesk.settings import SETTINGS_FILE, TEMPLATE, Settings
from wiredesk.store import Store
from wiredesk.types import Page, Problem


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make it in.")] = HERE, quiet: Quiet = False
) -> None:
    """Make a desk: wiredesk.toml and desk.db."""
    Store.create(folder).close()
    settings = folder / SETTINGS_FILE
    if not settings.exists():
        try:
            settings.write_text(TEMPLATE, encoding="utf-8")
        except OSError as error:
            raise UsageError(f"cannot write {settings}: {error.strerror}", "check its folder's rights") from error
    Voice(quiet=quiet).say(f"a desk stands in {folder}; add pages with: wiredesk add --desk {folder} PATH ...")


@app.command()
def add(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, globs; - for a capture on standard input.")],
    desk: Desk = HERE,
    no_update: NoUpdate = False,
    quiet: Quiet = False,
) -> None:
    """Keep pages (HTML, text captures, JSON Lines, feed files; gzip too) and run the stages over what is new."""
    from wiredesk.faces.inputs import collect_arguments

    _collect(desk, lambda _settings: collect_arguments(paths), quiet=quiet, no_update=no_update)


@app.command()
def collect(desk: Desk = HERE, no_update: NoUpdate = False, quiet: Quiet = False) -> None:
    """Read the sources of wiredesk.toml once."""
    from wiredesk.pipeline.update import collect_sources

    def pages(settings: Settings) -> Iterable[Page | Problem]:
        if not settings.sources:
            raise UsageError(f"{desk / SETTINGS_FILE} names no [[sources]]", "docs/reference/settings.md tells how")
        return collect_sources(settings, desk)

    _collect(desk, pages, quiet=quiet, no_update=no_update)


@app.command()
def update(
    desk: Desk = HERE,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Run over everything again.")] = False,
    start: Annotated[
        str, typer.Option("--from", help="With --rebuild: from extract, annotate or group on.")
    ] = "extract",
    quiet: Quiet = False,
) -> None:
    """Run the stages over what is new."""
    from wiredesk.pipeline.update import STAGES
    from wiredesk.pipeline.update import update as run_update

    stage = next((name for name in STAGES if name == start), None)
    if stage is None:
        raise UsageError(f"there is no stage {start!r}", f"name one of: {', '.join(STAGES)}")
    voice = Voice(quiet=quiet)
    with open_desk(desk) as (store, settings), store.updating(), voice.progress() as progress:
        tally = run_update(store, settings, clock(), rebuild_from=stage if rebuild else None, progress=progress)
    voice.problems(tally.problems)
    voice.tally(tally)
    end(problems=bool(tally.problems))


@app.command()
def extract(
    paths: Annotated[list[str], typer.Argument(help="Pages to read.")],
    as_json: AsJson = False,
    published: Annotated[str | None, typer.Option(help="The day, if you know it.")] = None,
    _desk: Desk = HERE,
    quiet: Quiet = False,
) -> None:
    """Read pages into articles; touches no desk."""
    from dataclasses import replace

    from wiredesk.extract import extract as read
    from wiredesk.faces.inputs import collect_arguments
    from wiredesk.faces.records import json_line
    from wiredesk.faces.show import show_article

    day, voice, troubled = parse_day(published), Voice(quiet=quiet), False
    for item in collect_arguments(paths):
        if isinstance(item, Problem):
            voice.problems([item])
            troubled = True
            continue
        article = read(replace(item, published=day or item.published))
        troubled = troubled or bool(article.problems)
        voice.problems(article.problems)
        if as_json:
            print_line(json_line(article))
        else:
            show_article(article, [])
    end(problems=troubled)


@app.command()
def dates(
    text: Annotated[str, typer.Argument(help="A text in English.")],
    published: Annotated[str | None, typer.Option(help="The day that the text was published.")] = None,
    as_json: AsJson = False,
    _desk: Desk = HERE,
    _quiet: Quiet = False,
) -> None:
    """Show the time expressions of a text and what they resolve to."""
    from wiredesk.annotate import find_times
    from wiredesk.faces.records import json_line

    for mention in find_times(text, parse_day(published)):
        print_line(
            json_line(mention)
            if as_json
            else f"{mention.text:30}  {mention.edtf or 'cannot be placed':24}  {mention.rule}"
        )


@app.command()
def decide(
    kind: Annotated[str, typer.Argument(help="date, outlet, merge, split, move, retitle, pin, spike; or undo.")],
    words: Annotated[
        list[str] | None, typer.Argument(help="Ids, then the value; see docs/guides/decisions.md.")
    ] = None,
    desk: Desk = HERE,
    by: Annotated[str, typer.Option(help="Who decides.")] = "editor",
    no_update: Annotated[bool, typer.Option("--no-update", help="Take the decision, run no stage yet.")] = False,
    quiet: Quiet = False,
) -> None:
    """Keep an editor's decision; it is replayed after every rebuild. `decide undo [ID]` takes one back."""
    from wiredesk.faces.deciding import take_decision
    from wiredesk.pipeline.update import update as run_update

    voice = Voice(quiet=quiet)
    with open_desk(desk) as (store, settings):
        voice.say(take_decision(store, kind, words or [], by, clock()))
        if not no_update:
            with store.updating(), voice.progress() as progress:
                run_update(store, settings, clock(), progress=progress)


@app.command()
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Of an article, copy set, story, thread, event or person.")],
    desk: Desk = HERE,
    _quiet: Quiet = False,
) -> None:
    """Show one thing, for people, with its evidence."""
    from wiredesk.faces.show import show as show_record
    from wiredesk.pipeline.read import read_desk

    with open_desk(desk) as (store, _):
        show_record(read_desk(store), id_)


@app.command()
def edition(
    day: Annotated[str | None, typer.Argument(help="YYYY-MM-DD; the newest day without it.")] = None,
    desk: Desk = HERE,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Compose a day's Top Ten, with the reasons of each rank."""
    from wiredesk.faces.records import json_line
    from wiredesk.faces.show import show_edition
    from wiredesk.pipeline.edition import compose_edition, edition_day
    from wiredesk.pipeline.read import read_desk

    with open_desk(desk) as (store, settings):
        reading = read_desk(store)
        chosen = _chosen_day(edition_day(reading, settings, parse_day(day), clock()), day, settings, Voice(quiet=quiet))
        composed = compose_edition(reading, settings, chosen)
    if as_json:
        print_line(json_line(composed))
    else:
        show_edition(composed)


@app.command()
def publish(
    folder: Annotated[Path, typer.Argument(help="Where the site goes.")],
    day: Annotated[str | None, typer.Argument(help="YYYY-MM-DD: leave later days out.")] = None,
    desk: Desk = HERE,
    quiet: Quiet = False,
) -> None:
    """Write the site: front pages, stories, threads, events, edition.json."""
    from wiredesk.faces.sitedata import site_data
    from wiredesk.publish import publish as write_site

    with open_desk(desk) as (store, settings):
        data = site_data(store, settings, clock(), until=parse_day(day))
    written = write_site(data, folder)
    Voice(quiet=quiet).say(f"{len(written)} files written; open {folder / 'index.html'}")


@app.command()
def serve(
    desk: Desk = HERE,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 8787,
    quiet: Quiet = False,
) -> None:
    """Serve the site."""
    from wiredesk.faces.site import create_app
    from wiredesk.faces.site import serve as run_server
    from wiredesk.faces.sitedata import SiteLoader

    with open_desk(desk) as (store, settings):
        Voice(quiet=quiet).say(
            f"the site stands at http://{f'[{host}]' if ':' in host else host}:{port}/ - stop it with Ctrl-C"
        )
        run_server(create_app(SiteLoader(store, settings, clock)), host, port)


def _collect(
    folder: Path, items: Callable[[Settings], Iterable[Page | Problem]], *, quiet: bool, no_update: bool
) -> None:
    from wiredesk.pipeline.update import add as keep
    from wiredesk.pipeline.update import update as run_update

    voice = Voice(quiet=quiet)
    with open_desk(folder) as (store, settings), store.updating(), voice.progress() as progress:
        tally = keep(store, items(settings), clock(), progress)
        if not no_update:
            done = run_update(store, settings, clock(), progress=progress)
            tally.done = done.done
            tally.problems += done.problems
    voice.problems(tally.problems)
    voice.tally(tally)
    end(problems=bool(tally.problems))


def _chosen_day(chosen: date, asked: str | None, settings: Settings, voice: Voice) -> date:
    if asked is None and chosen != clock().astimezone(settings.zone).date():
        voice.say(f"the edition of {chosen}, the last day with articles")
    return chosen
