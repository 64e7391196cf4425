"""Files, gzip files and folders, read into pages."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

from wiredesk.collect.feeds import read_feed
from wiredesk.collect.rules import MAX_FILE_BYTES
from wiredesk.collect.sniff import file_kind
from wiredesk.kit.marks import SITE_MANIFEST
from wiredesk.types import Page, Problem, given_id

_GZIP = b"\x1f\x8b"


def collect_path(path: Path, *, outlet: str | None = None, source: str | None = None) -> Iterator[Page | Problem]:
    """Read a file or, in order of their names, all files below a folder (hidden ones and published sites aside)."""
    try:
        if path.is_dir():
            sites = {mark.parent for mark in path.rglob(SITE_MANIFEST)}  # our own pages are not news
            files = sorted(
                file
                for file in path.rglob("*")
                if file.is_file() and not _hidden(file, path) and sites.isdisjoint(file.parents)
            )
            if not files:
                yield _problem(path, "this folder holds no file", "check the path")
            for file in files:
                yield from _collect_file(file, outlet, source)
        else:
            yield from _collect_file(path, outlet, source)
    except OSError as error:
        yield _problem(path, f"cannot be read: {error.strerror or error}", "check the path and its rights")


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _collect_file(path: Path, outlet: str | None, source: str | None) -> Iterator[Page | Problem]:
    if path.exists() and not path.is_file():
        yield _problem(path, "is no regular file", "name a file or a folder")
        return
    try:
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
        yield _problem(path, "the file is empty", "collect it again")
        return
    name = str(path)
    suffix = Path(path.stem).suffix if path.suffix == ".gz" else path.suffix
    kind = file_kind(data, suffix)
    if kind == "feed":
        yield from read_feed(data, name, outlet, source)
    elif kind == "jsonl":
        yield from _records(data, name, outlet, source)
    else:
        yield Page(kind=kind, data=data, outlet=outlet, source=source, name=name)


def _read(path: Path) -> bytes | None:
    """A file's bytes, unzipped; None if it is larger than the bound."""
    if path.stat().st_size > MAX_FILE_BYTES:
        return None
    data = path.read_bytes()
    if not data.startswith(_GZIP):
        return data
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        unzipped = stream.read(MAX_FILE_BYTES + 1)
    return unzipped if len(unzipped) <= MAX_FILE_BYTES else None


def _records(data: bytes, name: str, outlet: str | None, source: str | None) -> Iterator[Page | Problem]:
    """One page for each object of a JSON Lines file, or of a JSON file that is one list or one object."""
    try:
        whole = json.loads(data)
        objects = [
            json.dumps(item, ensure_ascii=False, sort_keys=True).encode()
            for item in (whole if isinstance(whole, list) else [whole])
        ]
    except ValueError:
        objects = data.splitlines()
    for number, line in enumerate(objects, start=1):
        where = f"{name}:{number}"
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            yield Problem(
                stage="collect", source=where, message=f"not JSON: {error}", hint="one object a line is expected"
            )
            continue
        if not isinstance(record, dict):
            yield Problem(stage="collect", source=where, message="no JSON object", hint="one object a line is expected")
            continue
        url = record.get("url")
        yield Page(
            kind="record",
            data=line.strip(),
            url=url if isinstance(url, str) and url else None,
            given_id=given_id(record),
            outlet=outlet,
            source=source,
            name=where,
        )


def _problem(path: Path, message: str, hint: str) -> Problem:
    return Problem(stage="collect", source=str(path), message=message, hint=hint)
