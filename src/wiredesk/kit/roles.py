"""One role in its several spellings."""

from __future__ import annotations

_SPELLINGS = (("defence", "defense"), ("councillor", "councilor"), ("-", " "), ("labour", "labor"))
"""British and American, with hyphens and without: those that titles of office have."""


def role_key(role: str) -> str:
    """A role for comparison: lower case, American spelling, no hyphens, so that "Defence Minister" is "Defense
    Minister"."""
    text = role.lower()
    for british, american in _SPELLINGS:
        text = text.replace(british, american)
    return text
