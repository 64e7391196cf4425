"""Why two stories that are alike are of one affair, in plain words: people in their roles, places, matter, names.

A place or matter counts where the event is: in headline, lead, dateline or opening. What is told in passing ties
nothing by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from wiredesk.kit.places import country_name
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.encounters import takes_part, travels
from wiredesk.stories.tying.pair import Found, Pair
from wiredesk.stories.tying.printed import Printed, longest
from wiredesk.stories.wording.weigh import dot
from wiredesk.types import Person


def reason(pair: Pair, printed: Printed, rules: Rules) -> Found | None:
    """Why two that are alike are of one affair; None if they are not."""
    earlier, later = pair.earlier, pair.later
    storm = _storm(pair)
    if storm:
        return storm
    people = _visitors_first(pair)
    if len({person.country for person in people} - {None}) > 1 and pair.places:
        return _both(people[0], next(one for one in people if one.country not in (None, people[0].country)), pair)
    if pair.matter >= rules.thread_matter or pair.likeness >= rules.thread_same_place:
        for person in people:
            away = next((key for key in pair.places if later.places[key] != person.country), None)
            if person.country and away and not _receives_others(away, pair):
                return _person_at(person, away)
    if len(people) > 1 and pair.towns and pair.likeness >= rules.thread_same_place:
        return _person_at(people[0], pair.towns[0])
    if earlier.genre == later.genre == "opinion":
        return None  # columns of a week share the names of the week
    several = len(pair.terms) >= rules.thread_matter_terms
    if pair.matter >= rules.thread_same_matter:
        if not people and (several or pair.matter >= 2 * rules.thread_same_matter):
            people = pair.namesakes
        if people and (several or not pair.apart):
            return _person_at(people[0], pair.towns[0]) if pair.towns else _with_matter(people[0], pair, printed)
        if pair.towns and several:
            happening = _happening(pair) if pair.likeness >= rules.thread_happening else None
            if happening:
                return happening
    if pair.matter < rules.thread_matter or not pair.places:
        return None
    much = pair.matter >= 2 * rules.thread_same_matter and len(pair.terms) > rules.thread_matter_terms
    return _same_names(pair, printed, rules) or (_in_place(pair, printed) if much and not pair.apart else None)


def _storm(pair: Pair) -> Found | None:
    """A storm that both name at the top, however either calls it ("Hurricane Odo", later "Storm Odo")."""
    known = {one.split()[-1] for one in pair.earlier.storms}
    shared = next((one for one in pair.later.storms if one.split()[-1] in known), None)
    return Found(f"the same storm in both: {shared}", (shared,), shared) if shared else None


def _visitors_first(pair: Pair) -> list[Person]:
    """The people of both, those who visit before those who receive, others last."""
    events = [*pair.met[0].values(), *pair.met[1].values()]

    def order(person: Person) -> int:
        if any(travels(person, event) for event in events):
            return 0
        return 1 if any(takes_part(person, event) for event in events) else 2

    return sorted(pair.people, key=order)


def _both(visitor: Person, host: Person, pair: Pair) -> Found:
    where = [_place(key) for key in pair.places if pair.later.places[key] != visitor.country][:1]
    names = (str(visitor.name), str(host.name))
    told = f"{_called(visitor)}, {_called(host)} and {where[0]}" if where else f"{_called(visitor)} and {_called(host)}"
    return Found(f"{told} in both", (*names, *where), " and ".join(names))


def _receives_others(place: str, pair: Pair) -> bool:
    """Whether the two tell of different people of that country: somebody receives one guest after the other."""
    country = pair.later.places[place]
    guests = [
        {key for key, one in affair.people.items() if one.country == country} for affair in (pair.earlier, pair.later)
    ]
    return bool(guests[0] and guests[1]) and not guests[0] & guests[1]


def _person_at(person: Person, place: str) -> Found:
    # "in" would say that the person was there: a host names her visitor's country, too
    where = _place(place)
    return Found(f"{_called(person)} and {where} in both", (str(person.name), where), f"{person.name} and {where}")


def _with_matter(person: Person, pair: Pair, printed: Printed) -> Found:
    words = _matter(pair, printed)
    return Found(f"{_called(person)} in both, with {_quoted(words)}", (str(person.name), *words), None)


def _in_place(pair: Pair, printed: Printed) -> Found:
    words, where = _matter(pair, printed), [_place(key) for key in (pair.towns or pair.places)[:2]]
    return Found(f"{' and '.join(where)} in both, with {_quoted(words)}", (*where, *words), None)


def _matter(pair: Pair, printed: Printed) -> list[str]:
    """The words that weigh most in what the two are about, as the later one prints them."""
    order = sorted(pair.terms, key=lambda term: (-pair.later.about[term] * pair.earlier.about[term], term))
    words = printed().words
    return [words.get(term, term) for term in order[:3]]


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _happening(pair: Pair) -> Found | None:
    kinds = [kind for kind in pair.later.happens if kind in pair.earlier.happens]
    if not kinds:
        return None
    told_as_ = pair.earlier.happens[kinds[0]].lower(), pair.later.happens[kinds[0]].lower()
    what = f"“{told_as_[1]}”" if told_as_[0] == told_as_[1] else f"“{told_as_[0]}”, “{told_as_[1]}”"
    where = pair.towns[0]
    return Found(f"the same kind of event in {where} in both: {what}", (where, told_as_[1]), None)


def _same_names(pair: Pair, printed: Printed, rules: Rules) -> Found | None:
    earlier, later = pair.earlier, pair.later
    shared = [term for term in later.names if term in earlier.names]
    if len(shared) < rules.thread_shared_names or dot(earlier.names, later.names) < rules.thread_names:
        return None
    as_printed = printed().names
    shared = [term for term in shared if term in as_printed]
    shared.sort(key=lambda term: (-later.names[term] * earlier.names[term], term))
    weighty = [term for term in shared if later.names[term] * earlier.names[term] >= rules.thread_second_name]
    names = longest([as_printed[term] for term in weighty])
    if len(names) >= rules.thread_shared_names:  # one of two words is one
        names = names[:3]
        return Found(f"the same names in both: {', '.join(names)}", tuple(names), ", ".join(names))
    return None


def _called(person: Person) -> str:
    country = country_name(person.country) if person.country else None
    details = ", ".join(part for part in (person.role, country) if part)
    return f"{person.name} ({details})" if details else str(person.name)


def _place(key: str) -> str:
    return country_name(key.removeprefix("country:")) if key.startswith("country:") else key
