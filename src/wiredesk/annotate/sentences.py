"""Parts a text into sentences: nupunkt's boundaries, kept out of quotations, titles and initials."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from wiredesk.annotate.rules import LONGEST_UNDIVIDED_QUOTATION
from wiredesk.types import Span

_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'‘-])(?:Gens?|Cols?|Lts?|Maj|Adms?|Sens?|Reps?|Govs?|Drs?|Mrs?|Ms|Messrs|St|Ste|Profs?|Revs?|Sgt|Capt|Cmdr|Cdr|Brig"
    r"|Cpl|Pfc|Pvt|Spc|Hon|Nos?|Pres|Supt|Msgr|Fr|Sr|Amb|Ald|Atty|Insp|Cde|Smt|Engr|Barr|Shri|Vol|Figs?|Art|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?"
    r"|Oct|Nov|Dec|Mt|Ft|approx|est|[A-Z])\.$"
)
_LONGEST_ABBREVIATION = 12  # characters: the longest of them, what stands before it and its point are fewer
_STATE_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[A-Z]\.){2,}$")
_TITLE_NEXT = re.compile(
    r"(?:[A-Z]\w+ )?(?:President|Vice|Secretary|Defense|Defence|Foreign|State|Treasury|Ambassador|Senator|Sen|Rep"
    r"|Army|Navy|Air|Marine|Congress|Senate|House|Supreme|Special|Security|General|Embassy|Capitol|Federal|Attorney|Trade|Justice|Department)\b"
)
_TERMINAL = re.compile(r"[.?!…]")  # where the model looks for an end
_MARK = re.compile(r"[“\"”]")
_PARAGRAPH = re.compile(r"[^\n]+")

_REMEMBERED = 4096
"""Contexts whose decision the model remembers. With its own 32,768 they took 10 MB after 5,000 pages, for a tenth of
the time of finding sentences."""


@cache
def _tokenizer() -> Any:
    """The model, read once a process."""
    import nupunkt

    model = nupunkt.load_default_model()
    model._DECISION_MEMO_SIZE = _REMEMBERED
    return model


def find_sentences(text: str, part: str = "body") -> list[Span]:
    """Sentences of `text` in order, without the white space around them; none crosses a line break.

    Every character that is no white space is in one of them.
    """
    spans: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        line = paragraph.group()
        for start, end in _parted(line):
            body = line[start:end]
            begin = paragraph.start() + start + len(body) - len(body.lstrip())
            bare = body.strip()
            if bare:
                spans.append(Span(part=part, start=begin, end=begin + len(bare), text=bare))
    return spans


def _parted(line: str) -> list[tuple[int, int]]:
    """Boundaries in one line, those inside a quotation or after an abbreviation undone."""
    bare = line.rstrip()
    if not _TERMINAL.search(bare, 0, max(0, len(bare) - 1)):  # no mark but at the end: one sentence
        return [(0, len(line))]
    stops = [end for _, end in _tokenizer().span_tokenize(line)] if len(line) > 1 else []
    quoted = _quotations(line)
    kept: list[tuple[int, int]] = []
    start = 0
    for stop in stops:
        if stop >= len(line):
            break
        if any(opens < stop < closes for opens, closes in quoted) or not _ends_sentence(line, start, stop):
            continue
        kept.append((start, stop))
        start = stop
    kept.append((start, len(line)))
    return kept


def _ends_sentence(line: str, start: int, stop: int) -> bool:
    before, after = line[start:stop].rstrip(), line[stop:].lstrip()
    if not after:
        return False
    if after[0].islower() or after[0] in ",;)":
        return False
    if not before or before[-1] != ".":
        return bool(before) and before[-1] not in ",;:-–—"
    if _ABBREVIATION.search(before, max(0, len(before) - _LONGEST_ABBREVIATION)):
        return False
    return not (_TITLE_NEXT.match(after) and _STATE_ABBREVIATION.search(before))


def _quotations(line: str) -> list[tuple[int, int]]:
    """Spans from an opening to its closing mark, those short enough to stay whole."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    if "“" not in line and '"' not in line:
        return found
    for match in _MARK.finditer(line):
        place, mark = match.start(), match[0]
        if mark == "“":
            opened = place
        elif mark == '"':
            if opened is None:
                opened = place
            else:
                found.append((opened, place + 1))
                opened = None
        elif mark == "”" and opened is not None:
            found.append((opened, place + 1))
            opened = None
    return [(opens, closes) for opens, closes in found if closes - opens <= LONGEST_UNDIVIDED_QUOTATION]
