"""What machines read in a page: schema.org JSON-LD and Open Graph.

A page of this site gathers what others wrote: their reports stand as `citation` and `isBasedOn` with their own
authors and publishers, and the page itself has a publisher but no author.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Literal

from markupsafe import Markup

from wiredesk.kit.sections import BY_NAME
from wiredesk.publish.addresses import day_path, event_path, person_path, story_path, web_url
from wiredesk.publish.data import SiteData
from wiredesk.publish.evidence import telling_quotes
from wiredesk.publish.moved import days_before
from wiredesk.publish.outward import edition_moment, plain, public_url, story_moments
from wiredesk.publish.passages import Reported, clip, foreign
from wiredesk.publish.printed import print_entry, print_notice
from wiredesk.publish.rules import CITATIONS_NAMED, PAGE_LANGUAGE
from wiredesk.publish.words import country, event_title
from wiredesk.types import Article, Edition, Event, EventStatus, Notice, Person, PersonRecord, Story

Record = dict[str, Any]
"""A JSON-LD object; what is not known is left out."""
_CONTEXT = "https://schema.org"
_STATUS: dict[EventStatus, str] = {
    "announced": "EventScheduled",
    "underway": "EventScheduled",
    "completed": "EventScheduled",
    "cancelled": "EventCancelled",
    "denied": "EventCancelled",
    "postponed": "EventPostponed",
}
"""What is only expected or invited to is not scheduled, and the vocabulary has no word for it."""
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
"""A day, month or year of EDTF that is ISO 8601 as well."""


def ld_script(record: Record) -> Markup:
    """A record as the text of a `<script type="application/ld+json">`, which no text in it can end."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def edition_ld(data: SiteData, edition: Edition) -> Record:
    """An edition: a page whose subject is a list of stories in the order of their rank; each has its own page."""
    stories = []
    for entry in edition.entries:
        printed = print_entry(data, entry)
        stories.append(_known({"@type": "ListItem", "position": entry.rank, "url": printed.url, "name": printed.title}))
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "CollectionPage",
            "name": plain(edition.title),
            "url": public_url(data, day_path(edition.day)),
            "inLanguage": PAGE_LANGUAGE,
            "datePublished": None if edition.status == "draft" else edition_moment(data, edition).isoformat(),
            "creativeWorkStatus": "Draft" if edition.status == "draft" else "Published",
            "publisher": _publisher(data),
            "correction": [_correction(data, one) for one in edition.notices],
            "mainEntity": _known(
                {
                    "@type": "ItemList",
                    "itemListOrder": "https://schema.org/ItemListOrderAscending",
                    "numberOfItems": len(stories),
                    "itemListElement": stories,
                }
            ),
        }
    )


def story_ld(data: SiteData, story: Story) -> Record:
    """A story's page: the reports that it gathers, whom and what it is about, and what was corrected."""
    reports = [data.articles[key] for key in story.articles if key in data.articles and key not in data.withdrawn]
    moments = story_moments(data, story)
    notices = data.notices_of(story)
    section = BY_NAME.get(story.section or "")
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "CollectionPage",
            "headline": plain(story.headline),
            "url": public_url(data, story_path(story)),
            "inLanguage": PAGE_LANGUAGE,
            "datePublished": moments[0].isoformat() if moments else None,
            "dateModified": moments[1].isoformat() if moments else None,
            "genre": section.title if section else None,
            "publisher": _publisher(data),
            "about": [_person(one) for one in story.people],
            "spatialCoverage": [{"@type": "Country", "name": country(code)} for code in story.countries],
            "citation": _citations(reports[:CITATIONS_NAMED]),
            "isBasedOn": list(dict.fromkeys(filter(None, (web_url(one.url) for one in reports[:CITATIONS_NAMED])))),
            "mentions": [event_ld(data, key, event, context=False) for key, event in data.events_of(story.id)],
            "correction": [_correction(data, one) for one in notices],
        }
    )


def event_ld(data: SiteData, key: str, event: Event, *, context: bool = True) -> Record:
    """An event, with the days as exact as they are known and the sentence that says so."""
    start, _, end = (event.when or "").partition("/")
    if "/" not in (event.when or ""):
        end = start
    quote = telling_quotes(event)[0]
    text, cut = clip(plain(quote.quote), data.excerpt_words)
    source = data.articles.get(quote.article)
    where = [plain(event.place)] if event.place else []
    codes = event.destination[:1] if event.place and len(event.destination) == 1 else ()
    before = (days_before(event) or "").partition("/")[0]
    status = "EventRescheduled" if event.rescheduled else _STATUS.get(event.status)
    return _known(
        {
            "@context": _CONTEXT if context else None,
            "@type": "Event",
            "name": plain(event_title(event)),
            "url": public_url(data, event_path(key)),
            "description": f"{text} …" if cut else text,
            "eventStatus": f"https://schema.org/{status}" if status else None,
            "previousStartDate": before if _DAY.fullmatch(before) else None,
            "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode" if event.type == "call" else None,
            "startDate": start if _DAY.fullmatch(start) else None,
            "endDate": end if _DAY.fullmatch(end) else None,
            "location": [
                {"@type": "Place", "name": name}
                | ({"address": {"@type": "PostalAddress", "addressCountry": codes[0]}} if codes else {})
                for name in where or [country(code) for code in event.destination]
            ],
            "attendee": [_person(one) for one in (*event.principals, *event.counterparts)],
            "subjectOf": _citations([source]) if source else None,
        }
    )


def person_ld(data: SiteData, person: PersonRecord) -> Record:
    """Somebody whom the desk knows, with the office that the latest reports give."""
    latest = max(person.roles, key=lambda one: (one.last or one.first or "", one.role), default=None)
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "Person",
            "name": plain(person.name),
            "alternateName": [plain(name) for name in person.names if name != person.name],
            "url": public_url(data, person_path(person)),
            "jobTitle": plain(latest.role) if latest else None,
            "affiliation": {"@type": "Country", "name": country(person.country)} if person.country else None,
        }
    )


def open_graph(
    data: SiteData,
    *,
    path: str,
    title: str,
    description: str = "",
    kind: Literal["website", "article"] = "website",
    story: Story | None = None,
) -> tuple[tuple[str, str], ...]:
    """Properties and values of the Open Graph (ogp.me) for `<meta property=... content=...>`, in a fixed order."""
    moments = story_moments(data, story) if story else None
    section = BY_NAME.get((story.section if story else None) or "")
    found = (
        ("og:type", kind),
        ("og:site_name", plain(data.title)),
        ("og:title", plain(title)),
        ("og:description", plain(description)),
        ("og:url", public_url(data, path)),
        ("article:published_time", moments[0].isoformat() if moments else None),
        ("article:modified_time", moments[1].isoformat() if moments else None),
        ("article:section", section.title if section else None),
        ("twitter:card", "summary"),
    )
    return tuple((name, value) for name, value in found if value)


def _citations(reports: Iterable[Reported]) -> list[Record]:
    return [
        _known(
            {
                "@type": "NewsArticle",
                "headline": plain(one.headline),
                "url": web_url(one.url),
                "datePublished": one.day.isoformat() if one.day else None,
                "inLanguage": (one.language if isinstance(one, Article) else None) or foreign(one),
                "author": [{"@type": "Person", "name": plain(name)} for name in one.byline]
                if isinstance(one, Article)
                else None,
                "publisher": {"@type": "NewsMediaOrganization", "name": plain(one.outlet)} if one.outlet else None,
                "creditText": plain(one.credit),
            }
        )
        for one in reports
    ]


def _person(person: Person) -> Record:
    """Somebody known by office alone has no name."""
    return _known(
        {
            "@type": "Person",
            "name": plain(person.name),
            "jobTitle": plain(person.role),
            "affiliation": {"@type": "Country", "name": country(person.country)} if person.country else None,
        }
    )


def _publisher(data: SiteData) -> Record:
    return _known({"@type": "Organization", "name": plain(data.title), "url": public_url(data, "/")})


def _correction(data: SiteData, notice: Notice) -> Record:
    printed = print_notice(data, notice)
    article = data.articles.get(notice.target)
    return _known(
        {
            "@type": "CorrectionComment",
            "name": printed.label,
            "text": printed.text,
            "datePublished": printed.day.isoformat(),
            "about": web_url(article.url) if article else None,
        }
    )


def _known(record: Record) -> Record:
    """Without what is not known: null, and empty texts and lists."""
    return {key: value for key, value in record.items() if value not in (None, "", [], {})}
