from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.wire import LINDQVIST, OKELLO, article, by_id, copy_set, event, story

from wiredesk.ledger import merge
from wiredesk.ledger.deferred import with_deferred
from wiredesk.ledger.report import reports_of
from wiredesk.types import Citation, Event, Person

A, B, C = article("a1", "2031-05-02"), article("a2", "2031-05-03"), article("a3", "2031-05-09")
ALL = by_id(A, B, C)


def test_reports_with_overlapping_days_become_one_record_with_the_more_exact_time() -> None:
    merged = merge([event(A, when="2031-05"), event(B, when="2031-05-12/2031-05-14")], ALL, [], [])
    assert [(one.when, one.articles) for one in merged] == [("2031-05-12/2031-05-14", ("a1", "a2"))]


def test_trips_at_different_times_stay_apart() -> None:
    merged = merge([event(A, when="2031-05-12"), event(B, when="2031-06-01")], ALL, [], [])
    assert [one.when for one in merged] == ["2031-05-12", "2031-06-01"]


def test_a_year_is_too_vague_to_join_reports_of_different_stories() -> None:
    assert len(merge([event(A, when="2031"), event(B, when="2031-05-12")], ALL, [], [])) == 2


def test_undated_reports_join_only_within_a_story_or_a_copy_set() -> None:
    told = [event(A), event(B, when="2031-05-12")]
    assert len(merge(told, ALL, [], [])) == 2
    assert len(merge(told, ALL, [], [story("s1", "a1", "a2")])) == 1
    assert len(merge(told, ALL, [copy_set("c1", "a1", "a2")], [])) == 1


def test_background_of_another_year_is_not_the_news_of_the_same_story() -> None:
    told = [event(A), event(B, when="2025-04", status="completed")]
    assert len(merge(told, ALL, [], [story("s1", "a1", "a2")])) == 2


def test_two_events_of_one_article_are_never_joined() -> None:
    told = [event(A, when="2031-05-12"), event(A, when="2031-05")]
    assert len(merge(told, ALL, [], [])) == 2


def test_other_countries_and_other_people_stay_apart() -> None:
    told = [
        event(A, when="2031-05-12"),
        event(B, when="2031-05-12", destination=("KE",)),
        event(C, when="2031-05-12", principals=(OKELLO,)),
    ]
    assert len(merge(told, ALL, [], [])) == 3


def test_a_family_name_of_the_same_country_is_the_same_person_and_the_fullest_name_stays() -> None:
    short = Person(name="Lindqvist", role="Foreign Minister", country="NO")
    merged = merge([event(A, when="2031-05-12", principals=(short,)), event(B, when="2031-05-12")], ALL, [], [])
    assert [one.principals for one in merged] == [(LINDQVIST,)]


def test_a_namesake_of_another_country_is_another_person() -> None:
    other = replace(LINDQVIST, country="SE")
    told = [event(A, when="2031-05-12"), event(B, when="2031-05-12", principals=(other,))]
    assert len(merge(told, ALL, [], [])) == 2


def test_a_copy_set_is_one_witness_and_gives_one_line_of_history() -> None:
    told = [
        event(A, when="2031-05-12", place="Gulu"),
        event(B, when="2031-05-12", place="Gulu"),
        event(C, when="2031-05-12", place="Kampala"),
    ]
    d = article("a4", "2031-05-10")
    told.append(event(d, when="2031-05-12", place="Kampala"))
    (merged,) = merge(told, by_id(A, B, C, d), [copy_set("c1", "a1", "a2")], [])
    assert merged.place == "Kampala"
    assert [report.article for report in merged.history] == ["a1", "a3", "a4"]


def test_the_latest_report_gives_the_status_and_history_keeps_the_earlier_one() -> None:
    told = [event(C, when="2031-05-12", status="cancelled"), event(A, when="2031-05-12")]
    (merged,) = merge(told, ALL, [], [])
    assert merged.status == "cancelled"
    assert [(report.article, report.status) for report in merged.history] == [("a1", "announced"), ("a3", "cancelled")]


def test_a_postponement_within_a_story_gives_the_new_days() -> None:
    told = [event(A, when="2031-05-12"), event(C, when="2031-07-01", status="postponed")]
    (merged,) = merge(told, ALL, [], [story("s1", "a1", "a3")])
    assert (merged.status, merged.when, merged.rescheduled) == ("postponed", "2031-07-01", True)
    assert merged.history[0].when == "2031-05-12"


def test_a_postponement_that_only_repeats_the_old_days_gives_no_new_ones() -> None:
    told = [event(A, when="2031-05-11/2031-05-13"), event(C, when="2031-05-12", status="postponed")]
    (merged,) = merge(told, ALL, [], [story("s1", "a1", "a3")])
    assert (merged.status, merged.when, merged.rescheduled) == ("postponed", "2031-05-12", False)
    (alone,) = merge([event(C, when="2031-07-01", status="postponed", rescheduled=True)], ALL, [], [])
    assert alone.rescheduled


def test_all_quotations_are_kept_and_the_record_names_its_story() -> None:
    (merged,) = merge(
        [event(A, when="2031-05-12"), event(B, when="2031-05-12")], ALL, [], [story("s1", "a1"), story("s2", "a2")]
    )
    assert [piece.article for piece in merged.evidence] == ["a1", "a2"]
    assert merged.story == "s1"


def test_legs_that_share_a_sentence_have_ids_of_their_own() -> None:
    told = [event(A, when="2031-05-12"), event(A, when="2031-05-14", destination=("KE",))]
    ids = [one.id for one in merge(told, ALL, [], [])]
    assert len(set(ids)) == 2
    assert all(id_ and id_.startswith("e") for id_ in ids)


def test_the_id_is_that_of_the_earliest_report_whatever_comes_later() -> None:
    alone = merge([event(A, when="2031-05-12")], ALL, [], [])
    later = merge([event(C, when="2031-05-12"), event(A, when="2031-05-12")], ALL, [], [])
    assert alone[0].id == later[0].id


_ARTICLES = {
    f"a{number}": article(f"a{number}", day)
    for number, day in enumerate(["2031-05-02", "2031-05-03", None, "2031-05-09"])
}
_PEOPLE = (
    LINDQVIST,
    OKELLO,
    Person(name="Lindqvist", role=None, country="NO"),
    Person(name=None, role="foreign minister", country="NO"),
)


@st.composite
def _told(draw: st.DrawFn) -> list[tuple[str, Event]]:
    return [
        event(
            _ARTICLES[draw(st.sampled_from(sorted(_ARTICLES)))],
            type=draw(st.sampled_from(["visit", "meeting"])),
            status=draw(st.sampled_from(["announced", "completed", "postponed"])),
            principals=(draw(st.sampled_from(_PEOPLE)),),
            destination=draw(st.sampled_from([("UG",), ("KE",), ("UG", "KE"), ()])),
            when=draw(st.sampled_from([None, "2031", "2031-05", "2031-05-12", "2031-05-11/2031-05-13", "2031-06-01"])),
            place=draw(st.sampled_from([None, "Kampala", "Gulu"])),
        )
        for _ in range(draw(st.integers(1, 6)))
    ]


@settings(max_examples=60, deadline=None)
@given(told=_told(), data=st.data())
def test_the_order_of_arrival_changes_nothing(told: list[tuple[str, Event]], data: st.DataObject) -> None:
    sets = [copy_set("c1", "a0", "a1")]
    stories = [story("s1", "a1", "a2")]
    merged = merge(told, _ARTICLES, sets, stories)
    shuffled = data.draw(st.permutations(told))
    assert merge(shuffled, dict(reversed(_ARTICLES.items())), sets, stories) == merged
    assert len({one.id for one in merged}) == len(merged)
    reports = with_deferred(reports_of(told, _ARTICLES, sets, stories))
    assert sum(len(one.articles) for one in merged) == len(reports)


def test_the_whole_of_a_visit_stands_against_one_day_of_it_but_a_calendar_week_does_not() -> None:
    told = [event(A, when="2031-05-12/2031-05-13"), event(B, when="2031-05-13")]
    assert [one.when for one in merge(told, ALL, [], [])] == ["2031-05-12/2031-05-13"]
    week = article("a1", "2031-05-02", "Maren Lindqvist will visit Uganda the week of May 12.")
    told = [event(week, when="2031-05-12/2031-05-18"), event(B, when="2031-05-13")]
    assert [one.when for one in merge(told, by_id(week, B), [], [])] == ["2031-05-13"]


def test_days_that_were_named_are_no_weekend_though_they_are_saturday_and_sunday() -> None:
    named = article("a1", "2031-05-14", "Maren Lindqvist will visit Uganda on May 17-18.")
    weekend = article("a1", "2031-05-14", "Maren Lindqvist will visit Uganda this weekend.")
    other = article("a2", "2031-05-14", "Maren Lindqvist will be in Uganda on Saturday.")
    for first, when, support in ((named, "2031-05-17/2031-05-18", 1), (weekend, "2031-05-17", 2)):
        told = [event(first, when="2031-05-17/2031-05-18"), event(other, when="2031-05-17")]
        (merged,) = merge(told, by_id(first, other), [], [])
        assert (merged.when, merged.support["when"]) == (when, support)


def test_named_days_stand_against_the_weekend_for_which_a_visit_was_planned() -> None:
    weekend = article("a1", "2031-05-14", "Maren Lindqvist will visit Uganda this weekend.")
    over = article("a2", "2031-05-20", "Maren Lindqvist was in Uganda from Saturday to Monday.")
    told = [
        event(weekend, when="2031-05-17/2031-05-18"),
        event(over, when="2031-05-17/2031-05-19", status="completed"),
    ]
    assert [one.when for one in merge(told, by_id(weekend, over), [], [])] == ["2031-05-17/2031-05-19"]


def test_two_reports_of_one_outlet_are_one_witness() -> None:
    first, second = (replace(one, outlet=name) for one, name in ((A, "Harbour Post"), (B, "HARBOUR POST")))
    told = [event(one, when="2031-05-12") for one in (first, second, C)]
    (merged,) = merge(told, by_id(first, second, C), [], [])
    assert (merged.witnesses, merged.support["when"], len(merged.history)) == (2, 2, 3)


def test_outlets_of_one_owner_are_one_witness_but_an_agencys_report_is_the_agencys() -> None:
    north, south, free, wire = (
        replace(article(f"a{number}", f"2031-05-0{number}"), outlet=outlet)
        for number, outlet in enumerate(("Northern Bell", "Southern Bell", "Free Gazette", "Northern Bell"), start=2)
    )
    told = [event(one, when="2031-05-12") for one in (north, south, free)]
    owners = {"Northern Bell": "Bell Group", "Southern Bell": "Bell Group"}
    (merged,) = merge(told, by_id(north, south, free), [], [], owners)
    assert (merged.witnesses, merged.support["when"]) == (2, 2)
    (unowned,) = merge(told, by_id(north, south, free), [], [])
    assert unowned.witnesses == 3
    (printed,) = merge(
        [*told, event(wire, when="2031-05-12")], by_id(north, south, free, wire), [copy_set("c1", "a5")], [], owners
    )
    assert printed.witnesses == 3


def test_the_words_of_the_time_that_stands_come_before_those_of_another() -> None:
    told = [event(A, when="2031-05-21"), event(B, when="2031-05-20/2031-05-22")]
    (merged,) = merge(told, ALL, [], [story("s1", "a1", "a2")])
    assert merged.when == "2031-05-20/2031-05-22"
    assert [piece.article for piece in merged.evidence if "when" in piece.fields] == ["a2", "a1"]


def test_of_one_report_the_words_that_name_the_day_outright_come_first() -> None:
    texts = ("She will arrive on Monday.", "Lindqvist goes to Uganda this month.", "The visit is set for May 12.")
    told = article("a1", "2031-05-07", "\n\n".join(texts))
    pieces, at = [], 0
    for text in texts:
        pieces.append(Citation(article="a1", part="body", quote=text, start=at, end=at + len(text), fields=("when",)))
        at += len(text) + 2
    (merged,) = merge([event(told, when="2031-05-12", evidence=tuple(pieces))], by_id(told), [], [])
    assert [one.quote for one in merged.evidence] == [texts[2], texts[0], texts[1]]
