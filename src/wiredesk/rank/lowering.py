"""What lowers a score: a text that is no report, and a section that has many of the ten already."""

from __future__ import annotations

from wiredesk.kit.sections import BY_NAME
from wiredesk.rank.rules import Weights
from wiredesk.rank.seen import Signal, count
from wiredesk.types import Story

_GENRES = {"opinion": "an opinion, not a report", "service": "advice, a review or a listing, not a report"}


def genre(story: Story) -> Signal:
    """1 for opinion and service texts, 0 for reports."""
    lowered = story.genre in _GENRES
    text = _GENRES.get(story.genre, "a report")
    return Signal(value=float(lowered), strength=float(lowered), text=text)


def section(story: Story, above: int, weights: Weights) -> Signal:
    """Stories of its section that stand above it, beyond the first `section_free`; a story of no section loses nothing.

    `above`: stories of the same section placed already.
    """
    known = BY_NAME.get(story.section or "")
    if known is None:
        return Signal(value=0, strength=0.0, text="of no one section")
    over = max(0, above + 1 - weights.section_free)
    room = max(1, weights.places - weights.section_free)
    text = f"{known.title}: {count(above, 'story', 'stories')} of this section above it" if over else known.title
    return Signal(value=above, strength=min(1.0, over / room), text=text)
