"""What was moved to other days is told with both, wherever it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.outputs.told import mail_parts
from tests.publish.sample_site import DAY, OWN, VISIT, WIRE, sample_site

from wiredesk.publish import render
from wiredesk.publish.mail import edition_eml
from wiredesk.publish.moved import status_words
from wiredesk.types import Event, EventReport, EventStatus

_LATER = "moved to 3 June 2031 (was 16\u201319 May 2031)"


def reports(*said: tuple[EventStatus, str | None, bool]) -> tuple[EventReport, ...]:
    return tuple(
        EventReport(
            article=WIRE[0].id if number == 0 else OWN.id, day=DAY + timedelta(days=number - 5), status=status,
            when=when, rescheduled=moved,
        )
        for number, (status, when, moved) in enumerate(said)
    )  # fmt: skip


FIRST: tuple[EventStatus, str, bool] = ("announced", "2031-05-16/2031-05-19", False)
MOVED = replace(
    VISIT, status="postponed", when="2031-06-03", rescheduled=True,
    history=reports(FIRST, ("postponed", "2031-06-03", True)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (MOVED, _LATER),
        (replace(MOVED, when="2031-05-12"), "moved to 12 May 2031 (was 16\u201319 May 2031)"),
        (replace(MOVED, history=()), "moved to 3 June 2031"),
        (replace(MOVED, status="announced", rescheduled=False), f"announced, {_LATER}"),
        (replace(MOVED, status="completed", rescheduled=False), "took place"),
        (replace(MOVED, rescheduled=False, when="2031-05-16", history=reports(FIRST)), "postponed"),
        (replace(VISIT, history=reports(FIRST)), "announced"),
    ],
)
def test_a_move_names_the_new_days_and_the_old(event: Event, words: str) -> None:
    assert status_words(event) == words


def test_pages_letter_and_calendar_say_it_in_the_same_words() -> None:
    data = sample_site()
    draft = data.editions[DAY]
    first = replace(draft.entries[0], events=(MOVED,))
    draft = replace(draft, entries=(first, *draft.entries[1:]))
    data = replace(
        data, today=DAY, events={**data.events, str(MOVED.id): MOVED}, editions={**data.editions, DAY: draft}
    )
    for path in ("/", f"/story/{VISIT.story}-x", "/events", "/calendar", f"/event/{VISIT.id}", "/visits/2031-06"):
        made = render(data, path)
        if not isinstance(made, bytes):
            assert made is not None
            made = render(data, made.path)
        assert isinstance(made, bytes) and _LATER in made.decode(), path
    for text in mail_parts(edition_eml(data, draft)):
        assert f"Teodora Marrow: visit to Japan, {_LATER}" in " ".join(text.split())
    calendar = render(data, "/calendar.ics")
    assert isinstance(calendar, bytes)
    assert f"Visit\\, {_LATER}." in calendar.decode().replace("\r\n ", "")


def test_what_was_called_off_is_said_in_the_letter_with_its_days() -> None:
    data = sample_site()
    off = replace(VISIT, status="cancelled", history=reports(FIRST, ("cancelled", None, False)))
    draft = replace(data.editions[DAY], entries=(replace(data.editions[DAY].entries[0], events=(off,)),))
    for text in mail_parts(edition_eml(data, draft)):
        assert "Teodora Marrow: visit to Japan, cancelled (16\u201319 May 2031)" in " ".join(text.split())


def test_the_day_of_a_move_is_not_told_twice_in_one_line() -> None:
    data = replace(sample_site(), today=date(2031, 5, 14), events={str(MOVED.id): MOVED})
    made = render(data, f"/story/{VISIT.story}-norwegian-defense-minister-to-visit-japan-for-talks-on")
    assert isinstance(made, bytes)
    assert made.decode().count("3 June 2031") == 1


def test_what_was_announced_and_not_heard_of_since_says_so_once_its_days_are_past() -> None:
    planned = replace(VISIT, status="announced", history=reports(FIRST))
    for today, words in (
        (date(2031, 5, 19), "announced"),
        (date(2031, 5, 20), "announced, not reported since"),
        (None, "announced"),
    ):
        assert status_words(planned, today) == words
    assert status_words(replace(MOVED, when="2031-05-12"), date(2031, 5, 20)).endswith(", not reported since")
    for status in ("completed", "cancelled", "postponed", "underway"):
        assert "since" not in status_words(replace(planned, status=status), date(2031, 5, 20))
    assert "since" not in status_words(replace(planned, when=None), date(2031, 5, 20))


def test_pages_and_calendar_say_that_nothing_was_reported_since() -> None:
    planned = replace(VISIT, status="announced", history=reports(FIRST))
    data = replace(sample_site(), today=date(2031, 5, 20), events={str(VISIT.id): planned})
    for path in ("/events", f"/event/{VISIT.id}", "/visits/2031-05"):
        made = render(data, path)
        assert isinstance(made, bytes) and "announced, not reported since" in made.decode().lower(), path
        assert "took place" not in made.decode().lower() or path != f"/event/{VISIT.id}"
    calendar = render(data, "/calendar.ics")
    assert isinstance(calendar, bytes)
    assert "Visit\\, announced\\, not reported since." in calendar.decode().replace("\r\n ", "")
