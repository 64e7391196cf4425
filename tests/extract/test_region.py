"""Which element of a page holds its article, and what counts as prose within it."""

from __future__ import annotations

import pytest
from tests.extract.made_pages import page, paragraphs, prose, teasers, titles

from wiredesk.extract.body.region import Region, find_region, word_count
from wiredesk.extract.pages.outline import outline_of
from wiredesk.extract.rules import BodyRules

CARDS = "".join(
    f"<div class=tile><h3><a href='/a/{at}'>{title}</a></h3><p>{teaser}</p></div>"
    for at, (title, teaser) in enumerate(zip(titles(12), teasers(12), strict=True))
)


def region_of(main: str) -> Region:
    return find_region(outline_of(page(main)), None, BodyRules())


def test_the_smallest_element_that_holds_the_prose_is_taken() -> None:
    found = region_of(f"<div class=outer><div class=side>A word aside.</div><div class=inner>{prose(5)}</div></div>")
    assert found.scope.words == "inner"


def test_cards_do_not_outweigh_a_text() -> None:
    found = region_of(f"<div class=text>{prose(3)}</div><div class=tiles>{CARDS}</div>")
    assert found.scope.words == "text"
    assert any(found.carded)


def test_comments_do_not_outweigh_a_text() -> None:
    comments = "".join(f"<div class=comment><p>{one}</p></div>" for one in paragraphs(9, 1))
    assert region_of(f"<div class=text>{prose(3)}</div><div id=comments>{comments}</div>").scope.words == "text"


def test_of_several_articles_one_below_the_other_the_first_is_taken() -> None:
    stories = "".join(
        f"<article class='story s{at}'><h1>{title}</h1>{prose(4, at)}</article>" for at, title in enumerate(titles(3))
    )
    assert region_of(stories).scope.words == "story s0"


def test_what_marks_all_of_the_text_does_not_discount_it() -> None:
    found = region_of(
        f"<div class=gallery>{''.join(f'<div class=slide>{prose(1, at)}</div>' for at in (0, 2, 4))}</div>"
    )
    assert "caption" in found.common
    assert all(found.prose[number] > 20 for number in found.numbers)


def test_what_marks_a_part_of_the_text_discounts_that_part() -> None:
    found = region_of(f"<div class=text>{prose(4)}<div class=related>{prose(1, 8)}</div></div>")
    assert "related" not in found.common
    assert [found.prose[number] > 20 for number in found.numbers] == [True, True, True, True, False]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("one", 1),
        ("one two three", 3),
        ("北の埠頭は春まで閉鎖されると市が発表した。", 10),
        ("Ein Wort", 2),
    ],
)
def test_words_are_counted_in_scripts_with_spaces_and_without(text: str, count: int) -> None:
    assert word_count(text) == count
