"""The commands about an edition: compose, approve, withdraw, publish, serve."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from wiredesk.errors import UsageError
from wiredesk.faces.app import HERE, AsJson, Desk, Quiet, app, open_desk, print_line
from wiredesk.faces.console import Voice, clock, counted, given_day, parse_day
from wiredesk.settings import Settings


@app.command()
def edition(
    day: Annotated[
        str | None, typer.Argument(help="YYYY-MM-DD; without it today, or the last day with articles.")
    ] = None,
    desk: Desk = HERE,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Compose a day's Top Ten, with the reasons of each rank."""
    from wiredesk.faces.records import json_line
    from wiredesk.faces.show_edition import show_edition
    from wiredesk.pipeline.edition import edition_day, edition_of
    from wiredesk.pipeline.read import read_desk
    from wiredesk.pipeline.retitled import outdated_titles

    voice = Voice(quiet=quiet)
    with open_desk(desk) as (store, settings):
        reading = read_desk(store)
        chosen = _chosen_day(edition_day(reading, settings, parse_day(day), clock()), day, settings, voice)
        composed = edition_of(reading, settings, chosen)
        outdated = outdated_titles(reading, composed)
    if as_json:
        print_line(json_line(composed))
    else:
        show_edition(composed, reading)
    for line in outdated:
        voice.say(line)


@app.command()
def approve(
    day: Annotated[
        str | None, typer.Argument(help="YYYY-MM-DD; it has to be named: what is approved is frozen.")
    ] = None,
    desk: Desk = HERE,
    by: Annotated[str, typer.Option(help="Who approves.")] = "editor",
    quiet: Quiet = False,
) -> None:
    """Freeze a day's edition as it stands.

    What is corrected later stands on it as a dated notice.
    """
    from wiredesk.faces.deciding import one_line
    from wiredesk.pipeline.approve import approve as freeze
    from wiredesk.pipeline.read import read_desk

    day = _named(day, "approve")
    with open_desk(desk) as (store, settings):
        approved = freeze(
            store, read_desk(store), settings, given_day(day), one_line(by, "the name of who approves"), clock()
        )
    told = counted(len(approved.entries), "story", "stories")
    Voice(quiet=quiet).say(f"approved: the edition of {day}, {told}; take it back with: wiredesk withdraw {day}")


@app.command()
def withdraw(
    day: Annotated[str | None, typer.Argument(help="YYYY-MM-DD; it has to be named.")] = None,
    desk: Desk = HERE,
    by: Annotated[str, typer.Option(help="Who takes it back.")] = "editor",
    quiet: Quiet = False,
) -> None:
    """Make an approved edition a draft again; the snapshot is kept."""
    from wiredesk.faces.deciding import one_line
    from wiredesk.pipeline.approve import withdraw as take_back

    day = _named(day, "withdraw")
    with open_desk(desk) as (store, _):
        take_back(store, given_day(day), one_line(by, "the name of who withdraws"), clock())
    Voice(quiet=quiet).say(f"withdrawn: the edition of {day} is a draft again")


@app.command()
def publish(
    folder: Annotated[Path, typer.Argument(help="Where the site goes.")],
    day: Annotated[str | None, typer.Argument(help="YYYY-MM-DD: leave later days out.")] = None,
    desk: Desk = HERE,
    quiet: Quiet = False,
) -> None:
    """Write site, feeds, calendar and mail into a folder."""
    from wiredesk.faces.sitedata import site_data
    from wiredesk.publish import publish as write_site
    from wiredesk.store.desk import DATABASE

    if (folder / DATABASE).exists():  # a web server that carries the folder would give it to everybody
        raise UsageError(f"{folder} holds a desk, and a site is public", "name another folder, such as its `site`")
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
    """Serve the site and the HTTP interface."""
    from wiredesk.faces.site import create_app
    from wiredesk.faces.site import serve as run_server
    from wiredesk.faces.sitedata import SiteLoader

    with open_desk(desk) as (store, settings):
        name = f"[{host}]" if ":" in host else host
        run_server(
            create_app(SiteLoader(store, settings, clock)),
            host,
            port,
            lambda taken: Voice(quiet=quiet).say(f"the site stands at http://{name}:{taken}/ - stop it with Ctrl-C"),
        )


def _named(day: str | None, command: str) -> str:
    if day is None:
        raise UsageError(f"`{command}` needs the day of an edition", f"wiredesk {command} YYYY-MM-DD")
    return day


def _chosen_day(chosen: date, asked: str | None, settings: Settings, voice: Voice) -> date:
    if asked is None and chosen != clock().astimezone(settings.zone).date():
        voice.say(f"the edition of {chosen}, the last day with articles")
    return chosen
