"""Times on which an article looks back: "last month's visit" names the days of an earlier story."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from wiredesk.kit.edtf import bounds
from wiredesk.kit.shingles import words
from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.vocabulary import STOP, stem
from wiredesk.types import Annotations, Article


@dataclass(frozen=True, kw_only=True, slots=True)
class Recalled:
    """A time before its article of which a sentence speaks: the words that name it, its first and last day, and the
    terms of the sentence, parted by spaces (many are kept, few are looked at)."""

    text: str
    first: date
    last: date
    terms: str


def read_recalled(article: Article, seen: Annotations, rules: Rules) -> tuple[Recalled, ...]:
    """The times of the body on which an article looks back, in the order of the text, so many at most."""
    day = article.day or article.published.not_before
    if day is None:
        return ()
    sentences: list[tuple[int, int, str]] = []
    starts: list[int] = []
    found: dict[Recalled, None] = {}
    for time in seen.times:
        if time.part != "body" or time.edtf is None or len(found) >= rules.recalled_times:
            continue
        first, last = bounds(time.edtf)
        if first is None or last is None or last >= day or (last - first).days > rules.recalled_span_days:
            continue
        if not starts:  # most texts look back on no day
            sentences = sorted((one.start, one.end, one.text) for one in seen.sentences if one.part == "body")
            starts = [start for start, *_ in sentences]
        at = bisect_right(starts, time.start) - 1
        if at >= 0 and time.start < sentences[at][1]:
            text = sentences[at][2]
        else:
            text = article.part("body")[max(0, time.start - 120) : time.end + 120]
        terms = " ".join(dict.fromkeys(stem(word) for word in words(text) if word not in STOP))
        found[Recalled(text=time.text, first=first, last=last, terms=terms)] = None
    return tuple(found)
