"""The grammar of dates, weekdays, years and named days: what may stand behind the word or figures that begin them.

A rule is (name, pattern, reader). In a pattern a space stands for one white space and case does not count; the blocks
are those of `patterns`. Rules of a word are tried in order and the first that reads wins: longer ones stand first.
`table` says which words begin which rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from wiredesk.kit.times import feast_readers as feast
from wiredesk.kit.times import readers as read
from wiredesk.kit.times import relative_readers as relative
from wiredesk.kit.times import told_readers as told
from wiredesk.kit.times import year_readers as years
from wiredesk.kit.times.patterns import (
    AND,
    COUNT,
    DAY,
    DAY_FIGURES,
    DAY_WORD,
    FEAST,
    FOUR,
    LAST,
    LAST_WORD,
    MONTH,
    NTH,
    OF,
    OF_YEAR,
    ORDINAL,
    PART,
    SEASON,
    TO,
    WEEK_OF,
    WEEKDAY,
    YEAR,
)  # fmt: skip
from wiredesk.kit.times.shapes import Shape

Reader = Callable[[re.Match[str]], Shape | None]
Rule = tuple[str, str, Reader]

MONTHS: tuple[Rule, ...] = (
    ("month_day", rf"{MONTH} {DAY}, (?P<middle>\d{{1,2}}),? and {LAST}{OF_YEAR}", read.listed_days),
    ("month_offset", rf"{MONTH} {DAY},?(?: of)? (?P<which>last|this|next) year\b", relative.month_of_year),
    ("month_day", rf"{MONTH} ?,? ?(?:the )?{DAY}(?:(?:{TO}|{AND}){LAST})?{OF_YEAR}", read.day_of_month),
    ("month_day", rf"{MONTH} (?:the )?{DAY}{OF_YEAR}", read.day_of_month),
    ("month_day", rf"{MONTH} (?:the )?{DAY_WORD}(?:{TO}(?:{LAST}|{LAST_WORD}))?{OF_YEAR}", read.day_of_month),
    ("month_day", rf"{MONTH}[-/]{DAY}(?:[-/]{YEAR})?", read.month_and_day),
    ("month_year", rf"{MONTH}(?:[-/ ]|, )(?:of |in )?{YEAR}", read.day_of_month),
    ("month_offset", rf"{MONTH}(?: of|,)? (?P<which>last|this|next) year\b", relative.month_of_year),
    ("month", MONTH, read.month),
)
WEEKDAYS: tuple[Rule, ...] = (
    (
        "weekday_of_week",
        rf"{WEEKDAY}(?:,? of)? (?P<which>last|this|next|the following) week\b",
        relative.weekday_of_week,
    ),
    ("weekday_date", rf"{WEEKDAY},? (?:the )?{DAY} (?:of )?{MONTH}{OF_YEAR}", read.day_of_month),
    ("weekday_date", rf"{WEEKDAY},? {MONTH} (?:the )?{DAY}(?!{TO}\d|{AND}\d){OF_YEAR}", read.day_of_month),
    (
        "weekday_nth",
        rf"{WEEKDAY},? (?:the )?(?P<day>{DAY_FIGURES})(?:st|nd|rd|th)?(?![\w:/.-]\d|[\w:/-]|,\d)(?!,? [a-z]+s?\b)",
        read.day_of_month,
    ),
    ("weekday_nth", rf"{WEEKDAY},? the {DAY_WORD}(?=[,.;!?)]|$)", read.day_of_month),
    ("weekday", WEEKDAY, read.weekday),
)
YEARS: tuple[Rule, ...] = (
    (
        "iso_day",
        rf"(?P<year>{FOUR})(?P<sep>[-/. ])(?P<number>0?[1-9]|1[0-2])(?P=sep)(?P<day>{DAY_FIGURES})(?!\d|[.,]\d)",
        read.iso_day,
    ),
    ("iso_day", rf"(?P<year>{FOUR})[-/]{MONTH}[-/](?P<day>{DAY_FIGURES})(?!\d)", read.day_of_month),
    ("iso_day", rf"(?P<year>{FOUR})[-/](?P<day>{DAY_FIGURES})[-/]{MONTH}", read.day_of_month),
    ("quarter", rf"(?P<year>{FOUR})[- ]Q(?P<quarter>[1-4])\b", years.quarter),
    ("half", rf"(?P<year>{FOUR})[- ]H(?P<half>[12])\b", years.half),
    ("year_month", rf"(?P<year>{FOUR}) {MONTH}", read.day_of_month),
    ("iso_month", rf"(?P<year>{FOUR})-(?P<number>0[1-9]|1[0-2])(?![\d-])", read.iso_month),
    ("decade", r"(?P<decade>(?:1[5-9]|20)\d0) ?['’]?s\b", years.decade),
    ("years", rf"(?P<first>{FOUR})(?P<sep> ?[-–—~/] ?| to | through | until | till ){YEAR}(?!-\d)", years.years),
    ("years", rf"(?P<first>{FOUR})[-–/](?P<short>\d\d)(?![\d-])", years.short_years),
    ("year", YEAR, years.year),
)
FIGURES: tuple[Rule, ...] = (
    ("day_month", rf"{DAY}, (?P<middle>\d{{1,2}}),? and {LAST} (?:of )?{MONTH}{OF_YEAR}", read.listed_days),
    ("month_offset", rf"{DAY} (?:of )?{MONTH},?(?: of)? (?P<which>last|this|next) year\b", relative.month_of_year),
    (
        "day_month",
        rf"{DAY}(?:(?:{TO}|{AND}){LAST})?(?: (?:day )?(?:of )?|[-/]){MONTH}(?:(?:[-/]|{OF}){YEAR})?",
        read.day_of_month,
    ),
    (
        "numeric_day",
        rf"(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep)(?P<year>{FOUR})(?![\w]|[.,/]\d)",
        read.numeric,
    ),
    ("numeric_day", r"(?P<a>\d\d)/(?P<b>\d\d)(?![\d/%]|[.,]\d)", read.numeric),
    ("century", r"(?P<century>1[0-9]|2[01]|[1-9])(?:st|nd|rd|th)[- ]century\b", years.century),
    (
        "quarter",
        (
            r"(?P<quarter>[1-4])(?:st|nd|rd|th)[- ]quarter"
            rf"(?: of (?:(?:the year )?{YEAR}|(?P<which>this|last|next) year))?"
        ),
        years.quarter,
    ),
    ("part_of_month", rf"[1-5](?:st|nd|rd|th) (?:week|weekend|half)(?: of|,| in) {MONTH}{OF_YEAR}", read.day_of_month),
    ("month_nth", r"(?P<nth>\d\d?)(?:st|nd|rd|th) month of (?P<which>this|last|next) year\b", relative.nth_month),
    ("day_nth", rf"{DAY}(?: day)? of (?P<which>this|last|next|the) month\b", relative.nth_day),
    (
        "nth",
        (
            r"(?<=the )(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
            r"(?:(?: (?:to|until|till|through|and) (?:the )?|-)(?P<last_day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th))?"
            r"(?! ?\d|-)(?=\W*$|,|\.|;|\)| [a-z])"
        ),
        read.nth,
    ),
    ("decade", r"(?<=['’])(?P<short>[2-9]0)['’]?s\b", years.short_decade),
)
PARTS: tuple[Rule, ...] = (
    (
        "part_of_month",
        (
            rf"(?:(?:early|late|mid|middle)(?:[- ]to[- ](?:mid|late))?[- ]|(?:end|start)-|{PART}(?: of | in ))"
            rf"(?:the month of )?{MONTH}"
            rf"(?:(?: of)?,? {YEAR})?(?!\.? ?\d)"
        ),
        read.part_of_month,
    ),
    ("part_of_year", rf"{PART}(?: of |[- ]|[- ]in )(?:the year )?{YEAR}", years.year_named),
    ("decade", rf"{PART}(?: of |[- ])(?:the )?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b", years.decade),
    (
        "century",
        rf"{PART}(?: of |[- ])(?:the )?(?P<century>1\d|2[01]|[1-9])(?:st|nd|rd|th)[- ]century\b",
        years.century,
    ),
    ("century", rf"{PART}(?: of |[- ])(?:the )?(?P<nth>{ORDINAL})[- ]century\b", years.century),
    ("season", rf"(?:early|late|mid)[- ]{SEASON}(?: of|,)? {YEAR}", years.season),
    ("season_shift", rf"(?:early|late|mid) (?P<which>last|this|next) {SEASON}", relative.which_season),
    (
        "unit_shift",
        (
            rf"(?:{PART}|earlier|later)(?: of | in | )(?P<which>last|this|next|the) "
            r"(?P<unit>week|month|quarter|year|decade)\b(?! (?:before|after))"
        ),
        relative.part_of_unit,
    ),
    ("weekday_shift", rf"(?:late|early) (?:on )?(?P<which>last|this|next) {WEEKDAY}", relative.which_weekday),
    ("weekday", rf"(?:late|early|earlier|later)(?: on)? {WEEKDAY}(?! \d|,? {MONTH})", read.weekday),
    ("day_shift", r"(?:late|early|earlier|later) (?P<deictic>today|yesterday|tomorrow)\b", relative.deictic),
    (
        "narrative",
        r"(?:earlier|later) (?:that|(?:on |in )?the)(?: same)? (?P<unit>day|morning|evening|night|afternoon)\b",
        told.same_day,
    ),
)
ORDINALS: tuple[Rule, ...] = (
    (
        "quarter",
        (
            rf"(?P<nth>first|second|third|fourth)[- ]quarter"
            rf"(?:(?: of|,)? (?:the year )?(?:{YEAR}|(?P<which>this|last|next) year))?"
        ),
        years.quarter,
    ),
    (
        "months",
        rf"first (?P<count>two|three|2|3) quarters of (?:{YEAR}|(?P<which>the|this|last|next) year)",
        relative.first_quarters,
    ),
    ("half", rf"(?P<nth>first|second) half(?: of|,) (?:the year )?{YEAR}", years.half),
    ("half", r"(?P<nth>first|second) half of (?P<which>this|last|next|the) year\b", years.half),
    (
        "part_of_month",
        rf"{NTH} (?:week|half|days|part|weekend|fortnight|third|\w+ (?:days|weeks))(?: of|,| in) {MONTH}{OF_YEAR}",
        read.part_of_month,
    ),
    (
        "part_of_year",
        rf"{NTH} (?:\w+ )?(?:weeks?|days|months?|half|part)(?: of|,| in) {YEAR}",
        years.year_named,
    ),
    (
        "first_months",
        rf"first {COUNT} months of (?:(?:the year )?{YEAR}|(?P<which>the|this|last|next) year)",
        relative.first_months,
    ),
    (
        "nth_weekday",
        rf"{NTH} {WEEKDAY} (?:of|in) (?:{MONTH}{OF_YEAR}|(?P<which>this|last|next|the) month\b)",
        relative.nth_weekday,
    ),
    (
        "part_of_unit",
        (
            r"(?:second|third|fourth|opening|closing) (?:\w+ )?(?:weeks?|half|days) of (?P<which>this|last|next|the) "
            r"(?P<unit>month|year)\b"
        ),
        relative.part_of_unit,
    ),
    ("day_month", rf"{DAY_WORD}(?: day)?(?:(?:{TO}|{AND}){LAST_WORD})? of {MONTH}{OF_YEAR}", read.day_of_month),
    ("day_nth", rf"{DAY_WORD}(?: day)? of (?P<which>this|last|next|the) month\b", relative.nth_day),
    ("century", rf"(?P<nth>{ORDINAL})[- ]century\b", years.century),
)
WEEK: tuple[Rule, ...] = (
    ("week_of", rf"{WEEK_OF}(?:{WEEKDAY},? )?{MONTH} {DAY}{OF_YEAR}", relative.week_of),
    ("week_of", rf"{WEEK_OF}(?:{WEEKDAY},? )?{DAY} (?:of )?{MONTH}{OF_YEAR}", relative.week_of),
)
WEEKEND: tuple[Rule, ...] = (
    ("week_of", rf"weekend of (?:the )?{MONTH} {DAY}(?:(?:{TO}|{AND}){LAST})?{OF_YEAR}", relative.weekend_of),
    ("week_of", rf"weekend of (?:the )?{DAY}(?:(?:{TO}|{AND}){LAST})? (?:of )?{MONTH}{OF_YEAR}", relative.weekend_of),
    (
        "weekend",
        r"weekend\b(?!er|s|-)(?! (?:before|after|prior|that|when|(?:home|house|cottage|trip|edition|bag|getaway)s?)\b)",
        relative.weekend,
    ),
)
IN_SEASON: tuple[Rule, ...] = (
    ("season", rf"{SEASON}(?: of|,)? {YEAR}", years.season),
    ("season_shift", rf"{SEASON} (?:of )?(?P<which>last|this|next) year\b", relative.which_season),
    ("season", SEASON, years.bare_season),
)
FEASTS: tuple[Rule, ...] = (
    ("holiday", rf"{FEAST}(?:,? {YEAR})? weekend(?:,? (?P<later>{FOUR}))?\b", feast.feast_weekend),
    ("holiday", rf"{FEAST}(?: in|,| of)? {YEAR}", feast.feast),
    ("holiday", rf"{FEAST} (?P<which>last|this|next) year\b(?!['’])", feast.feast_of_year),
    ("holiday", FEAST, feast.feast),
)
FEASTS_SHIFTED: tuple[Rule, ...] = (
    ("holiday", rf"(?P<which>last|this past|this coming|this|next|following) {FEAST}", feast.which_feast),
)
DECADE_WORDS: tuple[Rule, ...] = (
    (
        "decade",
        r"(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
        years.short_decade,
    ),
)
QUARTERS: tuple[Rule, ...] = (
    ("quarter", rf"Q(?P<quarter>[1-4])\b(?:[- ](?:of )?{YEAR})?", years.quarter),
    ("half", rf"H(?P<half>[12])[- ](?:of )?{YEAR}", years.half),
)
ANNIVERSARIES: tuple[Rule, ...] = (
    (
        "anniversary",
        r"(?:(?P<nth>\d{1,3})(?:st|nd|rd|th)|(?P<word>[a-z]+(?:-[a-z]+)?)) anniversary\b",
        feast.anniversary,
    ),
    ("anniversary", r"anniversary\b", feast.anniversary),
)
