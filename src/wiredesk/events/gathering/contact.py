"""Whether a sentence that tells of no journey shows a visitor together with somebody of the visited country."""

from __future__ import annotations

from collections.abc import Sequence

from wiredesk.events.by_role import role_verbs
from wiredesk.events.clauses.clauses import Clause, clauses
from wiredesk.events.draft import Draft
from wiredesk.events.identity import among, is_official, shared, without
from wiredesk.events.meetings.distance import distant
from wiredesk.events.rules import REFERENT_REACH
from wiredesk.events.sentences import words
from wiredesk.events.sentences.arguments import objects, subject
from wiredesk.events.sentences.mood import mood
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person

_NOBODY = (Person(name=None),)


def in_contact(record: Draft, sentence: Sentence, owners: Sequence[Draft]) -> bool:
    """Whether a sentence that tells of no other event shows the visitor in contact with somebody."""
    if any(other is not record for other in owners):
        return False
    if _done_by(sentence) or _addressed(record, sentence) or _at_invitation(record, sentence):
        return True
    if words.CONTACT.isdisjoint(sentence.lowers):
        return False
    visitor = any(
        among(person, record.principals) or token.lower in ("her", "him", "his")
        for token in sentence.tokens
        for person in token.people or _NOBODY
    )
    planned = not _PROGRAMMES.isdisjoint(sentence.lowers)
    return (visitor or planned) and any(token.lower in words.CONTACT and not token.quoted for token in sentence.tokens)


def _at_invitation(record: Draft, sentence: Sentence) -> bool:
    """ "The visit is at the invitation of the premier"."""
    at = sentence.find(words.INVITATION)
    known = record.status != "invited" and not words.VISIT_NOUNS.isdisjoint(sentence.lowers)
    return at is not None and known and sentence.word(at - 2) == "at" and sentence.word(at + 1) in ("of", "from")


def _done_by(sentence: Sentence) -> bool:
    """ "He will be shown the border by the minister", "was given a tour by the king": open to any verb."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower != "by" or token.quoted:
            continue
        listed = objects(sentence, index)
        if listed is None or listed.start > index + 3:
            continue
        before = range(max(0, index - _DONE_REACH), index)
        be = next((at for at in reversed(before) if sentence.word(at) in _BEING), None)
        if be is None or any(sentence.word(at) in _LED for at in range(be, index)):
            continue
        doer = be
        while doer > 0 and sentence.word(doer - 1) in words.AUXILIARIES | words.ADVERBS | words.FUTURE | _SHORT:
            doer -= 1
        if sentence.word(doer - 1) in ("he", "she", "they") or sentence.tokens[doer - 1].text.lower() in ("he", "she"):
            return True
    return False


def _addressed(record: Draft, sentence: Sentence) -> bool:
    """ "she told the president", "thanked her host": the visitor speaks to somebody."""
    for index, token in enumerate(sentence.tokens):
        if token.lower in ADDRESSING and not token.quoted and record.status in ("completed", "underway"):
            doer = subject(sentence, index)
            if doer is not None and shared(doer.persons, record.principals) and objects(sentence, index) is not None:
                return True
    return False


ADDRESSING = word_set("told thanked assured briefed")
_DONE_REACH = 14
"""Words before "by" among which "was" or "be" stands: "will be shown the old bridge by". Set by hand."""
_BEING = word_set("be was were been is are being")
_LED = word_set("accompanied joined followed succeeded replaced appointed named elected criticised criticized")
"""Passives that bring no host."""
_SHORT = frozenset({"'", "’", "ll", "and", "later", "to", "due", "set", "scheduled"})


_PROGRAMMES = word_set("program programme agenda itinerary schedule")


def beside_visitor(record: Draft, sentence: Sentence) -> tuple[Person, ...]:
    """Whom a sentence without a word of contact shows with the visitor, by the roles of its clauses, or by a noun:
    "climbed into the box with the minister", "the king drove her home", "meetings with the premier are planned".
    """
    if not any(_receives(record, person) for token in sentence.tokens for person in token.people):
        return ()
    if record.status in ("cancelled", "postponed", "denied") or distant(sentence):
        return ()
    found: list[Person] = []
    for clause in clauses(sentence):
        if not sentence.tokens[clause.verb].quoted and not _is_apart(clause) and not _doubtful(sentence, clause):
            found += _with_visitor(record, clause)
            found += _to_visitor(record, sentence, clause)
    found += _awaited(record, sentence)
    return tuple(dict.fromkeys(person for person in found if _receives(record, person)))


def _receives(record: Draft, person: Person) -> bool:
    return person.country in record.destination and is_official(person) and not among(person, record.principals)


def _is_apart(clause: Clause) -> bool:
    """ "disagreed with the premier": a form that no table knows stands for itself."""
    return not _APART.isdisjoint((clause.lemma, clause.lemma.removesuffix("d"), clause.lemma.removesuffix("ed")))


def _doubtful(sentence: Sentence, clause: Clause) -> bool:
    told = mood(sentence, clause.verb)
    return told.negated or told.tense == "unsure"


def _with_visitor(record: Draft, clause: Clause) -> tuple[Person, ...]:
    """ "She toured the mill with the governor", "walked, together with his host, to the pier"."""
    if clause.subject is None or not shared(clause.subject.people, record.principals):
        return ()
    beside = [part.people for part in clause.phrases if part.preposition in _BESIDE]
    others = without(clause.subject.people, record.principals) if len(clause.subject.people) > 1 else ()
    return (*others, *(person for people in beside for person in people))


def _to_visitor(record: Draft, sentence: Sentence, clause: Clause) -> tuple[Person, ...]:
    """ "The governor drove him to the port", "the king showed the premier his horses"."""
    if clause.subject is None or clause.passive or clause.lemma not in _DONE_TO_GUESTS:
        return ()
    after = sentence.tokens[clause.verb + 1 : clause.verb + 2]
    pronoun = any(token.text.lower() in ("him", "her", "them") for token in after)
    guest = pronoun or any(shared(part.people, record.principals) for part in clause.objects)
    return clause.subject.people if guest else ()


def _awaited(record: Draft, sentence: Sentence) -> tuple[Person, ...]:
    """ "Meetings with A and B are on the schedule", "at a joint appearance with B": in a sentence of nobody else."""
    if sentence.number - record.told > REFERENT_REACH:
        return ()
    told = [person for token in sentence.tokens for person in token.people]
    if not all(_receives(record, person) or among(person, record.principals) for person in told):
        return ()
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower not in words.MEETING_NOUNS | _JOINT_NOUNS | _MEETINGS:
            continue
        if token.lower in _JOINT_NOUNS and "joint" not in sentence.words(index - 3, index):
            continue
        link = sentence.find(_BESIDE | {"by"}, index + 1, index + 4)
        met = objects(sentence, link) if link is not None else None
        if met is not None and not sentence.words(0, index) & (words.NEGATIONS | words.UNSURE | words.THOUGHTS):
            return met.persons
    return ()


_BESIDE = word_set("with beside alongside")
_JOINT_NOUNS = word_set("conference appearance statement briefing")
_MEETINGS = word_set("interviews audiences lunches dinners")
_APART = word_set(
    """
    disagree agree quarrel argue compare confuse differ compete sympathise sympathize side be have deal cooperate
    speak clash
    """
)
"""Verbs whose "with" tells of no company: of an opinion, of likeness, or of talks that other rooms read."""
_DONE_TO_GUESTS = (role_verbs.SHOWING | role_verbs.CARRYING | role_verbs.MEETING | word_set("accompany join toast")) - {
    "dispatch", "send", "rush", "smuggle", "bring", "present", "brief", "lead", "feed", "hand",
}  # fmt: skip
