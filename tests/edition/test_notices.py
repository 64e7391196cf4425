"""What an edition says of corrections, and of what is new in a story told before."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from wiredesk.edition import compose
from wiredesk.types import (
    Article,
    Citation,
    CitedSentence,
    Copy,
    CopySet,
    Decision,
    Edition,
    Event,
    EventReport,
    Newslist,
    Notice,
    NoticeKind,
    Origin,
    Person,
    Published,
    Ranked,
    Ranking,
    Story,
)

DAY = date(2024, 5, 17)
BEFORE = DAY - timedelta(days=1)
BODY = "The ferry will run again from June. Forty people work on it. The pier is new."


def article(id_: str, day: date | None) -> Article:
    return Article(id=id_, outlet="Courier", headline="Ferry runs", body=(BODY,), published=Published(value=day))


def sentence(text: str, by: str) -> CitedSentence:
    start = BODY.index(text)
    return CitedSentence(
        text=text, citation=Citation(article=by, part="body", quote=text, start=start, end=start + len(text))
    )


def notice(id_: str, day: date, target: str, kind: NoticeKind = "correction") -> Notice:
    return Notice(id=id_, day=day, kind=kind, by="Courier", target=target, text="The pier is not new.")


ARTICLES = {one.id: one for one in (article("told", BEFORE), article("today", DAY), article("elsewhere", BEFORE))}
STORY = Story(
    id="s",
    headline="Ferry runs",
    articles=("told", "today"),
    first=BEFORE,
    last=DAY,
    summary=(sentence("The ferry will run again from June.", "told"), sentence("Forty people work on it.", "today")),
    section="economy",
)
RANKING = Ranking(day=DAY, entries=(Ranked(rank=1, story="s", score=0.0, reasons={}),))
COPIES = {
    "c": CopySet(
        id="c",
        origin=Origin(credit="AP", article="origin", how="stated"),
        articles=(Copy(id="origin", share=1, relation="original"), Copy(id="told", share=0.9, relation="reprint")),
    )
}


NEWS = Newslist(day=DAY, stories={"s": STORY}, articles=ARTICLES)


def composed(*notices: Notice, **given: Any) -> Edition:
    return compose(RANKING, replace(NEWS, copies=COPIES, notices=notices, **given), title="Desk")


def approved(day: date = BEFORE, *notices: Notice) -> Edition:
    """The edition of a day that listed `told`, and `elsewhere` under another story."""
    stories = {
        "s": replace(STORY, articles=("told",), summary=()),
        "t": Story(id="t", headline="Pier", articles=("elsewhere",)),
    }
    entries = tuple(Ranked(rank=rank, story=one, score=0.0, reasons={}) for rank, one in enumerate(stories, start=1))
    news = Newslist(day=day, stories=stories, articles=ARTICLES)
    edition = compose(Ranking(day=day, entries=entries), news, title="Desk")
    return replace(edition, status="approved", notices=notices)


def ids(notices: tuple[Notice, ...]) -> list[str]:
    return [one.id for one in notices]


def test_an_entry_carries_section_and_since_and_what_is_new() -> None:
    new = (sentence("Forty people work on it.", "today"),)
    entry = composed(since={"s": BEFORE}, new={"s": new}).entries[0]
    assert (entry.section, entry.since, entry.new) == ("economy", BEFORE, new)
    first = composed(new={"s": new}).entries[0]
    assert (first.since, first.new) == (None, ())


def test_what_is_new_is_not_said_again_in_the_blurb() -> None:
    new = (sentence("Forty people work on it.", "today"),)
    entry = composed(since={"s": BEFORE}, new={"s": new}).entries[0]
    assert [one.text for one in entry.blurb] == ["The ferry will run again from June."]


def test_the_blurb_repeats_what_is_new_where_nothing_else_remains() -> None:
    entry = composed(since={"s": BEFORE}, new={"s": STORY.summary}).entries[0]
    assert entry.blurb == STORY.summary


def test_an_editors_blurb_stands_as_it_is() -> None:
    decision = Decision(
        id="d", kind="blurb", target=("told",), value="The pier is new.", by="editor",
        at=datetime(2024, 5, 17, tzinfo=UTC),
    )  # fmt: skip
    new = (sentence("The pier is new.", "today"),)
    entry = composed(since={"s": BEFORE}, new={"s": new}, decisions=(decision,)).entries[0]
    assert [one.text for one in entry.blurb] == ["The pier is new."]


def test_nothing_from_after_the_day_is_new() -> None:
    articles = {**ARTICLES, "today": article("today", DAY + timedelta(days=1))}
    new = {"s": (sentence("Forty people work on it.", "today"),)}
    edition = compose(RANKING, replace(NEWS, articles=articles, since={"s": BEFORE}, new=new), title="Desk")
    assert edition.entries[0].new == ()


def test_an_undated_article_that_is_known_to_be_later_is_not_listed() -> None:
    later = replace(article("today", None), published=Published(not_before=DAY + timedelta(days=1)))
    edition = compose(RANKING, replace(NEWS, articles={**ARTICLES, "today": later}), title="Desk")
    assert [line.article for line in edition.entries[0].sources] == ["told"]


def test_a_correction_stands_at_the_entry_and_at_the_editions_end() -> None:
    edition = composed(notice("n", DAY, "today"))
    assert ids(edition.entries[0].notices) == ids(edition.notices) == ["n"]


def test_a_correction_of_the_report_that_an_article_reprints_is_its_too() -> None:
    assert ids(composed(notice("n", DAY, "origin")).entries[0].notices) == ["n"]


def test_no_notice_from_after_the_day_or_about_other_stories() -> None:
    edition = composed(notice("late", DAY + timedelta(days=1), "told"), notice("other", DAY, "elsewhere"))
    assert edition.notices == edition.entries[0].notices == ()


def test_a_notice_about_anything_an_approved_edition_told_is_told() -> None:
    edition = composed(notice("kill", DAY, "elsewhere", "kill"), earlier=[approved()])
    assert ids(edition.notices) == ["kill"]
    assert edition.entries[0].notices == ()


def test_a_notice_is_told_once() -> None:
    told_then = notice("n", BEFORE, "told")
    earlier = [approved(BEFORE, told_then)]
    assert composed(told_then, earlier=earlier, since={"s": BEFORE}).notices == ()
    came_later = notice("m", BEFORE, "told")
    edition = composed(told_then, came_later, earlier=earlier, since={"s": BEFORE})
    assert ids(edition.notices) == ids(edition.entries[0].notices) == ["m"]


def test_a_notice_hung_under_an_older_edition_later_is_still_told_in_the_next() -> None:
    today = notice("n", DAY, "told")
    assert ids(composed(today, earlier=[approved(BEFORE, today)], since={"s": BEFORE}).notices) == ["n"]


def test_a_page_corrected_in_its_place_days_later_is_told_although_its_notice_bears_the_old_day() -> None:
    first, last = approved(DAY - timedelta(days=3)), approved(BEFORE)
    late = notice("late", DAY - timedelta(days=3), "told")
    edition = composed(late, earlier=[first, last], since={"s": BEFORE})
    assert ids(edition.notices) == ids(edition.entries[0].notices) == ["late"]
    seen = approved(BEFORE, replace(late, day=BEFORE))
    assert composed(late, earlier=[first, seen], since={"s": BEFORE}).notices == ()
    old_update = notice("u", DAY - timedelta(days=3), "told", "update")
    assert composed(old_update, earlier=[first, last], since={"s": BEFORE}).notices == ()


def test_a_routine_update_of_a_report_that_no_edition_told_is_no_notice() -> None:
    assert composed(notice("n", DAY, "told", "update")).notices == ()
    edition = composed(notice("n", DAY, "told", "update"), earlier=[approved()], since={"s": BEFORE})
    assert ids(edition.notices) == ["n"]


def test_drafts_told_nobody() -> None:
    draft = replace(approved(), status="draft")
    assert composed(notice("n", DAY, "elsewhere"), earlier=[draft]).notices == ()


def test_an_event_is_told_as_it_stood_on_the_day() -> None:
    cited = sentence("The ferry will run again from June.", "told").citation
    event = Event(
        type="visit",
        status="cancelled",
        principals=(Person(name="Marisa Toldo"),),
        evidence=(cited, replace(cited, article="later")),
        when="2024-06",
        id="e",
        articles=("told", "later"),
        history=(
            EventReport(article="told", day=BEFORE, status="announced", when="2024-05-30"),
            EventReport(article="later", day=DAY + timedelta(days=2), status="cancelled", when=None),
        ),
    )
    articles = {**ARTICLES, "later": article("later", DAY + timedelta(days=2))}
    (told,) = compose(RANKING, replace(NEWS, articles=articles, events=[event]), title="Desk").entries[0].events
    assert (told.status, told.when, told.articles) == ("announced", "2024-05-30", ("told",))
    assert [one.article for one in told.evidence] == [one.article for one in told.history] == ["told"]
