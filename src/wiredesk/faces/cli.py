"""The command line: `wiredesk COMMAND`. It translates words into calls and results into lines; it decides nothing.

Results go to standard output, messages and problems to standard error. Exit status: 0 done; 1 done with problems;
2 the command could not run.
"""

from __future__ import annotations

import sys

from wiredesk.errors import WiredeskError
from wiredesk.faces import commands, lists
from wiredesk.faces.app import app
from wiredesk.faces.console import Voice

__all__ = ["app", "commands", "lists", "main"]

FAILED_EXIT = 2


def main() -> None:
    """Run the command line; what ends a run becomes one clear line and exit status 2."""
    try:
        app()
    except WiredeskError as error:
        hint = f" ({error.hint})" if error.hint else ""
        Voice().errors.print(f"wiredesk: {error.message}{hint}", markup=False)
        sys.exit(FAILED_EXIT)
    except BrokenPipeError:  # `wiredesk articles --json | head`
        sys.stderr.close()
        sys.exit(0)
