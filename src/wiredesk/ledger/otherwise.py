"""How well a record's fields are supported, and what the reports that disagree say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from wiredesk.kit import edtf
from wiredesk.kit.agreed import is_calendar
from wiredesk.kit.names import fold
from wiredesk.kit.roles import role_key
from wiredesk.kit.standing import FACTS, FORECASTS
from wiredesk.ledger.corrected import is_taken_back, one_time
from wiredesk.ledger.persons import same_person
from wiredesk.ledger.report import Report
from wiredesk.ledger.votes import roles_by_witness, stating, votes
from wiredesk.types import Claim, Event, Person

Value = str | tuple[str, ...]
_TIMES = ("when", "announced_on")
_CORRECTED = ("destination", "place", "when")
_Agrees = Callable[[Value], bool]
_COURSE = (*FORECASTS, *FACTS)


def support_of(event: Event, group: Sequence[Report], weeks: Collection[str]) -> dict[str, int]:
    """How many independent witnesses give each field the value that stands; fields without a value are left out.

    A time counts for the standing one if it is that at another precision (`2023-04` for `2023-04-16`), not if it is a
    part of it or names other first and last days; a person if anybody named is the same. `weeks`: the times that are
    told as weeks.
    """
    told: dict[str, int] = {"type": len({report.voice for report in group})}
    for field, read, agrees in _fields(event):
        if getattr(event, field):
            stands, is_time = getattr(event, field), field in _TIMES
            gives = partial(_says, standing=stands, weeks=weeks if field == "when" else None)
            told[field] = len(
                {
                    report.voice
                    for report in (step for one in group for step in one.steps)
                    if (value := read(report.event)) and (gives(str(value)) if is_time else agrees(value))
                }
            )
    for field in ("principals", "counterparts"):
        people: tuple[Person, ...] = getattr(event, field)
        if people:
            told[field] = len({report.voice for report in group if _names_any(people, _all_people(report.event))})
    return told


def said_otherwise(event: Event, group: Sequence[Report], corrected: Sequence[Report] = ()) -> tuple[Claim, ...]:
    """The values that do not stand, those of most witnesses first in each field.

    A vaguer time is none, nor is an earlier step of the course (announced, and now under way), a time that was put off
    since, or the day of a statement on which the status does not rest. `corrected`: the reports whose word a correction
    took back; what they said before stands here, too, and none of them is a witness of it.
    """
    if len(group) == 1 and not corrected:
        return ()
    claims: list[Claim] = []
    for field, read, agrees in _fields(event):
        counted: dict[str, Value] = votes(group, read)
        values: dict[Value, list[Report]] = {}
        back = {read(one.event) for one in corrected if field in _CORRECTED and is_taken_back(field, one, event)}
        for report in sorted((*group, *corrected), key=lambda one: one.order):
            value = read(report.event)
            if not value:
                continue
            counts = not any(report is one for one in corrected)
            if value in back or (counts and not agrees(value) and _contradicts(field, report, event, group)):
                values.setdefault(value, []).append(report)
        claims += _claims(field, None, values, counted)
    return (*claims, *_roles_otherwise(event, group))


def _fields(event: Event) -> list[tuple[str, Callable[[Event], Value | None], _Agrees]]:
    """Fields of one value, how it is read from a report, and whether a value is or goes with the one that stands."""
    return [
        ("status", lambda one: one.status, lambda value: value == event.status),
        ("destination", lambda one: tuple(sorted(one.destination)), lambda value: set(value) == set(event.destination)),
        ("place", lambda one: one.place, lambda value: fold(str(value)) == fold(event.place or "")),
        ("when", lambda one: one.when, lambda value: _goes_with(str(value), event.when)),
        ("announced_on", lambda one: one.announced_on, lambda value: _goes_with(str(value), event.announced_on)),
    ]


def _goes_with(value: str, standing: str | None) -> bool:
    return standing is not None and edtf.compatible(value, standing)


def _says(value: str, standing: str, weeks: Collection[str] | None) -> bool:
    """Whether a time is the standing one, or that at another precision: one day of several is neither, nor are the
    first and last day of a longer stretch. `weeks`: None where the words are not known."""
    if "XXXX" in value + standing:
        return edtf.compatible(value, standing)
    as_weeks = [one for one in (value, standing) if is_calendar(one)] if weeks is None else weeks
    return one_time(value, standing, as_weeks) and edtf.contains(value, standing)


def _contradicts(field: str, report: Report, event: Event, group: Sequence[Report]) -> bool:
    """Whether another value than the one that stands is said against it, and was not true before it."""
    if field == "status":
        return _contradicts_status(report, event, group)
    if field == "announced_on":
        return report in stating(group, event.status)
    if field == "when":
        put_off = [step for one in group for step in one.steps if step.event.status == "postponed"]
        return not put_off or report.event.status in FACTS or report.order >= put_off[-1].order
    return True


def _contradicts_status(report: Report, event: Event, group: Sequence[Report]) -> bool:
    """Whether a status other than the standing one is more than an earlier step: a denial on either side, or a word
    that came when the standing one had been said already."""
    if "denied" in (report.event.status, event.status):
        return True
    said = report.event.status
    if said in _COURSE and event.status in _COURSE and _COURSE.index(said) < _COURSE.index(event.status):
        return False
    first = next((one for one in group if one.event.status == event.status and one.day), None)
    return first is not None and report.day is not None and first.day is not None and report.day >= first.day


def _claims(
    field: str, person: str | None, values: dict[Value, list[Report]], counted: dict[str, Value]
) -> list[Claim]:
    claims = [
        Claim(
            field=field,
            value=value,
            person=person,
            articles=tuple(dict.fromkeys(report.article for report in reports)),
            witnesses=sum(vote == value for vote in counted.values()),
        )
        for value, reports in values.items()
    ]
    return sorted(claims, key=lambda claim: -claim.witnesses)


def _roles_otherwise(event: Event, group: Sequence[Report]) -> list[Claim]:
    claims: list[Claim] = []
    for person in (*event.principals, *event.counterparts):
        if not person.role or not person.name:
            continue
        forms = [(report, one) for report in group for one in _all_people(report.event) if same_person(one, person)]
        values: dict[Value, list[Report]] = {}
        written: dict[Value, Value] = {}
        for report, one in forms:
            if one.role and role_key(one.role) != role_key(person.role):
                values.setdefault(role_key(one.role), []).append(report)
                written.setdefault(role_key(one.role), one.role)
        counted: dict[str, Value] = dict(roles_by_witness(forms))
        claims += [
            Claim(
                field="role",
                value=written[claim.value],
                person=person.name,
                articles=claim.articles,
                witnesses=claim.witnesses,
            )
            for claim in _claims("role", person.name, values, counted)
        ]
    return claims


def _all_people(event: Event) -> tuple[Person, ...]:
    return (*event.principals, *event.counterparts)


def _names_any(people: Sequence[Person], named: Sequence[Person]) -> bool:
    return any(same_person(one, other) for one in people for other in named)
