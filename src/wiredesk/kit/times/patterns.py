"""The blocks that the rules of news time are made of, as patterns in which a space stands for one white space."""

from __future__ import annotations

from collections.abc import Iterable

from wiredesk.kit.times import feasts, words


def alternatives(names: Iterable[str]) -> str:
    """Any of the names, longer ones first."""
    return "|".join(sorted(names, key=len, reverse=True))


MONTH_WORD = (
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|(?![a-z])))"
)
MONTH = rf"(?P<month>{MONTH_WORD})"
WEEKDAY = (
    r"(?P<weekday>(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    r"|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?:\.|\b))"
)
WEEKDAY_WORD = rf"(?:{alternatives(words.WEEKDAY_NAMES)})\b"
DAY_FIGURES = r"3[01]|[12]\d|0?[1-9]"
DAY = rf"(?P<day>{DAY_FIGURES})(?:st|nd|rd|th)?(?![\w%]|:\d|[.,]\d)"
LAST = rf"(?P<last>{DAY_FIGURES})(?:st|nd|rd|th)?(?![\w%]|:\d|[.,/]\d)"
ORDINAL = alternatives(words.ORDINALS)  # "twenty-first", "thirty first"
DAY_WORD = rf"(?P<day_word>{ORDINAL})\b"
LAST_WORD = rf"(?P<last_word>{ORDINAL})\b"
TO = r"(?: ?[-–—~/] ?| (?:to|through|thru|until|till) (?:the )?)"
AND = r"(?P<both> (?:and|&) (?:the )?)"
FOUR = r"1[5-9]\d\d|20\d\d|21[0-5]\d"
YEAR = rf"(?P<year>{FOUR})(?![\w%]|[.,]\d|['’]s old)"
OF = r"(?: ?,? ?(?:(?:of|in) )?(?:the year )?)"
OF_YEAR = rf"(?:{OF}{YEAR})?"
COUNT = rf"(?P<count>\d{{1,3}}|{alternatives(words.NUMBERS)})"
UNIT_WORD = r"(?:days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))\b"
UNIT = rf"(?P<unit>{UNIT_WORD})"
SEASON = rf"(?P<season>{alternatives(words.SEASONS)})\b"
PART = (
    r"(?:early|late|mid|middle|beginning|start|end|close|turn|rest|remainder|(?:early|latter|first|later|better) part)"
)
CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight)"
NTH = r"(?:first|second|third|fourth|fifth|final|opening|closing|last)"
WHICH = r"(?P<which>last|this coming|this past|this|next|past|coming|previous|following)"
WEEK_OF = r"(?:week (?:of|starting|beginning|commencing|ending|ended)(?: on)?|w/c) (?:the )?"
DAYTIME = r"(?:day|morning|evening|night|afternoon)"
FEAST = rf"(?P<feast>{alternatives(feasts.PATTERNS)})(?!\w)"
FEAST_WORD = rf"(?:{alternatives(feasts.PATTERNS)})(?!\w)"
