"""A small desk of made-up articles, put into the store as if read: for tests that group a lot."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from sqlalchemy import delete, select, update

from wiredesk.annotate import annotate
from wiredesk.events import find_events
from wiredesk.pipeline.copied import FOLDER
from wiredesk.pipeline.group import regroup
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.store.articles import save_annotations, save_article
from wiredesk.store.tables import derived, metadata
from wiredesk.store.work import add_pending, load_pending
from wiredesk.types import Annotations, Article, Event, Published

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
FIRST = date(2026, 3, 10)

_FERRY = (
    "The ferry from Port Alder to Odense will run again on Monday, harbour master Ilse Torvund said after divers "
    "replaced the broken rudder of the Marlinda. Four hundred islanders had waited for eleven days, and the baker "
    "of Odense had sent his bread by fishing boat. The company had first spoken of a month in the dock."
)
_BILL = (
    "The owners of the Marlinda will pay for the repair of the rudder, harbour master Ilse Torvund told the council "
    "of Port Alder, and islanders get their tickets back."
)
_QUAKE = (
    "A quake of magnitude 5.1 shook Marlow on Tuesday, mayor Tom Bracken said, and brought down two chimneys beside "
    "the station; nobody was hurt. Trains stood still for two hours while crews walked the line to the tunnel and "
    "back. The school stays closed until its roof has been looked at."
)
_ELSEWHERE = (
    "A quake of magnitude 4.7 shook Tarnby on Tuesday, mayor Rikke Holm said, and cracked the walls of the old mill; "
    "nobody was hurt."
)
_VISIT = (
    "Foreign Minister Ada Brandt of Norway will visit Kenya on 14 March to sign a treaty on fisheries, her office said "
    "in Oslo on Tuesday."
)
_SIGNED = (
    "Foreign Minister Ada Brandt of Norway visited Kenya on 14 March and signed the treaty on fisheries in Nairobi, "
    "where President Joseph Wanjala received her."
)
_BOTH = (
    "The ferry Marlinda lay in Port Alder as the quake of Marlow rattled its rudder, Ilse Torvund and Tom Bracken said."
)

_TOLD: Sequence[tuple[int | None, str, str]] = (
    (0, "Courier", _FERRY),
    (0, "Herald", _FERRY + " The Herald saw the divers at work."),
    (1, "Islander", _BILL),
    (3, "Courier", _BILL + " " + _FERRY),
    (0, "Gazette", _QUAKE),
    (1, "Post", _QUAKE + " The chimneys stood since 1890."),
    (0, "Tribune", _ELSEWHERE),
    (1, "Courier", _VISIT),
    (5, "Gazette", _SIGNED),
    (None, "Weekly", _VISIT),
    (2, "Herald", _BOTH),
    (5, "Post", _SIGNED + " She flies home tomorrow."),
)


@cache
def articles() -> tuple[Article, ...]:
    """Twelve articles of four affairs: copies, two quakes alike, a report that tells of two affairs, one undated."""
    return tuple(
        Article(
            id=f"a{number:02}",
            url=f"https://{outlet.lower()}.example/{number}",
            outlet=outlet,
            headline=text.split(",")[0],
            language="en",
            body=(text,),
            published=Published(
                value=None if day is None else FIRST + timedelta(day), method=None if day is None else "given"
            ),
        )
        for number, (day, outlet, text) in enumerate(_TOLD)
    )


@cache
def read(number: int) -> tuple[Annotations, tuple[Event, ...]]:
    """What is seen in an article, and the events that it tells."""
    article = articles()[number]
    seen = annotate(article)
    return seen, tuple(find_events(article, seen))


def bring(store: Store, numbers: Sequence[int]) -> None:
    """Put articles into the store, read and waiting to be grouped."""
    with store.writing() as connection:
        for number in numbers:
            article = articles()[number]
            save_article(connection, article, f"g{article.id}")
            save_annotations(connection, *read(number))
            add_pending(connection, "group", [article.id])


def group_waiting(store: Store) -> None:
    """What an update does of grouping."""
    with store.reading() as connection:
        waiting = load_pending(connection, "group")
    if waiting:
        regroup(store, Settings(), waiting)


def damage(store: Store, which: int, how: int) -> None:
    """Spoil some of what updates keep for the next one."""
    with store.writing() as connection:
        rows = connection.execute(select(derived.c.kind, derived.c.name, derived.c.data)).all()
        for row in rows[which % 3 :: 3]:
            here = (derived.c.kind == row.kind) & (derived.c.name == row.name)
            if how % 3 == 0:
                connection.execute(delete(derived).where(here))
            else:
                spoilt = row.data[: len(row.data) // 2] if how % 3 == 1 else b"0" + row.data
                connection.execute(update(derived).where(here).values(data=spoilt))
    files = sorted(one for one in (store.folder / FOLDER).rglob("*") if one.is_file())
    for one in files[which % 2 :: 2]:
        one.write_bytes(b"spoilt" if how % 2 else b"")


def emptied(store: Store) -> Store:
    """The store without anything in it: making a new one takes longer than all else."""
    shutil.rmtree(store.folder / FOLDER, ignore_errors=True)
    with store.writing() as connection:
        for table in metadata.sorted_tables:
            connection.execute(delete(table))
    return store


def desk(folder: Path) -> Store:
    """A new store."""
    return Store.create(folder / "desk")
