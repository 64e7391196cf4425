"""Explicit references: a report that speaks of "last month's visit" names the days of an earlier story."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from wiredesk.kit.edtf import bounds
from wiredesk.kit.shingles import words
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.affairs import Affair
from wiredesk.stories.wording.vocabulary import stem
from wiredesk.stories.wording.weigh import heaviest
from wiredesk.types import Annotations, Article

Printed = Callable[[], Mapping[str, str]]
"""Gives a story's names of one or two words by their term."""


@dataclass(frozen=True, kw_only=True)
class Recalled:
    """A time before its story of which a sentence speaks: the words that name it, its first and last day, and the terms
    of the sentence."""

    text: str
    first: date
    last: date
    terms: frozenset[str]


def recalled(
    later: Affair, articles: Mapping[str, Article], annotations: Mapping[str, Annotations], rules: Rules
) -> tuple[Recalled, ...]:
    """The times on which a story looks back, each once for all that it may be compared with."""
    found: dict[Recalled, None] = {}
    for id_ in later.articles:
        article, seen = articles.get(id_), annotations.get(id_)
        if article is not None and seen is not None and len(found) < rules.recalled_times:
            found.update(dict.fromkeys(_in_article(later, article, seen, rules)))
    return tuple(found)[: rules.recalled_times]


def _in_article(later: Affair, article: Article, seen: Annotations, rules: Rules) -> Iterator[Recalled]:
    sentences = sorted((one.start, one.end, one.text) for one in seen.sentences if one.part == "body")
    starts = [start for start, *_ in sentences]
    for time in seen.times:
        if time.part != "body" or time.edtf is None or later.earliest is None:
            continue
        first, last = bounds(time.edtf)
        if first is None or last is None or last >= later.earliest or (last - first).days > rules.recalled_span_days:
            continue
        at = bisect_right(starts, time.start) - 1
        if at >= 0 and time.start < sentences[at][1]:
            text = sentences[at][2]
        else:
            text = article.part("body")[max(0, time.start - 120) : time.end + 120]
        yield Recalled(text=time.text, first=first, last=last, terms=frozenset(map(stem, words(text))))


def refers(
    later: Affair, earlier: Affair, times: Callable[[], tuple[Recalled, ...]], printed: Printed, rules: Rules
) -> str | None:
    """The reason if a sentence of the later story looks back on days of the earlier one and names what it was about."""
    if earlier.earliest is None or earlier.latest is None or later.earliest is None:
        return None
    if later.earliest - earlier.latest < timedelta(days=rules.recalled_after_days):
        return None
    margin = timedelta(days=rules.recalled_margin_days)
    pointing = [
        one for one in times() if one.first - margin <= earlier.latest and earlier.earliest <= one.last + margin
    ]
    if not pointing:
        return None
    about = set(heaviest(earlier.names, rules.recalled_names)).union(
        *(map(stem, words(name)) for name in earlier.people)
    )
    for one in pointing:
        named = sorted(one.terms & about)
        if len(named) >= rules.recalled_shared:
            told = " and ".join(printed().get(name, name) for name in named[:3])
            return f"the later report recalls it: “{one.text}”, with {told}"
    return None
