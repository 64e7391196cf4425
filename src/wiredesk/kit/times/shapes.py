"""What an expression of time says while no day of publication is known: `rules` make these, `resolve` places them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tense = Literal["past", "future", "present"]
Unit = Literal["day", "week", "fortnight", "month", "quarter", "year", "decade", "century", "weekend"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar with whatever was left out as None: "April 16-19", "Friday", "May", "2022"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    side: Literal["past", "future"] | None = None
    """Told by the words ("last November") and not by the clause."""
    named: int | None = None
    """The year of what is called by its date ("the Sept. 11 attacks"), for texts printed since."""


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day ("Easter Monday"), a key of `feasts.FEASTS`; `shift` years from now, `side` as in `Calendar`."""

    name: str
    year: int | None = None
    shift: int | None = None
    side: Literal["past", "future"] | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """Placed by the text alone: "the 1990s", "2019-Q1". None: a time that cannot be placed ("03/04/2023")."""

    edtf: str | None


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """ "the first Monday in May": of a year's month, of the nearest, or of the month `shift` from now; -1: the last."""

    nth: int
    weekday: int
    month: int | None = None
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """No time at all, nor any word of it: "the March 14 alliance"."""


@dataclass(frozen=True, slots=True)
class Season:
    """A season of ISO 8601-2 (21 to 24) in a year, or `shift` years from now; None is "the summer".

    `nearest`: the last one that is over ("last autumn", -1) or the next one once this year's is over (1).
    """

    season: int
    year: int | None = None
    shift: int | None = None
    nearest: Literal[-1, 1] | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """Counted from publication in whole units: yesterday is day -1, "next week" week 1. `weekday`: a day of that week.
    `month`: that month of that year; `day`: that day of that month; `months`: first and last month of that year;
    `months_more`: so many months further back ("two and a half years ago")."""

    unit: Unit
    shift: int
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    months: tuple[int, int] | None = None
    months_more: int = 0


@dataclass(frozen=True, slots=True)
class Nearest:
    """The next or last such weekday: "this coming Friday" (1), "this past Wednesday" (-1). `weekday` None: weekend."""

    weekday: int | None
    direction: Literal[-1, 0, 1]


@dataclass(frozen=True, slots=True)
class Narrative:
    """Counted from the time told before: "a day later", "the day before". Without one, unplaced.

    `weekday`: the first such day after it or before it ("the following Monday").
    """

    unit: Unit
    shift: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Anniversary:
    """ "on the third anniversary" of what was told to the day before; `years` None: the one that the tense allows."""

    years: int | None


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch up to or from publication: "the past two weeks" (-2), "the next five days" (5).

    `today`: it begins on the day of publication ("within two weeks") and not on the day after.
    """

    unit: Unit
    count: int
    today: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """Units counted from another time: "three days from Tuesday", "the day after May 1"."""

    inner: Shape
    unit: Unit
    shift: int


@dataclass(frozen=True, slots=True)
class InUnits:
    """ "in two days": from publication where the clause looks ahead, else a duration ("the first in two years")."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Length:
    """A duration in days, None where no number is told ("for weeks")."""

    days: int | None


@dataclass(frozen=True, slots=True)
class Stay:
    """So many days from a start, both counted: "for three days from Monday"."""

    start: Shape
    days: int


@dataclass(frozen=True, slots=True)
class Around:
    """The week (Monday to Sunday) or weekend of a day: "the week of April 10"."""

    inner: Shape
    unit: Literal["week", "weekend"] = "week"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one time to another: "June 30 to July 2", "Monday and Tuesday"."""

    first: Shape
    last: Shape


@dataclass(frozen=True, slots=True)
class Open:
    """One end given: "since June" (`side` "start"), "until Feb. 12" ("end"), "after 2016", "before May 3"."""

    inner: Shape
    side: Literal["start", "end", "after", "before"]
    sure: Tense | None = None
    """Told by the words, whatever the verb: what something has lasted since lies back."""


Shape = (
    Calendar
    | Feast
    | Anniversary
    | NthWeekday
    | Passed
    | Fixed
    | Season
    | Offset
    | Nearest
    | Narrative
    | Window
    | Counted
    | InUnits
    | Length
    | Around
    | Stay
    | Stretch
    | Open
)


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression found: `text[start:end]`, what it says, and the rule that read it."""

    start: int
    end: int
    shape: Shape
    rule: str
