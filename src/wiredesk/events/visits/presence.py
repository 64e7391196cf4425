"""Finds visits told by being somewhere or standing in for somebody: speaking there, sent there, on the way there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wiredesk.events.draft import Telling
from wiredesk.events.sentences import words
from wiredesk.events.sentences.arguments import objects
from wiredesk.events.sentences.mood import Mood, forms, mood
from wiredesk.events.sentences.nouns import fate
from wiredesk.events.sentences.phrases import after_preposition, doers, others_do, scene
from wiredesk.events.sentences.places_told import place_at, places
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set


def tell_visiting(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "Visiting President X said": in the country where the article is, if it names none."""
    who = objects(sentence, index)
    if who is not None and who.start == index + 1:
        yield Telling(
            type="visit",
            form="there",
            sentence=sentence,
            index=max(0, index),
            end=max(0, index),
            mood=Mood(tense="present", start=max(0, index)),
            principals=who.persons[:1],
            places=scene(sentence, index + 1),
        )


_HERE = word_set("now currently presently still already")


def tell_beside(sentence: Sentence) -> Iterator[Telling]:
    """ "The minister, in Lima on Monday for talks, said": an apposition that tells where she is."""
    if not sentence.lowers >= {",", "in"}:
        return
    for index, token in enumerate(sentence.tokens[1:-3], start=1):
        if token.lower != "," or sentence.tokens[index - 1].kind != "person":
            continue
        at = index + 2 if sentence.word(index + 1) in _HERE else index + 1
        led = sentence.word(at) == "in" and at + 1 < len(sentence.tokens)
        place = place_at(sentence, at + 1) if led else None
        end = sentence.find(_COMMA, at) if place is not None else None
        if place is None or end is None or not sentence.words(at + 1, end) & {"for", "to", "on"}:
            continue
        who = sentence.tokens[index - 1].people
        after = sentence.word(end + 1)
        if any(person.country == place.country for person in who) or not (forms(after) or after in words.SAYING):
            continue  # "with the premier, in Peru on Monday"
        dated = any(one.time and one.time.kind != "duration" for one in sentence.tokens[at:end])
        told = Mood(tense="past" if dated else "present", start=at)
        yield Telling(
            type="visit",
            form="stay",
            sentence=sentence,
            index=at,
            end=at,
            mood=told,
            principals=who,
            places=(place,),
        )


_COMMA = frozenset({","})

_STAYING_AWAY = word_set("skip skips skipped pull pulls pulled pulling withdraw withdraws withdrew withdrawn")
_MISSING = word_set("miss misses missed missing boycott boycotts boycotted boycotting shun shuns shunned")
_KEEPING = word_set("stay stays stayed staying keep keeps kept keeping")
AWAY = _STAYING_AWAY | _MISSING | _KEEPING


def stays_away(sentence: Sentence, index: int) -> bool:
    """ "skip", "pulled out of"; "will miss a summit", "stayed away from"."""
    word = sentence.word(index)
    if word in _MISSING:
        return sentence.find(words.GATHERINGS, index + 1, index + 7) is not None
    return word in _STAYING_AWAY or (word in _KEEPING and sentence.word(index + 1) == "away")


def tell_stayed_away(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "will skip a summit in Lima", "pulled out of talks in Lima": a journey called off."""
    pulls = sentence.word(index) in _STAYING_AWAY and not sentence.word(index).startswith("skip")
    if pulls and fate(sentence, index) != "cancelled":
        return
    told = mood(sentence, index)
    found = scene(sentence, index)
    talks = sentence.words(index + 1, found[0].index) & {"meeting", "talks"} if found else ()
    if found and not talks:
        yield Telling(
            type="visit",
            form="go",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=doers(sentence, told, index),
            places=found,
            hint="cancelled",
            edge="single",
        )


TO_A_PUBLIC = word_set("at to before in")


def tell_present_at(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "will take part in a forum in Lima", "spoke to students in Lima": nobody speaks there who is not there."""
    found = scene(sentence, index)
    told = mood(sentence, index)
    who = doers(sentence, told, index)
    met = objects(sentence, index)
    if not found or len(who) != 1 or (met is not None and met.start < found[0].index):
        return
    if others_do(sentence, index, found[0].index):
        return
    if any(place.country == who[0].country for place in found):
        return
    yield Telling(
        type="visit",
        form="go",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=who,
        places=found,
        edge="single",
    )


def tell_represented(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "X will represent Peru at a summit in Lima", "Peru will be represented by X", "X will represent him instead"."""
    told = mood(sentence, index)
    who = doers(sentence, told, index)
    if told.passive:
        by = sentence.find(word_set("by"), index + 1, index + 4)
        stand_in = objects(sentence, by) if by is not None else None
        if stand_in is None or stand_in.start > (by or 0) + 3:
            return
        who = stand_in.persons
    found = after_preposition(sentence, index, word_set("at in"), reach=14) or scene(sentence, index)
    if not who or not (found or in_place_of_another(sentence, index) or told.tense in ("future", "planned")):
        return
    yield Telling(
        type="visit",
        form="go" if found else "stand-in",
        sentence=sentence,
        index=index,
        end=index,
        mood=replace(told, passive=False),
        principals=who,
        places=found,
        edge="single",
    )


def tell_under_way(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "was bound for Lima", "on her way to Lima", "en route to Lima"."""
    found = places(sentence, index + 1, reach=1)
    be = next((at for at in range(index - 1, max(-1, index - 5), -1) if sentence.word(at) in _BEING), None)
    if not found or be is None:
        return
    told = mood(sentence, be)
    who = doers(sentence, told, be)
    if who:
        yield Telling(
            type="visit",
            form="set off",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=who,
            places=found,
            edge="single",
        )


_BEING = word_set("is are was were been")
SENDING = word_set("send sends sent dispatch dispatches dispatched")


def tell_sent(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "will send her envoy to Beirut", "dispatched his foreign minister to Lima"."""
    told = mood(sentence, index)
    sent = objects(sentence, index)
    if sent is None or sent.start > index + 3 or told.passive:
        return
    to = sentence.find(word_set("to"), sent.end + 1, sent.end + 3)
    found = places(sentence, to, reach=1) if to is not None else ()
    if found:
        yield Telling(
            type="visit",
            form="go",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=sent.persons,
            places=found,
            edge="single",
        )


def in_place_of_another(sentence: Sentence, index: int) -> bool:
    """ "will go in his place", "is going instead"."""
    if not {"instead", "place", "stead"} & sentence.lowers:
        return False
    for at in range(index + 1, min(index + 12, len(sentence.tokens))):
        if sentence.word(at + 1) == "of":
            continue
        owner = sentence.tokens[at - 1].text.lower() in ("his", "her", "their")
        if sentence.word(at) == "instead" or (sentence.word(at) in ("place", "stead") and owner):
            return True
    return False
