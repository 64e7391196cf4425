"""Where editors' pins, spikes and orders put the stories of a day's edition."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wiredesk.pipeline.decided import story_by_article, story_of
from wiredesk.pipeline.read import Reading
from wiredesk.stories import whats_new
from wiredesk.types import Decision, Placing, Story


def placed(reading: Reading, stories: Sequence[Story], day: date) -> Placing:
    """Where editors put stories of that day; the last word wins. `stories`: as they stood on the day.

    A spike holds on later days, too, until an independent source tells something new; a pin or an order of the day
    itself goes before a spike of an earlier one.
    """
    pinned: dict[str, int] = {}
    order: list[str] = []
    spikes: dict[str, tuple[date, set[str]]] = {}  # the day of the last one, and the articles that any knew
    holding = story_by_article(stories)
    for decision in reading.decisions:
        if decision.kind not in {"pin", "spike", "order"}:
            continue
        on, rank = _edition_of(decision)
        if decision.kind == "spike":
            story = story_of(decision, holding) if on <= day else None
            if story is not None:
                last, known = spikes.get(story.id, (on, set()))
                spikes[story.id] = max(last, on), known.union(decision.target)
        elif on != day:
            continue
        elif decision.kind == "order":  # each target is the founding article of a story; the last word wins
            holders = [holding.get(id_) for id_ in decision.target]
            order = list(dict.fromkeys(story.id for story in holders if story is not None))
        elif (story := story_of(decision, holding)) is not None:
            pinned = {id_: place for id_, place in pinned.items() if place != int(rank)}  # the last word on a rank
            pinned[story.id] = int(rank)
    by_id = {story.id: story for story in stories}
    spiked = {
        id_: on
        for id_, (on, known) in spikes.items()
        if on == day or not (id_ in pinned or id_ in order or _has_news(by_id[id_], known, reading))
    }
    return Placing(pinned=pinned, spiked=spiked, order=tuple(order))


def _edition_of(decision: Decision) -> tuple[date, str]:
    """The day of the edition that it is about, and what it says beside."""
    on, _, rest = (decision.value or "").partition(" ")
    return date.fromisoformat(on), rest


def _has_news(story: Story, known: set[str], reading: Reading) -> bool:
    """Whether a source that had no part in what an editor knew of a story tells something new of it."""
    others = {id_ for voice in story.voices if known.isdisjoint(voice.articles) for id_ in voice.articles}
    if not others:
        return False
    copies = [reading.groups.copies[id_] for id_ in story.copies]
    notes = reading.notes([*story.articles, *known])
    new = whats_new(story, reading.articles, notes, known, copies)
    return any(one.citation.article in others for one in new)
