"""What one article brings to its story's threads, besides its terms: its people and places."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from wiredesk.kit.shingles import WORD, fold, words
from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.elections import elections
from wiredesk.stories.wording.recalled import Recalled, read_recalled
from wiredesk.stories.wording.senses import HAPPENINGS, sense
from wiredesk.stories.wording.storms import storms
from wiredesk.stories.wording.vocabulary import COMMON_STEMS, stem, term_of
from wiredesk.types import Annotations, Article, Person, PlaceMention


@dataclass(frozen=True, kw_only=True, slots=True)
class Traits:
    """People and places of an article.

    `people`: the prominent ones by name in lower case, in the order of the text; somebody whose role is told later on
    comes twice. `places`: those of headline, lead, dateline and opening, where the event is, with the country of each;
    `named`: all that it names, alike. `called`: the words of the names of people, offices and countries, as terms.
    `about`: what headline, lead and opening tell of the matter, as terms, each as often as it stands: no people,
    places, offices, kinds of events, nor the routine of news. `happens`: what the headline says that happened, by its
    sense (`senses.HAPPENINGS`) and as it prints it. `opening`: how many code points of the body the opening takes.
    `recalled`: the times on which it looks back. `storms`: those that headline, lead or opening name.
    `elections`: the words there that tell of an election, or of a government that comes of one.
    """

    people: tuple[tuple[str, Person], ...] = ()
    places: tuple[tuple[str, str | None], ...] = ()
    named: tuple[tuple[str, str | None], ...] = ()
    called: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()
    happens: tuple[tuple[str, str], ...] = ()
    opening: int = 0
    recalled: tuple[Recalled, ...] = ()
    storms: tuple[str, ...] = ()
    elections: tuple[str, ...] = ()


def read_traits(article: Article, annotations: Annotations | None, rules: Rules) -> Traits:
    """The traits of an article; one that was not annotated has none."""
    if annotations is None:
        return Traits()
    top = len("\n\n".join(article.body[: rules.top_paragraphs]))
    opening = _opening(article, rules)
    body = article.part("body")
    called = _called(article, annotations)
    return Traits(
        people=_people(annotations, top),
        places=_places(article, annotations, opening),
        named=tuple(dict(key for place in annotations.places for key in _keys(place)).items()),
        called=called,
        about=_about(article, annotations, called, opening),
        happens=_happens(article.headline or ""),
        opening=opening,
        recalled=read_recalled(article, annotations, rules),
        storms=storms("\n".join((*article.lead, body[:opening])), article.headline or "", body[opening:]),
        elections=elections("\n".join((*article.lead, body[:opening], article.headline or ""))),
    )


def _opening(article: Article, rules: Rules) -> int:
    """Where the body's opening ends: with its first paragraph, or the next where that is a line of a few words. A text
    that came without paragraphs is cut."""
    end = 0
    for number, text in enumerate(article.body):
        end += len(text) + (2 if number else 0)
        if end >= rules.opening_least:
            break
    return min(end, rules.opening_most)


def _people(seen: Annotations, top: int) -> tuple[tuple[str, Person], ...]:
    """Named people with a role or a country, told at the top, in a caption, or at least twice; of those without, whom a
    text names in full at the top: who was told of before needs no office."""
    mentions: Counter[str] = Counter()
    found: dict[tuple[str, bool], tuple[str, Person]] = {}
    for mention in seen.people:
        person = mention.person
        if not person.name:
            continue
        key = person.name.casefold()
        at_top = mention.part in ("headline", "lead") or (mention.part == "body" and mention.start < top)
        if person.role or person.country:
            mentions[key] += 1
            prominent = at_top or mention.part != "body" or mentions[key] > 1
        else:
            prominent = at_top and " " in key
        if prominent and (key, True) not in found:
            found.setdefault((key, person.role is not None), (key, person))
    return tuple(found.values())


def _places(article: Article, seen: Annotations, opening: int) -> tuple[tuple[str, str | None], ...]:
    """Countries and towns of headline, lead, dateline and opening; a demonym names its country."""
    found: dict[str, str | None] = {}
    for place in seen.places:
        if place.part in ("headline", "lead") or (place.part == "body" and place.start < opening):
            for key, country in _keys(place):
                found.setdefault(key, country)
    dateline = article.dateline
    if dateline is not None and dateline.country:
        found.setdefault(f"country:{dateline.country}", dateline.country)
    return tuple(found.items())


def _about(article: Article, seen: Annotations, called: frozenset[str], opening: int) -> tuple[str, ...]:
    """The terms of headline, lead and opening that tell the matter."""
    others = {*called, *(stem(word) for place in seen.places for word in words(place.text))}
    found = []
    for text in (article.headline or "", *article.lead, article.part("body")[:opening]):
        for word in map(fold, WORD.findall(text)):
            term = term_of(word)
            if term is None or term in others or term in COMMON_STEMS or term[0].isdigit():
                continue
            if sense(word) not in _KINDS and term not in _ROUTINE:
                found.append(term)
    return tuple(found)


_KINDS = HAPPENINGS | set(
    map(
        sense,
        words(
            "quake storm rain landslide mudslide avalanche drought wildfire heatwave tornado blizzard outbreak epidemic"
            " robbery murder trial prison jail court"
        ),
    )
)
"""What there are many of, each another event; `HAPPENINGS`, and what reports call such things."""
_ROUTINE_WORDS = """
visit visitor visiting trip travel travelled tour touring host hosted guest welcome welcomed receive received greet
greeted invite invited invitation discuss discussed discussion negotiate dialogue dialog summit counterpart colleague
delegation envoy bilateral cooperation ties relations attend attended return returned arrive arrived depart departed
begun hold speak open opened gather gathered declare declared warn warned urge urged vow vowed pledge pledged promise
promised hail hailed praise praised
"""
_ROUTINE = frozenset(map(stem, _ROUTINE_WORDS.split()))
"""What officials do in news of every matter."""


def _keys(place: PlaceMention) -> list[tuple[str, str | None]]:
    keys: list[tuple[str, str | None]] = []
    if place.country:
        keys.append((f"country:{place.country}", place.country))
    if place.kind in ("city", "site"):
        keys.append((place.name, place.country))
    return keys


_AGENCY = re.compile(r"^[^a-z(]{2}[^(]{0,60}\(([^)]{2,30})\)\s*(?:[—–-]|$)")
"""A dateline's agency: "LOJA, Ecuador (AP) —"."""


def _called(article: Article, seen: Annotations) -> frozenset[str]:
    people = {mention.person for mention in seen.people}
    texts = {mention.text for mention in seen.people}
    texts.update(text for person in people for text in (person.name, person.role) if text)
    texts.update(place.text for place in seen.places if place.kind in ("country", "demonym", "capital"))
    texts.update(text for text in (article.outlet, article.credit) if text)
    texts.update(found.group(1) for found in (_AGENCY.match(text[:100]) for text in article.body[:1]) if found)
    return frozenset(stem(word) for text in texts for word in words(text))


def _happens(headline: str) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for printed in WORD.findall(headline):
        term = sense(fold(printed))
        if term in HAPPENINGS:
            found.setdefault(term, printed)
    return tuple(found.items())
