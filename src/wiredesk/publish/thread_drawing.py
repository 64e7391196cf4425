"""A thread as a drawing: its stories down a line of days, in each disc the number of independent sources, and an arc
with its reason for each tie.

It is drawn twice, for wide and for narrow screens, as plain SVG in the page's own colours. What it shows stands in its
description and in the list of the page, which has every headline and reason in full.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

import svg
from markupsafe import Markup

from wiredesk.publish.axis import axis_line, lay_out, safe
from wiredesk.publish.days import brief_day
from wiredesk.publish.rules import THREAD_STORIES_DRAWN, THREAD_TIES_DRAWN, THREAD_WHY_LINES
from wiredesk.publish.views import Title

_HEAD, _WHY, _AFTER = 24, 17, 12
"""Height of a line of a headline or day, of a reason's, and the room below a story, in pixels."""
_BULGE = (18, 38)
"""How far an arc between neighbours leaves the line, and the farthest that any does."""
_CHAR = 6.9
"""Pixels that a character of a headline takes on average, at 12.5 pixels."""


@dataclass(frozen=True, kw_only=True)
class _Screen:
    """Where things stand on a kind of screen, in pixels: the line of days, and what stands beside it. `day_left`: a
    day stands left of the line, else on a line of its own above the headline."""

    name: str
    width: int
    axis: int
    label: int
    day_left: bool

    @property
    def chars(self) -> int:
        """Characters of a headline that fit beside the line."""
        return int((self.width - self.label) / _CHAR)


_SCREENS = (
    _Screen(name="wide", width=720, axis=112, label=160, day_left=True),
    _Screen(name="narrow", width=340, axis=15, label=60, day_left=False),
)


@dataclass(frozen=True, kw_only=True)
class Step:
    """A story of a thread: its first day, its independent sources, and its ties to earlier stories (key, reason).

    `day` None where it is not known; `not_before`: what is known of it then.
    """

    key: str
    title: Title
    href: str | None
    day: date | None
    not_before: date | None = None
    independent: int
    ties: tuple[tuple[str, str], ...] = ()


def thread_drawing(steps: Sequence[Step], name: str) -> Markup | None:
    """Both drawings of the latest stories of a thread; None of fewer than two. `name` makes their ids.

    A story whose day is not known stands at the first day that it may be of, else below all others, and says so.
    """
    shown = sorted(steps, key=lambda step: (_placed(step) or date.max, step.key))[-THREAD_STORIES_DRAWN:]
    if len(shown) < 2 or _placed(shown[0]) is None:
        return None
    return Markup("\n").join(Markup(_draw(shown, name, screen).as_str()) for screen in _SCREENS)


def _placed(step: Step) -> date | None:
    return step.day or step.not_before


def _draw(steps: Sequence[Step], name: str, screen: _Screen) -> svg.SVG:
    ids = f"{name}-{screen.name}"
    place = {step.key: number for number, step in enumerate(steps)}
    ties = [tuple(tie for tie in step.ties if tie[0] in place)[:THREAD_TIES_DRAWN] for step in steps]
    notes = [_notes(step, found, steps, place, screen) for step, found in zip(steps, ties, strict=True)]
    days = [placed for step in steps if (placed := _placed(step))]
    on_line = len(days)
    days += [days[-1]] * (len(steps) - on_line)
    dated = [bool(step.day) and (not n or step.day != steps[n - 1].day) for n, step in enumerate(steps)]
    above = [0 if screen.day_left or not told else _WHY for told in dated]
    heights = [up + _HEAD + _WHY * sum(map(len, told)) + _AFTER for up, told in zip(above, notes, strict=True)]
    tops, bottom = lay_out(days, heights)
    middles = [top + up + _HEAD / 2 for top, up in zip(tops, above, strict=True)]
    drawn: list[svg.Element] = [
        svg.Title(text="The stories of this thread by day", id=f"line-{ids}"),
        svg.Desc(text=safe(_said(steps)), id=f"said-{ids}"),
        *axis_line(screen.axis, screen.label, days[:on_line], tops[:on_line], heights[:on_line], middles[:on_line]),
    ]
    for number, found in enumerate(ties):
        for key, reason in found:
            drawn.append(_arc(screen.axis, middles[place[key]], middles[number], abs(number - place[key]), reason))
    for number, step in enumerate(steps):
        drawn += _step(step, screen, middles[number], with_day=dated[number])
        y = middles[number] + 21
        for lines in notes[number]:
            drawn.append(_note(lines, screen, y))
            y += _WHY * len(lines)
    return svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, screen.width, round(bottom)),
        width=screen.width,
        height=round(bottom),
        class_=["timeline", "thread", screen.name],
        xmlns=None,
        extra={
            "role": "img",
            "data-words": "desk",
            "aria-labelledby": f"line-{ids}",
            "aria-describedby": f"said-{ids}",
        },
        elements=drawn,
    )


def _said(steps: Sequence[Step]) -> str:
    said = [(_day_words(step), step.independent, "s" if step.independent > 1 else "") for step in steps]
    return "; ".join(f"{day}: a story with {count} independent source{many}" for day, count, many in said)


def _day_words(step: Step) -> str:
    if step.day:
        return brief_day(step.day)
    return f"Day not known, not before {brief_day(step.not_before)}" if step.not_before else "Day not known"


def _notes(
    step: Step, ties: Sequence[tuple[str, str]], steps: Sequence[Step], place: Mapping[str, int], screen: _Screen
) -> list[list[str]]:
    """What stands below a headline, each in its lines: that its day is not known, and its nearest tie."""
    notes = [] if step.day else [_day_words(step)]
    if ties:
        key, reason = ties[0]
        other = steps[place[key]]
        notes.append(f"Tied to {brief_day(other.day) if other.day else 'a story whose day is not known'}: {reason}")
    room = screen.chars * 11 // 10  # set smaller than a headline
    return [wrap(note, room, max_lines=THREAD_WHY_LINES, placeholder=" …") for note in notes]


def _step(step: Step, screen: _Screen, middle: float, *, with_day: bool) -> list[svg.Element]:
    """A story: its day, its disc, its headline."""
    shown: list[svg.Element] = [
        svg.Circle(cx=screen.axis, cy=middle, r=min(14, 9 + step.independent), class_=["story", *_open(step)]),
        svg.Text(x=screen.axis, y=middle + 4.5, class_=["count", *_open(step)], text=str(step.independent)),
        svg.Text(x=screen.label, y=middle + 4.5, class_=["head"], elements=_headline(step.title, screen.chars)),
    ]
    if step.href:  # the list beside the drawing has the same links, for keys
        shown = [svg.A(href=safe(step.href), elements=shown, extra={"tabindex": "-1"})]
    if with_day and step.day:
        x, y = (screen.axis - 22, middle + 4.5) if screen.day_left else (screen.label, middle - 13)
        shown.append(svg.Text(x=x, y=y, class_=["day" if screen.day_left else "date"], text=safe(brief_day(step.day))))
    return shown


def _open(step: Step) -> list[str]:
    """The disc of a story whose day is not known is open."""
    return [] if step.day else ["open"]


def _headline(title: Title, chars: int) -> list[svg.Element]:
    """The words of a headline that fit, marked with where they stand in their report."""
    text = title.text if len(title.text) <= chars else title.text[: chars - 1].rstrip(" ,;:")
    whose: dict[str, str] = {"data-words": "desk" if title.bare else "editor"}
    if title.words:
        where = title.words
        whose = {
            "data-article": where.article,
            "data-part": where.part,
            "data-start": str(where.start),
            "data-end": str(where.start + len(text)),
        }
        if where.kept:
            whose["data-kept"] = ""
    if title.language:
        whose["lang"] = safe(title.language)
    cut = [svg.TSpan(text="…")] if len(text) < len(title.text) or title.cut else []
    return [svg.TSpan(text=safe(text), extra=whose), *cut]


def _note(lines: Sequence[str], screen: _Screen, y: float) -> svg.Element:
    """One text in lines: whoever reads the words alone reads it whole."""
    last = len(lines) - 1
    spans: list[svg.Element] = [
        svg.TSpan(x=screen.label, y=y + _WHY * number, text=safe(line if number == last else f"{line} "))
        for number, line in enumerate(lines)
    ]
    return svg.Text(class_=["why"], elements=spans)


def _arc(x: float, start: float, end: float, apart: int, reason: str) -> svg.Element:
    """A tie as an arc right of the line, the farther out the more stories lie between."""
    out = x + 1.3 * min(_BULGE[1], _BULGE[0] + 7 * (apart - 1))
    arc = svg.Path(d=[svg.M(x, start), svg.C(out, start, out, end, x, end)], class_=["tie"])
    return svg.G(elements=[svg.Title(text=safe(reason)), arc])
