"""What is grouped, and what time and place say of two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from sys import intern
from typing import NamedTuple

from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.terms import Terms
from wiredesk.types import Article, Published


class Span(NamedTuple):
    """First and last possible day, as numbers, and whether a day is known at all of them."""

    first: int | None
    last: int | None
    dated: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What is grouped: an article, or all copies of one report together, which count once."""

    key: str
    articles: tuple[str, ...]
    span: Span
    scene: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    opinion: bool = False
    language: str | None = None
    capitals: frozenset[str] = frozenset()
    particulars: frozenset[str] = frozenset()


def report(key: str, articles: Sequence[str], read: Sequence[Terms], span: Span) -> Report:
    """One report from the terms of those of its articles that were read, at least one; `span`: the days of all."""
    first = read[0]
    return Report(
        key=key,
        articles=tuple(articles),
        span=span,
        scene=_held(frozenset().union(*(terms.scene for terms in read))),
        towns=_held(frozenset().union(*(terms.towns for terms in read))),
        countries=_held(frozenset().union(*(terms.countries for terms in read))),
        opinion=first.opinion,
        language=intern(first.language) if first.language else None,
        capitals=_held(frozenset().union(*(terms.capitals for terms in read))),
        particulars=frozenset(map(intern, frozenset().union(*(terms.particulars for terms in read)))),
    )


def extended(one: Report, other: Report) -> Report:
    """A report with the articles of another that turned out to be the same, their days and what they name."""
    return replace(
        one,
        articles=tuple(dict.fromkeys((*one.articles, *other.articles))),
        span=joined(one.span, other.span),
        scene=_held(one.scene | other.scene),
        towns=_held(one.towns | other.towns),
        countries=_held(one.countries | other.countries),
        capitals=_held(one.capitals | other.capitals),
        particulars=one.particulars | other.particulars,
    )


def span_of(articles: Sequence[Article]) -> Span:
    """The days of some articles together, at least one."""
    spans = [_span(article.published) for article in articles]
    return reduce(joined, spans)


def _span(published: Published) -> Span:
    first, last = published.value or published.not_before, published.value or published.not_after
    dated = first is not None and first == last
    return Span(first.toordinal() if first else None, last.toordinal() if last else None, dated)


def joined(one: Span, other: Span) -> Span:
    """The days of two articles of one report together."""
    first = [day for day in (one.first, other.first) if day is not None]
    last = [day for day in (one.last, other.last) if day is not None]
    return Span(min(first, default=None), max(last, default=None), one.dated or other.dated)


@lru_cache(maxsize=4096)
def _held(names: frozenset[str]) -> frozenset[str]:
    """The same names, as one set for all reports that have them: the reports of many days are held at once."""
    return frozenset(map(intern, names))


def apart(one: Span, other: Span) -> int | None:
    """Least number of days between two reports by what is known of their days; None if nothing is."""
    found: int | None = None
    for early, late in ((one.last, other.first), (other.last, one.first)):
        if early is not None and late is not None:
            found = max(found or 0, late - early)
    return found


def span_factor(one: Span, other: Span, rules: Rules) -> float:
    """1 for reports of the same days, less with distance, 0 beyond `apart_days`."""
    days = apart(one, other)
    if days is not None and days > rules.apart_days:
        return 0.0
    if one.dated != other.dated:
        return rules.known_later if days is not None and days > rules.near_days else rules.undated
    if days is None or days <= rules.near_days:
        return 1.0
    return float(0.5 ** ((days - rules.near_days) / rules.half_life_days))


def place_factor(one: Report, other: Report, rules: Rules) -> float:
    """More than 1 if both are of the same days and places; less than 1 if both say where they are set, in different
    towns that the other does not name, or if each opens with a country that the other's opening does not name."""
    factor = _one_place_and_time(one, other, rules)
    if not same_tongue(one.language, other.language):
        return factor  # towns have other names in another language
    away = one.scene - one.capitals, other.scene - other.capitals  # in a capital officials speak of what was elsewhere
    if factor == rules.same_particulars and not (all(away) and _elsewhere(one, other)):
        return factor
    if one.countries - other.countries and other.countries - one.countries:
        factor = rules.other_country
    if one.scene and other.scene and _elsewhere(one, other):
        factor = min(factor, rules.other_place)
    return factor


def _elsewhere(one: Report, other: Report) -> bool:
    return not (one.scene & other.towns or other.scene & one.towns)


def _one_place_and_time(one: Report, other: Report, rules: Rules) -> float:
    """More than 1 for dated reports of the same days with a town of theirs or two particulars in common."""
    days = apart(one.span, other.span) if one.span.dated and other.span.dated else None
    if days is None or days > rules.near_days:
        return 1.0
    if len(one.particulars & other.particulars) >= rules.shared_particulars:
        return rules.same_particulars
    return rules.same_town if one.towns & other.towns else 1.0


def same_tongue(one: str | None, other: str | None) -> bool:
    """False only if both languages are known and differ."""
    return one is None or other is None or one == other


def genre_factor(one: Report, other: Report, rules: Rules) -> float:
    """Less than 1 where either is a column or letter: it has the words of an affair, but reports no event."""
    return rules.opinion if one.opinion or other.opinion else 1.0
