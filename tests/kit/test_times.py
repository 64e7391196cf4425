import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.kit import edtf
from wiredesk.kit.times import duration_days, feasts, find_times, tense_at, unanchored
from wiredesk.types import TimeMention

CASES = Path(__file__).parent.parent / "cases" / "dates"
CASE_LINES = [
    pytest.param(json.loads(line), id=f"{path.stem}-{number}")
    for path in sorted(CASES.glob("*.jsonl"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
]
KINDS = {"day", "span", "month", "quarter", "season", "year", "decade", "time", "duration"}


@pytest.mark.parametrize("case", CASE_LINES)
def test_case(case: dict[str, Any]) -> None:
    published = date.fromisoformat(case["published"]) if case["published"] else None
    found = find_times(case["text"], published)
    assert [[one.text, one.edtf, one.kind] for one in found] == case["expect"]


def only(text: str, published: str = "2023-04-14") -> TimeMention:
    (mention,) = find_times(text, date.fromisoformat(published))
    return mention


# --------------------------------------------------------------------------------------------- properties

PIECES = """
Monday Sun. may May March 14 2023 31 April - to and from until since the next last week years two days ago of 's mid
late first quarter Q1 1990s 2015-16 03/04/2023 weekend spring will was arrived. in , ( ) 2023-04-14 Feb. 30 29 a later
before after day Christmas overnight — 99 0000 9999 century Easter Eid eve anniversary third the 24 hours that same year
noon midnight 9am w/c weekend seventeenth nineties '80s first half Labor Day on İ
"""
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES.split()), max_size=25).map(" ".join))
FORMS = st.sampled_from(["%B %d, %Y", "%d %B %Y", "%Y-%m-%d", "%b. %d, %Y"])
DAYS = st.one_of(st.none(), st.dates())


@settings(max_examples=300, deadline=None)
@given(TEXTS, DAYS)
def test_offsets_are_exact_mentions_apart_and_edtf_valid(text: str, published: date | None) -> None:
    end = 0
    for mention in find_times(text, published):
        assert mention.start >= end
        end = mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.text == mention.text.strip() != ""
        assert mention.kind in KINDS
        if mention.edtf is not None:
            start, last = edtf.bounds(mention.edtf)
            assert start is None or last is None or start <= last
        duration_days(mention)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_tense_never_raises(text: str, start: int, end: int) -> None:
    assert tense_at(text, min(start, end), max(start, end)) in ("past", "future", "present", None)


@settings(max_examples=100, deadline=None)
@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["%B %d, %Y", "%d %B %Y", "%Y-%m-%d", "%b. %d, %Y"])
)
def test_a_full_date_needs_no_day_of_publication(day: date, form: str) -> None:
    text = f"The treaty was signed on {day.strftime(form)} in the capital.".replace("May.", "May")
    assert [one.edtf for one in find_times(text, None)] == [day.isoformat()]


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_bare_weekday_is_within_a_week_on_the_side_of_its_tense(published: date, name: str) -> None:
    (past,) = find_times(f"They met on {name}.", published)
    (future,) = find_times(f"They will meet on {name}.", published)
    before, after = date.fromisoformat(past.edtf or ""), date.fromisoformat(future.edtf or "")
    assert 0 <= (published - before).days < 7
    assert 0 <= (after - published).days < 7


# ------------------------------------------------------------------------------------------------- feasts

EASTERS = {  # western, eastern
    1961: ("1961-04-02", "1961-04-09"),
    2000: ("2000-04-23", "2000-04-30"),
    2008: ("2008-03-23", "2008-04-27"),
    2011: ("2011-04-24", "2011-04-24"),
    2024: ("2024-03-31", "2024-05-05"),
    2025: ("2025-04-20", "2025-04-20"),
    2038: ("2038-04-25", "2038-04-25"),
}


@pytest.mark.parametrize("year", EASTERS)
def test_easter_by_both_calendars(year: int) -> None:
    assert (feasts.easter(year).isoformat(), feasts.orthodox_easter(year).isoformat()) == EASTERS[year]


@settings(max_examples=100, deadline=None)
@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    day = feasts.easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)
    assert feasts.orthodox_easter(year).weekday() == 6


@pytest.mark.parametrize("name", feasts.FEASTS)
def test_every_feast_is_found_by_its_name_and_year(name: str) -> None:
    assert only(f"They met on {name.title()} 2021.").edtf == feasts.FEASTS[name](2021).isoformat()


@pytest.mark.parametrize("name", feasts.UNPLACED)
def test_a_feast_that_nobody_can_reckon_is_told_and_not_placed(name: str) -> None:
    assert only(f"They met on {name.title()} 2021.").edtf is None


def test_weekdays_of_a_month() -> None:
    assert feasts.nth_weekday(2024, 12, 4, -1) == date(2024, 12, 27)
    assert feasts.nth_weekday(2024, 11, 3, 4) == date(2024, 11, 28)
    assert only("They met on the fifth Friday of February 2023.").edtf is None


# -------------------------------------------------------------------------------------------------- words


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_what_is_found_does_not_hang_on_letters_that_grow_in_lower_case(text: str) -> None:
    day = date(2023, 4, 14)
    before = [(one.start, one.end, one.edtf) for one in find_times(text + "\n\nHe left on May 3.", day)]
    after = [(one.start, one.end, one.edtf) for one in find_times(text + "\n\nHe left on May 3.\n\nİİ", day)]
    assert after == before


# -------------------------------------------------------------------------------------------------- tense


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister arrived on #Monday#.", "past"),
        ("The minister has visited #twice#.", "past"),
        ("The minister will arrive on #Monday#.", "future"),
        ("The minister is due to arrive on #Monday#.", "future"),
        ("The minister was to have arrived on #Monday#.", "future"),
        ("The race had been due to start on #Monday#.", "future"),
        ("The minister is in Lowmoor on #Monday#.", "present"),
        ("Minister to visit Lowmoor #Monday#", "future"),
        ("He flew to Lowmoor to meet the queen on #Monday#.", "past"),
        ("He said the talks scheduled for #Monday# were off.", "future"),
        ("On #Monday#, he will speak.", "future"),
        ("He will speak. On #Monday# he rested.", "past"),
        ("Talks on #Monday#", None),
    ],
)
def test_tense_of_the_clause(text: str, expected: str | None) -> None:
    start, end = (match.start() for match in re.finditer("#", text))
    assert tense_at(text.replace("#", ""), start, end - 1) == expected


def test_a_hint_serves_a_clause_without_a_verb() -> None:
    day = date(2023, 4, 14)
    assert find_times("Talks on Saturday", day, tense_hint="past")[0].edtf == "2023-04-08"
    assert find_times("Talks on Saturday", day, tense_hint="future")[0].edtf == "2023-04-15"


# ------------------------------------------------------------------------------------------------ helpers


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("a six-day trip", 6),
        ("for two weeks", 14),
        ("an overnight stay", 2),
        ("a fortnight of rain", 14),
        ("for 10 days", 10),
        ("three months of talks", 90),
    ],
)
def test_days_of_a_duration(text: str, days: int) -> None:
    assert duration_days(only(text)) == days


def test_a_date_has_no_duration() -> None:
    assert duration_days(only("He left on Monday.")) is None


def test_a_date_without_its_year_can_be_told_as_such() -> None:
    assert unanchored("BEIJING, April 14 (AP)") == "XXXX-04-14"
    assert unanchored("April 14, 2023") is None
    assert unanchored("Monday") is None
    assert unanchored("Feb. 31") is None


def test_a_colliding_weekday_leaves_the_date_as_printed() -> None:
    assert only("He spoke on Monday, April 14, 2023.").edtf == "2023-04-14"


def test_a_weekday_settles_the_year() -> None:
    assert only("It happened on Thursday, Dec. 15.", "2023-06-15").edtf == "2022-12-15"
