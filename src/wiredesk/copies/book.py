"""The one file in which the stage remembers what it saw: an SQLite database, opened, checked, saved.

What was written since the last `save` is forgotten when the process dies: a killed run leaves what was saved. Without
a path it is a file of SQLite's own that goes when it is closed, and is written only when memory is full.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wiredesk.copies.rules import Rules
from wiredesk.errors import DeskBusy, DiskFull, ReadOnly, StoreError

_FORMAT = 1
"""Raised whenever a file of before cannot be gone on with: other columns, other words, another MinHash."""
_CACHE = 4 << 10
"""Kibibytes of the file that SQLite holds in memory: the articles of the hour. Measured: 5,000 articles take no longer
with it than with 16 times as much."""
_ANEW = "delete its folder: what it remembers is made anew from the articles"

_TABLES = """
CREATE TABLE made (format INTEGER NOT NULL, rules TEXT NOT NULL);
CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    id TEXT UNIQUE,
    day INTEGER NOT NULL,
    report INTEGER NOT NULL,
    teaser INTEGER NOT NULL,
    told TEXT,
    digests BLOB NOT NULL,
    sample BLOB NOT NULL
);
CREATE INDEX article_report ON article (report);
CREATE INDEX article_told ON article (told) WHERE told IS NOT NULL;
CREATE TABLE content (
    number INTEGER PRIMARY KEY,
    instant TEXT,
    outlet TEXT,
    credit TEXT,
    credit_basis TEXT NOT NULL,
    headline TEXT NOT NULL,
    words BLOB NOT NULL,
    marks BLOB NOT NULL,
    above BLOB NOT NULL
);
CREATE TABLE teaser (number INTEGER PRIMARY KEY, home INTEGER, held INTEGER NOT NULL);
CREATE INDEX teaser_home ON teaser (home);
CREATE TABLE changed (number INTEGER PRIMARY KEY);
"""
# article: `id` is null where the text was replaced: its digests stay for the tables that are made of them. `day` is the
# ordinal, `report` the set, `sample` two bytes of each shingle. teaser: the report whose words it is, and how many of
# its shingles that has. changed: articles whose set was told last as it is no more.


class Book:
    """The file, and all that is asked of it."""

    def __init__(self, path: Path | None, rules: Rules) -> None:
        """Opens the file or makes it.

        Raises StoreError for one that is damaged, foreign or made by other rules, DeskBusy for one that another process
        writes.
        """
        self._path = path
        try:
            self._file = sqlite3.connect(str(path) if path else "", isolation_level=None, timeout=1.0)
            for setting in (
                f"cache_size = -{_CACHE}",
                "page_size = 8192",
                "locking_mode = EXCLUSIVE",
                f"journal_mode = {'TRUNCATE' if path else 'OFF'}",
                f"synchronous = {'NORMAL' if path else 'OFF'}",
            ):
                self._file.execute(f"PRAGMA {setting}")
            self._file.execute("BEGIN IMMEDIATE")
            found = self._made(rules)
        except sqlite3.Error as error:
            raise self._trouble(error) from error
        if found:
            self._file.close()
            raise StoreError(f"{path} was made {found}", _ANEW)

    def one(self, asked: str, *values: object) -> tuple[Any, ...] | None:
        """The first row of an answer, None if there is none."""
        try:
            found: tuple[Any, ...] | None = self._file.execute(asked, values).fetchone()
        except sqlite3.Error as error:
            raise self._trouble(error) from error
        return found

    def all(self, asked: str, values: Iterable[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of an answer."""
        try:
            return self._file.execute(asked, tuple(values)).fetchall()
        except sqlite3.Error as error:
            raise self._trouble(error) from error

    def write(self, said: str, *values: object) -> None:
        """Change something."""
        try:
            self._file.execute(said, values)
        except sqlite3.Error as error:
            raise self._trouble(error) from error

    def write_each(self, said: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Change something for each row of values."""
        try:
            self._file.executemany(said, rows)
        except sqlite3.Error as error:
            raise self._trouble(error) from error

    def save(self) -> None:
        """Make what was written outlive this process."""
        self.write("COMMIT")
        self.write("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Let go of the file; what was not saved is forgotten."""
        self._file.close()

    def _made(self, rules: Rules) -> str | None:
        """Makes the tables where none are; how the file was made, if it cannot be gone on with."""
        (tables,) = self._file.execute("SELECT count(*) FROM sqlite_master").fetchone()
        wanted = (_FORMAT, f"{rules.permutations} permutations of {rules.shingle} words, seed {rules.seed}")
        if not tables:
            for statement in _TABLES.split(";")[:-1]:
                self._file.execute(statement)
            self._file.execute("INSERT INTO made VALUES (?, ?)", wanted)
            self._file.execute("COMMIT")
            self._file.execute("BEGIN IMMEDIATE")
        found = self._file.execute("SELECT format, rules FROM made").fetchone()
        if found == wanted:
            return None
        return f"in format {found[0]} with {found[1]}, not {wanted[0]} with {wanted[1]}" if found else "by halves"

    def _trouble(self, error: sqlite3.Error) -> StoreError | DeskBusy:
        where = self._path or "the temporary file of copies"
        code = getattr(error, "sqlite_errorname", "") or ""
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return DeskBusy(f"{where} is written by another process", "wait until it is done")
        if code.startswith("SQLITE_FULL"):
            return DiskFull(f"no room is left for {where}", "make room, then run the same again")
        if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
            return ReadOnly(f"{where} cannot be written: {error}", "give the right to write its folder")
        return StoreError(f"{where} cannot be read: {error}", _ANEW)
