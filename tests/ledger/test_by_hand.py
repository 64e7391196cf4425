"""Which reports are one event by an editor's word."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.wire import OKELLO, article, by_id, copy_set, event, story

from wiredesk.ledger import merge
from wiredesk.pipeline.decided_events import decided_events, lost, spoken_of
from wiredesk.types import Decision, Event, Person

NOW = datetime(2031, 5, 20, 9, tzinfo=UTC)
A = article("a1", "2031-05-02")
B = article("a2", "2031-05-03", "The trip to Uganda, brought forward, began on Thursday, Maren Lindqvist said.")
C = article("a3", "2031-05-09", "Maren Lindqvist was back from Uganda.")
D = article("a4", "2031-05-09", "Maren Lindqvist was back from Uganda.")
ALL = by_id(A, B, C, D)
TOLD = [
    event(A, when="2031-05-12/2031-05-14"),
    event(B, when="2031-05-03", status="underway"),
    event(C, when="2031-05-03/2031-05-08", status="completed"),
    event(D, when="2031-05-03/2031-05-08", status="completed"),
]
COPIES = [copy_set("c1", "a3", "a4")]
STORIES = [story("s1", "a1"), story("s2", "a2", "a3", "a4")]


def ledger(*decisions: Decision, told: list[tuple[str, Event]] = TOLD) -> list[Event]:
    return merge(told, ALL, COPIES, STORIES, decisions=decisions)


def telling(events: list[Event], article_: str) -> Event:
    (found,) = (one for one in events if article_ in one.articles)
    return found


def join(first: Event, second: Event, number: int = 1) -> Decision:
    target = (*first.articles, *second.articles)
    return Decision(
        id=f"d{number}", kind="join", target=target, value=None, by="Ada", at=NOW, about=first, other=second
    )


def part(from_: Event, *articles: str, number: int = 2) -> Decision:
    value = " ".join(articles)
    return Decision(id=f"d{number}", kind="part", target=from_.articles, value=value, by="Ada", at=NOW, about=from_)


PLANNED, HELD = telling(ledger(), "a1"), telling(ledger(), "a2")


def test_joined_events_are_told_by_the_reports_of_both() -> None:
    (joined,) = ledger(join(PLANNED, HELD))
    assert (PLANNED.articles, HELD.articles) == (("a1",), ("a2", "a3", "a4"))
    assert joined.articles == ("a1", "a2", "a3", "a4")
    assert (joined.status, joined.when) == ("completed", "2031-05-03/2031-05-08")
    assert (joined.witnesses, [one.status for one in joined.history]) == (3, ["announced", "underway", "completed"])


def test_what_is_parted_is_an_event_of_its_own_its_copies_with_it() -> None:
    first, second = ledger(part(HELD, "a3"))[1:]
    assert (first.articles, second.articles) == (("a2",), ("a3", "a4"))
    assert (first.status, second.status) == ("underway", "completed")


def test_the_last_of_two_decisions_on_the_same_reports_holds() -> None:
    joined = join(PLANNED, HELD)
    (one,) = ledger(joined)
    parted = part(one, "a1")
    assert [event_.articles for event_ in ledger(joined, parted)] == [("a1",), ("a2", "a3", "a4")]
    first, second = ledger(joined, parted)
    (again,) = ledger(joined, parted, join(first, second, 3))
    assert again.articles == one.articles


def test_a_later_report_finds_the_joined_event() -> None:
    late = article("a5", "2031-05-10", "Lindqvist, back from Uganda, spoke of her trip.")
    told = [*TOLD, event(late, when="2031-05-03/2031-05-08", status="completed")]
    stories = [*STORIES, story("s3", "a5")]
    (joined,) = merge(told, by_id(A, B, C, D, late), COPIES, stories, decisions=[join(PLANNED, HELD)])
    assert joined.articles[-1] == "a5"


def test_of_two_legs_told_by_one_sentence_the_one_that_was_meant_is_joined() -> None:
    legs = [event(A, when="2031-05-12", destination=("KE",)), event(A, when="2031-05-13", destination=("UG",))]
    held = event(B, when="2031-05-03", status="underway", destination=("KE",))
    before = ledger(told=[*legs, held])
    kenya, uganda, begun = before
    assert (kenya.destination, uganda.destination, begun.articles) == (("KE",), ("UG",), ("a2",))
    joined, apart = sorted(ledger(join(kenya, begun), told=[*legs, held]), key=lambda one: one.destination)
    assert (joined.destination, joined.articles) == (("KE",), ("a1", "a2"))
    assert (apart.destination, apart.articles) == (("UG",), ("a1",))


def test_two_events_of_one_sentence_are_joined_where_nothing_but_a_person_tells_them_apart() -> None:
    vaugh = Person(name="Petra Vaugh", country="KE")
    lind = PLANNED.principals[0]
    talks = {"type": "meeting", "when": "2031-05-12", "destination": ()}
    told = [event(A, principals=(lind, other), **talks) for other in (OKELLO, vaugh)]
    for first, second in (told, told[::-1]):
        one, other = (
            next(item for item in ledger(told=told) if item.principals == event_.principals)
            for _, event_ in (first, second)
        )
        (joined,) = ledger(join(one, other), told=told)
        assert {person.name for person in joined.principals} == {lind.name, OKELLO.name, vaugh.name}
        assert lost([join(one, other)], [joined]) == []


def test_two_events_of_one_article_that_nothing_tells_apart_are_joined() -> None:
    told = [event(A, when="2031-05-12"), event(A, when="2031-05-12")]
    one, other = ledger(told=told)
    (joined,) = ledger(join(one, other), told=told)
    assert joined.articles == ("a1",)


def test_a_join_that_brings_nothing_together_is_told() -> None:
    (problem,) = lost([join(PLANNED, HELD)], ledger())
    assert "joined nothing" in problem.message
    assert lost([join(PLANNED, HELD), part(PLANNED, "a1")], ledger()) == []


def test_a_part_that_would_leave_nothing_changes_nothing() -> None:
    assert ledger(part(HELD, "a2", "a3", "a4")) == ledger()


def test_an_event_tells_that_it_was_joined_or_parted_and_by_whom() -> None:
    joined = join(PLANNED, HELD)
    (one,) = decided_events(ledger(joined), [joined])
    assert [(said.kind, said.value, said.by) for said in one.rulings] == [("join", ("a2", "a3", "a4"), "Ada")]
    parted = part(HELD, "a3", "a4")
    told = {one.articles: one for one in decided_events(ledger(parted), [parted])}
    for articles in (("a2",), ("a3", "a4")):
        assert [(said.kind, said.value) for said in told[articles].rulings] == [("part", ("a3", "a4"))]
    assert told[("a1",)].rulings == ()


def test_a_join_one_of_whose_events_is_gone_is_told() -> None:
    gone = replace(HELD, evidence=tuple(replace(one, article="a9", quote="Gone.") for one in HELD.evidence))
    (problem,) = lost([join(PLANNED, gone)], ledger())
    assert "finds its event no more" in problem.message
    assert lost([join(PLANNED, HELD)], ledger(join(PLANNED, HELD))) == []


def changes(event_: Event) -> int:
    said = [(one.status, one.when) for one in event_.history if one.day]
    return sum(before != after for before, after in pairwise(said))


def counted(events: list[Event], decisions: list[Decision], article_: str) -> int:
    """What a calendar's SEQUENCE counts of the event that an article tells."""
    event_ = telling(events, article_)
    return changes(event_) + len(spoken_of(decisions, events).get(event_.id or "", ()))


def test_the_count_of_changes_never_falls_by_a_join_a_part_or_what_is_taken_back() -> None:
    joined, parted = join(PLANNED, HELD), replace(part(HELD, "a2"), about=HELD)
    for decision in (joined, parted):
        undone = replace(decision, undone=NOW + timedelta(hours=1))
        for one in ("a1", "a2", "a3"):
            counts = [counted(ledger(), [], one), counted(ledger(decision), [decision], one)]
            counts.append(counted(ledger(), [undone], one))
            assert counts == sorted(counts), (decision.kind, one)


NAMES = ("Maren Lindqvist", "Samuel Okello-Tum", "Petra Vaugh")
MADE = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from(["UG", "KE"]), st.sampled_from(["2031-05-12", "2031-05-19", None])
    ),
    min_size=2,
    max_size=7,
)
WORDS = st.lists(st.tuples(st.booleans(), st.integers(0, 9), st.integers(0, 9)), max_size=6)


@given(MADE, WORDS, st.randoms(use_true_random=False))
def test_no_report_is_lost_and_the_order_in_which_they_come_changes_nothing(
    made: list[tuple[str, str, str | None]], words: list[tuple[bool, int, int]], dice: object
) -> None:
    articles = [article(f"a{number}", "2031-05-02", f"Report {number}.") for number in range(len(made))]
    known = by_id(*articles)
    told = [
        event(one, principals=(Person(name=name, country=OKELLO.country),), destination=(where,), when=when)
        for one, (name, where, when) in zip(articles, made, strict=True)
    ]
    stories = [story(f"s{number}", one.id) for number, one in enumerate(articles)]
    decisions: list[Decision] = []
    events = merge(told, known, [], stories)
    for joins, first, second in words:
        one, other = events[first % len(events)], events[second % len(events)]
        if joins and one is not other:
            decisions.append(join(one, other, len(decisions)))
        elif not joins and len(one.articles) > 1:
            decisions.append(part(one, one.articles[second % len(one.articles)], number=len(decisions)))
        events = merge(told, known, [], stories, decisions=decisions)
        assert sorted(id_ for event_ in events for id_ in event_.articles) == sorted(known)
        if decisions and decisions[-1].kind == "join":
            assert (
                not joins
                or one is other
                or any({*one.articles, *other.articles} <= set(event_.articles) for event_ in events)
            )
    shuffled = list(told)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge(shuffled, known, [], stories, decisions=decisions) == events
