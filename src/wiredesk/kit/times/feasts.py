"""Feasts and named days: those with one date, and those that a rule moves from year to year.

Left out on purpose are days that differ from country to country ("Independence Day") and those that only an
observed moon or a foreign calendar places (`UNPLACED`): they are told, but not dated.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

DayOf = Callable[[int], date]


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian computus."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (skipped + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    moon = epact - weekday
    month = 3 + (moon + 40) // 44
    return date(year, month, moon + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches: the Julian computus, told in the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday (Monday 0) of a month; -1 is the last."""
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _on(month: int, day: int) -> DayOf:
    return lambda year: date(year, month, day)


def _easter(days: int) -> DayOf:
    return lambda year: easter(year) + timedelta(days=days)


def _orthodox(days: int) -> DayOf:
    return lambda year: orthodox_easter(year) + timedelta(days=days)


def _nth(month: int, weekday: int, nth: int) -> DayOf:
    return lambda year: nth_weekday(year, month, weekday, nth)


# Straight apostrophes stand for both kinds and may be missing; a full stop may be missing.
FEASTS: dict[str, DayOf] = {
    "new year's day": _on(1, 1), "new year's eve": _on(12, 31), "new year": _on(1, 1),
    "christmas eve": _on(12, 24), "christmas day": _on(12, 25), "christmas": _on(12, 25), "boxing day": _on(12, 26),
    "orthodox christmas": _on(1, 7), "orthodox christmas eve": _on(1, 6), "orthodox christmas day": _on(1, 7),
    "epiphany": _on(1, 6), "all saints' day": _on(11, 1), "all souls' day": _on(11, 2),
    "international workers' day": _on(5, 1), "international labor day": _on(5, 1),
    "international labour day": _on(5, 1), "may day": _on(5, 1), "international women's day": _on(3, 8),
    "world aids day": _on(12, 1), "human rights day": _on(12, 10), "earth day": _on(4, 22),
    "world press freedom day": _on(5, 3), "holocaust remembrance day": _on(1, 27),
    "international holocaust remembrance day": _on(1, 27),
    "valentine's day": _on(2, 14), "halloween": _on(10, 31), "april fools' day": _on(4, 1), "groundhog day": _on(2, 2),
    "st. patrick's day": _on(3, 17), "st. george's day": _on(4, 23), "st. andrew's day": _on(11, 30),
    "st. david's day": _on(3, 1), "burns night": _on(1, 25),
    "bonfire night": _on(11, 5), "guy fawkes night": _on(11, 5),
    "midsummer's day": _on(6, 24), "bastille day": _on(7, 14), "fourth of july": _on(7, 4), "juneteenth": _on(6, 19),
    "veterans day": _on(11, 11), "armistice day": _on(11, 11), "ve day": _on(5, 8),
    "canada day": _on(7, 1), "australia day": _on(1, 26), "anzac day": _on(4, 25), "gandhi jayanti": _on(10, 2),
    "easter": _easter(0), "easter sunday": _easter(0), "easter day": _easter(0), "easter monday": _easter(1),
    "good friday": _easter(-2), "maundy thursday": _easter(-3), "holy thursday": _easter(-3),
    "holy saturday": _easter(-1), "palm sunday": _easter(-7), "ash wednesday": _easter(-46),
    "shrove tuesday": _easter(-47), "mardi gras": _easter(-47), "fat tuesday": _easter(-47),
    "ascension day": _easter(39), "pentecost": _easter(49), "whit sunday": _easter(49), "whit monday": _easter(50),
    "pentecost monday": _easter(50),
    "orthodox easter": _orthodox(0), "orthodox good friday": _orthodox(-2), "orthodox easter sunday": _orthodox(0),
    "thanksgiving": _nth(11, 3, 4), "thanksgiving day": _nth(11, 3, 4), "canadian thanksgiving": _nth(10, 0, 2),
    "memorial day": _nth(5, 0, -1), "labor day": _nth(9, 0, 1), "columbus day": _nth(10, 0, 2),
    "martin luther king jr. day": _nth(1, 0, 3), "martin luther king day": _nth(1, 0, 3), "mlk day": _nth(1, 0, 3),
    "presidents' day": _nth(2, 0, 3), "presidents day": _nth(2, 0, 3), "remembrance sunday": _nth(11, 6, 2),
}  # fmt: skip
UNPLACED = (
    "eid al-fitr", "eid al-adha", "eid ul-fitr", "eid ul-adha", "diwali", "lunar new year", "chinese new year",
    "yom kippur", "rosh hashanah", "passover", "nowruz",
)  # fmt: skip
# These are words, wares and names of other things as well; they need a preposition before them.
COMMON = frozenset(
    {"christmas", "easter", "thanksgiving", "new year", "pentecost", "epiphany", "passover", "halloween"}
)
BEFORE_COMMON = frozenset(
    {"on", "at", "by", "before", "after", "since", "until", "till", "for", "around", "over", "during", "to", "from"}
)
# What follows a feast that only lends its name: "Christmas trees", "the Easter Rising", "Labor Day holidays".
LENT = (
    r"trees?|gifts?|markets?|part(?:y|ies)|presents?|shop\w*|islands?|sales?|carols?|messages?|songs?|cards?|address"
    r"|speech|honou?rs|lights?|dinner|concert|eggs?|bunny|rising|offensive|break|holidays?|season|services?|mass"
    r"|turkey|feast|decorations?|resolutions?|jumpers?|pudding|agreement|war|festival|celebrations?|week|truce|music|albums?|films?|movies?"
)


def _loose(name: str) -> str:
    name = name.replace(".", r"\.?").replace("'", "['’]?")
    return name.replace(r"st\.?", r"(?:st\.?|saint)")


PATTERNS: tuple[str, ...] = tuple(_loose(name) for name in (*FEASTS, *UNPLACED))


def named(printed: str) -> str:
    """The key of FEASTS or UNPLACED for a name as printed."""
    return _KEYS[_bare(printed)]


def _bare(name: str) -> str:
    words = re.sub(r"['’.]", "", " ".join(name.lower().split()))
    return re.sub(r"^saint\b", "st", words)


_KEYS = {_bare(name): name for name in (*FEASTS, *UNPLACED)}


def beginnings() -> list[tuple[tuple[str, ...], str]]:
    """The first words of all names, lower case, each with a pattern of what follows it; "" if nothing need."""
    rests: dict[str, list[str]] = {}
    for name in (*FEASTS, *UNPLACED):
        first, _, rest = name.partition(" ")
        rests.setdefault(re.match(r"[a-z]+", first)[0], []).append(_loose(rest))  # type: ignore[index]
    rests["saint"] = rests["st"]
    return [((first,), "" if "" in found else _GAP + _any(found)) for first, found in sorted(rests.items())]


_GAP = r"[^ ]{0,2} "


def _any(names: list[str]) -> str:
    return "(?:" + "|".join(sorted(names)) + ")"


FIRST_WORDS: frozenset[str] = frozenset(word for words, _ in beginnings() for word in words)
