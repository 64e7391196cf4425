"""The pages beside editions, stories and events; and whose words stand on each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from tests.publish.html_check import CheckedPage
from tests.publish.sample_site import DAY, MARROW, VISIT
from tests.publish.whole_site import ADVISORY, CORRECTED, CORRECTION, GONE, KILLED, PEOPLE, YESTERDAY, whole_site

from wiredesk import types
from wiredesk.publish import Redirect, SiteData, render
from wiredesk.publish.addresses import outlet_key, outlet_path, person_path, read_path, story_path
from wiredesk.publish.paths import page_paths
from wiredesk.publish.periods import periods
from wiredesk.publish.rules import EVENTS_PER_PAGE, WORD
from wiredesk.types import Annotations, Edition, Event


def page(data: SiteData, path: str, query: dict[str, str] | None = None) -> CheckedPage:
    found = render(data, path, query)
    assert isinstance(found, bytes), path
    return CheckedPage(found.decode())


def visit_path(data: SiteData) -> str:
    return story_path(data.stories[VISIT.story or ""])


# ------------------------------------------------------------------------------------------------ whose words


def test_every_word_of_a_report_stands_where_the_page_says(whole: SiteData) -> None:
    count = 0
    for path in [*page_paths(whole), "/search"]:
        for told in page(whole, path, {"q": "terms vote"}).told:
            if not told.kept:
                assert whole.articles[told.article].part(told.part)[told.start : told.end] == told.text, path
                count += 1
    assert count > 500


def test_only_words_of_a_report_that_changed_since_are_said_to_be_kept(whole: SiteData) -> None:
    assert not any(told.kept for path in page_paths(whole) for told in page(whole, path).told)
    first = whole.editions[DAY].entries[0].blurb[0].citation.article
    revised = replace(whole.articles[first], body=("Rewritten.", *whole.articles[first].body))
    data = replace(whole, articles={**whole.articles, first: revised})
    kept = [told for told in page(data, "/").told if told.kept]
    assert kept and {told.article for told in kept} == {first}


def test_what_is_no_report_s_word_is_a_label_or_says_that_it_is_the_desk_s(whole: SiteData) -> None:
    for path in page_paths(whole):
        for text in page(whole, path).loose:
            assert all(len(WORD.findall(label)) < 12 for label in text.split(" · ")), (path, text)


# ---------------------------------------------------------------------------------------- corrections and kills


def test_a_correction_stands_at_its_entry_on_its_story_and_in_the_list(whole: SiteData) -> None:
    for path in ("/", visit_path(whole), "/corrections"):
        text = page(whole, path).text
        assert "Corrected by NWA on 15 May 2031" in text, path
        assert "It lasts four days, not five. NWA, in" in text, path
    told = [one for one in page(whole, "/corrections").told if one.article == CORRECTED.id]
    assert [one.text for one in told] == [CORRECTION.text]
    corrections = page(whole, "/corrections")
    assert corrections.text.index("15 May 2031") < corrections.text.index("14 May 2031"), "newest first"
    assert "Editor’s note on 14 May 2031 · report of Oslo Kveldsavis An earlier edition" in corrections.text


def test_a_killed_entry_says_so_in_its_place_and_nothing_else(whole: SiteData) -> None:
    day = page(whole, f"/{YESTERDAY}")
    assert (
        "2 Disaster This report was withdrawn Since this edition was approved Withdrawn by NWA on 14 May 2031"
        in day.text
    )
    assert "No such parade took place. Valley Post, 14 May 2031" in day.text
    assert "It had been carried by Valley Post, City Ledger." in day.text
    assert f"./story/{GONE}" in day.links
    assert "The text below is the one that was approved. Corrected, updated or withdrawn since then: rank 2" in day.text


def test_no_word_of_a_killed_report_or_its_copies_is_on_any_page(whole: SiteData) -> None:
    for path in [*page_paths(whole), "/search"]:
        shown = page(whole, path, {"q": "elephants"})
        assert "elephants" not in shown.text.lower(), path
        assert KILLED.id not in {told.article for told in shown.told}, path
    assert "1 was withdrawn" in page(whole, outlet_path("Valley Post")).text


def test_the_page_of_a_story_that_was_killed_says_what_became_of_it(whole: SiteData) -> None:
    gone = page(whole, f"/story/{GONE}")
    assert "This story was withdrawn It stood at rank 2 of the edition of 13 May 2031" in gone.text
    assert [told.article for told in gone.told] == [ADVISORY.id]
    assert render(whole, f"/story/{GONE}-forty-elephants") == Redirect(path=f"/story/{GONE}")


# ------------------------------------------------------------------------------------------------------ editions


def test_a_returning_story_says_what_is_new_since_the_edition_that_told_it(whole: SiteData) -> None:
    text = page(whole, "/").text
    assert "New since the edition of 13 May 2031 The decision was read out in a nearly empty chamber" in text
    assert f"./{YESTERDAY}" in page(whole, "/").links


def test_a_draft_says_so_and_an_approved_edition_when_it_was_approved(whole: SiteData) -> None:
    assert "Draft: not yet approved by an editor" in page(whole, "/").text
    approved = page(whole, f"/{YESTERDAY}").text
    assert "Draft" not in approved
    assert "Approved by an editor, 13 May 2031, 06:30" in approved, "in the desk's own time, Europe/Oslo"


def test_an_approved_edition_keeps_the_countries_and_sources_that_it_was_approved_with(whole: SiteData) -> None:
    edition = whole.editions[YESTERDAY]
    first = edition.entries[0]
    told = types.Voice(name="The Ferry Wire", articles=(first.sources[0].article,), reason="its own report")
    kept = replace(first, countries=("LU",), voices=(told,))
    editions = {**whole.editions, YESTERDAY: replace(edition, entries=(kept, *edition.entries[1:]))}
    shown = page(replace(whole, editions=editions), f"/{YESTERDAY}").text
    assert "Luxembourg" in shown and "Told by The Ferry Wire" in shown
    older = page(whole, f"/{YESTERDAY}").text
    assert "Luxembourg" not in older and "Told by The Ferry Wire" not in older


def test_who_tells_a_story_is_said_in_words_and_outlets_of_one_owner_are_one_voice(whole: SiteData) -> None:
    text = page(whole, "/").text
    assert "Told by NWA (printed by 12 outlets), Oslo Kveldsavis, an outlet not known and 東都新報." in text
    owned = replace(whole, outlets={name: replace(one, owner="River Papers") for name, one in whole.outlets.items()})
    story = next(one for one in whole.stories.values() if one.headline and one.headline.startswith("Rain"))
    outlets = {whole.articles[key].outlet: owned.outlets["Valley Post"] for key in story.articles}
    chain = page(replace(owned, outlets={str(name): one for name, one in outlets.items()}), story_path(story)).text
    assert re.search(r"Told by River Papers \(.*: one owner\)", chain)


# ------------------------------------------------------------------------------------------------------- stories


def test_a_story_says_who_said_what_who_copied_whom_and_where_it_stood(whole: SiteData) -> None:
    shown = page(whole, visit_path(whole))
    assert "Who said what Teodora Marrow, Defense Minister, Norway “We will speak about ice" in shown.text
    assert "The same report, by NWA, in 11 more (credit stated by 12 of 12)" in shown.text
    assert "The Northern Courier reprint, 100 %" in shown.text and "excerpt, 74 %" in shown.text
    assert "7 more outlets with it" in shown.text
    assert "Rank 1 on 14 May 2031" in shown.text
    assert page(replace(whole, notes=None), visit_path(whole)).text.count("Who said what") == 0


def test_the_end_of_a_sentence_is_no_quotation(whole: SiteData) -> None:
    assert whole.notes

    def lowered(keys: Sequence[str]) -> Mapping[str, Annotations]:
        assert whole.notes
        return {
            key: replace(one, quotes=tuple(replace(quote, text=quote.text[3:]) for quote in one.quotes))
            for key, one in whole.notes(keys).items()
        }

    assert "Who said what" not in page(replace(whole, notes=lowered), visit_path(whole)).text


def test_the_days_of_a_story_are_drawn_and_told_to_those_who_do_not_see_it(whole: SiteData) -> None:
    found = render(whole, visit_path(whole))
    assert isinstance(found, bytes)
    drawn = re.findall(r"<svg[^>]*class=\"timeline\".*?</svg>", found.decode(), re.DOTALL)
    assert len(drawn) == 1
    root = ElementTree.fromstring(drawn[0])
    named = {one.get("id"): one for one in root.iter()}
    assert root.get("role") == "img"
    assert named[root.get("aria-labelledby")].text == "The days of this story"
    said = named[root.get("aria-describedby")].text or ""
    assert "14 May 2031: 3 reports: NWA, Oslo Kveldsavis, 東都新報, 11 copies of a report, Editor’s note" in said
    assert "15 May 2031: Corrected by NWA" in said
    assert "16 May 2031: Visit: Japan, announced" in said and "19 May 2031: an event ends" in said


def test_a_story_of_one_day_has_no_drawing(whole: SiteData) -> None:
    story = next(one for one in whole.stories.values() if one.headline == "Rain returns to the Murray basin")
    assert "<svg class" not in str(render(whole, story_path(story)))


def test_related_stories_give_their_reason(whole: SiteData) -> None:
    budget = next(one for one in whole.stories.values() if one.headline and one.headline.startswith("Parliament"))
    data = replace(whole, stories={**whole.stories, budget.id: replace(budget, people=(MARROW,))})
    text = page(data, visit_path(data)).text
    assert "Related Parliament in Lisbon passes a budget by one vote" in text
    assert "Teodora Marrow in both" in text.partition("Related")[2]


# -------------------------------------------------------------------- sections, people, countries, outlets, latest


def test_a_section_holds_its_stories_and_the_menu_only_sections_that_have_any(whole: SiteData) -> None:
    shown = page(whole, "/section/economy")
    assert "Economy, business and finance" in shown.text and "2 stories, newest first" in shown.text
    assert render(whole, "/section/religion") is None
    assert "../section/politics" in shown.links and "../section/religion" not in shown.links
    assert "../section/economy/feed.xml" in shown.links


def test_a_person_has_roles_with_days_and_evidence_events_and_stories(whole: SiteData) -> None:
    shown = page(whole, person_path(PEOPLE[0]))
    assert "14 May 2031 – 16 May 2031 Defense Minister" in shown.text
    assert "2027 – March 2029 Member of Parliament" in shown.text
    assert "Also printed as Marrow" in shown.text
    coming = "16–19 May 2031 announced · disputed by an editor Visit to Japan, Tokyo"
    assert f"To come From Wednesday, 14 May 2031 on {coming}" in shown.text
    assert "Norwegian defense minister to visit Japan" in shown.text
    assert shown.marks.count("Norwegian Defense Minister Teodora Marrow will visit Japan from May 16 to 19") == 4
    assert "Days not known Deputy Foreign Minister" in page(whole, person_path(PEOPLE[2])).text
    assert render(whole, f"/person/{PEOPLE[0].id}") == Redirect(path=person_path(PEOPLE[0]))


def test_names_lead_to_their_people_and_of_two_who_would_fit_to_neither(whole: SiteData) -> None:
    link = f"..{person_path(PEOPLE[0])}"
    assert link in page(whole, visit_path(whole)).links
    twin = replace(PEOPLE[0], id="ptwin")
    data = replace(whole, people={**whole.people, twin.id: twin})
    assert link not in page(data, visit_path(data)).links


def test_a_country_shows_what_is_to_come_its_people_outlets_and_stories(whole: SiteData) -> None:
    shown = page(whole, "/country/NO")
    for words in ("To come", "Events", "Stories", "People Teodora Marrow", "Outlets City Ledger"):
        assert words in shown.text
    assert render(whole, "/country/no") == Redirect(path="/country/NO")


def test_an_outlet_says_what_is_its_own_what_is_an_agency_s_and_who_owns_it(whole: SiteData) -> None:
    shown = page(whole, outlet_path("Valley Post"))
    assert "Owned by River Papers, as is City Ledger: one voice" in shown.text
    assert "of agencies: NWA 1" in shown.text
    assert "from NWA" in shown.text and "origin not known" in shown.text
    assert "its own" in page(whole, outlet_path("Oslo Kveldsavis")).text
    assert "東都新報" in page(whole, outlet_path("東都新報")).text


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Coast & Country", "coast-country"),
        ("The Captain's Log", "the-captains-log"),
        ("東都新報", "東都新報"),
        ("हिन्दी पत्र", "हिन्दी-पत्र"),
        ("İzmir Postası", "i̇zmir-postası"),
    ],
)
def test_outlets_stand_in_addresses_by_their_names(name: str, key: str) -> None:
    assert outlet_key(name) == key == outlet_key(key)
    address = read_path(outlet_path(name))
    assert address is not None and address.key == key


def test_names_that_no_file_system_would_take_get_an_id() -> None:
    for name in ("!!!", "x" * 300, "/../"):
        assert re.fullmatch(r"o[a-z2-7]{13}", outlet_key(name))
        assert outlet_key(outlet_key(name)) == outlet_key(name)


def test_the_latest_page_tells_day_by_day_what_came(whole: SiteData) -> None:
    text = page(whole, "/latest").text
    assert "Wednesday, 14 May 2031" in text
    assert "Norwegian defense minister to visit Japan" in text and "14 of 15 articles" in text
    assert text.index("14 May 2031") < text.index("14 April 2031")


# ------------------------------------------------------------------------------------------ events and calendar


def test_the_calendar_has_what_is_to_come_and_what_has_no_day_yet_at_its_end(whole: SiteData) -> None:
    text = page(whole, "/calendar").text
    assert "What is to come from Wednesday, 14 May 2031 on" in text and "3 events" in text
    assert text.index("12 May 2031 under way") < text.index("16–19 May 2031") < text.index("Day not known")
    assert "took place" not in text and text.count("cancelled") == 1, "in the key alone"
    later = page(replace(whole, today=DAY + timedelta(days=60)), "/calendar").text
    assert "16–19 May 2031" not in later and "1 event" in later


def _many(whole: SiteData, count: int) -> SiteData:
    days = [date(2029, 1, 1) + timedelta(days=5 * number) for number in range(count)]
    events: dict[str, Event] = {
        f"e{number}": replace(VISIT, id=f"e{number}", when=day.isoformat()) for number, day in enumerate(days)
    }
    undated = {"eundated": replace(VISIT, id="eundated", when=None)}
    return replace(whole, events={**events, **undated})


def test_a_long_list_of_events_is_parted_by_year_and_a_fuller_year_by_month(whole: SiteData) -> None:
    assert periods(whole) == ()
    data = _many(whole, EVENTS_PER_PAGE + 50)
    parts = periods(data)
    assert [one.key for one in parts] == ["2030", "2029", "undated"]
    assert sum(len(one.events) for one in parts) == len(data.events)
    assert "./events/2029" in page(data, "/events").links
    assert "Events, 2029" in page(data, "/events/2029").text
    assert "Events, Day not known" in page(data, "/events/undated").text
    assert render(data, "/events/1999") is None
    assert render(whole, "/events/2029") == Redirect(path="/events")
    full = {f"e{n}": replace(VISIT, id=f"e{n}", when=f"2030-{n % 12 + 1:02}") for n in range(EVENTS_PER_PAGE + 1)}
    months = [one.key for one in periods(replace(whole, events=full))]
    assert months == [f"2030-{month:02}" for month in range(12, 0, -1)]


# ------------------------------------------------------------------------------------- search, heads, the folder


def test_a_search_finds_stories_by_the_words_of_their_reports(whole: SiteData) -> None:
    found = page(whole, "/search", {"q": "  shipyard  Nagasaki "})
    assert "1 story holds these words." in found.text
    assert "Norwegian defense minister to visit Japan" in found.text
    assert 'value="shipyard Nagasaki"' in str(render(whole, "/search", {"q": "shipyard Nagasaki"}))
    assert "No report at the desk holds all these words" in page(whole, "/search", {"q": "zebra"}).text
    assert "./search" in page(whole, "/").links


def test_a_folder_has_no_search(whole: SiteData) -> None:
    folder = whole_site(served=False)
    assert "./search" not in page(folder, "/").links
    assert "/search" not in page_paths(folder)


def test_heads_tell_programs_what_a_page_is(tmp_path: object) -> None:
    data = whole_site("https://paper.example/news")
    found = str(render(data, visit_path(data)))
    assert '<meta property="og:type" content="article">' in found
    assert f'<meta property="og:url" content="https://paper.example/news{visit_path(data)}">' in found
    assert 'type="application/rss+xml" title="The Wiredesk: Marrow and the northern shipping lanes (RSS)"' in found
    assert '"@type":"CollectionPage"' in found
    assert '<meta name="robots" content="noindex">' in str(render(data, "/search"))
    assert "noindex" not in found


def test_an_edition_without_reasons_or_sources_has_a_page(whole: SiteData) -> None:
    entries = tuple(replace(one, reasons={}, sources=(), blurb=(), events=()) for one in whole.editions[DAY].entries)
    bare = replace(whole, editions={DAY: Edition(day=DAY, status="approved", title="T", entries=entries)})
    assert page(bare, "/").errors == []
    assert "Norwegian defense minister to visit Japan" in page(bare, "/").text
