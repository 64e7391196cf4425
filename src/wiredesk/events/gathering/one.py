"""Whether two drafts may tell of one event, and the one draft that they make."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from wiredesk.events.cite import Evidence
from wiredesk.events.draft import Draft
from wiredesk.events.identity import united, without
from wiredesk.kit import edtf
from wiredesk.types import EventStatus

_STRENGTH: tuple[EventStatus, ...] = (
    "cancelled", "postponed", "denied", "underway", "completed", "announced", "expected", "invited",
)  # fmt: skip
BEGUN: frozenset[EventStatus] = frozenset[EventStatus]({"completed", "underway"})


def _class(status: EventStatus) -> int:
    """Past, present, or to come."""
    return 0 if status == "completed" else 1 if status == "underway" else 2


def same_time(a: Draft, b: Draft) -> bool:
    """Whether two drafts may tell of one event: not a past and a coming one, and no days that exclude each other."""
    for plan, other in ((a, b), (b, a)):
        if plan.once_planned and other.status in ("cancelled", "postponed"):
            return True
    for plan, other in ((a, b), (b, a)):
        if plan.status in ("cancelled", "postponed") and other.status in BEGUN and plan.when and other.when:
            due, begun = edtf.bounds(plan.when)[0], edtf.bounds(other.when)[0]
            if due and begun and due > begun:
                return False  # what has begun is not what was called off for a later day
    apart = a.background != b.background and a.told != b.order and "talk" not in (a.form, b.form)
    if apart and not (_dated(a) and _dated(b)):
        return False  # what is told as background is not the undated event of the news
    if a.neutral or b.neutral:
        return not (a.when and b.when) or edtf.compatible(a.when, b.when)
    if abs(_class(a.status) - _class(b.status)) == 2 and "denied" not in (a.status, b.status):
        return False
    if a.when and b.when:
        return edtf.compatible(a.when, b.when)
    if a.status == b.status or not (a.when or b.when):
        return True
    known = a if a.when else b
    # a vague past date is background; an undated telling is of the news
    return known.status != "completed" or edtf.precision(known.when or "") not in ("month", "year", "season")


def _dated(draft: Draft) -> bool:
    return bool(draft.when or draft.first or draft.last)


def together(record: Draft, draft: Draft) -> Draft:
    """One record of two tellings: the more exact time, the status of the stronger word, all evidence."""
    moved = draft.form == "reset" or (draft.status == "postponed" and (draft.explicit or draft.rescheduled))
    when, explicit = _time(record, draft) if not moved or not draft.when else (draft.when, draft.explicit)
    new_days = draft.rescheduled or (draft.form == "reset" and draft.when is not None)
    rescheduled = new_days if moved and draft.when else record.rescheduled or draft.rescheduled
    principals = record.principals or draft.principals
    if record.type != "visit":
        principals = united(record.principals, draft.principals)
    place = record.place
    whole = record.first or record.last or (record.when if record.explicit else None)
    side_trip = whole is not None and draft.when not in (None, whole, record.when)
    if record.type == "visit" and record.site and draft.place and not draft.site and place != draft.place:
        place = None
    if (
        place is None
        and not side_trip
        and (set(draft.destination) == set(record.destination) or not record.destination)
    ):
        place = draft.place
    status = _status(record, draft)
    due = record.form == "host" and draft.form == "due" and draft.when is not None
    return replace(
        record,
        form="due" if due else record.form,  # "will welcome her next month ... is due on May 3": that day is hers
        status=status,
        principals=principals,
        counterparts=without(united(record.counterparts, draft.counterparts), principals),
        destination=record.destination or draft.destination,
        place=place,
        site=(draft.site if place == draft.place else record.site) and place is not None,
        when=when,
        explicit=explicit,
        first=record.first or draft.first,
        last=record.last or draft.last,
        days=record.days or draft.days,
        announced_on=record.announced_on or draft.announced_on,
        rescheduled=rescheduled,
        gone=record.gone or draft.gone,
        neutral=record.neutral and draft.neutral,
        once_planned=record.once_planned and draft.once_planned,
        undone=record.undone and draft.undone,
        told=max(record.told, draft.told),
        evidence=(*_speaking(record, status, place), *_speaking(draft, status, place)),
    )


def _speaking(draft: Draft, status: EventStatus, place: str | None) -> tuple[Evidence, ...]:
    """The draft's evidence; words that told another status or place do not speak for the record's."""
    told: set[str] = set()
    if status not in (draft.status, "underway"):  # which a beginning and an end tell together
        told.add("status")
    if draft.place != place:
        told.add("place")
    if not told:
        return draft.evidence
    return tuple(replace(piece, fields=piece.fields - told) for piece in draft.evidence)


def _time(record: Draft, draft: Draft) -> tuple[str | None, bool]:
    """The more exact of two times; but the named days of a whole visit stand against one day inside."""
    old, new = record.when, draft.when
    if new is None or old is None:
        return (old, record.explicit) if new is None else (new, draft.explicit)
    if draft.once_planned and record.status == "postponed":
        return old, record.explicit
    if draft.once_planned and record.status == "cancelled":
        new = _in_the_week(new, old)
    for one, other, held in ((old, new, record.explicit), (new, old, draft.explicit)):
        if held and edtf.precision(one) == "interval" and edtf.precision(other) == "day" and edtf.contains(one, other):
            return one, True
    return (new, draft.explicit) if edtf.is_more_exact(new, old) else (old, record.explicit)


def _in_the_week(day: str, week: str) -> str:
    """ "called off a trip next week. She had been due in Lima on Tuesday": the Tuesday of that week."""
    if edtf.precision(day) != "day" or edtf.precision(week) != "interval" or edtf.contains(week, day):
        return day
    moved = (date.fromisoformat(day) + timedelta(days=7)).isoformat()
    return moved if edtf.contains(week, moved) else day


def _status(record: Draft, draft: Draft) -> EventStatus:
    """The stronger word wins; a visit of which one telling is past and the next is to come is under way."""
    one, other = record.status, draft.status
    if draft.form in ("accepted", "denial"):
        return other
    if (record.gone or draft.gone) and {one, other} == {"underway", "completed"}:
        return "completed"
    if draft.form == "reset" and one == "cancelled" and draft.when:
        return "postponed"  # "called it off; he will now go on May 25"
    if draft.form in ("reset", "agenda") or draft.neutral or one == other:
        return one
    if record.neutral:
        return other
    if goes_on(record, draft) and other in ("announced", "expected"):
        return "underway"
    if "denied" in (one, other):
        return "denied" if {one, other} <= {"denied", "completed", "underway"} else one
    if {one, other} == {"underway", "completed"} and "leave" in (record.form, draft.form):
        return "completed"
    if {one, other} == {"underway", "completed"} and "arrive" in (record.form, draft.form):
        return "completed" if "noun" in (record.form, draft.form) else "underway"
    return min(one, other, key=_STRENGTH.index)


def goes_on(record: Draft, draft: Draft) -> bool:
    """ "will remain until Wednesday", "leaves on Saturday": the end of a visit that has begun."""
    due = draft.form == "noun" and draft.status in ("underway", "announced", "expected")
    due = due and not (draft.first or draft.when)  # "is due to end on Friday"
    ending = draft.form in ("stay on", "leave") or due
    if not ending or not draft.last or record.last or record.status not in BEGUN:
        return False
    begun, last = record.first or record.when, draft.last.lstrip("/")
    if begun is None or begun[:10] > last:
        return False
    return edtf.precision(begun) != "year"  # "was last in Peru in 2029, will fly home tonight"
