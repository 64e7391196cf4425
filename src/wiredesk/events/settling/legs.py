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
    own: tuple[tuple[Token, ...], ...] = ()
    dates = 0
    for number, place in enumerate(telling.places):
        following = telling.places[number + 1].index if number + 1 < len(telling.places) else None
        first = telling.sentence.tokens[place.end].end
        last = telling.sentence.tokens[following].start if following is not None else telling.sentence.end
        behind = tuple(
            tuple(token for token in group if first <= token.start and token.end <= last)
            for group in (dated.times, dated.starts, dated.ends)
        )
        if not any(behind) and not any(own):
            return []
        own = behind if any(behind) else own
        dates += any(behind)
        legs.append((place, replace(dated, times=own[0], starts=own[1], ends=own[2])))
    return legs if dates > 1 else []
