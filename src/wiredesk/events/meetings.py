"""Finds the words that tell of a meeting or a call: people who meet, talk, sign, stand side by side in a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from wiredesk.events import verb_tables, words
from wiredesk.events.arguments import object_pronoun, objects, subject
from wiredesk.events.captions import tell_caption
from wiredesk.events.conversations import is_call, participants, tell_discussion, tell_letters, tell_speech
from wiredesk.events.distance import tell_at_a_distance
from wiredesk.events.draft import Telling
from wiredesk.events.mood import Mood, forms, mood
from wiredesk.events.nouns import fate, is_noun
from wiredesk.events.phrases import fronted, scene
from wiredesk.events.places_told import place_at
from wiredesk.events.reading import Sentence
from wiredesk.events.shared_deeds import tell_beside, tell_shared_deed
from wiredesk.events.words import word_set
from wiredesk.types import EventStatus, EventType, Person


def tell_meetings(sentence: Sentence) -> Iterator[Telling]:
    """All tellings of meetings and calls in a sentence, in the order of their triggers."""
    if sentence.caption:
        yield from tell_caption(sentence)
        return
    told = list(_told(sentence))
    yield from told
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
            or (word in ("call", "conference") and sentence.word(index - 1) in words.CALL_WORDS)
            or (word in _CALL_NOUNS and is_noun(sentence, index) and sentence.word(index + 1) in _BETWEEN_PARTIES)
            or (word == "round" and _is_round(sentence, index))
        ):
            yield from _noun(sentence, index)
        elif (
            (word in verb_tables.verbs("meet") and not is_noun(sentence, index))
            or (word in verb_tables.verbs("sit") and _follows(sentence, index, "down", "with", "together"))
            or (word in verb_tables.verbs("call") and sentence.word(index + 1) == "on")
        ):
            yield from _verb(sentence, index)
        elif word in verb_tables.verbs("speak") and _follows(
            sentence, index, "beside", "alongside", "by", "with", "together", "to", "on", "for", "in"
        ):
            yield from tell_speech(sentence, index)
        elif word in verb_tables.verbs("exchange"):
            yield from tell_letters(sentence, index)
        elif word in ("bring", "brings", "brought"):
            yield from _brought(sentence, index)
        elif word in verb_tables.verbs("beside") and word not in verb_tables.verbs("joint"):
            yield from tell_beside(sentence, index)
        elif (word in verb_tables.verbs("call") or word in verb_tables.verbs("joint")) and not is_noun(sentence, index):
            yield from _joint(sentence, index)


@cache
def _triggers() -> frozenset[str]:
    """All words that may tell of a meeting or a call."""
    kinds: tuple[verb_tables.VerbClass, ...] = ("meet", "sit", "speak", "exchange", "call", "joint", "beside")
    verbs = frozenset(word for kind in kinds for word in verb_tables.verbs(kind))
    return verbs | words.MEETING_NOUNS | _CALL_NOUNS | {"conference", "round", "bring", "brings", "brought"}


def _is_round(sentence: Sentence, index: int) -> bool:
    """ "A second round, in Lima, is due in May": of talks, if nothing else is said of it."""
    return sentence.word(index - 1) in words.AGAIN and sentence.word(index + 1) != "of"


_CALL_NOUNS = word_set("call calls videoconference teleconference")
_BETWEEN_PARTIES = word_set("with between")


def is_meeting_noun(sentence: Sentence, index: int) -> bool:
    """Whether "meeting", "talks", "summit" is the noun."""
    word = sentence.word(index)
    if word == "meeting":
        before = sentence.word(index - 1)
        return is_noun(sentence, index) or before in ("virtual", "in-person", "trilateral", "bilateral")
    if word == "talks":
        return not (index and sentence.tokens[index - 1].kind == "person")
    return True


def _follows(sentence: Sentence, index: int, *wanted: str) -> bool:
    return any(sentence.word(index + step) in wanted for step in (1, 2, 3, 4))


def _kind(sentence: Sentence, index: int) -> EventType:
    return "call" if is_call(sentence, index) else "meeting"


def _verb(sentence: Sentence, index: int) -> Iterator[Telling]:
    told = mood(sentence, index)
    word = sentence.word(index)
    seeing = word in verb_tables.verbs("call") or verb_tables.verbs("meet").get(word, ("",))[0] in _SEEING
    each_other = sentence.word(index + 1) in ("each", "one") and sentence.word(index + 2) in ("other", "another")
    if seeing and not each_other and not _sees_somebody(sentence, index):
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
    yield from _gapped(telling)


def _calls_somebody(sentence: Sentence, index: int) -> bool:
    """ "called Ghana's Asare on Wednesday", but not "called Asare a liar"."""
    met = objects(sentence, index)
    if met is None or met.start > index + 3:
        return False
    if any(
        token.kind == "word" and token.lower not in ("'s", "’s") for token in sentence.tokens[index + 1 : met.start]
    ):
        return False
    after = sentence.tokens[met.start + 1] if met.start + 1 < len(sentence.tokens) else None
    return after is None or after.kind in ("time", "mark") or after.lower in _AFTER_A_CALL


_AFTER_A_CALL = word_set("on late early after to and before about from at in shortly hours again")
_SEEING = ("see", "dine")
_MOVED = word_set("surprised shocked sorry delighted astonished amused amazed sad disappointed")
"""Before "to see" they tell of a feeling, not of a meeting."""


def _sees_somebody(sentence: Sentence, index: int) -> bool:
    """ "will see the king", "dined with the king", "will call on the king"; "saw that", "called on him to resign"."""
    met = objects(sentence, index)
    if met is None or met.start > index + 3 or not subject(sentence, min(mood(sentence, index).start, index)):
        return False
    return sentence.word(met.end + 1) not in ("to", "as", "'s", "’s") and not forms(sentence.word(met.end + 1))


def _met_by(sentence: Sentence, index: int, told: Mood) -> Iterator[Telling]:
    """ "was met at the airport by the transport minister": a host of the visit."""
    by = sentence.find(word_set("by"), index + 1, index + 6)
    hosts = objects(sentence, by) if by is not None else None
    guests = subject(sentence, told.start)
    if by is not None and hosts and guests and hosts.start <= by + 2:
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


def _gapped(telling: Telling) -> Iterator[Telling]:
    """ "met A in Lima on Monday and B in Quito on Tuesday": the second meeting, without a verb of its own."""
    sentence = telling.sentence
    met, before = objects(sentence, telling.index), subject(sentence, min(telling.mood.start, telling.index))
    if met is None or before is None:
        return
    apart = False
    for index in range(met.end + 1, len(sentence.tokens) - 2):
        token = sentence.tokens[index]
        if token.kind == "person" and apart and sentence.word(index + 1) in ("in", "at", "on"):
            others = objects(sentence, index - 1)
            if others is not None and others.start == index:
                yield replace(
                    telling,
                    index=index,
                    end=index,
                    principals=(*before.persons, *others.persons),
                    places=scene(sentence, index),
                )
            return
        apart = apart or token.kind in ("place", "time")
        if token.kind == "word" and token.lower not in ("in", "at", "on", "and", "the", "then"):
            return


def _brought(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "Qatar brought the two presidents together": a meeting in the country that did."""
    met = objects(sentence, index)
    if met is None or len(met.persons) < 2 or sentence.word(met.end + 1) != "together":
        return
    host = place_at(sentence, index - 1) or place_at(sentence, index - 2)
    yield Telling(
        type="meeting",
        form="joint",
        sentence=sentence,
        index=index,
        end=index,
        mood=mood(sentence, index),
        principals=met.persons,
        places=scene(sentence, index) or ((host,) if host and host.name is None else ()),
    )


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
        yield Telling(type="call", form="call", sentence=sentence, index=index, end=index, mood=told, principals=who)
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


def _noun(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "held talks with", "a meeting between A and B", "a session with B was called off", "Tuesday's summit"."""
    governor, told, hint = _governor(sentence, index)
    link = sentence.find(word_set("with between of among"), index + 1, index + 4) or _far_link(sentence, index)
    who: list[Person] = []
    if link is not None:
        met = objects(sentence, link)
        who += met.persons if met else ()
    if governor is not None and governor < index and (link is None or sentence.word(link) == "with"):
        before = subject(sentence, min(told.start, governor))
        who = [
            *(before.persons if before else ()),
            *(person for person in who if not before or person not in before.persons),
        ]
    if not who and (is_call(sentence, index) or "their" in sentence.words(index - 3, index)):
        who = list(_speakers(sentence, index))
    owner = sentence.tokens[index - 2] if index > 1 and sentence.word(index - 1) in ("'s", "’s") else None
    if who and owner is not None and owner.kind == "person":  # "the president's meeting with the king"
        who = [*(person for person in owner.people if person not in who), *who]
    pair = bool(sentence.words(index - 3, index) & {"their"}) or sentence.word(index - 1) in words.AGAIN
    own = pair and not who and (bool(scene(sentence, index)) or _has_time(sentence, index))
    separate = any(sentence.word(at) in ("separate", "in-person", "another") for at in range(max(0, index - 3), index))
    if not who and not hint and governor is None and not separate and not own:
        return
    call = sentence.word(index) in _CALL_NOUNS or is_call(sentence, index)
    yield Telling(
        type="call" if call else "meeting",
        form="talks",
        sentence=sentence,
        index=index if governor is None else min(governor, index),
        end=index if governor is None else max(governor, index),
        mood=told,
        principals=tuple(who),
        places=() if call else scene(sentence, index),
        hint=hint,
        bare=governor is None,
        separate=separate,
    )


def _has_time(sentence: Sentence, index: int) -> bool:
    """Whether a time stands right behind a noun, "their meeting in May", "their meeting last week"."""
    return any(token.kind == "time" for token in sentence.tokens[index + 1 : index + 3])


def _far_link(sentence: Sentence, index: int) -> int | None:
    """ "held talks today at the ministry's headquarters with": no other deed stands between."""
    for at in range(index + 1, min(index + _LINK_REACH, len(sentence.tokens))):
        word = sentence.word(at)
        if word == "with":
            return at
        if word in words.CLAUSE_OPENERS or word in (";", ",", "and") or forms(word) - {"base"}:
            return None
        if sentence.tokens[at].kind == "person":
            return None
    return None


_LINK_REACH = 14
"""Words after "talks" within which "with" may follow: place and day stand between. Set by hand."""


def _speakers(sentence: Sentence, index: int) -> tuple[Person, ...]:
    """ "A told B in a telephone call": who speaks and who listens."""
    for position in range(index - 1, 0, -1):
        if sentence.word(position) in ("told", "assured", "urged", "thanked", "congratulated", "informed"):
            return participants(sentence, mood(sentence, position), position, position)
    return ()


def _governor(sentence: Sentence, index: int) -> tuple[int | None, Mood, EventStatus | None]:
    for position in range(index - 1, max(-1, index - 7), -1):
        word = sentence.word(position)
        hint = fate(sentence, position)
        if hint:
            return position, mood(sentence, position), hint
        if word in verb_tables.verbs("hold") and not is_noun(sentence, position):
            return position, mood(sentence, position), None
        if word in words.CLAUSE_OPENERS or sentence.tokens[position].kind == "person":
            break
    planned: tuple[int, Mood, None] | None = None
    for position in range(index + 1, min(len(sentence.tokens), index + 16)):
        if sentence.word(position) in words.VISIT_NOUNS and is_noun(sentence, position):
            break  # "spoke by phone and the trip was put off": the trip's fate
        hint = fate(sentence, position)
        if hint:
            return position, mood(sentence, position), hint
        if sentence.word(position) == "place" and sentence.word(position - 1) in verb_tables.verbs("take"):
            return position - 1, mood(sentence, position - 1), None
        if sentence.word(position) in (";", "."):
            break
        if _is_course(sentence, position):
            return position, mood(sentence, position), None
        if planned is None and (plan := _is_planned(sentence, position)) is not None:
            planned = position, plan, None  # unless it came to nothing: "had been set for June but was put off"
    return planned or (None, Mood(tense="past", start=index), None)


def _is_planned(sentence: Sentence, position: int) -> Mood | None:
    """ "A second round is pencilled in for May 3", "talks are set for Monday": the plan's mood, if it has a day."""
    be = position - 1
    while be > 0 and sentence.word(be) in words.ADVERBS:
        be -= 1
    if sentence.word(position) not in words.PLANNED | _FIXED or sentence.word(be) not in _IS:
        return None
    until = min(len(sentence.tokens), position + 6)
    if sentence.word(position + 1) == "to" or not any(one.kind == "time" for one in sentence.tokens[position:until]):
        return None
    return Mood(tense="planned", start=be, before=sentence.word(be) in ("was", "were"))


_FIXED = word_set("pencilled penciled fixed arranged foreseen envisaged booked")
_IS = word_set("is are was were been be")


def _is_course(sentence: Sentence, position: int) -> bool:
    """ "The talks broke up on Monday", "a call lasted an hour on Monday": the verb says how the event went."""
    word = sentence.word(position)
    if word not in _COURSE or is_noun(sentence, position) or sentence.word(position - 1) in words.CLAUSE_OPENERS:
        return False
    return sentence.tokens[position - 1].kind in ("person", "place", "time") or position < len(sentence.tokens) - 1


_COURSE = word_set(
    """
    began begun begin begins started starts start ended ends end finished concluded concludes conclude broke breaks
    opened opens open wrapped lasted resumed resume resumes
    """
)
"""Verbs that say how talks went or will go."""
