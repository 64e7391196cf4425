"""The store's life: open, read, write, lock, close."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection

from wiredesk.errors import DeskBusy, ReadOnly, StoreError, UsageError
from wiredesk.store.engine import migrate, open_engine, translated

DATABASE = "desk.db"

# The wait that the contract promises a second writer before it gives up.
LOCK_SECONDS = 30.0


class Store:
    """A desk's database. Use as a context manager, or call `close`."""

    def __init__(self, folder: Path, *, lock_seconds: float | None = None, new: bool = False) -> None:
        """Open the desk in a folder that `wiredesk init` made.

        Raises UsageError if there is none, StoreError if its database cannot be used.
        """
        path = folder / DATABASE
        if not path.exists():
            raise UsageError(f"no desk in {folder}: {DATABASE} is missing", f"make one with: wiredesk init {folder}")
        if path.is_file() and path.stat().st_size == 0 and not new:
            raise StoreError(
                f"{path} is empty", f"restore it from a backup, or begin anew with: wiredesk init {folder}"
            )
        self.folder = folder
        self._lock_seconds = LOCK_SECONDS if lock_seconds is None else lock_seconds
        self._engine = open_engine(path)
        self._file = path.stat().st_ino
        try:
            migrate(self._engine)
        except StoreError as refused:  # a full disk or a folder that is not ours can still be read
            self._engine = open_engine(path, frozen=True)
            try:
                migrate(self._engine)
            except StoreError:
                raise refused from None

    @classmethod
    def create(cls, folder: Path) -> Store:
        """Make a desk's empty database, or open the one that stands there."""
        path = folder / DATABASE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.touch()
        except OSError as error:
            raise UsageError(
                f"cannot make a desk in {folder}: {error.strerror}", "choose a folder you can write"
            ) from error
        return cls(folder, new=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the database."""
        with translated(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept or nothing."""
        with (
            translated(),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def updating(self) -> Iterator[None]:
        """Hold the desk's update lock. Raises DeskBusy after 30 seconds; a killed holder's lock is free at once."""
        lock = FileLock(self.folder / "desk.db.lock", timeout=self._lock_seconds)
        try:
            held = lock.acquire()
        except Timeout as error:
            raise DeskBusy(
                f"another `add`, `collect` or `update` is at work on the desk in {self.folder}"
                f" (waited {self._lock_seconds:.0f} s)",
                "wait for it to end, then run this again: nothing was changed",
            ) from error
        except OSError as error:  # no rights, a disk that only reads, a full one
            raise ReadOnly(
                f"the desk in {self.folder} cannot be written: {error.strerror}", "check its rights and its disk"
            ) from error
        with held:
            yield

    def changes(self) -> tuple[tuple[int, int, int], ...]:
        """A value that differs whenever the database's files have changed: which they are, their sizes and times.

        Connections to a file that was replaced are closed, since they would go on reading the old one. Raises
        StoreError if there is no database any more.
        """
        try:
            main = (self.folder / DATABASE).stat()
        except FileNotFoundError as error:
            raise StoreError(f"{self.folder / DATABASE} is missing", "restore it from a backup") from error
        if main.st_ino != self._file:
            self._engine.dispose()
            self._file = main.st_ino
        stats = [main]
        with suppress(FileNotFoundError):  # SQLite removes it when the last writer leaves
            stats.append((self.folder / f"{DATABASE}-wal").stat())
        return tuple((stat.st_ino, stat.st_size, stat.st_mtime_ns) for stat in stats)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
