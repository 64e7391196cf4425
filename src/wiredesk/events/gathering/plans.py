"""What becomes of plans told in the past, "was to have flown", "had been due": put off to new days, or to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wiredesk.events.cite import join
from wiredesk.events.draft import Draft
from wiredesk.events.identity import shared


def plans_settled(records: Sequence[Draft]) -> list[Draft]:
    """What was only planned for a day: put off if the same journey is now to come later, else, if undone, cancelled."""
    kept: list[Draft] = []
    moved: set[int] = set()
    for record in records:
        if record.type != "visit" or not record.once_planned or record.status in ("cancelled", "postponed", "denied"):
            kept.append(record)
            continue
        same = [
            other
            for other in records
            if other is not record
            and other.type == "visit"
            and not other.once_planned
            and shared(record.principals, other.principals)
            and (not record.destination or set(other.destination) <= set(record.destination))
        ]
        if any(one.status == "postponed" and one.rescheduled for one in same):
            continue  # "four days earlier than planned. It had been set for May 9": the days that it no longer has
        later = [one for one in same if one.status in ("announced", "expected") and (one.when or one.first)]
        if later and record.told <= later[0].told and record.when != later[0].when:
            moved.add(id(later[0]))
            kept.append(replace(record, form="plan moved"))
        elif record.undone and not same:
            kept.append(replace(record, status="cancelled", first=None, when=record.when or record.first))
        elif not record.undone or not same:
            kept.append(record)
    if not moved:
        return kept
    return _moved_plans(kept, moved)


def _moved_plans(records: Sequence[Draft], moved: set[int]) -> list[Draft]:
    """ "was to come on Monday, will come a week later": one journey, put off to its new days."""
    plans = [record for record in records if record.form == "plan moved"]
    found: list[Draft] = []
    for record in records:
        told = record
        if id(record) in moved:
            old = next(plan for plan in plans if shared(plan.principals, record.principals))
            told = replace(
                record,
                status="postponed",
                rescheduled=True,
                destination=record.destination or old.destination,
                place=record.place or old.place,
                order=min(old.order, record.order),
                announced_on=record.announced_on or old.announced_on,
                evidence=join((*old.evidence, *record.evidence)),
            )
        if record.form != "plan moved":
            found.append(told)
    return found
