"""The rows of an export, from the desk's records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from wiredesk.kit.edtf import bounds
from wiredesk.publish.export_tables import ARTICLES, COURSE, EVENTS, EVIDENCE, HOLDS, OTHERWISE, PERSONS, Filled, Row
from wiredesk.types import Article, CopySet, Event, Hold, Person, PersonRecord, Ruling, Story


def event_tables(
    events: Sequence[Event],
    articles: Mapping[str, Article],
    people: Iterable[PersonRecord] = (),
    holds: Iterable[Hold] = (),
) -> Filled:
    """The tables of events, in the order in which the events are given, and of the questions that stand open."""
    known = list(people)
    return [
        (EVENTS, [_event(event, articles) for event in events]),
        (PERSONS, [row for event in events for row in _persons(event, known)]),
        (EVIDENCE, [row for event in events for row in _evidence(event, articles)]),
        (OTHERWISE, [row for event in events for row in _otherwise(event)]),
        (COURSE, [row for event in events for row in _course(event)]),
        (HOLDS, [_hold(one) for one in holds]),
    ]


def article_tables(
    articles: Sequence[Article], stories: Iterable[Story], copies: Iterable[CopySet], events: Iterable[Event]
) -> Filled:
    """The table of articles, in the order in which they are given."""
    story_of = {id_: story.id for story in stories for id_ in story.articles}
    copy_of = {copy.id: (one.id, copy.relation) for one in copies for copy in one.articles}
    told: dict[str, list[str]] = {}
    for event in events:
        for id_ in event.articles:
            told.setdefault(id_, []).append(event.id or "")
    return [(ARTICLES, [_article(one, story_of, copy_of, told) for one in articles])]


def _event(event: Event, articles: Mapping[str, Article]) -> Row:
    first, last = bounds(event.when) if event.when else (None, None)
    days = sorted(day for id_ in event.articles if id_ in articles and (day := articles[id_].day))
    countries = [person.country for person in event.principals if person.country]
    return {
        "event_id": event.id,
        "type": event.type,
        "plover_type": event.plover_type,
        "plover_mode": event.plover_mode,
        "status": event.status,
        "principals": [_named(person) for person in event.principals],
        "principal_countries": list(dict.fromkeys(countries)),
        "counterparts": [_named(person) for person in event.counterparts],
        "destination": list(event.destination),
        "place": event.place,
        "when": event.when,
        "first_day": first,
        "last_day": last,
        "announced_on": event.announced_on,
        "rescheduled": event.rescheduled,
        "verdict": event.verdict,
        "corrected": [_ruled(ruling) for ruling in event.rulings if ruling.field],
        "disputed_fields": list(dict.fromkeys(claim.field for claim in event.otherwise)),
        "witnesses": event.witnesses,
        "articles": len(event.articles),
        "first_reported": days[0] if days else None,
        "last_reported": days[-1] if days else None,
        "story_id": event.story,
    }


def _named(person: Person) -> str:
    return person.name or f"{person.role or 'an official'}{f' ({person.country})' if person.country else ''}"


def _ruled(ruling: Ruling) -> str:
    return f"{ruling.field} of {ruling.person}" if ruling.person else ruling.field or ""


def _persons(event: Event, known: Sequence[PersonRecord]) -> list[Row]:
    return [
        {
            "event_id": event.id,
            "side": side,
            "position": position,
            "person_id": _person_id(person, known),
            "name": person.name,
            "role": person.role,
            "country": person.country,
        }
        for side, people in (("principal", event.principals), ("counterpart", event.counterparts))
        for position, person in enumerate(people, start=1)
    ]


def _person_id(person: Person, known: Sequence[PersonRecord]) -> str | None:
    """The record with that name and country, if it is the only one."""
    fitting = [
        one.id
        for one in known
        if person.name in one.names and (one.country is None or person.country is None or one.country == person.country)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _evidence(event: Event, articles: Mapping[str, Article]) -> list[Row]:
    rows: list[Row] = []
    for one in event.evidence:
        article = articles.get(one.article)
        rows.append(
            {
                "event_id": event.id,
                "fields": list(one.fields),
                "article_id": one.article,
                "url": one.url,
                "outlet": article.outlet if article else None,
                "published": article.day if article else None,
                "part": one.part,
                "quote": one.quote,
                "start": one.start,
                "end": one.end,
            }
        )
    return rows


def _otherwise(event: Event) -> list[Row]:
    return [
        {
            "event_id": event.id,
            "field": claim.field,
            "person": claim.person,
            "value": list(claim.value) if isinstance(claim.value, tuple) else [claim.value],
            "witnesses": claim.witnesses,
            "article_ids": list(claim.articles),
        }
        for claim in event.otherwise
    ]


def _hold(hold: Hold) -> Row:
    """Who put the question stays at the desk."""
    return {
        "hold_id": hold.id,
        "question": hold.question,
        "asked_on": hold.at.date(),
        "person": hold.person,
        "country": hold.country,
        "type": hold.type,
        "when": hold.when,
        "about": hold.about,
        "event_ids": list(hold.events),
    }


def _course(event: Event) -> list[Row]:
    return [
        {
            "event_id": event.id,
            "position": position,
            "turn": turn.kind,
            "day": turn.day,
            "when": turn.when,
            "article_ids": list(turn.articles),
        }
        for position, turn in enumerate(event.course, start=1)
    ]


def _article(
    article: Article,
    story_of: Mapping[str, str],
    copy_of: Mapping[str, tuple[str, str]],
    told: Mapping[str, Sequence[str]],
) -> Row:
    published = article.published
    copy_set, relation = copy_of.get(article.id, (None, None))
    text = "\n\n".join((*article.lead, *article.body))
    known: date | None = published.value
    return {
        "article_id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline,
        "byline": list(article.byline),
        "credit": article.credit,
        "credit_basis": article.credit_basis,
        "published": known,
        "published_method": published.method,
        "not_before": published.not_before,
        "not_after": published.not_after,
        "language": article.language,
        "dateline_place": article.dateline.place if article.dateline else None,
        "dateline_country": article.dateline.country if article.dateline else None,
        "story_id": story_of.get(article.id),
        "copy_set_id": copy_set,
        "relation": relation,
        "event_ids": list(told.get(article.id, ())),
        "teaser": article.teaser,
        "text": text or None,
    }
