"""Adds to each visit the people of the visited country whom its sentences show with the visitor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wiredesk.events.cite import Evidence, join
from wiredesk.events.clauses.clauses import clauses
from wiredesk.events.draft import Draft
from wiredesk.events.gathering.contact import ADDRESSING, beside_visitor, in_contact
from wiredesk.events.identity import among, is_official, shared, united, without
from wiredesk.events.rules import COMPANY_REACH
from wiredesk.events.sentences import words
from wiredesk.events.sentences.arguments import People, before_adverbs, objects, subject
from wiredesk.events.sentences.mood import mood
from wiredesk.events.sentences.places_told import place_at
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.settling.former_roles import counterpart_then
from wiredesk.events.visits.hosting import PASSED_ON
from wiredesk.types import Person


def add_hosts(records: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """The records, visits with their counterparts.

    A host stands in a sentence that tells of the visit, or in a later one beside the visitor with a word of contact.
    """
    owners: dict[int, list[Draft]] = {}
    for record in records:
        for number in _numbers(record, sentences):
            owners.setdefault(number, []).append(record)
    told = [_with_companions(record, sentences) if _hosts_wanted(record) else record for record in records]
    return [
        _with_town(_with_hosts(record, sentences, owners, _party(record, told)), sentences)
        if _hosts_wanted(record)
        else record
        for record in told
    ]


def _party(record: Draft, told: Sequence[Draft]) -> tuple[Person, ...]:
    """Who goes with the travellers on any journey that the article tells of: nobody's host."""
    visits = (other for other in told if other.type == "visit" and shared(other.principals, record.principals))
    return tuple(person for other in visits for person in other.principals)


def _hosts_wanted(record: Draft) -> bool:
    return record.type == "visit" and not record.caption


def _numbers(record: Draft, sentences: Sequence[Sentence]) -> set[int]:
    """Numbers of the sentences that tell of a record; one that only lends it a country tells of something else."""
    stretches = {(piece.part, piece.start) for piece in record.evidence if "principals" in piece.fields}
    return {sentence.number for sentence in sentences if (sentence.part, sentence.start) in stretches}


def _with_companions(record: Draft, sentences: Sequence[Sentence]) -> Draft:
    """ "The king will be accompanied by his foreign minister": colleagues of one country travel together."""
    home = {person.country for person in record.principals}
    if len(home) > 1:
        home -= {None}
    if len(home) != 1:
        return record
    own = _numbers(record, sentences)
    principals, evidence = record.principals, list(record.evidence)
    for sentence in sentences:
        if _COMPANY.isdisjoint(sentence.lowers) or sentence.caption:
            continue
        for index, token in enumerate(sentence.tokens):
            if token.quoted or not _tells_company(sentence, index):
                continue
            led, leader = objects(sentence, index), subject(sentence, index)
            pronoun = before_adverbs(sentence, index - 1) in ("he", "she", "they")
            near = (token.lower != "accompanied" or pronoun) and 0 < sentence.number - record.order <= COMPANY_REACH
            told = sentence.number in own or (leader is None and near)
            coming = mood(sentence, index).tense in ("future", "planned")
            if coming and record.status == "completed":
                continue  # who is to come along was not on the journey before
            if led is None or not (told or (leader and shared(leader.persons, record.principals))):
                continue
            if leader is not None and not shared(leader.persons, record.principals):
                continue
            owned = sentence.tokens[led.start - 1].text.lower() in ("his", "her", "their")  # of one government
            owned = owned or (token.lower in _JOINED and not _tells_country(sentence, led))
            told_of = [replace(one, country=next(iter(home))) if owned else one for one in led.persons]
            found = [person for person in told_of if is_official(person) and person.country in (*home, None)]
            if sentence.number < record.order or not (found := list(without(found, principals))):
                continue
            principals = united(principals, found)
            evidence.append(_evidence(sentence, "principals"))
    return replace(record, principals=principals, evidence=join(evidence))


def _tells_company(sentence: Sentence, index: int) -> bool:
    """ "accompanied by", "the delegation includes"."""
    word = sentence.word(index)
    if word in _JOINED:
        return sentence.word(index + 1) == "by"
    return word in _COMPANY and sentence.word(index - 1) in ("delegation", "party", "entourage", "team")


def _tells_country(sentence: Sentence, led: People) -> bool:
    """Whether one of those who come along is said to be of some country: "by Peruvian Foreign Minister X"."""
    for at in range(led.start, led.end + 1):
        token = sentence.tokens[at]
        role = (token.person.role or "").split()[:1] if token.person else []
        plain = token.text.split()[:1] == role or (token.person is not None and token.text == token.person.name)
        if token.kind == "place" or (token.kind == "person" and not plain):
            return True
    return False


_JOINED = frozenset({"accompanied", "joined"})
_COMPANY = words.word_set("accompanied joined includes included comprises comprised")


def _with_hosts(
    record: Draft, sentences: Sequence[Sentence], owners: dict[int, list[Draft]], party: Sequence[Person]
) -> Draft:
    counterparts, evidence = record.counterparts, list(record.evidence)
    own = _numbers(record, sentences)
    for sentence in sentences:
        if sentence.caption or sentence.part == "headline":
            continue
        telling = sentence.number in own
        joint = (
            sentence.number > record.order and _is_joint(sentence, counterparts) and not owners.get(sentence.number, [])
        )
        if joint:
            evidence.append(_evidence(sentence, "counterparts"))
        others = owners.get(sentence.number, [])
        if telling or (sentence.number > record.order and in_contact(record, sentence, others)):
            seen = _hosts(record, sentence, others)
        else:
            seen = beside_visitor(record, sentence) if sentence.number > record.order and not others else ()
        found = without(seen, (*party, *counterparts))
        if found:
            counterparts = united(counterparts, found)
            evidence.append(_evidence(sentence, "counterparts"))
    return replace(record, counterparts=counterparts, evidence=join(evidence))


def _evidence(sentence: Sentence, field: str) -> Evidence:
    return Evidence(part=sentence.part, start=sentence.start, end=sentence.end, fields=frozenset({field}))


def _is_joint(sentence: Sentence, counterparts: Sequence[Person]) -> bool:
    """A joint statement or news conference at which a host speaks who is known by now."""
    joint = "joint" in sentence.lowers and any(
        token.lower == "joint" and sentence.word(index + 1) in ("news", "press", "statement", "appearance")
        for index, token in enumerate(sentence.tokens)
    )
    return joint and any(among(person, counterparts) for token in sentence.tokens for person in token.people)


def _hosts(record: Draft, sentence: Sentence, owners: Sequence[Draft]) -> tuple[Person, ...]:
    found: list[Person] = []
    for index, token in enumerate(sentence.tokens):
        both = len(token.people) > 1 and any(among(person, record.principals) for person in token.people)
        if token.kind != "person" or token.quoted or (_speaks(sentence, index) and not both):
            continue
        if _tells_only(record, sentence, index) or _will_not(sentence, index):
            continue
        found += [
            counterpart_then(sentence, record.principals, person)
            for person in token.people
            if (
                (person.country in record.destination and is_official(person))
                or _is_called_host(sentence, index, person)
                or (sentence.number == record.order and person.country is None and _is_beside(record, sentence, person))
            )
            and not _travels(person, record, owners)
        ]
    return tuple(found)


def _will_not(sentence: Sentence, index: int) -> bool:
    """ "The king is not expected to receive her", "will be unable to meet him": the deed of contact is denied."""
    parting = next((at for at in range(index + 1, len(sentence.tokens)) if sentence.word(at) in _PARTING), None)
    end = len(sentence.tokens) if parting is None else parting
    denied = next((at for at in range(index + 1, end) if _denies(sentence, at)), end)
    before, behind = sentence.words(index + 1, denied), sentence.words(denied + 1, end)
    return not before & words.CONTACT and bool(behind & words.CONTACT)


def _denies(sentence: Sentence, at: int) -> bool:
    word = sentence.word(at)
    return word in words.NEGATIONS | {"unable", "cannot"} or word.endswith(("n't", "n’t"))


_PARTING = frozenset({"but", ";", "although", "though", "while", "until"})


def _is_called_host(sentence: Sentence, index: int, person: Person) -> bool:
    """ "embraced her host, X": who is called so is one, whatever the article knows of the office."""
    return (
        person.role is None
        and person.country is None
        and sentence.word(index - 1) == ","
        and (sentence.word(index - 2) == "host")
    )


def _is_beside(record: Draft, sentence: Sentence, person: Person) -> bool:
    """ "got to Lima on Tuesday and apologised to President X": no country is told, but X is in the visitor's deed."""
    if not person.role or not is_official(person):
        return False
    return any(
        one.subject is not None
        and shared(one.subject.people, record.principals)
        and any(among(person, part.people) for part in (*one.objects, *one.phrases) if part.preposition not in _AWAY)
        for one in clauses(sentence)
    )


_AWAY = frozenset({"from", "of", "for", "about", "against", "as"})


def _tells_only(record: Draft, sentence: Sentence, index: int) -> bool:
    """ "The two ministers agreed that her deputy will come", said before the journey: they tell of it, and no more."""
    if sentence.number != record.order or index >= record.index:
        return False
    if record.status == "invited" and sentence.find(PASSED_ON, index + 1, record.index) is not None:
        return True  # a messenger
    that = sentence.find(_THAT, index + 1, record.index)
    return that is not None and not sentence.words(index + 1, that) & words.CONTACT


_THAT = frozenset({"that"})


def _travels(person: Person, record: Draft, owners: Sequence[Draft]) -> bool:
    """Whether somebody is in the sentence for a journey of their own."""
    return any(
        other is not record
        and among(person, other.principals)
        and (other.type == "visit" or not shared(other.principals, record.principals))
        for other in owners
    )


def _speaks(sentence: Sentence, index: int) -> bool:
    if sentence.word(index + 1) in ("'s", "’s", "'", "’") and sentence.words(index + 2, index + 4) & _MOUTHPIECES:
        return True
    if sentence.find(frozenset({"according"}), index - 4, index) is not None:
        return True
    before = sentence.word(index - 1)
    after = sentence.tokens[index + 2 : index + 3]
    if sentence.word(index + 1) == "told" and any(token.text.lower() in ("him", "her", "them") for token in after):
        return False  # "where the premier told him": the two are together
    return sentence.word(index + 1) in words.SAYING or (before in words.SAYING and before not in ADDRESSING)


def _with_town(record: Draft, sentences: Sequence[Sentence]) -> Draft:
    """A visit to one country takes the only town of it that its own sentences name as a scene."""
    if record.place is not None or len(record.destination) != 1:
        return record
    own = _numbers(record, sentences)
    towns: dict[str, Sentence] = {}
    for sentence in sentences:
        if sentence.number not in own or sentence.part == "headline":
            continue
        for index in range(len(sentence.tokens)):
            place = place_at(sentence, index)
            if place is None or place.name is None or place.country != record.destination[0]:
                continue
            lead = index - 2 if sentence.word(index - 1) == "the" else index - 1  # "in the Peruvian capital"
            if sentence.word(lead) not in ("in", "to", "at", "outside", "near") or sentence.word(index + 1) in _OWNS:
                towns[""] = sentence  # named, but not as a scene: nothing is certain
                continue
            towns[place.town or place.name] = sentence
    if len(towns) != 1 or "" in towns:
        return record
    ((town, sentence),) = towns.items()
    return replace(record, place=town, evidence=join((*record.evidence, _evidence(sentence, "place"))))


_MOUTHPIECES = words.SPEAKING_BODIES | {"spokesman", "spokeswoman", "spokesperson", "press", "aide", "aides"}
"""Behind "the president's" they speak, and the president is not there."""
_OWNS = frozenset({"'s", "’s", "'", "’"}) | words.SAYING
