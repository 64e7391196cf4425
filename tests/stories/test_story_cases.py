import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import CASES as ALL
from tests.reading import as_article

from wiredesk.annotate import annotate
from wiredesk.copies import find_copies
from wiredesk.events import find_events
from wiredesk.ledger import merge
from wiredesk.stories import StoryIndex, describe, group, tie
from wiredesk.types import Annotations, Article, Person, PersonMention, Published, Story, Thread

CASES = ALL / "stories"
FOLDERS = sorted(CASES.iterdir())


def read_case(case: Path) -> tuple[list[Article], dict[str, Annotations], dict[str, str]]:
    """Articles, annotations with the people that the case tells (so that only grouping is tested), owners."""
    record = json.loads((case / "input.json").read_text("utf-8"))
    articles = [as_article(one) for one in record["articles"]]
    told = record.get("people", [])
    annotations = {one.id: replace(annotate(one), people=people_in(one, told)) for one in articles}
    return articles, annotations, record.get("owners", {})


def people_in(article: Article, told: list[dict[str, Any]]) -> tuple[PersonMention, ...]:
    found = []
    for part in article.parts():
        for person in told:
            forms = "|".join(re.escape(form) for form in sorted(person["forms"], key=len, reverse=True))
            who = Person(name=person["name"], role=person["role"], country=person["country"])
            for match in re.finditer(forms, article.part(part)):
                start, end = match.span()
                found.append(PersonMention(part=part, start=start, end=end, text=match.group(), person=who))
    return tuple(found)


def grouped(case: Path) -> tuple[list[Story], list[Thread]]:
    articles, annotations, owners = read_case(case)
    copies = find_copies(articles)
    stories = group(articles, annotations, copies, owners)
    told = [(one.id, event) for one in articles for event in find_events(one, annotations[one.id])]
    events = merge(told, {one.id: one for one in articles}, copies, stories)
    return stories, tie(stories, articles, annotations, events=events)


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: folder.name)
def test_stories_and_threads_are_those_of_the_case(case: Path) -> None:
    stories, threads = grouped(case)
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    assert sorted((sorted(one.articles), one.independent_sources) for one in stories) == sorted(
        (sorted(one["articles"]), one["independent_sources"]) for one in expected["stories"]
    )
    members = {one.id: sorted(one.articles) for one in stories}
    assert [[members[id_] for id_ in thread.stories] for thread in threads] == [
        thread["stories"] for thread in expected["threads"]
    ]
    assert [[one.reason for one in thread.ties] for thread in threads] == [
        thread["reasons"] for thread in expected["threads"]
    ]


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: folder.name)
def test_summaries_are_source_sentences_that_resolve(case: Path) -> None:
    articles, annotations, owners = read_case(case)
    by_id = {one.id: one for one in articles}
    for story in group(articles, annotations, find_copies(articles), owners):
        assert 1 <= len(story.summary) <= 3
        for sentence in story.summary:
            cited = sentence.citation
            text = by_id[cited.article].part(cited.part)
            assert cited.article in story.articles
            assert cited.part == "body"
            assert text[cited.start : cited.end] == cited.quote == sentence.text
            assert text[: cited.start].endswith(cited.prefix)
            assert text[cited.end :].startswith(cited.suffix)


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: folder.name)
def test_stream_in_order_of_days_finds_the_same_stories(case: Path) -> None:
    articles, annotations, owners = read_case(case)
    copies = {copy.id: one for one in find_copies(articles) for copy in one.articles}
    index = StoryIndex(owners=owners)
    ordered = sorted(articles, key=lambda one: (one.day or date.max, one.id))
    for article in ordered:
        assert article.id in index.add(article, annotations[article.id], copies[article.id]).articles
    streamed = {index.story_of(one.id).articles for one in ordered}
    assert streamed == {story.articles for story in grouped(case)[0]}


EVERYTHING = [
    (replace(article, id=f"{case.name}/{article.id}"), read)
    for case in FOLDERS
    if case.name in {"twin-fires-in-two-towns", "affair-that-returns", "outlets-of-one-owner-are-one-voice"}
    for read in [read_case(case)]
    for article in read[0]
]
ANNOTATIONS = {
    article.id: replace(read[1][article.id.split("/")[1]], article=article.id) for article, read in EVERYTHING
}


@settings(max_examples=15, deadline=None)
@given(st.permutations([article for article, _ in EVERYTHING]))
def test_order_of_input_changes_nothing(articles: list[Article]) -> None:
    stories = group(articles, ANNOTATIONS, find_copies(articles))
    ordered = [article for article, _ in EVERYTHING]
    assert stories == group(ordered, ANNOTATIONS, find_copies(ordered))
    assert tie(stories, articles, ANNOTATIONS) == tie(stories[::-1], ordered, ANNOTATIONS)


def test_editor_groups_are_described_as_given() -> None:
    articles, annotations, _ = read_case(CASES / "twin-fires-in-two-towns")
    (merged,) = describe([[article.id for article in articles]], articles, annotations, find_copies(articles))
    assert set(merged.articles) == {article.id for article in articles}
    assert merged.independent_sources == 3
    assert (merged.first, merged.last) == (date(2024, 3, 11), date(2024, 3, 12))


def test_story_takes_headline_days_countries_and_people_from_its_reports() -> None:
    stories, _ = grouped(CASES / "affair-that-returns")
    april = stories[0]
    assert april.headline == "Romanian defense minister to visit Norway"
    assert april.first == april.last == date(2023, 4, 14)
    assert {"RO", "NO"} <= set(april.countries)
    assert april.people[0] == Person(name="Aurel Dragomirescu", role="Defense Minister", country="RO")


def test_story_of_one_article_has_the_id_of_that_article_in_any_run() -> None:
    articles, annotations, _ = read_case(CASES / "affair-that-returns")
    alone = group(articles[:1], annotations)
    assert [story.id for story in alone] == [grouped(CASES / "affair-that-returns")[0][0].id]


def test_article_without_headline_or_text_is_a_story_of_its_own() -> None:
    articles, annotations, _ = read_case(CASES / "twin-fires-in-two-towns")
    bare = Article(id="bare")
    stories = group([*articles, bare], {**annotations, "bare": annotate(bare)})
    (found,) = [story for story in stories if "bare" in story.articles]
    assert found.articles == ("bare",)
    assert found.headline is None
    assert found.summary == ()


def test_annotations_are_made_when_missing() -> None:
    articles, _, _ = read_case(CASES / "twin-fires-in-two-towns")
    assert len(group(articles)) == 2


def test_headline_is_that_of_the_report_whose_opening_the_others_share() -> None:
    def told(id_: str, headline: str, opening: str) -> Article:
        return Article(
            id=id_, outlet=id_, headline=headline, body=(opening,), published=Published(value=date(2031, 5, 2))
        )

    known = [
        told("a-column", "What the sea means to me", "Salt and gulls fill my mornings; then the dam at Orla broke."),
        told("b-news", "Dam at Orla breaks, village flooded", "A dam at Orla broke on Friday and flooded a village."),
        told("c-news", "Village flooded as Orla dam breaks", "The dam at Orla broke on Friday, flooding a village."),
    ]
    (story,) = describe([[one.id for one in known]], known, {})
    assert story.headline == "Dam at Orla breaks, village flooded"
