"""Editors' decisions on events, replayed on what the ledger merged. Pure functions.

A decision keeps the event as it was shown then. Its quotes find it again, whatever id and shape it has by now.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from wiredesk.errors import UsageError
from wiredesk.kit.edtf import compatible
from wiredesk.kit.text import squeeze
from wiredesk.ledger.course import on_days
from wiredesk.pipeline.field_values import NOTHING, is_named, read_value, value_words
from wiredesk.types import Claim, Decision, Event, EventType, Person, Problem, Ruling, Verdict

EVENT_KINDS = ("confirm", "dispute", "correct", "role", "place", "join", "part")
"""The decisions about an event of the ledger; by the last two `ledger.by_hand` has said already which reports it is."""


def event_of(decision: Decision, events: Iterable[Event]) -> Event | None:
    """The event that a decision is about: of the same type the one that most of its quotes tell, of several the most
    alike; then one of another type that is told by one of them.

    Where no quote stands any more (a page was read anew), one of the same type and people from the same articles.
    """
    about = decision.about
    if about is None:
        return None
    found = max(events, key=lambda event: _likeness(event, about), default=None)
    return found if found is not None and any(_likeness(found, about)[:2]) else None


def abouts(decision: Decision) -> list[Event]:
    """The events that a decision is about, one or two: those that it joins, or makes of one."""
    about = decision.about
    if about is None:
        return []
    if decision.kind == "part":
        named = set((decision.value or "").split())
        halves = [
            tuple(one for one in about.evidence if (one.article in named) is leaving) for leaving in (False, True)
        ]
        return [replace(about, evidence=pieces) for pieces in halves if pieces]
    return [about, decision.other] if decision.other is not None else [about]


def _quotes(event: Event) -> set[tuple[str, str]]:
    return {(one.article, squeeze(one.quote)) for one in event.evidence}


def _likeness(event: Event, about: Event) -> tuple[bool, int, bool, bool, bool]:
    """Whether the type is the same and a quote or a person is shared; the quotes shared; then whether people, time and
    countries are the same. All nothing without an article in common."""
    if {one.article for one in event.evidence}.isdisjoint(one.article for one in about.evidence):
        return False, 0, False, False, False
    shared = len(_quotes(event) & _quotes(about))
    people = any(is_named(one, other.name or "") for one in event.principals for other in about.principals)
    return (
        reported_type(event) == about.type and (shared > 0 or people),
        shared,
        people,
        event.when == about.when,
        set(event.destination) == set(about.destination),
    )


def reported_type(event: Event) -> EventType:
    """The type that reports give, though an editor decided otherwise: part of what an event is known by."""
    for ruling in event.rulings:
        if ruling.field == "type":
            return cast("EventType", ruling.reported)
    return event.type


def spoken_of(decisions: Iterable[Decision], events: Iterable[Event]) -> dict[str, tuple[datetime, ...]]:
    """When editors decided something of an event, and when they took it back, by the event's id. `decisions`: all, the
    undone ones too.

    What takes reports out of an event, a part or a join that is undone, may take turns out of what they tell: it counts
    so often more, so that a count of both never falls.
    """
    near: dict[str, list[Event]] = {}
    for event in events:
        for article in dict.fromkeys(one.article for one in event.evidence):
            near.setdefault(article, []).append(event)
    told: dict[str, list[datetime]] = {}
    for decision in decisions:
        if decision.kind not in EVENT_KINDS or decision.about is None:
            continue
        found: list[Event] = []
        for about in abouts(decision):
            likely = {one.id: one for piece in about.evidence for one in near.get(piece.article, ())}
            event_ = event_of(replace(decision, about=about), likely.values())
            found += [event_] if event_ is not None and event_ not in found else []
        instants = [at for at in (decision.at, decision.undone) if at is not None]
        if decision.kind == "part":
            instants += [decision.at] * (2 * len(decision.about.history))
        elif decision.kind == "join" and decision.undone is not None:
            instants += [decision.undone] * (2 * sum(len(one.history) for one in found))
        for event_ in found:
            if event_.id is not None:
                told.setdefault(event_.id, []).extend(instants)
    return {id_: tuple(sorted(instants)) for id_, instants in told.items()}


def decided_events(events: Sequence[Event], decisions: Iterable[Decision]) -> list[Event]:
    """The ledger's events with what editors decided of them, in the order of the decisions; the last word wins."""
    result = list(events)
    near: dict[str, list[int]] = {}
    for number, event in enumerate(events):
        for article in dict.fromkeys(one.article for one in event.evidence):
            near.setdefault(article, []).append(number)
    for decision in decisions:
        if decision.kind not in EVENT_KINDS or decision.about is None:
            continue
        ruled: set[int] = set()
        for about in abouts(decision):
            places = sorted({place for one in about.evidence for place in near.get(one.article, ())})
            found = event_of(replace(decision, about=about), [events[place] for place in places])
            ruled.update([place for place in places if events[place] is found][:1])
        for place in ruled:
            result[place] = _ruled(result[place], decision)
    return result


def _ruled(event: Event, decision: Decision) -> Event:
    if decision.kind in ("join", "part"):
        return replace(event, rulings=(*event.rulings, _regrouped(decision)))
    if decision.kind in ("confirm", "dispute"):
        ruling = Ruling(
            decision=decision.id,
            kind="confirm" if decision.kind == "confirm" else "dispute",
            value=decision.value,
            by=decision.by,
            at=decision.at,
        )
        others = tuple(one for one in event.rulings if one.kind not in ("confirm", "dispute"))
        verdict: Verdict = "confirmed" if decision.kind == "confirm" else "disputed"
        return replace(event, verdict=verdict, rulings=(*others, ruling))
    if decision.kind == "role":
        name, role = shlex.split(decision.value or "")
        return with_role(event, name, role, decision)
    field, _, text = (decision.value or "").partition(" ")
    if decision.kind == "place":
        field, text = "place", decision.value or ""
    try:
        value = read_value(field, text, (*event.principals, *event.counterparts))
    except UsageError:  # it was well written when it was taken: a value that is none any more changes nothing
        return event
    return _corrected(event, field, value, decision)


def _regrouped(decision: Decision) -> Ruling:
    """The editor's word that reports are one event, or two."""
    came = decision.other.articles if decision.other else ()
    return Ruling(
        decision=decision.id,
        kind="join" if decision.kind == "join" else "part",
        value=came if decision.kind == "join" else tuple((decision.value or "").split()),
        by=decision.by,
        at=decision.at,
    )


def _corrected(event: Event, field: str, value: Any, decision: Decision) -> Event:
    before = value_words(getattr(event, field))
    event = _with_ruling(event, decision, field, None, before, value_words(value))
    changed: dict[str, Any] = {field: value}
    if field == "when":
        changed |= {"rescheduled": False, "course": on_days(event.course, value)}
    return replace(event, **changed)


def with_role(event: Event, name: str, role: str, decision: Decision | None = None) -> Event:
    """The event with another role for somebody; as it is where nobody of it has that name."""
    known = next((one for one in (*event.principals, *event.counterparts) if is_named(one, name)), None)
    if known is None:
        return event

    def changed(people: tuple[Person, ...]) -> tuple[Person, ...]:
        return tuple(replace(one, role=None if role == NOTHING else role) if one == known else one for one in people)

    if decision is not None:
        value = None if role == NOTHING else role
        event = _with_ruling(event, decision, "role", known.name, known.role, value)
    return replace(event, principals=changed(event.principals), counterparts=changed(event.counterparts))


def _with_ruling(
    event: Event,
    decision: Decision,
    field: str,
    person: str | None,
    before: str | tuple[str, ...] | None,
    value: str | tuple[str, ...] | None,
) -> Event:
    """The event with the ruling and, in `otherwise`, what the reports say where that is not what was decided."""
    earlier = next((one for one in event.rulings if (one.field, one.person) == (field, person)), None)
    reported = earlier.reported if earlier else before
    ruling = Ruling(
        decision=decision.id,
        kind=decision.kind if decision.kind in ("correct", "role", "place") else "correct",
        field=field,
        person=person,
        value=value,
        reported=reported,
        by=decision.by,
        at=decision.at,
    )
    rulings = tuple(one for one in event.rulings if one is not earlier)
    support, claims = dict(event.support), list(event.otherwise)
    agreeing = next((one for one in claims if (one.field, one.person, one.value) == (field, person, value)), None)
    if before and before != value and earlier is None:
        else_said = {
            one for claim in claims if (claim.field, claim.person) == (field, person) for one in claim.articles
        }
        told = _telling(event, field, before)
        articles = tuple(one for one in event.articles if one in told and one not in else_said)
        witnesses = support.get(field, event.witnesses)
        claims.insert(0, Claim(field=field, value=before, person=person, articles=articles, witnesses=witnesses))
        support.pop(field, None)
    if agreeing is not None:
        claims.remove(agreeing)
        support[field] = agreeing.witnesses
    claims.sort(key=lambda claim: _FIELDS.index(claim.field))
    return replace(event, rulings=(*rulings, ruling), support=support, otherwise=tuple(claims))


_FIELDS = ("type", "status", "principals", "counterparts", "destination", "place", "when", "announced_on", "role")


def _telling(event: Event, field: str, value: str | tuple[str, ...]) -> set[str]:
    """The articles whose words give a field, without those that gave it another value before it was put off or came;
    all, where no words are known to."""
    named = ("principals", "counterparts") if field == "role" else (field,)
    told = {one.article for one in event.evidence if not set(one.fields).isdisjoint(named)}
    told = told or set(event.articles)
    if field == "when":
        dated = [one for one in event.history if one.when]
        told -= {one.article for one in dated} - {
            one.article for one in dated if compatible(one.when or "", str(value))
        }
    elif field == "status":
        told -= {one.article for one in event.history} - {one.article for one in event.history if one.status == value}
    return told or set(event.articles)


def lost(decisions: Iterable[Decision], events: Sequence[Event]) -> list[Problem]:
    """The decisions that find their event no more: their articles are gone or tell it no longer. And the joins whose
    events stand apart, where no later decision parts them."""
    decisions = tuple(decisions)
    problems: list[Problem] = []
    for number, decision in enumerate(decisions):
        found = [event_of(replace(decision, about=about), events) for about in abouts(decision)]
        if None in found:
            why = "finds its event no more"
        elif decision.kind == "join" and found[0] is not found[1] and not _parted(decision, decisions[number + 1 :]):
            why = "joined nothing: the reports of its two events cannot be told apart from others of their articles"
        else:
            continue
        problems.append(
            Problem(
                stage="decide",
                source=decision.id,
                message=f"the decision `{decision.kind} {decision.value or ''}".rstrip() + f"` {why}",
                hint=f"decide anew, or take it back with: wiredesk decide undo {decision.id}",
            )
        )
    return problems


def _parted(joined: Decision, later: Iterable[Decision]) -> bool:
    return any(one.kind == "part" and not set(one.target).isdisjoint(joined.target) for one in later)
