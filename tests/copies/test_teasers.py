"""Teasers in a stream: whose words they are, whichever comes first."""

from dataclasses import replace
from pathlib import Path

from tests.copies.writing import article, paragraphs

from wiredesk.copies import CopyIndex, find_copies
from wiredesk.copies.rules import Rules
from wiredesk.types import CopySet

REPORT = article("report", paragraphs("report"))
SUMMARY = article("teaser", REPORT.body[:1], teaser=True)
SAME = replace(SUMMARY, id="teaser-too")


def together(found: CopySet) -> set[str]:
    return {copy.id for copy in found.articles}


def test_teaser_is_an_excerpt_of_the_report_whose_words_it_is_whichever_comes_first() -> None:
    for order in ([REPORT, SUMMARY], [SUMMARY, REPORT]):
        index = CopyIndex()
        index.extend(order)
        found = index.copies_of("teaser")
        assert {copy.id: copy.relation for copy in found.articles} == {"report": "original", "teaser": "excerpt"}
        assert index.sets() == find_copies(order)


def test_report_that_has_more_of_a_teasers_words_takes_it() -> None:
    words = REPORT.body[0].split()
    most = article("most", (" ".join(words[:-3]), *paragraphs("most")))
    index = CopyIndex()
    index.extend([most, SUMMARY])
    assert together(index.copies_of("teaser")) == {"most", "teaser"}
    index.changed()
    index.add(REPORT)
    assert together(index.copies_of("teaser")) == {"report", "teaser"}
    assert [together(one) for one in index.changed()] == [{"most"}, {"report", "teaser"}]


def test_headline_and_lead_of_a_report_count_too() -> None:
    headed = replace(REPORT, lead=paragraphs("lead", 1))
    index = CopyIndex()
    index.extend([replace(SUMMARY, body=headed.lead), headed])
    assert together(index.copies_of("teaser")) == {"report", "teaser"}


def test_one_summary_of_several_feeds_is_one_until_a_report_takes_it() -> None:
    index = CopyIndex()
    index.extend([SUMMARY, SAME, replace(SUMMARY, id="other", body=paragraphs("other", 1))])
    assert together(index.copies_of("teaser")) == {"teaser", "teaser-too"}
    assert len(index.sets()) == 2
    index.add(REPORT)
    assert together(index.copies_of("teaser-too")) == {"report", "teaser", "teaser-too"}


def test_teaser_whose_page_was_read_leaves_those_of_its_words_together() -> None:
    index = CopyIndex()
    index.extend([SUMMARY, SAME, replace(SUMMARY, id="teaser-three")])
    index.add(replace(SUMMARY, teaser=False, body=paragraphs("read")))
    assert together(index.copies_of("teaser")) == {"teaser"}
    assert together(index.copies_of("teaser-too")) == {"teaser-too", "teaser-three"}


def test_teaser_of_a_report_whose_text_was_replaced_finds_another() -> None:
    index = CopyIndex()
    index.extend([REPORT, SUMMARY, replace(REPORT, id="reprint")])
    index.add(replace(REPORT, body=paragraphs("replaced")))
    assert together(index.copies_of("teaser")) == {"reprint", "teaser"}


def test_teaser_that_is_too_short_is_of_no_report() -> None:
    short = replace(SUMMARY, body=(" ".join(REPORT.body[0].split()[:6]),))
    assert len(find_copies([REPORT, short])) == 2


def test_teasers_are_placed_by_what_was_kept(tmp_path: Path) -> None:
    for first, then in (([SUMMARY, SAME], REPORT), ([REPORT, SAME], SUMMARY)):
        folder = tmp_path / then.id
        with CopyIndex(folder) as index:
            index.extend(first)
            index.save()
        with CopyIndex(folder) as index:
            index.add(then)
            assert together(index.copies_of("teaser")) == {"report", "teaser", "teaser-too"}


def test_report_far_from_a_teaser_is_not_looked_at() -> None:
    near, far = Rules(teaser_reach=50), Rules(teaser_reach=10)
    between = [article(f"b{number}", paragraphs(number, 3), 1) for number in range(20)]
    articles = [REPORT, *between, replace(SUMMARY, published=between[0].published, id="z")]
    assert len(find_copies(articles, near)) == 21
    assert len(find_copies(articles, far)) == 22
