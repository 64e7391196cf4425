"""Two stories beside each other: what they share."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, Protocol

from wiredesk.stories.tying.affairs import Affair, may_be_one, of_two_countries, same_role
from wiredesk.stories.tying.encounters import Told
from wiredesk.stories.wording.weigh import dot


class Known(Protocol):
    """What tells of a key whether it is among some."""

    def __contains__(self, key: object, /) -> bool: ...


class Found(NamedTuple):
    """Why two stories are tied, the people, places and names that they are tied by, and these together as a title."""

    reason: str
    by: tuple[str, ...]
    called: str | None


class Pair:
    """Two stories that may be of one affair, and what they share.

    `everywhere`: people and places of so many stories that they tie none; `met`: the events at the top of either, by
    id; `told`: all that either tells. `namesakes`: of one full name, though the texts give another
    office or country; a country on which they differ is left out.
    """

    def __init__(
        self,
        earlier: Affair,
        later: Affair,
        likeness: float,
        everywhere: Known,
        met: Told = ({}, {}),
        told: Told = ({}, {}),
    ) -> None:
        self.earlier, self.later, self.likeness = earlier, later, likeness
        self.met, self.told = met, told
        self.people = [
            person if person.role else earlier.people[key]
            for key, person in later.people.items()
            if key in earlier.people and same_role(person, earlier.people[key]) and key not in everywhere
        ]
        self.namesakes = [
            replace(person, country=None) if of_two_countries(person, earlier.people[key]) else person
            for key, person in later.people.items()
            if key in earlier.people and " " in key and may_be_one(person, earlier.people[key])
        ]
        self.places = [key for key in later.places if key in earlier.places and key not in everywhere]
        self.towns = [key for key in self.places if not key.startswith("country:")]
        self.terms = [term for term in later.about if term in earlier.about]
        self.matter = dot(earlier.about, later.about)

    @property
    def away(self) -> str | None:
        """A place of both that is not in the country of somebody who is in both."""
        return next(
            (
                key
                for key in self.places
                for one in self.people
                if one.country and self.later.places[key] not in (None, one.country)
            ),
            None,
        )

    @property
    def apart(self) -> bool:
        """Whether each is set in towns, of which none is the other's: of one kind, they are two."""
        return bool(self.earlier.towns and self.later.towns) and not set(self.earlier.towns) & set(self.later.towns)

    def within(self, days: int) -> bool:
        """Whether at most so many days lie between the two; where no days are known they may."""
        end, begin = self.earlier.latest, self.later.earliest
        return end is None or begin is None or (begin - end).days <= days
