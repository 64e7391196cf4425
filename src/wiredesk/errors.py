"""What ends a run.

    WiredeskError            anything that stops a command (exit status 2)
    ├── UsageError           the command, a file or a setting cannot be used as given
    ├── DeskBusy             another writer holds the desk's update lock
    ├── StoreError           the database cannot be read or written
    │   ├── DiskFull         no room is left for it
    │   └── ReadOnly         it may be read, not written
    └── NotFound             no article, story, thread, event, person or decision has that id

A bad page is not here: it is a `wiredesk.types.Problem`, which travels beside the results.
"""

from __future__ import annotations


class WiredeskError(Exception):
    """Ends the run; `hint` tells the person what to do about it."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(WiredeskError):
    """The command, a file or a setting cannot be used as given."""


class DeskBusy(WiredeskError):
    """Another writer holds the desk's update lock."""


class StoreError(WiredeskError):
    """The database cannot be read or written."""


class DiskFull(StoreError):
    """No room is left for the database."""


class ReadOnly(StoreError):
    """The database may be read, not written."""


class NotFound(WiredeskError):
    """No record has the id that was asked for."""
