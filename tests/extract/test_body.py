"""Which lines of a page are its news text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.extract.made_pages import article, page, paragraphs, prose, teasers, titles

from wiredesk.extract.body.choice import choose_body, keep, reasons
from wiredesk.extract.head.metadata import read_metadata
from wiredesk.extract.pages.outline import Outline, outline_of
from wiredesk.extract.pictures.pictured import find_captions
from wiredesk.extract.rules import BodyRules

RULES = BodyRules()


def read(html: str, stated: Sequence[str] = ()) -> list[str]:
    outline, heading, captions = taken(html)
    return [outline.blocks[number].text for number in choose_body(outline, heading, captions, RULES, stated).blocks]


def taken(html: str) -> tuple[Outline, int | None, frozenset[int]]:
    outline = outline_of(html)
    heading = read_metadata(outline, "https://post.example/pier").heading.number
    return outline, heading, frozenset(at for one in find_captions(outline, heading) for at in one.numbers)


LINKS = "".join(f"<li><a href='/a/{at}'>{title}</a></li>" for at, title in enumerate(titles(4)))
FURNITURE = {
    "a box of links": f"<div class='related-articles'><h3>Related</h3><ul>{LINKS}</ul></div>",
    "a list of links under a label": f"<h3>Read also</h3><ul>{LINKS}</ul>",
    "a newsletter box": "<div class='newsletter-signup'><h4>The Morning Tide</h4><p>Sign up for our newsletter and get"
    " the news of the coast in your inbox.</p></div>",
    "a caption": "<figure><img src=p.jpg alt=''><figcaption>The northern pier of Lindmark after the storm. Photo: Ada"
    " Holm</figcaption></figure>",
    "an advertisement": "<div class='ad ad-slot'>Advertisement</div>",
    "a link to more": "<p><strong>Read more:</strong> <a href='/a/1'>Rain floods the lower town again</a></p>",
    "buttons": "<div class='share-buttons'><a href='#'>Share on Facebook</a><a href='#'>Tweet</a></div>",
    "a wall": "<div class='paywall-offer'><p>Subscribe to continue reading. Already a subscriber? Log in.</p></div>",
}
BELOW = {
    "comments": "<section id=comments><h3>2 comments</h3><div class=comment><p>They should have mended it years ago, "
    "if you ask me.</p></div><div class=comment><p>Who will pay for all of this in the end?</p></div></section>",
    "the author": "<div class='author-bio'><p>Ada Holm is a reporter for The Lindmark Post. Follow her on Twitter."
    "</p></div>",
    "cards": "<div class=more-news>"
    + "".join(
        f"<div class=card><h4><a href='/a/{at}'>{title}</a></h4><p>{teaser}</p></div>"
        for at, (title, teaser) in enumerate(zip(titles(4), teasers(4), strict=True))
    )
    + "</div>",
    "a notice": "<p class=disclaimer>If you purchase a product through a link on our site, we may earn a commission."
    "</p>",
    "cookies": "<div class='cookie-banner'><p>We use cookies to improve your experience. By clicking you agree to our"
    " privacy policy.</p></div>",
}


def test_the_paragraphs_are_read_in_order() -> None:
    assert read(article()) == paragraphs(6)


@pytest.mark.parametrize("name", FURNITURE)
def test_what_stands_within_the_text_and_is_not_of_it_is_left_out(name: str) -> None:
    assert read(article(FURNITURE[name])) == paragraphs(6)


@pytest.mark.parametrize("name", BELOW)
def test_what_follows_the_text_is_left_out(name: str) -> None:
    assert read(article(after=BELOW[name])) == paragraphs(6)


def test_lists_subheads_and_quotations_stay_in_their_places() -> None:
    inner = (
        "<h2>What is to be mended</h2><ul><li>Four pillars of the eleven, which the storm of last month cracked.</li>"
        "<li>The roofs of two warehouses, which were torn off in the same night.</li></ul>"
        "<blockquote><p>“We would do it again tomorrow if we had to,” she told the meeting.</p></blockquote>"
    )
    found = read(article(inner))
    assert found[3:7] == [
        "What is to be mended",
        "Four pillars of the eleven, which the storm of last month cracked.",
        "The roofs of two warehouses, which were torn off in the same night.",
        "“We would do it again tomorrow if we had to,” she told the meeting.",
    ]
    assert found[:3] + found[7:] == paragraphs(6)


def test_a_text_within_what_is_named_a_paywall_is_read_where_it_is_shown() -> None:
    assert read(page(f"<h1>Northern pier closes</h1><div class=paywall>{prose(6)}</div>")) == paragraphs(6)


def test_the_slides_of_a_show_are_read() -> None:
    slides = "".join(f"<div class=gallery-slide><p>{one}</p></div>" for one in paragraphs(5))
    assert read(page(f"<h1>Northern pier closes</h1><div class=gallery>{slides}</div>")) == paragraphs(5)


def test_lines_parted_by_breaks_are_read() -> None:
    text = "<br><br>".join(paragraphs(5))
    assert read(page(f"<h1>Northern pier closes</h1><div class=story>{text}</div>")) == paragraphs(5)


def test_a_whole_text_that_stands_twice_is_read_once() -> None:
    body = f"<div class='article-body'>{prose(5)}</div>"
    copy = f"<div class='print-version' style='display:none'>{prose(5)}</div>"
    assert read(page(f"<article><h1>Northern pier closes</h1>{body}{copy}</article>")) == paragraphs(5)


def test_a_question_that_is_put_to_two_people_is_kept_twice() -> None:
    outline = outline_of(
        "<p>What would you have done in her place, had you been asked that night?</p><p>Nothing.</p>" * 2
    )
    assert keep(outline, dict.fromkeys(range(4), 1), None, frozenset(), RULES) == (0, 1, 2, 3)


def test_a_pull_quote_is_read_once() -> None:
    line = "“We would rather lose a season than a pier,” she said after the vote, to applause."
    outline = outline_of(f"<p>{line}</p><p>They rose.</p><aside class=pull><div class=quote>{line}</div></aside>")
    assert keep(outline, dict.fromkeys(range(3), 1), None, frozenset(), RULES) == (0, 1)


def test_neither_captions_nor_the_headline_are_text_whatever_their_score() -> None:
    outline = outline_of("<h1>Pier closes</h1><p>A pier.</p><p>It closes.</p>")
    assert keep(outline, {0: 9, 1: 9, 2: 9}, 0, frozenset({1}), RULES) == (2,)


def test_a_body_that_the_metadata_state_speaks_against_what_it_leaves_out() -> None:
    html = article(f"<p>{teasers(1)[0]}</p>")
    outline, heading, captions = taken(html)
    number = next(block.number for block in outline.blocks if block.text == teasers(1)[0])
    plain = choose_body(outline, heading, captions, RULES).scores[number]
    assert choose_body(outline, heading, captions, RULES, paragraphs(6)).scores[number] < plain
    assert choose_body(outline, heading, captions, RULES, paragraphs(1)).scores[number] == plain  # an opening alone


def test_the_reasons_name_what_said_most_first() -> None:
    outline, heading, captions = taken(article(FURNITURE["a newsletter box"]))
    body = choose_body(outline, heading, captions, RULES)
    number = next(block.number for block in outline.blocks if block.text.startswith("Sign up for our"))
    assert body.scores[number] < 0
    found = reasons(outline, body, heading, captions)[number]
    assert "near:subscribe" in dict(found)
    assert [abs(weight) for _, weight in found] == sorted((abs(weight) for _, weight in found), reverse=True)


def test_a_page_without_text_has_no_body() -> None:
    for html in ("", "<p>", "<html><body></body></html>"):
        assert read(html) == []
