"""Finds visits told by a noun: "paid a visit to", "the king's visit", "a trip to Lima was cancelled"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from wiredesk.events.clauses.clauses import clause_at
from wiredesk.events.draft import Edge, Telling
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.arguments import objects, subject
from wiredesk.events.sentences.mood import Mood, forms, mood
from wiredesk.events.sentences.nouns import NOUN_LEADS, befalls, fate, is_noun, owned
from wiredesk.events.sentences.phrases import after_preposition, doers, fronted_for
from wiredesk.events.sentences.places_told import Place, place_at
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import EventStatus, Person

_NOUN_REACH = 8


def tell_noun(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "paid a visit to", "Venn's visit", "on a 2019 trip to", "a tour of Chad was called off"."""
    stop = sentence.word(index) in ("stop", "travel", "stopover")
    if stop and sentence.word(index + 1) not in ("in", "to", "that", "by") and fate(sentence, index + 2) != "cancelled":
        return
    found = _noun_places(sentence, index)
    governor = _governor(sentence, index)
    if governor.made is not None:
        found = after_preposition(sentence, governor.made, word_set("to in"), reach=4) or found
    owner = _owner(sentence, index)
    agent = _agent(sentence, index)
    if not owner and not agent and _by_others(sentence, index):
        return
    if owner:
        who: tuple[Person, ...] = owner
    elif agent:
        if sentence.find(word_set("a an"), index + 1, index + 10) is not None and agent[0].name is None:
            return  # "the first visit by a Peruvian premier"
        who = agent
    elif governor.made is not None:
        who = doers(sentence, mood(sentence, governor.made), governor.made)
    elif governor.index is not None and governor.index < index:
        who = doers(sentence, governor.mood, governor.index)
    elif sentence.find(word_set("during on in course"), max(0, index - 5), index) is not None:
        who = main_subject(sentence, index)
        found = found or _told_before(sentence, index)
    else:
        who = ()
    who = who or fronted_for(sentence, index)
    yield Telling(
        type="visit",
        form="noun",
        sentence=sentence,
        index=governor.made or (index if governor.index is None else min(governor.index, index)),
        end=index if governor.index is None else max(governor.index, index),
        mood=governor.mood,
        principals=who,
        places=found,
        hint=governor.hint,
        bare=governor.index is None,
        edge=governor.edge,
    )


def tell_that_of(sentence: Sentence) -> Iterator[Telling]:
    """ "The visit follows that of the vice minister to Lima in August": a second visit, told by a pronoun."""
    if words.VISIT_NOUNS.isdisjoint(sentence.lowers):
        return
    for index in range(2, len(sentence.tokens) - 3):
        if sentence.word(index) not in ("that", "those", "one") or sentence.word(index + 1) not in ("of", "by"):
            continue
        who = objects(sentence, index + 1)
        noun = sentence.find(words.VISIT_NOUNS, 0, index)
        if noun is None or who is None or who.start > index + 4 or not is_noun(sentence, noun):
            continue
        found = after_preposition(sentence, who.end, word_set("to in"), reach=4)
        if found:
            told = Mood(tense="past", start=index)
            yield Telling(
                type="visit", form="noun", sentence=sentence, index=index, end=index, mood=told,
                principals=who.persons, places=found, bare=True,
            )  # fmt: skip


def _noun_places(sentence: Sentence, index: int) -> tuple[Place, ...]:
    found = after_preposition(sentence, index, word_set("to in of at through across around"), reach=8)
    between = sentence.tokens[index + 1 : found[0].index] if found else ()
    if found and not any(forms(token.lower) for token in between):
        return found
    near = next((at for at in range(index - 1, max(0, index - 5), -1) if sentence.tokens[at].kind == "place"), None)
    if near is not None and sentence.word(near + 1) in ("a", "an", "another") and sentence.word(near - 1) in _PAYING:
        given = place_at(sentence, near)  # "paid Peru a short visit"
        return (given,) if given is not None else ()
    before = place_at(sentence, index - 1) if index else None  # "the prime minister's U.S. visit"
    return (before,) if before is not None else ()


def _told_before(sentence: Sentence, index: int) -> tuple[Place, ...]:
    """ "held talks in Lima ... in the course of a two-day trip": where the clause before is set."""
    towns = [
        place
        for at in range(index)
        if sentence.word(at - 1) == "in" and (place := place_at(sentence, at)) is not None and place.name
    ]
    return tuple(towns) if len(towns) == 1 else ()


_PAYING = word_set("pay pays paid paying")


def _owner(sentence: Sentence, index: int) -> tuple[Person, ...]:
    """Whose visit: "Venn's visit", "his fourth trip", "the minister's next tour"."""
    for position in range(index - 1, max(-1, index - 6), -1):
        token = sentence.tokens[position]
        if token.kind == "person" and token.person:
            if sentence.word(position + 1) in ("'s", "’s", "'", "’") or owned(sentence, position + 1):
                return (token.person,)
            return ()
        if token.lower in ("her", "his") and sentence.word(position - 1) in ("at", "over", "about"):
            near = (one.person for one in reversed(sentence.tokens[:position]) if one.kind == "person")
            return tuple(one for one in near if one)[:1]  # "in protest at her trip": not the protester's
        if forms(token.lower) and token.lower not in NOUN_LEADS:
            return ()
    return ()


def _agent(sentence: Sentence, index: int) -> tuple[Person, ...]:
    """ "a tour of Chad in May by Venn"."""
    by = sentence.find(word_set("by"), index + 1, index + 9)
    between = sentence.tokens[index + 1 : by]
    if by is None or any(forms(token.lower) or token.lower == "," for token in between):
        return ()  # "a visit to Lima, the first by a premier"
    found = objects(sentence, by)
    return found.persons if found and found.start <= by + 3 else ()


def _by_others(sentence: Sentence, index: int) -> bool:
    """ "a tour of the valley by the Border Guard": whose it is has a name, though nobody's who is known."""
    by = sentence.find(frozenset({"by"}), index + 1, index + 9)
    if by is None or any(forms(token.lower) or token.lower == "," for token in sentence.tokens[index + 1 : by]):
        return False
    named = sentence.tokens[by + 2 : by + 3] if sentence.word(by + 1) == "the" else sentence.tokens[by + 1 : by + 2]
    return any(token.kind in ("word", "place") and token.text[:1].isupper() for token in named)


def main_subject(sentence: Sentence, index: int) -> tuple[Person, ...]:
    """The subject of the clause that "on a visit to Lima" stands in: before it, else right after the comma."""
    before = subject(sentence, index)
    if before:
        return before.persons
    for comma in range(index + 1, len(sentence.tokens)):
        after = objects(sentence, comma) if sentence.word(comma) == "," else None
        if after:
            return after.persons
    return ()


@dataclass(frozen=True, kw_only=True)
class _Governor:
    """The verb that says what becomes of a visit; `index` None where there is none."""

    index: int | None
    mood: Mood
    hint: EventStatus | None = None
    edge: Edge = "stay"
    made: int | None = None
    """The verb of a relative clause, "that she made to Lima", which has the traveller and the place."""


_ENDS = word_set("cut break wrap wind round end finish conclude complete return")
_BEGINS = word_set("begin start embark arrive depart set kick launch open")


def _governor(sentence: Sentence, index: int) -> _Governor:
    """The governing verb, before the noun ("paid a visit") or after it ("the trip was scrapped", "ended Tuesday")."""
    behind = False
    """Whether "after" leads to the noun: "returned home on Tuesday after a three-day visit"."""
    for position in range(index - 1, max(-1, index - _NOUN_REACH), -1):
        word = sentence.word(position)
        if word == "after" and not any(forms(sentence.word(at)) for at in range(position + 1, index)):
            behind = True
            continue
        if behind and forms(word) and word not in _homeward() and not is_noun(sentence, position):
            break
        hint = fate(sentence, position)
        if hint:
            return _Governor(index=position, mood=mood(sentence, position), hint=hint)
        if word in ("date", "dates", "possibility", "prospect") and sentence.words(position + 1, index) & {"for", "of"}:
            return _Governor(index=position, mood=Mood(tense="unsure", start=position))  # "no date for a visit"
        if word == "plans" and position and sentence.tokens[position - 1].kind == "person":
            return _Governor(index=position, mood=replace(mood(sentence, position), tense="planned"))
        if word in words.WEIGHED or (word in words.THOUGHTS and sentence.word(position + 1) in ("for", "of")):
            return _Governor(index=position, mood=Mood(tense="unsure", start=position))
        if word in verb_tables.verbs("light") and position < index - 1 and not is_noun(sentence, position):
            lemma = verb_tables.verbs("light")[word][0]
            if lemma == "follow":
                break
            if word in ("plan", "plans", "planning"):
                return _Governor(index=position, mood=replace(mood(sentence, position), tense="planned"))
            edge = _edge(lemma)
            if lemma in ("leave", "depart"):
                after = sentence.find(word_set("after from"), position, index) is not None
                edge = "leave" if after else "arrive"
            return _Governor(index=position, mood=mood(sentence, position), edge=edge)
        home = word in _homeward() and sentence.word(position + 1) != "in"
        if home and (behind or sentence.find(word_set("from"), position, index) is not None):
            return _gone_home(sentence, position)  # "landed after a visit"
        if word in ("until", "till") and sentence.tokens[position + 1].kind == "time":
            continue  # "put off until July a trip to Lima"
        possessor = owned(sentence, position + 1) or sentence.word(position + 1) in words.POSSESSIVE
        if sentence.tokens[position].kind == "person" and possessor:
            continue  # "called off the premier's visit"
        if word in words.CLAUSE_OPENERS | {"ahead", "during"} or sentence.tokens[position].kind == "person":
            break
    if (back := _returned(sentence, index)) is not None:
        return _gone_home(sentence, back)
    for position in range(index + 1, min(len(sentence.tokens), index + _FATE_REACH)):
        hint = fate(sentence, position)
        if hint and befalls(sentence, position, index):
            return _Governor(index=position, mood=mood(sentence, position), hint=hint)
        word = sentence.word(position)
        if word in words.WEIGHED | _MOOTED and mood(sentence, position).passive:
            return _Governor(index=position, mood=Mood(tense="unsure", start=position))
        if word in _MADE and _is_what_they_made(sentence, index, position):
            further = range(position + 1, min(len(sentence.tokens), index + _FATE_REACH))
            off = next((at for at in further if fate(sentence, at) and befalls(sentence, at, index)), None)
            if off is not None:
                return _Governor(index=off, mood=mood(sentence, off), hint=fate(sentence, off), made=position)
            return _Governor(index=position, mood=mood(sentence, position), made=position)
        if word == "place" and sentence.word(position - 1) in verb_tables.verbs("take"):
            return _takes_place(sentence, position - 1)
        if word == "held" and mood(sentence, position).passive:
            return _takes_place(sentence, position)
        if word in (";", "."):
            break
        lemma = verb_tables.verbs("light").get(word, ("",))[0]
        planned = lemma == "set" and sentence.word(position + 1) not in ("off", "out")  # "once set for May"
        if lemma and not planned and _edge(lemma) != "stay" and position < index + _NOUN_REACH:
            told = mood(sentence, position)
            if sentence.word(position - 1) != "that":
                return _Governor(index=position, mood=told, edge=_edge(lemma))
    return _Governor(index=None, mood=Mood(tense="past", start=index))


def _gone_home(sentence: Sentence, verb: int) -> _Governor:
    """ "returned from a visit"; of "on her return from a visit" it is past, too."""
    over = Mood(tense="past", start=verb)
    return _Governor(index=verb, mood=over if is_noun(sentence, verb) else mood(sentence, verb), edge="leave")


def _takes_place(sentence: Sentence, verb: int) -> _Governor:
    """ "will take place in May"; what will not is called off."""
    told = mood(sentence, verb)
    if told.negated and told.tense == "future":
        return _Governor(index=verb, mood=replace(told, negated=False), hint="cancelled")
    return _Governor(index=verb, mood=told)


_FATE_REACH = 22
"""Words behind a visit within which a verb says what becomes of it. Set by hand."""


@cache
def _homeward() -> frozenset[str]:
    """The verbs that end a visit when "after" it is told: "landed", "left", "flew home"."""
    going = (word for word, (lemma, _) in verb_tables.verbs("go").items() if lemma in ("return", "fly", "come", "head"))
    return frozenset((*verb_tables.verbs("arrive"), *verb_tables.verbs("leave"), *going))


_MOOTED = word_set("mooted floated proposed suggested discussed mentioned ruled")
_MADE = word_set("paid pays paying pay made makes making make undertook undertaken undertakes")


def _is_what_they_made(sentence: Sentence, noun: int, verb: int) -> bool:
    """ "the visit that the minister made to Lima", "a trip she is to make to Peru": in a clause of its own."""
    clause = clause_at(sentence, verb)
    who = clause.subject if clause is not None else None
    return who is not None and bool(who.people) and noun < who.head < verb and verb - noun <= _NOUN_REACH


def _returned(sentence: Sentence, index: int) -> int | None:
    """ "returned to Lima on Friday from a four-day trip": the verb, from which town and day part the noun."""
    origin = sentence.find(frozenset({"from"}), index - 4, index)
    if origin is None:
        return None
    for position in range(origin - 1, max(-1, origin - _NOUN_REACH), -1):
        token = sentence.tokens[position]
        if token.lower in ("returned", "returns", "returning", "back"):
            return position if token.lower != "back" else None
        if token.kind == "person" or token.lower in words.CLAUSE_OPENERS:
            return None
    return None


def _edge(lemma: str) -> Edge:
    return "leave" if lemma in _ENDS else "arrive" if lemma in _BEGINS else "stay"
