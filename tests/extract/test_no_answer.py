"""That somebody could not be reached is news; how to reach the reporter is not."""

from __future__ import annotations

import pytest

from wiredesk.extract.body.phrasing import wording


@pytest.mark.parametrize(
    "line",
    [
        "ozolin could not be reached for comment.",
        "the company couldn’t immediately be reached on friday.",
        "neither of them has been reached for comment since.",
    ],
)
def test_a_vain_call_is_news(line: str) -> None:
    assert "contact" not in wording(line)


def test_how_to_reach_the_reporter_is_told() -> None:
    assert "contact" in wording("mara ozolin can be reached for comment at the desk.")
    assert "contact" in wording("mara ozolin can be reached at the desk in oslund.")
