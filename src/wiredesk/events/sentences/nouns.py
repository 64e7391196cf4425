"""Tells nouns from verbs of one form, and what a verb makes of the event that a noun names."""

from __future__ import annotations

from wiredesk.events.clauses.chunks import chunks
from wiredesk.events.clauses.clauses import clause_at
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.mood import forms, is_scheduled
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import EventStatus

NOUN_LEADS = word_set(
    """
    official state working private day brief short secret surprise unannounced return planned separate overnight
    foreign second third fourth fifth sixth first last next latest three-nation two-nation four-nation papal
    diplomatic royal historic rare quick joint recent proposed scheduled upcoming long-awaited own inaugural
    landmark weekend abroad of previous earlier final formal informal bilateral annual regular
    """
)


def is_noun(sentence: Sentence, index: int) -> bool:
    """Whether "visit", "stop", "return", "meeting" at `index` is a noun: a determiner, owner or adjective leads it."""
    if {"past", "participle"} & forms(sentence.word(index)) and "base" not in forms(sentence.word(index)):
        return False
    if sentence.word(index - 1) in ("that", "which", "who") and "present" in forms(sentence.word(index)):
        return False
    if forms(sentence.word(index)) == {"ing"} and (
        sentence.word(index - 1) in ("on", "upon") or is_scheduled(sentence, index)
    ):
        return False  # "on arriving in Lima", "the programme has her landing in Lima"
    if sentence.word(index) in _PLURALS and sentence.word(index - 1) in ("for", "of", "from", "after", "with"):
        return True  # "left for visits to Peru and Chile"
    position = index - 1
    while position >= 0 and sentence.tokens[position].kind == "time":
        position -= 1
    if position < index - 1 and sentence.word(position) in ("on", "in") and forms(sentence.word(index)):
        return False  # "will on Friday depart"
    token = sentence.tokens[position] if position >= 0 else None
    if token is None:
        return True
    if token.kind == "person":
        return owned(sentence, position + 1) or token.text.lower() in ("his", "her", "their")
    if token.kind == "place":
        before = sentence.word(position - 1)
        owned_before = before in ("'s", "’s") or sentence.tokens[position - 1].kind == "person"
        owned_before = owned_before or before in words.DETERMINERS
        return token.place is not None and (token.place.kind == "demonym" or (position > 0 and owned_before))
    word = token.lower
    if word == "longer" and sentence.word(position - 1) == "no":
        return False  # "will no longer travel"
    if token.text[:1].isupper() and not forms(word) and _is_led(sentence, position):
        return True  # "her Africa tour", "a five-day African tour", "a two-nation Asian tour"
    return (
        word in words.DETERMINERS
        or word in NOUN_LEADS
        or "-" in word
        or word in ("'s", "’s", "'", "’", "on", "upon", "in", "during")
        or _is_described(sentence, position, index)
    )


def _is_led(sentence: Sentence, index: int) -> bool:
    """Whether a determiner, a length or a compound stands right before a word."""
    before = sentence.tokens[index - 1] if index else None
    length = before is not None and before.time is not None and before.time.kind == "duration"
    return length or sentence.word(index - 1) in words.DETERMINERS or "-" in sentence.word(index - 1)


def _is_described(sentence: Sentence, position: int, index: int) -> bool:
    """ "a goodwill visit", "the long delayed tour", "a tense meeting": any words between a determiner and the noun.

    "The ministers visit" and "the minister meeting her" are none: a plural before a bare verb, an office before "-ing".
    """
    form, word = forms(sentence.word(index)), sentence.word(position)
    office = word.removesuffix("s") in words.STATE_OFFICES
    if not form <= {"base", "ing"} or office or ("base" in form and word.endswith("s") and not word.endswith("ss")):
        return False
    at = position
    while at >= max(0, index - _ADJECTIVES) and sentence.tokens[at].kind in ("word", "time", "mark"):
        one = sentence.word(at)
        if one in words.DETERMINERS or one in words.POSSESSIVE:
            return True
        if not (one.isalpha() or one in ("-", "–")) or one in _NOT_BETWEEN or (forms(one) and at == position):
            return False
        at -= 1
    return at >= 0 and sentence.tokens[at].text.lower() in ("his", "her", "their") and at < position


_ADJECTIVES = 5
"""Words between "a" and its noun: "a much delayed five nation". Set by hand."""
_NOT_BETWEEN = (
    words.AUXILIARIES | words.FUTURE | words.CLAUSE_OPENERS | word_set("to and but or of in on at for with by")
)
_PLURALS = word_set("visits tours trips stops calls")


def owned(sentence: Sentence, index: int) -> bool:
    """Whether the person token before `index` owns what follows."""
    before = sentence.tokens[index - 1]
    return before.text.lower() in ("his", "her", "their") or before.text.endswith(("'s", "’s", "s'", "s’"))


def _to_a_day(sentence: Sentence, position: int) -> bool:
    """ "moved to April 11", "shifted from May to June": to another day, not to another town."""
    to = sentence.find(word_set("to until"), position + 1, position + 5)
    return to is not None and to + 1 < len(sentence.tokens) and sentence.tokens[to + 1].kind == "time"


def _brought_forward(sentence: Sentence, position: int) -> bool:
    """ "brought forward her visit to May 19": to another day, which is new days as a delay's are."""
    forward = sentence.find(word_set("forward"), position + 1, position + 7)
    return forward is not None and any(
        token.kind == "time" and sentence.word(forward + 1 + at - 1) in ("to", "until")
        for at, token in enumerate(sentence.tokens[forward + 1 :])
    )


def _put_back(sentence: Sentence, position: int) -> bool:
    """ "put back a week", "put back to June 3": not "put the vase back"."""
    back = position + 1
    if sentence.word(back) != "back" or back + 1 >= len(sentence.tokens):
        return False
    return any(token.kind == "time" for token in sentence.tokens[back + 1 : back + 4])


_WITHDRAWN = word_set("pull pulls pulled pulling back backs backed backing withdraw withdraws withdrew withdrawn")


_GIVEN_UP = word_set("give gives gave given giving")
_PLANS = words.VISIT_NOUNS | {"plan", "plans", "participation", "attendance"}


def befalls(sentence: Sentence, position: int, noun: int) -> bool:
    """Whether a verb behind the noun of an event says what becomes of it: not "during a visit, had been put off", nor
    "his trip to explain the decision to suspend payments", nor "at the meeting they suspended both members".
    """
    part = next((one for one in chunks(sentence) if one.start <= noun < one.end), None)
    if part is not None and part.preposition in _SETTING:
        return False
    clause = clause_at(sentence, position)
    return clause is None or clause.passive or not (clause.group.form == "to" or clause.objects)


_SETTING = word_set("during on in at after since from")


def fate(sentence: Sentence, position: int) -> EventStatus | None:
    """Whether the verb at `position` cancels or puts off."""
    word = sentence.word(position)
    after = sentence.word(position + 1)
    if word in verb_tables.verbs("cancel") and not is_noun(sentence, position):
        lemma = verb_tables.verbs("cancel")[word][0]
        if lemma == "call" and "off" not in (after, sentence.word(position + 2)):
            return None
        return "cancelled"
    if word in _GIVEN_UP and after == "up":
        return "cancelled" if sentence.find(_PLANS, position + 2, position + 6) is not None else None
    if word in verb_tables.verbs("postpone") and (word == "put" or not is_noun(sentence, position)):
        lemma = verb_tables.verbs("postpone")[word][0]
        if lemma == "put" and "off" not in (after, sentence.word(position + 2)) and not _put_back(sentence, position):
            return None
        if lemma == "bring" and not _brought_forward(sentence, position):
            return None
        if lemma == "push" and "back" not in sentence.words(position + 1, position + 7):
            return None
        if lemma in ("move", "shift") and not _to_a_day(sentence, position):
            return None
        return "postponed"
    if word == "back" and sentence.word(position - 1) not in words.FUTURE | {"to", "would"}:
        return None  # "on their way back from a summit"
    if word in _WITHDRAWN and after in ("out", "from") and not is_noun(sentence, position):
        return "cancelled" if after == "from" or sentence.word(position + 2) == "of" else None
    if word == "off" and sentence.word(position - 1) in ("is", "was", "were", "are", "been"):
        return "postponed" if sentence.word(position + 1) == "until" else "cancelled"
    return None
