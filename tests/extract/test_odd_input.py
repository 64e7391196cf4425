"""What no page or record should hold and some do: the reading goes on, and says what it left out."""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from wiredesk.extract import extract
from wiredesk.extract.pages.outline import outline_of
from wiredesk.kit.text import decode
from wiredesk.kit.urls import host_of
from wiredesk.types import Article, Page

SENTENCE = "The minister came to the harbour on Tuesday, the ministry said."
GOOD: dict[str, Any] = {"headline": "Minister visits harbour", "text": SENTENCE, "outlet": "Strandbote"}
PARAGRAPHS = [
    f"The minister said on Tuesday that pier number {number} would be opened to the fishing fleet before the winter."
    for number in range(5)
]


def page_of(*paragraphs: str, head: str = "") -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html><head>{head}</head><body><h1>Minister visits harbour</h1>{body}</body></html>"


def storable(article: Article) -> bytes:
    return msgspec.json.encode(article)


def test_half_a_character_pair_becomes_the_mark_of_what_cannot_be_read() -> None:
    article = Article.from_record({"headline": "h \ud83d", "text": "a \ud83d", "outlet": "o\udc00", "url": "x\ud83d"})
    assert (article.headline, article.body, article.outlet) == ("h \ufffd", ("a \ufffd",), "o\ufffd")
    assert any("cannot be read" in problem.message for problem in article.problems)
    assert storable(article)


def test_two_halves_of_a_pair_are_joined() -> None:
    assert Article.from_record({"text": "a \ud83d\ude00"}).body == ("a \U0001f600",)


def test_half_a_pair_in_json_ld_is_told() -> None:
    thing = json.dumps({"@type": "NewsArticle", "headline": "Minister \ud83d visits", "author": "Ada\u0000 Brugge"})
    article = extract(Page.html(page_of(*PARAGRAPHS, head=f'<script type="application/ld+json">{thing}</script>')))
    assert storable(article)
    assert article.byline == ("Ada Brugge",)


@pytest.mark.parametrize("bytes_", [b"caf\xc3\xa9 \xed\xa0\xbd here", b"ab \xed\xa0\xbd"])
def test_half_a_pair_in_a_page_stays_one_mark_and_is_no_other_charset(bytes_: bytes) -> None:
    assert decode(bytes_).charset == "utf-8"
    assert "\ufffd" in decode(bytes_).text and "í" not in decode(bytes_).text


def test_a_decoded_page_with_half_a_pair_is_not_said_to_be_in_another_charset() -> None:
    article = extract(Page.text(f"Minister visits harbour\n\n{SENTENCE} \ud83d\n"))
    assert not any("declared" in problem.message for problem in article.problems)
    assert storable(article)


def test_nul_goes_from_headline_and_text() -> None:
    article = Article.from_record({"headline": "a\u0000b", "text": "The mini\u0000ster came."})
    assert (article.headline, article.body) == ("ab", ("The minister came.",))


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("published", "soon", {"published": None}),
        ("published", "tomorrow", {"published": None}),
        ("published", True, {"published": None}),
        ("published", float("nan"), {"published": None}),
        ("published", float("inf"), {"published": None}),
        ("published", -5, {"published": None}),
        ("published", {"day": 1}, {"published": None}),
        ("published", "9999-12-31T23:59:59-12:00", {"published": None}),
        ("published", "0001-01-01T00:00:00+14:00", {"published": None}),
        ("byline", 5, {"byline": ()}),
        ("byline", [None], {"byline": ()}),
        ("byline", ["Ada Brugge", None], {"byline": ("Ada Brugge",)}),
        ("headline", 5, {"headline": None}),
        ("headline", ["Minister visits"], {"headline": "Minister visits"}),
        ("outlet", ["Strandbote"], {"outlet": "Strandbote"}),
        ("outlet", [None, 1], {"outlet": None}),
        ("text", [SENTENCE, None], {"body": (SENTENCE,)}),
        ("text", 3, {"body": ()}),
        ("captions", ["Ada Brugge at the pier on Monday.", 5, None], {}),
        ("url", 5, {"url": None}),
        ("url", "http://[::1", {"url": None}),
        ("url", "javascript:void(0)", {"url": None}),
        ("url", "g1", {"url": None}),
        ("language", "xx-not a tag", {}),
        ("sections", {"a": 1}, {"sections": ()}),
        ("modified", "later", {"modified": None}),
    ],
)
def test_a_field_that_cannot_be_used_is_left_out_by_name_and_the_rest_kept(
    field: str, value: Any, kept: dict[str, Any]
) -> None:
    article = Article.from_record({**GOOD, field: value})
    assert [field in problem.message for problem in article.problems if "cannot be used" in problem.message] == [True]
    expected = {"headline": "Minister visits harbour", "body": (SENTENCE,), "outlet": "Strandbote", **kept}
    found = {name: article.day if name == "published" else getattr(article, name) for name in expected}
    assert found == expected
    assert storable(article)


def test_captions_that_are_text_are_kept_beside_those_that_are_none() -> None:
    article = Article.from_record({**GOOD, "captions": ["Ada Brugge at the pier on Monday.", 5, None]})
    assert [caption.text for caption in article.captions] == ["Ada Brugge at the pier on Monday."]


def test_a_name_in_an_object_is_read() -> None:
    article = Article.from_record({**GOOD, "byline": {"name": "Ada Brugge"}, "publisher": {"name": "x"}})
    assert (article.byline, article.problems) == (("Ada Brugge",), ())


@pytest.mark.parametrize(
    ("stamp", "first", "last"),
    [("2023-04", date(2023, 4, 1), date(2023, 4, 30)), (2023, date(2023, 1, 1), date(2023, 12, 31))],
)
def test_a_vague_day_gives_bounds_and_is_told(stamp: Any, first: date, last: date) -> None:
    article = Article.from_record({**GOOD, "published": stamp})
    published = article.published
    assert (published.value, published.not_before, published.not_after) == (None, first, last)
    assert published.evidence == f"published: {stamp}"
    assert "`published`" in article.problems[0].message


def test_a_day_as_a_number_is_a_day() -> None:
    assert Article.from_record({**GOOD, "published": 20230414}).day == date(2023, 4, 14)


@pytest.mark.parametrize("data", [b"[1]", b"{", b"\xff", b"", b"3", b"[" * 100_000, b'{"text": ' + b"1" * 5000 + b"}"])
def test_bytes_that_are_no_record_are_told(data: bytes) -> None:
    article = extract(Page(kind="record", data=data, name="wire.jsonl:3"))
    assert len(article.problems) == 1 and "one JSON object" in article.problems[0].message
    assert article.problems[0].source == "wire.jsonl:3" and article.body == ()


def test_a_record_nested_without_end_is_read_as_far_as_it_makes_sense() -> None:
    nested: Any = SENTENCE
    for _ in range(400):
        nested = [nested]
    assert Article.from_record({**GOOD, "sections": nested}).body == (SENTENCE,)


@pytest.mark.parametrize(
    ("record", "body"),
    [
        ({"html": "<p>Ships left.</p>"}, ("Ships left.",)),
        ({"html": f"<p>{SENTENCE}</p><p>It &amp; others left.</p>"}, (SENTENCE, "It & others left.")),
        ({"html": "Ships left."}, ("Ships left.",)),
        ({"html": page_of(*PARAGRAPHS)}, tuple(PARAGRAPHS)),
        ({"html": "&lt;p&gt;Ships left.&lt;/p&gt;"}, ("Ships left.",)),
        ({"text": "<p>Ships <b>left</b>.</p><p>They came.</p>"}, ("Ships left.", "They came.")),
        ({"text": "Ships <b>left</b>.\n\nThey came."}, ("Ships left.", "They came.")),
        ({"text": "Fish &amp; ships &#8217;left&#8217;."}, ("Fish & ships ’left’.",)),
        ({"text": "Where x < y and y > z, ships left."}, ("Where x < y and y > z, ships left.",)),
        ({"text": "Ships"}, ("Ships",)),
        ({"text": "", "html": "<div>Ships left.</div>"}, ("Ships left.",)),
    ],
)
def test_the_text_of_a_record_is_read_with_or_without_markup(record: dict[str, Any], body: tuple[str, ...]) -> None:
    article = Article.from_record(record)
    assert article.body == body
    assert article.problems == ()


def test_a_figure_in_a_records_markup_is_a_caption() -> None:
    figure = "<figure><img src=a><figcaption>Ada Brugge at the pier on Monday.</figcaption></figure>"
    article = Article.from_record({"html": f"{figure}<p>{SENTENCE}</p>"})
    assert article.body == (SENTENCE,)
    assert [caption.text for caption in article.captions] == ["Ada Brugge at the pier on Monday."]


def test_a_title_of_a_feed_is_read_without_its_markup() -> None:
    assert Article.from_record({**GOOD, "headline": "Fish &amp; <i>ships</i>"}).headline == "Fish & ships"


CODECS = (
    *("base64", "hex", "rot13", "zlib", "bz2", "uu", "quopri", "punycode", "idna", "undefined", "utf-7"),
    *("unicode_escape", "mbcs", "utf-16", "utf-32"),
)


@pytest.mark.parametrize("name", CODECS)
@pytest.mark.parametrize("letters", ["naïve".encode(), "naïve".encode("cp1252"), b"naive"])
def test_a_charset_that_no_page_can_have_is_passed_over(name: str, letters: bytes) -> None:
    head = f"<meta charset={name}>".encode()
    found = decode(head + letters, name)
    assert found.text in {f"<meta charset={name}>naïve", f"<meta charset={name}>naive"}


def test_a_charset_of_the_web_is_read() -> None:
    for name, word in (("x-sjis", "港"), ("big5", "港口"), ("koi8-r", "порт"), ("windows-1256", "ميناء")):
        codec = {"x-sjis": "cp932"}.get(name, name)
        assert decode(word.encode(codec), name).text == word


@pytest.mark.parametrize("address", ["http://[::1", "javascript:void(0)", "mailto:a@x.example", "g1", "http://"])
def test_what_is_no_web_address_is_null(address: str) -> None:
    given = extract(Page.html(page_of(*PARAGRAPHS), url=address))
    linked = extract(Page.html(page_of(*PARAGRAPHS, head=f'<link rel=canonical href="{address}">')))
    assert (given.url, linked.url) == (None, None)
    assert given.body == linked.body == tuple(PARAGRAPHS)
    assert host_of("http://[::1") is None


@pytest.mark.parametrize("text", [SENTENCE, " ".join(PARAGRAPHS[:3]), "Er kam. Er sah. Er ging."])
@pytest.mark.parametrize(
    "frame", ["{}", "<html><body>{}</body></html>", "<div>{}</div>", "<title>Strandbote</title>{}"]
)
def test_a_headline_is_not_glued_to_the_text(text: str, frame: str) -> None:
    page = frame.format(f"<h1>Präsident besucht München</h1><p>{text}</p>")
    article = extract(Page.html(page))
    assert (article.headline, article.body) == ("Präsident besucht München", (text,))


@pytest.mark.parametrize("tag", ["div", "span", "b", "font", "section", "blockquote"])
def test_a_page_nested_without_end_is_read_soon(tag: str) -> None:
    inside = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    start = time.process_time()
    article = extract(Page.html(f"<h1>Minister visits harbour</h1>{f'<{tag}>' * 50_000}{inside}{f'</{tag}>' * 50_000}"))
    assert time.process_time() - start < 3
    assert article.body == tuple(PARAGRAPHS)


def test_blocks_deeper_than_any_page_nests_still_part_the_text() -> None:
    outline = outline_of("<div>" * 300 + "One<div>Two</div>Three" + "</div>" * 300)
    assert [block.text for block in outline.blocks] == ["One", "Two", "Three"]


def test_one_line_of_megabytes_is_read_soon() -> None:
    text = f"{SENTENCE} " * (2_000_000 // len(SENTENCE))
    start = time.process_time()
    article = extract(Page.text(text))
    assert time.process_time() - start < 3
    assert len(article.body) == 1


def test_every_date_that_is_not_taken_shows_the_text_that_was_read() -> None:
    head = '<meta property="article:published_time" content="2023-04-14T10:00:00Z">'
    page = page_of('<time datetime="2023-04-11"></time><meta itemprop="datePublished" content="2023-04-12">', head=head)
    page += '<abbr class="published" title="2023-04-10"></abbr>'
    published = extract(Page.html(page)).published
    assert published.value == date(2023, 4, 14)
    assert {rejected.value for rejected in published.rejected} >= {"2023-04-10", "2023-04-11", "2023-04-12"}
    assert all(rejected.evidence for rejected in published.rejected)


def test_days_beyond_the_calendar_in_markup_are_refused_with_the_reason() -> None:
    head = '<meta property="article:published_time" content="9999-12-31T23:59:59-12:00">'
    article = extract(Page.html(page_of(*PARAGRAPHS, '<time datetime="9999-12-31T23:59:59Z">x</time>', head=head)))
    assert article.published.value is None
    assert {rejected.reason for rejected in article.published.rejected} == {"later than any news page"}


def test_a_page_takes_days_and_instants_in_their_usual_forms() -> None:
    noon = datetime(2023, 4, 14, 12, tzinfo=UTC)
    assert Page.html("", published=noon).published == date(2023, 4, 14)
    assert type(Page.html("", published=noon).published) is date
    assert Page.text("", published="2023-04-14").published == date(2023, 4, 14)
    assert Page.html("", fetched="2023-04-14T14:00:00+02:00").fetched == noon
    assert Page.html("", fetched="2023-04-14T12:00:00").fetched == noon
    assert Page.html("", fetched=date(2023, 4, 14)).fetched == datetime(2023, 4, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"published": "soon"}, "`published`.*soon"),
        ({"published": 5}, "`published`"),
        ({"fetched": "soon"}, "`fetched`.*soon"),
        ({"fetched": 5}, "`fetched`"),
        ({"url": 5}, "`url`"),
    ],
)
def test_a_page_refuses_what_is_no_day_no_instant_and_no_address_by_name(given: dict[str, Any], word: str) -> None:
    with pytest.raises(ValueError, match=word):
        Page.html("", **given)


def test_a_page_has_no_half_pair_in_what_it_is_known_by() -> None:
    page = Page(kind="text", data=b"", url="https://x.example/\ud83d", given_id="i\ud83d", name="a\udcff.txt")
    assert (page.url, page.given_id, page.name) == ("https://x.example/\ufffd", "i\ufffd", "a\ufffd.txt")
