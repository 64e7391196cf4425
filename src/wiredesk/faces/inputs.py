"""The arguments of `add` and `extract`: paths, globs, web addresses and standard input, as pages."""

from __future__ import annotations

import glob
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from wiredesk.collect import collect_path
from wiredesk.types import Fetched, Page, PageKind, Problem


def collect_arguments(
    arguments: Iterable[str], fetch: Callable[[Sequence[str]], Iterable[Page | Problem | Fetched]] | None = None
) -> Iterator[Page | Problem | Fetched]:
    """Pages of what a person named on the command line, in that order; web addresses by `fetch`, at the end."""
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
                yield Problem(
                    stage="collect", source=argument, message="no file has such a name", hint="check the pattern"
                )
            for path in found:
                yield from collect_path(Path(path))
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
