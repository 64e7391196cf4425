"""The grammar of news time: for each word that can begin an expression, what may follow and who reads it.

A rule is (name, pattern, reader). In a pattern a space stands for one white space, case does not count, and `{NAMES}`
are the blocks below. Rules of a word are tried in order and the first that reads wins: longer ones stand first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from wiredesk.kit.times import readers as read
from wiredesk.kit.times import relative_readers as relative
from wiredesk.kit.times import words
from wiredesk.kit.times.shapes import Shape

Reader = Callable[[re.Match[str]], Shape | None]
Rule = tuple[str, str, Reader]
Compiled = tuple[str, Callable[[str, int], re.Match[str] | None], Reader]


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


MONTH = (
    r"(?P<month>(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|(?![a-z])))"
)
WEEKDAY = (
    r"(?P<weekday>(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    r"|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?:\.|\b))"
)
DAY_FIGURES = r"3[01]|[12]\d|0?[1-9]"
DAY = rf"(?P<day>{DAY_FIGURES})(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)"
LAST = rf"(?P<last>{DAY_FIGURES})(?:st|nd|rd|th)?(?![\w:%]|[.,/]\d)"
ORDINAL = _any(words.ORDINALS)  # "twenty-first", "thirty first"
DAY_WORD = rf"(?P<day_word>{ORDINAL})\b"
LAST_WORD = rf"(?P<last_word>{ORDINAL})\b"
TO = r"(?: ?[-–—~/] ?| (?:to|through|thru|until|till) (?:the )?)"
AND = r"(?P<both> (?:and|&) (?:the )?|, \d{1,2},? and )"
FOUR = r"1[5-9]\d\d|20\d\d|21[0-5]\d"
YEAR = rf"(?P<year>{FOUR})(?![\w%]|[.,]\d|['’]s old)"
OF = r"(?: ?,? ?(?:(?:of|in) )?(?:the year )?)"
OF_YEAR = rf"(?:{OF}{YEAR})?"
COUNT = rf"(?P<count>\d{{1,3}}|{_any(words.NUMBERS)})"
UNIT = r"(?P<unit>days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))\b"
SEASON = rf"(?P<season>{_any(words.SEASONS)})\b"
PART = r"(?:early|late|mid|middle|beginning|start|end|close|turn|latter part|first part)"
NTH = r"(?:first|second|third|fourth|fifth|final|opening|closing|last)"
WHICH = r"(?P<which>last|this coming|this past|this|next|past|coming|previous|following)"
WEEK_OF = r"week (?:of|starting|beginning|commencing)(?: on)? (?:the )?"

MONTHS: tuple[Rule, ...] = (
    ("month_day", rf"{MONTH} ?,? ?(?:the )?{DAY}(?:(?:{TO}|{AND}){LAST})?{OF_YEAR}", read.day_of_month),
    ("month_day", rf"{MONTH} (?:the )?{DAY_WORD}(?:{TO}(?:{LAST}|{LAST_WORD}))?{OF_YEAR}", read.day_of_month),
    ("month_day", rf"{MONTH}[-/]{DAY}(?:[-/]{YEAR})?", read.day_of_month),
    ("month_year", rf"{MONTH}(?:[-/ ]|, )(?:of |in )?{YEAR}", read.day_of_month),
    ("month_offset", rf"{MONTH}(?: of)? (?P<which>last|this|next) year\b", relative.month_of_year),
    ("month", MONTH, read.month),
)
WEEKDAYS: tuple[Rule, ...] = (
    (
        "weekday_of_week",
        rf"{WEEKDAY}(?:,? of)? (?P<which>last|this|next|the following) week\b",
        relative.weekday_of_week,
    ),
    (
        "weekday_nth",
        rf"{WEEKDAY},? (?:the )?(?P<day>{DAY_FIGURES})(?:st|nd|rd|th)?(?![\w:/.-]\d|[\w:/-]|,\d)(?!,? [a-z]+s?\b)",
        read.day_of_month,
    ),
    ("weekday_nth", rf"{WEEKDAY},? the {DAY_WORD}(?=[,.;!?)]|$)", read.day_of_month),
    ("weekday", WEEKDAY, read.weekday),
)
COUNTS: tuple[Rule, ...] = (
    ("ago", rf"{COUNT}[- ](?:and a half )?{UNIT} ago\b", relative.ago),
    (
        "narrative",
        rf"{COUNT} {UNIT} (?P<way>later|earlier|previously|before(?= ?[,.;)]))",
        relative.narrative,
    ),
    (
        "from_day",
        rf"{COUNT} {UNIT} (?P<way>after|before|from) (?P<base>today|now|tomorrow|yesterday|tmrw)\b",
        relative.from_day,
    ),
    ("window", rf"{COUNT} (?P<which>upcoming|coming|next|past|last|previous) {UNIT}", relative.window_counted),
    (
        "duration",
        (
            rf"{COUNT}[- ](?:\w+ing |working |straight |full |whole |more |business )?{UNIT}"
            r"(?:['’](?! time))?(?! old)(?!-old)"
        ),
        relative.duration,
    ),
)
YEARS: tuple[Rule, ...] = (
    (
        "iso_day",
        rf"(?P<year>{FOUR})(?P<sep>[-/. ])(?P<number>0?[1-9]|1[0-2])(?P=sep)(?P<day>{DAY_FIGURES})(?!\d|[.,]\d)",
        read.iso_day,
    ),
    ("iso_day", rf"(?P<year>{FOUR})[-/]{MONTH}[-/](?P<day>{DAY_FIGURES})(?!\d)", read.day_of_month),
    ("iso_day", rf"(?P<year>{FOUR})[-/](?P<day>{DAY_FIGURES})[-/]{MONTH}", read.day_of_month),
    ("quarter", rf"(?P<year>{FOUR})[- ]Q(?P<quarter>[1-4])\b", read.quarter),
    ("half", rf"(?P<year>{FOUR})[- ]H(?P<half>[12])\b", read.half),
    ("year_month", rf"(?P<year>{FOUR}) {MONTH}", read.day_of_month),
    ("iso_month", rf"(?P<year>{FOUR})-(?P<number>0[1-9]|1[0-2])(?![\d-])", read.iso_month),
    ("decade", r"(?P<decade>(?:1[5-9]|20)\d0) ?['’]?s\b", read.decade),
    ("years", rf"(?P<first>{FOUR})(?P<sep> ?[-–—~/] ?| to | through | until | till ){YEAR}(?!-\d)", read.years),
    ("years", rf"(?P<first>{FOUR})[-–/](?P<short>\d\d)(?![\d-])", read.short_years),
    ("year", YEAR, read.year),
)
FIGURES: tuple[Rule, ...] = (
    (
        "day_month",
        rf"{DAY}(?:(?:{TO}|{AND}){LAST})?(?: (?:day )?(?:of )?|[-/]){MONTH}(?:(?:[-/]|{OF}){YEAR})?",
        read.day_of_month,
    ),
    (
        "numeric_day",
        rf"(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep)(?P<year>{FOUR})(?!\d|[.,/]\d)",
        read.numeric,
    ),
    ("numeric_day", r"(?P<a>\d\d)/(?P<b>\d\d)(?![\d/%]|[.,]\d)", read.numeric),
    ("century", r"(?P<century>1[5-9]|2[01])(?:st|th) century\b", read.century),
    ("quarter", rf"(?P<quarter>[1-4])(?:st|nd|rd|th) quarter(?: of (?:the year )?{YEAR})?", read.quarter),
    ("part_of_month", rf"[1-5](?:st|nd|rd|th) (?:week|half)(?: of|,) {MONTH}{OF_YEAR}", read.day_of_month),
    ("month_nth", r"(?P<nth>\d\d?)(?:st|nd|rd|th) month of (?P<which>this|last|next) year\b", relative.nth_month),
    ("day_nth", rf"{DAY}(?: day)? of (?P<which>this|last|next|the) month\b", relative.nth_day),
    ("nth", r"(?<=the )(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?! ?\d|-)(?=\W*$|,|\.|;|\)| [a-z])", read.nth),
)
WHICHES: tuple[Rule, ...] = (
    (
        "part_of_unit",
        (
            rf"(?:last|first|final) (?:{COUNT} )?(?:weeks?|days?|months?) of (?P<which>this|last|next|the) "
            r"(?P<unit>week|month|year|decade)\b"
        ),
        relative.part_of_unit,
    ),
    ("part_of_month", rf"last (?:week|days?|half)(?: of|,) (?:the )?{MONTH}{OF_YEAR}", read.day_of_month),
    (
        "part_of_year",
        rf"last (?:{COUNT} )?(?:weeks?|days?|months?|quarter|half) of (?:the )?(?:year )?{YEAR}",
        read.year_named,
    ),
    (
        "weekday_shift",
        (
            rf"(?P<which>last|this|next|this coming|this past|past|coming|upcoming|previous|following|current)"
            rf"(?: upcoming| past| coming)? {WEEKDAY}(?! week\b)"
        ),
        relative.which_weekday,
    ),
    (
        "weekday_of_week",
        rf"(?P<which>last|this|next) week(?:['’]s)?,? (?:on )?{WEEKDAY}",
        relative.weekday_of_week,
    ),
    ("day_shift", r"(?P<which>this|last) (?P<part>morning|afternoon|evening|night)\b", relative.part_of_day),
    ("window", rf"{WHICH} (?:few |couple of )?{COUNT} {UNIT}", relative.window),
    ("weekend", rf"{WHICH} weekend\b", relative.which_weekend),
    (
        "narrative",
        r"(?<=the )(?P<way>next|following|previous|same) (?P<unit>day|morning|evening|night|afternoon)\b",
        relative.next_day,
    ),
    (
        "unit_shift",
        (
            rf"(?:{WHICH}|(?P<other>current|upcoming)) (?:working |calendar |fiscal )?"
            r"(?P<unit>day|week|month|quarter|year|decade|century)\b(?!-)(?! (?:before|after(?! all\b)|that)\b)"
        ),
        relative.which_unit,
    ),
    ("month_shift", rf"{WHICH} {MONTH}(?! \d)", relative.which_month),
    ("season_shift", rf"{WHICH} {SEASON}", relative.which_season),
)
PARTS: tuple[Rule, ...] = (
    (
        "part_of_month",
        (
            rf"{PART}(?:[- ]to[- ](?:mid|late))?(?: of |[- ]in |[- ])(?:the month of )?{MONTH}"
            rf"(?:(?: of)?,? {YEAR})?(?! ?\d)"
        ),
        read.part_of_month,
    ),
    ("part_of_year", rf"{PART}(?: of |[- ]|[- ]in )(?:the year )?{YEAR}", read.year_named),
    ("part_of_decade", rf"{PART}(?: of |[- ])(?:the )?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b", read.decade),
    (
        "unit_shift",
        (
            rf"(?:{PART}|earlier|later)(?: of | in | )(?P<which>last|this|next|the) "
            r"(?P<unit>week|month|quarter|year|decade)\b(?! (?:before|after))"
        ),
        relative.part_of_unit,
    ),
    ("weekday", rf"(?:late|early|earlier|later)(?: on)? {WEEKDAY}", read.weekday),
)
ORDINALS: tuple[Rule, ...] = (
    (
        "quarter",
        (
            rf"(?P<nth>first|second|third|fourth) quarter"
            rf"(?:(?: of|,)? (?:the year )?(?:{YEAR}|(?P<which>this|last|next) year))?"
        ),
        read.quarter,
    ),
    ("half", rf"(?P<nth>first|second) half(?: of|,) (?:the year )?{YEAR}", read.half),
    ("half", r"(?P<nth>first|second) half of (?P<which>this|last|next|the) year\b", read.half),
    (
        "part_of_month",
        rf"{NTH} (?:week|half|days|part|weekend|fortnight|\w+ days)(?: of|,| in) {MONTH}{OF_YEAR}",
        read.part_of_month,
    ),
    (
        "part_of_year",
        rf"{NTH} (?:\w+ )?(?:weeks?|days|months?|half|part)(?: of|,| in) {YEAR}",
        read.year_named,
    ),
    (
        "first_months",
        rf"first {COUNT} months of (?:(?:the year )?{YEAR}|(?P<which>the|this|last|next) year)",
        relative.first_months,
    ),
    ("day_month", rf"{DAY_WORD}(?: day)?(?:(?:{TO}|{AND}){LAST_WORD})? of {MONTH}{OF_YEAR}", read.day_of_month),
    ("day_nth", rf"{DAY_WORD}(?: day)? of (?P<which>this|last|next|the) month\b", relative.nth_day),
)
DEICTIC: tuple[Rule, ...] = (
    (
        "day_shift",
        r"(?P<deictic>day before yesterday|day after tomorrow|today|yesterday|tomorrow|tonight|tmrw)\b",
        relative.deictic,
    ),
)
DAYS: tuple[Rule, ...] = (
    *DEICTIC,
    (
        "narrative",
        r"(?<=the )(?P<way>day before|day after)(?= ?[,.;)]|\s*$| [A-Z]| (?:and|in|by|at|on|with|to)\b)",
        relative.next_day,
    ),
    ("year", rf"year {YEAR}", read.year_named),
)
WEEK: tuple[Rule, ...] = (
    ("week_of", rf"{WEEK_OF}{MONTH} {DAY}{OF_YEAR}", relative.week_of),
    ("week_of", rf"{WEEK_OF}{DAY} (?:of )?{MONTH}{OF_YEAR}", relative.week_of),
)
WEEKEND: tuple[Rule, ...] = (("weekend", r"weekend\b(?!er|s|-)", relative.weekend),)
IN_SEASON: tuple[Rule, ...] = (
    ("season", rf"{SEASON}(?: of|,)? {YEAR}", read.season),
    ("season_shift", rf"{SEASON} (?:of )?(?P<which>last|this|next) year\b", relative.which_season),
    ("season", SEASON, read.bare_season),
)
HOLIDAYS: tuple[Rule, ...] = (
    ("holiday", rf"(?P<holiday>{_any(words.HOLIDAYS)})\b{words.NOT_AFTER_HOLIDAY}(?:,? {YEAR})?", read.holiday),
)
OVERNIGHT: tuple[Rule, ...] = (("duration", r"overnight(?= (?:visit|stay|stop|trip|stopover)\b)", relative.overnight),)
IN: tuple[Rule, ...] = (
    ("in_units", rf"in {COUNT} {UNIT}(?:['’] time)?(?! (?:when|that|and age)\b)", relative.in_units),
)
WITHIN: tuple[Rule, ...] = (("window", rf"within (?:the )?(?:next )?{COUNT} {UNIT}", relative.within),)
NOW: tuple[Rule, ...] = (("now", r"(?:(?<=and )|(?<=to )|(?<=until )|(?<=till ))now\b", relative.now),)
QUARTERS: tuple[Rule, ...] = (("quarter", rf"Q(?P<quarter>[1-4])\b(?:[- ](?:of )?{YEAR})?", read.quarter),)

TRIGGERS: tuple[tuple[Iterable[str], tuple[Rule, ...]], ...] = (
    (
        ("may", "international", "saint", "st", "bastille", "new", "christmas", "boxing", "halloween", "valentine"),
        HOLIDAYS,
    ),
    (words.MONTHS, MONTHS),
    (words.WEEKDAYS, WEEKDAYS),
    (("last", "this", "next", "past", "coming", "upcoming", "previous", "following", "current", "same"), WHICHES),
    (("early", "late", "mid", "middle", "beginning", "start", "end", "close", "turn", "earlier", "later"), PARTS),
    ((*words.ORDINALS, "final", "opening", "closing", "last"), ORDINALS),
    (("latter", "first"), PARTS),
    (("first",), WHICHES),
    (("twenty", "thirty"), ORDINALS),
    (words.NUMBERS, COUNTS),
    (("today", "yesterday", "tomorrow", "tonight", "tmrw"), DEICTIC),
    (("day", "year"), DAYS),
    (("week",), WEEK),
    (("weekend",), WEEKEND),
    (words.SEASONS, IN_SEASON),
    (("overnight",), OVERNIGHT),
    (("in",), IN),
    (("within",), WITHIN),
    (("now",), NOW),
    (("q",), QUARTERS),
)


@cache
def triggers() -> dict[str, tuple[Compiled, ...]]:
    """Rules by the lower-case word that they begin with; "0" to "0000" stand for figures. Compiled on first use."""
    days, counts = tuple(map(_compiled, FIGURES)), tuple(map(_compiled, COUNTS))
    table = {"0": (*days, *counts), "00": (*days, *counts), "000": counts, "0000": tuple(map(_compiled, YEARS))}
    for names, rules in TRIGGERS:
        compiled = tuple(map(_compiled, rules))
        for name in names:
            table[name] = (*table.get(name, ()), *compiled)
    return table


@cache
def _compiled(rule: Rule) -> Compiled:
    name, pattern, reader = rule
    return name, re.compile(pattern.replace(" ", r"\s"), re.IGNORECASE).match, reader
