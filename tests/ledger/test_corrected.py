"""The word of a correction stands; what it took back is told as said before, and nothing else goes with it."""

from __future__ import annotations

from dataclasses import replace

from tests.ledger.wire import LINDQVIST, OKELLO, article, by_id, copy_set, event

from wiredesk.ledger import merge
from wiredesk.types import Claim, CopySet, Relation

FIRST, PAPER, FIXED, LATE = (
    article("a1", "2031-05-02"),
    article("a2", "2031-05-02"),
    article("a3", "2031-05-03"),
    article("a4", "2031-05-05"),
)
ALL = by_id(FIRST, PAPER, FIXED, LATE)


def _set(*corrections: str, update: str | None = None) -> CopySet:
    whole = copy_set("c1", *ALL)
    relations: dict[str | None, Relation] = {update: "update"}
    for one in corrections:
        relations[one] = "correction"
    copies = (replace(one, relation=relations.get(one.id, one.relation)) for one in whole.articles)
    return replace(whole, articles=tuple(copies))


def test_a_correction_outweighs_all_prints_of_what_it_corrects_late_ones_too() -> None:
    told = [event(one, when="2031-05-12") for one in (FIRST, PAPER, LATE)] + [event(FIXED, when="2031-05-21")]
    (record,) = merge(told, ALL, [_set("a3")], [])
    assert (record.when, record.witnesses) == ("2031-05-21", 1)
    assert record.otherwise == (Claim(field="when", value="2031-05-12", articles=("a1", "a2", "a4"), witnesses=0),)
    assert [(one.article, one.when) for one in record.history] == [("a1", "2031-05-12"), ("a3", "2031-05-21")]
    assert {one.article: one.fields for one in record.evidence} == {
        "a1": ("type", "when"),
        "a2": ("type", "when"),
        "a3": ("type", "when"),
        "a4": ("type", "when"),
    }


def test_a_person_that_was_corrected_is_nobody_of_the_record() -> None:
    told = [event(FIRST, when="2031-05-12"), event(FIXED, when="2031-05-12", principals=(OKELLO,))]
    (record,) = merge(told, ALL, [_set("a3")], [])
    assert record.principals == (OKELLO,)


def test_another_visit_that_both_versions_tell_stays_what_it_was() -> None:
    told = [
        event(FIRST, when="2031-05-12"),
        event(FIRST, when="2029", status="completed"),
        event(FIXED, when="2031-05-21"),
        event(FIXED, when="2029", status="completed"),
    ]
    records = merge(told, ALL, [_set("a3")], [])
    assert sorted((record.when or "", record.articles) for record in records) == [
        ("2029", ("a1", "a3")),
        ("2031-05-21", ("a1", "a3")),
    ]


def test_what_an_agency_sends_after_its_correction_is_its_latest_word() -> None:
    told = [event(FIXED, when="2031-05-12"), event(LATE, when="2031-05-12", status="cancelled")]
    (record,) = merge(told, ALL, [_set("a3", update="a4")], [])
    assert record.status == "cancelled"


def test_an_outlet_that_tells_the_old_days_of_its_own_is_not_corrected() -> None:
    own = article("a9", "2031-05-02")
    told = [event(FIRST, when="2031-05-12"), event(own, when="2031-05-12"), event(FIXED, when="2031-05-21")]
    records = merge(told, by_id(*ALL.values(), own), [_set("a3")], [])
    assert sorted((record.when or "", record.articles) for record in records) == [
        ("2031-05-12", ("a9",)),
        ("2031-05-21", ("a1", "a3")),
    ]
    assert all(record.principals == (LINDQVIST,) for record in records)


def test_corrected_days_stand_though_they_overlap_the_old_ones_which_another_outlet_repeats() -> None:
    own = article("a9", "2031-05-02")
    told = [event(one, when="2031-05-20/2031-05-22") for one in (FIRST, PAPER, own)]
    told.append(event(FIXED, when="2031-05-21/2031-05-23"))
    (record,) = merge(told, by_id(*ALL.values(), own), [_set("a3")], [])
    assert record.when == "2031-05-21/2031-05-23"
    assert "2031-05-20/2031-05-22" in [line.when for line in record.history]
    (old,) = record.otherwise
    assert (old.value, old.articles, old.witnesses) == ("2031-05-20/2031-05-22", ("a1", "a2", "a9"), 1)
    assert record.evidence[0].article == "a3"


def test_a_correction_to_one_day_of_a_stretch_takes_the_stretch_back() -> None:
    told = [event(one, when="2031-05-20/2031-05-22") for one in (FIRST, PAPER)] + [event(FIXED, when="2031-05-21")]
    (record,) = merge(told, ALL, [_set("a3")], [])
    assert (record.when, record.support["when"]) == ("2031-05-21", 1)
    (old,) = record.otherwise
    assert (old.field, old.value, old.articles, old.witnesses) == ("when", "2031-05-20/2031-05-22", ("a1", "a2"), 0)


def test_a_day_of_the_week_that_the_first_version_gave_is_no_correction() -> None:
    week = replace(FIRST, body=("Maren Lindqvist will visit Uganda the week of May 19.",))
    told = [event(week, when="2031-05-19/2031-05-25"), event(FIXED, when="2031-05-21")]
    (record,) = merge(told, ALL, [_set("a3")], [])
    assert (record.when, record.otherwise) == ("2031-05-21", ())


def test_a_weekend_named_by_its_days_was_taken_back_by_the_day_of_the_correction() -> None:
    named = replace(FIRST, body=("Maren Lindqvist will visit Uganda on May 24 and 25.",))
    told = [event(named, when="2031-05-24/2031-05-25"), event(FIXED, when="2031-05-25")]
    (record,) = merge(told, ALL, [_set("a3")], [])
    assert [(one.value, one.witnesses) for one in record.otherwise] == [("2031-05-24/2031-05-25", 0)]


def test_who_still_gives_the_days_that_were_corrected_is_no_witness_of_the_new_ones() -> None:
    other = replace(article("a9", "2031-05-04"), outlet="Harbour Post")
    told = [event(one, when="2031-05-20/2031-05-22") for one in (FIRST, PAPER, other)]
    (record,) = merge([*told, event(FIXED, when="2031-05-21")], {**ALL, "a9": other}, [_set("a3")], [])
    assert (record.when, record.support["when"], record.witnesses) == ("2031-05-21", 1, 2)
    (old,) = record.otherwise
    assert (old.value, old.articles, old.witnesses) == ("2031-05-20/2031-05-22", ("a1", "a2", "a9"), 1)
