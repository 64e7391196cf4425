"""The days of a visit that a sentence tells by counting, and years that date something else."""

from __future__ import annotations

import pytest

from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.types import Page

PUBLISHED = "2023-05-10"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            (
                "EU Energy Commissioner Karin Lund said on Wednesday, the second day of her three-day visit to Chile, "
                "that talks went well."
            ),
            ["2023-05-09/2023-05-11"],
        ),
        (
            "Norwegian Foreign Minister Karin Lund was in Lima on Monday, the last day of a three-day visit to Peru.",
            ["2023-05-06/2023-05-08"],
        ),
        (
            (
                "Latvian Foreign Minister Janis Ozols will go to Tbilisi next Monday. He is to see Georgian Premier "
                "Otar Beridze and to lay flowers at a memorial to the victims of the 1991 floods."
            ),
            ["2023-05-15"],
        ),
    ],
)
def test_a_day_within_tells_the_ends_and_a_thing_keeps_its_year(text: str, days: list[str]) -> None:
    assert [event.when for event in find_events(extract(Page.text(text, published=PUBLISHED)))] == days


def test_a_new_day_stands_before_rather_than_the_old() -> None:
    text = "Chilean President Ana Sol will go to Brasilia in June rather than next week, her office said on Tuesday."
    found = find_events(extract(Page.text(text, published=PUBLISHED)))
    assert [(event.status, event.when) for event in found] == [("postponed", "2023-06")]
