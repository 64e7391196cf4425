"""Parts a tour into legs where its places carry days of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from wiredesk.events.draft import Telling
from wiredesk.events.sentences.places_told import Place
from wiredesk.events.sentences.reading import Token
from wiredesk.events.settling.timing import Dated
from wiredesk.kit import edtf


def legs_of(telling: Telling, dated: Dated) -> list[tuple[Place, Dated]]:
    """Places that each carry times of their own: "Mauritania on Tuesday, Senegal on Thursday"."""
    if telling.type != "visit" or len(telling.places) < 2:
        return []
    legs: list[tuple[Place, Dated]] = []
    own: tuple[tuple[Token, ...], ...] = ()
    dates = 0
    for number, place in enumerate(telling.places):
        following = telling.places[number + 1].index if number + 1 < len(telling.places) else None
        first = telling.sentence.tokens[place.end].end
        last = telling.sentence.tokens[following].start if following is not None else telling.sentence.end
        behind = tuple(
            tuple(token for token in group if first <= token.start and token.end <= last)
            for group in (dated.times, dated.starts, dated.ends)
        )
        if not any(behind) and not any(own):
            return []
        own = behind if any(behind) else own
        dates += any(behind)
        legs.append((place, replace(dated, times=own[0], starts=own[1], ends=own[2])))
    return _each_to_the_next(telling, _in_order(legs)) if dates > 1 else []


def is_onward(telling: Telling) -> bool:
    """ "moves on to Lima", "continuing to Lima"; not "before flying to Lima", which leaves a night at home open."""
    sentence, index = telling.sentence, telling.index
    if telling.type != "visit" or telling.form not in MOVING:
        return False
    led_on = sentence.word(index + 1) in ("on", "onward", "onwards") and sentence.word(index + 2) in ("to", "from")
    return led_on or sentence.word(index).startswith(_GOING_ON)


MOVING = frozenset({"go", "set off", "leave for", "take"})
"""Forms whose day is that of leaving the place before."""
_GOING_ON = ("continu", "proceed")


def _each_to_the_next(telling: Telling, legs: Sequence[tuple[Place, Dated]]) -> list[tuple[Place, Dated]]:
    """ "moves on to Peru on Tuesday and to Chile on Thursday": a stop on the way lasts until the next."""
    if not is_onward(telling):
        return list(legs)
    found: list[tuple[Place, Dated]] = []
    for (place, dated), (_, following) in pairwise(legs):
        day, onward = _only_day(dated), _only_day(following)
        if day is None or onward is None or _edtf(day) >= _edtf(onward):
            found.append((place, dated))
        else:
            found.append((place, replace(dated, times=(), starts=(day,), ends=(onward,))))
    return [*found, *legs[-1:]]


def _only_day(dated: Dated) -> Token | None:
    days = dated.times if not (dated.starts or dated.ends or dated.duration) and len(dated.times) == 1 else ()
    return next((token for token in days if _edtf(token) and edtf.precision(_edtf(token)) == "day"), None)


def _edtf(token: Token) -> str:
    return (token.time.edtf if token.time is not None else None) or ""


def _in_order(legs: Sequence[tuple[Place, Dated]]) -> list[tuple[Place, Dated]]:
    """The stops, with weekdays that follow one another: "until Tuesday, in Togo from Friday to Sunday"."""
    found: list[tuple[Place, Dated]] = []
    latest: date | None = None
    for place, told in legs:
        dated = told
        days = [edtf.bounds(token.time.edtf) for token in _all(dated) if token.time is not None and token.time.edtf]
        first = min((day for start, end in days if (day := start or end) is not None), default=None)
        if latest is not None and first is not None and first < latest and _by_weekday(dated):
            groups = (dated.times, dated.starts, dated.ends)
            times, starts, ends = (tuple(_a_week_on(token) for token in group) for group in groups)
            dated = replace(dated, times=times, starts=starts, ends=ends)
            first += timedelta(days=_WEEK)
        latest = first or latest
        found.append((place, dated))
    return found


def _all(dated: Dated) -> tuple[Token, ...]:
    return (*dated.times, *dated.starts, *dated.ends)


def _by_weekday(dated: Dated) -> bool:
    return all(_WEEKDAY.match(token.text) for token in _all(dated))


def _a_week_on(token: Token) -> Token:
    if token.time is None or token.time.edtf is None:
        return token
    moved = _DAY.sub(lambda day: (date.fromisoformat(day[0]) + timedelta(days=_WEEK)).isoformat(), token.time.edtf)
    return token._replace(mention=replace(token.time, edtf=moved))


_WEEK = 7
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEKDAY = re.compile(r"(?:until |till |from )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
