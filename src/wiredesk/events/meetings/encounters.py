"""Finds meetings told by a turn of phrase: breaking bread, sharing a table, coming face to face."""

from __future__ import annotations

from collections.abc import Iterator

from wiredesk.events.draft import Telling
from wiredesk.events.meetings.distance import distant
from wiredesk.events.sentences import words
from wiredesk.events.sentences.arguments import People, before_adverbs, objects, subject
from wiredesk.events.sentences.mood import mood
from wiredesk.events.sentences.nouns import is_noun
from wiredesk.events.sentences.phrases import fronted, scene
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set

_TURNS: tuple[tuple[str, str], ...] = (
    ("break breaks broke broken breaking", "bread"),
    ("share shares shared sharing", "taxi car lift elevator table stage platform podium train plane bench sofa"),
    ("share shares shared sharing", "drink coffee tea meal lunch dinner breakfast supper joke umbrella"),
    ("find finds found finding", "themselves"),
    ("cross crosses crossed crossing", "paths"),
    ("come comes came coming", "face"),
    ("rub rubs rubbed rubbing", "shoulders"),
    ("exchange exchanges exchanged exchanging swap swaps swapped", "pleasantries handshakes words gifts jokes"),
    ("clink clinks clinked clinking raise raises raised raising", "glasses"),
    ("join joins joined joining hold holds held holding", "hands"),
    ("play plays played playing", "golf chess tennis cards football"),
    ("take takes took taken taking have has had having drink drinks drank drinking sip sips sipped sipping",
     "coffee tea drinks word words stroll walk"),
    ("go goes went going", "fishing hiking skiing sailing cycling"),
    ("lock locks locked locking", "horns"),
    ("bump bumps bumped bumping run runs ran running", "into"),
)  # fmt: skip
_REACH = 4
"""Words between the verb and its noun: "shared a long wooden table". Set by hand."""
_LINKS = word_set("with beside alongside to into")
_WITH_REACH = 12


def tell_encounters(sentence: Sentence) -> Iterator[Telling]:
    """ "A broke bread with B in Lima", "the two crossed paths in Quito": in the past or planned, two in one place."""
    if sentence.caption or _VERBS.isdisjoint(sentence.lowers):
        return
    for index, token in enumerate(sentence.tokens):
        if token.quoted or token.kind != "word":
            continue
        noun = _turn(sentence, index)
        if noun is None or is_noun(sentence, index):
            continue
        told = mood(sentence, index)
        if told.tense == "unsure" or told.negated or told.passive or distant(sentence):
            continue
        doers = subject(sentence, min(told.start, index))
        met = _met(sentence, noun)
        pair = before_adverbs(sentence, min(told.start, index)) in _PAIR
        who = [*(doers.persons if doers else ())]
        who += [person for person in (met.persons if met else ()) if person not in who]
        placed = scene(sentence, index) or fronted(sentence)
        dated = any(one.kind == "time" for one in sentence.tokens)
        if (len(who) < 2 and not pair) or not (placed or dated):
            continue
        yield Telling(
            type="meeting", form="joint", sentence=sentence, index=index, end=noun, mood=told, principals=tuple(who),
            places=placed,
        )  # fmt: skip


_VERBS = frozenset(verb for verbs, _ in _TURNS for verb in verbs.split())
_PAIR = word_set("two both three pair they leaders ministers presidents premiers")


def _turn(sentence: Sentence, index: int) -> int | None:
    """Where the noun of a turn stands behind its verb; None for any other words."""
    word = sentence.word(index)
    if word not in _VERBS:
        return None
    wanted = frozenset(noun for verbs, nouns in _TURNS if word in verbs.split() for noun in nouns.split())
    return sentence.find(wanted, index + 1, index + 1 + _REACH)


def _met(sentence: Sentence, noun: int) -> People | None:
    """With whom."""
    for at in range(noun, min(len(sentence.tokens), noun + _WITH_REACH)):
        word = sentence.word(at)
        if word in _LINKS:
            found = objects(sentence, at)
            return found if found is not None and found.start <= at + 3 else None
        if word in words.CLAUSE_OPENERS or word in (";", "and"):
            return None
    return None
