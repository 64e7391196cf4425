"""Bare weekdays by the tense of the verb itself: "flies to Lima on Friday" is to come as well, "flew" is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from wiredesk.events.draft import Telling
from wiredesk.events.sentences import words
from wiredesk.events.sentences.mood import forms
from wiredesk.events.sentences.reading import Token
from wiredesk.events.settling.timing import Dated
from wiredesk.kit import edtf


def of_its_tense(dated: Dated, telling: Telling, published: date | None) -> Dated:
    """The times, bare weekdays of what is to come ahead of publication and of what was not after it; "flies to Lima on
    Friday" is to come as well.

    The reader of times goes by the whole sentence, "before returning on Friday, he said"; here the verb's own tense is
    known.
    """
    told = telling.mood
    if published is None or told.before:
        return dated
    if telling.hint in ("cancelled", "postponed"):
        return replace(dated, times=tuple(_owning(telling, token, published) for token in dated.times))
    plain = told.tense == "present" and not (told.progressive or told.perfect or told.passive)
    scheduled = plain and telling.sentence.part == "body" and (_is_verb(telling) or telling.form == "leave")
    if told.tense in ("future", "planned") or scheduled:
        times, starts, ends = (
            tuple(_moved_on(token, published) for token in group) for group in (dated.times, dated.starts, dated.ends)
        )
        return replace(dated, times=times, starts=starts, ends=ends)
    if told.tense == "past" and _was_done(telling):
        return replace(dated, times=tuple(_moved_back(token, published) for token in dated.times))
    return dated


def _owning(telling: Telling, token: Token, published: date) -> Token:
    """ "Thursday's trip to Lima has been scrapped": a day that owns what is called off is to come."""
    tokens = telling.sentence.tokens
    at = next((at for at, one in enumerate(tokens) if one is token), -1)
    owns = at >= 0 and telling.sentence.word(at + 1) in words.POSSESSIVE
    return _moved_on(token, published) if owns else token


def in_order(dated: Mapping[int, Dated], tellings: Sequence[Telling], published: date | None) -> dict[int, Dated]:
    """The times by trigger: "arrives on Sunday and leaves on Tuesday", told on a Tuesday, is the Tuesday after.

    A departure follows the arrival; of other deeds told one after another a weekday that would be today does.
    """
    found = dict(dated)
    latest: date | None = None
    for telling in sorted(tellings, key=lambda one: one.index):
        if published is None or telling.mood.tense not in ("future", "planned", "present") or telling.mood.before:
            continue
        own = found[telling.index]
        until = latest if telling.edge == "leave" else published + timedelta(days=1)
        if latest is not None and until is not None and latest > published:
            times = tuple(_moved_on(token, min(until, latest)) for token in own.times)
            found[telling.index] = own = replace(own, times=times)
        days = (_day(token) for token in (*own.times, *own.starts))
        latest = max((day for day in (latest, *days) if day is not None), default=None)
    return found


def _day(token: Token) -> date | None:
    told = token.time.edtf if token.time is not None else None
    return edtf.bounds(told)[0] if told and edtf.precision(told) == "day" else None


def _was_done(telling: Telling) -> bool:
    """Whether a verb in its past tense tells it: "arrived late on Monday", but not "invited him to come on Monday"."""
    told = telling.mood
    done = telling.form in _DONE or telling.type == "meeting"
    return done and telling.hint is None and not (told.passive or told.undone) and "past" in _forms(telling)


_DONE = frozenset({"arrive", "go", "visit"})


def _forms(telling: Telling) -> frozenset[str]:
    return frozenset() if telling.bare else frozenset(forms(telling.sentence.word(telling.index)))


def _is_verb(telling: Telling) -> bool:
    """Whether a verb in its plain present tells it: "moves on to Lima", "sits down with", "begins a visit"."""
    word = telling.sentence.word(telling.index)
    if word in words.AUXILIARIES:  # "is in Lima on Friday", but not "is on a visit that began on Friday"
        return telling.form in ("stay", "there") and telling.edge == "stay"
    return not telling.bare and "present" in forms(word)


def _moved_on(token: Token, published: date) -> Token:
    """A weekday's token, a week on if it lies before publication; "in July" a year on."""
    time = token.time
    if time is not None and time.rule == "month" and time.edtf and edtf.precision(time.edtf) == "month":
        start, end = edtf.bounds(time.edtf)
        if start is not None and end is not None and end < published and str(start.year) not in token.text:
            return token._replace(mention=replace(time, edtf=f"{start.year + 1:04d}-{start.month:02d}"))
        return token
    if time is None or time.rule != "weekday" or not time.edtf or " " in token.text.strip():
        return token
    day = edtf.bounds(time.edtf)[0]
    if day is None or edtf.precision(time.edtf) != "day" or day >= published:
        return token
    return token._replace(mention=replace(time, edtf=(day + timedelta(days=_WEEK)).isoformat()))


def _moved_back(token: Token, published: date) -> Token:
    """A weekday's token, a week back if it lies behind publication, "late on Monday" among them; not "next Monday"."""
    time = token.time
    if time is None or time.rule != "weekday" or not time.edtf or edtf.precision(time.edtf) != "day":
        return token
    day = edtf.bounds(time.edtf)[0]
    if day is None or not published < day <= published + timedelta(days=_WEEK):
        return token
    return token._replace(mention=replace(time, edtf=(day - timedelta(days=_WEEK)).isoformat()))


_WEEK = 7
