"""Parts of a longer journey: legs of a tour with days of their own, the day of setting out, a reception on the way."""

from __future__ import annotations

from dataclasses import replace

from wiredesk.events.cite import join
from wiredesk.events.draft import Draft
from wiredesk.events.gathering.one import BEGUN, together
from wiredesk.kit import edtf


def is_leg(tour: Draft, draft: Draft) -> bool:
    """Whether a stop with days of its own is one of a tour that was told as a whole: "Poland and Romania next week"."""
    inside = len(draft.destination) == 1 and set(draft.destination) < set(tour.destination)
    vague = (tour.when is None or not tour.explicit) and not tour.last and not (tour.first and tour.days)
    told = draft.explicit or bool(draft.first) or bool(draft.last and tour.first)
    dated = draft.leg or (told and draft.form in _LEG_FORMS and draft.status != "completed")
    return dated and inside and vague and draft.told > tour.order


_LEG_FORMS = frozenset({"stay", "go", "set off", "arrive", "visit", "hosted", "due", "noun", "stay on"})
"""Tellings of one country and its days that part it from a tour whose own days are vague."""


def leg_of(records: list[Draft], position: int, draft: Draft) -> Draft:
    """The stop as a visit that was announced with the tour, which keeps the other countries."""
    tour = records[position]
    rest = tuple(country for country in tour.destination if country not in draft.destination)
    records[position] = replace(tour, destination=rest, place=None, first=None)
    if tour.first and draft.last and not (draft.first or draft.when):
        # "begins a tour on Friday", "will be in Lima until Sunday"
        draft = replace(draft, first=tour.first, status=tour.status if tour.status in BEGUN else draft.status)
    pieces = tuple(replace(piece, fields=piece.fields - {"when", "place"}) for piece in tour.evidence)
    announced = tour.status == "announced" and draft.status == "expected"
    return replace(
        draft,
        status="announced" if announced else draft.status,
        announced_on=draft.announced_on or (tour.announced_on if tour.status == "announced" else None),
        evidence=join((*pieces, *draft.evidence)),
    )


def sets_out(record: Draft, draft: Draft) -> bool:
    """ "leaves on Monday", said of a visit that has not begun and has no first day yet: it begins then."""
    coming = ("announced", "expected")
    if draft.form != "leave" or draft.homeward or draft.last is None or draft.destination:
        return False
    if record.status not in coming or draft.status not in coming or record.first or record.last or record.explicit:
        return False
    return record.when is None or edtf.precision(record.when) != "day"


def is_day_of_stay(whole: Draft, draft: Draft, arrival: Draft | None = None) -> bool:
    """ "arrived on Tuesday" and "is to be received on Wednesday": the reception's day is not the whole visit's.

    `arrival`: the telling of the arrival where it comes second; then the reception is told in the active as well.
    """
    if arrival is not None and (arrival.first is None or draft.first or draft.last or draft.order == arrival.order):
        return False
    receptions = ("hosted",) if arrival is None and draft.order <= whole.order else ("hosted", "host")
    if draft.form not in receptions or not draft.counterparts or draft.when is None or whole.when is None:
        return False
    several = edtf.precision(whole.when) == "interval" and whole.explicit_ends and arrival is None
    if (
        not (several or edtf.precision(whole.when) == "open")
        or edtf.precision(draft.when) != "day"
        or not (whole.status in BEGUN or (several and whole.explicit))
    ):
        return False
    if several and whole.explicit and draft.status != "completed" and whole.status not in BEGUN:
        return edtf.compatible(whole.when, draft.when)  # a programme told day by day
    if whole.when.startswith("/"):
        return arrival is None and draft.when < whole.when[1:]
    return not whole.when.startswith(draft.when) and edtf.compatible(whole.when, draft.when)


_TOLD_OF_A_RECEPTION = frozenset({"type", "principals", "status", "when", "destination", "place"})


def reception(received: Draft, arrival: Draft) -> tuple[Draft, Draft]:
    """ "received on Thursday the premier, who arrived on Wednesday": the visit from its first day, and the meeting."""
    visit = replace(
        together(replace(received, when=None), arrival),
        form=arrival.form,
        first=arrival.first,
        place=received.place,
    )
    meeting = replace(
        received,
        type="meeting",
        form="host talks",
        principals=(*received.counterparts, *received.principals),
        counterparts=(),
        evidence=tuple(replace(piece, fields=piece.fields & _TOLD_OF_A_RECEPTION) for piece in received.evidence),
    )
    return visit, meeting
