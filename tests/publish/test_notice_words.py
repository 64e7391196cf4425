"""A notice as a newspaper prints it: without brackets around it, and without what is said to editors alone."""

from __future__ import annotations

import pytest

from wiredesk.publish.notice_words import notice_words

_KILL = "Kill the story of the bridge. It stands."
_ORDERS = "Do not use the story. If it has been published, remove it from websites."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("(Corrects day of week in paragraph 3)", "Corrects day of week in paragraph 3"),
        ("[CORRECTED] Mayor resigns", "Mayor resigns"),
        ("Mayor resigns [Corrected]", "Mayor resigns"),
        ("CORRECTED-Mayor resigns", "Mayor resigns"),
        ("Correction: An earlier version gave the wrong day.", "An earlier version gave the wrong day."),
        ("Corrections were made on Monday.", "Corrections were made on Monday."),
        (f"EDITORS: {_KILL} {_ORDERS}", _KILL),
        ("Please disregard the story.", "Please disregard the story."),
        (
            "The minister [Ms. Vale] spoke on Monday (not Sunday).",
            "The minister [Ms. Vale] spoke on Monday (not Sunday).",
        ),
        ("(Corrects) the day (paragraph 3)", "(Corrects) the day (paragraph 3)"),
        ("", ""),
    ],
)
def test_what_stands_at_its_ends_goes_and_the_rest_stays_word_for_word(text: str, shown: str) -> None:
    start, words, cut = notice_words(text, 60)
    assert (words, cut) == (shown, False)
    assert text[start : start + len(words)] == words


@pytest.mark.parametrize(
    ("cap", "shown"),
    [(10, "Kill the story of the bridge. It stands."), (7, "Kill the story of the bridge."), (3, "Kill the story")],
)
def test_the_cap_cuts_at_a_whole_sentence_where_one_fits(cap: int, shown: str) -> None:
    assert notice_words(_KILL, cap) == (0, shown, shown != _KILL)
