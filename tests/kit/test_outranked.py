from __future__ import annotations

from wiredesk.kit.outranked import outranked
from wiredesk.types import Article

PAGE = "https://www.ferrytimes.example/news/lock-gate?utm_source=cup"


def article(id_: str, url: str | None, *, teaser: bool = False) -> Article:
    return Article(id=id_, url=url, body=("A lock gate was hung on Monday.",), teaser=teaser)


def test_words_about_a_page_that_was_read_are_outranked_by_it() -> None:
    item = article("item", PAGE, teaser=True)
    assert outranked([item]) == frozenset()
    assert outranked([item, article("page", "http://ferrytimes.example/news/lock-gate")]) == {"item"}
    assert outranked([item, article("other", "https://ferrytimes.example/news/bridge")]) == frozenset()


def test_a_page_without_a_text_or_an_address_outranks_nothing() -> None:
    item, bare = article("item", PAGE, teaser=True), article("bare", None, teaser=True)
    empty = Article(id="empty", url=PAGE)
    odd = article("odd", "not an address")
    assert outranked([item, bare, empty, odd]) == frozenset()
