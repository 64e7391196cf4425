"""What the API shows of each noun: the record of `--json` within the excerpt cap, and nothing of the machine's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from inspect import cleandoc
from typing import Any, Literal, get_args, get_type_hints

import msgspec

from wiredesk import types
from wiredesk.faces.records import record
from wiredesk.publish import SiteData
from wiredesk.publish.capped import capped
from wiredesk.publish.differing import Allowance, within_cap
from wiredesk.publish.passages import clip
from wiredesk.publish.rules import WORD
from wiredesk.types import (
    Article,
    Citation,
    Copy,
    CopySet,
    Edition,
    Event,
    Notice,
    Origin,
    PersonRecord,
    Source,
    Story,
    Thread,
)


@dataclass(frozen=True, kw_only=True)
class Outlet:
    """An outlet that the desk has reports of, or that its settings name.

    `articles` is the number of its reports, `first` and `last` are their days. `owner`: outlets of one owner are one
    voice.
    """

    id: str
    name: str
    owner: str | None = None
    country: str | None = None
    language: str | None = None
    section: str | None = None
    articles: int = 0
    first: date | None = None
    last: date | None = None

    @classmethod
    def of(cls, key: str, name: str, source: Source | None, days: list[date | None]) -> Outlet:
        """An outlet by its settings, if it has any, and the days of its reports."""
        known = sorted(day for day in days if day)
        return cls(
            id=key,
            name=name,
            owner=source.owner if source else None,
            country=source.country if source else None,
            language=source.language if source else None,
            section=source.section if source else None,
            articles=len(days),
            first=known[0] if known else None,
            last=known[-1] if known else None,
        )


@dataclass(frozen=True, kw_only=True)
class PassageChanged:
    """A passage in which the copy `article` departs from its origin: `before` in the origin, `after` in the copy.

    `words` is its whole length. All citations of one article together are within the excerpt cap: one may be cut, and
    is null where nothing is left of it.
    """

    article: str
    kind: Literal["cut", "added", "changed", "moved"]
    words: int
    before: Citation | None
    after: Citation | None


@dataclass(frozen=True, kw_only=True)
class ComparedCopySet:
    """A copy set with what each copy cut, added, changed and moved of its origin, in the order of its articles."""

    id: str
    origin: Origin
    articles: tuple[Copy, ...]
    differences: tuple[PassageChanged, ...]


def compared(copies: CopySet, data: SiteData) -> ComparedCopySet:
    """A copy set with its copies compared, as far as the excerpt cap goes."""
    origin = data.articles.get(copies.origin.article)
    allowance = Allowance(data.excerpt_words)
    found = []
    for copy in copies.articles:
        article = data.articles.get(copy.id)
        if origin is None or article is None or article is origin or data.differences is None:
            continue
        for one in data.differences(origin, article):
            cited = one.after or one.before
            found.append(
                PassageChanged(
                    article=copy.id,
                    kind=one.kind,
                    words=len(WORD.findall(cited.quote)) if cited else 0,
                    before=within_cap(one.before, allowance),
                    after=within_cap(one.after, allowance),
                )
            )
    return ComparedCopySet(id=copies.id, origin=copies.origin, articles=copies.articles, differences=tuple(found))


def public_record(noun: object, words: int) -> Any:
    """A noun as plain JSON values, no passage of an outlet's text longer than `words`.

    An article comes without its `problems`, which are the desk's own, and says by `excerpt` whether anything of its
    text was left out.
    """
    if isinstance(noun, Article):
        short = _article(noun, words)
        plain = record(short)
        del plain["problems"]
        return plain | {"excerpt": any(short.part(part) != noun.part(part) for part in noun.parts())}
    return record(capped(noun, words))


def _article(article: Article, words: int) -> Article:
    lead, left = _opening(article.lead, words)
    body, _ = _opening(article.body, left)
    return replace(capped(article, words), lead=lead, body=body)


def _opening(paragraphs: tuple[str, ...], words: int) -> tuple[tuple[str, ...], int]:
    """The first paragraphs within the cap, and how many words are left of it."""
    shown = []
    for paragraph in paragraphs:
        text, cut = clip(paragraph, words)
        if text:
            shown.append(text)
        if cut:
            return tuple(shown), 0
        words -= len(WORD.findall(paragraph))
    return tuple(shown), max(0, words)


# ------------------------------------------------------------------------------------------------- schemas

NOUNS = (Article, CopySet, ComparedCopySet, Story, Thread, Event, PersonRecord, Notice, Edition, Outlet)
"""What the API lists."""


def schemas() -> dict[str, Any]:
    """JSON schemas of all that the API shows, by the names of the types, made from the types themselves."""
    _, made = msgspec.json.schema_components(NOUNS, ref_template="#/components/schemas/{name}")
    held = made["RoleHeld"]["properties"]  # see `record`
    held["from"], held["to"] = held.pop("first"), held.pop("last")
    article = made["Article"]["properties"]
    del article["problems"], made["Problem"]
    article["excerpt"] = {"type": "boolean", "description": "Whether anything of the text was left out."}
    for name, schema in made.items():
        schema["description"] = cleandoc(schema["description"])
        schema["required"] = list(schema["properties"])  # null for the unknown: no key is ever left out
        kinds = get_type_hints(getattr(types, name, Outlet))
        for field, one in schema["properties"].items():
            one.pop("default", None)
            if datetime in get_args(kinds.get(field)):
                one["anyOf"][0]["format"] = "date-time"  # RFC 3339; of types without a zone nobody could say so
    return made
