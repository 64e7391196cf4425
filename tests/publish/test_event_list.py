"""The list of events, as a reader narrows it down: served by the desk itself, in a folder by a script."""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import re
from dataclasses import replace

import pytest
from tests.publish.event_desk import event_desk
from tests.publish.html_check import CheckedPage
from tests.publish.sample_site import MARROW, VISIT
from tests.publish.whole_site import whole_site

from wiredesk.publish import SiteData, render
from wiredesk.publish.addresses import person_path
from wiredesk.publish.filters import asked, asking, choices, wanted_events
from wiredesk.publish.paths import page_paths
from wiredesk.publish.rules import EVENTS_PER_PAGE

DESK = event_desk(30)


def page(data: SiteData, path: str, query: dict[str, str] | None = None) -> tuple[str, CheckedPage]:
    made = render(data, path, query)
    assert isinstance(made, bytes), path
    checked = CheckedPage(made.decode())
    assert checked.errors == [], path
    return made.decode(), checked


def keys(data: SiteData, **wanted: str) -> set[str]:
    return {key for key, _ in wanted_events(data, wanted)}


def test_a_filter_lets_through_what_fits_all_that_is_asked() -> None:
    everything = set(DESK.events)
    assert keys(DESK) == everything
    visits = {key for key, one in DESK.events.items() if one.type == "visit"}
    assert keys(DESK, type="visit") == visits
    assert keys(DESK, type="visit", status="announced") == {
        key for key in visits if DESK.events[key].status == "announced"
    }
    assert keys(DESK, country="NO") == keys(DESK, country="no") > keys(DESK, country="NO", type="call") > set()
    assert keys(DESK, person="ada quill") == keys(DESK, person="Ada") > set()
    assert keys(DESK, person="ødegård") > set()
    assert keys(DESK, type="coronation") == keys(DESK, country="Norway") == keys(DESK, person="Nobody") == set()


def test_days_let_through_what_touches_them_and_nothing_undated() -> None:
    span = {"since": "2031-05-01", "until": "2031-05-20"}
    found = keys(DESK, **span)
    assert found and all(DESK.events[key].when for key in found)
    assert found == keys(DESK, since=span["since"]) & keys(DESK, until=span["until"])
    month = next(key for key, one in DESK.events.items() if one.when == "2031-05")
    assert month in keys(DESK, since="2031-05-31") and month in keys(DESK, until="2031-05-01")
    for nonsense in ("tomorrow", "2031-02-30", "2031-W20-1", "20310501"):
        assert keys(DESK, since=nonsense) == keys(DESK, until=nonsense) == set()


def test_a_form_offers_what_the_events_have() -> None:
    offered = choices(DESK)
    assert offered.people == ("Ada Quill", "Björn Ødegård", "Chidi O’Mara", "Dorothea van den Berg")
    assert [code for code, _ in offered.countries] == ["BA", "FR", "JP", "KE", "NO"], "by their names"
    assert [kind for kind, _ in offered.kinds] == ["visit", "meeting", "call"]
    assert {status for status, _ in offered.statuses} == {one.status for one in DESK.events.values()}


def test_a_person_is_found_by_the_name_that_the_desk_has_whatever_an_event_prints() -> None:
    event = replace(VISIT, id="e1", principals=(replace(MARROW, name="Marrow"),), counterparts=())
    data = replace(whole_site(), events={"e1": event})
    assert keys(data, person="Teodora Marrow") == keys(data, person="marrow") == {"e1"}
    assert choices(data).people == ("Teodora Marrow",)


def test_a_query_that_is_not_about_events_asks_for_nothing() -> None:
    assert asked({"q": "x", "person": "  ", "type": " visit "}) == {"type": "visit"}
    assert asking(person="Ødegård & Sons") == "?person=%C3%98deg%C3%A5rd+%26+Sons"
    assert asking() == ""


def test_a_served_list_is_filtered_by_the_desk_and_runs_no_script() -> None:
    data = event_desk(30, served=True)
    html, checked = page(data, "/events", {"country": "NO", "type": "call"})
    wanted = keys(data, country="NO", type="call")
    assert set(re.findall(r'<h3><a href="./event/(e\d+)"', html)) == wanted
    assert f"{len(wanted)} of 30 events" in checked.text
    assert checked.scripts == []
    assert '<option value="NO" selected>' in html
    assert "./api/v1/events?country=NO&amp;type=call" in html
    assert '<meta name="robots" content="noindex">' in html, "one list has one address for search engines"
    assert "No event in the ledger fits" in page(data, "/events", {"person": "Nobody"})[1].text


def test_a_query_cannot_break_out_of_the_form() -> None:
    html, checked = page(event_desk(3, served=True), "/events", {"person": '"><script>alert(1)</script>'})
    assert "<script>alert" not in html and checked.scripts == []


def test_in_a_folder_the_form_waits_for_its_script_which_the_policy_names() -> None:
    html, checked = page(DESK, "/events")
    assert '<form class="filter" method="get"' in html and " hidden aria-label" in html
    (script,) = checked.scripts
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src &#39;sha256-{digest}&#39;" in html
    assert len(script) < 2500
    rows = re.findall(r'<li data-kind="(\w+)" data-status="(\w+)" data-people="([^"]*)"', html)
    assert len(rows) == 30 and ("meeting", "announced", "björn ødegård|chidi o’mara") in rows
    assert "script-src" not in page(DESK, "/calendar")[0]


def test_without_script_the_list_is_whole_and_grouped_by_month() -> None:
    html, checked = page(DESK, "/events")
    months = re.findall(r"<section data-month>\s*<h2>([^<]*)</h2>", html)
    assert len(months) == len(set(months)) > 3 and months[-1] == "Day not known"
    assert checked.text.count("The sentence that says so") == 30


def test_more_events_than_a_page_holds_have_a_page_of_lines_to_filter() -> None:
    data = event_desk(EVENTS_PER_PAGE + 30)
    html, checked = page(data, "/events")
    assert checked.scripts == [] and "./events/all" in html
    lines, listed = page(data, "/events/all")
    assert len(re.findall(r"<tr data-kind", lines)) == len(data.events) and len(listed.scripts) == 1
    assert render(DESK, "/events/all") is not None, "it leads to the list, which holds all"
    assert "/events/all" in page_paths(data) and "/events/all" not in page_paths(DESK)


def test_a_served_filter_looks_through_all_events_not_only_the_newest() -> None:
    data = event_desk(EVENTS_PER_PAGE + 60, served=True)
    oldest = data.events_by_day[-40][1]
    wanted = {"since": "1900-01-01", "until": str(oldest.when)[:10]}
    html, _ = page(data, "/events", wanted)
    assert f"{len(keys(data, **wanted))} of {len(data.events)} events" in html


def test_people_and_countries_lead_to_their_part_of_the_list(whole: SiteData) -> None:
    html, _ = page(whole, "/country/NO")
    assert 'href="../events?country=NO"' in html
    person = next(iter(whole.people.values()))
    assert f'href="../events?person={person.name.replace(" ", "+")}"' in page(whole, person_path(person))[0]


# ---------------------------------------------------------------------------------------------- to take along


def test_all_events_can_be_taken_along_as_lines(whole: SiteData) -> None:
    made = render(whole, "/events/events.jsonl")
    assert isinstance(made, bytes)
    records = [json.loads(line) for line in made.splitlines()]
    assert [one["id"] for one in records] == [key for key, _ in whole.events_by_day]
    assert render(whole, "/events/2031-05/events.jsonl") is None


def test_all_events_can_be_taken_along_as_a_table(whole: SiteData) -> None:
    made = render(whole, "/events/events.csv")
    assert isinstance(made, bytes)
    rows = list(csv.DictReader(made.decode("utf-8-sig").splitlines()))
    assert [one["event_id"] for one in rows] == [key for key, _ in whole.events_by_day]
    assert {one["type"] for one in rows} == {"visit", "meeting", "call"}
    assert render(whole, "/events/2031-05/events.csv") is None


def test_one_event_can_be_taken_along_with_its_evidence_within_the_cap(whole: SiteData) -> None:
    key = next(iter(whole.events))
    made = render(replace(whole, excerpt_words=5), f"/event/{key}/event.json")
    assert isinstance(made, bytes)
    record = json.loads(made)
    assert record["id"] == key
    assert record["evidence"] and all(len(one["quote"].split()) <= 5 for one in record["evidence"])
    assert render(whole, "/event/enone/event.json") is None


@pytest.mark.parametrize("when", ["2031-05-16", "2031-05-16/2031-05-19", "2031-05"])
def test_one_event_can_be_taken_into_a_calendar(whole: SiteData, when: str) -> None:
    import icalendar

    key, event = next(iter(whole.events.items()))
    data = replace(whole, events={key: replace(event, when=when)})
    made = render(data, f"/event/{key}/event.ics")
    assert isinstance(made, bytes)
    (found,) = icalendar.Calendar.from_ical(made.decode()).walk("VEVENT")
    assert found["uid"] == f"{key}@wiredesk"
    whole_calendar = render(data, "/calendar.ics")
    assert isinstance(whole_calendar, bytes) and found.to_ical(sorted=False) in whole_calendar
    assert f"../event/{key}/event.ics" in page(data, f"/event/{key}")[0]
    assert "Disputed by an editor." in str(found["description"])


def test_an_event_without_a_day_has_no_place_in_a_calendar(whole: SiteData) -> None:
    key, event = next(iter(whole.events.items()))
    data = replace(whole, events={key: replace(event, when="2031")})
    assert render(data, f"/event/{key}/event.ics") is None
    assert "event.ics" not in page(data, f"/event/{key}")[0]
