"""Brings the drafts of one article together: the same event told twice is one record with more evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from wiredesk.events.cite import join
from wiredesk.events.draft import Draft
from wiredesk.events.gathering.one import BEGUN, goes_on, same_time, together
from wiredesk.events.gathering.onward import ended_by_going_on
from wiredesk.events.gathering.plans import plans_settled
from wiredesk.events.gathering.spans import span
from wiredesk.events.gathering.standing import finished, met_on_scene, on_scene, stands
from wiredesk.events.gathering.tours import is_day_of_stay, is_leg, leg_of, reception, sets_out
from wiredesk.events.identity import among, shared, without
from wiredesk.events.visits.heard import explained
from wiredesk.kit import edtf
from wiredesk.types import Person


def gather(drafts: Sequence[Draft], headline: int, published: date | None) -> list[Draft]:
    """The drafts of one article, in reading order, as records.

    Sentences up to number `headline` are the headline's; they go last, for a headline only repeats.
    """
    # in a sentence those with a place go first; what the traveller is to do goes last of all
    drafts = sorted(drafts, key=lambda draft: (draft.form in _LAST, draft.order, not draft.destination))
    body = [draft for draft in drafts if not draft.caption and draft.order > headline]
    captions = [draft for draft in drafts if draft.caption]
    heads = [draft for draft in drafts if not draft.caption and draft.order <= headline]
    tables = [draft for draft in body if draft.type == "meeting"]
    body = [draft for draft in body if not _comes_to_a_table(draft, tables) and not explained(draft, tables)]
    records: list[Draft] = []
    later = [draft for draft in body if draft.form in _AMENDING or draft.hint_only]
    for kind in ("visit",), ("meeting", "call"):
        for draft in (one for one in [*body, *heads] if one.type in kind and one not in later):
            _place(records, draft, published)
    for draft in later:
        _amend(records, draft)
    for draft in captions:
        if not _pictures(records, draft, published):
            _place(records, draft, published)
    records = ended_by_going_on(plans_settled([on_scene(record) for record in records]))
    records = [span(record, published) for record in records if stands(record)]
    records = [met_on_scene(record, published) for record in records]
    return [finished(record, published) for record in records if record.order > headline or not _told(records, record)]


def _comes_to_a_table(draft: Draft, tables: Sequence[Draft]) -> bool:
    """ "would arrive apart and leave together", said of the guests of one meeting: no journeys of their own."""
    several = len({person.country for person in draft.principals}) > 1
    dated = draft.when or draft.first or draft.last
    if draft.type != "visit" or draft.destination or dated or not several:
        return False
    return any(not without(draft.principals, table.principals) for table in tables)


def _pictures(records: Sequence[Draft], draft: Draft, published: date | None) -> bool:
    """Whether a caption of one traveller shows a visit that the text tells of: by its day, or by none of its own."""
    return draft.type == "visit" and any(
        record.type == "visit"
        and not record.caption
        and shared(draft.principals, record.principals)
        and set(draft.destination) <= set(record.destination)
        and (draft.when is None or same_time(span(record, published), draft))
        for record in records
    )


_WHO_WHERE = frozenset({"principals", "destination"})
_LAST = ("agenda", "heard")
"""Forms that add to a visit rather than tell of one: in their sentences they come last."""
_AMENDING = ("reset", "accepted", "denial", "made known")
"""Forms of what is said about an event told before."""


def _told(records: Sequence[Draft], record: Draft) -> bool:
    """Whether a headline's own record says no more than some record of the text."""
    return any(
        other is not record and other.type in (record.type, "visit") and shared(record.principals, other.principals)
        for other in records
    )


def _place(records: list[Draft], draft: Draft, published: date | None) -> None:
    """Add a draft to the record that it belongs to, or as a new one."""
    if draft.type == "visit":
        position = _visit_home(records, draft, published)
        if position is None and not draft.destination:
            draft = on_scene(draft)
            position = _visit_home(records, draft, published) if draft.destination else None
        if position is None and not draft.destination and draft.form in ("leave", "stay on"):
            return
        if position is not None and is_leg(records[position], draft):
            records.append(leg_of(records, position, draft))
            return
        if position is not None and sets_out(records[position], draft):
            draft = replace(draft, first=draft.last, last=None)
        if position is not None and _is_within(records[position], draft):
            draft = replace(draft, when=None, place=None, status=records[position].status)
        if position is not None and is_day_of_stay(span(records[position], published), draft):
            draft = replace(draft, type="meeting", principals=(*draft.principals, *draft.counterparts), counterparts=())
            if _into_visit(records, draft, published):
                return
        if position is not None and is_day_of_stay(span(draft, published), records[position], arrival=draft):
            records[position], meeting = reception(records[position], draft)  # "received" before "arrived"
            _add_meeting(records, meeting)
            return
        if draft.form in _LAST:
            if position is None and draft.form == "agenda":
                return
            if position is not None and (records[position].when or records[position].first):
                draft = replace(draft, when=None)  # one day of a visit is not its day
    elif draft.type == "meeting" and _into_visit(records, draft, published):
        return
    else:
        position = _meeting_home(records, draft)
    if position is None:
        records.append(draft)
    else:
        records[position] = together(records[position], draft)


def _amend(records: list[Draft], draft: Draft) -> None:
    """ "It is rescheduled for May 9", "The trip was later called off": about the event told last before."""
    before = [
        position
        for position, record in enumerate(records)
        if record.told <= draft.order
        and not record.caption
        and (draft.form != "accepted" or record.status == "invited")
        and (draft.form != "made known" or (record.type == "visit" and record.status in ("expected", "announced")))
        and (not draft.principals or shared(draft.principals, record.principals))
        and (draft.form == "reset" or record.type == draft.type)
    ]
    if before:
        position = max(before, key=lambda at: (records[at].told, records[at].index))
        record = records[position]
        other = draft.hint_only and draft.type == "visit" and bool(draft.when and record.when) and not draft.rescheduled
        if other and not edtf.compatible(draft.when or "", record.when or ""):
            pieces = tuple(replace(piece, fields=piece.fields & _WHO_WHERE) for piece in record.evidence)
            records.append(
                replace(
                    draft,
                    principals=draft.principals or record.principals,
                    destination=record.destination,
                    evidence=join((*draft.evidence, *pieces)),
                )
            )  # "a visit planned for January was scrapped", beside the one now announced for May
        else:
            records[position] = together(record, draft)


# ------------------------------------------------------------------------------------------------- visits


def _visit_home(records: Sequence[Draft], draft: Draft, published: date | None) -> int | None:
    best: tuple[tuple[int, int, int], int] | None = None
    for position, record in enumerate(records):
        if record.type != "visit" or record.caption != draft.caption:
            continue
        if draft.principals and not shared(draft.principals, record.principals):
            continue
        if not draft.principals and not draft.destination:
            continue
        if draft.destination and record.destination and not set(draft.destination) & set(record.destination):
            continue
        if draft.order == record.order and ((draft.leg and record.leg) or _is_next_stop(record, draft)):
            continue
        continued = goes_on(record, draft) or goes_on(draft, record)
        continued = continued or (draft.rescheduled and record.status in ("announced", "expected"))  # put off
        if not continued and not same_time(span(record, published), span(draft, published)):
            continue
        score = (
            2 if draft.destination and record.destination else 0,
            1 if record.status == draft.status else 0,
            record.told,
        )
        if best is None or score >= best[0]:
            best = (score, position)
    return best[1] if best else None


def _is_within(record: Draft, draft: Draft) -> bool:
    """ "arrived on Monday and will fly to Cusco tomorrow": a stop in another city of the same country."""
    onward = draft.form in ("go", "set off", "visit") and draft.status in ("announced", "expected")
    begun = record.status in BEGUN and record.first is not None and record.form == "arrive"
    same_land = not draft.destination or draft.destination == record.destination
    return onward and begun and same_land and draft.when is not None and draft.when > (record.first or "")


def _is_next_stop(record: Draft, draft: Draft) -> bool:
    """Whether a record is of the town that somebody left another for, which the draft tells of."""
    if record.form != "leave for" or draft.form == "stay on":  # "left for Peru, where she will stay until Friday"
        return False
    return not draft.destination or draft.destination != record.destination


# ----------------------------------------------------------------------------------------------- meetings


def _into_visit(records: list[Draft], draft: Draft, published: date | None) -> bool:
    """Whether a meeting belongs to a visit: as counterparts alone, or as a record of its own that the visit places.

    It is a record of its own if it has a day of its own inside a longer visit, or people of third countries.
    """
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
        _add_meeting(records, _placed(draft, fit.whole))
    elif fit.thirds or _has_own_day(fit.whole, draft):
        if fit.hosts:
            told = _as_hosts(replace(draft, when=None), record, fit.hosts)
            records[fit.position] = together(record, replace(told, destination=(), place=None))
        _add_meeting(records, _placed(draft, fit.whole))
    else:
        told = _as_hosts(draft, record, fit.hosts)
        vaguer = fit.whole.when and draft.when and not edtf.is_more_exact(draft.when, fit.whole.when)
        vaguer = vaguer or fit.whole.when == f"/{draft.when}"
        records[fit.position] = together(record, replace(told, when=None) if vaguer else told)
    return True


def _as_hosts(draft: Draft, record: Draft, hosts: tuple[Person, ...]) -> Draft:
    """The meeting as a telling of the visit: it speaks for who took part, and for its place and day if it has them."""
    told = {"principals", "counterparts"} | {name for name in ("place", "when") if getattr(draft, name)}
    evidence = tuple(replace(piece, fields=frozenset(told)) for piece in draft.evidence)
    return replace(
        draft,
        type="visit",
        principals=record.principals,
        counterparts=hosts,
        status=record.status,
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


def _add_meeting(records: list[Draft], draft: Draft) -> None:
    position = _meeting_home(records, draft)
    if position is None:
        records.append(draft)
    else:
        records[position] = together(records[position], draft)


def _meeting_home(records: Sequence[Draft], draft: Draft) -> int | None:
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
