"""Tells events by the roles of a clause: who moves where, who is there, who is with whom, who receives whom.

The tellers of words and turns of phrase go first; this reading adds what they leave, in whatever order and however far
apart subject, verb and place stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from wiredesk.events.by_role import role_verbs as verbs
from wiredesk.events.by_role.role_company import tell_met, tell_received
from wiredesk.events.by_role.role_lines import tell_further_stops, tell_line, tell_while_there
from wiredesk.events.by_role.roles import at_home, led_by, people_of, places_of, role_telling
from wiredesk.events.clauses.chunks import Chunk
from wiredesk.events.clauses.clauses import Clause, clauses
from wiredesk.events.clauses.lexicon import verb_forms
from wiredesk.events.draft import Edge, Telling
from wiredesk.events.identity import is_official
from wiredesk.events.sentences import words
from wiredesk.events.sentences.mood import Mood, mood
from wiredesk.events.sentences.places_told import Place
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set


def tell_by_role(sentence: Sentence) -> Iterator[Telling]:
    """The tellings of all clauses of a sentence, in the order of their verbs."""
    if sentence.caption or not any(token.people for token in sentence.tokens):
        return
    if words.PRIVATE_SIGNS & sentence.lowers:
        return
    if not any(is_official(person) for token in sentence.tokens for person in token.people):
        return
    for clause in () if _told_forms().isdisjoint(sentence.lowers) else clauses(sentence):
        if sentence.tokens[clause.verb].quoted:
            continue
        told = mood(sentence, clause.verb)
        if told.tense == "unsure":
            continue
        yield from _moved(sentence, clause, told)
        yield from _there(sentence, clause, told)
        yield from tell_received(sentence, clause, told)
        yield from tell_met(sentence, clause, told)
        yield from _welcomed(sentence, clause, told)
        yield from _gave_up(sentence, clause, told)
    yield from tell_line(sentence)
    if any(token.kind == "time" for token in sentence.tokens):
        yield from tell_further_stops(sentence)
    if not {"while", "when", "whilst"}.isdisjoint(sentence.lowers):
        yield from tell_while_there(sentence)


@cache
def _told_forms() -> frozenset[str]:
    """All written forms of the verbs that a frame knows: a sentence without one need not be read."""
    known = verbs.ALL | {"open"}
    return frozenset(word for word, (lemma, _) in verb_forms().items() if lemma in known)


def _moved(sentence: Sentence, clause: Clause, told: Mood) -> Iterator[Telling]:
    """ "flew on to Lima", "was driven over the border to Lima", "brought her to Lima", "reached Lima"."""
    lemma = clause.lemma
    movers = people_of(clause.subject)
    goal: tuple[Place, ...] = ()
    edge: Edge = "single"
    if lemma == "return" and (origin := led_by(sentence, clause, frozenset({"from"}))):
        if movers and not at_home(origin, movers) and not any(_is_visit(sentence, one) for one in clause.phrases):
            yield role_telling(sentence, clause, told, "visit", "leave", movers, origin, "leave")
        return
    if lemma in verbs.CARRYING and (clause.passive or any(people_of(one) for one in clause.objects)):
        if not clause.passive:
            movers = next((who for one in clause.objects if (who := people_of(one))), ())
        goal = led_by(sentence, clause, verbs.TOWARDS)
    elif clause.passive or _is_of_a_thing(sentence, clause):
        return
    elif lemma in verbs.TAKING_PLACE_OBJECT:
        goal = next((found for one in clause.objects if (found := places_of(sentence, one))), ())
        if not goal and clause.objects and not any(people_of(one) for one in clause.objects):
            goal = led_by(sentence, clause, verbs.OVER_THERE)  # "reached the memorial at Lima"
        edge = "arrive" if lemma in ("reach", "enter") else "stay"
    elif lemma in verbs.WITH_PARTICLE and verbs.WITH_PARTICLE[lemma] not in clause.adverbs:
        return  # "turned to Peru for arms", "touched on Peru"
    elif lemma in verbs.ARRIVING:
        goal = led_by(sentence, clause, verbs.OVER_THERE) or led_by(sentence, clause, frozenset({"to"}))
        edge = "arrive" if lemma not in ("stop", "appear", "show") else "single"
    elif lemma in verbs.GOING:
        aims = word_set("for") if lemma in ("leave", "depart", "head") else verbs.TOWARDS
        goal = led_by(sentence, clause, aims) or led_by(sentence, clause, frozenset({"to"}))
        edge = "arrive" if lemma in ("leave", "depart") else "single"
    if movers and goal and not at_home(goal, movers):
        form = "visit" if edge == "stay" else "arrive" if lemma in verbs.ARRIVING and edge == "arrive" else "go"
        if lemma in ("leave", "depart"):
            form = "leave for"
        yield role_telling(sentence, clause, told, "visit", form, movers, goal, edge)


def _is_of_a_thing(sentence: Sentence, clause: Clause) -> bool:
    """ "stopped the sale of ships in Peru", "continued treatment for exports to Peru": nobody halts or goes on."""
    things = [one for one in clause.objects if not places_of(sentence, one) and not people_of(one)]
    return clause.lemma in ("stop", "continue") and any(sentence.tokens[one.head].kind != "time" for one in things)


def _there(sentence: Sentence, clause: Clause, told: Mood) -> Iterator[Telling]:
    """ "inspected troops at Adapazari", "will attend a fair in Lima": a deed that is done in its place."""
    heads = {sentence.word(one.head) for one in clause.objects}
    spoke = clause.lemma in verbs.UTTERING and bool(heads & verbs.SPEECHES)
    opened = clause.lemma == "open" and bool(heads & verbs.OPENED)
    there = clause.lemma in verbs.BEING_THERE or told.undone or spoke or opened or _when_there(sentence, clause)
    if clause.passive or not there or _is_of_a_thing(sentence, clause):
        return  # of what came to nothing, "was to have opened it in Lima", any deed tells
    movers = people_of(clause.subject)
    goal = led_by(sentence, clause, verbs.OVER_THERE)
    others = [who for one in (*clause.objects, *clause.phrases) if (who := people_of(one))]
    if any(sentence.word(one.head) in verbs.HOMES for one in clause.phrases):
        return  # "spent Sunday at her residence in Kent"
    if len({person.country for person in movers}) == 1 and goal and not others and not at_home(goal, movers):
        form = "stay" if clause.lemma in ("stay", "remain", "spend") else "go"
        yield role_telling(sentence, clause, told, "visit", form, movers, goal, "stay" if form == "stay" else "single")


def _when_there(sentence: Sentence, clause: Clause) -> bool:
    """ "last went to the region in May, when he launched a fund in Lima": any deed of whoever had gone."""
    who = people_of(clause.subject)
    if not who or "when" not in sentence.words(clause.group.start - 4, clause.group.start):
        return False
    before = (one for one in clauses(sentence) if one.verb < clause.verb and not one.passive)
    return any(one.lemma in verbs.GOING | {"visit", "be"} and people_of(one.subject) == who for one in before)


def _welcomed(sentence: Sentence, clause: Clause, told: Mood) -> Iterator[Telling]:
    """ "was given a hero's welcome in Lima", "ended her mission in Lima on Friday"."""
    guests = people_of(clause.subject)
    where = led_by(sentence, clause, verbs.OVER_THERE)
    heads = {sentence.word(one.head) for one in clause.objects}
    if not guests or not where or at_home(where, guests):
        return
    if clause.passive and clause.lemma in ("give", "accord", "grant") and heads & verbs.WELCOMES:
        yield role_telling(sentence, clause, told, "visit", "stay", guests, where, "stay")
    elif not clause.passive and heads & verbs.STAYS and clause.lemma in verbs.ENDING | verbs.BEGINNING:
        edge: Edge = "leave" if clause.lemma in verbs.ENDING else "arrive"
        yield role_telling(sentence, clause, told, "visit", "noun", guests, where, edge)


def _gave_up(sentence: Sentence, clause: Clause, told: Mood) -> Iterator[Telling]:
    """ "cancelled her participation in a forum in Lima"."""
    who = people_of(clause.subject)
    heads = {sentence.word(one.head) for one in clause.objects}
    where = led_by(sentence, clause, verbs.OVER_THERE)
    if who and where and heads & verbs.TAKING_PART and clause.lemma in verbs.CANCELLING and not at_home(where, who):
        telling = role_telling(sentence, clause, told, "visit", "go", who, where, "single")
        yield replace(telling, hint="cancelled")


def _is_visit(sentence: Sentence, chunk: Chunk) -> bool:
    return sentence.word(chunk.head) in words.VISIT_NOUNS
