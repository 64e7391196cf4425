"""The numbers that decide what stands first in an entry. Set by hand on the sample."""

NEAR_DAYS = 31
"""Days from the edition within which an event is news and not background."""
