"""Finds the expressions of time in a text: single readings joined to stretches, then placed."""

from __future__ import annotations

from datetime import date

from wiredesk.kit import edtf
from wiredesk.kit.times.grammar import readings
from wiredesk.kit.times.join import join
from wiredesk.kit.times.resolve import resolve
from wiredesk.kit.times.shapes import (
    Anniversary,
    Calendar,
    Feast,
    Fixed,
    InUnits,
    Length,
    Nearest,
    NthWeekday,
    Offset,
    Reading,
    Season,
    Shape,
    Tense,
    Window,
)
from wiredesk.kit.times.tense import placing_tense
from wiredesk.kit.times.words import UNIT_DAYS
from wiredesk.types import TimeMention


def find_times(
    text: str, published: date | None, *, tense_hint: Tense | None = None, part: str = "body"
) -> list[TimeMention]:
    """Expressions of time in `text`, from left to right, none over another; never raises.

    Resolved against the day of publication; with None only what the text itself anchors has an `edtf`.
    `tense_hint` serves clauses whose verbs show no tense (a headline's); `part` is the article's that the text is of.
    """
    mentions: list[TimeMention] = []
    told: str | None = None
    for reading in join(text, readings(text)):

        def tense(reading: Reading = reading) -> Tense | None:
            return placing_tense(text, reading.start, reading.end) or tense_hint

        value = resolve(reading.shape, published, tense, told)
        mentions.append(
            TimeMention(
                start=reading.start,
                end=reading.end,
                text=text[reading.start : reading.end],
                edtf=value,
                kind=_kind(reading, value),
                rule=reading.rule,
                part=part,
            )
        )
        if value and edtf.precision(value) in ("day", "interval", "month", "year"):
            told = value
    return mentions


def duration_days(mention: TimeMention) -> int | None:
    """Days of a mention of kind `duration` ("six-day": 6, "two weeks": 14); None if no number of days is told.

    Months count 30 and years 365 days: good for comparing, not for dating.
    """
    if mention.kind != "duration":
        return None
    if mention.text.lower() == "overnight":
        return 2
    for reading in readings(mention.text):
        match reading.shape:
            case Length(days):
                return days
            case InUnits(unit, count):
                return count * UNIT_DAYS[unit] if unit in UNIT_DAYS else None
    return None


def unanchored(text: str) -> str | None:
    """A date printed without its year, as EDTF with the year unspecified: "April 14" is `XXXX-04-14`.

    None if `text` holds no date with month and day, or one that has its year.
    """
    for reading in readings(text):
        match reading.shape:
            case Calendar(year=None, month=int(month), day=int(day)):
                value = f"XXXX-{month:02d}-{day:02d}"
                return value if edtf.is_valid(value) else None
    return None


def _kind(reading: Reading, value: str | None) -> str:
    shape = reading.shape
    if isinstance(shape, Length) or (isinstance(shape, InUnits) and value is None):
        return "duration"
    if reading.rule == "quarter":
        return "quarter"
    if value is None:
        return _unplaced_kind(shape)
    unit = edtf.precision(value)
    return {"interval": "span", "open": "span", "century": "span"}.get(unit, unit)


def _unplaced_kind(shape: Shape) -> str:
    match shape:
        case Calendar():
            if shape.quarter:
                return "quarter"
            return (
                "span" if shape.last_day or shape.half else "day" if shape.day or shape.weekday is not None else "month"
            )
        case Season():
            return "season"
        case Offset(unit="day") | Nearest(weekday=int()) | Fixed() | Feast() | Anniversary() | NthWeekday():
            return "day"
        case Offset(weekday=int()):
            return "day"
        case Window():
            return "span"
    unit = getattr(shape, "unit", "span")
    return unit if unit in ("day", "month", "quarter", "year", "decade") else "span"
