"""What is shown of an approved edition when reports that it listed are corrected or killed."""

from dataclasses import replace
from datetime import UTC, date, datetime

from wiredesk.pipeline.noticed import killed_headlines, with_notices
from wiredesk.types import (
    Citation,
    CitedSentence,
    Copy,
    CopySet,
    EarlierStory,
    Edition,
    Entry,
    Event,
    Notice,
    Origin,
    Person,
    SourceLine,
)

DAY = date(2026, 3, 10)


def line(article: str, headline: str) -> SourceLine:
    return SourceLine(
        article=article,
        outlet=article.title(),
        headline=headline,
        url=f"https://{article}.example/",
        day=DAY,
        credit=None,
        relation="original",
    )


def said(article: str, text: str) -> CitedSentence:
    return CitedSentence(text=text, citation=Citation(article=article, part="body", quote=text, start=0, end=len(text)))


VISIT = Event(
    type="visit",
    status="announced",
    principals=(Person(name="Ada Brandt"),),
    evidence=(said("wire", "She will go.").citation,),
    id="e1",
)
ENTRY = Entry(
    rank=1,
    story="s1",
    headline="Wire says",
    blurb=(said("wire", "She will go."), said("own", "Nobody knows.")),
    score=1.0,
    reasons={},
    independent_sources=2,
    sources=(line("wire", "Wire says"), line("copy", "Copy says"), line("own", "Own says")),
    events=(VISIT,),
    earlier=(),
)
EDITION = Edition(
    day=DAY,
    status="approved",
    title="Post",
    entries=(ENTRY, replace(ENTRY, rank=2, story="s2", sources=(line("other", "Other says"),), headline="Other says")),
    approved_by="mira",
    approved_at=datetime(2026, 3, 10, 20, tzinfo=UTC),
)
COPIES = {
    "c1": CopySet(
        id="c1",
        origin=Origin(credit="AP", article="wire", how="stated"),
        articles=(Copy(id="wire", share=1.0, relation="original"), Copy(id="copy", share=0.9, relation="reprint")),
    )
}
CORRECTION = Notice(id="n1", day=date(2026, 3, 12), kind="correction", by="AP", target="wire", text="Corrects her age")
KILL = replace(CORRECTION, id="n2", kind="kill", text="KILL")


def test_without_a_notice_the_snapshot_is_shown_as_it_was() -> None:
    assert with_notices(EDITION, [], COPIES) == EDITION


def test_a_later_correction_stands_at_the_entry_and_changes_no_word() -> None:
    first, second = with_notices(EDITION, [CORRECTION], COPIES).entries
    assert first == replace(ENTRY, notices=(CORRECTION,))
    assert second == EDITION.entries[1]


def test_a_notice_that_the_snapshot_has_is_not_told_twice() -> None:
    edition = replace(EDITION, entries=(replace(ENTRY, notices=(CORRECTION,)),))
    assert with_notices(edition, [CORRECTION], COPIES) == edition


def test_words_of_a_killed_report_and_of_its_copies_are_withheld_and_the_rest_stays() -> None:
    entry = with_notices(EDITION, [KILL], COPIES).entries[0]
    assert entry.notices == (KILL,)
    assert entry.headline == "Own says"
    assert [one.text for one in entry.blurb] == ["Nobody knows."]
    assert entry.events == ()
    assert [(one.article, one.headline) for one in entry.sources] == [
        ("wire", None),
        ("copy", None),
        ("own", "Own says"),
    ]
    assert entry.independent_sources == 1


def test_an_entry_that_rests_on_killed_reports_alone_keeps_its_place_and_no_word() -> None:
    alone = replace(EDITION, entries=(replace(ENTRY, sources=ENTRY.sources[:2], blurb=ENTRY.blurb[:1]),))
    (entry,) = with_notices(alone, [KILL], COPIES).entries
    assert (entry.rank, entry.headline, entry.blurb, entry.events) == (1, None, (), ())
    assert entry.notices == (KILL,)


def test_a_killed_headline_is_withheld_where_a_later_edition_names_the_story_as_an_earlier_one() -> None:
    named = tuple(
        EarlierStory(story=story, headline=headline, day=DAY, reason="the same affair")
        for story, headline in [("s1", "Wire says"), ("s3", "Own says")]
    )
    later = replace(EDITION, entries=(replace(EDITION.entries[1], earlier=named),))
    killed = killed_headlines([KILL], COPIES, {}, [EDITION, later])
    assert killed == {"Wire says", "Copy says"}
    (entry,) = with_notices(later, [KILL], COPIES, killed).entries
    assert [(one.story, one.headline) for one in entry.earlier] == [("s1", None), ("s3", "Own says")]


def test_a_headline_that_a_living_report_carries_too_stays() -> None:
    own = replace(ENTRY, sources=(*ENTRY.sources, line("third", "Wire says")))
    assert killed_headlines([KILL], COPIES, {}, [replace(EDITION, entries=(own,))]) == {"Copy says"}
