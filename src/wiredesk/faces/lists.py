"""The list commands: one for each noun, as JSON Lines or as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wiredesk.faces.about import articles_of, days_of, tells_all, within
from wiredesk.faces.app import HERE, AsJson, Desk, Quiet, app, open_desk, print_line
from wiredesk.faces.console import Voice, counted, given_days
from wiredesk.faces.decision_words import decision_words
from wiredesk.faces.records import json_line
from wiredesk.kit.edtf import bounds
from wiredesk.kit.outranked import outranked
from wiredesk.kit.ruled import set_mark
from wiredesk.types import Article, CopySet, Decision, Event, Hold, Notice, PersonRecord, Problem, Story, Thread

if TYPE_CHECKING:
    from wiredesk.faces.taken_back import TakenBack
    from wiredesk.pipeline.read import Reading
    from wiredesk.store import Store


_WIDEST = 32
"""Characters to which a column is filled up with spaces: an outlet's name, not a headline."""


def _articles(_store: Store, reading: Reading) -> Iterable[Article]:
    aside = outranked(reading.articles.values())
    return (one for one in reading.articles.values() if one.id not in aside)


def _copies(_store: Store, reading: Reading) -> Iterable[CopySet]:
    return reading.groups.copies.values()


def _stories(_store: Store, reading: Reading) -> Iterable[Story]:
    return sorted(reading.groups.stories.values(), key=lambda story: (story.last or date.max, story.id))


def _threads(_store: Store, reading: Reading) -> Iterable[Thread]:
    return reading.groups.threads.values()


def _events(_store: Store, reading: Reading) -> Iterable[Event]:
    return sorted(reading.groups.events.values(), key=lambda event: (event.when is None, *_sortable(event), event.id))


def _sortable(event: Event) -> tuple[date, date]:
    first, last = bounds(event.when) if event.when else (None, None)
    return first or date.min, last or date.max


def _people(_store: Store, reading: Reading) -> Iterable[PersonRecord]:
    return sorted(reading.groups.people.values(), key=lambda person: (person.name.casefold(), person.id))


def _notices(_store: Store, reading: Reading) -> Iterable[Notice]:
    return sorted(reading.groups.notices.values(), key=lambda notice: (notice.day, notice.id))


def _problems(store: Store, reading: Reading) -> Iterable[Problem]:
    from wiredesk.pipeline.read import read_problems

    return [*read_problems(store), *_unused(reading)]


def _unused(reading: Reading) -> Iterable[Problem]:
    """The decisions that find nothing any more to decide on."""
    from wiredesk.pipeline.coded import coded_events
    from wiredesk.pipeline.decided_events import lost

    yield from lost(reading.decisions, list(reading.groups.events.values()))
    yield from coded_events(reading.decisions, reading.articles)[1]


def _decisions(store: Store, _reading: Reading) -> Iterable[Decision]:
    from wiredesk.pipeline.read import read_decisions

    return read_decisions(store)


def _holds(_store: Store, reading: Reading) -> Iterable[Hold]:
    from wiredesk.pipeline.held import holds

    return holds(reading.decisions, list(reading.groups.events.values()))


def _columns(noun: Any, reading: Reading, taken_back: TakenBack) -> list[str]:
    """The cells that a person reads, under the heads of `_NOUNS`."""
    match noun:
        case Article():
            headline = noun.headline or ("-" if noun.body else "(no text: see `wiredesk problems`)")
            headline = taken_back.marked([noun.id], headline)
            return [noun.id, str(noun.day or "-"), noun.outlet or "-", noun.credit or "-", headline]
        case CopySet():
            origin = reading.articles.get(noun.origin.article)
            outlet, day = (origin.outlet, origin.day) if origin else (None, None)
            whose = noun.origin.credit or outlet or "-"
            headline = taken_back.marked([noun.origin.article], origin.headline if origin else None)
            return [noun.id, str(day or "-"), counted(len(noun.articles) - 1, "copy", "copies"), whose, headline]
        case Story():
            sources = f"{noun.independent_sources} of {len(noun.articles)}"
            headline = taken_back.marked(noun.articles, noun.headline)
            return [noun.id, str(noun.last or "-"), sources, headline]
        case Thread():
            reason = noun.ties[0].reason if noun.ties else "-"
            return [noun.id, counted(len(noun.stories), "story", "stories"), noun.title, reason]
        case Event():
            who = ", ".join(person.name or person.role or "?" for person in noun.principals)
            where = ", ".join(noun.destination) or "-"
            how_far = f"{noun.status}, {noun.verdict}" if noun.verdict else noun.status
            return [noun.id or "-", f"{noun.when or '-'}{set_mark(noun, 'when')}", noun.type, how_far, who, where]
        case Hold():
            terms = [noun.person, noun.country, noun.type, noun.when]
            asked = " ".join(filter(None, terms)) or noun.about or "-"
            known = ", ".join(_as_known(id_, reading) for id_ in noun.events) or "nothing"
            return [noun.id, str(noun.at.date()), noun.by, asked, known, noun.question]
        case PersonRecord():
            return [noun.id, noun.name, noun.country or "-", "; ".join(role.role for role in noun.roles)]
        case Notice():
            target = reading.articles.get(noun.target)
            return [
                noun.id,
                str(noun.day),
                noun.kind,
                noun.by or "-",
                (target and target.headline) or noun.target,
                noun.text,
            ]
        case Problem():
            return [noun.stage, noun.source, noun.message, noun.hint or ""]
        case _:
            undone = " (undone)" if noun.undone else ""
            return [noun.id, str(noun.at.date()), noun.by, f"{decision_words(noun, reading.articles)}{undone}"]


def _as_known(id_: str, reading: Reading) -> str:
    """An event by its id and how it stands."""
    event = reading.groups.events.get(id_)
    return f"{id_} ({event.status})" if event else id_


_NOUNS: dict[str, tuple[Callable[[Store, Reading], Iterable[Any]], tuple[str, ...], str]] = {
    "articles": (_articles, ("id", "day", "outlet", "credit", "headline"), "The articles read."),
    "copies": (
        _copies,
        ("id", "day", "copies", "origin", "headline"),
        "Copy sets: what was copied, how often, and whose it is. Newest first.",
    ),
    "stories": (
        _stories,
        ("id", "last day", "independent", "headline"),
        "Stories: one for an event however many tell it.",
    ),
    "threads": (_threads, ("id", "stories", "title", "tied by"), "Threads: stories of one affair, and why."),
    "events": (_events, ("id", "when", "type", "status", "who", "where"), "The ledger of dated, cited events."),
    "people": (_people, ("id", "name", "country", "roles"), "People with the roles that reports give them."),
    "notices": (
        _notices,
        ("id", "day", "kind", "by", "about", "words"),
        "Corrections, updates, kills and withdrawals.",
    ),
    "holds": (
        _holds,
        ("id", "day", "by", "about", "known by now", "question"),
        (
            "The hold list: questions of which nothing is known. With the events that fit them by now and how these "
            "stand. `decide hold` takes a country by two letters (KE) or by its English name (Kenya)."
        ),
    ),
    "problems": (_problems, ("stage", "source", "problem", "what to do"), "Problems kept."),
    "decisions": (_decisions, ("id", "day", "by", "decision"), "Editors' decisions, undone ones too."),
}


Since = Annotated[str | None, typer.Option(metavar="DAY", help="Only from this day on: YYYY-MM-DD.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Only up to this day: YYYY-MM-DD.")]
Search = Annotated[
    str | None,
    typer.Option(
        help="Only those whose articles hold all these words. Of events: that have all of them among their people and "
        "roles, places and countries, and the headlines of their reports."
    ),
]


def _register(name: str, help_text: str) -> None:
    @app.command(name, help=help_text)
    def _command(
        desk: Desk = HERE,
        as_json: AsJson = False,
        since: Since = None,
        until: Until = None,
        search: Search = None,
        quiet: Quiet = False,
    ) -> None:
        chosen, reading, held = _chosen(name, desk, since, until, search)
        _print(name, chosen, reading, as_json=as_json, nothing=_nothing(name, held), quiet=quiet)


def _register_copies(name: str, help_text: str) -> None:
    @app.command(name, help=help_text)
    def _command(
        desk: Desk = HERE,
        as_json: AsJson = False,
        every: Annotated[
            bool, typer.Option("--all", help="Articles without copies, too; --json always gives all.")
        ] = False,
        since: Since = None,
        until: Until = None,
        search: Search = None,
        quiet: Quiet = False,
    ) -> None:
        chosen, reading, held = _chosen(name, desk, since, until, search)
        nothing = _nothing(name, held)
        if not as_json:
            alone = len(chosen)
            chosen = _newest(chosen if every else [one for one in chosen if len(one.articles) > 1], reading)
            if alone and not chosen:
                nothing = f"nothing was copied: {counted(alone, 'article')} without copies, listed by --all"
        _print(name, chosen, reading, as_json=as_json, nothing=nothing, quiet=quiet)


def _newest(copies: Iterable[CopySet], reading: Reading) -> list[CopySet]:
    """Copy sets by the day of the origin, the newest first, the undated last."""

    def order(one: CopySet) -> tuple[int, str]:
        origin = reading.articles.get(one.origin.article)
        return -(origin.day.toordinal() if origin and origin.day else 0), one.id

    return sorted(copies, key=order)


def _nothing(name: str, held: bool) -> str:
    return f"no {name} match" if held else f"no {name} at the desk"


def _chosen(
    name: str, desk: Path, since: str | None, until: str | None, search: str | None
) -> tuple[list[Any], Reading, bool]:
    """The records of a noun that are asked for; the desk; whether it holds any."""
    from wiredesk.pipeline.read import find_words, read_desk

    first, last = given_days(since, until)
    with open_desk(desk) as (store, _):
        reading = read_desk(store)
        records = list(_NOUNS[name][0](store, reading))
        holding = set(find_words(store, search)) if search and name != "events" else None
    articles, stories = reading.articles, reading.groups.stories
    chosen = [
        noun
        for noun in records
        if within(days_of(noun, articles, stories), first, last)
        and (holding is None or not holding.isdisjoint(articles_of(noun, articles, stories)))
        and (not search or name != "events" or tells_all(noun, articles, search))
    ]
    return chosen, reading, bool(records)


def _print(name: str, chosen: list[Any], reading: Reading, *, as_json: bool, nothing: str, quiet: bool) -> None:
    if as_json:
        for noun in chosen:
            print_line(json_line(noun))
    elif chosen:
        from wiredesk.faces.taken_back import TakenBack

        taken_back = TakenBack(reading)
        rows = (_columns(noun, reading, taken_back) for noun in chosen)
        for line in _aligned([[head.upper() for head in _NOUNS[name][1]], *rows]):
            print_line(line)
    else:
        Voice(quiet=quiet).say(nothing)


def _aligned(rows: list[list[str]]) -> list[str]:
    """Rows of cells as lines, a column below its head; a cell that is longer than most moves its own line only."""
    widths = [min(_WIDEST, max(map(len, cells))) for cells in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


for _name, _noun in _NOUNS.items():
    (_register_copies if _name == "copies" else _register)(_name, _noun[2])
