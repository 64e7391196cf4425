"""The mark of what an editor set on an event: one wording for the site, the letter, the calendar and the terminal."""

from __future__ import annotations

from wiredesk.types import Event

SET = "set by an editor"


def set_mark(event: Event, field: str) -> str:
    """What stands behind the value of a field that an editor set, else nothing."""
    return f" ({SET})" if any(one.field == field for one in event.rulings) else ""
