"""Finds the words that tell of a visit: verbs of going, being somewhere and hosting, nouns, invitations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wiredesk.events import words
from wiredesk.events.arguments import People, Place, objects, places, subject
from wiredesk.events.draft import Edge, Telling
from wiredesk.events.mood import Mood, forms, mood
from wiredesk.events.reading import Sentence
from wiredesk.events.words import word_set
from wiredesk.types import EventStatus, Person

_NOUN_LEADS = word_set(
    """
    official state working private day brief short secret surprise unannounced return planned separate overnight
    foreign second third fourth fifth sixth first last next latest three-nation two-nation four-nation papal
    diplomatic royal historic rare quick joint recent proposed scheduled upcoming long-awaited own inaugural
    landmark weekend abroad of
    """
)
_NOUN_REACH = 8


def is_noun(sentence: Sentence, index: int) -> bool:
    """Whether "visit", "stop", "return", "meeting" at `index` is a noun: a determiner, owner or adjective leads it."""
    position = index - 1
    while position >= 0 and sentence.tokens[position].kind == "time":
        position -= 1
    token = sentence.tokens[position] if position >= 0 else None
    if token is None:
        return True
    if token.kind == "person":
        return owned(sentence, position + 1) or token.text.lower() in ("his", "her", "their")
    if token.kind == "place":
        return token.place is not None and token.place.kind == "demonym"
    word = token.lower
    return (
        word in words.DETERMINERS
        or word in _NOUN_LEADS
        or "-" in word
        or word in ("'s", "’s", "'", "’", "on", "in", "during")
    )


def owned(sentence: Sentence, index: int) -> bool:
    """Whether the person token before `index` owns what follows."""
    before = sentence.tokens[index - 1]
    return before.text.lower() in ("his", "her", "their") or before.text.endswith(("'s", "’s", "s'", "s’"))


def tell_visits(sentence: Sentence) -> Iterator[Telling]:
    """All tellings of visits in a sentence, in the order of their triggers."""
    for index, token in enumerate(sentence.tokens):
        if token.quoted or not token.lower:
            continue
        word = token.lower
        if word in words.VISIT_NOUNS and is_noun(sentence, index):
            yield from _noun(sentence, index)
        elif word in words.verbs("visit"):
            yield from _visit(sentence, index)
        elif word in words.verbs("host"):
            yield from _host(sentence, index)
        elif word in words.verbs("invite"):
            yield from _invite(sentence, index)
        elif word in words.INVITATION:
            yield from _invitation(sentence, index)
        elif word == "guest":
            yield from _guest(sentence, index)
        elif word in ("due", "expected") and sentence.word(index + 1) in ("in", "at") | _TIMES_NEXT:
            yield from _expected_in(sentence, index)
        else:
            yield from _movement(sentence, index, word)


_TIMES_NEXT = frozenset({""})


def _who(sentence: Sentence, told: Mood, index: int) -> tuple[Person, ...]:
    found: People | None = subject(sentence, min(told.start, index))
    return found.persons if found else ()


def _visit(sentence: Sentence, index: int) -> Iterator[Telling]:
    if is_noun(sentence, index) and not forms(sentence.word(index)) - {"base"}:
        return
    told = mood(sentence, index)
    found = places(sentence, index, reach=4)
    if not found and sentence.word(index) not in ("visiting", "visited"):
        return
    who = _who(sentence, told, index)
    if told.passive:
        return
    yield Telling(
        type="visit", form="visit", sentence=sentence, index=index, end=index, mood=told, principals=who, places=found
    )


def _movement(sentence: Sentence, index: int, word: str) -> Iterator[Telling]:
    """Going, arriving, leaving, staying: a verb, a preposition and a place."""
    if word in words.verbs("go"):
        found = _after_preposition(sentence, index, word_set("to into for across in home on with through"))
        edge: Edge = "single"
    elif word in words.verbs("arrive"):
        found = _after_preposition(sentence, index, word_set("in at on to down"))
        edge = "arrive"
    elif word in words.verbs("leave"):
        yield from _leave(sentence, index)
        return
    elif word in words.verbs("stay"):
        yield from _stay(sentence, index)
        return
    elif word in words.verbs("attend"):
        found, edge = _after_preposition(sentence, index, word_set("in at"), reach=9), "stay"
    elif word in words.verbs("lead"):
        found, edge = _after_preposition(sentence, index, word_set("to"), reach=6), "single"
    elif word in words.verbs("take"):
        yield from _take(sentence, index)
        return
    else:
        return
    if is_noun(sentence, index):
        return
    told = mood(sentence, index)
    who = _who(sentence, told, index)
    lemma = words.verbs("lead").get(word, ("", frozenset()))[0]
    if lemma == "accompany":
        led = objects(sentence, index)
        who = (led.persons if led else ()) + tuple(person for person in who if not led or person not in led.persons)
    if (
        not found
        and edge != "arrive"
        and sentence.word(index) not in ("came", "flew", "comes", "come", "flying", "travels", "traveled")
    ):
        return
    lemma = words.verbs("arrive").get(word, ("", frozenset()))[0]
    if lemma in ("end", "stop", "touch") and not found:
        return
    if lemma == "end" and not any(token.lower in words.VISIT_NOUNS for token in sentence.tokens[:index]):
        return
    yield Telling(
        type="visit",
        form="arrive" if edge == "arrive" else "go",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=who,
        places=found,
        edge=edge if edge != "single" or told.tense != "past" else "single",
    )


def _after_preposition(
    sentence: Sentence, index: int, prepositions: frozenset[str], reach: int = 7
) -> tuple[Place, ...]:
    """Places after the verb whose phrase one of the prepositions opens."""
    found = places(sentence, index, reach=reach)
    if not found:
        return ()
    before = found[0].index - 1
    while before > index and sentence.word(before) not in prepositions:
        if sentence.word(before) in ("from", "of", "about", "over", "against", "by", "since"):
            return ()
        before -= 1
    return found if before > index else ()


def _leave(sentence: Sentence, index: int) -> Iterator[Telling]:
    if is_noun(sentence, index):
        return
    told = mood(sentence, index)
    who = _who(sentence, told, index)
    goal = _after_preposition(sentence, index, word_set("for"), reach=6)
    telling = Telling(
        type="visit", form="leave", sentence=sentence, index=index, end=index, mood=told, principals=who, edge="leave"
    )
    if goal:
        yield replace(telling, form="leave for", places=goal, edge="arrive")
        return
    origin = places(sentence, index, reach=1)
    noun = sentence.find(words.VISIT_NOUNS, index + 1)
    outward = noun is not None and sentence.find(word_set("on for"), index + 1, noun) is not None
    if outward and sentence.find(word_set("after from"), index + 1, noun) is None:
        yield replace(telling, form="leave on", edge="arrive", places=places(sentence, noun or index, reach=6))
    else:
        yield replace(telling, places=origin)


def _stay(sentence: Sentence, index: int) -> Iterator[Telling]:
    word = sentence.word(index)
    lemma = words.verbs("stay")[word][0]
    position = index + 1
    allowed = words.ADVERBS | {
        "days",
        "day",
        "hours",
        "weeks",
        "working",
        "the",
        "a",
        "first",
        "two",
        "three",
        "four",
        "night",
    }
    while position < len(sentence.tokens) and (
        sentence.tokens[position].kind == "time"
        or (sentence.word(position) in allowed and sentence.word(position) != "on")
    ):
        position += 1
    if sentence.word(position) in ("speaking", "shown", "seen") and lemma == "be":
        position += 1
    if sentence.word(position) not in ("in", "at"):
        if lemma in ("stay", "spend") and mood(sentence, index).tense in ("future", "planned", "past"):
            yield from _bare_stay(sentence, index)
        return
    found = places(sentence, position, reach=3)
    if not found:
        return
    told = mood(sentence, index)
    who = _who(sentence, told, index)
    yield Telling(
        type="visit", form="stay", sentence=sentence, index=index, end=position, mood=told, principals=who, places=found
    )


def _bare_stay(sentence: Sentence, index: int) -> Iterator[Telling]:
    told = mood(sentence, index)
    yield Telling(
        type="visit",
        form="stay on",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=_who(sentence, told, index),
    )


def _expected_in(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "is expected in Kabul", "was due on Monday"."""
    told = mood(sentence, index)
    if sentence.word(index + 1) in ("in", "at"):
        found = places(sentence, index + 1, reach=2)
        if not found:
            return
    elif index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].kind == "time":
        found = ()
    else:
        return
    yield Telling(
        type="visit",
        form="due",
        sentence=sentence,
        index=index,
        end=index,
        mood=replace(told, tense="planned", passive=False),
        principals=_who(sentence, told, index),
        places=found,
        hint="expected",
    )


def _take(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "a trip that will take him to Brazil", "a tour that will take in Senegal"."""
    noun = max((at for at in range(index) if sentence.word(at) in words.VISIT_NOUNS), default=None)
    if noun is None or index - noun > _NOUN_REACH + 4:
        return
    found = _after_preposition(sentence, index, word_set("to in through"), reach=8)
    if found:
        told = mood(sentence, index)
        who = objects(sentence, index)
        persons = who.persons if who and who.start < found[0].index else _who(sentence, told, noun)
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


def _host(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "will receive the president", "was received by the king"."""
    if is_noun(sentence, index):
        return
    told = mood(sentence, index)
    after = objects(sentence, index)
    who = _who(sentence, told, index)
    if told.passive or sentence.word(index + 1) == "by":
        if after and who:
            yield Telling(
                type="visit",
                form="hosted",
                sentence=sentence,
                index=index,
                end=index,
                mood=told,
                principals=who,
                counterparts=after.persons,
            )
        return
    if after and who:
        yield Telling(
            type="visit",
            form="host",
            sentence=sentence,
            index=index,
            end=index,
            mood=told,
            principals=after.persons,
            counterparts=who,
            places=places(sentence, after.end, reach=6),
        )


def _invite(sentence: Sentence, index: int) -> Iterator[Telling]:
    word = sentence.word(index)
    lemma = words.verbs("invite")[word][0]
    told = mood(sentence, index)
    guests = objects(sentence, index)
    hosts = _who(sentence, told, index)
    if lemma == "ask":
        come = sentence.find(word_set("come visit"), index + 1, index + 6)
        if come is None or sentence.word(come - 1) != "to" or not guests or guests.start > come:
            return
    if told.passive:
        guests, hosts = subject(sentence, told.start), ()
    if not guests or told.tense == "unsure":
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
        places=places(sentence, index if told.passive else guests.end, reach=7),
        hint="invited",
    )


def _invitation(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "accepted an invitation to Paris"; "at the invitation of the king" gives a host to the visit told."""
    accepted = sentence.find(word_set("accepted accept accepts"), max(0, index - 6), index)
    if accepted is not None:
        told = mood(sentence, accepted)
        yield Telling(
            type="visit",
            form="accept",
            sentence=sentence,
            index=accepted,
            end=index,
            mood=told,
            principals=_who(sentence, told, accepted),
            places=places(sentence, index, reach=8),
            hint="announced",
        )


def _guest(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "would be the guest of the king"."""
    be = max((at for at in range(index) if sentence.word(at) in words.verbs("stay")), default=None)
    if be is None or sentence.word(index + 1) != "of":
        return
    told = mood(sentence, be)
    hosts = objects(sentence, index)
    who = _who(sentence, told, be)
    if hosts and who:
        yield Telling(
            type="visit",
            form="hosted",
            sentence=sentence,
            index=be,
            end=index,
            mood=told,
            principals=who,
            counterparts=hosts.persons,
        )


# --------------------------------------------------------------------------------------------------- nouns


def _noun(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "paid a visit to", "Li's visit", "during a 2022 visit to", "a trip to Tehran was cancelled"."""
    if sentence.word(index) in ("stop", "travel", "stopover") and sentence.word(index + 1) not in ("in", "to", "that"):
        return
    found = _noun_places(sentence, index)
    governor, told, hint = _governor(sentence, index)
    owner = _owner(sentence, index)
    agent = _agent(sentence, index)
    if owner:
        who: tuple[Person, ...] = owner
    elif agent:
        who = agent
    elif governor is not None and governor < index:
        who = _who(sentence, told, governor)
    elif sentence.find(word_set("during on in"), max(0, index - 5), index) is not None:
        who = _main_subject(sentence, index)
    else:
        who = ()
    yield Telling(
        type="visit",
        form="noun",
        sentence=sentence,
        index=index if governor is None else min(governor, index),
        end=index,
        mood=told,
        principals=who,
        places=found,
        hint=hint,
    )


def _noun_places(sentence: Sentence, index: int) -> tuple[Place, ...]:
    return _after_preposition(sentence, index, word_set("to in of at"), reach=8)


def _owner(sentence: Sentence, index: int) -> tuple[Person, ...]:
    """Whose visit: "Li's visit", "his fourth trip", "the envoy's last trip"."""
    for position in range(index - 1, max(-1, index - 6), -1):
        token = sentence.tokens[position]
        if token.kind == "person" and token.person:
            if sentence.word(position + 1) in ("'s", "’s", "'", "’") or owned(sentence, position + 1):
                return (token.person,)
            return ()
        if forms(token.lower) and token.lower not in _NOUN_LEADS:
            return ()
    return ()


def _agent(sentence: Sentence, index: int) -> tuple[Person, ...]:
    """ "a visit to Moscow last month by Xi"."""
    by = sentence.find(word_set("by"), index + 1, index + 9)
    if by is None or any(forms(token.lower) for token in sentence.tokens[index + 1 : by]):
        return ()
    found = objects(sentence, by)
    return found.persons if found and found.start <= by + 3 else ()


def _main_subject(sentence: Sentence, index: int) -> tuple[Person, ...]:
    """The subject of the clause that "during a visit to Beijing" stands in: before it, else right after the comma."""
    before = subject(sentence, index)
    if before:
        return before.persons
    comma = sentence.find(frozenset({","}), index + 1)
    after = objects(sentence, comma) if comma is not None else None
    return after.persons if after else ()


def _governor(sentence: Sentence, index: int) -> tuple[int | None, Mood, EventStatus | None]:
    """The verb that tells what becomes of the visit, before it ("paid a visit") or after ("the trip was scrapped")."""
    for position in range(index - 1, max(-1, index - _NOUN_REACH), -1):
        word = sentence.word(position)
        hint = fate(sentence, position)
        if hint:
            return position, mood(sentence, position), hint
        if word in words.verbs("light") and not is_noun(sentence, position):
            told = mood(sentence, position)
            lemma = words.verbs("light")[word][0]
            if lemma == "follow":
                break
            return position, told, None
        if word in words.CLAUSE_OPENERS or sentence.tokens[position].kind == "person":
            break
    for position in range(index + 1, min(len(sentence.tokens), index + 22)):
        hint = fate(sentence, position)
        if hint:
            return position, mood(sentence, position), hint
        if sentence.word(position) in (";", "."):
            break
    return None, Mood(tense="past", start=index), None


def fate(sentence: Sentence, position: int) -> EventStatus | None:
    """Whether the verb at `position` cancels or puts off."""
    word = sentence.word(position)
    after = sentence.word(position + 1)
    if word in words.verbs("cancel") and not is_noun(sentence, position):
        lemma = words.verbs("cancel")[word][0]
        if lemma == "call" and "off" not in (after, sentence.word(position + 2)):
            return None
        return "cancelled"
    if word in words.verbs("postpone") and not is_noun(sentence, position):
        lemma = words.verbs("postpone")[word][0]
        if lemma == "put" and "off" not in (after, sentence.word(position + 2)):
            return None
        return "postponed"
    if word == "off" and sentence.word(position - 1) in ("is", "was", "were", "are", "been"):
        return "postponed" if sentence.word(position + 1) == "until" else "cancelled"
    return None
