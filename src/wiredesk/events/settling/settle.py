"""Turns a telling into a draft: settles its time, its status, its destination, or finds that nothing happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from wiredesk.events.cite import Evidence
from wiredesk.events.draft import Draft, Telling
from wiredesk.events.rules import LONGEST_STAY
from wiredesk.events.sentences import words
from wiredesk.events.sentences.reading import Sentence, Token
from wiredesk.events.sentences.sites import site
from wiredesk.events.sentences.words import word_set
from wiredesk.events.settling.attribution import Attribution
from wiredesk.events.settling.bare import bare_tense
from wiredesk.events.settling.legs import is_onward, legs_of
from wiredesk.events.settling.moved import is_moved, of_the_new_days
from wiredesk.events.settling.status import status_of
from wiredesk.events.settling.timing import Dated
from wiredesk.kit import edtf
from wiredesk.kit.times import duration_days
from wiredesk.types import EventStatus

_AIM = word_set("to until till")


def settle(telling: Telling, dated: Dated, said: Attribution, published: date | None) -> tuple[Draft, ...]:
    """The drafts of one telling: none for wishes, denials of nothing and trips at home; several for dated legs."""
    if telling.bare:
        if not (telling.places or dated.times or dated.ends or dated.duration or telling.type != "visit"):
            return ()
        tense = bare_tense(telling, _best(telling.sentence, dated.times)[0], published)
        telling = replace(telling, mood=replace(telling.mood, tense=tense))
    status = status_of(telling, said)
    if status is None:
        return ()
    now = of_the_new_days(telling, dated)
    if status in ("announced", "expected") and telling.type == "visit" and (now is not dated or is_moved(telling)):
        telling, status = replace(telling, hint="postponed", form="moved"), "postponed"
    dated = now
    legs = legs_of(telling, dated)
    if len(legs) > 1:
        drafts = [
            replace(_timely(replace(telling, places=(place,)), times, status, said, published), leg=True)
            for place, times in legs
        ]
    else:
        drafts = [_timely(telling, dated, status, said, published)]
    return tuple(draft for draft in drafts if draft.destination or not telling.places or draft.type != "visit")


def _timely(telling: Telling, dated: Dated, status: EventStatus, said: Attribution, published: date | None) -> Draft:
    """The draft, its status corrected by days that are told with it: of a tour each stop has its own."""
    if status == "underway" and telling.edge != "leave" and _is_ahead(telling, dated, published):
        status = "announced" if said.official else "expected"  # a programme's "Tuesday: the king is received"
    if status in ("announced", "expected") and _begins_today(telling, dated, published):
        status = "underway"
    return _draft(telling, dated, status, said, published)


def _is_ahead(telling: Telling, dated: Dated, published: date | None) -> bool:
    """Whether the day told is still to come."""
    when = _best(telling.sentence, dated.times)[0]
    start = edtf.bounds(when)[0] if when else None
    return published is not None and start is not None and start > published


def _begins_today(telling: Telling, dated: Dated, published: date | None) -> bool:
    """ "begins a three-day visit today": on the day of publication it has begun."""
    told, first = telling.mood, telling.edge == "arrive"
    if telling.type != "visit" or not first or told.tense != "present" or telling.form != "noun" or published is None:
        return False
    return _best(telling.sentence, (*dated.times, *dated.starts))[0] == published.isoformat()


def _draft(telling: Telling, dated: Dated, status: EventStatus, said: Attribution, published: date | None) -> Draft:
    evidence_fields = {"type", "status"}
    destination, place = _destination(telling)
    if telling.type == "meeting" and telling.form != "attended":
        place = site(telling.sentence, telling.index) or place
    times, decided = _decided_on(telling, dated, published)
    when, explicit = _best(telling.sentence, times)
    first, last = _best(telling.sentence, dated.starts)[0], _best(telling.sentence, dated.ends)[0]
    days = _days(dated, telling) if telling.type == "visit" else None
    if days and when and when.endswith("/") and edtf.precision(when[:-1]) == "day":
        first, when = when[:-1], None  # "a two-day visit starting Thursday"
    if telling.type == "visit" and when and edtf.precision(when) == "day":
        if telling.edge == "arrive":
            first, when = when, None
        elif telling.edge == "leave" and not any("same" in token.text.lower() for token in times):
            last, when = when, None  # but "left the same day" tells the whole visit's day
    if (
        telling.form == "accept"
        and when
        and published
        and edtf.precision(when) == "day"
        and when <= published.isoformat()
    ):
        when, explicit = None, False  # the day on which it was accepted
    if telling.hint == "invited" and when and published and not any(_has_year(token) for token in times):
        when = _ahead(when, published)
    rescheduled = telling.hint == "postponed" and bool(last or _aimed_at(telling, times))
    if telling.form == "moved":
        rescheduled = bool(when or first)
    elif rescheduled:  # "put off until June 3", "from May 6 to June 3": the old day is no beginning
        when, explicit = (last.lstrip("/"), True) if last else _best(telling.sentence, _aimed_at(telling, times))
        first = last = None
    draft = Draft(
        type=telling.type,
        form=telling.form,
        status=status,
        principals=telling.principals,
        counterparts=telling.counterparts,
        destination=destination,
        place=place,
        site=any(one.site and (one.town or one.name) == place for one in telling.places),
        when=when,
        explicit=explicit,
        first=first,
        last=last,
        days=days,
        rescheduled=rescheduled,
        announced_on=said.day
        if status in ("announced", "denied", "cancelled", "postponed", "invited") and said.official
        else None,
        order=telling.sentence.number,
        told=telling.sentence.number,
        index=telling.index,
        caption=telling.sentence.caption,
        separate=telling.separate,
        neutral=telling.type == "visit" and not dated.times and not dated.starts and _is_timeless(telling, status),
        once_planned=told_plan(telling),
        undone=telling.mood.undone and telling.type == "visit",
        gone=telling.type == "visit" and telling.form == "leave" and status == "completed" and bool(last),
        homeward=telling.homeward,
        onward=is_onward(telling),
        background=status == "completed" and bool(when or first) and _is_background(telling),
        scene=telling.scene,
        scene_evidence=telling.scene_evidence,
    )
    if decided and draft.announced_on is None and (said.official or not said.said):
        draft = replace(draft, announced_on=decided)
    if draft.status == "cancelled" and draft.announced_on is None and not said.said and _cancelled_on(telling, when):
        draft = replace(draft, announced_on=when)
    if telling.form == "made known":
        draft = replace(draft, announced_on=said.day or when or first, when=None, first=None, last=None, days=None)
        when = first = last = days = None
    for name in ("principals", "counterparts", "destination", "place", "announced_on"):
        if getattr(draft, name):
            evidence_fields.add(name)
    if when or first or last or days:
        evidence_fields.add("when")
    sentence = telling.sentence
    return replace(
        draft,
        evidence=(
            Evidence(part=sentence.part, start=sentence.start, end=sentence.end, fields=frozenset(evidence_fields)),
        ),
    )


def _is_background(telling: Telling) -> bool:
    """ "During a 2019 visit", "last visited in May", "had come in June": something before the news."""
    sentence, start = telling.sentence, min(telling.mood.start, telling.index)
    if telling.form == "noun" and telling.bare:
        return any(
            token.kind == "time" and sentence.word(at - 1) in ("a", "an")
            for at, token in enumerate(sentence.tokens[: telling.index])
            if at >= telling.index - 3
        )
    return telling.mood.before or "last" in sentence.words(start - 1, telling.index)


def _has_year(token: Token) -> bool:
    return bool(_YEAR.search(token.text))


def _is_timeless(telling: Telling, status: EventStatus) -> bool:
    """A noun alone, or a headline's "minister opens embassy in Lima": whether it is to come the text says."""
    told = telling.mood
    headed = telling.sentence.part == "headline" and told.tense == "present" and not told.progressive
    return telling.bare or (headed and status in ("announced", "expected"))


def _ahead(when: str, published: date) -> str:
    """An invitation looks ahead: "invited her for June" in July is the June to come."""
    end = edtf.bounds(when)[1]
    if end is None or end >= published:
        return when
    moved = _YEAR.sub(lambda year: f"{int(year[0]) + 1:04d}", when)
    start = edtf.bounds(moved)[0] if edtf.is_valid(moved) else None
    return moved if start is not None and start >= published else when


_YEAR = re.compile(r"\b\d{4}\b")


def told_plan(telling: Telling) -> bool:
    """ "had been set to", "was to have": what was planned before something became of it."""
    if telling.form == "noun" and _HAD_BEEN_SET.search(telling.sentence.text):
        return True
    return telling.mood.tense == "planned" and telling.mood.before


_HAD_BEEN_SET = re.compile(
    r"\b(?:had been|had (?:originally|initially|first) been|(?:was|were) (?:originally|initially|first)) "
    r"(?:set|scheduled|planned|due|slated|announced) (?:for|on)\b"
)


def _aimed_at(telling: Telling, times: Sequence[Token]) -> list[Token]:
    """ "put off his visit from this week to November 3": the times behind a word of aim."""
    tokens = telling.sentence.tokens
    return [
        token
        for index, token in enumerate(tokens)
        if index > telling.end and token in times
        if telling.sentence.word(index - 1) in _AIM
        or (telling.sentence.word(index - 1) == "for" and telling.sentence.word(index - 2) == "rescheduled")
    ]


def _decided_on(telling: Telling, dated: Dated, published: date | None) -> tuple[Sequence[Token], str | None]:
    """ "was postponed on Friday": a day beside the verb is that of the decision. The other times, and that day."""
    if telling.hint not in ("cancelled", "postponed") or telling.form == "moved":
        return dated.times, None
    first, last = telling.sentence.tokens[telling.index].start, telling.sentence.tokens[telling.end].start
    if telling.form == "off":  # "called it off on Friday": the journey's own days are told elsewhere
        own = list(dated.times)
    elif telling.mood.passive:
        own = [token for token in dated.times if token.start > last]
    else:  # "on Thursday cancelled a trip", "called off her trip on Thursday", told on Friday
        own = [token for token in dated.times if token.start < first or _is_past(telling, token, published)]
    own = [token for token in own if token not in _aimed_at(telling, dated.times)]  # "moved to October 3"
    return [token for token in dated.times if token not in own], _best(telling.sentence, own)[0]


def _is_past(telling: Telling, token: Token, published: date | None) -> bool:
    """Whether a day behind "called off a trip" lies before publication, and nobody had "planned" the trip for it."""
    when = token.time.edtf if token.time is not None else None
    if when is None or published is None or edtf.precision(when) != "day" or when >= published.isoformat():
        return False
    at = telling.sentence.tokens.index(token)
    return telling.mood.tense == "past" and telling.sentence.find(words.PLANNED, telling.index, at) is None


def _cancelled_on(telling: Telling, when: str | None) -> bool:
    """ "cancelled a trip on Monday": the day of the cancelling too, unless the trip was "planned for" it."""
    if when is None or edtf.precision(when) != "day" or telling.mood.tense != "past" or telling.mood.perfect:
        return False
    until = next(
        (at for at in range(telling.index, len(telling.sentence.tokens)) if telling.sentence.tokens[at].time), 0
    )
    return telling.sentence.find(words.PLANNED, telling.index, until) is None


def _destination(telling: Telling) -> tuple[tuple[str, ...], str | None]:
    home = {person.country for person in telling.principals if person.country}
    found = [place for place in telling.places if telling.type != "visit" or place.country not in home]
    countries = tuple(dict.fromkeys(place.country for place in found))
    towns = [place.town or place.name for place in found if place.name]
    cities = towns if telling.type == "visit" else [place.name for place in found if place.name]
    if telling.type == "call" or (telling.type == "meeting" and len(countries) > 1):
        return (), None
    if not countries and telling.type == "visit" and telling.form in ("host", "hosted", "invite", "accept"):
        hosts = {person.country for person in telling.counterparts if person.country} - home
        countries = tuple(sorted(hosts)) if len(hosts) == 1 else ()
    if len(countries) > 1 or len(set(cities)) > 1:
        return countries, None
    return countries, cities[0] if cities else None


_VAGUE_RULES = frozenset(
    {"unit_shift", "window", "weekend", "in_units", "week_of", "part_of_unit", "part_of_month", "part_of_year"}
)
"""Rules of `kit.times` whose intervals are only as exact as a week or a month, not days that somebody named."""


def _best(sentence: Sentence, times: Sequence[Token]) -> tuple[str | None, bool]:
    """The most exact of the times, and whether it names days; two days joined by "and" make their span."""
    known = [
        (token, token.time.edtf, token.time.rule)
        for token in times
        if token.time and token.time.edtf and not _counts(sentence, token)
    ]
    if not known:
        return None, False
    for (token, first, _), (other, second, _) in pairwise(known):
        both_days = edtf.precision(first) == edtf.precision(second) == "day"
        if both_days and first < second and _joined(sentence, token, other):
            return edtf.interval(first, second), True
    _, best, rule = known[0]
    for token, value, other_rule in known[1:]:
        later = edtf.precision(value) == edtf.precision(best) and _is_then(sentence, token)
        if later or edtf.is_more_exact(value, best):
            best, rule = value, other_rule
    return best, rule not in _VAGUE_RULES and edtf.precision(best) in ("day", "interval")


def _counts(sentence: Sentence, token: Token) -> bool:
    """ "her third visit within a year", "the first visit of a minister in six years": how often, and not when."""
    rule = token.time.rule if token.time is not None else None
    counted = {"window": _ORDINALS, "in_units": _ORDINALS | {"first"}}.get(rule or "", frozenset())
    return any(one.lower in counted for one in sentence.tokens if one.start < token.start)


_ORDINALS = frozenset(["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"])


def _is_then(sentence: Sentence, token: Token) -> bool:
    """ "once set for March and then for May": the later plan holds."""
    at = next(at for at, one in enumerate(sentence.tokens) if one.start == token.start)
    return "then" in sentence.words(at - 2, at) and "for" in sentence.words(at - 2, at)


def _joined(sentence: Sentence, token: Token, other: Token) -> bool:
    between = [one.lower for one in sentence.tokens if token.end <= one.start < other.start]
    return between in (["and"], ["to"], ["through"], ["and", "on"])


def _days(dated: Dated, telling: Telling) -> int | None:
    """The length told, in days; one that was only "meant" or planned otherwise is none."""
    if dated.duration is not None and dated.duration.time is not None:
        if any(token.lower == "meant" and token.start < dated.duration.start for token in telling.sentence.tokens):
            return None
        found = duration_days(dated.duration.time)
        if found and dated.duration.text.lower().endswith(("nights", "-night")):
            found += 1  # "stayed two nights": the day after the last one too
        if found and found <= LONGEST_STAY and not dated.duration.text.lower().startswith("in "):
            return found
    tokens = telling.sentence.tokens
    near = range(max(0, telling.index - 3), min(len(tokens), telling.end + 12))
    nights = any(
        tokens[at].lower == "overnight"
        and (telling.form == "stay on" or telling.sentence.word(at + 1) in words.VISIT_NOUNS | {"stay", "in", "at"})
        for at in near
    )
    return 2 if nights else None
