"""Talks within a visit: told by its counterparts, or a meeting of their own by their day or by third countries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from wiredesk.events.cite import join
from wiredesk.events.draft import Draft
from wiredesk.events.gathering.one import same_time, together
from wiredesk.events.gathering.spans import span
from wiredesk.events.identity import among, shared, without
from wiredesk.kit import edtf
from wiredesk.types import Person


def into_visit(records: list[Draft], draft: Draft, published: date | None) -> bool:
    """Whether a meeting belongs to a visit: as counterparts alone, or as a record of its own that the visit places.

    It is a record of its own if it has a day of its own inside a longer visit, or people of third countries.
    """
    if draft.status in ("cancelled", "postponed") and not draft.destination:
        known = meeting_home(records, draft)
        if known is not None and records[known].destination:  # "was to meet A in Lima, but the talks were called off"
            return False
    fitting = [found for record in range(len(records)) if (found := _fit(records, record, draft, published))]
    if not fitting:
        return False
    fit = max(
        fitting,
        key=lambda one: (bool(one.hosts), records[one.position].told <= draft.order, records[one.position].told),
    )
    record = records[fit.position]
    if _is_dated_leg(fit, draft):
        rest = tuple(country for country in record.destination if country not in draft.destination)
        records[fit.position] = replace(record, destination=rest, place=None)
        pieces = tuple(replace(piece, fields=piece.fields | {"counterparts"}) for piece in draft.evidence)
        records.append(replace(_as_hosts(draft, record, fit.hosts), evidence=pieces, leg=True))
        return True
    if draft.separate:
        add_meeting(records, _placed(draft, fit.whole))
    elif fit.thirds or _has_own_day(fit.whole, draft):
        if fit.hosts:
            told = _as_hosts(replace(draft, when=None), record, fit.hosts)
            records[fit.position] = together(record, replace(told, destination=(), place=None))
        add_meeting(records, _placed(draft, fit.whole))
    else:
        told = _as_hosts(draft, record, fit.hosts)
        vaguer = fit.whole.when and draft.when and not edtf.is_more_exact(draft.when, fit.whole.when)
        vaguer = vaguer or fit.whole.when == f"/{draft.when}"
        records[fit.position] = together(record, replace(told, when=None) if vaguer else told)
    return True


def _as_hosts(draft: Draft, record: Draft, hosts: tuple[Person, ...]) -> Draft:
    """The meeting as a telling of the visit: it speaks for who took part, and for its place and day if it has them."""
    told = {"principals", "counterparts"} | {name for name in ("place", "when") if getattr(draft, name)}
    if record.neutral:
        told.add("status")
    evidence = tuple(replace(piece, fields=frozenset(told)) for piece in draft.evidence)
    return replace(
        draft,
        type="visit",
        principals=record.principals,
        counterparts=hosts,
        status=draft.status if record.neutral else record.status,
        evidence=evidence,
    )


@dataclass(frozen=True, kw_only=True)
class _Fit:
    """A visit that a meeting may be part of: its place among the records, hosts and third parties met."""

    position: int
    whole: Draft
    hosts: tuple[Person, ...]
    thirds: tuple[Person, ...]


def _fit(records: Sequence[Draft], position: int, draft: Draft, published: date | None) -> _Fit | None:
    record = records[position]
    guests = [person for person in draft.principals if among(person, record.principals)]
    others = without(draft.principals, record.principals)
    if record.type != "visit" or record.caption or draft.caption or not guests or not others:
        return None
    if draft.destination and not set(draft.destination) <= set(record.destination):
        return None
    whole = span(record, published)
    status = draft.status if whole.status == "underway" else whole.status
    if not same_time(replace(whole, status=status), draft):
        return None
    hosts = tuple(person for person in others if person.country in (*record.destination, None))
    thirds = without(others, hosts)
    if thirds and not any(person.country for person in hosts):
        hosts, thirds = (), others  # a body's head, met beside people of third countries
    if not hosts and (draft.destination or not record.destination):
        return None
    return _Fit(position=position, whole=whole, hosts=hosts, thirds=thirds)


def _is_dated_leg(fit: _Fit, draft: Draft) -> bool:
    """A day in one country of an undated tour: that stop is a visit of its own."""
    loose = fit.whole.when is None or edtf.precision(fit.whole.when) == "open"
    tour = loose and len(fit.whole.destination) > 1 and fit.whole.status == draft.status
    dated = draft.when is not None and (edtf.precision(draft.when) == "day" or draft.explicit)
    return tour and dated and len(draft.destination) == 1 and bool(fit.hosts) and not fit.thirds


def _has_own_day(whole: Draft, draft: Draft) -> bool:
    if draft.when is None or edtf.precision(draft.when) != "day":
        return False
    if whole.when is None:
        return whole.status == "underway" and (whole.days or 1) > 1  # "on a two-day visit", "met on Tuesday"
    if whole.when == f"/{draft.when}":
        return False  # "met on Friday and flew home that night"
    if whole.when == f"{draft.when}/":
        return False  # "arrives on Friday", "will meet the premier on Friday"
    several_days = whole.explicit_ends or len(whole.destination) > 1
    return edtf.precision(whole.when) == "open" or (edtf.precision(whole.when) == "interval" and several_days)


def _placed(draft: Draft, whole: Draft) -> Draft:
    """The meeting with the country, town and days of the visit that it is part of, where it has none itself."""
    placed = draft
    if draft.destination == whole.destination:
        day = whole.when if whole.when and edtf.precision(whole.when) == "day" else None
        placed = replace(draft, place=draft.place or whole.place, when=draft.when or day)
    elif not draft.destination and len(whole.destination) == 1:
        placed = replace(
            draft,
            destination=whole.destination,
            place=draft.place or whole.place,
            when=draft.when or _closed(whole.when),
        )
    lent = frozenset(name for name in _LENT if getattr(placed, name) and not getattr(draft, name))
    pieces = tuple(replace(piece, fields=piece.fields & lent) for piece in whole.evidence if piece.fields & lent)
    return replace(placed, evidence=join((*draft.evidence, *pieces)))


def _closed(when: str | None) -> str | None:
    """ "arrived on Friday": the beginning of a visit is no day of the talks held on it."""
    return None if when and edtf.precision(when) == "open" else when


_LENT = ("destination", "place", "when")


def add_meeting(records: list[Draft], draft: Draft) -> None:
    """Add a meeting or call to the record that it belongs to, or as a new one."""
    position = meeting_home(records, draft)
    if position is None:
        records.append(draft)
    else:
        records[position] = together(records[position], draft)


def meeting_home(records: Sequence[Draft], draft: Draft) -> int | None:
    """The position of the record of the same people at a time that fits; None if there is none."""
    for position, record in enumerate(records):
        if record.type != draft.type or record.caption != draft.caption:
            continue
        if draft.separate or (draft.form == "letters") != (record.form == "letters"):
            continue  # letters and a call of one day are two
        overlap = shared(draft.principals, record.principals)
        if overlap < min(len(draft.principals), len(record.principals), 2) or not overlap:
            continue
        if draft.destination and record.destination and not set(draft.destination) & set(record.destination):
            continue
        if same_time(record, draft):
            return position
    return None
