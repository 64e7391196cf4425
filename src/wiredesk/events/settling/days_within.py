"""Counts from a day within a visit to its ends: "said on Tuesday, the second day of her three-day visit to Chile"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from wiredesk.events.sentences import words
from wiredesk.events.sentences.reading import Sentence, Token
from wiredesk.kit import edtf

_ORDINALS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_LAST = frozenset({"last", "final", "closing"})
_BESIDE = 4
"""Tokens between a day and "the second day of", or between that and the visit. Set by hand."""


def days_within(sentence: Sentence, trigger: Collection[int]) -> tuple[Token, Token | None, Token | None] | None:
    """A day within the visit that one of the tokens `trigger` names, and the visit's first or last day by its count.

    A day must stand beside the words that count it: before them, or behind the visit. The days told are those of the
    visit itself, whatever was said or done on that day.
    """
    for at, token in enumerate(sentence.tokens):
        if token.lower != "day" or sentence.word(at + 1) != "of":
            continue
        counted = sentence.word(at - 1)
        if counted not in _ORDINALS and counted not in _LAST:
            continue
        noun = sentence.find(words.VISIT_NOUNS, at + 2, at + 3 + _BESIDE)
        day = _day_beside(sentence, at - 1, noun) if noun is not None and noun in trigger else None
        if day is None or day.time is None or day.time.edtf is None:
            continue
        if counted in _LAST:
            return day, None, day
        begun = edtf.bounds(day.time.edtf)[0]
        if begun is not None:
            first = (begun - timedelta(days=_ORDINALS[counted] - 1)).isoformat()
            return day, day._replace(mention=replace(day.time, edtf=first)), None
    return None


def _day_beside(sentence: Sentence, ordinal: int, noun: int | None) -> Token | None:
    """The day that is called so: "on Tuesday, the second day", "on the second day of her visit, Tuesday"."""
    before = range(ordinal - 1, max(-1, ordinal - _BESIDE), -1)
    behind = range(noun + 1, min(len(sentence.tokens), noun + 1 + _BESIDE)) if noun is not None else range(0)
    for at in (*before, *behind):
        token: Token = sentence.tokens[at]
        if token.time is not None and token.time.edtf and edtf.precision(token.time.edtf) == "day":
            return token
    return None
