"""The tense of the clause around a place in a text, read from verbs near it; no parser.

A time hangs on the nearest verb before it in its stretch between commas, else on the next one after it
("On Monday, the minister will ..."). What was still to come when told ("had been due to", "was to have") is future.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Literal, NamedTuple

Tense = Literal["past", "future", "present"]

_ADVERBS = r"(?:\s+(?:not|also|now|still|then|only|first|soon|again|later|instead|both|all|never|\w+ly))*"
_NOT_VERB = r"(?:a|an|the|his|her|its|their|this|that|these|those|our|my|your|[A-Z]\w*|\d\w*)\b"
_AHEAD = (
    r"(?:due|set|expected|scheduled|slated|planned|supposed|likely|unlikely|poised|booked|invited|ready|about|bound|"
    r"preparing|planning|going|hoping|aiming|intending|meant|tipped|billed|earmarked|timed)"
)
_PAST = ["was", "were", "had", "did", "said", "told", "met", "went", "flew", "left", "held", "came", "began", "begun", "took", "made", "gave", "got", "saw", "spoke", "drew", "drove", "ran", "rose", "fell", "sat", "stood", "paid", "sent", "brought", "bought", "thought", "won", "lost", "led", "kept", "knew", "found", "became", "chose", "broke", "struck", "shook", "hit", "hurt", "wrote", "sold", "built", "felt", "fought", "grew", "heard", "laid", "rode", "sank", "sang", "sought", "shot", "showed", "shown", "slept", "spent", "swore", "taught", "threw", "understood", "woke", "wore", "withdrew", "overthrew", "forbade", "died", "set-off", "wound", "undertook", "underwent", "gone", "been", "done", "seen", "given", "taken", "fled", "dealt", "meant", "quit", "beat", "cut-short", "bade", "sworn"]
_PRESENT = ["is", "are", "am", "has", "have", "says", "arrives", "meets", "begins", "attends", "departs", "flies", "speaks", "tells", "goes", "comes", "takes", "makes", "receives", "opens", "holds", "leads", "sits", "stands", "wants", "hopes", "inspects", "greets", "welcomes", "addresses", "remains", "wraps", "kicks", "hosts", "starts", "ends", "returns", "travels", "visits", "heads", "leaves", "lands", "gets", "meets", "seeks"]
# -ed words that are hardly ever the verb of a clause; -eed and -red nouns as well.
_NOT_PAST = (
    r"(?:need|speed|feed|seed|breed|hundred|indeed|red|bed|proceed|exceed|succeed|agreed-upon|embed|shed|sacred|kindred|"
    r"united|armed|wanted|alleged|proposed|planned|expected|scheduled|repeated|continued|increased|unprecedented|"
    r"limited|combined|unnamed|detailed|so-called|closed-door|related|advanced|experienced|masked|disputed|occupied|"
    r"divided|annexed|frozen|oil-rich|wounded|retired|renewed)"
)

_CUE = re.compile(
    rf"""\b(?:
    (?P<future>
        (?:will|shall|won['’]t|would|wouldn['’]t|may|might|could|can|cannot|can['’]t|should|must)\b(?!['’])
            (?!\s+(?:of|and|or)\b){_ADVERBS}(?:\s+(?:be|have|go)\b)?{_ADVERBS}(?:\s+(?:been|being)\b)?(?:\s+(?!on\b|in\b)[a-z]+)?
      | (?:he|she|it|they|we|I|you|who|that)['’]ll\s+[a-z]+
      | (?:is|are|was|were|be|been|being|has\s+been|have\s+been|had\s+been){_ADVERBS}\s+{_AHEAD}\b
            (?:\s+(?:to|for)\b)?(?:\s+be\b)?(?:\s+[a-z]+)?
      | (?:is|are|was|were){_ADVERBS}\s+to\s+(?:have\s+|be\s+)?(?!{_NOT_VERB})[a-z]+
      | (?:plan|plans|planned|intend|intends|intended|hope|hopes|hoped|aim|aims|aimed|vow|vows|vowed|promise|promises|
          promised|agree|agrees|agreed|expect|expects|expected|decide|decides|decided|want|wants|wanted|prepare|prepares|
          prepared|propose|proposes|proposed|offer|offers|offered|threatened|threatens|pledged|pledges|due|set|expected|
          scheduled|slated|ready|poised|likely|invited|invites|urged|urges|asked|asks|invitation|invitations|plans|
          preparations|trip|chance)
            \s+(?:(?:him|her|them|it|the\s+\w+|[A-Z]\w+)\s+)?to\s+(?:have\s+|be\s+)?(?!{_NOT_VERB})[a-z]+
      | (?:due|scheduled|slated|set|expected|planned|tentatively\s+set)\s+(?=for\b|on\b|in\b|next\b|this\b|later\b)
      | upcoming | forthcoming | invited\s+(?=[A-Z]|him|her|them|the)
    )
  | (?P<past>
        (?:has|have|had|having){_ADVERBS}\s+(?:been\s+)?(?:\w+ed|{"|".join(_PAST)})\b
      | (?:was|were|did)(?:n['’]t)?{_ADVERBS}(?:\s+(?:being\s+)?(?:\w+(?:ed|ing)|{"|".join(_PAST)}))?\b
      | (?:{"|".join(_PAST)}|ago)\b
      | (?!{_NOT_PAST}\b)[a-z]+[b-df-z]ed\b | (?:agreed|freed|decreed|guaranteed|refereed|fled)\b
    )
  | (?P<infinitive> to\s+(?:be\s+|have\s+)?(?!{_NOT_VERB})(?!(?:him|her|them|me|us|it|which|whom|what|where|and|be\b))[a-z]{{2,}}\b)
  | (?P<present> (?:is|are)\s+(?:\w+ing|in|on|at)\b | (?:{"|".join(_PRESENT)})\b(?!['’]) )
    )""",
    re.VERBOSE,
)
_REPORTING = re.compile(r"(?:said|told|says|announced|reported|confirmed|added|stated)$")
_SENTENCE_END = re.compile(
    r"(?<![A-Z.])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\bSept)(?<!\bSens)[.!?]['\"”’)]*\s+(?=[\"“'‘(]?[A-Z])|\n+"
)
_SOFT_END = re.compile(r"[,;:()–—]|\s-{1,2}\s")
_ARTICLE = re.compile(r"(?:\b(?:a|an|the|his|her|its|their|of|by|and|in|with|for)|['’]s)\s+$")


class _Cue(NamedTuple):
    start: int
    end: int
    tense: str
    text: str


@lru_cache(maxsize=4)
def _ends(text: str) -> list[int]:
    return [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]


@lru_cache(maxsize=64)
def _cues(sentence: str) -> tuple[_Cue, ...]:
    cues = []
    for match in _CUE.finditer(sentence):
        kind = match.lastgroup or ""
        words = match[0]
        if kind == "past" and words.endswith("ed") and " " not in words and _ARTICLE.search(sentence, 0, match.start()):
            continue  # "a promised visit": no verb of a clause
        cues.append(_Cue(match.start(), match.end(), kind, words))
    return tuple(cues)


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """Tense of the clause around `text[start:end]`; None where no verb shows it.

    A sentence ends at a line break or at a full stop, question or exclamation mark before a capital.
    """
    ends = _ends(text)
    place = bisect_left(ends, end)
    last = ends[min(place, len(ends) - 1)]
    first = max((one for one in ends[:place] if one <= start), default=0)
    sentence = text[first:last]
    here, after = start - first, end - first
    cues = [cue for cue in _cues(sentence) if cue.end <= here or cue.start >= after]
    before = [cue for cue in cues if cue.end <= here]
    behind = [cue for cue in cues if cue.start >= after]
    stops = [match.start() for match in _SOFT_END.finditer(sentence)]
    segment = max((stop for stop in stops if stop < here), default=-1)
    segment_end = min((stop for stop in stops if stop >= after), default=len(sentence))
    near = [cue for cue in before if cue.start > segment]
    next_near = [cue for cue in behind if cue.start < segment_end]
    if near:
        if next_near and _reported(sentence, near[-1], next_near[0], here, after):
            return _tense(next_near[0], [])
        return _tense(near[-1], before[: before.index(near[-1])])
    if next_near:
        return _tense(next_near[0], before)
    if before:
        return _tense(before[-1], before[:-1])
    return _tense(behind[0], []) if behind else None


def _reported(sentence: str, verb: _Cue, following: _Cue, here: int, after: int) -> bool:
    """ "said the talks on Monday would be short": Monday belongs to what was said, not to the saying."""
    between = sentence[verb.end : here].split()
    close = not sentence[after : following.start].strip()
    return bool(_REPORTING.search(verb.text)) and close and len(between) > 3


def _tense(cue: _Cue, earlier: list[_Cue]) -> Tense:
    if cue.tense == "future":
        return "future"
    if cue.tense == "past":
        return "past"
    if cue.tense == "present":
        return "present"
    for one in reversed(earlier):  # "flew to Lima to meet": the verb that it hangs on
        if one.tense != "infinitive":
            return "future" if one.tense in ("future", "present") else "past"
    return "future"
