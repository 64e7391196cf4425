"""The tense of a noun that no verb governs: "during her May 5-7 trip", "ahead of his visit", "the coming summit"."""

from __future__ import annotations

from datetime import date

from wiredesk.events.clauses.clauses import Clause, clauses
from wiredesk.events.draft import Telling
from wiredesk.events.sentences import words
from wiredesk.events.sentences.mood import Tense, mood
from wiredesk.events.sentences.words import word_set
from wiredesk.kit import edtf


def bare_tense(telling: Telling, when: str | None, published: date | None) -> Tense:
    """The tense of its day `when`, else of the words beside it, of its clause, of its sentence."""
    start, end = edtf.bounds(when) if when else (None, None)
    if published is not None and start is not None and start > published:
        return "future"
    if published is not None and end is not None and end < published:
        return "past"
    before = telling.sentence.tokens[: telling.index]
    if telling.sentence.words(telling.index - _NEAR, telling.index) & _OVER:
        return "past"
    if _is_coming(telling):
        return "future"
    if when is None and any(token.lower == "on" for token in before[-4:]):
        return "present"  # "the president, on a visit to Lima, said"
    own = next((clause for clause in clauses(telling.sentence) if _is_part(clause, telling.index)), None)
    if own is not None and _is_planned(telling, own):
        return "future"  # "will press for a treaty during his visit"
    return "future" if any(token.lower in words.FUTURE and not token.quoted for token in before) else "past"


def _is_planned(telling: Telling, clause: Clause) -> bool:
    to_come = mood(telling.sentence, clause.verb).tense in ("future", "planned")
    return to_come or telling.sentence.word(clause.verb) in words.PLANNED


def _is_part(clause: Clause, index: int) -> bool:
    """Whether a phrase of the clause holds the noun, "... during his visit"."""
    return any(phrase.start <= index < phrase.end for phrase in clause.phrases)


def _is_coming(telling: Telling) -> bool:
    """ "ahead of his visit", "in time for her trip", "his visit to Lima later this month", "next month's summit"."""
    sentence, index = telling.sentence, telling.index
    for at in range(max(0, index - _LEAD), index - 1):
        between = (token.text.lower() for token in sentence.tokens[at:index] if token.kind == "person")
        named = any(word not in ("his", "her", "their") for word in between)
        if sentence.word(at) in _AHEAD and sentence.words(at + 1, index) & {"of", "for"} and not named:
            return True
    if sentence.words(index - _NEAR, index) & _TO_COME:
        return True
    near = sentence.tokens[max(0, index - 2) : index + _BEHIND]
    return any(token.kind == "time" and token.text.lower().startswith(_TIMES_TO_COME) for token in near)


_AHEAD = word_set("ahead time preparation preparations preparing prepare prepares run-up eve announcement due")
"""Before "of" or "for" and a journey they tell that it is still to come."""
_TO_COME = word_set("upcoming forthcoming coming planned scheduled proposed impending next")
_OVER = word_set("recent last latest previous earlier since after following")
_TIMES_TO_COME = ("next ", "tomorrow", "later this ", "later today", "the coming ", "coming ")
_NEAR, _LEAD, _BEHIND = 4, 9, 6
"""Words before a noun where its adjectives are, and its lead; and behind it, where its time is. Set by hand."""
