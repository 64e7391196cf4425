"""JSON-LD: every object of every block of a page, broken blocks mended where that is safe."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from wiredesk.kit.text import whole

_COMMENT = re.compile(
    r"^\s*(?:<!--"
    r"|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$"
)
_CONTROL = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_FIELD = re.compile(
    r'"(headline|datePublished|dateModified|dateCreated|articleSection|inLanguage|@type)"\s*:\s*"((?:[^"\\\n]|\\.){1,400})"'
)
_ESCAPED = re.compile(r"\\[ub]")  # what else may bring a character that no text may hold
_MAX_DEPTH = 6
_MAX_NESTING = 40
_BRANCHES = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")


def read_json_ld(scripts: Iterable[str]) -> list[dict[str, Any]]:
    """All objects with a type in the raw texts of a page's blocks, in order, those of graphs and lists among them."""
    return [thing for raw in scripts for thing in _things(_parse(raw), 0)]


def _parse(raw: str) -> Any:
    text = whole(raw)
    try:  # as nearly all are: in a quarter of the time of the mending parser
        value = msgspec.json.decode(text)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return _mended(text)
    return _cleaned(value) if _ESCAPED.search(text) or _too_deep(text) else value


def _too_deep(text: str) -> bool:
    return text.count("{") + text.count("[") > _MAX_NESTING


def _mended(raw: str) -> Any:
    text = _COMMENT.sub("", raw.strip()).strip()
    for attempt in (text, _CONTROL.sub(" ", text), _TRAILING_COMMA.sub(r"\1", _CONTROL.sub(" ", text))):
        try:
            return _cleaned(json.loads(attempt))
        except (ValueError, RecursionError):
            continue
    try:  # a second object behind the first
        return _cleaned(json.JSONDecoder().raw_decode(_CONTROL.sub(" ", text))[0])
    except (ValueError, RecursionError):
        pass
    fields: dict[str, Any] = {}
    for name, value in _FIELD.findall(text):  # broken beyond mending: single fields may still be read
        fields.setdefault(name, value)
    return fields


def _cleaned(value: Any, depth: int = 0) -> Any:
    """The value with every text whole, and nothing in it nested deeper than any account of an article."""
    if isinstance(value, str):
        return whole(value)
    if depth > _MAX_NESTING or not isinstance(value, (list, dict)):
        return None if isinstance(value, (list, dict)) else value
    if isinstance(value, list):
        return [_cleaned(one, depth + 1) for one in value]
    return {key: _cleaned(one, depth + 1) for key, one in value.items()}


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict):
        if value.get("@type"):
            yield value
        for key in _BRANCHES:
            if isinstance(value.get(key), (list, dict)):
                yield from _things(value[key], depth + 1)
