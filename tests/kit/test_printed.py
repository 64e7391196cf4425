from dataclasses import replace
from datetime import date

from wiredesk.kit.printed import event_as_of, is_printed
from wiredesk.types import Article, Citation, Event, EventReport, EventStatus, Person, Published

DAY, NEXT = date(2024, 5, 17), date(2024, 5, 18)


def said(article: str, day: date | None, status: EventStatus, when: str | None = None) -> EventReport:
    return EventReport(article=article, day=day, status=status, when=when)


def told_by(*reports: EventReport) -> Event:
    return Event(
        type="visit",
        status="completed",
        principals=(Person(name="Marisa Toldo"),),
        when="2024-06-30",
        evidence=tuple(Citation(article=one.article, part="body", quote="x", start=0, end=1) for one in reports),
        articles=tuple(one.article for one in reports),
        history=reports,
    )


EVENT = told_by(said("a", DAY, "announced", "2024-06"), said("b", NEXT, "cancelled"))


def test_an_article_without_a_day_is_out_unless_it_is_known_to_be_later() -> None:
    assert is_printed(Article(id="a", published=Published(value=DAY)), DAY)
    assert not is_printed(Article(id="a", published=Published(value=NEXT)), DAY)
    assert is_printed(Article(id="a"), DAY)
    assert is_printed(Article(id="a", published=Published(not_before=DAY)), DAY)
    assert not is_printed(Article(id="a", published=Published(not_before=NEXT)), DAY)


def test_an_event_of_which_all_reports_are_out_stays_as_the_ledger_has_it() -> None:
    assert event_as_of(EVENT, {"a", "b", "c"}) is EVENT


def test_later_reports_are_taken_out_of_an_event() -> None:
    told = event_as_of(EVENT, {"a"})
    assert told is not None
    assert (told.status, told.when, told.articles) == ("announced", "2024-06", ("a",))
    assert [one.article for one in told.evidence] == [one.article for one in told.history] == ["a"]


def test_an_event_that_only_later_reports_tell_is_none() -> None:
    assert event_as_of(EVENT, {"c"}) is None


def test_an_event_is_none_where_no_report_that_is_out_says_how_it_stood() -> None:
    assert event_as_of(replace(EVENT, history=EVENT.history[1:]), {"a"}) is None


def test_evidence_of_an_article_that_is_not_out_is_taken_out_although_the_event_does_not_list_it() -> None:
    told = event_as_of(replace(EVENT, articles=("a",)), {"a"})
    assert told is not None
    assert [one.article for one in told.evidence] == ["a"]


def test_of_one_day_the_status_that_most_reports_share_holds_then_that_of_the_greatest_id() -> None:
    late = said("z", NEXT, "completed")
    of_a_day = (said("a", DAY, "announced"), said("b", DAY, "announced"), said("c", DAY, "denied"))
    told = event_as_of(told_by(*of_a_day, late), {"a", "b", "c"})
    assert told is not None
    assert told.status == "announced"
    for reports in (of_a_day[1:], tuple(reversed(of_a_day[1:]))):
        told = event_as_of(told_by(*reports, late), {"b", "c"})
        assert told is not None
        assert told.status == "denied"


def test_what_an_office_announced_is_announced_though_a_paper_only_expects_it_that_day_or_later() -> None:
    late = said("z", NEXT, "completed")
    told = event_as_of(told_by(said("a", DAY, "announced"), said("b", DAY, "expected"), late), {"a", "b"})
    assert told is not None
    assert told.status == "announced"


def test_a_report_without_a_day_is_the_first() -> None:
    event = told_by(said("z", None, "expected", "2024-07"), said("a", DAY, "announced"), said("late", NEXT, "denied"))
    told = event_as_of(event, {"a", "z"})
    assert told is not None
    assert (told.status, told.when) == ("announced", "2024-07")


def test_a_time_that_only_later_reports_give_is_not_known_yet() -> None:
    event = told_by(said("a", DAY, "announced"), said("b", NEXT, "announced", "2024-06-30"))
    told = event_as_of(event, {"a"})
    assert told is not None
    assert told.when is None


def test_the_more_exact_of_two_times_holds_as_in_the_ledger() -> None:
    exact, rough = said("a", DAY, "announced", "2024-05-20/2024-05-22"), said("b", DAY, "announced", "2024-05")
    for reports in ((exact, rough), (rough, exact)):
        told = event_as_of(told_by(*reports, said("late", NEXT, "completed", "2024-05-21/2024-05-22")), {"a", "b"})
        assert told is not None
        assert told.when == "2024-05-20/2024-05-22"


def test_a_postponement_moves_the_time() -> None:
    event = told_by(
        said("a", date(2024, 5, 10), "announced", "2024-05-20"),
        said("b", DAY, "postponed", "2024-06"),
        said("late", NEXT, "announced", "2024-06-09"),
    )
    told = event_as_of(event, {"a", "b"})
    assert told is not None
    assert (told.status, told.when, told.rescheduled) == ("postponed", "2024-06", True)
    kept = event_as_of(replace(event, history=event.history[1:]), {"b"})
    assert kept is not None
    assert (kept.status, kept.rescheduled) == ("postponed", False)  # nothing says that June is new
    set_again = event_as_of(replace(event, history=event.history[1:], when="2024-06", rescheduled=True), {"b"})
    assert set_again is not None
    assert set_again.rescheduled
