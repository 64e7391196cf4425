"""What each form of an edition says of its ten stories, read back from the form itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, TypeVar
from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser, LexborNode

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_COUNT = re.compile(r"(?P<one>[Oo]ne article)|(?P<own>\d+) independent sources?, (?P<all>\d+) articles")
_WITHDRAWN = "This report was withdrawn"
_NOBODY = (0, 0)
"""Of a story that was withdrawn no form says who told it."""
_Item = TypeVar("_Item")
_MARK = re.compile(r" \[[^\[\]]*\]$")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One story as one form tells it. `headline` None: the form says that it is printed without one.

    `new` and `blurb` are sentences word for word, each once. A feed says that it begins with what is new, not where
    that ends: all its sentences are in `blurb`. `independent` voices among so many `reports`.
    """

    rank: int
    headline: str | None
    new: tuple[str, ...]
    blurb: tuple[str, ...]
    independent: int
    reports: int
    returns: bool = False
    """The form says that there is something new."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """All that is said, what is new first, nothing twice."""
        return tuple(dict.fromkeys((*self.new, *self.blurb)))


def one_line(text: str) -> str:
    """Words with single spaces."""
    return " ".join(text.split())


def count_of(text: str) -> tuple[int, int]:
    """Independent voices and reports, of the words that say them."""
    found = _COUNT.search(text)
    assert found, f"no count of sources in {text!r}"
    if found["one"]:
        return 1, 1
    return int(found["own"]), int(found["all"])


def of_record(edition: Mapping[str, Any]) -> list[Told]:
    """The ten of a record: `edition.json`, the API, `wiredesk edition --json`."""
    return [_of_entry(entry) for entry in edition["entries"]]


def _of_entry(entry: Mapping[str, Any]) -> Told:
    return Told(
        rank=entry["rank"],
        headline=one_line(entry["headline"]) if entry["headline"] else None,
        new=_once(one["text"] for one in entry["new"]),
        blurb=_once(one["text"] for one in entry["blurb"]),
        independent=entry["independent_sources"],
        reports=len(entry["sources"]),
        returns=bool(entry["new"]),
    )


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one_line(text) for text in texts))


def of_page(html: str) -> list[Told]:
    """The ten of the front page or a day's page."""
    page = LexborHTMLParser(html)
    return [_of_article(article) for article in page.css("article.entry")]


def _of_article(article: LexborNode) -> Told:
    title = _first(article, "h2")
    summaries = [one_line(node.text()) for node in article.css("summary")]
    gone = "gone" in (article.attributes.get("class") or "").split()
    independent, reports = _NOBODY if gone else count_of(next(one for one in summaries if _COUNT.match(one)))
    return Told(
        rank=int(_first(article, ".rank").text()),
        headline=None if gone or "bare" in (title.attributes.get("class") or "") else one_line(title.text()),
        returns=article.css_first(".fresh") is not None,
        new=_once(node.text() for node in article.css(".blurb.new p > [data-article]")),
        blurb=_once(node.text() for node in article.css(".blurb:not(.new) p > [data-article]")),
        independent=independent,
        reports=reports,
    )


def _first(node: LexborNode, selector: str) -> LexborNode:
    found = node.css_first(selector)
    assert found is not None, f"no {selector} in {node.html}"
    return found


# ----------------------------------------------------------------------------------------------------- mail


def mail_parts(data: bytes) -> tuple[str, str]:
    """The plain and the HTML text of a letter."""
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None and html is not None
    return str(plain.get_content()), str(html.get_content())


def of_mail_text(text: str) -> list[Told]:
    """The ten of a letter's plain part."""
    parts = re.split(r"^(\d+)\. (.*)$", text.replace("\r\n", "\n").partition("\n-- \n")[0], flags=re.MULTILINE)[1:]
    return [_of_block(int(rank), title, body) for rank, title, body in zip(*[iter(parts)] * 3, strict=True)]


def _of_block(rank: int, title: str, body: str) -> Told:
    new: list[str] = []
    blurb: list[str] = []
    for paragraph in re.split(r"\n\s*\n", body.strip()):
        lines = paragraph.splitlines()
        fresh = lines[0].startswith("New") and lines[0].endswith(":")
        (new if fresh else blurb).extend(_MARK.sub("", line) for line in lines if _MARK.search(line))
    gone = title == _WITHDRAWN
    independent, reports = _NOBODY if gone else count_of(next(one for one in body.splitlines() if _COUNT.match(one)))
    return Told(
        rank=rank,
        returns=bool(new),
        headline=None if gone or "Printed without a headline" in body else one_line(title),
        new=_once(new),
        blurb=_once(blurb),
        independent=independent,
        reports=reports,
    )


def of_mail_html(html: str) -> list[Told]:
    """The ten of a letter's HTML part."""
    page = LexborHTMLParser(html)
    return [_of_letter_entry(node) for node in page.css("div.entry") if node.css_first(".rank")]


def _of_letter_entry(node: LexborNode) -> Told:
    title = _first(node, "h2")
    notes = [one_line(one.text()) for one in node.css("p.note")]
    gone = one_line(title.text()) == _WITHDRAWN
    independent, reports = _NOBODY if gone else count_of(next(text for text in notes if _COUNT.match(text)))
    fresh = [one.text() for one in node.css(".new .said span[dir]")]
    return Told(
        returns=node.css_first(".new") is not None,
        rank=int(_first(node, ".rank").text()),
        headline=None if "bare" in (title.attributes.get("class") or "") else one_line(title.text()),
        new=_once(fresh),
        blurb=tuple(one for one in _once(one.text() for one in node.css(".said span[dir]")) if one not in _once(fresh)),
        independent=independent,
        reports=reports,
    )


# ---------------------------------------------------------------------------------------------------- feeds


def of_rss(data: bytes) -> list[Told]:
    """The ten of the front page's RSS feed. Raises AssertionError where an item contradicts itself."""
    told = []
    items = list(ElementTree.fromstring(data).iter("item"))
    for item in _of_newest(items, [item.findtext("guid") or "" for item in items]):
        made = _of_item(item.findtext("title") or "", item.findtext(CONTENT) or "")
        _agrees(made, LexborHTMLParser(item.findtext("description") or "").text())
        told.append(made)
    return told


def _of_newest(items: list[_Item], ids: list[str]) -> list[_Item]:
    """The items of the newest edition: an id ends with its day; what was mended of earlier ones stands below."""
    day = ids[0].rpartition(":")[2] if ids else ""
    return [item for item, id_ in zip(items, ids, strict=True) if id_.endswith(f":{day}")]


def _agrees(made: Told, summary: str) -> None:
    """Raises AssertionError unless the short form of an item holds the sentences of the long one."""
    assert one_line(summary) == " ".join(made.sentences), f"rank {made.rank}: its summary says otherwise"


def of_json_feed(data: bytes) -> list[Told]:
    """The ten of the front page's JSON Feed. Raises AssertionError where an item contradicts itself."""
    told = []
    items = json.loads(data)["items"]
    for item in _of_newest(items, [item["id"] for item in items]):
        made = _of_item(item["title"], item["content_html"])
        assert made.rank == item["_wiredesk"]["rank"]
        lines = [_MARK.sub("", one_line(line)) for line in item["content_text"].splitlines()]
        assert [line for line in lines if line in made.sentences] == [*made.sentences], f"rank {made.rank}: its text"
        _agrees(made, item["summary"])
        told.append(made)
    return told


def _of_item(title: str, html: str) -> Told:
    page = LexborHTMLParser(f"<body>{html}</body>")
    texts = [one_line(node.text()) for node in page.css("p")]
    said = [_MARK.sub("", one_line(node.text())) for node in page.css("p[dir]")]
    ranks = [int(found[1]) for text in texts if (found := re.match(r"Rank (\d+):", text))]
    assert len(ranks) == 1, html
    independent, reports = count_of(next(text for text in texts if _COUNT.match(text)))
    return Told(
        rank=ranks[0],
        headline=one_line(title),
        new=(),
        blurb=_once(said),
        independent=independent,
        reports=reports,
        returns=any(re.match(r"New\b.*:$", text) for text in texts),
    )
