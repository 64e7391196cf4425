import base64
import json
import mailbox
from collections.abc import Iterable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from wiredesk.collect import collect_path, rules
from wiredesk.collect.links import unwrapped
from wiredesk.collect.paths import collect_mailbox
from wiredesk.collect.sniff import file_kind
from wiredesk.extract import extract
from wiredesk.types import Page, Problem

CASES = Path(__file__).parents[1] / "cases" / "collect"
NAMES = sorted(path.parent.name for path in CASES.glob("*/mail.*"))
HEAD = "From: Morning Tide <tide@tide.example>\nSubject: Ferry runs again\nDate: Wed, 11 Mar 2026 06:30:00 +0100\n"
TEXT = "The ferry runs again after two days of storm, the harbour board said on Tuesday."


def told(items: Iterable[Page | Problem]) -> list[dict[str, Any]]:
    """What came, as the files of the cases write it."""
    lines: list[dict[str, Any]] = []
    for item in items:
        if isinstance(item, Problem):
            lines.append({"problem": item.message})
            continue
        record = json.loads(item.data)
        day = item.published.isoformat() if item.published else None
        line = {"headline": record["headline"], "url": item.url, "published": day}
        if item.teaser:
            assert (item.kind, item.published_by, item.outlet) == ("record", "feed", None)
            lines.append({"via": item.via, **line, "text": record["text"]})
        else:
            lines.append({"outlet": item.outlet, **line})
    return lines


@pytest.mark.parametrize("name", NAMES)
def test_a_mail_becomes_what_its_case_says(name: str) -> None:
    (path,) = (CASES / name).glob("mail.*")
    expected = (CASES / name / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    assert told(collect_path(path)) == [json.loads(line) for line in expected]


def test_a_lead_reads_into_an_article_of_the_mails_day() -> None:
    first = next(iter(collect_path(CASES / "newsletter-in-tables" / "mail.eml")))
    assert isinstance(first, Page)
    article = extract(first)
    assert article.problems == ()
    assert article.headline == "Harbour board backs a second dredger"
    assert article.body == (
        "The board voted seven to two on Tuesday to buy a second dredger for the western basin. Work may begin in May.",
    )
    assert (str(article.published.value), article.published.method) == ("2026-03-11", "feed")


def test_a_letter_reads_into_one_article_under_its_subject() -> None:
    (page,) = collect_path(CASES / "letter-of-one-essay" / "mail.eml")
    assert isinstance(page, Page)
    article = extract(page)
    assert (article.headline, article.url) == ("Still water", "https://letters.mole.example/p/still-water")
    assert article.body[-1].endswith("as the agents have promised in writing.")


# ------------------------------------------------------------------------------------------------- broken


def collected(path: Path, data: str | bytes) -> tuple[list[Page], list[Problem]]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    items = list(collect_path(path))
    assert all(item.hint for item in items if isinstance(item, Problem))
    return [item for item in items if isinstance(item, Page)], [item for item in items if isinstance(item, Problem)]


def body_of(page: Page) -> str:
    record = json.loads(page.data)
    return " ".join(str(record.get("html") or record["text"]).split())


PLAIN = f"Content-Type: text/plain; charset=utf-8\n\n{TEXT}\n"
MULTI = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n'
ATTACHED = 'Content-Disposition: attachment; filename="r.pdf"'
ODD = "Content-Type: text/html; charset=klingon\nContent-Transfer-Encoding: ???"
BROKEN = {
    "no boundary named": (
        f"{HEAD}MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n{TEXT}",
        "how they are told apart",
    ),
    "boundary missing": (f"{HEAD}{MULTI}\n{TEXT}\n", "the mark that parts it does not occur"),
    "no end": (f"{HEAD}{MULTI}\n--b\n{PLAIN}", "its last part has no end"),
    "base64 cut": (
        f"{HEAD}Content-Transfer-Encoding: base64\n\n{base64.b64encode((TEXT + ' And').encode()).decode()[:-3]}",
        "the base64 of a part is cut",
    ),
    "charset lies": (
        f"{HEAD}Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 8bit\n\n{TEXT} Løkke.",
        "declares us-ascii and is utf-8",
    ),
    "no day": (f"{HEAD.replace('Wed, 11 Mar 2026 06:30:00 +0100', 'one of these days')}\n{TEXT}", "no Date"),
    "an attachment": (
        f"{HEAD}{MULTI}\n--b\n{PLAIN}--b\nContent-Type: application/pdf\n{ATTACHED}\n\n%PDF\n--b--\n",
        "an attachment is left out: r.pdf (application/pdf, 4 bytes)",
    ),
    "a broken part": (
        f"{HEAD}{MULTI}\n--b\n{ODD}\n\n<p>{TEXT}</p>\n--b\nContent-Type: nonsense\nContent-Disposition\n\n\0\n--b--\n",
        "a line of its header is broken",
    ),
    "a header of rubbish": (
        f"{HEAD}Content-Type: ;;;=\nTo: <<<>@\nReceived\n\n{TEXT}",
        "a line of its header is broken",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_of_a_broken_mail_what_can_be_read_is_kept_and_the_rest_told(tmp_path: Path, name: str) -> None:
    data, message = BROKEN[name]
    (page,), (problem,) = collected(tmp_path / "mail.eml", data)
    assert TEXT in body_of(page)
    assert json.loads(page.data)["headline"] == "Ferry runs again"
    assert message in problem.message


def test_a_mail_without_text_is_a_problem(tmp_path: Path) -> None:
    for data in (f"{HEAD}\n", f"{HEAD}Content-Type: image/png\n\nx", HEAD):
        pages, problems = collected(tmp_path / "mail.eml", data)
        assert (pages, [one.message for one in problems][-1:]) == ([], ["no text can be read in this mail"])


def test_a_large_attachment_is_left_out_and_told(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "Tide <t@t.example>", "Ferry", "Wed, 11 Mar 2026 06:30:00 +0100"
    mail.set_content(TEXT)
    mail.add_attachment(b"\xff\xd8" * 3_000_000, maintype="image", subtype="jpeg", filename="quay.jpg")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    (page,), (problem,) = collected(tmp_path / "mail.eml", mail.as_bytes())
    assert TEXT in body_of(page)
    assert problem.message == "an attachment is left out: quay.jpg (image/jpeg, 6.0 MB)"


# -------------------------------------------------------------------------------------------- mbox, maildir


def mbox(*mails: str) -> str:
    return "".join(f"From tide@tide.example Wed Mar 11 06:30:00 2026\n{mail}\n\n" for mail in mails)


def test_an_mbox_gives_all_its_mails_whatever_stands_in_their_lines(tmp_path: Path) -> None:
    letter = f"{HEAD}\n{TEXT}\n\nFrom here on it is quiet.\n>From the pilots no word at 08:15.\n"
    pages, problems = collected(tmp_path / "inbox", mbox(letter, letter.replace("again", "once more")))
    assert (len(pages), problems) == (2, [])
    assert "From here on it is quiet. From the pilots" in body_of(pages[0])
    assert [page.name for page in pages] == [f"{tmp_path / 'inbox'}: mail {number}" for number in (1, 2)]


def test_an_mbox_cut_in_the_middle_is_told_and_its_other_mails_are_read(tmp_path: Path) -> None:
    whole = f"{HEAD}{MULTI}\n--b\n{PLAIN}--b--\n"
    data = mbox(whole, whole, whole)
    pages, problems = collected(tmp_path / "a.mbox", data[: data.rindex("--b--") - 20])
    assert len(pages) == 3
    assert ["it may be cut" in one.message for one in problems] == [True]
    assert "mail 3" in problems[0].source
    pages, problems = collected(tmp_path / "b.mbox", data[len(HEAD) + 60 :])
    assert len(pages) == 2
    assert [one.message for one in problems] == ["it begins in the middle of a mail"]


def test_an_mbox_without_mail_is_a_problem(tmp_path: Path) -> None:
    pages, problems = collected(tmp_path / "a.mbox", "nothing here\n")
    assert (pages, len(problems)) == ([], 2)


def test_a_mail_in_an_mbox_that_is_too_large_is_read_up_to_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wiredesk.collect.mbox.MAX_MAIL_BYTES", 1000)
    pages, problems = collected(tmp_path / "a.mbox", mbox(f"{HEAD}\n{TEXT}\n" + "x\n" * 2000, f"{HEAD}\n{TEXT}"))
    assert len(pages) == 2
    assert "this mail has over" in problems[0].message
    assert rules.MAX_MAIL_BYTES > 30_000_000


def test_a_maildir_is_read_without_what_has_not_wholly_come(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "Mail")
    box.add(f"{HEAD}MIME-Version: 1.0\n\n{TEXT}")
    box.add(f"{HEAD}MIME-Version: 1.0\n\n{TEXT} Twice.")
    (tmp_path / "Mail" / "dovecot-uidlist").write_text("3 V1 N1")
    (tmp_path / "Mail" / "tmp" / "half").write_text("From: nobody")
    items = list(collect_mailbox(tmp_path / "Mail", source="Letters"))
    assert [(isinstance(one, Page) and one.source) for one in items] == ["Letters", "Letters"]


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (f"{HEAD}\n{TEXT}", ".eml", "mail"),
        (f"Received: from a by b\n{HEAD}\n{TEXT}", "", "mail"),
        (f"{HEAD}\n{TEXT}", "", "text"),  # a forwarded mail that somebody copied out
        (f"{HEAD}\n{TEXT}", ".txt", "text"),
        (mbox(f"{HEAD}\n{TEXT}"), "", "mbox"),
        ("From Oslo at 08:15 the minister flew on.", "", "text"),
        ('<?xml version="1.0"?><opml version="2.0"><body/></opml>', ".xml", "opml"),
        ('<?xml version="1.0"?><urlset xmlns="x"></urlset>', ".xml", "sitemap"),
        ('{"items": [], "version": "https://jsonfeed.org/version/1.1"}', ".json", "feed"),
        ('{"text": "He wrote \\"version\\": \\"https://jsonfeed.org/version/1\\" on it"}', ".json", "jsonl"),
    ],
)
def test_mail_lists_and_feeds_are_told_by_content_then_name(data: str, suffix: str, kind: str) -> None:
    assert file_kind(data.encode(), suffix) == kind


@pytest.mark.parametrize(
    ("wrapped", "target"),
    [
        ("https://www.finder.example/url?sa=t&url=https://a.example/b%3Fc%3D1&ct=ga", "https://a.example/b?c=1"),
        ("https://t.mail.example/CL0/https:%2F%2Fa.example%2Fb/1/0100/x=421", "https://a.example/b"),
        ("https://x.awstrack.example/L0/https%3A%2F%2Fa.example%2Fb%3Fc=1/1/0102", "https://a.example/b?c=1"),
        ("https://urldefense.example/v3/__https://a.example/b__;!!Ab1", "https://a.example/b"),
        ("https://safelinks.example/?url=https%3A%2F%2Fclick.b.example%2Fr%3Fu%3Dhttps%253A%252F%252Fa.example%252Fb",
         "https://a.example/b"),
        ("https://web.archive.example/web/2026/https://a.example/b", "https://a.example/b"),
        ("https://click.mail.example/c/eJwVjs0OgyAQ", "https://click.mail.example/c/eJwVjs0OgyAQ"),
        ("https://a.example/login?next=https://a.example/b", "https://a.example/login?next=https://a.example/b"),
        ("https://a.example/review?url=https://shop.example/x", "https://a.example/review?url=https://shop.example/x"),
    ],
)  # fmt: skip
def test_a_redirectors_link_is_unwrapped_only_where_it_carries_its_target(wrapped: str, target: str) -> None:
    assert unwrapped(wrapped) == target


def test_a_mail_that_nests_too_deep_is_read_all_the_same(tmp_path: Path) -> None:
    deep = "<div>" * 50_000
    (page,), problems = collected(tmp_path / "mail.eml", f"{HEAD}Content-Type: text/html\n\n{deep}<p>{TEXT}</p>")
    assert TEXT in body_of(page)
    assert problems == []
