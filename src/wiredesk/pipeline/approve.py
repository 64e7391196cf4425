"""Approving a day's edition, which freezes it, and taking it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from wiredesk.errors import UsageError
from wiredesk.pipeline.edition import compose_edition
from wiredesk.pipeline.read import Reading
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.store.approvals import save_approved, withdraw_approved
from wiredesk.types import Edition


def approve(store: Store, reading: Reading, settings: Settings, day: date, by: str, now: datetime) -> Edition:
    """Freeze the edition of a day as it composes now. Raises UsageError if it has no entry or stands already."""
    composed = compose_edition(reading, settings, day)
    if not composed.entries:
        raise UsageError(f"the edition of {day} has no story", "`wiredesk stories` tells which days have some")
    edition = replace(composed, status="approved", approved_by=by, approved_at=now)
    with store.writing() as connection:
        if not save_approved(connection, edition):
            raise UsageError(
                f"the edition of {day} is approved already", f"to compose it anew, first: wiredesk withdraw {day}"
            )
    return edition


def withdraw(store: Store, day: date, by: str, now: datetime) -> None:
    """Take a day's approved edition back; the snapshot is kept, marked. Raises UsageError if none stands."""
    with store.writing() as connection:
        if not withdraw_approved(connection, day, by, now):
            raise UsageError(f"no approved edition of {day} stands", "`wiredesk edition` composes drafts")
