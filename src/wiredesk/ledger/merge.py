"""Reports of one event become one record: for each field the value that most independent witnesses give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from wiredesk.kit import edtf
from wiredesk.kit.agreed import agreed_time, has_moved
from wiredesk.kit.ids import mint
from wiredesk.kit.names import name_words
from wiredesk.kit.roles import role_key
from wiredesk.ledger.persons import same_person
from wiredesk.ledger.report import Report, grouped, reports_of
from wiredesk.types import Article, Citation, CopySet, Event, EventReport, Person, Story

_Value = TypeVar("_Value", bound=Hashable)


def merge(
    events: Iterable[tuple[str, Event]],
    articles: Mapping[str, Article],
    copies: Iterable[CopySet],
    stories: Iterable[Story],
) -> list[Event]:
    """One record per real-world event, from `(article id, event)` pairs; the earliest founded first.

    The result does not depend on the order of the input.
    """
    taken: set[str] = set()
    merged: list[Event] = []
    groups = grouped(reports_of(events, articles, copies, stories))
    for group in sorted(groups, key=lambda one: one[0].order):
        event = _merged(group, taken)
        taken.add(event.id or "")
        merged.append(event)
    return merged


def _merged(group: Sequence[Report], taken: set[str]) -> Event:
    latest = max(group, key=lambda report: (report.day or date.min, _witnesses_for_status(group, report), report.order))
    principals = _people(group, lambda event: event.principals)
    counterparts = _people(group, lambda event: event.counterparts)
    return Event(
        type=group[0].event.type,
        status=latest.event.status,
        principals=principals,
        counterparts=tuple(
            person for person in counterparts if not any(same_person(person, other) for other in principals)
        ),
        destination=_best(group, lambda event: event.destination, len) or (),
        place=_best(group, lambda event: event.place),
        when=_when(group, latest),
        announced_on=_best(group, lambda event: event.announced_on, _exactness),
        rescheduled=_is_rescheduled(group, latest),
        evidence=_evidence(group),
        id=_id(group, taken),
        story=_story(group),
        articles=tuple(dict.fromkeys(report.article for report in group)),
        history=_history(group),
    )


def _story(group: Sequence[Report]) -> str | None:
    """The story that most of its articles are of; the one of the earliest among equals."""
    of = {report.article: report.story for report in group if report.story}
    told = Counter(of.values())
    return max(told, key=lambda story: told[story], default=None)


def _witnesses_for_status(group: Sequence[Report], report: Report) -> int:
    return len(
        {other.witness for other in group if other.event.status == report.event.status and other.day == report.day}
    )


def _id(group: Sequence[Report], taken: set[str]) -> str:
    """From the founding report; legs told by one sentence get a number."""
    founding = group[0]
    parts = (founding.article, founding.event.type, founding.event.evidence[0].quote)
    minted, number = mint("e", *parts), 2
    while minted in taken:
        minted, number = mint("e", *parts, str(number)), number + 1
    return minted


# ------------------------------------------------------------------------------------------------ one field


def _best(
    group: Sequence[Report], field: Callable[[Event], _Value | None], weight: Callable[[_Value], int] | None = None
) -> _Value | None:
    """The value that most witnesses give; then the one of most weight; then the earliest told."""
    witnesses: dict[_Value, set[str]] = {}
    for report in group:
        value = field(report.event)
        if value:
            witnesses.setdefault(value, set()).add(report.witness)
    order = list(witnesses)
    return max(
        order,
        key=lambda value: (len(witnesses[value]), weight(value) if weight else 0, -order.index(value)),
        default=None,
    )


def _exactness(value: str) -> int:
    start, end = edtf.bounds(value)
    return -((end - start).days) if start and end else -100_000


def _when(group: Sequence[Report], latest: Report) -> str | None:
    """The time that the witnesses agree on; a postponement's own where it gives one."""
    if latest.event.status == "postponed" and latest.event.when:
        return latest.event.when
    return agreed_time([(report.witness, report.event.when) for report in group if report.event.when])


def _is_rescheduled(group: Sequence[Report], latest: Report) -> bool:
    """Whether it was put off to the days that it has: the postponement says so, or reports gave others before."""
    event = latest.event
    if event.status != "postponed" or not event.when:
        return False
    return event.rescheduled or has_moved(event.when, (report.event.when for report in group))


def _people(group: Sequence[Report], field: Callable[[Event], tuple[Person, ...]]) -> tuple[Person, ...]:
    """Everybody named, each once, those of the best-supported reports first; for each the fullest form."""
    lists = [(report, field(report.event)) for report in group]
    forms: list[list[tuple[Report, Person]]] = []
    for report, people in lists:
        for person in people:
            known = next((one for one in forms if any(same_person(person, other) for _, other in one)), None)
            if known is None:
                forms.append([(report, person)])
            else:
                known.append((report, person))
    return tuple(_fullest(one) for one in forms)


def _fullest(forms: Sequence[tuple[Report, Person]]) -> Person:
    named = [person.name for _, person in forms if person.name]
    name = max(dict.fromkeys(named), key=lambda one: (len(name_words(one)), named.count(one)), default=None)
    roles: dict[str, set[str]] = {}
    written: dict[str, str] = {}
    for report, person in forms:
        if person.role:
            roles.setdefault(role_key(person.role), set()).add(report.witness)
            written.setdefault(role_key(person.role), person.role)
    role = max(roles, key=lambda one: len(roles[one]), default=None)
    country = next((person.country for _, person in forms if person.country), None)
    return Person(name=name, role=written[role] if role else None, country=country)


def _evidence(group: Sequence[Report]) -> tuple[Citation, ...]:
    found: dict[tuple[str, str, int, int], Citation] = {}
    for report in group:
        for piece in report.event.evidence:
            key = (piece.article, piece.part, piece.start, piece.end)
            known = found.get(key)
            fields = tuple(sorted({*piece.fields, *(known.fields if known else ())}))
            found[key] = replace(piece, fields=fields)
    return tuple(found.values())


def _history(group: Sequence[Report]) -> tuple[EventReport, ...]:
    """What each independent witness said, its earliest article speaking for it."""
    first: dict[str, Report] = {}
    for report in group:
        first.setdefault(report.witness, report)
    return tuple(
        EventReport(article=report.article, day=report.day, status=report.event.status, when=report.event.when)
        for report in first.values()
    )
