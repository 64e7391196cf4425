"""Who reads the pages: wiredesk and its rivals, each as one call from bytes to what it found.

A reader says what it gives, so that nobody is charged with what it never set out to find. Bare parsers find nothing:
they are timed to show what any reader must spend.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from wiredesk import Article, Page
from wiredesk.extract import Rules, extract


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a reader found on a page: `day` as YYYY-MM-DD, `byline` as names; `article` where wiredesk read it."""

    body: str = ""
    headline: str | None = None
    day: str | None = None
    byline: tuple[str, ...] = ()
    article: Article | None = None


@dataclass(frozen=True, kw_only=True)
class Reader:
    """A way to read a page. `gives`: which of `body`, `headline`, `day`, `byline` it sets out to find."""

    name: str
    read: Callable[[bytes, str | None], Reading]
    gives: frozenset[str] = frozenset()


def _wiredesk(rules: Rules) -> Callable[[bytes, str | None], Reading]:
    def read(data: bytes, url: str | None) -> Reading:
        article = extract(Page.html(data, url=url), rules)
        day = article.published.value
        return Reading(
            body="\n".join((*article.lead, *article.body)),
            headline=article.headline,
            day=day.isoformat() if day else None,
            byline=article.byline,
            article=article,
        )

    return read


def _trafilatura(*, fast: bool) -> Callable[[bytes, str | None], Reading]:
    def read(data: bytes, url: str | None) -> Reading:
        from trafilatura import bare_extraction

        found = bare_extraction(data, url=url, fast=fast, include_comments=False, with_metadata=True)
        if found is None or isinstance(found, dict):
            return Reading()
        names = tuple(found.author.split("; ")) if found.author else ()
        return Reading(body=found.text or "", headline=found.title, day=found.date, byline=names)

    return read


def _trafilatura_body(data: bytes, url: str | None) -> Reading:
    from trafilatura import bare_extraction

    found = bare_extraction(data, url=url, fast=True, include_comments=False, with_metadata=False)
    return Reading() if found is None or isinstance(found, dict) else Reading(body=found.text or "")


def _resiliparse(data: bytes, _url: str | None) -> Reading:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    return Reading(body=extract_plain_text(bytes_to_str(data, detect_encoding(data) or "utf-8"), main_content=True))


def _readability(data: bytes, _url: str | None) -> Reading:
    from lxml import html
    from readability import Document

    try:
        document = Document(data.decode("utf-8", "replace"))
        return Reading(
            body=html.fromstring(document.summary()).text_content(),
            headline=document.short_title(),
        )
    except Exception:  # noqa: BLE001 - a rival's own failure is an empty answer
        return Reading()


def _turbohtml(data: bytes, _url: str | None) -> Reading:
    import turbohtml

    turbohtml.parse(data, positions=False)
    return Reading()


def _lexbor(data: bytes, _url: str | None) -> Reading:
    from selectolax.lexbor import LexborHTMLParser

    LexborHTMLParser(data)
    return Reading()


_ALL = frozenset({"body", "headline", "day", "byline"})
WIREDESK = Reader(name="wiredesk", read=_wiredesk(Rules(sites=False)), gives=_ALL)
"""What all figures are of: no site's file is heeded."""
WITH_SITES = Reader(name="wiredesk_with_sites", read=_wiredesk(Rules()), gives=_ALL)
WITH_METADATA = "trafilatura_with_metadata"
TURBOHTML, LEXBOR = "parsing_turbohtml", "parsing_lexbor"
RIVALS = (
    Reader(name="trafilatura_fast", read=_trafilatura_body, gives=frozenset({"body"})),
    Reader(name=WITH_METADATA, read=_trafilatura(fast=True), gives=_ALL),
    Reader(name="trafilatura_not_fast", read=_trafilatura(fast=False), gives=_ALL),
    Reader(name="resiliparse", read=_resiliparse, gives=frozenset({"body"})),
    Reader(name="readability", read=_readability, gives=frozenset({"body", "headline"})),
    Reader(name=TURBOHTML, read=_turbohtml),
    Reader(name=LEXBOR, read=_lexbor),
)


def quieten() -> None:
    """Keep the rivals from telling of every page that they cannot read."""
    for name in ("trafilatura", "readability", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
