"""What readers could know by a day: which articles were out, and how an event stood in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from wiredesk.kit.agreed import agreed_time, has_moved
from wiredesk.types import Article, Event, EventReport


def is_printed(article: Article, day: date) -> bool:
    """Whether an article was out by a day; one without a day may have been, unless it is known to be later."""
    known = article.day or article.published.not_before
    return known is None or known <= day


def event_as_of(event: Event, printed: Collection[str]) -> Event | None:
    """An event with what the `printed` articles (ids) tell of it; None where none of them tells it.

    Status and time are found as in the ledger. Status: of the last report, by day; of several of that day the one that
    most share, then that of the greatest article id. Time: a postponement's own, else the one that the reports agree
    on; None where only later ones give one.
    """
    if all(id_ in printed for id_ in (*event.articles, *(cited.article for cited in event.evidence))):
        return event
    evidence = tuple(cited for cited in event.evidence if cited.article in printed)
    history = tuple(report for report in event.history if report.article in printed)
    if not evidence or not history:  # without a report nothing says how it stood
        return None
    shared = Counter((report.day, report.status) for report in history)

    def order(report: EventReport) -> tuple[date, int, str]:
        return report.day or date.min, shared[report.day, report.status], report.article

    last = max(history, key=order)
    moved_to = last.when if last.status == "postponed" else None
    moved = has_moved(moved_to, (report.when for report in history)) if moved_to else False
    agreed = agreed_time([(report.article, report.when) for report in history if report.when])
    return replace(
        event,
        status=last.status,
        when=moved_to or agreed,
        rescheduled=moved or (event.rescheduled and moved_to is not None and moved_to == event.when),
        evidence=evidence,
        articles=tuple(id_ for id_ in event.articles if id_ in printed),
        history=history,
    )
