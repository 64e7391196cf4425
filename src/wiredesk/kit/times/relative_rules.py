"""The grammar of times that are counted from another: last week, two days ago, the day before, in ten days, six-day.

Rules as in `rules`.
"""

from __future__ import annotations

from wiredesk.kit.times import readers as read
from wiredesk.kit.times import relative_readers as relative
from wiredesk.kit.times import told_readers as told
from wiredesk.kit.times import year_readers as years
from wiredesk.kit.times.patterns import (
    COUNT,
    DAYTIME,
    FEAST_WORD,
    MONTH,
    MONTH_WORD,
    OF_YEAR,
    SEASON,
    UNIT,
    WEEKDAY,
    WEEKDAY_WORD,
    WHICH,
    YEAR,
)
from wiredesk.kit.times.rules import Rule

HOURS = r"(?P<hours>24|48|72|96)"
AT_END = r"(?= ?[,.;:)]|\s*$| (?:and|in|by|at|on|with|to|from|for|as)\b)"

COUNTS: tuple[Rule, ...] = (
    ("ago", rf"{COUNT}[- ](?P<half>and a half )?{UNIT}(?P<half2> and a half)? ago\b", relative.ago),
    (
        "narrative",
        rf"{COUNT} {UNIT} (?P<way>(?:later|earlier)\b(?! than\b)|previously\b|(?:before|after)(?= ?[,.;)]|$))",
        told.narrative,
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
            rf"{COUNT}[- ](?:and a half |\w+ing |working |straight |full |whole |more |business )?{UNIT}"
            r"(?:['’](?! time))?(?! old)(?!-old|-a-)"
        ),
        relative.duration,
    ),
)
FIGURE_HOURS: tuple[Rule, ...] = (
    ("ago", rf"{HOURS} hours ago\b", relative.hours_ago),
    ("narrative", rf"{HOURS} hours (?P<way>later|earlier)\b", told.hours_later),
    ("duration", rf"{HOURS}[- ]hours?\b(?! (?:a|per) day)", relative.hours),
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
    (
        "part_of_month",
        rf"last (?:\w+ )?(?:week|weekend|days?|half)(?: of|,) (?:the )?{MONTH}{OF_YEAR}",
        read.day_of_month,
    ),
    (
        "part_of_year",
        rf"last (?:{COUNT} )?(?:weeks?|days?|months?|quarter|half) of (?:the )?(?:year )?{YEAR}",
        years.year_named,
    ),
    (
        "narrative",
        rf"(?<=the )(?P<which>following|next|previous|preceding) {WEEKDAY}(?!['’]s)(?!,? {MONTH_WORD}| \d)",
        told.told_weekday,
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
    ("window", rf"(?P<which>last|past|next|coming|previous) {HOURS} hours\b", relative.hours_window),
    ("window", rf"{WHICH} (?:few |couple of )?{COUNT} {UNIT}", relative.window),
    ("weekend", rf"{WHICH} weekend\b", relative.which_weekend),
    (
        "narrative",
        rf"(?<=the )(?P<way>next|following|previous|preceding|same) (?P<unit>{DAYTIME})\b(?! (?:as|that|when|after)\b)",
        told.next_day,
    ),
    (
        "unit_shift",
        (
            rf"(?:{WHICH}|(?P<other>current|upcoming)) (?:working |calendar |fiscal )?"
            r"(?P<unit>day|week|month|quarter|year|decade|century)\b(?!-)"
        ),
        relative.which_unit,
    ),
    ("month_shift", rf"{WHICH} {MONTH}(?!\.? \d)", relative.which_month),
    ("season_shift", rf"{WHICH} {SEASON}", relative.which_season),
)
THAT: tuple[Rule, ...] = (
    ("narrative", rf"that (?:same )?(?P<unit>{DAYTIME})\b(?!['’])", told.same_day),
    ("narrative", r"that (?:same )?(?P<unit>month|year)\b(?!['’])(?! (?:when|that|of)\b)", told.same_unit),
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
    ("narrative", rf"(?<=the )(?P<way>day before|day after){AT_END}", told.next_day),
    ("beside", rf"day (?:before|after)(?= (?:the )?(?:{MONTH_WORD}|{WEEKDAY_WORD}|{FEAST_WORD}|\d))", told.beside),
    ("year", rf"year {YEAR}", years.year_named),
    (
        "narrative",
        r"(?<=the )(?P<unit>week|month|year) (?P<way>before|after)(?= ?[,.;)]|\s*$)",
        told.same_day_of_unit,
    ),
)
EVE: tuple[Rule, ...] = (
    ("narrative", r"(?<=on the )(?P<way>eve)(?= ?[,.;)]|\s*$)", told.next_day),
    ("beside", rf"eve of(?= (?:the )?(?:{MONTH_WORD}|{WEEKDAY_WORD}|{FEAST_WORD}|\d))", told.beside),
)
OVERNIGHT: tuple[Rule, ...] = (("duration", r"overnight(?= (?:visit|stay|stop|trip|stopover)\b)", relative.overnight),)
IN: tuple[Rule, ...] = (
    ("in_units", rf"in {COUNT} {UNIT}(?:['’] time)?(?! (?:when|that|and age|ago)\b)", relative.in_units),
)
WITHIN: tuple[Rule, ...] = (("window", rf"within (?:the )?(?:next )?{COUNT} {UNIT}", relative.within),)
NOW: tuple[Rule, ...] = (("now", r"(?:(?<=and )|(?<=to )|(?<=until )|(?<=till ))now\b", relative.now),)
