"""What a thread is called: words of one of its headlines that name whom and what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from wiredesk.kit.places import country_name
from wiredesk.kit.shingles import words
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.affairs import Affair
from wiredesk.stories.tying.pair import Found
from wiredesk.stories.wording.vocabulary import COMMON_STEMS, STOP, stem
from wiredesk.types import Person

_PAUSE = re.compile(r"\s*[:;|–—]\s*|\s-\s|,\s|\s(?=(?:as|after|amid|while|but|because|ahead of|despite)\s)")


def title(members: Sequence[Affair], ties: Sequence[Found], people: Sequence[Person], rules: Rules) -> str:
    """The headline of a thread's stories, or the part of one before or after a pause, that tells most of what they have
    in common; the earliest among equals. Where none names it: the people and places of most ties; else the latest
    headline.

    `ties`: why they are tied, earliest first; `people`: those whom several stories have.
    """
    weights = _weights(members, ties, people, rules)
    best, most = "", 0.0
    for member in members:
        for text in _parts(member.headline or ""):
            terms = _terms(text)
            shortest, longest = rules.title_words
            if shortest <= len(text.split()) <= longest and _says(terms, weights):
                worth = sum(weights.get(term, 0.0) for term in sorted(terms)) / (len(terms) + rules.title_length)
                if worth > most:
                    best, most = text, worth
    if best:
        return best
    called = Counter(one.called for one in reversed(ties) if one.called)
    if called:
        return str(max(called.items(), key=lambda item: item[1])[0])
    latest = next((member.headline for member in reversed(members) if member.headline), None)
    first = members[0].earliest or date.max
    return latest or (str(people[0].name) if people else f"Story of {first.isoformat()}")


def _weights(
    members: Sequence[Affair], ties: Iterable[Found], people: Sequence[Person], rules: Rules
) -> dict[str, float]:
    """What each term is worth in a title: in how many of the headlines it stands, and more if the ties are by it."""
    told: Counter[str] = Counter()
    for member in members:
        told.update(_terms(member.headline or ""))
    weights = {
        term: (rules.title_common if term in COMMON_STEMS else 1.0) * (number - 1) / len(members)
        for term, number in told.items()
    }
    for term in sorted({term for one in ties for key in one.by for term in _terms(key)}):
        weights[term] = weights.get(term, 0.0) + 1.0
    for person in people:
        country = (person.country and country_name(person.country)) or ""
        for term in sorted(_terms(f"{person.role or ''} {country}")):
            weights[term] = max(weights.get(term, 0.0), rules.title_office)
    return {term: weight for term, weight in weights.items() if weight > 0}


def _says(terms: frozenset[str], weights: Mapping[str, float]) -> bool:
    """Whether it names something that ties the stories, and says something of it."""
    named = [term for term in terms if weights.get(term, 0.0) >= 1.0]
    return bool(named) and len(terms) > max(2, len(named))


def _parts(headline: str) -> Iterator[str]:
    """A headline, and what stands before and after each of its pauses."""
    yield headline
    for pause in _PAUSE.finditer(headline):
        yield headline[: pause.start()].strip()
        yield headline[pause.end() :].strip()


def _terms(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if word not in STOP and len(word) > 1)
