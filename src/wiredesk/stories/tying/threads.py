"""Stories of one affair over months become threads; every tie says why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

import msgspec

from wiredesk.annotate import annotate
from wiredesk.kit.ids import mint
from wiredesk.stories.readings import Readings
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.affairs import Affair
from wiredesk.stories.tying.comparing import Comparing
from wiredesk.stories.tying.daily import Counted
from wiredesk.stories.tying.drawn import Stories
from wiredesk.stories.tying.encounters import Encounters
from wiredesk.stories.tying.keeping import Anew, Keeping
from wiredesk.stories.tying.pair import Found
from wiredesk.stories.tying.references import looks_back
from wiredesk.stories.tying.titles import title
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
    events: Iterable[Event] = (),
    keeping: Keeping | None = None,
) -> list[Thread]:
    """The threads of some stories: of two stories or more each, a story in one thread at most.

    `articles`: theirs, by id or listed; `annotations` are made here when None; `readings`: those that `group` was
    given; `events`: those that the ledger has of the articles; `keeping`: what keeps the work of earlier calls, which
    changes nothing of what comes out: a story is weighed, and looked for, among those of its day and before. Threads
    and the stories in them are in order of time; the order of the input does not matter. Each story is compared with a
    bounded number of earlier ones, however many there are.
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
    known = Stories(stories, readings, rules, keeping or Anew(), stamps=keeping is not None)
    likely = _likely(known, rules, keeping or Anew())
    told = Counted()
    met = Encounters(stories, events, readings)
    of_one_event = _earlier_of_one_event(met, known.ids)
    compare = Comparing(readings, met, by_id, rules)
    ties: list[_Tied] = []
    thread_of = {id_: id_ for id_ in known.ids}
    for place, id_ in enumerate(known.ids):
        known.count(told, place)
        everywhere = _Everywhere(told, max(rules.omnipresent_least, rules.omnipresent * (place + 1)))
        tied: set[str] = set()
        own = known[place]
        # the nearest stories first: one tie leads back to a thread, a second to the same thread adds nothing
        for earlier_place, likeness in _with(likely(id_), of_one_event.get(place, ()), known, place, rules):
            root = _root(thread_of, known.ids[earlier_place])
            if root in tied:
                continue
            earlier = known[earlier_place]
            found = compare(earlier, own, likeness, everywhere)
            if found:
                tied.add(root)
                ties.append(_Tied((earlier.story, id_), found))
        for root in tied:
            thread_of[root] = _root(thread_of, id_)
    return _threads(known, ties, thread_of, rules)


_Likely = list[tuple[int, float]]


def _likely(known: Stories, rules: Rules, keeping: Keeping) -> Callable[[str], _Likely]:
    """For the id of a story the places of earlier ones that may be of its affair, each with the likeness of the two,
    the latest first. A story and those before it are all that goes into that."""
    place_of = {id_: place for place, id_ in enumerate(known.ids)}

    def compute(names: list[str]) -> Iterator[tuple[str, bytes]]:
        for name in names:
            place = place_of[name]
            own = known[place]
            found = [
                (known.ids[earlier], likeness)
                for earlier, likeness in known.before(place)
                if _in_reach(known, earlier, place, rules)
                and (likeness >= rules.thread_likeness or looks_back(own, *known.span(earlier), rules))
            ]
            yield name, msgspec.msgpack.encode(found)

    values = keeping.of_all("likely", known.digests(), compute)

    def likely(name: str) -> _Likely:
        found = msgspec.msgpack.decode(values[name], type=list[tuple[str, float]])
        return [(place_of[earlier], likeness) for earlier, likeness in found]

    return likely


def _with(likely: _Likely, besides: Sequence[int], known: Stories, place: int, rules: Rules) -> _Likely:
    """The stories that one is compared with: the likely ones, and those that tell of an event of it."""
    there = {earlier for earlier, _ in likely}
    more = [earlier for earlier in besides if earlier not in there and _in_reach(known, earlier, place, rules)]
    return sorted([*likely, *known.nearest.likenesses(place, more)], reverse=True) if more else likely


def _earlier_of_one_event(met: Encounters, ids: Sequence[str]) -> dict[int, tuple[int, ...]]:
    """For the place of a story those of earlier ones that tell of an event of it: of each event the latest."""
    place_of = {id_: place for place, id_ in enumerate(ids)}
    found: defaultdict[int, set[int]] = defaultdict(set)
    for stories in met.of_several():
        for earlier, later in pairwise(sorted(place_of[one] for one in stories)):
            found[later].add(earlier)
    return {later: tuple(sorted(earlier)) for later, earlier in found.items()}


class _Everywhere:
    """People and places of so many stories that they tie none."""

    def __init__(self, told: Counted, most: float) -> None:
        self._told, self._most = told, most

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._told[key] > self._most


def _threads(known: Stories, ties: Sequence[_Tied], thread_of: Mapping[str, str], rules: Rules) -> list[Thread]:
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


def _in_reach(known: Stories, earlier: int, later: int, rules: Rules) -> bool:
    end, begin = known.span(earlier)[1], known.span(later)[0]
    return end is None or begin is None or begin - end <= timedelta(days=rules.thread_days)


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
