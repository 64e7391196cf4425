"""Which sentences tell a visit, where it goes and how far it has come: a grid of places, deeds and turns of phrase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.types import Event, Page

PUBLISHED = "2031-05-14"
GUEST = "Peruvian Foreign Minister Rosa Quilla"


def told(event: Event) -> str:
    """An event in one line: kind, status, family names, countries."""
    who = ", ".join((person.name or "?").split()[-1] for person in event.principals)
    return f"{event.type} {event.status}: {who} > {' '.join(event.destination) or '-'}"


def grid() -> Iterator[tuple[str, str]]:
    """The texts of the file beside this one, each with what it tells."""
    expected = ""
    for line in (Path(__file__).parent / "visits_told.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            expected = line.removeprefix("= ")
        elif line and not line.startswith("#"):
            yield line, expected


@pytest.mark.parametrize(("line", "expected"), list(grid()))
def test_a_text_tells_its_visits(line: str, expected: str) -> None:
    text = line.format(guest=GUEST).replace(" | ", "\n\n")
    found = find_events(extract(Page.text(text, published=PUBLISHED)))
    assert " | ".join(sorted(map(told, found))) == ("" if expected == "nothing" else expected)
