"""Labels hold no words, and find captions all the same."""

import json
from pathlib import Path

import pytest
from bench.extraction_labels import LABELS, Label, load
from bench.extraction_measures import Read
from bench.extraction_pages import ERRATA, MarkedPage
from bench.extraction_readers import Reading
from tests.bench.marked_pages import BODY, article, reader_of, write_corpus

from bench import extraction_anatomy, labelling, score_extraction
from wiredesk.types import Article, Caption

CAPTION = "The ferry leaves Oldharbour in calm weather on Monday."
READING = {
    "set": "news",
    "id": "n1",
    "agency": "AP",
    "dateline": {"place": "OLDHARBOUR, Ore.", "agency": "AP", "day": None},
    "byline": ["Ada Moreno"],
    "captions": [{"text": f"FILE - {CAPTION}", "credit": "Photo by Ben Okafor"}],
}


def labels(tmp_path: Path, **changes: object) -> list[Label]:
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(labelling.digested({**READING, **changes})) + "\n", encoding="utf-8")
    return load(path)


def figures(found: Article, label: list[Label]) -> dict[str, float]:
    page = MarkedPage(set="news", id="n1", packed=b"", url=None, body=BODY)
    return extraction_anatomy.score([Read(page=page, found=Reading(article=found), seconds=0.0)], label)


def test_a_label_holds_no_word_of_a_caption_or_a_name(tmp_path: Path) -> None:
    labels(tmp_path)
    text = (tmp_path / "labels.jsonl").read_text(encoding="utf-8").lower()
    assert not any(word in text for word in ("ferry", "okafor", "moreno"))


def test_all_that_agrees_is_right(tmp_path: Path) -> None:
    found = article(
        credit="Associated Press",
        basis="stated",
        place="Oldharbour",
        byline=("Ada Moreno",),
        captions=(Caption(text=CAPTION, credit="Ben Okafor"),),
    )
    told = figures(found, labels(tmp_path))
    assert {name: value for name, value in told.items() if value != 1.0} == {"caption_lines_in_bodies": 0.0}


@pytest.mark.parametrize(
    "text",
    [CAPTION, f"FILE - {CAPTION}", f"{CAPTION} Photo by Ben Okafor", f"{CAPTION} (Ben Okafor/Coastal Press)"],
)
def test_a_caption_is_met_with_and_without_its_credit(tmp_path: Path, text: str) -> None:
    told = figures(article(captions=(Caption(text=text),)), labels(tmp_path))
    assert told["caption_recall"] == told["caption_precision"] == 1.0


def test_a_caption_missed_or_invented_is_told(tmp_path: Path) -> None:
    told = figures(article(captions=(Caption(text="Something else stands here altogether."),)), labels(tmp_path))
    assert told["caption_recall"] == told["caption_precision"] == 0.0


def test_an_open_caption_counts_neither_way(tmp_path: Path) -> None:
    captions = [*READING["captions"], {"text": "Watch the ferry sail again now", "credit": None, "optional": True}]
    label = labels(tmp_path, captions=captions)
    with_it = (Caption(text=CAPTION), Caption(text="Watch the ferry sail again now"))
    for found in (with_it, with_it[:1]):
        told = figures(article(captions=found), label)
        assert told["caption_recall"] == told["caption_precision"] == 1.0


def test_a_caption_inside_a_body_is_found_and_listed(tmp_path: Path) -> None:
    label = labels(tmp_path)
    inside = article(body=(BODY, f"On the quay: {CAPTION.upper()} More to come."))
    assert figures(inside, label)["caption_lines_in_bodies"] == 1.0
    assert figures(inside, label)["bodies_without_captions"] == 0.0
    page = MarkedPage(set="news", id="n1", packed=b"", url=None, body=BODY)
    read = Read(page=page, found=Reading(article=inside), seconds=0.0)
    assert "captions   news n1: 1 inside the body" in extraction_anatomy.faults([read], label)


def test_a_caption_that_is_also_a_paragraph_may_stand(tmp_path: Path) -> None:
    label = labels(tmp_path, captions=[{"text": CAPTION, "credit": None, "also_in_body": True}])
    assert figures(article(body=(CAPTION,)), label)["caption_lines_in_bodies"] == 0.0


@pytest.mark.parametrize(
    ("credit", "basis", "agency", "right"),
    [
        ("AP", "stated", "AP", 1.0),
        ("AP", "own", "AP", 1.0),
        ("Reuters", "stated", "AP", 0.0),
        (None, "unknown", "AP", 0.0),
        ("Harbour Gazette", "own", None, 1.0),
        ("AP", "stated", None, 0.0),
    ],
)
def test_agencies(tmp_path: Path, credit: str | None, basis: str, agency: str | None, right: float) -> None:
    found = article(credit=credit, basis=basis)  # type: ignore[arg-type]
    assert figures(found, labels(tmp_path, agency=agency))["agency"] == right


@pytest.mark.parametrize(
    ("place", "right"), [("OLDHARBOUR, Ore.", 1.0), ("Oldharbour", 1.0), ("Ore", 0.0), (None, 0.0)]
)
def test_places(tmp_path: Path, place: str | None, right: float) -> None:
    told = figures(article(place=place), labels(tmp_path))
    assert told["dateline_place"] == told["dateline_place_where_printed"] == right


def test_a_dateline_where_there_is_none_is_wrong(tmp_path: Path) -> None:
    label = labels(tmp_path, dateline=None)
    assert figures(article(place="Oldharbour"), label)["dateline_place"] == 0.0
    assert figures(article(), label)["dateline_place"] == 1.0


def test_a_byline_that_is_not_judged_counts_nowhere(tmp_path: Path) -> None:
    assert "byline_f1" not in figures(article(byline=("Anybody At All",)), labels(tmp_path, byline=None))


def test_agreement_of_two_readings() -> None:
    other = {**READING, "id": "n2", "agency": None, "captions": []}
    changed = {**other, "agency": "AFP", "captions": [{"text": CAPTION, "credit": None}]}
    same = labelling.agreement([READING, other], [READING, other])
    assert same["agency"] == same["agency_kappa"] == same["caption_f1"] == 1.0
    parted = labelling.agreement([READING, other], [READING, changed])
    assert parted["agency"] == 0.5
    assert parted["agency_kappa"] == pytest.approx(1 / 3)
    assert parted["caption_f1"] == pytest.approx(2 / 3)
    with pytest.raises(ValueError, match="not of the same pages"):
        labelling.agreement([READING], [other])


def test_the_scorer_joins_labels_to_pages(tmp_path: Path) -> None:
    labels(tmp_path)
    reader = reader_of({"n1": Reading(body=BODY, article=article(credit="AP", basis="stated"))})
    told = score_extraction.score(write_corpus(tmp_path, {"n1": {}}), reader=reader, labels=tmp_path / "labels.jsonl")
    assert told["labels.agency"] == 1.0
    assert told["labels.dateline_place"] == 0.0
    assert told["labels.pages"] == 1.0


def test_the_labels_of_the_repository_are_whole() -> None:
    every = load(LABELS)
    assert len({(label.set, label.id) for label in every}) == len(every) >= 120
    assert any(label.agency for label in every)
    assert any(label.captions for label in every)
    errata = [json.loads(line) for line in ERRATA.read_text(encoding="utf-8").splitlines()]
    assert all(one["gold"] != one["stated"] and one["reason"] for one in errata)
    assert len({one["id"] for one in errata}) == len(errata)
