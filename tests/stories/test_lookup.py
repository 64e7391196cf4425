"""Stories are looked up by heavy terms in weeks that are near, and time alone may hold them apart."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from wiredesk.stories.lookup import Lookup

DAY = date(2026, 3, 2)


@pytest.mark.parametrize("apart", range(15))
def test_group_within_the_days_is_found(apart: int) -> None:
    lookup = Lookup(14)
    terms = lookup.numbered(["#harbour", "crane"])
    day = DAY + timedelta(days=apart)
    lookup.add(7, terms, day, day)
    assert lookup.near(lookup.numbered(["crane"]), DAY, DAY).tolist() == [7]
    assert not lookup.near(lookup.numbered(["quay"]), DAY, DAY).tolist()


def test_group_of_another_month_is_not_looked_at() -> None:
    lookup = Lookup(14)
    terms = lookup.numbered(["#harbour"])
    lookup.add(7, terms, DAY, DAY)
    later = DAY + timedelta(days=60)
    assert not lookup.near(terms, later, later).tolist()


def test_report_of_no_known_day_is_near_every_other() -> None:
    lookup = Lookup(14)
    terms = lookup.numbered(["#harbour"])
    lookup.add(1, terms, DAY, DAY)
    lookup.add(2, terms, DAY, None)
    assert lookup.near(terms, None, None).tolist() == [1, 2]
    assert lookup.near(terms, DAY + timedelta(days=300), DAY + timedelta(days=300)).tolist() == [2]


def test_groups_of_a_full_week_are_found_in_order_each_once() -> None:
    lookup = Lookup(14)
    for number in range(400):
        terms = lookup.numbered(["#harbour", f"#ship {number}", "crane" if number % 7 == 0 else f"quay {number}"])
        lookup.add(number, terms, DAY, DAY + timedelta(days=number % 3))
    found = lookup.near(lookup.numbered(["crane", "#ship 5", "#never told"]), DAY, DAY).tolist()
    assert found == sorted({5, *range(0, 400, 7)})
