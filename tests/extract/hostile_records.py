"""Hostile records: one JSON object each, with values of every wrong kind and size."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from tests.extract.hostile import DAY, HEADLINE, REPORT, Case

from wiredesk.types import Page

_GOOD: dict[str, Any] = {"id": "r1", "headline": HEADLINE, "text": "\n\n".join(REPORT), "published": str(DAY)}
_VALUES: dict[str, Any] = {
    "null": None,
    "a truth": True,
    "a number": 7,
    "a huge number": 10**300,
    "an infinite number": float("inf"),
    "no number": float("nan"),
    "an object": {"a": {"b": [1]}},
    "a list of everything": [None, 1, {}, [], "", "Ada", [["Ada"]]],
    "a list of 5,000": ["Ada Brugge"] * 5_000,
    "half a pair": "Ada \ud83d",
    "null characters": "A\u0000d\u0000a",
    "megabytes": "Ada Brugge, " * 30_000,
    "markup": "<b><p>" * 5_000 + "Ada",
    "a far year": "99999-12-31T23:59:59+99:99",
    "no year": "0000-00-00",
}
_FIELDS = ("headline", "byline", "published", "outlet", "url", "language", "captions", "sections", "modified", "id")


def _record(data: bytes) -> Page:
    return Page(kind="record", data=data, name="wire.jsonl:1")


def _with(field: str, value: Any) -> Page:
    return _record(json.dumps({**_GOOD, field: value}).encode())


def _raw(name: str, text: str | bytes, **expected: Any) -> Case:
    data = text if isinstance(text, bytes) else text.encode()
    return Case(name=name, make=lambda: _record(data), **expected)


def cases() -> list[Case]:
    """Each field with each value, then texts that are hardly records."""
    found = [
        Case(name=f"{field} of a record: {name}", make=partial(_with, field, value))
        for field in _FIELDS
        for name, value in _VALUES.items()
    ]
    found += [
        Case(name=f"text of a record: {name}", make=partial(_with, "text", value), shown=False)
        for name, value in _VALUES.items()
    ]
    no: dict[str, Any] = {"shown": False, "day": None, "problem": "one JSON object"}
    good = json.dumps(_GOOD)[1:]
    found += [
        _raw("a record nested in arrays", "[" * 200_000, **no),
        _raw("a record nested in objects", '{"a":' * 200_000, **no),
        _raw("a record of one number", "7" * 100_000, **no),
        _raw("a record that is cut", "{" + good[:-20], **no),
        _raw("a record of noise", bytes(range(256)) * 1000, **no),
        _raw("a record with a number without end", '{"n":' + "7" * 100_000 + "," + good, shown=None),
        _raw("a record with repeated keys", '{"headline":"Harbour"' + ',"headline":"Harbour"' * 50_000 + "," + good),
        _raw("a record with 100,000 fields", "{" + "".join(f'"f{n}":{n},' for n in range(100_000)) + good),
        _raw("a record with deep fields", '{"x":' + "[" * 500 + "]" * 500 + "," + good),
        _raw("a record in utf-16", json.dumps(_GOOD).encode("utf-16"), shown=None),
        _raw("a record behind a mark", b"\xef\xbb\xbf" + json.dumps(_GOOD).encode(), shown=None),
    ]
    return found
