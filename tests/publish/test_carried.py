"""Who carries a story: independent sources with their reasons, copies with what they changed, why reports belong."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.publish.html_check import CheckedPage
from tests.publish.sample_site import DAY, JAPANESE, OWN, VISIT, WIRE, article, copy_set
from tests.publish.whole_site import CORRECTION, GONE, KILL, KILLED, OUTLETS, VOICES, YESTERDAY

from wiredesk.copies import differences
from wiredesk.publish import News, SiteData, render
from wiredesk.publish.addresses import story_path, thread_path
from wiredesk.publish.comparison import comparison_html
from wiredesk.publish.differing import Allowance, Change, changes
from wiredesk.publish.rules import WORD
from wiredesk.types import Article, Edition, Story, Voice

ORIGIN = article(
    "origin", "Harbour Gazette", "Ferry runs aground off Torvik",
    "A ferry with 112 people on board ran aground off Torvik on Monday, the coast guard said.",
    "Nobody was hurt, and the first passengers were ashore before dark.",
    "The master had taken the ship out in fog against the advice of the harbour office, two officials said.",
    "The line has run since 1931 and carries 40,000 people a year between the islands of the sound.",
)  # fmt: skip
LOCAL = article(
    "local", "Valley Post", "Ferry aground",
    ORIGIN.body[0].replace("112", "121"),
    ORIGIN.body[1],
    "Three families from the valley were among the passengers, the mayor told this newspaper on Monday night.",
    ORIGIN.body[2],
)  # fmt: skip


def told(data: SiteData, story: str) -> CheckedPage:
    found = render(data, story_path(data.stories[story]))
    assert isinstance(found, bytes)
    return CheckedPage(found.decode())


def in_marks(one: Change) -> str:
    """A change as wdiff writes it."""
    marks = {"same": "{}", "cut": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(marks[piece.kind].format(piece.words.text if piece.words else "…") for piece in one.pieces)


# ------------------------------------------------------------------------------------------------ what copies changed


def test_a_change_names_its_place_its_length_and_the_words_of_each_side() -> None:
    made = changes(differences(ORIGIN, LOCAL), ORIGIN, LOCAL)
    assert [(one.kind, one.place, one.size) for one in made] == [
        ("changed", "in the headline", 2),
        ("changed", "paragraph 1", 17),
        ("added", "paragraph 3", 17),
        ("cut", "paragraph 4", 18),
    ]
    assert in_marks(made[0]) == "[-Ferry runs aground off Torvik-] {+Ferry aground+}"
    assert in_marks(made[1]) == (
        "A ferry with [-112-] {+121+} people on board ran aground off Torvik on Monday, the coast guard said."
    )


def test_unchanged_words_far_from_a_change_are_left_out_of_an_excerpt() -> None:
    changed = changes(differences(ORIGIN, LOCAL), ORIGIN, LOCAL, Allowance(60))[1]
    assert in_marks(changed) == "A ferry with [-112-] {+121+} people on board ran aground …"


def test_words_of_a_change_stand_where_it_says() -> None:
    texts = {ORIGIN.id: ORIGIN, LOCAL.id: LOCAL}
    for words in [piece.words for one in changes(differences(ORIGIN, LOCAL), ORIGIN, LOCAL) for piece in one.pieces]:
        assert words and texts[words.article].part(words.part)[words.start : words.end] == words.text


@pytest.mark.parametrize("cap", [0, 1, 3, 20, 60])
def test_all_that_is_shown_of_one_article_stays_within_the_cap(cap: int) -> None:
    allowance = Allowance(cap)
    copies = [LOCAL, replace(LOCAL, id="a2", body=LOCAL.body[:1]), replace(LOCAL, id="a3", body=LOCAL.body[2:])]
    shown: dict[str, set[tuple[str, int]]] = {}
    for copy in copies:
        for one in changes(differences(ORIGIN, copy), ORIGIN, copy, allowance):
            assert one.size > 0, "what is left out still says how long it is"
            for words in [piece.words for piece in one.pieces if piece.words]:
                places = ((words.part, words.start + found.start()) for found in WORD.finditer(words.text))
                shown.setdefault(words.article, set()).update(places)
    assert all(len(places) <= cap for places in shown.values())
    assert bool(shown) == (cap > 0)


def test_where_room_is_short_what_one_denies_of_the_other_comes_first() -> None:
    made = changes(differences(ORIGIN, LOCAL), ORIGIN, LOCAL, Allowance(6))
    assert in_marks(made[0]) == "[-Ferry runs aground off Torvik-] {+Ferry aground+}"
    assert in_marks(made[-1]) == "[-…-]"


def test_a_copy_shows_what_it_changed_and_names_it_for_ears(whole: SiteData) -> None:
    short = replace(WIRE[4], body=(WIRE[4].body[0].replace("16 to 19", "16 to 20"), *WIRE[4].body[1:3]))
    page = told(replace(whole, articles={**whole.articles, short.id: short}), VISIT.story or "")
    assert "1 passage changed" in page.text
    assert (
        "Changed paragraph 1, 30 words … Japan from May 16 to was: 19 now: 20 for talks on shipping lanes …"
        in page.text
    )
    assert {"del", "ins"} <= set(page.tags)


def test_a_copy_word_for_word_says_so(whole: SiteData) -> None:
    assert "Lakeside Observer excerpt, 74 % · 14 May 2031 · read it there" in told(whole, VISIT.story or "").text
    assert "Word for word" in told(whole, VISIT.story or "").text


def test_copies_whose_origin_stands_in_another_story_are_not_compared_with_each_other(whole: SiteData) -> None:
    visit = whole.stories[VISIT.story or ""]
    moved = replace(visit, articles=tuple(key for key in visit.articles if key != WIRE[0].id), summary=())
    page = told(replace(whole, stories={**whole.stories, visit.id: moved}), visit.id)
    assert "with how much of its text each carries:" in page.text
    assert "Word for word" not in page.text and "del" not in page.tags and page.errors == []


def test_without_a_comparison_copies_stand_without(whole: SiteData) -> None:
    page = told(replace(whole, differences=None), VISIT.story or "")
    assert "with how much of its text each carries:" in page.text
    assert "Word for word" not in page.text and "del" not in page.tags


# ------------------------------------------------------------------------------------------------ independent sources


def test_each_independent_source_has_its_reason_and_its_copies_below_it(whole: SiteData) -> None:
    text = told(whole, VISIT.story or "").text
    heads = [
        "NWA One report of NWA, carried by 12 outlets",
        "Oslo Kveldsavis Its own report",
        "東都新報 Its own report",
    ]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    assert places[0] < text.index("The same report, by NWA, in 11 more") < places[1]
    assert "with words of its own on 14 May 2031" in text, "days of a reason are spelled"
    assert "Not counted" not in text


def test_what_is_not_counted_stands_last_and_a_source_within_another_s_report_is_named(whole: SiteData) -> None:
    visit = whole.stories[VISIT.story or ""]
    quoting = replace(VOICES[3], articles=(*VOICES[3].articles, WIRE[1].id))
    voices = replace(visit, voices=(VOICES[0], VOICES[1], quoting))
    page = told(replace(whole, stories={**whole.stories, visit.id: voices}), visit.id)
    last = page.text[page.text.index("東都新報 Its own") :]
    assert "Also in The Northern Courier, beside another source’s report" in last
    assert "Not counted as sources of their own an outlet not known" in last
    assert page.errors == []


def test_outlets_of_one_owner_are_named_as_the_story_counts_them(whole: SiteData) -> None:
    visit = whole.stories[VISIT.story or ""]
    chain = Voice(name="River Papers", articles=(OWN.id, JAPANESE.id), reason="outlets of one owner")
    owned = {str(one.outlet): replace(OUTLETS["Valley Post"], outlet=one.outlet) for one in (OWN, JAPANESE)}
    story = replace(visit, voices=(VOICES[0], chain), independent_sources=2)
    data = replace(whole, stories={**whole.stories, visit.id: story}, outlets=owned)
    wanted = "by NWA (printed by 12 outlets) and River Papers (Oslo Kveldsavis, 東都新報: one owner)."
    assert wanted in told(data, visit.id).text
    front = render(data, "/")
    assert isinstance(front, bytes) and wanted in CheckedPage(front.decode()).text


def test_a_story_that_names_no_sources_shows_its_reports_without_reasons(whole: SiteData) -> None:
    visit = replace(whole.stories[VISIT.story or ""], voices=(), why=())
    page = told(replace(whole, stories={**whole.stories, visit.id: visit}), visit.id)
    assert (
        "Told independently by NWA (printed by 12 outlets), Oslo Kveldsavis, an outlet not known and 東都新報."
        in page.text
        in page.text
    )
    assert "Not counted" not in page.text and "one story" not in page.text
    assert page.errors == []


# --------------------------------------------------------------------------------------------------------------- why


def test_a_story_says_why_each_report_is_in_it(whole: SiteData) -> None:
    page = told(whole, VISIT.story or "")
    assert "Why these reports are one story Article by article (15) Harbour Gazette The report that the" in page.text
    assert "Like the others in what weighs most · likeness 0.42 · beside Harbour Gazette" in page.text
    assert "Shared: Marrow, Tokyo, Friday" in page.text, "and not what the report does not have as a word: Tok"
    assert {(one.part, one.text) for one in page.told} >= {
        ("headline", "Marrow"),
        ("headline", "Tokyo"),
        ("body", "Friday"),
    }
    assert "An editor put it here" in page.text
    assert f"#source-{OWN.id}" in page.links


def test_the_record_beside_a_story_holds_sources_and_reasons_within_the_cap(whole: SiteData) -> None:
    story = whole.stories[VISIT.story or ""]
    made = render(replace(whole, excerpt_words=5), f"{story_path(story)}/story.json")
    assert isinstance(made, bytes)
    record = json.loads(made)
    assert [one["name"] for one in record["voices"]] == [one.name for one in story.voices]
    assert [one["article"] for one in record["why"]] == [one.article for one in story.why]
    assert all(len(one["text"].split()) <= 5 for one in record["summary"])
    assert "./" + f"{story_path(story)}/story.json".rpartition("/story/")[2] in {
        link.replace("../story/", "./") for link in told(whole, story.id).links
    }
    assert render(whole, "/story/snone/story.json") is None


def test_the_record_beside_a_thread_holds_its_ties(whole: SiteData) -> None:
    thread = next(iter(whole.threads.values()))
    made = render(whole, f"{thread_path(thread)}/thread.json")
    assert isinstance(made, bytes)
    assert json.loads(made)["ties"][0]["reason"] == thread.ties[0].reason
    assert render(whole, "/thread/tnone/thread.json") is None


# ------------------------------------------------------------------------------------------------ new, and corrected


def test_a_story_opens_with_what_is_new_since_readers_heard_of_it(whole: SiteData) -> None:
    page = told(whole, VISIT.story or "")
    assert "New since the edition of 13 May 2031 The trip had been put off twice. [Oslo Kveldsavis]" in page.text
    assert f"../{YESTERDAY}" in page.links
    assert page.text.count("The trip had been put off twice. [Oslo Kveldsavis]") == 1, "what is new is not told again"

    def since_yesterday(story: Story) -> News:
        return News(since=YESTERDAY, edition=False, sentences=story.summary[:1])

    data = replace(whole, news=since_yesterday, editions={DAY: whole.editions[DAY]})
    assert "New since 13 May 2031 TOKYO (NWA)" in told(data, VISIT.story or "").text


def test_copies_printed_before_a_correction_are_marked_and_the_corrected_version_is_not(whole: SiteData) -> None:
    marked = told(whole, VISIT.story or "").text.count("Printed before the correction of 15 May 2031")
    assert marked == len(WIRE)
    copies = next(iter(one for one in whole.copies.values() if one.origin.article == WIRE[0].id))
    mended = [replace(one, relation="correction") if one.id == WIRE[2].id else one for one in copies.articles]
    late = replace(WIRE[3], published=replace(WIRE[3].published, value=CORRECTION.day.replace(day=16)))
    data = replace(
        whole,
        copies={**whole.copies, copies.id: replace(copies, articles=tuple(mended))},
        articles={**whole.articles, late.id: late},
    )
    text = told(data, VISIT.story or "").text
    assert text.count("Printed before the correction of 15 May 2031") == len(WIRE) - 2


def test_words_of_a_corrected_report_say_so(whole: SiteData) -> None:
    said = "from a report corrected on 15 May 2031"
    page = told(whole, VISIT.story or "")
    assert said in page.text
    headline, notice = page.text.index(str(WIRE[0].headline)), page.text.index("Corrected by")
    assert headline < notice < page.text.index(said) and "15 reports" not in page.text[headline:notice]
    copies = next(iter(one for one in whole.copies.values() if one.origin.article == WIRE[0].id))
    mended = tuple(replace(one, relation="correction") if one.id == WIRE[0].id else one for one in copies.articles)
    data = replace(whole, copies={**whole.copies, copies.id: replace(copies, articles=mended)})
    assert said not in told(data, VISIT.story or "").text
    assert said not in told(replace(whole, notices={}), VISIT.story or "").text


def test_the_list_of_corrections_counts_copies_and_leads_to_what_became_of_a_killed_story(whole: SiteData) -> None:
    found = render(whole, "/corrections")
    assert isinstance(found, bytes)
    page = CheckedPage(found.decode())
    assert "report of Harbour Gazette and 11 copies of it" in page.text
    assert "report of Valley Post and 1 copy of it" in page.text
    assert "What became of its story, in the edition of 13 May 2031" in page.text
    assert f"./story/{GONE}" in page.links


def test_a_correction_of_a_copy_stands_at_the_story_of_its_report(whole: SiteData) -> None:
    moved = replace(CORRECTION, target=WIRE[5].id)
    visit = whole.stories[VISIT.story or ""]
    without = replace(visit, articles=tuple(key for key in visit.articles if key != WIRE[5].id))
    data = replace(whole, notices={moved.id: moved}, stories={**whole.stories, visit.id: without})
    assert "Corrected by NWA on 15 May 2031" in told(data, visit.id).text


def test_a_report_that_was_killed_is_told_at_the_story_that_an_edition_told_by_it(whole: SiteData) -> None:
    edition = whole.editions[DAY]
    entry = edition.entries[0]
    line = replace(entry.sources[0], article=KILLED.id, outlet="Valley Post", headline=None)
    entries = (replace(entry, sources=(*entry.sources, line)), *edition.entries[1:])
    told_by: Edition = replace(edition, entries=entries)
    data = replace(whole, editions={**whole.editions, DAY: told_by})
    text = told(data, VISIT.story or "").text
    assert f"Withdrawn by NWA on 14 May 2031 · report of Valley Post and 1 copy of it {KILL.text}" in text
    assert "elephants" not in text
    assert "Withdrawn" not in told(whole, VISIT.story or "").text


def test_a_story_of_many_copies_stays_a_light_page(whole: SiteData) -> None:
    copies: list[Article] = []
    for number in range(300):
        body = tuple(one for place, one in enumerate(ORIGIN.body) if place != number % 4)
        copies.append(replace(ORIGIN, id=f"am{number:03}", outlet=f"Paper {number:03}", body=body))
    made = copy_set(ORIGIN, *((one, 0.7, "excerpt") for one in copies))
    visit = replace(
        whole.stories[VISIT.story or ""], articles=(ORIGIN.id, *(one.id for one in copies)), copies=(made.id,),
        voices=(), why=(), summary=(),
    )  # fmt: skip
    data = replace(
        whole,
        articles={**whole.articles, ORIGIN.id: ORIGIN, **{one.id: one for one in copies}},
        copies={made.id: made},
        stories={**whole.stories, visit.id: visit},
    )
    found = render(data, story_path(visit))
    assert isinstance(found, bytes)
    assert CheckedPage(found.decode()).text.count("1 passage cut") == 24
    assert found.decode().count("<del>") <= 24
    assert len(found) < 100_000


# ---------------------------------------------------------------------------------------------------------- the desk


def test_at_the_desk_copies_stand_beside_their_origin_in_full() -> None:
    copies = copy_set(ORIGIN, (LOCAL, 0.74, "reprint"), (replace(ORIGIN, id="asame"), 1.0, "reprint"))
    articles = {one.id: one for one in (ORIGIN, LOCAL, replace(ORIGIN, id="asame", outlet="City Ledger"))}
    page = CheckedPage(comparison_html([copies], articles, differences))
    assert page.errors == [] and page.loads and all(one.startswith("data:") for one in page.loads)
    for told in page.told:
        assert articles[told.article].part(told.part)[told.start : told.end] == told.text
    for paragraph in (*ORIGIN.body, LOCAL.body[2]):
        assert paragraph in page.text, "nothing is cut"
    assert "Valley Post reprint, 74 %" in page.text and "Added paragraph 3, 17 words" in page.text
    assert page.text.endswith("City Ledger reprint, 100 % · 14 May 2031 · asame Word for word")
    assert "not for publication" in page.text


def test_a_copy_that_the_desk_no_longer_has_is_left_out_of_the_comparison() -> None:
    copies = copy_set(ORIGIN, (LOCAL, 0.74, "reprint"))
    page = CheckedPage(comparison_html([copies], {ORIGIN.id: ORIGIN}, differences))
    assert page.errors == [] and "Valley Post" not in page.text
