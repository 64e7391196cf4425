"""A site's folder: files written whole or not at all, and nothing touched that is not ours.

`.wiredesk-site.json` lists our files with the digests of what we wrote. It is written before the files (with old
and new digests) and after them, so that a publish which was cut short is known as ours by the next one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from wiredesk.errors import UsageError
from wiredesk.kit.files import write_whole
from wiredesk.kit.marks import SITE_MANIFEST

Manifest = dict[str, list[str]]
"""Relative path -> digests of what we wrote there: one, or two while a publish is under way."""


def read_manifest(folder: Path) -> Manifest:
    """What an earlier publish wrote; empty for a new folder. Raises UsageError if the list cannot be read."""
    file = folder / SITE_MANIFEST
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return {str(path): [str(digest) for digest in digests] for path, digests in found.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise UsageError(
            f"cannot read {file}, the list of the site's files: {error}", hint="publish into a new folder"
        ) from error


def write_site(folder: Path, files: Mapping[str, bytes], before: Manifest) -> list[Path]:
    """Make the folder hold `files` (relative path -> bytes) and remove what `before` lists beyond them.

    A file that stands as wanted is left alone; a stale one that somebody changed since is left, too. Returns the
    paths of `files`, sorted. Raises UsageError, before anything is written, if a file stands in the way that is
    foreign or was changed by hand, or if the folder cannot be written.
    """
    if not before:
        _refuse_strange(folder)
    after = {path: _digest(data) for path, data in files.items()}
    try:
        standing = {path: _digest_of(folder / path) for path in files}
        for path in sorted(files):
            _refuse_to_overwrite(folder / path, standing[path], {after[path], *before.get(path, [])}, path in before)
        folder.mkdir(parents=True, exist_ok=True)
        stale = {path: digests for path, digests in before.items() if path not in files}
        planned = {path: [*before.get(path, []), digest] for path, digest in after.items()}
        _write_manifest(folder, {**stale, **planned})
        for path, data in files.items():
            if standing[path] != after[path]:
                write_whole(folder / path, data)
        for path, digests in stale.items():
            _remove(folder, path, digests)
        _write_manifest(folder, {path: [digest] for path, digest in after.items()})
    except OSError as error:
        where = error.filename or folder
        raise UsageError(
            f"cannot write the site: {where}: {error.strerror or error}",
            hint="free some room or choose another folder, then publish again",
        ) from error
    return [folder / path for path in sorted(files)]


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _digest_of(path: Path) -> str | None:
    """The digest of the file that stands at a path, None where nothing does; of what is no file "none"."""
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        return None
    except (IsADirectoryError, NotADirectoryError):
        return "none"


def _refuse_strange(folder: Path) -> None:
    """Raises UsageError for a folder of somebody's files, of which wiredesk wrote none. Hidden ones (`.git`,
    `.nojekyll`) are no site's pages and stand in no way."""
    try:
        found = sorted(one.name for one in folder.iterdir() if not one.name.startswith("."))
    except FileNotFoundError:
        return
    if found:
        raise UsageError(
            f"{folder / found[0]} was not written by wiredesk, nor was the rest of {folder}",
            hint="publish into a new or empty folder",
        )


def _refuse_to_overwrite(path: Path, standing: str | None, ours: set[str], written: bool) -> None:
    """Raises UsageError for a file that we did not write, or that somebody changed since we did."""
    if standing is None or standing in ours:
        return
    if written:
        raise UsageError(
            f"{path} was changed since wiredesk wrote it",
            hint="move it out of the site's folder (or delete it to have it written anew), then publish again",
        )
    raise UsageError(f"{path} was not written by wiredesk", hint="publish into a new or empty folder")


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    text = json.dumps(dict(sorted(manifest.items())), indent=0, separators=(",", ":"))
    write_whole(folder / SITE_MANIFEST, (text + "\n").encode())


def _remove(folder: Path, path: str, digests: list[str]) -> None:
    """Remove a stale page of ours, and the folders that it leaves empty."""
    file = folder / path
    if not file.resolve().is_relative_to(folder.resolve()) or not file.is_file():
        return  # a manifest that somebody edited must not reach outside
    if _digest(file.read_bytes()) not in digests:
        return
    file.unlink()
    for parent in file.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()
