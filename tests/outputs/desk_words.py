"""Telling the desk's own words from everybody else's.

What a page may say outside the elements that name a source span is made of two things alone:

- *fixed words*: the literals of the templates and of the code of `publish` and `kit.prose`, read from the files
  themselves;
- *labels*: what records call things (names, roles, outlets, places, titles of threads) and the reasons of ranks, ties
  and copy sets, taken from the records that `--json` gives; countries, days and numbers.

A text is the desk's if it can be put together from such pieces, whole ones, without a letter left over. No sentence of
a report is among them: one that stood outside its element would be found, and so would one that nobody wrote.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import unescape
from pathlib import Path
from string import ascii_uppercase
from typing import Any

from jinja2 import Environment

from wiredesk import publish
from wiredesk.kit import prose
from wiredesk.kit.prose import short_day
from wiredesk.kit.sections import SECTIONS
from wiredesk.kit.urls import host_of
from wiredesk.publish.words import country

_PUBLISH = Path(publish.__file__).parent
# Fields of records that hold words of reports; everything else that a record says is the desk's own label.
_OF_REPORTS = {
    "blurb", "new", "summary", "body", "lead", "captions", "quote", "prefix", "suffix", "headline", "citation",
    "evidence", "url", "published",
}  # fmt: skip
_OF_NOTICES = {"text"}
_ENDINGS = ("s", "y", "ies")
"""What templates put behind a word of their own where they count."""
_EXPRESSION, _STATEMENT = "\ue000", "\ue001"


def fixed_words() -> set[str]:
    """The literals of templates and code."""
    return {*_of_templates(), *_of_code()}


def _of_templates() -> Iterator[str]:
    reader = Environment(autoescape=True)
    for path in sorted((_PUBLISH / "templates").glob("*.html")):
        shown: list[str] = []
        inside = None
        for _, kind, value in reader.lex(path.read_text(encoding="utf-8")):
            if kind == "data":
                shown.append(value)
            elif kind == "string":
                yield value[1:-1]
            elif kind in {"variable_begin", "block_begin"}:
                inside = _EXPRESSION if kind == "variable_begin" else _STATEMENT
                shown.append(inside)
        text = re.sub(r"<style>.*?</style>|<[^<>]*>", _STATEMENT, "".join(shown), flags=re.DOTALL)
        yield from re.split(f"[{_EXPRESSION}{_STATEMENT}]", unescape(text))


def _of_code() -> Iterator[str]:
    for path in (*sorted(_PUBLISH.rglob("*.py")), Path(prose.__file__)):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings are not printed
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
                yield node.value


def labels(records: Sequence[dict[str, Any]]) -> set[str]:
    """What records call things; hosts, countries, months and sections by the names that they have for readers."""
    found = {words for one in records for words in _strings(one)}
    hosts = {host for one in records if (host := host_of(one.get("url") or ""))}
    codes = [first + second for first in ascii_uppercase for second in ascii_uppercase]
    countries = {name for code in codes if (name := country(code)) != code}
    months = {short_day(date(2000, month, 1)).split()[1][:3] for month in range(1, 13)}
    return found | hosts | countries | months | {section.title for section in SECTIONS}


_ISO_DAY = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)\b(?![-T/])")
"""A day inside a reason, which a page spells; of the days after the 29th a few do not exist, and none is needed."""


def _strings(value: Any, notice: bool = False) -> Iterator[str]:
    if isinstance(value, dict):
        notice = "target" in value and "kind" in value
        for key, one in value.items():
            if key == "captions":
                yield from (caption["credit"] or "" for caption in one)
            elif key not in _OF_REPORTS and not (notice and key in _OF_NOTICES):
                yield from _strings(one)
            if key == "reasons":
                yield from (name.replace("_", " ") for name in one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, str):
        yield value
        yield _ISO_DAY.sub(lambda found: short_day(date.fromisoformat(found[0])), value)


class Pieces:
    """The pieces that a text may be put together from: fixed words and labels."""

    def __init__(self, fixed: Iterable[str], named: Iterable[str]) -> None:
        self._fixed, self._named = _by_start(fixed), _by_start(named)
        self._known: dict[str, bool] = {}

    def make(self, text: str) -> bool:
        """Whether a text can be put together from whole pieces, numbers and signs."""
        letters = _letters(text)
        if letters not in self._known:
            self._known[letters] = self._made(letters)
        return self._known[letters]

    def _made(self, letters: str) -> bool:
        whole, cut, rest = letters.partition("…")
        if cut and not rest and any(self._begins(whole[end:]) for end in self._ends(whole)):
            return True
        return len(letters) in self._ends(letters)

    def _begins(self, letters: str) -> bool:
        """Whether some label begins so: a drawing cuts those that are too long for it."""
        return any(one.startswith(letters) for pieces in self._named.values() for one in pieces)

    def _ends(self, letters: str) -> set[int]:
        """How far one gets into a text."""
        ends, after_fixed = {0}, set[int]()
        for at in range(len(letters)):
            if at not in ends:
                continue
            start = letters[at : at + 2]
            fixed = {at + len(one) for one in self._fixed.get(start, ()) if letters.startswith(one, at)}
            if at in after_fixed:
                fixed |= {at + len(one) for one in _ENDINGS if letters.startswith(one, at)}
            after_fixed |= fixed
            ends |= fixed
            ends.update(at + len(one) for one in self._named.get(start, ()) if letters.startswith(one, at))
            if letters[at].isdecimal() or not letters[at].isalnum():
                ends.add(at + 1)
        return ends


def _by_start(texts: Iterable[str]) -> dict[str, set[str]]:
    """Pieces by their first two letters. A single letter is none: it would help to spell anything."""
    found: dict[str, set[str]] = {}
    for text in texts:
        if len(piece := _letters(text)) > 1:
            found.setdefault(piece[:2], set()).add(piece)
    return found


def _letters(text: str) -> str:
    """A text without its spaces and capitals: templates trim and capitalise."""
    return "".join(text.split()).lower()
