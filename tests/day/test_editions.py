"""The sample's three editions, and what became of their reports, held to `sample/gold.json`."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from wiredesk.types import Article

if TYPE_CHECKING:
    from tests.day.conftest import Day

SAMPLE = Path(__file__).parents[2] / "sample"
GOLD: dict[str, Any] = json.loads((SAMPLE / "gold.json").read_text(encoding="utf-8"))
EDITIONS: dict[str, dict[str, Any]] = GOLD["editions"]
LAST = max(EDITIONS)
each_edition = pytest.mark.parametrize("on", list(EDITIONS))


def entry_files(day: Day, entry: dict[str, Any]) -> set[str]:
    return day.named([source["article"] for source in entry["sources"]])


def entries_of(day: Day, on: str, story: str) -> list[dict[str, Any]]:
    """The entries of a day's edition that print a report of a gold story."""
    files = set(GOLD["stories"][story]["articles"])
    return [entry for entry in day.editions[on]["entries"] if entry_files(day, entry) & files]


# -------------------------------------------------------------------------------------------------- notices


def test_notices_are_the_agencies_words_about_the_right_reports(day: Day) -> None:
    assert sorted(notice["kind"] for notice in day.notices) == sorted(gold["kind"] for gold in GOLD["notices"])
    for gold in GOLD["notices"]:
        (found,) = [notice for notice in day.notices if notice["kind"] == gold["kind"]]
        assert (found["by"], found["day"], day.files[found["target"]]) == (gold["by"], gold["day"], gold["target"])
        assert gold["words"] in found["text"]
        citation = found["citation"]
        assert day.files[citation["article"]] in gold["told_by"]
        article: Article = day.articles[day.files[citation["article"]]]
        assert article.part(citation["part"])[citation["start"] : citation["end"]] == citation["quote"]


def test_last_edition_tells_of_what_was_corrected_and_killed(day: Day) -> None:
    found = sorted(notice["kind"] for notice in day.editions[LAST]["notices"])
    assert found == sorted(EDITIONS[LAST]["notices"])


def test_a_killed_report_is_withheld_from_the_approved_edition_that_listed_it(day: Day) -> None:
    for on, gold in EDITIONS.items():
        killed = set(gold.get("killed_since", ()))
        if not killed:
            continue
        (before,) = [entry for entry in day.editions[on]["entries"] if entry_files(day, entry) & killed]
        (after,) = [entry for entry in day.kept[on]["entries"] if entry["rank"] == before["rank"]]
        assert before["headline"]
        assert before["blurb"]
        assert (after["headline"], after["blurb"]) == (None, [])
        assert [notice["kind"] for notice in after["notices"]] == ["kill"]


# ------------------------------------------------------------------------------------------------- editions


@each_edition
def test_edition_has_ten_different_stories(day: Day, on: str) -> None:
    edition = day.editions[on]
    assert edition["day"] == on
    assert [entry["rank"] for entry in edition["entries"]] == list(range(1, EDITIONS[on]["entries"] + 1))
    assert len({entry["story"] for entry in edition["entries"]}) == EDITIONS[on]["entries"]


@pytest.mark.parametrize(("on", "story"), [(on, story) for on in EDITIONS for story in EDITIONS[on]["told"]])
def test_edition_tells_what_no_editor_would_leave_out(day: Day, on: str, story: str) -> None:
    assert len(entries_of(day, on, story)) >= 1


@each_edition
def test_edition_leaves_out_what_has_no_day_and_what_has_nothing_new(day: Day, on: str) -> None:
    for story in EDITIONS[on]["not_told"]:
        told_before = any(entries_of(day, earlier, story) for earlier in EDITIONS if earlier < on)
        undated = GOLD["stories"][story]["first"] is None
        if told_before or undated:
            assert entries_of(day, on, story) == [], story


def test_no_story_returns_with_copies_alone(day: Day) -> None:
    stories = GOLD["only_reprints"]["stories"]
    told = [story for story in stories if any(entries_of(day, on, story) for on in EDITIONS if on < LAST)]
    assert len(told) >= 3
    assert [story for story in told if entries_of(day, LAST, story)] == []


@pytest.mark.parametrize(("on", "story"), [(on, story) for on in EDITIONS for story in EDITIONS[on]["new"]])
def test_a_story_that_returns_says_what_is_new_in_a_source_s_words(day: Day, on: str, story: str) -> None:
    before = [earlier for earlier in EDITIONS if earlier < on and entries_of(day, earlier, story)]
    returning = [entry for entry in entries_of(day, on, story) if entry["since"]]
    if not before or (not returning and story not in EDITIONS[on]["told"]):
        return  # told for the first time, or outranked
    (entry,) = returning
    assert entry["since"] == max(before)
    new = " ".join(sentence["text"] for sentence in entry["new"])
    assert [phrase for phrase in EDITIONS[on]["new"][story] if phrase in new], new
    for sentence in entry["new"]:
        citation = sentence["citation"]
        article: Article = day.articles[day.files[citation["article"]]]
        assert article.part(citation["part"])[citation["start"] : citation["end"]] == sentence["text"]


@each_edition
def test_whatever_returns_has_something_new(day: Day, on: str) -> None:
    earlier = {entry["story"] for before in EDITIONS if before < on for entry in day.editions[before]["entries"]}
    for entry in day.editions[on]["entries"]:
        assert (entry["since"] is not None) == bool(entry["new"])
        if entry["story"] in earlier:
            assert entry["new"], entry["headline"]


@each_edition
def test_two_accidents_of_one_kind_are_never_one_entry(day: Day, on: str) -> None:
    for one, other in GOLD["apart"]:
        ranks = {entry["rank"] for entry in entries_of(day, on, one)}
        assert ranks.isdisjoint(entry["rank"] for entry in entries_of(day, on, other))


@each_edition
def test_reasons_add_up_to_the_score_and_ranks_fall(day: Day, on: str) -> None:
    entries = day.editions[on]["entries"]
    for entry in entries:
        assert sum(reason["share"] for reason in entry["reasons"].values()) == pytest.approx(entry["score"], abs=0.01)
    assert all(before["score"] >= after["score"] for before, after in pairwise(entries))


@each_edition
def test_blurbs_are_sentences_of_the_sources(day: Day, on: str) -> None:
    for entry in day.editions[on]["entries"]:
        assert entry["blurb"], entry["headline"]
        for sentence in entry["blurb"]:
            citation = sentence["citation"]
            article: Article = day.articles[day.files[citation["article"]]]
            span = article.part(citation["part"])[citation["start"] : citation["end"]]
            assert span == citation["quote"] == sentence["text"]


def test_edition_tells_what_came_before(day: Day) -> None:
    for later, earlier in GOLD["earlier"].items():
        (entry, *_) = entries_of(day, LAST, later)
        told = {item["story"] for item in entry["earlier"]}
        for name in earlier:
            files = set(GOLD["stories"][name]["articles"])
            assert {story["id"] for story in day.stories if day.named(story["articles"]) & files} <= told
