"""What a matched pattern says: one reader a rule. None is "no time after all" ("May" the verb, "Sun" the paper)."""

from __future__ import annotations

import re
from typing import cast

from wiredesk.kit.times import words
from wiredesk.kit.times.shapes import (
    Around,
    Calendar,
    Fixed,
    InUnits,
    Length,
    Narrative,
    Nearest,
    Offset,
    Season,
    Shape,
    Unit,
    Window,
)  # fmt: skip

_BEHIND = re.compile(r"([^\W_][\w'’.&-]*|[$€£¥%]|[^\w\s])\s*$")
_NEXT = re.compile(r"(?:\s+|-)([A-Za-z][\w'’]*)")
_NAME_MAY = re.compile(r"\b(?:[A-Z][a-z]+|Mr\.|Mrs\.|Ms\.) (?:May|June|April|August)\b")
_NOT_NAMES = frozenset({*words.BEFORE_MONTH, *words.WEEKDAYS, "on", "the", "a"})
SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "this past": -1, "this": 0, "current": 0, "same": 0, "that": 0, "the": 0,
    "next": 1, "coming": 1, "upcoming": 1, "following": 1, "the following": 1, "this coming": 1,
}  # fmt: skip


def _group(match: re.Match[str], name: str) -> str | None:
    return match[name] if name in match.re.groupindex else None


def _number(match: re.Match[str], name: str) -> int | None:
    value = _group(match, name)
    return int(value) if value else None


def _before(match: re.Match[str]) -> str:
    """The word or mark before the match, as printed; "" at the start of a line."""
    window = match.string[max(0, match.start() - 24) : match.start()]
    found = _BEHIND.search(window)
    return found[1] if found and "\n" not in window[found.end(1) :] else ""


def _after(match: re.Match[str]) -> str:
    found = _NEXT.match(match.string, match.end())
    return found[1] if found else ""


def _month(match: re.Match[str]) -> int | None:
    """The month's number; None for a word that is no month here. Lower-case "may" and "march" are verbs."""
    printed = _group(match, "month")
    if not printed:
        return _number(match, "number")
    name = printed.rstrip(".").lower()
    if printed[0].islower() and (name in ("may", "march", "mar") or (len(name) <= 4 and not _has_day(match))):
        return None if name not in ("june", "july") else words.MONTHS[name]
    return words.MONTHS[name]


def _has_day(match: re.Match[str]) -> bool:
    return any(_group(match, name) for name in ("day", "day_word", "year"))


def _which(match: re.Match[str]) -> int:
    return SHIFTS[" ".join((_group(match, "which") or "this").lower().split())]


def _count(match: re.Match[str]) -> int:
    value = match["count"].lower()
    return int(value) if value.isdigit() else words.NUMBERS[value]


def date(match: re.Match[str]) -> Shape | None:
    """A date in any order, whole or in part; a part of a month is the month."""
    month = _month(match)
    if ("month" in match.re.groupindex or "number" in match.re.groupindex) and month is None and _group(match, "month"):
        return None
    day = _number(match, "day")
    if day is None and _group(match, "day_word"):
        day = words.ORDINALS[match["day_word"].lower()]
    last = _number(match, "last")
    if last is None and _group(match, "last_word"):
        last = words.ORDINALS[match["last_word"].lower()]
    if day is not None and last is not None and last <= day:
        return None
    both = _group(match, "both")
    if both and last is not None and day is not None and not both.startswith(",") and last != day + 1:
        if not re.search(r"\bbetween\s(?:the\s)?$", match.string[max(0, match.start() - 14) : match.start()], re.I):
            return None
    weekday = _group(match, "weekday")
    if _before(match) in ("$", "€", "£", "¥"):
        return None
    return Calendar(
        year=_number(match, "year"), month=month, day=day, last_day=last,
        weekday=words.WEEKDAYS[weekday.rstrip(".").lower()] if weekday else None,
    )  # fmt: skip


def iso_day(match: re.Match[str]) -> Shape | None:
    """2023-04-14 and kin, year first."""
    if match["sep"] in " ." and (len(match["number"]) < 2 or len(match["day"]) < 2):
        return None
    return Calendar(year=int(match["year"]), month=int(match["number"]), day=int(match["day"]))


def iso_month(match: re.Match[str]) -> Shape | None:
    """2023-04; where it could be a pair of years (2010-12) it is not placed."""
    if int(match["year"]) % 100 < int(match["number"]):
        return Fixed(None)
    return Calendar(year=int(match["year"]), month=int(match["number"]))


def numeric(match: re.Match[str]) -> Shape | None:
    """14/04/2023 where day and month cannot be confused; else a time that is not placed."""
    a, b = int(match["a"]), int(match["b"])
    year = _number(match, "year")
    if min(a, b) < 1 or max(a, b) > 31 or min(a, b) > 12:
        return None
    if a == b or max(a, b) > 12:
        return Calendar(year=year, month=min(a, b), day=max(a, b))
    return Fixed(None) if year else None


def month(match: re.Match[str]) -> Shape | None:
    """A month alone: "in March". Words and names that look like one need a preposition before them."""
    number = _month(match)
    if number is None:
        return None
    name = match["month"].rstrip(".").lower()
    before, after = _before(match), _after(match)
    if name in words.DOUBTFUL_MONTHS:
        if before.lower() not in words.BEFORE_MONTH:
            return None
        if before.lower() in ("by", "to", "from", "for", "between", "and", "or", "of", "about") and _named(match):
            return None
        if name in ("dec", "jan", "mar") and not match["month"].endswith("."):
            return None
    elif (len(name) <= 4 and name not in ("july", "june") and not match["month"].endswith(".")) or (after[:1].isupper() and before[:1].isupper() and before.lower() not in _NOT_NAMES):
        return None
    return Calendar(month=number)


def _named(match: re.Match[str]) -> bool:
    """Whether the text elsewhere knows a person by the name of this month ("Theresa May")."""
    name = match["month"]
    for found in _NAME_MAY.finditer(match.string):
        first, last = found[0].rsplit(" ", 1)
        if last == name and first.lower() not in _NOT_NAMES:
            return True
    return False


def month_of_year(match: re.Match[str]) -> Shape | None:
    """ "March of last year"."""
    number = _month(match)
    return Offset("year", _which(match), month=number) if number else None


def weekday(match: re.Match[str]) -> Shape | None:
    """A bare weekday. "Sun." needs its full stop or the end of the line, and no paper before it."""
    printed = match["weekday"]
    name = printed.rstrip(".").lower()
    before, after = _before(match), _after(match)
    if before.lower() in words.BEFORE_NAMED_WEEKDAY or after.lower() in words.AFTER_NAMED_WEEKDAY:
        return None
    if len(name) < 6:
        if printed[0].islower() or not before or before in '."”!?':
            return None
        ends = printed.endswith(".") or re.match(r"\s*(?:$|\n|[,;:)])", match.string[match.end() : match.end() + 4])
        if (
            not ends
            or before.lower() in words.BEFORE_SUN_PAPER
            or re.fullmatch(r"(?:Gen|Col|Mr|Mrs|Ms|Dr|Lt)\.?", before)
        ):
            return None
    elif after[:1].isupper() and before.lower() == "the":
        return None  # the Sunday Times
    return Calendar(weekday=words.WEEKDAYS[name])


def weekday_of_week(match: re.Match[str]) -> Shape:
    """ "Tuesday of last week", "next week Wednesday"."""
    return Offset("week", _which(match), weekday=words.WEEKDAYS[match["weekday"].rstrip(".").lower()])


def which_weekday(match: re.Match[str]) -> Shape | None:
    """ "last Monday" is last week's, "next Friday" next week's; "this past", "this coming" are the nearest."""
    if _before(match).lower() == "the" and match["which"].lower() in ("last", "past", "previous", "next", "following"):
        return None
    name = words.WEEKDAYS[match["weekday"].rstrip(".").lower()]
    phrase = match[0].lower().split()
    if "past" in phrase[:2]:
        return Nearest(name, -1)
    if "coming" in phrase[:2] or "upcoming" in phrase[:2]:
        return Nearest(name, 1)
    if phrase[0] == "this":
        return Nearest(name, 0)
    return Offset("week", _which(match), weekday=name)


def deictic(match: re.Match[str]) -> Shape | None:
    """today, yesterday ... but not the paper USA Today, nor "today's world" as an age."""
    word = " ".join(match["deictic"].lower().split())
    if word == "today" and match["deictic"][0].isupper() and _before(match).lower() in words.TODAY_PAPERS:
        return None
    shift = {
        "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1,
        "day before yesterday": -2, "day after tomorrow": 2,
    }[word]  # fmt: skip
    return Offset("day", shift)


def which_unit(match: re.Match[str]) -> Shape | None:
    """last week, this month, next year. "the last week", "the past year" reach up to now."""
    unit = cast(Unit, match["unit"].lower())
    which = (_group(match, "which") or "this").lower()
    definite = _before(match).lower() in ("the", "his", "her", "its", "their", "a")
    if unit == "day" or which in ("same", "that"):
        return None
    if definite and which in ("last", "past"):
        return Window(unit, -1) if _before(match).lower() == "the" else None
    if which == "past":
        return Window(unit, -1)
    if definite and _before(match).lower() != "the":
        return None
    if which in ("following", "previous"):
        return Narrative(unit, SHIFTS[which])
    return Offset(unit, _which(match))


def part_of_unit(match: re.Match[str]) -> Shape:
    """ "later this year", "the end of the month": the unit that it is a part of."""
    return Offset(cast(Unit, match["unit"].lower()), _which(match))


def which_weekend(match: re.Match[str]) -> Shape:
    """This, last or next weekend; the nearest one where it says "this"."""
    return Nearest(None, cast("int", max(-1, min(1, _which(match)))))  # type: ignore[arg-type]


def weekend(match: re.Match[str]) -> Shape | None:
    """The weekend: the nearest that the tense allows."""
    return Nearest(None, 0) if _before(match).lower() in ("the", "over", "at") else None


def which_month(match: re.Match[str]) -> Shape | None:
    """ "last November", "next May": the nearest on that side; placed by the clause, so a month alone."""
    number = _month(match)
    if number is None or (match["month"][0].islower() and number in (3, 5)):
        return None
    which = _which(match)
    if which == 0:
        return Offset("year", 0, month=number)
    return Calendar(month=number, side="past" if which < 0 else "future")


def season(match: re.Match[str]) -> Shape:
    """ "spring of 2019"."""
    return Season(words.SEASONS[match["season"].lower()], year=int(match["year"]))


def which_season(match: re.Match[str]) -> Shape | None:
    """ "this summer" and "spring next year" are placed; "last winter" lies over two years and is not."""
    code = words.SEASONS[match["season"].lower()]
    by_year = match[0].lower().endswith("year")
    which = match["which"].lower()
    placed = code != 24 and (by_year or which == "this")
    return Season(code, shift=_which(match) if placed else None)


def year(match: re.Match[str]) -> Shape | None:
    """A bare year after a preposition ("in 2022") or before a noun ("a 2022 visit"), not a count or a name."""
    before, after = _before(match).lower(), _after(match)
    if after.lower() in words.COUNTED:
        return None
    value = int(match["year"])
    if before in words.BEFORE_YEAR or (before == "," and _listed(match)):
        return Calendar(year=value)
    if before == "(" or (not before and not after):
        return Calendar(year=value) if re.match(r"\)|$", match.string[match.end() : match.end() + 1]) else None
    if before in words.DETERMINERS or before.endswith(("'s", "’s")):
        return Calendar(year=value) if after[:1].islower() and value >= 1900 else None
    return None


def _listed(match: re.Match[str]) -> bool:
    """A further year of a list: "in 2007, 2009 and 2011"."""
    return bool(re.search(r"\b(?:1[5-9]|20)\d\d,\s$", match.string[max(0, match.start() - 8) : match.start()]))


def year_part(match: re.Match[str]) -> Shape:
    """ "the end of 2022", "the year 2008": the year."""
    return Calendar(year=int(match["year"]))


def years(match: re.Match[str]) -> Shape | None:
    """2014-2018, "2014 to 2018"."""
    if int(match["first"]) >= int(match["year"]) or _after(match).lower() in words.COUNTED:
        return None
    if match["sep"].strip().isalpha() and _before(match).lower() not in (*words.BEFORE_YEAR, "is", "the"):
        return None
    return Fixed(f"{match['first']}/{match['year']}")


def short_years(match: re.Match[str]) -> Shape | None:
    """2015-16: a season or term over two years."""
    first = int(match["first"])
    if (first + 1) % 100 != int(match["short"]):
        return None
    return Fixed(f"{first}/{first + 1}")


def decade(match: re.Match[str]) -> Shape:
    """The 1990s, and parts of them."""
    return Fixed(f"{match['decade'][:3]}X")


def century(match: re.Match[str]) -> Shape:
    """The 21st century."""
    return Fixed(f"{int(match['century']) - 1}XX")


def quarter(match: re.Match[str]) -> Shape | None:
    """The first quarter, of a year or the one that the tense allows."""
    nth = _group(match, "nth")
    number = words.ORDINALS[nth.lower()] if nth else int(match["quarter"])
    if _group(match, "which"):
        return Fixed(None) if _which(match) else Calendar(quarter=number)
    if not _number(match, "year") and nth and _before(match).lower() not in ("the", "in", "of", "late", "early"):
        return None
    return Calendar(year=_number(match, "year"), quarter=number)


def half(match: re.Match[str]) -> Shape | None:
    """The first half of 2012; without a year's number only "this year" can be told."""
    number = words.ORDINALS[match["nth"].lower()]
    if _group(match, "which"):
        return Calendar(half=number) if _which(match) == 0 else Fixed(None)
    return Calendar(year=int(match["year"]), half=number)


def first_months(match: re.Match[str]) -> Shape | None:
    """ "the first seven months of 2019"."""
    count, value = _count(match), _number(match, "year")
    if not 1 < count < 12:
        return None
    if value is not None:
        return Fixed(f"{value}-01/{value}-{count:02d}")
    return Offset("year", _which(match), last_month=count)


def ago(match: re.Match[str]) -> Shape | None:
    """ "two days ago"."""
    unit, count = _unit(match), _count(match)
    return Offset(unit, -count)


def from_today(match: re.Match[str]) -> Shape:
    """ "two days after today"."""
    base = {"tomorrow": 1, "tmrw": 1, "yesterday": -1}.get(match["base"].lower(), 0)
    shift = _count(match) * (-1 if match["way"].lower() == "before" else 1)
    unit = _unit(match)
    return Offset(unit, shift + base) if unit == "day" else Offset(unit, shift)


def narrative(match: re.Match[str]) -> Shape | None:
    """ "two days later", "a week earlier": from the time told before."""
    shift = _count(match) * (1 if match["way"].lower() == "later" else -1)
    return Narrative(_unit(match), shift)


def next_day(match: re.Match[str]) -> Shape:
    """ "the day before", "the following day": from the day told before."""
    way = " ".join(match["way"].lower().split())
    return Narrative("day", {"day before": -1, "previous": -1, "same": 0}.get(way, 1))


def in_units(match: re.Match[str]) -> Shape | None:
    """ "in two days"; not "the first in two years"."""
    if re.search(
        r"\b(?:\w+(?:st|nd|rd|th)|time|times|\w+est|only)\b[^.,;]{0,40}$", match.string[: match.start()][-60:]
    ):
        return Length(_days(match))
    return InUnits(_unit(match), _count(match))


def duration(match: re.Match[str]) -> Shape | None:
    """ "six-day", "two weeks", "three months"; not an age."""
    if _before(match) in ("$", "€", "£"):
        return None
    return Length(_days(match))


def _days(match: re.Match[str]) -> int | None:
    return _count(match) * words.UNIT_DAYS[_unit(match)] if _unit(match) in words.UNIT_DAYS else None


def _unit(match: re.Match[str]) -> Unit:
    return cast(Unit, words.UNITS[match["unit"].lower()])


def window(match: re.Match[str]) -> Shape | None:
    """ "the past two weeks", "the next five days"."""
    which = match["which"].lower()
    if which in ("first", "following", "previous"):
        return Length(_days(match))
    return Window(_unit(match), _count(match) * SHIFTS[which])


def week_of(match: re.Match[str]) -> Shape | None:
    """ "the week of April 10"."""
    inner = date(match)
    return Around(inner) if inner else None


def holiday(match: re.Match[str]) -> Shape:
    """A day with one date everywhere: Christmas Day."""
    month_number, day = words.HOLIDAYS[" ".join(match["holiday"].lower().split())]
    return Calendar(year=_number(match, "year"), month=month_number, day=day)
