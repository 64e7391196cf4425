"""The tense of the clause around a place in a text, read from the verbs near it; no parser.

A time hangs on the nearest verb before it in its stretch between commas, else on the next one after it
("On Monday, the minister will ..."). What was still to come when it was told ("had been set to", "was to have",
"has promised to") is future.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from wiredesk.kit.times import verbs
from wiredesk.kit.times.shapes import Tense
from wiredesk.kit.times.words import FUNCTION_WORDS

# How far a clause may reach from a time, in code points: what has no full stops for longer is no prose.
REACH = 1000

# Cues that are no tense themselves; the others are "past", "future" and "present".
_TENSES: dict[str, Tense] = {
    "planned": "future",
    "timetable": "present",
    "witnessed": "present",
    "running": "present",
    "past": "past",
    "withdrawn": "past",
    "owed": "future",
    "future": "future",
    "present": "present",
}
# For placing a day: "the talks go on in Lima on Friday" looks ahead, "he speaks to reporters Monday" (a caption)
# looks back; "is in Lima on Monday" may do either, and so may what "had been expected on Friday".
_PLACING: dict[str, Tense | None] = {
    "planned": None,
    "running": None,
    "timetable": "future",
    "witnessed": "past",
    "present": "present",
}

_SENTENCE_END = re.compile(
    r"(?:\n+|[.!?](?<![A-Z.][.])(?<!\b[A-Z][a-z][.])(?<!\b[A-Z][a-z]{2}[.])(?<!\b[ap]\.m[.])(?<!\bSept[.])(?<!\bSens[.])['\"”’)]*\s+)"
    r"(?:(?<=\n)|(?=[\"“'‘(]?[A-Z]))"
)
_SOFT_END = re.compile(r"[,;:()–—]|\s--?\s")
# A participle behind one of these is an adjective: "a promised visit".
_BEFORE_ADJECTIVE = re.compile(r"(?:\b(?:a|an|the|his|her|its|their|of|by|and|in|with|for)|['’]s)\s+$")
_NEXT_WORD = re.compile(r"\s+([a-z]+)\b")
_BASE_FORMS = frozenset({"set", "put", "cut", "hit", "beat", "quit", "hurt"})
_WORD = re.compile(r"[A-Za-z]+")
_PROSE = re.compile(r"\b[a-z]{5,}\b")
_REPORTING = re.compile(r"(?:said|told|says|announced|reported|confirmed|added|stated)$")
_CONJUNCTION = re.compile(r"\s(?:that|and|but|or|while|when|where|as|after|before|because)\b")
_AFTER = re.compile(r"\b(?:after|following)\s(?:the\s)?$", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were)\b[^.;]*$")
# What has been said or done, with what it was about ahead of it.
_MATRIX = re.compile(
    r"(?:(?:was|were|had|has|have)\s(?:been\s)?)?(?:invited|asked|urged|agreed|decided|promised|vowed|pledged|offered|threatened"
    r"|accepted|declined|refused|proposed)\b"
)
_WHETHER = re.compile(r"\b(?:whether|if)\s(?:the\s)?$", re.IGNORECASE)
_LEFT_BEHIND = re.compile(r"\b(?:after|following|fresh\sfrom|back\sfrom|days\sfrom)\s[^,;:()]*$", re.IGNORECASE)
_CAUSE = re.compile(r"\b(?:after|following|because|since|amid|over)\b")
_WAS_WITHDRAWN = re.compile(rf",?\s(?:was|were)\s{verbs.WITHDRAWN}")
_BUT = re.compile(r",?\s(?:but|however)\b")
_AHEAD_OF = re.compile(r"\b(?:for|ahead\sof|before|in\sadvance\sof|on\sthe\seve\sof)\s(?:the\s)?$", re.IGNORECASE)


class _Verb(NamedTuple):
    start: int
    end: int
    cue: str
    text: str


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """Tense of the clause around `text[start:end]`; None where no verb shows it.

    A sentence ends at a line break or at a full stop, question or exclamation mark before a capital.
    """
    cue = _cue_at(text, start, end)
    return _TENSES[cue] if cue else None


def placing_tense(text: str, start: int, end: int) -> Tense | None:
    """As `tense_at`, for placing a day: the present tense of a timetable looks ahead, that of a caption back.

    A plan given up ("was due on Tuesday but never came") and what another noun owns ("Tuesday's summit")
    after "for" or "ahead of" may lie on either side: None.
    """
    owned = text[end : end + 2] in ("'s", "’s")
    if owned and _WHETHER.search(text, max(0, start - 16), start):
        return "future"  # "unclear whether Monday's talks would go ahead"
    if owned and _AHEAD_OF.search(text, max(0, start - 20), start):
        return None
    cue = _cue_at(text, start, end)
    if cue == "future" and ((owned and _AFTER.search(text, max(0, start - 16), start)) or _given_up(text, start, end)):
        return None
    if cue == "timetable" and owned and " after " in text[start:end]:
        return None  # "comes a day after Tuesday's blast"
    return _PLACING.get(cue, _TENSES[cue]) if cue else None


def _given_up(text: str, start: int, end: int) -> bool:
    """ "was due in town on Tuesday but never came", "a visit planned for May was scrapped": the day may have passed."""
    if _WAS_WITHDRAWN.match(text, end):
        return True
    return bool(_BUT.match(text, end) and _WAS.search(text, max(0, start - 60), start))


def _cue_at(text: str, start: int, end: int) -> str | None:
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end) + 1 or len(text)
    ends = _ends(text[line:line_end])
    first = max(line + ends[bisect_right(ends, start - line) - 1], start - REACH)
    last = min(line + ends[min(bisect_left(ends, end - line), len(ends) - 1)], end + REACH)
    found, stops = _verbs(text[first:last])
    here, after = start - first, end - first
    before = [verb for verb in found if verb.end <= here]
    behind = [verb for verb in found if verb.start >= after]
    segment = max((stop for stop in stops if stop < here), default=-1)
    segment_end = min((stop for stop in stops if stop >= after), default=last - first)
    near = before and before[-1].start > segment
    following = behind[0] if behind and behind[0].start < segment_end else None
    if before and _CONJUNCTION.match(text, end):
        following = None  # "spoke in Lima, Peru, on Friday and decided to meet again"
    if not near and _LEFT_BEHIND.search(text, max(first, first + segment), start):
        return "past"
    if near and following and _reported(text[first:last], before[-1], following, here, after):
        return _cue(following, [])
    if near and before[-1].text in ("is", "are") and text[first + before[-1].end : start].strip() in ("", "on"):
        return "timetable"  # "the vote is Tuesday"
    if near and before[-1].text.endswith(" from") and not text[first + before[-1].end : start].strip():
        return "planned"  # "postponed from February": the old day lies on either side
    if near or (before and not following):
        return _cue(before[-1], before[:-1], text[first + before[-1].end : start])
    behind_it = following or (behind[0] if behind else None)
    if behind_it and behind_it.cue == "future" and _MATRIX.match(behind_it.text):
        return "past"  # "In July, he was invited to speak": the inviting was then
    if following:
        return _cue(following, before)
    return _cue(behind[0], []) if behind else None


def _reported(sentence: str, verb: _Verb, following: _Verb, here: int, after: int) -> bool:
    """ "said the talks on Monday would be short": Monday belongs to what was said, not to the saying."""
    close = not sentence[after : following.start].strip()
    return close and bool(_REPORTING.search(verb.text)) and len(sentence[verb.end : here].split()) > 3


def _cue(verb: _Verb, earlier: list[_Verb], between: str | None = None) -> str:
    if verb.cue == "withdrawn" and between is not None and not _CAUSE.search(between):
        return "owed"  # the day that the visit called off would have been on
    if verb.cue == "planned" and any(one.cue == "withdrawn" for one in earlier):
        return "owed"  # "has put off a trip that had been planned for Monday"
    if verb.cue != "infinitive":
        return verb.cue
    for one in reversed(earlier):  # "flew to Lima to meet": the verb that it hangs on
        if one.cue != "infinitive":
            return "past" if one.cue in ("past", "witnessed") else "future"
    return "future"


@lru_cache(maxsize=16)
def _ends(text: str) -> list[int]:
    return [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]


@lru_cache(maxsize=64)
def _verbs(sentence: str) -> tuple[list[_Verb], list[int]]:
    """The verbs that show a tense, and where the stretches between commas end."""
    if not _PROSE.search(sentence) and len(sentence.lower()) == len(sentence):
        sentence = sentence.lower()  # a heading: "Venn To Visit Lowmoor Monday"
    match_at, words_of_cues = _pattern().match, verbs.first_words()
    found: list[_Verb] = []
    end = 0
    for word in _WORD.finditer(sentence.lower() if sentence.isascii() else sentence):
        start = word.start()
        if start < end or not (word[0] in words_of_cues or word[0].endswith("ed") or word[0].lower() in words_of_cues):
            continue
        match = match_at(sentence, start)
        if not match:
            continue
        cue, words = match.lastgroup or "", match[0]
        if start == 0 and words.lower() in _BASE_FORMS:
            continue  # "Set a day", and no preterite without its subject
        adjective = cue == "past" and words.endswith("ed") and " " not in words
        if adjective and _is_adjective(sentence, match.start(), match.end()):
            continue
        found.append(_Verb(match.start(), match.end(), cue, words))
        end = match.end()
    return found, [match.start() for match in _SOFT_END.finditer(sentence)]


def _is_adjective(sentence: str, start: int, end: int) -> bool:
    """ "a promised visit", "with renewed vigour"; but "runs a monitor and reported Wednesday that"."""
    before = _BEFORE_ADJECTIVE.search(sentence, max(0, start - 8), start)
    if not before or before[0].strip() != "and":
        return before is not None
    following = _NEXT_WORD.match(sentence, end)
    return following is not None and following[1] not in FUNCTION_WORDS


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(verbs.PATTERN, re.VERBOSE)
