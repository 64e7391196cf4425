"""How an event stands by its reports of one day and of several."""

from __future__ import annotations

from datetime import date

import pytest

from wiredesk.kit.standing import standing
from wiredesk.types import EventReport, EventStatus

DAY = date(2031, 5, 12)


def said(article: str, status: EventStatus, when: str | None = "2031-05-12", **more: bool) -> tuple[str, EventReport]:
    return article, EventReport(article=article, day=DAY, status=status, when=when, **more)


TEN = [said(f"p{number}", "announced") for number in range(10)]


@pytest.mark.parametrize("status", ["completed", "underway", "cancelled", "postponed"])
def test_what_came_to_pass_or_is_off_is_not_outvoted_by_prints_of_the_announcement(status: EventStatus) -> None:
    assert standing([*TEN, said("a", status)]).status == status
    assert standing([*TEN, said("z", status, None)]).status == status


def test_what_is_told_as_past_before_its_day_is_outvoted() -> None:
    later = [said(f"p{number}", "announced", "2031-05-20") for number in range(2)]
    assert standing([*later, said("z", "completed", "2031-05-20")]).status == "announced"


def test_a_denial_is_weighed_against_what_others_announce_that_day() -> None:
    assert standing([*TEN, said("z", "denied")]).status == "announced"


def test_what_was_put_off_and_is_announced_that_day_for_later_days_is_announced() -> None:
    told = [said("a", "postponed"), said("b", "announced", "2031-06-09"), said("c", "announced")]
    stands = standing(told)
    assert (stands.status, stands.when) == ("announced", "2031-06-09")


def test_of_as_many_reports_of_one_day_the_end_stands_before_the_beginning() -> None:
    assert standing([said("a", "completed"), said("b", "underway")]).status == "completed"
    assert standing([said("a", "completed"), said("b", "underway"), said("c", "underway")]).status == "underway"
