"""Why each article is in its story: every article once, in words that it prints itself."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.stories.test_story_cases import FOLDERS, grouped, read_case

from wiredesk.stories import describe
from wiredesk.stories.rules import Rules
from wiredesk.stories.telling.why import put_by_editor
from wiredesk.types import Article, Copy, CopySet, Origin, Published, Relation

DAY = date(2031, 5, 2)


def told(id_: str, outlet: str, *body: str, day: date = DAY) -> Article:
    return Article(id=id_, outlet=outlet, body=body, published=Published(value=day))


QUAKE = told("a", "Valley Post", "A quake of magnitude 7.1 hit the Corvane Islands on Friday and woke 12,400 people.")
OTHER = told("b", "Hill Post", "The Corvane Islands shook: magnitude 7.1, and 12,400 awake, said Ilse Brandt in 2031.")


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: folder.name)
def test_every_article_has_its_reason_and_what_it_shares_stands_in_it(case: Path) -> None:
    articles, *_ = read_case(case)
    by_id = {one.id: one for one in articles}
    for story in grouped(case)[0]:
        assert tuple(one.article for one in story.why) == story.articles
        assert [one.basis for one in story.why].count("first") == 1
        for one in story.why:
            article = by_id[one.article]
            assert one.beside is None or one.beside in story.articles
            assert one.reason
            assert not one.reason.endswith(" ")
            for term in one.shared:
                assert any(re.search(rf"\b{re.escape(term)}", article.part(part)) for part in article.parts()), term


def test_names_and_figures_come_before_words() -> None:
    (story,) = describe([["a", "b"]], [QUAKE, OTHER], {})
    first, second = story.why
    assert (first.basis, first.reason, first.beside) == ("first", "the first report", None)
    assert second.shared == ("Corvane Islands", "7.1", "12,400")
    assert second.beside == "a"
    assert second.likeness is not None
    assert second.reason == (
        f"shares Corvane Islands, 7.1 and 12,400 with the report of Valley Post (likeness {second.likeness:.2f})"
    )


def test_words_are_told_where_no_name_is_shared() -> None:
    one = told("a", "Valley Post", "the drain above the brook burst, and sewage ran into cellars")
    other = told("b", "Hill Post", "sewage in cellars: the burst drain was never mended")
    (story,) = describe([["a", "b"]], [one, other], {})
    assert story.why[1].reason.startswith("shares the words ")
    assert set(story.why[1].shared) <= {"sewage", "drain", "burst", "cellars"}
    assert len(story.why[1].shared) == Rules().why_names


def test_nothing_in_common_is_said() -> None:
    (story,) = describe([["a", "b"]], [QUAKE, told("b", "Hill Post", "Eggs were dear last week.")], {})
    assert story.why[1].reason == "shares no telling word with the story's other reports (likeness 0.00)"
    assert story.why[1].shared == ()


@pytest.mark.parametrize(
    ("relation", "reason"),
    [
        ("reprint", "carries the AP report that Valley Post printed"),
        ("excerpt", "carries a part of the AP report that Valley Post printed"),
        ("update", "updates the AP report that Valley Post printed"),
        ("correction", "corrects the AP report that Valley Post printed"),
        ("rewrite", "tells in other words the AP report that Valley Post printed"),
    ],
)
def test_a_copy_says_what_it_makes_of_whose_report(relation: Relation, reason: str) -> None:
    sets = CopySet(
        id="c",
        origin=Origin(credit="AP", article="a", how="credited"),
        articles=(Copy(id="a", share=1.0, relation="original"), Copy(id="b", share=0.9, relation=relation)),
    )
    (story,) = describe([["a", "b"]], [QUAKE, OTHER], {}, [sets])
    copy = next(one for one in story.why if one.basis == "copy")
    assert copy.reason in (reason, "carries the AP report that Hill Post printed")  # a correction stands for the report
    assert (copy.likeness, copy.shared) == (None, ())


def test_an_editors_word_replaces_the_reason() -> None:
    (story,) = describe([["a", "b"]], [QUAKE, OTHER], {})
    decided = put_by_editor(story, {"b"})
    assert [(one.basis, one.reason, one.beside) for one in decided.why] == [
        ("first", "the first report", None),
        ("decision", "an editor put it here", None),
    ]


def test_large_stories_are_compared_in_parts() -> None:
    articles = [
        told(f"a{number:03}", f"Paper {number}", *QUAKE.body, day=DAY + timedelta(days=number // 20))
        for number in range(3 * Rules().why_compared)
    ]
    (story,) = describe([[one.id for one in articles]], articles, {})
    assert [one.basis for one in story.why[1:]] == ["likeness"] * (len(articles) - 1)
    assert all(one.shared for one in story.why[1:])
