"""Tells visits of what has no verb of its own: a diary's line, "while in Lima", the further stops of a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wiredesk.events.by_role.roles import at_home, led_by, people_of, places_of
from wiredesk.events.clauses.chunks import Chunk, chunks
from wiredesk.events.clauses.clauses import Clause, clauses
from wiredesk.events.draft import Telling
from wiredesk.events.sentences import words
from wiredesk.events.sentences.mood import Mood, mood
from wiredesk.events.sentences.places_told import place_at
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set


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
        if sentence.word(main.verb) in words.PLANNED:
            told = replace(told, tense="planned")  # "while in Lima she is expected to"
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


def tell_further_stops(sentence: Sentence) -> Iterator[Telling]:
    """ "On Monday he was in Lima; on Tuesday in Quito", "A comes in tonight, and Chile's B tomorrow": the verb is the
    first one's."""
    told: Clause | None = None
    parts = chunks(sentence)
    for at, part in enumerate(parts):
        if part.kind == "verb":
            own = next((one for one in clauses(sentence) if one.verb == part.head), None)
            if own is not None and people_of(own.subject) and own.group.form in ("finite", "ed"):
                told = own if own.lemma in _LISTING and not own.passive else None
        elif (
            told is not None and part.kind in ("and", "stop", "comma") and sentence.word(part.head) not in ("but", ":")
        ):
            yield from _stop_at(sentence, told, parts, at)


_LISTING = word_set("be was were is arrive come fly travel go land return")
_WITHIN = ("time", "adverb", "noun", "comma")


def _stop_at(sentence: Sentence, told: Clause, parts: list[Chunk], at: int) -> Iterator[Telling]:
    """The telling of one stretch between marks, if it has a day and a town, or a day and somebody else."""
    stretch: list[Chunk] = []
    for part in parts[at + 1 :]:
        if part.kind == "verb":
            return
        if part.kind not in _WITHIN:
            break
        stretch.append(part)
    named = [part for part in stretch if part.kind == "noun" and not part.preposition]
    people = tuple(dict.fromkeys(person for part in named for person in people_of(part)))
    led = (part for part in stretch if part.preposition in ("in", "to") and part.kind == "noun")
    where = next((found for part in led if (found := places_of(sentence, part))), ())
    first = led_by(sentence, told, frozenset({"in", "to", "at"}))
    who = people if named else people_of(told.subject)
    if not any(part.kind == "time" for part in stretch) or len(who) != 1 or bool(where) == bool(named):
        return
    if not (where or first) or (where and not first) or at_home(where or first, who):
        return
    coming = told.lemma in ("come", "arrive", "land")
    yield Telling(
        type="visit", form="arrive" if coming else "go", sentence=sentence, index=parts[at].head, end=parts[at].head,
        mood=mood(sentence, told.verb), principals=who, places=where or first, edge="arrive" if coming else "single",
    )  # fmt: skip
