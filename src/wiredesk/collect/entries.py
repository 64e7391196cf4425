"""What a feed or a news sitemap says of a page: address, headline, day, a few words or the whole text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urljoin

from wiredesk.collect.rules import FULL_TEXT_BRIEF, FULL_TEXT_PARAGRAPHS, FULL_TEXT_WORDS
from wiredesk.kit.text import words
from wiredesk.kit.urls import web_address
from wiredesk.types import Page, Problem

_BROKEN_OFF = ("...", "…", "[…]", "[...]", "(…)", "(...)", "»", "→", ">>")

_PARAGRAPH = 6  # words; "Read more" and "Share this" are none. Set by hand


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry. `printed` is its first publication in the offset that was printed, a day where no time was;
    `updated` its last change; `full`: the entry itself says that `html` is the content and not a summary."""

    link: str | None
    headline: str | None = None
    byline: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    outlet: str | None = None
    printed: date | None = None
    updated: date | None = None
    html: str = ""
    full: bool = False


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed as read; `problems` tell what was wrong with it."""

    title: str | None = None
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


def entry_page(
    entry: Entry, outlet: str | None, source: str | None, name: str, fetched: datetime | None = None
) -> Page:
    """An entry as a `record` page: a teaser, unless it has the whole text or no address of its own."""
    record = {
        "url": entry.link,
        "outlet": outlet,
        "headline": entry.headline,
        "byline": list(entry.byline),
        "sections": list(entry.sections),
        "published": entry.printed.isoformat() if entry.printed else None,
        "modified": entry.updated.isoformat() if entry.updated else None,
        "html": entry.html,
    }
    return Page(
        kind="record",
        data=record_bytes(record),
        url=entry.link,
        outlet=outlet,
        source=source,
        name=f"{name}: {entry.link or entry.headline or 'entry'}",
        fetched=fetched,
        published=printed_day(entry),
        published_by="feed",
        teaser=entry.link is not None and not is_full(entry),
    )


def record_bytes(record: Mapping[str, object]) -> bytes:
    """A record as the one object of a `record` page: the same bytes for the same fields, in whatever order."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")


def printed_day(entry: Entry) -> date | None:
    """The day of first publication as printed."""
    return entry.printed.date() if isinstance(entry.printed, datetime) else entry.printed


def is_full(entry: Entry) -> bool:
    """Whether an entry carries its article: content, or a summary as long as one, that is not broken off."""
    from wiredesk.kit.html import parse, visible_text

    text = visible_text(parse(entry.html)) if entry.html else ""
    if not text or text.endswith(_BROKEN_OFF):
        return False
    enough = FULL_TEXT_WORDS if entry.full else 2 * FULL_TEXT_WORDS
    if entry.full and sum(len(words(one)) >= _PARAGRAPH for one in text.split("\n\n")) >= FULL_TEXT_PARAGRAPHS:
        enough = FULL_TEXT_BRIEF
    return len(words(text)) >= enough


def web_link(link: str | None, base: str | None) -> str | None:
    """An entry's web address, joined to the feed's where it is relative; None for what is none."""
    if not link:
        return None
    try:
        return web_address(urljoin(base or "", link.strip()))
    except ValueError:
        return None


def read_moment(text: str | None) -> date | None:
    """A day or an instant in its own offset, as ISO 8601 or as mail and RSS write it; None for what is none."""
    from email.utils import parsedate_to_datetime

    text = (text or "").strip()
    for read in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text)
        except (ValueError, OverflowError):
            continue
    return None


def instant_of(moment: date) -> datetime:
    """The moment as an instant for comparison: in UTC where it has no offset, midnight where it is a day."""
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
