"""A summary of source sentences, word for word: those that together tell most of what the story is about."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiredesk.kit.citations import cite
from wiredesk.kit.shingles import WORD
from wiredesk.kit.text import sentence_spans
from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.terms import read_word
from wiredesk.stories.wording.vocabulary import COMMON_STEMS
from wiredesk.types import Annotations, Article, CitedSentence

# A sentence that begins so leans on the one before it.
_LEANS = re.compile(
    r"^[\"“‘(]?(?:He|She|It|They|We|I|You|His|Her|Its|Their|This|That|These|Those|There|Here|But|And|Or|So|Yet|However"
    r"|Meanwhile|Also|Then|Instead|Still|Nor|Both|Such|Some|Others?|Another|Earlier|Later|Nevertheless|Moreover"
    r"|Additionally|Therefore|Thus|The (?:same|two|three|pair|latter|former|move|decision|statement|would|could|will)"
    r"|Read|Click|Watch|Photo|File|FILE|Related|Follow|Subscribe|Sign|Copyright|ADVERTISEMENT|Advertisement)\b"
)


@dataclass(frozen=True, kw_only=True)
class _Candidate:
    article: Article
    report: int
    position: int
    start: int
    end: int
    text: str
    terms: tuple[str, ...]
    """In the order of the alphabet: sums of their weights round alike in every run."""


def summarise(
    articles: Sequence[Article],
    masked: Mapping[str, Article],
    annotations: Mapping[str, Annotations],
    rules: Rules,
) -> tuple[CitedSentence, ...]:
    """Two or three sentences from the bodies of these articles (one of each report, the leading one first), none of
    what is blanked in their `masked` versions.

    Fewer, or none, where the bodies have no sentence that stands alone.
    """
    candidates = [
        candidate
        for number, article in enumerate(articles)
        for candidate in _candidates(
            number, article, masked[article.id].part("body"), annotations.get(article.id), rules
        )
    ]
    weights: Counter[str] = Counter()
    for article in articles:
        weights.update(_terms(masked[article.id].part("body")) | _terms(article.headline or ""))
    for article in articles:
        for term in _terms(article.headline or ""):
            weights[term] += 1
    weight_of = {
        term: weights[term] * (rules.summary_common if term in COMMON_STEMS else 1.0)
        for term in {term for one in candidates for term in one.terms}
    }
    chosen: list[_Candidate] = []
    told: set[str] = set()
    while len(chosen) < rules.summary_sentences:
        best = max(
            (one for one in candidates if not _repeats(one, told, weight_of, rules)),
            key=lambda one: (_worth(one, told, weight_of, len(articles), rules), -one.report, -one.start),
            default=None,
        )
        if best is None:
            break
        chosen.append(best)
        told.update(best.terms)
        candidates.remove(best)
    opening = chosen[0].report if chosen else 0
    chosen.sort(key=lambda one: (one.report != opening, one.report, one.start))
    return tuple(
        CitedSentence(text=one.text, citation=cite(one.article, "body", one.start, one.end, ("summary",)))
        for one in chosen
    )


def _candidates(
    number: int, article: Article, body: str, annotations: Annotations | None, rules: Rules
) -> list[_Candidate]:
    found = []
    shortest, longest = rules.summary_words
    for position, (start, end) in enumerate(sentences_of(article, annotations)[: rules.summary_depth]):
        text = body[start:end]
        if not shortest <= len(text.split()) <= longest or not stands_alone(text):
            continue
        found.append(
            _Candidate(
                article=article,
                report=number,
                position=position,
                start=start,
                end=end,
                text=text,
                terms=tuple(sorted(_terms(text))),
            )
        )
    return found


def sentences_of(article: Article, annotations: Annotations | None, part: str = "body") -> list[tuple[int, int]]:
    """Start and end of each sentence of a part, as annotated, or found here where no annotations are at hand."""
    spans = [(one.start, one.end) for one in annotations.sentences if one.part == part] if annotations else []
    return spans or [
        (line.start() + start, line.start() + end)
        for line in re.finditer(r"[^\n]+", article.part(part))
        for start, end in sentence_spans(line.group())
    ]


def stands_alone(text: str) -> bool:
    """Whether a sentence is whole and can be read without the one before it."""
    if "\n" in text or _LEANS.search(text) or not _closed(text):
        return False
    return bool(re.search(r"[.!?][\"”’')\]]*$", text) and re.match(r"[\"“‘(]?[^\W_a-z]", text))


def _closed(text: str) -> bool:
    """True if every quotation that begins in the sentence ends in it."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")


def opening_terms(article: Article) -> set[str]:
    """The terms of a headline and first paragraph."""
    return _terms(" ".join((article.headline or "", *article.body[:1])))


def _terms(text: str) -> set[str]:
    return {term for _, term, _ in map(read_word, WORD.findall(text)) if term is not None}


def _worth(one: _Candidate, told: set[str], weight_of: Mapping[str, float], articles: int, rules: Rules) -> float:
    """Weight of what the sentence newly tells; a report's first sentences are written to be the summary."""
    length = max(len(one.terms), rules.summary_least_terms)
    opens = one.position <= rules.summary_opening
    first, after = rules.summary_first
    place = first if one.position == 0 else after if opens else 1.0
    new = sum(weight_of[term] for term in one.terms if term not in told)
    start = rules.summary_start if not told and one.report == 0 and opens else 1.0
    return place * start * new / (math.sqrt(length) * articles)


def _repeats(one: _Candidate, told: set[str], weight_of: Mapping[str, float], rules: Rules) -> bool:
    whole = sum(map(weight_of.__getitem__, one.terms))
    return not whole or sum(weight_of[term] for term in one.terms if term in told) / whole > rules.summary_repeat
