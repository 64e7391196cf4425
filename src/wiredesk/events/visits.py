"""Finds the words that tell of a visit: verbs of going and of being somewhere; nouns, hosts and guests beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from wiredesk.events import words
from wiredesk.events.arguments import Place, objects, place_at, places, subject
from wiredesk.events.draft import Edge, Telling
from wiredesk.events.hosting import tell_acceptance, tell_guest, tell_host, tell_invitation, tell_invite, tell_meal
from wiredesk.events.mood import Mood, forms, mood
from wiredesk.events.nouns import fate, is_noun
from wiredesk.events.phrases import after_preposition, doers, scene
from wiredesk.events.reading import Sentence
from wiredesk.events.stays import tell_expected_in, tell_leave, tell_stay
from wiredesk.events.visit_nouns import tell_noun
from wiredesk.events.words import word_set
from wiredesk.types import EventType

_NOUN_REACH = 8


def tell_visits(sentence: Sentence) -> Iterator[Telling]:
    """All tellings of visits in a sentence, in the order of their triggers."""
    if sentence.find(words.PRIVATE_SIGNS) is not None:
        return
    yield from _stops(sentence)
    yield from _reset(sentence)
    if "such" in sentence.lowers:
        yield from _no_such(sentence)
    if "accepted" in sentence.lowers:
        yield from tell_acceptance(sentence)
    triggers = _triggers()
    if triggers.isdisjoint(sentence.lowers):
        return
    for index, token in enumerate(sentence.tokens):
        if token.quoted or token.lower not in triggers:
            continue
        word = token.lower
        if word in words.VISIT_NOUNS and is_noun(sentence, index):
            yield from tell_noun(sentence, index)
        elif word == "visiting" and index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].kind == "person":
            yield from _visiting(sentence, index)
        elif word in _STAYING_AWAY:
            yield from _stayed_away(sentence, index)
        elif word in words.verbs("visit"):
            yield from _visit(sentence, index)
        elif word in words.verbs("host"):
            yield from tell_host(sentence, index)
        elif word in words.verbs("give"):
            yield from tell_meal(sentence, index)
        elif word in words.verbs("invite"):
            yield from tell_invite(sentence, index)
        elif word in words.verbs("represent"):
            yield from _represented(sentence, index)
        elif word in words.INVITATION:
            yield from tell_invitation(sentence, index)
        elif word in _SENDING:
            yield from _sent(sentence, index)
        elif word in ("bound", "route", "way") and sentence.word(index + 1) in ("for", "to"):
            yield from _under_way(sentence, index)
        elif word == "guest":
            yield from tell_guest(sentence, index)
        elif word in ("due", "expected") and sentence.word(index + 1) in _AFTER_DUE:
            yield from tell_expected_in(sentence, index)
        else:
            yield from _movement(sentence, index, word)


def _visiting(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "Visiting President X said": in the country where the article is, if it names none."""
    who = objects(sentence, index)
    if who is not None and who.start == index + 1:
        yield Telling(
            type="visit",
            form="there",
            sentence=sentence,
            index=index,
            end=index,
            mood=Mood(tense="present", start=index),
            principals=who.persons[:1],
            places=scene(sentence, index + 1),
        )


_STAYING_AWAY = word_set("skip skips skipped pull pulls pulled pulling withdraw withdraws withdrew withdrawn")


def _stayed_away(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "will skip a summit in Lima", "pulled out of talks in Lima": a journey called off."""
    if not sentence.word(index).startswith("skip") and fate(sentence, index) != "cancelled":
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


def _visit(sentence: Sentence, index: int) -> Iterator[Telling]:
    if is_noun(sentence, index) and not forms(sentence.word(index)) - {"base"}:
        return
    told = mood(sentence, index)
    found = places(sentence, index, reach=4)
    if not found and sentence.word(index) not in ("visiting", "visited"):
        return
    who = doers(sentence, told, index)
    if told.passive:
        return
    yield Telling(
        type="visit", form="visit", sentence=sentence, index=index, end=index, mood=told, principals=who, places=found
    )


_PREPOSITIONS: dict[words.VerbClass, tuple[frozenset[str], int]] = {
    "go": (word_set("to into for across in home on with through between"), 7),
    "arrive": (word_set("in at on to down"), 7),
    "attend": (word_set("in at"), 9),
    "lead": (word_set("to"), 6),
}
"""What leads from a verb to its place, and how many words may stand between."""
_SELF_EVIDENT = word_set("came flew flown")
"""Verbs of going that tell of a visit without naming a place: "Iran's minister came on Saturday"."""

_AFTER_DUE = ("in", "at", "on", "back", "home", "")

_PAST_IT = word_set("over past above around across")
"""After "flew" they tell of no arrival: "flew over the burnt hills"."""


@cache
def _moving() -> dict[str, words.VerbClass]:
    """Each form of a verb of going, and its class."""
    return {word: kind for kind in reversed(_PREPOSITIONS) for word in words.verbs(kind)}


@cache
def _triggers() -> frozenset[str]:
    """All words that may tell of a visit."""
    kinds: tuple[words.VerbClass, ...] = ("visit", "host", "give", "invite", "leave", "stay", "take", "represent", "speak")
    verbs = frozenset(word for kind in kinds for word in words.verbs(kind))
    return verbs | words.VISIT_NOUNS | words.INVITATION | _OTHER_TRIGGERS | _SENDING | _STAYING_AWAY | frozenset(_moving())


_OTHER_TRIGGERS = word_set("guest due expected bound route way")


def _movement(sentence: Sentence, index: int, word: str) -> Iterator[Telling]:
    """Going, arriving, leaving, staying: a verb, a preposition and a place."""
    if word in words.verbs("leave"):
        yield from tell_leave(sentence, index)
    elif word in words.verbs("stay"):
        yield from tell_stay(sentence, index)
    elif word in words.verbs("take") and sentence.word(index + 1) == "part":
        yield from _present_at(sentence, index)
    elif word in words.verbs("take"):
        yield from _take(sentence, index)
    elif word in words.verbs("speak"):
        if not words.CALL_WORDS & sentence.lowers and sentence.words(index + 1, index + 3) & _TO_A_PUBLIC:
            yield from _present_at(sentence, index)
    else:
        kind = _moving().get(word)
        if kind is not None and not is_noun(sentence, index):
            yield from _moved(sentence, index, kind)


_TO_A_PUBLIC = word_set("at to before in")


def _present_at(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "will take part in a forum in Lima", "spoke to students in Lima": nobody speaks there who is not there."""
    found = scene(sentence, index)
    told = mood(sentence, index)
    who = doers(sentence, told, index)
    met = objects(sentence, index)
    if not found or len(who) != 1 or (met is not None and met.start < found[0].index):
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
    "join": word_set("a an the his her their"),
}
"""What has to stand right behind a verb that otherwise tells of something else: "turned up in", "joined a summit in"."""


def _moved(sentence: Sentence, index: int, kind: words.VerbClass) -> Iterator[Telling]:
    lemma = words.verbs(kind)[sentence.word(index)][0]
    if lemma in _PARTICLES and sentence.word(index + 1) not in _PARTICLES[lemma]:
        return
    told = mood(sentence, index)
    prepositions, reach = _PREPOSITIONS[kind]
    found = after_preposition(sentence, index, prepositions, reach=reach)
    edge: Edge = "arrive" if kind == "arrive" and lemma not in ("stop", "end") else "single"
    if lemma == "fly" and sentence.word(index + 1) == "out" and sentence.word(index + 2) == "of":
        told_places = places(sentence, index + 2, reach=1)
        yield Telling(
            type="visit",
            form="leave",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=doers(sentence, told, index),
            places=told_places,
            edge="leave",
        )
        return
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
    self_evident = self_evident and sentence.word(index + 1) not in _PAST_IT
    if lemma == "return" and sentence.find(words.VISIT_NOUNS, index + 1, index + 4) is not None:
        return  # "will return the visit": the noun tells of it
    if lemma == "return" and not found and form == "go" and told.tense in ("future", "planned", "present"):
        edge, form = "leave", "leave"  # "will return on Friday"
    coming = lemma == "come" and told.tense in ("future", "planned") and not told.negated
    self_evident = self_evident or (coming and "from" not in sentence.words(index + 1, index + 4))
    if kind == "attend" and not found and told.tense == "past" and not told.infinitive and _at_the_gathering(sentence, index):
        form, self_evident = "attended", True
    if not found and form in ("go", "set off") and not self_evident:
        if told.tense == "future" and "now" in sentence.words(told.start, index):  # "will now travel on May 5"
            yield Telling(
                type="visit",
                form="reset",
                sentence=sentence,
                index=index,
                end=index,
                mood=told,
                principals=doers(sentence, told, index),
            )
        elif _in_place_of_another(sentence, index):
            yield Telling(
                type="visit",
                form="stand-in",
                sentence=sentence,
                index=index,
                end=index,
                mood=told,
                principals=doers(sentence, told, index),
            )
        return
    if lemma in ("end", "stop", "continue") and not (found and (lemma == "stop" or _on_tour(sentence, index))):
        return
    who = doers(sentence, told, index)
    home = {person.country for person in who}
    if kind == "go" and found and all(place.country in home for place in found):
        found, edge, form = (), "leave", "leave"  # "returns to Seoul"
    if sentence.find(word_set("since"), max(0, index - 3), index) is not None and not told.negated:
        edge = "arrive"  # "has kept to the hotel since he landed"
    if lemma == "accompany":
        led = objects(sentence, index)
        who = (led.persons if led else ()) + tuple(person for person in who if not led or person not in led.persons)
    if form == "set off" and sentence.find(words.VISIT_NOUNS | {"talks"}, index, index + 12) is not None:
        edge = "arrive"  # "set off for Lima at noon for a working visit"
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
    if kind == "attend" and len({person.country for person in who}) > 1:  # guests of one event who travel apart
        for country in dict.fromkeys(person.country for person in who):
            yield replace(telling, principals=tuple(person for person in who if person.country == country))
    else:
        yield telling


def _represented(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "X will represent Peru at the summit in Lima", "Peru will be represented by X", "X will represent him instead"."""
    told = mood(sentence, index)
    who = doers(sentence, told, index)
    if told.passive:
        by = sentence.find(word_set("by"), index + 1, index + 4)
        stand_in = objects(sentence, by) if by is not None else None
        if stand_in is None or stand_in.start > (by or 0) + 3:
            return
        who = stand_in.persons
    found = after_preposition(sentence, index, word_set("at in"), reach=14) or scene(sentence, index)
    if not who or not (found or _in_place_of_another(sentence, index) or told.tense in ("future", "planned")):
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


def _under_way(sentence: Sentence, index: int) -> Iterator[Telling]:
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
_SENDING = word_set("send sends sent dispatch dispatches dispatched")


def _sent(sentence: Sentence, index: int) -> Iterator[Telling]:
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


def _at_the_gathering(sentence: Sentence, index: int) -> bool:
    """ "X also attended", "X attended the conference": one that the article speaks of."""
    alone = sentence.word(index - 1) == "also" or sentence.word(index + 1) in (".", ",", "too", "as")
    return alone or sentence.find(words.GATHERINGS, index + 1, index + 6) is not None


def _in_place_of_another(sentence: Sentence, index: int) -> bool:
    """ "will go in his place", "is going instead"."""
    for at in range(index + 1, min(index + 9, len(sentence.tokens))):
        owner = sentence.tokens[at - 1].text.lower() in ("his", "her", "their")
        if sentence.word(at) == "instead" or (sentence.word(at) in ("place", "stead") and owner):
            return True
    return False


def _follows(sentence: Sentence, index: int, wanted: frozenset[str]) -> bool:
    return sentence.word(index + 1) in wanted


def _on_tour(sentence: Sentence, index: int) -> bool:
    return any(token.lower in words.VISIT_NOUNS for token in sentence.tokens[:index])


def _take(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "a tour that takes her through Chad", "a voyage that is to take in Togo"."""
    noun = max((at for at in range(index) if sentence.word(at) in words.VISIT_NOUNS), default=None)
    if noun is None or index - noun > _NOUN_REACH + 4:
        return
    found = after_preposition(sentence, index, word_set("to in through"), reach=8)
    if found:
        told = mood(sentence, index)
        who = objects(sentence, index)
        persons = who.persons if who and who.start < found[0].index else doers(sentence, told, noun)
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


def _stops(sentence: Sentence) -> Iterator[Telling]:
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


def _no_such(sentence: Sentence) -> Iterator[Telling]:
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


def _reset(sentence: Sentence) -> Iterator[Telling]:
    """ "It is rescheduled for May 9": new days for the event told last."""
    if not {"it", "that", "this", "the"} & sentence.lowers:
        return
    yield from _now_to_come(sentence)
    for index in range(1, min(8, len(sentence.tokens) - 2)):
        if sentence.word(index) not in words.PLANNED | {"rescheduled"} or sentence.word(index + 1) not in ("for", "on"):
            continue
        if sentence.tokens[index + 2].kind == "time" and sentence.word(0) in ("it", "that", "this", "the"):
            yield Telling(
                type="visit", form="reset", sentence=sentence, index=index, end=index, mood=mood(sentence, index)
            )
