from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from wiredesk.coding import agreement, read_coded
from wiredesk.coding.agreement import cohen_kappa
from wiredesk.coding.records import Coded

STATUS = {one[0]: one for one in ("announced", "expected", "completed", "underway", "invited")} | {"x": "cancelled"}
FIRST = [STATUS[letter] for letter in "aaeccuiaxc" * 2]
SECOND = [STATUS[letter] for letter in "aeeccuaaxcaaccuuiexc"]
"""What two coders made of the same twenty visits."""


def visit(**fields: Any) -> dict[str, Any]:
    return {
        "type": "visit",
        "status": "announced",
        "principals": [{"name": "Maren Lindqvist", "role": "Foreign Minister", "country": "NO"}],
        "destination": ["UG"],
        "when": "2031-05-12",
    } | fields


def coded(*articles: Sequence[dict[str, Any]]) -> list[Coded]:
    lines = (json.dumps({"article": f"a{number}", "events": list(one)}) for number, one in enumerate(articles))
    found, problems = read_coded("\n".join(lines), "sheet")
    assert problems == []
    return found


def test_kappa_is_that_of_scikit_learn() -> None:
    ours = cohen_kappa(list(zip(FIRST, SECOND, strict=True)))
    assert ours == pytest.approx(cohen_kappa_score(FIRST, SECOND), abs=1e-12)
    assert ours == pytest.approx(54 / 79)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), min_size=1, max_size=40))
def test_kappa_is_that_of_scikit_learn_on_anything(items: list[tuple[str, str]]) -> None:
    first, second = zip(*items, strict=True)
    ours = cohen_kappa(items)
    if len({*first, *second}) == 1:
        assert ours is None  # nothing can be expected by chance where there is one category alone
    else:
        assert ours == pytest.approx(cohen_kappa_score(first, second), abs=1e-12)


def test_the_field_kappa_of_a_comparison_is_over_matched_records() -> None:
    found = agreement(coded(*([visit(status=s)] for s in FIRST)), coded(*([visit(status=s)] for s in SECOND)))
    assert found.matched == found.fields["status"].items == 20
    assert found.fields["status"].kappa == pytest.approx(cohen_kappa_score(FIRST, SECOND), abs=1e-12)
    assert found.fields["when"].kappa is None
    assert found.fields["when"].share == 1.0
    assert ("invited", "announced", 1) in found.confusion["status"]


def test_records_match_by_type_and_a_principal_and_the_nearest_first() -> None:
    a = coded([visit(when="2031-05-12"), visit(when="2031-06-01")])
    b = coded([visit(when="2031-06-01"), visit(when="2031-07-01"), visit(principals=[{"name": "Samuel Okello"}])])
    found = agreement(a, b)
    assert (found.matched, found.only_a, found.only_b) == (2, 0, 1)
    assert found.event_f1 == 0.8
    assert found.fields["when"].agree == 1


def test_an_event_of_another_type_is_no_match_but_shows_in_the_confusion() -> None:
    found = agreement(coded([visit()]), coded([visit(type="meeting")]))
    assert (found.matched, found.only_a, found.only_b, found.event_f1) == (0, 1, 1, 0.0)
    assert found.confusion["type"] == [("visit", "meeting", 1)]


def test_a_list_is_one_category_its_members_in_any_order() -> None:
    people = [{"name": "Maren Lindqvist"}, {"name": "Samuel Okello"}]
    a = coded([visit(principals=people, destination=["UG", "KE"])])
    b = coded([visit(principals=people[::-1], destination=["KE", "UG"])])
    found = agreement(a, b)
    assert found.fields["principals"].agree == found.fields["destination"].agree == 1


def test_names_agree_whatever_their_accents_and_somebody_unnamed_by_role_and_country() -> None:
    a = coded([visit(principals=[{"name": "Zoltán Őry"}, {"role": "Defence Minister", "country": "HU"}])])
    b = coded([visit(principals=[{"name": "Zoltan Ory"}, {"role": "defense minister", "country": "HU"}])])
    assert agreement(a, b).fields["principals"].agree == 1


def test_roles_are_compared_of_people_whom_both_name() -> None:
    other = [{"name": "Maren Lindqvist", "role": "Prime Minister", "country": "NO"}]
    found = agreement(coded([visit()]), coded([visit(principals=other)]))
    assert (found.fields["role"].items, found.fields["role"].agree, found.fields["country"].agree) == (1, 0, 1)


def test_only_articles_that_both_coded_count_and_no_event_is_an_answer() -> None:
    found = agreement(coded([visit()], []), coded([visit()], [], [visit()]))
    assert (found.articles, found.records_a, found.records_b, found.event_f1) == (2, 1, 1, 1.0)
    assert agreement(coded([]), coded([])).event_f1 is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "no JSON"),
        ('{"events": []}', "names no `article`"),
        ('{"article": "a"}', "has no `events`"),
        ('{"article": "a", "events": null}', "not coded yet"),
        ('{"article": "a", "events": [{"type": "trip", "status": "announced", "principals": []}]}', "record 1"),
        ('{"article": "a", "events": [{"type": "visit", "staus": "announced"}]}', "no field `staus`"),
        ('{"article": "a", "events": [{"type": "visit", "status": "expected", "principals": [{}]}]}', "record 1"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_number_and_the_rest_is_read(line: str, said: str) -> None:
    found, problems = read_coded(f'{{"id": "b", "events": []}}\n{line}\n', "sheet.jsonl")
    assert [one.article for one in found] == ["b"]
    (problem,) = problems
    assert problem.source == "sheet.jsonl, line 2"
    assert said in problem.message


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("when", "next week", "no EDTF"), ("destination", ["UK"], "no country"), ("evidence", [3], "list of quotes")],
)
def test_a_value_that_the_codebook_does_not_have_is_told(field: str, value: Any, said: str) -> None:
    found, (problem,) = read_coded(json.dumps({"article": "a", "events": [visit(**{field: value})]}), "sheet")
    assert found == []
    assert said in problem.message
