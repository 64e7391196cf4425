"""What a story brings to a thread: its people in their roles, its places, its days, its terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wiredesk.kit.ahead import expect
from wiredesk.kit.shelf import Shelf
from wiredesk.kit.shingles import WORD, fold, words
from wiredesk.stories.repeats import Repeats
from wiredesk.stories.rules import Rules
from wiredesk.stories.terms import Terms, read_terms
from wiredesk.stories.vocabulary import COMMON_STEMS, STOP, stem
from wiredesk.stories.weigh import Frequencies, Vector, heaviest, total, unit
from wiredesk.types import Annotations, Article, Person, PlaceMention, Story


@dataclass(frozen=True, kw_only=True)
class Affair:
    """One story as `tie` compares it.

    `people`: the prominent ones by name in lower case, captions among the evidence. `places`: the prominent places
    with the country of each; `named`: all that it names. `names`: its names of neither people nor countries (towns,
    organisations, ships, laws). `known_by`: its people and heaviest names.
    """

    story: Story
    earliest: date | None
    latest: date | None
    people: Mapping[str, Person]
    places: Mapping[str, str | None]
    named: frozenset[str]
    names: Vector
    known_by: frozenset[str]

    @property
    def order(self) -> tuple[date, date, str]:
        """By the first day that is known of it, then the last; those without any come last."""
        return (self.earliest or date.max, self.latest or date.max, self.story.id)


class Affairs:
    """Each story's affair, in order of time. They are kept on a shelf: a year of them would fill the memory."""

    def __init__(
        self,
        stories: Sequence[Story],
        articles: Mapping[str, Article],
        annotations: Mapping[str, Annotations],
        rules: Rules,
    ) -> None:
        self._rules = rules
        self._read: Shelf[tuple[Affair, frozenset[str], tuple[Terms, ...]]] = Shelf(at_hand=0)
        self._drawn: Shelf[Affair] = Shelf(at_hand=256)
        self._frequencies = Frequencies(rules)
        self.told: Counter[str] = Counter()
        """In how many stories each of their people and places appears."""
        order: list[tuple[date, date, str]] = []
        repeats = _repeats(stories, articles)
        wanted = [id_ for story in stories for id_ in story.articles]
        expect(articles, wanted)
        expect(annotations, wanted)
        for story in stories:  # all that annotations are asked for in one go: to read them is what costs most
            members = [articles[id_] for id_ in story.articles if id_ in articles]
            terms = tuple(read_terms(repeats.masked(one), annotations.get(one.id), rules) for one in members)
            for one in terms:
                self._frequencies.see(one)
            affair = _seen(story, members, annotations, rules)
            self.told.update(affair.people.keys())
            self.told.update(affair.places.keys())
            self._read.put(story.id, (affair, _called(members, annotations), terms))
            order.append(affair.order)
        self.ids = tuple(id_ for *_, id_ in sorted(order))
        """Ids of the stories in order of time."""

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[tuple[Affair, Vector]]:
        """Each affair and the terms that it may share with others, weighed."""
        for id_ in self.ids:
            affair, called, terms = self._read.get(id_)
            vector = unit(total(self._frequencies.vector(one) for one in terms))
            names = names_in(vector)
            known_by = frozenset(affair.people) | frozenset(heaviest(names, self._rules.candidate_terms))
            affair = replace(affair, names=_names(names, called), known_by=known_by)
            self._drawn.put(id_, affair)
            yield affair, {term: weight for term, weight in vector.items() if self._frequencies.is_shared(term)}

    def __getitem__(self, place: int) -> Affair:
        """One that was met in the order already. Raises KeyError for one that was not."""
        return self._drawn.get(self.ids[place])


def _repeats(stories: Sequence[Story], articles: Mapping[str, Article]) -> Repeats:
    story_of = {id_: story.id for story in stories for id_ in story.articles if id_ in articles}
    return Repeats((articles[id_] for id_ in articles if id_ in story_of), story_of)


def _seen(story: Story, members: Sequence[Article], annotations: Mapping[str, Annotations], rules: Rules) -> Affair:
    """A story's affair but for what the words of all stories are needed for."""
    known = [article.day or article.published.not_before for article in members]
    late = [article.day or article.published.not_after for article in members]
    return Affair(
        story=story,
        earliest=min((day for day in known if day), default=None),
        latest=max((day for day in late if day), default=None),
        people=_people(members, annotations, rules),
        places=_places(members, annotations, rules),
        named=frozenset(key for place in _mentions(members, annotations) for key, _ in _keys(place)),
        names={},
        known_by=frozenset(),
    )


def names_in(vector: Vector) -> dict[str, float]:
    """The terms of a vector that are names, as they stand in it."""
    return {term: weight for term, weight in vector.items() if term.startswith("#") and ":" not in term}


def _called(members: Sequence[Article], annotations: Mapping[str, Annotations]) -> frozenset[str]:
    """The words of the names of people, offices and countries, as terms."""
    others: set[str] = set()
    for _, seen in _annotated(members, annotations):
        people = {mention.person for mention in seen.people}
        texts = [mention.text for mention in seen.people]
        texts += [text for person in people for text in (person.name, person.role) if text]
        texts += [place.text for place in seen.places if place.kind in ("country", "demonym", "capital")]
        others.update(stem(word) for text in texts for word in words(text))
    return frozenset(others)


def _names(vector: Vector, others: frozenset[str]) -> dict[str, float]:
    """The names of a story's vector, without those of people, offices and countries, which other rules weigh."""
    kept = {}
    for term, weight in vector.items():
        name = term[1:]
        is_name = term.startswith("#") and ":" not in name and not name[0].isdigit() and name not in COMMON_STEMS
        if is_name and not others.intersection(name.split()):
            kept[name] = weight
    return unit(kept)


def printed_names(members: Iterable[Article]) -> dict[str, str]:
    """Names of one or two words by their term, as articles first print them."""
    printed: dict[str, str] = {}
    for article in members:
        for text in (*article.lead, *article.body):
            previous: re.Match[str] | None = None
            for match in WORD.finditer(text):
                if match.group()[0].isupper():
                    term = stem(fold(match.group()))
                    printed.setdefault(term, match.group().removesuffix("'s").removesuffix("’s"))
                    if previous is not None and match.start() - previous.end() == 1:
                        both = f"{stem(fold(previous.group()))} {term}"
                        printed.setdefault(both, text[previous.start() : match.end()])
                    previous = match
                else:
                    previous = None
    return printed


def _annotated(
    members: Sequence[Article], annotations: Mapping[str, Annotations]
) -> Iterator[tuple[Article, Annotations]]:
    return ((article, annotations[article.id]) for article in members if article.id in annotations)


def _people(members: Sequence[Article], annotations: Mapping[str, Annotations], rules: Rules) -> dict[str, Person]:
    """Named people with a role or a country, told at the top, in a caption, or at least twice in one article."""
    found: dict[str, Person] = {}
    for article, seen in _annotated(members, annotations):
        top = _top(article, rules)
        mentions: Counter[str] = Counter()
        prominent: set[str] = set()
        for mention in seen.people:
            name = mention.person.name
            if not name or not (mention.person.role or mention.person.country):
                continue
            key = name.casefold()
            mentions[key] += 1
            if mention.part != "body" or mention.start < top or mentions[key] > 1:
                prominent.add(key)
                if key not in found or (mention.person.role and not found[key].role):
                    found[key] = mention.person
    return found


def _places(members: Sequence[Article], annotations: Mapping[str, Annotations], rules: Rules) -> dict[str, str | None]:
    """Countries and towns told at the top, or at least twice in one article; a demonym names its country."""
    found: dict[str, str | None] = {}
    for article, seen in _annotated(members, annotations):
        top = _top(article, rules)
        mentions: Counter[str] = Counter()
        for place in seen.places:
            for key, country in _keys(place):
                mentions[key] += 1
                at_top = place.part in ("headline", "lead") or (place.part == "body" and place.start < top)
                if at_top or mentions[key] > 1:
                    found.setdefault(key, country)
    return found


def _mentions(members: Sequence[Article], annotations: Mapping[str, Annotations]) -> list[PlaceMention]:
    return [place for _, seen in _annotated(members, annotations) for place in seen.places]


def _keys(place: PlaceMention) -> list[tuple[str, str | None]]:
    keys: list[tuple[str, str | None]] = []
    if place.country:
        keys.append((f"country:{place.country}", place.country))
    if place.kind in ("city", "site"):
        keys.append((place.name, place.country))
    return keys


def _top(article: Article, rules: Rules) -> int:
    return len("\n\n".join(article.body[: rules.top_paragraphs]))


def same_role(left: Person, right: Person) -> bool:
    """True if two of one name may be one person in one office: the roles share a word ("Defense Minister", "minister of
    defense"), or one text gives no role but the same country. Another country speaks against it."""
    if left.country and right.country and left.country != right.country:
        return False
    one, other = _office(left), _office(right)
    return bool(one & other) if one and other else left.country is not None and left.country == right.country


def _office(person: Person) -> set[str]:
    return {"defense" if word == "defence" else word for word in words(person.role or "") if word not in STOP}
