"""Reading one page: the right reader for its kind, the shared anatomy, then the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from wiredesk.extract.anatomy import Anatomy, take_apart
from wiredesk.extract.dateline import with_year
from wiredesk.extract.draft import DateCandidate, Draft
from wiredesk.extract.language import language_of
from wiredesk.extract.published import weigh, with_bounds
from wiredesk.extract.record import load_record, read_record
from wiredesk.extract.rules import Rules
from wiredesk.extract.statement import bounds, settled, statement_days
from wiredesk.kit.ids import article_id, mint
from wiredesk.kit.text import Decoded, decode, looks_binary
from wiredesk.kit.urls import host_of
from wiredesk.types import Article, Page, Problem, Published

Tell = Callable[[str, str], None]
_DEFAULT = Rules()


def extract(page: Page, rules: Rules = _DEFAULT) -> Article:
    """Read a page into an article.

    Pure: no network, no clock, no files. Bad content never raises: what could not be read is told in
    `Article.problems`. Raises ValueError only for a record whose fields cannot be used, naming the field.
    """
    record = load_record(page.data) if page.kind == "record" else None
    url = page.url or (read_record(record).url if record is not None else None)
    identity = _identity(url, page.data, record)
    problems: list[Problem] = []

    def tell(message: str, hint: str) -> None:
        problems.append(Problem(stage="extract", source=page.url or page.name or identity, message=message, hint=hint))

    draft = read_record(record) if record is not None else _draft(page, rules, tell)
    article = _article(identity, url, page, draft, rules)
    if draft is not _NOTHING and not article.body and not article.lead:
        tell("no news text found on the page", "a menu, a video or a page behind a wall; look at it, or leave it out")
    if damaged := sum(article.part(part).count("\ufffd") for part in article.parts()):
        tell(f"{damaged} characters cannot be read", "fetch the page again, or tell its charset")
    return replace(article, problems=tuple(problems))


_NOTHING = Draft()


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
    if page.kind == "unknown" or looks_binary(data):
        tell("this is no text: neither HTML nor a capture", "give the page's HTML or its visible text")
        return _NOTHING
    decoded = decode(data, page.charset)
    _tell_charset(decoded, tell)
    if page.kind == "text":
        from wiredesk.extract.capture import read_capture

        return read_capture(decoded.text, rules)
    from wiredesk.extract.html_page import read_html

    return read_html(decoded.text, page.url, rules)


def _tell_charset(decoded: Decoded, tell: Tell) -> None:
    if decoded.repaired and decoded.declared and decoded.declared.lower() != decoded.charset:
        tell(
            f"declared {decoded.declared}, in truth {decoded.charset}; read as that",
            "nothing to do, unless letters look wrong",
        )


def _article(identity: str, url: str | None, page: Page, draft: Draft, rules: Rules) -> Article:
    outlet = page.outlet or draft.outlet or _host(url or draft.url)
    anatomy = take_apart(draft, outlet, rules)
    published = _published(page, draft, anatomy, rules)
    dateline = anatomy.dateline
    if dateline is not None:
        dateline = replace(dateline, day=with_year(dateline.day, published.value))
    text = " ".join((*anatomy.lead, *anatomy.body))
    return Article(
        id=identity,
        url=url or draft.url,
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
        language=language_of(text, draft.language, rules),
        body=anatomy.body,
        captions=anatomy.captions,
    )


def _host(url: str | None) -> str | None:
    return host_of(url) if url else None


def _published(page: Page, draft: Draft, anatomy: Anatomy, rules: Rules) -> Published:
    """All candidates in the order of trust, weighed; then what the text proves."""
    from wiredesk.extract.addresses import day_of_url

    candidates = settled(list(draft.dates), list(anatomy.body[:2]), anatomy.dateline.day if anatomy.dateline else None)
    if page.published:
        evidence = page.published.isoformat()
        candidates.insert(0, DateCandidate(day=page.published, method=page.published_by, evidence=evidence))
    if found := day_of_url(page.url or draft.url):
        candidates.append(found)
    if anatomy.dateline and anatomy.dateline.day and not anatomy.dateline.day.startswith("XXXX"):
        day = datetime.strptime(anatomy.dateline.day, "%Y-%m-%d").replace(tzinfo=UTC).date()
        candidates.append(
            DateCandidate(day=day, method="dateline", evidence=f"{anatomy.dateline.place}, {day.isoformat()}")
        )
    opening = [
        ("headline", draft.headline or ""),
        *(("lead", text) for text in anatomy.lead),
        *(("body", text) for text in anatomy.body[:3]),
    ]
    candidates += statement_days(opening, anatomy.captions, rules)
    published = weigh(candidates, page.fetched, rules)
    after, before = bounds("\n\n".join((*anatomy.lead, *anatomy.body)), anatomy.captions, published.value)
    updates = [(found.day, found.evidence) for found in draft.dates if found.updated]
    if published.value is None and (updated := min(updates, default=None)):
        before = min(updated, before or updated)
    return with_bounds(published, after, before)
