"""Opening the database, migrating it, and turning its errors into the desk's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from wiredesk.errors import DeskBusy, DiskFull, ReadOnly, StoreError

HEAD = "0005"
"""The newest migration; `tests/store` checks that it is."""

# How long a writer waits for another's transaction: ten times the 100 ms that a transaction may take, and then some.
_BUSY_MILLISECONDS = 5_000


def open_engine(path: Path, *, frozen: bool = False) -> Engine:
    """A SQLite engine in WAL mode; every transaction takes the write lock at its start or not at all.

    `frozen` reads a database whose disk is full or not ours to write, where nobody can be writing.
    """
    address = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1&uri=true" if frozen else str(path)
    engine = create_engine(f"sqlite:///{address}")

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver's own implicit BEGIN breaks transactional DDL
        if not frozen:
            connection.execute("PRAGMA journal_mode=WAL")
        for pragma in (
            "synchronous=NORMAL",
            "foreign_keys=ON",
            f"busy_timeout={_BUSY_MILLISECONDS}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def migrate(engine: Engine) -> None:
    """Bring the database to the newest migration; a current one costs one query."""
    with translated(), engine.connect() as connection:
        known = connection.execute(
            text("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'")
        ).scalar_one()
        if known and connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD:
            return
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with translated(), engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreError(
                f"desk.db was made by another version of Wiredesk ({error})",
                "use the version that made it, or a newer one",
            ) from error


@contextmanager
def translated() -> Iterator[None]:
    """Turn what the driver raises into `StoreError`, `DiskFull` or `DeskBusy`."""
    try:
        yield
    except DBAPIError as error:
        raise _translate(error) from error


def _translate(error: DBAPIError) -> StoreError | DeskBusy:
    said = str(error.orig)
    if "disk is full" in said or "No space left" in said or "disk I/O error" in said:
        return DiskFull(
            f"no room is left for the desk's database ({said})",
            "free some space and run the command again: what was stored is whole and the rest resumes",
        )
    if "locked" in said or "busy" in said:
        return DeskBusy(
            f"another program is writing to the desk's database ({said})", "wait for it to end, then try again"
        )
    if "readonly" in said or "unable to open" in said:
        return ReadOnly(
            f"the desk's database cannot be written ({said})", "check the rights of the desk's folder and its disk"
        )
    if "malformed" in said or "not a database" in said:
        return StoreError(f"desk.db is damaged or no SQLite database ({said})", "restore it from a backup")
    if "already exists" in said:
        return StoreError(f"desk.db is the database of another program ({said})", "make the desk in another folder")
    return StoreError(f"the desk's database failed: {said}")
