import pytest

from wiredesk.kit.citations import CONTEXT_CHARACTERS, cite
from wiredesk.types import Article, Caption

BODY = ("The ferry left Nordhavn on Monday, the harbour master said.", "It carried 40 lorries.")
ARTICLE = Article(id="a1", url="https://x.example/ferry", body=BODY, captions=(Caption(text="The ferry."),))


def test_the_quote_is_the_part_between_its_offsets_and_the_context_joins_on_to_it() -> None:
    text = ARTICLE.part("body")
    start = text.index("on Monday")
    made = cite(ARTICLE, "body", start, start + len("on Monday"), ("when",))
    assert made.quote == "on Monday"
    assert made.prefix + made.quote + made.suffix in text
    assert made.suffix == text[made.end : made.end + CONTEXT_CHARACTERS]
    assert (made.article, made.url, made.fields) == ("a1", "https://x.example/ferry", ("when",))


def test_context_ends_where_the_part_does() -> None:
    made = cite(ARTICLE, "caption:0", 0, 10)
    assert (made.quote, made.prefix, made.suffix) == ("The ferry.", "", "")


def test_a_part_that_no_article_has_is_refused() -> None:
    with pytest.raises(KeyError):
        cite(ARTICLE, "footer", 0, 1)
