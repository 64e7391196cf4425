"""What a feed's entry carries: the whole report or a few words; whose feed it is; what a broken feed left."""

from __future__ import annotations

from wiredesk.collect.entries import Entry, is_full
from wiredesk.collect.feeds import parse_feed

_PARAGRAPHS = [
    "The ferry between Oslund and the Grey Islands will sail again from Monday, the harbour office said on Friday.",
    "It had lain at the quay for eleven weeks after a fire in its engine room, in which two stokers were hurt.",
    "Islanders had been taken to the mainland in fishing boats, at their own cost and in all weathers, since March.",
    "The office will pay back what they spent, its head, Marit Oyen, told a meeting in the church hall.",
]
_LINK = "https://harbourcourier.example/ferry"


def _html(count: int) -> str:
    return "".join(f"<p>{one}</p>" for one in _PARAGRAPHS[:count])


def test_a_brief_of_whole_paragraphs_given_as_content_is_a_report() -> None:
    assert is_full(Entry(link=_LINK, html=_html(4), full=True))


def test_the_same_words_as_a_summary_one_paragraph_or_a_text_broken_off_are_a_teaser() -> None:
    assert not is_full(Entry(link=_LINK, html=_html(4), full=False))
    assert not is_full(Entry(link=_LINK, html=_html(1), full=True))
    assert not is_full(Entry(link=_LINK, html=_html(4) + "<p>The first boat [...]</p>", full=True))


def test_lines_that_lead_on_are_no_paragraphs() -> None:
    assert not is_full(Entry(link=_LINK, html=_html(2) + "<p>Read more</p><p>Share this</p>", full=True))


def _rss(title: str, rest: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{rest}'.encode()


def test_a_section_behind_a_dash_is_no_part_of_the_outlets_name() -> None:
    whole = f"<item><title>Ferry</title><link>{_LINK}</link></item></channel></rss>"
    assert parse_feed(_rss("Harbour Courier - World", whole), "f").title == "Harbour Courier"
    assert parse_feed(_rss("Harbour Courier | Top Stories", whole), "f").title == "Harbour Courier"
    assert parse_feed(_rss("Oslund - Harbour Courier", whole), "f").title == "Oslund - Harbour Courier"
    assert parse_feed(_rss("World", whole), "f").title == "World"


def test_a_broken_feed_tells_what_of_it_could_be_read() -> None:
    lost = parse_feed(_rss("Harbour Courier", "<item><title>Ferry</title>"), "f").problems[0].message
    one = (
        parse_feed(_rss("Harbour Courier", f"<item><title>Ferry</title><link>{_LINK}</link>"), "f").problems[0].message
    )
    assert lost.endswith("no entries could be read in part or whole")
    assert one.endswith("one entry could be read in part or whole")
