"""Finds visits that a statement is set in: "said on Tuesday during a visit to Lima", "said Tuesday as X began a tour".

The day of the statement is then a day of the visit, its first or its last.
"""

from __future__ import annotations

from wiredesk.events.draft import Edge, Telling
from wiredesk.events.sentences import words
from wiredesk.events.sentences.words import word_set

_LEADS = word_set("on during at as while")
_AUDIENCE = word_set("reporters journalists lawmakers parliament")
_START = word_set("start beginning outset")
_END = word_set("end close conclusion")
_REACH = 9
"""Words between what was said and the visit: "at the start of the president's three-day state visit". Set by hand."""


def said_there(telling: Telling) -> Edge | None:
    """Which of the visit's days the statement's is, if nothing but "during" or "as" leads from it to the visit."""
    sentence = telling.sentence
    if telling.type != "visit" or telling.mood.tense not in ("past", "present") or telling.mood.negated:
        return None
    before = range(telling.index - 1, max(0, telling.index - _REACH), -1)
    lead = next((at for at in before if _leads(telling, at)), None)
    if lead is None:
        return None
    between = sentence.words(lead + 1, telling.index)
    if between & (words.CLAUSE_OPENERS | {";", ","} | words.SAYING):
        return None
    if sentence.word(lead) in ("as", "while"):
        return telling.edge if telling.mood.tense == "past" else None
    if not telling.bare:
        return None
    return "arrive" if between & _START else "leave" if between & _END else "single"


def _leads(telling: Telling, at: int) -> bool:
    """Whether "during" stands right behind a word of saying, its day or its audience."""
    sentence = telling.sentence
    if sentence.word(at) not in _LEADS:
        return False
    back = at - 1
    while back > 0 and (sentence.tokens[back].kind == "time" or sentence.word(back) in {"on"} | _AUDIENCE):
        back -= 1
    return sentence.word(back) in words.SAYING
