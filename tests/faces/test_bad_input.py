"""Bad input through the command line: what, where, what to do; the exit status; the rest goes on."""

import contextlib
import io
import json
import random
from dataclasses import dataclass
from pathlib import Path

import pytest

from wiredesk.faces.cli import run
from wiredesk.store import Store

GOOD = """Ferry runs again

BERGEN, March 10, 2026 - The ferry ran again on Tuesday after two days of storm, the port said.
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def wiredesk(*words: object, feed: bytes | None = None) -> Ended:
    """Run a command in this process, with its own streams."""
    stdin = io.TextIOWrapper(io.BytesIO(feed or b""))
    with (
        contextlib.redirect_stdout(io.StringIO()) as out,
        contextlib.redirect_stderr(io.StringIO()) as err,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr("sys.stdin", stdin)
        status = run([str(word) for word in words])
    return Ended(status, out.getvalue(), err.getvalue())


def lines(noun: str, desk: Path) -> list[dict[str, object]]:
    listed = wiredesk(noun, "--json", "--desk", desk)
    assert listed.returncode == 0, listed.stderr
    return [json.loads(line) for line in listed.stdout.splitlines()]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    assert wiredesk("init", folder).returncode == 0
    return folder


def test_bad_pages_are_told_and_kept_and_the_good_one_is_read(desk: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "good.txt").write_text(GOOD)
    (pages / "empty.html").write_bytes(b"")
    (pages / "junk.html").write_bytes(random.Random(1).randbytes(20_000))
    (pages / "latin.html").write_bytes(
        "<meta charset=utf-8><title>Æ</title><article><h1>Fähre fährt</h1><p>Die Fähre nach Göteborg fährt"
        " wieder, sagte die Behörde am Dienstag. Der Sturm hatte zwei Tage gedauert.</p></article>".encode("latin-1")
    )
    done = wiredesk("add", "--desk", desk, pages, tmp_path / "nowhere.html")
    assert done.returncode == 1
    told = done.stderr
    assert f"{pages / 'empty.html'}: the file is empty" in told
    assert f"{tmp_path / 'nowhere.html'}: there is no such file or folder" in told
    assert str(pages / "junk.html") in told
    assert "Traceback" not in told
    headlines = {article["headline"] for article in lines("articles", desk)}
    assert {"Ferry runs again", "Fähre fährt"} <= headlines
    kept = {problem["source"] for problem in lines("problems", desk)}
    assert {str(pages / "empty.html"), str(pages / "junk.html")} <= kept
    assert str(tmp_path / "nowhere.html") not in kept, "a slip of the hand is nothing to keep"


def test_a_page_of_thirty_megabytes_is_kept_and_the_rest_goes_on(desk: Path, tmp_path: Path) -> None:
    big = tmp_path / "big.html"
    big.write_bytes(b"<html><body>" + b"<p>The same words again and again.</p>" * (30 * 1024 * 1024 // 37))
    good = tmp_path / "good.txt"
    good.write_text(GOOD)
    done = wiredesk("add", "--desk", desk, big, good)
    assert done.returncode == 1
    assert f"{big}" in done.stderr
    assert "30 MB" in done.stderr
    assert len(lines("articles", desk)) == 2
    assert [article["headline"] for article in lines("articles", desk) if article["body"]] == ["Ferry runs again"]


def test_adding_the_same_thing_twice_changes_nothing(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    wiredesk("add", "--desk", desk, tmp_path / "good.txt")
    before = [lines(noun, desk) for noun in ("articles", "copies", "stories", "events")]
    again = wiredesk("add", "--desk", desk, tmp_path / "good.txt")
    assert again.returncode == 0
    assert "0 new" in again.stderr
    assert [lines(noun, desk) for noun in ("articles", "copies", "stories", "events")] == before


def test_a_second_writer_gives_up_with_status_two(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    monkeypatch.setattr("wiredesk.store.desk.LOCK_SECONDS", 0.05)
    with Store(desk) as holder, holder.updating():
        done = wiredesk("add", "--desk", desk, tmp_path / "good.txt")
    assert done.returncode == 2
    assert "at work on the desk" in done.stderr
    assert lines("articles", desk) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["articles", "--desk", "{tmp}/nothing"], "no desk in"),
        (["edition", "--desk", "{desk}"], "no article with a known day"),
        (["edition", "yesterday", "--desk", "{desk}"], "'yesterday' is no day"),
        (["show", "s123", "--desk", "{desk}"], "nothing has the id s123"),
        (["decide", "date", "a1", "2026-03-01", "--desk", "{desk}"], "no article has the id a1"),
        (["decide", "guess", "a1", "--desk", "{desk}"], "there is no decision 'guess'"),
        (["decide", "undo", "--desk", "{desk}"], "there is no decision to undo"),
        (["update", "--rebuild", "--from", "nowhere", "--desk", "{desk}"], "there is no stage 'nowhere'"),
    ],
)
def test_a_command_that_cannot_run_says_why_and_ends_with_two(
    desk: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    done = wiredesk(*(word.format(tmp=tmp_path, desk=desk) for word in words))
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "is not valid TOML"),
        ('titel = "x"', "unknown key `titel`"),
        ('[mail]\nsender = "The Desk"', "`sender` is 'The Desk'"),
        ('[mail]\nunsubscribe = "http://x.example"', "`unsubscribe` is 'http://x.example'"),
        ("[collect]\ntimeout = 0.0", "`timeout` is 0.0"),
        ('[[sources]]\nname = "a"\nurl = "b"\nsection = "gossip"', "no section 'gossip'"),
        ('[[sources]]\nname = "a"\nurl = "b"\nkind = "page"', "a page has an http or https `url`"),
        ('timezone = "Mars/Base"', "there is no time zone 'Mars/Base'"),
        ("[site]\nexcerpt_words = 'many'", "excerpt_words"),
        ("[site]\nexcerpt_words = -4", "excerpt_words"),
        ("[site]\nurl = 'ftp://x.example'", "give an http or https address"),
        ("[site]\nurl = 'https://'", "`url` is 'https://'"),
        ("[site]\nurl = 'https://x.example/?a=b'", "`url` is 'https://x.example/?a=b'"),
        ("[site]\ndonate = 'javascript:alert(1)'", "`donate` is 'javascript:alert(1)'"),
        ('title = "Two\\nlines"', "`title` is 'Two\\nlines'"),
        ('[mail]\nsender = "a@x.example, b@x.example"', "`sender` is 'a@x.example, b@x.example'"),
        ('[mail]\nunsubscribe = "https://x.example/>,<mailto:y"', "`unsubscribe` is"),
        ("[collect]\ntimeout = inf", "`timeout` is inf"),
        ('[collect]\ncontact = "a\\r\\nHost: b"', "`contact` is"),
        ("[[sources]]\nname = 'A'\nurl = 'a'\ncountry = 'Norway'", "`country` is 'Norway'"),
        ("[[sources]]\nname = 'A'\nurl = 'a'\nowner = ''", "`owner` is ''"),
        ("[[sources]]\nname = 'A'\nurl = 'a'\nevery = 0", "`every` is 0: give minutes, 1 or more"),
        ("[[sources]]\nname = 'A'\nurl = 'a'\nevery = '1h'", "1: `every` is text in quotes: give a whole number"),
        ("[[sources]]\nname = 'A'\nurl = 'a'\nkind = 'fed'", "give one of feed, folder, mailbox, page, sitemap"),
        ("[[sources]]\nname = 'A'\nkind = 'feed'", "`[[sources]]` 1 has no `url`: give one"),
        ("[collect]\ntimeout = 'long'", "`[collect]` `timeout` is text in quotes: give a number"),
        ("timezone = 3", "`timezone` is a whole number: give text in quotes"),
        ("[[sources]]\nname = 'A'\nurl = 'https://x.example/feed.xml'", "a folder is a path"),
        ("[[sources]]\nname = 'A'\nurl = 'https://'\nkind = 'feed'", "`url` is 'https://'"),
        (f"x = {'[' * 2000}{']' * 2000}", "nests too deeply"),
        ("[rank]\nfoo = 1", "unknown key `foo`"),
        ("[rank]\nsources = -1", "a weight is 0 or more"),
        ("[[sources]]\nname = 'A'\nurl = 'a'\nowned_by = 'B'", "unknown key `owned_by`"),
    ],
)
def test_settings_that_cannot_be_used_name_the_file_and_key(desk: Path, text: str, said: str) -> None:
    (desk / "wiredesk.toml").write_text(text)
    done = wiredesk("articles", "--desk", desk)
    assert done.returncode == 2
    assert said in done.stderr
    assert "wiredesk.toml" in done.stderr


def test_no_site_is_published_around_a_desks_database(desk: Path) -> None:
    done = wiredesk("publish", desk, "--desk", desk)
    assert done.returncode == 2
    assert "holds a desk" in done.stderr
    assert sorted(path.name for path in desk.iterdir()) == ["desk.db", "wiredesk.toml"]
    assert wiredesk("publish", desk / "site", "--desk", desk).returncode == 0


def test_a_capture_can_come_on_standard_input(desk: Path) -> None:
    done = wiredesk("add", "-", "--desk", desk, feed=GOOD.encode())
    assert done.returncode == 0, done.stderr
    assert [article["headline"] for article in lines("articles", desk)] == ["Ferry runs again"]


def test_a_decision_survives_a_rebuild_and_can_be_undone(desk: Path) -> None:
    undated = "Harbour plan\n\nThe harbour will close on Monday for repairs, the port office said in a statement.\n"
    wiredesk("add", "-", "--desk", desk, feed=undated.encode())
    (article,) = lines("articles", desk)
    assert article["published"]["value"] is None  # type: ignore[index]
    assert wiredesk("decide", "date", article["id"], "2026-03-10", "--desk", desk, "--by", "ida").returncode == 0
    assert wiredesk("update", "--rebuild", "--desk", desk).returncode == 0
    (dated,) = lines("articles", desk)
    assert dated["published"]["value"] == "2026-03-10"  # type: ignore[index]
    assert [decision["by"] for decision in lines("decisions", desk)] == ["ida"]
    assert wiredesk("decide", "undo", "--desk", desk).returncode == 0
    assert lines("articles", desk) == [article]


def test_an_editors_words_are_kept_as_one_line_that_can_be_printed(desk: Path) -> None:
    assert wiredesk("add", "-", "--desk", desk, feed=GOOD.encode()).returncode == 0
    (story,) = lines("stories", desk)
    done = wiredesk("decide", "retitle", story["id"], "Ferry\r\nBcc: x\x1b[31m\udcff", "--desk", desk, "--by", "i\nda")
    assert done.returncode == 0, done.stderr
    (story,) = lines("stories", desk)
    assert story["headline"] == "Ferry Bcc: x[31m\ufffd"
    assert [one["by"] for one in lines("decisions", desk)] == ["i da"]
    for words in (
        ["pin", story["id"], "\u00b2"],
        ["retitle", story["id"], " \x07 "],
        ["pin", story["id"], "1", "--by", ""],
    ):
        refused = wiredesk("decide", *words, "--desk", desk)
        assert refused.returncode == 2
        assert refused.stderr.count("\n") == 1
