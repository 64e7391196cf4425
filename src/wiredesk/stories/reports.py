"""What is grouped, and what time and place say of two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from sys import intern

from wiredesk.stories.rules import Rules
from wiredesk.stories.terms import Terms
from wiredesk.stories.weigh import Vector


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What is grouped: an article, or all copies of one report together, which count once."""

    key: str
    articles: tuple[str, ...]
    vector: Vector
    scene: frozenset[str]
    towns: frozenset[str]
    countries: frozenset[str]
    first: date | None
    last: date | None
    dated: bool
    opinion: bool = False
    language: str | None = None
    capitals: frozenset[str] = frozenset()
    particulars: tuple[str, ...] = ()


def report(key: str, members: list[Terms], vector: Vector) -> Report:
    """One report from the terms of its articles, which must be in (day, id) order."""
    first = [terms.earliest for terms in members if terms.earliest]
    last = [terms.latest for terms in members if terms.latest]
    return Report(
        key=key,
        articles=tuple(terms.article for terms in members),
        vector=vector,
        scene=_held(frozenset().union(*(terms.scene for terms in members))),
        towns=_held(frozenset().union(*(terms.towns for terms in members))),
        countries=_held(frozenset().union(*(terms.countries for terms in members))),
        first=_day(min(first, default=None)),
        last=_day(max(last, default=None)),
        dated=any(terms.dated for terms in members),
        opinion=2 * sum(terms.opinion for terms in members) > len(members),
        language=intern(members[0].language) if members[0].language else None,
        capitals=_held(frozenset().union(*(terms.capitals for terms in members))),
        particulars=tuple(sorted(frozenset().union(*(terms.particulars for terms in members)))),
    )


@lru_cache(maxsize=512)
def _day(day: date | None) -> date | None:
    """The same day, as one object for all reports of it."""
    return day


@lru_cache(maxsize=512)
def _held(names: frozenset[str]) -> frozenset[str]:
    """The same names, as one set for all reports that have them: the reports of many days are held at once."""
    return frozenset(map(intern, names))


def days_apart(one: Report, other: Report) -> int | None:
    """Least number of days between two reports by what is known of their days; None if nothing is."""
    known = False
    apart = 0
    for early, late in ((one.last, other.first), (other.last, one.first)):
        if early is not None and late is not None:
            known = True
            apart = max(apart, (late - early).days)
    return apart if known else None


def time_factor(one: Report, other: Report, rules: Rules) -> float:
    """1 for reports of the same days, less with distance, 0 beyond `apart_days`."""
    apart = days_apart(one, other)
    if apart is not None and apart > rules.apart_days:
        return 0.0
    if one.dated != other.dated:
        return rules.known_later if apart is not None and apart > rules.near_days else rules.undated
    if apart is None or apart <= rules.near_days:
        return 1.0
    return time_weight(apart, rules)


def time_weight(apart: int, rules: Rules) -> float:
    """The most that likeness counts between two dated reports more than `near_days` apart."""
    return float(0.5 ** ((apart - rules.near_days) / rules.half_life_days)) if apart <= rules.apart_days else 0.0


def place_factor(one: Report, other: Report, rules: Rules) -> float:
    """More than 1 if both are of the same days and places; less than 1 if both say where they are set, in different
    towns that the other does not name, or if each opens with a country that the other's opening does not name."""
    factor = _one_place_and_time(one, other, rules)
    if not same_language(one, other):
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
    apart = days_apart(one, other) if one.dated and other.dated else None
    if apart is None or apart > rules.near_days:
        return 1.0
    if len(set(one.particulars).intersection(other.particulars)) >= rules.shared_particulars:
        return rules.same_particulars
    return rules.same_town if one.towns & other.towns else 1.0


def same_language(one: Report, other: Report) -> bool:
    """False only if both languages are known and differ."""
    return one.language is None or other.language is None or one.language == other.language


def genre_factor(one: Report, other: Report, rules: Rules) -> float:
    """Less than 1 where either is a column or letter: it has the words of an affair, but reports no event."""
    return rules.opinion if one.opinion or other.opinion else 1.0
