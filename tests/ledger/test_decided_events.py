from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.ledger.wire import LINDQVIST, OKELLO, article, by_id, copy_set, event, story

from wiredesk.errors import UsageError
from wiredesk.ledger import merge
from wiredesk.pipeline.coded import coded_events
from wiredesk.pipeline.decided_events import decided_events, event_of, lost, reported_type, spoken_of
from wiredesk.pipeline.decided_told import decided_notes, decided_told
from wiredesk.pipeline.field_values import read_value
from wiredesk.pipeline.held import holds, read_terms
from wiredesk.publish.moved import replaced_days
from wiredesk.types import Annotations, Claim, Decision, DecisionKind, Event, EventReport, Person, PersonMention

NOW = datetime(2031, 5, 20, 9, tzinfo=UTC)
A, B = article("a1", "2031-05-02"), article("a2", "2031-05-03", "Lindqvist spoke to Okello-Tum. She will fly on.")
ALL = by_id(A, B)
TOLD = [
    event(A, when="2031-05-12", counterparts=(OKELLO,)),
    event(B, when="2031-05-12", place="Gulu"),
    event(B, type="call", when="2031-05-01", destination=(), principals=(LINDQVIST, OKELLO)),
]
LEDGER = merge(TOLD, ALL, [], [story("s1", "a1", "a2")])
VISIT = next(one for one in LEDGER if one.type == "visit")
CALL = next(one for one in LEDGER if one.type == "call")


def decision(kind: DecisionKind, value: str | None, about: Event | None = None, number: int = 1) -> Decision:
    target = about.articles if about else ("a1",)
    return Decision(id=f"d{number}", kind=kind, target=target, value=value, by="Ada", at=NOW, about=about)


def decided(*decisions: Decision) -> Event:
    return next(one for one in decided_events(LEDGER, decisions) if one.id == VISIT.id)


def test_a_corrected_field_stands_and_what_the_reports_say_is_said_otherwise() -> None:
    corrected = decided(decision("correct", "when 2031-05-13/2031-05-14", VISIT))
    assert corrected.when == "2031-05-13/2031-05-14"
    assert [(one.field, one.value, one.reported, one.by) for one in corrected.rulings] == [
        ("when", "2031-05-13/2031-05-14", "2031-05-12", "Ada")
    ]
    assert corrected.otherwise == (Claim(field="when", value="2031-05-12", articles=("a1", "a2"), witnesses=2),)
    assert "when" not in corrected.support


def test_the_last_word_wins_and_still_tells_what_the_reports_say() -> None:
    corrected = decided(decision("place", "Lira", VISIT), decision("correct", "place Arua", VISIT, 2))
    assert corrected.place == "Arua"
    assert [(one.decision, one.reported) for one in corrected.rulings] == [("d2", "Gulu")]
    assert [claim.value for claim in corrected.otherwise] == ["Gulu"]


def test_taking_the_word_of_fewer_reports_gives_it_their_support() -> None:
    told = [*TOLD, event(article("a3", "2031-05-04"), when="2031-05-12", place="Kampala")]
    told.append(event(article("a4", "2031-05-04"), when="2031-05-12", place="Kampala"))
    ledger = merge(told, ALL, [], [story("s1", "a1", "a2", "a3", "a4")])
    visit = next(one for one in ledger if one.type == "visit")
    (corrected,) = (one for one in decided_events(ledger, [decision("place", "Gulu", visit)]) if one.type == "visit")
    assert (corrected.place, corrected.support["place"]) == ("Gulu", 1)
    assert [(claim.value, claim.witnesses) for claim in corrected.otherwise] == [("Kampala", 2)]


def test_a_role_is_given_to_the_person_named() -> None:
    corrected = decided(decision("role", "Okello-Tum 'Acting President'", VISIT))
    assert corrected.counterparts == (replace(OKELLO, role="Acting President"),)
    assert corrected.principals == VISIT.principals
    assert [(one.field, one.person) for one in corrected.rulings] == [("role", "Samuel Okello-Tum")]


def test_confirming_and_disputing_mark_the_whole_and_the_last_holds() -> None:
    confirmed = decided(decision("dispute", "no such trip", VISIT), decision("confirm", None, VISIT, 2))
    assert (confirmed.verdict, [one.kind for one in confirmed.rulings]) == ("confirmed", ["confirm"])


def test_an_event_is_known_by_its_reported_type_though_an_editor_gave_another() -> None:
    corrected = decided(decision("correct", "type meeting", VISIT))
    assert (corrected.type, reported_type(corrected)) == ("meeting", "visit")


def test_a_decision_finds_its_event_by_its_quotes_whatever_its_id() -> None:
    moved = [replace(one, id=f"new{number}", when=None) for number, one in enumerate(LEDGER)]
    found = event_of(decision("confirm", None, CALL), moved)
    assert found is not None
    assert found.type == "call"


def test_a_decision_finds_its_event_by_people_where_the_words_were_read_anew() -> None:
    pieces = tuple(replace(one, quote="Other words.") for one in VISIT.evidence)
    found = event_of(decision("confirm", None, VISIT), [replace(VISIT, evidence=pieces), CALL])
    assert found is not None
    assert found.type == "visit"


def test_an_event_knows_when_editors_decided_and_took_it_back() -> None:
    first = decision("confirm", None, VISIT)
    undone = replace(decision("correct", "when 2031-05-13", VISIT, 2), undone=datetime(2031, 5, 21, tzinfo=UTC))
    elsewhere = decision("dispute", None, CALL, 3)
    spoken = spoken_of([first, undone, elsewhere], LEDGER)
    assert spoken == {VISIT.id: (NOW, NOW, undone.undone), CALL.id: (NOW,)}


def test_a_decision_whose_event_is_gone_is_told() -> None:
    (problem,) = lost([decision("confirm", None, VISIT)], [])
    assert (problem.source, "finds its event no more" in problem.message) == ("d1", True)
    assert lost([decision("confirm", None, VISIT), decision("date", "2031-05-01")], LEDGER) == []


def test_a_role_given_in_an_article_holds_for_all_that_it_tells() -> None:
    given = decision("role", "Lindqvist Premier")
    told = decided_told(TOLD, [given], {})
    assert [one.principals[0].role for _, one in told] == ["Premier", "Foreign Minister", "Foreign Minister"]
    mention = PersonMention(part="body", start=0, end=15, text="Maren Lindqvist", person=LINDQVIST)
    notes = decided_notes(
        {"a1": Annotations(article="a1", people=(mention,)), "a2": Annotations(article="a2")}, [given]
    )
    assert notes["a1"].people[0].person.role == "Premier"
    assert (notes["a2"].people, len(notes)) == ((), 2)


CODED = """[{"type": "visit", "status": "expected", "principals": [{"name": "Maren Lindqvist"}],
 "destination": ["UG"], "evidence": ["will visit Uganda"]}]"""


def test_a_coders_record_stands_in_place_of_what_the_machine_read_in_that_article() -> None:
    found, problems = coded_events([decision("code", CODED)], ALL)
    assert problems == []
    told = decided_told(TOLD, [], found)
    assert [(id_, one.status) for id_, one in told] == [("a2", "announced"), ("a2", "announced"), ("a1", "expected")]
    (piece,) = told[-1][1].evidence
    assert A.part("body")[piece.start : piece.end] == "will visit Uganda"


def test_a_coders_record_holds_for_copies_that_have_its_words_and_no_others() -> None:
    same, other = article("a3", "2031-05-02"), article("a4", "2031-05-02", "Lindqvist will see Kenya.")
    copies = [copy_set("c1", "a1", "a3", "a4")]
    found, _ = coded_events([decision("code", CODED)], by_id(A, same, other), copies)
    assert {id_: one.status for id_, (one,) in found.items()} == {"a1": "expected", "a3": "expected"}
    own = replace(decision("code", "[]", number=2), target=("a3",))
    found, _ = coded_events([decision("code", CODED), own], by_id(A, same), copies)
    assert {id_: len(events) for id_, events in found.items()} == {"a1": 1, "a3": 0}


def test_a_coders_record_whose_words_are_gone_is_told_and_not_used() -> None:
    found, (problem,) = coded_events([decision("code", CODED.replace("Uganda", "Kenya"))], ALL)
    assert found == {}
    assert problem.source == "a1"
    assert "do not stand in a1" in problem.message


def test_a_question_on_hold_names_the_events_that_fit_by_now() -> None:
    asked = decision("hold", "'Did she go?' person=Lindqvist country=UG when=2031-05", None)
    (hold,) = holds([asked, replace(asked, undone=NOW)], LEDGER)
    assert (hold.question, hold.person, hold.country, hold.when) == ("Did she go?", "Lindqvist", "UG", "2031-05")
    assert set(hold.events) == {VISIT.id, CALL.id}
    (narrow,) = holds([decision("hold", "'Did she call?' type=call country=KE")], LEDGER)
    assert narrow.events == ()
    (own,) = holds([decision("hold", "'Was she at home?' person=Lindqvist country=NO")], LEDGER)
    assert own.events == ()  # that she is of Norway is no answer


def test_a_question_names_its_country_by_code_or_by_name() -> None:
    for country in ("UG", "ug", "Uganda", "uganda"):
        assert read_terms([f"country={country}"]) == {"country": "UG"}
    assert read_terms(["country=the Gambia"]) == {"country": "GM"}
    assert read_value("destination", "South Africa, Kenya; NO SE") == ("ZA", "KE", "NO", "SE")


def test_what_was_called_off_without_a_day_answers_for_the_time_of_which_it_was_said() -> None:
    report = EventReport(article="a1", day=date(2031, 4, 28), status="cancelled", when=None)
    off = replace(VISIT, status="cancelled", when=None, history=(report,))
    asked = "'Did she go?' person=Lindqvist country=UG when="
    (hold,) = holds([decision("hold", f"{asked}2031-05", None)], [off])
    assert hold.events == (VISIT.id,)
    for year in ("2030-05", "2032-05"):
        (none,) = holds([decision("hold", f"{asked}{year}", None)], [off])
        assert none.events == ()
    (coming,) = holds([decision("hold", f"{asked}2031-05", None)], [replace(off, status="announced")])
    assert coming.events == ()


def test_a_question_about_an_event_names_it_apart() -> None:
    (hold,) = holds([decision("hold", "'Whom did she see?'", VISIT)], LEDGER)
    assert (hold.about, hold.events) == (VISIT.id, ())


@pytest.mark.parametrize("word", ["colour=red", "country=Narnia", "country=Oslo", "when=soon", "type=trip", "person="])
def test_a_term_that_cannot_be_read_is_refused(word: str) -> None:
    with pytest.raises(UsageError):
        read_terms([word])


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("when", "2031-05-12/", "2031-05-12/"),
        ("destination", "ug, KE", ("UG", "KE")),
        ("destination", "-", ()),
        ("place", "-", None),
        ("principals", "Okello-Tum; -, Envoy, SE", (Person(name="Okello-Tum", role=OKELLO.role, country="UG"),
                                                    Person(name=None, role="Envoy", country="SE"))),
        ("counterparts", "Ola Nordby, -, NO", (Person(name="Ola Nordby", role=None, country="NO"),)),
    ],
)  # fmt: skip
def test_what_an_editor_writes_for_a_field(field: str, text: str, value: object) -> None:
    assert read_value(field, text, (OKELLO,)) == value


@pytest.mark.parametrize(
    ("field", "text"),
    [("when", "Monday"), ("status", "done"), ("colour", "red"), ("principals", "-"), ("principals", "-, -, NO"),
     ("destination", "Narnia"), ("counterparts", "A, B, NO, d")],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_hint(field: str, text: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_value(field, text)
    assert refused.value.hint


def _quoting(told: tuple[str, Event], *fields: str) -> tuple[str, Event]:
    id_, event_ = told
    return id_, replace(event_, evidence=tuple(replace(one, fields=fields) for one in event_.evidence))


def test_a_replaced_value_is_told_by_those_who_give_it_and_stands_with_its_field() -> None:
    told = [
        _quoting(event(A, when="2031-05-12"), "type", "when"),
        _quoting(event(B, when="2031-05-12", place="Gulu"), "type", "when", "place"),
    ]
    ledger = merge(told, ALL, [], [story("s1", "a1", "a2")])
    words = [decision("correct", "when 2031-05-20", ledger[0]), decision("place", "Lira", ledger[0], 2)]
    (corrected,) = decided_events(ledger, words)
    assert corrected.otherwise == (
        Claim(field="place", value="Gulu", articles=("a2",), witnesses=1),
        Claim(field="when", value="2031-05-12", articles=("a1", "a2"), witnesses=2),
    )


def test_the_course_goes_by_the_days_that_an_editor_gave() -> None:
    told = [event(A, when="2031-05-12"), event(B, when="2031-05-12", status="completed")]
    ledger = merge(told, ALL, [], [story("s1", "a1", "a2")])
    for value, days in (
        ("2031-05-13", [("announced", "/2031-05-02"), ("held", "2031-05-13")]),
        ("2031-05-13/2031-05-14", [("announced", "/2031-05-02"), ("begun", "2031-05-13"), ("ended", "2031-05-14")]),
        ("-", [("announced", "/2031-05-02"), ("held", None)]),
    ):
        (ruled,) = decided_events(ledger, [decision("correct", f"when {value}", ledger[0])])
        assert [(turn.kind, turn.day) for turn in ruled.course] == days
        assert ruled.course[0].articles == ("a1",)
        assert {turn.articles for turn in ruled.course[1:]} == {("a2",)}
        assert [replaced_days(turn, ruled) for turn in ruled.course] == ["2031-05-12"] * len(days)
    assert [replaced_days(turn, ledger[0]) for turn in ledger[0].course] == [None, None]


def test_a_replaced_day_is_not_told_by_who_gave_the_one_before_it() -> None:
    told = [event(A, when="2031-05-09"), event(B, when="2031-05-12", status="postponed", rescheduled=True)]
    (moved,) = merge(told, ALL, [], [story("s1", "a1", "a2")])
    (corrected,) = decided_events([moved], [decision("correct", "when 2031-05-20", moved)])
    assert [(one.value, one.articles) for one in corrected.otherwise] == [("2031-05-12", ("a2",))]
    (corrected,) = decided_events([moved], [decision("correct", "status cancelled", moved)])
    assert [(one.value, one.articles) for one in corrected.otherwise] == [("postponed", ("a2",))]
