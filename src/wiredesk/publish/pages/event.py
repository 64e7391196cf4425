"""The page of one event: each field with the words that say so, who says otherwise, how it came, what editors ruled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from wiredesk.publish.addresses import Address, event_path, web_url
from wiredesk.publish.calendar_days import calendar_days
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.days import day_words
from wiredesk.publish.event_quotes import Numbered, Numbers
from wiredesk.publish.evidence import differences
from wiredesk.publish.maker import Maker
from wiredesk.publish.moved import replaced_days, when_words
from wiredesk.publish.pages.content import Content, describe
from wiredesk.publish.rules import EVENT_QUOTES_SHOWN, QUOTES_PER_FIELD
from wiredesk.publish.structured import event_ld
from wiredesk.publish.views import Link
from wiredesk.publish.words import FIELDS, TURN, value_words
from wiredesk.types import Event, Ruling, Turn


@dataclass(frozen=True, kw_only=True)
class Otherwise:
    """What some reports say of a field instead: `person` whose role it is, `outlets` who say so, in `quotes`."""

    words: str
    person: str | None
    outlets: tuple[Link, ...]
    quotes: Numbers


@dataclass(frozen=True, kw_only=True)
class Ruled:
    """A value that an editor set; `reported`: what the reports say."""

    words: str
    person: str | None
    reported: str | None


@dataclass(frozen=True, kw_only=True)
class Regrouped:
    """Reports that came to an event, or left it, by an editor's word: what was said, of whose reports, and when."""

    words: str
    outlets: tuple[Link, ...]
    at: datetime


@dataclass(frozen=True, kw_only=True)
class FieldView:
    """A field of an event: `support` of so many independent reports, None where that was not counted."""

    name: str
    label: str
    quotes: Numbers
    support: int | None
    otherwise: tuple[Otherwise, ...]
    ruled: tuple[Ruled, ...]


@dataclass(frozen=True, kw_only=True)
class Step:
    """A turn in an event's course, `day` in words; `when`: its days as they stood then, if others than now; `replaced`:
    the days that an editor replaced."""

    words: str
    day: str
    when: str | None
    replaced: str | None
    outlets: tuple[Link, ...]
    quotes: Numbers


def event(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """An event: every field with its quotes, and what other reports said."""
    key = data.current(address.key)
    event = data.events.get(key)
    if event is None:
        return None
    if address.name != key:
        return Redirect(path=event_path(key))
    story = data.story(event.story)
    evidence = [one for one in event.evidence if one.article not in data.withdrawn]
    view = make.event(key, event, make.local(story), evidence)
    numbered = Numbered(event, evidence)
    asked = [name for name in FIELDS if _asked(name, event)]
    quotes = numbered.quotes(dict(zip(evidence, view.passages, strict=True)), asked)
    reports = [(one, make.source(one.article)) for one in event.history]
    path = event_path(key)
    return {
        "template": "event.html",
        "path": path,
        "page_title": f"{view.title} – {data.title}",
        "description": describe(f"{view.title}, {when_words(event)}: {view.stands}."),
        "view": view,
        "event": event,
        "fields": [_field(name, event, numbered, make) for name in asked],
        "steps": _steps(event, numbered, make),
        "quotes": [(one, _outlets(one.others, make)) for one in quotes],
        "events_page": make.links.to("/events"),
        "verdict": next((one for one in reversed(event.rulings) if one.kind in {"confirm", "dispute"}), None),
        "regrouped": [_regrouped(one, event, make) for one in event.rulings if one.kind in {"join", "part"}],
        "named": QUOTES_PER_FIELD,
        "shown": EVENT_QUOTES_SHOWN,
        "story": make.story_line(story) if story else None,
        "ld": event_ld(data, key, event),
        "history": [
            (one, make.outlet(source), web_url(source.url) if source else None, differences(one, event))
            for one, source in reports
        ],
        "ics": make.links.to(f"{path}/event.ics") if calendar_days(event.when) else None,
        "json": make.links.to(f"{path}/event.json") if evidence else None,
        "api": make.links.to(f"/api/v1/events/{key}") if data.search else None,
    }


def _asked(name: str, event: Event) -> bool:
    """Whether a field can hold anything for this kind of event, by the codebook."""
    return event.type == "visit" or (name != "counterparts" and (event.type != "call" or name != "destination"))


def _field(name: str, event: Event, numbered: Numbered, make: Maker) -> FieldView:
    people = {one.name for one in getattr(event, name)} if name in {"principals", "counterparts"} else set()

    def is_here(field: str | None, person: str | None) -> bool:
        return field == name or (field == "role" and person in people)

    return FieldView(
        name=name,
        label=FIELDS[name],
        quotes=numbered.of_field(name),
        support=event.support.get(name) if event.witnesses > 1 else None,
        otherwise=tuple(
            Otherwise(
                words=value_words(one.field, one.value),
                person=one.person,
                outlets=_outlets(one.articles, make),
                quotes=numbered.of_claim(one),
            )
            for one in event.otherwise
            if is_here(one.field, one.person)
        ),
        ruled=tuple(_ruled(one) for one in event.rulings if is_here(_ruled_field(one), one.person)),
    )


def _ruled_field(ruling: Ruling) -> str | None:
    return ruling.field or (ruling.kind if ruling.kind in {"role", "place"} else None)


def _ruled(ruling: Ruling) -> Ruled:
    field = _ruled_field(ruling) or ""
    return Ruled(
        words=value_words(field, ruling.value) if ruling.value else "not known",
        person=ruling.person,
        reported=value_words(field, ruling.reported) if ruling.reported else None,
    )


def _regrouped(ruling: Ruling, event: Event, make: Maker) -> Regrouped:
    told = (ruling.value,) if isinstance(ruling.value, str) else ruling.value or ()
    if ruling.kind == "join":
        words = "An editor put with this event what was told as another"
    elif set(told) <= set(event.articles):
        words = "An editor parted this event from another"
    else:
        words = "An editor holds what some tell for another event"
    return Regrouped(words=words, outlets=_outlets(told, make), at=ruling.at)


def _steps(event: Event, numbered: Numbered, make: Maker) -> list[Step]:
    before = [None, *(one.when for one in event.course)]
    return [
        Step(
            words=_turn_words(one, earlier),
            day=_turn_day(one.day),
            when=day_words(one.when) if one.when and one.when != event.when else None,
            replaced=day_words(days) if (days := replaced_days(one, event)) else None,
            outlets=_outlets(one.articles, make),
            quotes=numbered.of_turn(one),
        )
        for one, earlier in zip(event.course, before, strict=False)
    ]


def _turn_words(turn: Turn, before: str | None) -> str:
    """What a turn was; one that gave new days to what was put off says so."""
    moved = turn.kind == "postponed" and before is not None and turn.when not in {None, before}
    return "Moved" if moved else TURN[turn.kind]


def _turn_day(day: str | None) -> str:
    return f"by {day_words(day[1:])}" if day and day.startswith("/") else day_words(day)


def _outlets(articles: Iterable[str], make: Maker) -> tuple[Link, ...]:
    """Who says it, each once."""
    found = (make.outlet(make.source(key)) for key in articles if key not in make.data.withdrawn)
    return tuple({one.name: one for one in found}.values())
