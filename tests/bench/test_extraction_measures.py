"""Body, headline, day and byline are measured as the bench says, errata and names of no persons apart."""

import json
from functools import partial
from pathlib import Path

import pytest
from bench.extraction_measures import precision_recall
from bench.extraction_persons import folded, is_person, parted, persons
from bench.extraction_readers import Reading
from tests.bench.marked_pages import BODY, reader_of, write_corpus

from bench import extraction_pages, score_extraction


def scored(data: Path, **found: Reading) -> dict[str, float]:
    return score_extraction.score(data, reader=reader_of(found))


def test_shingles_are_multisets_of_four_tokens() -> None:
    assert precision_recall("a b c d e", "A b, c d! e") == (1.0, 1.0)
    assert precision_recall("a b c d e f", "a b c d e") == (1.0, 2 / 3)
    assert precision_recall("a b c d a b c d", "a b c d") == (1.0, 1 / 5)
    assert precision_recall("two words", "two words") == (1.0, 1.0)
    assert precision_recall("", "") == (1.0, 1.0)
    assert precision_recall("a b c d", "") == (0.0, 0.0)


def test_what_agrees_but_for_case_and_marks_is_right(tmp_path: Path) -> None:
    figures = scored(write_corpus(tmp_path, {"n1": {}}))
    assert figures["scrapinghub.body_f1"] == figures["news.body_f1"] == figures["news.body_exact"] == 1.0
    assert figures["news.headline"] == figures["news.day"] == figures["news.byline_f1"] == 1.0
    assert figures["news.pages"] == 1.0


def test_a_missing_word_costs_exactness_and_recall(tmp_path: Path) -> None:
    shorter = Reading(body=BODY.rsplit(" ", 1)[0], headline="Something else", day="2024-03-05")
    figures = scored(write_corpus(tmp_path, {"n1": {}, "n2": {}}), n2=shorter)
    assert figures["news.body_exact"] == figures["news.headline"] == figures["news.day"] == 0.5
    assert figures["news.body_precision"] == 1.0
    assert 0.9 < figures["news.body_recall"] < 1.0


def test_an_erratum_counts_in_one_figure_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    errata = tmp_path / "errata.jsonl"
    errata.write_text(json.dumps({"set": "news", "id": "n2", "field": "day", "gold": "2023-03-04"}), encoding="utf-8")
    data = write_corpus(tmp_path, {"n1": {}, "n2": {"date": "2023-03-04"}, "n3": {"date": "NaT"}})
    pages = extraction_pages.load(data, "news", errata=errata)
    assert [page.day_is_erratum for page in pages] == [False, True, False]
    monkeypatch.setattr(score_extraction, "load", partial(extraction_pages.load, errata=errata))
    figures = scored(data)
    assert figures["news.day"] == 0.5
    assert figures["news.day_outside_errata"] == 1.0
    assert figures["news.day_errata.pages"] == 1.0


def test_an_erratum_of_another_mark_is_refused(tmp_path: Path) -> None:
    errata = tmp_path / "errata.jsonl"
    errata.write_text(json.dumps({"set": "news", "id": "n1", "field": "day", "gold": "2023-03-04"}), encoding="utf-8")
    with pytest.raises(ValueError, match="n1 is marked 2024-03-04, not 2023-03-04"):
        extraction_pages.load(write_corpus(tmp_path, {"n1": {}}), "news", errata=errata)


def test_a_byline_is_scored_over_marked_persons(tmp_path: Path) -> None:
    data = write_corpus(
        tmp_path,
        {"n1": {"authors": "Ada Moreno, Ben Okafor"}, "n2": {"authors": "Harbour News Service"}, "n3": {"authors": ""}},
    )
    figures = scored(data, n2=Reading(byline=("Nobody Here",)), n3=Reading(byline=("Nobody Here",)))
    assert figures["news.byline_f1"] == pytest.approx(2 / 3)
    assert figures["news.byline_names.counted"] == 2.0
    assert figures["news.byline_names.left_out"] == 1.0
    assert figures["news.byline_names.pages"] == 1.0


def test_a_marked_agency_costs_nobody_and_an_invented_name_costs(tmp_path: Path) -> None:
    data = write_corpus(tmp_path, {"n1": {"authors": "Ada Moreno, Coastal Press"}})
    assert scored(data, n1=Reading(byline=("Ada Moreno", "Coastal Press")))["news.byline_f1"] == 1.0
    assert scored(data, n1=Reading(byline=("Ada Moreno", "Harbour Desk")))["news.byline_f1"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("By Ada Moreno and Ben Okafor", ["Ada Moreno", "Ben Okafor"]),
        ("Ada Moreno , Ben Okafor|\t", ["Ada Moreno", "Ben Okafor"]),
        ("Carla V. Ruiz, Ph.D.", ["Carla V. Ruiz"]),
        ("John Marsh Jr.", ["John Marsh"]),
        ("JR Okafor", ["JR Okafor"]),
        ("", []),
    ],
)
def test_names_are_parted(authors: str, names: list[str]) -> None:
    assert parted(authors) == names


@pytest.mark.parametrize("name", ["Ada Moreno", "Carla V. Ruiz", "Jean-Luc de la Cour", "Li Ma", "Nora O’Shea"])
def test_these_are_persons(name: str) -> None:
    assert is_person(name, "https://harbour.example/1")


@pytest.mark.parametrize(
    "name", ["Harbour News", "The Ferrymen", "AFP", "Staff Writer", "harbour.com Team", "Our Harbour", "Ada", "a b"]
)
def test_these_are_not(name: str) -> None:
    assert not is_person(name, "https://ourharbour.example/1")


def test_names_fold_to_one_form() -> None:
    assert folded("Dr. José O’Shea, PhD") == folded("jose oshea") == "jose oshea"
    assert persons("Ada Moreno, Coastal Press") == (frozenset({"ada moreno"}), frozenset({"coastal press"}))


def test_speeds_are_told_and_set_against_rivals() -> None:
    found = {"news.pages_per_second": 100.0}
    others = {
        "trafilatura_with_metadata": {"news.pages_per_second": 10.0},
        "parsing_turbohtml": {"news.pages_per_second": 400.0},
        "parsing_lexbor": {"news.pages_per_second": 200.0},
    }
    assert score_extraction.compare(found, others) == {
        "news.times_trafilatura": 10.0,
        "news.share_of_parsing": 0.25,
        "news.share_of_lexbor_parsing": 0.5,
    }


def test_rivals_are_charged_only_with_what_they_give(tmp_path: Path) -> None:
    reader = reader_of({})
    bare = type(reader)(name="bare", read=reader.read)
    figures = score_extraction.rivals(write_corpus(tmp_path, {"n1": {}}), readers=[reader, bare])
    assert figures["told"]["news.body_f1"] == 1.0
    assert not any("body" in name or "day" in name for name in figures["bare"])
    assert figures["bare"]["news.worst_milliseconds"] >= figures["bare"]["news.median_milliseconds"] >= 0
