"""Gives each token of a sentence its coarse part of speech, by closed classes, endings and what stands before it."""

from __future__ import annotations

from typing import Literal

from wiredesk.events.clauses import lexicon
from wiredesk.events.sentences.reading import Sentence, Token
from wiredesk.events.sentences.words import POSSESSIVE

Tag = Literal[
    "noun", "person", "place", "time", "owner", "determiner", "preposition", "and", "when", "who", "adverb",
    "modal", "be", "have", "do", "to", "base", "present", "past", "participle", "ed", "ing", "comma", "stop", "mark",
]  # fmt: skip
"""`ed` is past or participle; `owner` a possessive "'s" or "his"; `when` a word that opens a clause, `who` a relative
one; `stop` a mark that parts clauses."""

_STOPS = frozenset({";", ":", "—", "–", ".", "?", "!"})
_VERB_LEADS = frozenset({"modal", "do", "to"})
VERBAL = frozenset({"be", "have", "do", "base", "present", "past", "participle", "ed", "ing"})
_FORMS: dict[str, Tag] = {"s": "present", "p": "past", "n": "participle", "e": "ed", "g": "ing"}
_DEEDS = frozenset({"base", "ing"})
_SHORTEST = 5


def tags(sentence: Sentence) -> list[Tag]:
    """One tag for each token."""
    found: list[Tag] = []
    for index, token in enumerate(sentence.tokens):
        found.append(_tag(sentence, index, token, found))
    return found


def _tag(sentence: Sentence, index: int, token: Token, before: list[Tag]) -> Tag:
    if token.kind == "person":
        return "owner" if token.lower == "" and token.text.lower() in ("his", "her", "their") else "person"
    if token.kind == "place":
        demonym = token.place is not None and token.place.kind == "demonym"
        return "noun" if demonym else "place"
    if token.kind == "time":
        return "time"
    if token.kind == "mark":
        return "comma" if token.text in (",", "(", ")") else "stop" if token.text in _STOPS else "mark"
    return _word(sentence, index, token, before)


def _word(sentence: Sentence, index: int, token: Token, before: list[Tag]) -> Tag:
    word = token.lower
    last = _last(before)
    if word in POSSESSIVE:
        return "owner" if before and before[-1] != "adverb" else "be"
    if word in ("his", "her", "their", "its", "our", "my"):
        return "owner"
    if word in lexicon.MODALS:
        return "noun" if last in ("determiner", "owner") else "modal"
    if word in lexicon.BE:
        return "be"
    if word in lexicon.HAVE:
        return "have"
    if word in lexicon.DO:
        return "do"
    if word == "to":
        return "to" if _opens_infinitive(sentence, index) else "preposition"
    if word == "that":
        if last in ("noun", "comma", "place", "person") and _next_is_verb(sentence, index):
            return "who"
        return "determiner" if last in ("preposition",) or not before else "when"
    if word in ("who", "whom", "which", "whose"):
        return "who"
    if word in ("where", "when") and last in ("comma", "noun", "place", "time"):
        return "who" if word == "where" else "when"
    if word in ("since", "then") and last in ("have", "modal"):
        return "adverb"  # "has since left", "will then fly"
    if word in _PARTICLES and last in VERBAL and not _leads_to_place(sentence, index):
        return "adverb"
    if word in lexicon.COORDINATORS:
        return "and"
    if word in lexicon.SUBORDINATORS:
        return "when"
    if word in lexicon.DETERMINERS:
        return "determiner"
    if word in lexicon.ADVERBS or (_is_adverb_in_ly(word) and last != "determiner"):
        return "adverb"
    if word in lexicon.PREPOSITIONS:
        return "preposition"
    return _open(sentence, index, word, last, before)


def _open(sentence: Sentence, index: int, word: str, last: Tag | None, before: list[Tag]) -> Tag:
    """A word of the open classes: a verb by its form and place, else part of a noun phrase."""
    if last in _VERB_LEADS:
        return "base"
    if sentence.tokens[index].text[:1].isupper() and index > 0 and last in ("noun", "person", "owner", "determiner"):
        return "noun"
    known = lexicon.verb_forms().get(word)
    led = last in ("determiner", "owner")
    if word == "meeting" and last == "comma" and sentence.word(index + 1) in ("in", "at", "on", "for", "with"):
        return "ing"  # "A and B, meeting in Lima, agreed"
    if word in lexicon.NOUNS_IN_ING or word in lexicon.NOUNS_IN_ED:
        return "noun"
    if before and before[-1] in _DEEDS and (known[1] in ("e", "n") if known is not None else word.endswith("ed")):
        return "noun"  # "to see detained boats"
    if known is not None and known[1] == "s":
        return "present" if _behind_doer(sentence, index) else _present(known[0], last, index)
    if known is not None and known[1] == "b":
        if last in ("comma", "and") and _is_fellow(sentence, index, known[0], before):
            return "base"
        plural = last == "noun" and sentence.word(index - 1).endswith("s") and known[0] not in lexicon.BOTH
        they = sentence.word(index - 1) in ("they", "we", "who") or len(sentence.tokens[index - 1].people) > 1
        return "present" if plural or they else "noun"
    if word.endswith("ing") and len(word) >= _SHORTEST and "-" not in word:
        return "noun" if led else "ing"
    if known is not None:
        adjective = led and last != "owner" and known[1] in ("e", "n")
        return "noun" if led and (adjective or known[1] in ("e", "n")) else _FORMS[known[1]]
    if word.endswith("ed") and len(word) >= _SHORTEST and "-" not in word:
        return "noun" if led else "ed"
    return "noun"


def _behind_doer(sentence: Sentence, index: int) -> bool:
    """ "She heads", "he then travels", "X, the minister, heads to"; "he plans to" leaves the deed to what follows."""
    if sentence.word(index + 1) == "to" and sentence.word(index + 2):
        return False
    at = index - 2 if sentence.word(index - 1) in _BETWEEN else index - 1
    if at == index - 1 and sentence.word(at) == ",":
        return at > 0 and sentence.tokens[at - 1].kind == "person" and sentence.word(index + 1) in ("to", "into", "for")
    return at >= 0 and (
        sentence.word(at) in ("he", "she", "it") or (at < index - 1 and sentence.tokens[at].kind == "person")
    )


_BETWEEN = frozenset({"then", "also", "later", "next", "first", "now", "soon", "afterwards"})


def _present(base: str, last: Tag | None, index: int) -> Tag:
    """ "visits", "heads", "plans": a verb behind somebody, a country or "who", a noun behind "the", "her", "of"."""
    if last in ("person", "who") or (last == "place" and index > 0):
        return "present"
    if base in lexicon.BOTH:
        return "noun"
    return "noun" if last in ("determiner", "owner", "preposition") else "present"


def _is_adverb_in_ly(word: str) -> bool:
    return word.endswith("ly") and len(word) > _SHORTEST and word not in lexicon.verb_forms()


_PARTICLES = frozenset({"out", "down", "over", "in", "through"})


def _leads_to_place(sentence: Sentence, index: int) -> bool:
    """ "down the road" and "over Lima", but not "sought out the premier", "sat down with"."""
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    if after is None or after.kind in ("person", "mark") or after.lower in lexicon.PREPOSITIONS | {"to", "separately"}:
        return False
    if sentence.word(index) == "out" or after.lower.endswith("ly"):
        return False
    beyond = sentence.tokens[index + 2] if index + 2 < len(sentence.tokens) else None
    return not (after.lower == "the" and beyond is not None and beyond.kind == "person")


def _is_fellow(sentence: Sentence, index: int, base: str, before: list[Tag]) -> bool:
    """ "will be received, dine with X and fly on": a bare verb behind one that "will" or "to" leads."""
    if "modal" not in before and "to" not in before:
        return False
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    if after is None:
        return False
    if base in lexicon.BOTH:
        owned = after.text.lower() in ("his", "her", "their", "its")
        return after.kind in ("person", "place") or owned or after.lower in ("a", "an", "the", "at", "in")
    return True


def _last(before: list[Tag]) -> Tag | None:
    """The tag before, adverbs and times left out."""
    for tag in reversed(before):
        if tag not in ("adverb", "time"):
            return tag
    return None


def _opens_infinitive(sentence: Sentence, index: int) -> bool:
    at = index + 1
    while at < len(sentence.tokens) and (
        sentence.word(at) in lexicon.ADVERBS - {"there", "here", "home"} or _is_adverb_in_ly(sentence.word(at))
    ):
        at += 1
    word = sentence.word(at).removeprefix("co-")
    if not word.isalpha() or word in lexicon.DETERMINERS or word in lexicon.PREPOSITIONS | lexicon.PRONOUNS:
        return word in ("be", "have", "do")
    if word in lexicon.BE | lexicon.HAVE | lexicon.DO:
        return True
    known = lexicon.verb_forms().get(word)
    if known is not None:
        return known[1] == "b" or word == "lay"
    if sentence.word(index - 1) == word:
        return False  # "face to face"
    if word in ("his", "her", "their", "our", "my") or word in lexicon.COORDINATORS | lexicon.NOUNS_AFTER_TO:
        return False
    capital = sentence.tokens[at].text[:1].isupper()
    return not capital and not word.endswith(("s", "ed", "ing")) and not lexicon.looks_like_noun(word)


def _next_is_verb(sentence: Sentence, index: int) -> bool:
    """Whether "that" is followed by a verb, "the trip that takes her"."""
    word = sentence.word(index + 1)
    known = lexicon.verb_forms().get(word)
    aux = lexicon.BE | lexicon.HAVE | lexicon.MODALS | lexicon.DO
    return word in aux or (known is not None and known[1] in "spe") or word.endswith("ed")
