"""Two agencies' reports stay two, whoever prints something of both."""

from dataclasses import replace

import pytest
from tests.copies.test_copies import CASES, read_articles

from wiredesk.copies import are_copies, find_copies
from wiredesk.types import Article

ONE, TWO, CUT, PAPER = read_articles(CASES / "paper-that-takes-from-two-agencies")


def together(*articles: Article) -> list[set[str]]:
    return [{copy.id for copy in one.articles} for one in find_copies(articles)]


@pytest.mark.parametrize("id_", ["a", "wire-one-and-a-half", "z"])
@pytest.mark.parametrize("credit", [None, "AP", "Reuters"])
def test_paper_does_not_make_two_agencies_one_whenever_it_comes_and_whatever_it_states(
    id_: str, credit: str | None
) -> None:
    paper = replace(
        PAPER, id=id_, credit=credit, credit_basis="stated" if credit else "unknown", published=ONE.published
    )
    sets = together(ONE, TWO, CUT, paper)
    assert not any({ONE.id, TWO.id} <= one for one in sets)
    assert any({ONE.id, CUT.id} <= one for one in sets)


@pytest.mark.parametrize("credit", ["AP", "Reuters"])
def test_paper_that_has_half_of_either_is_of_the_agency_that_it_states(credit: str) -> None:
    paper = replace(PAPER, credit=credit, credit_basis="stated")
    stated = ONE if credit == "AP" else TWO
    assert any({stated.id, paper.id} <= one for one in together(ONE, TWO, paper))


@pytest.mark.parametrize("id_", ["a", "wire-one-and-a-half", "z"])
def test_what_both_quote_makes_no_link_where_nobody_states_an_agency(id_: str) -> None:
    bare = [replace(one, credit=None, credit_basis="unknown") for one in (ONE, TWO, replace(PAPER, id=id_))]
    assert len(together(*bare)) == 2


def test_page_that_names_the_wrong_agency_is_a_copy_all_the_same() -> None:
    wrong = replace(ONE, id="wrong", outlet="The Quay Post", credit="AFP")
    assert {ONE.id, "wrong"} in together(ONE, wrong)
    cut = replace(wrong, body=wrong.body[:4])
    assert {ONE.id, "wrong"} in together(ONE, cut)


def test_two_cuts_that_state_one_agency_are_brought_together_by_the_whole_and_by_one_that_states_none() -> None:
    first, last = (replace(ONE, id=f"cut {number}", body=ONE.body[number : number + 4]) for number in (0, 2))
    silent = replace(ONE, id="whole", credit=None, credit_basis="unknown")
    assert together(first, last, silent) == [{"cut 0", "cut 2", "whole"}]


def test_two_members_of_a_set_need_not_be_copies_of_one_another() -> None:
    above, below = replace(ONE, id="x-above", body=ONE.body[:3]), replace(ONE, id="x-below", body=ONE.body[3:])
    assert together(ONE, above, below) == [{ONE.id, "x-above", "x-below"}]
    assert are_copies(ONE, above) and are_copies(below, ONE)
    assert not are_copies(above, below)
    assert are_copies(ONE, PAPER) and are_copies(TWO, PAPER) and not are_copies(ONE, TWO)
