"""The pages of a busy desk: four hundred events and three hundred stories of one country and section."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.publish.event_desk import event_desk
from tests.publish.html_check import CheckedPage
from tests.publish.sample_site import VISIT

from wiredesk.kit.ids import mint
from wiredesk.publish import SiteData, render
from wiredesk.publish.addresses import person_path
from wiredesk.publish.rules import CALENDAR_MARKS, EVENTS_BESIDE


@pytest.fixture(scope="module")
def busy() -> SiteData:
    data = event_desk(400)
    story = replace(data.stories[VISIT.story or ""], section="politics")
    ids = [mint("s", f"busy {number}") for number in range(300)]
    return replace(data, stories={**data.stories, **{key: replace(story, id=key) for key in ids}})


def shown(data: SiteData, path: str) -> str:
    made = render(data, path)
    assert isinstance(made, bytes), path
    assert len(made) < 100_000, path
    page = CheckedPage(made.decode())
    assert page.errors == []
    return page.text


@pytest.mark.parametrize("path", ["/", "/section/politics", "/latest", "/archive", "/events", "/story", "/outlet"])
def test_every_page_stays_light(busy: SiteData, path: str) -> None:
    shown(busy, path)


def test_a_country_and_a_person_say_how_much_more_there_is_and_where(busy: SiteData) -> None:
    country = shown(busy, "/country/NO")
    assert "262 more, among all stories" in country and "more among all events" in country
    assert country.count("The sentence that says so") == 2 * 5, "of lists of twenty, the first five"
    person = shown(busy, person_path(next(iter(busy.people.values()))))
    assert "more, among all stories" in person


def test_the_calendar_marks_so_many_a_day_and_lists_the_soonest(busy: SiteData) -> None:
    text = shown(busy, "/calendar")
    assert "more, later ones, among all events" in text
    one_day = {
        key: replace(event, when="2031-05-20", status="announced") for key, event in list(busy.events.items())[:9]
    }
    text = shown(replace(busy, events=one_day), "/calendar")
    assert f"{9 - CALENDAR_MARKS} more" in text and len(one_day) < EVENTS_BESIDE
