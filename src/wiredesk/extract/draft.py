"""What a reader of one kind of page hands to the shared anatomy: parts in reading order, not yet taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from wiredesk.types import PublishedMethod

if TYPE_CHECKING:
    from wiredesk.extract.body.verdict import Lack


@dataclass(frozen=True, kw_only=True)
class DateCandidate:
    """A day that could be the day of publication, and the text that gives it."""

    day: date
    method: PublishedMethod
    evidence: str
    instant: datetime | None = None
    weight: float = 1.0
    """How far the place where it stands says "published" (1 it says so, 0.5 a bare date)."""
    updated: bool = False
    """The page says that it was updated on this day: its publication is no later."""
    offset: timedelta | None = None
    """From UTC, where the day is written in an offset of its own: no other day is the one that it means."""
    refused: str = ""
    """Why this can be no day of publication: kept for the record, never weighed."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A page's parts as the readers of HTML, captures and records find them."""

    headline: str | None = None
    outlet: str | None = None
    url: str | None = None
    sections: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    """Byline lines as printed, or names."""
    agency: str | None = None
    """Agency named by the metadata as the source."""
    own: bool = False
    """The metadata name the outlet itself as the author."""
    paragraphs: tuple[str, ...] = ()
    repeats_stand: bool = False
    """What stands among the paragraphs twice was looked at and is meant: a question put to several people."""
    captions: tuple[str, ...] = ()
    """Caption lines as printed, credits and all."""
    lead_end: int = 0
    """Paragraphs before this index stood above a second printing of the headline."""
    legal: tuple[str, ...] = ()
    """Copyright lines and sign-offs under the text."""
    dates: tuple[DateCandidate, ...] = ()
    not_before: tuple[date, str] | None = None
    not_after: tuple[date, str] | None = None
    """What a vague date ("2023-04") says of the day, with its text."""
    modified: datetime | None = None
    language: str | None = None
    lacks: Lack | None = None
    """What the page lacks to be an article."""
