"""Stories of one affair over months become threads; every tie says why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from wiredesk.annotate import annotate
from wiredesk.kit.ids import mint
from wiredesk.stories.readings import Readings
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.affairs import Affair, Affairs, names_in
from wiredesk.stories.tying.comparing import Comparing
from wiredesk.stories.tying.encounters import Encounters
from wiredesk.stories.tying.nearest import Counted, Nearest
from wiredesk.stories.tying.pair import Found
from wiredesk.stories.tying.references import looks_back
from wiredesk.stories.tying.titles import title
from wiredesk.stories.wording.weigh import Vector, heaviest
from wiredesk.types import Annotations, Article, Event, Person, Story, Thread, Tie


class _Tied(NamedTuple):
    stories: tuple[str, str]
    found: Found


def tie(
    stories: Sequence[Story],
    articles: Mapping[str, Article] | Iterable[Article],
    annotations: Mapping[str, Annotations] | None = None,
    rules: Rules | None = None,
    readings: Readings | None = None,
    events: Sequence[Event] = (),
) -> list[Thread]:
    """The threads of some stories: of two stories or more each, a story in one thread at most.

    `articles`: theirs, by id or listed; `annotations` are made here when None; `readings`: those that `group` was
    given; `events`: those that the ledger has of the articles. Threads and the stories in them are in order of time;
    the order of the input does not matter. Each story is compared with a bounded number of earlier ones, however many
    there are.
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
    nearest = Nearest(rules)
    asked: list[tuple[str, ...]] = []
    for affair, vector in known:
        nearest.note(_known_by(affair, vector, rules.thread_known_by), vector)
        asked.append(_known_by(affair, vector, rules.thread_asked))
    nearest.settle()
    everywhere = _Everywhere(known.told, max(rules.omnipresent_least, rules.omnipresent * len(known)))
    met = Encounters(stories, events, readings)
    of_one_event = _earlier_of_one_event(met, known.ids)
    compare = Comparing(readings, everywhere, met, by_id, rules)
    ties: list[_Tied] = []
    thread_of = {id_: id_ for id_ in known.ids}
    for place, keys in enumerate(asked):
        tied: set[str] = set()
        besides = of_one_event.get(place, ())
        near = nearest.before(place, keys, besides)
        later = known[place] if near else None
        # the nearest stories first: one tie leads back to a thread, a second to the same thread adds nothing
        for earlier_place, likeness in near:
            root = _root(thread_of, known.ids[earlier_place])
            if later is None or root in tied:
                continue
            if likeness < rules.thread_likeness and earlier_place not in besides:
                first, last = known.span(earlier_place)
                if not looks_back(later, first, last, rules):
                    continue
            earlier = known[earlier_place]
            found = compare(earlier, later, likeness) if _in_reach(earlier, later, rules) else None
            if found:
                tied.add(root)
                ties.append(_Tied((earlier.story, later.story), found))
        for root in tied:
            thread_of[root] = _root(thread_of, known.ids[place])
    return _threads(known, ties, thread_of, rules)


def _earlier_of_one_event(met: Encounters, ids: Sequence[str]) -> dict[int, tuple[int, ...]]:
    """For the place of a story those of earlier ones that tell of an event of it: of each event the latest."""
    place_of = {id_: place for place, id_ in enumerate(ids)}
    found: defaultdict[int, set[int]] = defaultdict(set)
    for stories in met.of_several():
        for earlier, later in pairwise(sorted(place_of[one] for one in stories)):
            found[later].add(earlier)
    return {later: tuple(sorted(earlier)) for later, earlier in found.items()}


def _known_by(affair: Affair, vector: Vector, names: int) -> tuple[str, ...]:
    """The keys of a story: its people, and its heaviest names."""
    return (*affair.people, *heaviest(names_in(vector), names))


class _Everywhere:
    """People and places of so many stories that they tie none."""

    def __init__(self, told: Counted, most: float) -> None:
        self._told, self._most = told, most

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._told[key] > self._most


def _threads(known: Affairs, ties: Sequence[_Tied], thread_of: Mapping[str, str], rules: Rules) -> list[Thread]:
    together: defaultdict[str, list[int]] = defaultdict(list)
    of_thread: defaultdict[str, list[_Tied]] = defaultdict(list)
    for one in ties:
        of_thread[_root(thread_of, one.stories[0])].append(one)
    for place, id_ in enumerate(known.ids):
        root = _root(thread_of, id_)
        if root in of_thread:
            together[root].append(place)
    threads = []
    for root, places in together.items():
        members = [known[place] for place in places]
        people = _shared_people(members)
        threads.append(
            Thread(
                id=mint("t", members[0].story),
                title=title(members, [one.found for one in of_thread[root]], people, rules),
                stories=tuple(member.story for member in members),
                people=people,
                ties=tuple(Tie(stories=one.stories, reason=one.found.reason) for one in of_thread[root]),
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


def _shared_people(members: Sequence[Affair]) -> tuple[Person, ...]:
    held: Counter[str] = Counter()
    latest: dict[str, Person] = {}
    for member in members:
        for key, person in member.people.items():
            if not (person.role or person.country):
                continue
            held[key] += 1
            latest[key] = person
    order = {key: place for place, key in enumerate(latest)}
    shared = [key for key, number in held.items() if number > 1]
    return tuple(latest[key] for key in sorted(shared, key=lambda key: (-held[key], order[key])))
