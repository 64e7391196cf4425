"""Brings the drafts of one article together: the same event told twice is one record with more evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wiredesk.events.cite import join
from wiredesk.events.draft import Draft
from wiredesk.events.identity import among, shared, united, without
from wiredesk.events.spans import span
from wiredesk.kit import edtf
from wiredesk.types import EventStatus

_PAST: frozenset[EventStatus] = frozenset[EventStatus]({"completed"})
_NOW: frozenset[EventStatus] = frozenset[EventStatus]({"underway"})
_STRENGTH: tuple[EventStatus, ...] = (
    "cancelled",
    "postponed",
    "denied",
    "underway",
    "completed",
    "announced",
    "expected",
    "invited",
)


def gather(drafts: Sequence[Draft], headline: int, published: date | None) -> list[Draft]:
    """The drafts of one article, in reading order, as records.

    Sentences up to number `headline` are the headline's; they go last, for a headline only repeats.
    """
    body = [draft for draft in drafts if not draft.caption and draft.order > headline]
    captions = [draft for draft in drafts if draft.caption]
    heads = [draft for draft in drafts if not draft.caption and draft.order <= headline]
    records: list[Draft] = []
    for kind in ("visit",), ("meeting", "call"):
        for draft in (one for one in [*body, *heads] if one.type in kind):
            _place(records, draft, published)
    for draft in captions:
        _place(records, draft, published)
    records = [span(record, published) for record in map(_on_scene, records) if _stands(record)]
    return [_finished(record) for record in records if record.order > headline or not _told(records, record)]


def _told(records: Sequence[Draft], record: Draft) -> bool:
    """Whether a headline's own record says no more than some record of the text."""
    return any(
        other is not record and other.type in (record.type, "visit") and shared(record.principals, other.principals)
        for other in records
    )


def _place(records: list[Draft], draft: Draft, published: date | None) -> None:
    """Add a draft to the record that it belongs to, or as a new one."""
    if draft.form == "reset" or (draft.hint_only and not draft.principals):
        position = max(range(len(records)), key=lambda at: records[at].told, default=None)
    elif draft.type == "visit":
        position = _visit_home(records, draft, published)
        if position is None and not draft.destination:
            draft = _on_scene(draft)
            position = _visit_home(records, draft, published) if draft.destination else None
        if position is None and not draft.destination and draft.form in ("leave", "stay on"):
            return
    elif draft.type == "meeting" and _into_visit(records, draft, published):
        return
    else:
        position = _meeting_home(records, draft)
    if position is None:
        if draft.form != "reset":
            records.append(draft)
    else:
        records[position] = together(records[position], draft)


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
        if draft.leg and record.leg and draft.order == record.order:
            continue
        if not _goes_on(record, draft) and not _same_time(span(record, published), span(draft, published)):
            continue
        score = (
            2 if draft.destination and record.destination else 0,
            1 if record.status == draft.status else 0,
            record.told,
        )
        if best is None or score >= best[0]:
            best = (score, position)
    return best[1] if best else None


def _goes_on(record: Draft, draft: Draft) -> bool:
    """ "will remain until Wednesday", "leaves on Saturday": the end of a visit that has begun."""
    if draft.form not in ("stay on", "leave") or not draft.last or record.last or record.status not in _PAST | _NOW:
        return False
    begun = record.first or record.when
    return begun is not None and begun[:10] <= draft.last.lstrip("/")


def _class(status: EventStatus) -> int:
    return 0 if status in _PAST else 1 if status in _NOW else 2


def _same_time(a: Draft, b: Draft) -> bool:
    """Whether two drafts may tell of one event: not a past and a coming one, and no days that exclude each other."""
    if abs(_class(a.status) - _class(b.status)) == 2 and "denied" not in (a.status, b.status):
        return False
    if a.when and b.when:
        return edtf.compatible(a.when, b.when)
    if a.status == b.status or not (a.when or b.when):
        return True
    known = a if a.when else b
    # a vague past date is background; an undated telling is of the news
    return known.status != "completed" or edtf.precision(known.when or "") not in ("month", "year", "season")


def together(record: Draft, draft: Draft) -> Draft:
    """One record of two tellings: the more exact time, the status of the stronger word, all evidence."""
    moved = draft.form == "reset" or (draft.status == "postponed" and draft.explicit)
    when, explicit = _time(record, draft) if not moved or not draft.when else (draft.when, draft.explicit)
    principals = record.principals or draft.principals
    if record.type != "visit":
        principals = united(record.principals, draft.principals)
    place = record.place
    if place is None and (set(draft.destination) == set(record.destination) or not record.destination):
        place = draft.place
    return replace(
        record,
        status=_status(record, draft),
        principals=principals,
        counterparts=without(united(record.counterparts, draft.counterparts), principals),
        destination=record.destination or draft.destination,
        place=place,
        when=when,
        explicit=explicit,
        first=record.first or draft.first,
        last=record.last or draft.last,
        days=record.days or draft.days,
        announced_on=record.announced_on or draft.announced_on,
        told=max(record.told, draft.told),
        evidence=join((*record.evidence, *draft.evidence)),
    )


def _time(record: Draft, draft: Draft) -> tuple[str | None, bool]:
    """The more exact of two times; but the named days of a whole visit stand against one day inside."""
    old, new = record.when, draft.when
    if new is None or old is None:
        return (old, record.explicit) if new is None else (new, draft.explicit)
    for one, other, held in ((old, new, record.explicit), (new, old, draft.explicit)):
        if held and edtf.precision(one) == "interval" and edtf.precision(other) == "day" and edtf.contains(one, other):
            return one, True
    return (new, draft.explicit) if edtf.is_more_exact(new, old) else (old, record.explicit)


def _status(record: Draft, draft: Draft) -> EventStatus:
    """The stronger word wins; a visit of which one telling is past and the next is to come is under way."""
    one, other = record.status, draft.status
    if draft.form == "reset" or one == other:
        return one
    if _goes_on(record, draft) and other in ("announced", "expected"):
        return "underway"
    if "denied" in (one, other):
        return one
    if {one, other} == {"underway", "completed"} and "arrive" in (record.form, draft.form):
        return "completed" if "noun" in (record.form, draft.form) else "underway"
    return min(one, other, key=_STRENGTH.index)


# ----------------------------------------------------------------------------------------------- meetings


def _into_visit(records: list[Draft], draft: Draft, published: date | None) -> bool:
    """Whether a meeting is told by a visit's counterparts alone: guest and host, no day of its own."""
    for position in range(len(records) - 1, -1, -1):
        record = records[position]
        if record.type != "visit" or record.caption or draft.caption:
            continue
        guests = [person for person in draft.principals if among(person, record.principals)]
        if not guests or draft.separate:
            continue
        others = without(draft.principals, record.principals)
        if draft.destination and not set(draft.destination) <= set(record.destination):
            continue
        whole = span(record, published)
        if not _same_time(replace(whole, status=_lenient(whole, draft)), draft):
            continue
        hosts = tuple(person for person in others if person.country in (*record.destination, None))
        if others and not hosts:
            continue
        own_day = bool(draft.when and whole.when and edtf.precision(whole.when) in ("interval", "open", "month"))
        if (
            own_day
            and draft.when
            and edtf.precision(draft.when) == "day"
            and edtf.precision(whole.when or "") != "month"
        ):
            records[position] = replace(
                record,
                counterparts=united(record.counterparts, hosts),
                evidence=join((*record.evidence, *draft.evidence)),
            )
            if hosts:
                records.append(
                    replace(
                        draft,
                        principals=(*guests, *hosts),
                        destination=draft.destination or record.destination,
                        place=draft.place or record.place,
                    )
                )
            return True
        if len(hosts) < len(others):
            continue
        filled = replace(draft, type="visit", principals=record.principals, counterparts=hosts, status=record.status)
        if whole.when and draft.when and whole.when != draft.when and not edtf.is_more_exact(draft.when, whole.when):
            filled = replace(filled, when=None)
        records[position] = together(record, filled)
        return True
    return False


def _lenient(whole: Draft, draft: Draft) -> EventStatus:
    """During a visit that is under way talks may be over or to come."""
    return draft.status if whole.status == "underway" else whole.status


def _meeting_home(records: Sequence[Draft], draft: Draft) -> int | None:
    for position, record in enumerate(records):
        if record.type != draft.type or record.caption != draft.caption:
            continue
        if draft.separate:
            continue
        overlap = shared(draft.principals, record.principals)
        if overlap < min(len(draft.principals), len(record.principals), 2) or not overlap:
            continue
        if draft.destination and record.destination and not set(draft.destination) & set(record.destination):
            continue
        if _same_time(record, draft):
            return position
    return None


# --------------------------------------------------------------------------------------------- what stands


def _on_scene(record: Draft) -> Draft:
    """A visit that names no country takes that of the scene, unless the visitor is at home there."""
    scene = record.scene
    if record.type != "visit" or record.destination or scene is None or not record.principals:
        return record
    if any(person.country == scene.country for person in record.principals):
        return record
    return replace(record, destination=(scene.country,), place=scene.name)


def _stands(record: Draft) -> bool:
    """Whether a record is complete: a traveller and a country, or two parties."""
    if record.type == "visit":
        return bool(record.principals and record.destination)
    if len(record.principals) < 2:
        return False
    parties = {person.country or person.role or person.name for person in record.principals}
    return len(parties) > 1


def _finished(record: Draft) -> Draft:
    return replace(
        record, counterparts=() if record.type != "visit" else without(record.counterparts, record.principals)
    )
