"""The calendar by RFC 5545: what a calendar program reads back, and how vague days are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from tests.publish.outward_site import ADDRESS, full_site, hostile_site
from tests.publish.sample_site import CALL, DAY, OWN, VISIT

from wiredesk.publish import SiteData
from wiredesk.publish.calendar import calendar_ics
from wiredesk.publish.calendar_days import calendar_days
from wiredesk.types import Event, EventReport, EventStatus, Ruling, Verdict


def read(data: SiteData) -> Any:
    return icalendar.Calendar.from_ical(calendar_ics(data))


def events(data: SiteData) -> dict[str, Any]:
    return {str(one["UID"]): one for one in read(data).events}


def with_event(**changes: Any) -> SiteData:
    event = replace(VISIT, **changes)
    return replace(full_site(), events={str(event.id): event})


def only(data: SiteData) -> Any:
    (event,) = read(data).events
    return event


@pytest.mark.parametrize("data", [full_site(), full_site(None), hostile_site(), SiteData(title="Empty")])
def test_the_calendar_is_well_formed(data: SiteData) -> None:
    written = calendar_ics(data)
    lines = written.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode()  # a character is never folded in two
    assert not any(character < " " and character not in "\r\n" for character in written.decode())
    made = read(data)
    assert not made.errors
    for event in made.events:
        assert not event.errors
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "SEQUENCE"} <= set(event)
    assert len({str(event["UID"]) for event in made.events}) == len(made.events)


def test_what_is_read_and_written_again_is_the_same_calendar() -> None:
    made = read(full_site())
    assert icalendar.Calendar.from_ical(made.to_ical(sorted=False)) == made


def test_an_event_stands_with_its_days_its_place_and_the_sentence_that_says_so() -> None:
    event = events(full_site())[f"{VISIT.id}@wiredesk"]
    assert event.decoded("DTSTART") == date(2031, 5, 16)
    assert event.decoded("DTEND") == date(2031, 5, 20)  # the first day after it
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["SUMMARY"] == "Teodora Marrow: visit to Japan"
    assert event["LOCATION"] == "Tokyo, Japan"
    assert event["STATUS"] == "CONFIRMED"
    assert event["URL"] == f"{ADDRESS}/event/{VISIT.id}"
    assert "With Kenzo Ishiwata." in event["DESCRIPTION"]
    assert "“Norwegian Defense Minister Teodora Marrow will visit Japan from May 16 to 19”" in event["DESCRIPTION"]
    assert "(Harbour Gazette, 14 May 2031)" in event["DESCRIPTION"]
    assert "https://www.harbourgazette.example/news/marrow-0?from=desk&n=1" in event["DESCRIPTION"]


def test_without_a_public_address_an_event_leads_to_the_report() -> None:
    event = events(full_site(None))[f"{VISIT.id}@wiredesk"]
    assert event["URL"] == "https://www.harbourgazette.example/news/marrow-0?from=desk&n=1"


@pytest.mark.parametrize(
    ("status", "wanted", "summary"),
    [
        ("announced", "CONFIRMED", "Teodora Marrow: visit to Japan"),
        ("underway", "CONFIRMED", "Teodora Marrow: visit to Japan"),
        ("completed", "CONFIRMED", "Teodora Marrow: visit to Japan"),
        ("expected", "TENTATIVE", "Teodora Marrow: visit to Japan"),
        ("invited", "TENTATIVE", "Teodora Marrow: visit to Japan"),
        ("cancelled", "CANCELLED", "Cancelled: Teodora Marrow: visit to Japan"),
        ("postponed", "CANCELLED", "Postponed: Teodora Marrow: visit to Japan"),
        ("denied", "CANCELLED", "Denied: Teodora Marrow: visit to Japan"),
    ],
)
def test_a_status_of_the_codebook_is_one_of_the_calendar(status: EventStatus, wanted: str, summary: str) -> None:
    event = only(with_event(status=status))
    assert (event["STATUS"], event["SUMMARY"]) == (wanted, summary)


@pytest.mark.parametrize(
    ("when", "start", "end", "note"),
    [
        ("2031-05-16", "2031-05-16", "2031-05-17", ""),
        ("2031-05-16/2031-05-19", "2031-05-16", "2031-05-20", ""),
        ("2031-05", "2031-05-01", "2031-06-01", "May 2031: the reports give no day"),
        ("2031-05/2031-06", "2031-05-01", "2031-07-01", "May–June 2031: the reports give no exact days"),
        ("2031-05-20/2031-06", "2031-05-20", "2031-07-01", "20 May–June 2031: the reports give no exact days"),
        ("2031-05-16/", "2031-05-16", "2031-05-17", "from 16 May 2031: its last day is not given"),
        ("/2031-05-16", "2031-05-16", "2031-05-17", "until 16 May 2031: its first day is not given"),
    ],
)
def test_days_of_every_precision(when: str, start: str, end: str, note: str) -> None:
    days = calendar_days(when)
    assert days is not None
    assert (days.start.isoformat(), days.end.isoformat()) == (start, end)
    assert days.note.startswith(note)
    assert bool(days.note) == bool(note)


@pytest.mark.parametrize(
    "when", [None, "", "2031", "2031-21", "203X", "20XX", "XXXX-05-16", "2031-05/", "/2031", "nonsense", "9999-12-31"]
)
def test_what_has_no_honest_place_in_a_calendar_is_left_out(when: str | None) -> None:
    assert calendar_days(when) is None


def test_a_month_says_that_its_day_is_not_known() -> None:
    event = only(with_event(when="2031-06"))
    assert event["SUMMARY"] == "Teodora Marrow: visit to Japan (day not known)"
    assert "June 2031: the reports give no day." in event["DESCRIPTION"]
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=30)


def test_a_month_that_is_over_is_left_out_and_one_that_runs_is_not() -> None:
    assert not read(with_event(when="2031-04")).events
    assert only(with_event(when="2031-05"))


def test_the_calendar_says_how_many_it_leaves_out() -> None:
    assert "1 more is left out" in str(read(with_event(when="2031-21"))["DESCRIPTION"])
    assert "left out" not in str(read(with_event(when="2031-05-20"))["DESCRIPTION"])


def test_past_events_stay_for_two_months_and_coming_ones_always_stand() -> None:
    assert not read(with_event(when=(DAY - timedelta(days=61)).isoformat())).events
    assert only(with_event(when=(DAY - timedelta(days=60)).isoformat()))
    assert only(with_event(when="2039-01-01"))
    moved_on = replace(with_event(when="2031-05-16"), today=date(2031, 9, 1))
    assert not read(moved_on).events


def test_a_call_without_a_day_is_left_out() -> None:
    assert f"{CALL.id}@wiredesk" not in events(full_site())


def told(*said: tuple[int, EventStatus, str]) -> tuple[EventReport, ...]:
    return tuple(
        EventReport(article=f"a{day}", day=date(2031, 5, day), status=status, when=when) for day, status, when in said
    )


def test_a_changed_event_keeps_its_uid_and_counts_up() -> None:
    before = only(with_event(history=told((1, "announced", "2031-05-16")), articles=(), evidence=VISIT.evidence))
    after_history = told((1, "announced", "2031-05-16"), (3, "announced", "2031-05-16"), (15, "postponed", "2031-06"))
    after = only(with_event(history=after_history, status="postponed", when="2031-06"))
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert before.decoded("LAST-MODIFIED") < after.decoded("LAST-MODIFIED")
    assert after.decoded("DTSTAMP") == after.decoded("LAST-MODIFIED")
    assert after.decoded("CREATED").isoformat() == "2031-04-30T22:00:00+00:00"


def test_what_is_put_off_to_a_new_day_stands_on_it_and_is_not_called_off() -> None:
    moved = told((1, "announced", "2031-05-16"), (15, "postponed", "2031-06-03"))
    event = only(with_event(history=moved, status="postponed", when="2031-06-03", rescheduled=True))
    assert event.decoded("DTSTART") == date(2031, 6, 3)
    assert (event["STATUS"], event["SUMMARY"]) == ("TENTATIVE", "Teodora Marrow: visit to Japan")
    assert event["DESCRIPTION"].startswith("Visit, moved to 3 June 2031 (was 16 May 2031).")
    alone = only(with_event(history=moved[1:], status="postponed", when="2031-06-03", rescheduled=True))
    assert alone["STATUS"] == "TENTATIVE"
    assert alone["DESCRIPTION"].startswith("Visit, moved to 3 June 2031.")


@pytest.mark.parametrize(
    ("status", "verdict", "wanted"),
    [
        ("announced", "disputed", "TENTATIVE"),
        ("expected", "confirmed", "CONFIRMED"),
        ("cancelled", "confirmed", "CANCELLED"),
        ("denied", "disputed", "CANCELLED"),
    ],
)
def test_an_editors_verdict_makes_an_event_doubtful_or_definite(
    status: EventStatus, verdict: Verdict, wanted: str
) -> None:
    assert only(with_event(status=status, verdict=verdict))["STATUS"] == wanted


def test_an_editors_word_counts_as_a_change_at_its_moment() -> None:
    at = datetime(2031, 7, 1, 9, 30, 15, 500, tzinfo=UTC)
    ruling = Ruling(decision="d1", kind="correct", field="when", value="2031-05-17", by="Ada", at=at)
    before, after = only(with_event()), only(with_event(when="2031-05-17", rulings=(ruling,)))
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after.decoded("LAST-MODIFIED") == after.decoded("DTSTAMP") == at.replace(microsecond=0)
    assert after.decoded("CREATED") == before.decoded("CREATED")


def test_a_decision_that_is_taken_back_counts_on() -> None:
    at, back = datetime(2031, 7, 1, 9, tzinfo=UTC), datetime(2031, 7, 2, 9, tzinfo=UTC)
    ruling = Ruling(decision="d1", kind="correct", field="when", value="2031-05-17", by="Ada", at=at)
    none, taken = with_event(), with_event(when="2031-05-17", rulings=(ruling,))
    steps = [
        only(none),
        only(replace(taken, decided={str(VISIT.id): (at,)})),
        only(replace(none, decided={str(VISIT.id): (at, back)})),
    ]
    first = int(steps[0]["SEQUENCE"])
    assert [int(one["SEQUENCE"]) for one in steps] == [first, first + 1, first + 2]
    assert steps[2].decoded("LAST-MODIFIED") == back


@pytest.mark.parametrize(
    "history",
    [
        told((1, "announced", "2031-05-16/2031-05-19"), (15, "postponed", "2031-05-16")),
        told((15, "postponed", "2031-05-16")),
        (),
    ],
)
def test_what_is_put_off_without_a_new_day_is_called_off_on_the_old_one(history: tuple[EventReport, ...]) -> None:
    event = only(with_event(history=history, status="postponed", when="2031-05-16"))
    assert (event["STATUS"], event["SUMMARY"]) == ("CANCELLED", "Postponed: Teodora Marrow: visit to Japan")


def test_a_report_that_comes_late_never_counts_down() -> None:
    said = [(1, "announced", "2031-05-16"), (9, "announced", "2031-05-18"), (12, "cancelled", "2031-05-18")]
    counts = []
    for late in ([], [(5, "expected", "2031-05")], [(5, "expected", "2031-05"), (6, "announced", "2031-05-16")]):
        history = told(*said, *late)  # type: ignore[arg-type]
        counts.append(int(only(with_event(history=history))["SEQUENCE"]))
    assert counts == sorted(counts)


def test_events_stand_in_the_order_of_their_days_and_bytes_do_not_depend_on_that_of_arrival() -> None:
    data = full_site()
    turned = replace(data, events=dict(reversed(list(data.events.items()))))
    assert calendar_ics(data) == calendar_ics(turned)
    starts = [event.decoded("DTSTART") for event in read(data).events]
    assert starts == sorted(starts)


def test_text_that_tries_to_break_out_stays_text() -> None:
    made = read(hostile_site())
    (event,) = made.events
    assert not event.subcomponents
    assert "BEGIN:VALARM" in event["SUMMARY"]
    assert "BEGIN:VALARM" in event["LOCATION"]
    assert "BEGIN:VALARM" in event["DESCRIPTION"]
    assert [component.name for component in made.walk()] == ["VCALENDAR", "VEVENT"]


def test_a_quote_keeps_to_the_excerpt_cap() -> None:
    long = replace(VISIT, evidence=(replace(VISIT.evidence[0], article=OWN.id, quote="word " * 50),))
    data = replace(full_site(), events={str(VISIT.id): long}, excerpt_words=7)
    assert "“" + "word " * 6 + "word …”" in str(only(data)["DESCRIPTION"])


def test_an_event_that_nobody_dated_has_a_stamp_that_is_not_the_clocks() -> None:
    bare = Event(
        type="visit",
        status="expected",
        principals=(),
        destination=("JP",),
        when="2031-05-20",
        evidence=VISIT.evidence[:1],
    )
    data = SiteData(title="Quiet", events={"e1": bare})
    assert calendar_ics(data) == calendar_ics(data)
    assert only(data).decoded("DTSTAMP").year == 1970
