"""Who went before is no witness of the visit that is to come."""

from __future__ import annotations

from pathlib import Path

from tests.events.test_events import read

CASE = Path(__file__).parents[1] / "cases" / "events" / "an-earlier-holder-of-the-office-went"


def test_a_sentence_on_an_earlier_holder_of_the_office_is_no_evidence_of_the_coming_visit() -> None:
    _, (event,), _ = read(CASE)
    assert not any("2019" in piece.quote for piece in event.evidence)
