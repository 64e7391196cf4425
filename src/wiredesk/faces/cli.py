"""The command line: `wiredesk COMMAND`. It translates words into calls and results into lines; it decides nothing.

Results go to standard output, messages and problems to standard error. Exit status: 0 done; 1 done with problems;
2 the command could not run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from wiredesk.errors import WiredeskError
from wiredesk.faces import coding, commands, editing, exporting, lists, sources
from wiredesk.faces.app import app
from wiredesk.faces.console import Voice

__all__ = ["app", "coding", "commands", "editing", "exporting", "lists", "main", "run", "sources"]

FAILED_EXIT = 2
INTERRUPTED_EXIT = 130
"""What a shell gives a program that Ctrl-C ended."""


def run(words: Sequence[str]) -> int:
    """Run one command; its exit status. What ends a run becomes one clear line and status 2."""
    try:
        app(list(words))
    except SystemExit as ended:  # typer's own way to end
        status = ended.code if isinstance(ended.code, int) else 0
        if status == INTERRUPTED_EXIT:
            Voice().say("stopped; what was stored is whole, and `wiredesk update` goes on from there")
        return status
    except WiredeskError as error:
        hint = f" ({error.hint})" if error.hint else ""
        Voice().errors.print(f"wiredesk: {error.message}{hint}", markup=False)
        return FAILED_EXIT
    return 0


def main() -> None:
    """The program `wiredesk`."""
    try:
        status = run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # `wiredesk articles --json | head`: nobody listens any more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    sys.exit(status)
