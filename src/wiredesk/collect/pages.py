"""An answer from the web as a page, or what it is instead."""

from __future__ import annotations

from datetime import date, datetime

from wiredesk.collect.answers import Answer, without_secrets
from wiredesk.collect.problems import problem
from wiredesk.collect.sniff import FileKind, file_kind
from wiredesk.collect.walls import leads_home, wall_of
from wiredesk.kit.text import looks_binary
from wiredesk.kit.urls import host_of
from wiredesk.types import Page, Problem

_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}


def kind_of(answer: Answer) -> FileKind:
    """What an answer holds: by its content, then by its Content-Type."""
    if looks_binary(answer.data):
        return "unknown"
    return file_kind(answer.data, _SUFFIXES.get((answer.content_type or "").lower(), ""))


def read_answer(
    answer: Answer,
    at: datetime,
    *,
    outlet: str | None = None,
    source: str | None = None,
    published: date | None = None,
) -> tuple[Page | None, Problem | None]:
    """The page, and the trouble with it. A page that stands in an article's place is kept unread under its own address
    or none, so that it does not pass for the article."""
    kind = kind_of(answer)
    told = None
    if not answer.data.strip():
        told = _problem(answer, "the answer is empty", "try again later, or look at it in a browser")
    elif kind not in {"html", "text"}:
        what = answer.content_type or "data of no known kind"
        told = _problem(answer, f"this is no page that can be read, but {what}", _HINTS.get(kind, "leave it out"))
    elif leads_home(answer.url, answer.final):
        told = _problem(answer, f"it leads to {answer.final}: the page itself is gone", "leave it out")
    if told:
        return None, told
    wall = wall_of(answer.url, answer.final, answer.data, answer.charset) if kind == "html" else None
    moved = host_of(answer.final) != host_of(answer.url)  # a feed's or newsletter's redirector, which names no article
    asked = without_secrets(answer.url)
    url = answer.final if moved else asked
    page = Page(
        kind="unknown" if wall else "html" if kind == "html" else "text",
        data=answer.data,
        url=url if not wall else answer.final if answer.final != asked else None,
        outlet=outlet,
        source=source,
        name=asked,
        charset=answer.charset,
        fetched=at,
        published=published,
        published_by="feed" if published else "given",
    )
    if wall:
        told = _problem(
            answer,
            f"{wall} and not the article; it is kept unread",
            "open it in a browser, save the page, add the file",
        )
    return page, told


_HINTS: dict[str, str] = {
    "feed": 'this is a feed: give its source `kind = "feed"`',
    "sitemap": 'this is a sitemap: give it as a source with `kind = "sitemap"`',
    "opml": "this is a list of feeds: save it, then `wiredesk sources import FILE`",
    "mail": "save it and add the file",
    "mbox": "save it and add the file",
    "jsonl": "if it holds articles as JSON Lines, save it and add the file",
}


def _problem(answer: Answer, message: str, hint: str) -> Problem:
    return problem(without_secrets(answer.url), message, hint)
