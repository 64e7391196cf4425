"""Turns a telling into a draft: settles its time, its status, its destination, or finds that nothing happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from wiredesk.events.arguments import Place
from wiredesk.events.attribution import Attribution
from wiredesk.events.cite import Evidence
from wiredesk.events.draft import Draft, Telling
from wiredesk.events.reading import Token
from wiredesk.events.rules import STILL_THERE_DAYS
from wiredesk.events.timing import Dated
from wiredesk.kit import edtf
from wiredesk.kit.times import duration_days
from wiredesk.types import EventStatus


def settle(telling: Telling, dated: Dated, said: Attribution) -> tuple[Draft, ...]:
    """The drafts of one telling: none for wishes, denials of nothing and trips at home; several for dated legs."""
    status = _status(telling, said)
    if status is None:
        return ()
    legs = _legs(telling, dated)
    if len(legs) > 1:
        drafts = [
            replace(_draft(replace(telling, places=(place,)), times, status, said), leg=True) for place, times in legs
        ]
    else:
        drafts = [_draft(telling, dated, status, said)]
    return tuple(draft for draft in drafts if draft.destination or not telling.places or draft.type != "visit")


# -------------------------------------------------------------------------------------------------- status


def _status(telling: Telling, said: Attribution) -> EventStatus | None:
    told = telling.mood
    if said.denied and said.index < telling.index:
        return "denied" if told.tense != "unsure" else None
    if told.tense == "unsure":
        return None
    if telling.hint in ("cancelled", "postponed"):
        return None if told.negated else telling.hint
    if telling.hint in ("invited", "announced", "expected"):
        return None if told.negated else telling.hint
    if told.negated and any(token.lower == "since" for token in telling.sentence.tokens):
        return None  # "has not visited since 2014"
    if told.negated:
        return "denied" if said.official and told.tense == "past" and told.perfect and telling.places else None
    if told.tense == "future":
        return "announced" if said.official else "expected"
    if told.tense == "planned":
        return "announced" if said.official and telling.form != "due" else "expected"
    if told.tense == "present":
        return _present(telling, said)
    return "completed"


def _present(telling: Telling, said: Attribution) -> EventStatus:
    coming: EventStatus = "announced" if said.official else "expected"
    if telling.form in ("stay", "noun", "visit", "hosted", "host") and not (
        telling.form == "visit" and not telling.mood.progressive
    ):
        return "underway"
    if telling.type == "visit":
        return coming
    return "completed" if telling.sentence.part == "headline" else coming


# ---------------------------------------------------------------------------------------------------- legs


def _legs(telling: Telling, dated: Dated) -> list[tuple[Place, Dated]]:
    """Places that each carry times of their own: "Mauritania on Tuesday, Senegal on Thursday"."""
    if telling.type != "visit" or len(telling.places) < 2:
        return []
    times = dated.times
    legs: list[tuple[Place, Dated]] = []
    for number, place in enumerate(telling.places):
        following = telling.places[number + 1].index if number + 1 < len(telling.places) else None
        own = tuple(
            token
            for token in times
            if token.start >= telling.sentence.tokens[place.end].end
            and (following is None or token.end <= telling.sentence.tokens[following].start)
        )
        if not own:
            return []
        legs.append((place, replace(dated, times=own)))
    return legs


# --------------------------------------------------------------------------------------------------- draft


def _draft(telling: Telling, dated: Dated, status: EventStatus, said: Attribution) -> Draft:
    evidence_fields = {"type", "status"}
    destination, place = _destination(telling)
    when = _when(dated.times)
    first = _when(dated.starts)
    last = _when(dated.ends)
    days = _days(dated, telling)
    if telling.type == "visit":
        if telling.edge == "arrive" and when:
            first, when = when, None
        elif telling.edge == "leave" and when:
            last, when = when, None
    draft = Draft(
        type=telling.type,
        form=telling.form,
        status=status,
        principals=telling.principals,
        counterparts=telling.counterparts,
        destination=destination,
        place=place,
        when=when,
        first=first,
        last=last,
        days=days,
        announced_on=said.day
        if status in ("announced", "denied", "cancelled", "postponed", "invited") and said.official
        else None,
        order=telling.sentence.number,
        index=telling.index,
        caption=telling.sentence.caption,
        separate=telling.separate,
        scene=telling.scene,
    )
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


def _destination(telling: Telling) -> tuple[tuple[str, ...], str | None]:
    home = {person.country for person in telling.principals if person.country}
    found = [place for place in telling.places if telling.type != "visit" or place.country not in home]
    countries = tuple(dict.fromkeys(place.country for place in found))
    cities = [place.name for place in found if place.name]
    if telling.type == "call":
        return (), None
    if not countries and telling.type == "visit" and telling.form in ("host", "hosted", "invite"):
        hosts = {person.country for person in telling.counterparts if person.country} - home
        countries = tuple(sorted(hosts)) if len(hosts) == 1 else ()
    if len(countries) > 1 or len(set(cities)) > 1:
        return countries, None
    return countries, cities[0] if cities else None


def _when(times: Sequence[Token]) -> str | None:
    """The most exact of the times; two days of one list make their span."""
    known = [token.time.edtf for token in times if token.time and token.time.edtf]
    if not known:
        return None
    days = [value for value in known if edtf.precision(value) == "day"]
    if len(days) == 2 and days[0] < days[1] and (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days == 1:
        return edtf.interval(days[0], days[1])
    best = known[0]
    for value in known[1:]:
        if edtf.is_more_exact(value, best):
            best = value
    return best


def _days(dated: Dated, telling: Telling) -> int | None:
    if dated.duration is not None and dated.duration.time is not None:
        found = duration_days(dated.duration.time)
        if found:
            return found
    near = {token.lower for token in telling.sentence.tokens[max(0, telling.index - 3) : telling.end + 12]}
    return 2 if "overnight" in near and telling.type == "visit" else None


# --------------------------------------------------------------------------------------- the whole record


def span(draft: Draft, published: date | None) -> Draft:
    """Joins first day, last day and duration to `when` and lets time correct the status."""
    when = draft.when
    first, last = draft.first, draft.last
    if when and edtf.precision(when) == "day" and first is None and draft.days and draft.days > 1 and last is None:
        first, when = when, None
    if first and edtf.precision(first) != "day":
        when, first = when or first, None
    if last and edtf.precision(last) != "day":
        when, last = when or last, None
    if first and last and first <= last:
        when = edtf.interval(first, last)
    elif first and draft.days:
        when = edtf.lasting(first, draft.days)
    elif last and draft.days:
        start = date.fromisoformat(last) - timedelta(days=draft.days - 1)
        when = edtf.interval(start.isoformat(), last)
    elif first and (when is None or edtf.compatible(when, first)):
        when = when if when and edtf.precision(when) == "interval" else f"{first}/"
    elif last and when is None:
        when = f"/{last}"
    elif last and when and edtf.precision(when) == "day" and when < last:
        when = edtf.interval(when, last)
    return _timely(replace(draft, when=when), published)


def _timely(draft: Draft, published: date | None) -> Draft:
    if draft.type != "visit" or draft.caption:
        return draft
    when = draft.when
    if when is None or published is None:
        return draft
    start, end = edtf.bounds(when)
    if draft.status in ("completed", "underway") and start and start <= published:
        if end and end < published:
            return replace(draft, status="completed")
        if when.endswith("/"):
            fresh = (published - start).days <= STILL_THERE_DAYS
            status: EventStatus = "underway" if (fresh and draft.status != "completed") or fresh else "completed"
            return replace(draft, status=status)
        if end and end > published and edtf.precision(when) in ("day", "interval") and start < end:
            return replace(draft, status="underway")
    if draft.status in ("announced", "expected") and end and end < published:
        return replace(draft, status="completed")
    return draft
