from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote, urlsplit

import msgspec
import pytest
from tests.publish.html_check import CheckedPage
from tests.publish.sample_site import CAPTURE, DAY, JAPANESE, VISIT, WIRE, sample_site
from tests.publish.whole_site import whole_site

from wiredesk.publish import Redirect, SiteData, publish, render
from wiredesk.publish.addresses import MEDIA_TYPES, Kind, read_path, story_path, thread_path
from wiredesk.publish.paths import moved_paths, page_paths
from wiredesk.publish.rules import HEADLINE_WORDS, WORD
from wiredesk.publish.web import edition_json
from wiredesk.types import Edition, Event, EventReport, EventStatus, Story

FEEDS = ("feed.xml", "feed.json")
FILES = tuple(name for name in MEDIA_TYPES if name != "html")


def addresses(data: SiteData) -> list[str]:
    return [*page_paths(data), *(["/search"] if data.search else [])]


def html(data: SiteData, path: str, query: dict[str, str] | None = None) -> str:
    found = render(data, path, query)
    assert isinstance(found, bytes), path
    return found.decode()


def visit_page(data: SiteData) -> str:
    return html(data, story_path(data.stories[VISIT.story or ""]))


def test_every_page_is_valid_html_with_one_main_heading_and_its_landmarks(whole: SiteData) -> None:
    assert {read_path(path).kind for path in addresses(whole)} == set(get_args(Kind))  # type: ignore[union-attr]
    for path in addresses(whole):
        page = CheckedPage(html(whole, path))
        assert page.errors == [], path
        assert page.headings.count(1) == 1, path
        assert [page.tags.count(tag) for tag in ("main", "body", "head")] == [1, 1, 1], path
        assert next(link for link in page.links if not link.endswith(FEEDS)) == "#main", path


def test_pages_load_nothing_and_run_nothing(whole: SiteData) -> None:
    for path in addresses(whole):
        page = CheckedPage(html(whole, path))
        assert "img" not in page.tags, path
        assert page.scripts == [], "only data"
        assert all(load.startswith("data:") for load in page.loads), path
        assert not re.search(r"""url\(|@import|\son\w+=|\sstyle=""", html(whole, path)), path


def test_the_style_is_small(site: SiteData) -> None:
    style = re.findall(r"<style>(.*?)</style>", html(site, "/"), re.DOTALL)
    assert len(style) == 1 and len(style[0].encode()) < 16_000


@pytest.mark.parametrize("slash", ["", "/"])
def test_links_of_served_pages_lead_to_pages(whole: SiteData, slash: str) -> None:
    known: set[str] = set()
    for path in addresses(whole):
        here = path if path == "/" else path + slash
        for link in CheckedPage(html(whole, here)).links:
            if urlsplit(link).scheme or link.startswith("#"):
                continue
            page_of = link.partition("#")[0].partition("?")[0]
            target = posixpath.normpath(posixpath.join(posixpath.dirname(here), page_of or "."))
            if target.startswith("/api/v1/events"):
                continue
            assert target in known or isinstance(render(whole, target), bytes), (here, link)
            known.add(target)


@pytest.mark.parametrize("site_url", [None, "https://paper.example/news"])
def test_links_of_a_published_folder_lead_to_files_and_places_in_them(tmp_path: Path, site_url: str | None) -> None:
    data = whole_site(site_url, served=False)
    files = publish(data, tmp_path)
    pages = {file: CheckedPage(file.read_text("utf-8")) for file in files if file.suffix == ".html"}
    ids = {file: page.ids for file, page in pages.items()}
    assert len(ids) == len({*addresses(data), *moved_paths(data)})
    assert (tmp_path / "sitemap.xml").exists() == bool(site_url)
    for file, page in pages.items():
        for link in page.links:
            if urlsplit(link).scheme:
                continue
            whole, _, anchor = unquote(link).partition("#")
            target = whole.partition("?")[0]
            there = Path(posixpath.normpath(file.parent / target)) if target else file
            if site_url and there.is_dir():
                there /= "index.html"
            assert there.is_file(), (file, link)
            assert not anchor or anchor in ids[there], (file, link)
            assert site_url is not None or not target or target.endswith((".html", *FILES)), link


def test_a_public_address_makes_canonical_links(tmp_path: Path) -> None:
    publish(sample_site("https://paper.example/news/"), tmp_path)
    assert '<link rel="canonical" href="https://paper.example/news/events">' in (
        tmp_path / "events/index.html"
    ).read_text("utf-8")
    assert "canonical" not in html(sample_site(), "/events")


def test_old_ids_and_wrong_slugs_lead_to_the_right_address(site: SiteData) -> None:
    story = story_path(site.stories[VISIT.story or ""])
    assert render(site, "/story/smergedaway-some-words") == Redirect(path=story)
    assert render(site, story + "x") == Redirect(path=story)
    assert render(site, f"/story/{VISIT.story}") == Redirect(path=story)
    assert render(site, "/thread/told") == Redirect(path=thread_path(next(iter(site.threads.values()))))
    assert render(site, "/event/eold/") == Redirect(path=f"/event/{VISIT.id}")


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/story/snone",
        "/story/page/2",
        "/story/feed.xml",
        "/person/page/0",
        "/2031-02-30",
        "/1999-01-01",
        "/event/..",
        "/events/edition.json",
        "/section/none",
        "/section/sport",
        "/person/pnone",
        "/country/XX",
        "/country/x",
        "/outlet/none",
        "/events/1999-",
        "/outlet/Not-A-Key",
        "/edition.eml",
        "/story/feed.xml",
        "/sitemap.xml",
        "/sitemap-2.xml",
        "/latest/feed.xml",
    ],
)  # fmt: skip
def test_what_is_not_there_is_none(site: SiteData, path: str) -> None:
    assert render(site, path) is None


def test_the_front_page_is_the_newest_edition_in_rank_order(site: SiteData) -> None:
    page = html(site, "/")
    ranks = [int(rank) for rank in re.findall(r'title="Rank (\d+)"', page)]
    assert ranks == list(range(1, 11))
    text = CheckedPage(page).text
    assert "Wednesday, 14 May 2031" in text
    assert "Draft: not yet approved" in text
    assert "4 independent sources, 15 articles" in text
    assert "NWA, printed by 12 outlets" in text
    assert "16–19 May 2031" in text
    assert "Teodora Marrow, Defense Minister, Norway" in text


def test_every_sentence_of_a_blurb_has_a_mark_that_opens_its_passage(site: SiteData) -> None:
    entries = site.editions[DAY].entries
    marks = re.findall(r'<a class="cite" href="([^"]+)" title="([^"]+)"', html(site, "/"))
    assert len(marks) == sum(len(entry.blurb) for entry in entries)
    assert marks[0][0].startswith("https://www.harbourgazette.example/news/marrow-0?")
    assert marks[0][0].endswith(
        "#:~:text=TOKYO%20%28NWA%29%20%E2%80%94%20Norwegian,two%20governments%20said%20Wednesday."
    )
    assert marks[0][1].startswith("NWA, in Harbour Gazette, 14 May 2031")
    # A capture without an address is read here, where its story has a place for it.
    assert marks[1][0].endswith(f"#source-{CAPTURE.id}") and marks[1][1].startswith("an outlet not known")


def test_a_story_without_a_headline_shows_its_first_words(site: SiteData) -> None:
    assert '<h2 class="bare">' in html(site, "/")
    story = next(story for story in site.stories.values() if story.headline is None)
    page = html(site, story_path(story))
    assert re.search(r'<h1 class="bare"><span data-article="\w+"[^>]*>It was not said why\.</span></h1>', page)


def test_the_exact_quotes_of_an_event_are_marked_under_each_field(site: SiteData) -> None:
    page = CheckedPage(html(site, f"/event/{VISIT.id}"))
    assert page.errors == []
    assert {citation.quote for citation in VISIT.evidence} == set(page.marks)
    assert "Oslo Kveldsavis 5 May 2031: postponed, May 2031 says otherwise of the status" in page.text
    assert "Harbour Gazette 14 May 2031: announced, 16–19 May 2031" in page.text
    assert "announced, 16–19 May 2031 says otherwise" not in page.text


@pytest.mark.parametrize(
    ("status", "when", "otherwise"),
    [
        ("expected", "2031-05-16/2031-05-19", ""),
        ("announced", "2031-05", ""),
        ("announced", None, ""),
        ("announced", "2031-05-17/2031-05-19", "says otherwise of the when"),
        ("denied", "2031-06", "says otherwise of the status and when"),
        ("completed", "2031-05-16/2031-05-19", "says otherwise of the status"),
    ],
)
def test_only_what_contradicts_the_record_is_told_as_otherwise(
    status: EventStatus, when: str | None, otherwise: str
) -> None:
    data = sample_site()
    event = replace(VISIT, history=(EventReport(article=WIRE[0].id, day=DAY, status=status, when=when),))
    text = CheckedPage(html(replace(data, events={str(VISIT.id): event}), f"/event/{VISIT.id}")).text
    said = re.findall(r"says otherwise of the (?:status and when|status|when)", text)
    assert said == ([otherwise] if otherwise else [])


def test_events_begin_with_what_is_next_then_the_newest_and_end_with_the_undated(site: SiteData) -> None:
    headings = re.findall(r"<h2>(.*?)</h2>", html(site, "/events"))
    assert headings == ["May 2031, to come", "April 2031", "2028", "Day not known"]


def test_a_story_tells_its_reports_captions_and_neighbours(site: SiteData) -> None:
    page = CheckedPage(visit_page(site))
    assert all(f"source-{key}" in page.ids for key in site.stories[VISIT.story or ""].articles)
    assert "excerpt, 74 %" in page.text
    assert page.text.count("reviews an honor guard") == 1, "a photo that two papers printed is told once"
    assert "File photo, 23 March 2031, Sindri Hallvard, NWA Pool" in page.text
    assert "Day not known, not before 13 May 2031 · no address: read from a capture" in page.text
    assert "Teodora Marrow (Defense Minister, Norway) and Japan in both" in page.text


@pytest.mark.parametrize("cap", [0, 7, 25])
def test_no_passage_is_longer_than_the_excerpt_cap(cap: int) -> None:
    data = whole_site(excerpt_words=cap)
    longest = 0
    for path in addresses(data):
        for told in CheckedPage(html(data, path)).told:
            if told.part != "headline":
                # What stands in its place for want of a headline is as long as a headline.
                most = max(cap, HEADLINE_WORDS) if told.start == 0 else cap
                assert len(WORD.findall(told.text)) <= most, (path, told)
                longest = max(longest, len(WORD.findall(told.text)))
    assert longest >= cap


def test_text_in_a_script_without_spaces_is_capped_too() -> None:
    page = visit_page(sample_site(excerpt_words=10))
    body = JAPANESE.body[0]
    assert body[:20] in page
    assert body[:21] not in page


def test_nothing_is_called_earlier_or_later_without_a_day(site: SiteData) -> None:
    story = site.stories[VISIT.story or ""]
    assert "<h2>Earlier</h2>" in visit_page(site)
    undated = replace(site, stories={**site.stories, story.id: replace(story, first=None, last=None)})
    page = visit_page(undated)
    assert "<h2>Earlier</h2>" not in page and "<h2>Of the same affair</h2>" in page
    thread = thread_path(next(iter(site.threads.values())))
    assert "the place in the line says nothing" in html(undated, thread)
    assert "the place in the line says nothing" not in html(site, thread)


def test_words_in_another_language_are_marked_with_it(site: SiteData) -> None:
    page = visit_page(site)
    assert re.search(f'lang="ja" dir="auto">{JAPANESE.headline}</span>', page)
    assert set(re.findall(r'lang="(.*?)"', page)) == {"en", "ja"}
    renamed = replace(site.stories[VISIT.story or ""], headline=JAPANESE.headline)
    page = visit_page(replace(site, stories={**site.stories, renamed.id: renamed}, redirects={}))
    assert re.search(r'<h1><span data-article="\w+"[^>]* lang="ja" dir="auto">', page)


def test_hostile_text_stays_text_and_hostile_addresses_are_no_links() -> None:
    data = whole_site()
    bad = '"><script>alert(1)</script><a href="'
    articles = {
        key: replace(one, outlet=bad, headline=bad, url="javascript:alert(1)", byline=(bad,))
        for key, one in data.articles.items()
    }
    stories = {key: replace(one, headline=bad) for key, one in data.stories.items()}
    edition = data.editions[DAY]
    entries = tuple(
        replace(one, headline=bad, sources=tuple(replace(line, url="javascript:alert(1)") for line in one.sources))
        for one in edition.entries
    )
    people = {key: replace(one, name=bad, names=(bad, "x")) for key, one in data.people.items()}
    notices = {key: replace(one, text=bad, by=bad, citation=None) for key, one in data.notices.items()}
    hostile = replace(
        data, title=bad, articles=articles, stories=stories, editions={DAY: replace(edition, entries=entries)},
        people=people, notices=notices, donate="javascript:alert(1)",
    )  # fmt: skip
    for path in addresses(hostile):
        page = CheckedPage(html(hostile, path, {"q": bad}))
        assert page.errors == [] and page.tags.count("script") == len(page.data), path
        assert not any(link.startswith("javascript") for link in page.links), path


def test_an_empty_desk_says_what_to_do() -> None:
    empty = SiteData(title="The Wiredesk")
    assert "wiredesk add" in html(empty, "/")
    assert "wiredesk edition" in html(empty, "/archive")
    assert "wiredesk collect" in html(empty, "/events")
    assert "wiredesk collect" in html(empty, "/latest")
    assert "still to come" in html(empty, "/calendar")
    assert "Nothing that this paper told" in html(empty, "/corrections")
    assert "wiredesk serve" in html(empty, "/search")
    assert render(empty, "/edition.json") is None
    quiet = SiteData(title="T", editions={DAY: Edition(day=DAY, status="draft", title="T", entries=())})
    assert "wiredesk decide date" in html(quiet, "/")


def test_an_approved_edition_outlives_what_the_desk_has_since_dropped() -> None:
    data = replace(sample_site(), stories={}, threads={}, events={}, articles={}, copies={}, redirects={})
    page = CheckedPage(html(data, "/"))
    assert page.errors == []
    assert "Norwegian defense minister to visit Japan" in page.text
    assert "Harbour Gazette" in page.text
    assert not any("event/" in link for link in page.links)
    gone = CheckedPage(html(data, f"/story/{VISIT.story}"))
    assert "This story is no longer here" in gone.text and "rank 1 of the edition of 14 May 2031" in gone.text


def test_references_to_things_that_are_gone_break_no_page() -> None:
    data = sample_site()
    kept = {key: one for key, one in data.articles.items() if key != WIRE[0].id}
    thinned = replace(data, articles=kept, threads={}, events={})
    for path in addresses(thinned):
        assert CheckedPage(html(thinned, path)).errors == [], path


def test_the_edition_as_data_reads_back_and_keeps_its_bytes(site: SiteData, tmp_path: Path) -> None:
    edition = site.editions[DAY]
    data = edition_json(edition, site.excerpt_words)
    assert msgspec.json.decode(data, type=Edition) == edition
    shortest = msgspec.json.decode(edition_json(edition, 1), type=Edition)
    assert shortest.entries[0].blurb[0].text == "TOKYO"
    assert render(site, "/edition.json") == render(site, f"/{DAY}/edition.json") == data
    publish(site, tmp_path)
    assert (tmp_path / "edition.json").read_bytes() == (tmp_path / f"{DAY}/edition.json").read_bytes() == data


def test_the_same_data_makes_the_same_bytes(tmp_path: Path) -> None:
    def turned(data: SiteData) -> SiteData:
        names = (
            "editions", "stories", "threads", "events", "articles", "copies", "redirects", "people", "notices",
            "outlets",
        )  # fmt: skip
        changes: dict[str, Any] = {name: dict(reversed(list(getattr(data, name).items()))) for name in names}
        return replace(data, **changes)

    first = [file.read_bytes() for file in publish(whole_site(), tmp_path / "a")]
    second = [file.read_bytes() for file in publish(turned(whole_site()), tmp_path / "b")]
    assert first == second


def test_a_story_of_one_undated_report_and_an_event_of_no_one_have_pages() -> None:
    story = Story(id="s1", headline=None, articles=(CAPTURE.id,))
    event = Event(type="visit", status="denied", principals=(), evidence=VISIT.evidence[:1], id="e1", story="s1")
    data = SiteData(
        title="T", stories={"s1": story}, articles={CAPTURE.id: CAPTURE}, events={"e1": event},
        editions={date(2031, 1, 2): Edition(day=date(2031, 1, 2), status="approved", title="T", entries=())},
    )  # fmt: skip
    for path in ("/", "/2031-01-02", "/story/s1", "/event/e1", "/events", "/archive"):
        assert CheckedPage(html(data, path)).errors == [], path
    assert "Officials not named: visit" in html(data, "/event/e1")


def test_a_day_of_fewer_than_ten_says_why() -> None:
    why = "1 of 10 places is taken: the desk holds only 1 story that was reported on 14 May 2031."
    site = sample_site()
    for entries in (site.editions[DAY].entries, ()):
        short = replace(site.editions[DAY], entries=entries, short=why)
        assert why in html(replace(site, editions={DAY: short}), f"/{DAY}")
    assert why not in html(site, f"/{DAY}")
