"""Two captured pages all the way through: a reprint of a wire report on a minister's coming visit, and a newsletter's
undated page on his next trip under a file photo of the first. All people are invented."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from wiredesk.collect import collect_path
from wiredesk.pipeline.decide import decide, undo
from wiredesk.pipeline.read import Reading, read_desk
from wiredesk.pipeline.update import Stage, add, update
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.types import Event, Person

CASES = Path(__file__).parents[1] / "cases" / "extract"
NOW = datetime(2026, 1, 1, tzinfo=UTC)

Facts = tuple[object, ...]
"""Type, status, who, hosts, destination, place, when, announced on."""

COMING: Facts = (
    "visit", "announced", ["Duarte Falcão Beirão PT"], ["Wanjiru Kiplagat-Oduya KE"], ["KE"], None,
    "2017-05-11/2017-05-14", "2017-05-09",
)  # fmt: skip
LAST_MONTH: Facts = ("visit", "completed", ["Tomás Ervedosa PT"], [], ["KE"], "Nairobi", "2017-04", None)
TWO_YEARS_BEFORE: Facts = (
    "visit", "completed", ["Josphat Murunga Leting KE"], ["Tomás Ervedosa PT"], ["PT"], "Lisbon", "2015", None,
)  # fmt: skip
TRIP: Facts = ("visit", "underway", ["Duarte Falcão Beirão PT"], [], ["KE", "SC"], None, None, None)
PHOTO: Facts = (
    "meeting", "completed",
    ["Duarte Falcão Beirão PT", "Josphat Murunga Leting KE", "Wanjiru Kiplagat-Oduya KE"], [],
    ["KE"], "State House", "2017-05-11", None,
)  # fmt: skip
DATED_TRIP: Facts = (*TRIP[:6], "2017-09-03/2017-09-07", None)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "desk") as store:
        for name in ("twin-visit", "twin-trip"):
            add(store, collect_path(CASES / name / "page.txt"), NOW)
        update(store, Settings(), NOW)
        yield store


def people(persons: tuple[Person, ...]) -> list[str]:
    return [f"{person.name} {person.country}" for person in persons]


def facts(event: Event) -> Facts:
    who, hosts = people(event.principals), people(event.counterparts)
    told = (event.type, event.status, who, hosts, list(event.destination), event.place, event.when)
    return (*told, event.announced_on)


def ledger(store: Store) -> list[Facts]:
    return sorted(map(facts, read_desk(store).groups.events.values()), key=str)


def trip_of(reading: Reading) -> str:
    return next(article.id for article in reading.articles.values() if article.day is None)


def test_the_ledger_holds_five_events_and_no_other(desk: Store) -> None:
    assert ledger(desk) == sorted([COMING, LAST_MONTH, TWO_YEARS_BEFORE, TRIP, PHOTO], key=str)


def test_each_field_of_each_event_is_cited_word_for_word(desk: Store) -> None:
    reading = read_desk(desk)
    fields = ("type", "status", "principals", "counterparts", "destination", "place", "when", "announced_on")
    for event in reading.groups.events.values():
        for cited in event.evidence:
            assert reading.articles[cited.article].part(cited.part)[cited.start : cited.end] == cited.quote
        supported = {name for cited in event.evidence for name in cited.fields}
        assert {name for name in fields if getattr(event, name)} <= supported


def test_they_are_two_stories_of_one_thread_with_its_reason(desk: Store) -> None:
    groups = read_desk(desk).groups
    assert len(groups.stories) == 2
    (thread,) = groups.threads.values()
    assert set(thread.stories) == set(groups.stories)
    (one,) = thread.ties
    minister = "Defense Minister Duarte Falcão Beirão of Portugal"
    assert one.reason == f"Two visits of {minister}: to Kenya from 11 to 14 May 2017, to Kenya and Seychelles"


def test_a_day_that_an_editor_gives_dates_the_trip_survives_a_rebuild_and_can_be_taken_back(desk: Store) -> None:
    before = read_desk(desk).groups
    decide(desk, "date", [trip_of(read_desk(desk))], "2017-09-03", "editor", NOW)
    update(desk, Settings(), NOW)
    dated = sorted([COMING, LAST_MONTH, TWO_YEARS_BEFORE, DATED_TRIP, PHOTO], key=str)
    assert ledger(desk) == dated
    update(desk, Settings(), NOW, rebuild_from="extract")
    assert ledger(desk) == dated
    undo(desk, None, NOW)
    update(desk, Settings(), NOW)
    assert read_desk(desk).groups == before


def test_a_decision_on_stories_survives_a_rebuild(desk: Store) -> None:
    reading = read_desk(desk)
    first, second = sorted(reading.groups.stories.values(), key=lambda story: story.first or date.max)
    decide(desk, "merge", [first.articles[0], second.articles[0]], None, "editor", NOW)
    decide(desk, "retitle", list(first.articles), "Beirão goes to Kenya, twice", "editor", NOW)
    stages: tuple[Stage | None, ...] = (None, "group", "extract")
    for rebuild in stages:
        update(desk, Settings(), NOW, rebuild_from=rebuild)
        (story,) = read_desk(desk).groups.stories.values()
        assert sorted(story.articles) == sorted([*first.articles, *second.articles])
        assert story.headline == "Beirão goes to Kenya, twice"
        assert story.id == first.id
        assert read_desk(desk).redirects[second.id] == first.id
    undo(desk, None, NOW)
    undo(desk, None, NOW)
    update(desk, Settings(), NOW)
    assert set(read_desk(desk).groups.stories) == {first.id, second.id}
