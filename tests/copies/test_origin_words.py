"""The words for why an article is the origin count those that hold its text."""

from tests.copies.writing import article, paragraphs

from wiredesk.copies import find_copies


def test_an_excerpt_is_not_counted_among_those_that_hold_nearly_all_of_it() -> None:
    body = paragraphs("harbour", 10)
    [found] = find_copies([article("a", body, 0), article("b", body[:6], 1)])
    assert [one.relation for one in found.articles] == ["original", "excerpt"]
    assert found.origin.how == "the fullest of 2 articles"


def test_whole_reprints_are_counted() -> None:
    body = paragraphs("harbour", 10)
    [found] = find_copies([article("a", body, 0), article("b", body, 1), article("c", body[:6], 2)])
    assert found.origin.how == "the earliest (2026-01-01) of 2 articles that hold nearly all of it"
