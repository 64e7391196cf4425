"""Why two stories that are alike are of one affair, in plain words: people in their roles, places, matter, names.

A place or matter counts where the event is: in headline, lead, dateline or opening. What is told in passing ties
nothing by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from wiredesk.kit.places import country_name
from wiredesk.kit.shingles import words
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.encounters import takes_part, travels
from wiredesk.stories.tying.pair import Found, Pair
from wiredesk.stories.tying.printed import Printed, longest
from wiredesk.stories.wording.vocabulary import stem
from wiredesk.stories.wording.weigh import dot
from wiredesk.types import Person


def reason(pair: Pair, printed: Printed, rules: Rules) -> Found | None:
    """Why two that are alike are of one affair; None if they are not."""
    earlier, later = pair.earlier, pair.later
    storm = _storm(pair, rules)
    if storm:
        return storm
    everybody = _visitors_first(pair)
    people = [person for person in everybody if not of_many_affairs(person)]
    if len({person.country for person in everybody} - {None}) > 1 and pair.places:
        first = everybody[0]
        return _both(first, next(one for one in everybody if one.country not in (None, first.country)), pair)
    if pair.matter >= rules.thread_matter or pair.likeness >= rules.thread_same_place:
        for person in people:
            away = next((key for key in pair.places if later.places[key] not in (None, person.country)), None)
            if person.country and away and not _receives_others(away, pair):
                return _person_at(person, away)
    if len(people) > 1 and pair.towns and pair.likeness >= rules.thread_same_place:
        return _person_at(people[0], pair.towns[0])
    if people and pair.towns and pair.likeness >= rules.thread_same_place:
        found = _person_place_name(people[0], pair, printed, rules)
        if found:
            return found
    if earlier.genre == later.genre == "opinion":
        return None  # columns of a week share the names of the week
    several = len(pair.terms) >= rules.thread_matter_terms
    if pair.matter >= rules.thread_same_matter:
        if not people and (several or pair.matter >= 2 * rules.thread_same_matter):
            people = [person for person in pair.namesakes if not of_many_affairs(person)]
        if people and (several or not pair.apart):
            return _person_at(people[0], pair.towns[0]) if pair.towns else _with_matter(people[0], pair, printed)
        if pair.towns and several:
            happening = _happening(pair) if pair.likeness >= rules.thread_happening else None
            if happening:
                return happening
    elected = _election(pair, rules)
    if elected:
        return elected
    if pair.matter >= rules.thread_named_matter and several and not pair.apart:
        named = _named_matter(pair, printed, rules)
        if named:
            return named
    if pair.matter < rules.thread_matter or not pair.places:
        return None
    # two countries, or a town in its country, are as good as one more term
    told = len(pair.terms) + len(pair.places) - 1
    much = pair.matter >= 2 * rules.thread_same_matter and several and told > rules.thread_matter_terms
    return _same_names(pair, printed, rules) or (_in_place(pair, printed) if much and not pair.apart else None)


def _storm(pair: Pair, rules: Rules) -> Found | None:
    """A storm that both name at the top, however either calls it ("Hurricane Odo", later "Storm Odo"): of one place or
    of one month. Every ocean has its own list of names, and they come back."""
    known = {one.split()[-1] for one in pair.earlier.storms}
    shared = next((one for one in pair.later.storms if one.split()[-1] in known), None)
    if shared and not pair.places and not pair.within(rules.thread_storm_days):
        return None
    return Found(f"the same storm in both: {shared}", (shared,), shared) if shared else None


def _election(pair: Pair, rules: Rules) -> Found | None:
    """Somebody in one country, and an election: its vote, its count, or the government that comes of it."""
    told = [affair.elections[0] for affair in (pair.earlier, pair.later) if affair.elections]
    if len(told) < 2 or not pair.places or not pair.within(rules.thread_election_days):
        return None
    people = pair.people or pair.namesakes
    people = [person for person in people if not of_many_affairs(person)]
    if not people:
        return None
    found = _person_at(people[0], pair.places[0])
    return found._replace(reason=f"{found.reason}, with {_quoted(list(dict.fromkeys(told)))}")


def _named_matter(pair: Pair, printed: Printed, rules: Rules) -> Found | None:
    """A matter that both tell, of which a term is a name of both."""
    if not any(term in pair.terms for term in _shared_names(pair, rules)):
        return None
    told = _matter(pair, printed)
    return Found(f"the same matter in both: {_quoted(told)}", tuple(told), None)


def _person_place_name(person: Person, pair: Pair, printed: Printed, rules: Rules) -> Found | None:
    """Somebody in one town, and one more name that weighs in both: a company, a club, a law."""
    towns = {stem(word) for town in pair.towns for word in words(town)}
    names = [name for name in _shared_names(pair, rules) if towns.isdisjoint(name.split())]
    as_printed = printed().names
    name = next((as_printed[one] for one in names if one in as_printed), None)
    if name is None:
        return None
    where = pair.towns[0]
    called = f"{person.name} and {name}"
    return Found(f"{_called(person)}, {where} and {name} in both", (str(person.name), where, name), called)


def _shared_names(pair: Pair, rules: Rules) -> list[str]:
    """The names that weigh in both, the weightiest first."""
    earlier, later = pair.earlier.names, pair.later.names
    weights = {name: weight * earlier[name] for name, weight in later.items() if name in earlier}
    return sorted(
        (name for name, weight in weights.items() if weight >= rules.thread_second_name),
        key=lambda name: (-weights[name], name),
    )


_OF_MANY = frozenset(
    map(
        stem,
        words(
            "spokesman spokeswoman spokesperson prosecutor judge magistrate coroner police detective inspector sheriff"
            " commander firefighter fireman lawyer attorney barrister counsel forecaster meteorologist seismologist"
            " mediator analyst economist expert professor lecturer researcher"
        ),
    )
)


def of_many_affairs(person: Person) -> bool:
    """Whether somebody's work is to speak or decide of one affair after the other: a prosecutor in both tells nothing.
    A fire chief is one of them, a party's chief is not."""
    office = words(person.role or "")
    return not _OF_MANY.isdisjoint(map(stem, office)) or "fire" in office


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
    told = _matter(pair, printed)
    return Found(f"{_called(person)} in both, with {_quoted(told)}", (str(person.name), *told), None)


def _in_place(pair: Pair, printed: Printed) -> Found:
    told, where = _matter(pair, printed), [_place(key) for key in (pair.towns or pair.places)[:2]]
    return Found(f"{' and '.join(where)} in both, with {_quoted(told)}", (*where, *told), None)


def _matter(pair: Pair, printed: Printed) -> list[str]:
    """The words that weigh most in what the two are about, as the later one prints them."""
    order = sorted(pair.terms, key=lambda term: (-pair.later.about[term] * pair.earlier.about[term], term))
    as_printed = printed().words
    return [as_printed.get(term, term) for term in order[:3]]


def _quoted(said: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in said)


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
    if pair.apart:  # a town of the one that the other names in passing is no name of both
        towns = {stem(word) for town in (*earlier.towns, *later.towns) for word in words(town)}
        shared = [term for term in shared if towns.isdisjoint(term.split())]
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
