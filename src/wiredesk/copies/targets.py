"""What a notice that stands alone speaks of: the one report on the desk that its words, days and names point at."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from wiredesk.annotate import find_times
from wiredesk.copies.rules import Rules
from wiredesk.kit.shingles import words
from wiredesk.types import Article

_QUOTED = re.compile(r"(?:headlined|titled|entitled|headline|slugged|keyworded)\W{1,4}[“\"‘']([^“”\"]{8,160})[”\"’']")
_MOVED = re.compile(
    r"\b(?:stor(?:y|ies)|report|item|dispatch|article|alert|version|published|moved|sent|transmitted|issued)\b"
)
_WORDS = """
dateline under over out his her its their name names page site sites website websites sent send make certain sure
member members news directors attention story's there been into than then them when where while what who
a about advised after all also an and any are as asked associated at be been bc because before but by client
clients correct corrected correction corrections corrects delete desk dispatch disregard do earlier editor
editors eds eliminate erroneous erroneously error for from given had has have he headline headlined hold if in
inaccurate incorrect incorrectly information is it item its kill killed kills mandatory matter message
mistakenly moved new news no not note of on one or original out paragraph please press previous published
record regret replacement report reported reports retracted said saying says sent she should slug slugged
statement stories story sub subscribers substitute that the their there they this to today transmitted until
upon use version was we were which who will with withdrawal withdraws withdrawn would wrong wrongly reuters ap
afp dpa monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december
"""


def find_target(
    text: str, pointing: str, day: date | None, by: str | None, candidates: Sequence[Article], rules: Rules
) -> Article | None:
    """The report that a notice of these words speaks of, None where nothing or more than one thing fits.

    `pointing`: the part of the text that says which report, its headline and the sentence of the notice; the rest gives
    reasons, and counts where that part says too little. `candidates` are reports in (day, id) order, one for each copy
    set; those after the notice, of another agency, or of another day than the one that the notice names are left aside.
    """
    named = _named_day(text, day)
    fitting = [one for one in candidates if _in_time(one, day, named, rules) and by in (None, one.credit, one.outlet)]
    if not fitting and by is not None:  # a paper's page need not say whose report it prints
        fitting = [one for one in candidates if _in_time(one, day, named, rules) and one.credit is None]
    headline = _QUOTED.search(text)
    if headline:
        wanted = words(headline[1])
        same = [one for one in fitting if words(one.headline or "")[: len(wanted)] == wanted]
        if len(same) == 1:
            return same[0]
    return _likest(pointing, fitting, rules) or _likest(text, fitting, rules)


def _likest(text: str, fitting: Sequence[Article], rules: Rules) -> Article | None:
    wanted = _terms(text)
    if len(wanted) < rules.target_words:
        return None
    held = [_opening(one, rules) & wanted for one in fitting]
    seen = Counter(term for terms in held for term in terms)
    weight = {term: math.log(1 + (1 + len(fitting)) / (0.5 + seen[term])) for term in wanted}
    whole = sum(weight[term] for term in sorted(wanted))
    ranked = sorted(
        (
            (sum(weight[term] for term in sorted(terms)) / whole, len(terms), number)
            for number, terms in enumerate(held)
        ),
        key=lambda item: (-item[0], item[2]),
    )
    if not ranked:
        return None
    share, number, best = ranked[0]
    ahead = len(ranked) == 1 or share - ranked[1][0] >= rules.target_margin
    return fitting[best] if share >= rules.target_share and number >= rules.target_words and ahead else None


def _in_time(one: Article, day: date | None, named: date | None, rules: Rules) -> bool:
    if one.day is None:
        return named is None
    if named is not None and abs((one.day - named).days) > rules.target_named_days:
        return False
    return day is None or timedelta(0) <= day - one.day <= timedelta(days=rules.target_days)


def _named_day(text: str, day: date | None) -> date | None:
    """The day that the notice gives for the report: the first one named beside "story", "moved" and the like."""
    for time in find_times(text, day):
        if time.kind == "day" and time.edtf and len(time.edtf) == 10:
            around = text[max(0, time.start - 40) : time.end + 25]
            if _MOVED.search(around):
                return date.fromisoformat(time.edtf)
    return None


def _terms(text: str) -> set[str]:
    return {_bare(word) for word in words(text)} - _idle() - {str(number) for number in range(32)}


def _opening(article: Article, rules: Rules) -> set[str]:
    place = article.dateline.place if article.dateline else ""  # "which moved on May 5 under a Lima dateline"
    parts = (article.headline or "", place, *article.lead, *article.body[: rules.target_paragraphs])
    return {_bare(word) for part in parts for word in words(part)}


@cache
def _idle() -> frozenset[str]:
    return frozenset(_bare(word) for word in words(_WORDS))


def _bare(word: str) -> str:
    """What a folded word has in common with its kin: "malta" of "Malta's", "resign" of "resigned" and "resignation"."""
    return (word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word)[:_STEM]


_STEM = 6
"""Letters by which words of one stem are known, "Latvia" and "Latvian" too. Set by hand."""
