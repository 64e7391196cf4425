"""What a page's markup says about itself: JSON-LD first, then meta elements, then the time elements of the article."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wiredesk.extract.agencies import agency_of
from wiredesk.extract.draft import DateCandidate
from wiredesk.extract.json_ld import read_json_ld
from wiredesk.extract.phrases import SECTIONS
from wiredesk.extract.printed import read_stamp
from wiredesk.extract.shown import deck_above_stamp, name_by_stamp, printed_dates, surroundings, time_elements
from wiredesk.kit.html import Document, attribute, text_of
from wiredesk.kit.text import fold, squeeze
from wiredesk.kit.urls import host_of, web_address
from wiredesk.types import PublishedMethod

_ARTICLE_TYPES = re.compile(
    r"(?:Article|NewsArticle|Report|BlogPosting|LiveBlogPosting|OpinionNews|AnalysisNews|Posting|Review|Story"
    r"|Recipe)",
    re.IGNORECASE,
)
_META_DATES = (
    "article:published_time", "og:article:published_time", "article:published", "parsely-pub-date", "sailthru.date",
    "datepublished", "date_published", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date",
    "publicationdate", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created",
    "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime", "og:published_time",
    "rnews:datepublished", "article_date_original", "originalpublicationdate", "ptime", "displaydate", "date",
)  # fmt: skip
_META_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "headline",
)
_META_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dcterms.creator",
    "twitter:creator",
)
_META_SECTIONS = ("article:section", "parsely-section", "section", "category", "dc.subject.section")

_KICKER_WORDS = 3


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """What the markup says, each field from the most trustworthy place that has it."""

    headline: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    agency: str | None = None
    own: bool = False
    dates: tuple[DateCandidate, ...] = ()
    modified: datetime | None = None
    language: str | None = None
    body: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    deck: str | None = None


def read_metadata(document: Document, url: str | None) -> Metadata:
    """Read a parsed page's account of itself."""
    meta = _meta(document)
    articles = [thing for thing in read_json_ld(document) if _ARTICLE_TYPES.search(_types(thing))]
    main = articles[0] if articles else {}
    outlet = (
        _first(_names(main.get("publisher")))
        or meta.get("og:site_name", [None])[0]
        or meta.get("application-name", [None])[0]
        or _in_title(document, web_address(url) or _canonical(document, meta))
    )
    authors, agency, own = _authors(main, meta, document, outlet)
    headline = _headline(document, main, meta, outlet)
    above, below = surroundings(document, headline)
    if not authors and (name := name_by_stamp(below)):
        authors = (name,)
    modified = read_stamp(str(main.get("dateModified") or meta.get("article:modified_time", [""])[0]))
    html_node = document.first("html")
    language = (
        _text(main.get("inLanguage"))
        or (attribute(html_node, "lang") if html_node else "")
        or meta.get("og:locale", [""])[0]
    )
    return Metadata(
        headline=headline,
        outlet=outlet,
        url=web_address(url) or _canonical(document, meta),
        authors=authors,
        sections=_sections(document, main, meta) or tuple(line for line in above if line.lower() in SECTIONS)[-1:],
        agency=agency,
        own=own,
        dates=tuple(_dates(document, articles, meta, headline, (above, below))),
        deck=deck_above_stamp(below),
        modified=modified[1] if modified else None,
        language=language or None,
        body=_paragraphs(main.get("articleBody")),
        legal=tuple(
            text
            for node in document.all("footer, [class*=copyright]")
            if "©" in (text := text_of(node)[:600]) or "opyright" in text
        ),
    )


def _meta(document: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in document.all("meta[content]"):
        name = (
            attribute(node, "property")
            or attribute(node, "name")
            or attribute(node, "itemprop")
            or attribute(node, "http-equiv")
        ).lower()
        value = squeeze(html.unescape(attribute(node, "content")))
        if name and value:
            found.setdefault(name, []).append(value)
    return found


def _types(thing: dict[str, Any]) -> str:
    kind = thing.get("@type")
    return " ".join(str(one) for one in kind) if isinstance(kind, list) else str(kind or "")


def _text(value: Any) -> str | None:
    """A text value of JSON-LD, however wrapped."""
    if isinstance(value, list):
        return next((text for one in value if (text := _text(one))), None)
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("name"))
    return squeeze(html.unescape(value)) or None if isinstance(value, str) else None


def _paragraphs(value: Any) -> tuple[str, ...]:
    """The paragraphs of an `articleBody`, markup aside."""
    text = " ".join(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else value
    if not isinstance(text, str):
        return ()
    plain = re.sub(r"<(?:/p|br ?/?|/h\d|/li|/div)>", "\n", html.unescape(text), flags=re.IGNORECASE)
    return tuple(line for part in re.split(r"\n+", re.sub(r"<[^<>]{1,300}>", "", plain)) if (line := squeeze(part)))


def _names(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for one in value for name in _names(one)]
    text = _text(value)
    return [text] if text and not text.startswith(("http", "@", "#")) else []


def _first(values: list[str]) -> str | None:
    return values[0] if values else None


def _headline(document: Document, main: dict[str, Any], meta: dict[str, list[str]], outlet: str | None) -> str | None:
    """The visible h1 if the metadata agree with one, else JSON-LD, og:title, h1, title without the outlet's name."""
    h1 = [text for node in document.all("h1") if (text := text_of(node))]
    named = [
        text for text in (_text(main.get("headline")), *(meta.get(name, [None])[0] for name in _META_TITLES)) if text
    ]
    title_node = document.first("title")
    title = text_of(title_node) if title_node else ""
    for text in h1:
        folded = fold(text)
        for other in named:  # a kicker ("Opinion | ...") stands within the h1 of some sites: the metadata know better
            if (
                fold(other)
                and folded.endswith(fold(other))
                and 0 < len(folded.split()) - len(fold(other).split()) <= _KICKER_WORDS
            ):
                return other
        if any(
            folded and (folded in fold(other) or fold(other) in folded) for other in (*named, title) if fold(other)
        ) and (len(folded.split()) >= 3 or folded in {fold(other) for other in named}):
            return text
    for text in (*named, *(h1[:1] if len(h1) == 1 else ()), title, *h1):
        if stripped := _without_outlet(text, outlet):
            return stripped
    return None


def _in_title(document: Document, url: str | None) -> str | None:
    """The outlet's name, where the page's title ends (or begins) with a name that is the site's: "... - Town Times" at
    towntimes.com."""
    title = document.first("title")
    site = re.sub(r"[^a-z0-9.]", "", (host_of(url) if url else "") or "").split(".")[0].removeprefix("the")
    if title is None or not site:
        return None
    parts = re.split(r"\s+(?:[|»·•–—]|-|::)\s+", text_of(title))
    return next(
        (part for part in (parts[-1], parts[0]) if fold(part).replace(" ", "").removeprefix("the") == site), None
    )


def _without_outlet(title: str, outlet: str | None) -> str:
    """A title without the outlet's name behind (or before) a bar or dash."""
    parts = re.split(r"\s+(?:[|»·•–—]|-|::)\s+", title)
    if len(parts) < 2:
        return title
    if outlet and fold(parts[-1]) in fold(outlet) + " " + fold(outlet).replace(" ", ""):
        return title[: title.rindex(parts[-1])].rstrip(" |»·•–—-:")
    longest = max(parts, key=len)
    return longest if len(longest) > 0.6 * len(title) and len(longest.split()) >= 4 else title


def _authors(
    main: dict[str, Any], meta: dict[str, list[str]], document: Document, outlet: str | None
) -> tuple[tuple[str, ...], str | None, bool]:
    """Names, the agency among them or among the sources, and whether the outlet names itself."""
    names = _names(main.get("author")) or _names(main.get("creator"))
    if not names:
        names = [
            name for key in _META_AUTHORS if key in meta for name in meta[key] if not name.startswith(("http", "@"))
        ][:6]
    if not names:
        names = [
            text
            for node in document.all("[rel=author], [itemprop=author], .byline, .author-name, .byline-name")[:4]
            if 2 < len(text := text_of(node)) < 90
        ]
    sources = [
        *names,
        *_names(main.get("sourceOrganization")),
        *_names(main.get("provider")),
        *_names(main.get("copyrightHolder")),
    ]
    agency = next(
        (found for source in sources if (found := agency_of(source)) and fold(source) != fold(outlet or "")), None
    )
    if agency is None and outlet and agency_of(outlet):
        agency = agency_of(outlet)
    own = (
        bool(names)
        and outlet is not None
        and all(fold(name) in {fold(outlet), fold(f"{outlet} staff")} for name in names)
    )
    return tuple(dict.fromkeys(names)), agency, own


def _sections(document: Document, main: dict[str, Any], meta: dict[str, list[str]]) -> tuple[str, ...]:
    found = _names(main.get("articleSection")) or [value for name in _META_SECTIONS for value in meta.get(name, [])]
    found = found or [text_of(node) for node in document.all("a[rel~=category]")]
    parts = [part.strip() for value in found for part in re.split(r"\s*[,;|>]\s*", value) if part.strip()]
    return tuple(dict.fromkeys(part for part in parts if len(part) <= 40))[:6]


def _canonical(document: Document, meta: dict[str, list[str]]) -> str | None:
    node = document.first("link[rel=canonical]")
    return web_address(attribute(node, "href") if node else meta.get("og:url", [""])[0])


def _dates(
    document: Document,
    articles: list[dict[str, Any]],
    meta: dict[str, list[str]],
    headline: str | None,
    around: tuple[list[str], list[str]],
) -> Iterator[DateCandidate]:
    for thing in articles:
        for key, weight in (("datePublished", 1.0), ("dateCreated", 0.5), ("uploadDate", 0.4)):
            if value := _text(thing.get(key)):
                yield from _stamped(
                    value, "json_ld", f"{key}: {value}", weight if thing is articles[0] else 0.6 * weight
                )
                break
    for name in _META_DATES:
        for value in meta.get(name, [])[:1]:
            yield from _stamped(
                value, "meta", f"{name}: {value}", 1.0 if name.endswith("published_time") or "pub" in name else 0.8
            )
    yield from time_elements(document, headline)
    yield from printed_dates(document, around)


def _stamped(value: str, method: PublishedMethod, evidence: str, weight: float) -> Iterator[DateCandidate]:
    if stamp := read_stamp(value):
        yield DateCandidate(day=stamp[0], instant=stamp[1], method=method, evidence=evidence[:200], weight=weight)
