"""Finds what a traveller is to do on the way: it gives a visit its town and day, and never makes one by itself."""

from __future__ import annotations

from collections.abc import Iterator

from wiredesk.events.by_role import role_verbs as verbs
from wiredesk.events.clauses.clauses import clause_at
from wiredesk.events.draft import Telling
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.arguments import subject
from wiredesk.events.sentences.mood import Mood
from wiredesk.events.sentences.phrases import scene
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.visits.heard import could_be_there

_TOLD_ELSEWHERE: tuple[verb_tables.VerbClass, ...] = (
    "go", "arrive", "leave", "stay", "visit", "host", "invite", "meet", "cancel", "postpone",
)  # fmt: skip


_LEADS = words.FUTURE | words.ADVERBS | {"to"}


def tell_agenda(sentence: Sentence) -> Iterator[Telling]:
    """ "will open a harbour in Lima", "was to have opened a bridge near Lima on Saturday"."""
    if sentence.caption or sentence.part == "headline":
        return
    if _LEADS.isdisjoint(sentence.lowers):
        return
    for index in range(1, len(sentence.tokens) - 1):
        token = sentence.tokens[index]
        if (
            token.lower in words.NEGATIONS
            or token.quoted
            or token.kind != "word"
            or sentence.tokens[index - 1].lower not in _LEADS
        ):
            continue
        start = _planned_from(sentence, index)
        if (
            start is None
            or not token.lower.isalpha()
            or any(token.lower in verb_tables.verbs(kind) for kind in _TOLD_ELSEWHERE)
        ):
            continue
        doers = subject(sentence, start)
        found = scene(sentence, index)
        if doers and found:
            there = _is_done_there(sentence, index) and could_be_there(doers.persons, found)
            yield Telling(
                type="visit",
                form="heard" if there else "agenda",
                sentence=sentence,
                index=index,
                end=index,
                mood=Mood(tense="planned", start=start, before=sentence.word(start) == "had"),
                principals=doers.persons,
                places=found,
            )
        return


def _is_done_there(sentence: Sentence, index: int) -> bool:
    """ "will lay a wreath in Lima", "is to open a consulate in Lima": it takes whoever does it to the place."""
    clause = clause_at(sentence, index)
    if clause is None or clause.passive or clause.verb != index:
        return False
    heads = {sentence.word(one.head) for one in clause.objects}
    if clause.lemma in verbs.UTTERING:
        return bool(heads & verbs.SPEECHES)
    if clause.lemma == "open":
        return bool(heads & verbs.OPENED)
    return bool({clause.lemma, sentence.word(index)} & verbs.BEING_THERE)


def _planned_from(sentence: Sentence, index: int) -> int | None:
    """Where "will", "is to", "was due to" begin before a verb that no table knows; None if nothing plans it."""
    before = index - 1
    while before > 0 and sentence.word(before) in words.ADVERBS:
        if sentence.word(before) in words.NEGATIONS:
            return None
        before -= 1
    if sentence.word(before) in words.FUTURE:
        return before
    if sentence.word(before) != "to":
        return None
    if sentence.word(before - 1) in words.PLANNED:
        before -= 1
    start = before - 1
    while start > 0 and sentence.word(start) in words.AUXILIARIES:
        start -= 1
    return start + 1 if start < before - 1 else None
