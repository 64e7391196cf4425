"""What words around a deed say becomes of it: untrue, a mere thought, called off. All such words stand here.

Order of precedence, kept by `settling.status`: what is untrue is denied, whatever else is said; a thought tells of
nothing; then what is called off or put off; then invitations and plans; then what the tense says.
"""

from __future__ import annotations

from wiredesk.events.sentences import words
from wiredesk.events.sentences.mood import Mood, forms
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set

REPORTS = word_set(
    """
    report reports claim claims rumor rumors rumour rumours speculation allegation allegations talk story stories
    suggestion suggestions account accounts assertion assertions article item
    """
)
_UNTRUE = word_set(
    """
    untrue false baseless unfounded groundless fabricated fabrication fabrications invented invention inventions
    nonsense fiction fictitious fantasy fantasies lie lies hoax tale tales rubbish absurd ridiculous incorrect
    inaccurate wrong mistaken fake bogus imaginary imagination misleading disinformation bunk poppycock
    """
)
_DENYING = word_set(
    """
    denied rejected dismissed refuted rebutted rubbished scotched contradicted debunked disputed disowned quashed
    """
)
_BE = word_set("is are was were be been being as but and simply pure sheer plain plainly utterly wholly completely")
_CALLING = word_set("called calls call branded labelled labeled described termed dubbed")
_UNTRUE_REACH = 26
"""Words from a report to what is said of it, the event between them. Set by hand."""


def is_untrue(sentence: Sentence, index: int) -> bool:
    """ "A report that she had flown to Lima was 'a nice idea, but untrue'", "called a claim that ... an invention"."""
    if REPORTS.isdisjoint(sentence.lowers):
        return False
    report = next((at for at in range(index - 1, max(-1, index - _UNTRUE_REACH), -1) if _reports(sentence, at)), None)
    if report is None:
        return False
    after = range(index + 1, min(len(sentence.tokens), report + _UNTRUE_REACH + 8))
    called = bool(sentence.words(report - 8, report) & _CALLING)
    if called and any(is_word_of_denial(sentence, at, called=True) for at in range(report - 6, report)):
        return True
    return any(is_word_of_denial(sentence, at, called=called) for at in after)


def _reports(sentence: Sentence, at: int) -> bool:
    """ "a report that", "rumours on Monday of": a noun that says what is told."""
    following = sentence.words(at + 1, at + 5)
    return sentence.word(at) in REPORTS and bool(following & {"that", "of", "about", "saying", "which"})


def is_word_of_denial(sentence: Sentence, at: int, *, called: bool = False) -> bool:
    """Whether the word at `at` calls something untrue: an adjective behind "was", a verb in the passive."""
    word = sentence.word(at)
    if word in _UNTRUE or (word == "story" and sentence.word(at - 1) == "bedtime"):
        return called or bool(sentence.words(at - 5, at) & _BE)
    if word == "true":
        return bool(sentence.words(at - 3, at) & words.NEGATIONS)
    return word in _DENYING and bool(sentence.words(at - 3, at) & {"was", "were", "been", "is", "are"})


_SUPPOSED = word_set("possible potential hypothetical mooted rumoured rumored would-be hoped-for")
_UNDER = word_set("discussion consideration review negotiation study")
_UNSETTLED = word_set("unlikely uncertain unclear doubt question")


def is_thought(sentence: Sentence, index: int, end: int, *, noun: bool) -> bool:
    """Whether no event follows: "a possible visit", "is under discussion", "will come only if", "ruled out a trip"."""
    behind = sentence.tokens[end + 1 :]
    for at, token in enumerate(behind, end + 1):
        if token.lower == "only" and sentence.word(at + 1) == "if":
            return True
        if token.lower in ("provided", "condition") and sentence.word(at + 1) == "that":
            return True
    if not noun:
        return False
    at = next((at for at in range(index, end + 1) if sentence.word(at) in words.VISIT_NOUNS), end)
    if sentence.words(at - 3, at) & _SUPPOSED:
        return True
    if any(sentence.word(one) == "out" and sentence.word(one - 1).startswith("rul") for one in range(at - 6, at)):
        return True
    if sentence.word(at - 1) == "a" and sentence.word(at - 2) in ("over", "about"):
        return True  # "disagree over a visit"
    for one in range(at + 1, min(len(sentence.tokens) - 1, at + _NOUN_CLAUSE)):
        word, after = sentence.word(one), sentence.word(one + 1)
        if word in ("under", "in", "out", "on") and after in _UNDER | _UNSETTLED | {"table", "the"}:
            nouns = sentence.words(one + 1, one + 4)
            if (word == "under" and nouns & _UNDER) or (word != "under" and nouns & (_UNSETTLED | {"table"})):
                return True
        if word in words.NEGATIONS and after in ("planned", "on", "scheduled", "foreseen", "envisaged"):
            return True
        if word in _UNSETTLED - {"doubt", "question"} and sentence.word(one - 1) in _BE:
            return True
    return False


_NOUN_CLAUSE = 14
"""Words behind a visit within which its clause says how sure it is. Set by hand."""


def is_called_off(sentence: Sentence, index: int, told: Mood, *, firm: bool) -> bool:
    """ "will no longer travel to Lima", "will not be coming this month after Peru refused her a visa".

    `firm` if an office says that somebody stays away from a gathering or on a day: that had been a plan.
    """
    coming = told.tense in ("future", "planned") or (told.tense == "present" and told.progressive)
    if not told.negated or not coming:
        return False
    if any(sentence.word(at) == "no" and sentence.word(at + 1) == "longer" for at in range(told.start, index)):
        return True
    for at in range(index, len(sentence.tokens)):
        word, after = sentence.word(at), sentence.word(at + 1)
        if word == "as" and sentence.words(at + 1, at + 5) & {"planned", "scheduled", "announced", "expected"}:
            return True
        if word == "after" and after == "all":
            return True
    if not any(token.kind == "time" for token in sentence.tokens):
        return False
    return firm or any(_is_reason(sentence, at) for at in range(index + 1, len(sentence.tokens)))


_REASONS = word_set("because citing owing amid")


def _is_reason(sentence: Sentence, at: int) -> bool:
    word, after = sentence.word(at), sentence.word(at + 1)
    if word in _REASONS:
        return True
    if word in ("due", "thanks") and after == "to":
        return True
    clause = any(forms(one) or one.endswith("ed") for one in sentence.words(at + 1, at + 8))
    return word in ("after", "since", "as") and clause


def is_aside(sentence: Sentence, index: int, said: int) -> bool:
    """ "The minister, who leaves for Lima on Friday, said that fish were scarce": not what she said."""
    if not index < said or sentence.word(said) not in words.SAYING:
        return False
    who = next((at for at in range(index - 1, max(0, index - 8), -1) if sentence.word(at) == "who"), None)
    if who is None or sentence.word(who - 1) != "," or sentence.word(said - 1) != ",":
        return False
    return sentence.tokens[who - 2].kind == "person" and "," not in sentence.words(who + 1, said - 1)
