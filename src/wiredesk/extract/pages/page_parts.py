"""An HTML page taken apart: its outline, and what of it is headline, captions and body; for all who ask about it."""

from __future__ import annotations

from dataclasses import dataclass

from wiredesk.extract.body.choice import Body, choose_body
from wiredesk.extract.body.prose import settled
from wiredesk.extract.head.metadata import Metadata, read_metadata
from wiredesk.extract.pages.outline import Outline, outline_of
from wiredesk.extract.pictures.pictured import Pictured, find_captions
from wiredesk.extract.rules import Rules
from wiredesk.extract.sites.site_rules import NO_SITE, Site, site_of


@dataclass(frozen=True, kw_only=True)
class PageParts:
    """`pictured`: every caption and credit of the page, of this article or another, and `apart` the numbers of their
    blocks; `kept`: the numbers of the blocks that are the text, in order."""

    site: Site
    outline: Outline
    metadata: Metadata
    pictured: tuple[Pictured, ...]
    apart: frozenset[int]
    body: Body
    kept: tuple[int, ...]


def parts_of_page(text: str, url: str | None, rules: Rules) -> PageParts:
    """Take a page's markup apart: one parse, one walk. Never raises for what the markup is."""
    site = site_of(url, text) if rules.sites else NO_SITE
    outline = outline_of(text, site.remove)
    metadata = read_metadata(outline, url)
    heading = metadata.heading.number
    pictured = find_captions(outline, heading)
    apart = frozenset([number for one in pictured for number in one.numbers])
    body = choose_body(outline, heading, apart, rules.body, metadata.body)
    kept = settled(outline, body.blocks)
    return PageParts(
        site=site, outline=outline, metadata=metadata, pictured=pictured, apart=apart, body=body, kept=kept
    )
