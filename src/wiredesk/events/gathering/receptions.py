"""Receptions within a stay: "received on Thursday the premier, who arrived on Wednesday and leaves on Saturday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wiredesk.events.draft import Draft
from wiredesk.events.identity import shared
from wiredesk.kit import edtf


def is_reception(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether somebody is received on a day, in the country of a journey that the text tells in other words."""
    if draft.form not in _RECEPTIONS or not draft.counterparts or not draft.when:
        return False
    return any(
        other.type == "visit"
        and other.form not in (*_RECEPTIONS, "leave", "agenda", "heard", "invite")
        and shared(draft.principals, other.principals)
        and (not draft.destination or not other.destination or set(other.destination) & set(draft.destination))
        and (other.when or other.first or other.last or other.days)
        for other in drafts
    )


_RECEPTIONS = ("hosted", "host")


def is_day_of_stay(whole: Draft, draft: Draft) -> bool:
    """ "arrived on Tuesday" and "is to be received on Wednesday": the reception's day is not the whole visit's."""
    if draft.form not in _RECEPTIONS or not draft.counterparts or draft.when is None or whole.when is None:
        return False
    if edtf.precision(draft.when) != "day" or whole.form in _RECEPTIONS:
        return False
    if whole.when.startswith("/"):
        return draft.when < whole.when[1:]
    several = edtf.precision(whole.when) == "interval" and whole.explicit_ends
    if not several and edtf.precision(whole.when) != "open":
        return False
    return whole.when != f"{draft.when}/" and edtf.compatible(whole.when, draft.when)


def at_home_there(draft: Draft, visit: Draft) -> Draft:
    """Who receives somebody abroad is no minister of the guest's: "The Greek official came to Lima. He will be received
    by Prime Minister X"."""
    if draft.form not in _RECEPTIONS or len(visit.destination) != 1:
        return draft
    home = {person.country for person in draft.principals}
    hosts = tuple(
        replace(host, country=visit.destination[0])
        if host.country in home and host.country and "ambassador" not in (host.role or "").casefold()
        else host
        for host in draft.counterparts
    )
    return replace(draft, counterparts=hosts)


def as_meeting(reception: Draft, visit: Draft) -> Draft:
    """A reception that has a day of its own within a stay."""
    over = reception.status == "underway"  # "the president greets her guest at the palace, May 3"
    guests, hosts = reception.principals, reception.counterparts
    return replace(
        reception,
        type="meeting",
        form="host talks",
        status="completed" if over else reception.status,
        principals=(*hosts, *guests) if reception.order < visit.order else (*guests, *hosts),
        counterparts=(),
    )


def first_told(record: Draft, drafts: Sequence[Draft]) -> Draft:
    """The record with the number of the first sentence that tells of it: a reception may stand before its journey."""
    stretches = {(piece.part, piece.start) for piece in record.evidence}
    told = (
        draft.order
        for draft in drafts
        if draft.form in _RECEPTIONS and any((piece.part, piece.start) in stretches for piece in draft.evidence)
    )
    return replace(record, order=min((record.order, *told))) if record.type == "visit" else record
