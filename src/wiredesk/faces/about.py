"""What a record is about: the articles that it rests on, and its days. Lists and the API filter by them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from wiredesk.kit.edtf import bounds
from wiredesk.kit.text import fold
from wiredesk.types import Article, CopySet, Decision, Edition, Event, Hold, Notice, PersonRecord, Story, Thread

_POSSESSIVE = re.compile(r"['’]s\b")
Days = tuple[date | None, date | None]
"""First and last day of a record; None on both sides: no day is known."""


def articles_of(noun: object, articles: Mapping[str, Article], stories: Mapping[str, Story]) -> list[str]:
    """Ids of the desk's articles that a record rests on."""
    ids: Iterable[str]
    match noun:
        case Article():
            ids = (noun.id,)
        case CopySet():
            ids = (copy.id for copy in noun.articles)
        case Story() | Event():
            ids = noun.articles
        case Thread():
            ids = (id_ for story in noun.stories if story in stories for id_ in stories[story].articles)
        case PersonRecord():
            ids = (cited.article for role in noun.roles for cited in role.evidence)
        case Decision():
            ids = noun.target
        case Notice():
            ids = (noun.target, *([noun.citation.article] if noun.citation else []))
        case Edition():
            ids = (line.article for entry in noun.entries for line in entry.sources)
        case _:
            ids = ()
    return [id_ for id_ in dict.fromkeys(ids) if id_ in articles]


def tells_all(event: Event, articles: Mapping[str, Article], search: str) -> bool:
    """Whether all words of a search stand, whole, in an event's people, roles, places and the headlines of its reports;
    in no order, without regard to case and accents."""
    from wiredesk.kit.places import country_name

    people = (*event.principals, *event.counterparts)
    codes = [code for code in (*event.destination, *(one.country for one in people)) if code]
    headlines = [articles[id_].headline for id_ in event.articles if id_ in articles]
    named = [text for one in people for text in (one.name, one.role)]
    texts = [*named, event.place, *codes, *map(country_name, codes), *headlines]
    return {word for text in texts if text for word in _searched(text)}.issuperset(_searched(search))


def _searched(text: str) -> list[str]:
    """The words of a text as they are searched for: "Norway's" is found by "norway"."""
    from wiredesk.kit.names import fold as without_accents

    return fold(without_accents(_POSSESSIVE.sub("", text))).split()


def days_of(noun: object, articles: Mapping[str, Article], stories: Mapping[str, Story]) -> Days:
    """The span of days of a record: its own, or that of its articles."""
    match noun:
        case Article() | Notice() | Edition():
            return noun.day, noun.day
        case Story():
            return noun.first, noun.last
        case Event() | Hold():
            return bounds(noun.when) if noun.when else (None, None)
        case Decision():
            return noun.at.date(), noun.at.date()
        case _:
            days = sorted(day for id_ in articles_of(noun, articles, stories) if (day := articles[id_].day))
            return (days[0], days[-1]) if days else (None, None)


def within(days: Days, since: date | None, until: date | None) -> bool:
    """Whether a record's days touch the span asked for; one without days is left out of any span."""
    if since is None and until is None:
        return True
    first, last = days
    if first is None and last is None:
        return False
    return (until is None or first is None or first <= until) and (since is None or last is None or last >= since)
