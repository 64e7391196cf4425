"""Tells events by the roles of a clause: who moves where, who is there, who is with whom, who receives whom.

The tellers of words and turns of phrase go first; this reading adds what they leave, in whatever order and however far
apart subject, verb and place stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wiredesk.events import role_verbs as verbs
from wiredesk.events import words
from wiredesk.events.clauses.chunks import Chunk, chunks
from wiredesk.events.clauses.clauses import Clause, clause_at, clauses
from wiredesk.events.distance import distant
from wiredesk.events.draft import Edge, Telling
from wiredesk.events.identity import is_official
from wiredesk.events.mood import Mood, mood
from wiredesk.events.places_told import Place, place_at, places
from wiredesk.events.reading import Sentence
from wiredesk.events.words import word_set
from wiredesk.types import Person


def tell_by_role(sentence: Sentence) -> Iterator[Telling]:
    """The tellings of all clauses of a sentence, in the order of their verbs."""
    if sentence.caption or not any(token.people for token in sentence.tokens):
        return
    if words.PRIVATE_SIGNS & sentence.lowers:
        return
    for clause in clauses(sentence):
        if sentence.tokens[clause.verb].quoted:
            continue
        told = mood(sentence, clause.verb)
        if told.tense == "unsure":
            continue
        yield from _moved(sentence, clause, told)
        yield from _there(sentence, clause, told)
        yield from _received(sentence, clause, told)
        yield from _met(sentence, clause, told)
        yield from _welcomed(sentence, clause, told)
        yield from _gave_up(sentence, clause, told)
    yield from _verbless(sentence)
    if not {"while", "when", "whilst"}.isdisjoint(sentence.lowers):
        yield from _while_there(sentence)


def people_of(chunk: Chunk | None) -> tuple[Person, ...]:
    """The officials whom a phrase means."""
    return tuple(person for person in chunk.people if is_official(person)) if chunk is not None else ()


def places_of(sentence: Sentence, chunk: Chunk) -> tuple[Place, ...]:
    """The places of a phrase: towns joined with their countries, a list in order."""
    if not chunk.places:
        return ()
    first = place_at(sentence, chunk.places[0])
    if first is None:
        return ()
    found = places(sentence, chunk.places[0] - 1, reach=0)
    return found or (first,)


def _led_by(sentence: Sentence, clause: Clause, prepositions: frozenset[str]) -> tuple[Place, ...]:
    return next(
        (
            found
            for phrase in clause.phrases
            if phrase.preposition in prepositions and (found := places_of(sentence, phrase))
        ),
        (),
    )


def _moved(sentence: Sentence, clause: Clause, told: Mood) -> Iterator[Telling]:
    """ "flew on to Lima", "was driven over the border to Lima", "brought her to Lima", "reached Lima"."""
    lemma = clause.lemma
    movers = people_of(clause.subject)
    goal: tuple[Place, ...] = ()
    edge: Edge = "single"
    if lemma == "return" and (origin := _led_by(sentence, clause, frozenset({"from"}))):
        if movers and not _at_home(origin, movers) and not any(_is_visit(sentence, one) for one in clause.phrases):
            yield _telling(sentence, clause, told, "visit", "leave", movers, origin, "leave")
        return
    if lemma in verbs.CARRYING and (clause.passive or any(people_of(one) for one in clause.objects)):
        if not clause.passive:
            movers = next((who for one in clause.objects if (who := people_of(one))), ())
        goal = _led_by(sentence, clause, verbs.TOWARDS)
    elif clause.passive:
        return
    elif lemma in verbs.TAKING_PLACE_OBJECT:
        goal = next((found for one in clause.objects if (found := places_of(sentence, one))), ())
        if not goal and clause.objects and not any(people_of(one) for one in clause.objects):
            goal = _led_by(sentence, clause, verbs.OVER_THERE)  # "reached the memorial at Lima"
        edge = "arrive" if lemma in ("reach", "enter") else "stay"
    elif lemma in verbs.ARRIVING:
        goal = _led_by(sentence, clause, verbs.OVER_THERE) or _led_by(sentence, clause, frozenset({"to"}))
        edge = "arrive" if lemma not in ("stop", "appear", "show") else "single"
    elif lemma in verbs.GOING:
        aims = word_set("for") if lemma in ("leave", "depart", "head") else verbs.TOWARDS
        goal = _led_by(sentence, clause, aims) or _led_by(sentence, clause, frozenset({"to"}))
        edge = "arrive" if lemma in ("leave", "depart") else "single"
    if movers and goal and not _at_home(goal, movers):
        form = "visit" if edge == "stay" else "arrive" if lemma in verbs.ARRIVING and edge == "arrive" else "go"
        if lemma in ("leave", "depart"):
            form = "leave for"
        yield _telling(sentence, clause, told, "visit", form, movers, goal, edge)


def _there(sentence: Sentence, clause: Clause, told: Mood) -> Iterator[Telling]:
    """ "inspected troops at Adapazari", "will attend a fair in Lima": a deed that is done in its place."""
    if clause.passive or not (clause.lemma in verbs.BEING_THERE or told.undone):
        return  # of what came to nothing, "was to have opened it in Lima", any deed tells
    movers = people_of(clause.subject)
    goal = _led_by(sentence, clause, verbs.OVER_THERE)
    others = [who for one in (*clause.objects, *clause.phrases) if (who := people_of(one))]
    if any(sentence.word(one.head) in verbs.HOMES for one in clause.phrases):
        return  # "spent Sunday at her residence in Kent"
    if len({person.country for person in movers}) == 1 and goal and not others and not _at_home(goal, movers):
        form = "stay" if clause.lemma in ("stay", "remain", "spend") else "go"
        yield _telling(sentence, clause, told, "visit", form, movers, goal, "stay" if form == "stay" else "single")


def _received(sentence: Sentence, clause: Clause, told: Mood) -> Iterator[Telling]:
    """ "received the premier in Lima", "was shown round by the governor"."""
    scene = _led_by(sentence, clause, verbs.OVER_THERE) or _where(sentence, clause)
    if clause.passive and clause.lemma in verbs.SHOWING:
        guests = people_of(clause.subject)
        hosts = next((who for one in clause.phrases if one.preposition == "by" and (who := people_of(one))), ())
    elif not clause.passive and clause.lemma in verbs.RECEIVING:
        hosts = people_of(clause.subject)
        guests = next((who for one in clause.objects if (who := people_of(one))), ()) or _she(sentence, clause)
    else:
        return
    if not guests or not hosts or not _foreign(guests, hosts):
        return
    if len({person.country for person in guests}) > 1:
        return
    yield _telling(
        sentence, clause, told, "visit", "hosted" if clause.passive else "host", guests, scene, "stay", hosts
    )


def _she(sentence: Sentence, clause: Clause) -> tuple[Person, ...]:
    """ "thanked the minister for hosting her": whose thanks they are."""
    pronoun = any(sentence.word(one.head) in ("her", "him", "them") for one in clause.objects) or any(
        sentence.tokens[at].text.lower() in ("her", "him", "them") for at in (clause.verb + 1,) if at < len(sentence.tokens)
    )
    main = clause_at(sentence, clause.governor) if clause.governor is not None else None
    return people_of(main.subject) if pronoun and main is not None else ()


def _welcomed(sentence: Sentence, clause: Clause, told: Mood) -> Iterator[Telling]:
    """ "was given a hero's welcome in Lima", "ended her mission in Lima on Friday"."""
    guests = people_of(clause.subject)
    where = _led_by(sentence, clause, verbs.OVER_THERE)
    heads = {sentence.word(one.head) for one in clause.objects}
    if not guests or not where or _at_home(where, guests):
        return
    if clause.passive and clause.lemma in ("give", "accord", "grant") and heads & verbs.WELCOMES:
        yield _telling(sentence, clause, told, "visit", "stay", guests, where, "stay")
    elif not clause.passive and heads & verbs.STAYS and clause.lemma in verbs.ENDING | verbs.BEGINNING:
        edge: Edge = "leave" if clause.lemma in verbs.ENDING else "arrive"
        yield _telling(sentence, clause, told, "visit", "noun", guests, where, edge)


def _gave_up(sentence: Sentence, clause: Clause, told: Mood) -> Iterator[Telling]:
    """ "cancelled her participation in a forum in Lima"."""
    who = people_of(clause.subject)
    heads = {sentence.word(one.head) for one in clause.objects}
    where = _led_by(sentence, clause, verbs.OVER_THERE)
    if who and where and heads & verbs.TAKING_PART and clause.lemma in verbs.CANCELLING and not _at_home(where, who):
        telling = _telling(sentence, clause, told, "visit", "go", who, where, "single")
        yield replace(telling, hint="cancelled")


def _while_there(sentence: Sentence) -> Iterator[Telling]:
    """ "While in Lima, the minister will sign": whoever does it is there."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 2):
        if sentence.word(at) not in ("while", "when", "whilst") or sentence.word(at + 1) != "in" or tokens[at].quoted:
            continue
        place = place_at(sentence, at + 2)
        near = [one for one in clauses(sentence) if one.subject is not None]
        main = next((one for one in near if one.verb > at and one.group.form in ("finite", "ed")), None)
        before = [one for one in near if one.verb < at and one.group.form in ("finite", "ed")]
        main = before[-1] if before and at > 0 else main
        who = people_of(main.subject) if main is not None else ()
        if place is None or main is None or not who or _at_home((place,), who):
            continue
        told = mood(sentence, main.verb)
        if told.tense != "unsure":
            yield Telling(
                type="visit", form="stay", sentence=sentence, index=at, end=at + 1, mood=told, principals=who,
                places=(place,),
            )  # fmt: skip


def _verbless(sentence: Sentence) -> Iterator[Telling]:
    """ "Tuesday: Moldova's president, X, in Bucharest", "The king to Lima with Y": a diary's line, where no verb is."""
    parts = chunks(sentence)
    if any(part.kind == "verb" and part.form in ("finite", "ed") for part in parts) or len(parts) > _LINE:
        return
    at = next((at for at, part in enumerate(parts) if people_of(part)), None)
    if at is None or parts[at].preposition:
        return
    who = people_of(parts[at])
    for part in parts[at + 1 :]:
        if part.kind == "noun" and part.preposition in ("in", "to") and (where := places_of(sentence, part)):
            if not _at_home(where, who) and len({person.country for person in who}) == 1:
                told = Mood(tense="past", start=part.start)
                yield Telling(
                    type="visit", form="noun", sentence=sentence, index=part.start, end=part.start, mood=told,
                    principals=who, places=where, bare=True,
                )  # fmt: skip
            return
        if part.kind not in ("comma", "time", "adverb") and not (part.kind == "noun" and part.people):
            return


_LINE = 14
"""Chunks of the longest line without a verb. Set by hand."""


def _is_visit(sentence: Sentence, chunk: Chunk) -> bool:
    return sentence.word(chunk.head) in words.VISIT_NOUNS


def _met(sentence: Sentence, clause: Clause, told: Mood) -> Iterator[Telling]:
    """ "had, on Saturday, sought out the premier", "sat down in Lima with", "stood beside"."""
    if clause.passive or told.negated or distant(sentence):
        return
    who = people_of(clause.subject)
    met: tuple[Person, ...] = ()
    if clause.lemma in verbs.MEETING:
        met = next((found for one in clause.objects if (found := people_of(one))), ())
    if not met and clause.lemma in verbs.MEETING | verbs.TOGETHER_WITH:
        met = next(
            (found for one in clause.phrases if one.preposition in verbs.WITH and (found := people_of(one))), ()
        )
    everyone = (*who, *(person for person in met if person not in who))
    if not who or len(everyone) < 2 or len({person.country for person in everyone}) < 2:
        return
    if not met and clause.lemma not in ("meet", "confer", "huddle", "reconvene"):
        return
    scene = _led_by(sentence, clause, verbs.OVER_THERE) or _where(sentence, clause)
    yield _telling(sentence, clause, told, "meeting", "meet", everyone, scene, "stay")


def _where(sentence: Sentence, clause: Clause) -> tuple[Place, ...]:
    return places_of(sentence, clause.where) if clause.where is not None else ()


def _at_home(goal: tuple[Place, ...], movers: tuple[Person, ...]) -> bool:
    home = {person.country for person in movers}
    return all(place.country in home for place in goal)


def _foreign(guests: tuple[Person, ...], hosts: tuple[Person, ...]) -> bool:
    return {person.country for person in guests}.isdisjoint({person.country for person in hosts})


def _telling(
    sentence: Sentence,
    clause: Clause,
    told: Mood,
    kind: str,
    form: str,
    who: tuple[Person, ...],
    where: tuple[Place, ...],
    edge: Edge,
    hosts: tuple[Person, ...] = (),
) -> Telling:
    return Telling(
        type="visit" if kind == "visit" else "meeting",
        form=form,
        sentence=sentence,
        index=clause.verb,
        end=clause.verb,
        mood=told,
        principals=who,
        counterparts=hosts,
        places=where,
        edge=edge,
    )
