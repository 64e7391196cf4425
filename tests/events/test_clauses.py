"""Who does what to whom, where and when: the reading of clauses under the frames."""

from __future__ import annotations

import pytest

from wiredesk.annotate import annotate
from wiredesk.events.clauses.clauses import Clause, clauses
from wiredesk.events.sentences.mood import mood
from wiredesk.events.sentences.reading import Sentence, read
from wiredesk.extract import extract
from wiredesk.types import Page

SENTENCES = [
    # sentence, verb, its doers, its objects' persons, prepositions of its phrases
    ("Peru's premier, Rosa Quill, flew on to Lome on Monday.", "flew", ["Rosa Quill"], [], ["to"]),
    (
        "Peru's premier, Rosa Quill, who had met Togo's president, Kossi Adan, in Lima, left on Monday.",
        "left", ["Rosa Quill"], [], [],
    ),
    (
        "At the invitation of Togo's president, Kossi Adan, Peru's premier, Rosa Quill, will come in May.",
        "come", ["Rosa Quill"], [], ["at"],
    ),
    (
        "Peru's premier, Rosa Quill, and Togo's president, Kossi Adan, signed a treaty in Lima.",
        "signed", ["Rosa Quill", "Kossi Adan"], [], ["in"],
    ),
    ("President Kossi Adan of Togo is expected to travel to Lima.", "travel", ["Kossi Adan"], [], ["to"]),
    (
        "Peru's premier, Rosa Quill, was driven to the port and was shown round by President Kossi Adan of Togo.",
        "shown", ["Rosa Quill"], [], ["by"],
    ),
    (
        "Speaking in Lima on Monday, Peruvian Premier Rosa Quill invited President Kossi Adan of Togo to visit.",
        "speaking", ["Rosa Quill"], [], ["in"],
    ),
    (
        "Peru's premier, Rosa Quill, had, on Monday, sought out President Kossi Adan of Togo.",
        "sought", ["Rosa Quill"], ["Kossi Adan"], [],
    ),
    (
        "Peru's premier, Rosa Quill, thanked President Kossi Adan of Togo for hosting her in Lome.",
        "hosting", ["Kossi Adan"], [], ["in"],
    ),
    ("A delegation led by Peru's premier, Rosa Quill, arrived in Lome.", "arrived", ["Rosa Quill"], [], ["in"]),
]  # fmt: skip


def sentence(text: str) -> Sentence:
    article = extract(Page.text(f"Notes of the day\n\n{text}\n\nNobody told more of it.\n", published="2031-05-02"))
    return next(one for one in read(article, annotate(article)) if one.part == "body")


def clause(text: str, verb: str) -> Clause:
    read_sentence = sentence(text)
    return next(one for one in clauses(read_sentence) if read_sentence.word(one.verb) == verb)


@pytest.mark.parametrize(("text", "verb", "doers", "objects", "prepositions"), SENTENCES)
def test_a_clause_has_its_doer_and_objects(
    text: str, verb: str, doers: list[str], objects: list[str], prepositions: list[str]
) -> None:
    found = clause(text, verb)
    assert [person.name for person in found.subject.people] == doers if found.subject else not doers
    assert [person.name for one in found.objects for person in one.people] == objects
    assert [one.preposition for one in found.phrases] == prepositions


@pytest.mark.parametrize(
    ("text", "verb", "tense"),
    [
        ("Rosa Quill, Peru's premier, will open a fair before heading to Accra, an aide said.", "heading", "future"),
        ("Rosa Quill, Peru's premier, is expected there on Monday to meet the king.", "meet", "planned"),
        ("Peru's premier, Rosa Quill, and Togo's Kossi Adan, meeting in Lome, ordered a bridge.", "meeting", "past"),
        ("Rosa Quill, Peru's premier, has agreed to receive the king.", "receive", "future"),
    ],
)  # fmt: skip
def test_a_verb_has_the_time_of_the_one_that_governs_it(text: str, verb: str, tense: str) -> None:
    told = sentence(text)
    at = next(one.verb for one in clauses(told) if told.word(one.verb) == verb)
    assert mood(told, at).tense == tense


def test_a_day_between_fellow_verbs_belongs_to_the_second() -> None:
    told = sentence("Rosa Quill, Peru's premier, will dine with the king and, on Monday, fly on to Lome.")
    days = {told.word(one.verb): [told.tokens[at].text for at in one.times] for one in clauses(told)}
    assert days["dine"] == []
    assert days["fly"] == ["Monday"]


def test_a_passive_participle_tells_who_suffers() -> None:
    found = clause("Peru's premier, Rosa Quill, accompanied by Togo's king, landed in Lome.", "accompanied")
    assert found.passive
    assert found.subject is not None
    assert [person.name for person in found.subject.people] == ["Rosa Quill"]


def test_where_leads_back_to_its_place() -> None:
    told = sentence("Rosa Quill, Peru's premier, flew to Lome, where she met the king.")
    met = next(one for one in clauses(told) if told.word(one.verb) == "met")
    assert met.where is not None
    assert told.tokens[met.where.head].text == "Lome"
