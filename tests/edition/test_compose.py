import json
from dataclasses import replace
from datetime import UTC, date, datetime

from wiredesk.edition import compose
from wiredesk.store.records import pack, unpack
from wiredesk.types import (
    Article,
    Citation,
    CitedSentence,
    Copy,
    CopySet,
    Decision,
    Edition,
    Entry,
    Event,
    Newslist,
    Origin,
    Person,
    Published,
    Ranked,
    Ranking,
    Reason,
    Story,
    Thread,
    Tie,
    Voice,
)

DAY = date(2024, 5, 17)
BODY = ("Inspectors will train in Vigo from June. The course lasts nine weeks.", "Forty people have applied.")


def article(id_: str, day: date | None, outlet: str) -> Article:
    return Article(id=id_, outlet=outlet, headline=f"{outlet} tells", body=BODY, published=Published(value=day))


ARTICLES = {
    one.id: one
    for one in (
        article("reprint", date(2024, 5, 16), "Courier"),
        article("origin", DAY, "AP"),
        article("later", date(2024, 5, 18), "Echo"),
        article("may-1", date(2024, 5, 1), "AP"),
        article("june", date(2024, 6, 1), "AP"),
    )
}
SENTENCE = "Inspectors will train in Vigo from June."
SUMMARY = tuple(
    CitedSentence(
        text=SENTENCE,
        citation=Citation(article=one, part="body", quote=SENTENCE, start=0, end=len(SENTENCE), suffix=" The course"),
    )
    for one in ("origin", "later")
)
STORIES = {
    one.id: one
    for one in (
        Story(
            id="s",
            headline="Inspectors train",
            articles=("reprint", "origin", "later"),
            copies=("c",),
            independent_sources=2,
            first=date(2024, 5, 16),
            last=date(2024, 5, 18),
            summary=SUMMARY,
            thread="t",
        ),
        Story(
            id="before", headline="Seamount closed", articles=("may-1",), first=date(2024, 5, 1), last=date(2024, 5, 1)
        ),
        Story(
            id="after", headline="First ship stopped", articles=("june",), first=date(2024, 6, 1), last=date(2024, 6, 1)
        ),
    )
}
COPIES = {
    "c": CopySet(
        id="c",
        origin=Origin(credit="AP", article="origin", how="its own page"),
        articles=(
            Copy(id="reprint", share=0.9, relation="reprint"),
            Copy(id="origin", share=1.0, relation="original"),
        ),
    )
}
THREADS = {
    "t": Thread(
        id="t",
        title="Seamount",
        stories=("before", "s", "after"),
        ties=(
            Tie(stories=("before", "s"), reason="the same names in both: Vigo"),
            Tie(stories=("s", "after"), reason="r"),
        ),
    )
}
EVENT = Event(
    type="visit",
    status="announced",
    principals=(Person(name="Marisa Toldo"),),
    evidence=(SUMMARY[0].citation,),
    id="e",
    story="s",
    articles=("origin",),
)
REASONS = {"sources": Reason(value=2, share=12.5, text="2 sources that do not derive from one another")}
RANKING = Ranking(day=DAY, entries=(Ranked(rank=1, story="s", score=12.5, reasons=REASONS),))


NEWS = Newslist(day=DAY, stories=STORIES, articles=ARTICLES, copies=COPIES, events=[EVENT], threads=THREADS)


def composed(decisions: tuple[Decision, ...] = ()) -> Edition:
    return compose(RANKING, replace(NEWS, decisions=decisions), title="The Desk")


def blurb(value: str, at: datetime = datetime(2024, 5, 17, tzinfo=UTC)) -> Decision:
    return Decision(id=f"d{at.hour}", kind="blurb", target=("origin",), value=value, by="editor", at=at)


def test_edition_carries_title_day_and_status() -> None:
    edition = composed()
    assert (edition.title, edition.day, edition.status) == ("The Desk", DAY, "draft")
    assert [entry.rank for entry in edition.entries] == [1]


def test_original_stands_first_and_nothing_from_after_the_day_is_listed() -> None:
    lines = composed().entries[0].sources
    assert [(line.article, line.relation) for line in lines] == [("origin", "original"), ("reprint", "reprint")]


def test_blurb_leaves_out_sentences_of_later_articles() -> None:
    assert [one.citation.article for one in composed().entries[0].blurb] == ["origin"]


def test_earlier_stories_of_the_thread_are_told_with_the_reason_later_ones_not() -> None:
    (earlier,) = composed().entries[0].earlier
    assert (earlier.story, earlier.headline, earlier.day) == ("before", "Seamount closed", date(2024, 5, 1))
    assert earlier.reason == "the same names in both: Vigo"


def test_reason_of_a_story_tied_over_another_is_that_of_the_tie_to_it() -> None:
    oldest = Story(id="oldest", headline="Ramming", articles=(), first=date(2024, 3, 9), last=date(2024, 3, 9))
    thread = replace(
        THREADS["t"],
        stories=("oldest", "before", "s"),
        ties=(Tie(stories=("oldest", "before"), reason="first"), Tie(stories=("before", "s"), reason="second")),
    )
    edition = compose(
        RANKING, replace(NEWS, stories={**STORIES, "oldest": oldest}, threads={"t": thread}), title="The Desk"
    )
    assert [(one.story, one.reason) for one in edition.entries[0].earlier] == [
        ("before", "second"),
        ("oldest", "first"),
    ]


def test_events_of_the_story_and_reasons_are_carried() -> None:
    entry = composed().entries[0]
    assert [event.id for event in entry.events] == ["e"]
    assert entry.reasons == REASONS
    assert entry.score == 12.5


def test_an_event_that_only_later_reports_tell_is_left_out() -> None:
    told = [EVENT, replace(EVENT, id="of tomorrow", articles=("later",))]
    edition = compose(RANKING, replace(NEWS, events=told), title="The Desk")
    assert [event.id for event in edition.entries[0].events] == ["e"]


def test_editors_blurb_is_cited_where_it_stands() -> None:
    (sentence,) = composed((blurb("Forty people have applied."),)).entries[0].blurb
    cited = sentence.citation
    assert ARTICLES[cited.article].part(cited.part)[cited.start : cited.end] == "Forty people have applied."


def test_last_blurb_wins_and_one_that_stands_in_no_article_is_not_printed() -> None:
    first = blurb("Forty people have applied.")
    second = blurb("The course lasts nine weeks.\nNobody wrote this.", datetime(2024, 5, 17, 9, tzinfo=UTC))
    assert [one.text for one in composed((second, first)).entries[0].blurb] == ["The course lasts nine weeks."]
    undone = replace(second, undone=datetime(2024, 5, 17, 10, tzinfo=UTC))
    assert [one.text for one in composed((undone, first)).entries[0].blurb] == ["Forty people have applied."]


def test_citation_offsets_count_code_points_of_the_part() -> None:
    entry = composed().entries[0]
    for sentence in entry.blurb:
        cited = sentence.citation
        assert ARTICLES[cited.article].part(cited.part)[cited.start : cited.end] == cited.quote


def test_events_that_most_reports_tell_come_first_then_those_nearest_to_the_day() -> None:
    told = [
        replace(EVENT, id="undated"),
        replace(EVENT, id="background", when="2023-05"),
        replace(EVENT, id="tomorrow", when="2024-05-18/2024-05-20"),
        replace(EVENT, id="news", when="2024-06-03", articles=("origin", "reprint")),
    ]
    edition = compose(RANKING, replace(NEWS, events=told), title="The Desk")
    assert [event.id for event in edition.entries[0].events] == ["news", "tomorrow", "background", "undated"]


def test_what_the_latest_report_newly_tells_comes_before_what_was_announced_by_many_before() -> None:
    body = "Inspectors arrived in Vigo."
    told = Citation(article="origin", part="body", quote=SENTENCE, start=0, end=len(SENTENCE))
    aside = Citation(article="origin", part="body", quote="Forty people", start=73, end=85)
    old = Citation(article="reprint", part="body", quote=body, start=90, end=90 + len(body))
    events = [
        replace(EVENT, id="aside", status="underway", when="2024-05-17", evidence=(aside,)),
        replace(EVENT, id="old", when="2024-05-23", articles=("reprint",), evidence=(old,)),
        replace(EVENT, id="to come", when="2024-05-18", evidence=(told,)),
        replace(EVENT, id="under way", status="underway", when="2024-05-17/2024-05-19", evidence=(told,)),
    ]
    edition = compose(RANKING, replace(NEWS, events=events), title="The Desk")
    assert [event.id for event in edition.entries[0].events] == ["under way", "to come", "aside", "old"]


def test_day_of_an_earlier_story_is_that_of_the_report_whose_headline_it_has() -> None:
    longer = replace(STORIES["before"], headline="AP tells", articles=("may-1", "reprint"), first=date(2024, 4, 30))
    stories = {**STORIES, "before": longer}
    (earlier,) = compose(RANKING, replace(NEWS, stories=stories), title="The Desk").entries[0].earlier
    assert (earlier.headline, earlier.day) == ("AP tells", date(2024, 5, 1))


def test_an_entry_keeps_the_countries_and_the_sources_that_had_spoken_by_its_day() -> None:
    voices = (
        Voice(name="AP", articles=("reprint", "origin"), reason="one report"),
        Voice(name="Echo", articles=("later",), reason="its own report"),
    )
    story = replace(STORIES["s"], countries=("ES", "PT"), voices=voices)
    entry = compose(RANKING, replace(NEWS, stories={**STORIES, "s": story}), title="The Desk").entries[0]
    assert entry.countries == ("ES", "PT")
    assert entry.voices == voices[:1]


def test_an_entry_that_an_older_desk_stored_is_read_without_them() -> None:
    entry = composed().entries[0]
    stored = json.loads(pack(entry))
    for name in ("countries", "voices"):
        del stored[name]
    assert unpack(json.dumps(stored).encode(), Entry) == replace(entry, countries=None, voices=None)
