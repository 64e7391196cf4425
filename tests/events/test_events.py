"""Each folder of tests/cases/events is a text and the records that it tells; see docs/reference/codebook.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.types import Article, Event, Page, Person

CASES = sorted((Path(__file__).parents[1] / "cases" / "events").iterdir())
FIELDS = ("type", "status", "principals", "counterparts", "destination", "place", "when", "announced_on")


def read(case: Path) -> tuple[Article, list[Event], dict[str, Any]]:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    article = extract(Page.text((case / "article.txt").read_text("utf-8"), published=expected["published"]))
    return article, find_events(article), expected


def as_record(event: Event) -> dict[str, Any]:
    return {
        "type": event.type,
        "status": event.status,
        "principals": [as_person(person) for person in event.principals],
        "counterparts": [as_person(person) for person in event.counterparts],
        "destination": list(event.destination),
        "place": event.place,
        "when": event.when,
        "announced_on": event.announced_on,
    }


def as_person(person: Person) -> dict[str, str | None]:
    return {"name": person.name, "role": person.role, "country": person.country}


def order(record: dict[str, Any]) -> str:
    return json.dumps(record, sort_keys=True)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_tells_its_records_and_no_other(case: Path) -> None:
    _, found, expected = read(case)
    assert sorted(map(as_record, found), key=order) == sorted(expected["events"], key=order)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_field_that_is_given_is_supported_by_exact_words(case: Path) -> None:
    article, found, _ = read(case)
    for event in found:
        for piece in event.evidence:
            assert article.part(piece.part)[piece.start : piece.end] == piece.quote
            assert article.part(piece.part)[: piece.start].endswith(piece.prefix)
            assert article.part(piece.part)[piece.end :].startswith(piece.suffix)
        supported = {name for piece in event.evidence for name in piece.fields}
        assert supported >= {name for name in FIELDS if getattr(event, name)}
