"""What a matched pattern says, for dates, months and weekdays: one reader a rule.

None is "no time after all": "May" the verb, "Sun" the paper.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wiredesk.kit.times import words
from wiredesk.kit.times.matches import group, month_of, number_of, word_after, word_before
from wiredesk.kit.times.shapes import Calendar, Fixed, Passed, Shape, Stretch

_NAME_MAY = re.compile(r"\b(?:[A-Z][a-z]+|Mr\.|Mrs\.|Ms\.) (?:May|June|April|August)\b")
_NOT_NAMES = frozenset({*words.BEFORE_MONTH, *words.WEEKDAYS, "on", "the", "a"})
# "a speech by May", "spoke to April Dunning"
_BEFORE_NAMES = frozenset({"by", "to", "from", "for", "between", "and", "or", "of", "about"})
# "in Sept", "late Feb"
_BEFORE_SHORT = frozenset({"in", "since", "until", "early", "late", "mid", "last", "next"})
_CALLED = re.compile(rf"\s{words.CALLED_BY_DATE}")
_BEFORE_FIGURES = frozenset({"on", "from", "to", "until", "since", "by", "dated"})
_NIGHT_SHOW = re.compile(r"\sNight\s[A-Z]")
_ON_A = re.compile(r"\bon\sa\s$", re.IGNORECASE)
# "May to March", "Jan-Feb 2017"
_PAIR = re.compile(r"\s?(?:[-–]|to|through|until)\s?(?:" + "|".join(name[:3] for name in words.MONTH_NAMES) + ")", re.I)


def day_of_month(match: re.Match[str]) -> Shape | None:
    """A date in any order, whole or in part; a part of a month is the month."""
    month = month_of(match)
    if ("month" in match.re.groupindex or "number" in match.re.groupindex) and month is None and group(match, "month"):
        return None
    day = number_of(match, "day")
    if day is None and group(match, "day_word"):
        day = words.ORDINALS[match["day_word"].lower()]
    last = number_of(match, "last")
    if last is None and group(match, "last_word"):
        last = words.ORDINALS[match["last_word"].lower()]
    if day is not None and last is not None and last <= day:
        return _over_the_month(match, month, day, last)
    if day is not None and last is not None and not _is_stretch(match, day, last):
        return None
    weekday = group(match, "weekday")
    if word_before(match) in ("$", "€", "£", "¥"):
        return None
    year, named = number_of(match, "year"), None
    if year is None and month and day and not last:
        if _CALLED.match(match.string, match.end()):
            return Passed()
        named = _year_of_event(match, month, day)
    return Calendar(
        year=year, month=month, day=day, last_day=last, named=named,
        weekday=words.WEEKDAYS[weekday.rstrip(".").lower()] if weekday else None,
    )  # fmt: skip


def listed_days(match: re.Match[str]) -> Shape | None:
    """ "November 21, 22 and 23": one stretch if the days follow each other."""
    day, middle, last = int(match["day"]), int(match["middle"]), int(match["last"])
    month = month_of(match)
    if month is None or (middle, last) != (day + 1, day + 2):
        return None
    return Calendar(year=number_of(match, "year"), month=month, day=day, last_day=last)


def month_and_day(match: re.Match[str]) -> Shape | None:
    """Jan/3, 3-Jan-2023; not the radar MAR-3."""
    name = match["month"].rstrip(".")
    return None if name.isupper() and not group(match, "year") else day_of_month(match)


def _year_of_event(match: re.Match[str], month: int, day: int) -> int | None:
    """The year of what is known by its date: "the Sept. 11 attacks"."""
    year, behind = words.NAMED_DAYS.get((month, day), (None, ""))
    return year if year and re.match(rf",?\s{behind}\b", match.string[match.end() :], re.IGNORECASE) else None


def _over_the_month(match: re.Match[str], month: int | None, day: int, last: int) -> Shape | None:
    """ "from April 27th to the 3rd": into the next month. Figures alone ("May 10-5") are a score or the like."""
    between = match[0].lower()
    if month is None or not re.search(r"\s(?:to|until|till|through)\sthe\s", between) or day - last < 14:
        return None
    year = number_of(match, "year")
    last_year = year + (month == 12) if year else None
    return Stretch(Calendar(year=year, month=month, day=day), Calendar(year=last_year, month=month % 12 + 1, day=last))


def _is_stretch(match: re.Match[str], day: int, last: int) -> bool:
    """ "April 16 and 17", "between 3 and 12 September"; not "April 16 and 20 others"."""
    both = group(match, "both")
    if both is None or last == day + 1:
        return True
    behind = match.string[max(0, match.start() - 14) : match.start()]
    return bool(re.search(r"\bbetween\s(?:the\s)?$", behind, re.IGNORECASE))


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
    year = number_of(match, "year")
    if min(a, b) < 1 or max(a, b) > 31 or min(a, b) > 12:
        return None
    if year is None and a == b and word_before(match).lower() not in _BEFORE_FIGURES:
        return None  # "a 10/10 from me"
    if a == b or max(a, b) > 12:
        return Calendar(year=year, month=min(a, b), day=max(a, b))
    return Fixed(None) if year else None


def month(match: re.Match[str]) -> Shape | None:
    """A month alone: "in March". Words and names that look like one need a preposition before them."""
    number = month_of(match)
    if number is None:
        return None
    name = match["month"].rstrip(".").lower()
    before, after = word_before(match), word_after(match)
    if _PAIR.match(match.string, match.end()):
        return Calendar(month=number)
    short = len(name) <= 4 and name not in ("may", "june", "july") and not match["month"].endswith(".")
    if short and before.lower() not in _BEFORE_SHORT:
        return None
    if name in words.DOUBTFUL_MONTHS:
        if before.lower() not in words.BEFORE_MONTH:
            return None
        if before.lower() in _BEFORE_NAMES and (_named(match) or after[:1].isupper()):
            return None
    elif after[:1].isupper() and before[:1].isupper() and before.lower() not in _NOT_NAMES:
        return None
    return Calendar(month=number)


def _named(match: re.Match[str]) -> bool:
    """Whether the text elsewhere knows a person by the name of this month ("Theresa May")."""
    return match["month"] in _family_names(match.string)


@lru_cache(maxsize=4)
def _family_names(text: str) -> frozenset[str]:
    """Those month names that the text uses for people."""
    found = (name[0].rsplit(" ", 1) for name in _NAME_MAY.finditer(text))
    return frozenset(last for first, last in found if first.lower() not in _NOT_NAMES)


def _is_habit_or_show(match: re.Match[str]) -> bool:
    """ "a Monday-to-Friday job", "on a Sunday", "Saturday Night Live"."""
    text, start, end = match.string, match.start(), match.end()
    if text.startswith("-to-", end) or text.endswith("-to-", 0, start):
        return True
    return bool(_NIGHT_SHOW.match(text, end) or _ON_A.search(text, max(0, start - 6), start))


def weekday(match: re.Match[str]) -> Shape | None:
    """A bare weekday. "Sun." needs its full stop or the end of the line, and no paper before it."""
    printed = match["weekday"]
    name = printed.rstrip(".").lower()
    before, after = word_before(match), word_after(match)
    if _is_habit_or_show(match):
        return None
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
    elif re.search(r"\b(?:Mail|Scotland|Ireland|Independent)\son\s$", match.string[: match.start()][-14:]):
        return None
    return Calendar(weekday=words.WEEKDAYS[name])


def nth(match: re.Match[str]) -> Shape | None:
    """ "on the 17th", "from the 5th to the 7th" with nothing counted behind it; not "the 17th congress"."""
    behind = match.string[max(0, match.start() - 16) : match.start()].lower()
    led = _LED_TO_A_DAY if group(match, "last_day") else _LED_TO_ONE_DAY
    if not led.search(behind) or (
        word_after(match) and word_after(match).lower() not in words.AFTER_NTH and not word_after(match).endswith("ed")
    ):
        return None
    day, last = int(match["day"]), number_of(match, "last_day")
    return Calendar(day=day, last_day=last) if last is None or day < last else None


_LED_TO_ONE_DAY = re.compile(r"\b(?:on|until|till|from|since|by)\sthe\s$")
_LED_TO_A_DAY = re.compile(r"\b(?:on|from|between)\sthe\s$")


def part_of_month(match: re.Match[str]) -> Shape | None:
    """ "late May", "first week of January": the month."""
    return day_of_month(match)
