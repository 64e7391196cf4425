from datetime import date

from wiredesk.annotate import annotate
from wiredesk.stories import group
from wiredesk.stories.wording.repeats import Repeats
from wiredesk.types import Article, Published

FOOT = "The Karoo Clarion is printed by Sneeuberg Press in Cradock, and its letters page is edited by Wessel Haarhoff."
RIVER = ("A bridge over the Great Fish River was swept away on Sunday.", "Nobody was on it.", FOOT)
SCHOOL = ("A school in Somerset East will teach shearing from January.", "Forty pupils have signed up.", FOOT)


def masked(articles: list[Article], report_of: dict[str, str]) -> dict[str, Article]:
    repeats = Repeats(articles, report_of)
    return {one.id: repeats.masked(one) for one in articles}


def article(id_: str, body: tuple[str, ...], outlet: str | None = "Karoo Clarion") -> Article:
    return Article(id=id_, outlet=outlet, body=body, published=Published(value=date(2024, 2, 4)))


def test_paragraph_under_two_reports_of_an_outlet_is_blanked_and_offsets_hold() -> None:
    river, school = article("river", RIVER), article("school", SCHOOL)
    kept = masked([river, school], {})
    assert kept["river"].body[:2] == RIVER[:2]
    assert kept["river"].body[2].strip() == ""
    assert len(kept["river"].part("body")) == len(river.part("body"))


def test_paragraph_in_copies_of_one_report_stays() -> None:
    one, two = article("one", RIVER), article("two", RIVER)
    assert masked([one, two], {"one": "c", "two": "c"}) == {"one": one, "two": two}


def test_outlets_are_told_apart_and_the_unknown_outlet_is_none() -> None:
    one, two, three = article("one", RIVER), article("two", SCHOOL, "Other"), article("three", SCHOOL, None)
    assert masked([one, two, three], {}) == {"one": one, "two": two, "three": three}


def test_article_of_nothing_else_stays_whole() -> None:
    stub, school = article("stub", (FOOT,)), article("school", SCHOOL)
    assert masked([stub, school], {})["stub"] == stub


def test_furniture_neither_joins_stories_nor_sums_them_up() -> None:
    articles = [article("river", RIVER), article("school", SCHOOL)]
    stories = group(articles, {one.id: annotate(one) for one in articles})
    assert len(stories) == 2
    assert not any("Karoo Clarion" in sentence.text for story in stories for sentence in story.summary)
