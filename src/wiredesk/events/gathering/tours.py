"""Parts of a longer journey: legs of a tour with days of their own, the day of setting out, a reception on the way."""

from __future__ import annotations

from dataclasses import replace

from wiredesk.events.cite import join
from wiredesk.events.draft import Draft
from wiredesk.events.gathering.one import BEGUN
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
