"""The weights of the Top Ten and what fills a signal, all set by hand on the sample: a desk's taste, not a measurement.
`[rank]` in wiredesk.toml overrides each of `Weights`; `docs/reference/ranking.md` has the formula and every value."""

from __future__ import annotations

from dataclasses import dataclass

NEWS_SHARE = 0.5
"""An event that keeps less than this share of its weight is told as far ahead or of the past."""
OFFICES = ((1.0, "a head of state or government"), (0.6, "a minister or the like"), (0.3, "another official"))
"""What the office of somebody whom a story is about gives it in prominence, the highest first, and its words."""
FIRST_SENTENCES = 2
"""Sentences of a summary that tell what the story is about: an event that one of them tells is its matter."""
PUBLIC_CONCERN = 0.2
"""What a story of public concern has in prominence at least."""


@dataclass(frozen=True, kw_only=True)
class Weights:
    """How much each signal counts (the first block), what lowers a score, and at what value a signal is full."""

    sources: float = 3.0
    """Reports that do not derive from one another."""
    freshness: float = 2.5
    """How recently it was last reported."""
    newness: float = 2.0
    """How much of it no earlier approved edition told."""
    events: float = 1.5
    """Visits, meetings and calls that it tells of."""
    prominence: float = 1.0
    """The highest office of those whom it is about, the people it says were killed or hurt, or public concern."""
    diversity: float = 1.0
    """Countries and kinds of the outlets that tell it."""
    outlets: float = 2.0
    """Outlets that carry it, reprints included, those of one owner for less."""
    affair: float = 0.5
    """Earlier stories of its thread: an affair that moves on."""

    genre: float = 0.7
    """Share of its score that an opinion piece or a service text loses."""
    section: float = 2.0
    """How much a story loses at most where its section has many of the ten already."""

    sources_full: float = 8.0
    """Independent sources at which the signal is full."""
    freshness_half_life: float = 1.0
    """Days after which freshness has halved."""
    newness_full: float = 4.0
    """New sentences at which a story told before is as good as a new one."""
    events_full: float = 3.0
    """Summed weight of events at which the signal is full."""
    toll_full: float = 1000.0
    """People killed, hurt, missing, displaced or ill at which prominence is full."""
    diversity_full: float = 4.0
    """Further countries and kinds of outlets at which the signal is full."""
    outlets_full: float = 10.0
    """Outlets at which the signal is full."""
    affair_full: float = 4.0
    """Earlier stories at which the signal is full."""
    section_free: int = 3
    """Stories of one section that stand in an edition without loss."""

    visit: float = 1.0
    """Weight of a visit."""
    meeting: float = 1.0
    """Weight of a meeting."""
    call: float = 0.6
    """Weight of a call."""
    invited: float = 0.5
    """Share of its weight that an event keeps to which somebody was only invited."""
    denied: float = 0.5
    """Share of its weight that an event keeps which is denied."""
    background: float = 0.2
    """Share of its weight that an event keeps at least, however far from the edition's day."""
    event_days: float = 10
    """Days ahead within which an event is news; each such span beyond halves what it counts."""
    event_days_past: float = 2
    """Days back within which an event is news; each such span beyond halves what it counts."""

    window: int = 3
    """A story last reported more than so many days before the edition is no candidate."""
    places: int = 10
    """Ranks in an edition."""
