"""One witness, one vote: what a copy set says is what most of its articles say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from wiredesk.kit import edtf
from wiredesk.kit.names import name_words
from wiredesk.kit.roles import role_key
from wiredesk.kit.standing import BREAKS
from wiredesk.ledger.persons import same_person
from wiredesk.ledger.report import Report
from wiredesk.types import Event, EventStatus, Person

Value = TypeVar("Value", bound=Hashable)
Field = Callable[[Event], Value | None]


def votes(group: Sequence[Report], field: Field[Value]) -> dict[str, Value]:
    """Witness to value, for those that give one; the earliest among values that as many articles of one give."""
    told: dict[str, Counter[Value]] = {}
    for report in group:
        value = field(report.event)
        if value:
            told.setdefault(report.voice, Counter())[value] += 1
    return {witness: counted.most_common(1)[0][0] for witness, counted in told.items()}


def agreed_on(
    group: Sequence[Report], field: Field[Value], weight: Callable[[Value], int] | None = None
) -> Value | None:
    """The value that most witnesses give; then the one of most weight; then the earliest told."""
    counted = Counter(votes(group, field).values())
    order = list(counted)
    return max(
        order,
        key=lambda value: (counted[value], weight(value) if weight else 0, -order.index(value)),
        default=None,
    )


def stating(group: Sequence[Report], status: EventStatus) -> list[Report]:
    """The reports whose `announced_on` is of the statement on which the status rests: a delay, a cancellation and a
    denial have statements of their own. All, where none of these tells a day."""
    own = [one for one in group if _own(one.event.status) == _own(status)]
    return own if any(one.event.announced_on for one in own) else list(group)


def _own(status: EventStatus) -> EventStatus | None:
    return status if status in BREAKS else None


def exactness(value: str) -> int:
    """How few days an EDTF value leaves open; more is more exact."""
    start, end = edtf.bounds(value)
    return -((end - start).days) if start and end else -100_000


# --------------------------------------------------------------------------------------------------- people


def people_of(group: Sequence[Report]) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Principals and counterparts: everybody named, each once, in the fullest form and with the role that most
    witnesses give. Whom some reports have among the guests and others among the hosts is what more witnesses say, a
    principal if as many do."""
    known = _known(group)
    hosts = [forms for forms in known if _is_counterpart(forms)]
    if len(hosts) == len(known):  # nobody would be left to travel
        hosts = [forms for forms in hosts if not any(is_principal for _, _, is_principal in forms)]
    principals = [forms for forms in known if forms not in hosts]
    return tuple(map(_fullest, principals)), tuple(map(_fullest, hosts))


Form = tuple[Report, Person, bool]
"""Somebody as a report names him, and whether among the principals."""


def _known(group: Sequence[Report]) -> list[list[Form]]:
    """The forms of each person, principals first, in the order of the reports."""
    known: list[list[Form]] = []
    for is_principal in (True, False):
        for report in group:
            for person in report.event.principals if is_principal else report.event.counterparts:
                forms = next((one for one in known if any(same_person(person, other) for _, other, _ in one)), None)
                if forms is None:
                    known.append([(report, person, is_principal)])
                else:
                    forms.append((report, person, is_principal))
    return known


def _is_counterpart(forms: Sequence[Form]) -> bool:
    guests = {report.voice for report, _, is_principal in forms if is_principal}
    hosts = {report.voice for report, _, is_principal in forms if not is_principal}
    return len(hosts) > len(guests)


def _fullest(forms: Sequence[Form]) -> Person:
    named = [person.name for _, person, _ in forms if person.name]
    name = max(dict.fromkeys(named), key=lambda one: (len(name_words(one)), named.count(one)), default=None)
    counted = Counter(roles_by_witness([(report, person) for report, person, _ in forms]).values())
    role = max(counted, key=lambda one: counted[one], default=None)
    written = next((p.role for _, p, _ in forms if p.role and role_key(p.role) == role), None)
    country = next((person.country for _, person, _ in forms if person.country), None)
    return Person(name=name, role=written, country=country)


def roles_by_witness(forms: Sequence[tuple[Report, Person]]) -> dict[str, str]:
    """Witness to the role (`role_key`) that most of its articles give somebody."""
    told: dict[str, Counter[str]] = {}
    for report, person in forms:
        if person.role:
            told.setdefault(report.voice, Counter())[role_key(person.role)] += 1
    return {witness: counted.most_common(1)[0][0] for witness, counted in told.items()}
