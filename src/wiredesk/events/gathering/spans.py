"""Brings first day, last day and duration together, and lets the day of publication correct the status."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from wiredesk.events.draft import Draft
from wiredesk.events.rules import STILL_THERE_DAYS
from wiredesk.kit import edtf

_RECEIVED = ("host", "hosted")
"""A reception's day is some day of a visit of several."""


def span(draft: Draft, published: date | None) -> Draft:
    """The draft with its whole time in `when`."""
    return _timely(replace(draft, when=_whole(draft, published)), published)


def _whole(draft: Draft, published: date | None) -> str | None:
    """`when` from the ends and the length told; a vaguer `when` gives way to them."""
    when, first, last = draft.when, draft.first, draft.last
    if when and when.endswith("/") and last and not first:
        first, when = when[:-1], None  # "has been in Lima since Sunday and will fly home tomorrow"
    if first and edtf.precision(first) != "day":
        when, first = when or first, None
    if last and edtf.precision(last.lstrip("/")) == "year":
        last = None  # "until the end of the year" is no day of anybody's visit
    if last:
        last = last.lstrip("/")
        if edtf.precision(last) == "interval" and draft.status in ("announced", "expected"):
            last = None  # "before the weekend" is some day before it
        elif edtf.precision(last) != "day":
            when, last = when or last, None
    if when and edtf.precision(when) == "day" and first is None and not (draft.days and when == last):
        going = draft.form in ("set off", "leave for") and draft.status in ("completed", "underway")
        still = published is not None and when == published.isoformat()
        if (
            (draft.days and draft.days > 1 and draft.form not in _RECEIVED)
            or (last and when < last)
            or (going and still)
        ):
            first, when = when, None
    if first and last and first <= last:
        return edtf.interval(first, last)
    if first and draft.days:
        return edtf.lasting(first, draft.days)
    if last and draft.days:
        start = date.fromisoformat(last) - timedelta(days=draft.days - 1)
        return edtf.interval(start.isoformat(), last)
    if first and when == first:
        return f"{first}/"  # a day's work on the day of arrival does not end the visit
    if when and (draft.explicit or edtf.precision(when) == "day") and edtf.precision(when) != "open":
        return when
    if first:
        return f"{first}/"
    if last:
        return f"/{last}" if draft.status in ("underway", "completed") or when is None else when
    return when


def _timely(draft: Draft, published: date | None) -> Draft:
    """The status that the days tell: a visit whose last day is past is over, one begun and not ended goes on."""
    if draft.undone:
        return draft  # "was to have flown on Monday": no day makes it take place
    if draft.type != "visit" or draft.caption or draft.status not in ("completed", "underway", "announced", "expected"):
        return draft
    when = draft.when
    if when is None:
        return draft
    if published is None:
        return replace(draft, status="completed") if draft.status == "underway" and draft.form == "arrive" else draft
    start, end = edtf.bounds(when)
    past = draft.status in ("completed", "underway")
    if end and end < published:
        return replace(draft, status="completed")
    if past and start and start <= published:
        if end is None:
            fresh = (published - start).days <= STILL_THERE_DAYS
            return replace(draft, status="underway" if fresh else "completed")
        if end > published and edtf.precision(when) == "interval" and draft.explicit_ends:
            return replace(draft, status="underway")
        if end == published and start == end and draft.form == "arrive":
            return replace(draft, status="completed")
    return draft
