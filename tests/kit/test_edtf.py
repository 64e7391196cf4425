from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.kit import edtf

DAYS = st.dates(date(1000, 1, 1), date(9990, 12, 31))


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2023-04-14", "2023-04-14", "2023-04-14"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2020s", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2023-04-16/2023-04-19", "2023-04-16", "2023-04-19"),
        ("2022-11/2023", "2022-11-01", "2023-12-31"),
        ("2023-08-14/", "2023-08-14", None),
        ("/2023-08", None, "2023-08-31"),
        ("XXXX-04-14", None, None),
    ],
)
def test_bounds(value: str, start: str | None, end: str | None) -> None:
    first, last = edtf.bounds(value)
    assert (first and first.isoformat(), last and last.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "junk",
    [
        "", "/", "..", "2023-13", "2023-02-30", "2023-4-1", "14/04/2023", "April", "2023-04-19/2023-04-16",
        "2023/2024/2025", "0000", "2023-25", "XXXX-21", "XXXX", " 2023", "XXXX-02-30",
    ],
)  # fmt: skip
def test_junk_is_refused(junk: str) -> None:
    assert not edtf.is_valid(junk)
    with pytest.raises(ValueError, match=r"EDTF|no such"):
        edtf.bounds(junk)


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("2023-04-14", "day"),
        ("2023-04", "month"),
        ("2023-21", "season"),
        ("2023", "year"),
        ("202X", "decade"),
        ("19XX", "century"),
        ("2023-04-16/2023-04-19", "interval"),
        ("2023-04-16/", "open"),
    ],
)
def test_precision(value: str, unit: str) -> None:
    assert edtf.precision(value) == unit


@pytest.mark.parametrize(
    ("finer", "vaguer"),
    [
        ("2023-04-16", "2023-04-16/2023-04-19"),
        ("2023-04-16/2023-04-19", "2023-04-17/2023-04-23"),
        ("2023-04-17/2023-04-23", "2023-04"),
        ("2023-04", "2023"),
        ("2023", "202X"),
        ("2023", "2023-08-14/"),
        ("2023-08-14/", "2023/"),
    ],
)
def test_the_more_exact_of_two(finer: str, vaguer: str) -> None:
    assert edtf.is_more_exact(finer, vaguer)
    assert not edtf.is_more_exact(vaguer, finer)


@pytest.mark.parametrize(
    ("a", "b", "result"),
    [
        ("2023-04-16", "2023-04-20/2023-04-26", False),
        ("2023-04-16/2023-04-19", "2023-04-17/2023-04-23", True),
        ("2023-04", "2023-04-16", True),
        ("2023-08-14/", "2023-08-19", True),
        ("2023-08-14/", "2023-08-13", False),
        ("2022", "2023-01-01", False),
        ("XXXX-04-14", "2023-04-14", True),
        ("XXXX-04-14", "2023-04-15", False),
        ("XXXX-04-14", "2023", True),
        ("XXXX-04", "XXXX-04-14", True),
    ],
)
def test_compatible(a: str, b: str, result: bool) -> None:
    assert edtf.compatible(a, b) is result
    assert edtf.compatible(b, a) is result


def test_interval_takes_the_outer_ends() -> None:
    assert edtf.interval("2023-04-16", "2023-04-19") == "2023-04-16/2023-04-19"
    assert edtf.interval("2023-04-16/2023-04-17", "2023-04-18/2023-04-19") == "2023-04-16/2023-04-19"
    assert edtf.interval("2023-04", "2023-04") == "2023-04"
    with pytest.raises(ValueError, match="interval"):
        edtf.interval("2023-04-19", "2023-04-16")


def test_a_stay_counts_both_its_ends() -> None:
    assert edtf.lasting("2023-08-14", 6) == "2023-08-14/2023-08-19"
    assert edtf.lasting("2023-08-14/", 1) == "2023-08-14"
    assert edtf.lasting("2023-08", 6) is None
    assert edtf.lasting("/2023-08-14", 6) is None


def test_a_month_contains_its_days() -> None:
    assert edtf.contains("2023-04", "2023-04-16/2023-04-19")
    assert not edtf.contains("2023-04", "2023-04-16/2023-05-01")


@given(DAYS, st.integers(0, 400))
def test_bounds_of_an_interval_are_its_ends(day: date, days: int) -> None:
    last = day + timedelta(days=days)
    value = edtf.interval(day.isoformat(), last.isoformat())
    assert edtf.bounds(value) == (day, last)
    assert edtf.compatible(value, day.isoformat())
    assert edtf.contains(value, last.isoformat())


@given(st.text(max_size=24))
def test_any_text_is_valid_or_refused(text: str) -> None:
    if edtf.is_valid(text):
        start, end = edtf.bounds(text)
        assert start is None or end is None or start <= end
        edtf.precision(text)
