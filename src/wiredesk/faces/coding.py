"""`wiredesk code`: sheets for coders, how far they agree, and what becomes of where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiredesk.errors import NotFound, UsageError
from wiredesk.faces.app import HERE, AsJson, Desk, Quiet, app, end, open_desk, print_line
from wiredesk.faces.console import Voice, clock, counted, parse_day
from wiredesk.types import Article, Event, Problem

if TYPE_CHECKING:
    from wiredesk.coding import Coded
    from wiredesk.pipeline.read import Reading
    from wiredesk.store import Store

code = typer.Typer(
    help="Code articles by hand. Sheets to fill, agreement between coders, disagreements to settle.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(code, name="code")

_SheetB = Annotated[Path | None, typer.Argument(help="The second coder's sheet; without it the machine's records.")]


@code.command("show")
def show_article(
    article: Annotated[str, typer.Argument(help="The article's id.")],
    desk: Desk = HERE,
    as_json: AsJson = False,
    _quiet: Quiet = False,
) -> None:
    """Show an article and what the machine records of it."""
    from wiredesk.coding import sheet_line
    from wiredesk.faces.show import show_article as show_on_screen

    with open_desk(desk) as (store, _):
        reading, machine = _read(store)
        found = _article(reading, article)
        events = machine.get(article, [])
        if as_json:
            print_line(sheet_line(found, events))
        else:
            show_on_screen(found, events)


@code.command("sheet")
def make_sheet(
    articles: Annotated[list[str] | None, typer.Argument(help="Ids of articles; without any, all with a text.")] = None,
    out: Annotated[Path | None, typer.Option(help="The file to write; without it standard output.")] = None,
    blind: Annotated[
        bool, typer.Option("--blind", help="Without the machine's records, as agreement needs it.")
    ] = False,
    sample: Annotated[int | None, typer.Option(help="So many of the articles, drawn by chance.", min=1)] = None,
    seed: Annotated[str, typer.Option(help="With --sample: any word; the same word draws the same articles.")] = "1",
    since: Annotated[str | None, typer.Option(help="Only articles from this day on.")] = None,
    until: Annotated[str | None, typer.Option(help="Only articles up to this day.")] = None,
    desk: Desk = HERE,
    quiet: Quiet = False,
) -> None:
    """Write a sheet for a coder. JSON Lines, one article a line, `events` to be filled."""
    from wiredesk.coding import sheet_line
    from wiredesk.faces.about import within
    from wiredesk.kit.ids import mint

    first, last = parse_day(since), parse_day(until)
    with open_desk(desk) as (store, _):
        reading, machine = _read(store)
    chosen = [_article(reading, id_) for id_ in articles] if articles else list(reading.articles.values())
    chosen = [one for one in chosen if one.body and within((one.day, one.day), first, last)]
    if sample is not None:
        drawn = {one.id for one in sorted(chosen, key=lambda one: mint("draw", seed, one.id))[:sample]}
        chosen = [one for one in chosen if one.id in drawn]
    lines = [sheet_line(one, None if blind else machine.get(one.id, [])) for one in chosen]
    _write(out, lines)
    where = f" written to {out}" if out else ""
    Voice(quiet=quiet).say(f"{counted(len(lines), 'article')} to code{where}; docs/guides/coding.md tells how")


@code.command("compare")
def compare(
    a: Annotated[Path, typer.Argument(help="A coder's sheet, filled.")],
    b: _SheetB = None,
    table: Annotated[
        Path | None, typer.Option("--disagreements", help="Write what to settle into this file (CSV).")
    ] = None,
    desk: Desk = HERE,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Say how far two coders agree, or a coder and the machine."""
    from wiredesk.coding import agreement, disagreements, to_csv
    from wiredesk.faces.agreed import agreement_lines
    from wiredesk.faces.records import json_line

    voice = Voice(quiet=quiet)
    first, second, problems = _both(a, b, desk)
    found = agreement(first, second)
    if not found.articles:
        voice.problems(problems)
        raise UsageError(f"{a} and {b or 'the desk'} have no coded article in common", "compare sheets of one sample")
    if as_json:
        print_line(json_line(found))
    else:
        for line in agreement_lines(found, a.stem, b.stem if b else "machine"):
            print_line(line)
    if table is not None:
        rows = disagreements(first, second)
        _write(table, to_csv(rows).splitlines(keepends=True), joined="")
        voice.say(f"{counted(len(rows), 'disagreement')} to settle in {table}: fill its last column")
    voice.problems(problems)
    end(problems=bool(problems))


@code.command("adjudicate")
def adjudicate(
    table: Annotated[Path, typer.Argument(help="The table of disagreements, its last column filled.")],
    a: Annotated[Path, typer.Argument(help="The first coder's sheet, as it was compared.")],
    b: _SheetB = None,
    out: Annotated[Path | None, typer.Option(help="Write the settled records as JSON Lines: a gold file.")] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Put them in place of the machine's, as decisions that can be undone.")
    ] = False,
    by: Annotated[str, typer.Option(help="Who settled them.")] = "editor",
    desk: Desk = HERE,
    quiet: Quiet = False,
) -> None:
    """Read settled disagreements back. As a gold file, or as decisions on the articles."""
    from wiredesk.coding import adjudicated, coded_line

    if out is None and not apply:
        raise UsageError("nothing is to be done with the settled records", "give --out FILE, --apply, or both")
    voice = Voice(quiet=quiet)
    first, second, problems = _both(a, b, desk)
    settled, unsettled = adjudicated(first, second, _text(table), str(table))
    problems += unsettled
    if out is not None:
        _write(out, [coded_line(one) for one in settled])
        voice.say(f"{counted(len(settled), 'article')} written to {out}")
    if apply:
        problems += _apply(settled, desk, by, voice)
    voice.problems(problems)
    end(problems=bool(problems))


def _apply(settled: Sequence[Coded], desk: Path, by: str, voice: Voice) -> list[Problem]:
    """Take a decision for each article whose records can be used; run the stages."""
    from wiredesk.coding import event_in, records_json
    from wiredesk.faces.deciding import one_line
    from wiredesk.pipeline.decide import decide
    from wiredesk.pipeline.update import update

    problems: list[Problem] = []
    taken = 0
    who = one_line(by, "the name of who settled them")
    with open_desk(desk) as (store, settings):
        reading, _ = _read(store)
        for one in settled:
            try:
                for record in one.records:
                    event_in(_article(reading, one.article), record)
            except ValueError as error:
                hint = "copy the words from the article's text, then apply again"
                problems.append(Problem(stage="code", source=one.article, message=str(error), hint=hint))
                continue
            decide(store, "code", (one.article,), records_json(one), who, clock())
            taken += 1
        if taken:
            with store.updating(), voice.progress() as progress:
                update(store, settings, clock(), progress=progress)
    voice.say(
        f"{counted(taken, 'article')} decided; `wiredesk decisions` lists them, `wiredesk decide undo ID` undoes one"
    )
    return problems


# --------------------------------------------------------------------------------------------- in and out


def _both(a: Path, b: Path | None, desk: Path) -> tuple[list[Coded], list[Coded], list[Problem]]:
    """Two coders' records: of two sheets, or of a sheet and of the machine for the same articles."""
    from wiredesk.coding import Coded, read_coded, record_of

    first, problems = read_coded(_text(a), str(a))
    if b is not None:
        second, more = read_coded(_text(b), str(b))
        problems += more
        missing = sorted({one.article for one in first} ^ {one.article for one in second})
        if missing:
            message = f"{counted(len(missing), 'article')} coded by one of the two only, such as {missing[0]}"
            problems.append(Problem(stage="code", source=str(b), message=message, hint="they are left out"))
        return first, second, problems
    with open_desk(desk) as (store, _):
        reading, machine = _read(store)
    for one in first:
        if one.article not in reading.articles:
            problems.append(Problem(stage="code", source=f"{a}, {one.article}", message="the desk has no such article"))
    second = [
        Coded(article=one.article, coder="machine", records=tuple(map(record_of, machine.get(one.article, []))))
        for one in first
        if one.article in reading.articles
    ]
    return first, second, problems


def _read(store: Store) -> tuple[Reading, dict[str, list[Event]]]:
    """The desk, and what the machine found in each article, whatever was decided since."""
    from wiredesk.pipeline.read import read_desk, read_found

    return read_desk(store), read_found(store)


def _article(reading: Reading, id_: str) -> Article:
    if id_ not in reading.articles:
        raise NotFound(f"no article has the id {id_}", "`wiredesk articles` lists them")
    return reading.articles[id_]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}", "check the path and its rights") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"cannot read {path}: it is not UTF-8", "save the file as UTF-8") from error


def _write(path: Path | None, lines: Sequence[str], joined: str = "\n") -> None:
    from wiredesk.kit.files import write_whole

    if path is None:
        for line in lines:
            print_line(line)
        return
    try:
        write_whole(path, "".join(line + joined for line in lines).encode())
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}", "check the folder and its rights") from error
