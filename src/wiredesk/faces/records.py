"""Nouns as JSON Lines: the shapes of `docs/reference/records.md`."""

from __future__ import annotations

from typing import Any

import msgspec

from wiredesk.types import PersonRecord


def record(noun: object) -> Any:
    """A noun as plain JSON values: days ISO, instants RFC 3339, null for the unknown."""
    plain = msgspec.to_builtins(noun)
    if isinstance(noun, PersonRecord):
        for role in plain["roles"]:
            role["from"], role["to"] = role.pop("first"), role.pop("last")
    return plain


def json_line(noun: object) -> str:
    """One line of JSON."""
    return msgspec.json.encode(record(noun)).decode()
