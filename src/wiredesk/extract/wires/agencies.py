"""The news agencies: short name, and the forms in which datelines, bylines and credits give them.

The table is `agencies.tsv`; it is read when the first agency is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

_TABLE = Path(__file__).parent / "agencies.tsv"
_ABBREVIATION = 4  # characters: a form in capitals no longer than this is matched as written, another in any case
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_EDGES = " \t.,:;-–—|/()[]\"'“”"
_PARTS = re.compile(r"\s*(?:/|,|;|&|\||\+|•|\band\b)\s*")
_START = re.compile(r"(?<![^\W_])(?<![/@#])[^\W\d_]|[\u3040-\u9fff\uac00-\ud7a3]")  # a word's first letter, or CJK
_DIVISION = re.compile(  # what stands behind an agency's name when one of its desks signs
    r"(?:\s+(?:news|international|staff|wires?|newsroom|sports?|business|world|video|english|desk"
    r"|correspondents?|writers?|reporters?|journalists?))+\W*$",
    re.IGNORECASE,
)
_LONGEST_MARK = 60  # characters; a longer text is no agency's name. Set by hand


@dataclass(frozen=True, kw_only=True)
class Agency:
    """An agency: its usual short name, the alpha-2 code of its country, its forms in the order of the table."""

    short: str
    country: str
    forms: tuple[str, ...]
    """Without a leading "the"."""
    doubtful: tuple[str, ...]
    """Forms that mean other things too (`PA`, `MAP`, `Trend`): an agency only where nothing else can stand."""
    local: tuple[tuple[str, str], ...]
    """(form, country): forms that name this agency only in news from that country, and are doubtful too."""


@cache
def agencies() -> tuple[Agency, ...]:
    """The whole table."""
    found: list[Agency] = []
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        short, country, cell = line.split("\t")
        forms = cell.split("|")
        marked = [form.removeprefix("~") for form in forms if form.startswith("~")]
        local = tuple((form[:-3], form[-2:]) for form in marked if form[-3:-2] == "@")
        found.append(
            Agency(
                short=short,
                country=country,
                forms=tuple(form for form in forms if not form.startswith("~")),
                doubtful=tuple(form for form in marked if form[-3:-2] != "@"),
                local=local,
            )
        )
    return tuple(found)


@cache
def _sure() -> dict[str, str]:
    return {_key(form): agency.short for agency in agencies() for form in agency.forms}


@cache
def _doubtful() -> dict[str, str]:
    return {_key(form): agency.short for agency in agencies() for form in agency.doubtful}


@cache
def _local() -> dict[tuple[str, str], str]:
    return {(_key(form), country): agency.short for agency in agencies() for form, country in agency.local}


@cache
def _by_first_letter() -> dict[str, tuple[tuple[str, str], ...]]:
    """Forms that are sure, under the letter with which they begin, the longest first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for agency in agencies():
        for form in agency.forms:
            table.setdefault(form[0], []).append((form, agency.short))
    return {letter: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for letter, rows in table.items()}


def _key(form: str) -> str:
    plain = form.strip(_EDGES)
    if article := _ARTICLE.match(plain):
        plain = plain[article.end() :]
    if len(plain) <= _ABBREVIATION and plain.isupper() and plain.isascii():
        return plain
    return " ".join(plain.lower().replace("’", "'").split())


@lru_cache(maxsize=1024)  # a byline is asked from several sides
def agency_of(text: str, country: str | None = None, slot: bool = False) -> str | None:
    """The short name of the agency that the whole text is a form of; for "Xinhua/AFP" the first one.

    `slot`: the text stands where nothing but an agency does (a dateline's brackets, "Source:"), so that `PA` is one.
    `country`: where the news is from, which parts agencies of one abbreviation.
    """
    if len(text) > _LONGEST_MARK:
        return None
    if found := _looked_up(text, country, slot):
        return found
    for part in _PARTS.split(text):
        if part != text and (found := _looked_up(part, country, slot)):
            return found
    return None


def _looked_up(text: str, country: str | None, slot: bool) -> str | None:
    key = _key(text)
    if slot and country and (found := _local().get((key, country))):
        return found
    if found := _sure().get(key) or (_doubtful().get(key) if slot else None):
        return found
    desk = _DIVISION.search(text) if " " in key else None
    return _sure().get(_key(text[: desk.start()])) if desk else None


def agency_in(text: str) -> str | None:
    """The short name of the first agency that a text names, in its usual letter case; doubtful forms do not count."""
    table = _by_first_letter()
    for start in _START.finditer(text):
        at = start.start()
        for form, short in table.get(text[at], ()):
            if text.startswith(form, at) and _ends(text, at + len(form)):
                return short
    return None


def _ends(text: str, end: int) -> bool:
    """Whether a word ends there; scripts without spaces need none."""
    after = text[end : end + 1]
    return not after or not (after.isalnum() or after in "_/") or not text[end - 1].isascii()
