"""Pages without an article are told apart, and articles that look like them are not."""

from __future__ import annotations

import pytest
from tests.extract.made_pages import with_article, without_article

from wiredesk.extract.body.choice import choose_body
from wiredesk.extract.body.verdict import Lack, lack_of
from wiredesk.extract.head.metadata import read_metadata
from wiredesk.extract.pages.outline import outline_of
from wiredesk.extract.pictures.pictured import find_captions
from wiredesk.extract.rules import BodyRules

RULES = BodyRules()


def judged(html: str) -> Lack | None:
    outline = outline_of(html)
    heading = read_metadata(outline, "https://post.example/pier").heading.number
    captions = frozenset(number for one in find_captions(outline, heading) for number in one.numbers)
    return lack_of(outline, choose_body(outline, heading, captions, RULES), heading, RULES)


@pytest.mark.parametrize("name", without_article())
def test_a_page_without_an_article_is_told_apart(name: str) -> None:
    html, kind = without_article()[name]
    lack = judged(html)
    assert lack is not None
    assert lack.kind == kind
    assert lack.message
    assert lack.hint


@pytest.mark.parametrize("name", with_article())
def test_an_article_is_none_of_them(name: str) -> None:
    assert judged(with_article()[name]) is None


def test_what_is_shown_before_a_wall_is_counted() -> None:
    lack = judged(without_article()["stub of one paragraph"][0])
    assert lack is not None
    assert lack.message == "only 36 words of the article are shown, the rest is behind a wall"
