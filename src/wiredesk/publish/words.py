"""The words that the pages use for coded values: countries, statuses, relations, fields of an event."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from wiredesk.kit.prose import listed
from wiredesk.kit.sections import BY_NAME
from wiredesk.publish.days import day_words
from wiredesk.types import Event, EventStatus, Person, TurnKind

STATUS = {
    "announced": "announced",
    "expected": "expected",
    "invited": "invited",
    "underway": "under way",
    "completed": "took place",
    "cancelled": "cancelled",
    "postponed": "postponed",
    "denied": "denied",
}
COURSE = ("invited", "expected", "announced", "underway", "completed")
"""The statuses that follow each other when all goes as planned."""

Standing = Literal["past", "sure", "maybe", "off"]
"""How an event stands, for its mark: over; settled or going on; it may come; it does not come as it stands."""
_STANDING: dict[EventStatus, Standing] = {
    "completed": "past",
    "underway": "sure",
    "announced": "sure",
    "expected": "maybe",
    "invited": "maybe",
    "cancelled": "off",
    "postponed": "off",
    "denied": "off",
}

RELATION = {
    "original": "first known form",
    "reprint": "reprint",
    "excerpt": "excerpt",
    "update": "later version",
    "correction": "corrected version",
    "rewrite": "rewritten from it",
}
FIELDS = {
    "type": "Kind",
    "status": "Status",
    "principals": "Who",
    "counterparts": "With",
    "destination": "Country",
    "place": "Place",
    "when": "When",
    "announced_on": "Made public",
}
"""An event's fields in the order in which a reader asks for them, by the codebook's names."""

TURN: dict[TurnKind, str] = {
    "invited": "Invited",
    "expected": "Expected",
    "announced": "Announced",
    "postponed": "Postponed",
    "cancelled": "Cancelled",
    "denied": "Denied",
    "begun": "Begun",
    "ended": "Ended",
    "held": "Took place",
}
"""The turns of an event's course."""

NOTICE = {
    "correction": "Corrected",
    "update": "Updated",
    "kill": "Withdrawn",
    "withdrawal": "Withdrawn",
    "editor_note": "Editor’s note",
}
"""What a notice did, for "Corrected by NWA on 14 May 2031"."""

METHOD = {
    "given": "given by the desk",
    "json_ld": "from the page's own record",
    "meta": "from the page's own record",
    "time_element": "as printed on the page",
    "url": "from the page's address",
    "visible": "as printed on the page",
    "dateline": "from the dateline",
    "statement_day": "proved by the text",
    "feed": "from the outlet's feed",
}
"""How the day of publication is known."""


def standing(event: Event) -> Standing:
    """How an event stands; what was put off to new days may come on them."""
    return "maybe" if event.rescheduled else _STANDING[event.status]


def section_title(name: str) -> str:
    """A section's title; a name that is no section's stays as it is."""
    return BY_NAME[name].title if name in BY_NAME else name


def section_label(name: str) -> str:
    """A section's name in one or two words, for menus."""
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


@lru_cache(maxsize=512)
def country(code: str) -> str:
    """The English name of an alpha-2 code; a code that nobody knows stays as it is."""
    from wiredesk.kit.places import country_name

    return country_name(code) or code


def countries(codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Codes with their names, in the order given."""
    return tuple((code, country(code)) for code in codes)


def field_of(name: str) -> str:
    """The field that an evidence label is about: `principals[0].role` is about `principals`."""
    return name.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0]


def fields_words(names: tuple[str, ...]) -> tuple[str, ...]:
    """The fields that a quote supports, in a reader's words, each once."""
    return tuple(dict.fromkeys(FIELDS.get(field_of(name), name).lower() for name in names))


def value_words(name: str, value: str | tuple[str, ...]) -> str:
    """A value of a field in a reader's words: a status, days, countries; a text stays as it is."""
    if not isinstance(value, str):
        return ", ".join(country(one) for one in value) if name == "destination" else ", ".join(value)
    if name == "destination":
        return country(value)
    if name in {"when", "announced_on"}:
        return day_words(value)
    return STATUS.get(value, value) if name == "status" else value


def count_words(independent: int, articles: int) -> str:
    """Who tells a story: sources that derive from no other, and the pages that printed any of it. One wording for the
    site, the letter, the feeds and the terminal."""
    if articles <= 1:
        return "one article" if articles else ""
    return f"{independent} independent source{'s' if independent != 1 else ''}, {articles} articles"


def person_words(person: Person) -> str:
    """A person in one phrase, for titles: the name, or the role of one whose name was not given."""
    if person.name:
        return person.name
    role = person.role or "an official"
    return f"{role} of {country(person.country)}" if person.country else role


def people_words(people: tuple[Person, ...]) -> str:
    """People in one phrase: "A", "A and B", "A, B and C"."""
    return listed([person_words(person) for person in people])


def event_title(event: Event) -> str:
    """An event in one line, made of its fields alone."""
    who = people_words(event.principals) or "Officials not named"
    where = " and ".join(name for _, name in countries(event.destination)) or event.place or ""
    if event.type == "visit":
        return f"{who}: visit to {where}" if where else f"{who}: visit"
    noun = "meeting" if event.type == "meeting" else "call"
    return f"{who}: {noun} in {where}" if where and noun == "meeting" else f"{who}: {noun}"
