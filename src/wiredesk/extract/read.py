"""Reading one page: the right reader for its kind, the shared anatomy, then the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from wiredesk.extract.anatomy import take_apart
from wiredesk.extract.days.published import published_of
from wiredesk.extract.draft import Draft
from wiredesk.extract.head.headline import without_name
from wiredesk.extract.language import language_of
from wiredesk.extract.records.record import NoRecord, load_record, read_record
from wiredesk.extract.rules import Rules
from wiredesk.extract.unreadable import what_else
from wiredesk.extract.wires.dateline import with_year
from wiredesk.kit.ids import article_id, mint
from wiredesk.kit.text import Decoded, decode, fold, looks_binary, squeeze
from wiredesk.kit.urls import host_of, web_address
from wiredesk.types import Article, Page, Problem

Tell = Callable[[str, str], None]
_DEFAULT = Rules()


def extract(page: Page, rules: Rules = _DEFAULT, *, known_as: str | None = None) -> Article:
    """Read a page into an article.

    Pure: no network, no clock, no files. Bad content never raises: what could not be read is told in
    `Article.problems`; a record's field that cannot be used is one such problem, and so are bytes that are no record.
    `known_as`: the article's id, where it has one already; to make it of a page without an address costs a twentieth.
    """
    told: list[tuple[str, str]] = []

    def tell(message: str, hint: str) -> None:
        told.append((message, hint))

    record: dict[str, Any] | None = None
    draft = _NOTHING
    if page.kind == "record":
        try:
            record = load_record(page.data)
            draft = read_record(record, rules, tell, page.published_by if page.published else "given")
        except NoRecord as error:
            if other := what_else(page.data):
                tell(f"this is {other[0]}: no text of a page", other[1])
            else:
                tell(str(error), "one JSON object is expected; mend it and add it again: it is kept as it came")
    else:
        draft = _draft(page, rules, tell)
    url = page.url or draft.url if record is not None else page.url
    identity = known_as or _identity(url, page.data, record)
    article = _article(identity, web_address(page.url) or draft.url, page, draft, rules)
    if record is not None and not article.body and not article.lead:  # what a record calls its text is its text
        article = replace(article, body=_as_given(draft, article))
    enough = page.teaser or (record and draft.paragraphs)  # a headline alone is what many a teaser is
    empty = draft is not _NOTHING and not article.body and not article.lead and not enough
    flash = article.dateline is not None  # an agency's is one sentence
    if draft.lacks is not None and not page.teaser and not (draft.lacks.kind == "short" and flash):
        tell(draft.lacks.message, draft.lacks.hint)
    elif empty:
        tell("no news text found on the page", "a menu, a video or a page behind a wall; look at it, or leave it out")
    printed = (article.outlet or "", *article.byline, *(article.part(part) for part in article.parts()))
    if damaged := sum(text.count("\ufffd") for text in printed):
        hint = "the record came with them; mend it at its source" if record else "fetch it again, or tell its charset"
        tell(f"{damaged} characters cannot be read", hint)
    if not told:
        return article
    source = page.url or page.name or identity
    problems = tuple(Problem(stage="extract", source=source, message=message, hint=hint) for message, hint in told)
    return replace(article, problems=problems)


_NOTHING = Draft()


def _as_given(draft: Draft, article: Article) -> tuple[str, ...]:
    captions = {fold(caption.text) for caption in article.captions}
    lines = [squeeze(paragraph) for paragraph in draft.paragraphs]
    return tuple(line for line in lines if line and fold(line) not in captions)


def _identity(url: str | None, data: bytes, record: dict[str, Any] | None) -> str:
    if record is not None and not url and record.get("id") not in (None, ""):
        return mint("a", "record", str(record["id"]))
    return article_id(url, data)


def _draft(page: Page, rules: Rules, tell: Tell) -> Draft:
    """Read the bytes by kind; `_NOTHING`, with the reason told, where they are no readable page."""
    data = page.data
    if len(data) > rules.max_page_bytes:
        tell(
            f"the page has {len(data) >> 20} MB and pages are read up to {rules.max_page_bytes >> 20} MB",
            "it is kept unread; save the article alone and add that",
        )
        return _NOTHING
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        tell("the page is empty", "fetch it again, or leave it out")
        return _NOTHING
    if other := what_else(data):
        tell(f"this is {other[0]}: no text of a page", other[1])
        return _NOTHING
    if page.kind == "unknown" or looks_binary(data):
        tell("this is no text: neither HTML nor a capture", "give the page's HTML or its visible text")
        return _NOTHING
    decoded = decode(data, page.charset)
    _tell_charset(decoded, tell)
    if page.kind == "text":
        from wiredesk.extract.captures.capture import read_capture

        return read_capture(decoded.text, rules)
    from wiredesk.extract.pages.html_page import read_html

    return read_html(decoded.text, page.url, rules)


def _tell_charset(decoded: Decoded, tell: Tell) -> None:
    if decoded.repaired and decoded.declared and decoded.declared.lower() != decoded.charset:
        tell(
            f"declared {decoded.declared}, in truth {decoded.charset}; read as that",
            "nothing to do, unless letters look wrong",
        )


def _article(identity: str, url: str | None, page: Page, draft: Draft, rules: Rules) -> Article:
    outlet = page.outlet or draft.outlet or _host(url)
    if draft.headline and (headline := without_name(draft.headline, outlet)) != draft.headline:
        draft = replace(draft, headline=headline)
    anatomy = take_apart(draft, outlet, rules)
    published = published_of(page, draft, anatomy, rules)
    dateline = anatomy.dateline
    if dateline is not None:
        dateline = replace(dateline, day=with_year(dateline.day, published.value))
    text = " ".join((*anatomy.lead, *anatomy.body))
    return Article(
        id=identity,
        url=url,
        outlet=outlet,
        headline=draft.headline,
        lead=anatomy.lead,
        sections=draft.sections,
        byline=anatomy.byline,
        credit=anatomy.credit,
        credit_basis=anatomy.credit_basis,
        dateline=dateline,
        published=published,
        modified=draft.modified,
        language=language_of(text, draft.language or page.language, rules),
        body=anatomy.body,
        captions=anatomy.captions,
        teaser=page.teaser,
        via=page.via,
    )


def _host(url: str | None) -> str | None:
    return host_of(url) if url else None
