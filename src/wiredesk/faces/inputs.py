"""The arguments of `add` and `extract`: paths, globs, web addresses and standard input, as pages."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from wiredesk.collect import collect_path
from wiredesk.types import Fetched, Page, PageKind, Problem


def collect_arguments(
    arguments: Iterable[str],
    fetch: Callable[[Sequence[str]], Iterable[Page | Problem | Fetched]] | None = None,
    mistyped: list[Problem] | None = None,
) -> Iterator[Page | Problem | Fetched]:
    """Pages of what a person named on the command line, in that order; web addresses by `fetch`, at the end.

    What does not exist is put into `mistyped`, if given: a slip of the hand is told, but no problem to keep.
    """
    addresses: list[str] = []
    for argument in arguments:
        if argument == "-":
            yield _standard_input()
        elif "://" in argument and fetch is not None:
            addresses.append(argument)
        elif "://" in argument:
            yield Problem(
                stage="collect",
                source=argument,
                message="a command that touches no desk reads files and folders, not web addresses",
                hint="`wiredesk add URL` fetches it into a desk; or save the page and name the file",
            )
        elif glob.has_magic(argument) and not _exists(argument):
            found = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - an absolute pattern is no Path.glob
            if not found:
                slip = Problem(
                    stage="collect", source=argument, message="no file has such a name", hint="check the pattern"
                )
                if mistyped is None:
                    yield slip
                else:
                    mistyped.append(slip)
            for path in found:
                yield from collect_path(Path(path))
        elif mistyped is not None and not _exists(argument) and not os.path.lexists(argument):
            mistyped += (item for item in collect_path(Path(argument)) if isinstance(item, Problem))
        else:
            yield from collect_path(Path(argument))
    if addresses and fetch is not None:
        yield from fetch(addresses)


def _exists(argument: str) -> bool:
    try:
        return Path(argument).exists()
    except OSError:
        return False


def _standard_input() -> Page | Problem:
    data = sys.stdin.buffer.read()
    if not data.strip():
        return Problem(stage="collect", source="-", message="standard input is empty", hint="pipe a page into it")
    kind: PageKind = "html" if data.lstrip()[:1] == b"<" else "text"
    return Page(kind=kind, data=data, name="standard input")
