"""A notice in the words that are meant for readers: agencies send it to editors, and papers put it in brackets.

Only what stands at its ends goes, so that what is left stands in the report as it is printed here.
"""

from __future__ import annotations

import re

from wiredesk.kit.text import sentence_spans
from wiredesk.publish.passages import clip

_MARKER = r"(?:CORRECTED|Corrected|CORRECTION|Correction|UPDATED?|Updated?|REFILED?|CLARIFICATION|Clarification)"
_ADDRESS = re.compile(
    rf"(?:(?:EDITORS|Editors|EDS|Eds)(?:['’] (?:NOTE|note|Note))?\s?[:,–—-]\s*|[(\[]{_MARKER}[)\]]\s*[:–—-]?\s*"
    rf"|{_MARKER}\s*[:–—-]\s*)(?=\S)"
)
"""To whom it is sent, and the marker before a headline: its label says as much."""
_MARKED = re.compile(rf"\s*[(\[]{_MARKER}[)\]]\s*\Z")
_ORDER = re.compile(
    r"(?:please\b|(?:do not|don['’]t) (?:use|run|publish|print)\b|if (?:it|you|the story|this) \w+(?: \w+){0,3},? "
    r"(?:published|used|printed|aired|run)\b|(?:editors|clients|subscribers|members) (?:should|are asked|must)\b"
    r"|(?:remove|delete|eliminate|disregard|discard)\b)",
    re.IGNORECASE,
)
"""A sentence that tells editors what to do."""
_BRACKETS = {"(": ")", "[": "]"}


def notice_words(text: str, words: int) -> tuple[int, str, bool]:
    """Where the words for readers begin in a notice, these words within the cap, and whether sentences for readers were
    cut at the end: at whole sentences if the cap has room for one."""
    start, end = _unbracketed(text, 0, len(text.rstrip()))
    if address := _ADDRESS.match(text, start, end):
        start = address.end()
    if marked := _MARKED.search(text, start, end):
        end = marked.start() if marked.start() > start else end
    told = text[start:end]
    spans = sentence_spans(told) or [(0, len(told))]
    while len(spans) > 1 and _ORDER.match(told, spans[-1][0]):
        spans.pop()
    told = told[: spans[-1][1]]
    shown, cut = clip(told, words)
    whole = [last for _, last in spans if last <= len(shown)]
    return start, told[: whole[-1]] if cut and whole else shown, cut


def _unbracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the brackets that hold all of it."""
    closing = _BRACKETS.get(text[start : start + 1])
    if closing and end - start > 2 and text[end - 1] == closing and closing not in text[start + 1 : end - 1]:
        return start + 1, end - 1
    return start, end
