"""Which word begins which rules, and one pattern that finds all of these words in a text at once.

Most words of time are everyday words too ("a", "this", "may"): each has a gate, what must follow for a rule to have
a chance. Without gates two thirds of the time went into rules that could not match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from wiredesk.kit.times import feasts, words
from wiredesk.kit.times.patterns import UNIT_WORD
from wiredesk.kit.times.relative_rules import (
    COUNTS,
    DAYS,
    DEICTIC,
    EVE,
    FIGURE_HOURS,
    IN,
    NOW,
    OVERNIGHT,
    THAT,
    WHICHES,
    WITHIN,
)
from wiredesk.kit.times.rules import (
    ANNIVERSARIES,
    DECADE_WORDS,
    FEASTS,
    FEASTS_SHIFTED,
    FIGURES,
    IN_SEASON,
    MONTHS,
    ORDINALS,
    PARTS,
    QUARTERS,
    WEEK,
    WEEKDAYS,
    WEEKEND,
    YEARS,
    Reader,
    Rule,
)

Compiled = tuple[str, Callable[[str, int], re.Match[str] | None], Reader]

# Gates, in lower case: looked at behind the word and one space or hyphen.
_COUNTED = rf"[- ](?:(?!of|in|the)[a-z]+[- ]){{0,3}}{UNIT_WORD}"
_NUMBER = "(?:[0-9]+|" + "|".join(sorted(words.NUMBERS, key=len, reverse=True)) + ")"
_DATED = "(?:" + "|".join(sorted({name[:3] for name in (*words.MONTHS, *words.WEEKDAYS)})) + ")"
_UNITS = "(?:day|week|month|quarter|year|decade|centur|morning|afternoon|evening|night|fortnight|half)"
_SEASONS = "(?:" + "|".join(words.SEASONS) + ")"
_FEAST = "(?:" + "|".join(sorted(feasts.FIRST_WORDS)) + ")"
_WHICH = (
    rf" (?:(?:past|coming|upcoming|same|working|calendar|fiscal|few|couple of|[a-z]+) )?"
    rf"(?:{_UNITS}|{_DATED}|{_SEASONS}|{_NUMBER}|{_FEAST})"
)
_ORDINAL = (
    r"[ -](?:(?:to|and|till|until|through) |[a-z]+ )?(?:quarter|half|part|third|week|day|fortnight|month|year|centur"
    rf"|annivers|{_DATED}|of|the [a-z]+ of|[a-z]+(?:-[a-z]+)? of)"
)
_PART = rf"[- ](?:of|in|on|to|part|this|last|next|that|the|today|yesterday|tomorrow|{_DATED}|{_SEASONS}|[0-9])"

_FIGURES = (
    rf"(?:st|nd|rd|th)\b|['’]?s\b|[-–—~/.](?:[0-9]|{_DATED})|\s[-–—~]\s|,\s[0-9]|(?:[-\s]|\s(?:of|day)\s(?:of\s)?){_DATED}"
    rf"|\s(?:to|and|through|thru|until|till|&)\s|[-\s](?:(?!of|in|the)[a-z]+[-\s]){{0,3}}(?:{UNIT_WORD}|hours?\b)"
)

# Words, what must follow them, their rules. A word may stand in several lines: then any of the gates will do.
TRIGGERS: tuple[tuple[Iterable[str], str, tuple[Rule, ...]], ...] = (
    *((words, gate, FEASTS) for words, gate in feasts.beginnings()),
    (words.MONTHS, "", MONTHS),
    (words.WEEKDAYS, "", WEEKDAYS),
    (("last", "this", "next", "past", "previous", "following", "preceding"), _WHICH, WHICHES),
    (("coming", "upcoming", "current", "same", "final"), _WHICH, WHICHES),
    (("last", "this", "next", "past", "coming"), rf" {_FEAST}", FEASTS_SHIFTED),
    (("that",), r" (?:same )?(?:day|month|year|morning|evening|night|afternoon)", THAT),
    (
        ("early", "late", "mid", "middle", "beginning", "start", "end", "close", "turn", "rest", "remainder"),
        _PART,
        PARTS,
    ),
    (("earlier", "later", "latter", "first", "better"), _PART, PARTS),
    ((*words.ORDINALS, "final", "opening", "closing", "last"), _ORDINAL, ORDINALS),
    (("first",), _WHICH, WHICHES),
    ((*words.ORDINALS, *words.TENS_ORDINALS), " annivers", ANNIVERSARIES),
    (("anniversary",), "", ANNIVERSARIES),
    (words.NUMBERS, _COUNTED, COUNTS),
    (("today", "yesterday", "tomorrow", "tonight", "tmrw"), "", DEICTIC),
    (("day",), " (?:before|after)", DAYS),
    (("year",), " (?:[0-9]|before|after)", DAYS),
    (("week", "month"), " (?:before|after)", DAYS),
    (("eve",), "", EVE),
    (("week", "w/c"), "", WEEK),
    (("weekend",), "", WEEKEND),
    (words.SEASONS, "", IN_SEASON),
    (("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), "", DECADE_WORDS),
    (("overnight",), "", OVERNIGHT),
    (("in",), rf" {_NUMBER}{_COUNTED}", IN),
    (("within",), "", WITHIN),
    (("now",), "", NOW),
    (("q", "h"), "[1-4]", QUARTERS),
)
# Lower-case they are no months and no weekdays; they need not be looked at.
_CAPITAL = frozenset(["may", "march", "mar", "sun", "sat", "wed", "mon", "fri", "tue", "thu"])


@cache
def triggers() -> dict[str, tuple[Compiled, ...]]:
    """Rules by the lower-case word that they begin with; "0" to "0000" stand for figures. Compiled on first use."""
    days, counts = tuple(map(_compiled, FIGURES)), tuple(map(_compiled, COUNTS))
    hours, annual = tuple(map(_compiled, FIGURE_HOURS)), tuple(map(_compiled, ANNIVERSARIES))
    table = {
        "0": (*days, *counts, *annual),
        "00": (*days, *hours, *counts, *annual),
        "000": (*counts, *annual),
        "0000": tuple(map(_compiled, YEARS)),
    }
    for names, _, rules in TRIGGERS:
        compiled = tuple(map(_compiled, rules))
        for name in names:
            table[name] = (*table.get(name, ()), *(rule for rule in compiled if rule not in table.get(name, ())))
    return table


@cache
def finder() -> re.Pattern[str]:
    """Finds, in lower-cased text, every word and figure that rules begin with and whose gate stands open.

    Figures that are part of an amount, a score, a longer number or a clock time are passed over.
    """
    gates: dict[str, set[str]] = {}
    for names, gate, _ in TRIGGERS:
        for name in names:
            gates.setdefault(name, set()).add(gate)
    leaves = {name: _leaf(name, found) for name, found in gates.items()}
    return re.compile(rf"\b(?:{_trie(leaves)}|{'|'.join(map(_figures, (1, 2, 3, 4)))})")


def _figures(count: int) -> str:
    """So many figures; what stands before them is looked at last, since most words are none."""
    gate = "" if count == 4 else f"(?={_FIGURES})"
    figures = "[0-9]" * count
    return rf"{figures}(?![0-9])(?<![$€£¥#@&+]{figures})(?<![0-9][/:.,]{figures}){gate}"


def is_lower_case_word(text: str, start: int, word: str) -> bool:
    """Whether `word` is a verb, a number or the like, since it stands there in lower case: "may", "sat"."""
    return word in _CAPITAL and text[start] == word[0]


def _leaf(name: str, gates: set[str]) -> str:
    boundary = "" if len(name) == 1 and name in "qh" else r"\b"
    if "" in gates:
        return boundary
    return boundary + "(?=" + "|".join(sorted(gates)).replace(" ", r"\s") + ")"


def _trie(leaves: dict[str, str]) -> str:
    """One pattern for many words, branching letter by letter; a word's leaf follows its last letter."""
    branches: dict[str, dict[str, str]] = {}
    for name, leaf in leaves.items():
        if name:
            branches.setdefault(name[0], {})[name[1:]] = leaf
    found = [re.escape(letter) + _trie(rest) for letter, rest in sorted(branches.items())]
    if "" in leaves:
        found.append(leaves[""])
    return found[0] if len(found) == 1 else "(?:" + "|".join(found) + ")"


@cache
def _compiled(rule: Rule) -> Compiled:
    name, pattern, reader = rule
    return name, re.compile(pattern.replace(" ", r"\s"), re.IGNORECASE).match, reader
