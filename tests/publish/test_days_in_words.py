from __future__ import annotations

from datetime import date

import pytest

from wiredesk.publish.days import day_words, long_day, month_words, sort_key, spell_days


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "day not known"),
        ("2023-04-16", "16 April 2023"),
        ("2023-04-16/2023-04-19", "16–19 April 2023"),
        ("2023-03-30/2023-04-02", "30 March – 2 April 2023"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2023-04-16/2023-04-16", "16 April 2023"),
        ("2023-08-14/", "from 14 August 2023"),
        ("/2023-08-14", "until 14 August 2023"),
        ("2023-03", "March 2023"),
        ("2023-03/2023-05", "March–May 2023"),
        ("2023-11/2024-02", "November 2023 – February 2024"),
        ("2023-03/2023-05-02", "March–2 May 2023"),
        ("2022", "2022"),
        ("2022/2024", "2022–2024"),
        ("2023-21", "spring 2023"),
        ("202X", "the 2020s"),
        ("2020s", "the 2020s"),
        ("20XX", "2000 to 2099"),
        ("XXXX-04-14", "14 April of a year not known"),
        ("2023-04~", "2023-04~"),
        ("2023-04-16?/2023-04-19", "2023-04-16?/2023-04-19"),
        ("no such day", "no such day"),
        ("2023-13", "2023-13"),
    ],
)
def test_a_day_is_told_as_exactly_as_it_is_known(edtf: str | None, words: str) -> None:
    assert day_words(edtf) == words


def test_a_long_day_names_its_weekday() -> None:
    assert long_day(date(2023, 4, 14)) == "Friday, 14 April 2023"


@pytest.mark.parametrize(
    ("edtf", "heading"),
    [
        ("2023-04-16/2023-05-19", "April 2023"),
        ("/2023-05-19", "May 2023"),
        ("2022", "2022"),
        ("202X", "The 2020s"),
        (None, "Day not known"),
    ],
)
def test_events_stand_under_the_month_in_which_they_begin(edtf: str | None, heading: str) -> None:
    assert month_words(edtf) == heading


def test_vague_and_open_days_sort_by_their_first_day() -> None:
    days = ["2023-05", "2022", None, "2023-04-16/2023-04-19", "/2023-04-15", "2023-04-16", "junk"]
    assert sorted(days, key=sort_key) == [
        None, "junk", "2022", "/2023-04-15", "2023-04-16/2023-04-19", "2023-04-16", "2023-05",
    ]  # fmt: skip


def test_days_inside_the_desks_words_are_spelled() -> None:
    assert spell_days("new since the edition of 2023-04-14") == "new since the edition of 14 April 2023"
    assert spell_days("12023-04-14, 2023-04-144, 2023-04") == "12023-04-14, 2023-04-144, 2023-04"
    assert spell_days("2023-13-40") == "2023-13-40", "no day, and so no words for it"
