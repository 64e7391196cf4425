"""Parts a tour into legs where its places carry days of their own."""

from __future__ import annotations

from dataclasses import replace

from wiredesk.events.draft import Telling
from wiredesk.events.sentences.places_told import Place
from wiredesk.events.sentences.reading import Token
from wiredesk.events.settling.timing import Dated


def legs_of(telling: Telling, dated: Dated) -> list[tuple[Place, Dated]]:
    """Places that each carry times of their own: "Mauritania on Tuesday, Senegal on Thursday"."""
    if telling.type != "visit" or len(telling.places) < 2:
        return []
    legs: list[tuple[Place, Dated]] = []
    own: tuple[Token, ...] = ()
    dates = 0
    for number, place in enumerate(telling.places):
        following = telling.places[number + 1].index if number + 1 < len(telling.places) else None
        behind = tuple(
            token
            for token in dated.times
            if token.start >= telling.sentence.tokens[place.end].end
            and (following is None or token.end <= telling.sentence.tokens[following].start)
        )
        if not behind and not own:
            return []
        own = behind or own
        dates += bool(behind)
        legs.append((place, replace(dated, times=own)))
    return legs if dates > 1 else []
