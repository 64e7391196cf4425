import gzip
import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from wiredesk.collect import collect_path
from wiredesk.collect.sniff import file_kind
from wiredesk.extract import extract
from wiredesk.kit.marks import SITE_MANIFEST
from wiredesk.types import Page, Problem

HTML = b"<!doctype html><title>Ferry</title><p>The ferry runs again."

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Harbour Courier</title>
<item><title>Ferry runs again</title><link>https://harbour.example/ferry</link>
<description>&lt;p&gt;The ferry runs again after the storm.&lt;/p&gt;</description>
<pubDate>Tue, 10 Mar 2026 23:30:00 -0500</pubDate></item>
<item><title>Undated item</title><link>https://harbour.example/undated</link>
<description>Nobody said when.</description></item>
</channel></rss>"""


def collected(path: Path) -> tuple[list[Page], list[Problem]]:
    items = list(collect_path(path))
    return [item for item in items if isinstance(item, Page)], [item for item in items if isinstance(item, Problem)]


def test_a_folder_is_read_in_the_order_of_names_and_hidden_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_bytes(HTML)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "c.txt").write_text("A capture of a page.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.html").write_bytes(HTML)
    pages, problems = collected(tmp_path)
    assert [(page.kind, Path(page.name or "").name) for page in pages] == [("text", "c.txt"), ("html", "b.html")]
    assert problems == []


def test_a_site_that_was_published_here_is_not_read_back_as_news(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "site" / "story").mkdir(parents=True)
    (tmp_path / "site" / SITE_MANIFEST).write_text("{}")
    (tmp_path / "site" / "story" / "index.html").write_bytes(HTML)
    pages, problems = collected(tmp_path)
    assert ([Path(page.name or "").name for page in pages], problems) == (["a.html"], [])


def test_gzip_is_opened_whatever_the_name_says(tmp_path: Path) -> None:
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(HTML))
    (tmp_path / "page.html").write_bytes(gzip.compress(HTML))
    pages, _ = collected(tmp_path)
    assert [page.data for page in pages] == [HTML, HTML]
    assert {page.kind for page in pages} == {"html"}


def test_json_lines_become_a_page_each_those_that_are_no_json_too(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"url": "https://a.example/1", "text": "One."}\n{"id": 7, "text": "Two."}\nnot json\n\n[1]\n')
    pages, problems = collected(path)
    assert [(page.kind, page.url, page.name) for page in pages] == [
        ("record", "https://a.example/1", f"{path}:1"),
        ("record", None, f"{path}:2"),
        ("record", None, f"{path}:3"),
        ("record", None, f"{path}:5"),
    ]
    assert problems == []


def test_json_that_is_nested_too_deep_is_kept(tmp_path: Path) -> None:
    (tmp_path / "deep.jsonl").write_text("[" * 100_000)
    pages, problems = collected(tmp_path / "deep.jsonl")
    assert ([page.url for page in pages], problems) == ([None], [])


def test_a_name_that_is_no_utf8_is_written_with_escapes(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xffname.txt")).write_text("A capture of a page.")
    (page,), _ = collected(tmp_path)
    assert (page.name or "").endswith("/bad\\xffname.txt")


def test_a_json_file_may_be_one_list(tmp_path: Path) -> None:
    path = tmp_path / "articles.json"
    path.write_text(json.dumps([{"text": "One."}, {"text": "Two."}], indent=2))
    pages, problems = collected(path)
    assert (len(pages), problems) == (2, [])


def test_a_feed_gives_a_page_for_each_entry_with_the_day_as_printed(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS)
    pages, problems = collected(path)
    assert problems == []
    assert [page.url for page in pages] == ["https://harbour.example/ferry", "https://harbour.example/undated"]
    assert [page.published for page in pages] == [date(2026, 3, 10), None]  # 11 March in UTC
    assert {page.published_by for page in pages} == {"feed"}
    record = json.loads(pages[0].data)
    assert (record["headline"], record["published"]) == ("Ferry runs again", "2026-03-10T23:30:00-05:00")


def test_an_entrys_address_is_a_web_address_or_none(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    links = ("/ferry", "javascript:alert(1)", "")
    items = "".join(f"<item><title>T</title><link>{link}</link><guid>g1</guid></item>" for link in links)
    path.write_text(f"<rss><channel><link>https://harbour.example/</link>{items}</channel></rss>")
    pages, _ = collected(path)
    assert [page.url for page in pages] == ["https://harbour.example/ferry", None, None]


def test_a_feed_that_is_none_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text("<rss>")
    pages, problems = collected(path)
    assert pages == []
    assert [problem.message.partition(":")[0] for problem in problems] == ["no entry can be read in this feed"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.html", b"", "the file is empty"),
        ("blank.txt", b" \n\t\n", "the file is empty"),
        ("cut.html.gz", gzip.compress(HTML)[:-6], "cannot be read"),
        ("lying.html.gz", b"\x1f\x8bnot gzip at all", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_one_clear_problem(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    pages, problems = collected(tmp_path / name)
    assert pages == []
    (problem,) = problems
    assert message in problem.message
    assert problem.source == str(tmp_path / name)
    assert problem.hint


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "page.html").write_bytes(HTML)
    pages, problems = collected(tmp_path)
    assert (len(pages), problems) == (1, [])
    _, (problem,) = collected(tmp_path / "pipe.html")
    assert problem.message == "is no regular file"


def test_a_missing_path_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    _, (problem,) = collected(tmp_path / "nowhere.html")
    assert problem.message == "there is no such file or folder"


def test_an_unreadable_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.html").write_bytes(HTML)
    (tmp_path / "open.txt").write_text("A capture of a page.")

    def refuse(path: Path) -> bytes:  # what the system does to all but root
        if path.name == "secret.html":
            raise PermissionError(13, "Permission denied", str(path))
        with path.open("rb") as file:
            return file.read()

    monkeypatch.setattr(Path, "read_bytes", refuse)
    pages, (problem,) = collected(tmp_path)
    assert [page.kind for page in pages] == ["text"]
    assert problem.message == "cannot be read: Permission denied"


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0", ".html", "unknown"),
        (b"<html><body>a page", ".txt", "text"),
        (b"<html><body>a page", "", "html"),
        (b"Plain words of a capture", "", "text"),
        (b'{"url": "x"}', "", "jsonl"),
        (b'<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">', ".html", "feed"),
        ("Ein Text".encode("utf-16"), ".txt", "text"),
    ],
)
def test_the_kind_is_told_by_content_before_name(data: bytes, suffix: str, kind: str) -> None:
    assert file_kind(data, suffix) == kind


def test_an_entry_reads_into_an_article_of_the_day_that_the_feed_printed(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS)
    pages, _ = collected(path)
    first = extract(pages[0])
    assert first.body == ("The ferry runs again after the storm.",)
    assert (first.published.value, first.published.method) == (date(2026, 3, 10), "feed")
    assert first.published.instant == datetime(2026, 3, 11, 4, 30, tzinfo=UTC)
    assert extract(pages[1]).published.value is None


def test_importing_the_stage_loads_nothing_that_only_the_web_or_mail_needs() -> None:
    heavy = ("aiohttp", "asyncio", "email.message", "feedparser", "protego", "turbohtml", "xml.etree.ElementTree")
    code = f"import sys, wiredesk.collect; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
