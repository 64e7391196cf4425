"""People told of together: whom a sentence opens with, who is to meet in others' stead, whose office a word is."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from wiredesk.events.draft import Telling
from wiredesk.events.identity import is_of_body, is_official
from wiredesk.events.sentences import words
from wiredesk.events.sentences.arguments import objects_from
from wiredesk.events.sentences.phrases import fronted
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person


def is_office_of(word: str, person: Person) -> bool:
    """ "the Chairperson will hold talks": the last word of an office of which the article names one holder."""
    head = (person.role or "").split(" of ")[0].split(" for ")[0].casefold().split()
    return len(word) > _SHORT_WORD and bool(head) and word == head[-1]


_SHORT_WORD = 3


def is_deputed(telling: Telling) -> bool:
    """Whether others than those who talk are to meet."""
    coming = telling.mood.tense in ("future", "planned")
    return coming and not any(person.name for person in telling.principals)


def deputed(telling: Telling, group: Sequence[Person]) -> tuple[Person, ...]:
    """ "their foreign ministers will meet": one of each country that is told of."""
    sentence, start = telling.sentence, telling.mood.start
    owner = next((at for at in range(start - 1, max(-1, start - 5), -1) if sentence.word(at) == "their"), None)
    if owner is None or sentence.word(start - 1)[:-1] not in words.STATE_OFFICES:
        return ()
    role = " ".join(token.text for token in sentence.tokens[owner + 1 : start])[:-1]
    return tuple(Person(name=None, role=role, country=person.country) for person in group if person.country)


def opening(sentence: Sentence) -> tuple[Person, ...]:
    """The officials of several countries whom a sentence opens with: "The German and Polish ministers had ..."."""
    first = next((at for at, token in enumerate(sentence.tokens[:4]) if token.people), None)
    if first is None:
        return ()
    found = tuple(person for person in objects_from(sentence, first).persons if is_official(person))
    return found if len({person.country for person in found}) > 1 else ()


COUNTS = word_set("two both three pair")
_OFFICES: dict[str, frozenset[str]] = {
    "ministers": word_set("minister premier chancellor secretary"),
    "presidents": word_set("president"),
    "premiers": word_set("premier minister"),
    "leaders": words.STATE_OFFICES,
}
GROUPS = COUNTS | _OFFICES.keys() | {"they"}
_LED = COUNTS | words.DETERMINERS | {"their", "these", "those"}
_BEFORE, _LEAD = 6, 3
"""Words before a deed among which its doers are told, and before a group's name its article. Set by hand."""


def of_countries(telling: Telling, cast: Sequence[Person]) -> tuple[Person, ...]:
    """ "Chad and Mali ... when their ministers meet": the one minister of each that the article names at all."""
    named = telling.sentence.tokens[: telling.index]
    countries = list(dict.fromkeys(token.place.country for token in named if token.place and token.place.country))
    office = next((word[:-1] for word in _OFFICES if any(token.lower == word for token in named)), None)
    if office is None or len(countries) != 2:
        return ()
    found: list[Person] = []
    for country in countries:
        holders = [one for one in cast if one.country == country and office in (one.role or "").casefold()]
        if len(holders) != 1:
            return ()
        found += holders
    return tuple(found)


def group_words(sentence: Sentence, index: int) -> frozenset[str]:
    """The words right before a deed that mean people told of before: "the two", "they", "the finance ministers"; not
    "business leaders", who are any."""
    found: set[str] = set()
    for at in range(max(0, index - _BEFORE), index):
        word = sentence.word(at)
        if word == "both" and sentence.tokens[at + 1].kind == "place":
            continue
        if word not in _OFFICES or sentence.words(at - _LEAD, at) & _LED or sentence.tokens[at - 1].person:
            found.add(word)
    return frozenset(found)


def may_be_of(told: frozenset[str], person: Person) -> bool:
    """Whether somebody has an office of those whom a group's word means: no president is one of "the ministers"."""
    offices = next((offices for word, offices in _OFFICES.items() if word in told), None)
    role = (person.role or "").casefold().replace("-", " ").split()
    return offices is None or not role or not offices.isdisjoint(role)


def are_awaited(telling: Telling, visited: AbstractSet[str]) -> bool:
    """ "In Lima, talks with the premier are scheduled": with whoever travels there."""
    there = fronted(telling.sentence)
    if telling.form != "talks":
        return False
    before = telling.sentence.tokens[: telling.index]
    opens = telling.sentence.word(telling.index) in words.MEETING_NOUNS and len(before) <= _OPENING_WORDS
    opens = opens and _INCLUDING.isdisjoint(token.lower for token in before)
    if opens and telling.principals and all(person.country in visited for person in telling.principals):
        return True  # "A meeting with the premier took place in Lima on May 8"
    return telling.bare and bool(there) and there[0].country in visited


_INCLUDING = word_set("include includes included feature features featured foresees envisages")
_OPENING_WORDS = 3
"""Most words before "meeting" where it opens its sentence: "A first working meeting with". Set by hand."""


def fits(told: frozenset[str], group: Sequence[Person], wanted: int) -> bool:
    """Whether "the two", "the ministers" can mean the people told together last: by their number, by their offices."""
    counted = len(group) == wanted or not told & COUNTS
    return bool(group) and counted and all(may_be_of(told, person) for person in group)


def of_several_parties(persons: Sequence[Person]) -> bool:
    """Whether all are told to stand for a country or a body, and not all for one."""
    parties = {person.country or (person.role if is_of_body(person) else None) for person in persons}
    return len(parties) > 1 and None not in parties
