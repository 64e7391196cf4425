"""Days that an HTML page gives for itself: in its JSON-LD, its head, its time elements, its address, and in print.

All are gathered, those too that are another's; what is refused keeps its reason. `published` weighs the rest.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from itertools import islice
from typing import Any

from wiredesk.extract.days.addresses import day_of_url
from wiredesk.extract.days.printed import Order, offset_of, read_stamp
from wiredesk.extract.days.stamped import shown_candidates
from wiredesk.extract.draft import DateCandidate
from wiredesk.extract.pages.outline import Outline
from wiredesk.extract.rules import CHANGED
from wiredesk.kit.text import fold
from wiredesk.types import PublishedMethod

_META = (
    "article:published_time", "og:article:published_time", "article:published", "parsely-pub-date", "sailthru.date",
    "datepublished", "date_published", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date",
    "publicationdate", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created",
    "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime", "og:published_time",
    "rnews:datepublished", "article_date_original", "originalpublicationdate", "ptime", "displaydate", "date",
)  # fmt: skip
# Other names that say the same; a name that says "modified" is never one of publication.
_SAYS_PUBLISHED = re.compile(
    r"publi(?:sh|c)\w*[^a-z]?(?:date|time|at|on)\b|(?:date|time)[^a-z]?\w*(?:publi|issued|created)|first[^a-z]?publi|issued"
    r"|pub[^a-z]?(?:date|time)|create[^a-z]?(?:at|time|date)|release[^a-z]?date"
)
_SAYS_MODIFIED = re.compile(r"modif|updat|expir|last|change|revis")
_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "date_modified",
    "dcterms.modified", "dc.date.modified", "article:modified", "lastmod", "last-modified",
    "rnews:datemodified", "article_date_updated",
)  # fmt: skip
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\D{0,20}((?:19|20)\d\d)\s*[-–—]\s*(?:19|20)\d\d", re.IGNORECASE)
_KEYS = (("datePublished", 1.0), ("dateCreated", 0.5), ("uploadDate", 0.4))
_NO_DAY = (date(1969, 12, 31), date(1970, 1, 1))  # the zero of clocks, as it falls east and west of Greenwich
_EARLIEST = date(1700, 1, 1)  # before it lies what systems write for "none", too: year 1, year 1601
_MOST = 40  # articles of the JSON-LD, and names of meta elements, that are looked at
_LEAST_SHARE = 0.5  # of words that two printings of one headline share; on 460 real pages none of a page's own has less
_UPDATE = "the day of an update"


def date_candidates(
    outline: Outline,
    articles: Sequence[dict[str, Any]],
    heading: int | None,
    url: str | None,
    order: Order | None = None,
) -> list[DateCandidate]:
    """All days that a page may mean by its day of publication, in the order of trust.

    `articles`: the objects of its JSON-LD that are articles, the page's own first; `heading`: number of the block that
    is the headline; `order`: what the site writes first in 03/04/2023, where that is known.
    """
    stated = [*_structured(outline, articles, heading, url), *_of_head(outline)]
    changes = [*_changes(outline, articles[:1])]
    shown = list(shown_candidates(outline, heading, url, order))
    known = {found.day for found in stated}
    if any(found.day not in known and not found.refused for found in shown) and (since := _rights_since(outline)):
        shown = [_in_reach(found, since, known) for found in shown]
    address = day_of_url(url)
    return [*stated, *shown, *((address,) if address else ()), *changes]


def modified(outline: Outline, articles: Sequence[dict[str, Any]]) -> datetime | None:
    """When the page says it was last changed, in UTC."""
    return next((found.instant for found in _changes(outline, articles[:1]) if found.instant), None)


def shown_change(dates: Iterable[DateCandidate]) -> datetime | None:
    """The latest moment, in UTC, at which the page tells its readers that it was changed; None where it gives no clock
    time with its zone."""
    return max(
        (found.instant for found in dates if found.updated and found.instant and not found.refused), default=None
    )


def _structured(
    outline: Outline, articles: Sequence[dict[str, Any]], heading: int | None, url: str | None
) -> Iterator[DateCandidate]:
    titles = [outline.title, *outline.meta.get("og:title", ())]
    if heading is not None:
        titles.append(outline.blocks[heading].text)
    known = [set(folded.split()) for title in titles if (folded := fold(title))]
    for thing in articles[:_MOST]:
        another = "" if _is_own(thing, known, url) else "the day of another article"
        for key, weight in _KEYS:
            value = _text(thing.get(key))
            found = _stamped(value, "json_ld", f"{key}: {value}", weight) if value else None
            if found is not None:
                refused = another or found.refused
                yield replace(found, weight=weight if thing is articles[0] else 0.6 * weight, refused=refused)
                if not found.refused:
                    break


def _is_own(thing: dict[str, Any], titles: list[set[str]], url: str | None) -> bool:
    """Whether an article of the JSON-LD is the page's: of its headline, or of its address."""
    headline = set(fold(_text(thing.get("headline") or thing.get("name")) or "").split())
    if not headline or not titles:
        return True
    if any(len(headline & title) >= _LEAST_SHARE * min(len(headline), len(title)) for title in titles):
        return True
    page = thing.get("url") or thing.get("mainEntityOfPage")
    address = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    return isinstance(address, str) and bool(url) and _path(address) == _path(url or "")


def _path(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/$", "", address)


def _text(value: Any) -> str | None:
    """A text value of JSON-LD, however wrapped."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("@value")
    if type(value) is int:  # seconds of the epoch
        return str(value)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _of_head(outline: Outline) -> Iterator[DateCandidate]:
    meta = outline.meta
    others = (name for name in meta if name not in _META and _says_published(name))
    for name in (*_META, *islice(others, _MOST)):
        for value in meta.get(name, ())[:1]:
            weight = 1.0 if name.endswith("published_time") or "pub" in name else 0.8
            found = _stamped(value, "meta", f"{name}: {value}", weight)
            if found is not None:
                yield found


@lru_cache(maxsize=4096)  # pages name the same few things, a hundred each
def _says_published(name: str) -> bool:
    return _SAYS_PUBLISHED.search(name) is not None and _SAYS_MODIFIED.search(name) is None


def _changes(outline: Outline, articles: Iterable[dict[str, Any]]) -> Iterator[DateCandidate]:
    """The days on which the markup says that the page was changed."""
    for thing in articles:
        if value := _text(thing.get("dateModified")):
            found = _stamped(value, "json_ld", f"dateModified: {value}", CHANGED)
            if found is not None:
                yield replace(found, updated=not found.refused, refused=found.refused or _UPDATE)
    for name in _MODIFIED:
        for value in outline.meta.get(name, ())[:1]:
            found = _stamped(value, "meta", f"{name}: {value}", CHANGED)
            if found is not None:
                yield replace(found, updated=not found.refused, refused=found.refused or _UPDATE)


def _stamped(value: str, method: PublishedMethod, evidence: str, weight: float) -> DateCandidate | None:
    stamp = read_stamp(value)
    if stamp is None:
        return None
    return DateCandidate(
        day=stamp[0],
        instant=stamp[1],
        method=method,
        evidence=evidence[:200],
        weight=weight,
        offset=offset_of(value),
        refused="what systems write for no day" if stamp[0] in _NO_DAY or stamp[0] < _EARLIEST else "",
    )


def _in_reach(found: DateCandidate, since: int, stated: Collection[date]) -> DateCandidate:
    """A shown day from before the first year for which the page claims rights is none of its own, unless its markup
    says so too: archives put on the web what is older than the site."""
    if found.day.year >= since or found.refused or found.day in stated:
        return found
    return replace(found, refused=f"before the years for which the page claims rights (from {since})")


def _rights_since(outline: Outline) -> int | None:
    """The first of the years in "© 2003-2023". A single year says when the page was served, or made over, and nothing
    of its articles: an archive of 1998 is served with "© 2023", and many a footer was never brought up to date."""
    for block in outline.blocks:
        if "©" in block.text or "opyright" in block.text:
            found = _RIGHTS.search(block.text)
            if found:
                return int(found[1])
    return None
