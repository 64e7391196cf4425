"""Who went where: the visits of a month, their journeys, and the map that shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.html_check import CheckedPage
from tests.publish.sample_site import VISIT
from tests.publish.whole_site import whole_site

from wiredesk.publish import SiteData, render
from wiredesk.publish.addresses import event_path
from wiredesk.publish.atlas import capitals, countries
from wiredesk.publish.map_paths import line, outline
from wiredesk.publish.map_shapes import Shapes, map_shapes
from wiredesk.publish.visits import course, journeys, months_of, shown_month, visits_by_month
from wiredesk.types import Event, EventStatus, EventType, Person

_CODES = sorted(capitals())


def trip(
    key: str,
    home: str | None,
    *ends: str,
    when: str | None = "2031-05-06",
    status: EventStatus = "completed",
    kind: EventType = "visit",
) -> Event:
    """A visit of somebody from `home`."""
    who = Person(name=f"Envoy {key}", role="Minister", country=home)
    return replace(
        VISIT, id=key, type=kind, status=status, principals=(who,), destination=ends, when=when, story=None,
        counterparts=(), place=None, history=(),
    )  # fmt: skip


def site_of(*events: Event) -> SiteData:
    return replace(whole_site(), events={str(one.id): one for one in events})


def shown(data: SiteData, path: str) -> str:
    page = render(data, path)
    assert isinstance(page, bytes), path
    return page.decode()


def shapes_of(routes: Sequence[tuple[str | None, str]], *sizes: tuple[int, int]) -> Shapes | None:
    return map_shapes(tuple(routes), sizes)


def drawings(html: str) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(one) for one in re.findall(r'<svg[^>]* role="img".*?</svg>', html, re.DOTALL)]


@pytest.mark.parametrize(
    ("when", "months"),
    [
        ("2031-05-06", ("2031-05",)),
        ("2031-05-30/2031-06-02", ("2031-05", "2031-06")),
        ("2031-12/2032-01", ("2031-12", "2032-01")),
        ("2031-05-06/", ("2031-05",)),
        ("/2031-05-06", ("2031-05",)),
        ("2031-05", ("2031-05",)),
        ("2031", ()),
        ("2031-21", ()),
        ("2031-05/2032", ()),
        ("not a day", ()),
        (None, ()),
    ],
)
def test_a_visit_is_of_the_months_that_its_time_is_exact_to(when: str | None, months: tuple[str, ...]) -> None:
    assert months_of(when) == months


def test_months_hold_visits_alone_in_the_order_of_their_days() -> None:
    data = site_of(
        trip("e3", "NO", "JP", when="2031-05-09"),
        trip("e1", "NO", "JP", when="2031-05-02"),
        trip("e2", "NO", "JP", kind="meeting"),
        trip("e4", "NO", "JP", when="2030"),
        trip("e5", "NO", "JP", when="2031-04"),
    )
    found = visits_by_month(data)
    assert {month: [key for key, _ in pairs] for month, pairs in found.items()} == {
        "2031-05": ["e1", "e3"],
        "2031-04": ["e5"],
    }
    assert shown_month(found, date(2031, 4, 20)) == "2031-04"
    assert shown_month(found, date(2031, 7, 1)) == "2031-05"
    assert shown_month(found, date(2030, 1, 1)) == "2031-04"
    assert shown_month({}, date(2030, 1, 1)) is None


def test_a_journey_leads_from_each_country_that_sends_somebody_to_each_that_is_visited() -> None:
    two = replace(
        trip("e1", "NO", "JP", "KR"),
        principals=(*VISIT.principals, Person(name="B", country="SE"), Person(name="C", country="SE")),
    )
    ways = [(one.start, one.end) for one in journeys((("e1", two),))]
    assert ways == [("NO", "JP"), ("SE", "JP"), ("NO", "KR"), ("SE", "KR")]
    nobody = journeys((("e2", trip("e2", None, "JP")),))
    assert [(one.start, one.end) for one in nobody] == [(None, "JP")]
    assert journeys((("e3", trip("e3", "JP", "JP")),)) == (), "who stays at home draws no line"


def test_what_was_put_off_to_new_days_is_ahead_again() -> None:
    off = trip("e1", "NO", "JP", status="postponed")
    assert (course(off), course(replace(off, rescheduled=True))) == ("off", "ahead")
    assert course(trip("e2", "NO", "JP", status="underway")) == "done"


def test_the_map_links_each_line_to_its_event_and_the_table_has_the_same() -> None:
    data = site_of(
        trip("e1", "NO", "JP", "KR"),
        trip("e2", "CL", "NZ", status="announced"),
        trip("e3", "PL", "DE", status="cancelled"),
        trip("e4", None, "SG"),
    )
    html = shown(data, "/visits/2031-05")
    page = CheckedPage(html)
    assert page.errors == []
    maps = drawings(html)
    assert [one.get("class") for one in maps] == ["map wide", "map narrow"]
    wide, narrow = maps
    links = list(wide.iter("a"))
    assert {one.get("href") for one in links} == {f"..{event_path(key)}" for key in data.events}
    assert all(one.get("tabindex") == "-1" for one in links), "keys go through the table"
    lines = [one.get("class", "") for one in wide.iter("use") if one.get("class", "").startswith("way")]
    assert sorted(lines) == ["way ahead", "way done", "way done", "way off"]
    assert "Envoy e1: visit to Japan and South Korea, from Norway, 6 May 2031: took place" in {
        one.text for one in wide.iter("title")
    }
    assert [one.get("href") for one in narrow.iter("use")] == ["#month"], "the same, at its own scale"
    for drawn in maps:
        labels = {one.text for one in drawn.iter("text")}
        assert {"Japan", "Norway", "New Zealand", "Chile", "Singapore"} <= labels
        assert f'id="{drawn.get("aria-describedby")}"' in html
    rows = re.findall(r"<tr>.*?</tr>", html[html.index("<tbody>") :], re.DOTALL)
    assert (
        len(rows) == 4
        and all("#evidence" in row for row in rows)
        and all(f'href="..{event_path(f"e{n}")}"' in row for n, row in enumerate(rows, start=1))
    )
    assert "not on the map" not in page.text


def test_a_visit_to_nowhere_known_stands_in_the_table_and_not_on_the_map() -> None:
    page = CheckedPage(shown(site_of(trip("e1", "NO")), "/visits"))
    assert "Country not known" in page.text and "not on the map" in page.text
    assert drawings(shown(site_of(trip("e1", "NO")), "/visits")) == []


def test_there_is_a_page_for_each_month_and_none_without() -> None:
    data = site_of(trip("e1", "NO", "JP"), trip("e2", "NO", "JP", when="2031-03-01"))
    assert "Visits, March 2031" in shown(data, "/visits/2031-03")
    assert render(data, "/visits/2031-04") is None
    assert "Visits, May 2031" in shown(data, "/visits")
    empty = CheckedPage(shown(replace(data, events={}), "/visits"))
    assert "No report at the desk tells of a visit whose month is known" in empty.text and empty.errors == []


def test_the_same_visits_draw_the_same_bytes() -> None:
    data = site_of(trip("e1", "US", "VN"), trip("e2", "US", "VN"), trip("e3", "VN", "US"))
    first = shown(data, "/visits/2031-05")
    assert first == shown(replace(data, events=dict(reversed(list(data.events.items())))), "/visits/2031-05")


def test_journeys_between_the_same_two_countries_lie_beside_each_other() -> None:
    shapes = shapes_of([("NO", "JP"), ("NO", "JP"), ("JP", "NO")], (720, 360))
    assert shapes is not None and len(set(shapes.lines)) == 3


def test_a_line_never_runs_over_a_pole() -> None:
    shapes = shapes_of([("US", "VN"), (None, "SJ")], (720, 360))  # the shortest way lies north of Svalbard's capital
    assert shapes is not None and shapes.lines[0]
    y = highest = 1e9
    for kind, down in re.findall(r"([Ml])-?[\d.]*?,?(-?\d*\.?\d+)(?=[Mlz]|$)", shapes.lines[0]):
        y = float(down) if kind == "M" else y + float(down)
        highest = min(highest, y)
    assert 0 < shapes.views[0].points["SJ"][1] < highest < shapes.views[0].points["US"][1]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.one_of(st.none(), st.sampled_from(_CODES)), st.sampled_from(_CODES)), max_size=12))
def test_any_journeys_can_be_drawn_within_the_frame(routes: list[tuple[str | None, str]]) -> None:
    sizes = (720, 360), (360, 270)
    shapes = shapes_of(routes, *sizes)
    assert (shapes is None) == (not routes)
    if shapes is not None:
        assert [line is not None for line in shapes.lines] == [a is not None and a != b for a, b in routes]
        for (width, height), view in zip(sizes, shapes.views, strict=True):
            assert all(-1 <= x <= width + 1 and -1 <= y <= height + 1 for x, y in view.points.values())
            for code, (x, y) in shapes.views[0].points.items():  # the shapes of the first lie under the other's places
                there = x * view.scale + view.x, y * view.scale + view.y
                assert there == pytest.approx(view.points[code], abs=0.2)


def test_an_outline_keeps_its_form_in_whole_steps_and_loses_what_nobody_sees() -> None:
    assert outline("M1,2L8.4,1L8.6,1.2L9.26,8Z") == "M1,2l8-1 0,7z", "whole pixels, a point left out"
    assert outline("M1,1L1.2,1L1,1.2ZM5,5L7,5L7,7Z") == "M5,5l2,0 0,2z", "an island of a fifth of a pixel"
    assert outline("M0,0L10,0L20,5L30,10L40,0") == "M0,0l10,0 20,10 10-10", "only where it bends"
    assert outline("M1,1L5,1L5.5,1") == "M1,1l5,0", "a border reaches its end"
    assert outline("M1,1L1,1") == outline("") == ""
    assert line("M1.04,2L4.26,1L4.26,1L9,-8.44") == "M1,2l3.3-1l4.7-9.4"


def test_a_month_of_visits_all_over_the_world_stays_light() -> None:
    ends = ("JP", "AU", "CL", "CA", "ZA", "IN", "NO", "ID", "EG", "MX")
    homes = ("NZ", "AR", "SE", "KR", "US", "KE", "BR", "VN", "PT", "PH")
    html = shown(site_of(*(trip(f"e{n}", homes[n % 10], ends[n // 2]) for n in range(20))), "/visits/2031-05")
    assert len(drawings(html)) == 2
    assert len(html.encode()) < 60_000


def test_a_country_without_a_capital_at_hand_draws_nothing() -> None:
    assert shapes_of([(None, "AQ"), ("ZZ", "AQ")], (360, 270)) is None
    beside = shapes_of([("ZZ", "NO"), ("NO", "SE")], (360, 270))
    assert beside is not None and beside.lines[0] is None and beside.lines[1]


def test_the_atlas_knows_the_countries_by_their_codes() -> None:
    shapes = countries()["objects"]["countries"]["geometries"]
    codes = [one["id"] for one in shapes if "id" in one]
    assert len(codes) == len(set(codes)) > 170
    assert set(codes) <= set(capitals()) | {"TF"}
    assert {"NO", "XK", "TW", "PS", "SG", "VA"} <= set(capitals())
    assert all(-180 <= east <= 180 and -90 <= north <= 90 for east, north in capitals().values())
