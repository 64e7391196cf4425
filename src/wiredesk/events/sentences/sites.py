"""Finds the house or ground that people meet at: "at the Akerby Fortress", "at Loma border post"."""

from __future__ import annotations

from itertools import pairwise

from wiredesk.events.rules import SITE_REACH
from wiredesk.events.sentences import words
from wiredesk.events.sentences.reading import Sentence, Token
from wiredesk.events.sentences.words import word_set

_NO_SITES = word_set(
    """
    summit forum conference assembly games cup meeting council congress session festival fair expo exhibition dialogue
    commission committee talks ministry ministers ministerial parliament union organization organisation week
    olympics championship championships airshow ceremony funeral day majesty excellency
    """
)
"""Words of a name that is a gathering's or a body's."""
_LED = word_set("at inside")
_TAILS = word_set(
    "border post crossing airport base palace castle station bridge hotel hall residence farm centre center house"
)


def site(sentence: Sentence, index: int) -> str | None:
    """The name behind "at" in the clause of the word at `index`, without its article; None if there is none."""
    for at in range(index + 1, min(len(sentence.tokens) - 1, index + SITE_REACH)):
        word = sentence.word(at)
        if word in words.CLAUSE_OPENERS or word == ";" or _goes_on(sentence, at):
            return None
        if word in _LED and not sentence.tokens[at].quoted and (found := _name_at(sentence, at + 1)):
            return found
    return None


def _goes_on(sentence: Sentence, at: int) -> bool:
    """ "will meet the premier and lay a wreath at": another deed begins, or something that cannot be told from one."""
    after = sentence.tokens[at + 1]
    if sentence.word(at) != "and" or after.kind != "word":
        return False
    return after.text.islower() and after.lower not in words.DETERMINERS


def _name_at(sentence: Sentence, start: int) -> str | None:
    tokens = sentence.tokens
    if sentence.word(start) in ("the", "a", "an", "his", "her", "their"):
        start += 1
    end = start
    while end < len(tokens) and _is_named(sentence, end):
        end += 1
    while end < len(tokens) and end > start and tokens[end].lower in _TAILS:
        end += 1
    run = tokens[start:end]
    if not any(token.kind == "word" and token.text[:1].isupper() for token in run):
        return None
    if run[-1].text in ("of", "-") or any(token.text.lower() in _NO_SITES for token in run):
        return None
    return _text(run)


def _is_named(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.kind == "word" and token.text[:1].isupper():
        return True
    if token.kind == "place":
        return token.place is not None and token.place.kind != "demonym" and token.text[:1].isupper()
    inside = token.lower == "of" and at + 1 < len(sentence.tokens)
    return inside and sentence.tokens[at + 1].kind in ("word", "place") and sentence.tokens[at + 1].text[:1].isupper()


def _text(run: tuple[Token, ...]) -> str:
    """The words with the blanks that the text has between them."""
    text = run[0].text
    for before, token in pairwise(run):
        text += (" " if token.start > before.end else "") + token.text
    return text
