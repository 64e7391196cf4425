"""The site over HTTP: pages, files beside them, validators, headers, odd requests."""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
import re
import socket
import threading
import time
import urllib.request
from dataclasses import replace

import pytest
from starlette.types import ASGIApp, Message
from tests.faces.asking import ask
from tests.publish.html_check import CheckedPage
from tests.publish.sample_site import DAY, VISIT, sample_site

from wiredesk.errors import StoreError, UsageError
from wiredesk.faces.site import create_app, serve
from wiredesk.publish import SiteData, render
from wiredesk.publish.addresses import story_path, thread_path

SECURITY = ("content-security-policy", "x-content-type-options", "referrer-policy")


@pytest.fixture(scope="module")
def site() -> SiteData:
    return sample_site(site_url="https://desk.example")


def test_pages_are_served_as_rendered_with_and_without_a_trailing_slash(site: SiteData) -> None:
    story = story_path(site.stories[VISIT.story or ""])
    for path in ("/", "/events", story, f"{story}/", f"/{DAY}/"):
        answer = ask(lambda: site, path)
        assert answer.status_code == 200, path
        assert answer.content == render(site, path)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_the_edition_is_served_as_json(site: SiteData) -> None:
    for path in ("/edition.json", f"/{DAY}/edition.json"):
        answer = ask(lambda: site, path)
        assert answer.headers["content-type"] == "application/json"
        assert answer.json()["day"] == "2031-05-14"


@pytest.mark.parametrize("slash", ["", "/"])
def test_an_old_id_is_sent_to_the_right_address_for_good(site: SiteData, slash: str) -> None:
    thread = next(iter(site.threads.values()))
    for old, path in {
        "/story/smergedaway-any-words": story_path(site.stories[VISIT.story or ""]),
        "/story/smergedaway": story_path(site.stories[VISIT.story or ""]),
        "/thread/told-long-ago": thread_path(thread),
        "/event/eold": f"/event/{VISIT.id}",
    }.items():
        answer = ask(lambda: site, f"{old}{slash}")
        assert answer.status_code == 308
        assert (answer.next_request.url.path if answer.next_request else "") == path


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_thread_that_ended_is_sent_to_the_story_left_of_it(site: SiteData, slash: str) -> None:
    visit, thread = site.stories[VISIT.story or ""], next(iter(site.threads.values()))
    ended = replace(site, threads={}, redirects={**site.redirects, thread.id: visit.id})
    for old in (thread_path(thread), f"/thread/{thread.id}", "/thread/told"):
        answer = ask(lambda: ended, f"{old}{slash}")
        assert answer.status_code == 308
        assert (answer.next_request.url.path if answer.next_request else "") == story_path(visit)
    assert ask(lambda: ended, f"/thread/{visit.id}").status_code == 404, "no thread had that id"
    for name in ("feed.xml", "feed.json", "thread.json"):  # a program that still asks hears that no more will come
        assert ask(lambda: site, f"{thread_path(thread)}/{name}").status_code == 200
        answer = ask(lambda: ended, f"{thread_path(thread)}/{name}{slash}")
        assert answer.status_code == 410 and visit.id in answer.text
        assert ask(lambda: ended, f"/thread/{visit.id}/{name}").status_code == 404
    answer = ask(lambda: ended, f"/api/v1/threads/{thread.id}")
    assert answer.status_code == 308
    assert (answer.next_request.url.path if answer.next_request else "") == f"/api/v1/stories/{visit.id}"


def test_an_unknown_address_is_told_in_the_clothes_of_the_site(site: SiteData) -> None:
    answer = ask(lambda: site, "/no/such/page")
    assert answer.status_code == 404
    page = CheckedPage(answer.text)
    assert page.errors == []
    assert "There is no such page" in page.text and "The Wiredesk" in page.text
    assert "../../events" in page.links


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/edition.json", "application/json"),
        (f"/{DAY}/edition.json", "application/json"),
        ("/feed.xml", "application/rss+xml"),
        ("/feed.json", "application/feed+json"),
        ("/calendar.ics", "text/calendar; charset=utf-8"),
        (f"/{DAY}/edition.eml", "message/rfc822"),
        ("/sitemap.xml", "application/xml"),
    ],
)
def test_each_form_is_served_as_what_it_is(site: SiteData, path: str, kind: str) -> None:
    answer = ask(lambda: site, path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert answer.content == render(site, path)


def test_search_reads_what_was_asked(site: SiteData) -> None:
    asked: list[str] = []

    def search(words: str) -> list[str]:
        asked.append(words)
        return [VISIT.articles[0]]

    found = ask(lambda: replace(site, search=search), "/search?q=northern+lanes&q=other&x=%FF")
    assert found.status_code == 200 and asked == ["northern lanes"]
    assert "Norwegian defense minister to visit Japan" in found.text


def test_a_page_that_the_reader_has_is_not_sent_again(site: SiteData) -> None:
    app = create_app(lambda: site)
    first = ask(app, "/", made=True)
    for headers in ({"if-none-match": first.headers["etag"]}, {"if-modified-since": first.headers["last-modified"]}):
        again = ask(app, "/", headers=headers, made=True)
        assert again.status_code == 304 and not again.content
        assert again.headers["content-security-policy"]
    assert ask(app, "/", headers={"if-none-match": '"another"'}, made=True).status_code == 200
    assert ask(app, "/events", headers={"if-none-match": first.headers["etag"]}, made=True).status_code == 200


def test_a_page_keeps_its_validator_as_long_as_its_bytes(site: SiteData) -> None:
    about = ask(lambda: site, "/about").headers["etag"]
    assert ask(lambda: replace(site, stories={}), "/about").headers["etag"] == about
    assert ask(lambda: replace(site, title="Another"), "/about").headers["etag"] != about


def test_pages_are_made_once_for_each_state_of_the_desk(site: SiteData) -> None:
    asked: list[str] = []

    def search(words: str) -> list[str]:
        asked.append(words)
        return []

    desks = [replace(site, search=search)] * 3 + [replace(site, search=search)]
    app = create_app(lambda: desks.pop(0))
    for _ in range(3):
        ask(app, "/search?q=ice", made=True)
    assert asked == ["ice"]
    ask(app, "/search?q=ice", made=True)
    assert asked == ["ice", "ice"]


def test_pages_are_compressed_for_those_who_can_read_it(site: SiteData) -> None:
    plain = ask(lambda: site, "/", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    for accepted in ("gzip", "br, gzip;q=0.5", "*"):
        small = ask(lambda: site, "/", headers={"accept-encoding": accepted})
        assert small.headers["content-encoding"] == "gzip" and small.headers["vary"] == "Accept-Encoding"
        assert small.content == plain.content and int(small.headers["content-length"]) < len(plain.content) / 3
        assert small.headers["etag"] != plain.headers["etag"]
    for accepted in ("gzip;q=0", "gzip; q=0.000", "br"):
        assert "content-encoding" not in ask(lambda: site, "/", headers={"accept-encoding": accepted}).headers
    assert gzip.compress(plain.content, mtime=0)[4:8] == bytes(4)


@pytest.mark.parametrize(
    "path",
    [
        "//", "/events//", "//events", "/%00", "/story/%00", "/..%2F..%2Fetc%2Fpasswd", "/%2e%2e/desk.db", "/%FF%FE",
        "/story/%ED%A0%80", "/%0d%0aSet-Cookie:x=1", "/" + "a" * 10_000, "/" + "a/" * 5_000, "/desk.db", "/é",
        "/9999-99-99", "/story/page/", "/section/nosuch", "/edition.json/edition.json", "/country/ZZZ", "/a%0Ab",
    ],
)  # fmt: skip
def test_an_odd_path_is_not_found_and_no_more(site: SiteData, path: str) -> None:
    answer = ask(lambda: site, path)
    assert answer.status_code == 404
    assert all(answer.headers[name] for name in SECURITY)
    assert len(answer.content) < 20_000 and "set-cookie" not in answer.headers


def test_every_answer_forbids_what_the_pages_do_not_need(site: SiteData) -> None:
    for path in ("/", "/nothing", "/edition.json", "/story/smergedaway", "//", "/feed.xml"):
        headers = ask(lambda: site, path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_the_policy_allows_the_style_that_the_page_carries(site: SiteData) -> None:
    answer = ask(lambda: site, "/")
    style = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in answer.headers["content-security-policy"]


def test_only_reading_is_allowed(site: SiteData) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        answer = ask(lambda: site, "/", method)
        assert answer.status_code == 405 and all(answer.headers[name] for name in SECURITY)
    app = create_app(lambda: site)
    for path in ("/", "/no/such/page", "/feed.json"):
        head, whole = ask(app, path, "HEAD", made=True), ask(app, path, made=True)
        assert head.status_code == whole.status_code and not head.content
        assert head.headers == whole.headers
    assert _body_sent(app, "HEAD") == b"" != _body_sent(app, "GET")  # a client would drop what it is sent


def _body_sent(app: ASGIApp, method: str) -> bytes:
    """The bytes that an application hands to its server."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": method, "path": "/", "query_string": b"", "headers": [], "root_path": ""}
    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    return b"".join(message.get("body", b"") for message in sent)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (StoreError("desk.db is damaged"), 503),
        (FileNotFoundError(2, "no such file", "desk.db"), 503),
        (ZeroDivisionError("desk.db"), 500),
    ],
)
def test_a_desk_that_cannot_be_read_is_told_without_its_insides(error: Exception, status: int) -> None:
    def load() -> SiteData:
        raise error

    for path in ("/", "/feed.xml", "/search?q=ice"):
        answer = ask(load, path)
        assert answer.status_code == status
        assert "desk.db" not in answer.text and "Traceback" not in answer.text
        assert all(answer.headers[name] for name in SECURITY)
        assert ("retry-after" in answer.headers) == (status == 503)


def test_a_port_that_is_taken_is_told(site: SiteData) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} of 127.0.0.1 is taken") as caught:
            serve(create_app(lambda: site), "127.0.0.1", port, lambda _: pytest.fail("it does not stand there"))
    assert caught.value.hint == "choose another with --port"


@pytest.mark.parametrize(("host", "port"), [("no.such.host.invalid", 8787), ("127.0.0.1", 70000)])
def test_an_address_that_cannot_be_listened_on_is_told(site: SiteData, host: str, port: int) -> None:
    with pytest.raises(UsageError, match="cannot serve on"):
        serve(create_app(lambda: site), host, port)


def test_serving_answers_over_a_real_socket(site: SiteData) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    threading.Thread(target=serve, args=(create_app(lambda: site), "127.0.0.1", port), daemon=True).start()
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/about", timeout=2) as answer:
                assert b"How this paper is made" in answer.read()
                return
        except OSError:
            time.sleep(0.05)
    pytest.fail("the server did not answer")
