"""Adding pages and running the stages over them: load, decisions, stage, save.

`add` keeps pages before any stage runs. `update` then takes pending work stage by stage: extract and annotate article
by article, in small transactions; grouping (copies, stories, threads, ledger) over all of them, in one. Work is taken
off a list in the transaction that stores its result, so a run killed anywhere resumes without loss or double.
"""

from __future__ import annotations

import gc
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Literal, TypeVar

from sqlalchemy import Connection

from wiredesk import collect
from wiredesk.annotate import annotate
from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.extract.language import let_model_go
from wiredesk.kit.memory import keep_large_blocks_apart
from wiredesk.pipeline.decided import decided_article
from wiredesk.pipeline.group import regroup
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.store.articles import load_articles, save_annotations, save_article
from wiredesk.store.decisions import load_decisions
from wiredesk.store.fetches import load_fetched, save_fetched
from wiredesk.store.pages import add_page, articles_of_pages, newest_page
from wiredesk.store.work import add_pending, clear_problems, load_pending, save_problems, take_off
from wiredesk.types import Annotations, Article, Collected, Event, Fetched, Page, Problem

Stage = Literal["extract", "annotate", "group"]
STAGES: tuple[Stage, ...] = ("extract", "annotate", "group")
"""The stages that keep their results, in order; `group` is copies, stories, threads and ledger together."""

Progress = Callable[[str, int, int], None]
"""Told (what is being done, how many are done, how many there are)."""

# Results kept in one transaction: it ends in under 100 ms for average pages, and a killed run loses at most so much.
_BATCH = 20
# Thresholds of the garbage collector while stages run, set by hand: Python's own are (700, 10, 10).
_COLLECTIONS = (50_000, 20, 100)

_T = TypeVar("_T")


@dataclass
class Tally:
    """What a run did: pages that came, were new, were new revisions; articles worked on by stage; problems."""

    came: int = 0
    new: int = 0
    revisions: int = 0
    unread: int = 0
    """Pages of which no text could be read."""
    done: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def silent(_what: str, _done: int, _total: int) -> None:
    """Progress that is told to nobody."""


def collect_sources(store: Store, settings: Settings, folder: Path, now: datetime) -> Iterator[Collected]:
    """Pages of all configured sources, in the order of the settings."""
    with store.reading() as connection:
        known = load_fetched(connection)
    return collect.collect_sources(settings.sources, folder, known=known, limits=settings.collect, now=now)


def collect_addresses(store: Store, settings: Settings, urls: Sequence[str], now: datetime) -> Iterator[Collected]:
    """Pages at web addresses that a person named."""
    with store.reading() as connection:
        known = load_fetched(connection)
    return collect.collect_urls(urls, known=known, limits=settings.collect, now=now)


def add(store: Store, items: Iterable[Collected], now: datetime, progress: Progress = silent) -> Tally:
    """Keep pages, the problems of collecting them, and what was fetched; run no stage."""
    tally = Tally()
    troubled: set[str] = set()
    for batch in _batches(items):
        with store.writing() as connection:
            fetched = [item for item in batch if isinstance(item, Fetched)]
            save_fetched(connection, fetched)
            problems = [item for item in batch if isinstance(item, Problem)]
            save_problems(connection, problems, now)
            tally.problems += problems
            troubled.update(problem.source for problem in problems)
            recovered = [one.url for one in fetched if not one.failed and one.url not in troubled]
            clear_problems(connection, recovered, now)
            for item in batch:
                if isinstance(item, Page):
                    outcome = add_page(connection, item, now)
                    tally.came += 1
                    tally.new += outcome == "new"
                    tally.revisions += outcome == "revision"
        progress("collected", tally.came, tally.came)
    return tally


def update(
    store: Store,
    settings: Settings,
    now: datetime,
    *,
    rebuild_from: Stage | None = None,
    progress: Progress = silent,
) -> Tally:
    """Run the stages over what is pending; with `rebuild_from`, over everything again from that stage on."""
    keep_large_blocks_apart()
    with _few_collections():
        return _updated(store, settings, now, rebuild_from, progress)


@contextmanager
def _few_collections() -> Iterator[None]:
    """Look for cycles of garbage seldom: records are trees, and a look at all those in memory costs a sixth of the time
    of grouping 2,000 articles."""
    usual = gc.get_threshold()
    gc.set_threshold(*_COLLECTIONS)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _updated(store: Store, settings: Settings, now: datetime, rebuild_from: Stage | None, progress: Progress) -> Tally:
    tally = Tally()
    if rebuild_from is not None:
        with store.writing() as connection:
            add_pending(connection, rebuild_from, articles_of_pages(connection))
    _extract_pending(store, settings, now, tally, progress)
    _annotate_pending(store, settings, now, tally, progress)
    with store.reading() as connection:
        waiting = load_pending(connection, "group")
    if waiting:
        progress("grouped", 0, len(waiting))
        regroup(store, settings, waiting, anew=rebuild_from is not None)
        tally.done["group"] = len(waiting)
        progress("grouped", len(waiting), len(waiting))
    return tally


def _extract_pending(store: Store, settings: Settings, now: datetime, tally: Tally, progress: Progress) -> None:
    spoken = {source.name: source.language for source in settings.sources}
    with store.reading() as connection:
        waiting = load_pending(connection, "extract")
    for done, ids in _counted_batches(waiting):
        read: list[tuple[str, Article]] = []
        with store.reading() as connection:
            for id_ in ids:  # one page at a time: a batch of large ones would fill the memory
                page_id, revision, page = newest_page(connection, id_)
                page = replace(page, language=spoken.get(page.source or ""))
                read.append((page_id, _read_page(page, id_, revision)))
        with store.writing() as connection:
            saved = [_saved(connection, article, page_id) for page_id, article in read]
            for article in saved:
                tally.unread += not article.parts()
                save_problems(connection, article.problems, now, article=article.id, stage="extract")
                tally.problems += article.problems
            take_off(connection, "extract", ids)
            add_pending(connection, "annotate", ids)
        progress("read", done, len(waiting))
    let_model_go()
    tally.done["extract"] = len(waiting)


def _saved(connection: Connection, article: Article, page: str) -> Article:
    """Save an article; one whose text cannot be written is kept as its page and a problem."""
    try:
        save_article(connection, article, page)
    except UnicodeEncodeError as error:
        article = Article(id=article.id, revision=article.revision, problems=(_fault("extract", article.id, error),))
        save_article(connection, article, page)
    return article


def _read_page(page: Page, id_: str, revision: int) -> Article:
    try:
        article = extract(page, known_as=id_)
    except Exception as error:  # noqa: BLE001 - one page's trouble must not end the run; it is kept and told
        fault = _fault("extract", page.name or page.url or id_, error)
        article = Article(id=id_, url=page.url, outlet=page.outlet, problems=(fault,))
    return replace(article, revision=revision)


def _annotate_pending(store: Store, settings: Settings, now: datetime, tally: Tally, progress: Progress) -> None:
    sections = {name: source.section for name, source in settings.outlets.items()}
    with store.reading() as connection:
        waiting = load_pending(connection, "annotate")
    for done, ids in _counted_batches(waiting):
        with store.reading() as connection:
            decisions = load_decisions(connection, standing=True)
            articles = [decided_article(article, decisions) for article in load_articles(connection, ids)]
        results = [(article, *_note(article, sections.get(article.outlet or ""))) for article in articles]
        with store.writing() as connection:
            for article, notes, events, faults in results:
                save_annotations(connection, notes, events)
                save_problems(connection, faults, now, article=article.id, stage="annotate")
                tally.problems += faults
            if load_decisions(connection, standing=True) == decisions:  # else the next update reads with the new one
                take_off(connection, "annotate", ids)
            add_pending(connection, "group", ids)
        progress("annotated", done, len(waiting))
    tally.done["annotate"] = len(waiting)


def _note(article: Article, section: str | None) -> tuple[Annotations, list[Event], list[Problem]]:
    """Annotations and events; `section` is the source's, for an article whose own words tell none."""
    try:
        notes = annotate(article)
        if notes.section is None and section is not None:
            notes = replace(notes, section=section)
        return notes, find_events(article, notes), []
    except Exception as error:  # noqa: BLE001 - as above
        return Annotations(article=article.id), [], [_fault("annotate", article.url or article.id, error)]


def _fault(stage: str, source: str, error: Exception) -> Problem:
    where = traceback.extract_tb(error.__traceback__)[-1]
    said = f"{type(error).__name__}: {error} ({Path(where.filename).name}, line {where.lineno})"
    return Problem(
        stage=stage,
        source=source,
        message=f"a fault of Wiredesk itself: {said}",
        hint="the page is kept; please report it, then `wiredesk update --rebuild` reads it again",
    )


def _batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


def _counted_batches(items: Sequence[_T]) -> Iterator[tuple[int, list[_T]]]:
    done = 0
    for batch in _batches(items):
        done += len(batch)
        yield done, batch
