"""Decides what a telling says of its event: that it is announced, under way, called off, denied, or nothing at all."""

from __future__ import annotations

from typing import Literal

from wiredesk.events.draft import Telling
from wiredesk.events.sentences import words
from wiredesk.events.sentences.nouns import fate
from wiredesk.events.sentences.outcomes import is_aside, is_called_off, is_thought, is_untrue
from wiredesk.events.settling.attribution import Attribution
from wiredesk.kit import edtf
from wiredesk.types import EventStatus


def status_of(telling: Telling, said: Attribution) -> EventStatus | None:
    """The status that the words give, before the days correct it; None for wishes, thoughts and denials of nothing."""
    told = telling.mood
    if said.official and is_aside(telling.sentence, telling.index, said.index):
        said = Attribution()
    if (said.denied and said.index < telling.index) or is_untrue(telling.sentence, telling.index):
        return "denied" if told.tense != "unsure" else None
    if told.tense == "unsure" or _is_condition(telling) or _is_asked(telling) or _is_nobody(telling):
        return None
    if telling.sentence.words(telling.index - 4, telling.index + 3) & {"perhaps", "maybe", "possibly"}:
        return None
    if telling.form == "host" and _is_refused(telling):
        return None
    if (plans := _plans(telling)) is not None:
        return plans or None
    if telling.hint in ("cancelled", "postponed", "denied"):
        return None if told.negated else telling.hint
    if telling.form == "due" and said.official and telling.sentence.word(telling.index) == "due":
        return None if told.negated else "announced"  # "is due in Tokyo in May, officials said"
    noun = telling.type == "visit" and telling.form == "noun"
    if is_thought(telling.sentence, telling.index, telling.end, noun=noun):
        return None
    if telling.hint in ("invited", "announced", "expected"):
        return None if told.negated else telling.hint
    if _stays_away(telling, said):
        return "cancelled"
    if told.negated and any(token.lower == "since" for token in telling.sentence.tokens):
        return None  # "has not visited since 2014"
    if told.negated:
        done = told.perfect or telling.form == "stay"
        return "denied" if said.official and told.tense == "past" and done and telling.places else None
    if told.tense == "future":
        given = telling.sentence.word(told.start) in words.AGREED and not said.said
        return "announced" if said.official or given or _is_agreed(telling) else "expected"
    if told.tense == "planned":
        return "announced" if said.official else "expected"
    if told.tense == "present":
        return _present(telling, said)
    if telling.edge == "arrive" and not told.before and not telling.sentence.caption:
        return "underway"  # the days correct it where they are known
    return "completed"


def _is_refused(telling: Telling) -> bool:
    """ "The king is not expected to be back in time to receive her": the host's deed hangs on what is denied."""
    for position in range(telling.index - 1, -1, -1):
        token = telling.sentence.tokens[position]
        if token.kind in ("mark", "person") or token.lower in ("and", "but", "that", "who", "when", "if"):
            return False
        if token.lower in words.NEGATIONS | {"unable", "cannot"} or token.lower.endswith(("n't", "n’t")):
            return True
    return False


def _is_agreed(telling: Telling) -> bool:
    """ "they agreed that she will come in May": their word."""
    at = telling.sentence.find(frozenset({"agreed"}), 0, telling.index)
    return at is not None and telling.sentence.word(at + 1) == "that"


def _stays_away(telling: Telling, said: Attribution) -> bool:
    """ "will not go to Lima next week after all", "will not attend the summit in Lima because of a cold, she said"."""
    sentence = telling.sentence
    if telling.type != "visit" or not telling.places:
        return False
    days = (token.time.edtf for token in sentence.tokens[telling.index :] if token.time and token.time.edtf)
    firm = sentence.find(words.GATHERINGS, telling.index + 1) is not None
    firm = firm or any(day != said.day and edtf.precision(day) == "day" for day in days)
    return is_called_off(sentence, telling.index, telling.mood, firm=firm and said.official)


def _plans(telling: Telling) -> EventStatus | Literal[""] | None:
    """What becomes of "plans to visit": the status of "scrapped plans", empty for "no plans", None without plans."""
    tokens = telling.sentence.tokens
    for position in range(telling.index - 1, max(-1, telling.index - 5), -1):
        if tokens[position].lower in ("plan", "plans", "intention", "decision", "arrangements"):
            before = range(max(0, position - 6), position)
            if any(tokens[at].lower in words.NEGATIONS | {"any"} for at in before):
                return ""
            return next((status for at in before if (status := fate(telling.sentence, at))), None)
    return None


def _is_asked(telling: Telling) -> bool:
    """ "Will the premier come?": a question tells of nothing."""
    tokens = telling.sentence.tokens
    last = next((token for token in reversed(tokens) if token.text not in _CLOSING), None)
    return last is not None and last.text == "?" and not last.quoted


_CLOSING = ('"', "”", "’", "'", ")")


def _is_nobody(telling: Telling) -> bool:
    """ "no Peruvian president has come to Lima": the doer is nobody."""
    sentence, at = telling.sentence, telling.mood.start - 1
    if at < 1 or sentence.tokens[at].kind not in ("person", "word"):
        return False
    return sentence.tokens[at].kind == "person" and sentence.word(at - 1) in ("no", "neither", "nor")


def _is_condition(telling: Telling) -> bool:
    """ "if she were invited", "unless he comes"."""
    for position in range(telling.index - 1, max(-1, telling.index - 8), -1):
        word = telling.sentence.word(position)
        if word in ("if", "unless", "whether"):
            return True
        if word in (",", ";"):
            return False
    return False


def _present(telling: Telling, said: Attribution) -> EventStatus:
    coming: EventStatus = "announced" if said.official else "expected"
    if telling.form == "noun" and telling.edge == "leave":
        return "underway"  # "ends her visit on Friday"
    pays = telling.sentence.word(telling.index) in ("makes", "make", "pays", "pay")
    if telling.form == "noun" and (telling.edge != "stay" or pays):
        return coming  # "begins a tour this week"
    if telling.form == "stay" and _is_when(telling):
        return coming  # "will raise it when he is in Lima"
    if telling.form in ("stay", "there", "noun", "visit", "hosted", "host") and not (
        telling.form == "visit" and not telling.mood.progressive
    ):
        return "underway"
    if telling.type == "visit":
        return coming
    return "completed" if telling.sentence.part == "headline" else coming


def _is_when(telling: Telling) -> bool:
    """Whether a clause with "when" or "once" tells it, of a sentence about what is to come."""
    sentence, start = telling.sentence, telling.mood.start
    led = bool(sentence.words(start - 3, start) & {"when", "once", "while"})
    return led and bool(sentence.words(0, start) & (words.FUTURE | {"would"} | words.PLANNED))
