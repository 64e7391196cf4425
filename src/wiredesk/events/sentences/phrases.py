"""What every teller asks: who does it, which place a preposition leads to, where the clause is set."""

from __future__ import annotations

from wiredesk.events.clauses.clauses import clauses
from wiredesk.events.sentences import words
from wiredesk.events.sentences.arguments import People, objects, subject
from wiredesk.events.sentences.mood import Mood, forms
from wiredesk.events.sentences.places_told import Place, places
from wiredesk.events.sentences.reading import Sentence
from wiredesk.types import Person


def doers(sentence: Sentence, told: Mood, index: int) -> tuple[Person, ...]:
    """The persons whose deed a verb group is."""
    found: People | None = subject(sentence, min(told.start, index))
    if found is None and index == 0 and told.progressive:
        return fronted_for(sentence, index)
    return found.persons if found else ()


def fronted_for(sentence: Sentence, index: int) -> tuple[Person, ...]:
    """ "Visiting Lima on Monday, the minister said", "Upon arrival in Lima, she": who follows such an opening."""
    comma = sentence.find(_COMMA, index + 1)
    if index > _OPENING or comma is None or any(token.person for token in sentence.tokens[:comma]):
        return ()
    if any("past" in forms(token.lower) for token in sentence.tokens[index + 1 : comma]):
        return ()
    after = objects(sentence, comma)
    return after.persons if after is not None and after.start <= comma + 2 else ()


_COMMA = frozenset({","})
_OPENING = 6
"""Words of an opening before its verb or noun: "At the end of a three-day". Set by hand."""


def after_preposition(
    sentence: Sentence, index: int, prepositions: frozenset[str], reach: int = 7
) -> tuple[Place, ...]:
    """Places after the verb whose phrase one of the prepositions opens."""
    found = places(sentence, index, reach=reach)
    if found and (_is_origin(sentence, found[0]) or ("in" in prepositions and _is_topic(sentence, found[0]))):
        found = places(sentence, found[0].end, reach=3)
    if not found:
        return ()
    if sentence.tokens[found[0].index].text.lower() == "here" and found[0].index <= index + 3:
        return found  # needs no preposition
    before = found[0].index - 1
    while before > index and sentence.word(before) not in prepositions:
        if sentence.tokens[before].kind == "time" or sentence.word(before) in (
            "from",
            "of",
            "about",
            "over",
            "against",
            "by",
            "since",
        ):
            return ()
        before -= 1
    return found if before > index else ()


def _is_origin(sentence: Sentence, place: Place) -> bool:
    """ "will go straight from Quito to Lima": where the journey begins."""
    after = sentence.word(place.end + 1)
    onward = after in ("to", "for") or (after in ("on", "over", "back") and sentence.word(place.end + 2) == "to")
    return sentence.word(place.index - 1) == "from" and onward


def _is_topic(sentence: Sentence, place: Place) -> bool:
    """ "a conference for Moldova in Lima": what it is about, and the place stands behind."""
    return sentence.word(place.index - 1) in ("for", "on", "about") and sentence.word(place.end + 1) in ("in", "at")


def _another_deed(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause or somebody else stands before the place: "in the war, as the king travelled to Lima"."""
    between = sentence.tokens[start + 1 : end]
    return any(token.lower == "as" for token in between) and any(forms(token.lower) for token in between)


def others_do(sentence: Sentence, index: int, end: int) -> bool:
    """Whether another clause with a subject of its own begins between: "spoke at a fair, and ministers met in Lima".

    An aside, ", officials said,", is none.
    """
    for clause in clauses(sentence):
        if clause.group.end > end:
            break
        who = clause.subject
        own = who is not None and who.start > index and not who.preposition and not clause.passive
        if own and clause.group.form in ("finite", "ed"):
            after = clause.group.end
            while after < end and (sentence.tokens[after].kind == "time" or sentence.word(after) == "on"):
                after += 1
            if sentence.word(after) != ",":
                return True
    return False


_HERE_WITHIN = 9
"""Words from a deed to "here": "met the visiting premier, X, here". Set by hand."""


def scene(sentence: Sentence, index: int) -> tuple[Place, ...]:
    """The place after "in" or "at" in the same clause."""
    for position in range(index + 1, min(len(sentence.tokens), index + 24)):
        word = sentence.word(position)
        if word in words.CLAUSE_OPENERS and sentence.words(position + 1, position + 4) & words.PLANNED:
            continue  # "that was planned for Wednesday in Lima"
        if word in words.CLAUSE_OPENERS or word in (";", "who"):
            return ()
        if word == "and" and sentence.word(position + 1) in words.FUTURE | {"would", "is", "was", "has", "had"}:
            return ()  # "will meet the envoy and will brief lawmakers at the Capitol"
        near = position <= index + _HERE_WITHIN and sentence.tokens[position].kind == "place"
        if near and sentence.tokens[position].text.lower() == "here":
            return places(sentence, position - 1, reach=0)  # "met here on Monday"
        if word in ("in", "at", "outside", "near"):
            found = places(sentence, position, reach=4)
            if found and not _another_deed(sentence, position, found[0].index):
                return found
    return ()


def fronted(sentence: Sentence) -> tuple[Place, ...]:
    """The town that a sentence opens with: "In Quito on Tuesday she dined with"."""
    if sentence.word(0) != "in":
        return ()
    found = places(sentence, 0, reach=1)
    return found if len(found) == 1 and found[0].name else ()
