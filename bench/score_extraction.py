"""Score extraction on pages whose text people marked: body F1, headline, day, pages a second.

DATA holds `bench/extraction/{scrapinghub,news}`, each with `ground-truth.json` and `html/ID.html.gz`. Body: precision
and recall of 4-token shingles (`\\w+`, lower case), averaged over pages; F1 of the averages. Day: over pages with a
gold day. Headline: equal but for letter case and marks. Rivals: trafilatura as it comes, and readability.
"""

from __future__ import annotations

import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from wiredesk import Page
from wiredesk.extract import extract

SETS = ("scrapinghub", "news")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a reader found on a page; `day` as YYYY-MM-DD."""

    body: str
    headline: str | None
    day: str | None


Reader = Callable[[bytes, str | None], Reading]


def read_with_wiredesk(data: bytes, url: str | None) -> Reading:
    article = extract(Page.html(data, url=url))
    day = article.published.value
    return Reading(
        body="\n".join((*article.lead, *article.body)), headline=article.headline, day=day.isoformat() if day else None
    )


def read_with_trafilatura(data: bytes, url: str | None) -> Reading:
    from trafilatura import bare_extraction

    found = bare_extraction(data, url=url, fast=True, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        return Reading(body="", headline=None, day=None)
    return Reading(body=found.text or "", headline=found.title, day=found.date)


def read_with_readability(data: bytes, _url: str | None) -> Reading:
    from lxml import html
    from readability import Document

    try:
        document = Document(data.decode("utf-8", "replace"))
        body = html.fromstring(document.summary()).text_content()
    except Exception:  # noqa: BLE001 - a rival's own failure is an empty answer
        return Reading(body="", headline=None, day=None)
    return Reading(body=body, headline=document.short_title(), day=None)


def rivals(data: Path) -> dict[str, dict[str, float]]:
    """The same figures by others; readability finds no day."""
    return {
        "trafilatura": score(data, reader=read_with_trafilatura),
        "readability": {
            name: figure for name, figure in score(data, reader=read_with_readability).items() if ".day" not in name
        },
    }


def shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text.lower())
    if 0 < len(tokens) < 4:
        return Counter([tuple(tokens)])
    return Counter(tuple(tokens[at : at + 4]) for at in range(len(tokens) - 3))


def precision_recall(gold: str, found: str) -> tuple[float, float]:
    expected, got = shingles(gold), shingles(found)
    common = (expected & got).total()
    return (
        common / got.total() if got else (0.0 if expected else 1.0),
        common / expected.total() if expected else (0.0 if got else 1.0),
    )


def plain(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", (text or "").lower()))


def score(data: Path, limit: int | None = None, reader: Reader = read_with_wiredesk) -> dict[str, float]:
    """Figures by set and measure, such as `news.body_f1`; `limit` pages of each set, in the order of their ids."""
    figures: dict[str, float] = {}
    for name in SETS:
        figures.update(
            {
                f"{name}.{measure}": value
                for measure, value in _score_set(data / "bench" / "extraction" / name, limit, reader).items()
            }
        )
    return figures


def _score_set(folder: Path, limit: int | None, reader: Reader) -> dict[str, float]:
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    precisions, recalls, headlines, days = [], [], [], []
    spent = 0.0
    for identity in sorted(gold)[:limit]:
        truth = gold[identity]
        page = gzip.decompress((folder / "html" / f"{identity}.html.gz").read_bytes())
        began = time.perf_counter()
        found = reader(page, truth.get("url") or truth.get("link"))
        spent += time.perf_counter() - began
        precision, recall = precision_recall(truth["articleBody"], found.body)
        precisions.append(precision)
        recalls.append(recall)
        if truth.get("title"):
            headlines.append(plain(truth["title"]) == plain(found.headline))
        if truth.get("date") and truth["date"] != "NaT":
            days.append(str(truth["date"])[:10] == found.day)
    p, r = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    figures = {"body_precision": p, "body_recall": r, "body_f1": 2 * p * r / (p + r) if p + r else 0.0}
    if headlines:
        figures["headline"] = sum(headlines) / len(headlines)
    if days:
        figures["day"] = sum(days) / len(days)
    figures["pages_per_second"] = len(precisions) / spent
    figures["pages"] = float(len(precisions))
    return figures
