"""HTML pages: one parse, one walk; every part of the article is read from the outline that the walk leaves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from wiredesk.extract.body.prose import deck_of, edges_of, paragraphs_of
from wiredesk.extract.body.verdict import FRONT, lack_of
from wiredesk.extract.bylines.byline import is_byline
from wiredesk.extract.captures.capture import read_capture
from wiredesk.extract.days.dated import date_candidates, shown_change
from wiredesk.extract.days.visible import is_date_line
from wiredesk.extract.draft import Draft
from wiredesk.extract.head.heading import Heading, over_text
from wiredesk.extract.pages.outline import Block, Outline, outline_of
from wiredesk.extract.pages.page_parts import parts_of_page
from wiredesk.extract.pictures.pictured import captions_of, find_captions
from wiredesk.extract.rules import Rules
from wiredesk.kit.html import BLOCKS
from wiredesk.kit.text import ends_sentence, fold, has_words
from wiredesk.kit.urls import is_front_page

_DECK_LINES = 5  # below a headline, in which its deck and its byline or stamp stand
_DECK_WORDS = 6
_FRONT_LINKS = 10  # a site of one page has fewer; set by hand
_CLAIM_LENGTH = 300  # characters of a line of rights; set by hand
_CLAIM = re.compile(
    r"^(?!.*\b(?:photos?|images?|pictures?|video|getty|illustration)\b).*(?:\b(?:19|20)\d\d\b|rights reserved)", re.I
)

_NOTHING = Draft()


def read_html(text: str, url: str | None, rules: Rules) -> Draft:
    """Read a page's markup into a draft. Never raises for what the markup is."""
    parts = parts_of_page(text, url, rules)
    outline, found, kept, site = parts.outline, parts.metadata, parts.kept, parts.site
    shown = {outline.blocks[number].text for number in parts.apart}
    heading = over_text(outline, found.heading, kept, rules)
    shown_paragraphs = paragraphs_of(outline, kept, heading.number, found.authors)
    paragraphs = _fuller(shown_paragraphs, found.body, rules)
    lack = lack_of(outline, parts.body, heading.number, rules.body) if paragraphs == shown_paragraphs else None
    if lack is None and not found.articles and is_front_page(found.url) and _many_links(outline):
        lack = FRONT
    listed = lack is not None and lack.kind == "list"  # the openings of others are no text of this page
    if listed:
        paragraphs = ()
    elif paragraphs:
        dateline, closing = edges_of(outline, kept, parts.apart)
        paragraphs = (*([dateline] if dateline else []), *paragraphs, *closing)
    paragraphs = site.without_furniture(paragraphs)
    # What the eye sees, where markup fails.
    seen = _NOTHING if paragraphs or listed else read_capture(shown_text(outline), rules)
    wanted = fold(_deck_above_stamp(outline, heading) or deck_of(outline, kept) or "")
    # Headline and stamp may stand before it.
    deck = next((at + 1 for at, paragraph in enumerate(paragraphs[:3]) if wanted and fold(paragraph) == wanted), 0)
    dates = (*date_candidates(outline, found.articles, heading.number, found.url, site.order), *seen.dates)
    return Draft(
        headline=seen.headline or heading.text,
        outlet=site.outlet or found.outlet,
        url=found.url,
        sections=found.sections,
        bylines=found.authors or seen.bylines,
        agency=found.agency or site.agency,
        own=found.own,
        paragraphs=paragraphs or seen.paragraphs,
        repeats_stand=bool(paragraphs),
        lead_end=deck,
        captions=captions_of(outline, parts.pictured, heading.number, kept) or seen.captions,
        legal=tuple(
            line for line in (*found.legal, *_claims_behind(found.rights, kept)) if line not in shown
        ),  # "© Agency" under a picture is of that alone
        dates=dates,
        modified=found.modified or shown_change(dates),
        language=found.language,
        lacks=lack if paragraphs or listed else None,
    )


def _many_links(outline: Outline) -> bool:
    """Whether so many lines of a page are links as those of a site's front page are."""
    return sum([2 * block.linked > len(block.text) for block in outline.blocks]) >= _FRONT_LINKS


def _claims_behind(rights: Iterable[Block], kept: Sequence[int]) -> Iterator[str]:
    """The lines behind the text that claim its rights with a year or in so many words, marked as a foot or not."""
    for block in rights:
        if kept and block.number > kept[-1] and len(block.text) <= _CLAIM_LENGTH and _CLAIM.search(block.text):
            yield block.text


def read_fragment(markup: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Paragraphs and captions of a piece of markup that is all article, as feeds carry it, however short."""
    outline = outline_of(markup)
    pictured = [one for one in find_captions(outline) if _in_figure(outline.blocks[one.numbers[0]])]
    captions = captions_of(outline, pictured, None, ())
    apart = {number for one in pictured for number in one.numbers}
    return tuple(
        block.text for block in outline.blocks if block.number not in apart and not block.scope.hidden
    ), captions


def _fuller(body: tuple[str, ...], stated: tuple[str, ...], rules: Rules) -> tuple[str, ...]:
    """The body, or the one that the metadata state (`articleBody`) if it has much more prose: the markup of some sites
    hides half the article from any reader; or if it is the same text with its paragraphs kept apart."""
    if not stated:
        return body
    if len(stated) > len(body) and fold(" ".join(stated)) == fold(" ".join(body)):
        return body if any(line[0].islower() for line in stated) else stated  # its lines may break within a sentence
    if 2 * len(stated) < len(body):  # run together, and captions and links with it
        return body
    prose = sum(len(paragraph) for paragraph in body if ends_sentence(paragraph))
    return stated if sum(len(paragraph) for paragraph in stated) > rules.stated_body_ratio * max(prose, 1) else body


def shown_text(outline: Outline) -> str:
    """The text that a reader sees, as a capture gives it: a line for each block, a blank line between paragraphs."""
    pieces: list[str] = []
    before: Block | None = None
    for block in outline.blocks:
        if block.scope.hidden:
            continue
        if before is not None:
            pieces.append("\n" if before.scope is block.scope or not _parted(before, block) else "\n\n")
        pieces.append(block.text)
        before = block
    return "".join(pieces)


def _parted(before: Block, block: Block) -> bool:
    """Whether a paragraph, a heading or the like ends or begins between two blocks."""
    around = {id(scope) for scope in block.scope.chain()}
    common = next((scope.place for scope in before.scope.chain() if id(scope) in around), 0)
    return any(scope.tag in BLOCKS for one in (before, block) for scope in one.scope.chain() if scope.place > common)


def _in_figure(block: Block) -> bool:
    return any(scope.tag in {"figure", "figcaption"} or "wp-caption" in scope.words for scope in block.scope.chain())


def _deck_above_stamp(outline: Outline, heading: Heading) -> str | None:
    """The one sentence or two between a headline and its byline or stamp."""
    deck: str | None = None
    if heading.below is None:
        return None
    for block in outline.blocks[heading.below : heading.below + _DECK_LINES]:
        line = block.text
        if is_byline(line) or is_date_line(line):
            return deck
        if ends_sentence(line) and has_words(line, _DECK_WORDS):
            if deck is not None:
                return None
            deck = line
    return None
