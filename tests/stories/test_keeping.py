"""Threads tied with what earlier calls kept are those tied anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.annotate import annotate
from wiredesk.events import find_events
from wiredesk.ledger import merge
from wiredesk.stories import tie
from wiredesk.stories.tying.keeping import Compute
from wiredesk.types import Annotations, Article, Event, Published, Story, Thread

TOLD = """
2031-03-03 | Kestrel Line drivers strike in Tarnby
TARNBY, Denmark — Drivers of Kestrel Line stopped work in Tarnby on Monday over split shifts, their union
Vognmand said.

2031-03-04 | Second day without trams in Tarnby
TARNBY, Denmark — No tram of Kestrel Line left the depot in Tarnby on Tuesday. The union Vognmand asks for an
end of split shifts.

2031-04-14 | Kestrel Line gives up split shifts
TARNBY, Denmark — Kestrel Line and the union Vognmand agreed in Tarnby on Monday to end split shifts. A strike
in March had stopped all trams for nine days.

2031-03-05 | Amber fair opens in Tarnby
TARNBY, Denmark — An amber fair opened in Tarnby on Wednesday. Few came, as trams stood still.

2031-05-02 | Norwegian minister to visit Uganda
OSLO — Norwegian Foreign Minister Maren Lindqvist will visit Uganda from May 12 to 14 for talks on fisheries,
her office said on Friday.

2031-05-13 | Lindqvist in Kampala
KAMPALA — Norwegian Foreign Minister Maren Lindqvist met President Samuel Okello-Tum of Uganda on Tuesday to
talk about fisheries.

2031-05-13 | Storm Ottilie nears Lorn
Storm Ottilie neared the coast of Lorn on Tuesday. Schools stay shut.

2031-05-15 | Two drown in Lorn
Two men drowned in Lorn when Storm Ottilie broke a dyke, the mayor said.

- | Who pays for the dyke of Lorn?
The dyke that Storm Ottilie broke in Lorn had been due for repair.

2031-06-30 | Lindqvist thanks Kampala for patrol boats
OSLO — Norwegian Foreign Minister Maren Lindqvist praised Uganda's patrol of the lake on Monday. She had asked
for it during last month's visit to Kampala.
""".strip().split("\n\n")
"""Articles: the day or none and the headline in a line, then the text."""


class Remembered:
    """Keeps values as long as their digests are the same, and counts what had to be computed."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, tuple[bytes, bytes]]] = {}
        self.computed = 0

    def of_all(self, kind: str, wanted: Mapping[str, bytes], compute: Compute) -> dict[str, bytes]:
        known = self._kept.get(kind, {})
        kept = {name: known[name] for name, of in wanted.items() if name in known and known[name][0] == of}
        for name, data in compute([name for name in wanted if name not in kept]):
            kept[name] = wanted[name], data
            self.computed += kind != "terms of days"
        self._kept[kind] = kept
        return {name: data for name, (_, data) in kept.items()}


@cache
def articles() -> tuple[Article, ...]:
    return tuple(
        Article(
            id=f"a{number}",
            outlet="Herald",
            headline=top.partition(" | ")[2],
            body=(" ".join(lines),),
            published=Published(value=None if top.startswith("-") else date.fromisoformat(top.partition(" | ")[0])),
        )
        for number, (top, *lines) in enumerate(told.splitlines() for told in TOLD)
    )


@cache
def read(number: int) -> tuple[Annotations, tuple[Event, ...]]:
    seen = annotate(articles()[number])
    return seen, tuple(find_events(articles()[number], seen))


def tied(groups: Sequence[Sequence[int]], keeping: Remembered | None) -> list[Thread]:
    """Threads of stories, each given by the numbers of its articles."""
    numbers = [number for group in groups for number in group]
    known = {articles()[number].id: articles()[number] for number in numbers}
    seen = {articles()[number].id: read(number)[0] for number in numbers}
    stories = [
        Story(
            id=f"s{group[0]}",
            headline=articles()[group[0]].headline,
            articles=tuple(articles()[one].id for one in group),
        )
        for group in groups
    ]
    told = [(articles()[number].id, event) for number in numbers for event in read(number)[1]]
    events = merge(told, known, [], stories)
    return tie(stories, known, seen, events=events, keeping=keeping)


@st.composite
def grouped(draw: st.DrawFn) -> list[list[int]]:
    """Some of the articles, in stories."""
    numbers = draw(st.lists(st.integers(0, len(TOLD) - 1), min_size=1, unique=True))
    groups: list[list[int]] = []
    for number in numbers:
        if groups and draw(st.integers(0, 4)) == 0:
            groups[draw(st.integers(0, len(groups) - 1))].append(number)
        else:
            groups.append([number])
    return groups


@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.lists(grouped(), min_size=2, max_size=5))
def test_what_earlier_calls_kept_changes_nothing(calls: list[list[list[int]]]) -> None:
    keeping = Remembered()
    for groups in calls:
        assert tied(groups, keeping) == tied(groups, None)


def test_a_later_story_is_all_that_is_worked_out() -> None:
    keeping = Remembered()
    before = [[0, 1], [3], [4], [6]]
    tied(before, keeping)
    keeping.computed = 0
    tied(before, keeping)
    assert keeping.computed == 0
    threads = tied([*before, [7]], keeping)
    assert keeping.computed == 2  # its affair, and the stories before it that it may be of
    assert [thread.stories for thread in threads] == [("s6", "s7")]


def test_an_earlier_story_that_changes_lets_those_of_days_before_be() -> None:
    keeping = Remembered()
    tied([[0, 1], [3], [4], [6]], keeping)
    keeping.computed = 0
    tied([[0, 1], [3], [4, 5], [6]], keeping)
    assert keeping.computed == 4  # of the changed story and the one after it
