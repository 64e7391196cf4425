"""Reads single expressions of time: which rule fits at a word, and what it says. No day of publication is needed.

`read_at` looks a word up in `TRIGGERS`; its rules are tried in order and the first that fits wins, so the longer
ones stand first. A rule is a pattern (a verbose regular expression, tried at the word) and a reader of its match.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from wiredesk.kit.times import readers as read
from wiredesk.kit.times import words
from wiredesk.kit.times.shapes import Reading, Shape

Reader = Callable[[re.Match[str]], Shape | None]


class Rule(NamedTuple):
    """A name for `TimeMention.rule`, what it looks like, and what it says."""

    name: str
    pattern: re.Pattern[str]
    read: Reader


def _any(names: object) -> str:
    return "|".join(sorted(names, key=len, reverse=True))  # type: ignore[call-overload]


MONTH = (
    r"(?P<month>(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|(?![a-z])))"
)
WEEKDAY = (
    r"(?P<weekday>(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    r"|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?:\.|\b))"
)
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)"
DAY_WORD = rf"(?P<day_word>{_any(words.ORDINALS)})\b"
LAST = r"(?P<last>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w:%]|[.,/]\d)"
TO = r"(?:\s?[-–—~]\s?|\s(?:to|through|thru|until|till)\s(?:the\s)?)"
AND = r"(?P<both>\s(?:and|&)\s(?:the\s)?|,\s\d{1,2}\sand\s)"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\w%]|[.,]\d|['’]s\s?old)"
OF_YEAR = rf"(?:\s?,?\s?(?:(?:of|in)\s)?(?:the\syear\s)?{YEAR})?"
NUMBER = rf"(?P<count>\d{{1,3}}|{_any(words.NUMBERS)})"
UNIT = r"(?P<unit>days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))\b"
SEASON = rf"(?P<season>{_any(words.SEASONS)})\b"
PART = r"(?:early|late|mid|middle|beginning|start|end|close|turn|latter\spart|first\spart)"


def _rule(name: str, pattern: str, reader: Reader) -> Rule:
    return Rule(name, re.compile(pattern.replace(" ", r"\s"), re.IGNORECASE), reader)


_MONTH_RULES = (
    _rule("month_day", rf"{MONTH} ?,? ?(?:the )?{DAY}(?:(?:{TO}|{AND}){LAST})?{OF_YEAR}", read.date),
    _rule("month_day", rf"{MONTH} (?:the )?{DAY_WORD}{OF_YEAR}", read.date),
    _rule("month_day", rf"{MONTH}[-/]{DAY}(?:[-/]{YEAR})?", read.date),
    _rule("month_year", rf"{MONTH}(?:[-/ ]|, )(?:of |in )?{YEAR}", read.date),
    _rule("month_offset", rf"{MONTH}(?: of)? (?P<which>last|this|next) year\b", read.month_of_year),
    _rule("month", MONTH, read.month),
)
_WEEKDAY_RULES = (
    _rule(
        "weekday_of_week", rf"{WEEKDAY}(?:,? of)? (?P<which>last|this|next|the following) week\b", read.weekday_of_week
    ),
    _rule(
        "weekday_nth",
        rf"{WEEKDAY},? (?:the )?(?P<day>3[01]|[12]?\d)(?:st|nd|rd|th)?(?![\w:/.-]|,\d)(?!,? [a-z]+s\b)",
        read.date,
    ),
    _rule("weekday_nth", rf"{WEEKDAY},? the {DAY_WORD}", read.date),
    _rule("weekday", WEEKDAY, read.weekday),
)
_DIGIT_RULES = (
    _rule(
        "iso_day",
        r"(?P<year>1[5-9]\d\d|20\d\d)(?P<sep>[-/. ])(?P<number>0?[1-9]|1[0-2])(?P=sep)(?P<day>3[01]|[12]\d|0?[1-9])(?!\d|[.,]\d)",
        read.iso_day,
    ),
    _rule("iso_day", rf"(?P<year>1[5-9]\d\d|20\d\d)[-/]{MONTH}[-/](?P<day>3[01]|[12]\d|0?[1-9])(?!\d)", read.date),
    _rule("iso_day", rf"(?P<year>1[5-9]\d\d|20\d\d)[-/](?P<day>3[01]|[12]\d|0?[1-9])[-/]{MONTH}", read.date),
    _rule(
        "day_month",
        rf"{DAY}(?:(?:{TO}|{AND}){LAST})?(?: (?:day )?(?:of )?|[-/]){MONTH}(?:(?:[-/]| ?,? ?(?:(?:of|in) )?(?:the year )?){YEAR})?",
        read.date,
    ),
    _rule(
        "numeric_day",
        r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1[5-9]|20)\d\d)(?![\d]|[.,/]\d)",
        read.numeric,
    ),
    _rule("numeric_day", r"(?P<a>\d\d)/(?P<b>\d\d)(?![\d/%]|[.,]\d)", read.numeric),
    _rule("year_quarter", r"(?P<year>(?:19|20)\d\d)-Q(?P<quarter>[1-4])\b", read.quarter),
    _rule("year_month", rf"(?P<year>(?:19|20)\d\d) {MONTH}", read.date),
    _rule("iso_month", r"(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])(?![\d-])", read.iso_month),
    _rule("decade", r"(?P<decade>(?:1[5-9]|20)\d0) ?['’]?s\b", read.decade),
    _rule(
        "years", rf"(?P<first>(?:1[5-9]|20)\d\d)(?P<sep> ?[-–—~/] ?| to | through | until | till ){YEAR}", read.years
    ),
    _rule("years", r"(?P<first>(?:1[5-9]|20)\d\d)[-–/](?P<short>\d\d)(?![\d-])", read.short_years),
    _rule("century", r"(?P<century>1[5-9]|2[01])(?:st|th) century\b", read.century),
    _rule("quarter", rf"(?P<quarter>[1-4])(?:st|nd|rd|th) quarter(?: of (?:the year )?{YEAR})?", read.quarter),
    _rule("part_of_month", rf"(?:[1-5])(?:st|nd|rd|th) (?:week|half)(?: of|,) {MONTH}{OF_YEAR}", read.date),
    _rule("year", YEAR, read.year),
)
_COUNT_RULES = (
    _rule("ago", rf"{NUMBER}[- ](?:and a half )?{UNIT} ago\b", read.ago),
    _rule("narrative", rf"{NUMBER} {UNIT} (?P<way>later|earlier|previously|before(?= ?[,.;)]))", read.narrative),
    _rule(
        "from_today",
        rf"{NUMBER} {UNIT} (?P<way>after|before|from) (?P<base>today|now|tomorrow|yesterday|tmrw)\b",
        read.from_today,
    ),
    _rule(
        "duration",
        rf"{NUMBER}[- ](?:\w+ing |working |straight |full |whole |more |business )?{UNIT}(?:['’](?! time))?(?! (?:olds?)\b|-old)",
        read.duration,
    ),
)
_WHICH_RULES = (
    _rule(
        "weekday_shift",
        rf"(?P<which>last|this|next|this coming|this past|past|coming|upcoming|previous|following|current)(?: upcoming| past| coming)? {WEEKDAY}(?! week\b)",
        read.which_weekday,
    ),
    _rule("weekday_of_week", rf"(?P<which>last|this|next) week(?:['’]s)?,? (?:on )?{WEEKDAY}", read.weekday_of_week),
    _rule(
        "window",
        rf"(?P<which>last|past|next|coming|previous|following|first) (?:few |couple of )?{NUMBER} {UNIT}",
        read.window,
    ),
    _rule(
        "weekend",
        r"(?P<which>last|this|next|this coming|this past|past|coming|previous|following) weekend\b",
        read.which_weekend,
    ),
    _rule(
        "unit_shift",
        r"(?P<which>last|this|next|this coming|this past|coming|past|previous|following|current|same|that) (?:working |calendar |fiscal )?(?P<unit>day|week|month|quarter|year|decade|century)\b(?!-)(?! (?:before|after|that)\b)",
        read.which_unit,
    ),
    _rule(
        "month_shift", rf"(?P<which>last|this|next|past|coming|this past|this coming) {MONTH}(?! \d)", read.which_month
    ),
    _rule("season_shift", rf"(?P<which>last|this|next|past|coming|this past|this coming) {SEASON}", read.which_season),
    _rule("part_of_unit", rf"last (?:week|days?|half)(?: of|,) (?:the )?{MONTH}{OF_YEAR}", read.date),
    _rule(
        "part_of_year", rf"last (?:week|days?|month|quarter|half)(?: of|,) (?:the )?(?:year )?{YEAR}", read.year_part
    ),
)
_PART_RULES = (
    _rule(
        "part_of_month",
        rf"{PART}(?:[- ]to[- ](?:mid|late))?(?: of |[- ]in |[- ])(?:the month of )?{MONTH}(?:(?: of)?,? {YEAR})?(?! ?\d)",
        read.date,
    ),
    _rule("part_of_year", rf"{PART}(?: of |[- ]|[- ]in )(?:the year )?{YEAR}", read.year_part),
    _rule("part_of_decade", rf"{PART}(?: of |[- ])(?:the )?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b", read.decade),
    _rule(
        "unit_shift",
        rf"(?:{PART}|earlier|later)(?: of | in | )(?P<which>last|this|next|the) (?P<unit>week|month|quarter|year|decade)\b(?! (?:before|after))",
        read.part_of_unit,
    ),
    _rule("weekday", rf"(?:late|early|earlier|later)(?: on)? {WEEKDAY}", read.weekday),
)
_ORDINAL_RULES = (
    _rule(
        "quarter",
        rf"(?P<nth>first|second|third|fourth) quarter(?:(?: of|,)? (?:the year )?(?:{YEAR}|(?P<which>this|last|next) year))?",
        read.quarter,
    ),
    _rule("half", rf"(?P<nth>first|second) half(?: of|,) (?:the year )?{YEAR}", read.half),
    _rule("half", r"(?P<nth>first|second) half of (?P<which>this|last|next|the) year\b", read.half),
    _rule(
        "part_of_month",
        rf"(?:first|second|third|fourth|fifth|final|opening) (?:week|half|days|part|weekend|fortnight|\w+ days)(?: of|,| in) {MONTH}{OF_YEAR}",
        read.date,
    ),
    _rule(
        "part_of_year",
        rf"(?:first|final|opening|closing) (?:\w+ )?(?:weeks?|days|months?|half|part)(?: of|,| in) {YEAR}",
        read.year_part,
    ),
    _rule(
        "first_months",
        rf"first {NUMBER} months of (?:(?:the year )?{YEAR}|(?P<which>the|this|last|next) year)",
        read.first_months,
    ),
    _rule(
        "day_month",
        rf"{DAY_WORD}(?: day)?(?:{TO}(?P<last_word>{_any(words.ORDINALS)}))? of {MONTH}{OF_YEAR}",
        read.date,
    ),
)
_DEICTIC_RULES = (
    _rule(
        "day_shift",
        r"(?P<deictic>day before yesterday|day after tomorrow|today|yesterday|tomorrow|tonight|tmrw)\b",
        read.deictic,
    ),
)
_DAY_RULES = (
    *_DEICTIC_RULES,
    _rule(
        "narrative",
        r"(?P<way>day before|day after)(?= ?[,.;)]|\s*$| [A-Z]| (?:and|in|by|at|on|that|with|to)\b)",
        read.next_day,
    ),
    _rule("year", rf"year {YEAR}", read.year_part),
    _rule("unit_shift", r"(?P<unit>year) to date\b", read.which_unit),
)
_THE_RULES = (
    _rule(
        "narrative",
        r"the (?P<way>next|following|previous|same) (?P<unit>day|morning|evening|night|afternoon)\b",
        read.next_day,
    ),
    _rule("nth", r"the (?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?= ?[,.;!?)]|$| (?:and|to|in|at|for)\b)", read.date),
)
_WEEK_RULES = (
    _rule(
        "week_of", rf"week (?:of|starting|beginning|commencing)(?: on)? (?:the )?{MONTH} {DAY}{OF_YEAR}", read.week_of
    ),
    _rule(
        "week_of",
        rf"week (?:of|starting|beginning|commencing)(?: on)? (?:the )?{DAY} (?:of )?{MONTH}{OF_YEAR}",
        read.week_of,
    ),
)
_WEEKEND_RULES = (_rule("weekend", r"weekend\b(?!er|s|-)", read.weekend),)
_SEASON_RULES = (
    _rule("season", rf"{SEASON}(?: of|,)? {YEAR}", read.season),
    _rule("season_shift", rf"{SEASON} (?:of )?(?P<which>last|this|next) year\b", read.which_season),
)
_HOLIDAY_RULES = (
    _rule(
        "holiday",
        rf"(?P<holiday>{_any(words.HOLIDAYS)})\b(?! (?:tree|tre|gift|market|party|present|shop|island|sale|carol|message|song|card))(?:,? {YEAR})?",
        read.holiday,
    ),
)
_IN_RULES = (_rule("in_units", rf"in {NUMBER} {UNIT}(?:['’] time)?", read.in_units),)
_QUARTER_RULES = (_rule("quarter", rf"Q(?P<quarter>[1-4])(?:[- ](?:of )?{YEAR})?", read.quarter),)

TRIGGERS: dict[str, tuple[Rule, ...]] = {}
for _names, _rules in (
    (words.MONTHS, _MONTH_RULES),
    (words.WEEKDAYS, _WEEKDAY_RULES),
    (words.NUMBERS, _COUNT_RULES),
    (
        ("last", "this", "next", "past", "coming", "upcoming", "previous", "following", "current", "same", "that"),
        _WHICH_RULES,
    ),
    (("early", "late", "mid", "middle", "beginning", "start", "end", "close", "turn", "earlier", "later"), _PART_RULES),
    (words.ORDINALS, _ORDINAL_RULES),
    (("first", "final", "opening", "closing"), _ORDINAL_RULES),
    (("today", "yesterday", "tomorrow", "tonight", "tmrw"), _DEICTIC_RULES),
    (("day", "year"), _DAY_RULES),
    (("week",), _WEEK_RULES),
    (("weekend",), _WEEKEND_RULES),
    (words.SEASONS, _SEASON_RULES),
    (("new", "christmas", "boxing", "halloween", "valentine"), _HOLIDAY_RULES),
    (("in",), _IN_RULES),
    (("the",), _THE_RULES),
    (("q",), _QUARTER_RULES),
):
    for _name in _names:
        TRIGGERS[_name] = TRIGGERS.get(_name, ()) + _rules
TRIGGERS["last"] = (*_WHICH_RULES, *_PART_RULES)
TRIGGERS["first"] = (*_ORDINAL_RULES, *_WHICH_RULES)
TRIGGERS["twenty"] = (*_ORDINAL_RULES, *_COUNT_RULES)
TRIGGERS["thirty"] = (*_ORDINAL_RULES, *_COUNT_RULES)
_DIGITS = (*_DIGIT_RULES, *_COUNT_RULES)

_WORD = re.compile(r"(?<![^\W\d_])[A-Za-z]+|(?<![\d$€£¥#@&])(?<!\d[/:.,])\d+")


def readings(text: str) -> list[Reading]:
    """Single expressions of time in `text`, from left to right, none over another."""
    found: list[Reading] = []
    end = 0
    for match in _WORD.finditer(text):
        start = match.start()
        if start < end:
            continue
        word = match[0]
        rules = _DIGITS if word[0].isdigit() else TRIGGERS.get(word.lower())
        if rules:
            reading = _read_at(text, start, rules)
            if reading:
                found.append(reading)
                end = reading.end
    return found


def _read_at(text: str, start: int, rules: tuple[Rule, ...]) -> Reading | None:
    for rule in rules:
        match = rule.pattern.match(text, start)
        if match:
            shape = rule.read(match)
            if shape is not None:
                end = match.end()
                if text[end - 1].isspace():
                    end = start + len(match[0].rstrip())
                return Reading(start, end, shape, rule.name)
    return None


def date_after(text: str, start: int) -> Reading | None:
    """A date with its day that begins at `start`, for "Friday, April 14"."""
    rules = _DIGIT_RULES if text[start : start + 1].isdigit() else _MONTH_RULES
    return _read_at(text, start, rules)
