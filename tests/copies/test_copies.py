import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import CASES as ALL
from tests.reading import as_article

from wiredesk.copies import CopyIndex, find_copies
from wiredesk.copies.fingerprints import fingerprint
from wiredesk.copies.rules import Rules
from wiredesk.kit.shingles import shingles, words
from wiredesk.types import Article, CopySet

CASES = ALL / "copies"


def read_articles(case: Path) -> list[Article]:
    return [as_article(record) for record in json.loads((case / "input.json").read_text("utf-8"))["articles"]]


class MemoryIndex:
    """An `Index` in memory."""

    def __init__(self) -> None:
        self._keys: dict[int, set[str]] = {}

    def add(self, key: str, digests: Sequence[int]) -> None:
        """Remember `key` under each digest."""
        for digest in digests:
            self._keys.setdefault(digest, set()).add(key)

    def near(self, digests: Sequence[int]) -> set[str]:
        """Keys that share at least one digest."""
        return set().union(*(self._keys.get(digest, ()) for digest in digests))


FOLDERS = sorted(CASES.iterdir())


def as_expected(found: CopySet) -> dict[str, object]:
    return {
        "origin": found.origin.article,
        "credit": found.origin.credit,
        "articles": {copy.id: copy.relation for copy in found.articles},
    }


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: folder.name)
def test_copy_sets_are_those_of_the_case(case: Path) -> None:
    found = [as_expected(one) for one in find_copies(read_articles(case))]
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    key = lambda one: str(one["origin"])  # noqa: E731
    assert sorted(found, key=key) == sorted(expected, key=key)


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: folder.name)
def test_stream_ends_with_the_sets_of_the_batch(case: Path) -> None:
    articles = sorted(read_articles(case), key=lambda one: (str(one.day), one.id))
    index = CopyIndex()
    for one in articles:
        index.add(one)
    assert index.sets() == find_copies(articles)


EVERYTHING = [
    replace(article, id=f"{case.name}/{article.id}", body=tuple(f"{paragraph}" for paragraph in article.body))
    for case in sorted(CASES.iterdir())
    if case.name in {"roundup-of-two-wires", "shared-background", "no-text-no-copy", "two-cuts-and-then-the-whole"}
    for article in read_articles(case)
]


@settings(max_examples=20, deadline=None)
@given(st.permutations(EVERYTHING))
def test_order_of_input_does_not_change_the_sets(articles: list[Article]) -> None:
    assert find_copies(articles) == find_copies(EVERYTHING)


def test_every_article_is_in_exactly_one_set() -> None:
    members = [copy.id for found in find_copies(EVERYTHING) for copy in found.articles]
    assert sorted(members) == sorted(article.id for article in EVERYTHING)


def test_set_keeps_its_id_as_later_copies_come() -> None:
    origin, reprint = read_articles(CASES / "reprint-with-own-headline")
    first = min(origin, reprint, key=lambda article: article.id)
    second = max(origin, reprint, key=lambda article: article.id)
    index = CopyIndex()
    alone = index.add(first)
    assert [copy.relation for copy in alone.articles] == ["original"]
    together = index.add(second)
    assert together.id == alone.id
    assert {copy.id for copy in together.articles} == {first.id, second.id}


def test_adding_the_same_article_again_changes_nothing() -> None:
    origin, reprint = read_articles(CASES / "reprint-with-own-headline")
    index = CopyIndex(index=MemoryIndex())
    index.extend([origin, reprint])
    before = index.sets()
    index.add(origin)
    assert index.sets() == before


def test_article_whose_text_was_replaced_leaves_its_set() -> None:
    origin, reprint = read_articles(CASES / "reprint-with-own-headline")
    index = CopyIndex()
    index.extend([origin, reprint])
    other = tuple(f"Paragraph {number} tells of quite another matter altogether, at length." for number in range(9))
    assert len(index.add(replace(reprint, body=other)).articles) == 1
    assert len(index.copies_of(origin.id).articles) == 1


def test_set_whose_linking_article_goes_falls_apart() -> None:
    cut_a, cut_b, whole = read_articles(CASES / "two-cuts-and-then-the-whole")
    index = CopyIndex()
    index.extend([cut_a, cut_b, whole])
    assert len(index.sets()) == 1
    index.add(replace(whole, body=("Nothing of it remained on the page when the desk looked again an hour later.",)))
    assert len(index.sets()) == 3


def test_ten_reprints_are_one_set_and_share_tells_how_much_each_carries() -> None:
    origin = read_articles(CASES / "reprint-with-own-headline")[0]
    reprints = [
        replace(origin, id=f"paper-{number}", outlet=f"Paper {number}", body=origin.body[: 10 - number % 5])
        for number in range(10)
    ]
    (found,) = find_copies([origin, *reprints])
    assert found.origin.article == origin.id
    shares = {copy.id: copy.share for copy in found.articles}
    assert shares[origin.id] == shares["paper-0"] == 1.0
    assert shares["paper-4"] < shares["paper-1"] < 1.0


def test_captions_and_own_leads_are_no_part_of_the_comparison() -> None:
    one, two = read_articles(CASES / "shared-background")
    lead = ("The very same introduction of one hundred words stands above both texts, word for word, as it happens.",)
    assert len(find_copies([replace(one, lead=lead), replace(two, lead=lead)])) == 2


def test_shingles_of_a_fingerprint_are_those_of_the_kit() -> None:
    article = read_articles(CASES / "reprint-with-own-headline")[0]
    rules = Rules()
    expected = shingles([word for paragraph in article.body for word in words(paragraph)], rules.shingle)
    assert list(fingerprint(article, rules).shingles) == expected
    assert list(fingerprint(replace(article, body=("Two words.",)), rules).shingles) == []


def test_index_that_is_handed_in_says_what_may_be_looked_at() -> None:
    class Nothing(MemoryIndex):
        def near(self, digests: Sequence[int]) -> set[str]:
            return set()

    origin, reprint = read_articles(CASES / "reprint-with-own-headline")
    index = CopyIndex(index=Nothing())
    index.extend([origin, reprint])
    assert len(index.sets()) == 2


def test_articles_that_tell_a_change_are_known() -> None:
    article = read_articles(CASES / "reprint-with-own-headline")[0]
    index = CopyIndex()
    index.take([article, replace(article, id="told", headline="CORRECTED: " + (article.headline or ""))])
    assert index.telling == {"told"}
