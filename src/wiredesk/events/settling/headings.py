"""Diaries and agendas: a line that is nothing but a day dates the items under it, up to the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from wiredesk.events.draft import Telling
from wiredesk.events.sentences.reading import Sentence, Token
from wiredesk.events.settling.timing import Dated
from wiredesk.kit import edtf

_HEADINGS: Final = 2
"""So many lines make a diary: one alone is mostly the page's own date. Set by hand."""


def days_above(sentences: Sequence[Sentence]) -> Mapping[int, Token]:
    """The day that each sentence of the body stands under, by the sentence's number."""
    heads = {sentence.number: day for sentence in sentences if (day := _only_day(sentence)) is not None}
    if len(heads) < _HEADINGS:
        return {}
    found: dict[int, Token] = {}
    above: Token | None = None
    for sentence in sentences:
        above = heads.get(sentence.number, above) if sentence.part == "body" else None
        if above is not None:
            found[sentence.number] = above
    return found


def under(dated: Dated, telling: Telling, day: Token | None, published: date | None) -> Dated:
    """What dates a telling, with the day above it where its own words tell none, or only its last day. In a chronicle
    of past days what is to come is of another one."""
    start = edtf.bounds(day.time.edtf or "")[0] if day is not None and day.time is not None else None
    if day is None or start is None or dated.times or dated.starts:
        return dated
    if telling.mood.tense in ("future", "planned") and published is not None and start < published:
        return dated
    return replace(dated, starts=(day,)) if dated.ends else replace(dated, times=(day,))


def _only_day(sentence: Sentence) -> Token | None:
    """The day of a line that has no other word."""
    if sentence.part != "body" or any(token.kind != "time" and token.text.isalnum() for token in sentence.tokens):
        return None
    days = [token for token in sentence.tokens if token.time and token.time.edtf]
    told = days[0].time if len(days) == 1 else None
    return days[0] if told is not None and told.edtf and edtf.precision(told.edtf) == "day" else None
