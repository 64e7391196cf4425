"""A visit's days told in pieces: its ends in several verbs and sentences, the legs of a tour, plain presents."""

from datetime import date
from pathlib import Path

import pytest

from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.types import Page

TEXTS = [
    block.strip().split("\n")
    for block in Path(__file__).with_name("days_in_pieces.txt").read_text(encoding="utf-8").split("\n\n")
    if not block.startswith("#")
]


@pytest.mark.parametrize("lines", TEXTS, ids=lambda lines: lines[0][:60])
def test_a_text_tells_the_days(lines: list[str]) -> None:
    day, _, text = lines[0].partition(" ")
    published = None if day == "undated" else date.fromisoformat(day).isoformat()
    found = find_events(extract(Page.text(text, published=published)))
    told = sorted(f"{one.type} {','.join(one.destination) or '-'} {one.status} {one.when or 'null'}" for one in found)
    assert told == sorted(lines[1:])
