from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.sample_site import CAPTURE, OWN, VISIT, WIRE, article, cite

from wiredesk.publish.addresses import passage_url, web_url
from wiredesk.publish.entries import spans
from wiredesk.publish.evidence import quotes_for, telling_quotes
from wiredesk.publish.passages import clip, clip_end, excerpt, mark, passage
from wiredesk.publish.points import points_words, signals, total
from wiredesk.publish.printed import reasons_words
from wiredesk.publish.rules import WORD
from wiredesk.publish.sources import tellings, voices
from wiredesk.types import Article, Citation, Copy, CopySet, Event, EventReport, Origin, Reason

ARTICLES = {one.id: one for one in (*WIRE, OWN, CAPTURE)}


@given(st.text(), st.integers(min_value=0, max_value=30))
def test_a_clipped_text_is_its_beginning_or_its_end_and_never_longer_than_asked(text: str, words: int) -> None:
    start, cut = clip(text, words)
    end, cut_end = clip_end(text, words)
    assert text.startswith(start) and text.endswith(end)
    assert len(WORD.findall(start)) <= words and len(WORD.findall(end)) <= words
    assert cut == (len(WORD.findall(text)) > words) == cut_end


def test_context_and_quote_follow_each_other_in_the_source() -> None:
    for citation in VISIT.evidence:
        made = passage(citation, ARTICLES.get, {}, 40)
        told = made.before.text + made.quote.text + made.after.text
        assert made.quote.text == citation.quote and not made.quote.kept
        assert told in ARTICLES[citation.article].part(citation.part)
        assert len(WORD.findall(told)) <= 40


def test_a_citation_of_a_text_that_is_not_at_hand_keeps_its_own_context() -> None:
    made = passage(VISIT.evidence[1], lambda _: None, {}, 40)
    assert made.before.text == VISIT.evidence[1].prefix and made.before.kept
    assert made.mark.label == "harbourgazette.example"


def test_offsets_that_do_not_fit_the_text_show_no_wrong_context() -> None:
    wrong = replace(VISIT.evidence[0], start=3, end=9, prefix="", suffix="")
    made = passage(wrong, ARTICLES.get, {}, 40)
    assert (made.before.text, made.quote.text, made.after.text) == ("", wrong.quote, "")
    assert made.quote.kept


def test_a_mark_names_the_agency_before_the_outlet() -> None:
    made = mark(cite(WIRE[0], "ice, insurance and patience"), ARTICLES.get, {})
    assert made.label == "NWA"
    assert made.title == "NWA, in Harbour Gazette, 14 May 2031"
    assert made.href == f"{WIRE[0].url}#:~:text=ice%2C%20insurance%20and%20patience"


def test_a_source_without_an_address_is_opened_on_this_site() -> None:
    citation = cite(CAPTURE, "more than ships")
    assert mark(citation, ARTICLES.get, {CAPTURE.id: "#here"}).href == "#here"
    assert mark(citation, ARTICLES.get, {}).href is None


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "data:text/html,x", "//x.example", "http://[", "ftp://x"]
)
def test_only_web_addresses_are_links(url: str | None) -> None:
    assert web_url(url) is None
    assert passage_url(url, VISIT.evidence[0]) is None


def test_a_link_tells_no_name_and_password() -> None:
    assert web_url("https://mira:secret@x.example:8443/a?b=c@d#e") == "https://x.example:8443/a?b=c@d#e"
    assert web_url("https://x.example/@mira") == "https://x.example/@mira"
    assert web_url("https://mira@") is None


def test_a_fragment_of_the_address_makes_way_for_the_passage() -> None:
    url = passage_url("https://x.example/a#top", cite(OWN, "put off twice"))
    assert url == "https://x.example/a#:~:text=put%20off%20twice"


def excerpted(article: Article, words: int) -> tuple[tuple[str, ...], bool]:
    """The excerpt's texts, each checked to stand where it says."""
    shown, cut = excerpt(article, words)
    assert all(article.part(one.part)[one.start : one.end] == one.text and not one.kept for one in shown)
    return tuple(one.text for one in shown), cut


def test_an_excerpt_ends_within_the_cap_and_says_so() -> None:
    made = article("x", "X", "H", "one two three", "four five six", "seven")
    assert excerpted(made, 5) == (("one two three", "four five"), True)
    assert excerpted(made, 3) == (("one two three",), True)
    assert excerpted(made, 7) == (("one two three", "four five six", "seven"), False)
    assert excerpted(made, 0) == ((), True)
    assert excerpted(replace(made, body=()), 5) == ((), False)


def _told(*articles: Article, copies: CopySet) -> list[tuple[str, list[str]]]:
    by_article = {copy.id: copies for copy in copies.articles}
    made = tellings([(one.id, one) for one in articles], by_article)
    return [(telling.name, [report.outlet for report in telling.reports]) for telling in made]


def test_copies_are_told_as_one_report_with_its_origin_first() -> None:
    copies = CopySet(
        id="c",
        origin=Origin(credit="NWA", article=WIRE[1].id, how="credit"),
        articles=tuple(Copy(id=one.id, share=1.0, relation="reprint") for one in WIRE[:3]),
    )
    assert _told(OWN, *WIRE[:3], copies=copies) == [
        ("NWA", ["The Northern Courier", "Harbour Gazette", "Valley Post"]),
        ("Oslo Kveldsavis", ["Oslo Kveldsavis"]),
    ]


def _event(*evidence: Citation, reports: tuple[EventReport, ...] = ()) -> Event:
    return replace(VISIT, evidence=evidence, history=reports)


def test_as_few_quotes_as_possible_speak_for_all_fields() -> None:
    def quote(*fields: str) -> Citation:
        return cite(OWN, "put off twice", *fields)

    all_four = [quote("when"), quote("type", "status", "who"), quote("who"), quote("when", "place")]
    assert telling_quotes(_event(*all_four)) == (all_four[1], all_four[3])
    assert telling_quotes(_event(quote(), quote("type"))) == (quote("type"),)
    assert telling_quotes(_event(quote())) == (quote(),)


def test_words_of_a_report_that_said_otherwise_do_not_speak_for_the_record() -> None:
    early = cite(OWN, "put off twice", "status", "when", "principals", "place")
    late = cite(WIRE[0], "will visit Japan from May 16 to 19", "status", "principals")
    copied = cite(WIRE[1], "will visit Japan from May 16 to 19", "status")
    event = _event(
        early, late, copied,
        reports=(
            EventReport(article=OWN.id, day=None, status="postponed", when=VISIT.when),
            EventReport(article=WIRE[0].id, day=None, status="announced", when=None),
        ),
    )  # fmt: skip
    assert quotes_for("status", event) == (late,)
    assert quotes_for("when", event) == (early,)
    assert quotes_for("principals", event) == (early, late)
    assert telling_quotes(event) == (early, late)


def test_signals_stand_by_weight_and_what_costs_is_told() -> None:
    made = signals(
        {
            "age": Reason(value=3, share=-2.5, text="three days old"),
            "seen_before": Reason(value=0, share=0.0, text="new"),
            "sources": Reason(value=4, share=7.5, text="four sources"),
        }
    )
    assert [(one.name, one.points) for one in made] == [("sources", 7.5), ("age", -2.5)]
    assert signals({"none": Reason(value=0, share=0, text="")}) == (), "what adds nothing is no reason"
    editor = signals({"editor": Reason(value=1, share=0.0, text="put at rank 1 by an editor")})
    assert [(one.name, one.points) for one in editor] == [("editor", None)]


def test_a_letter_says_first_that_an_editor_set_the_rank() -> None:
    pinned = Reason(value=1, share=0.0, text="put at rank 1 by an editor")
    others = {f"signal {n}": Reason(value=1, share=9.0 - n, text=f"reason {n}") for n in range(6)}
    assert reasons_words({**others, "editor": pinned}).startswith("put at rank 1 by an editor; reason 0; ")


@pytest.mark.parametrize(
    "shares", [(1.04, 1.04, 1.04), (18.518519, 13.381, 3.704, -0.449), (0.04, 0.04, 0.04), (60.0,)]
)
def test_the_rows_of_a_score_add_up_to_the_sum_under_them(shares: tuple[float, ...]) -> None:
    reasons = {f"signal {n}": Reason(value=1, share=share, text="so") for n, share in enumerate(shares)}
    rows = [one.points for one in signals(reasons) if one.points is not None]
    assert round(sum(rows), 1) == total(reasons) == round(sum(shares), 1)
    assert all(abs(points) >= 0.1 for points in rows)
    assert [points_words(one) for one in (18.5, -3.2)] == ["+18.5", "−3.2"]


@pytest.mark.parametrize("entries", range(25))
def test_every_row_of_the_front_page_is_full(entries: int) -> None:
    widths = spans(entries)
    assert len(widths) == entries
    row = 0
    for width in widths:
        row += width
        assert row <= 12
        row %= 12
    assert row == 0


def test_a_newsletter_or_a_feed_s_few_words_are_no_voice_beside_the_report_itself() -> None:
    report = article("report", "Valley Post", "A bridge", "A bridge was opened.")
    teaser = article("teaser", "Valley Post", "A bridge", "A bridge.", teaser=True)
    told_on = article("told-on", "City Ledger", "A bridge", "They say a bridge.", teaser=True, via="Morning Letter")
    everything = [(one.id, one) for one in (report, teaser, told_on)]
    assert [one.name for one in voices(tellings(everything, {}))] == ["Valley Post"]
    assert [one.name for one in voices(tellings(everything[2:], {}))] == ["City Ledger"]
