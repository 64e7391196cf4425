"""Finds visits told by any verb that its frame shows to be one of motion: an official, a deed, a way, a foreign place.

The verbs are an open class: "popped over to", "was whisked by helicopter to", "took the night train to". What stands
between the deed and the place tells that somebody moves: a particle of direction, a vehicle, a border to be crossed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from wiredesk.events.draft import Edge, Telling
from wiredesk.events.sentences import words
from wiredesk.events.sentences.mood import Mood, forms, is_scheduled, mood
from wiredesk.events.sentences.phrases import doers
from wiredesk.events.sentences.places_told import Place, place_at, places
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.events.visits.journeys import moving

_Way = Literal["", "particle", "vehicle", "border", "way"]

_AIMS = word_set("to into onto for")
_PARTICLES = word_set("on over across back straight onward onwards overland north south east west northward southward")
"""Of direction, right before "to": one verb of motion is like another then. Not "up", "in", "out", which stand up to
Moscow and reach out to Lima as well."""
_VEHICLES = word_set(
    "train plane flight ferry bus boat car helicopter jet aircraft airliner motorcade sleeper shuttle road sea air rail"
)
_BORDERS = word_set("border frontier bridge river strait lake channel gulf sea water mountains pass line demarcation")
_ACROSS = word_set("across over under through along past")
_RIDES = word_set("take takes took taken taking board boards boarded boarding catch catches caught catching")
"""With a vehicle for their object they tell of motion; somebody who misses or sends a plane stays."""
_IS = frozenset({"is", "are", "was", "were", "'s", "’s"})
_FILLING = word_set("a an the his her their by in aboard on first early late night morning evening overnight last same")
_NOT_MOTION = word_set("handed turned signed gave given sold held carried passed switched looked went pulled reached")
"""Before "over to", "on to", "back to" they tell of something else, or of a verb that is read elsewhere."""
_REACH = 9
_REACHED = word_set("reach reaches reached reaching enter enters entered entering")


def tell_frames(sentence: Sentence) -> Iterator[Telling]:
    """Each place that a way leads to from a deed of somebody in office."""
    for index, token in enumerate(sentence.tokens):
        if token.kind != "place" or token.quoted or index < 2:
            continue
        place = place_at(sentence, index)
        if place is None or sentence.word(place.end + 1) in words.POSSESSIVE:
            continue
        told = _reached(sentence, place) or _back_from(sentence, place) or _led(sentence, place)
        if told is not None:
            yield told


def _telling(sentence: Sentence, index: int, place: Place, told: Mood, edge: Edge) -> Telling | None:
    who = doers(sentence, told, index)
    if not (who or is_scheduled(sentence, index)) or (told.infinitive and told.tense == "unsure"):
        return None
    return Telling(
        type="visit",
        form="arrive" if edge == "arrive" else "go",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=who,
        places=places(sentence, place.index - 1, reach=1) or (place,),
        edge=edge,
    )


def _reached(sentence: Sentence, place: Place) -> Telling | None:
    """ "reached Lima", "entered Peru", "set foot in Peru", "made it to Lima"."""
    at = place.index - 1
    while at > 0 and (sentence.word(at) == "the" or sentence.word(at) in words.ADVERBS):
        at -= 1
    if sentence.word(at) in _REACHED:
        told = mood(sentence, at)
        return None if told.passive else _telling(sentence, at, place, told, "arrive")
    if sentence.word(at) in ("in", "on") and sentence.word(at - 1) == "foot":
        return _telling(sentence, at - 2, place, mood(sentence, at - 2), "single") if at > 2 else None
    if sentence.word(at) == "to" and sentence.word(at - 1) == "it" and sentence.word(at - 2) in ("made", "make"):
        return _telling(sentence, at - 2, place, mood(sentence, at - 2), "arrive")
    return None


def _back_from(sentence: Sentence, place: Place) -> Telling | None:
    """ "The minister, back from Lima, said": a journey that is over."""
    at = place.index - 2
    if sentence.word(at + 1) != "from" or sentence.word(at) not in ("back", "home"):
        return None
    first = at - 1 if sentence.word(at - 1) in ("just", "newly", "safely", "now", "freshly") else at
    if sentence.word(first - 1) in _IS:
        who = doers(sentence, mood(sentence, first - 1), first - 1)  # "is back from Lima"
    elif sentence.word(first - 1) == "," and sentence.tokens[first - 2].kind == "person":
        who = sentence.tokens[first - 2].people
    else:
        return None
    return Telling(
        type="visit",
        form="leave",
        sentence=sentence,
        index=at,
        end=at,
        mood=Mood(tense="past", start=at),
        principals=who[:1],
        places=(place,),
        edge="leave",
    )


def _led(sentence: Sentence, place: Place) -> Telling | None:
    """The deed that a way leads from to a place."""
    aim = place.index - 1
    while aim > 0 and sentence.word(aim) in ("the", "nearby", "neighbouring", "neighboring"):
        aim -= 1
    if sentence.word(aim) not in _AIMS:
        return None
    way: _Way = ""
    crossing = False
    for at in range(aim - 1, max(0, aim - _REACH), -1):
        token, word = sentence.tokens[at], sentence.word(at)
        if token.kind == "time" or word in words.ADVERBS - _PARTICLES:
            continue
        if word in _PARTICLES and at == aim - 1:
            way = "particle"
        elif word in _VEHICLES and not way:
            way = "vehicle"
        elif word in _BORDERS and not crossing:
            crossing = True
        elif crossing and word in _ACROSS:
            way = "border"
        elif word == "way" and sentence.tokens[at - 1].text.lower() in ("his", "her", "their"):
            way = "way"
        elif word in _FILLING or token.text.lower() in ("his", "her", "their") or (way == "vehicle" and "-" in word):
            continue
        elif _is_deed(sentence, at, way) and (way or word in _PASSIVE_RIDES) and _fits(word, way, place):
            told = mood(sentence, at)
            carried = told.passive and way in ("vehicle", "border", "particle", "")
            if word in words.FUTURE or (told.passive and not carried):
                return None
            return _telling(sentence, at, place, told, "single")
        elif way == "vehicle" and word.isalpha() and not forms(word):
            continue  # "a chartered Gulf jet", "a hired car"
        else:
            return None
    return None


_PASSIVE_RIDES = word_set("whisked driven flown ferried airlifted")


def _fits(word: str, way: _Way, place: Place) -> bool:
    """Whether deed and way go together: a vehicle is taken or gone by, a land is no topic that one moves on to."""
    if word in _PASSIVE_RIDES:
        return True
    if way == "particle":
        return place.name is not None and word not in _NOT_MOTION
    return way != "vehicle" or word in _RIDES or word.endswith("ed")


def _is_deed(sentence: Sentence, at: int, way: _Way) -> bool:
    """A verb of no table of motion: known, in -ed, or bare behind "will" and "to"."""
    word = sentence.word(at)
    if not word.isalpha() or word in words.AUXILIARIES or (word in moving() and way not in ("vehicle", "border")):
        return False
    bare = sentence.word(at - 1) in words.FUTURE | {"to", "would", "not"}
    return bare or word.endswith("ed") or bool(forms(word) - {"base"}) or word in _RIDES
