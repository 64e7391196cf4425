"""What an agency kills, withdraws, corrects or writes through reaches all that a desk gives out, on the next update."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.pipeline.taken_back import FIRST, HEADLINE, NEXT, before_and_after

from wiredesk.publish import Redirect, SiteData, render
from wiredesk.publish.evidence import quotes_for
from wiredesk.types import Event, Story

GONE = pytest.mark.parametrize("kind", ["kill", "withdrawal"])
WORDS = ("Lamu", "trawlers", "old railway yard", "Brandt off to Nairobi")
"""Words of the report and of its reprint that no notice repeats."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """A desk on two evenings, and the ids that its report had on the first."""

    before: SiteData
    after: SiteData

    @property
    def story(self) -> Story:
        return next(story for story in self.before.stories.values() if story.headline == HEADLINE)

    @property
    def event(self) -> Event:
        (event,) = self.before.events.values()
        return event

    def shown(self, address: str, *, earlier: bool = False) -> str:
        """What stands at an address on the second evening, or on the first; nothing where nothing does."""
        data = self.before if earlier else self.after
        found = render(data, address)
        while isinstance(found, Redirect):
            found = render(data, found.path)
        return found.decode() if found else ""

    def record(self, address: str) -> Any:
        return json.loads(self.shown(address))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Told]:
    """The two evenings, by the kind of what the agency sent in between."""

    @cache
    def of(kind: str) -> Told:
        before, after = before_and_after(Path(tmp_path_factory.mktemp(kind)), kind)
        return Told(before=before, after=after)

    return of


@GONE
def test_a_report_that_is_taken_back_is_in_no_story(told: Callable[[str], Told], kind: str) -> None:
    desk = told(kind)
    assert len(desk.story.articles) == 2
    assert [story.headline for story in desk.after.stories.values()] == ["Ferry runs again"]
    (notice,) = desk.after.notices.values()
    assert (notice.kind, notice.by, notice.target in desk.story.articles) == (kind, "AP", True)


@GONE
def test_a_report_that_is_taken_back_leaves_the_ledger(told: Callable[[str], Told], kind: str) -> None:
    desk = told(kind)
    assert desk.event.when == "2026-03-14"
    assert not desk.after.events
    assert not desk.after.people
    assert not desk.shown("/events.jsonl")


@GONE
def test_the_page_of_a_story_that_is_taken_back_says_so_in_the_agencys_words_alone(
    told: Callable[[str], Told], kind: str
) -> None:
    desk = told(kind)
    address = f"/story/{desk.story.id}"
    assert all(word in desk.shown(address, earlier=True) for word in WORDS[:2])
    page = desk.shown(address)
    assert "forged" in page
    for shown in (page, desk.shown("/"), desk.shown(f"/{FIRST}"), desk.shown("/corrections"), desk.shown("/archive")):
        assert not any(word in shown for word in WORDS)
    assert "forged" in desk.shown(f"/{FIRST}")


@GONE
@pytest.mark.parametrize("feed", ["/feed.xml", "/feed.json"])
def test_feeds_tell_a_report_that_is_taken_back_no_more(told: Callable[[str], Told], kind: str, feed: str) -> None:
    desk = told(kind)
    assert "Lamu" in desk.shown(feed, earlier=True)
    assert desk.shown(feed)
    assert not any(word in desk.shown(feed) for word in WORDS)


@GONE
def test_the_calendar_has_no_event_that_is_taken_back(told: Callable[[str], Told], kind: str) -> None:
    desk = told(kind)
    assert "DTSTART;VALUE=DATE:20260314" in desk.shown("/calendar.ics", earlier=True)
    assert "BEGIN:VCALENDAR" in desk.shown("/calendar.ics")
    assert "BEGIN:VEVENT" not in desk.shown("/calendar.ics")


@GONE
def test_edition_json_withholds_a_report_that_is_taken_back_and_tells_the_notice(
    told: Callable[[str], Told], kind: str
) -> None:
    desk = told(kind)
    approved = desk.record(f"/{FIRST}/edition.json")
    entry = next(one for one in approved["entries"] if one["story"] == desk.story.id)
    assert (entry["headline"], entry["blurb"], entry["events"]) == (None, [], [])
    assert [notice["kind"] for notice in entry["notices"]] == [kind]
    today = desk.record("/edition.json")
    assert today["day"] == NEXT.isoformat()
    assert [notice["kind"] for notice in today["notices"]] == [kind]
    assert not any(word in desk.shown("/edition.json") for word in WORDS)


def test_a_corrected_report_speaks_for_its_story(told: Callable[[str], Told]) -> None:
    desk = told("correction")
    story = desk.after.stories[desk.story.id]
    assert len(story.articles) == 3
    assert "16 March" in story.summary[0].text
    assert not any("14 March" in sentence.text for sentence in story.summary)


def test_a_correction_moves_its_event_in_the_ledger_and_keeps_what_was_said_before(told: Callable[[str], Told]) -> None:
    desk = told("correction")
    (event,) = desk.after.events.values()
    assert event.id == desk.event.id
    assert (event.when, event.witnesses, event.support["when"]) == ("2026-03-16", 1, 1)
    assert [line.when for line in event.history] == ["2026-03-14", "2026-03-16"]
    (old,) = [claim for claim in event.otherwise if claim.field == "when"]
    assert (old.value, old.witnesses) == ("2026-03-14", 0)
    dated = [cited for cited in event.evidence if "14 March" in cited.quote and "when" in cited.fields]
    assert {cited.article for cited in dated} == set(old.articles)
    assert not any("14 March" in cited.quote for cited in quotes_for("when", event))
    assert any("16 March" in cited.quote and "when" in cited.fields for cited in event.evidence)


def test_the_story_page_shows_a_correction_in_the_agencys_words(told: Callable[[str], Told]) -> None:
    desk = told("correction")
    for address in (f"/story/{desk.story.id}", f"/{FIRST}", "/corrections"):
        assert "Corrects day of the visit" in desk.shown(address)
    assert "2026-03-16" in desk.shown(f"/event/{desk.event.id}")


@pytest.mark.parametrize("feed", ["/feed.xml", "/feed.json"])
def test_feeds_tell_a_correction(told: Callable[[str], Told], feed: str) -> None:
    desk = told("correction")
    assert "16 March" not in desk.shown(feed, earlier=True)
    assert "will visit Kenya on 16 March" in desk.shown(feed)
    assert "will visit Kenya on 14 March" not in desk.shown(feed)


def test_the_calendar_has_a_corrected_event_on_its_new_day_alone(told: Callable[[str], Told]) -> None:
    desk = told("correction")
    assert "DTSTART;VALUE=DATE:20260316" in desk.shown("/calendar.ics")
    assert desk.shown("/calendar.ics").count("BEGIN:VEVENT") == 1


def test_edition_json_tells_a_correction_at_the_entry_and_the_corrected_report_on_its_day(
    told: Callable[[str], Told],
) -> None:
    desk = told("correction")
    approved = desk.record(f"/{FIRST}/edition.json")
    entry = next(one for one in approved["entries"] if one["story"] == desk.story.id)
    assert "14 March" in entry["blurb"][0]["text"]  # what was approved is not changed in silence
    assert [notice["kind"] for notice in entry["notices"]] == ["correction"]
    today = desk.record("/edition.json")
    entry = next(one for one in today["entries"] if one["story"] == desk.story.id)
    assert "16 March" in entry["blurb"][0]["text"]
    assert [event["when"] for event in entry["events"]] == ["2026-03-16"]


def test_a_write_through_reaches_story_ledger_site_feeds_calendar_and_edition(told: Callable[[str], Told]) -> None:
    desk = told("update")
    assert len(desk.after.stories[desk.story.id].articles) == 3
    words = "(Adds word of the talks with the president, vote in Lamu)"
    assert [(notice.kind, notice.text) for notice in desk.after.notices.values()] == [("update", words)]
    assert sorted((event.type, event.when) for event in desk.after.events.values()) == [
        ("meeting", "2026-03-15"),
        ("visit", "2026-03-14"),
    ]
    for address in (f"/story/{desk.story.id}", "/feed.xml", "/feed.json", "/calendar.ics", "/edition.json"):
        assert "talks with President" in desk.shown(address).replace("\r\n ", "")
        assert "talks with President" not in desk.shown(address, earlier=True).replace("\r\n ", "")
    today = desk.record("/edition.json")
    entry = next(one for one in today["entries"] if one["story"] == desk.story.id)
    assert any("voted against the treaty" in sentence["text"] for sentence in entry["new"])
