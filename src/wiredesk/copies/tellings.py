"""Where an article says that it changes something: its kind and the stretch of text that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

from wiredesk.copies.corrections import COLUMN, CORRECTIONS
from wiredesk.copies.rules import Rules
from wiredesk.copies.withdrawals import ADVISORY, WITHDRAWALS
from wiredesk.copies.wording import SAID, WRONG, Need, Place, Sign, is_cued, opening
from wiredesk.kit.shingles import WORD
from wiredesk.kit.text import sentence_spans
from wiredesk.types import Article, NoticeKind

_ORDER: tuple[NoticeKind, ...] = ("kill", "withdrawal", "correction", "update")
_LABEL = re.compile(
    r"^\W*(?:Corrections?|CORRECTIONS?|Clarifications?|CLARIFICATIONS?|Editor['’]s note)\b.{0,30}(?<![.!?])$"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """`part[start:end]` of an article says it. `own`: a paper about its own text. `says`: more than a mark."""

    kind: NoticeKind
    part: str
    start: int
    end: int
    own: bool
    says: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class _Line:
    part: str
    start: int
    end: int
    text: str


def telling(article: Article, rules: Rules, words: int | None = None) -> Telling | None:
    """The weightiest change that an article tells, in the words that say most of it; None for nearly every article.

    `words`: how many the body has, if they were counted.
    """
    found = tellings(article, rules, words)
    if not found:
        return None
    kind = min((one.kind for one in found), key=_ORDER.index)
    return next((one for one in found if one.kind == kind and one.says), next(one for one in found if one.kind == kind))


def tellings(article: Article, rules: Rules, words: int | None = None) -> list[Telling]:
    """Every sign in headline, lead, and the paragraphs at either end of the body, in reading order."""
    lines = list(_lines(article, rules))
    text = "\n".join(line.text for line in lines)
    met: set[Need] = {"nothing", "error"}
    if (words is None or words <= rules.advisory_words) and is_advisory(article, text, rules):
        met.add("advisory")
    if is_column(article):
        met.add("column")
    heard = range(len(lines)) if met & _UNCUED else _heard(lines, text)
    if not any(_match(lines[number], met) for number in heard):
        return []
    if not WRONG.search(text):  # looked for last: few texts have any sign
        met.remove("error")
    found: list[Telling] = []
    for number in heard:
        line = lines[number]
        match = _match(line, met)
        if match is None:
            continue
        sign, start = match
        last = line
        if line.part != "headline" and _LABEL.match(line.text) and number + 1 < len(lines):
            last = lines[number + 1] if lines[number + 1].part == line.part else line
        found.append(
            Telling(
                kind=sign.kind,
                part=line.part,
                start=line.start + start,
                end=last.end,
                own=sign.own,
                says=line.part != "headline",
            )
        )
    return found


_UNCUED: frozenset[Need] = frozenset({"advisory", "column"})
"""Needs of the signs that have words of their own, which nobody has to look for in a long report."""


def _heard(lines: Sequence[_Line], text: str) -> Sequence[int]:
    """The places of the lines that may have a sign at all."""
    cued = is_cued(text)
    return [number for number, line in enumerate(lines) if line.part == "headline" or (cued and is_cued(line.text))]


def is_advisory(article: Article, edges: str, rules: Rules) -> bool:
    """Whether a text is a note to the desks that take an agency's reports: short, and in such words."""
    return not _longer(article, rules.advisory_words) and ADVISORY.search(edges) is not None


def is_column(article: Article) -> bool:
    """Whether it is a paper's corrections of the day, several in one."""
    return article.headline is not None and COLUMN.match(article.headline) is not None


def _longer(article: Article, most: int) -> bool:
    """Whether the body has more words; as nearly every one has, not all of it need be counted."""
    count = 0
    for paragraph in article.body:
        count += len(WORD.findall(paragraph))
        if count > most:
            return True
    return False


def length(article: Article) -> int:
    """Words of the body."""
    return sum(len(WORD.findall(paragraph)) for paragraph in article.body)


def _match(line: _Line, met: Set[Need]) -> tuple[Sign, int] | None:
    """The sign that a line, or one of its sentences, opens with, and where in the line."""
    if line.part == "headline":
        sign = _sign("headline", line.text, met)
        return (sign, 0) if sign else None
    for start, end in [(0, len(line.text)), *sentence_spans(line.text)]:
        sign = _sign("text", line.text[start:end], met)
        if sign:
            return sign, start
    return None


def _sign(place: Place, text: str, met: Set[Need]) -> Sign | None:
    signs, any_of_them = _signs(place, frozenset(met))
    if not any_of_them.match(text):
        return None
    for sign in signs:
        if sign.pattern.match(text) and not (place == "text" and SAID.search(text)):
            return sign
    return None


@cache
def _signs(place: Place, met: frozenset[Need]) -> tuple[tuple[Sign, ...], re.Pattern[str]]:
    """The signs to be looked for, and a pattern that nearly every text passes at one look: of any of them."""
    signs = tuple(sign for sign in (*WITHDRAWALS, *CORRECTIONS) if sign.place == place and sign.needs in met)
    return signs, opening(place, [sign.wording for sign in signs])


def _lines(article: Article, rules: Rules) -> Iterator[_Line]:
    """Headline, lead paragraphs, and paragraphs at the ends of the body; of a long paragraph its first and last
    sentences."""
    if article.headline:
        yield _Line(part="headline", start=0, end=len(article.headline), text=article.headline)
    for part, paragraphs in (("lead", article.lead), ("body", article.body)):
        edge = rules.notice_paragraphs
        at = 0
        for number, paragraph in enumerate(paragraphs):
            if part == "lead" or is_column(article) or number < edge or number >= len(paragraphs) - edge:
                yield from _split(part, at, paragraph, rules)
            at += len(paragraph) + 2


def _split(part: str, at: int, paragraph: str, rules: Rules) -> Iterator[_Line]:
    if len(paragraph) <= rules.edge_length:
        yield _Line(part=part, start=at, end=at + len(paragraph), text=paragraph)
        return
    spans = sentence_spans(paragraph)
    edge = rules.edge_sentences
    for number, (start, end) in enumerate(spans):
        if number < edge or number >= len(spans) - edge:
            yield _Line(part=part, start=at + start, end=at + end, text=paragraph[start:end])
