"""Finds conversations: by phone and video, in letters, side by side; and tells calls from meetings."""

from __future__ import annotations

from collections.abc import Iterator

from wiredesk.events.draft import Telling
from wiredesk.events.sentences import words
from wiredesk.events.sentences.arguments import before_adverbs, objects, subject
from wiredesk.events.sentences.mood import Mood, forms, mood
from wiredesk.events.sentences.phrases import fronted, scene
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person

CALL_LEADS = word_set("by over on via through in a the")
_OVER = word_set("by over via")
_DISTANT = word_set("virtual virtually remotely online videoconference teleconference")
_PAIR = word_set("two both three pair they leaders ministers presidents sides neighbours neighbors")


def is_call(sentence: Sentence, index: int) -> bool:
    """Whether the conversation told at `index` is by phone or video."""
    end = next(
        (at for at in range(index + 1, len(sentence.tokens)) if _ends_clause(sentence, at)), len(sentence.tokens)
    )
    for position in range(max(0, index - 4), end):
        word = sentence.word(position)
        if word in words.CALL_WORDS and (
            sentence.word(position - 1) in CALL_LEADS
            or (sentence.word(position - 2) in _OVER and position - 2 > index)  # "by satellite telephone"
            or sentence.word(position + 1) in ("call", "calls", "conversation", "link", "conference", "summit", "talks")
        ):
            return True
        if word in _DISTANT and position < index + 3:
            return True
    return False


def _ends_clause(sentence: Sentence, at: int) -> bool:
    """Where another clause begins: "held talks with A and spoke by phone with B"."""
    word = sentence.word(at)
    if word in words.CLAUSE_OPENERS or word == ";":
        return True
    return word == "and" and "past" in forms(sentence.word(at + 1))


def participants(sentence: Sentence, told: Mood, index: int, after: int) -> tuple[Person, ...]:
    """The doers before the verb and those met after it, in order, each once."""
    before = subject(sentence, min(told.start, index))
    met = objects(sentence, after)
    found: list[Person] = list(before.persons) if before else []
    found += [person for person in (met.persons if met else ()) if person not in found]
    return tuple(found)


def tell_speech(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "spoke by phone with", "talked by telephone", "spoke beside"; mere "spoke to reporters" is none."""
    call = is_call(sentence, index)
    beside = sentence.find(word_set("beside alongside"), index + 1, index + 3) is not None
    if not call and not beside:
        yield from _talked_on(sentence, index)
        return
    told = mood(sentence, index)
    yield Telling(
        type="call" if call else "meeting",
        form="speak",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=participants(sentence, told, index, index),
        places=() if call else scene(sentence, index),
    )


def _talked_on(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "the two talked for an hour": more of the meeting or call that the article told before."""
    told = mood(sentence, index)
    who = subject(sentence, min(told.start, index))
    pair = sentence.word(told.start - 1) in _PAIR or (who is not None and len(who.persons) > 1)
    met = objects(sentence, index)
    if who and met and met.start <= index + 5 and sentence.words(index + 1, met.start) & _TO_SOMEBODY:
        yield Telling(
            type="call",
            form="spoke",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=participants(sentence, told, index, index),
            places=scene(sentence, index),
        )
        return
    named = who is not None and len({person.country for person in who.persons}) > 1
    face_to_face = named and sentence.word(index) == "talked" and bool(scene(sentence, index) or fronted(sentence))
    if pair and told.tense == "past" and (face_to_face or sentence.word(index + 1) not in ("to", "about", "of")):
        yield Telling(
            type="call" if named else "meeting",
            form="spoke" if named else "talk",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=who.persons if who else (),
            places=scene(sentence, index),
        )


_TO_SOMEBODY = word_set("with to")


def tell_letters(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "exchanged letters on Wednesday": at a named time only, as the codebook has it."""
    letters = sentence.find(_LETTERS, index + 1, index + 6) or sentence.find(_LETTERS, index - 5, index)
    if letters is None or not any(token.time for token in sentence.tokens):
        return
    told = mood(sentence, index)
    who = participants(sentence, told, index, max(letters, index))
    they = not who and before_adverbs(sentence, min(told.start, index)) in _PAIR
    if len(who) > 1 or they:
        end = max(letters, index)
        yield Telling(type="call", form="letters", sentence=sentence, index=index, end=end, mood=told, principals=who)


_LETTERS = word_set("letters messages greetings congratulations notes cables telegrams")


def tell_discussion(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "A and B discussed grain over the phone", "A discussed grain with B in a telephone call"."""
    if not is_call(sentence, index):
        return
    told = mood(sentence, index)
    other = sentence.find(word_set("with"), index + 1, index + 14)
    who = participants(sentence, told, index, other if other is not None else len(sentence.tokens))
    if len(who) > 1 and told.tense != "unsure":
        yield Telling(type="call", form="call", sentence=sentence, index=index, end=index, mood=told, principals=who)
