from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.ledger.wire import LINDQVIST, OKELLO, article, by_id, copy_set, event, story

from wiredesk.ledger import merge
from wiredesk.types import Claim, Event, Person

A, B, C = article("a1", "2031-05-02"), article("a2", "2031-05-13"), article("a3", "2031-05-20")
D = article("a4", "2031-05-21")
ALL = by_id(A, B, C, D)
ONE_STORY = [story("s1", "a1", "a2", "a3", "a4")]


def one(*told: tuple[str, Event]) -> Event:
    (merged,) = merge(told, ALL, [], ONE_STORY)
    return merged


def turns(event_: Event) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(turn.kind, turn.day, turn.articles) for turn in event_.course]


def test_a_visit_was_announced_then_begun_then_ended_each_by_the_reports_that_say_so() -> None:
    merged = one(
        event(A, when="2031-05-12/2031-05-15", announced_on="2031-05-01"),
        event(B, when="2031-05-12/", status="underway"),
        event(C, when="2031-05-12/2031-05-15", status="completed"),
    )
    assert turns(merged) == [
        ("announced", "2031-05-01", ("a1",)),
        ("begun", "2031-05-12", ("a2", "a3")),
        ("ended", "2031-05-15", ("a3",)),
    ]
    assert (merged.status, merged.witnesses, merged.otherwise) == ("completed", 3, ())


def test_an_announcement_whose_day_nobody_tells_was_made_by_the_day_of_the_first_report() -> None:
    assert turns(one(event(A, when="2031-05-12"))) == [("announced", "/2031-05-02", ("a1",))]


def test_what_was_put_off_and_then_took_place_on_its_new_days_is_one_event() -> None:
    merged = one(
        event(A, when="2031-05-12"),
        event(B, when="2031-05-19", status="postponed", rescheduled=True),
        event(C, when="2031-05-19", status="completed"),
    )
    assert (merged.status, merged.when, merged.rescheduled) == ("completed", "2031-05-19", False)
    assert [(turn.kind, turn.day, turn.when) for turn in merged.course] == [
        ("announced", "/2031-05-02", "2031-05-12"),
        ("postponed", "/2031-05-13", "2031-05-19"),
        ("held", "2031-05-19", "2031-05-19"),
    ]


def test_days_that_were_put_off_and_other_statements_days_are_nothing_said_otherwise() -> None:
    merged = one(
        event(A, when="2031-05-12", announced_on="2031-05-01"),
        event(B, when="2031-05-19", status="postponed", rescheduled=True, announced_on="2031-05-10"),
        event(C, when="2031-05-19", status="completed"),
    )
    assert merged.otherwise == ()
    assert merged.announced_on == "2031-05-01"
    put_off = one(
        event(A, when="2031-05-12", announced_on="2031-05-01"),
        event(B, when="2031-05-19", status="postponed", rescheduled=True, announced_on="2031-05-10"),
    )
    assert (put_off.announced_on, put_off.otherwise) == ("2031-05-10", ())


def test_what_was_put_off_without_new_days_may_be_announced_for_later_ones() -> None:
    merged = one(
        event(A, when="2031-05-14"),
        event(B, when="2031-05-14", status="postponed"),
        event(C, when="2031-06-03"),
    )
    assert (merged.status, merged.when) == ("announced", "2031-06-03")
    assert [turn.kind for turn in merged.course] == ["announced", "postponed", "announced"]


def test_new_days_without_a_postponement_are_another_event() -> None:
    told = [event(A, when="2031-05-14"), event(C, when="2031-06-03")]
    assert len(merge(told, ALL, [], ONE_STORY)) == 2


def test_a_third_date_is_not_that_of_a_postponement_to_the_second() -> None:
    told = [
        event(A, when="2031-05-14"),
        event(B, when="2031-05-25", status="postponed"),
        event(C, when="2031-06-20"),
    ]
    assert [item.when for item in merge(told, ALL, [], ONE_STORY)] == ["2031-05-25", "2031-06-20"]


def test_what_another_story_puts_off_or_calls_off_is_what_was_soon_to_come() -> None:
    told = [event(A, when="2031-05-14"), event(B, when="2031-07-01", status="postponed", rescheduled=True)]
    (merged,) = merge(told, ALL, [], [])
    assert (merged.status, merged.when, merged.rescheduled) == ("postponed", "2031-07-01", True)
    (merged,) = merge([event(A, when="2031-05-14"), event(B, status="cancelled")], ALL, [], [])
    assert (merged.status, merged.when) == ("cancelled", "2031-05-14")


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        ({"when": "2031-07-20"}, {"status": "cancelled"}),
        ({"when": "2031-05-10"}, {"status": "cancelled"}),
        ({"when": "2031-05-14"}, {"status": "cancelled", "when": "2031-07-01"}),
        ({"when": "2031-05-14"}, {"status": "cancelled", "destination": ("KE",)}),
        ({"when": "2031"}, {"status": "cancelled"}),
        ({"when": "2031-05-14", "status": "completed"}, {"status": "cancelled"}),
        ({"when": "2031-05-14"}, {"status": "denied"}),
    ],
    ids=lambda fields: " ".join(map(str, fields.values())),
)
def test_another_story_speaks_of_another_event(planned: dict[str, Any], said: dict[str, Any]) -> None:
    assert len(merge([event(A, **planned), event(B, **said)], ALL, [], [])) == 2


def test_a_denial_stands_against_what_was_told_and_what_was_told_against_it() -> None:
    merged = one(
        event(A, when="2031-05-12"), event(B, when="2031-05-12", status="completed"), event(C, status="denied")
    )
    assert merged.status == "denied"
    assert [(claim.value, claim.articles) for claim in merged.otherwise if claim.field == "status"] == [
        ("announced", ("a1",)),
        ("completed", ("a2",)),
    ]


def test_an_earlier_step_of_the_course_is_nothing_said_otherwise() -> None:
    merged = one(event(A, when="2031-05-12"), event(B, when="2031-05-12", status="completed"))
    assert merged.otherwise == ()


def test_a_later_forecast_neither_weakens_an_announcement_nor_takes_back_what_happened() -> None:
    assert one(event(A, when="2031-05"), event(B, when="2031-05", status="expected")).status == "announced"
    merged = one(event(A, when="2031-05-01", status="completed"), event(B, when="2031-05-01", status="announced"))
    assert merged.status == "completed"


def test_who_says_otherwise_is_told_with_how_many_independent_reports() -> None:
    told = [
        event(A, when="2031-05-12", place="Gulu"),
        event(B, when="2031-05-12", place="Kampala"),
        event(C, when="2031-05-12", place="Kampala"),
        event(D, when="2031-05-12", place="Gulu"),
    ]
    (merged,) = merge(told, ALL, [copy_set("c1", "a1", "a4")], ONE_STORY)
    assert merged.place == "Kampala"
    assert merged.support["place"] == 2
    assert merged.support["when"] == merged.witnesses == 3
    assert merged.otherwise == (Claim(field="place", value="Gulu", articles=("a1", "a4"), witnesses=1),)


def test_a_copy_that_differs_from_what_its_set_says_is_no_witness() -> None:
    told = [event(A, place="Gulu"), event(B, place="Gulu"), event(C, place="Kampala")]
    (merged,) = merge(told, ALL, [copy_set("c1", "a1", "a2", "a3")], ONE_STORY)
    assert merged.otherwise == (Claim(field="place", value="Kampala", articles=("a3",), witnesses=0),)
    assert merged.witnesses == 1


def test_a_role_that_fewer_reports_give_is_said_otherwise_of_that_person() -> None:
    premier = replace(LINDQVIST, role="Prime Minister")
    merged = one(
        event(A, when="2031-05-12"),
        event(B, when="2031-05-12", principals=(premier,)),
        event(C, when="2031-05-12"),
    )
    assert merged.principals == (LINDQVIST,)
    assert merged.otherwise == (
        Claim(field="role", value="Prime Minister", person="Maren Lindqvist", articles=("a2",), witnesses=1),
    )


def test_whom_most_reports_name_as_host_is_a_host() -> None:
    merged = one(
        event(A, when="2031-05-12", principals=(LINDQVIST, OKELLO)),
        event(B, when="2031-05-12", counterparts=(OKELLO,)),
        event(C, when="2031-05-12", counterparts=(OKELLO,)),
    )
    assert (merged.principals, merged.counterparts) == ((LINDQVIST,), (OKELLO,))


def test_a_report_that_has_guest_and_host_the_other_way_round_leaves_somebody_who_travels() -> None:
    guest = Person(name="Lindqvist", country="NO")
    merged = one(
        event(A, when="2031-05-12", counterparts=(OKELLO,)),
        event(B, when="2031-05-12", principals=(OKELLO, guest), counterparts=()),
    )
    assert merged.principals


def test_a_later_version_of_a_report_has_its_own_line_of_history_though_it_is_one_witness() -> None:
    told = [event(A, when="2031-05-12"), event(B, when="2031-05-12", status="underway")]
    (merged,) = merge(told, ALL, [copy_set("c1", "a1", "a2")], ONE_STORY)
    assert merged.witnesses == 1
    assert [(line.article, line.status) for line in merged.history] == [("a1", "announced"), ("a2", "underway")]


def test_a_day_inside_the_stretch_is_no_support_for_it_and_is_not_what_was_announced() -> None:
    merged = one(
        event(A, when="2031-05-21"),
        event(B, when="2031-05-20/2031-05-22"),
        event(C, when="2031-05"),
    )
    assert (merged.when, merged.witnesses, merged.support["when"]) == ("2031-05-20/2031-05-22", 3, 2)
    assert [turn.when for turn in merged.course] == ["2031-05-20/2031-05-22"]
    assert merged.otherwise == ()


def test_a_beginning_and_an_end_that_two_reports_tell_are_no_single_day_on_which_it_was_held() -> None:
    merged = one(event(B, when="2031-05-13", status="underway"), event(C, when="2031-05-13", status="completed"))
    assert turns(merged) == [("begun", "2031-05-13", ("a2",)), ("ended", "2031-05-13", ("a3",))]
    undated = one(event(B, when="2031-05-13", status="underway"), event(C, status="completed"))
    assert turns(undated) == [("begun", "2031-05-13", ("a2",)), ("ended", "/2031-05-20", ("a3",))]
    apart = one(event(B, when="2031-05-13/", status="underway"), event(C, when="/2031-05-18", status="completed"))
    assert turns(apart) == [("begun", "2031-05-13", ("a2",)), ("ended", "2031-05-18", ("a3",))]


def test_what_all_tell_as_past_was_held() -> None:
    merged = one(event(B, when="2031-05-13", status="completed"), event(C, when="2031-05-13", status="completed"))
    assert turns(merged) == [("held", "2031-05-13", ("a2", "a3"))]


LATER = article("a5", "2031-05-14", "Lindqvist had been due in Uganda on 16 May; she will now come on 9 June.")


def _told_with_its_old_days(**fields: Any) -> list[tuple[str, Event]]:
    return [
        event(LATER, when="2031-05-16", status="postponed"),
        event(LATER, when="2031-06-09", announced_on="2031-05-12", **fields),
    ]


def test_old_days_told_beside_the_new_ones_are_the_history_of_one_event() -> None:
    (merged,) = merge(_told_with_its_old_days(), by_id(LATER), [], [])
    assert (merged.status, merged.when, merged.articles) == ("announced", "2031-06-09", ("a5",))
    assert [(line.status, line.when) for line in merged.history] == [
        ("postponed", "2031-05-16"),
        ("announced", "2031-06-09"),
    ]
    assert [turn.kind for turn in merged.course] == ["postponed", "announced"]
    assert merged.otherwise == ()


def test_reports_of_the_old_days_and_of_the_new_ones_are_one_event_whatever_their_stories() -> None:
    known = by_id(A, C, LATER)
    told = [event(A, when="2031-05-16"), *_told_with_its_old_days(), event(C, when="2031-06-09")]
    (merged,) = merge(told, known, [], [])
    assert (merged.status, merged.when, merged.witnesses) == ("announced", "2031-06-09", 3)
    assert [turn.kind for turn in merged.course] == ["announced", "postponed", "announced"]
    assert not [claim for claim in merged.otherwise if claim.field == "when"]


@pytest.mark.parametrize(
    "fields", [{"destination": ("KE",)}, {"principals": (OKELLO,)}, {"when": "2031-05-09"}, {"when": "2033-05-09"}]
)
def test_another_trip_of_an_article_that_tells_of_one_put_off_stays_another(fields: dict[str, Any]) -> None:
    told = [
        event(LATER, when="2031-05-16", status="postponed"),
        event(LATER, **{"when": "2031-06-09", **fields}),
    ]
    assert len(merge(told, by_id(LATER), [], [])) == 2


TALKS = {"type": "meeting", "principals": (LINDQVIST, OKELLO), "destination": ()}


@pytest.mark.parametrize("plan", ["2031-05-12", "2031-05-12/2031-05-14", "2031-05-12/"])
def test_an_undated_report_that_it_took_place_is_of_what_another_story_had_announced(plan: str) -> None:
    both = replace(LINDQVIST, name="Lindqvist")
    told = [
        event(A, when=plan, **TALKS),
        event(B, **{**TALKS, "principals": (OKELLO, both), "status": "completed"}),
    ]
    (merged,) = merge(told, ALL, [], [])
    assert (merged.status, merged.when, merged.witnesses) == ("completed", plan, 2)
    assert merged.course[0].kind == "announced"
    told = [event(A, when=plan), event(B, status="underway")]
    assert len(merge(told, ALL, [], [])) == 1


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ({"when": "2031-05-20", **TALKS}, {"status": "completed", **TALKS}),
        ({"when": "2031-05-06", **TALKS}, {"status": "completed", **TALKS}),
        ({"when": "2031-05", **TALKS}, {"status": "completed", **TALKS}),
        ({"when": "2031-05-12", **TALKS, "principals": (LINDQVIST,)}, {"status": "completed", **TALKS}),
        ({"when": "2031-05-12"}, {"status": "completed", "destination": ("KE",)}),
        ({"when": "2031-05-12/2031-05-15"}, {"status": "completed"}),
        ({"when": "2031-05-12", **TALKS}, {"status": "expected", **TALKS}),
    ],
)
def test_an_undated_report_of_something_else_stays_apart(plan: dict[str, Any], told: dict[str, Any]) -> None:
    assert len(merge([event(A, **plan), event(B, **told)], ALL, [], [])) == 2


def test_who_tells_old_days_that_stand_is_a_witness_of_them() -> None:
    other = article("a6", "2031-05-15", "Lindqvist's trip was put off.")
    told = [*_told_with_its_old_days(), event(other, when="2031-05-16", status="postponed")]
    (merged,) = merge(told, by_id(LATER, other), [], [story("s1", "a5", "a6")])
    assert (merged.status, merged.support["status"]) == ("postponed", 2)
