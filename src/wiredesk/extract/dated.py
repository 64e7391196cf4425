"""Days that an HTML page gives for itself: in its JSON-LD, its head, its time elements, its address, and in print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from wiredesk.extract.addresses import day_of_url
from wiredesk.extract.captions import is_caption
from wiredesk.extract.draft import DateCandidate
from wiredesk.extract.outline import Block, Outline, Scope, Stamp
from wiredesk.extract.printed import read_stamp
from wiredesk.extract.visible import dates_of_line, is_date_line
from wiredesk.kit.text import ends_sentence, words
from wiredesk.types import PublishedMethod

_META = (
    "article:published_time", "og:article:published_time", "article:published", "parsely-pub-date", "sailthru.date",
    "datepublished", "date_published", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date",
    "publicationdate", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created",
    "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime", "og:published_time",
    "rnews:datepublished", "article_date_original", "originalpublicationdate", "ptime", "displaydate", "date",
)  # fmt: skip
_LEVELS = 6  # how far up from the headline its surroundings are looked for
_LINES = 30  # how many blocks below the headline count as its surroundings
_ABOVE = 3  # and how many above it
_ENOUGH = 600  # characters below the headline that end the search for its surroundings
# Weight: a day that the page prints by its headline outweighs the metadata's, unless a time element that says
# "published" stands by them. Set on 279 real news pages.
_BY_HEADLINE = 3.2
_MARKED = re.compile(r"date|publish|posted|stamp")


def date_candidates(
    outline: Outline, articles: Sequence[dict[str, Any]], heading: int | None, url: str | None
) -> list[DateCandidate]:
    """All days that a page may mean by its day of publication, in the order of trust.

    `articles`: the objects of its JSON-LD that are articles, the page's own first; `heading`: number of the block that
    is the headline.
    """
    found = [*_structured(articles), *_of_head(outline), *_time_elements(outline, heading), *_printed(outline, heading)]
    if address := day_of_url(url):
        found.append(address)
    return found


def modified(outline: Outline, articles: Sequence[dict[str, Any]]) -> datetime | None:
    """When the page says it was last changed, in UTC."""
    main = articles[0] if articles else {}
    stamp = read_stamp(str(main.get("dateModified") or outline.meta.get("article:modified_time", [""])[0]))
    return stamp[1] if stamp else None


def _structured(articles: Sequence[dict[str, Any]]) -> Iterator[DateCandidate]:
    for thing in articles:
        for key, weight in (("datePublished", 1.0), ("dateCreated", 0.5), ("uploadDate", 0.4)):
            if value := _text(thing.get(key)):
                yield from _stamped(
                    value, "json_ld", f"{key}: {value}", weight if thing is articles[0] else 0.6 * weight
                )
                break


def _text(value: Any) -> str | None:
    """A text value of JSON-LD, however wrapped."""
    if isinstance(value, list):
        return next((text for one in value if (text := _text(one))), None)
    if isinstance(value, dict):
        return _text(value.get("@value"))
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _of_head(outline: Outline) -> Iterator[DateCandidate]:
    for name in _META:
        for value in outline.meta.get(name, ())[:1]:
            weight = 1.0 if name.endswith("published_time") or "pub" in name else 0.8
            yield from _stamped(value, "meta", f"{name}: {value}", weight)


def _stamped(value: str, method: PublishedMethod, evidence: str, weight: float) -> Iterator[DateCandidate]:
    if stamp := read_stamp(value):
        yield DateCandidate(day=stamp[0], instant=stamp[1], method=method, evidence=evidence[:200], weight=weight)


def _time_elements(outline: Outline, heading: int | None) -> Iterator[DateCandidate]:
    """Days of time elements: one that says "published", or the first by the headline; several that disagree weigh
    little, for they belong to lists of other articles."""
    stamps = outline.stamps[:12]
    near = _near(outline, heading)
    read = [read_stamp(stamp.value or stamp.text) for stamp in stamps]
    agree = len({moment[0] for moment in read if moment}) == 1
    for stamp, moment in zip(stamps, read, strict=True):
        if moment is None:
            continue
        marks = f"{stamp.words} {stamp.text}".lower()
        says = "datepublished" in marks or "published" in marks or "posted" in marks
        updated = "modif" in marks or "updat" in marks
        weight = 0.3 if updated else 1.0 if says else 0.7 if agree or stamp is near else 0.3
        evidence = (stamp.text or stamp.value)[:120]
        yield DateCandidate(day=moment[0], instant=moment[1], method="time_element", evidence=evidence, weight=weight)


def _surrounding_scopes(outline: Outline, heading: int | None) -> Iterator[Scope]:
    if heading is None:
        return
    for level, scope in enumerate(outline.blocks[heading].scope.chain()):
        if level >= _LEVELS or scope.tag in {"body", "html"}:
            return
        yield scope


def _near(outline: Outline, heading: int | None) -> Stamp | None:
    """The first stamp in the nearest surroundings of the headline that have one."""
    for scope in _surrounding_scopes(outline, heading):
        found = next((stamp for stamp in outline.stamps if scope.covers(stamp.number)), None)
        if found is not None:
            return found
    return None


def _printed(outline: Outline, heading: int | None) -> Iterator[DateCandidate]:
    """The day printed under the headline; else the only day, or the one said to be of publication, in elements that
    are marked as dates."""
    above, below = _around(outline, heading)
    if found := _under(above, below):
        yield found
        return
    lines = [
        block.text
        for block in outline.blocks
        if len(block.text) < 120 and _MARKED.search(f"{block.words} {block.scope.words}") and is_date_line(block.text)
    ]
    dated = [candidate for line in dict.fromkeys(lines[:60]) for candidate in dates_of_line(line)]
    said = [candidate for candidate in dated if candidate.weight == 1.0]
    days = {candidate.day for candidate in said or dated}
    if len(days) == 1:
        yield (said or dated)[0]


def _around(outline: Outline, heading: int | None) -> tuple[list[Block], list[Block]]:
    """The blocks just above the headline and just below it."""
    if heading is None:
        return [], []
    blocks = outline.blocks
    above: list[Block] = []
    below: list[Block] = []
    for scope in _surrounding_scopes(outline, heading):
        above = blocks[max(scope.first, heading - _ABOVE) : heading]
        below = blocks[heading + 1 : min(scope.end, heading + 1 + _LINES)]
        if sum(len(block.text) for block in below) > _ENOUGH:
            break
    return above, below


def _under(above: Sequence[Block], below: Sequence[Block]) -> DateCandidate | None:
    """The first day below a headline, or above it, that is not one of an update, before the text begins."""
    dated = [*_in_lines(below), *_in_lines(above)]
    if not dated:
        return None
    best = next((candidate for candidate in dated if candidate.weight == 1.0), dated[0])
    return replace(best, weight=_BY_HEADLINE)


def _in_lines(blocks: Iterable[Block]) -> list[DateCandidate]:
    """The dates of lines that say little else, up to the second sentence (the first may be the deck); not updates."""
    found: list[DateCandidate] = []
    prose = 0
    label = ""
    for block in blocks:
        line = block.text
        if len(words(line)) >= 12 and ends_sentence(line):
            prose += 1
            if prose == 2:
                break
        elif is_date_line(line) and not is_caption(line):
            labelled = f"{label} {line}" if len(words(label)) <= 3 else line
            found += [
                replace(candidate, evidence=line[:120])
                for candidate in dates_of_line(labelled)
                if candidate.weight > 0.5
            ]
        label = line
    return found
