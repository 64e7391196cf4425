"""Feeds by their specifications: the grammar of RSS 2.0, the schema of JSON Feed 1.1, and the rules of their prose."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import jsonschema_rs
import pytest
from lxml import etree, html
from tests.publish.outward_site import ADDRESS, APPROVED, CORRECTION, KILL, full_site, hostile_site
from tests.publish.sample_site import DAY, VISIT, WIRE, cite
from tests.publish.whole_site import GONE, KILLED, whole_site

from wiredesk.publish import SiteData
from wiredesk.publish.addresses import Address, read_path, story_path
from wiredesk.publish.feeds import NO_ADDRESS, feed_json, feed_xml
from wiredesk.publish.mended import taken_back
from wiredesk.publish.rules import FEED_NOTICE_DAYS
from wiredesk.types import Annotations, Notice, NoticeKind, Person, PersonMention, PlaceMention

SCHEMAS = Path(__file__).parent / "schemas"
RSS = etree.RelaxNG(etree.parse(SCHEMAS / "rss.rng"))
JSON_FEED = jsonschema_rs.validator_for(json.loads((SCHEMAS / "json-feed.json").read_text(encoding="utf-8")))
FRONT = Address(kind="front")
PATHS = {
    "front": "/feed.xml",
    "section": "/section/politics/feed.xml",
    "empty section": "/section/weather/feed.xml",
    "thread": "/thread/{thread}/feed.xml",
    "person": "/person/{person}/feed.xml",
    "country": "/country/NO/feed.xml",
    "outlet": "/outlet/coast-country/feed.xml",
}
SITES = {
    "public": full_site(),
    "folder": full_site(None),
    "hostile": hostile_site(),
    "hostile folder": hostile_site(None),
}


def read_feed(data: bytes | None) -> Any:
    return feedparser.parse(data)  # type: ignore[attr-defined,no-untyped-call]


def address_of(data: SiteData, path: str) -> Address:
    found = read_path(path.format(thread=next(iter(data.threads), "t"), person=next(iter(data.people), "p")))
    assert found is not None, path
    return found


def channel(data: SiteData, address: Address = FRONT) -> Any:
    written = feed_xml(data, address)
    assert written is not None
    return etree.fromstring(written).find("channel")


def record(data: SiteData, address: Address = FRONT) -> dict[str, Any]:
    written = feed_json(data, address)
    assert written is not None
    made: dict[str, Any] = json.loads(written)
    return made


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("kind", PATHS)
def test_a_feed_keeps_the_grammar_and_the_rules_of_rss(site: str, kind: str) -> None:
    data = SITES[site]
    if kind in {"thread", "person", "outlet"} and "hostile" in site:
        kind = "country"
    written = feed_xml(data, address_of(data, PATHS[kind]))
    assert written is not None
    document = etree.fromstring(written)
    assert RSS.validate(document), RSS.error_log
    parsed = read_feed(written)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "rss20"
    ids = [guid.text for guid in document.iter("guid")]
    assert len(ids) == len(set(ids))
    assert len(parsed.entries) == len(ids)
    built = document.findtext("channel/lastBuildDate")
    dates = [parsedate_to_datetime(one.text) for one in document.iter("pubDate")]
    assert all(one.tzinfo for one in dates)
    assert (built is None) == (not dates)
    if built:
        assert parsedate_to_datetime(built) >= max(dates)


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("kind", PATHS)
def test_a_json_feed_keeps_the_schema_and_says_what_the_rss_says(site: str, kind: str) -> None:
    data = SITES[site]
    if kind in {"thread", "person", "outlet"} and "hostile" in site:
        kind = "country"
    address = address_of(data, PATHS[kind])
    made = record(data, address)
    assert [error.message for error in JSON_FEED.iter_errors(made)] == []
    items = channel(data, address).findall("item")
    assert [one["id"] for one in made["items"]] == [item.findtext("guid") for item in items]
    assert [one["title"] for one in made["items"]] == [item.findtext("title") for item in items]
    for one, item in zip(made["items"], items, strict=True):
        assert datetime.fromisoformat(one["date_published"]) == parsedate_to_datetime(item.findtext("pubDate"))
        assert one["content_html"] == item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")


def test_a_feed_reader_reads_back_what_was_written() -> None:
    data = full_site()
    parsed = read_feed(feed_xml(data, FRONT))
    assert not parsed.bozo
    entries = data.editions[DAY].entries
    bare = iter(["It was not said why.", "This report was withdrawn"])
    assert [item.title for item in parsed.entries] == [entry.headline or next(bare) for entry in entries]
    for entry, item in zip(entries, parsed.entries, strict=True):
        assert item.id == f"urn:wiredesk:story:{entry.story}:2031-05-14"
        assert all(one.text in html.fromstring(item.content[0].value).text_content() for one in entry.blurb)
        if entry.blurb:
            assert item.summary == " ".join(dict.fromkeys(one.text for one in (*entry.new, *entry.blurb)))


@pytest.mark.parametrize("site", ["public", "folder"])
def test_links_are_whole_and_lead_nowhere_that_is_not(site: str) -> None:
    data = SITES[site]
    made = channel(data)
    links = [item.findtext("link") for item in made.findall("item")]
    contents = [html.fromstring(one["content_html"]) for one in record(data)["items"]]
    inside = [str(href) for content in contents for href in content.xpath("//@href")]
    for link in [*filter(None, links), *inside]:
        assert urlsplit(link).scheme in {"http", "https"}
        assert urlsplit(link).netloc
    own = made.find("{http://www.w3.org/2005/Atom}link")
    if data.site_url:
        assert made.findtext("link") == f"{ADDRESS}/"
        assert own.get("href") == f"{ADDRESS}/feed.xml"
        assert all(link.startswith(f"{ADDRESS}/story/") for link in links)
        assert record(data)["feed_url"] == f"{ADDRESS}/feed.json"
    else:
        assert made.findtext("link") == NO_ADDRESS
        assert own is None
        assert not {"home_page_url", "feed_url"} & record(data).keys()
        first = record(data)["items"][0]
        assert "url" not in first
        assert first["external_url"] == links[0] == data.articles[VISIT.articles[0]].url


def test_the_front_feed_is_the_newest_edition_in_rank_order_by_place_and_by_date() -> None:
    data = full_site()
    made = channel(data)
    dates = [parsedate_to_datetime(item.findtext("pubDate")) for item in made.findall("item")]
    assert [one["_wiredesk"]["rank"] for one in record(data)["items"]] == list(range(1, 11))
    assert dates == sorted(dates, reverse=True)
    assert len(set(dates)) == 10
    assert dates[-1] == APPROVED
    assert "second after the one below" in made.findtext("description")


def test_a_draft_says_so_and_is_dated_by_its_day() -> None:
    data = full_site()
    draft = replace(data.editions[DAY], status="draft", approved_at=None)
    made = channel(replace(data, editions={DAY: draft}))
    assert "a draft" in made.findtext("description")
    assert made.findall("item")[-1].findtext("pubDate") == "Wed, 14 May 2031 00:00:00 +0200"


def test_ids_hold_when_headlines_and_addresses_change() -> None:
    data = full_site()
    retitled = {key: replace(story, headline=f"Again: {story.headline}") for key, story in data.stories.items()}
    entries = tuple(replace(one, headline=f"Again: {one.headline}") for one in data.editions[DAY].entries)
    changed = replace(
        data,
        site_url="https://other.example",
        stories=retitled,
        editions={DAY: replace(data.editions[DAY], entries=entries)},
    )
    for path in ("/feed.xml", "/country/NO/feed.xml"):
        before = [one["id"] for one in record(data, address_of(data, path))["items"]]
        assert before == [one["id"] for one in record(changed, address_of(data, path))["items"]]
        assert before


def test_a_story_that_returns_on_another_day_is_another_item_of_the_front_feed() -> None:
    data = full_site()
    edition = data.editions[DAY]
    later = replace(edition, day=DAY + timedelta(days=1), approved_at=APPROVED + timedelta(days=1))
    next_day = replace(data, editions={later.day: later})
    today, tomorrow = ({one["id"] for one in record(one)["items"]} for one in (data, next_day))
    assert not today & tomorrow


def test_an_item_says_what_the_edition_says_word_for_word() -> None:
    data = full_site()
    for entry, item in zip(data.editions[DAY].entries, record(data)["items"], strict=True):
        sentences = [one.text for one in (*entry.new, *entry.blurb)]
        text = html.fromstring(item["content_html"]).text_content()
        for sentence in [*sentences, *(notice.text for notice in entry.notices)]:
            assert sentence in text
            assert sentence in item["content_text"]
        assert all(sentence in item.get("summary", "") for sentence in sentences)
        if entry.headline:
            assert item["title"] == entry.headline


def test_what_is_new_comes_first_and_is_not_said_twice() -> None:
    data = full_site()
    text = record(data)["items"][0]["content_text"]
    new = data.editions[DAY].entries[0].new[0].text
    assert text.count(new) == 1
    assert text.index("New since 13 May 2031") < text.index(new) < text.index("TOKYO")


def test_a_story_that_was_taken_back_shows_nothing_but_the_notice() -> None:
    item = record(full_site())["items"][-1]
    assert item["title"] == "This report was withdrawn"
    assert "Please withdraw the report" in item["content_text"]
    assert "lacier" not in json.dumps({**item, "id": ""})
    assert "authors" not in item


def mended(notice: Notice, *, days: int = 1, withdrawn: bool = False) -> tuple[dict[str, Any], SiteData]:
    """The front page's item of the lead, as it first was, and the site `days` later, when the lead bears a notice."""
    data = full_site()
    edition = data.editions[DAY]
    first, *others = edition.entries[:9]  # the tenth bears a notice of its own
    lead = replace(first, notices=(), since=None, new=())
    before = replace(data, editions={DAY: replace(edition, entries=(lead, *others))}, today=DAY)
    told = replace(lead, notices=(notice,))
    if withdrawn:
        told = replace(told, headline=None, blurb=(), events=())
    newest = replace(edition, day=DAY + timedelta(days=days), entries=tuple(others))
    editions = {DAY: replace(edition, entries=(told, *others)), newest.day: newest}
    return record(before)["items"][0], replace(data, editions=editions, today=newest.day)


NEXT_DAY = replace(CORRECTION, day=DAY + timedelta(days=1))


def test_a_story_of_an_earlier_edition_that_was_corrected_is_given_again_with_the_correction_above() -> None:
    before, data = mended(NEXT_DAY)
    *newest, again = record(data)["items"]
    assert {one["id"].rpartition(":")[2] for one in newest} == {"2031-05-15"}
    assert (again["id"], again["date_published"]) == (before["id"], before["date_published"])
    assert again["date_modified"] == "2031-05-15T00:00:00+02:00"
    assert "rank" in newest[0]["_wiredesk"] and "rank" not in again["_wiredesk"]
    for field in ("content_text", "summary"):
        assert again[field].startswith(f"Corrected by NWA, 15 May 2031: {CORRECTION.text}")
        assert "from May 16 to 19" in before[field] and "from May 16 to 19" not in again[field]  # by the corrected wire
        assert "The trip had been put off twice." in again[field]  # by another report
    item = channel(data).findall("item")[-1]
    assert item.findtext("guid") == before["id"]
    assert parsedate_to_datetime(item.findtext("pubDate")) == datetime.fromisoformat(before["date_published"])
    assert item.findtext("description") == again["summary"]
    assert "corrected or withdrawn since" in channel(data).findtext("description")
    assert RSS.validate(etree.fromstring(feed_xml(data, FRONT))), RSS.error_log


@pytest.mark.parametrize("kind", ["kill", "withdrawal"])
@pytest.mark.parametrize("late", [0, 1])
def test_a_story_of_an_earlier_edition_that_was_taken_back_is_given_again_as_the_notice_alone(
    kind: NoticeKind, late: int
) -> None:
    before, data = mended(replace(KILL, kind=kind, day=DAY + timedelta(days=late)), withdrawn=True)
    again = record(data)["items"][-1]
    assert (again["id"], again["date_published"]) == (before["id"], before["date_published"])
    assert datetime.fromisoformat(again["date_modified"]) > datetime.fromisoformat(again["date_published"])
    assert again["title"] == "This report was withdrawn"
    assert KILL.text in again["content_html"]
    assert again["content_text"] == again["summary"] == channel(data).findall("item")[-1].findtext("description")
    assert again["summary"].endswith(f"{DAY.day + late} May 2031: {KILL.text}")
    assert "tags" not in again or "Japan" not in again["tags"]


def test_a_notice_tells_when_it_came_by_the_report_that_has_it() -> None:
    source = WIRE[0]
    notice = replace(NEXT_DAY, citation=cite(source, "Norwegian Defense"))
    _, data = mended(notice)
    at = datetime(2031, 5, 15, 9, 20, tzinfo=UTC)
    timed = replace(source, published=replace(source.published, value=notice.day, instant=at))
    again = record(replace(data, articles={**data.articles, source.id: timed}))["items"][-1]
    assert datetime.fromisoformat(again["date_modified"]) == at


@pytest.mark.parametrize(
    ("notice", "days", "given"),
    [
        (NEXT_DAY, FEED_NOTICE_DAYS + 1, True),
        (NEXT_DAY, FEED_NOTICE_DAYS + 2, False),
        (CORRECTION, 1, True),
        (replace(CORRECTION, day=DAY - timedelta(days=1)), 1, False),
        (replace(CORRECTION, day=DAY - timedelta(days=1), kind="kill"), 1, True),
        (replace(NEXT_DAY, kind="editor_note"), 1, True),
        (replace(NEXT_DAY, kind="update"), 1, False),
    ],
    ids=["last day", "too old", "same day", "stood in it", "kill of an earlier day", "editor", "update"],
)
def test_only_what_was_mended_lately_is_given_again(notice: Notice, days: int, given: bool) -> None:
    before, data = mended(notice, days=days)
    ids = [one["id"] for one in record(data)["items"]]
    assert (before["id"] in ids) is given
    assert len(ids) == len(set(ids)) == len(data.editions[data.days[0]].entries) + given


def test_no_passage_is_longer_than_the_cap() -> None:
    data = replace(full_site(), excerpt_words=5)
    first = record(data)["items"][0]
    assert "TOKYO (NWA) — Norwegian Defense …" in first["content_text"]
    assert "Teodora Marrow" not in first["content_text"]


def test_the_words_are_credited_to_those_who_wrote_them() -> None:
    items = channel(full_site()).findall("item")
    creators = [one.text for one in items[0].findall("{http://purl.org/dc/elements/1.1/}creator")]
    assert creators == ["Oslo Kveldsavis", "NWA"]


def test_a_page_without_a_feed_and_a_page_that_is_not_have_none() -> None:
    data = full_site()
    for address in (
        Address(kind="archive"),
        Address(kind="story", key=VISIT.story or ""),
        Address(kind="section", key="nonsense"),
        Address(kind="thread", key="tnone"),
        Address(kind="person", key="pnone"),
        Address(kind="country", key="ZZ"),
        Address(kind="outlet", key="nobody"),
    ):
        assert feed_xml(data, address) is None
        assert feed_json(data, address) is None


def test_a_section_feed_is_newest_first_and_leaves_out_what_has_no_day() -> None:
    data = full_site()
    undated = replace(data.stories[VISIT.story or ""], id="sundated", first=None, last=None)
    data = replace(data, stories={**data.stories, "sundated": undated})
    items = record(data, Address(kind="country", key="NO"))["items"]
    assert len(items) == 2
    stamps = [one.get("date_modified", one["date_published"]) for one in items]
    assert stamps == sorted(stamps, reverse=True)
    assert items[0]["date_modified"].startswith("2031-05-15")


def test_a_desk_without_an_edition_has_an_empty_feed() -> None:
    empty = SiteData(title="Quiet")
    assert RSS.validate(etree.fromstring(feed_xml(empty, FRONT)))
    assert record(empty)["items"] == []


def test_the_same_data_make_the_same_bytes() -> None:
    assert feed_xml(full_site(), FRONT) == feed_xml(full_site(), FRONT)
    assert feed_json(full_site(), FRONT) == feed_json(full_site(), FRONT)


def test_the_feed_of_a_section_without_stories_leads_to_the_front_page() -> None:
    site = SITES["public"]
    empty = address_of(site, PATHS["empty section"])
    assert channel(site, empty).findtext("link") == record(site, empty)["home_page_url"] == f"{ADDRESS}/"
    full = address_of(site, PATHS["section"])
    assert channel(site, full).findtext("link") == f"{ADDRESS}/section/politics"


# --------------------------------------------------------------------- what was mended, in the feeds beside pages


def beside(data: SiteData, path: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = record(data, address_of(data, path))["items"]
    return items


def test_a_page_s_feed_gives_a_corrected_story_with_the_correction_above() -> None:
    data = whole_site()
    corrected = next(one for one in data.stories.values() if data.notices_of(one))
    (notice,) = (one for one in data.notices_of(corrected) if one.kind == "correction")
    paths = [f"/section/{corrected.section}/feed.json", f"/country/{corrected.countries[0]}/feed.json"]
    for path in paths:
        (item,) = (one for one in beside(data, path) if one["id"].endswith(corrected.id))
        told = f"Corrected by {notice.by}, "
        assert item["summary"].startswith(told) and item["content_text"].startswith(told), path
        assert datetime.fromisoformat(item["date_modified"]) > datetime.fromisoformat(item["date_published"])
    late = replace(data, today=notice.day + timedelta(days=FEED_NOTICE_DAYS + 1))
    (item,) = (one for one in beside(late, paths[0]) if one["id"].endswith(corrected.id))
    assert "Corrected by" not in item["content_text"], "by now it is the story as it stands"


def test_a_page_s_feed_gives_a_killed_story_again_as_the_notice_alone() -> None:
    data = whole_site()
    for path in ("/section/disaster/feed.json", "/outlet/city-ledger/feed.json"):
        (item,) = (one for one in beside(data, path) if one["id"] == f"urn:wiredesk:story:{GONE}")
        assert item["title"] == "This report was withdrawn"
        assert item["content_text"] == item["summary"] and "elephants" not in json.dumps(item).lower()
    assert not any(GONE in one["id"] for one in beside(data, "/section/politics/feed.json"))
    late = replace(data, today=DAY + timedelta(days=FEED_NOTICE_DAYS + 1))
    assert not any(GONE in one["id"] for one in beside(late, "/outlet/city-ledger/feed.json"))


def test_a_killed_story_is_found_for_countries_and_people_by_its_reports_own_words() -> None:
    data = whole_site()
    person = next(one for one in data.people.values())
    named = Person(name=person.name, country=person.country)
    place = PlaceMention(part="body", start=0, end=1, text="K", name="Kenya", country="KE", kind="country")
    who = PersonMention(part="body", start=0, end=1, text="K", person=named)
    notes = {KILLED.id: Annotations(article=KILLED.id, places=(place,), people=(who,))}
    data = replace(data, notes=lambda keys: {key: notes[key] for key in keys if key in notes})
    paths = [Address(kind="country", key="KE"), Address(kind="person", key=person.id)]
    assert [[one.story for one, _ in taken_back(data, address)] for address in paths] == [[GONE], [GONE]]
    assert list(taken_back(data, Address(kind="country", key="JP"))) == []


def test_the_last_word_of_a_thread_s_feed_says_where_the_story_went_on() -> None:
    data = full_site()
    thread, visit = next(iter(data.threads.values())), data.stories[VISIT.story or ""]
    ended = replace(data, threads={}, redirects={thread.id: visit.id})
    address = read_path(f"/thread/{thread.id}-as-it-was/feed.json")
    assert address is not None
    last = record(ended, address)
    assert "has ended" in last["description"] and str(visit.headline) in last["description"]
    assert last["home_page_url"].endswith(story_path(visit)) and len(last["items"]) == 1
    assert RSS.validate(etree.fromstring(feed_xml(ended, address))), RSS.error_log
