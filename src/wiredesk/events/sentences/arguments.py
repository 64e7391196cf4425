"""Who: the persons whose deed a verb is, and those whom it meets."""

from __future__ import annotations

from dataclasses import dataclass

from wiredesk.events.clauses.chunks import Chunk
from wiredesk.events.clauses.clauses import clause_at
from wiredesk.events.clauses.lexicon import PRONOUNS
from wiredesk.events.sentences import words
from wiredesk.events.sentences.mood import forms
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person

_OBJECT_REACH = 12


@dataclass(frozen=True, kw_only=True)
class People:
    """Persons of one phrase, in order, and the indices of its first and last token."""

    persons: tuple[Person, ...]
    start: int
    end: int


def named(person: Person | None) -> bool:
    """Whether a person can stand in a record: with a name, or with a role and a country or body."""
    return person is not None and (person.name is not None or person.role is not None)


def subject(sentence: Sentence, verb: int) -> People | None:
    """Whose deed the verb at (or verb group from) `verb` is: as its clause tells, else by walking back over words."""
    clause = clause_at(sentence, verb)
    doer = clause.subject if clause is not None else None
    persons = tuple(person for person in doer.people if named(person)) if doer is not None else ()
    persons += _taken_along(sentence, doer.end) if doer is not None and persons else ()
    if doer is not None and persons:
        return People(persons=persons, start=doer.start, end=doer.end - 1)
    thing = _thing(sentence, verb)
    return _walked(sentence, verb, thing.start if thing is not None else 0)


def _taken_along(sentence: Sentence, index: int) -> tuple[Person, ...]:
    """ "The king, together with his foreign minister, X, flew": those behind the doer, too."""
    at = index + 1 if sentence.word(index) == "," else index
    if sentence.word(at) not in ("together", "along") or sentence.word(at + 1) != "with":
        return ()
    led = objects(sentence, at + 1)
    return led.persons if led is not None and led.start <= at + _COMPANY_REACH else ()


_COMPANY_REACH = 7
"""Words from "together" to who it is: "together with his country's foreign minister". Set by hand."""


def done_by_a_thing(sentence: Sentence, verb: int) -> bool:
    """Whether a verb's own subject is a thing or a crowd: "said that more troops had arrived", "a first shipment will
    leave for Lima". Then nobody whom the text names further off does it."""
    return _thing(sentence, verb) is not None


def _thing(sentence: Sentence, verb: int) -> Chunk | None:
    """The subject of a verb's clause, if it is no person, no group of officials and no journey of somebody's."""
    clause = clause_at(sentence, verb)
    doer = clause.subject if clause is not None else None
    if clause is None or doer is None or doer.people:
        return None
    head = sentence.tokens[doer.head]
    if head.kind != "word" or head.lower.removesuffix("s") in _LIKE_PERSONS or head.lower in _GOERS:
        return None
    if before_adverbs(sentence, clause.group.start) == "which":
        return doer
    opening = doer.head == 0 and bool(doer.of)  # "Copies of the king's letter are in a shop in Lima"
    if not head.lower.isalpha() or (head.text[:1].isupper() and not opening):
        return None  # a name that nobody knows, a number
    return doer if PRONOUNS.isdisjoint(token.lower for token in sentence.tokens[doer.start : verb]) else None


def _walked(sentence: Sentence, verb: int, first: int) -> People | None:
    """The nearest person before a verb, from token `first` on, who can be its doer."""
    if _is_somebody_else(sentence, verb) or before_adverbs(sentence, verb) in _PLURALS or _is_a_thing(sentence, verb):
        return None
    if sentence.word(verb - 1) == ",":
        before = _before_insertion(sentence, verb - 1)
        if verb > 1 and sentence.tokens[verb - 2].kind == "person" and not _is_object(sentence, verb - 2, verb):
            before = verb - 2  # "the senior leader, X, travelled"
        if before is not None:
            listed = objects_from(sentence, before)
            return together(sentence, listed.end if listed.end == verb - 2 else before)
    position = _before_relative(sentence, verb) - 1
    while position >= first:
        token = sentence.tokens[position]
        if token.lower in ("who", "whom"):
            return _antecedent(sentence, position)
        if token.lower in _OWN_SUBJECT and position < verb - 1 and _has_own_subject(sentence, position + 1, verb):
            return None
        if token.lower == "whose" or (token.lower in (";", "—", "–") and position < verb - 1):
            return None
        if token.kind == "person" and named(token.person):
            aside = _is_possessor(sentence, position) or _is_aside(sentence, position)
            if not aside and not _is_object(sentence, position, verb):
                return together(sentence, position)
        position -= 1
    return None


def _before_relative(sentence: Sentence, verb: int) -> int:
    """ "came from Lima, where the premier saw him, and flew on": the second verb is the first one's fellow."""
    if sentence.word(verb - 1) != "and" or sentence.word(verb - 2) != ",":
        return verb
    for at in range(verb - 3, 0, -1):
        if sentence.word(at) in _RELATIVE and sentence.word(at - 1) == ",":
            return at
    return verb


_RELATIVE = frozenset({"where", "who", "which"})


def _is_a_thing(sentence: Sentence, verb: int) -> bool:
    """ "that an answer would come": the doer is no person."""
    at = verb - 1
    while at > 0 and sentence.word(at) in words.ADVERBS:
        at -= 1
    word = sentence.word(at)
    if sentence.word(verb) == "to":
        return False  # "drove through the night to be there"
    if at < 1 or not word.isalpha() or forms(word) or word in words.CARRIERS | _LIKE_PERSONS | words.CLAUSE_OPENERS:
        return False
    return sentence.word(at - 1) in ("a", "an", "the", "no", "any") and sentence.word(at) not in words.AUXILIARIES


_GOERS = words.CARRIERS | words.VISIT_NOUNS | word_set("mission")
"""Subjects that stand for whom they carry, or whose journey they are."""
_LIKE_PERSONS = word_set(
    """
    two three four pair couple duo trio latter former group team party leader minister president premier king queen
    envoy official man woman guest visitor host general chancellor secretary chief and or who
    """
)


def before_adverbs(sentence: Sentence, verb: int) -> str:
    """The word that stands before a verb group and its adverbs: "they also met"."""
    at = verb - 1
    while at > 0 and sentence.word(at) in words.ADVERBS:
        at -= 1
    return sentence.word(at)


_PLURALS = frozenset({"they", "we", "it"})
"""Right before a verb: the doers are nobody whom the sentence names."""
_OWN_SUBJECT = word_set("as while when because whereas although though until")
_UNNAMED_SUBJECTS = word_set("he she they it i we you and or then")


def _has_own_subject(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether a clause, "as the militia's chief left", has a doer of its own whom nobody knows as an official."""
    return not sentence.words(verb - 1, verb) & {"and", "or", ",", "then", "to"} and not any(
        token.lower in _UNNAMED_SUBJECTS for token in sentence.tokens[start:verb]
    )


def _is_somebody_else(sentence: Sentence, verb: int) -> bool:
    """Whether a name that is no known person's stands where the doer of the verb does: "the group's chief, X, left"."""
    at = verb - 2 if sentence.word(verb - 1) == "," else verb - 1
    if at < 1:
        return False
    token = sentence.tokens[at]
    if token.kind != "word" or not token.text[:1].isupper() or forms(token.lower) or token.lower in _UNNAMED_SUBJECTS:
        return False
    first = at
    while first > 0 and sentence.tokens[first - 1].kind == "word" and sentence.tokens[first - 1].text[:1].isupper():
        first -= 1
    if at == verb - 2:
        return sentence.word(first - 1) == "," and first > 1 and sentence.tokens[first - 2].kind == "word"
    if first > 0 and sentence.tokens[first - 1].kind == "person":
        return False  # a name behind its own office, in a headline that capitals make hard to read
    return sentence.word(first - 1) not in words.PERSON_OBJECT_PREPOSITIONS | {"the", "in", "at"}


def _before_insertion(sentence: Sentence, comma: int) -> int | None:
    """The person before "..., who came by sea, " or "..., the first leader to come, "."""
    for index in range(comma):
        token = sentence.tokens[index]
        if token.kind != "person" or sentence.word(index + 1) != "," or index + 1 >= comma:
            continue
        if named(token.person) and not _is_object(sentence, index, comma) and not _is_aside(sentence, index):
            return index
    return None


def _antecedent(sentence: Sentence, position: int) -> People | None:
    """The persons before a "who"."""
    for index in range(position - 1, -1, -1):
        found = sentence.tokens[index].person
        if found is not None and named(found):
            return People(persons=(found,), start=index, end=index)
    return None


def _is_aside(sentence: Sentence, index: int) -> bool:
    """ ", he said, " in the midst of what is said."""
    return sentence.word(index - 1) == "," and sentence.word(index + 1) in words.SAYING


def _is_possessor(sentence: Sentence, index: int) -> bool:
    """ "Venn's" before "visit", where the mention itself leaves the "'s" outside; whose plane lands is in it."""
    if sentence.tokens[index].text.lower() in ("he", "she"):
        return False  # "he's due in Lima"
    return sentence.word(index + 1) in words.POSSESSIVE and sentence.word(index + 2) not in words.CARRIERS


def _is_object(sentence: Sentence, index: int, verb: int) -> bool:
    """Whether a person before a verb is rather the object of a preposition or of another verb."""
    first = _phrase_start(sentence, index)
    before = first - 1
    while before >= 0 and (sentence.word(before) in _DETERMINING or sentence.tokens[before].kind == "place"):
        before -= 1
    word = sentence.word(before)
    if word == "by" and sentence.word(before - 1) in ("led", "headed"):
        return False  # "a delegation led by the minister arrived"
    if word in words.PERSON_OBJECT_PREPOSITIONS and word not in ("after", "before"):
        return True
    if word in words.SAYING:
        return False
    return bool(forms(word)) and before < verb - 1 and word not in words.AUXILIARIES


_DETERMINING = word_set("the a an his her their its another counterpart host")


def _phrase_start(sentence: Sentence, index: int) -> int:
    """First index of a list of persons that ends at `index`: "A, B and C", "the minister, A"."""
    first = index
    while first > 0:
        step = first - 1
        while step >= 0 and _links(sentence, step):
            step -= 1
        if step < 0 or step == first - 1 or sentence.tokens[step].kind != "person":
            break
        first = step
    return first


def _links(sentence: Sentence, index: int) -> bool:
    """Whether a token may stand between two persons of a list: "and Laos' B", ", the minister,"."""
    word = sentence.word(index)
    if index + 1 == len(sentence.tokens):
        return False
    if word == "of" and sentence.tokens[index + 1].kind == "place":
        return index > 0 and sentence.tokens[index - 1].kind == "person"  # "the prince of Denmark and"
    if sentence.tokens[index].kind == "place":
        if sentence.word(index - 1) == "of" and index > 1 and sentence.tokens[index - 2].kind == "person":
            return True
        return sentence.word(index + 1) in words.POSSESSIVE or sentence.tokens[index + 1].kind == "person"
    if word in words.POSSESSIVE:
        return index > 0 and sentence.tokens[index - 1].kind == "place"
    return word in words.LINKS or word in _DETERMINING or word in _POSES


_POSES = word_set("consort colleague left right center centre second third from")
"""Between the persons of a list: in captions, "A, left, and B"; and "the queen and her consort, B"."""


def together(sentence: Sentence, index: int) -> People:
    """The list of persons that `index` belongs to, each once."""
    first = _phrase_start(sentence, index)
    found: list[Person] = []
    for position in range(first, index + 1):
        for person in sentence.tokens[position].people:
            if named(person) and person not in found:
                found.append(person)
    return People(persons=tuple(found), start=first, end=index)


def object_pronoun(sentence: Sentence, index: int) -> str:
    """The "him", "her" or "them" that a verb at `index` has for its object, perhaps behind "with"; else empty."""
    at = index + 2 if sentence.word(index + 1) in ("with", "on", "to") else index + 1
    word = sentence.tokens[at].text.lower() if at < len(sentence.tokens) else ""
    if word not in ("him", "her", "them"):
        return ""
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    if word == "her" and after is not None and after.kind in ("word", "person"):
        return "her" if after.lower in _AFTER_OBJECT else ""  # "met her counterpart"
    return word


_AFTER_OBJECT = word_set("in on at for to and with during when while before after there last this that by over")


def objects(sentence: Sentence, after: int) -> People | None:
    """The persons after a verb, noun or preposition: the first one and those listed with it."""
    position, limit = after + 1, min(len(sentence.tokens), after + 1 + _OBJECT_REACH)
    while position < limit:
        token = sentence.tokens[position]
        if token.lower in words.CLAUSE_OPENERS or token.lower in (";", "."):
            return None
        if token.kind == "person" and named(token.person) and not _owns_somebody(sentence, position):
            return objects_from(sentence, position)
        position += 1
    return None


def _owns_somebody(sentence: Sentence, index: int) -> bool:
    """ "received the president's envoy, X": whose envoy it is."""
    if sentence.word(index + 1) not in words.POSSESSIVE:
        return False
    return any(token.kind == "person" for token in sentence.tokens[index + 2 : index + 2 + _OWNED_WITHIN])


_OWNED_WITHIN = 3
"""Words from "the president's" to whoever is his: "special economic envoy". Set by hand."""


def objects_from(sentence: Sentence, index: int) -> People:
    """The list of persons that begins at `index`."""
    found: list[Person] = []
    last = index
    for position in range(index, len(sentence.tokens)):
        token = sentence.tokens[position]
        if token.kind == "person":
            if position > index and sentence.word(position + 1) in words.SAYING:
                break
            found += [person for person in token.people if named(person) and person not in found]
            last = position
        elif not _links(sentence, position) and token.lower != "with":
            break
    return People(persons=tuple(found), start=index, end=last)
