"""Reports of one event become one record: for each field the value that most independent witnesses give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wiredesk.kit.ids import mint
from wiredesk.kit.standing import standing
from wiredesk.ledger.by_hand import by_hand
from wiredesk.ledger.corrected import living, still_supported, taken_back, times_standing, with_corrections
from wiredesk.ledger.course import course_of
from wiredesk.ledger.deferred import with_deferred
from wiredesk.ledger.otherwise import said_otherwise, support_of
from wiredesk.ledger.report import Report, grouped, reports_of
from wiredesk.ledger.timed import outright, weeks_of
from wiredesk.ledger.votes import agreed_on, exactness, people_of, stating
from wiredesk.types import Article, Citation, CopySet, Decision, Event, EventReport, Story


def merge(
    events: Iterable[tuple[str, Event]],
    articles: Mapping[str, Article],
    copies: Iterable[CopySet],
    stories: Iterable[Story],
    owners: Mapping[str, str] | None = None,
    decisions: Iterable[Decision] = (),
) -> list[Event]:
    """One record per real-world event, from `(article id, event)` pairs; the earliest founded first.

    `owners`: outlet to owner; outlets of one owner are one witness, prints of an agency's report the agency's.
    `decisions`: those of editors, of which `join` and `part` say which reports are one event. The result does not
    depend on the order of the input, but for that of the decisions.
    """
    taken: set[str] = set()
    merged: list[Event] = []
    copies = tuple(copies)
    reports = with_deferred(reports_of(events, articles, copies, stories, owners))
    groups = grouped(with_corrections(reports, copies))
    groups = by_hand(groups, decisions)
    for group in sorted(groups, key=lambda one: one[0].order):
        event = _merged(group, taken)
        taken.add(event.id or "")
        merged.append(event)
    return merged


def _merged(group: Sequence[Report], taken: set[str]) -> Event:
    counted = living(group)
    weeks = weeks_of(report.event for report in group)
    stands = standing([(report.voice, _said(step)) for report in times_standing(group) for step in report.steps], weeks)
    principals, counterparts = people_of(counted)
    event = Event(
        type=agreed_on(group, lambda event: event.type) or group[0].event.type,
        status=stands.status,
        principals=principals,
        counterparts=counterparts,
        destination=agreed_on(counted, lambda event: event.destination, len) or (),
        place=agreed_on(counted, lambda event: event.place),
        when=stands.when,
        announced_on=agreed_on(stating(counted, stands.status), lambda event: event.announced_on, exactness),
        rescheduled=stands.rescheduled,
        evidence=tuple(piece for report in group for piece in report.event.evidence),
        id=_id(group, taken),
        story=_story(group),
        articles=tuple(dict.fromkeys(report.article for report in group)),
        history=_history(group),
        witnesses=len({report.voice for report in group}),
    )
    return replace(
        event,
        evidence=_evidence(event, group),
        support=support_of(event, counted, weeks),
        otherwise=said_otherwise(event, counted, taken_back(group)),
        course=course_of(event, counted, weeks),
    )


def _story(group: Sequence[Report]) -> str | None:
    """The story that most of its articles are of; the one of the earliest among equals."""
    of = {report.article: report.story for report in group if report.story}
    told = Counter(of.values())
    return max(told, key=lambda story: told[story], default=None)


def _id(group: Sequence[Report], taken: set[str]) -> str:
    """From the founding report; legs told by one sentence get a number."""
    founding = group[0]
    parts = (founding.article, founding.event.type, founding.event.evidence[0].quote)
    minted, number = mint("e", *parts), 2
    while minted in taken:
        minted, number = mint("e", *parts, str(number)), number + 1
    return minted


def _evidence(event: Event, group: Sequence[Report]) -> tuple[Citation, ...]:
    """Every quotation once, in the order of the reports; of those of the time the ones first whose report gives the
    time that stands, and of these that name it outright."""
    found: dict[tuple[str, str, int, int], Citation] = {}
    giving: dict[tuple[str, str, int, int], int] = {}
    for report in group:
        for told in report.event.evidence:
            piece = still_supported(told, report, event) if report.corrected else told
            key = (piece.article, piece.part, piece.start, piece.end)
            known = found.get(key)
            fields = tuple(sorted({*piece.fields, *(known.fields if known else ())}))
            found[key] = replace(piece, fields=fields)
            if "when" in piece.fields and report.event.when == event.when:
                giving[key] = outright(piece.quote, report)
    dated = [key for key, piece in found.items() if "when" in piece.fields]
    in_order = iter(sorted(dated, key=lambda key: giving.get(key, _NOT_GIVEN)))
    return tuple(found[next(in_order)] if "when" in piece.fields else piece for piece in found.values())


_NOT_GIVEN = 4


def _history(group: Sequence[Report]) -> tuple[EventReport, ...]:
    """What each independent witness said, its earliest article speaking for it; and where a later article of it says
    something else, that, too: an agency's update is a copy of what it updates, and so is its correction."""
    told: dict[str, list[EventReport]] = {}
    lines: list[EventReport] = []
    for report in (step for one in group for step in one.steps):
        line = _said(report)
        before = told.setdefault(report.witness, [])
        again = [other for other in before if other.status == line.status]
        if again and not (report.correcting and all(other.when != line.when for other in again)):
            continue
        before.append(line)
        lines.append(line)
    return tuple(lines)


def _said(report: Report) -> EventReport:
    event = report.event
    return EventReport(
        article=report.article,
        day=report.day,
        status=event.status,
        when=event.when,
        rescheduled=event.rescheduled,
    )
