"""The page of a thread: its drawing, what is new in it, and the line of days that drawings share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from tests.publish.html_check import CheckedPage
from tests.publish.sample_site import DAY
from tests.publish.whole_site import YESTERDAY

from wiredesk.publish import News, SiteData, render
from wiredesk.publish.addresses import thread_path
from wiredesk.publish.axis import lay_out, time_between
from wiredesk.publish.rules import THREAD_STORIES_DRAWN, TIMELINE_GAP
from wiredesk.types import Published, Story, Tie

DAYS = [DAY - timedelta(days) for days in (400, 210, 208, 208, 31, 1, 0)]
REASONS = ("Norway in both", "“last month’s visit” names the visit of 16 October 2030", "Kenzo Ishiwata in both")


def affair(data: SiteData, days: Sequence[date | None]) -> SiteData:
    """The sample's thread with a story on each day, the first tied to the second, it to the fifth, it to the last."""
    (thread,) = data.threads.values()
    keys = [*thread.stories, *(key for key in sorted(data.stories) if key not in thread.stories)][: len(days)]
    stories = {
        key: replace(data.stories[key], first=day, last=day, thread=thread.id, independent_sources=number + 1)
        for number, (key, day) in enumerate(zip(keys, days, strict=True))
    }
    pairs = zip([(0, 1), (1, 4), (4, len(keys) - 1)], REASONS, strict=True)
    ties = tuple(Tie(stories=(keys[a], keys[b]), reason=reason) for (a, b), reason in pairs)
    made = replace(thread, stories=tuple(keys), ties=ties)
    return replace(data, threads={thread.id: made}, stories={**data.stories, **stories}, news=None)


def page(data: SiteData) -> str:
    (thread,) = data.threads.values()
    found = render(data, thread_path(thread))
    assert isinstance(found, bytes)
    return found.decode()


def drawings(html: str) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(one) for one in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]


def texts(drawing: ElementTree.Element, sort: str) -> list[str]:
    return ["".join(one.itertext()) for one in drawing.iter("text") if one.get("class") == sort]


def test_a_thread_is_drawn_for_wide_and_narrow_screens_with_its_sources_counted(whole: SiteData) -> None:
    wide, narrow = drawings(page(affair(whole, list(DAYS))))
    assert [one.get("class") for one in (wide, narrow)] == ["timeline thread wide", "timeline thread narrow"]
    for drawing in (wide, narrow):
        assert texts(drawing, "count") == ["1", "2", "3", "4", "5", "6", "7"]
        assert [one.text for one in drawing.findall(".//g/title")] == list(REASONS), "each arc has its reason"
    assert texts(wide, "day") == [
        "9 Apr 2030",
        "16 Oct 2030",
        "18 Oct 2030",
        "13 Apr 2031",
        "13 May 2031",
        "14 May 2031",
    ]
    assert texts(narrow, "date") == texts(wide, "day")
    assert texts(wide, "why")[0] == "Tied to 9 Apr 2030: Norway in both"


def test_the_reason_of_a_tie_is_never_clipped_on_a_phone(whole: SiteData) -> None:
    wide, narrow = drawings(page(affair(whole, list(DAYS))))
    for drawing in (wide, narrow):
        said = " ".join(texts(drawing, "why"))
        assert all(reason in said for reason in REASONS)
    lines = [line.text or "" for text in narrow.iter("text") if text.get("class") == "why" for line in text]
    assert len(lines) > len(texts(narrow, "why")) and max(map(len, lines)) <= 44, "as much as fits beside the line"


def test_months_left_out_are_said(whole: SiteData) -> None:
    html = page(affair(whole, list(DAYS)))
    for drawing in drawings(html):
        assert texts(drawing, "left-out") == ["6 months", "6 months", "4 weeks"]
        assert len([one for one in drawing.iter("line") if one.get("class") == "left-out"]) == 3
    assert "Where the line is dotted, time is left out." in CheckedPage(html).text
    close = page(affair(whole, [DAY - timedelta(days) for days in range(7, 0, -1)]))
    assert "left-out" not in re.sub(r"<style>.*?</style>", "", close, flags=re.DOTALL)
    assert "time is left out" not in close


def test_the_drawing_says_what_it_shows_to_those_who_do_not_see_it(whole: SiteData) -> None:
    html = page(affair(whole, list(DAYS)))
    for drawing in drawings(html):
        assert drawing.get("role") == "img"
        ids = {one.get("id"): one.text or "" for one in drawing if one.tag in {"title", "desc"}}
        said = ids[drawing.get("aria-describedby")]
        assert said.startswith("9 Apr 2030: a story with 1 independent source; 16 Oct 2030: a story with 2 independent")
    text = CheckedPage(html).text
    listed = text[text.index("How it went") :]
    assert all(reason in listed for reason in REASONS), "the list has every reason in full"


def test_a_story_without_a_day_stands_where_it_may_be_and_says_so(whole: SiteData) -> None:
    data = affair(whole, [*DAYS[:4], None, None])
    (thread,) = data.threads.values()
    bound = data.stories[thread.stories[4]]
    late = Published(not_before=DAYS[1] + timedelta(1))
    bounded = {key: replace(data.articles[key], published=late) for key in bound.articles}
    data = replace(data, articles={**data.articles, **bounded})
    wide, narrow = drawings(page(data))
    for drawing in (wide, narrow):
        notes = texts(drawing, "why")
        assert "Day not known, not before 17 Oct 2030"[: len(notes[1])] == notes[1], "between the days around it"
        assert notes.index("Day not known") > notes.index(notes[1]), "below all others"
        assert [one.get("class") for one in drawing.iter("circle")].count("story open") == 2
    assert texts(wide, "count") == ["1", "2", "3", "4"] and texts(wide, "count open") == ["5", "6"]
    assert "Day not known, not before 17 October 2030 · " in CheckedPage(page(data)).text
    assert "An open disc is a story whose day is not known." in CheckedPage(page(data)).text


def test_nothing_is_drawn_where_no_day_is_known(whole: SiteData) -> None:
    assert "<svg" not in page(affair(whole, [None] * 6))


def test_of_a_long_affair_the_latest_stories_are_drawn(whole: SiteData) -> None:
    (thread,) = whole.threads.values()
    model = whole.stories[thread.stories[0]]
    many = [replace(model, id=f"s{number:03}", first=DAY - timedelta(300 - number)) for number in range(100)]
    stories = {**whole.stories, **{one.id: one for one in many}}
    data = replace(whole, stories=stories, threads={thread.id: replace(thread, stories=tuple(one.id for one in many))})
    html = page(data)
    assert len(texts(drawings(html)[0], "count")) == THREAD_STORIES_DRAWN
    assert f"Drawn are the latest {THREAD_STORIES_DRAWN} stories." in CheckedPage(html).text
    assert "100 stories, earliest first" in CheckedPage(html).text
    assert "The 75 before" in CheckedPage(html).text
    assert len(html.encode()) < 100_000


def test_a_thread_of_one_story_is_not_drawn(whole: SiteData) -> None:
    (thread,) = whole.threads.values()
    alone = replace(thread, stories=thread.stories[:1], ties=())
    assert "<svg" not in page(replace(whole, threads={thread.id: alone}))


def test_a_thread_opens_with_what_is_new_in_its_stories(whole: SiteData) -> None:
    shown = CheckedPage(page(whole))
    assert "New in this affair Norwegian defense minister to visit Japan" in shown.text
    assert "Since the edition of 13 May 2031 The trip had been put off twice. [Oslo Kveldsavis]" in shown.text
    assert "1 story of this thread began on 14 May 2031: Norwegian defense minister" in shown.text

    def since_yesterday(story: Story) -> News | None:
        return (
            News(since=YESTERDAY - timedelta(1), edition=False, sentences=story.summary[:1]) if story.summary else None
        )

    assert "Since 12 May 2031 TOKYO (NWA)" in CheckedPage(page(replace(whole, news=since_yesterday))).text
    assert "New in this affair" not in CheckedPage(page(replace(whole, news=None))).text


@pytest.mark.parametrize(
    ("days", "words"),
    [(10, "10 days"), (14, "2 weeks"), (69, "10 weeks"), (70, "2 months"), (800, "26 months"), (1200, "3 years")],
)
def test_a_gap_is_told_in_the_unit_in_which_people_count(days: int, words: str) -> None:
    assert time_between(days) == words


def test_the_line_keeps_time_up_to_a_widest_gap() -> None:
    days = [DAY, DAY + timedelta(1), DAY + timedelta(3), DAY + timedelta(3000)]
    tops, bottom = lay_out(days, [20] * 4)
    gaps = [after - before - 20 for before, after in pairwise(tops)]
    assert gaps[1] == 2 * gaps[0] and gaps[2] == TIMELINE_GAP
    assert bottom > tops[-1] + 20
