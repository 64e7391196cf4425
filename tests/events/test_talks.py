"""Who met whom and who went where: hosts of another sentence, days of their own, third countries, tours, calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.types import Event, Page, Person

PUBLISHED = "2031-05-14"


def told(event: Event) -> str:
    """An event in one line: kind, status, who, where, when, hosts; people in the order of the alphabet."""
    line = f"{event.type} {event.status}: {people(event.principals)} > "
    line += f"{' '.join(sorted(event.destination)) or '-'} {event.when or '-'}"
    return f"{line} with {people(event.counterparts)}" if event.counterparts else line


def people(persons: tuple[Person, ...]) -> str:
    return ", ".join(sorted({person.name or person.role or "" for person in persons}))


def cases() -> list[tuple[str, list[str]]]:
    """The texts of talks_told.txt and trips_told.txt with their records."""
    found: list[tuple[str, list[str]]] = []
    files = (Path(__file__).parent / name for name in ("talks_told.txt", "trips_told.txt"))
    for line in "\n".join(file.read_text(encoding="utf-8") for file in files).splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@pytest.mark.parametrize(("text", "records"), cases())
def test_a_text_tells_its_talks_and_no_others(text: str, records: list[str]) -> None:
    found = find_events(extract(Page.text(text, published=PUBLISHED)))
    assert sorted(map(told, found)) == sorted(records)
