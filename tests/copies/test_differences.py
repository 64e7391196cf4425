"""What an outlet cut, added, changed and moved."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.copies import differences
from wiredesk.types import Article, Citation

REPORT = Article(
    id="wire",
    headline="Ferry line to Orsund ends after 90 years",
    body=(
        "ORSUND (Northwire) - The last ferry to the island of Orsund leaves on Friday after 90 years.",
        "A bridge that opened in May has taken nine of ten passengers. The line lost 4 million crowns last year.",
        "“We all learned to swim off that pier,” said Mayor Runa Falk, who was born on the island.",
        "The company will sell its two ships. One of them served as a hospital in the war.",
        "Tolls on the bridge are to pay for it within 30 years.",
    ),
)


def told(origin: Article, member: Article) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.kind, one.before.quote if one.before else None, one.after.quote if one.after else None)
        for one in differences(origin, member)
    ]


def test_a_copy_word_for_word_differs_in_nothing() -> None:
    again = replace(REPORT, id="paper", body=tuple(text.replace("“", '"').replace("”", '"') for text in REPORT.body))
    assert differences(REPORT, again) == ()


def test_cut_paragraphs_are_one_passage() -> None:
    cut = replace(REPORT, id="paper", body=REPORT.body[:2])
    assert told(REPORT, cut) == [("cut", "\n\n".join(REPORT.body[2:]), None)]


def test_own_lead_and_insertion_are_added_where_they_stand() -> None:
    own = "Farewell, old boat: our readers remember the crossing."
    local = "From our town, 40 people took the ferry to work each day."
    paper = replace(REPORT, id="paper", lead=(own,), body=(*REPORT.body[:3], local, *REPORT.body[3:]))
    assert told(REPORT, paper) == [("added", None, own), ("added", None, local)]
    assert [one.after.part for one in differences(REPORT, paper) if one.after] == ["lead", "body"]


def test_a_changed_figure_is_shown_sentence_beside_sentence() -> None:
    changed = replace(REPORT, id="later", body=tuple(text.replace("4 million", "6 million") for text in REPORT.body))
    assert told(REPORT, changed) == [
        ("changed", "The line lost 4 million crowns last year.", "The line lost 6 million crowns last year.")
    ]


def test_a_changed_headline_is_told_first() -> None:
    paper = replace(REPORT, id="paper", headline="Goodbye to the Orsund ferry", body=REPORT.body[1:])
    first, second = differences(REPORT, paper)
    assert first.kind == "changed" and first.after and first.after.part == "headline"
    assert (second.kind, second.after) == ("cut", None)


def test_a_headline_that_only_one_has_is_not_told() -> None:
    assert differences(REPORT, replace(REPORT, id="paper", headline=None)) == ()


def test_what_stands_elsewhere_is_moved() -> None:
    moved = replace(REPORT, id="paper", body=(REPORT.body[0], REPORT.body[3], *REPORT.body[1:3], REPORT.body[4]))
    assert told(REPORT, moved) == [("moved", REPORT.body[3], REPORT.body[3])]


def test_spun_wording_is_changed_and_neither_cut_nor_added() -> None:
    spun = (
        "ORSUND (Northwire) - The final ferry to the isle of Orsund departs on Friday following 90 years.",
        "A bridge that was opened in May has attracted nine of ten travellers. Last year the line lost 4m crowns.",
        *REPORT.body[2:],
    )
    assert [one[0] for one in told(REPORT, replace(REPORT, id="spun", body=spun))] == ["changed"] * 3


def test_a_sentence_made_into_two_is_one_change() -> None:
    speech = "“We all learned to swim off that pier,” said Mayor Runa Falk. The mayor was born on the island."
    member = replace(REPORT, id="paper", body=(*REPORT.body[:2], speech, *REPORT.body[3:]))
    assert told(REPORT, member) == [("changed", REPORT.body[2], speech)]


PARAGRAPHS = st.lists(st.sampled_from((*REPORT.body, "Short.", "It was raining in Orsund all day.")), max_size=8)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_every_sentence_is_shared_or_told_once_and_cited_exactly(before: list[str], after: list[str]) -> None:
    origin, member = replace(REPORT, body=tuple(before)), replace(REPORT, id="paper", body=tuple(after))
    found = differences(origin, member)
    for article, side in ((origin, "before"), (member, "after")):
        cited: list[Citation] = [getattr(one, side) for one in found if getattr(one, side)]
        assert all(article.part(one.part)[one.start : one.end] == one.quote for one in cited)
        spans = sorted((one.start, one.end) for one in cited)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))
    cut = sum(len(one.before.quote.split()) for one in found if one.kind == "cut" and one.before)
    added = sum(len(one.after.quote.split()) for one in found if one.kind == "added" and one.after)
    changed = sum(
        len(one.after.quote.split()) - len(one.before.quote.split())
        for one in found
        if one.kind in ("changed", "moved") and one.before and one.after
    )
    assert sum(len(text.split()) for text in after) - sum(len(text.split()) for text in before) == (
        added - cut + changed
    )


def test_texts_without_words_differ_in_nothing() -> None:
    empty = Article(id="empty", body=("...", ""))
    assert differences(empty, empty) == ()
    assert told(empty, Article(id="one", body=("Rain.",))) == [("added", None, "Rain.")]
