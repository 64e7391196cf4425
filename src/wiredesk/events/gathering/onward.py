"""Ends a stay with the day on which the traveller goes on: "arrived in Brunei on Tuesday ... flies on to Manila on
Thursday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wiredesk.events.cite import join
from wiredesk.events.draft import Draft
from wiredesk.events.gathering.one import BEGUN
from wiredesk.events.identity import shared
from wiredesk.events.rules import ONWARD_WITHIN
from wiredesk.events.settling.legs import MOVING
from wiredesk.kit import edtf


def ended_by_going_on(records: Sequence[Draft]) -> list[Draft]:
    """The records; a stay without an end that a journey to another country follows ends on the day of that journey."""
    kept: list[Draft] = []
    for record in records:
        ended = record
        onward = [
            (day, other)
            for other in records
            if (begun := _arrived(record, other)) is not None and (day := _goes_on(record, begun, other)) is not None
        ]
        if onward:
            day, other = min(onward, key=lambda one: one[0])
            pieces = tuple(replace(piece, fields=frozenset({"when"})) for piece in other.evidence[:1])
            ended = replace(
                record,
                first=record.first or record.when,
                last=day,
                when=None,
                evidence=join((*record.evidence, *pieces)),
            )
        kept.append(ended)
    return kept


def _arrived(record: Draft, other: Draft) -> date | None:
    """The day of arrival of a stay whose end is not told; "visits Lima on Monday" is one if `other` goes on from it."""
    if record.type != "visit" or record.caption or record.last or record.days or record.once_planned:
        return None
    if record.status not in (*BEGUN, "announced", "expected"):
        return None
    first = record.first if record.when in (None, record.first) else None
    if first is None and other.onward and not record.first and record.form != "leave":
        first = record.when
    return date.fromisoformat(first) if first and edtf.precision(first) == "day" else None


def _goes_on(record: Draft, begun: date, other: Draft) -> str | None:
    """The day on which the same traveller sets out for another country, if it is soon after the arrival."""
    if other is record or other.type != "visit" or other.caption or other.form not in MOVING:
        return None
    told_back = other.order < record.order and not {record.status, other.status} <= BEGUN  # "had come to Peru"
    if told_back or other.status in ("cancelled", "postponed", "denied", "invited"):
        return None
    if not other.destination or set(other.destination) & set(record.destination):
        return None
    if shared(record.principals, other.principals) < len(record.principals):
        return None
    day = other.first or other.when
    if day is None or edtf.precision(day) != "day":
        return None
    return day if 0 < (date.fromisoformat(day) - begun).days <= ONWARD_WITHIN else None
