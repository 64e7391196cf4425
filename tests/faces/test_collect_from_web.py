"""`wiredesk collect` and `wiredesk add URL` against a server on this machine, from settings to stored pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner, Result

from wiredesk.faces.cli import app

PARAGRAPHS = "".join(
    f"<p>The council of Port Alder voted {number} to {number + 2} on Tuesday to keep the old pier open for walkers.</p>"
    for number in range(3, 9)
)


def report(headline: str) -> bytes:
    return f"<html lang=en><title>{headline}</title><article><h1>{headline}</h1>{PARAGRAPHS}</article></html>".encode()


class Server(ThreadingHTTPServer):
    """Serves a feed and two pages with validators; remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, bool]] = []
        """Path, and whether the request carried a validator."""
        self.answers: dict[str, tuple[str, bytes]] = {}
        self.troubled: dict[str, int] = {}

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        conditional = "If-None-Match" in self.headers
        self.server.asked.append((self.path, conditional))
        kind, body = self.server.answers.get(self.path, ("", b""))
        etag = f'"{hash(body)}"'
        status = 404 if not kind else 304 if self.headers.get("If-None-Match") == etag else 200
        status = self.server.troubled.get(self.path, status)
        self.send_response(status)
        self.send_header("ETag", etag)
        self.send_header("Content-Type", kind or "text/plain")
        self.send_header("Content-Length", str(len(body) if status == 200 else 0))
        self.end_headers()
        if status == 200:
            self.wfile.write(body)

    def log_message(self, format: str, *words: object) -> None:
        """Says nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        items = "".join(
            f"<item><title>Pier {name}</title><link>{server.root}/{name}</link>"
            "<pubDate>Tue, 10 Mar 2026 09:00:00 +0000</pubDate><description>The pier stays.</description></item>"
            for name in ("one", "two", "gone")
        )
        feed = (
            f'<rss version="2.0"><channel><title>Alder Times</title><link>{server.root}</link>{items}</channel></rss>'
        )
        server.answers = {
            "/feed": ("application/rss+xml", feed.encode()),
            "/one": ("text/html", report("Pier one")),
            "/two": ("text/html", report("Pier two")),
        }
        yield server
        server.shutdown()
        thread.join()


def wiredesk(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


@pytest.fixture
def desk(tmp_path: Path, server: Server) -> Path:
    desk = tmp_path / "desk"
    wiredesk("init", str(desk))
    (desk / "wiredesk.toml").write_text(
        "[collect]\nallow_private = true\ntimeout = 5.0\n"
        f'[[sources]]\nname = "Alder Times"\nkind = "feed"\nurl = "{server.root}/feed"\n',
        encoding="utf-8",
    )
    return desk


def articles(desk: Path) -> dict[str, dict[str, object]]:
    lines = wiredesk("articles", "--json", "--desk", str(desk)).stdout.splitlines()
    return {str(record["headline"]): record for record in map(json.loads, lines)}


def test_a_feed_brings_the_pages_that_it_names_and_keeps_what_it_says_of_one_that_is_gone(
    desk: Path, server: Server
) -> None:
    done = wiredesk("collect", "--desk", str(desk))
    assert done.exit_code == 1  # one page is gone
    assert f"{server.root}/gone" in done.stderr
    found = articles(desk)
    assert {name: record["teaser"] for name, record in found.items()} == {
        "Pier one": False,
        "Pier two": False,
        "Pier gone": True,
    }
    assert {str(record["outlet"]) for record in found.values()} == {"Alder Times"}


def test_a_second_collect_asks_conditionally_and_stores_nothing_twice(desk: Path, server: Server) -> None:
    wiredesk("collect", "--desk", str(desk))
    before = articles(desk)
    server.asked.clear()
    done = wiredesk("collect", "--desk", str(desk))
    assert ("/feed", True) in server.asked
    assert [path for path, conditional in server.asked if path in {"/one", "/two"} and not conditional] == []
    assert " 1 new" not in done.stderr
    assert articles(desk) == before


def test_a_problem_is_told_until_the_address_can_be_read(desk: Path, server: Server) -> None:
    server.troubled["/two"] = 500
    wiredesk("collect", "--desk", str(desk))
    assert f"{server.root}/two" in wiredesk("problems", "--desk", str(desk)).stdout
    server.troubled.clear()
    wiredesk("collect", "--desk", str(desk))
    assert f"{server.root}/two" not in wiredesk("problems", "--desk", str(desk)).stdout
    assert articles(desk)["Pier two"]["teaser"] is False


def test_a_page_that_changed_comes_as_a_revision(desk: Path, server: Server) -> None:
    wiredesk("collect", "--desk", str(desk))
    kind, feed = server.answers["/feed"]
    server.answers["/feed"] = (kind, feed.replace(b"The pier stays.", b"The pier stays open."))
    server.answers["/one"] = ("text/html", report("Pier one stays open"))
    wiredesk("collect", "--desk", str(desk))
    found = articles(desk)
    assert set(found) == {"Pier one stays open", "Pier two", "Pier gone"}
    assert found["Pier one stays open"]["revision"] == 2


def test_a_page_is_added_by_its_address(tmp_path: Path, desk: Path, server: Server) -> None:
    done = wiredesk("add", f"{server.root}/one", "--desk", str(desk))
    assert (done.exit_code, list(articles(desk))) == (0, ["Pier one"])


def test_an_address_of_this_machine_is_refused_unless_the_settings_allow_it(desk: Path, server: Server) -> None:
    (desk / "wiredesk.toml").write_text("", encoding="utf-8")
    done = wiredesk("add", f"{server.root}/one", "--desk", str(desk))
    assert done.exit_code == 1
    assert "allow_private" in done.stderr
    assert server.asked == []
