"""Finds visits told by verbs of going and arriving, with the place that a preposition leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from wiredesk.events.clauses.clauses import clause_at
from wiredesk.events.clauses.lexicon import PRONOUNS
from wiredesk.events.clauses.tags import tags
from wiredesk.events.draft import Edge, Telling
from wiredesk.events.meetings.meeting_nouns import is_meeting_noun
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.arguments import objects
from wiredesk.events.sentences.mood import Mood, forms, mood
from wiredesk.events.sentences.nouns import is_noun
from wiredesk.events.sentences.phrases import after_preposition, doers
from wiredesk.events.sentences.places_told import Place, places
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.events.visits.presence import TO_A_PUBLIC, in_place_of_another, tell_present_at
from wiredesk.events.visits.stays import tell_leave, tell_stay, to_the_land
from wiredesk.events.visits.visit_nouns import main_subject
from wiredesk.types import Person

_NOUN_REACH = 8


_PREPOSITIONS: dict[verb_tables.VerbClass, tuple[frozenset[str], int]] = {
    "go": (word_set("to into for across in home on with through between"), 7),
    "arrive": (word_set("in at on to down"), 7),
    "attend": (word_set("in at"), 9),
    "lead": (word_set("to"), 6),
}
"""What leads from a verb to its place, and how many words may stand between."""
_SELF_EVIDENT = word_set("came flew flown")
"""Verbs of going that tell of a visit without naming a place: "Iran's minister came on Saturday"."""

_PAST_IT = word_set("over past above around across")
"""After "flew" they tell of no arrival: "flew over the burnt hills"."""


@cache
def moving() -> dict[str, verb_tables.VerbClass]:
    """Each form of a verb of going, and its class."""
    return {word: kind for kind in reversed(_PREPOSITIONS) for word in verb_tables.verbs(kind)}


def tell_movement(sentence: Sentence, index: int, word: str) -> Iterator[Telling]:
    """Going, arriving, leaving, staying: a verb, a preposition and a place."""
    if word in verb_tables.verbs("leave"):
        yield from tell_leave(sentence, index)
    elif word in verb_tables.verbs("stay"):
        yield from tell_stay(sentence, index)
    elif word in verb_tables.verbs("take") and sentence.word(index + 1) == "part":
        yield from tell_present_at(sentence, index)
    elif word in verb_tables.verbs("take") or word in _COMPRISING:
        yield from _take(sentence, index)
    elif word in verb_tables.verbs("speak"):
        noun = word == "talks" and is_meeting_noun(sentence, index)  # "held talks in Lima"
        if not noun and not words.CALL_WORDS & sentence.lowers and sentence.words(index + 1, index + 3) & TO_A_PUBLIC:
            yield from tell_present_at(sentence, index)
    else:
        if word in verb_tables.verbs("reach"):
            yield from _reach_the_land(sentence, index)
        kind = moving().get(word)
        if kind is None or is_noun(sentence, index) or _is_compound(sentence, index) or _halts(sentence, index):
            return  # "tax returns and land titles"
        if kind == "go" and sentence.word(index + 1) == "out" and sentence.word(index + 2) == "of":
            yield from _out_of(sentence, index)
        else:
            yield from _moved(sentence, index, kind)


def _halts(sentence: Sentence, index: int) -> bool:
    """ "stopped the sale of ships in Peru", "stop selling ships in Peru": a thing, and not on the way."""
    following = sentence.word(index + 1)
    return sentence.word(index).startswith(("stop", "continu")) and (following in _ENDED or following.endswith("ing"))


_ENDED = word_set("the a an all any its his her their")


def _out_of(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "flew out of Lima on Friday"."""
    told = mood(sentence, index)
    yield Telling(
        type="visit",
        form="leave",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=doers(sentence, told, index),
        places=places(sentence, index + 2, reach=1),
        edge="leave",
    )


def _reach_the_land(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "reached the island on Monday": where the article is."""
    if to_the_land(sentence, index - 1, frozenset({sentence.word(index)})):
        told = mood(sentence, index)
        yield Telling(
            type="visit",
            form="arrive",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=doers(sentence, told, index),
            edge="arrive",
        )


_PARTICLES: dict[str, frozenset[str]] = {
    "turn": word_set("up"),
    "show": word_set("up"),
    "step": word_set("off"),
    "touch": word_set("down"),
    "swing": word_set("through by into"),
    "slip": word_set("into in across"),
    "race": word_set("to"),
    "hop": word_set("to over across"),
    "ride": word_set("to into"),
    "get": word_set("home back to in into away here"),
    "walk": word_set("across over into"),
    "motor": word_set("to into over across down up"),
    "pop": word_set("over across into in to"),
    "nip": word_set("over across into to"),
    "set": word_set("off out forth"),
    "join": word_set("a an the his her their"),
}
"""What has to stand right behind a verb that may tell of something else: "turned up in", "joined a summit in"."""


def _moved(sentence: Sentence, index: int, kind: verb_tables.VerbClass) -> Iterator[Telling]:
    lemma = verb_tables.verbs(kind)[sentence.word(index)][0]
    if lemma in _PARTICLES and sentence.word(index + 1) not in _PARTICLES[lemma]:
        return
    about_to = sentence.word(index) == "going" and sentence.word(index + 1) == "to" and clause_at(sentence, index + 1)
    if about_to or (lemma == "bring" and not _brings_somebody(sentence, index)):
        return  # "was going to make a trip to"
    told = _going_mood(sentence, index, lemma if kind == "go" else "")
    prepositions, reach = _PREPOSITIONS[kind]
    found = after_preposition(sentence, index, prepositions, reach=reach)
    edge: Edge = "arrive" if kind == "arrive" and lemma not in ("stop", "end") else "single"
    form = "arrive" if edge == "arrive" else "set off" if lemma in ("fly", "go", "head") else "go"
    origin = sentence.find(word_set("from"), index + 1, index + 8) if lemma == "return" else None
    if origin is not None and sentence.find(words.VISIT_NOUNS, origin, origin + 8) is not None:
        return  # "returned from a visit to Peru": the noun tells of it
    if lemma == "shuttle" and found and len(found) < 2:
        return
    if kind == "go" and (lemma == "return" or _follows(sentence, index, word_set("home back"))):
        back = after_preposition(sentence, index, word_set("from"), reach=5) or after_preposition(
            sentence, index, word_set("in"), reach=6
        )
        if lemma != "return" or back:
            found, edge, form = back, "leave", "leave"
    if kind == "attend" and told.infinitive and sentence.find(words.INVITATION, max(0, index - 4), index) is not None:
        return  # the invitation itself tells of it
    self_evident = sentence.word(index) in _SELF_EVIDENT and told.tense == "past"
    self_evident = self_evident and sentence.word(index + 1) not in _PAST_IT and not _to_the_unknown(sentence, index)
    if lemma == "return" and sentence.find(words.VISIT_NOUNS, index + 1, index + 4) is not None:
        return  # "will return the visit": the noun tells of it
    if lemma == "return" and not found and form == "go" and told.tense in ("future", "planned", "present"):
        edge, form = "leave", "leave"  # "will return on Friday"
    coming = lemma == "come" or (lemma in ("fly", "jet", "drive") and sentence.word(index + 1) == "in")
    coming = coming and told.tense in ("future", "planned") and not told.negated
    self_evident = self_evident or (coming and "from" not in sentence.words(index + 1, index + 4))
    if (
        kind == "attend"
        and not found
        and told.tense == "past"
        and "past" in forms(sentence.word(index))
        and _at_the_gathering(sentence, index)
    ):
        form, self_evident = "attended", True
    if not found and kind in ("go", "arrive") and form != "leave" and to_the_land(sentence, index, prepositions):
        form, self_evident = "there", True
    if not found and form in ("go", "set off") and not self_evident:
        yield from _without_place(sentence, index, told)
        return
    if lemma in ("end", "stop", "continue") and not (found and _is_on_the_way(sentence, index, lemma, found[0])):
        return
    if sentence.word(index - 1) in ("on", "upon") and told.progressive and told.tense == "present":
        told = replace(told, tense="past")  # "On arriving in Lima the minister said"
    who = _movers(sentence, index, lemma, told)
    home = {person.country for person in who}
    if kind == "go" and found and all(place.country in home for place in found):
        found, edge, form = (), "leave", "leave"  # "returns to Seoul"
    if sentence.find(word_set("since"), max(0, index - 3), index) is not None and not told.negated:
        edge = "arrive"  # "has kept to the hotel since he landed"
    if form == "set off" and _on_a_visit(sentence, index):
        edge = "arrive"
    telling = Telling(
        type="visit",
        form=form,
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=who,
        places=found,
        edge=edge,
    )
    if kind == "go" and found and sentence.word(index + 1) == "on" and told.tense == "past" and not told.perfect:
        yield replace(telling, form="leave", edge="leave", places=())  # "went on to Quito": the stop before is over
        telling = replace(telling, form="leave for")
    if kind == "attend" and len({person.country for person in who}) > 1:  # guests of one event who travel apart
        for country in dict.fromkeys(person.country for person in who):
            yield replace(telling, principals=tuple(person for person in who if person.country == country))
    else:
        yield telling


def _going_mood(sentence: Sentence, index: int, lemma: str) -> Mood:
    """ "is headed for Lima", "is believed to be flying to Lima": still to come. Without a lemma as it stands."""
    told = mood(sentence, index)
    believed = "be" in sentence.words(told.start, index)
    if lemma and told.tense == "present" and (believed or (lemma == "head" and told.passive)):
        return replace(told, tense="planned", passive=False, progressive=False)
    return told


def _on_a_visit(sentence: Sentence, index: int) -> bool:
    """ "set off for Lima at noon for a working visit", "flies to Lima on a three-day trip": the day is its first."""
    noun = sentence.find(words.VISIT_NOUNS, index, index + 12)
    return noun is not None and sentence.find(word_set("for on"), max(index, noun - 7), noun) is not None


def _is_compound(sentence: Sentence, index: int) -> bool:
    """ "tax returns and land titles": a noun by its place, behind another in the singular or "and"."""
    told, before = tags(sentence), sentence.word(index - 1)
    if index == 0 or told[index] != "noun" or told[index - 1] not in ("noun", "and"):
        return False
    if index + 1 == len(told) or told[index + 1] not in ("noun", "and"):
        return False
    return before.isalpha() and sentence.tokens[index - 1].text.islower() and not before.endswith("s")


def _brings_somebody(sentence: Sentence, index: int) -> bool:
    """ "brought her to Lima", "a trip that will bring the king to Lima", but not "brings peace to Lima"."""
    near = sentence.tokens[index + 1 : index + 1 + _NOUN_REACH]
    return any(token.kind == "person" or token.lower in PRONOUNS | words.CARRIERS | _COMPANY for token in near)


_COMPANY = word_set("cabinet ministers team aides officials advisers advisors wife husband family staff")


def _movers(sentence: Sentence, index: int, lemma: str, told: Mood) -> tuple[Person, ...]:
    """Who moves: the doers, with those whom they accompany before them."""
    who = doers(sentence, told, index)
    if not who and sentence.word(index - 1) in ("on", "upon"):
        return main_subject(sentence, index)
    if lemma != "accompany":
        return who
    led = objects(sentence, index)
    return (led.persons if led else ()) + tuple(person for person in who if not led or person not in led.persons)


def _without_place(sentence: Sentence, index: int, told: Mood) -> Iterator[Telling]:
    """ "will now travel on May 5", "will go in his place": of a journey told before."""
    reset = told.tense == "future" and "now" in sentence.words(told.start, index)
    if reset or in_place_of_another(sentence, index):
        yield Telling(
            type="visit",
            form="reset" if reset else "stand-in",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=doers(sentence, told, index),
        )


def _to_the_unknown(sentence: Sentence, index: int) -> bool:
    """ "flew to the Wachan Valley": to a place that no table knows, and so not to where the article is."""
    to = sentence.find(word_set("to into"), index + 1, index + 4)
    if to is None:
        return False
    at = to + 2 if sentence.word(to + 1) == "the" else to + 1
    return at < len(sentence.tokens) and sentence.tokens[at].kind == "word" and sentence.tokens[at].text[:1].isupper()


def _at_the_gathering(sentence: Sentence, index: int) -> bool:
    """ "X also attended", "X attended the conference": one that the article speaks of."""
    alone = sentence.word(index - 1) == "also" or sentence.word(index + 1) in (".", ",", "too", "as")
    return alone or sentence.find(words.GATHERINGS, index + 1, index + 6) is not None


def _follows(sentence: Sentence, index: int, wanted: frozenset[str]) -> bool:
    return sentence.word(index + 1) in wanted


def _is_on_the_way(sentence: Sentence, index: int, lemma: str, place: Place) -> bool:
    """ "stopped in Lima", "the tour ended in Lima"; "continues to Lima", right behind the verb."""
    on = sentence.word(index + 1) in ("on", "onward", "onwards")
    at_once = lemma == "continue" and sentence.word(index + 1 + on) == "to" and place.index == index + 2 + on
    return at_once or lemma == "stop" or any(token.lower in words.VISIT_NOUNS for token in sentence.tokens[:index])


_COMPRISING = word_set("includes include covers cover comprises")


def _take(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "a tour that takes her through Chad", "a voyage that is to take in Togo", "a trip that includes Mali"."""
    noun = max((at for at in range(index) if sentence.word(at) in words.VISIT_NOUNS), default=None)
    if noun is None or index - noun > _NOUN_REACH + 4:
        return
    comprised = sentence.word(index) in _COMPRISING
    found = places(sentence, index, reach=1) if comprised else ()
    found = found or after_preposition(sentence, index, word_set("to in through"), reach=8)
    if found:
        told = mood(sentence, index)
        who = objects(sentence, index)
        persons = who.persons if who and who.start < found[0].index else doers(sentence, told, noun)
        named = [token.people for token in sentence.tokens[:index] if token.people]
        persons = persons or (named[0] if len(named) == 1 else ())  # "the premier's tour will take him to"
        yield Telling(
            type="visit",
            form="take",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=persons,
            places=found,
        )
