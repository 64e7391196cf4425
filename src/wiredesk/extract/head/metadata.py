"""What a page says about itself: JSON-LD first, then meta elements, then the lines around its headline."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wiredesk.extract.bylines.authors import shown_authors
from wiredesk.extract.days.dated import modified
from wiredesk.extract.head.crumbs import crumbs_of
from wiredesk.extract.head.heading import Heading, find_heading
from wiredesk.extract.head.json_ld import read_json_ld
from wiredesk.extract.pages.outline import Block, Outline
from wiredesk.extract.wires.agencies import agency_of
from wiredesk.extract.wording.phrases import SECTIONS
from wiredesk.kit.text import fold, squeeze, whole, words
from wiredesk.kit.urls import host_of, web_address

_ARTICLE_TYPES = re.compile(
    r"(?:Article|NewsArticle|Report|BlogPosting|LiveBlogPosting|OpinionNews|AnalysisNews|Posting|Review|Story"
    r"|Recipe)",
    re.IGNORECASE,
)
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
    "cxenseparse:author",
    "twitter:creator",
)
_META_SECTIONS = ("article:section", "parsely-section", "section", "category", "dc.subject.section")
_SLOGAN = re.compile(r"\s+[-–—|~:·]\s+")
_SLOGAN_WORDS = 4  # no outlet of two names has so long a second one; set by hand
_BREADCRUMB = "BreadcrumbList"
_NESTED = 4  # levels within a value of JSON-LD that a text may be wrapped in
_RIGHTS_LENGTH = 600  # characters; of a line of rights that many count
_SHORT_CODE = re.compile(r"\[/?[a-z][\w-]*(?:\s[^\[\]]*)?\]")  # of publishing systems: [related id="1" title="..."]
_RIGHTS = re.compile(r"foot|copyright|legal")


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """What a page says of itself, each field from the most trustworthy place that has it. `articles`: its JSON-LD
    objects of articles, the page's own first; `body`: the paragraphs of `articleBody`; `rights`: the blocks that have a
    word of them, of which `legal` are those that stand where a page has them."""

    heading: Heading
    articles: list[dict[str, Any]] = field(default_factory=list)
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    agency: str | None = None
    own: bool = False
    modified: datetime | None = None
    language: str | None = None
    body: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    rights: tuple[Block, ...] = ()


def read_metadata(outline: Outline, url: str | None) -> Metadata:
    """Read a page's account of itself. Never raises for what the page is."""
    meta = outline.meta
    things = read_json_ld(outline.structured)
    articles = _own_first([thing for thing in things if _ARTICLE_TYPES.search(_types(thing))], outline)
    main = articles[0] if articles else {}
    address = web_address(url) or _canonical(outline)
    outlet = (
        _first(_names(main.get("publisher")))
        or _meta(meta, "og:site_name")
        or _meta(meta, "application-name")
        or _in_title(outline.title, address)
    )
    outlet = _without_slogan(outlet) if outlet else outlet
    named = [text for text in (text_of(main.get("headline")), *(_meta(meta, name) for name in _META_TITLES)) if text]
    heading = find_heading(outline, named, outlet)
    authors, agency, own = _authors(main, outline, heading, outlet)
    rights = _rights(outline)
    return Metadata(
        heading=heading,
        articles=articles,
        outlet=outlet,
        url=address,
        authors=authors,
        sections=_sections(things, main, outline, heading),
        agency=agency,
        own=own,
        modified=modified(outline, articles),
        language=text_of(main.get("inLanguage")) or outline.language or _meta(meta, "og:locale"),
        body=_paragraphs(main.get("articleBody")),
        legal=_legal(rights),
        rights=rights,
    )


def text_of(value: Any, depth: int = 0) -> str | None:
    """A text value of JSON-LD, however wrapped, on one line; None where there is none."""
    if isinstance(value, str):
        return squeeze(whole(html.unescape(value))) or None
    if depth < _NESTED:
        if isinstance(value, list):
            return next((text for one in value if (text := text_of(one, depth + 1))), None)
        if isinstance(value, dict):
            return text_of(value.get("@value") or value.get("name"), depth + 1)
    return None


def _meta(meta: dict[str, list[str]], name: str) -> str | None:
    """The first value of a meta element, None where it is missing or empty."""
    values = meta.get(name)
    return (squeeze(html.unescape(values[0])) or None) if values else None


def _types(thing: dict[str, Any]) -> str:
    kind = thing.get("@type")
    return " ".join(str(one) for one in kind) if isinstance(kind, list) else str(kind or "")


def _own_first(articles: list[dict[str, Any]], outline: Outline) -> list[dict[str, Any]]:
    """The objects of articles with the page's own first: others may be those that the page links to."""
    if len(articles) < 2:
        return articles
    titles = " ".join(fold(text) for text in (outline.title, *outline.meta.get("og:title", ())[:1]))
    for at, thing in enumerate(articles):
        headline = fold(text_of(thing.get("headline")) or "")
        if headline and headline in titles:
            return [thing, *articles[:at], *articles[at + 1 :]]
    return articles


def _paragraphs(value: Any) -> tuple[str, ...]:
    """The paragraphs of an `articleBody`, markup aside."""
    text = " ".join(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else value
    if not isinstance(text, str):
        return ()
    plain = whole(html.unescape(text))
    if '="' in plain:
        plain = _SHORT_CODE.sub(" ", plain)
    if "<" in plain:
        plain = re.sub(r"<(?:/p|br ?/?|/h\d|/li|/div)>", "\n", plain, flags=re.IGNORECASE)
        plain = re.sub(r"<[^<>]{1,300}>", "", plain)
    return tuple(line for part in plain.splitlines() if (line := squeeze(part)))


def _names(value: Any, depth: int = 0) -> list[str]:
    if isinstance(value, list):
        return [name for one in value for name in _names(one, depth + 1)] if depth < _NESTED else []
    text = text_of(value)
    return [text] if text and not text.startswith(("http", "@", "#")) else []


def _first(values: list[str]) -> str | None:
    return values[0] if values else None


def _without_slogan(outlet: str) -> str:
    """An outlet's name without the sentence that some set behind it: "Town Times - Your independent daily from ..."."""
    parts = _SLOGAN.split(outlet, maxsplit=1)
    many = len(parts) > 1 and len(words(parts[1])) >= _SLOGAN_WORDS > len(words(parts[0]))
    return parts[0] if many else outlet


def _in_title(title: str, url: str | None) -> str | None:
    """The outlet's name, where the page's title ends (or begins) with a name that is the site's: "... - Town Times" at
    towntimes.com."""
    site = re.sub(r"[^a-z0-9.]", "", (host_of(url) if url else "") or "").split(".")[0].removeprefix("the")
    if not title or not site:
        return None
    parts = re.split(r"\s+(?:[|»·•–—]|-|::)\s+", title)
    ends = (parts[-1], parts[0], title.partition(": ")[0])
    return next((part for part in ends if fold(part).replace(" ", "").removeprefix("the") == site), None)


def _authors(
    main: dict[str, Any], outline: Outline, heading: Heading, outlet: str | None
) -> tuple[tuple[str, ...], str | None, bool]:
    """Names, the agency among them or among the sources, and whether the outlet names itself."""
    stated = _names(main.get("author")) or _names(main.get("creator"))
    written = [
        [squeeze(html.unescape(name)) for name in values if not name.startswith(("http", "@", "/"))]
        for key in _META_AUTHORS
        if (values := outline.meta.get(key))
    ]
    names = shown_authors(outline, heading, stated, written, outlet)
    sources = [
        *(stated or names),
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


def _sections(
    things: list[dict[str, Any]], main: dict[str, Any], outline: Outline, heading: Heading
) -> tuple[str, ...]:
    """Sections as the metadata name them, else the path to the page, else the label above the headline."""
    meta = outline.meta
    found = _names(main.get("articleSection")) or [value for name in _META_SECTIONS for value in meta.get(name, ())]
    found = found or outline.filed or _path(things, heading.text)
    found = found or crumbs_of(outline, heading.number, heading.text)
    if not found and heading.kicker and heading.kicker.lower() in SECTIONS:
        found = [heading.kicker]
    parts = [part.strip() for value in found for part in re.split(r"\s*[,;|>]\s*", value) if part.strip()]
    return tuple(dict.fromkeys(part for part in parts if len(part) <= 40))[:6]


def _path(things: Iterable[dict[str, Any]], headline: str | None) -> list[str]:
    """The names of a breadcrumb path in JSON-LD between the front page and the article."""
    for thing in things:
        if _BREADCRUMB not in _types(thing):
            continue
        items = thing.get("itemListElement")
        names = [
            text_of(item.get("name")) or text_of(item.get("item"))
            for item in (items if isinstance(items, list) else ())
            if isinstance(item, dict)
        ]
        return [
            name for name in names[1:] if name and not name.startswith("http") and fold(name) != fold(headline or "")
        ]
    return []


def _canonical(outline: Outline) -> str | None:
    named = next((href for rel, href, _ in outline.links if rel == "canonical" and href), None)
    return web_address(named.strip() if named is not None else _meta(outline.meta, "og:url") or "")


def _rights(outline: Outline) -> tuple[Block, ...]:
    """The blocks with a sign or word of rights."""
    return tuple(
        block for block in outline.blocks if "©" in block.text or "opyright" in block.text or "(c)" in block.text
    )


def _legal(rights: Iterable[Block]) -> tuple[str, ...]:
    """The lines of rights: in the page's foot, or in what is marked as one."""
    return tuple(
        block.text[:_RIGHTS_LENGTH]
        for block in rights
        if any(scope.tag == "footer" or _RIGHTS.search(scope.words) for scope in block.scope.chain())
    )
