import asyncio
import gzip
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.collect.web_server import Respond, Server, answer, endless, raw, reset

from wiredesk.collect.answers import Answer, Failure, Outcome, Request
from wiredesk.collect.guard import is_public
from wiredesk.collect.robots import Robots
from wiredesk.collect.rules import LONGEST_DELAY, ROBOTS_BYTES, TRIES_PER_HOST, Limits
from wiredesk.collect.web import Web
from wiredesk.types import Fetched

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
LIMITS = Limits(timeout=5, max_bytes=200_000, allow_private=True, contact="https://desk.example/about")
QUICK = replace(LIMITS, timeout=0.3)
SLOW = "0.3 seconds"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
PAGE = b"<!doctype html><title>Ferry</title><p>The ferry runs again."
BOMB = gzip.compress(b"\0" * 50_000_000)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def fetch(url: str, limits: Limits = LIMITS, known: Fetched | None = None) -> Outcome:
    with Web(limits, NOW) as web:
        return web.fetch(Request(url=url, known=known))


def failure(outcome: Outcome) -> Failure:
    assert isinstance(outcome, Failure), outcome
    assert outcome.problem.message and outcome.problem.hint and outcome.problem.source == outcome.url
    return outcome


MISBEHAVING: dict[str, tuple[Respond, str]] = {
    "never answers": (raw(b"", hang=True), f"no whole answer within {SLOW} (while waiting for the answer)"),
    "hangs in its headers": (raw(OK + b"X-Slow: ", hang=True), SLOW),
    "drips its headers": (endless(OK, b"X: y\r\n", 0.05), SLOW),
    "pours headers": (endless(OK, b"X: y\r\n"), "the server answers what is no HTTP"),
    "one endless header": (endless(OK + b"X: ", b"y" * 4096), "the server answers what is no HTTP"),
    "drips its body": (endless(OK + b"\r\n", b"<p>", 0.05), f"{SLOW} (while reading its body)"),
    "never ends its body": (endless(OK + b"\r\n", b"<p>" * 9000), "larger than 200000 bytes"),
    "endless chunks": (endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", 0.01), SLOW),
    "endless provisional answers": (endless(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.01), SLOW),
    "sends less than it says": (raw(OK + b"Content-Length: 9000\r\n\r\nshort"), "cut short"),
    "gzip bomb": (answer(BOMB, Content_Encoding="gzip"), "larger than 200000 bytes, packed or unpacked"),
    "broken gzip": (
        answer(gzip.compress(PAGE)[:-8] + b"\0" * 8, Content_Encoding="gzip"),
        "gzip compression cannot be undone",
    ),
    "cut gzip": (answer(gzip.compress(PAGE)[:-12], Content_Encoding="gzip"), "gzip compression is cut short"),
    "no gzip at all": (answer(PAGE, Content_Encoding="gzip"), "cannot be undone"),
    "unknown packing": (answer(PAGE, Content_Encoding="br"), "packed as 'br', which was not asked for"),
    "tears down the connection": (reset, "the connection was cut before the answer came"),
    "closes at once": (raw(b""), "the connection was cut before the answer came"),
    "is no HTTP": (raw(b"220 mail.harbour.example ESMTP\r\n"), "the server answers what is no HTTP"),
    "invalid header": (raw(OK + b"no colon here\r\n\r\n"), "the server answers what is no HTTP"),
    "two lengths": (
        raw(OK + b"Content-Length: 3\r\nContent-Length: 9\r\n\r\nabc"),
        "the server answers what is no HTTP",
    ),
    "304 to a newcomer": (answer(b"", status=304), "304 (nothing changed) to somebody who has nothing yet"),
    "404": (answer("gone", status=404), "the server answers 404: there is no such page"),
    "403": (answer("no", status=403), "403: it refuses this program"),
    "500": (answer("oops", status=500), "500: the site has trouble of its own"),
    "429": (answer("slow down", status=429, Retry_After="120"), "429: too many requests; it asks to wait 120 seconds"),
    "503 until": (
        answer("later", status=503, Retry_After="Tue, 10 Mar 2026 14:00:00 GMT"),
        "it asks to wait until 2026-03-10 14:00 UTC",
    ),
    "circle": (answer("", status=302, Location="/page"), "its redirects lead in a circle"),
    "redirect to a file": (answer("", status=302, Location="file:///etc/passwd"), "which is no web address"),
    "redirect to nowhere": (answer("", status=302, Location="http://[broken/"), "leads to what is no web address"),
    "redirect without a place": (answer("", status=302), "the server answers 302: no page comes of it"),
    "status 999": (answer("go away", status=999), "the server answers 999"),
}


@pytest.mark.parametrize("name", MISBEHAVING)
def test_every_fetch_ends_in_a_named_problem_within_its_time(server: Server, name: str) -> None:
    server.routes["/page"], message = MISBEHAVING[name]
    limits = QUICK if SLOW in message else LIMITS
    start = time.monotonic()
    found = failure(fetch(server.url("/page"), limits))
    assert time.monotonic() - start < limits.timeout + 0.5
    assert message in found.message


def test_a_page_comes_with_what_its_headers_say(server: Server) -> None:
    latin = "Løkke".encode("latin-1")
    server.routes["/page"] = answer(latin, kind="text/html; charset=ISO-8859-1", etag='"v1"', last_modified="yesterday")
    found = fetch(server.url("/page#part"))
    assert isinstance(found, Answer)
    assert (found.data, found.charset, found.content_type) == (latin, "ISO-8859-1", "text/html")
    assert (found.etag, found.last_modified, found.status) == ('"v1"', "yesterday", 200)
    assert server.asked[-1].path == "/page"
    assert server.asked[-1].headers["user-agent"].startswith("Wiredesk/")
    assert server.asked[-1].headers["user-agent"].endswith("(+https://desk.example/about)")


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("x-gzip", gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:])),
        ("gzip", gzip.compress(PAGE) + b"\0\0"),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compressobj(wbits=-15).compress(b"") + zlib.compress(PAGE)[2:-4]),
        ("identity", PAGE),
    ],
)
def test_packed_bodies_are_unpacked(server: Server, encoding: str, body: bytes) -> None:
    server.routes["/page"] = answer(body, Content_Encoding=encoding)
    found = fetch(server.url("/page"))
    assert isinstance(found, Answer)
    assert found.data == PAGE


def test_redirects_are_followed_to_the_limit_and_cookies_kept_on_the_way(server: Server) -> None:
    async def wants_cookie(asked: object, writer: object) -> None:
        seen = "seen=1" in getattr(asked, "headers", {}).get("cookie", "")
        respond = answer(PAGE) if seen else answer("", status=302, Location="/page", Set_Cookie="seen=1")
        await respond(asked, writer)  # type: ignore[arg-type]

    server.routes["/start"] = answer("", status=301, Location="page")
    server.routes["/page"] = wants_cookie
    found = fetch(server.url("/start"))
    assert isinstance(found, Answer)
    assert (found.url, found.final, found.data) == (server.url("/start"), server.url("/page"), PAGE)
    for number in range(9):
        server.routes[f"/{number}"] = answer("", status=302, Location=f"/{number + 1}")
    assert "redirects more than 5 times" in failure(fetch(server.url("/0"))).message


def test_what_is_known_is_asked_for_conditionally(server: Server) -> None:
    server.routes["/page"] = answer(PAGE, etag='"v1"', last_modified="Mon, 09 Mar 2026 08:00:00 GMT")
    first = fetch(server.url("/page"))
    assert isinstance(first, Answer)
    known = first.fetched("Courier", NOW)
    second = fetch(server.url("/page"), known=known)
    assert isinstance(second, Answer)
    assert (second.unchanged, second.data) == (True, b"")
    assert server.asked[-1].headers["if-none-match"] == '"v1"'
    assert server.asked[-1].headers["if-modified-since"] == "Mon, 09 Mar 2026 08:00:00 GMT"
    assert second.fetched("Courier", NOW).etag == '"v1"'


# -------------------------------------------------------------------------------------------------- robots


@pytest.mark.parametrize(
    ("robots", "message"),
    [
        (answer("User-agent: *\nDisallow: /page", kind="text/plain"), "does not allow it"),
        (
            answer("User-agent: wiredesk\nDisallow: /\n\nUser-agent: *\nAllow: /"),
            "does not allow it",
        ),
        (answer("oops", status=503), "cannot be had, so nothing there may be fetched: the server answers 503"),
        (raw(b"", hang=True), SLOW),
        (reset, "cannot be had"),
        (answer("", status=302, Location="/rules"), "does not allow it"),
        (answer("#" * (ROBOTS_BYTES - 40) + "\nUser-agent: *\nDisallow: /page\n" + "#" * 9999), "does not allow it"),
    ],
)
def test_robots_may_forbid(server: Server, robots: Respond, message: str) -> None:
    server.routes |= {"/robots.txt": robots, "/page": answer(PAGE)}
    server.routes["/rules"] = answer("User-agent: *\nDisallow: /page")
    limits = QUICK if message == SLOW else LIMITS
    start = time.monotonic()
    assert message in failure(fetch(server.url("/page"), limits)).message
    assert time.monotonic() - start < limits.timeout + 0.5
    assert "/page" not in server.paths()


@pytest.mark.parametrize(
    "robots",
    [
        answer("none", status=404),
        answer("none", status=403),
        answer("", status=302, Location="/robots.txt"),
        answer("<!doctype html><title>Not found</title>"),
        answer(b"\xff\xfe\x00 not text", kind="text/plain"),
        answer("User-agent: other\nDisallow: /\n", kind="text/plain"),
        answer("User-agent: *\nDisallow: /page\nAllow: /page$", kind="text/plain"),
        answer("#" * ROBOTS_BYTES + "\nUser-agent: *\nDisallow: /\n", kind="text/plain"),
    ],
)
def test_robots_may_allow(server: Server, robots: Respond) -> None:
    server.routes |= {"/robots.txt": robots, "/page": answer(PAGE)}
    assert isinstance(fetch(server.url("/page")), Answer)


@pytest.mark.parametrize(
    ("asked", "least", "most"),
    [("Crawl-delay: 0.4", 0.8, 3.0), ("Crawl-delay: -1", 0.0, 0.7), ("Crawl-delay: soon", 0.0, 0.7)],
    ids=["a delay", "less than none", "no number"],
)
def test_robots_may_ask_for_time_between_requests_which_no_timeout_counts(
    server: Server, asked: str, least: float, most: float
) -> None:
    pages = [f"/{number}" for number in range(3)]
    server.routes |= {"/robots.txt": answer(f"User-agent: *\n{asked}\n")} | {page: answer(PAGE) for page in pages}
    began = time.monotonic()
    with Web(QUICK, NOW) as web:
        outcomes = list(web.fetch_each(Request(url=server.url(page)) for page in pages))
    assert all(isinstance(outcome, Answer) for outcome in outcomes)
    assert least <= time.monotonic() - began < most


def test_a_delay_has_a_bound() -> None:
    async def robots_file(url: str) -> Outcome:
        return Answer(url=url, final=url, status=200, data=b"User-agent: *\nCrawl-delay: 86400")

    assert asyncio.run(Robots(robots_file).delay("https://a.example/1")) == LONGEST_DELAY


def test_robots_are_asked_for_once_and_apply_where_a_redirect_leads(server: Server) -> None:
    with Server() as other:
        other.routes |= {"/robots.txt": answer("User-agent: *\nDisallow: /"), "/page": answer(PAGE)}
        server.routes["/away"] = answer("", status=302, Location=other.url("/page"))
        server.routes["/page"] = answer(PAGE)
        with Web(LIMITS, NOW) as web:
            outcomes = list(web.fetch_each(Request(url=server.url(path)) for path in ("/page", "/away", "/page")))
        assert [isinstance(outcome, Answer) for outcome in outcomes] == [True, False, True]
        assert [one.path for one in server.asked].count("/robots.txt") == 1
        assert other.paths() == []


# ------------------------------------------------------------------------------------------- private addresses


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.8", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "255.255.255.255", "192.0.2.7", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1"),
        *("fd00:ec2::254", "ff02::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1"),
        *("64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:7f00:1::", "no address"),
    ],
)  # fmt: skip
def test_private_addresses_are_no_public_ones(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::808:808"])
def test_public_addresses_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433", "0177.0.0.1", "127.1", "0"],
)
def test_private_hosts_are_refused_however_they_are_written(server: Server, host: str) -> None:
    found = failure(fetch(f"http://{host}:{server.port}/page", Limits(timeout=5)))
    if "is no web address" not in found.message:  # the client takes some spellings for no host at all
        assert "private network" in found.message
        assert "allow_private" in found.hint
    assert not found.again
    assert server.asked == []


def test_a_redirect_to_a_private_address_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 stands for a public address, and a name that resolves to 127.0.0.2 for a private one."""
    from wiredesk.collect import fetch as module
    from wiredesk.collect import guard

    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(module, "is_public", lambda address: address == "127.0.0.1")
    limits = Limits(timeout=5)
    server.routes["/page"] = answer(PAGE)
    assert isinstance(fetch(server.url("/page"), limits), Answer)
    for target in (f"http://127.0.0.2:{server.port}/page", f"http://0x7f.2:{server.port}/page", "http://[::1]/page"):
        server.routes["/away"] = answer("", status=302, Location=target)
        assert "private network" in failure(fetch(server.url("/away"), limits)).message


@pytest.mark.parametrize(
    "url",
    ["ftp://harbour.example/a", "file:///etc/passwd", "harbour.example/a", "http://", "", "http://a:b/", "http://[::1"],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    assert "no address" in failure(fetch(url)).message


def test_passwords_in_an_address_are_sent_and_never_told(server: Server) -> None:
    found = fetch(server.url("/page").replace("http://", "http://desk:secret@"))
    assert isinstance(found, Failure)
    assert "secret" not in str(found.problem)
    assert server.asked[-1].headers["authorization"].startswith("Basic ")


# ---------------------------------------------------------------------------------------------------- many


def test_outcomes_come_in_the_order_asked_and_a_host_is_not_crowded(server: Server) -> None:
    def delayed(seconds: float) -> Respond:
        async def respond(asked: object, writer: object) -> None:
            import asyncio

            await asyncio.sleep(seconds)
            await answer(f"{seconds}")(asked, writer)  # type: ignore[arg-type]

        return respond

    delays = [0.12, 0.0, 0.06, 0.0, 0.03, 0.01]
    for number, seconds in enumerate(delays):
        server.routes[f"/{number}"] = delayed(seconds)
    urls = [server.url(f"/{number}") for number in range(len(delays))]
    with Web(LIMITS, NOW) as web:
        outcomes = list(web.fetch_each(Request(url=url) for url in urls))
    assert [outcome.url for outcome in outcomes] == urls
    assert all(isinstance(outcome, Answer) for outcome in outcomes)
    assert server.most_at_once <= LIMITS.per_host


def test_a_host_that_asks_for_a_pause_is_left_alone_for_the_run(server: Server) -> None:
    server.routes["/page"] = answer("slow down", status=429, Retry_After="60")
    limits = replace(LIMITS, per_host=1)
    with Web(limits, NOW) as web:
        outcomes = [failure(one) for one in web.fetch_each([Request(url=server.url("/page"))] * 3)]
    assert len(server.paths()) == 1
    assert ["429" in one.message for one in outcomes] == [True] * 3
    assert all(one.again for one in outcomes)


def test_a_host_that_never_answers_does_not_hold_up_the_run(server: Server) -> None:
    server.routes["/page"] = raw(b"", hang=True)
    limits = replace(LIMITS, timeout=0.2, per_host=1)
    start = time.monotonic()
    with Web(limits, NOW) as web:
        outcomes = [failure(one) for one in web.fetch_each([Request(url=server.url("/page"))] * 30)]
    assert time.monotonic() - start < 2
    assert len(server.paths()) == TRIES_PER_HOST
    assert "did not answer" in outcomes[-1].message


def test_a_reader_that_stops_early_leaves_nothing_behind(server: Server) -> None:
    server.routes["/page"] = raw(b"", hang=True)
    start = time.monotonic()
    with Web(Limits(timeout=30, allow_private=True), NOW) as web:
        outcomes = web.fetch_each(Request(url=server.url(path)) for path in ("/none", "/page", "/page"))
        assert next(outcomes).url == server.url("/none")
        outcomes.close()  # type: ignore[attr-defined]
    assert time.monotonic() - start < 2
