"""The weights of the Top Ten and what fills a signal, all set by hand on the sample: a desk's taste, not a measurement.
`[rank]` in wiredesk.toml overrides each; `docs/reference/ranking.md` has the formula and every value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Weights:
    """How much each signal counts (the first block), and at what value it is full."""

    sources: float = 3.0
    """Reports that do not derive from one another."""
    freshness: float = 2.5
    """How recently it was last reported."""
    newness: float = 2.0
    """How much of it no earlier approved edition told."""
    events: float = 1.5
    """Visits, meetings and calls that it tells of."""
    outlets: float = 1.0
    """Outlets that carry it, reprints included."""
    countries: float = 1.0
    """Countries that it concerns."""
    affair: float = 0.5
    """Earlier stories of its thread: an affair that moves on."""

    sources_full: float = 8.0
    """Independent sources at which the signal is full."""
    freshness_half_life: float = 1.0
    """Days after which freshness has halved."""
    events_full: float = 3.0
    """Summed weight of events at which the signal is full."""
    outlets_full: float = 12.0
    """Outlets at which the signal is full."""
    countries_full: float = 4.0
    """Countries at which the signal is full."""
    affair_full: float = 4.0
    """Earlier stories at which the signal is full."""

    visit: float = 1.0
    """Weight of a visit."""
    meeting: float = 1.0
    """Weight of a meeting."""
    call: float = 0.6
    """Weight of a call."""
    background: float = 0.2
    """Share of its weight that an event keeps which is more than `event_days` away from the edition's day."""
    event_days: int = 10
    """Days before and after the edition within which an event is news."""

    window: int = 3
    """A story last reported more than so many days before the edition is no candidate."""
    places: int = 10
    """Ranks in an edition."""
