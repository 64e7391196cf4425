"""Files, gzip files and folders, read into pages."""

from __future__ import annotations

import gzip
import io
import json
import os
import shlex
import zlib
from collections.abc import Iterator
from pathlib import Path

from wiredesk.collect.body import GZIP
from wiredesk.collect.feeds import read_feed
from wiredesk.collect.problems import problem
from wiredesk.collect.rules import MAX_FILE_BYTES, SNIFF_BYTES
from wiredesk.collect.sniff import file_kind
from wiredesk.kit.marks import SITE_MANIFEST
from wiredesk.types import Page, Problem

_MAILDIR = frozenset({"cur", "new", "tmp"})


def collect_path(path: Path, *, outlet: str | None = None, source: str | None = None) -> Iterator[Page | Problem]:
    """Read a file or, in order of their names, all files below a folder (hidden ones and published sites aside)."""
    yield from _collect(path, outlet, source, mail_only=False)


def collect_mailbox(path: Path, *, outlet: str | None = None, source: str | None = None) -> Iterator[Page | Problem]:
    """As `collect_path`, of mail alone: a mail, an mbox, a maildir, or a folder of them."""
    yield from _collect(path, outlet, source, mail_only=True)


def _collect(path: Path, outlet: str | None, source: str | None, *, mail_only: bool) -> Iterator[Page | Problem]:
    try:
        if not path.is_dir():
            yield from _collect_file(path, outlet, source, mail_only=mail_only)
            return
    except OSError as error:
        yield _problem(path, f"cannot be read: {error.strerror or error}", "check the path and its rights")
        return
    closed: list[OSError] = []
    files = sorted(_files(path, closed))
    for refused in closed:
        yield _problem(Path(refused.filename), f"cannot be read: {refused.strerror}", "check the folder's rights")
    if not files and not closed:
        yield _problem(path, "this folder holds no file", "check the path")
    for file in files:
        yield from _collect_file(file, outlet, source, mail_only=mail_only)


def _files(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """All files below a folder; what cannot be entered is added to `closed`."""
    for root, folders, names in os.walk(folder, onerror=closed.append):
        if SITE_MANIFEST in names:  # our own pages are not news
            folders.clear()
            continue
        if set(folders) >= _MAILDIR:  # tmp holds mail that has not wholly come, and the files beside are indexes
            folders[:] = ["cur", "new"]
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(root, name)
            if not name.startswith(".") and file.is_file():
                yield file


def _collect_file(path: Path, outlet: str | None, source: str | None, *, mail_only: bool) -> Iterator[Page | Problem]:
    name = printable(path)
    try:
        if path.exists() and not path.is_file():
            yield _problem(path, "is no regular file", "name a file or a folder")
            return
        if _is_mbox(path):
            from wiredesk.collect.mbox import read_mbox

            with path.open("rb") as stream:
                yield from read_mbox(stream, name, outlet, source)
            return
        data = _read(path)
    except FileNotFoundError:
        yield _problem(path, "there is no such file or folder", "check the path")
        return
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield _problem(path, f"cannot be read: {reason}", "check the file and its rights")
        return
    if data is None:
        yield _problem(
            path, f"holds over {MAX_FILE_BYTES >> 20} MB, more than one page can", "split it, then add the parts"
        )
        return
    if not data.strip():
        yield _problem(path, "the file is empty", "save the page anew, then add it again")
        return
    yield from _read_data(data, path, outlet, source, mail_only=mail_only)


def _read_data(
    data: bytes, path: Path, outlet: str | None, source: str | None, *, mail_only: bool
) -> Iterator[Page | Problem]:
    name = printable(path)
    kind = file_kind(data, _suffix(path))
    if kind == "mbox":
        from wiredesk.collect.mbox import read_mbox

        yield from read_mbox(io.BytesIO(data), name, outlet, source)
    elif kind == "mail":
        from wiredesk.collect.mail import read_mail

        yield from read_mail(data, name, outlet, source)
    elif mail_only:
        yield _problem(
            path, "this is no mail", "a mailbox holds .eml and .mbox files or a maildir; pages have `folder`"
        )
    elif kind == "feed":
        yield from read_feed(data, name, outlet, source)
    elif kind == "jsonl":
        yield from _records(data, name, outlet, source)
    elif kind == "opml":
        yield _problem(path, "this is a list of feeds and no page", f"wiredesk sources import {shlex.quote(name)}")
    elif kind == "sitemap":
        yield _problem(path, "this is a sitemap and no page", 'name its address as a source with `kind = "sitemap"`')
    else:
        yield Page(kind=kind, data=data, outlet=outlet, source=source, name=name)


def _suffix(path: Path) -> str:
    return Path(path.stem).suffix if path.suffix == ".gz" else path.suffix


def _is_mbox(path: Path) -> bool:
    """Whether a file is an mbox that can be read as a stream; one within gzip is read whole."""
    with path.open("rb") as stream:
        start = stream.read(SNIFF_BYTES)
    return bool(start.strip()) and not start.startswith(GZIP) and file_kind(start, _suffix(path)) == "mbox"


def _read(path: Path) -> bytes | None:
    """A file's bytes, unzipped; None if it is larger than the bound."""
    if path.stat().st_size > MAX_FILE_BYTES:
        return None
    data = path.read_bytes()
    if not data.startswith(GZIP):
        return data
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        unzipped = stream.read(MAX_FILE_BYTES + 1)
    return unzipped if len(unzipped) <= MAX_FILE_BYTES else None


def _records(data: bytes, name: str, outlet: str | None, source: str | None) -> Iterator[Page]:
    """A page for each object of a JSON Lines file, or of a JSON file that is one list or one object.

    A line that is no JSON is a page too: it is kept, and reading it tells what is wrong.
    """
    try:
        whole = json.loads(data)
        lines = [
            json.dumps(item, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
            for item in (whole if isinstance(whole, list) else [whole])
        ]
    except (ValueError, RecursionError):
        lines = data.splitlines()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield Page(
                kind="record",
                data=line.strip(),
                url=_url(line),
                outlet=outlet,
                source=source,
                name=f"{name}:{number}",
            )


def _url(line: bytes) -> str | None:
    """The address that a record names; None where it names none or cannot be read."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    url = record.get("url") if isinstance(record, dict) else None
    return url if isinstance(url, str) and url.startswith(("http://", "https://")) else None


def printable(path: Path) -> str:
    """A path for messages and records: bytes of a name that are no UTF-8 are written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _problem(path: Path, message: str, hint: str) -> Problem:
    return problem(printable(path), message, hint)
