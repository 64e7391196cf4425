"""What one article brings to its story's threads, besides its terms: its people and places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from wiredesk.kit.shingles import WORD, fold, words
from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.senses import HAPPENINGS, sense
from wiredesk.stories.wording.vocabulary import stem
from wiredesk.types import Annotations, Article, Person, PlaceMention


@dataclass(frozen=True, kw_only=True)
class Traits:
    """People and places of an article.

    `people`: the prominent ones by name in lower case, in the order of the text; somebody whose role is told later on
    comes twice. `places`: the prominent places with the country of each; `named`: all that it names. `called`: the
    words of the names of people, offices and countries, as terms. `happens`: what the headline says that happened, by
    its sense (`senses.HAPPENINGS`) and as it prints it.
    """

    people: tuple[tuple[str, Person], ...] = ()
    places: tuple[tuple[str, str | None], ...] = ()
    named: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    happens: tuple[tuple[str, str], ...] = ()


def read_traits(article: Article, annotations: Annotations | None, rules: Rules) -> Traits:
    """The traits of an article; one that was not annotated has none."""
    if annotations is None:
        return Traits()
    top = len("\n\n".join(article.body[: rules.top_paragraphs]))
    return Traits(
        people=_people(annotations, top),
        places=_places(annotations, top),
        named=frozenset(key for place in annotations.places for key, _ in _keys(place)),
        called=_called(annotations),
        happens=_happens(article.headline or ""),
    )


def _people(seen: Annotations, top: int) -> tuple[tuple[str, Person], ...]:
    """Named people with a role or a country, told at the top, in a caption, or at least twice."""
    mentions: Counter[str] = Counter()
    found: dict[tuple[str, bool], tuple[str, Person]] = {}
    for mention in seen.people:
        person = mention.person
        if not person.name or not (person.role or person.country):
            continue
        key = person.name.casefold()
        mentions[key] += 1
        prominent = mention.part != "body" or mention.start < top or mentions[key] > 1
        if prominent and (key, True) not in found:
            found.setdefault((key, person.role is not None), (key, person))
    return tuple(found.values())


def _places(seen: Annotations, top: int) -> tuple[tuple[str, str | None], ...]:
    """Countries and towns told at the top, or at least twice; a demonym names its country."""
    mentions: Counter[str] = Counter()
    found: dict[str, str | None] = {}
    for place in seen.places:
        for key, country in _keys(place):
            mentions[key] += 1
            at_top = place.part in ("headline", "lead") or (place.part == "body" and place.start < top)
            if at_top or mentions[key] > 1:
                found.setdefault(key, country)
    return tuple(found.items())


def _keys(place: PlaceMention) -> list[tuple[str, str | None]]:
    keys: list[tuple[str, str | None]] = []
    if place.country:
        keys.append((f"country:{place.country}", place.country))
    if place.kind in ("city", "site"):
        keys.append((place.name, place.country))
    return keys


def _called(seen: Annotations) -> frozenset[str]:
    people = {mention.person for mention in seen.people}
    texts = {mention.text for mention in seen.people}
    texts.update(text for person in people for text in (person.name, person.role) if text)
    texts.update(place.text for place in seen.places if place.kind in ("country", "demonym", "capital"))
    return frozenset(stem(word) for text in texts for word in words(text))


def _happens(headline: str) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for printed in WORD.findall(headline):
        term = sense(fold(printed))
        if term in HAPPENINGS:
            found.setdefault(term, printed)
    return tuple(found.items())
