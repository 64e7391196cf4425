"""Brings the drafts of one article together: the same event told twice is one record with more evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wiredesk.events.cite import join
from wiredesk.events.draft import Draft
from wiredesk.events.gathering.inside import into_visit, meeting_home
from wiredesk.events.gathering.one import BEGUN, goes_on, same_time, together
from wiredesk.events.gathering.onward import ended_by_going_on
from wiredesk.events.gathering.plans import plans_settled
from wiredesk.events.gathering.receptions import as_meeting, at_home_there, first_told, is_day_of_stay, is_reception
from wiredesk.events.gathering.spans import span
from wiredesk.events.gathering.standing import finished, met_on_scene, on_scene, stands
from wiredesk.events.gathering.tours import is_leg, leg_of, sets_out
from wiredesk.events.identity import shared, without
from wiredesk.events.visits.heard import explained
from wiredesk.kit import edtf


def gather(drafts: Sequence[Draft], headline: int, published: date | None) -> list[Draft]:
    """The drafts of one article, in reading order, as records.

    Sentences up to number `headline` are the headline's; they go last, for a headline only repeats.
    """
    # in a sentence those with a place go first; what the traveller is to do goes last of all
    drafts = sorted(drafts, key=lambda draft: (draft.form in _LAST, draft.order, not draft.destination))
    body = [_on_the_way(draft) for draft in drafts if not draft.caption and draft.order > headline]
    captions = [draft for draft in drafts if draft.caption]
    heads = [draft for draft in drafts if not draft.caption and draft.order <= headline]
    tables = [draft for draft in body if draft.type == "meeting"]
    body = [draft for draft in body if not _comes_to_a_table(draft, tables) and not explained(draft, tables)]
    records: list[Draft] = []
    body = sorted(
        body, key=lambda draft: is_reception(draft, body)
    )  # "received on Friday" before the stay around it is told
    later = [draft for draft in body if draft.form in _AMENDING or draft.hint_only]
    for kind in ("visit",), ("meeting", "call"):
        for draft in (one for one in [*body, *heads] if one.type in kind and one not in later):
            _place(records, draft, published)
    records = [first_told(record, body) for record in records]
    for draft in later:
        _amend(records, draft)
    for draft in captions:
        if not _pictures(records, draft, published):
            _place(records, draft, published)
    records = ended_by_going_on(plans_settled([on_scene(record) for record in records]))
    records = [span(record, published) for record in records if stands(record)]
    records = [met_on_scene(record, published) for record in records]
    return [finished(record, published) for record in records if record.order > headline or not _told(records, record)]


def _on_the_way(draft: Draft) -> Draft:
    """ "had been due to meet officials in Lima on Monday": nobody is told whom somebody meets, but where and when."""
    alone = draft.type == "meeting" and len(draft.principals) == 1 and not draft.hint_only
    if not alone or len(draft.destination) != 1 or draft.principals[0].country in (None, *draft.destination):
        return draft
    return replace(draft, type="visit", form="agenda")


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
        if position is not None:
            draft = at_home_there(draft, records[position])
        if (
            position is not None
            and is_day_of_stay(span(records[position], published), draft)
            and into_visit(records, as_meeting(draft, records[position]), published)
        ):
            return
        if draft.form in _LAST:
            if position is None and draft.form == "agenda":
                return
            if position is not None and (records[position].when or records[position].first) and not draft.once_planned:
                draft = replace(draft, when=None)  # one day of a visit is not its day
    elif draft.type == "meeting" and into_visit(records, draft, published):
        return
    else:
        position = meeting_home(records, draft)
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
        and (draft.form != "off" or record.once_planned or record.status not in BEGUN)
        and (draft.form != "made known" or (record.type == "visit" and record.status in ("expected", "announced")))
        and (not draft.principals or shared(draft.principals, record.principals))
        and (draft.form in ("reset", "off") or record.type == draft.type)
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
    same_land = not draft.destination or draft.destination == record.destination
    if not onward or record.status not in BEGUN or not same_land or draft.when is None:
        return False
    if record.first is not None and record.form == "arrive":
        return draft.when > record.first
    return record.last is not None and edtf.precision(draft.when) == "day" and draft.when <= record.last.lstrip("/")


def _is_next_stop(record: Draft, draft: Draft) -> bool:
    """Whether a record is of the town that somebody left another for, which the draft tells of."""
    if record.form != "leave for" or draft.form == "stay on":  # "left for Peru, where she will stay until Friday"
        return False
    if draft.form == "leave" and draft.index > record.index:  # "will leave for Peru on Sunday and return on Tuesday"
        return False
    return not draft.destination or draft.destination != record.destination
