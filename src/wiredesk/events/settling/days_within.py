"""Counts from a day within a visit to its ends: "said on Tuesday, the second day of her three-day visit to Chile"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta

from wiredesk.events.sentences import words
from wiredesk.events.sentences.reading import Sentence, Token
from wiredesk.kit import edtf

_ORDINALS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7} | {
    str(number): number for number in range(1, 8)
}
_LAST = frozenset({"last", "final", "closing"})
_OPENING = 2
"""Words before the count of a day with which a sentence opens: "On the". Set by hand."""
_BESIDE = 4
"""Tokens between a day and "the second day of", or between that and the visit. Set by hand."""


def days_within(sentence: Sentence, trigger: Collection[int]) -> tuple[Token, Token | None, Token | None] | None:
    """A day within the visit that one of the tokens `trigger` names, and the visit's first or last day by its count.

    A day must stand beside the words that count it: before them, or behind the visit. The days told are those of the
    visit itself, whatever was said or done on that day.
    """
    if "day" not in sentence.lowers:
        return None
    for at, token in enumerate(sentence.tokens):
        if token.lower != "day" or (counted := _count(sentence, at)) is None:
            continue
        noun = sentence.find(words.VISIT_NOUNS, counted.of + 1, counted.of + 2 + _BESIDE)
        day = _day_beside(sentence, counted.start, noun) if noun is not None and noun in trigger else None
        if day is None or day.time is None or day.time.edtf is None:
            continue
        begun = edtf.bounds(day.time.edtf)[0]
        first = None
        if begun is not None and counted.number is not None:
            told = (begun - timedelta(days=counted.number - 1)).isoformat()
            first = day._replace(mention=replace(day.time, edtf=told))
        return day, first, day if counted.last else None
    return None


@dataclass(frozen=True, kw_only=True)
class _Count:
    """Which day it is: where the words that tell it begin, where "of" stands, its number, whether it is the last."""

    start: int
    of: int
    number: int | None
    last: bool


def _count(sentence: Sentence, at: int) -> _Count | None:
    """ "the second day of", "the second and last day of", "day two of"."""
    if sentence.word(at + 1) == "of":
        start = at - 1
        if sentence.word(at - 2) == "and" and sentence.word(at - 3) in _ORDINALS:
            start = at - 3
        told = sentence.words(start, at)
        number = next((_ORDINALS[word] for word in told if word in _ORDINALS), None)
        last = bool(told & _LAST)
        return _Count(start=start, of=at + 1, number=number, last=last) if number or last else None
    if sentence.word(at + 2) == "of" and sentence.word(at + 1) in _NUMBERS:
        return _Count(start=at, of=at + 2, number=_NUMBERS[sentence.word(at + 1)], last=False)
    return None


def of_that_day(sentence: Sentence, before: Sentence | None) -> Sentence:
    """ "They met on Tuesday. It was the second day of her visit": "it" is the day told before."""
    if before is None or {"was", "is"}.isdisjoint(sentence.lowers):
        return sentence
    at = sentence.find(frozenset({"day"}), 2, _BESIDE + 6)
    if at is None or sentence.tokens[0].quoted or (counted := _count(sentence, at)) is None:
        return sentence
    there = counted.start - 2  # "She was on the second day of"
    alone = sentence.word(there) == "on" and sentence.word(there - 1) in ("was", "is")
    its = sentence.word(0) in ("it", "that", "this") and counted.start <= _BESIDE
    if not its and (not alone or any(one.time and one.time.kind != "duration" for one in sentence.tokens)):
        return sentence
    days = [token for token in before.tokens if token.time and token.time.edtf and token.time.kind != "duration"]
    if len(days) != 1 or edtf.precision(days[0].time.edtf if days[0].time and days[0].time.edtf else "") != "day":
        return sentence
    lent = 0 if its else there
    day = sentence.tokens[lent]._replace(kind="time", mention=days[0].mention, lower="")
    return replace(sentence, tokens=(*sentence.tokens[:lent], day, *sentence.tokens[lent + 1 :]))


def _day_beside(sentence: Sentence, ordinal: int, noun: int | None) -> Token | None:
    """The day that is called so: "on Tuesday, the second day", "on the second day of her visit, Tuesday"."""
    before = range(ordinal - 1, max(-1, ordinal - _BESIDE), -1)
    behind = range(noun + 1, min(len(sentence.tokens), noun + 1 + _BESIDE)) if noun is not None else range(0)
    for at in (*before, *behind):
        token: Token = sentence.tokens[at]
        if token.time is not None and token.time.edtf and edtf.precision(token.time.edtf) == "day":
            return token
    if ordinal <= _OPENING and "on" in sentence.words(
        0, ordinal
    ):  # "On the second day of her visit she left on Friday"
        days = [one for one in sentence.tokens if one.time and one.time.edtf and one.time.kind != "duration"]
        only = days[0].time.edtf if len(days) == 1 and days[0].time is not None else None
        return days[0] if only and edtf.precision(only) == "day" else None
    return None
