"""What holds for every page, whatever is on it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wiredesk.extract import Rules, extract
from wiredesk.extract.bylines.byline import read_byline
from wiredesk.extract.days.printed import printed_days, read_stamp
from wiredesk.extract.wording.phrases import ends_article, is_furniture, opens_list
from wiredesk.kit.html import parse, visible_text
from wiredesk.kit.text import decode, looks_binary, sentence_spans
from wiredesk.types import Article, Page

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
LINES = st.lists(
    st.sampled_from(
        [
            "", "", "Menu", "HomeNewsSport", "By Ada Brugge", "LIMA (AFP) - A tug sank, the port said on Monday.",
            "Nobody was hurt, said the harbor master, who saw it.", "Tug sinks in Ghent harbor", "Share 12",
            "Latest News",
            "FILE - A tug, March 3, 2020. (AP Photo/Jan Maes, File)", "May 7, 2021",
            "© 2021 Reuters. All rights reserved.",
            "Reuters has more:", "\x00\x0b", "«»“”", "(" * 50, "a" * 500,
        ]
    ),
    max_size=14,
)  # fmt: skip


@FEW
@given(
    st.binary(max_size=400),
    st.sampled_from(["html", "text", "unknown"]),
    st.sampled_from([None, "utf-8", "latin1", "no-such"]),
)
def test_no_bytes_make_it_raise(data: bytes, kind: str, charset: str | None) -> None:
    article = extract(Page(kind=kind, data=data, charset=charset))  # type: ignore[arg-type]
    assert article.id.startswith("a")
    assert all(problem.stage == "extract" and problem.hint for problem in article.problems)


@FEW
@given(LINES)
def test_parts_are_single_lines_of_the_page_and_reading_twice_gives_the_same(lines: list[str]) -> None:
    page = Page.text("\n".join(lines))
    article = extract(page)
    assert article == extract(page)
    for paragraph in (*article.lead, *article.body):
        assert paragraph and "\n" not in paragraph and paragraph == paragraph.strip()
    texts = [caption.text for caption in article.captions]
    assert len(texts) == len(set(texts))


def test_a_page_over_the_limit_is_not_read() -> None:
    article = extract(Page.text("A sentence of news, said the officer. " * 10), Rules(max_page_bytes=100))
    assert article.body == ()
    assert "pages are read up to" in article.problems[0].message


def test_letters_that_cannot_be_read_are_told_if_the_news_has_them() -> None:
    page = Page(
        kind="text",
        data="Zwölf Fähren fuhren über die Förde, sagte der Käpten am Mönntag: äöüäöüäöü.".encode() + b" J\xff." * 2,
    )
    assert [problem.message for problem in extract(page).problems] == ["2 characters cannot be read"]


def test_an_unknown_kind_is_told() -> None:
    assert "no text" in extract(Page(kind="unknown", data=b"BEGIN:VCALENDAR")).problems[0].message


def test_a_problem_names_its_page() -> None:
    assert extract(Page(kind="html", data=b"", name="inbox/a.html")).problems[0].source == "inbox/a.html"
    assert (
        extract(Page(kind="html", data=b"", url="https://x.example/a", name="a")).problems[0].source
        == "https://x.example/a"
    )


def test_the_id_is_that_of_the_address_or_the_bytes_never_of_the_text() -> None:
    one = Page.text("A sentence of news, said the officer.")
    assert extract(one).id == extract(replace(one, published=date(2020, 1, 1))).id
    assert (
        extract(replace(one, url="http://www.x.example/a?utm_source=b")).id
        == extract(Page.html("", url="https://x.example/a")).id
    )


def test_an_article_keeps_the_id_that_it_is_known_as() -> None:
    one = Page.text("A sentence of news, said the officer.")
    assert extract(one, known_as="a7").id == "a7"
    assert replace(extract(one, known_as="a7"), id="") == replace(extract(one), id="")


def test_a_records_id_counts_only_without_an_address() -> None:
    text = {"id": "7", "text": "A sentence of news, said the officer."}
    assert Article.from_record(text).id == Article.from_record({**text, "text": "Other."}).id
    assert (
        Article.from_record({**text, "url": "https://x.example/a"}).id
        == extract(Page.html("", url="https://x.example/a")).id
    )


@pytest.mark.parametrize(
    ("text", "day", "instant"),
    [
        ("Published April 17, 20238:55 AM GMT+2", "2023-04-17", "2023-04-17T06:55:00+00:00"),
        ("Published On 17 Apr 202317 Apr 2023", "2023-04-17", None),
        ("Issued on: 17/04/2023 - 10:22", "2023-04-17", None),
        ("17.04.2023 - Update", "2023-04-17", None),
        ("2023-04-17 20:41:15 UTC", "2023-04-17", "2023-04-17T20:41:15+00:00"),
        ("April 17, 2023 at 11:30 p.m. EDT", "2023-04-17", "2023-04-18T03:30:00+00:00"),
        ("17 de abril de 2023", "2023-04-17", None),
        ("2023年4月17日", "2023-04-17", None),
    ],
)
def test_printed_dates_are_read_in_their_own_offset(text: str, day: str, instant: str | None) -> None:
    found = next(iter(printed_days(text)))
    assert found.day.isoformat() == day
    assert (found.instant.isoformat() if found.instant else None) == instant


def test_a_date_whose_day_and_month_could_change_places_is_marked() -> None:
    assert [found.ambiguous for found in printed_days("03/04/2023, 13/04/2023, 04/04/2023")] == [True, False, False]


def test_metadata_stamps_keep_their_own_day() -> None:
    assert read_stamp("2023-04-14T23:30:00-07:00") == (date(2023, 4, 14), datetime(2023, 4, 15, 6, 30, tzinfo=UTC))
    assert read_stamp("Fri, 14 Apr 2023 23:30:00 -0700") == (
        date(2023, 4, 14),
        datetime(2023, 4, 15, 6, 30, tzinfo=UTC),
    )
    assert read_stamp("2023-04-14") == (date(2023, 4, 14), None)
    assert read_stamp("yesterday") is None


@pytest.mark.parametrize(
    ("line", "names", "agency", "own"),
    [
        ("By Ada Brugge", ("Ada Brugge",), None, False),
        ("By ADA BRUGGE and JAN MAES, Associated Press", ("Ada Brugge", "Jan Maes"), "AP", False),
        ("By Ada Brugge | Reuters", ("Ada Brugge",), "Reuters", False),
        ("By Ada Brugge, Staff Writer", ("Ada Brugge",), None, True),
        ("By ADA BRUGGE Associated Press", ("Ada Brugge",), "AP", False),
        ("By ADA J. BRUGGE Harbor Newspapers", ("Ada J. Brugge",), None, False),
        ("By Newsroom", (), None, True),
        ("By The Associated Press", (), "AP", False),
        ("By Jean-Luc O'Dell in Lima and Mária d'Arc", ("Jean-Luc O'Dell", "Mária d'Arc"), None, False),
    ],
)
def test_a_byline_gives_people_agency_and_staff(
    line: str, names: tuple[str, ...], agency: str | None, own: bool
) -> None:
    assert read_byline([line]) == (names, agency, own)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter", "Share 31 Tweet 8", "3 comments | Report a typo",
        "Rate this story: 1 2 3",
        "Tap on a star to give your mark", "Copyright 2019 Strandbote. All rights reserved.", "Follow us on Facebook",
        "Subscribe to get the tides by e-mail", "Visit our shop for prints of the harbour.",
        "Untitled(Required)",
        "Facebook Twitter Email", "Advertisement",
    ],
)  # fmt: skip
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Terms of the deal were not disclosed.", "Privacy campaigners said that they would sue the ministry.",
        "The party's newsletter said that he would resign.", "Topics ranged from trade to fishing, he said.",
        "Comments by the minister angered the farmers.", "Join forces with them, he told the party, or lose.",
        "Read the treaty, the minister told them.", "Latest figures show that exports fell.",
        "Share prices fell by a tenth.",
        "(Updates with toll; adds harbor master)", "(Corrects toll in paragraph 2)",  # an agency's notices
    ],
)  # fmt: skip
def test_a_news_sentence_is_no_furniture(line: str) -> None:
    assert not is_furniture(line)


def test_headings_of_other_articles_are_known() -> None:
    assert opens_list("Previous Article") and opens_list("Read more harbor news")
    assert ends_article("Latest News") and ends_article("Related Posts") and ends_article("12 Comments")


def test_text_is_decoded_whatever_was_declared() -> None:
    assert decode("naïve".encode("cp1252"), "utf-8").text == "naïve"
    assert decode("naïve".encode(), "latin1").text == "naïve"
    assert decode("naïve".encode("utf-16"), None).text == "naïve"
    assert (
        decode("Привет, мир, как дела сегодня".encode("cp1251"), "windows-1251").text == "Привет, мир, как дела сегодня"
    )
    assert decode(b"ab\xffcd" + "ééééééééé".encode(), None).text == "ab\ufffdcdééééééééé"
    assert decode(b"nai\x00ve", None).text == "naive"
    assert looks_binary(bytes(range(256))) and not looks_binary("naïve\n\ttext".encode())


def test_sentences_are_parted_without_breaking_abbreviations() -> None:
    text = "Gen. Ada Brugge left on Oct. 3. She said: “No.” Then she sat. "
    assert [text[start:end] for start, end in sentence_spans(text)] == [
        "Gen. Ada Brugge left on Oct. 3.",
        "She said: “No.”",
        "Then she sat.",
    ]


def test_visible_text_parts_blocks_and_hides_scripts() -> None:
    page = "<body><h1>A <b>big</b> tug</h1><script>x()</script><p>One<br>two</p><ul><li>three</li></ul></body>"
    assert visible_text(parse(page)) == "A big tug\n\nOne\ntwo\n\nthree"


def test_a_record_is_json_all_the_way() -> None:
    page = Page(kind="record", data=json.dumps({"text": "A sentence.", "published": 1_650_000_000}).encode())
    assert extract(page).published.value == date(2022, 4, 15)


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Juri Kask arrived in Riga on Tuesday.",
        "The ministers co-chaired a session of the joint commission in Riga on Tuesday. It was the third.",
        "RIGA, March 12 (Reuters) - The ministers co-chaired a session of the joint commission on Tuesday.",
    ],
)
def test_a_capture_of_one_paragraph_is_its_text(text: str) -> None:
    (paragraph,) = extract(Page.text(text)).body
    assert text.endswith(paragraph)


def test_a_capture_of_one_paragraph_between_menus_is_read_below_its_stamp() -> None:
    text = (
        "Harbour Argus\nHome | World | Sport | Sign in\n\nKILL: Mayor of Torvik resigns over land deal\n\nBy Norring\n"
        "November 21, 2026\n\nNorring has withdrawn its story on the mayor of Torvik. The mayor, Lena Holm, has not "
        "resigned. There will be no replacement story.\n\n© 2026 Harbour Argus\nMost read\nTen recipes for autumn"
    )
    article = extract(Page.text(text))
    assert article.headline == "KILL: Mayor of Torvik resigns over land deal"
    assert [paragraph.split(" on ")[0] for paragraph in article.body] == ["Norring has withdrawn its story"]
