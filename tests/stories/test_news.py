import json
from pathlib import Path
from typing import Any

import pytest
from tests.reading import CASES, as_article

from wiredesk.annotate import annotate
from wiredesk.copies import find_copies
from wiredesk.stories import describe, whats_new
from wiredesk.types import Article, CitedSentence

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
