from __future__ import annotations

import csv
import io
from typing import Any

from tests.coding.test_agreement import coded, visit

from wiredesk.coding import adjudicated, disagreements, read_coded, sheet_line, to_csv
from wiredesk.coding.records import Coded, cited, event_in
from wiredesk.coding.sheet import coded_line
from wiredesk.types import Article

A = coded([visit(when="2031-05-12", evidence=["She flies on Monday."]), visit(type="call", destination=[])])
B = coded([visit(when="2031-05-13", evidence=[{"quote": "She flies on Monday.", "fields": ["when"]}])])


def settle(a: list[Coded], b: list[Coded], **words: str) -> tuple[list[Coded], list[Any]]:
    """The table of two coders with these words, by field, in its last column."""
    rows = list(csv.DictReader(io.StringIO(to_csv(disagreements(a, b)), newline="")))
    for row in rows:
        row["adjudicated"] = words.get(row["field"], "")
    made = io.StringIO()
    writer = csv.DictWriter(made, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return adjudicated(a, b, made.getvalue(), "table.csv")


def test_the_table_has_both_values_the_words_and_an_empty_column() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(disagreements(A, B)), newline="")))
    assert [(row["field"], row["a"], row["b"]) for row in rows] == [
        ("when", "2031-05-12", "2031-05-13"),
        ("event", "call, announced | Maren Lindqvist, Foreign Minister, NO | 2031-05-12", ""),
    ]
    assert rows[0]["quotes"] == "She flies on Monday."
    assert {row["adjudicated"] for row in rows} == {""}


def test_a_coders_word_or_a_value_of_its_own_settles_a_field() -> None:
    for word, when in (("a", "2031-05-12"), ("B", "2031-05-13"), ("2031-05-12/2031-05-13", "2031-05-12/2031-05-13")):
        (settled,), problems = settle(A, B, when=word, event="none")
        assert problems == []
        assert [record.when for record in settled.records] == [when]


def test_an_event_that_one_coder_has_stays_if_that_one_is_right() -> None:
    (settled,), _ = settle(A, B, when="a", event="a")
    assert [record.type for record in settled.records] == ["visit", "call"]
    (settled,), _ = settle(A, B, when="a", event="b")
    assert [record.type for record in settled.records] == ["visit"]


def test_the_words_of_both_are_kept_each_once() -> None:
    (settled,), _ = settle(A, B, when="a", event="none")
    assert [(quote.quote, quote.fields) for quote in settled.records[0].evidence] == [
        ("She flies on Monday.", ("when",))
    ]


def test_a_row_that_is_not_decided_or_cannot_be_read_leaves_its_article_out() -> None:
    for words, said in (
        ({"when": "a"}, "event 2, event: not decided yet"),
        ({"when": "soon", "event": "none"}, "event 1, when: `when` is no EDTF day or span: 'soon'"),
        ({"when": "a", "event": "yes"}, "event 2, event: write a or b for the coder who is right, or none"),
    ):
        settled, (problem,) = settle(A, B, **words)
        assert settled == []
        assert problem.message == said


def test_a_table_of_other_sheets_is_refused() -> None:
    other = coded([visit(when="2031-05-14"), visit(type="call", destination=[])])
    settled, (problem,) = adjudicated(other, B, to_csv(disagreements(A, B)), "table.csv")
    assert settled == []
    assert "other sheets" in problem.message
    assert "lacks the column article" in adjudicated(A, B, "x,y\r\n1,2\r\n", "table.csv")[1][0].message


def test_people_lists_places_and_roles_are_settled_by_a_value_too() -> None:
    a = coded([visit(principals=[{"name": "Maren Lindqvist"}, {"name": "Ola Nordby"}], destination=["UG"])])
    b = coded([visit(destination=["KE"], place="Kampala")])
    (settled,), problems = settle(
        a, b, principals="Maren Lindqvist, Premier, NO; -, Envoy, SE", destination="UG KE", place="-", roles="a"
    )
    assert problems == []
    (record,) = settled.records
    assert [(one.name, one.role, one.country) for one in record.principals] == [
        ("Maren Lindqvist", None, None),  # the roles were settled last, for the first coder, who gives none
        (None, "Envoy", "SE"),
    ]
    assert (record.destination, record.place) == (("UG", "KE"), None)


def test_no_cell_of_the_table_is_a_formula() -> None:
    evil = '=HYPERLINK("https://x.example","y")'
    a = coded([visit(place=evil)])
    b = coded([visit(place="Gulu")])
    table = to_csv(disagreements(a, b))
    (row,) = csv.DictReader(io.StringIO(table, newline=""))
    assert row["a"] == "'" + evil
    (settled,), problems = settle(a, b, place="a")
    assert (problems, settled.records[0].place) == ([], evil)


ARTICLE = Article(id="a0", body=("Maren Lindqvist will visit Uganda.", "She flies\non Monday."))


def test_a_sheet_that_is_written_and_read_back_says_the_same() -> None:
    (blind, *_), problems = read_coded(sheet_line(ARTICLE, []), "sheet")
    assert (blind.records, problems) == ((), [])
    assert "not coded yet" in read_coded(sheet_line(ARTICLE, None), "sheet")[1][0].message
    again, _ = read_coded(coded_line(A[0]), "gold")
    assert again == A


def test_a_coders_record_is_an_event_of_the_article_whose_words_it_quotes() -> None:
    record = A[0].records[0]
    event = event_in(ARTICLE, record)
    (piece,) = event.evidence
    assert ARTICLE.part(piece.part)[piece.start : piece.end] == piece.quote == "She flies\non Monday."
    assert cited(ARTICLE, "will visit  Uganda").start == 16
