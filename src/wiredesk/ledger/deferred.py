"""What one article tells as put off and, for later days, as to come or over: one report of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from wiredesk.kit import edtf
from wiredesk.kit.standing import FACTS, FORECASTS
from wiredesk.ledger.persons import share_person
from wiredesk.ledger.report import Report
from wiredesk.ledger.rules import DEFERRED_DAYS, MONTH_OR_FINER


def with_deferred(reports: Sequence[Report]) -> list[Report]:
    """The reports, those of old days in one with that of the new days which their article gives."""
    by_article: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_article[report.article].append(report)
    old: set[int] = set()
    new: dict[int, Report] = {}
    for told in by_article.values():
        if len(told) == 1:
            continue
        for report in told:
            later = [one for one in told if id(one) not in new and _replaces(one, report)]
            if later:
                chosen = min(later, key=lambda one: (edtf.bounds(one.event.when or "")[0], one.order))
                new[id(chosen)] = _one_report(chosen, report)
                old.add(id(report))
    return [new.get(id(report), report) for report in reports if id(report) not in old]


def _replaces(report: Report, old: Report) -> bool:
    """Whether a report gives the later days of what another of its article tells as put off from earlier ones."""
    event, before = report.event, old.event
    if before.status != "postponed" or before.rescheduled or event.status not in (*FORECASTS, *FACTS):
        return False
    if event.type != before.type or not event.when or not before.when:
        return False
    if not {edtf.precision(event.when), edtf.precision(before.when)} <= MONTH_OR_FINER:
        return False
    first, end = edtf.bounds(event.when)[0], edtf.bounds(before.when)
    last = end[1] or end[0]
    if first is None or last is None or not 0 < (first - last).days <= DEFERRED_DAYS:
        return False
    return set(event.destination) == set(before.destination) and share_person(event.principals, before.principals)


def _one_report(report: Report, old: Report) -> Report:
    evidence = (*report.event.evidence, *(one for one in old.event.evidence if one not in report.event.evidence))
    return replace(report, event=replace(report.event, evidence=evidence), before=old.event)
