"""What the command line says beside its results: messages, progress and problems, all on standard error."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from rich.console import Console

from wiredesk.errors import UsageError
from wiredesk.types import Problem

if TYPE_CHECKING:
    from wiredesk.pipeline.update import Progress as Told
    from wiredesk.pipeline.update import Tally

CLOCK_VARIABLE = "WIREDESK_NOW"
"""An RFC 3339 instant that stands for now: for tests and for composing as of a past moment."""

# A person reads no more problems than this at a sitting; all are kept and `wiredesk problems` lists them.
_PROBLEMS_TOLD = 20


class Voice:
    """Speaks on standard error; `quiet` leaves only problems and errors."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.errors = Console(stderr=True, highlight=False, soft_wrap=True)

    def say(self, message: str) -> None:
        """A message for a person."""
        if not self.quiet:
            self.errors.print(message, markup=False)

    def problems(self, found: Iterable[Problem]) -> None:
        """One line each: what, where, what to do."""
        found = list(found)
        for problem in found[:_PROBLEMS_TOLD]:
            hint = f" ({problem.hint})" if problem.hint else ""
            self.errors.print(f"problem: {problem.source}: {problem.message}{hint}", markup=False)
        if len(found) > _PROBLEMS_TOLD:
            self.errors.print(
                f"... and {len(found) - _PROBLEMS_TOLD} more: `wiredesk problems` lists all", markup=False
            )

    def tally(self, tally: Tally, arrived: str | None = None) -> None:
        """How a run ended: what came (`arrived` in words), what is new, the problems."""
        came = f"{arrived or counted(tally.came, 'page')}, {tally.new} new, {tally.revisions} changed"
        words = [came] if tally.came else []
        if any(tally.done.values()):
            taken, grouped = tally.done.get("extract", 0), tally.done.get("group", 0)
            unread = f"{tally.unread} not read, " if tally.unread else ""
            words.append(f"{taken - tally.unread} read, {unread}{max(0, grouped - tally.unread)} grouped")
        elif not tally.came:
            words.append("nothing new")
        words.append(counted(len(tally.problems), "problem"))
        self.say("; ".join(words))

    @contextmanager
    def progress(self) -> Iterator[Told]:
        """A progress bar on a terminal; silence elsewhere."""
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

        from wiredesk.pipeline.update import silent

        if self.quiet or not self.errors.is_terminal:
            yield silent
            return
        columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=self.errors, transient=True) as bars:
            tasks: dict[str, TaskID] = {}

            def tell(what: str, done: int, total: int) -> None:
                if what not in tasks:
                    tasks[what] = bars.add_task(what, total=total)
                bars.update(tasks[what], completed=done, total=total)

            yield tell


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 page", "2 pages"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def clock() -> datetime:
    """Now, or what WIREDESK_NOW says it is. Raises UsageError if that is no instant."""
    said = os.environ.get(CLOCK_VARIABLE)
    if not said:
        return datetime.now(UTC)
    try:
        instant = datetime.fromisoformat(said)
        return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"{CLOCK_VARIABLE}={said!r} is no instant", "write it as 2026-03-12T18:00:00Z") from error


def parse_day(said: str | None) -> date | None:
    """A day that may be left out."""
    return None if said is None else given_day(said)


def given_days(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """The first and last day of `--since` and `--until`, either of which may be left out. Raises UsageError."""
    first, last = parse_day(since), parse_day(until)
    if first and last and first > last:
        raise UsageError(f"--since {first} is after --until {last}", "give the earlier day with --since")
    return first, last


def given_day(said: str) -> date:
    """A day as YYYY-MM-DD, no other ISO form. Raises UsageError."""
    try:
        day = date.fromisoformat(said)
        if day.isoformat() == said:
            return day
    except ValueError:
        pass
    raise UsageError(f"{said!r} is no day", "write it as YYYY-MM-DD")
