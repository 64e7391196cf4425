"""Tells by the roles of a clause who met and who received whom."""

from __future__ import annotations

from collections.abc import Iterator

from wiredesk.events.by_role import role_verbs as verbs
from wiredesk.events.by_role.roles import led_by, people_of, role_telling, where
from wiredesk.events.clauses.clauses import Clause, clause_at
from wiredesk.events.draft import Telling
from wiredesk.events.meetings.distance import distant
from wiredesk.events.sentences.mood import Mood
from wiredesk.events.sentences.reading import Sentence
from wiredesk.types import Person


def tell_received(sentence: Sentence, clause: Clause, told: Mood) -> Iterator[Telling]:
    """ "received the premier in Lima", "was shown round by the governor"."""
    scene = led_by(sentence, clause, verbs.OVER_THERE) or where(sentence, clause)
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
    yield role_telling(
        sentence, clause, told, "visit", "hosted" if clause.passive else "host", guests, scene, "stay", hosts
    )


def _she(sentence: Sentence, clause: Clause) -> tuple[Person, ...]:
    """ "thanked the minister for hosting her": whose thanks they are."""
    after = sentence.tokens[clause.verb + 1 : clause.verb + 2]
    pronoun = any(token.text.lower() in ("her", "him", "them") for token in after)
    main = clause_at(sentence, clause.governor) if clause.governor is not None else None
    return people_of(main.subject) if pronoun and main is not None else ()


def tell_met(sentence: Sentence, clause: Clause, told: Mood) -> Iterator[Telling]:
    """ "had, on Saturday, sought out the premier", "sat down in Lima with", "stood beside"."""
    if clause.passive or told.negated or distant(sentence):
        return
    who = people_of(clause.subject)
    met: tuple[Person, ...] = ()
    if clause.lemma in verbs.MEETING:
        met = next((found for one in clause.objects if (found := people_of(one))), ())
    if not met and clause.lemma in verbs.MEETING | verbs.TOGETHER_WITH:
        met = next((found for one in clause.phrases if one.preposition in verbs.WITH and (found := people_of(one))), ())
    everyone = (*who, *(person for person in met if person not in who))
    if not who or len(everyone) < 2 or len({person.country for person in everyone}) < 2:
        return
    if not met and clause.lemma not in ("meet", "confer", "huddle", "reconvene"):
        return
    scene = led_by(sentence, clause, verbs.OVER_THERE) or where(sentence, clause)
    yield role_telling(sentence, clause, told, "meeting", "meet", everyone, scene, "stay")


def _foreign(guests: tuple[Person, ...], hosts: tuple[Person, ...]) -> bool:
    return {person.country for person in guests}.isdisjoint({person.country for person in hosts})
