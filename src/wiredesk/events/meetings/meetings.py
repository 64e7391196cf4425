"""Finds the words that tell of a meeting or a call: people who meet, talk, sign, stand side by side in a picture."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from wiredesk.events.draft import Telling
from wiredesk.events.meetings.captions import tell_caption
from wiredesk.events.meetings.conversations import (
    CALL_LEADS,
    is_call,
    participants,
    tell_discussion,
    tell_letters,
    tell_speech,
)
from wiredesk.events.meetings.distance import tell_at_a_distance
from wiredesk.events.meetings.encounters import tell_encounters
from wiredesk.events.meetings.gapped import tell_called_next, tell_gapped
from wiredesk.events.meetings.meeting_nouns import is_meeting_noun, is_round, tell_meeting_noun
from wiredesk.events.meetings.shared_deeds import tell_beside, tell_shared_deed, tell_together
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.arguments import before_adverbs, object_pronoun, objects, subject
from wiredesk.events.sentences.mood import Mood, forms, mood
from wiredesk.events.sentences.nouns import fate, is_noun
from wiredesk.events.sentences.phrases import fronted, scene
from wiredesk.events.sentences.places_told import place_at
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import EventType


def tell_meetings(sentence: Sentence) -> Iterator[Telling]:
    """All tellings of meetings and calls in a sentence, in the order of their triggers."""
    if sentence.caption:
        yield from tell_caption(sentence)
        return
    told = list(_told(sentence))
    yield from told
    known = {one.index for one in told} | {one.end for one in told}
    yield from (one for one in tell_encounters(sentence) if one.index not in known and one.end not in known)
    if not any(telling.type == "call" and len(telling.principals) > 1 for telling in told):
        yield from (one for one in tell_at_a_distance(sentence) if one.index not in {other.index for other in told})


def _told(sentence: Sentence) -> Iterator[Telling]:
    triggers = _triggers()
    if triggers.isdisjoint(sentence.lowers):
        return
    for index, token in enumerate(sentence.tokens):
        if token.quoted or token.lower not in triggers:
            continue
        word = token.lower
        if (
            (word in words.MEETING_NOUNS and is_meeting_noun(sentence, index))
            or (word in ("call", "calls", "conference") and sentence.word(index - 1) in words.CALL_WORDS)
            or (word in words.CALL_NOUNS and is_noun(sentence, index) and _links_parties(sentence, index))
            or (word == "round" and is_round(sentence, index))
        ):
            yield from tell_meeting_noun(sentence, index)
        elif (
            (word in verb_tables.verbs("meet") and not is_noun(sentence, index))
            or (word in verb_tables.verbs("sit") and _follows(sentence, index, "down", "with", "together"))
            or (word in verb_tables.verbs("call") and sentence.word(index + 1) == "on")
        ):
            yield from _verb(sentence, index)
            yield from _courtesy(sentence, index)
        elif word in verb_tables.verbs("speak") and _follows(
            sentence, index, "beside", "alongside", "by", "with", "together", "to", "on", "for", "in"
        ):
            yield from tell_speech(sentence, index)
        elif word in verb_tables.verbs("exchange"):
            yield from tell_letters(sentence, index)
        elif word in _ACCORDED and mood(sentence, index).passive:
            yield from _met_by(sentence, index, mood(sentence, index))
        elif word == "together":
            yield from tell_together(sentence, index)
        elif word in ("bring", "brings", "brought"):
            yield from _brought(sentence, index)
        elif word in verb_tables.verbs("beside") and word not in verb_tables.verbs("joint"):
            yield from tell_beside(sentence, index)
        elif word in words.CALL_WORDS and sentence.word(index - 1) in CALL_LEADS:
            continue  # "spoke by phone": the verb tells
        elif (word in verb_tables.verbs("call") or word in verb_tables.verbs("joint")) and not is_noun(sentence, index):
            yield from _joint(sentence, index)


@cache
def _triggers() -> frozenset[str]:
    """All words that may tell of a meeting or a call."""
    kinds: tuple[verb_tables.VerbClass, ...] = ("meet", "sit", "speak", "exchange", "call", "joint", "beside")
    verbs = frozenset(word for kind in kinds for word in verb_tables.verbs(kind))
    return (
        verbs
        | words.MEETING_NOUNS
        | words.CALL_NOUNS
        | _ACCORDED
        | {"conference", "round", "bring", "brings", "brought", "together"}
    )


_ACCORDED = word_set("accorded given granted shown escorted briefed feted fêted met seen")
"""Passives, "was accorded a warm welcome by the governor", that bring a guest together with a host."""
_BETWEEN_PARTIES = word_set("with between")


def _links_parties(sentence: Sentence, index: int) -> bool:
    """ "a call with", "a call on Monday between"."""
    at = index + 1
    while at < len(sentence.tokens) and (sentence.tokens[at].kind == "time" or sentence.word(at) in ("on", "late")):
        at += 1
    return sentence.word(at) in _BETWEEN_PARTIES


def _follows(sentence: Sentence, index: int, *wanted: str) -> bool:
    return any(sentence.word(index + step) in wanted for step in (1, 2, 3, 4))


def _kind(sentence: Sentence, index: int) -> EventType:
    return "call" if is_call(sentence, index) else "meeting"


def _verb(sentence: Sentence, index: int) -> Iterator[Telling]:
    told = mood(sentence, index)
    word = sentence.word(index)
    seeing = word in verb_tables.verbs("call") or verb_tables.verbs("meet").get(word, ("",))[0] in _SEEING
    each_other = sentence.word(index + 1) in ("each", "one") and sentence.word(index + 2) in ("other", "another")
    together = sentence.word(index + 1) == "together" and _are_several(sentence, told, index)
    if seeing and not each_other and not together and not _sees_somebody(sentence, index):
        return
    if seeing and told.infinitive and sentence.word(index - 1) == "to" and sentence.word(index - 2) in _MOVED:
        return
    if told.passive:
        yield from _met_by(sentence, index, told)
        return
    who = participants(sentence, told, index, index)
    telling = Telling(
        type=_kind(sentence, index),
        form="meet",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=who,
        places=scene(sentence, index) or fronted(sentence),
    )
    yield telling
    yield from tell_gapped(telling)


def _are_several(sentence: Sentence, told: Mood, index: int) -> bool:
    """ "A, B and C dined together"."""
    doers = subject(sentence, min(told.start, index))
    return doers is not None and len({person.country for person in doers.persons}) > 1


def _courtesy(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "will pay a courtesy call on the president"."""
    if sentence.word(index) != "call" or not is_noun(sentence, index):
        return
    verb = sentence.find(_PAID, index - 4, index)
    if verb is None:
        return
    told = mood(sentence, verb)
    who = participants(sentence, told, verb, index + 1)
    if who and not told.passive:
        yield Telling(
            type="meeting", form="meet", sentence=sentence, index=verb, end=index, mood=told, principals=who,
            places=scene(sentence, index) or fronted(sentence),
        )  # fmt: skip


_PAID = word_set("pay pays paid paying make makes made making")


def _calls_somebody(sentence: Sentence, index: int) -> bool:
    """ "called Ghana's Asare on Wednesday", but not "called Asare a liar"."""
    met = objects(sentence, index)
    if met is None or met.start > index + 3:
        return False
    by = sentence.word(index + 1) == "by" and mood(sentence, index).passive  # "was called by the premier on Monday"
    if not by and any(
        token.kind == "word" and token.lower not in ("'s", "’s") for token in sentence.tokens[index + 1 : met.start]
    ):
        return False
    last = met.end if by else met.start
    after = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    return after is None or after.kind in ("time", "mark") or after.lower in _AFTER_A_CALL


_AFTER_A_CALL = word_set("on late early after to and before about from at in shortly hours again")
_SEEING = ("see", "dine")
_MOVED = word_set("surprised shocked sorry delighted astonished amused amazed sad disappointed")
"""Before "to see" they tell of a feeling, not of a meeting."""


def _sees_somebody(sentence: Sentence, index: int) -> bool:
    """ "will see the king", "dined with the king", "will call on the king"; "saw that", "called on him to resign"."""
    met = objects(sentence, index)
    start = min(mood(sentence, index).start, index)
    if met is None or met.start > index + 3:
        return False
    if not subject(sentence, start) and before_adverbs(sentence, start) not in ("he", "she", "they"):
        return False
    return sentence.word(met.end + 1) not in ("to", "as", "'s", "’s") and not forms(sentence.word(met.end + 1))


def _met_by(sentence: Sentence, index: int, told: Mood) -> Iterator[Telling]:
    """ "was met at the airport by the transport minister": a host of the visit."""
    by = sentence.find(word_set("by"), index + 1, index + _BY_REACH)
    hosts = objects(sentence, by) if by is not None else None
    guests = subject(sentence, told.start)
    if by is not None and hosts and guests and hosts.start <= by + 2 and not _has_verb(sentence, index, by):
        yield Telling(
            type="visit",
            form="hosted",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=guests.persons,
            counterparts=hosts.persons,
        )


_BY_REACH = 10
"""Words between "was met" and "by": "at the foot of the stairs". Set by hand."""


def _has_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another deed stands between."""
    return any(forms(sentence.word(at)) - {"base", "ing"} for at in range(start + 1, end))


def _brought(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "Qatar brought the two presidents together": a meeting in the country that did."""
    told = mood(sentence, index)
    met = subject(sentence, told.start) if told.passive else objects(sentence, index)
    if met is None or len(met.persons) < 2:
        return
    after = index + 1 if told.passive else met.end + 1
    table = sentence.find(_TABLES, after, after + 5) is not None
    if sentence.word(after) != "together" and not table:
        return
    host = place_at(sentence, index - 1) or place_at(sentence, index - 2)
    by = sentence.find(word_set("by"), after, after + _BY_REACH) if told.passive else None
    broker = objects(sentence, by) if by is not None else None if told.passive else subject(sentence, told.start)
    who = tuple(person for person in (broker.persons if broker else ()) if person not in met.persons)
    yield Telling(
        type="meeting",
        form="joint",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=(*met.persons, *who) if told.passive else (*who, *met.persons),
        places=scene(sentence, index) or fronted(sentence) or ((host,) if host and host.name is None else ()),
    )


_TABLES = word_set("table room tent roof")


def _joint(sentence: Sentence, index: int) -> Iterator[Telling]:
    """A deed of two or more: "A and B signed", "agreed over the phone", "A called B"."""
    word = sentence.word(index)
    if word in verb_tables.verbs("call"):
        met = objects(sentence, index)
        pronoun = object_pronoun(sentence, index)
        if word.startswith("call") and not (is_call(sentence, index) or _calls_somebody(sentence, index)):
            return
        if verb_tables.verbs("call")[word][0] == "ring" and not met and not pronoun:
            return  # "will ring in the new year"
        told = mood(sentence, index)
        who = participants(sentence, told, index, index)
        if fate(sentence, index) or (len(who) < 2 and not (who and pronoun)):
            return
        telling = Telling(
            type="call", form="call", sentence=sentence, index=index, end=index, mood=told, principals=who
        )
        yield telling
        yield from tell_called_next(telling)
        return
    if verb_tables.verbs("joint")[word][0] == "discuss" and is_call(sentence, index):
        yield from tell_discussion(sentence, index)
        return
    if word in words.AGREED and _agreed_to_meet(sentence, index):
        return  # the meeting to come is told, not the one at which they agreed to it
    yield from tell_shared_deed(sentence, index)


def _agreed_to_meet(sentence: Sentence, index: int) -> bool:
    """ "agreed to meet", "agreed to hold a second round of talks"."""
    if sentence.word(index + 1) != "to":
        return False
    verb = index + 3 if sentence.word(index + 2) in words.ADVERBS else index + 2
    if sentence.word(verb) in verb_tables.verbs("meet"):
        return True
    held = sentence.word(verb) in verb_tables.verbs("hold")
    return held and sentence.find(words.MEETING_NOUNS, verb + 1, verb + 6) is not None
