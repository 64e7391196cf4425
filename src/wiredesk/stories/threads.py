"""Stories of one affair over months become threads; every tie says why."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from wiredesk.annotate import annotate
from wiredesk.kit.ahead import expect
from wiredesk.kit.ids import mint
from wiredesk.kit.places import country_name
from wiredesk.stories.affairs import Affair, Affairs, names_in, printed_names, same_role
from wiredesk.stories.readings import Readings
from wiredesk.stories.references import Printed, refers
from wiredesk.stories.rules import Rules
from wiredesk.stories.sparse import Outline, Space
from wiredesk.stories.weigh import Vector, dot
from wiredesk.types import Annotations, Article, Person, Story, Thread, Tie


def tie(
    stories: Sequence[Story],
    articles: Mapping[str, Article] | Iterable[Article],
    annotations: Mapping[str, Annotations] | None = None,
    rules: Rules | None = None,
    readings: Readings | None = None,
) -> list[Thread]:
    """The threads of some stories: of two stories or more each, a story in one thread at most.

    `articles`: theirs, by id or listed; `annotations` are made here when None; `readings`: those that `group` was
    given. Threads and the stories in them are in
    order of time; the order of the input does not matter.
    """
    rules = rules or Rules()
    by_id = articles if isinstance(articles, Mapping) else {article.id: article for article in articles}
    if annotations is None:
        used = [id_ for story in stories for id_ in story.articles if id_ in by_id]
        annotations = {id_: annotate(by_id[id_]) for id_ in used}
    story_of = {id_: story.id for story in stories for id_ in story.articles}
    if readings is None:
        readings = Readings({id_: by_id[id_] for id_ in by_id if id_ in story_of}, annotations, rules)
    readings.part(story_of)
    known = Affairs(stories, readings, rules)
    in_order = known.articles()
    expect(by_id, in_order)
    expect(annotations, in_order)
    everywhere = _everywhere(known, rules)
    ties: list[Tie] = []
    subject_of: dict[tuple[str, str], str | None] = {}
    thread_of = {id_: id_ for id_ in known.ids}
    places_of: defaultdict[str, array[int]] = defaultdict(lambda: array("i"))
    likely = _Likely()
    for later_place, (later, vector) in enumerate(known):
        printed = _reader(later, by_id)
        # the nearest stories first: one tie leads back to a thread, a second to the same thread adds nothing
        tied: set[str] = set()
        sharing = {place for key in (*later.people, *names_in(vector)) for place in places_of.get(key, ())}
        for place, likeness in likely.add(vector, sorted(sharing, reverse=True), rules.thread_likeness):
            earlier = known[place]
            if _root(thread_of, earlier.story.id) in tied or not _in_reach(earlier, later, rules):
                continue
            found = _reason(earlier, later, likeness, everywhere, printed, rules)
            reason = found[0] if found else refers(later, earlier, by_id, annotations, printed, rules)
            if reason:
                tied.add(_root(thread_of, earlier.story.id))
                ties.append(Tie(stories=(earlier.story.id, later.story.id), reason=reason))
                subject_of[ties[-1].stories] = found[1] if found else None
        for root in tied:
            thread_of[root] = _root(thread_of, later.story.id)
        for key in later.known_by:
            if known.told[key] > 1 or key in vector:  # by any other no story is looked up
                places_of[key].append(later_place)
    return _threads(known, ties, subject_of, thread_of)


class _Likely:
    """The vectors of the stories seen, in the order of their places."""

    def __init__(self) -> None:
        self._space = Space()
        self._kept: list[tuple[int, Outline]] = []

    def add(self, vector: Vector, places: Sequence[int], least: float) -> list[tuple[int, float]]:
        """Take in the next story's vector; those of these places that are at least so like it, and how like."""
        space = self._space
        own = space.sparse(vector)
        most = space.at_most(own, [self._kept[place][1] for place in places]).tolist()
        likely = [place for place, bound in zip(places, most, strict=True) if bound >= least]
        exact = space.dots(own, [space.get(self._kept[place][0]) for place in likely]).tolist()
        self._kept.append((space.put(own), space.outline(own)))
        return [(place, likeness) for place, likeness in zip(likely, exact, strict=True) if likeness >= least]


def _reader(affair: Affair, articles: Mapping[str, Article]) -> Printed:
    """What tells a story's names as it first prints them: they are looked for when a tie is told."""
    return cache(lambda: printed_names(articles[id_] for id_ in affair.story.articles if id_ in articles))


def _threads(
    known: Affairs,
    ties: Sequence[Tie],
    subject_of: Mapping[tuple[str, str], str | None],
    thread_of: dict[str, str],
) -> list[Thread]:
    together: dict[str, list[int]] = {}
    for place, id_ in enumerate(known.ids):
        together.setdefault(_root(thread_of, id_), []).append(place)
    threads = []
    for places in together.values():
        if len(places) < 2:
            continue
        members = [known[place] for place in places]
        ids = [member.story.id for member in members]
        own = tuple(one for one in ties if one.stories[0] in ids)
        threads.append(
            Thread(
                id=mint("t", ids[0]),
                title=_title(members, [subject_of[one.stories] for one in own]),
                stories=tuple(ids),
                people=_shared_people(members),
                ties=own,
            )
        )
    return threads


def _root(thread_of: Mapping[str, str], story: str) -> str:
    while thread_of[story] != story:
        story = thread_of[story]
    return story


def _in_reach(earlier: Affair, later: Affair, rules: Rules) -> bool:
    if earlier.latest is None or later.earliest is None:
        return True
    return later.earliest - earlier.latest <= timedelta(days=rules.thread_days)


def _everywhere(known: Affairs, rules: Rules) -> frozenset[str]:
    """People and places of so many stories that they tie none."""
    most = max(rules.omnipresent_least, rules.omnipresent * len(known))
    return frozenset(key for key, number in known.told.items() if number > most)


def _reason(
    earlier: Affair, later: Affair, likeness: float, everywhere: frozenset[str], printed: Printed, rules: Rules
) -> tuple[str, str] | None:
    """Why two that are alike are of one affair, in plain words, and whom and what it is about; None if they are not."""
    people = [
        person if person.role else earlier.people[key]
        for key, person in later.people.items()
        if key not in everywhere and key in earlier.people and same_role(person, earlier.people[key])
    ]
    places = [key for key in later.places if key in earlier.places]
    travellers = [person for person in people if person.country]
    for person in travellers:
        away = [key for key in places if key not in everywhere and later.places[key] != person.country]
        if away:
            return f"{_called(person)} in {_place(away[0])} in both", f"{person.name} in {_place(away[0])}"
    if likeness < rules.thread_half_told:
        return None
    half_told = {key: later.places[key] for key in later.places if key in earlier.named}
    half_told |= {key: earlier.places[key] for key in earlier.places if key in later.named}
    for person in travellers:
        told = [key for key, country in half_told.items() if key not in everywhere and country != person.country]
        if told:
            return f"{_called(person)} and {_place(told[0])} in both", f"{person.name} and {_place(told[0])}"
    towns = [key for key in places if key not in everywhere and not key.startswith("country:")]
    if people and towns:
        who, where = people[0], _place(towns[0])
        return f"{_called(who)} in {where} in both", f"{who.name} in {where}"
    if earlier.story.genre == later.story.genre == "opinion":
        return None  # columns of a week share the names of the week
    return _same_names(earlier, later, printed, rules) if any(key in earlier.places for key in later.places) else None


def _same_names(earlier: Affair, later: Affair, printed: Printed, rules: Rules) -> tuple[str, str] | None:
    shared = [term for term in later.names if term in earlier.names]
    if len(shared) < rules.thread_shared_names or dot(earlier.names, later.names) < rules.thread_names:
        return None
    shared = [term for term in shared if term in printed()]
    if len(shared) >= rules.thread_shared_names:
        shared.sort(key=lambda term: (-later.names[term] * earlier.names[term], term))
        names = ", ".join(_longest([printed()[term] for term in shared])[:3])
        return f"the same names in both: {names}", names
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


def _shared_people(members: Sequence[Affair]) -> tuple[Person, ...]:
    held: Counter[str] = Counter()
    latest: dict[str, Person] = {}
    for member in members:
        for key, person in member.people.items():
            held[key] += 1
            latest[key] = person
    shared = [key for key, number in held.items() if number > 1]
    return tuple(latest[key] for key in sorted(shared, key=lambda key: (-held[key], list(latest).index(key))))


def _title(members: Sequence[Affair], subjects: Sequence[str | None]) -> str:
    """Whom and what most of the ties are about, the latest among equals; where none says, the latest headline."""
    told = [subject for subject in reversed(subjects) if subject]
    if told:
        return max(Counter(told).items(), key=lambda item: item[1])[0]
    for member in reversed(members):
        if member.story.headline:
            return member.story.headline
    people = _shared_people(members)
    first = members[0].earliest or date.max
    return str(people[0].name) if people else f"Story of {first.isoformat()}"
