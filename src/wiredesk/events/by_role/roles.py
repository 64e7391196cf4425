"""What every frame by roles asks of a clause: whose deed, which places, and the telling that follows."""

from __future__ import annotations

from wiredesk.events.clauses.chunks import Chunk
from wiredesk.events.clauses.clauses import Clause
from wiredesk.events.draft import Edge, Telling
from wiredesk.events.identity import is_official
from wiredesk.events.sentences.mood import Mood
from wiredesk.events.sentences.places_told import Place, place_at, places
from wiredesk.events.sentences.reading import Sentence
from wiredesk.types import EventType, Person


def people_of(chunk: Chunk | None) -> tuple[Person, ...]:
    """The officials whom a phrase means."""
    return tuple(person for person in chunk.people if is_official(person)) if chunk is not None else ()


def places_of(sentence: Sentence, chunk: Chunk) -> tuple[Place, ...]:
    """The places of a phrase: towns joined with their countries, a list in order."""
    if not chunk.places:
        return ()
    first = place_at(sentence, chunk.places[0])
    if first is None:
        return ()
    found = places(sentence, chunk.places[0] - 1, reach=0)
    return found or (first,)


def led_by(sentence: Sentence, clause: Clause, prepositions: frozenset[str]) -> tuple[Place, ...]:
    """The places that the first fitting phrase of a clause leads to."""
    return next(
        (
            found
            for phrase in clause.phrases
            if phrase.preposition in prepositions and (found := places_of(sentence, phrase))
        ),
        (),
    )


def at_home(goal: tuple[Place, ...], movers: tuple[Person, ...]) -> bool:
    """Whether all places are in countries of those who move."""
    home = {person.country for person in movers}
    return all(place.country in home for place in goal)


def role_telling(
    sentence: Sentence,
    clause: Clause,
    told: Mood,
    kind: EventType,
    form: str,
    who: tuple[Person, ...],
    where: tuple[Place, ...],
    edge: Edge,
    hosts: tuple[Person, ...] = (),
) -> Telling:
    """A telling at the clause's verb."""
    return Telling(
        type=kind,
        form=form,
        sentence=sentence,
        index=clause.verb,
        end=clause.verb,
        mood=told,
        principals=who,
        counterparts=hosts,
        places=where,
        edge=edge,
    )


def where(sentence: Sentence, clause: Clause) -> tuple[Place, ...]:
    """The place that a clause with "where" is set in."""
    return places_of(sentence, clause.where) if clause.where is not None else ()
