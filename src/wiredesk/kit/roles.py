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


_OFFICES = {
    "premier": "prime minister", "pm": "prime minister", "amir": "emir", "fm": "foreign minister",
    "foreign affairs minister": "foreign minister",
}  # fmt: skip
"""Short and other names of one office that no country has side by side; a foreign secretary may serve under a foreign
minister."""


def office_key(role: str) -> str:
    """A role for comparison as an office: as `role_key`, with "Minister of Trade" and "Minister for Trade" the "trade
    minister", "Premier" and "PM" the prime minister. "Minister of State" is nobody's ministry."""
    text = role_key(role)
    for opening in ("minister of ", "minister for "):
        field = text.removeprefix(opening).removeprefix("the ")
        if text.startswith(opening) and not field.startswith("state"):
            text = f"{field} minister"
    return _OFFICES.get(text, text)
