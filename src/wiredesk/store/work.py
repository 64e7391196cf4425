"""Pending work and problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from wiredesk.kit.ids import mint
from wiredesk.store.tables import articles, pending, problems
from wiredesk.types import Problem

_BATCH = 512
"""Rows that are listed or taken off at once."""
_LIST = upsert(pending).values(stage=bindparam("of"), article=bindparam("id")).on_conflict_do_nothing()
_TAKE_OFF = delete(pending).where(pending.c.stage == bindparam("of"), pending.c.article == bindparam("id"))


def add_pending(connection: Connection, stage: str, ids: Iterable[str]) -> None:
    """Put articles on a stage's list."""
    for rows in _rows(stage, ids):
        connection.execute(_LIST, rows)


def take_off(connection: Connection, stage: str, ids: Sequence[str]) -> None:
    """Take articles off a stage's list: to be called in the transaction that stores the result."""
    for rows in _rows(stage, ids):
        connection.execute(_TAKE_OFF, rows)


def _rows(stage: str, ids: Iterable[str]) -> Iterator[list[dict[str, str]]]:
    """By batches: SQLite takes no more than some ten thousand values at once, and a first update takes off all."""
    rest = iter(ids)
    while batch := [{"of": stage, "id": id_} for id_ in islice(rest, _BATCH)]:
        yield batch


def load_pending(connection: Connection, stage: str) -> list[str]:
    """Ids of the articles that a stage has still to do, in the order (day, id), undated ones last."""
    query = (
        select(pending.c.article)
        .select_from(pending.outerjoin(articles, (articles.c.id == pending.c.article) & articles.c.current))
        .where(pending.c.stage == stage)
        .order_by(articles.c.day.is_(None), articles.c.day, pending.c.article)
    )
    return list(connection.execute(query).scalars())


_FORGET = delete(problems).where(problems.c.article == bindparam("of"), problems.c.stage == bindparam("by"))


def save_problems(
    connection: Connection,
    found: Iterable[Problem],
    now: datetime,
    *,
    article: str | None = None,
    stage: str = "collect",
) -> None:
    """Keep problems, each once. With an article: in place of what that stage said of it before."""
    if article is not None:
        connection.execute(_FORGET, {"of": article, "by": stage})
    rows = [
        {
            "id": mint("x", problem.stage, problem.source, problem.message),
            "stage": problem.stage,
            "source": problem.source,
            "article": article,
            "message": problem.message,
            "hint": problem.hint,
            "at": now.isoformat(),
        }
        for problem in found
    ]
    if rows:
        connection.execute(upsert(problems).on_conflict_do_nothing(), rows)


def clear_problems(connection: Connection, sources: Iterable[str], before: datetime) -> None:
    """Forget what collecting said of these addresses before an instant: they have been read since."""
    for source in sources:
        connection.execute(
            delete(problems).where(
                problems.c.stage == "collect", problems.c.source == source, problems.c.at < before.isoformat()
            )
        )


def load_problems(connection: Connection) -> list[Problem]:
    """All problems kept, oldest first."""
    rows = connection.execute(
        select(problems).order_by(problems.c.at, problems.c.stage, problems.c.source, problems.c.id)
    )
    return [
        Problem(stage=row["stage"], source=row["source"], message=row["message"], hint=row["hint"])
        for row in rows.mappings()
    ]
