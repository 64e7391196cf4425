import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.collect.web_server import Respond, Server, answer

from wiredesk.collect import collect_source, collect_sources, collect_urls, rules
from wiredesk.collect.rules import Limits
from wiredesk.types import Collected, Fetched, Page, Problem, Source

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
LIMITS = Limits(timeout=5, allow_private=True)
LONG = " ".join(["The harbour board met on Tuesday and agreed to dredge the western basin."] * 15)


@dataclass
class Run:
    """What one collect gave, in order."""

    items: list[Collected]

    @property
    def pages(self) -> list[Page]:
        return [item for item in self.items if isinstance(item, Page)]

    @property
    def problems(self) -> list[Problem]:
        return [item for item in self.items if isinstance(item, Problem)]

    @property
    def fetched(self) -> dict[str, Fetched]:
        return {item.url: item for item in self.items if isinstance(item, Fetched)}


@dataclass
class Desk:
    """Collects as a desk does: what was fetched is known the next time."""

    server: Server
    known: dict[str, Fetched] = field(default_factory=dict)
    now: datetime = NOW

    def collect(self, *sources: Source) -> Run:
        folder = Path("/nowhere")
        return self._run(collect_sources(sources, folder, known=dict(self.known), limits=LIMITS, now=self.now))

    def add(self, *urls: str) -> Run:
        return self._run(collect_urls(urls, known=dict(self.known), limits=LIMITS, now=self.now))

    def _run(self, items: Iterator[Collected]) -> Run:
        self.server.forget()
        run = Run(list(items))
        self.known |= run.fetched
        self.now += timedelta(hours=1)
        return run


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Server() as running:
        yield Desk(running)


def source(desk: Desk, path: str = "/feed.xml", **values: str | int) -> Source:
    return Source(**{"name": "Harbour Courier", "kind": "feed", "url": desk.server.url(path), **values})  # type: ignore[arg-type]


def page(headline: str, **headers: Any) -> Respond:
    text = f"<p>{headline} on Tuesday, after two days of storm, the harbour board said.</p>" * 3
    return answer(f"<!doctype html><title>{headline}</title><h1>{headline}</h1>{text}", **headers)


def rss(entries: Sequence[tuple[str, str]], **headers: Any) -> Respond:
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link><description>{title}, says the board.</description>"
        f"<pubDate>Mon, 09 Mar 2026 23:30:00 -0500</pubDate></item>"
        for title, link in entries
    )
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Courier: World</title>{items}</channel></rss>'
    return answer(body, kind="application/rss+xml", **headers)


def test_a_feeds_entries_are_followed_to_their_pages_which_carry_its_day(desk: Desk) -> None:
    desk.server.routes |= {
        "/feed.xml": rss([("Ferry runs again", "/ferry"), ("Bridge closed", "/bridge")]),
        "/ferry": page("Ferry runs again"),
        "/bridge": page("Bridge closed"),
    }
    run = desk.collect(source(desk))
    assert run.problems == []
    assert [(one.kind, one.url, one.outlet, one.source) for one in run.pages] == [
        ("html", desk.server.url("/ferry"), "Harbour Courier", "Harbour Courier"),
        ("html", desk.server.url("/bridge"), "Harbour Courier", "Harbour Courier"),
    ]
    assert {(one.published, one.published_by, one.teaser, one.fetched) for one in run.pages} == {
        (date(2026, 3, 9), "feed", False, NOW)
    }
    kinds = [type(item).__name__ for item in run.items]
    assert kinds == ["Page", "Fetched", "Page", "Fetched", "Fetched"]  # a run killed between asks again


def test_a_second_collect_asks_conditionally_and_brings_nothing_again(desk: Desk) -> None:
    desk.server.routes |= {
        "/feed.xml": rss([("Ferry runs again", "/ferry"), ("Bridge closed", "/bridge")], etag='"f1"'),
        "/ferry": page("Ferry runs again", etag='"p1"'),
        "/bridge": page("Bridge closed"),
    }
    assert len(desk.collect(source(desk)).pages) == 2
    second = desk.collect(source(desk))
    assert (second.pages, second.problems) == ([], [])
    assert desk.server.paths() == ["/feed.xml"]
    assert desk.server.asked[-1].headers["if-none-match"] == '"f1"'


def test_a_source_is_asked_again_after_its_minutes_and_sooner_where_the_last_try_failed(desk: Desk) -> None:
    desk.server.routes |= {"/feed.xml": rss([("Ferry runs again", "/ferry")]), "/ferry": page("Ferry runs again")}
    seldom, often = source(desk, every=90), source(desk, every=60)
    assert len(desk.collect(seldom).pages) == 1
    assert (desk.collect(seldom).items, desk.server.paths()) == ([], [])  # an hour later
    assert desk.collect(often).fetched.keys() >= {often.url}
    assert desk.collect(source(desk)).fetched.keys() >= {often.url}
    desk.now -= timedelta(days=2)
    assert desk.collect(seldom).fetched.keys() >= {seldom.url}, "a clock that was set back delays nothing"
    desk.server.routes["/feed.xml"] = answer("out of order", status=503)
    desk.now += timedelta(hours=1)
    assert len(desk.collect(seldom).problems) == 1
    desk.now -= timedelta(minutes=59)
    assert len(desk.collect(seldom).problems) == 1


def test_pages_of_a_changed_feed_are_asked_for_conditionally_so_that_corrections_travel(desk: Desk) -> None:
    links = [("Ferry runs again", "/ferry"), ("Bridge closed", "/bridge"), ("Old news", "/old")]
    desk.server.routes |= {
        "/feed.xml": rss(links, etag='"f1"'),
        "/ferry": page("Ferry runs again", etag='"p1"'),
        "/bridge": page("Bridge closed", last_modified="Mon, 09 Mar 2026 08:00:00 GMT"),
        "/old": page("Old news"),
    }
    assert len(desk.collect(source(desk)).pages) == 3
    desk.server.routes |= {
        "/feed.xml": rss([("Fire on a quay", "/fire"), *links], etag='"f2"'),
        "/ferry": page("Ferry runs again - corrected", etag='"p2"'),
        "/fire": page("Fire on a quay"),
    }
    second = desk.collect(source(desk))
    assert [one.url for one in second.pages] == [desk.server.url("/fire"), desk.server.url("/ferry")]
    assert b"corrected" in second.pages[1].data
    # a page whose server gave nothing to ask by is left alone until the feed says that it changed
    assert sorted(desk.server.paths()) == ["/bridge", "/feed.xml", "/ferry", "/fire"]
    assert second.problems == []


def test_a_page_without_validators_is_asked_for_when_its_entry_changes(desk: Desk) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry><title>Ferry</title><link href="/ferry"/>'
        "<published>2026-03-09T08:00:00Z</published><updated>{}</updated></entry></feed>"
    )
    desk.server.routes |= {"/feed.xml": answer(atom.format("2026-03-09T08:00:00Z")), "/ferry": page("Ferry")}
    assert len(desk.collect(source(desk)).pages) == 1
    assert desk.collect(source(desk)).pages == []
    desk.server.routes["/feed.xml"] = answer(atom.format("2026-03-10T13:30:00Z"))
    assert len(desk.collect(source(desk)).pages) == 1


def test_where_the_page_cannot_be_had_the_entry_stands_in_and_is_tried_again(desk: Desk) -> None:
    desk.server.routes |= {
        "/feed.xml": rss([("Ferry runs again", "/ferry"), ("Bridge closed", "/gone")], etag='"f1"'),
        "/ferry": answer("oops", status=503),
    }
    first = desk.collect(source(desk))
    assert [(one.kind, one.teaser, one.url) for one in first.pages] == [
        ("record", True, desk.server.url("/ferry")),
        ("record", True, desk.server.url("/gone")),
    ]
    assert ["503" in first.problems[0].message, "404" in first.problems[1].message] == [True, True]
    assert json.loads(first.pages[0].data)["headline"] == "Ferry runs again"
    assert first.fetched[desk.server.url("/ferry")].failed
    assert not first.fetched[desk.server.url("/gone")].failed

    desk.server.routes["/ferry"] = page("Ferry runs again")
    second = desk.collect(source(desk))
    assert [(one.kind, one.teaser, one.published) for one in second.pages] == [("html", False, date(2026, 3, 9))]
    assert second.problems == []
    assert desk.server.paths() == ["/feed.xml", "/feed.xml", "/ferry"]  # unchanged; read for the days; the page
    assert desk.collect(source(desk)).items == [desk.known[desk.server.url("/feed.xml")]]


def test_an_address_that_stays_dead_is_given_up(desk: Desk) -> None:
    desk.server.routes |= {"/feed.xml": rss([("Ferry", "/ferry")], etag='"f1"'), "/ferry": answer("", status=500)}
    desk.collect(source(desk))
    desk.now += timedelta(days=rules.RETRY_DAYS)
    assert len(desk.collect(source(desk)).problems) == 1
    assert desk.collect(source(desk)).problems == []
    assert desk.server.paths() == ["/feed.xml"]


def test_a_page_that_was_had_is_not_hidden_by_a_teaser_when_it_fails_later(desk: Desk) -> None:
    desk.server.routes |= {"/feed.xml": rss([("Ferry", "/ferry")]), "/ferry": page("Ferry", etag='"p1"')}
    desk.collect(source(desk))
    desk.server.routes["/ferry"] = answer("", status=500)
    second = desk.collect(source(desk))
    assert (second.pages, len(second.problems)) == ([], 1)


def test_an_entry_with_the_full_text_is_no_teaser(desk: Desk) -> None:
    entries = [
        {"id": "1", "url": "/full", "title": "All of it", "content_html": f"<p>{LONG}</p>"},
        {"id": "2", "url": "/cut", "title": "Cut", "content_html": f"<p>{LONG} […]</p>"},
        {"id": "3", "url": "/short", "title": "Summary", "summary": "The harbour board met."},
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "C", "items": entries}
    desk.server.routes["/feed.json"] = answer(json.dumps(feed), kind="application/feed+json")
    run = desk.collect(source(desk, "/feed.json"))
    assert [one.teaser for one in run.pages] == [False, True, True]


def test_robots_are_respected_on_the_way_from_a_feed(desk: Desk) -> None:
    desk.server.routes |= {
        "/robots.txt": answer("User-agent: *\nDisallow: /members", kind="text/plain"),
        "/feed.xml": rss([("Ferry", "/members/ferry")]),
        "/members/ferry": page("Ferry"),
    }
    run = desk.collect(source(desk))
    assert [one.teaser for one in run.pages] == [True]
    assert "robots.txt does not allow it" in run.problems[0].message
    assert desk.server.paths() == ["/feed.xml"]


@pytest.mark.parametrize(
    ("body", "kind", "message", "hint"),
    [
        (
            '<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss"><p>Welcome',
            "text/html",
            "this is a web page, no feed",
            "names its feed: http",
        ),
        ("<html><form><input type=password></form>", "text/html", "this is a login page, no feed", "log in"),
        ('<rss version="2.0"><channel><title>C</title></channel></rss>', "text/xml", "no entry can be read", "empty"),
        ("", "text/xml", "this is no feed that can be read", "RSS"),
        ("just words", "text/plain", "this is no feed that can be read", "RSS"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image/png", "this is no feed that can be read", "RSS"),
        (
            '{"version": "https://jsonfeed.org/version/1.1", "items": [',
            "application/json",
            "JSON Feed is broken",
            "fetch it anew",
        ),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "application/json", "no entry", "empty"),
    ],
)
def test_a_feed_that_is_none_is_a_named_problem_and_asked_for_again(
    desk: Desk, body: str | bytes, kind: str, message: str, hint: str
) -> None:
    desk.server.routes["/feed.xml"] = answer(body, kind=kind, etag='"f1"')
    for _ in range(2):
        run = desk.collect(source(desk))
        assert run.pages == []
        assert [message in one.message and hint in (one.hint or "") for one in run.problems] == [True], run.problems
        assert "if-none-match" not in desk.server.asked[-1].headers


def test_a_feed_that_is_gone_is_a_named_problem(desk: Desk) -> None:
    run = desk.collect(source(desk), source(desk, "/other.xml", name="Other"))
    assert ["404" in one.message for one in run.problems] == [True, True]
    assert [one.source for one in run.problems] == [desk.server.url("/feed.xml"), desk.server.url("/other.xml")]


def test_a_feed_that_fails_again_is_not_followed_as_a_page_and_its_failed_pages_are_tried(desk: Desk) -> None:
    desk.server.routes |= {"/feed.xml": rss([("Ferry", "/ferry")]), "/ferry": answer("", status=500)}
    desk.collect(source(desk))
    desk.server.routes["/feed.xml"] = answer("", status=502)
    for _ in range(2):
        run = desk.collect(source(desk))
        assert desk.server.paths() == ["/feed.xml", "/ferry"]
        assert ["502" in run.problems[0].message, "500" in run.problems[1].message] == [True, True]


def test_passwords_of_a_source_are_told_nowhere(desk: Desk) -> None:
    desk.server.routes |= {"/feed.xml": rss([("Ferry", "/ferry"), ("Gone", "/gone")]), "/ferry": page("Ferry")}
    secret = source(desk).url.replace("http://", "http://reader:hunter2@")
    run = desk.collect(Source(name="Courier", kind="feed", url=secret))
    assert len(run.pages) == 2
    assert "hunter2" not in f"{run.pages}{run.problems}"


def test_of_a_broken_feed_what_can_be_read_is_kept(desk: Desk) -> None:
    body = "<rss><channel><item><title>Ferry</title><link>/ferry</link></item><item><title>Bri & <b</channel>"
    desk.server.routes |= {"/feed.xml": answer(body, kind="text/xml"), "/ferry": page("Ferry")}
    run = desk.collect(source(desk))
    assert run.pages[0].url == desk.server.url("/ferry")
    assert "its XML is broken" in run.problems[0].message


@pytest.mark.parametrize("path", ["/login", "/members/sign-in.html", "/consent"])
def test_a_login_or_consent_page_is_told_kept_unread_and_does_not_pass_for_the_article(desk: Desk, path: str) -> None:
    desk.server.routes |= {
        "/feed.xml": rss([("Ferry", "/ferry")]),
        "/ferry": answer("", status=302, Location=f"{path}?next=ferry"),
        path: answer("<!doctype html><h1>Welcome</h1><p>Please log in to read on."),
    }
    run = desk.collect(source(desk))
    assert "not the article" in run.problems[0].message
    assert [(one.kind, one.url, one.teaser) for one in run.pages] == [
        ("unknown", desk.server.url(f"{path}?next=ferry"), False),
        ("record", desk.server.url("/ferry"), True),
    ]


def test_a_form_for_a_password_without_text_is_a_wall_and_one_beside_an_article_is_none(desk: Desk) -> None:
    form = "<form action=/in><input name=user><input type=password name=secret></form>"
    desk.server.routes |= {
        "/wall": answer(f"<!doctype html><title>Ferry</title><p>Please log in.</p>{form}"),
        "/article": answer(f"<!doctype html><title>Ferry</title>{form}<p>{LONG}</p>"),
    }
    run = desk.add(desk.server.url("/wall"), desk.server.url("/article"))
    assert [(one.kind, one.url) for one in run.pages] == [("unknown", None), ("html", desk.server.url("/article"))]
    assert "it is a login page" in run.problems[0].message


def test_an_article_that_leads_to_the_front_page_is_gone(desk: Desk) -> None:
    desk.server.routes |= {
        "/feed.xml": rss([("Ferry", "/ferry")]),
        "/ferry": answer("", status=301, Location="/"),
        "/": page("All the news"),
    }
    run = desk.collect(source(desk))
    assert [one.teaser for one in run.pages] == [True]
    assert "the page itself is gone" in run.problems[0].message


def test_feeds_of_one_outlet_that_list_one_page_fetch_it_once(desk: Desk) -> None:
    desk.server.routes |= {
        "/feed.xml": rss([("Ferry", "/ferry")]),
        "/world.xml": rss([("Ferry", "/ferry"), ("Bridge", "/bridge")]),
        "/ferry": page("Ferry"),
        "/bridge": page("Bridge"),
    }
    run = desk.collect(source(desk), source(desk, "/world.xml", name="Courier World"))
    assert [one.url for one in run.pages] == [desk.server.url("/ferry"), desk.server.url("/bridge")]
    assert desk.server.paths().count("/ferry") == 1
    assert [one.path for one in desk.server.asked].count("/robots.txt") == 1


def test_what_one_run_does_not_follow_waits_for_the_next(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wiredesk.collect.follow.ENTRIES_FOLLOWED", 2)
    desk.server.routes["/feed.xml"] = rss([(f"News {n}", f"/{n}") for n in range(5)], etag='"f1"')
    for number in range(5):
        desk.server.routes[f"/{number}"] = page(f"News {number}")
    for brought in (2, 2, 1, 0):
        run = desk.collect(source(desk))
        assert len([one for one in run.pages if not one.teaser]) == brought
    assert {one.failed for one in desk.known.values()} == {False}


def test_an_aggregators_entries_keep_the_outlet_that_they_name(desk: Desk) -> None:
    item = '<item><title>Ferry</title><link>/ferry</link><source url="https://t.example">Tidewater</source></item>'
    desk.server.routes |= {"/feed.xml": answer(f"<rss><channel>{item}</channel></rss>"), "/ferry": page("Ferry")}
    assert desk.collect(source(desk)).pages[0].outlet == "Tidewater"


# ------------------------------------------------------------------------------------------ pages, sitemaps


def test_a_page_is_collected_again_only_when_it_changed(desk: Desk) -> None:
    desk.server.routes["/live"] = page("Storm: live", etag='"1"')
    live = source(desk, "/live", kind="page", outlet="The Courier")
    assert [(one.url, one.outlet) for one in desk.collect(live).pages] == [(desk.server.url("/live"), "The Courier")]
    assert desk.collect(live).pages == []
    desk.server.routes["/live"] = page("Storm: over", etag='"2"')
    assert len(desk.collect(live).pages) == 1


def sitemap(*entries: str) -> Respond:
    spaces = (
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
        'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
    )
    return answer(f'<?xml version="1.0"?><urlset {spaces}>{"".join(entries)}</urlset>', kind="application/xml")


def entry(url: str, day: str | None = None, title: str | None = None, changed: str | None = None) -> str:
    news = f"<news:publication_date>{day}</news:publication_date>" if day else ""
    news += f"<news:title>{title}</news:title>" if title else ""
    image = "<image:image><image:loc>https://i.example/1.jpg</image:loc><image:title>A quay</image:title></image:image>"
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url>{image}<loc>{url}</loc>{lastmod}<news:news>{news}</news:news></url>"


def test_a_news_sitemap_is_followed_newest_first_within_its_bound(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wiredesk.collect.sources.ENTRIES_FOLLOWED", 2)
    url = desk.server.url
    desk.server.routes |= {
        "/map.xml": sitemap(
            entry(url("/old"), "2026-03-07"),
            entry(url("/new"), "2026-03-10T08:00:00+01:00", "New"),
            entry(url("/mid"), "2026-03-09", "Middle"),
            entry(url("/undated")),
        ),
        "/new": page("New"),
    }
    run = desk.collect(source(desk, "/map.xml", kind="sitemap"))
    assert [(one.url, one.published, one.teaser) for one in run.pages] == [
        (url("/new"), date(2026, 3, 10), False),
        (url("/mid"), date(2026, 3, 9), True),
    ]
    assert json.loads(run.pages[1].data)["headline"] == "Middle"


def test_an_index_of_sitemaps_is_read_one_level_deep_and_again_only_where_it_changed(desk: Desk) -> None:
    url = desk.server.url

    def index(**days: str) -> Respond:
        listed = "".join(
            f"<sitemap><loc>{url(f'/{n}.xml')}</loc><lastmod>{d}</lastmod></sitemap>" for n, d in days.items()
        )
        return answer(f"<sitemapindex>{listed}</sitemapindex>", kind="text/xml", etag=f'"{days}"')

    desk.server.routes |= {
        "/index.xml": index(march="2026-03-10T09:00:00Z", february="2026-02-28", inner="2026-02-27"),
        "/march.xml": sitemap(entry(url("/a"), "2026-03-10")),
        "/february.xml": sitemap(entry(url("/b"), "2026-02-28")),
        "/inner.xml": index(march="2026-03-10"),
        "/a": page("A"),
        "/b": page("B"),
        "/c": page("C"),
    }
    whole = source(desk, "/index.xml", kind="sitemap")
    run = desk.collect(whole)
    assert [one.url for one in run.pages] == [url("/a"), url("/b")]
    assert ["within an index" in one.message for one in run.problems] == [True]
    desk.server.routes |= {
        "/index.xml": index(march="2026-03-10T12:30:00Z", february="2026-02-28"),
        "/march.xml": sitemap(entry(url("/a"), "2026-03-10", changed="2026-03-10T08:00:00Z"), entry(url("/c"))),
    }
    second = desk.collect(whole)
    assert [one.url for one in second.pages] == [url("/c")]
    assert desk.server.paths() == ["/index.xml", "/march.xml", "/c"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<!doctype html><p>Not found", "this is no sitemap"),
        ("<urlset><url><loc>http://127.0.0.1/none</loc></url><url>", "its XML is broken"),
        ("<urlset></urlset>", "no address can be read"),
        ('<?xml version="1.0" encoding="klingon"?><urlset/>', "its XML is broken: unknown encoding"),
        (b"\x1f\x8b\x08\x00broken", "cannot be unpacked"),
    ],
)
def test_a_broken_sitemap_is_a_named_problem(desk: Desk, body: str | bytes, message: str) -> None:
    desk.server.routes["/map.xml"] = answer(body, kind="text/xml")
    run = desk.collect(source(desk, "/map.xml", kind="sitemap"))
    assert message in run.problems[0].message


# --------------------------------------------------------------------------------------------- by hand


def test_addresses_by_hand_give_pages_captures_and_feeds_and_tell_the_rest(desk: Desk) -> None:
    url = desk.server.url
    desk.server.routes |= {
        "/page": page("Ferry"),
        "/capture": answer("Ferry runs again\n\nThe harbour reopened.", kind="text/plain"),
        "/feed": rss([("Bridge", "/bridge")]),
        "/bridge": page("Bridge"),
        "/photo": answer(b"\x89PNG\r\n\x1a\n\0\0\0\0", kind="image/png"),
        "/paper": answer(b"%PDF-1.7 ...", kind="application/pdf"),
        "/list": answer("<opml version='2.0'><body/></opml>", kind="text/xml"),
        "/empty": answer("  "),
    }
    paths = ["/page", "/capture", "/feed", "/photo", "/paper", "/list", "/empty", "/page"]
    run = desk.add(*(url(path) for path in paths))
    assert [(one.kind, one.url) for one in run.pages] == [
        ("html", url("/page")),
        ("text", url("/capture")),
        ("html", url("/bridge")),
    ]
    assert [one.source for one in run.problems] == [url(path) for path in ("/photo", "/paper", "/list", "/empty")]
    assert "image/png" in run.problems[0].message
    assert "wiredesk sources import" in (run.problems[2].hint or "")
    assert desk.server.paths().count("/page") == 1
    assert {one.source for one in run.fetched.values()} == {None}
    assert desk.add(url("/page")).problems == []


def test_sources_on_this_machine_need_no_web(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "b.txt").write_text("Ferry runs again\n\nThe harbour reopened.")
    (tmp_path / "pages" / "a.html").write_text("<!doctype html><p>Bridge")

    def collected(**values: str) -> Run:
        one = Source(**{"name": "Courier", **values})  # type: ignore[arg-type]
        return Run(list(collect_source(one, tmp_path, known={}, limits=Limits(), now=NOW)))

    assert [Path(one.name or "").name for one in collected(url="pages").pages] == ["a.html", "b.txt"]
    assert [one.outlet for one in collected(url="pages/*.txt", outlet="The Courier").pages] == ["The Courier"]
    assert "no such file" in collected(url="none").problems[0].message
    assert "this is no mail" in collected(url="pages", kind="mailbox").problems[0].message
    assert "http" in collected(url="pages", kind="sitemap").problems[0].message
    assert "is on this machine" in collected(url="http://127.0.0.1:9/x", kind="folder").problems[0].message
