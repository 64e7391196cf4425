"""What readers could know by a day: which articles were out, and how an event stood in them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from wiredesk.kit.standing import standing
from wiredesk.types import Article, Event


def is_printed(article: Article, day: date) -> bool:
    """Whether an article was out by a day; one without a day may have been, unless it is known to be later."""
    known = article.day or article.published.not_before
    return known is None or known <= day


def event_as_of(event: Event, printed: Collection[str]) -> Event | None:
    """An event with what the `printed` articles (ids) tell of it; None where none of them tells it.

    Status and time are found as in the ledger, and an editor's word on them holds. What the ledger gathered from all
    reports (who says otherwise, its course) is left out where some of them were not out yet.
    """
    if all(id_ in printed for id_ in (*event.articles, *(cited.article for cited in event.evidence))):
        return event
    evidence = tuple(cited for cited in event.evidence if cited.article in printed)
    history = tuple(report for report in event.history if report.article in printed)
    if not evidence or not history:  # without a report nothing says how it stood
        return None
    found = standing([(report.article, report) for report in history])
    ruled = {ruling.field for ruling in event.rulings}
    return replace(
        event,
        status=event.status if "status" in ruled else found.status,
        when=event.when if "when" in ruled else found.when,
        rescheduled=found.rescheduled
        or (event.rescheduled and found.status == "postponed" and found.when == event.when),
        evidence=evidence,
        articles=tuple(id_ for id_ in event.articles if id_ in printed),
        history=history,
        witnesses=len({report.article for report in history}),
        support={},
        otherwise=(),
        course=(),
    )
