"""Finds visits told from the host's side: receiving, being somebody's guest, inviting."""

from __future__ import annotations

from collections.abc import Iterator

from wiredesk.events.clauses.clauses import clause_at
from wiredesk.events.draft import Telling
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.arguments import object_pronoun, objects, subject
from wiredesk.events.sentences.mood import mood
from wiredesk.events.sentences.nouns import is_noun
from wiredesk.events.sentences.phrases import doers, fronted, scene
from wiredesk.events.sentences.places_told import Place, place_at, places
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.events.visits.one_table import asked_together, at_one_table
from wiredesk.kit.places import capital_of
from wiredesk.types import Person


def tell_host(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "will receive the president", "was received by the king"."""
    if is_noun(sentence, index):
        return
    told = mood(sentence, index)
    after = objects(sentence, index)
    who = doers(sentence, told, index)
    if told.passive or sentence.word(index + 1) == "by":
        by = sentence.find(word_set("by"), index + 1, after.start) if after else None
        they = sentence.word(told.start - 1) in _GUESTS
        if after and by is not None and (who or they):
            yield Telling(
                type="visit",
                form="hosted",
                sentence=sentence,
                index=index,
                end=index,
                mood=told,
                principals=who,
                counterparts=after.persons,
                places=tuple(place for place in scene(sentence, index) if place.index < by) or fronted(sentence),
            )
        return
    noun = sentence.find(words.MEETING_NOUNS, index + 1, index + 5)
    if noun is not None and who and (after is None or after.start > noun):
        yield Telling(
            type="meeting",
            form="host talks",
            sentence=sentence,
            index=index,
            end=noun,
            mood=told,
            principals=(*who, *(after.persons if after and _shares(sentence, noun, after.start) else ())),
            places=scene(sentence, noun),
        )
        return
    if who and object_pronoun(sentence, index) and (after is None or after.start > index + 2):
        yield Telling(
            type="visit",
            form="host",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            counterparts=who,
            places=places(sentence, index + 1, reach=6),
        )
        return
    if after and (_is_of_something(sentence, index, after.start) or _is_somebodys(sentence, after.end + 1)):
        return
    land = place_at(sentence, told.start - 1) if not who and told.start > 0 else None
    whole = land is not None and (land.name is None or land.name == capital_of(land.country))
    if after and land is not None and whole:  # "Norway will host the president", "Oslo will welcome her"
        several = len({person.country for person in after.persons} - {land.country}) > 1
        yield Telling(
            type="meeting" if several else "visit",
            form="host",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=after.persons,
            places=places(sentence, after.end, reach=6) or (land,),
        )
        return
    if not after or not who:
        return
    telling = Telling(
        type="visit",
        form="host",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=after.persons,
        counterparts=who,
        places=places(sentence, after.end, reach=6)
        or _here(sentence, index, after.start)
        or tuple(place for place in scene(sentence, index) if place.index < after.start),
    )
    if len({person.country for person in after.persons}) > 1:  # guests of two countries at one table
        yield at_one_table(sentence, index, told, who, after.persons, telling.places)
    else:
        yield telling


def _here(sentence: Sentence, start: int, end: int) -> tuple[Place, ...]:
    """ "received at his office here today the premier": the dateline's town."""
    found = (place_at(sentence, at) for at in range(start, end) if sentence.tokens[at].text.lower() == "here")
    return tuple(place for place in found if place)


def _is_of_something(sentence: Sentence, verb: int, guest: int) -> bool:
    """ "received a call from the premier", "welcomed steps taken by the premier": nobody came."""
    between = sentence.words(verb + 1, guest)
    return bool(between & _OF) and not between & _COMING


def _is_somebodys(sentence: Sentence, after: int) -> bool:
    """ "welcomed the premier's decision": nobody came, either; his visit or arrival is told elsewhere."""
    return sentence.word(after) in ("'s", "’s")


_OF = word_set("from of about by")
_COMING = word_set("delegation visit team group led headed arrival here there mission head")


_GUESTS = word_set("they both couple pair two three royals delegation guest guests visitor visitors ministers leaders")
"""Before "were received by" they mean whoever travels."""


def _shares(sentence: Sentence, noun: int, guest: int) -> bool:
    """ "a dinner for", "a lunch in honour of", "talks with"."""
    return bool(sentence.words(noun + 1, guest) & {"with", "for", "to", "honour", "honor"})


def tell_meal(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "gave a dinner for the president"."""
    meal = sentence.find(_MEALS, index + 1, index + 6)
    if meal is not None:
        yield from tell_host(sentence, index)


_MEALS = word_set("breakfast lunch dinner banquet luncheon")


def tell_invite(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "has invited the president to Paris", "asked him over": no more than an invitation."""
    lemma = verb_tables.verbs("invite")[sentence.word(index)][0]
    told = mood(sentence, index)
    guests = objects(sentence, index)
    hosts = doers(sentence, told, index)
    if lemma == "ask":
        come = sentence.find(word_set("come visit"), index + 1, index + 6)
        to_come = come is not None and sentence.word(come - 1) == "to" and guests is not None and guests.start < come
        to_a_table = guests is not None and asked_together(told, hosts, guests.persons)
        if guests is None or not (to_come or (to_a_table and sentence.word(guests.end + 1) == "to")):
            return
    if told.passive:
        guests, hosts = subject(sentence, told.start), ()
    if not guests or told.tense == "unsure":
        return
    found = places(sentence, index if told.passive else guests.end, reach=7)
    behalf = sentence.find(frozenset({"behalf"}), index, guests.end + _BEHALF_REACH)
    if behalf is not None and sentence.word(behalf + 1) == "of":  # a messenger: who asks stands behind
        asking = objects(sentence, behalf + 1)
        hosts = asking.persons if asking is not None else ()
    if not hosts and (land := _asking_land(sentence, index)) is not None and sentence.word(guests.end + 1) != "to":
        found = (land,)
    if not hosts and not found:
        found = tuple(place for at in range(told.start) if (place := place_at(sentence, at)))[-1:]
    if asked_together(told, hosts, guests.persons):
        yield at_one_table(sentence, index, told, hosts, guests.persons, found)
        return
    yield Telling(
        type="visit",
        form="invite",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=guests.persons,
        counterparts=hosts,
        places=found,
        hint="announced" if _is_taken(sentence, index) else "invited",
    )


def _asking_land(sentence: Sentence, index: int) -> Place | None:
    """ "Peru, which ..., has invited the president as well": the country that asks."""
    clause = clause_at(sentence, index)
    who = clause.subject if clause is not None and not clause.passive else None
    place = place_at(sentence, who.places[0]) if who is not None and who.places else None
    return place if place is not None and place.name is None else None


_BEHALF_REACH = 8
"""Words from the guest to "on behalf of": "to pay a visit to Lima". Set by hand."""


def tell_invitation(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "accepted an invitation to Paris"; "at the invitation of the king" gives a host to the visit told."""
    yield from _conveyed(sentence, index)
    accepted = sentence.find(word_set("accepted accept accepts"), max(0, index - 6), index)
    if accepted is not None:
        told = mood(sentence, accepted)
        hosts = objects(sentence, index) if sentence.word(index + 1) in ("from", "by", "of") else None
        yield Telling(
            type="visit",
            form="accept",
            sentence=sentence,
            index=accepted,
            end=index,
            mood=told,
            principals=doers(sentence, told, accepted),
            counterparts=hosts.persons if hosts else (),
            places=places(sentence, index, reach=8),
            hint="announced",
        )


_GIVEN = word_set(
    "conveyed conveys extended extends handed hands delivered delivers gave gives renewed renews issued issues sent"
)
PASSED_ON = word_set("conveyed conveys delivered delivers handed hands")
_FROM = word_set("from of")
_GOT = word_set("received receives got gets")


def _conveyed(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "extended an invitation to the premier to visit Lima", "has an invitation from the king to visit Lima"."""
    verb = next((at for at in range(index - 1, max(-1, index - 6), -1) if sentence.word(at) in _GIVEN | _GOT), None)
    if verb is None:
        return
    told = mood(sentence, verb)
    doer = doers(sentence, told, verb)
    link = sentence.word(index + 1)
    other = objects(sentence, index + 1) if link in ("to", "from", "by", "of") else None
    given = sentence.word(verb) in _GIVEN
    if given and link in ("from", "of", "by") and other is not None and (asked := _asked(sentence, verb, index)):
        yield Telling(
            type="visit", form="invite", sentence=sentence, index=index, end=index, mood=told, principals=asked,
            counterparts=other.persons, places=places(sentence, other.end, reach=10), hint="invited",
        )  # fmt: skip
        return
    if told.tense == "unsure" or (given and (other is None or link != "to")):
        return
    guests, hosts = (other.persons if other else (), doer) if given else (doer, other.persons if other else ())
    if sentence.word(verb) in PASSED_ON and sentence.find(_FROM, index, index + 2) is None:
        hosts = ()  # a messenger's: who asks is not told
    found = places(sentence, other.end if other else index, reach=10)
    if guests and (hosts or found):
        yield Telling(
            type="visit",
            form="invite",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=guests,
            counterparts=hosts,
            places=found,
            hint="announced" if _is_taken(sentence, index) else "invited",
        )


def _asked(sentence: Sentence, verb: int, noun: int) -> tuple[Person, ...]:
    """Whom a messenger brings it: "conveyed to the premier an invitation from the king to visit Lima"."""
    to = sentence.find(frozenset({"to"}), verb + 1, noun)
    found = objects(sentence, to) if to is not None else None
    return found.persons if found is not None and to is not None and found.start <= to + 2 else ()


def _is_taken(sentence: Sentence, index: int) -> bool:
    """ "an invitation ..., which she accepted", "invited her, and she was pleased to accept"."""
    at = sentence.find(word_set("accepted accepts accept"), index + 1)
    return at is not None and not sentence.words(at - 4, at) & (words.NEGATIONS | words.UNSURE | {"if", "whether"})


def tell_acceptance(sentence: Sentence) -> Iterator[Telling]:
    """ "The invitation has been accepted", "He accepted": about the invitation told last."""
    at = sentence.find(word_set("accepted"))
    if at is None:
        return
    told = mood(sentence, at)
    passive = bool(sentence.words(at - 2, at) & {"been", "was", "is"})
    invited = sentence.find(words.INVITATION, 0, at) is not None and passive
    alone = sentence.word(at + 1) in (".", ",", ";", "") or (
        sentence.word(at + 1) == "with" and sentence.word(at + 2) in _GLADNESS  # "accepted with pleasure"
    )
    alone = alone or (sentence.word(at + 1) == "the" and sentence.word(at + 2) in words.INVITATION)
    if told.negated or not (invited or (alone and len(doers(sentence, told, at)) == 1)):
        return
    yield Telling(
        type="visit",
        form="accepted",
        sentence=sentence,
        index=at,
        end=at,
        mood=told,
        hint="announced",
    )


_GLADNESS = word_set("pleasure thanks gratitude delight joy appreciation satisfaction great")
