"""Explicit references: a report that speaks of "last month's visit" names the days of an earlier story."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from wiredesk.kit.edtf import bounds
from wiredesk.kit.shingles import words
from wiredesk.stories.affairs import Affair
from wiredesk.stories.rules import Rules
from wiredesk.stories.vocabulary import stem
from wiredesk.stories.weigh import heaviest
from wiredesk.types import Annotations, Article, TimeMention

Printed = Callable[[], Mapping[str, str]]
"""Gives a story's names of one or two words by their term."""


def refers(
    later: Affair,
    earlier: Affair,
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotations],
    printed: Printed,
    rules: Rules,
) -> str | None:
    """The reason if a sentence of the later story looks back on days of the earlier one and names what it was about."""
    if earlier.earliest is None or earlier.latest is None or later.earliest is None:
        return None
    if later.earliest - earlier.latest < timedelta(days=rules.recalled_after_days):
        return None
    about = set(heaviest(earlier.names, rules.recalled_names)).union(
        *(map(stem, words(name)) for name in earlier.people)
    )
    for id_ in later.story.articles:
        article, seen = articles.get(id_), annotations.get(id_)
        if article is None or seen is None:
            continue
        for time in seen.times:
            if time.part != "body" or not _points_at(time, earlier, later, rules):
                continue
            sentence = _sentence(time, article, seen)
            named = sorted({stem(word) for word in words(sentence)} & about)
            if len(named) >= rules.recalled_shared:
                told = " and ".join(printed().get(name, name) for name in named[:3])
                return f"the later report recalls it: “{time.text}”, with {told}"
    return None


def _points_at(time: TimeMention, earlier: Affair, later: Affair, rules: Rules) -> bool:
    if time.edtf is None or earlier.earliest is None or earlier.latest is None or later.earliest is None:
        return False
    first, last = bounds(time.edtf)
    if first is None or last is None or last >= later.earliest or (last - first).days > rules.recalled_span_days:
        return False
    margin = timedelta(days=rules.recalled_margin_days)
    return first - margin <= earlier.latest and earlier.earliest <= last + margin


def _sentence(time: TimeMention, article: Article, seen: Annotations) -> str:
    for one in seen.sentences:
        if one.part == time.part and one.start <= time.start < one.end:
            return one.text
    text = article.part(time.part)
    return text[max(0, time.start - 120) : time.end + 120]
