"""How word tables are written in code: one string, split at white space."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The set of a text's words; keeps long tables readable where a list of literals would not."""
    return frozenset(text.split())
