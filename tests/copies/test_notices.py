import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading import CASES, as_article

from wiredesk.copies import find_copies, find_notices, set_aside
from wiredesk.copies.corrections import CORRECTIONS
from wiredesk.copies.rules import Rules
from wiredesk.copies.tellings import telling
from wiredesk.copies.withdrawals import WITHDRAWALS
from wiredesk.copies.wording import Sign, is_cued
from wiredesk.types import Article, Notice

NOTICES = CASES / "notices"
FOLDERS = sorted(path for path in NOTICES.iterdir() if path.is_dir())
SOME = [json.loads(line) for line in (NOTICES / "one-notice.jsonl").read_text("utf-8").splitlines()]
NONE = [json.loads(line) for line in (NOTICES / "no-notice.jsonl").read_text("utf-8").splitlines()]
CORRECTED = [json.loads(line) for line in (NOTICES / "correction-lines.jsonl").read_text("utf-8").splitlines()]
UPDATES = [json.loads(line) for line in (NOTICES / "update-lines.jsonl").read_text("utf-8").splitlines()]


def read(case: Path) -> list[Article]:
    return [as_article(record) for record in json.loads((case / "input.json").read_text("utf-8"))["articles"]]


def as_expected(notice: Notice) -> dict[str, Any]:
    return {
        "kind": notice.kind,
        "by": notice.by,
        "target": notice.target,
        "text": notice.text,
        "day": notice.day.isoformat(),
    }


def in_order(notices: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(notices, key=lambda notice: (notice["day"], notice["kind"], notice["text"]))


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: folder.name)
def test_notices_and_what_is_set_aside_are_those_of_the_case(case: Path) -> None:
    articles = read(case)
    copies = find_copies(articles)
    notices = find_notices(articles, copies)
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    assert in_order([as_expected(one) for one in notices]) == in_order(expected["notices"])
    assert sorted(set_aside(notices, articles, copies)) == expected["set_aside"]


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: folder.name)
def test_words_of_a_notice_stand_in_the_article_that_says_them(case: Path) -> None:
    articles = read(case)
    by_id = {one.id: one for one in articles}
    for notice in find_notices(articles[::-1], find_copies(articles)):
        cited = notice.citation
        assert cited is not None
        assert by_id[cited.article].part(cited.part)[cited.start : cited.end] == cited.quote == notice.text


@pytest.mark.parametrize("record", NONE, ids=lambda record: record["about"])
def test_news_about_killing_correcting_and_withdrawing_is_no_notice(record: dict[str, Any]) -> None:
    one = as_article({"id": "a", "day": "2026-03-11", **record})
    others = [copy for case in FOLDERS for copy in read(case)[:1]]
    others = [replace(other, id=f"{number}") for number, other in enumerate(others)]
    articles = [one, *others]
    notices = find_notices(articles, find_copies(articles))
    assert not [notice for notice in notices if notice.citation and notice.citation.article == "a"]


@pytest.mark.parametrize("record", SOME, ids=lambda record: record["headline"])
def test_words_of_change_are_a_notice_of_their_kind(record: dict[str, Any]) -> None:
    one = as_article({"id": "a", "day": "2026-03-11", **record})
    assert {notice.kind for notice in find_notices([one], find_copies([one]))} == {record["kind"]}


@pytest.mark.parametrize("foot", [False, True], ids=["head", "foot"])
@pytest.mark.parametrize("record", UPDATES, ids=lambda record: record["line"])
def test_a_line_on_what_was_updated_is_the_notice_and_a_sentence_is_none(record: dict[str, Any], foot: bool) -> None:
    report = ["The mayor of Kell resigned on Tuesday.", "Her deputy takes over.", "The bridge is to cost nine crowns."]
    body = [*report, record["line"]] if foot else [record["line"], *report]
    headline = "UPDATE 1-Mayor of Kell resigns" if record["update"] else "Mayor of Kell resigns"
    one = as_article({"id": "a", "day": "2026-03-11", "outlet": "Northwire", "headline": headline, "body": body})
    found = telling(one, Rules())
    if not record["update"]:
        assert found is None
    else:
        assert found is not None
        assert found.kind == "update"
        assert one.part(found.part)[found.start : found.end] == record["line"]


@pytest.mark.parametrize("foot", [False, True], ids=["head", "foot"])
@pytest.mark.parametrize("record", CORRECTED, ids=lambda record: record["line"])
def test_a_papers_note_on_its_own_error_is_a_correction(record: dict[str, Any], foot: bool) -> None:
    report = ["The mayor of Kell resigned on Tuesday.", "Her deputy takes over.", "The bridge is to cost nine crowns."]
    body = [*report, record["line"]] if foot else [record["line"], *report]
    one = as_article({"id": "a", "day": "2026-03-11", "outlet": "Compass", "headline": "Mayor resigns", "body": body})
    found = telling(one, Rules())
    assert (found is not None and found.kind == "correction") == record["correction"]
    if found is not None and record["correction"]:
        assert record["line"].endswith(one.part(found.part)[found.start : found.end].split(". ")[-1])


@pytest.mark.parametrize(
    "one", [one for one in (*CORRECTIONS, *WITHDRAWALS) if one.place == "text" and one.needs in ("nothing", "error")]
)
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_a_sign_of_change_matches_has_a_cue(one: Sign, data: st.DataObject) -> None:
    wording = re.sub(r"\(\?<=(\\\(|\[[^\]]+\])\)", r"\1", one.wording)  # what stands before it, too
    text = data.draw(st.from_regex(re.compile(wording, re.DOTALL)))
    if re.search(wording, text, re.DOTALL):
        assert is_cued(text)
