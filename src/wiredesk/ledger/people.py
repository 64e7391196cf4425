"""Who held which role from when to when, as reports give it.

A role is held on the day of a report that gives it as present, and on the days of an event at which somebody is told to
have held it. A former, a then and an elected holder's words date nothing but themselves. Spellings of one office
("Premier", "Prime Minister") are one role, under the form that most reports print.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wiredesk.kit import edtf
from wiredesk.kit.citations import cite
from wiredesk.kit.ids import mint
from wiredesk.kit.names import name_words
from wiredesk.kit.roles import office_key
from wiredesk.ledger.contradictions import of_former, with_rivals
from wiredesk.types import (
    Annotations,
    Article,
    Citation,
    Contradiction,
    Event,
    Person,
    PersonMention,
    PersonRecord,
    RoleHeld,
)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Somebody in a role at a time (EDTF, None unknown), with the words."""

    person: Person
    article: str
    day: date | None
    when: str | None
    citation: Citation
    reported: bool = True
    """Whether a report gives the role as of its own day; else an event's day dates it."""


def people(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotations], events: Iterable[Event]
) -> list[PersonRecord]:
    """Everybody named with a role, by name. A role's days are those of the events and reports that give it."""
    # in their order: in any other, stored annotations come one by one
    told = (seen for id_, one in articles.items() if id_ in annotations for seen in mentioned(one, annotations[id_]))
    return people_of(told, {id_: one.day for id_, one in articles.items()}, events)


def people_of(told: Iterable[Seen], days: Mapping[str, date | None], events: Iterable[Event]) -> list[PersonRecord]:
    """The same from what `mentioned` gave of each article; `days`: of the articles."""
    seen = [*told, *_taking_part(days, events)]
    seen.sort(
        key=lambda one: (one.day or date.max, one.article, one.citation.part, one.citation.start, repr(one.person))
    )
    records = sorted((_record(group) for group in _by_person(seen)), key=lambda record: (record.name, record.id))
    return with_rivals(records)


def mentioned(article: Article, annotations: Annotations) -> Iterator[Seen]:
    """Everybody in a role whom an article names, each role of each once."""
    found: dict[Person, list[PersonMention]] = {}
    for mention in annotations.people:
        if mention.kind != "pronoun" and mention.person.name and mention.person.role:
            found.setdefault(mention.person, []).append(mention)
    for person, mentions in found.items():
        mention = _that_says_so(mentions, person.role or "")
        past = _is_former(person.role or "") or bool(_THEN.search(mention.text))
        when = None if past or article.day is None else article.day.isoformat()
        cited = cite(article, mention.part, mention.start, mention.end, ("role",))
        yield Seen(person=person, article=article.id, day=article.day, when=when, citation=cited)


_THEN = re.compile(r"\b(?:then|former|ex)\b", re.IGNORECASE)


def _that_says_so(mentions: list[PersonMention], role: str) -> PersonMention:
    """The first mention whose words give the role, or else the first of all."""
    office = role.casefold().rpartition(" ")[2]
    return next((mention for mention in mentions if office in mention.text.casefold()), mentions[0])


def _taking_part(days: Mapping[str, date | None], events: Iterable[Event]) -> Iterable[Seen]:
    """A minister in 2019 is one in 2019 whatever he is now: an event that is over dates the role."""
    for event in events:
        if event.status != "completed" or event.when is None:
            continue
        for person in (*event.principals, *event.counterparts):
            if person.name and person.role and not _is_former(person.role):
                piece = event.evidence[0]
                yield Seen(
                    person=person,
                    article=piece.article,
                    day=days.get(piece.article),
                    when=event.when,
                    citation=piece,
                    reported=False,
                )


def _is_former(role: str) -> bool:
    return _FORMER.match(role) is not None


_FORMER = re.compile(r"(?:former|ex-|late|ousted|deposed)\b ?", re.IGNORECASE)


# --------------------------------------------------------------------------------------------------- groups


def _by_person(seen: list[Seen]) -> list[list[Seen]]:
    """By full name and country. A shorter name joins a longer one of the same country only if it fits just one."""
    groups: dict[tuple[frozenset[str], str | None], list[Seen]] = {}
    for one in seen:
        groups.setdefault((frozenset(name_words(one.person.name or "")), one.person.country), []).append(one)
    keys = sorted(groups, key=lambda key: (len(key[0]), sorted(key[0]), key[1] or ""))
    bearing: dict[str, list[tuple[frozenset[str], str | None]]] = {}
    for key in keys:
        for word in key[0]:
            bearing.setdefault(word, []).append(key)
    for key in keys:
        longer = [
            other
            for other in min((bearing[word] for word in key[0]), key=len, default=keys)
            if other in groups
            and other != key
            and key[0] <= other[0]
            and (key[1] is None or other[1] is None or key[1] == other[1])
        ]
        if len(longer) == 1 and (len(key[0]) > 1 or key[0] == longer[0][0]):
            groups[longer[0]] += groups.pop(key)
    return [
        sorted(group, key=lambda one: (one.day or date.max, one.article, one.citation.start))
        for group in groups.values()
    ]


def _record(group: list[Seen]) -> PersonRecord:
    names = list(dict.fromkeys(one.person.name for one in group if one.person.name))
    name = max(names, key=lambda one: (len(name_words(one)), -names.index(one)))
    country = next((one.person.country for one in group if one.person.country), None)
    founding = group[0]
    return PersonRecord(
        id=mint("p", founding.article, " ".join(sorted(name_words(founding.person.name or "")))),
        name=name,
        names=tuple(sorted(names)),
        country=country,
        roles=_roles(group),
        contradictions=tuple(_former(name, group)),
    )


def _former(name: str, group: list[Seen]) -> Iterable[Contradiction]:
    """Called a former holder by an earlier report, and the holder by a later one."""
    left: dict[str, tuple[date, Citation]] = {}
    held: dict[str, tuple[str, date, Citation]] = {}
    for one in group:
        role = one.person.role or ""
        if one.day is None or not one.reported:
            continue
        if _is_former(role):
            left.setdefault(office_key(_FORMER.sub("", role)), (one.day, one.citation))
        elif one.when is not None:
            held[office_key(role)] = (role, one.day, one.citation)
    for office, (day, cited) in left.items():
        if office in held and held[office][1] > day:
            role, later, words = held[office]
            yield of_former(name, role, (day, cited), (later, words))


def _roles(group: list[Seen]) -> tuple[RoleHeld, ...]:
    by_role: dict[str, list[Seen]] = {}
    for one in group:
        by_role.setdefault(office_key(one.person.role or ""), []).append(one)
    held = [
        RoleHeld(
            role=_as_most_print([one.person.role or "" for one in seen]),
            first=_edge([one.when for one in seen if one.when], last=False),
            last=_edge([one.when for one in seen if one.when], last=True),
            evidence=tuple(
                {(one.citation.article, one.citation.part, one.citation.start): one.citation for one in seen}.values()
            ),
        )
        for seen in by_role.values()
    ]
    return tuple(sorted(held, key=lambda one: (one.first or "9999", one.role)))


def _as_most_print(roles: list[str]) -> str:
    """The form of a role that most reports print, the first of several."""
    counted = Counter(roles)
    return max(roles, key=lambda role: (counted[role], -roles.index(role)))


def _edge(times: list[str], *, last: bool) -> str | None:
    """The earliest or latest of the times, at its own precision."""
    if not times:
        return None
    if last:
        best = max(times, key=lambda time: edtf.bounds(time)[1] or edtf.bounds(time)[0] or date.min)
        return best.partition("/")[2] or best.partition("/")[0]
    best = min(times, key=lambda time: edtf.bounds(time)[0] or edtf.bounds(time)[1] or date.max)
    return best.partition("/")[0] or best.partition("/")[2]
