"""A story that was taken back before an edition told it: feeds and pages had it, and say what became of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from tests.publish.html_check import CheckedPage
from tests.publish.sample_site import DAY
from tests.publish.whole_site import ADVISORY, GONE, KILL, KILLED, KILLED_COPY, YESTERDAY, whole_site

from wiredesk.kit.ids import mint
from wiredesk.publish import Redirect, SiteData, render
from wiredesk.publish.paths import page_paths
from wiredesk.publish.rules import FEED_NOTICE_DAYS
from wiredesk.types import Annotations


def beside(data: SiteData, path: str) -> list[dict[str, Any]]:
    made = render(data, path)
    assert isinstance(made, bytes)
    items: list[dict[str, Any]] = json.loads(made)["items"]
    return items


def never_told(section: str | None = "disaster") -> tuple[SiteData, str]:
    """A site whose killed story no edition told, and the id that the story had."""
    data = whole_site()
    yesterday = data.editions[YESTERDAY]
    entries = tuple(one for one in yesterday.entries if one.story != GONE)
    notes = {KILLED.id: Annotations(article=KILLED.id, section=section)}
    data = replace(
        data,
        editions={**data.editions, YESTERDAY: replace(yesterday, entries=entries)},
        notes=lambda keys: {key: notes[key] for key in keys if key in notes},
    )
    return data, mint("s", min((KILLED, KILLED_COPY), key=lambda one: one.order).id)


def test_a_story_that_was_killed_before_an_edition_told_it_leaves_a_notice_in_its_section_s_feed() -> None:
    data, story = never_told()
    for path in ("/section/disaster/feed.json", "/outlet/city-ledger/feed.json"):
        (item,) = (one for one in beside(data, path) if one["id"] == f"urn:wiredesk:story:{story}")
        assert item["title"] == "This report was withdrawn"
        assert item["summary"].endswith(f"14 May 2031: {KILL.text}") and "elephants" not in json.dumps(item)
        assert datetime.fromisoformat(item["date_modified"]) > datetime.fromisoformat(item["date_published"])
    assert not any(story in one["id"] for one in beside(data, "/section/politics/feed.json"))
    late = replace(data, today=DAY + timedelta(days=FEED_NOTICE_DAYS + 1))
    assert not any(story in one["id"] for one in beside(late, "/outlet/city-ledger/feed.json"))


def test_its_address_says_what_became_of_it() -> None:
    data, story = never_told()
    assert render(data, f"/story/{story}-bridge-collapses") == Redirect(path=f"/story/{story}")
    made = render(data, f"/story/{story}")
    assert isinstance(made, bytes)
    text = CheckedPage(made.decode()).text
    assert "This story was withdrawn It was told by no edition, and was carried by Valley Post, City Ledger." in text
    assert KILL.text in text and "elephants" not in text
    assert f"/story/{story}" in page_paths(data)


def test_a_kill_of_a_report_that_the_desk_never_had_is_no_story_of_its_own() -> None:
    data, _ = never_told()
    about_itself = replace(KILL, target=ADVISORY.id)
    assert not replace(data, notices={KILL.id: about_itself}).killed
    held = replace(ADVISORY, revision=2)  # the page held the report before it held the notice
    found = replace(data, notices={KILL.id: about_itself}, articles={**data.articles, ADVISORY.id: held}).killed
    assert list(found) == [mint("s", ADVISORY.id)]


def test_a_story_that_lives_on_without_the_killed_report_is_not_called_withdrawn() -> None:
    data, story = never_told()
    living = next(one for one in data.stories.values())
    kept = replace(living, articles=(*living.articles, KILLED_COPY.id))
    assert not replace(data, stories={**data.stories, living.id: kept}).killed
    assert render(replace(data, notices={}), f"/story/{story}") is None
