"""What a matched pattern says, for times counted from the one told before: the day before, two days later."""

from __future__ import annotations

import re
from typing import cast

from wiredesk.kit.times import words
from wiredesk.kit.times.matches import count_of, unit_of
from wiredesk.kit.times.shapes import Narrative, Shape, Unit


def narrative(match: re.Match[str]) -> Shape | None:
    """ "two days later", "a week earlier": from the time told before."""
    shift = count_of(match) * (1 if match["way"].lower() in ("later", "after") else -1)
    return Narrative(unit_of(match), shift)


def next_day(match: re.Match[str]) -> Shape:
    """ "the day before", "the following day": from the day told before."""
    way = " ".join(match["way"].lower().split())
    return Narrative("day", {"day before": -1, "eve": -1, "previous": -1, "preceding": -1, "same": 0}.get(way, 1))


def same_day(match: re.Match[str]) -> Shape:
    """ "that evening", "later the same day": the day told before."""
    del match
    return Narrative("day", 0)


def same_unit(match: re.Match[str]) -> Shape:
    """ "that month", "that same year"."""
    return Narrative(cast(Unit, match["unit"].lower()), 0)


def told_weekday(match: re.Match[str]) -> Shape:
    """ "the following Monday": the first one after the day told before."""
    shift = 1 if match["which"].lower() in ("following", "next") else -1
    return Narrative("day", shift, weekday=words.WEEKDAYS[match["weekday"].rstrip(".").lower()])


def beside(match: re.Match[str]) -> Shape:
    """ "day before", "eve of": what a date behind it is joined to."""
    return Narrative("day", 1 if match[0].lower().endswith("after") else -1)


def hours_later(match: re.Match[str]) -> Shape:
    """ "24 hours later": whole days from the time told before."""
    return Narrative("day", int(match["hours"]) // 24 * (1 if match["way"].lower() == "later" else -1))


def same_day_of_unit(match: re.Match[str]) -> Shape:
    """ "the year before", "the week after": beside the time told before."""
    return Narrative(cast(Unit, match["unit"].lower()), 1 if match["way"].lower() == "after" else -1)
