"""Tells visits of what has no verb of its own: a diary's line, "while in Lima"."""

from __future__ import annotations

from collections.abc import Iterator

from wiredesk.events.clauses.chunks import chunks
from wiredesk.events.clauses.clauses import clauses
from wiredesk.events.draft import Telling
from wiredesk.events.mood import Mood, mood
from wiredesk.events.places_told import place_at
from wiredesk.events.reading import Sentence
from wiredesk.events.roles import at_home, people_of, places_of


def tell_while_there(sentence: Sentence) -> Iterator[Telling]:
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
        if place is None or main is None or not who or at_home((place,), who):
            continue
        told = mood(sentence, main.verb)
        if told.tense != "unsure":
            yield Telling(
                type="visit", form="stay", sentence=sentence, index=at, end=at + 1, mood=told, principals=who,
                places=(place,),
            )  # fmt: skip


def tell_line(sentence: Sentence) -> Iterator[Telling]:
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
            if not at_home(where, who) and len({person.country for person in who}) == 1:
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
