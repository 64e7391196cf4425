"""What a story brings to a thread: its people in their roles, its places, its days, its terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wiredesk.kit.shingles import words
from wiredesk.stories.readings import Readings
from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.recalled import Recalled
from wiredesk.stories.wording.terms import Counts, Terms
from wiredesk.stories.wording.traits import Traits
from wiredesk.stories.wording.vocabulary import COMMON_STEMS, STOP
from wiredesk.stories.wording.weigh import Frequencies, Vector, total, unit
from wiredesk.types import Genre, Person, Story


@dataclass(frozen=True, kw_only=True, slots=True)
class Affair:
    """One story as `tie` compares it.

    `people`: the prominent ones by name in lower case, captions among the evidence. `places`: where it is, by headline,
    lead, dateline or opening of a report or because most reports name it, with the country of each. `names`: its names
    of neither people nor countries (towns, organisations, ships, laws). `about`: the terms of its matter, weighed.
    `happens`: what its headlines say that happened, by its sense, as they print it. `recalled`: the times on which
    it looks back. `storms`: those that it names at the top. `elections`: the words there that tell of one.
    """

    story: str
    headline: str | None
    genre: Genre
    articles: tuple[str, ...]
    earliest: date | None
    latest: date | None
    people: Mapping[str, Person]
    places: Mapping[str, str | None]
    names: Vector
    about: Vector
    happens: Mapping[str, str]
    recalled: tuple[Recalled, ...] = ()
    storms: tuple[str, ...] = ()
    elections: tuple[str, ...] = ()

    @property
    def towns(self) -> tuple[str, ...]:
        """Where it is, countries left out."""
        return tuple(key for key in self.places if not key.startswith("country:"))

    @property
    def order(self) -> tuple[date, date, str]:
        """By the first day that is known of it, then the last; those without any come last."""
        return (self.earliest or date.max, self.latest or date.max, self.story)


def draw(story: Story, readings: Readings, frequencies: Frequencies, rules: Rules) -> tuple[Affair, Vector]:
    """A story's affair, and all its terms, weighed."""
    members = [id_ for id_ in story.articles if id_ in readings]
    terms = [readings.terms(one) for one in members]
    traits = [readings.traits(one) for one in members]
    vector = unit(total(frequencies.vector(one) for one in terms))
    return _affair(story, terms, traits, vector, frequencies.vector(_matter(traits)), rules), vector


def _matter(traits: Iterable[Traits]) -> Terms:
    """What the reports of a story are about, as if it were one report."""
    return Terms(
        article="", words=Counts.of(Counter(term for one in traits for term in one.about)), names=Counts.of({})
    )


def _affair(
    story: Story, terms: Sequence[Terms], traits: Sequence[Traits], vector: Vector, about: Vector, rules: Rules
) -> Affair:
    people: dict[str, Person] = {}
    for key, person in (item for one in traits for item in one.people):
        if key not in people or (person.role and not people[key].role):
            people[key] = person
    places: dict[str, str | None] = {}
    for place, country in (item for one in traits for item in one.places):
        places.setdefault(place, country)
    if len(traits) >= rules.places_of_most:
        named = Counter(item for one in traits for item in one.named)
        places |= {place: country for (place, country), number in named.items() if 2 * number > len(traits)}
    return Affair(
        story=story.id,
        headline=story.headline,
        genre=story.genre,
        articles=story.articles,
        earliest=_least(one.earliest for one in terms),
        latest=_most(one.latest for one in terms),
        people=people,
        places=places,
        names=_names(names_in(vector), frozenset().union(*(one.called for one in traits))),
        about=about,
        happens=dict(item for one in reversed(traits) for item in one.happens),
        recalled=tuple(dict.fromkeys(item for one in traits for item in one.recalled))[: rules.recalled_times],
        storms=tuple(dict.fromkeys(item for one in traits for item in one.storms)),
        elections=tuple(dict.fromkeys(item for one in traits for item in one.elections)),
    )


def _least(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day), default=None)


def _most(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)


def names_in(vector: Vector) -> dict[str, float]:
    """The terms of a vector that are names, as they stand in it."""
    return {term: weight for term, weight in vector.items() if term.startswith("#") and ":" not in term}


def _names(vector: Vector, others: frozenset[str]) -> dict[str, float]:
    """The names of a story's vector, without those of people, offices and countries, which other rules weigh."""
    kept = {}
    for term, weight in vector.items():
        name = term[1:]
        is_name = term.startswith("#") and ":" not in name and not name[0].isdigit() and name not in COMMON_STEMS
        if is_name and not others.intersection(name.split()):
            kept[name] = weight
    return unit(kept)


def same_role(left: Person, right: Person) -> bool:
    """True if two of one name may be one person in one office: the roles share a word ("Defense Minister", "minister of
    defense"), or one text gives no role but the same country. Another country speaks against it."""
    if of_two_countries(left, right):
        return False
    one, other = _office(left), _office(right)
    return bool(one & other) if one and other else left.country is not None and left.country == right.country


def may_be_one(left: Person, right: Person) -> bool:
    """Whether two of one full name may be one: a text may give another office of his, or be read to give another
    country, but not both."""
    return not of_two_countries(left, right) or bool(_office(left) & _office(right))


def of_two_countries(left: Person, right: Person) -> bool:
    """Whether each has a country, and not the same."""
    return bool(left.country and right.country and left.country != right.country)


def _office(person: Person) -> set[str]:
    return {"defense" if word == "defence" else word for word in words(person.role or "") if word not in STOP}
