"""Finds visits told by leaving, staying, being somewhere, and being expected there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wiredesk.events.draft import Telling
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.mood import mood
from wiredesk.events.sentences.nouns import is_noun
from wiredesk.events.sentences.phrases import doers
from wiredesk.events.sentences.places_told import Place, gapped, places
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.events.settling.timing import tells_since
from wiredesk.types import Person


def tell_leave(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "left Lima for Quito", "leaves on Saturday", "departed on a long tour"."""
    if is_noun(sentence, index):
        return
    told = mood(sentence, index)
    who = doers(sentence, told, index)
    aim = sentence.find(word_set("for"), index + 1, index + 9)
    goal = places(sentence, aim, reach=2) if aim is not None else ()
    telling = Telling(
        type="visit", form="leave", sentence=sentence, index=index, end=index, mood=told, principals=who, edge="leave"
    )
    if goal:
        yield telling  # the end of the visit before, and the start of the next
        yield replace(telling, form="leave for", places=goal, edge="arrive")
        return
    origin = places(sentence, index, reach=1)
    noun = sentence.find(words.VISIT_NOUNS, index + 1)
    outward = noun is not None and sentence.find(word_set("on for"), index + 1, noun) is not None
    if outward and sentence.find(word_set("after from"), index + 1, noun) is None:
        yield replace(telling, form="leave on", edge="arrive", places=places(sentence, noun or index, reach=6))
    else:
        yield replace(telling, places=origin)


def tell_stay(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "was in Lima", "will be in Lima", "has stayed at a farm outside Lima"."""
    word = sentence.word(index)
    lemma = verb_tables.verbs("stay")[word][0]
    position = index + 1
    allowed = words.ADVERBS | {
        "back",
        "week",
        "weekend",
        "evening",
        "days",
        "day",
        "hours",
        "weeks",
        "working",
        "the",
        "a",
        "first",
        "two",
        "three",
        "four",
        "night",
    }
    while position < len(sentence.tokens) and (
        sentence.tokens[position].kind == "time"
        or (sentence.word(position) in allowed and sentence.word(position) != "on")
    ):
        position += 1
    turned = (
        ("speaking", "seen", "spotted", "shown") if sentence.caption else ("speaking", "seen", "spotted")
    )  # films are shown, too
    if sentence.word(position) in turned and lemma == "be":
        position += 1
    if word == "been" and sentence.word(position) == "to":
        yield from _been_to(sentence, index, position)
        return
    if sentence.word(position) not in ("in", "at", "outside", "near"):
        if lemma == "be" and "back" in sentence.words(index + 1, position) and position > index + 1:
            told = mood(sentence, index)
            if told.tense in ("future", "planned"):  # "will be back on Friday"
                yield Telling(
                    type="visit",
                    form="leave",
                    sentence=sentence,
                    index=index,
                    end=index,
                    mood=told,
                    principals=doers(sentence, told, index),
                    edge="leave",
                )
            return
        if lemma == "be" and sentence.word(position) == "there":
            told = mood(sentence, index)
            who = doers(sentence, told, index)
            timed = any(token.kind == "time" for token in sentence.tokens[position + 1 : position + 4])
            if told.tense in ("past", "future", "planned") and (told.infinitive or (who and timed)):
                yield Telling(
                    type="visit",
                    form="there",
                    sentence=sentence,
                    index=index,
                    end=position,
                    mood=told,
                    principals=who,
                )
            return
        if lemma in ("stay", "spend") and mood(sentence, index).tense in ("future", "planned", "past"):
            yield from _bare_stay(sentence, index)
        return
    found = places(sentence, position, reach=5 if lemma == "spend" or sentence.word(position) == "at" else 3)
    between = sentence.tokens[position : found[0].index] if found else ()
    if any(token.lower in _NO_SCENE for token in between) and between[-1].lower not in ("in", "at"):
        return  # "is in talks with France", but not "is at the talks in France"
    if found and sentence.words(position + 1, found[0].index) & _HOMES:
        return  # "spent Sunday at her residence in Kent"
    if found and sentence.word(found[-1].end + 1) in _WARDS:
        return  # "has been in a Paris hospital since May"
    found = gapped(sentence, found)
    there = sentence.word(position + 1) == "the" and bool(sentence.words(position + 2, position + 5) & _LAND_WORDS)
    there = there or _in_the_resort(sentence, position)
    if not found and not there:
        return
    told = mood(sentence, index)
    who = doers(sentence, told, index)
    if found and "back" in sentence.words(index + 1, position) and _all_at_home(found, who):
        yield Telling(
            type="visit",
            form="leave",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=who,
            edge="leave",
        )
        return
    if sentence.word(index + 1) in words.NEGATIONS:
        told = replace(told, negated=True)  # "was not in Lima last week"
    lasting = told.perfect and not told.before and _since(sentence, found[-1].end if found else position)
    if lasting:
        told = replace(told, tense="present", perfect=False)
    yield Telling(
        type="visit",
        form="stay on" if lemma in ("stay", "remain") else "stay" if found else "there",
        sentence=sentence,
        index=index,
        end=position,
        mood=told,
        principals=who,
        places=found,
        edge="arrive" if lasting else "stay",
    )


def _been_to(sentence: Sentence, index: int, position: int) -> Iterator[Telling]:
    """ "had been to Lima in May": there and back."""
    found = places(sentence, position, reach=2)
    if found:
        told = mood(sentence, index)
        yield Telling(
            type="visit",
            form="go",
            sentence=sentence,
            index=index,
            end=position,
            mood=told,
            principals=doers(sentence, told, index),
            places=found,
            edge="single",
        )


def _all_at_home(found: Sequence[Place], who: Sequence[Person]) -> bool:
    home = {person.country for person in who}
    return None in home or all(place.country in home for place in found)


def _since(sentence: Sentence, index: int) -> bool:
    """ "has been in Lima since Monday": a day after which the stay has not ended."""
    near = range(index + 1, min(len(sentence.tokens), index + 4))
    return any(sentence.tokens[at].kind == "time" and tells_since(sentence, at) for at in near)


_NO_SCENE = word_set("talks contact touch line charge favor favour control power with about of against trouble need")
_WARDS = word_set("hospital clinic prison jail court courtroom sanatorium")
_HOMES = word_set("residence home desk apartment flat farm ranch")
_LAND_WORDS = word_set("country city-state kingdom resort island republic capital sultanate emirate archipelago")


def _in_the_resort(sentence: Sentence, position: int) -> bool:
    """ "will be at a forum in the Swiss resort": a town that was told before."""
    for at in range(position + 1, min(len(sentence.tokens) - 3, position + 9)):
        if sentence.word(at) in ("in", "on") and sentence.word(at + 1) == "the":
            place = sentence.tokens[at + 2].place
            known = sentence.word(at + 3) in _LAND_WORDS | {"town", "city"}
            return known and place is not None and place.kind == "demonym"
        if sentence.word(at) in words.CLAUSE_OPENERS | {",", ";", "and"}:
            return False
    return False


def to_the_land(sentence: Sentence, index: int, prepositions: frozenset[str]) -> bool:
    """ "had come to the Sultanate", "arrived on the island": to where the article is."""
    for at in range(index + 1, min(len(sentence.tokens), index + 5)):
        if sentence.word(at) in prepositions and sentence.word(at + 1) == "the":
            return bool(sentence.words(at + 2, at + 4) & _LAND_WORDS)
    return False


def _bare_stay(sentence: Sentence, index: int) -> Iterator[Telling]:
    told = mood(sentence, index)
    yield Telling(
        type="visit",
        form="stay on",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=doers(sentence, told, index),
    )


def tell_expected_in(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "is expected in Lima", "was due on Monday", "is due back on Wednesday"."""
    told = mood(sentence, index)
    if sentence.word(index + 1) in ("back", "home"):
        yield Telling(
            type="visit",
            form="leave",
            sentence=sentence,
            index=index,
            end=index,
            mood=replace(told, tense="planned", passive=False),
            principals=doers(sentence, told, index),
            edge="leave",
        )
        return
    if sentence.word(index + 1) in ("in", "at"):
        found = places(sentence, index + 1, reach=2)
        if not found:
            return
    elif any(sentence.tokens[at].kind == "time" for at in (index + 1, index + 2) if at < len(sentence.tokens)):
        found = ()
    else:
        return
    yield Telling(
        type="visit",
        form="due",
        sentence=sentence,
        index=index,
        end=index,
        mood=replace(told, tense="planned", passive=False, undone=told.before),
        principals=doers(sentence, told, index),
        places=found,
        hint="expected",
    )
