"""The letter as a mail program reads it: headers, both texts, size, and texts that try to break out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses, parseaddr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tests.publish.outward_site import ADDRESS, APPROVED, CORRECTION, OTHER, full_site, hostile_site
from tests.publish.sample_site import DAY, WIRE, said, sample_site

from wiredesk.publish import SiteData, render
from wiredesk.publish.mail import edition_eml, sender_address, subject
from wiredesk.publish.outward import plain, unsubscribe_address
from wiredesk.types import Edition, Entry

LIMIT = 102_000


def written(data: SiteData, edition: Edition | None = None) -> bytes:
    return edition_eml(data, edition or data.editions[DAY])


def read(data: SiteData, edition: Edition | None = None) -> EmailMessage:
    message = message_from_bytes(written(data, edition), policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def texts(message: EmailMessage) -> tuple[str, str]:
    """The plain and the HTML text."""
    plain_part, html_part = message.iter_parts()
    assert isinstance(plain_part, EmailMessage)
    assert isinstance(html_part, EmailMessage)
    assert not plain_part.defects
    assert not html_part.defects
    return plain_part.get_content().replace("\r\n", "\n"), html_part.get_content()


def words(markup: str) -> str:
    """What a reader sees of an HTML text, in one line."""
    body = html.fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8")).find("body")
    return " ".join(str(body.text_content()).split())


def html_size(message: EmailMessage) -> int:
    return len(list(message.iter_parts())[1].as_bytes())


@pytest.mark.parametrize("data", [full_site(), full_site(None), sample_site(), hostile_site(), hostile_site(None)])
def test_the_letter_is_one_that_every_program_reads(data: SiteData) -> None:
    raw = written(data)
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert raw.isascii()
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    message = read(data)
    assert message.get_content_type() == "multipart/alternative"
    parts = list(message.iter_parts())
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
    assert {part["Content-Transfer-Encoding"] for part in parts} == {"quoted-printable"}
    assert {part.get_content_charset() for part in parts} == {"utf-8"}
    names = [name.lower() for name in message.keys()]  # noqa: SIM118
    assert len(names) == len(set(names))
    assert {"bcc", "cc", "x-mailer"} & set(names) == set()
    assert html_size(message) < LIMIT


def test_the_headers_are_those_of_a_list() -> None:
    message = read(full_site())
    assert message["Subject"] == (
        "14 May 2031: Norwegian defense minister to visit Japan for talks on northern shipping lanes"
    )
    assert getaddresses([message["From"]]) == [("The Night Desk", "desk@news.example")]
    assert message["To"] == "undisclosed-recipients:;"
    assert message["Date"].datetime == APPROVED
    assert message["Message-ID"].startswith("<2031-05-14.20310514T043015Z.")
    assert message["Message-ID"].endswith("@news.example>")
    assert message["List-Id"] == "The Wiredesk <edition.news.example>"
    assert message["List-Unsubscribe"] == "<https://news.example/leave?token=" + "k7" * 60 + ">"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Archive"] == f"<{ADDRESS}/archive>"
    assert message["List-Post"] == "NO"
    assert message["Precedence"] == "list"
    assert message["MIME-Version"] == "1.0"


def test_an_address_in_a_header_is_never_broken_over_lines_or_encoded() -> None:
    raw = written(full_site())
    assert b"\r\nList-Unsubscribe: <https://news.example/leave?token=" + b"k7" * 60 + b">\r\n" in raw


def test_without_settings_nobody_sends_it_and_nobody_can_leave() -> None:
    message = read(sample_site())
    assert getaddresses([message["From"]]) == [("The Wiredesk", "nobody@wiredesk.invalid")]
    assert message["Subject"].startswith("[Draft] 14 May 2031: ")
    assert message["List-Id"] == "The Wiredesk <edition.wiredesk.localhost>"
    assert message["Message-ID"].endswith("@wiredesk.invalid>")
    for name in ("List-Unsubscribe", "List-Unsubscribe-Post", "List-Archive"):
        assert message[name] is None
    assert "Draft: not yet approved by an editor" in texts(message)[0]
    assert "Draft: not yet approved by an editor" in words(texts(message)[1])


@pytest.mark.parametrize(
    ("given_address", "kept", "one_click"),
    [
        ("https://news.example/leave", "https://news.example/leave", True),
        ("mailto:leave@news.example?subject=leave", "mailto:leave@news.example?subject=leave", False),
        ("http://news.example/leave", None, False),
        ("javascript:alert(1)", None, False),
        ("https://news.example/a>\r\nBcc: x@y", "https://news.example/a%3E%20Bcc:%20x@y", True),
        ("https://news.example/" + "a" * 1000, None, False),
        (None, None, False),
    ],
)
def test_the_way_out_is_one_click_only_over_https(given_address: str | None, kept: str | None, one_click: bool) -> None:
    message = read(replace(full_site(), unsubscribe=given_address))
    assert message["List-Unsubscribe"] == (f"<{kept}>" if kept else None)
    assert (message["List-Unsubscribe-Post"] is not None) == one_click
    assert unsubscribe_address(given_address) == kept


@pytest.mark.parametrize(
    ("sender", "wanted"),
    [
        ("The Desk <desk@news.example>", ("The Desk", "desk@news.example")),
        ("desk@news.example", ("", "desk@news.example")),
        ('"Rédaction, «Nuit»" <nuit@bücher.example>', ("Rédaction, «Nuit»", "nuit@xn--bcher-kva.example")),
        ("nobody in particular", None),
        ("Desk <two@a.example@b.example>", None),
        ("Desk <a@b>\r\nBcc: victim@mail.example", ("Desk", "a@b")),
        ("", None),
        (None, None),
    ],
)
def test_a_sender_is_an_address_or_nobody(sender: str | None, wanted: tuple[str, str] | None) -> None:
    found = sender_address(sender)
    assert (found and (found.display_name, found.addr_spec)) == wanted
    printed = getaddresses([read(replace(full_site(), sender=sender))["From"]])
    assert printed == [wanted or ("The Wiredesk", "nobody@wiredesk.invalid")]


def test_both_texts_say_what_the_edition_says_word_for_word() -> None:
    data = full_site()
    text, markup = texts(read(data))
    for seen in (" ".join(text.split()), words(markup)):
        place = 0
        for entry in data.editions[DAY].entries:
            place = seen.index(entry.headline or "", place)
            said = [*(one.text for one in (*entry.new, *entry.blurb)), *(one.text for one in entry.notices)]
            assert all(" ".join(one.split()) in seen for one in said)
        assert "New since 13 May 2031" in seen
        assert "Corrected by NWA, 14 May 2031: " + CORRECTION.text in seen
        assert "4 independent sources, 15 articles: NWA (printed by 12 outlets), Oslo Kveldsavis" in seen
        assert "Why rank 1: 4 newsrooms reported it on their own; 12 papers carried the NWA report" in seen


def test_a_sentence_stands_on_one_line_of_the_plain_text() -> None:
    data = full_site()
    lines = texts(read(data))[0].splitlines()
    for sentence in data.editions[DAY].entries[0].blurb:
        assert any(line.startswith(sentence.text) for line in lines)


def test_every_entry_leads_to_its_page_and_every_sentence_to_its_source() -> None:
    data = full_site()
    text, markup = texts(read(data))
    links = [str(href) for href in html.fromstring(markup).xpath("//a/@href")]
    for entry in data.editions[DAY].entries[:9]:
        page = f"{ADDRESS}/story/{entry.story}"
        assert page in text
        assert any(link.startswith(page) for link in links)
    assert any("#:~:text=" in link and "harbourgazette" in link for link in links)
    assert all(link.startswith("https://") for link in links)


def test_without_a_public_address_an_entry_leads_to_its_fullest_report() -> None:
    data = full_site(None)
    text, markup = texts(read(data))
    assert "https://www.harbourgazette.example/news/marrow-0?from=desk&n=1\n" in text
    assert "/story/" not in text
    assert "/story/" not in markup


def test_those_of_whom_only_a_newsletter_told_are_named_where_nobody_else_told() -> None:
    data = full_site()
    edition = data.editions[DAY]
    entry = edition.entries[2]
    heard = replace(entry.sources[0], article="aheard", outlet="Far Post", teaser=True, via="Morning Letter")
    beside, alone = (
        texts(read(data, replace(edition, entries=(replace(entry, sources=sources),))))[0]
        for sources in ((heard, *entry.sources), (heard,))
    )
    assert "2 independent sources, 3 articles: City Ledger, Plains Tribune." in beside
    assert "Far Post" not in beside
    assert "One article: Far Post (as told by Morning Letter)." in alone


def test_corrections_of_stories_outside_the_ten_are_told_once() -> None:
    text, markup = texts(read(full_site()))
    for seen in (text, words(markup)):
        assert seen.count(OTHER.text) == 1
        assert seen.count(CORRECTION.text) == 1


def test_a_story_that_was_taken_back_shows_nothing_but_the_notice() -> None:
    text, markup = texts(read(full_site()))
    for seen in (text, words(markup)):
        assert "This report was withdrawn" in seen
        assert "Withdrawn by NWA, 14 May 2031: Please withdraw the report on the survey." in seen
        assert "lacier" not in seen


def test_a_story_that_was_taken_back_is_not_the_subject() -> None:
    data = full_site()
    edition = data.editions[DAY]
    first = replace(edition.entries[9], rank=1)
    assert subject(data, replace(edition, entries=(first, *edition.entries[1:9]))).startswith("14 May 2031: Ferry")


def test_styles_are_in_the_tags_and_the_dark_scheme_in_a_rule() -> None:
    markup = texts(read(full_site()))[1]
    page = html.fromstring(markup)
    assert not page.xpath("//link | //script | //img | //form")
    assert all("style" in one.attrib for one in page.xpath("//h1 | //h2 | //p"))
    (style,) = page.xpath("//style/text()")
    assert re.findall(r"^@media ([^{]+)\{|\}\s*@media ([^{]+)\{", style)
    assert "prefers-color-scheme: dark" in style
    assert not re.search(r"url\(|@import|expression|var\(", markup)
    assert "max-width: 600px" in markup


def test_the_same_edition_makes_the_same_bytes_and_an_approval_another_letter() -> None:
    data = full_site()
    assert written(data) == written(full_site())
    edition = data.editions[DAY]
    again = replace(edition, approved_at=datetime(2031, 5, 14, 9, tzinfo=UTC))
    draft = replace(edition, status="draft", approved_at=None)
    assert len({read(data, one)["Message-ID"] for one in (edition, again, draft)}) == 3


def test_an_empty_edition_is_a_letter_too() -> None:
    empty = Edition(day=date(2031, 5, 14), status="draft", title="Quiet", entries=())
    message = read(SiteData(title="Quiet"), empty)
    assert message["Subject"] == "[Draft] 14 May 2031: no story made this edition"
    assert "No story made this edition." in texts(message)[0]
    assert "No story made this edition." in words(texts(message)[1])


def test_a_letter_of_fewer_than_ten_says_why() -> None:
    why = "1 of 10 places is taken: the desk holds only 1 story that was reported on 14 May 2031."
    data = full_site()
    short = replace(data.editions[DAY], short=why)
    for edition in (short, replace(short, entries=())):
        message = read(data, edition)
        assert why in texts(message)[0]
        assert why in words(texts(message)[1])
    assert why not in texts(read(data, data.editions[DAY]))[0]


def long_edition(count: int, sentences: int, text: str) -> Edition:
    edition = full_site().editions[DAY]
    lead = edition.entries[1]
    blurb = tuple(replace(lead.blurb[0], text=f"{number} {text}") for number in range(sentences))
    entries: list[Entry] = [replace(lead, rank=rank, blurb=blurb) for rank in range(1, count + 1)]
    return replace(edition, entries=tuple(entries))


def test_a_letter_that_grows_too_long_loses_reasons_before_news() -> None:
    data = full_site()
    usual = html_size(read(data))
    assert usual < LIMIT / 2
    message = read(data, long_edition(20, 8, "word " * 50))
    text, markup = texts(message)
    assert html_size(message) < LIMIT
    assert "Why rank" not in text
    assert "Why rank" not in markup
    assert text.count("0 word word") == 20
    assert f"Shortened to fit a letter. All of it: {ADDRESS}/2031-05-14" in text
    assert "Shortened to fit a letter. All of it on the site" in words(markup)


@pytest.mark.parametrize(
    ("count", "text"),
    [(10, "東京" * 1000), (10, "unbroken" * 1000), (10, "word " * 1000), (40, "word " * 500), (40, "&<>\"'" * 500)],
)
def test_no_edition_makes_a_letter_that_is_cut_by_others(count: int, text: str) -> None:
    edition = long_edition(count, 3, text)
    entries = tuple(
        replace(one, headline=text, notices=(replace(CORRECTION, text=text, by=text),) * 5, new=one.blurb)
        for one in edition.entries
    )
    edition = replace(edition, title=text, entries=entries, notices=(replace(OTHER, text=text, by=text),) * 50)
    message = read(replace(full_site(), excerpt_words=100_000), edition)
    text_part, markup = texts(message)
    assert html_size(message) < LIMIT
    assert "Shortened to fit a letter" in text_part
    assert "Shortened to fit a letter" in words(markup)
    assert "leave?token=" in markup


def test_text_that_tries_to_break_out_stays_text() -> None:
    message = read(hostile_site())
    assert message["Bcc"] is None
    text, markup = texts(message)
    page = html.fromstring(markup)
    assert not page.xpath("//script | //b[text()='bold']")
    assert "<script>alert(1)</script>" in words(markup)
    assert "{{ 7 * 7 }}" in words(markup)
    assert "&amp;" in text
    assert "Line one Bcc: victim@mail.example END:VEVENT" in text


def name_of(raw: bytes) -> str:
    """The sender's name by RFC 2047; the newer parser adds a blank between two encoded words of a name."""
    header = message_from_bytes(raw, policy=policy.compat32)["From"]
    name, _, address = header.rpartition("<")
    assert address.rstrip(">") == "nobody@wiredesk.invalid"
    if "=?" in name:
        return str(make_header(decode_header(name.strip())))
    return parseaddr(header)[0]


_BLANKS = "".join(["東 é ", "ü 😀", " — “", "= ?", "=?utf-8?q?x?= "])
_LINE = st.text(alphabet=st.sampled_from(_BLANKS), max_size=110) | st.text(
    alphabet=st.characters(exclude_categories=["Cs"]), max_size=110
)


@settings(max_examples=30, deadline=None)
@given(_LINE)
def test_a_subject_and_a_name_are_read_back_as_they_were_written(line: str) -> None:
    edition = long_edition(1, 0, "")
    edition = replace(edition, title=line, entries=(replace(edition.entries[0], headline=line),))
    raw = written(SiteData(title="Quiet"), edition)
    message = message_from_bytes(raw, policy=policy.default)
    assert message["Subject"] == f"14 May 2031: {plain(line) or 'No headline'}"
    assert name_of(raw) == plain(line)
    assert all(len(one) <= 78 for one in raw.partition(b"\r\n\r\n")[0].split(b"\r\n"))


def test_without_an_address_a_headline_leads_to_the_report_whose_it_is() -> None:
    data = full_site(None)
    edition = data.editions[DAY]
    entry = next(one for one in edition.entries if len({data.articles[line.article].url for line in one.sources}) > 1)
    for line in entry.sources:
        article = replace(data.articles[line.article], headline="Harbour reopens", url="https://own.example/reopens")
        changed = replace(edition, entries=(replace(entry, rank=1, headline=article.headline),))
        known = replace(data, articles={**data.articles, article.id: article})
        plain_text, markup = texts(read(known, changed))
        assert html.fromstring(markup).xpath("//h2/a[@class='ink']/@href") == [article.url]
        assert f"\n{article.url}\n" in plain_text.replace("\r\n", "\n")


def test_what_is_new_further_down_in_a_report_stands_below_the_opening_that_it_cannot_do_without() -> None:
    data = full_site()
    edition = data.editions[DAY]
    deep, opening = said(WIRE[0], WIRE[0].body[1]), said(WIRE[0], WIRE[0].body[0])
    for new, blurb in ((deep, opening), (opening, deep)):
        lead = replace(edition.entries[0], new=(new,), blurb=(blurb,), notices=())
        changed = replace(edition, entries=(lead, *edition.entries[1:]))
        page = render(replace(data, editions={DAY: changed}), "/")
        assert isinstance(page, bytes)
        body = page.decode().partition("<body>")[2]
        for told in (*(str(one.get_content()) for one in read(data, changed).iter_parts()), body):
            words = " ".join(re.sub(r"<[^>]*>", " ", told).split())
            first, second = (words.index(" ".join(one.text.split())[:40]) for one in (opening, deep))
            assert first < second
