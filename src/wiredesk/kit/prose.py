"""Pieces of the desk's own English sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

# Of its own, not the locale's: what is written must not depend on the machine that made it.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def short_day(day: date) -> str:
    """14 April 2023."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"; nothing for none."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
