"""A tiny corpus of invented pages, and a reader that finds what it is told to."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.extraction_readers import Reader, Reading

from wiredesk.types import Article, Caption, CreditBasis, Dateline

BODY = "The ferry to Oldharbour sailed again on Monday after a week of storms, its captain said."
ALL = frozenset({"body", "headline", "day", "byline"})


def write_corpus(folder: Path, news: Mapping[str, Mapping[str, Any]]) -> Path:
    """Write `news` as it is given and one page of `scrapinghub`; missing marks are filled in."""
    pages = {
        "scrapinghub": {"s1": {"articleBody": BODY, "url": "https://ferries.example/1"}},
        "news": {
            name: {
                "articleBody": BODY,
                "url": f"https://{name}.example/ferry",
                "title": "Ferry sails again",
                "authors": "Ada Moreno",
                "date": "2024-03-04",
                **marks,
            }
            for name, marks in news.items()
        },
    }
    for name, truths in pages.items():
        html = folder / "bench" / "extraction" / name / "html"
        html.mkdir(parents=True)
        (html.parent / "ground-truth.json").write_text(json.dumps(truths), encoding="utf-8")
        for identity in truths:
            (html / f"{identity}.html.gz").write_bytes(gzip.compress(identity.encode()))
    return folder


def reader_of(found: Mapping[str, Reading]) -> Reader:
    """A reader that knows what to find by the page's bytes, which are its id; the usual where it is not told."""
    usual = Reading(body=BODY, headline="Ferry Sails Again!", day="2024-03-04", byline=("Ada Moreno",))
    return Reader(name="told", read=lambda data, _url: found.get(data.decode(), usual), gives=ALL)


def article(
    *,
    credit: str | None = None,
    basis: CreditBasis = "unknown",
    place: str | None = None,
    byline: tuple[str, ...] = (),
    body: tuple[str, ...] = (BODY,),
    captions: tuple[Caption, ...] = (),
) -> Article:
    """An article of which only its anatomy matters."""
    return Article(
        id="a",
        credit=credit,
        credit_basis=basis,
        dateline=Dateline(place=place) if place else None,
        byline=byline,
        body=body,
        captions=captions,
    )
