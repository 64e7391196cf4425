"""The usual verbs of the trade, in the active, the passive, as participles and in relative clauses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.types import Event, Page

PUBLISHED = "2031-05-07"
GUEST, HOST = "Peruvian Foreign Minister Ana Quispe", "Latvian President Juris Kalns"


def told(event: Event) -> str:
    """An event in one line: kind, status, family names, country, town, when, hosts."""
    who = ", ".join((person.name or "?").split()[-1] for person in event.principals)
    hosts = ", ".join((person.name or "?").split()[-1] for person in event.counterparts)
    where = f"{' '.join(event.destination) or '-'} {event.place or '-'}"
    line = f"{event.type} {event.status}: {who} > {where} {event.when or '-'}"
    return f"{line} with {hosts}" if hosts else line


def usual() -> Iterator[tuple[str, str]]:
    """The sentences of the file beside this one, each with what it tells."""
    expected = ""
    for line in (Path(__file__).parent / "usual_verbs.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            expected = line.removeprefix("= ")
        elif line and not line.startswith("#"):
            yield line, expected


@pytest.mark.parametrize(("line", "expected"), list(usual()))
def test_the_usual_verbs_tell_their_event(line: str, expected: str) -> None:
    town, text = line.split(": ", 1)
    text = f"{town}, May 7 (Norring) - {text.format(guest=GUEST, host=HOST)}"
    found = find_events(extract(Page.text(text, published=PUBLISHED)))
    assert (" | ".join(sorted(map(told, found))) or "nothing") == expected
