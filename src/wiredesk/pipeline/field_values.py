"""What an editor writes for a field of an event, as the value that it means; `-` is "not known" or "nobody"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from wiredesk.errors import UsageError
from wiredesk.kit import edtf
from wiredesk.kit.names import refers, same_name
from wiredesk.kit.places import country_name, country_named
from wiredesk.types import EventStatus, EventType, Person

NOTHING = "-"
FIELDS = ("type", "status", "principals", "counterparts", "destination", "place", "when", "announced_on")
"""The fields of an event that an editor may correct."""
_NEVER_EMPTY = ("type", "status", "principals")
_CHOICES = {"type": get_args(EventType), "status": get_args(EventStatus)}


def read_value(field: str, text: str, known: Sequence[Person] = ()) -> Any:
    """The value of an event's field that an editor's words mean. Raises UsageError that says what is expected.

    Days are EDTF, countries alpha-2 codes or English names. People are `NAME, ROLE, COUNTRY`, parted by semicolons;
    without role and country one of the people `known` keeps those that he has, and one without a name is
    `-, ROLE, COUNTRY`.
    """
    if field not in FIELDS:
        raise UsageError(f"an event has no field {field!r} to correct", f"name one of: {', '.join(FIELDS)}")
    text = text.strip()
    if text in ("", NOTHING):
        if field in _NEVER_EMPTY:
            raise UsageError(f"`{field}` cannot be empty", "to say that there was no such event, dispute it")
        return () if field in ("counterparts", "destination") else None
    if field in _CHOICES and text not in _CHOICES[field]:
        raise UsageError(f"{text!r} is no {field}", f"name one of: {', '.join(_CHOICES[field])}")
    if field in ("when", "announced_on"):
        return given_time(text)
    if field == "destination":
        return tuple(dict.fromkeys(code for one in re.split(r"[,;]", text) for code in _given_countries(one.strip())))
    if field in ("principals", "counterparts"):
        return tuple(_person(one, known) for one in text.split(";") if one.strip())
    return text


def given_time(text: str) -> str:
    """A time as EDTF. Raises UsageError."""
    if not edtf.is_valid(text):
        raise UsageError(
            f"{text!r} is no time", "write it as 2031-05-16, 2031-05-16/2031-05-19, 2031-05, 2031 or 2031-05-16/"
        )
    return text


def given_country(text: str) -> str:
    """The alpha-2 code of a country that is given by it or by its English name. Raises UsageError."""
    code = _code(text)
    if code is None:
        hint = "write its two letters (ISO 3166-1), such as NO, or its English name, such as Norway"
        raise UsageError(f"{text!r} is no country", hint)
    return code


def _given_countries(text: str) -> Sequence[str]:
    """A country, or several codes or names of one word with blanks between. Raises UsageError."""
    return [given_country(one) for one in ([text] if _code(text) else text.split())]


def _code(text: str) -> str | None:
    code = text.strip().upper()
    return code if len(code) == 2 and country_name(code) != code else country_named(text)


def _person(text: str, known: Iterable[Person]) -> Person:
    name, role, country, *more = [*(one.strip() or NOTHING for one in text.split(",")), *[None] * 3][:4]
    if more[0] is not None:
        raise UsageError(f"{text.strip()!r} is more than a person", "write NAME, ROLE, COUNTRY; part people by ;")
    if name == NOTHING and role in (None, NOTHING):
        raise UsageError(f"{text.strip()!r} names nobody", "write NAME, ROLE, COUNTRY, or -, ROLE, COUNTRY")
    before = next((one for one in known if is_named(one, name or "")), None)
    if role is None and country is None and before is not None:
        return Person(name=name, role=before.role, country=before.country)
    return Person(
        name=None if name == NOTHING else name,
        role=None if role in (None, NOTHING) else role,
        country=None if country in (None, NOTHING) else given_country(country or ""),
    )


def is_named(person: Person, name: str) -> bool:
    """Whether a name, whole or short, is the person's."""
    return bool(person.name) and (same_name(person.name or "", name) or refers(name, person.name or ""))


def value_words(value: Any) -> str | tuple[str, ...] | None:
    """A field's value as a ruling tells it: people as `NAME, ROLE, COUNTRY`."""
    if isinstance(value, tuple):
        return tuple(person_words(one) if isinstance(one, Person) else str(one) for one in value)
    return None if value is None else str(value)


def person_words(person: Person) -> str:
    """A person as an editor would write one."""
    parts = [person.name or NOTHING, person.role or NOTHING, person.country or NOTHING]
    while len(parts) > 1 and parts[-1] == NOTHING:
        parts.pop()
    return ", ".join(parts)
