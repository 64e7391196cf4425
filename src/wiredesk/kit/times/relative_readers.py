"""What a matched pattern says, for times counted from another: last week, two days ago, six days."""

from __future__ import annotations

import re
from typing import cast

from wiredesk.kit.times import words
from wiredesk.kit.times.matches import SHIFTS, count_of, group, month_of, number_of, shift_of, unit_of, word_before
from wiredesk.kit.times.readers import day_of_month
from wiredesk.kit.times.shapes import (
    Around,
    Calendar,
    Counted,
    Fixed,
    InUnits,
    Length,
    Narrative,
    Nearest,
    NthWeekday,
    Offset,
    Season,
    Shape,
    Stay,
    Unit,
    Window,
)

NTH_WEEKDAYS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
# "over the next year" reaches from now; "the next year she won again" follows what was told.
_COUNTED_ON = re.compile(r"\s(?:before|after(?!\sall\b)|that)\b", re.IGNORECASE)
"""Behind "the last week", "her last year" they tell which one: "before the vote"."""
_DURING = re.compile(r"\b(?:over|in|within|for|during|of)\sthe\s$", re.IGNORECASE)


def month_of_year(match: re.Match[str]) -> Shape | None:
    """ "March of last year", "10 July next year"."""
    number = month_of(match)
    return Offset("year", shift_of(match), month=number, day=number_of(match, "day")) if number else None


def weekday_of_week(match: re.Match[str]) -> Shape:
    """ "Tuesday of last week", "next week Wednesday"."""
    return Offset("week", shift_of(match), weekday=words.WEEKDAYS[match["weekday"].rstrip(".").lower()])


def which_weekday(match: re.Match[str]) -> Shape | None:
    """ "last Monday" is last week's, "next Friday" next week's; "this past", "this coming" are the nearest."""
    if word_before(match).lower() == "the" and match["which"].lower() in (
        "last",
        "past",
        "previous",
        "next",
        "following",
    ):
        return None
    if match["which"].lower() == "following" and match.string[match.end() : match.end() + 2] in ("'s", "’s"):
        return None  # "following Tuesday's vote"
    name = words.WEEKDAYS[match["weekday"].rstrip(".").lower()]
    phrase = match[0].lower().split()
    if "past" in phrase[:2]:
        return Nearest(name, -1)
    if "coming" in phrase[:2] or "upcoming" in phrase[:2]:
        return Nearest(name, 1)
    if phrase[0] == "this":
        return Nearest(name, 0)
    return Offset("week", shift_of(match), weekday=name)


def deictic(match: re.Match[str]) -> Shape | None:
    """today, yesterday ... but not the paper USA Today, nor "today's world" as an age."""
    word = " ".join(match["deictic"].lower().split())
    if word == "today" and match["deictic"][0].isupper() and word_before(match).lower() in words.TODAY_PAPERS:
        return None
    shift = {
        "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1,
        "day before yesterday": -2, "day after tomorrow": 2,
    }[word]  # fmt: skip
    return Offset("day", shift)


def part_of_day(match: re.Match[str]) -> Shape | None:
    """ "this morning" is today, "last night" yesterday."""
    if match["which"].lower() == "last":
        return Offset("day", -1) if match["part"].lower() in ("night", "evening") else None
    return Offset("day", 0)


def which_unit(match: re.Match[str]) -> Shape | None:
    """last week, this month, next year. "the last week", "the past year" reach up to now."""
    unit = cast(Unit, match["unit"].lower())
    which = " ".join((group(match, "which") or "this").lower().split())
    definite = word_before(match).lower() in ("the", "his", "her", "its", "their", "a")
    if unit == "day" or (definite and _COUNTED_ON.match(match.string, match.end())):
        return None
    if "fiscal" in match[0].lower():
        return Fixed(None)  # begins when its keeper says
    if definite and which in ("last", "past"):
        return Window(unit, -1) if word_before(match).lower() == "the" else None
    if which == "past":
        return Window(unit, -1)
    if which == "next" and word_before(match).lower() == "the":
        behind = match.string[max(0, match.start() - 12) : match.start()]
        return Window(unit, 1) if _DURING.search(behind) else Narrative(unit, 1)
    if definite and word_before(match).lower() != "the":
        return None
    if which in ("following", "previous"):
        return Narrative(unit, SHIFTS[which])
    return Offset(unit, shift_of(match))


def part_of_unit(match: re.Match[str]) -> Shape:
    """ "later this year", "the end of the month": the unit that it is a part of."""
    return Offset(cast(Unit, match["unit"].lower()), shift_of(match))


def which_weekend(match: re.Match[str]) -> Shape:
    """This, last or next weekend; the nearest one where it says "this"."""
    return Nearest(None, (-1, 0, 1)[shift_of(match) + 1])


def weekend(match: re.Match[str]) -> Shape | None:
    """The weekend: the nearest that the tense allows."""
    return Nearest(None, 0) if word_before(match).lower() in ("the", "over", "at") else None


def which_month(match: re.Match[str]) -> Shape | None:
    """ "last November", "next May": the nearest on that side; placed by the clause, so a month alone."""
    number = month_of(match)
    if number is None or (match["month"][0].islower() and number in (3, 5)):
        return None
    which = shift_of(match)
    if which == 0:
        return Offset("year", 0, month=number)
    return Calendar(month=number, side="past" if which < 0 else "future")


def which_season(match: re.Match[str]) -> Shape | None:
    """ "this summer", "spring next year", "last autumn"; "last winter" lies over two years and is not placed."""
    code = words.SEASONS[match["season"].lower()]
    by_year = match[0].lower().endswith("year")
    which = match["which"].lower()
    if code == 24:
        return Season(code)
    if by_year or which == "this":
        return Season(code, shift=shift_of(match))
    return Season(code, nearest=-1 if shift_of(match) < 0 else 1)


def first_months(match: re.Match[str]) -> Shape | None:
    """ "the first five months of 1998"."""
    count, value = count_of(match), number_of(match, "year")
    if not 1 < count < 12:
        return None
    if value is not None:
        return Fixed(f"{value}-01/{value}-{count:02d}")
    return Offset("year", shift_of(match), months=(1, count))


def first_quarters(match: re.Match[str]) -> Shape:
    """ "the first three quarters of 2024"."""
    last, value = 3 * count_of(match), number_of(match, "year")
    if value is not None:
        return Fixed(f"{value}-01/{value}-{last:02d}")
    return Offset("year", shift_of(match), months=(1, last))


def ago(match: re.Match[str]) -> Shape | None:
    """ "two days ago"."""
    unit, count = unit_of(match), count_of(match)
    half = group(match, "half") or group(match, "half2")
    if half:
        return Offset(unit, -count, months_more=6) if unit == "year" else None
    return Offset(unit, -count)


def from_day(match: re.Match[str]) -> Shape:
    """ "two days after today", "three days from Tuesday"."""
    unit, shift = unit_of(match), count_of(match) * (-1 if match["way"].lower() == "before" else 1)
    if match["base"].lower() == "now" and match["way"].lower() == "from":
        return Offset(unit, shift)
    days = _days(match)
    if days and match["way"].lower() == "from" and word_before(match).lower() == "for":
        return Stay(Offset("day", 1 if match["base"].lower() != "today" else 0), days)
    return Counted(
        Offset("day", {"tomorrow": 1, "tmrw": 1, "yesterday": -1}.get(match["base"].lower(), 0)), unit, shift
    )


def hours_ago(match: re.Match[str]) -> Shape:
    """ "48 hours ago"."""
    return Offset("day", -(int(match["hours"]) // 24))


def hours(match: re.Match[str]) -> Shape | None:
    """ "a 48-hour visit"."""
    return None if word_before(match) in ("$", "€", "£") else Length(int(match["hours"]) // 24)


def hours_window(match: re.Match[str]) -> Shape:
    """ "the past 24 hours"."""
    shift = SHIFTS[match["which"].lower()]
    return Window("day", int(match["hours"]) // 24 * shift)


def in_units(match: re.Match[str]) -> Shape | None:
    """ "in two days"; not "the first in two years"."""
    if re.search(
        r"\b(?:\w+(?:st|nd|rd|th)|time|times|\w+est|only)\b[^.,;]{0,40}$",
        match.string[max(0, match.start() - 60) : match.start()],
    ):
        return Length(_days(match))
    return InUnits(unit_of(match), count_of(match))


def duration(match: re.Match[str]) -> Shape | None:
    """ "six-day", "two weeks", "three months"; not an age, nor a rate ("five-day-a-week")."""
    if word_before(match) in ("$", "€", "£") or match[0][:2].lower() == "a-":
        return None
    return Length(_days(match))


def _days(match: re.Match[str]) -> int | None:
    return count_of(match) * words.UNIT_DAYS[unit_of(match)] if unit_of(match) in words.UNIT_DAYS else None


def window(match: re.Match[str]) -> Shape | None:
    """ "the past two weeks", "the next five days"."""
    which = match["which"].lower()
    if which in ("first", "following", "previous"):
        return Length(_days(match))
    return Window(unit_of(match), count_of(match) * SHIFTS[which])


def week_of(match: re.Match[str]) -> Shape | None:
    """ "the week of April 10"."""
    inner = day_of_month(match)
    return Around(inner) if inner else None


def weekend_of(match: re.Match[str]) -> Shape | None:
    """ "the weekend of 12-13 May"."""
    inner = day_of_month(match)
    if isinstance(inner, Calendar) and inner.last_day:
        return inner
    return Around(inner, "weekend") if inner else None


def nth_month(match: re.Match[str]) -> Shape | None:
    """ "the 4th month of next year"."""
    number = int(match["nth"])
    return Offset("year", shift_of(match), month=number) if 1 <= number <= 12 else None


def nth_day(match: re.Match[str]) -> Shape:
    """ "the 8th day of next month"."""
    day = number_of(match, "day") or words.ORDINALS[match["day_word"].lower()]
    return Offset("month", shift_of(match), day=day)


def nth_weekday(match: re.Match[str]) -> Shape | None:
    """ "the first Monday in May", "the last Friday of the month"."""
    nth = NTH_WEEKDAYS.get(match[0].split()[0].lower())
    if nth is None:
        return None
    weekday = words.WEEKDAYS[match["weekday"].rstrip(".").lower()]
    if group(match, "which"):
        return NthWeekday(nth, weekday, shift=shift_of(match))
    month = month_of(match)
    return NthWeekday(nth, weekday, month=month, year=number_of(match, "year")) if month else None


def overnight(match: re.Match[str]) -> Shape:
    """ "an overnight visit" touches two days."""
    del match
    return Length(2)


def within(match: re.Match[str]) -> Shape:
    """ "within two weeks": from publication on."""
    return Window(unit_of(match), count_of(match), today=True)


def now(match: re.Match[str]) -> Shape:
    """ "between 2014 and now"; alone it is no expression of time."""
    del match
    return Offset("day", 0)


def window_counted(match: re.Match[str]) -> Shape | None:
    """ "the two coming weeks"; not "only three next week"."""
    if count_of(match) == 1 or not match["unit"].lower().endswith("s"):
        return None
    return Window(unit_of(match), count_of(match) * SHIFTS[match["which"].lower()])
