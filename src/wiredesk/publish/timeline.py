"""A story's days as a drawing: its reports, corrections and events down a line, readable at a phone's width.

It is plain SVG in the page's own colours. What it shows is said in its description, too, and stands on the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import svg
from markupsafe import Markup

from wiredesk.kit.edtf import bounds, is_valid
from wiredesk.publish.axis import axis_line, lay_out, safe
from wiredesk.publish.data import SiteData
from wiredesk.publish.days import brief_day, month_words
from wiredesk.publish.passages import source_name
from wiredesk.publish.rules import TIMELINE_LABEL_CHARS, TIMELINE_ROWS
from wiredesk.publish.words import NOTICE, STATUS, countries
from wiredesk.types import Event, Notice, Story

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Sort = Literal["report", "copy", "notice", "event"]
"""What an item is; each sort has its own shape."""
_WIDTH, _LINE, _AXIS, _LANE, _LABEL = 360, 20, 96, 108, 122
"""Units of the drawing, which are pixels where there is room: its width, a line's height, and where things stand."""


@dataclass(frozen=True)
class _Item:
    """Something on a day; `until`: the last day of an event that lasts; `href`: where it is told."""

    sort: Sort
    text: str
    until: date | None = None
    href: str | None = None


@dataclass
class _Row:
    """A day, month or year with all that stands on it; `top` is where it begins in the drawing."""

    day: date
    items: list[_Item] = field(default_factory=list)
    top: float = 0.0


def timeline(
    data: SiteData, story: Story, events: Iterable[tuple[Event, str | None]], notices: Iterable[Notice]
) -> Markup | None:
    """The drawing of a story with its events and their addresses; None where all that is known lies on one day, or no
    day is known."""
    dated = [*_reports(data, story), *_notices(notices), *_events(events)]
    return _drawn(dated, story.id, "The days of this story")


def events_timeline(events: Iterable[tuple[Event, str | None]], name: str, title: str) -> Markup | None:
    """The drawing of some events with their addresses; `name` makes its ids. None where they all lie on one day."""
    return _drawn(_events(events), name, title)


def _drawn(dated: list[tuple[date, _Item]], name: str, title: str) -> Markup | None:
    place, label = _scale({day for day, _ in dated})
    rows: dict[date, _Row] = {}
    for day, item in sorted(dated, key=lambda one: one[0]):
        rows.setdefault(place(day), _Row(place(day))).items.append(item)
    for _, item in dated:
        if item.until:
            rows.setdefault(place(item.until), _Row(place(item.until)))
    if len(rows) < 2:
        return None
    ordered = sorted(rows.values(), key=lambda row: row.day)
    return Markup(_draw(ordered, place, label, name, title).as_str())


def _reports(data: SiteData, story: Story) -> list[tuple[date, _Item]]:
    """Each day's own reports by their outlets' names, and its copies by their number."""
    own: dict[date, list[str]] = {}
    copied: dict[date, int] = {}
    for key in story.articles:
        article = data.articles.get(key)
        if article is None or article.day is None:
            continue
        copies = data.copies_by_article.get(key)
        if copies is not None and copies.origin.article != key and copies.origin.article in story.articles:
            copied[article.day] = copied.get(article.day, 0) + 1
        else:
            credit = copies.origin.credit if copies else article.credit
            own.setdefault(article.day, []).append(credit or source_name(article))
    found = [
        (day, _Item("report", f"{len(names)} reports: {', '.join(names)}" if len(names) > 1 else f"Report: {names[0]}"))
        for day, names in own.items()
    ]
    return found + [
        (day, _Item("copy", f"{count} cop{'ies' if count > 1 else 'y'} of a report")) for day, count in copied.items()
    ]


def _notices(notices: Iterable[Notice]) -> list[tuple[date, _Item]]:
    return [(one.day, _Item("notice", f"{NOTICE[one.kind]}{f' by {one.by}' if one.by else ''}")) for one in notices]


def _events(events: Iterable[tuple[Event, str | None]]) -> list[tuple[date, _Item]]:
    """Events whose days are known: a month or a year has no place on a line of days."""
    found = []
    for event, href in events:
        ends = (event.when or "").split("/")
        if not is_valid(event.when or "") or not all(_DAY.fullmatch(one) for one in ends if one):
            continue
        start, end = bounds(event.when or "")
        if start is None:
            continue
        where = ", ".join(name for _, name in countries(event.destination))
        how = "moved here" if event.rescheduled else STATUS[event.status]
        words = f"{event.type.capitalize()}{f': {where}' if where else ''}, {how}"
        found.append((start, _Item("event", words, until=end if end and end != start else None, href=href)))
    return found


def _scale(days: set[date]) -> tuple[Callable[[date], date], Callable[[date], str]]:
    """By days while these are few, else by months, else by years: where a day stands, and what a row is called."""
    if len(days) <= TIMELINE_ROWS:
        return (lambda day: day), brief_day
    if len({(day.year, day.month) for day in days}) <= TIMELINE_ROWS:
        return (lambda day: day.replace(day=1)), lambda day: month_words(day.isoformat()[:7])
    return (lambda day: day.replace(month=1, day=1)), lambda day: str(day.year)


def _draw(
    rows: Sequence[_Row], place: Callable[[date], date], label: Callable[[date], str], name: str, title: str
) -> svg.SVG:
    heights = [_LINE * max(1, len(row.items)) for row in rows]
    tops, bottom = lay_out([row.day for row in rows], heights)
    for row, top in zip(rows, tops, strict=True):
        row.top = top
    at = {row.day: row for row in rows}
    said = "; ".join(f"{label(row.day)}: {', '.join(one.text for one in row.items) or 'an event ends'}" for row in rows)
    drawn: list[svg.Element] = [
        svg.Title(text=safe(title), id=f"line-{name}"),
        svg.Desc(text=safe(said), id=f"said-{name}"),
        *axis_line(_AXIS, _LABEL, [row.day for row in rows], tops, heights, [top + _LINE / 2 for top in tops]),
    ]
    for row in rows:
        drawn.append(svg.Text(x=_AXIS - 12, y=row.top + 14, class_=["day"], text=safe(label(row.day))))
        for number, item in enumerate(row.items):
            y = row.top + _LINE * number + _LINE / 2
            if item.until:
                end = at[place(item.until)].top + _LINE / 2
                drawn.append(svg.Line(x1=_LANE, x2=_LANE, y1=y, y2=max(end, y), class_=["lasts"]))
            shown = [
                _shape(item.sort, y),
                svg.Text(x=_LABEL, y=y + 4, class_=[item.sort], text=safe(_short(item.text))),
            ]
            drawn += shown if item.href is None else [_linked(item.href, shown)]
    return svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, _WIDTH, round(bottom)),
        width=_WIDTH,
        height=round(bottom),
        class_=["timeline"],
        xmlns=None,
        extra={
            "role": "img",
            "data-words": "desk",
            "aria-labelledby": f"line-{name}",
            "aria-describedby": f"said-{name}",
        },
        elements=drawn,
    )


def _shape(sort: Sort, y: float) -> svg.Element:
    """A full disc is a report, a ring copies, a diamond a notice, a square an event: told apart without colour."""
    if sort == "notice":
        return svg.Path(d=[svg.M(_AXIS, y - 7), svg.L(_AXIS + 7, y), svg.L(_AXIS, y + 7), svg.L(_AXIS - 7, y), svg.Z()],
                        class_=["notice"])  # fmt: skip
    if sort == "event":
        return svg.Rect(x=_LANE - 5, y=y - 5, width=10, height=10, class_=["event"])
    return svg.Circle(cx=_AXIS, cy=y, r=5.5 if sort == "report" else 4.5, class_=[sort])


def _linked(href: str, shown: list[svg.Element]) -> svg.Element:
    # The list beside the drawing has the same links, for keys.
    return svg.A(href=safe(href), elements=shown, extra={"tabindex": "-1"})


def _short(text: str) -> str:
    return text if len(text) <= TIMELINE_LABEL_CHARS else f"{text[: TIMELINE_LABEL_CHARS - 1].rstrip(' ,')}…"
