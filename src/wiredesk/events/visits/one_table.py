"""Guests of several countries whom one host has at a table: a meeting, at home where no place is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wiredesk.events.draft import Telling
from wiredesk.events.sentences.mood import Mood
from wiredesk.events.sentences.places_told import Place
from wiredesk.events.sentences.reading import Sentence
from wiredesk.types import Person


def asked_together(told: Mood, hosts: Sequence[Person], guests: Sequence[Person]) -> bool:
    """ "had invited A of Peru and B of Chile to a villa on Sunday": they came, and sat at one table."""
    return told.before and bool(hosts) and len({person.country for person in guests}) > 1


def at_one_table(
    sentence: Sentence,
    index: int,
    told: Mood,
    hosts: Sequence[Person],
    guests: Sequence[Person],
    named: Sequence[Place],
) -> Telling:
    """The meeting of hosts and guests. A guest's country is no place of it: "hosts A of Peru and B of Chile"."""
    theirs = {person.country for person in guests}
    places = tuple(place for place in named if place.name is not None or place.country not in theirs)
    home = hosts[0].country
    if not places and home is not None:
        places = (Place(country=home, name=None, index=index, end=index),)
    return Telling(
        type="meeting",
        form="host",
        sentence=sentence,
        index=index,
        end=index,
        mood=replace(told, before=False),
        principals=(*hosts, *guests),
        places=places,
    )
