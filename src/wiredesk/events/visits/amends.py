"""Finds what is said about a visit told before: its stops, its new days, that there was none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wiredesk.events.clauses.clauses import clause_at
from wiredesk.events.draft import Telling
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.arguments import subject
from wiredesk.events.sentences.mood import Mood, mood
from wiredesk.events.sentences.phrases import scene
from wiredesk.events.sentences.places_told import Place, place_at
from wiredesk.events.sentences.reading import Sentence
from wiredesk.types import EventStatus, EventType


def tell_stops(sentence: Sentence) -> Iterator[Telling]:
    """A list of stops, each with its days in brackets: "Togo (May 3-4), Benin (May 5)"."""
    stops: list[Place] = []
    if "(" not in sentence.lowers:
        return
    for index in range(len(sentence.tokens) - 2):
        place = place_at(sentence, index)
        if place and sentence.word(index + 1) == "(" and sentence.tokens[index + 2].kind == "time":
            stops.append(place)
    if len(stops) < 2:
        return
    first = stops[0].index
    found = subject(sentence, first)
    yield Telling(
        type="visit",
        form="stops",
        sentence=sentence,
        index=first,
        end=first,
        mood=Mood(tense="past", start=first),
        principals=found.persons[:1] if found else (),
        places=tuple(stops),
    )


def tell_called_off(sentence: Sentence) -> Iterator[Telling]:
    """ "called it off on Friday", "put it off until May", "would not be able to come": of the journey told before."""
    for index in range(1, len(sentence.tokens) - 2):
        word, token = sentence.word(index), sentence.tokens[index]
        if token.quoted:
            continue
        hint: EventStatus | None = None
        end = index
        if sentence.word(index + 1) in ("it", "this", "that", "them") and sentence.word(index + 2) == "off":
            hint = "cancelled" if word in verb_tables.verbs("cancel") else None
            hint = "postponed" if word in verb_tables.verbs("postpone") else hint
            end = index + 2
        elif word in ("able", "unable") and sentence.words(index + 1, index + 4) & _GOING:
            not_able = word == "unable" or bool(sentence.words(index - 4, index) & words.NEGATIONS)
            led_on = any(token.kind == "place" for token in sentence.tokens[index : index + 6])
            hint = "cancelled" if not_able and not led_on else None
        if hint is None:
            continue
        told = mood(sentence, index)
        who = subject(sentence, min(told.start, index))
        yield Telling(
            type="visit",
            form="off",
            sentence=sentence,
            index=index,
            end=end,
            mood=replace(told, tense="past", passive=False),
            principals=who.persons if who else (),
            hint=hint,
        )
        return


_GOING = frozenset({"come", "travel", "go", "attend"})


def tell_made_known(sentence: Sentence) -> Iterator[Telling]:
    """ "The trip was announced on Monday", "The court released the programme today": of the journey told before."""
    if _MADE_KNOWN.isdisjoint(sentence.lowers):
        return
    for index in range(2, len(sentence.tokens)):
        if sentence.word(index) not in _MADE_KNOWN or sentence.tokens[index].quoted:
            continue
        told = mood(sentence, index)
        if told.tense != "past" or told.negated:
            continue
        if _is_of_the_journey(sentence, index) if told.passive else _is_programme(sentence, index):
            yield Telling(
                type="visit",
                form="made known",
                sentence=sentence,
                index=index,
                end=index,
                mood=replace(told, passive=False),
                hint="announced",
            )
        return


def _is_of_the_journey(sentence: Sentence, index: int) -> bool:
    """ "The visit, the first by a premier since 2019, was announced": "the" or "her" journey is what was."""
    clause = clause_at(sentence, index)
    what = clause.subject if clause is not None else None
    if what is None or sentence.word(what.head) not in _WHAT:
        return False
    owned = sentence.tokens[what.start].text.lower() in ("his", "her", "their")
    return owned or any(sentence.word(at) in _THE for at in range(what.start, what.head))


def _is_programme(sentence: Sentence, index: int) -> bool:
    """ "The court released the programme today"."""
    after = range(index + 1, min(index + 6, len(sentence.tokens)))
    body = any(sentence.word(at) in words.SPEAKING_BODIES for at in range(index))
    what = any(sentence.word(at) in _WHAT and sentence.word(at - 1) in _THE for at in after)
    return body and what and not any(token.kind == "place" for token in sentence.tokens[1:])


_MADE_KNOWN = words.word_set("announced confirmed disclosed published released presented unveiled issued")
_WHAT = words.VISIT_NOUNS | words.word_set("programme program itinerary schedule agenda details dates")
_THE = words.word_set("the both its a this that") | {"state", "official"}


def tell_no_such(sentence: Sentence) -> Iterator[Telling]:
    """ "no such meeting had taken place", "there was no such call": the event told last is denied."""
    for index in range(1, len(sentence.tokens) - 1):
        if sentence.word(index) != "such" or sentence.word(index - 1) not in ("no", "any"):
            continue
        noun = sentence.word(index + 1)
        kind: EventType | None = None
        if noun in words.VISIT_NOUNS:
            kind = "visit"
        elif noun in words.MEETING_NOUNS | {"call", "conversation", "contact"}:
            kind = "call" if noun in ("call", "conversation", "contact") else "meeting"
        if kind is not None and not sentence.tokens[index].quoted:
            yield Telling(
                type=kind,
                form="denial",
                sentence=sentence,
                index=index,
                end=index + 1,
                mood=Mood(tense="past", start=index),
                hint="denied",
            )
        return


def _now_to_come(sentence: Sentence) -> Iterator[Telling]:
    """ "The trip will now take place in May", "It will take place on May 9 instead"."""
    if "place" not in sentence.lowers or sentence.word(0) not in ("it", "the", "that", "this"):
        return
    for index in range(2, min(9, len(sentence.tokens))):
        if sentence.word(index) == "take" and sentence.word(index + 1) == "place":
            told = mood(sentence, index)
            again = {"now", "instead"} & sentence.lowers
            if told.tense in ("future", "planned") and again and any(token.time for token in sentence.tokens[index:]):
                yield Telling(type="visit", form="reset", sentence=sentence, index=index, end=index, mood=told)
            return


def tell_it(sentence: Sentence) -> Iterator[Telling]:
    """ "It will take place in Lima on May 9", "It was held on Monday": where and when of the event told just before."""
    if (
        sentence.word(0) != "it"
        or {"place", "held"}.isdisjoint(sentence.lowers)
        or {"now", "instead"} & sentence.lowers
    ):
        return
    for index in range(1, min(6, len(sentence.tokens) - 1)):
        takes = sentence.word(index) in _TAKE and sentence.word(index + 1) == "place"
        if takes or sentence.word(index) == "held":
            told = mood(sentence, index)
            where = scene(sentence, index)
            if (takes or told.passive) and (where or any(token.time for token in sentence.tokens[index:])):
                told = replace(told, passive=False)
                yield Telling(
                    type="visit", form="it", sentence=sentence, index=index, end=index, mood=told, places=where
                )
            return


def tell_length(sentence: Sentence) -> Iterator[Telling]:
    """ "During her three days in Lima she will open a harbour": how long the visit lasts."""
    if "during" not in sentence.lowers:
        return
    for at in range(len(sentence.tokens) - 4):
        owner, length = sentence.tokens[at + 1], sentence.tokens[at + 2].time
        owned = owner.text.lower() in ("his", "her", "their", "the")
        if sentence.word(at) != "during" or not owned or length is None or length.kind != "duration":
            continue
        there = sentence.word(at + 3) in ("in", "on") and (sentence.tokens[at + 4].place or _is_land(sentence, at + 4))
        if there:
            named = (one.people for one in sentence.tokens[at + 3 :] if one.text.lower() in ("he", "she", "they"))
            yield Telling(
                type="visit",
                form="noun",
                sentence=sentence,
                index=at,
                end=at,
                mood=Mood(tense="past", start=at),
                principals=owner.people or next(named, ()),
                places=tuple(place for place in (place_at(sentence, at + 4),) if place is not None),
                bare=True,
            )
        return


def _is_land(sentence: Sentence, at: int) -> bool:
    return sentence.word(at) == "the" and bool(sentence.words(at + 1, at + 4) & _LANDS)


_LANDS = words.word_set("country nation kingdom island sultanate emirate republic archipelago city capital resort")


_TAKE = words.word_set("take takes took taken")


_SET_FOR = words.PLANNED | {"rescheduled"}


def _is_former(sentence: Sentence, index: int) -> bool:
    """ "had been set for May 9", "was originally planned for May 9": the days that it no longer has."""
    return bool(sentence.words(index - 4, index) & _FORMERLY)


_FORMERLY = words.word_set("had originally initially first earlier previously")


def tell_reset(sentence: Sentence) -> Iterator[Telling]:
    """ "It is rescheduled for May 9": new days for the event told last."""
    if not {"it", "that", "this", "the"} & sentence.lowers:
        return
    yield from _now_to_come(sentence)
    if _SET_FOR.isdisjoint(sentence.lowers):
        return
    for index in range(1, min(8, len(sentence.tokens) - 2)):
        if sentence.word(index) not in _SET_FOR or sentence.word(index + 1) not in ("for", "on"):
            continue
        if sentence.word(index) != "rescheduled" and _is_former(sentence, index):
            continue
        if sentence.tokens[index + 2].kind == "time" and sentence.word(0) in ("it", "that", "this", "the"):
            yield Telling(
                type="visit", form="reset", sentence=sentence, index=index, end=index, mood=mood(sentence, index)
            )
