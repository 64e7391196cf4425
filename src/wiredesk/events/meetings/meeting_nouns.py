"""Finds meetings told by a noun: talks held, a session called off, the next round planned for a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from wiredesk.events.clauses.clauses import Clause, clauses
from wiredesk.events.draft import Telling
from wiredesk.events.meetings.conversations import is_call, participants
from wiredesk.events.meetings.gapped import tell_gapped
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.arguments import objects, subject
from wiredesk.events.sentences.mood import Mood, forms, mood
from wiredesk.events.sentences.nouns import befalls, fate, is_noun
from wiredesk.events.sentences.phrases import scene
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import EventStatus, Person


def is_round(sentence: Sentence, index: int) -> bool:
    """ "A second round, in Lima, is due in May": of talks, if nothing else is said of it."""
    return sentence.word(index - 1) in words.AGAIN and sentence.word(index + 1) != "of"


def is_meeting_noun(sentence: Sentence, index: int) -> bool:
    """Whether "meeting", "talks", "summit" is the noun."""
    word = sentence.word(index)
    if word == "meeting":
        before = sentence.word(index - 1)
        return is_noun(sentence, index) or before in ("virtual", "in-person", "trilateral", "bilateral")
    if word == "talks":
        owner = sentence.tokens[index - 1] if index else None
        return owner is None or owner.kind != "person" or owner.text.lower() in ("his", "her")
    return True


def tell_meeting_noun(sentence: Sentence, index: int) -> Iterator[Telling]:
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
    if (
        governor is None
        and link is not None
        and len(who) == 1
        and (first := _shared_governor(sentence, index)) is not None
    ):
        told = mood(sentence, first)
        doers = subject(sentence, min(told.start, first))
        who = [*(one for one in (doers.persons if doers else ()) if one not in who), *who]
        governor = index
    came = False
    if governor is None and len(who) == 1 and (verb := _came_for(sentence, index)) is not None:
        doers = subject(sentence, min(verb.group.start, verb.verb))
        if doers is not None and doers.start < index and not any(one in who for one in doers.persons):
            told, governor, who = mood(sentence, verb.verb), index, [*doers.persons, *who]
            came = True
    if not who and (is_call(sentence, index) or "their" in sentence.words(index - 3, index)):
        who = list(_speakers(sentence, index))
    owner = sentence.tokens[index - 2] if index > 1 and sentence.word(index - 1) in ("'s", "’s") else None
    if who and owner is not None and owner.kind == "person":  # "the president's meeting with the king"
        who = [*(person for person in owner.people if person not in who), *who]
    pair = bool(sentence.words(index - 3, index) & {"their"}) or sentence.word(index - 1) in words.AGAIN
    counted = sentence.word(0) in _THIS and sentence.word(index - 1) in words.AGAIN | {"first"}  # "It is their third"
    own = pair and not counted and not who and (bool(scene(sentence, index)) or _has_time(sentence, index))
    separate = any(sentence.word(at) in ("separate", "in-person", "another") for at in range(max(0, index - 3), index))
    if not who and not hint and governor is None and not separate and not own:
        return
    if not who and sentence.word(index + 1) == "of" and not _of_a_group(sentence, index + 2):
        return  # "The eighth meeting of the joint commission will be held in May": not of those told before
    call = sentence.word(index) in words.CALL_NOUNS or is_call(sentence, index)
    telling = Telling(
        type="call" if call else "meeting",
        form="came for" if came else "talks",
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
    met = objects(sentence, link) if link is not None else None
    others = [one for one in met.persons if one in who] if met is not None else []
    caller = [one for one in who if one not in others]
    if separate and sentence.word(index).endswith("s") and len(others) > 1 and caller:
        for other in others:  # "held separate talks with A and B"
            yield replace(telling, principals=(*caller, other), separate=False)
    else:
        yield telling
        if not (call or governor is None or hint or came):
            yield from tell_gapped(telling)


def _of_a_group(sentence: Sentence, start: int) -> bool:
    """ "a meeting of the two ministers", "of the three"."""
    return bool(sentence.words(start, start + 4) & _GROUPS) or any(
        token.people for token in sentence.tokens[start : start + 3]
    )


_GROUPS = word_set("two three four both leaders ministers presidents premiers chiefs pair heads sides")


def _shared_governor(sentence: Sentence, index: int) -> int | None:
    """ "had breakfast with A and, later, lunch with B": the verb before the first meal governs the second as well."""
    link = next((at for at in range(index - 1, -1, -1) if sentence.word(at) == "and"), None)
    if link is None or any(sentence.tokens[at].kind == "person" for at in range(link, index)):
        return None
    for at in range(link - 1, 0, -1):
        if sentence.word(at) in words.MEETING_NOUNS:
            before = (
                one for one in range(at - 1, max(-1, at - 5), -1) if sentence.word(one) in verb_tables.verbs("hold")
            )
            return next(before, None)
    return None


def _came_for(sentence: Sentence, index: int) -> Clause | None:
    """ "flew to Lima for talks with X", "is in Lima for a meeting with X": the clause of the verb that brought them."""
    led = next((at for at in range(index - 1, max(-1, index - _LED_WITHIN), -1) if sentence.word(at) == "for"), None)
    if led is None or any(sentence.tokens[at].kind in ("person", "mark") for at in range(led, index)):
        return None
    before = [one for one in clauses(sentence) if one.group.start < led]
    if not before or sentence.word(before[-1].verb) not in _bringing():
        return None
    if sentence.word(before[-1].verb + 1) in words.PLANNED:
        return None  # "was due in Lima for talks": whether they were held is not told
    between = sentence.tokens[before[-1].verb + 1 : led]
    return None if any(token.lower in words.CLAUSE_OPENERS | {";", ","} for token in between) else before[-1]


_THIS = frozenset({"it", "this", "that"})
_LED_WITHIN = 5
"""Words from "for" to the noun: "for two days of talks". Set by hand."""


@cache
def _bringing() -> frozenset[str]:
    """The verbs that bring somebody to talks."""
    kinds: tuple[verb_tables.VerbClass, ...] = ("go", "arrive", "reach", "leave", "stay", "visit")
    return frozenset(word for kind in kinds for word in verb_tables.verbs(kind))


def _has_time(sentence: Sentence, index: int) -> bool:
    """Whether a time stands right behind a noun, "their meeting in May", "their meeting last week"."""
    return any(token.kind == "time" for token in sentence.tokens[index + 1 : index + 3])


def _far_link(sentence: Sentence, index: int) -> int | None:
    """ "held talks today at the ministry's headquarters with": no other deed stands between."""
    for at in range(index + 1, min(index + _LINK_REACH, len(sentence.tokens))):
        word = sentence.word(at)
        if word == "with" or (word == "between" and sentence.words(index + 1, at) & {"place", "held"}):
            return at
        if word in ("took", "place", "was", "held"):
            continue  # "A conversation took place on Tuesday between"
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
        if word in words.THOUGHTS and sentence.word(position + 1) in ("for", "of"):
            return position, Mood(tense="unsure", start=position), None  # "a proposal for talks between"
        if word in words.CLAUSE_OPENERS or sentence.tokens[position].kind == "person":
            break
    planned: tuple[int, Mood, None] | None = None
    governor_before = sentence.find(frozenset({"for", "at", "in", "during"}), index - 3, index) is not None
    for position in range(index + 1, min(len(sentence.tokens), index + _FATE_REACH)):
        if sentence.word(position) in words.VISIT_NOUNS and is_noun(sentence, position):
            break  # "spoke by phone and the trip was put off": the trip's fate
        hint = fate(sentence, position)
        if hint and befalls(sentence, position, index) and not (governor_before and _is_over(sentence, position)):
            return position, mood(sentence, position), hint
        held = sentence.word(position) in verb_tables.verbs("hold") and position <= index + _HELD_WITHIN
        if held and sentence.word(position - 1) in ("they", "two", "both") and not is_noun(sentence, position):
            return position, mood(sentence, position), None  # "the conversation they had in Lima last month"
        takes = sentence.word(position) == "place" and sentence.word(position - 1) in verb_tables.verbs("take")
        if takes or sentence.word(position) in _HAPPENING:
            told = mood(sentence, position - takes)
            undone = told.negated and told.tense == "past" and sentence.find(frozenset({"but"}), 0, index) is not None
            if takes or undone:  # "was to meet him on Friday, but the talks did not take place"
                return (
                    position - takes,
                    told if not undone else replace(told, negated=False),
                    "cancelled" if undone else None,
                )
        if sentence.word(position) in (";", "."):
            break
        if sentence.word(position) in ("held", "convened", "hosted") and mood(sentence, position).passive:
            return position, mood(sentence, position), None  # "a fourth session is to be held in Lima"
        if _is_course(sentence, position):
            return position, mood(sentence, position), None
        if planned is None and (plan := _is_planned(sentence, position)) is not None:
            planned = position, plan, None  # unless it came to nothing: "had been set for June but was put off"
    return planned or (None, Mood(tense="past", start=index), None)


def _is_over(sentence: Sentence, position: int) -> bool:
    """ "gathered for a summit that had been delayed": what was put off has taken place by now."""
    told = mood(sentence, position)
    return told.before and sentence.word(told.start - 1) in ("that", "which")


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


_FATE_REACH = 20
"""Words behind talks within which a verb says what becomes of them. Set by hand."""
_HELD_WITHIN = 5
"""Words from talks to "they had": "the conversation that the two had". Set by hand."""
_HAPPENING = word_set("happen happened materialise materialised materialize materialized")
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
