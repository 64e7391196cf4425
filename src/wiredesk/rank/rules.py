"""The weights of the Top Ten, set by hand on the sample; `[rank]` in wiredesk.toml overrides each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Weights:
    """How much each signal counts; `docs/reference/ranking.md` has the formula and every weight."""

    sources: float = 3.0
    """Reports that do not derive from one another."""
    outlets: float = 1.0
    """Outlets that carry it, reprints included."""
    countries: float = 1.0
    """Countries that it concerns."""
    freshness: float = 3.0
    """How recently it was last reported."""
    events: float = 2.0
    """Visits, meetings and calls that it tells of."""
    newness: float = 2.0
    """Whether earlier approved editions told it."""
    sources_full: float = 8.0
    """Independent sources from which on the signal is full."""
    outlets_full: float = 12.0
    """Outlets from which on the signal is full."""
    countries_full: float = 4.0
    """Countries from which on the signal is full."""
    events_full: float = 3.0
    """Summed weight of events from which on the signal is full."""
    half_life: float = 1.0
    """Days after which freshness has halved."""
    window: int = 3
    """A story last reported more than so many days before the edition is no candidate."""
    places: int = 10
    """Ranks in an edition."""
