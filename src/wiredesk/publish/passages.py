"""Passages of the outlets' texts, each within the excerpt cap: quotes in context, citation marks, excerpts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from wiredesk.kit.prose import short_day
from wiredesk.kit.urls import host_of
from wiredesk.publish.addresses import passage_url, web_url
from wiredesk.publish.rules import CONTEXT_WORDS, HEADLINE_WORDS, PAGE_LANGUAGE, WORD
from wiredesk.publish.words import fields_words
from wiredesk.types import Article, Citation, CitedSentence, SourceLine

Reported = Article | SourceLine
"""What a page knows of a report: the article itself, or the line that an approved edition kept of it."""
FindReported = Callable[[str], Reported | None]
"""Finds a report by its article's id."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A citation mark: `label` names the agency or outlet, `title` says all, `href` opens the passage."""

    label: str
    title: str
    href: str | None


@dataclass(frozen=True, kw_only=True)
class Words:
    """Words of a report, exactly: `text` is `Article.part(part)[start:end]`, in code points.

    `kept`: words that an edition or the ledger kept of a report which no longer holds them there, or is gone.
    `language` where it is another than the page's.
    """

    text: str
    article: str
    part: str
    start: int
    end: int
    language: str | None
    kept: bool


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A source sentence with its mark. `text` may be cut by the excerpt cap (`cut`); `words` says where it stands.

    `corrected`: the day of the last correction of its report, which these words may be older than.
    """

    text: str
    cut: bool
    mark: Mark
    language: str | None
    words: Words
    corrected: date | None = None


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A quote in its context: `before`, `quote` and `after` follow each other in the source, each within the cap."""

    before: Words
    cut_before: bool
    quote: Words
    cut: bool
    after: Words
    cut_after: bool
    mark: Mark
    part: str
    fields: tuple[str, ...]
    language: str | None


def clip(text: str, words: int) -> tuple[str, bool]:
    """The first `words` words of a text, and whether anything was left out."""
    if words <= 0:
        return "", bool(text.strip())
    count = 0
    end = 0
    for count, match in enumerate(WORD.finditer(text), start=1):
        if count > words:
            return text[:end], True
        end = match.end()
    return text, False


def clip_end(text: str, words: int) -> tuple[str, bool]:
    """The last `words` words of a text, and whether anything was left out."""
    found = list(WORD.finditer(text))
    if len(found) <= words:
        return text, False
    return (text[found[-words].start() :] if words > 0 else ""), bool(found)


def words_of(source: Reported | None, article: str, part: str, start: int, text: str) -> Words:
    """Words of a report at a place in it."""
    end = start + len(text)
    return Words(
        text=text,
        article=article,
        part=part,
        start=start,
        end=end,
        language=foreign(source),
        kept=_part(source, part)[start:end] != text,
    )


def words_in(article: Article, text: str) -> Words | None:
    """Words where an article has them first, whatever their case; None where it does not have them as whole words."""
    wanted = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE)
    for part in article.parts() if text.strip() else ():
        if found := wanted.search(article.part(part)):
            return words_of(article, article.id, part, found.start(), found[0])
    return None


def headline_words(source: Reported, article: str) -> Words | None:
    """A report's headline; None where it has none."""
    return words_of(source, article, "headline", 0, source.headline) if source.headline else None


def excerpt(article: Article, words: int) -> tuple[tuple[Words, ...], bool]:
    """The opening paragraphs of an article's body within the cap, and whether anything was left out."""
    shown: list[Words] = []
    start = 0
    for paragraph in article.body:
        text, cut = clip(paragraph, words)
        if text:
            shown.append(words_of(article, article.id, "body", start, text))
        if cut:
            return tuple(shown), True
        words -= len(WORD.findall(paragraph))
        start += len(paragraph) + len("\n\n")
    return tuple(shown), False


def first_words(source: Article | None, sentences: tuple[CitedSentence, ...] = ()) -> str:
    """Words that stand in for an unknown headline: the body's first, else the first cited sentence's."""
    text = next((p for p in source.body if p.strip()), "") if source else ""
    text = text or (sentences[0].text if sentences else "")
    words, cut = clip(text, HEADLINE_WORDS)
    return f"{words} …" if cut else words


def source_name(source: Reported | None, url: str | None = None) -> str:
    """The outlet as printed, else the host of its address, else that it is not named."""
    if source and source.outlet:
        return source.outlet
    address = web_url(source.url if source else url) or web_url(url)
    return (host_of(address) if address else None) or "an outlet not known"


def mark(citation: Citation, sources: FindReported, local: Mapping[str, str]) -> Mark:
    """The mark of a citation. Without an address of the outlet's it opens `local[article]`, a place on this site."""
    source = sources(citation.article)
    url = (source.url if source else None) or citation.url
    outlet = source_name(source, url)
    credit = source.credit if source else None
    name = f"{credit}, in {outlet}" if credit and credit != outlet else outlet
    day = f", {short_day(source.day)}" if source and source.day else ""
    return Mark(
        label=credit or outlet,
        title=f"{name}{day}",
        href=passage_url(url, citation) or local.get(citation.article),
    )


def sentence(cited: CitedSentence, sources: FindReported, local: Mapping[str, str], words: int) -> Sentence | None:
    """A blurb's or summary's sentence; None if the cap leaves nothing of it."""
    text, cut = clip(cited.text, words)
    if not text:
        return None
    where, source = cited.citation, sources(cited.citation.article)
    return Sentence(
        text=text,
        cut=cut,
        mark=mark(where, sources, local),
        language=foreign(source),
        words=words_of(source, where.article, where.part, where.start, text),
    )


def foreign(source: Reported | None) -> str | None:
    """The language of a report, where it is another than the page's own."""
    language = source.language if isinstance(source, Article) else None
    return language if language and language.split("-")[0].lower() != PAGE_LANGUAGE else None


def passage(citation: Citation, sources: FindReported, local: Mapping[str, str], words: int) -> Passage:
    """A citation's quote in the words around it, all together within the cap."""
    source = sources(citation.article)
    before, after = _context(citation, source)
    quote, cut = clip(citation.quote, words)
    room = max(0, words - len(WORD.findall(quote))) // 2
    before, cut_before = clip_end(before, min(CONTEXT_WORDS, room))
    after, cut_after = ("", False) if cut else clip(after, min(CONTEXT_WORDS, room))

    def placed(start: int, text: str) -> Words:
        return words_of(source, citation.article, citation.part, start, text)

    return Passage(
        before=placed(citation.start - len(before), before),
        cut_before=cut_before,
        quote=placed(citation.start, quote),
        cut=cut,
        after=placed(citation.end, after),
        cut_after=cut_after,
        mark=mark(citation, sources, local),
        part="caption" if citation.part.startswith("caption") else citation.part,
        fields=fields_words(citation.fields),
        language=foreign(source),
    )


def _context(citation: Citation, source: Reported | None) -> tuple[str, str]:
    """What stands around the quote in its own paragraph; the citation's own context if the text is not at hand."""
    text = _part(source, citation.part)
    if text and text[citation.start : citation.end] == citation.quote:
        return text[: citation.start].rpartition("\n\n")[2], text[citation.end :].partition("\n\n")[0]
    return citation.prefix.rpartition("\n\n")[2], citation.suffix.partition("\n\n")[0]


def _part(source: Reported | None, part: str) -> str:
    """The text of a report's part as it stands at the desk; empty where that is not at hand."""
    if not isinstance(source, Article):
        return ""
    try:
        return source.part(part)
    except KeyError:
        return ""
