"""Small articles and events with invented people, for the tests of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wiredesk.types import Article, Citation, Copy, CopySet, Event, Origin, Person, Published, Story

LINDQVIST = Person(name="Maren Lindqvist", role="Foreign Minister", country="NO")
OKELLO = Person(name="Samuel Okello-Tum", role="Defence Minister", country="UG")


def article(id_: str, day: str | None, text: str = "Maren Lindqvist will visit Uganda.") -> Article:
    return Article(
        id=id_,
        url=f"https://{id_}.example/",
        published=Published(value=date.fromisoformat(day) if day else None),
        body=(text,),
    )


def event(article_: Article, **fields: Any) -> tuple[str, Event]:
    text = article_.part("body")
    quote = Citation(
        article=article_.id, url=article_.url, part="body", quote=text, start=0, end=len(text), fields=("type", "when")
    )
    values: dict[str, Any] = {
        "type": "visit",
        "status": "announced",
        "principals": (LINDQVIST,),
        "destination": ("UG",),
        "evidence": (quote,),
    }
    return article_.id, Event(**(values | fields))


def by_id(*articles: Article) -> Mapping[str, Article]:
    return {one.id: one for one in articles}


def copy_set(id_: str, *articles: str) -> CopySet:
    return CopySet(
        id=id_,
        origin=Origin(credit="AP", article=articles[0], how="stated"),
        articles=tuple(Copy(id=one, share=1.0, relation="reprint") for one in articles),
    )


def story(id_: str, *articles: str) -> Story:
    return Story(id=id_, headline=None, articles=articles)
