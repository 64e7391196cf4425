"""Whom and which event a sentence means that names neither: "the visitor", "her host", "they", "the two-day trip".

The tellers read names; here a sentence is given the people of the event told last before they read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wiredesk.events.cite import Evidence
from wiredesk.events.draft import Telling
from wiredesk.events.sentences import words
from wiredesk.events.sentences.mood import forms
from wiredesk.events.sentences.reading import Sentence, Token
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person, PersonMention

_TRAVELLERS = word_set("visitor visitors guest guests delegation")
_COLLEAGUES = word_set("ministers presidents leaders premiers chancellors envoys officials")
_VISITING = word_set("leader dignitary minister premier president chancellor diplomat official king queen")
"""Behind "the visiting" they mean the traveller."""
_WANTED = _VISITING | _TRAVELLERS | _COLLEAGUES | {"host", "hosts", "they", "both"}
_OWNERS = word_set("the his her their its")
_MADE_UP = word_set("led headed of from including includes included comprises comprised that which who consisting")
"""Behind "the delegation" they say whose it is, or who is in it."""


def referred(sentence: Sentence, travellers: Sequence[Person], hosts: Sequence[Person]) -> Sentence:
    """The sentence with persons for "the visitor", "the delegation", "her host" and "they", of the visit told last.

    `travellers` and `hosts` are of that visit; nobody is put in where they are not known.
    """
    if not travellers or _WANTED.isdisjoint(sentence.lowers) or sentence.caption or sentence.part == "headline":
        return sentence
    tokens = list(sentence.tokens)
    for at, token in enumerate(sentence.tokens):
        if token.lower in _WANTED and not token.quoted:
            meant = _meant(sentence, at, travellers, hosts)
            if meant:
                tokens[at] = _as_person(sentence, token, meant)
    return replace(sentence, tokens=tuple(tokens)) if tokens != list(sentence.tokens) else sentence


def _meant(sentence: Sentence, at: int, travellers: Sequence[Person], hosts: Sequence[Person]) -> tuple[Person, ...]:
    word, following = sentence.word(at), sentence.word(at + 1)
    if word in ("they", "both"):
        alone = word == "they" or following in words.AUXILIARIES or "past" in forms(following)
        named = any(token.kind == "person" for token in sentence.tokens[:at])
        return tuple(travellers) if len(travellers) > 1 and alone and not named else ()
    if word in _VISITING:
        led = sentence.word(at - 1) == "visiting" and sentence.word(at - 2) in _OWNERS
        return tuple(travellers) if led and len(travellers) == 1 else ()
    if sentence.word(at - 1) not in _OWNERS or (at + 1 < len(sentence.tokens) and _is_named(sentence, at)):
        return ()
    if word in _COLLEAGUES:
        office = word.removesuffix("s")
        any_office = office in ("leader", "official")
        alike = all(any_office or office in (person.role or "").casefold() for person in travellers)
        alone = following in words.AUXILIARIES | words.FUTURE or bool({"past", "present"} & forms(following))
        return tuple(travellers) if alike and alone and at == 1 and len(travellers) > 1 else ()
    if word in ("host", "hosts"):
        country = following in ("country", "nation", "government", "city", "minister", "president")
        return tuple(hosts) if len(hosts) == 1 and not country else ()
    several = word in ("visitors", "guests")
    if following in _MADE_UP or several != (len(travellers) > 1 and word != "delegation"):
        return ()
    return tuple(travellers)


def _is_named(sentence: Sentence, at: int) -> bool:
    """ "her host, X", "the delegation chief": the words behind say who is meant."""
    after = sentence.tokens[at + 1]
    if after.text == "," and at + 2 < len(sentence.tokens):
        return any(token.kind == "person" for token in sentence.tokens[at + 2 : at + 5])
    return after.kind == "person" or sentence.word(at + 1) in words.POSSESSIVE or sentence.word(at + 1) in _HEADS


_HEADS = word_set("chief leader head members member list book room")


def _as_person(sentence: Sentence, token: Token, meant: tuple[Person, ...]) -> Token:
    mention = PersonMention(
        part=sentence.part, start=token.start, end=token.end, text=token.text, person=meant[0], kind="role"
    )
    return token._replace(kind="person", lower="", mention=mention, people=meant)


def is_definite(telling: Telling) -> bool:
    """Whether a telling's noun is "the visit", "the two-day trip", "this meeting": one that the reader knows of.

    Without a verb of its own it must be what the sentence begins with: "The trip, his first, ...".
    """
    sentence = telling.sentence
    nouns = words.VISIT_NOUNS | words.MEETING_NOUNS | words.CALL_NOUNS
    at = next((one for one in (telling.index, telling.end) if sentence.word(one) in nouns), None)
    if at is None:
        return False
    lead = at - 1
    while lead >= max(0, at - _MODIFIERS) and _is_modifier(sentence.tokens[lead]):
        lead -= 1
    if lead < 0 or sentence.word(lead) not in ("the", "this"):
        return False
    opens = lead == 0 or (lead == 1 and sentence.word(0) in ("but", "and"))
    opens = opens or (sentence.word(lead - 1) == "," and lead <= _LEAD_IN)
    dated = any(token.kind == "time" for token in sentence.tokens[at + 1 : at + 4])
    opens = opens or (telling.bare and dated and sentence.word(lead - 1) in _BEFORE_A_CLAUSE)
    own = sentence.tokens[lead - 1].kind != "word" or sentence.word(lead - 1) in _BEFORE_A_CLAUSE
    return opens or (not telling.bare and telling.end > at and own)


_BEFORE_A_CLAUSE = word_set("that and but reporters journalists parliament lawmakers television radio said says")


_MODIFIERS = 4
"""Words between "the" and its noun: "the long-awaited three-day state visit". Set by hand."""
_LEAD_IN = 5
"""Words before a sentence's subject: "At Seoul's request," or "On Tuesday,". Set by hand."""


def _is_modifier(token: Token) -> bool:
    if token.kind == "time":
        return token.time is not None and token.time.kind == "duration"
    return token.kind == "word" and token.lower not in words.DETERMINERS and not (forms(token.lower) - {"base", "ing"})


def is_owned(telling: Telling) -> bool:
    """ "Her trip will last until Friday", "It was the last day of her visit"."""
    sentence, near = telling.sentence, range(telling.end - 3, telling.end)
    if sentence.word(0) in ("his", "her") and 1 in (telling.index, telling.end):
        return True
    opens = sentence.tokens[0].text.lower() in ("it", "that")
    return opens and any(sentence.word(at) in ("his", "her", "the") for at in near)


def owner_told(telling: Telling) -> tuple[Person, ...]:
    """ "X said on Friday, the second day of her three-day visit to the country": the one official of the sentence."""
    sentence, near = telling.sentence, range(telling.end - 3, telling.end)
    owned = any(sentence.tokens[at].text.lower() in ("his", "her") for at in near if at >= 0)
    told = dict.fromkeys(person for token in sentence.tokens[: telling.end] for person in token.people)
    named = tuple(person for person in told if person.role is not None)
    return named if owned and len(named) == 1 == len(told) else ()


def is_there(telling: Telling) -> bool:
    """ "met there with": in the town told last."""
    tokens = telling.sentence.tokens
    near = range(telling.end + 1, min(len(tokens), telling.end + 4))
    return any(tokens[at].lower == "there" and not forms(tokens[at + 1].lower) for at in near if at + 1 < len(tokens))


def names_a_place(telling: Telling) -> bool:
    """Whether the sentence says where, be it a place that no table knows: "met in Valka", "at the Akerby Fortress"."""
    sentence = telling.sentence
    for at in range(len(sentence.tokens) - 1):
        if sentence.word(at) in ("in", "at", "near", "outside"):
            behind = at + 2 if sentence.word(at + 1) in words.DETERMINERS else at + 1
            token = sentence.tokens[behind] if behind < len(sentence.tokens) else None
            if token is not None and (token.kind == "place" or (token.kind == "word" and token.text[:1].isupper())):
                return True
    return False


def is_of_a_thing(sentence: Sentence, index: int) -> bool:
    """ "the Lima book fair": the town says which fair, and is no scene."""
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    led = sentence.word(index - 1) in words.DETERMINERS
    return led and after is not None and after.kind == "word" and after.lower.isalpha()


def leaves_here(telling: Telling) -> bool:
    """ "left for home", "flew home", "returned home": from where the article is."""
    after = telling.sentence.words(telling.index + 1, telling.index + 3)
    return telling.form == "leave" and telling.mood.tense == "past" and "home" in after


def scene_evidence(sentence: Sentence) -> Evidence:
    """That a sentence names the scene."""
    fields = frozenset({"destination", "place"})
    return Evidence(part=sentence.part, start=sentence.start, end=sentence.end, fields=fields)


def is_again(telling: Telling) -> bool:
    """Whether a noun speaks of another meeting of those who were told of last."""
    ends = (telling.index, telling.end)
    before = {telling.sentence.word(at) for end in ends for at in (end - 1, end - 2, end - 3)}
    theirs = "their" in before or "they" in telling.sentence.words(telling.index, telling.end)  # "talks they had"
    return theirs or any(telling.sentence.word(end - 1) in words.AGAIN for end in ends)
