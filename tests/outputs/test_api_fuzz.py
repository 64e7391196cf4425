from __future__ import annotations

from tests.outputs.api_fuzz import fuzz
from tests.outputs.conftest import Lived

# All 2,000 take half a minute: `python -m tests.outputs.api_fuzz`.
REQUESTS = 300


def test_the_api_answers_whatever_is_asked_as_it_says_it_does(lived: Lived) -> None:
    statuses, wrong = fuzz(lived.app, REQUESTS)
    assert wrong == []
    assert statuses.total() >= REQUESTS
    assert not [status for status in statuses if status >= 500]
    assert {200, 404, 422} <= statuses.keys()
