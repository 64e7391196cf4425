"""What is told of something that cannot be had or read."""

from __future__ import annotations

from wiredesk.types import Problem


def problem(source: str, message: str, hint: str) -> Problem:
    """A Problem of collecting: `source` is the path or address that it is about, `hint` what to do."""
    return Problem(stage="collect", source=source, message=message, hint=hint)
