"""Dates that an HTML page shows: by its headline, in its time elements, in what is marked as a date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from wiredesk.extract.byline import is_bare_name, is_byline, is_role
from wiredesk.extract.captions import is_caption
from wiredesk.extract.draft import DateCandidate
from wiredesk.extract.printed import read_stamp
from wiredesk.extract.visible import dates_of_line, is_date_line
from wiredesk.kit.html import Document, Node, attribute, text_lines, text_of
from wiredesk.kit.text import ends_sentence, fold, squeeze, words

_LEVELS = 6  # how far up from the headline its surroundings are looked for
_LINES = 30  # how many pieces of text below the headline count as its surroundings
_ABOVE = 3  # and how many above it
# Weight: a day that the page prints by its headline outweighs the metadata's, unless a time element that says
# "published" stands by them. Set on 279 real news pages.
_BY_HEADLINE = 3.2
_MARKED = "[class*=date], [class*=Date], [class*=publish], [class*=posted], [class*=stamp], [id*=date]"


def _headline_node(document: Document, headline: str | None) -> Node | None:
    wanted = fold(headline or "")
    nodes = [node for node in document.all("h1") if text_of(node)]
    return next(
        (node for node in nodes if wanted and wanted in fold(text_of(node))), nodes[0] if len(nodes) == 1 else None
    )


def printed_dates(document: Document, around: tuple[list[str], list[str]]) -> Iterator[DateCandidate]:
    """The day printed under the headline, whose `surroundings` these are; else the only day, or the one said to be of
    publication, in elements that are marked as dates."""
    if found := _under(*around):
        yield found
        return
    lines = [text for node in document.all(_MARKED)[:60] if len(text := text_of(node)) < 120 and is_date_line(text)]
    dated = [candidate for line in dict.fromkeys(lines) for candidate in dates_of_line(line)]
    said = [candidate for candidate in dated if candidate.weight == 1.0]
    days = {candidate.day for candidate in said or dated}
    if len(days) == 1:
        yield (said or dated)[0]


def surroundings(document: Document, headline: str | None) -> tuple[list[str], list[str]]:
    """The pieces of text just above the headline and just below it."""
    node = _headline_node(document, headline)
    if node is None:
        return [], []
    title = text_lines(node)
    parent: Node | None = node
    lines: list[str] = []
    above: list[str] = []
    for _ in range(_LEVELS):
        parent = parent.parent if parent is not None else None
        if parent is None or parent.tag in {"body", "html"}:
            break
        around = text_lines(parent)
        at = next((start for start in range(len(around)) if around[start : start + len(title)] == title), None)
        if at is None:
            continue
        above = around[max(0, at - _ABOVE) : at]
        lines = around[at + len(title) : at + len(title) + _LINES]
        if sum(len(line) for line in lines) > 600:
            break
    return above, lines


def deck_above_stamp(lines: list[str]) -> str | None:
    """The one sentence or two between a headline and its byline or stamp."""
    deck: str | None = None
    for line in lines[:5]:
        if is_byline(line) or is_date_line(line):
            return deck
        if len(words(line)) >= 6 and ends_sentence(line):
            if deck is not None:
                return None
            deck = line
    return None


def name_by_stamp(lines: list[str]) -> str | None:
    """A byline below a headline, or a bare name ("Jane Doe", "Jane Doe, Lima") right beside a stamp."""
    lines = [line for line in lines[:12] if not is_role(line.strip(" ,|"))]
    for at, line in enumerate(lines[:10]):
        beside = [lines[near] for near in (at - 1, at + 1) if 0 <= near < len(lines)]
        if is_byline(line):
            return line
        if is_bare_name(line.split(",")[0]) and len(words(line)) <= 5 and any(is_date_line(other) for other in beside):
            return line.split(",")[0]
    return None


def _under(above: list[str], lines: list[str]) -> DateCandidate | None:
    """The first day below a headline, or above it, that is not one of an update, before the text begins."""
    dated = [*_stamps(lines), *_stamps(above)]
    if not dated:
        return None
    best = next((candidate for candidate in dated if candidate.weight == 1.0), dated[0])
    return replace(best, weight=_BY_HEADLINE)


def _stamps(lines: list[str]) -> list[DateCandidate]:
    """The dates of lines that say little else, up to the second sentence (the first may be the deck); not updates."""
    found: list[DateCandidate] = []
    prose = 0
    label = ""
    for line in lines:
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


def time_elements(document: Document, headline: str | None) -> Iterator[DateCandidate]:
    """Days of time elements: one that says "published", or the first by the headline; several that disagree weigh
    little, for they belong to lists of other articles."""
    nodes = document.all("time, [itemprop=datePublished], abbr.published")[:12]
    near = _near_headline(document, headline)
    stamps = [_stamp(node) for node in nodes]
    agree = len({stamp[0] for stamp in stamps if stamp}) == 1
    for node, stamp in zip(nodes, stamps, strict=True):
        if stamp is None:
            continue
        marks = " ".join((attribute(node, "itemprop"), attribute(node, "class"), text_of(node))).lower()
        says = "datepublished" in marks or "pubdate" in node.attributes or "published" in marks or "posted" in marks
        updated = "modif" in marks or "updat" in marks
        weight = 0.3 if updated else 1.0 if says else 0.7 if agree or node.mem_id == near else 0.3
        evidence = squeeze(text_of(node) or attribute(node, "datetime"))[:120]
        yield DateCandidate(day=stamp[0], instant=stamp[1], method="time_element", evidence=evidence, weight=weight)


def _stamp(node: Node) -> tuple[date, datetime | None] | None:
    return read_stamp(
        attribute(node, "datetime") or attribute(node, "content") or attribute(node, "title") or text_of(node)
    )


def _near_headline(document: Document, headline: str | None) -> int | None:
    """Identity of the first time element in the nearest surroundings of the headline that have one."""
    parent = _headline_node(document, headline)
    for _ in range(_LEVELS - 1):
        parent = parent.parent if parent is not None else None
        if parent is None or parent.tag in {"body", "html"}:
            return None
        if found := parent.css_first("time"):
            return int(found.mem_id)
    return None
