"""Which reports are one event by an editor's word: joins and parts, replayed on what was brought together by rule.

A decision keeps each event as it was shown then; the words that told it find its reports again, whatever else is told
of it by now. No report is lost or in two events; events that no decision touches stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wiredesk.kit.text import squeeze
from wiredesk.ledger.persons import share_person
from wiredesk.ledger.report import Report
from wiredesk.types import Decision, Event

Group = list[Report]
_TELLING = ("principals", "counterparts", "destination", "status", "place", "when")
"""What tells one event from another that the same sentence tells."""


def by_hand(groups: Sequence[Group], decisions: Iterable[Decision]) -> list[Group]:
    """The reports of each event, after joins and parts in the order in which they were decided; of decisions about the
    same reports the last holds."""
    result = [list(group) for group in groups]
    for decision in decisions:
        if decision.about is None:
            continue
        first = _place(decision.about, result)
        if first is None:
            continue
        if decision.kind == "part":
            _part(result, first, frozenset((decision.value or "").split()))
        elif decision.kind == "join" and decision.other is not None:
            second = _place(decision.other, result, first)
            if second is not None and second != first:
                result[first] = sorted([*result[first], *result[second]], key=lambda one: one.order)
                result[second] = []
    return [group for group in result if group]


def _part(groups: list[Group], place: int, articles: frozenset[str]) -> None:
    """Take the reports of some articles out of an event, copies of them with them: a copy is the same report."""
    group = groups[place]
    voices = {report.witness for report in group if report.article in articles}
    leaving = [report for report in group if report.witness in voices]
    staying = [report for report in group if report.witness not in voices]
    if leaving and staying:
        groups[place] = staying
        groups.append(leaving)


def _place(about: Event, groups: Sequence[Group], besides: int | None = None) -> int | None:
    """The number of the group that tells an event: the one that has most of the words that told it. Several legs may be
    told by one sentence: of these the one with its type, countries, people and days, then with most else of it. Where
    no word stands any more (a page was read anew), one of its type and people from its articles. Of groups that are as
    good, one `besides` that of the event with which it is joined."""
    quotes = {(one.article, squeeze(one.quote)) for one in about.evidence}
    articles = {article for article, _ in quotes}
    found: list[tuple[tuple[int, ...], int]] = []
    for number, group in enumerate(groups):
        here = [report for report in group if report.article in articles]
        if not here:
            continue
        told = {(one.article, squeeze(one.quote)) for report in here for one in report.event.evidence}
        places = {code for report in here for code in report.event.destination}
        of_type = any(report.event.type == about.type for report in here)
        people = any(share_person(report.event.principals, about.principals) for report in here)
        shared = len(told & quotes)
        if not shared and not (of_type and people):
            continue
        days = any(report.event.when == about.when for report in here)
        alike = max(sum(getattr(one.event, name) == getattr(about, name) for name in _TELLING) for one in here)
        found.append(((of_type, shared, len(places & set(about.destination)), people, days, alike), number))
    best = max((order for order, _ in found), default=None)
    fitting = [number for order, number in found if order == best]
    return next((number for number in fitting if number != besides), fitting[0] if fitting else None)
