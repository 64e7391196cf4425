"""Why two stories are of one affair, in plain words: people in their roles, places, kinds of events, names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from wiredesk.kit.places import country_name
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.affairs import Affair, same_role
from wiredesk.stories.tying.references import Printed
from wiredesk.stories.wording.weigh import dot
from wiredesk.types import Person


class Known(Protocol):
    """What tells of a key whether it is among some."""

    def __contains__(self, key: object, /) -> bool: ...


class Found(NamedTuple):
    """Why two stories are tied, the people, places and names that they are tied by, and these together as a title."""

    reason: str
    by: tuple[str, ...]
    called: str | None


def reason(
    earlier: Affair, later: Affair, likeness: float, everywhere: Known, printed: Printed, rules: Rules
) -> Found | None:
    """Why two that are alike are of one affair; None if they are not. `everywhere`: people and places of so many
    stories that they tie none."""
    people = [
        person if person.role else earlier.people[key]
        for key, person in later.people.items()
        if key in earlier.people and same_role(person, earlier.people[key]) and key not in everywhere
    ]
    places = [key for key in later.places if key in earlier.places]
    travellers = [person for person in people if person.country]
    for person in travellers:
        away = [key for key in places if later.places[key] != person.country and key not in everywhere]
        if away:
            return _person_at(person, away[0])
    if likeness < rules.thread_half_told:
        return None
    half_told = {key: later.places[key] for key in later.places if key in earlier.named}
    half_told |= {key: earlier.places[key] for key in earlier.places if key in later.named}
    for person in travellers:
        told = [key for key, country in half_told.items() if country != person.country and key not in everywhere]
        if told:
            return _person_at(person, told[0])
    towns = [key for key in places if not key.startswith("country:") and key not in everywhere]
    if people and towns:
        return _person_at(people[0], towns[0])
    if earlier.genre == later.genre == "opinion":
        return None  # columns of a week share the names of the week
    if towns and likeness >= rules.thread_happening:
        kinds = [kind for kind in later.happens if kind in earlier.happens]
        if kinds:
            told_as = earlier.happens[kinds[0]].lower(), later.happens[kinds[0]].lower()
            what = f"“{told_as[1]}”" if told_as[0] == told_as[1] else f"“{told_as[0]}”, “{told_as[1]}”"
            where = towns[0]
            return Found(f"the same kind of event in {where} in both: {what}", (where, told_as[1]), None)
    return _same_names(earlier, later, printed, rules) if any(key in earlier.places for key in later.places) else None


def _person_at(person: Person, place: str) -> Found:
    # "in" would say that the person was there: a host names her visitor's country, too
    where = _place(place)
    return Found(f"{_called(person)} and {where} in both", (str(person.name), where), f"{person.name} and {where}")


def _same_names(earlier: Affair, later: Affair, printed: Printed, rules: Rules) -> Found | None:
    shared = [term for term in later.names if term in earlier.names]
    if len(shared) < rules.thread_shared_names or dot(earlier.names, later.names) < rules.thread_names:
        return None
    shared = [term for term in shared if term in printed()]
    shared.sort(key=lambda term: (-later.names[term] * earlier.names[term], term))
    weighty = [term for term in shared if later.names[term] * earlier.names[term] >= rules.thread_second_name]
    names = _longest([printed()[term] for term in weighty])
    if len(names) >= rules.thread_shared_names:  # one of two words is one
        names = names[:3]
        return Found(f"the same names in both: {', '.join(names)}", tuple(names), ", ".join(names))
    return None


def _longest(names: Sequence[str]) -> list[str]:
    """The names in their order, those left out that are part of another ("Corvane" of "Corvane Seamount")."""
    return [name for name in names if not any(name != other and name in other.split() for other in names)]


def _called(person: Person) -> str:
    country = country_name(person.country) if person.country else None
    details = ", ".join(part for part in (person.role, country) if part)
    return f"{person.name} ({details})" if details else str(person.name)


def _place(key: str) -> str:
    if key.startswith("country:"):
        code = key.removeprefix("country:")
        return country_name(code) or code
    return key
