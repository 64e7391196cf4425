"""The events that stand under an entry, and which of them first: what the story newly tells."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from wiredesk.edition.rules import NEAR_DAYS
from wiredesk.kit.citations import overlap
from wiredesk.kit.edtf import bounds
from wiredesk.kit.printed import event_as_of
from wiredesk.types import Article, CitedSentence, Event

_FAR = date.max.toordinal()
"""Days from any day to one that is not known."""
_AHEAD = ("announced", "invited")
"""What is told of something that has not begun."""


def events_of(
    visible: Mapping[str, Article],
    printed: Collection[str],
    events: Sequence[Event],
    telling: Sequence[CitedSentence],
    headline: str | None,
    day: date,
) -> tuple[Event, ...]:
    """The events that a report of the day or before tells, background last.

    First those of the story's latest reports that its headline or its sentences (`telling`) tell of, then others of
    these reports; among those what is under way or over before what is to come, what most of its reports tell, and
    what is nearest to the day. `visible`: the story's articles by then, by id; `printed`: ids of all.
    """
    known = [event_as_of(event, printed) for event in events if visible.keys() & set(event.articles)]
    latest = max((article.day for article in visible.values() if article.day), default=None)

    def order(event: Event) -> tuple[bool, bool, bool, bool, int, int, str]:
        away = _days_away(event, day)
        fresh = latest is None or any(one in visible and visible[one].day == latest for one in event.articles)
        return (
            away > NEAR_DAYS,
            not (fresh and _is_told(event, telling, headline)),
            not fresh,
            event.status in _AHEAD,
            -len(visible.keys() & set(event.articles)),
            away,
            event.id or "",
        )

    return tuple(sorted((event for event in known if event is not None), key=order))


def _days_away(event: Event, day: date) -> int:
    first, last = bounds(event.when) if event.when else (None, None)
    if first is None and last is None:
        return _FAR
    return max(0, ((first or day) - day).days, (day - (last or day)).days)


def _is_told(event: Event, telling: Sequence[CitedSentence], headline: str | None) -> bool:
    """Whether headline or sentences are words that tell of it."""
    for cited in event.evidence:
        if cited.part == "headline" and headline and cited.quote.strip() in headline:
            return True
        for one in telling:
            if overlap(one.citation, cited) or one.text == cited.quote:
                return True
    return False
