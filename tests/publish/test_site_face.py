from __future__ import annotations

import asyncio
import base64
import hashlib
import re
import socket
import threading
import time
import urllib.request
from collections.abc import Callable

import httpx
import pytest
from tests.publish.html_check import CheckedPage
from tests.publish.sample_site import DAY, VISIT

from wiredesk.errors import StoreError, UsageError
from wiredesk.faces.site import create_app, serve
from wiredesk.publish import SiteData, render
from wiredesk.publish.addresses import story_path


def ask(load: Callable[[], SiteData], path: str, method: str = "GET") -> httpx.Response:
    async def request() -> httpx.Response:
        transport = httpx.ASGITransport(app=create_app(load))
        async with httpx.AsyncClient(transport=transport, base_url="http://desk.example") as client:
            return await client.request(method, path)

    return asyncio.run(request())


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
    answer = ask(lambda: site, f"/story/smergedaway-any-words{slash}")
    assert answer.status_code == 308
    target = answer.next_request.url.path if answer.next_request else ""
    assert target == story_path(site.stories[VISIT.story or ""])


def test_an_unknown_address_is_told_in_the_clothes_of_the_site(site: SiteData) -> None:
    answer = ask(lambda: site, "/no/such/page")
    assert answer.status_code == 404
    page = CheckedPage(answer.text)
    assert page.errors == []
    assert "There is no such page" in page.text and "The Wiredesk" in page.text
    assert "../../events" in page.links


def test_every_answer_forbids_what_the_pages_do_not_need(site: SiteData) -> None:
    for path in ("/", "/nothing", "/edition.json", "/story/smergedaway"):
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
    assert ask(lambda: site, "/", "POST").status_code == 405
    head = ask(lambda: site, "/", "HEAD")
    assert head.status_code == 200 and not head.content


def test_a_desk_that_cannot_be_read_is_told_as_unavailable() -> None:
    def load() -> SiteData:
        raise StoreError("desk.db is damaged")

    answer = ask(load, "/")
    assert answer.status_code == 503
    assert "desk.db" not in answer.text


def test_a_port_that_is_taken_is_told(site: SiteData) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} of 127.0.0.1 is taken") as caught:
            serve(create_app(lambda: site), "127.0.0.1", port)
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
