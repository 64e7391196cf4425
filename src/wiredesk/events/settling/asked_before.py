"""The days of those who "had been asked" to one table: before publication, though an invitation looks ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from wiredesk.events.draft import Telling
from wiredesk.events.sentences.reading import Token
from wiredesk.events.settling.timing import Dated
from wiredesk.kit import edtf

_WEEK = timedelta(days=7)


def already_past(dated: Dated, telling: Telling, published: date | None) -> Dated:
    """ "had asked them to her house on Sunday": last Sunday."""
    if published is None or telling.type != "meeting" or telling.form != "host" or telling.mood.tense != "past":
        return dated
    return replace(dated, times=tuple(_moved_back(token, published) for token in dated.times))


def _moved_back(token: Token, published: date) -> Token:
    time = token.time
    if time is None or time.rule != "weekday" or not time.edtf or edtf.precision(time.edtf) != "day":
        return token
    day = date.fromisoformat(time.edtf)
    if " " in token.text.strip() or not published < day <= published + _WEEK:
        return token
    return token._replace(mention=replace(time, edtf=(day - _WEEK).isoformat()))
