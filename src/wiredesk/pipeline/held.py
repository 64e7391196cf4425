"""The hold list: questions of which nothing is known, and what the ledger knows of them by now."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from typing import Any

from wiredesk.errors import UsageError
from wiredesk.kit import edtf
from wiredesk.pipeline.decided_events import event_of
from wiredesk.pipeline.field_values import given_country, given_time, is_named, read_value
from wiredesk.types import Decision, Event, Hold, Person

TERMS = {
    "person": "person=NAME",
    "country": "country=NO or country=Norway",
    "type": "type=visit",
    "when": "when=2031-05",
}
"""What may be named of an answer, each as it is written."""
_CALLED_OFF = ("cancelled", "postponed", "denied")
_SAID_BEFORE = 92
"""Days before the time that is asked for within which what has no day was told to be called off. Set by hand."""


def read_terms(words: Sequence[str]) -> dict[str, Any]:
    """`person=NAME country=NO type=visit when=2031-05` as terms of a hold, a country also by its name. Raises
    UsageError."""
    terms: dict[str, Any] = {}
    for word in words:
        name, sign, text = word.partition("=")
        if not sign or name not in TERMS or not text.strip():
            raise UsageError(f"{word!r} says nothing of what is asked", f"write {', '.join(TERMS.values())}")
        if name == "country":
            terms[name] = given_country(text)
        elif name == "when":
            terms[name] = given_time(text)
        elif name == "type":
            terms[name] = read_value("type", text)
        else:
            terms[name] = text.strip()
    return terms


def holds(decisions: Iterable[Decision], events: Sequence[Event]) -> list[Hold]:
    """The questions that stand, in the order in which they were put, each with the events that fit by now."""
    return [_hold(one, events) for one in decisions if one.kind == "hold" and one.undone is None]


def _hold(decision: Decision, events: Sequence[Event]) -> Hold:
    question, *words = shlex.split(decision.value or "")
    terms = read_terms(words)
    about = event_of(decision, events)
    fitting = [one.id for one in events if one.id and (one is about or (terms and _fits(one, terms)))]
    return Hold(
        id=decision.id,
        question=question,
        person=terms.get("person"),
        country=terms.get("country"),
        type=terms.get("type"),
        when=terms.get("when"),
        about=about.id if about else None,
        events=tuple(one for one in fitting if about is None or one != about.id),
        by=decision.by,
        at=decision.at,
    )


def _fits(event: Event, terms: dict[str, Any]) -> bool:
    """Whether an event would answer: all that the question names, in the country or of it, in that time. The country
    of the person that it names is no answer: whom of it she met, or that she was there, is asked."""
    people: tuple[Person, ...] = (*event.principals, *event.counterparts)
    others = [one for one in people if "person" not in terms or not is_named(one, terms["person"])]
    countries = {*event.destination, *(one.country for one in others)}
    return (
        ("person" not in terms or any(is_named(one, terms["person"]) for one in people))
        and ("country" not in terms or terms["country"] in countries)
        and ("type" not in terms or terms["type"] == event.type)
        and ("when" not in terms or _is_then(event, terms["when"]))
    )


def _is_then(event: Event, asked: str) -> bool:
    """Whether an event is of a time. One that was called off, and has no day, is of the time of which it was said: it
    is told before, or while it was to be."""
    if event.when is not None:
        return edtf.compatible(asked, event.when)
    first, last = edtf.bounds(asked)
    if event.status not in _CALLED_OFF:
        return False
    told = [report.day for report in event.history if report.day is not None and report.status == event.status]
    return any((last is None or day <= last) and (first is None or (first - day).days <= _SAID_BEFORE) for day in told)
