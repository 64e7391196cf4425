"""The pages of one event, of people and countries: who says otherwise, how it came, whom they met; days ahead."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.publish.html_check import CheckedPage
from tests.publish.sample_site import DAY, ISHII, MARROW, OWN, VISIT, WIRE
from tests.publish.whole_site import NOW, PEOPLE, TOLD_VISIT, whole_site

from wiredesk.publish import SiteData, render
from wiredesk.publish.addresses import Linker, event_path, person_path, story_path
from wiredesk.publish.encounters import countries_met, people_met
from wiredesk.publish.event_quotes import Numbered
from wiredesk.publish.evidence import differences, said_by
from wiredesk.publish.maker import Maker
from wiredesk.publish.month_grid import GridMonth, month_grids
from wiredesk.publish.printed import changed_events
from wiredesk.publish.rules import CALENDAR_MONTHS
from wiredesk.publish.words import event_title, standing, value_words
from wiredesk.types import Event, EventStatus, Person, Ruling


def page(data: SiteData, path: str) -> CheckedPage:
    made = render(data, path)
    assert isinstance(made, bytes), path
    checked = CheckedPage(made.decode())
    assert checked.errors == [], path
    return checked


def told(**changes: object) -> SiteData:
    """The sample with its visit changed."""
    site = whole_site()
    return replace(site, events={**site.events, str(VISIT.id): replace(TOLD_VISIT, **changes)})  # type: ignore[arg-type]


VISIT_PATH = event_path(str(VISIT.id))

# ---------------------------------------------------------------------------------------------- one event


def test_a_field_says_how_many_support_it_and_who_says_otherwise_in_which_words(whole: SiteData) -> None:
    text = page(whole, VISIT_PATH).text
    assert "When 16–19 May 2031 1 of 2 independent reports say so · quote 1 Otherwise: May 2031 in Oslo Kv" in text
    assert "Otherwise: Teodora Marrow, Minister of Coasts in Oslo Kveldsavis · quote" in text
    words = text[text.index("The words of the reports") :]
    assert (
        words.index("visit Japan from May 16 to 19") < words.index("supports: kind") < words.index("leaves for Tokyo")
    )
    assert "says otherwise of: when" in words[words.index("leaves for Tokyo") :]


def test_a_quote_stands_once_with_all_that_it_supports(whole: SiteData) -> None:
    made = page(whole, VISIT_PATH)
    assert "supports: kind, status, who, country, when · tells that it was announced" in made.text
    found = render(whole, VISIT_PATH)
    assert isinstance(found, bytes)
    quotes = [node.text() for node in LexborHTMLParser(found.decode()).css("mark")]
    assert len(quotes) == len(set(quotes)) > 3
    numbers = [one.removeprefix("#") for one in made.links if one.startswith("#quote-")]
    assert numbers and set(numbers) <= set(made.ids)


def test_words_within_a_longer_quote_are_shown_with_it() -> None:
    quote = replace(TOLD_VISIT.evidence[0], fields=("type",))
    part = replace(quote, quote=quote.quote[:20], end=quote.start + 20, fields=("when",))
    found = Numbered(replace(TOLD_VISIT, evidence=(part, quote), otherwise=(), course=()), (part, quote))
    assert found.of_field("type") == found.of_field("when") == (1,)


def test_words_in_other_quotation_marks_are_the_same_quote() -> None:
    quote = replace(TOLD_VISIT.evidence[0], quote="The minister's “visit” is on")
    other = replace(quote, article=OWN.id, quote='The minister’s "visit" is on')
    found = Numbered(replace(TOLD_VISIT, evidence=(quote, other)), (quote, other))
    assert found.of_field("type") == (1,)


def test_words_of_a_report_that_says_otherwise_do_not_speak_for_the_field() -> None:
    assert OWN.id not in {one.article for one in said_by(TOLD_VISIT, (WIRE[0].id,), {"when"})}
    assert {one.article for one in said_by(TOLD_VISIT, (OWN.id,), {"when"})} == {OWN.id}
    assert said_by(TOLD_VISIT, (OWN.id,), {"announced_on"}) == ()


def test_an_event_that_one_report_tells_counts_no_reports() -> None:
    text = page(told(witnesses=1, otherwise=(), course=()), VISIT_PATH).text
    assert "independent reports" not in text[: text.index("The words of the reports")]
    assert "How it came" not in text and "Otherwise" not in text


def test_how_it_came_is_told_turn_by_turn_with_days_and_words(whole: SiteData) -> None:
    text = page(whole, VISIT_PATH).text
    course = text[text.index("How it came") : text.index("What the reports said")]
    assert course.index("Postponed 5 May 2031 for May 2031 Oslo Kveldsavis") < course.index("Announced by 14 May 2031")
    (number,) = re.findall(r"May 2031 Oslo Kveldsavis · quotes? (?:\d, )*(\d)", course)
    words = text[text.index("The words of the reports") :]
    assert "The trip had been put off twice" in words and "tells that it was postponed" in words and int(number) > 1


def test_days_without_an_end_are_told_without_a_second_preposition() -> None:
    course = tuple(replace(turn, when="2031-05-16/") for turn in TOLD_VISIT.course)
    text = page(told(course=course), VISIT_PATH).text
    assert "from 16 May 2031" in text and "for from" not in text


def test_editors_rulings_stand_beside_what_the_reports_say(whole: SiteData) -> None:
    text = page(whole, VISIT_PATH).text
    assert "Disputed by an editor on 14 May 2031 The embassy knows of no such trip." in text
    assert "Place Tokyo quote 3 Set by an editor: Tokyo; the reports say: Nagasaki" in text
    confirmed = page(told(verdict="confirmed", rulings=()), VISIT_PATH).text
    assert "Disputed" not in confirmed
    assert "announced · confirmed by an editor" in page(told(verdict="confirmed", rulings=()), "/events").text


def test_days_that_an_editor_set_are_marked_wherever_they_stand() -> None:
    ruling = Ruling(decision="d8", kind="correct", field="when", value=TOLD_VISIT.when, by="Ada Quill", at=NOW)
    data, bare = told(rulings=(ruling,)), told(rulings=())
    days = "16–19 May 2031 (set by an editor)"
    story = story_path(data.stories[TOLD_VISIT.story or ""])
    for path in (VISIT_PATH, "/events", "/calendar", "/visits/2031-05", "/country/JP", story):
        assert days in page(data, path).text, path
        assert "set by an editor" not in page(bare, path).text, path
    calendar = str(render(data, "/calendar.ics"))
    assert "Its days were set by an editor." in calendar.replace("\\r\\n ", "")
    moved = replace(TOLD_VISIT, rulings=(ruling,), rescheduled=True, status="postponed", history=())
    assert changed_events([moved]) == (f"{event_title(moved)}, moved to {days}",)
    called_off = replace(TOLD_VISIT, rulings=(ruling,), status="cancelled", history=())
    assert changed_events([called_off]) == (f"{event_title(called_off)}, cancelled (16–19 May 2031, set by an editor)",)


def test_reports_that_an_editor_put_with_an_event_or_parted_from_it_are_named() -> None:
    said = Ruling(decision="d7", kind="join", value=(OWN.id,), by="Ada Quill", at=datetime(2031, 5, 14, tzinfo=UTC))
    text = page(told(rulings=(said,)), VISIT_PATH).text
    assert "An editor put with this event what was told as another (Oslo Kveldsavis), 14 May 2031" in text
    assert "Ada Quill" not in text[: text.index("The words of the reports")]
    here = [one for one in TOLD_VISIT.articles if one != OWN.id]
    left = page(told(rulings=(replace(said, kind="part"),), articles=tuple(here)), VISIT_PATH).text
    assert "An editor holds what some tell for another event (Oslo Kveldsavis), 14 May 2031" in left
    came = page(told(rulings=(replace(said, kind="part"),), articles=(OWN.id,)), VISIT_PATH).text
    assert "An editor parted this event from another (Oslo Kveldsavis), 14 May 2031" in came


def test_reports_differ_by_the_ledger_s_claims_where_it_has_told_the_course() -> None:
    first, second = TOLD_VISIT.history
    assert differences(first, TOLD_VISIT) == ("when",) and differences(second, TOLD_VISIT) == ()
    assert differences(first, VISIT) == ("status",), "without a course the page compares itself"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("status", "underway", "under way"),
        ("when", "2031-05-16/2031-05-19", "16–19 May 2031"),
        ("announced_on", "2031-05", "May 2031"),
        ("destination", ("NO", "SE"), "Norway, Sweden"),
        ("destination", "NO", "Norway"),
        ("place", "Tokyo", "Tokyo"),
        ("role", "announced", "announced"),
        ("principals", ("A", "B"), "A, B"),
    ],
)
def test_a_value_is_told_in_a_reader_s_words(name: str, value: str | tuple[str, ...], words: str) -> None:
    assert value_words(name, value) == words


def test_a_call_has_no_country_and_a_meeting_no_hosts() -> None:
    text = page(told(type="call", otherwise=(), rulings=()), VISIT_PATH).text
    facts = text[: text.index("How it came")]
    assert "Country Japan" not in facts and "With Kenzo" not in facts
    text = page(told(type="meeting"), VISIT_PATH).text
    assert "Country Japan" in text and "With Kenzo" not in text


# -------------------------------------------------------------------------------------- people and countries


def test_a_contradiction_is_shown_with_the_words_of_each_side(whole: SiteData) -> None:
    shown = page(whole, person_path(PEOPLE[0]))
    assert (
        "The reports contradict each other. Two people are told to be Defense Minister of Norway on 14 May 2031. "
        "The words of each side (2)" in shown.text
    )


def test_somebody_s_events_are_drawn_on_a_line_each_a_link(whole: SiteData) -> None:
    made = render(whole, person_path(PEOPLE[0]))
    assert isinstance(made, bytes)
    html = made.decode()
    drawing = html[html.index('class="timeline"') :]
    drawing = drawing[: drawing.index("</svg>")]
    assert f'<a href="../event/{VISIT.id}" tabindex="-1">' in drawing and "Visit: Japan, announced" in drawing


def meets(status: EventStatus = "completed", **changes: object) -> Event:
    return replace(VISIT, status=status, otherwise=(), counterparts=(ISHII,), **changes)  # type: ignore[arg-type]


THIRD = Person(name="Live Moe", role="State Secretary", country="NO")


def test_a_visitor_meets_the_hosts_and_not_those_who_travel_along(whole: SiteData) -> None:
    events = (("e1", meets(principals=(MARROW, THIRD))), ("e2", meets("announced", principals=(MARROW,))))
    (met,) = people_met(whole, PEOPLE[0], events)
    assert met.person == ISHII and [key for key, _ in met.events] == ["e1", "e2"]
    hosts = people_met(whole, PEOPLE[1], events)
    assert [one.person and one.person.name for one in hosts] == ["Teodora Marrow", "Live Moe"]


def test_at_a_meeting_all_meet_and_what_is_off_is_none(whole: SiteData) -> None:
    meeting = meets(type="meeting", principals=(MARROW, ISHII, THIRD), id="e1")
    assert [one.country for one in people_met(whole, PEOPLE[0], (("e1", meeting),))] == ["JP", "NO"]
    for off in ("cancelled", "postponed", "denied"):
        assert people_met(whole, PEOPLE[0], (("e1", replace(meeting, status=off)),)) == ()


def test_somebody_without_a_name_is_met_as_an_office(whole: SiteData) -> None:
    nameless = Person(name=None, role="Foreign Minister", country="FR")
    call = meets(type="call", principals=(MARROW, nameless))
    (met,) = people_met(whole, PEOPLE[0], (("e1", call), ("e2", call)))
    assert met.person == nameless and len(met.events) == 2


def test_countries_meet_by_visits_either_way_and_by_talks() -> None:
    visit = meets(principals=(MARROW,), destination=("JP", "KR"))
    talks = meets(type="meeting", principals=(MARROW, ISHII), destination=("SG",))
    pairs = (("e1", visit), ("e2", talks))
    assert [(one.country, len(one.events)) for one in countries_met("NO", pairs)] == [("JP", 2), ("KR", 1)]
    assert [(one.country, len(one.events)) for one in countries_met("JP", pairs)] == [("NO", 2)]
    assert countries_met("SG", pairs) == (), "where others met"


# ------------------------------------------------------------------------------------------------ days ahead


def grids(today: date | None, *whens: str | None) -> tuple[GridMonth, ...]:
    make = Maker(whole_site(), Linker("/calendar"))
    return month_grids(make.events((f"e{n}", meets("announced", when=when)) for n, when in enumerate(whens)), today)


def days(month: GridMonth) -> dict[int, int]:
    return {day.number: len(day.views) for week in month.weeks for day in week if day.number and day.views}


def test_a_grid_marks_each_day_of_an_event_from_today_on() -> None:
    (may,) = grids(date(2031, 5, 14), "2031-05-12/2031-05-16", "2031-05-15")
    assert may.words == "May 2031"
    assert days(may) == {14: 1, 15: 2, 16: 1}
    assert [day.number for day in may.weeks[0]] == [12, 13, 14, 15, 16, 17, 18], "weeks that are over are left out"
    assert [day.number for week in may.weeks for day in week if day.today] == [14]
    assert [day.number for day in may.weeks[-1]] == [26, 27, 28, 29, 30, 31, None]


def test_what_has_no_day_is_on_no_grid_and_later_months_are_left_to_the_list() -> None:
    assert grids(DAY, None, "2031-05", "2031", "2031-21") == ()
    later = grids(DAY, *(f"2031-{month:02}-01" for month in range(6, 12)))
    assert [one.words for one in later] == ["June 2031", "July 2031", "August 2031"][:CALENDAR_MONTHS]


def test_an_event_may_last_into_the_next_month_and_of_one_begun_the_one_day_known_is_marked() -> None:
    may, june = grids(date(2031, 5, 1), "2031-05-30/2031-06-02", "2031-05-20/")
    assert days(may) == {20: 1, 30: 1, 31: 1} and days(june) == {1: 1, 2: 1}


def test_a_mark_says_how_an_event_stands() -> None:
    statuses: tuple[EventStatus, ...] = ("completed", "underway", "expected", "postponed")
    marks = {status: standing(meets(status)) for status in statuses}
    assert marks == {"completed": "past", "underway": "sure", "expected": "maybe", "postponed": "off"}
    assert standing(meets("postponed", rescheduled=True)) == "maybe"


def test_the_calendar_shows_days_with_marks_and_names(whole: SiteData) -> None:
    made = render(whole, "/calendar")
    assert isinstance(made, bytes)
    html = made.decode()
    cell = html[html.index('aria-current="date"') :]
    assert cell.index("14</span>") < cell.index("</td>")
    assert '<i class="st sure"></i><span>Teodora Marrow → Japan<em>, announced</em></span>' in html
