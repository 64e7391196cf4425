import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.reading import CASES, as_article

from wiredesk.annotate import annotate
from wiredesk.copies import find_copies
from wiredesk.stories import describe, whats_new
from wiredesk.types import Article, CitedSentence, Published

NEWS = CASES / "news"
FOLDERS = sorted(NEWS.iterdir())


def read(case: Path) -> tuple[list[Article], set[str], dict[str, Any]]:
    """All articles, the ids of those told, and what is expected of the rest."""
    record = json.loads((case / "input.json").read_text("utf-8"))
    told = [as_article(one) for one in record["told"]]
    others = [as_article(one) for one in record["others"]]
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    return [*told, *others], {one.id for one in told}, expected


def new_in(articles: list[Article], told: set[str]) -> tuple[CitedSentence, ...]:
    annotations = {one.id: annotate(one) for one in articles}
    copies = find_copies(articles)
    (story,) = describe([[one.id for one in articles]], articles, annotations, copies)
    return whats_new(story, {one.id: one for one in articles}, annotations, told, copies)


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_new_is_what_the_case_says(case: Path) -> None:
    """`new`: each must be told, in this order, `*` opening alternatives; `may`: what may be besides."""
    articles, told, expected = read(case)
    found = [sentence.text for sentence in new_in(articles, told)]
    wanted = [text.removeprefix("*").split("|") for text in expected["new"]]
    required = [text for text in found if text not in expected["may"]]
    assert len(required) == len(wanted), required
    assert all(text in either for text, either in zip(required, wanted, strict=True)), required


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: folder.name)
def test_new_sentences_are_word_for_word_of_articles_not_told(case: Path) -> None:
    articles, told, _ = read(case)
    by_id = {one.id: one for one in articles}
    for sentence in new_in(articles[::-1], told):
        cited = sentence.citation
        assert cited.article not in told
        assert by_id[cited.article].part(cited.part)[cited.start : cited.end] == cited.quote == sentence.text


def test_of_a_day_the_news_of_the_story_s_headline_comes_first() -> None:
    def told(id_: str, outlet: str, hour: int, headline: str, *body: str) -> Article:
        at = datetime(2031, 5, 2 if hour else 1, hour, tzinfo=UTC)
        return Article(
            id=id_, outlet=outlet, headline=headline, body=body, published=Published(value=at.date(), instant=at)
        )

    opening = "Rescuers freed nine miners from the flooded Orla pit on Friday, the mine's owner said."
    articles = [
        told("first", "Hill Post", 0, "Nine trapped in Orla pit", "Nine miners are trapped in the flooded Orla pit."),
        told("main", "Hill Post", 8, "Nine miners freed from Orla pit", opening),
        told("main-too", "Lenn Echo", 9, "Orla pit: nine miners are free", opening),
        told("aside", "Valley Sun", 20, "Orla baker closes", "The bakery by the Orla pit closed on Friday for good."),
    ]
    story, *others = describe(
        [[one.id for one in articles]], articles, {one.id: annotate(one) for one in articles}, find_copies(articles)
    )
    assert not others
    assert story.headline == "Nine miners freed from Orla pit"
    found = new_in(articles, {"first"})
    assert [one.text for one in found][:1] == [opening]
    assert {one.citation.article for one in found} == {"main", "aside"}
