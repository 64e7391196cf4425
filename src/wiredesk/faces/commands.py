"""The commands that bring pages in and work on them; `editing.py` and `lists.py` have those that show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiredesk.errors import UsageError
from wiredesk.faces.app import HERE, AsJson, Desk, NoUpdate, Quiet, app, end, open_desk, print_line
from wiredesk.faces.arrivals import Arrivals
from wiredesk.faces.console import Voice, clock, parse_day
from wiredesk.settings import SETTINGS_FILE, TEMPLATE, Settings
from wiredesk.types import Collected, Page, Problem

if TYPE_CHECKING:
    from wiredesk.store import Store


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make it in.")] = HERE, quiet: Quiet = False
) -> None:
    """Make a desk: wiredesk.toml and desk.db."""
    from wiredesk.store import Store

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
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, web addresses; - for a capture on standard input.")
    ],
    desk: Desk = HERE,
    no_update: NoUpdate = False,
    quiet: Quiet = False,
) -> None:
    """Keep pages and run the stages over what is new.

    HTML, text captures, JSON Lines, feeds and mail; each gzipped or not.
    """
    from wiredesk.faces.inputs import collect_arguments
    from wiredesk.pipeline.update import collect_addresses

    mistyped: list[Problem] = []

    def pages(store: Store, settings: Settings) -> Iterable[Collected]:
        return collect_arguments(paths, lambda urls: collect_addresses(store, settings, urls, clock()), mistyped)

    _collect(desk, pages, quiet=quiet, no_update=no_update, mistyped=mistyped)


@app.command()
def collect(desk: Desk = HERE, no_update: NoUpdate = False, quiet: Quiet = False) -> None:
    """Read the sources of wiredesk.toml once."""
    from wiredesk.pipeline.update import collect_sources

    def pages(store: Store, settings: Settings) -> Iterable[Collected]:
        if not settings.sources:
            raise UsageError(f"{desk / SETTINGS_FILE} names no [[sources]]", "docs/reference/settings.md tells how")
        return collect_sources(store, settings, desk, clock())

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
    published: Annotated[str | None, typer.Option(metavar="DAY", help="The day, if you know it: YYYY-MM-DD.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print an HTML page that marks what was kept, and says why.")
    ] = False,
    _desk: Desk = HERE,
    quiet: Quiet = False,
) -> None:
    """Read pages into articles; touches no desk."""
    from dataclasses import replace

    from wiredesk.extract import extract as read
    from wiredesk.faces.inputs import collect_arguments
    from wiredesk.faces.records import json_line
    from wiredesk.faces.show import show_article

    if explain and (as_json or len(paths) > 1):
        message = "--explain draws one page" + (", and no JSON" if as_json else f", and {len(paths)} are named")
        raise UsageError(message, "give it one page at a time")
    day, voice, troubled = parse_day(published), Voice(quiet=quiet), False
    for item in collect_arguments(paths):
        if isinstance(item, Problem):
            voice.problems([item])
            troubled = True
        if not isinstance(item, Page):
            continue
        page = replace(item, published=day or item.published)
        if explain:
            from wiredesk.extract import explain as read_aloud
            from wiredesk.faces.explained import explained_html

            explained = read_aloud(page)
            article = explained.article
            print_line(explained_html(explained, page.url or page.name or "a page"))
        else:
            article = read(page)
        troubled = troubled or bool(article.problems)
        voice.problems(article.problems)
        if as_json:
            print_line(json_line(article))
        elif not explain:
            show_article(article)
    end(problems=troubled)


@app.command()
def dates(
    text: Annotated[str, typer.Argument(help="A text in English.")],
    published: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day that the text was published: YYYY-MM-DD.")
    ] = None,
    as_json: AsJson = False,
    _desk: Desk = HERE,
    quiet: Quiet = False,
) -> None:
    """Show the time expressions of a text and what they resolve to."""
    from wiredesk.annotate import find_times
    from wiredesk.faces.records import json_line

    found = find_times(text, parse_day(published))
    if not found:
        Voice(quiet=quiet).say("no time was found in these words")
    for mention in found:
        print_line(
            json_line(mention)
            if as_json
            else f"{mention.text:30}  {mention.edtf or 'cannot be placed':24}  {mention.kind:8}  {mention.rule}"
        )
    if published is None and any(mention.edtf is None for mention in found):
        Voice(quiet=quiet).say("to place the rest, tell the day of the text: --published YYYY-MM-DD")


@app.command()
def decide(
    kind: Annotated[
        str,
        typer.Argument(
            help="Of articles: date, outlet. Of stories: merge, split, move, retitle, pin, spike, order, blurb. Of "
            "events: confirm, dispute, correct, role, place, join, part, hold. And undo."
        ),
    ],
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help="Ids, then the value; see docs/guides/decisions.md. A country by two letters or its English name."
        ),
    ] = None,
    desk: Desk = HERE,
    by: Annotated[str, typer.Option(help="Who decides.")] = "editor",
    no_update: Annotated[bool, typer.Option("--no-update", help="Take the decision, run no stage yet.")] = False,
    quiet: Quiet = False,
) -> None:
    """Keep an editor's decision, through every rebuild.

    `decide undo [ID]` takes one back.
    """
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
    why: Annotated[
        bool,
        typer.Option("--why", help="Of a story: why each report is in it. Of a thread: what ties its stories."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Of a copy set, copy or story: what copies cut, added, changed and moved.")
    ] = False,
    as_html: Annotated[bool, typer.Option("--html", help="With --diff: as a page, on standard output.")] = False,
    desk: Desk = HERE,
    _quiet: Quiet = False,
) -> None:
    """Show one thing, for people, with its evidence."""
    from wiredesk.faces.show import show as show_record
    from wiredesk.faces.show_groups import copies_page
    from wiredesk.pipeline.read import read_desk

    if as_html and not diff:
        raise UsageError("--html draws the page of --diff", "wiredesk show COPYSET --diff --html > copies.html")
    with open_desk(desk) as (store, _):
        reading = read_desk(store)
        if as_html:
            print_line(copies_page(reading, id_))
        else:
            show_record(reading, id_, why=why, diff=diff)


def _collect(
    folder: Path,
    items: Callable[[Store, Settings], Iterable[Collected]],
    *,
    quiet: bool,
    no_update: bool,
    mistyped: Sequence[Problem] = (),
) -> None:
    """`mistyped`: what `items` found not to exist, told but not kept."""
    from wiredesk.pipeline.update import add as keep
    from wiredesk.pipeline.update import update as run_update

    voice, arrivals = Voice(quiet=quiet), Arrivals()
    with open_desk(folder) as (store, settings), store.updating(), voice.progress() as progress:
        tally = keep(store, arrivals.passing(items(store, settings)), clock(), progress)
        if not no_update:
            done = run_update(store, settings, clock(), progress=progress)
            tally.done, tally.unread = done.done, done.unread
            tally.problems += done.problems
    tally.problems[:0] = mistyped
    voice.problems(tally.problems)
    voice.tally(tally, arrivals.words(tally.came))
    end(problems=bool(tally.problems))
