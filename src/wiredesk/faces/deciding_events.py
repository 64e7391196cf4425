"""`wiredesk decide` about events: what an editor writes, as the event that is meant and the value."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace

from wiredesk.errors import NotFound, UsageError
from wiredesk.kit.text import squeeze, whole
from wiredesk.pipeline.field_values import NOTHING, is_named, read_value
from wiredesk.pipeline.held import read_terms
from wiredesk.pipeline.read import Reading
from wiredesk.types import Event

EventAnchor = tuple[tuple[str, ...], str | None, Event | None]
"""The target's article ids, the value, and the event as it is shown now."""
JoinAnchor = tuple[tuple[str, ...], str | None, Event, Event]
"""The same, and the event that it is joined with."""


def verdict(reading: Reading, words: Sequence[str]) -> EventAnchor:
    """`confirm` and `dispute`: EVENT [REASON]."""
    event = event_named(reading, words[0])
    return event.articles, _line(words[1]) if len(words) > 1 else None, _anchor(event)


def place(reading: Reading, words: Sequence[str]) -> EventAnchor:
    """EVENT PLACE."""
    event = event_named(reading, words[0])
    return event.articles, _line(words[1]), _anchor(event)


def role(reading: Reading, words: Sequence[str]) -> EventAnchor:
    """EVENT NAME ROLE; with an article for the event: in all that this article tells."""
    name, held = _line(words[1]), _line(words[2])
    value = shlex.join((name, held))
    if words[0] in reading.articles:
        mentions = reading.notes([words[0]]).get(words[0])
        people = [one.person for one in mentions.people] if mentions else []
        if not any(is_named(one, name) for one in people):
            raise NotFound(f"the article {words[0]} names no {name}", "`wiredesk show ID` shows its text")
        return (words[0],), value, None
    event = event_named(reading, words[0])
    if not any(is_named(one, name) for one in (*event.principals, *event.counterparts)):
        raise NotFound(f"nobody of {event.id} has the name {name}", "`wiredesk show ID` shows who takes part")
    return event.articles, value, _anchor(event)


def correct(reading: Reading, words: Sequence[str]) -> EventAnchor:
    """EVENT FIELD VALUE."""
    event = event_named(reading, words[0])
    field, text = words[1], _line(words[2])
    read_value(field, text, (*event.principals, *event.counterparts))  # raises for what cannot be read
    return event.articles, f"{field} {text}", _anchor(event)


def join(reading: Reading, words: Sequence[str]) -> JoinAnchor:
    """EVENT EVENT: their reports tell of one event."""
    first, second = (event_named(reading, word) for word in words)
    if first is second:
        raise UsageError(f"{words[0]} and {words[1]} are one event already", "`wiredesk events` lists all: name two")
    if first.type != second.type:
        raise UsageError(
            f"{words[0]} is a {first.type} and {words[1]} a {second.type}",
            f"one event is of one type: wiredesk decide correct {words[1]} type {first.type}",
        )
    target = tuple(dict.fromkeys((*first.articles, *second.articles)))
    return target, None, _anchor(first), _anchor(second)


def part(reading: Reading, words: Sequence[str]) -> EventAnchor:
    """EVENT ARTICLE...: what these articles tell, and copies of them, is another event, one for all."""
    event = event_named(reading, words[0])
    for id_ in words[1:]:
        if id_ not in reading.articles:
            raise NotFound(f"no article has the id {id_}", "`wiredesk articles` lists them")
        if id_ not in event.articles:
            hint = f"its reports are: {', '.join(event.articles)}"
            raise UsageError(f"the article {id_} does not tell of {event.id}", hint)
    copies = [{copy.id for copy in one.articles} for one in reading.groups.copies.values()]
    leaving = {id_ for id_ in event.articles if id_ in words[1:] or _is_copy(id_, words[1:], copies)}
    if len(leaving) == len(event.articles):
        raise UsageError(
            f"nothing would be left of {event.id}: all its reports are named, or copies of those that are",
            f"name some of its reports only; `wiredesk show {event.id}` shows which they are",
        )
    # the turns that its reports tell stay with the decision: a calendar's count of changes must not fall by it
    about = replace(_anchor(event), history=event.history)
    named = [id_ for id_ in event.articles if id_ in leaving]
    return event.articles, " ".join(named), about


def _is_copy(article: str, of: Sequence[str], copies: Sequence[set[str]]) -> bool:
    return any(article in members and not members.isdisjoint(of) for members in copies)


def hold(reading: Reading, words: Sequence[str]) -> EventAnchor:
    """[EVENT] QUESTION [TERM=VALUE]..., such as country=NO."""
    event = None
    if reading.redirects.get(words[0], words[0]) in reading.groups.events:
        event = event_named(reading, words[0])
        words = words[1:]
        if not words:
            raise UsageError("`decide hold` takes a question", 'wiredesk decide hold EVENT "QUESTION"')
    term, sign, _ = words[0].partition("=")
    if sign and term.isidentifier():
        raise UsageError(
            "`decide hold` takes its question before the terms", f'wiredesk decide hold "QUESTION" {words[0]}'
        )
    read_terms(words[1:])
    value = shlex.join((_line(words[0]), *(_line(word) for word in words[1:])))
    return event.articles if event else (), value, _anchor(event) if event else None


def event_named(reading: Reading, id_: str) -> Event:
    """The event of an id, or the one event that the article of an id tells. Raises NotFound, UsageError."""
    events = reading.groups.events
    if (known := events.get(reading.redirects.get(id_, id_))) is not None:
        return known
    if id_ not in reading.articles:
        raise NotFound(f"no event has the id {id_}", "`wiredesk events` lists them")
    told = [event for event in events.values() if id_ in event.articles]
    if len(told) != 1:
        ids = ", ".join(event.id or "" for event in told)
        raise UsageError(
            f"the article {id_} tells {len(told) or 'no'} events", f"name one of them: {ids}" if told else None
        )
    return told[0]


def _anchor(event: Event) -> Event:
    """The event without what the ledger gathered about it: its quotes, people and time find it again."""
    return replace(event, history=(), support={}, otherwise=(), course=())


def _line(text: str) -> str:
    line = squeeze(whole(text))
    if not line:
        raise UsageError("a value cannot be empty", f"`{NOTHING}` says that it is not known")
    return line


USAGE = {
    "confirm": "EVENT [REASON]",
    "dispute": "EVENT [REASON]",
    "role": "EVENT NAME ROLE",
    "place": "EVENT PLACE",
    "correct": "EVENT FIELD VALUE",
    "join": "EVENT EVENT",
    "part": "EVENT ARTICLE...",
    "hold": "[EVENT] QUESTION [TERM=VALUE]...",
}
"""The words of each decision about events."""
