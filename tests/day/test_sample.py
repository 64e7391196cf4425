"""The sample's pages from end to end, held to `sample/gold.json`."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from wiredesk.events import find_events
from wiredesk.types import Event, Person

if TYPE_CHECKING:
    from tests.day.conftest import Day

SAMPLE = Path(__file__).parents[2] / "sample"
GOLD: dict[str, Any] = json.loads((SAMPLE / "gold.json").read_text(encoding="utf-8"))
PAGES: list[str] = list(GOLD["pages"])

EVENTS: dict[str, list[dict[str, Any]]] = GOLD["events"]
"""By page, and by entry of a feed that brings a whole report."""
FEEDS: dict[str, list[dict[str, Any]]] = GOLD["feeds"]
LETTERS: dict[str, dict[str, Any]] = GOLD["newsletters"]
each_page = pytest.mark.parametrize("name", PAGES)
each_coded = pytest.mark.parametrize("name", list(EVENTS))


def allowed(gold: Any) -> list[Any]:
    """The right values of a gold field: a list means any of them."""
    return gold if isinstance(gold, list) else [gold]


def lower(names: Any) -> list[str]:
    return [name.casefold() for name in names]


# ------------------------------------------------------------------------------------------- the gold itself


def test_every_page_has_gold_and_every_gold_a_page() -> None:
    files = {str(path.relative_to(SAMPLE / "pages")) for path in (SAMPLE / "pages").glob("*/*")}
    assert files == {*PAGES, *FEEDS, *LETTERS}
    entries = {
        f"{feed}#{number}" for feed, items in FEEDS.items() for number, item in enumerate(items, 1) if item["full"]
    }
    assert set(EVENTS) - set(PAGES) <= entries
    placed = [name for story in GOLD["stories"].values() for name in story["articles"]]
    assert sorted(placed + GOLD["aside"]["articles"]) == sorted({*PAGES, *entries})


@each_page
def test_gold_quotes_stand_on_the_page_word_for_word(name: str) -> None:
    data = (SAMPLE / "pages" / name).read_bytes()
    text = data.decode("cp1252" if b"windows-1252" in data else "utf-8")
    text = html.unescape(text) + text.replace('\\"', '"')
    gold = GOLD["pages"][name]
    quotes = [gold["headline"], gold["body_starts"], gold["body_ends"], *gold["lead"]]
    quotes += [caption["starts"] for caption in gold["captions"]]
    quotes += [quote for event in EVENTS[name] for quote in event["evidence"]]
    assert [quote for quote in quotes if quote not in text] == []


# ---------------------------------------------------------------------------------------------------- pages


@each_page
def test_headline_and_outlet_are_those_printed(day: Day, name: str) -> None:
    article, gold = day.articles[name], GOLD["pages"][name]
    assert article.headline == gold["headline"]
    assert article.outlet in allowed(gold["outlet"])


@each_page
def test_sections_are_those_printed(day: Day, name: str) -> None:
    gold = GOLD["pages"][name]["sections"]
    # An HTML page's sections may be left out: their places differ from paper to paper.
    right = [gold, []] if name.endswith(".html") else [gold]
    assert list(day.articles[name].sections) in right


@each_page
def test_day_of_publication_is_known_by_the_best_evidence(day: Day, name: str) -> None:
    published, gold = day.articles[name].published, GOLD["pages"][name]["published"]
    assert (str(published.value) if published.value else None) == gold["value"]
    assert published.method in allowed(gold["method"])
    if published.instant and gold["instant"]:
        assert f"{published.instant:%Y-%m-%dT%H:%M}" == gold["instant"][:16]
    if gold["not_before"]:
        assert str(published.not_before) == gold["not_before"]


@each_page
def test_byline_credit_and_dateline_are_told_apart(day: Day, name: str) -> None:
    article, gold = day.articles[name], GOLD["pages"][name]
    assert lower(article.byline) in [lower(names) for names in gold.get("byline_any", [gold["byline"]])]
    if gold["credit"]:
        assert article.credit in allowed(gold["credit"])
        assert article.credit_basis in allowed(gold.get("credit_basis", "stated"))
    else:
        assert article.credit in (None, article.outlet)
        assert article.credit_basis != "stated"
    if gold["dateline"] is None:
        assert article.dateline is None
    else:
        assert article.dateline is not None
        assert article.dateline.place.casefold() in lower(allowed(gold["dateline"]["place"]))
        assert article.dateline.agency in allowed(gold["dateline"]["agency"])
        assert article.dateline.country in allowed(gold["dateline"]["country"])
        assert article.dateline.day in allowed(gold["dateline"]["day"])


@each_page
def test_body_is_the_report_whole_and_nothing_else(day: Day, name: str) -> None:
    article, gold = day.articles[name], GOLD["pages"][name]
    body = article.part("body")
    assert gold["body_starts"] in article.body[0]
    assert article.body[-1].endswith(gold["body_ends"])
    assert len(article.body) == gold["paragraphs"]
    assert [words for words in gold["furniture"] if words in body] == []


@each_page
def test_own_lead_of_the_outlet_stands_apart(day: Day, name: str) -> None:
    article, gold = day.articles[name], GOLD["pages"][name]
    standfirst = [gold["standfirst"]] if gold["standfirst"] else []
    assert list(article.lead) == gold["lead"] or list(article.lead) == standfirst
    assert not [text for text in [*gold["lead"], *standfirst] if text in article.body]


@each_page
def test_captions_come_once_with_credit_and_day(day: Day, name: str) -> None:
    article, gold = day.articles[name], GOLD["pages"][name]["captions"]
    assert len(article.captions) == len(gold)
    for found, expected in zip(article.captions, gold, strict=True):
        assert found.text.startswith(expected["starts"])
        assert found.credit == expected["credit"]
        assert found.day in allowed(expected["day"])
        assert found.file_photo == expected["file_photo"]


@each_page
def test_language_is_recognised(day: Day, name: str) -> None:
    assert (day.articles[name].language or "").split("-")[0] == GOLD["pages"][name]["language"]


# --------------------------------------------------------------------------------------------------- events


def people(gold: list[dict[str, Any]]) -> list[tuple[str | None, str | None, str | None]]:
    return [(person["name"], (person["role"] or "").casefold(), person["country"]) for person in gold]


def persons(found: tuple[Person, ...]) -> list[tuple[str | None, str | None, str | None]]:
    return [(person.name, (person.role or "").casefold(), person.country) for person in found]


def fields(event: Event) -> dict[str, Any]:
    return {
        "type": event.type,
        "status": event.status,
        "principals": persons(event.principals),
        "counterparts": sorted(persons(event.counterparts), key=str),
        "destination": list(event.destination),
        "place": event.place,
        "when": event.when,
        "announced_on": event.announced_on,
    }


def gold_fields(event: dict[str, Any]) -> dict[str, Any]:
    kept = ("type", "status", "destination", "place", "when", "announced_on")
    return {
        **{key: event[key] for key in kept},
        "principals": people(event["principals"]),
        "counterparts": sorted(people(event["counterparts"]), key=str),
    }


@each_coded
def test_events_are_those_of_the_codebook(day: Day, name: str) -> None:
    found = [fields(event) for event in find_events(day.articles[name])]
    expected = [gold_fields(event) for event in EVENTS[name]]

    def order(event: dict[str, Any]) -> str:
        return str((event["type"], event["when"], event["destination"], event["principals"]))

    found, expected = sorted(found, key=order), sorted(expected, key=order)
    if len(found) == len(expected):
        for event, gold in zip(found, expected, strict=True):
            gold["place"] = event["place"] if event["place"] in allowed(gold["place"]) else gold["place"]
    assert found == expected


@each_coded
def test_evidence_is_quoted_exactly_and_covers_the_gold_sentences(day: Day, name: str) -> None:
    article = day.articles[name]
    events = find_events(article)
    for event in events:
        for citation in event.evidence:
            assert article.part(citation.part)[citation.start : citation.end] == citation.quote
    for expected in EVENTS[name]:
        cited = [
            c.quote for e in events if e.type == expected["type"] and e.when == expected["when"] for c in e.evidence
        ]
        for quote in expected["evidence"]:
            assert any(quote in text or text in quote for text in cited), f"no citation overlaps {quote!r}"


# ------------------------------------------------------------------------------------ copies, stories, threads


def test_copy_sets_are_the_reprints_and_nothing_else(day: Day) -> None:
    found = {frozenset(day.named([copy["id"] for copy in item["articles"]])): item for item in day.copies}
    expected = {frozenset(item["articles"]): item for item in GOLD["copies"]}
    assert {files for files in found if len(files) > 1} == set(expected)
    for files, gold in expected.items():
        item = found[files]
        assert day.files[item["origin"]["article"]] == gold["fullest"]
        if gold["credit"]:
            assert item["origin"]["credit"] == gold["credit"]
        for copy in item["articles"]:
            assert copy["relation"] in gold["articles"][day.files[copy["id"]]]


def stories_of(day: Day, name: str) -> list[dict[str, Any]]:
    """The found stories that hold an article of a gold story."""
    files = set(GOLD["stories"][name]["articles"])
    return [story for story in day.stories if day.named(story["articles"]) & files]


def whole(day: Day, story: dict[str, Any]) -> set[str]:
    """The story's reports, without the few words about pages that the desk has not read."""
    return {name for name in day.named(story["articles"]) if not day.articles[name].teaser}


@pytest.mark.parametrize("name", list(GOLD["stories"]))
def test_story_holds_its_articles_and_no_other(day: Day, name: str) -> None:
    gold = GOLD["stories"][name]
    found = [whole(day, story) for story in stories_of(day, name)]
    if len(found) > 1 and "or_thread_of" in gold:
        assert sorted(map(sorted, found)) == sorted(map(sorted, gold["or_thread_of"]))
        assert len({story["thread"] for story in stories_of(day, name)} - {None}) == 1
        return
    assert found == [set(gold["articles"])]
    (story,) = stories_of(day, name)
    assert (story["first"], story["last"]) == (gold["first"], gold["last"])
    assert story["independent_sources"] == gold["independent_sources"]


@pytest.mark.parametrize("name", list(GOLD["stories"]))
def test_section_of_a_story_is_one_that_a_desk_would_print_it_in(day: Day, name: str) -> None:
    gold = GOLD["stories"][name]
    for story in stories_of(day, name):
        if "or_thread_of" not in gold:
            assert story["section"] in gold["section"]
            assert story["genre"] == "news"


@pytest.mark.parametrize("one, other", GOLD["apart"])
def test_two_accidents_of_one_kind_are_two_stories(day: Day, one: str, other: str) -> None:
    assert {story["id"] for story in stories_of(day, one)}.isdisjoint(story["id"] for story in stories_of(day, other))


def test_killed_reports_and_bare_advisories_are_in_no_story_and_no_ledger_record(day: Day) -> None:
    aside = set(GOLD["aside"]["articles"])
    assert [story["headline"] for story in day.stories if day.named(story["articles"]) & aside] == []
    assert [event["id"] for event in day.events if day.named(event["articles"]) & aside] == []


# -------------------------------------------------------------------------------------- feeds and newsletters


@pytest.mark.parametrize("feed", list(FEEDS))
def test_an_entry_is_a_report_or_a_teaser_and_never_hides_the_page(day: Day, feed: str) -> None:
    for number, item in enumerate(FEEDS[feed], start=1):
        article = day.articles[item["page"] or f"{feed}#{number}"]
        assert (article.headline, article.url) == (item["headline"], item["url"])
        assert article.teaser == (not item["full"] and item["page"] is None)
        assert str(article.day) == item["published"]


@pytest.mark.parametrize("letter", list(LETTERS))
def test_a_newsletter_is_a_lead_for_each_item_and_never_hides_the_page(day: Day, letter: str) -> None:
    gold = LETTERS[letter]
    for item in gold["items"]:
        article = day.articles[item["page"] or item["url"]]
        if item["page"]:
            assert (article.teaser, article.via) == (False, None)
        else:
            assert (article.headline, article.teaser, article.via) == (item["headline"], True, gold["via"])
    # What it says of a page that the desk has read is kept, and takes no part in any story.
    told = {article for story in day.stories for article in story["articles"]}
    assert {article.url for article in day.articles.values() if article.via and article.id in told} == {
        item["url"] for item in gold["items"] if not item["page"]
    }


@pytest.mark.parametrize("gold", GOLD["threads"])
def test_stories_of_one_person_on_the_road_are_one_thread(day: Day, gold: dict[str, Any]) -> None:
    tied = {story["thread"] for name in gold["stories"] for story in stories_of(day, name)}
    assert len(tied) == 1
    assert None not in tied
    (thread,) = [thread for thread in day.threads if thread["id"] in tied]
    assert gold["person"] in [person["name"] for person in thread["people"]]


def test_no_other_stories_are_tied(day: Day) -> None:
    together = {story["id"] for gold in GOLD["threads"] for name in gold["stories"] for story in stories_of(day, name)}
    assert [story["headline"] for story in day.stories if story["thread"] and story["id"] not in together] == []


# --------------------------------------------------------------------------------------------------- ledger


def ledger_key(event: dict[str, Any]) -> tuple[str, list[str], list[str], str | None]:
    return event["type"], event["principals"], sorted(event["destination"]), event["when"]


def test_ledger_merges_reports_of_one_event(day: Day) -> None:
    found = [{**event, "principals": sorted(person["name"] for person in event["principals"])} for event in day.events]
    expected = [{**event, "principals": sorted(event["principals"])} for event in GOLD["ledger"]]
    assert sorted(map(ledger_key, found), key=str) == sorted(map(ledger_key, expected), key=str)


@pytest.mark.parametrize("gold", GOLD["ledger"], ids=lambda gold: f"{gold['principals'][0]} {gold['when']}")
def test_ledger_record_says_what_the_latest_report_says_and_names_its_articles(day: Day, gold: dict[str, Any]) -> None:
    def names(event: dict[str, Any]) -> list[str]:
        return sorted(person["name"] for person in event["principals"])

    key = ledger_key({**gold, "principals": sorted(gold["principals"])})
    (event,) = [event for event in day.events if ledger_key({**event, "principals": names(event)}) == key]
    assert event["status"] in gold["status"]
    assert day.named(event["articles"]) == set(gold["articles"])
