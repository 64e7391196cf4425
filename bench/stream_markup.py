"""The made-up stream's markup: six layouts with the furniture of news sites around one report."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from bench import stream_words as given


@dataclass(frozen=True, kw_only=True)
class Print:
    """A report as one outlet prints it."""

    outlet: str
    layout: str
    at: datetime
    headline: str
    paragraphs: tuple[str, ...]
    author: str
    agency: str | None
    town: str
    section: str

    @property
    def host(self) -> str:
        """The outlet's address."""
        return f"www.{self.outlet.lower().replace(' ', '')}.example"

    def url(self, number: int) -> str:
        """The page's address."""
        slug = "-".join(self.headline.lower().replace(",", "").split()[:8])
        return f"https://{self.host}/{self.section.lower()}/{self.at:%Y/%m/%d}/{slug}-{number}.html"


def markup(one: Print, number: int, around: Sequence[Print], dice: random.Random) -> str:
    """The page of a report, among links to others."""
    body = _LAYOUTS[one.layout](one)
    menu = "".join(f'<li class="nav-item"><a href="/{name.lower()}/">{name}</a></li>' for name in given.SECTIONS)
    links = [
        f'<div class="card teaser"><a class="card__link" href="{other.url(number)}">'
        f'<img src="/img/{dice.randrange(10**8)}.jpg" alt="" loading="lazy" width="320" height="180">'
        f'<span class="card__kicker">{other.section}</span> <span class="card__title">{escape(other.headline)}</span>'
        f"</a></div>"
        for other in around
    ]
    tools = "".join(f'<li><button type="button" class="tool">{words}</button></li>' for words in given.FURNITURE)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>{_head(one, number)}\n<style>{_style(dice)}</style>'
        f"<script>window.config = {_script(dice)};</script></head>\n"
        f'<body class="page page--{one.layout}">\n<header class="site-header"><a href="/" class="logo">{one.outlet}</a>'
        f'<nav class="main-nav"><ul>{menu}</ul></nav></header>\n<div class="wrapper">\n<main id="main">\n{body}\n'
        f'<section class="related"><h2>Related stories</h2>{"".join(links[:8])}</section></main>\n'
        f'<aside class="sidebar"><h2>Most read</h2>{"".join(links[8:])}</aside>\n</div>\n'
        f'<footer class="site-footer"><ul class="tools">{tools}</ul><p>© 2026 {one.outlet}. All rights reserved.</p>'
        f"</footer>\n<script>var state = {_script(dice)};</script>\n</body>\n</html>\n"
    )


def _head(one: Print, number: int) -> str:
    account = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": one.headline,
        "datePublished": one.at.isoformat(),
        "author": {"@type": "Person", "name": one.author},
        "publisher": {"@type": "Organization", "name": one.outlet},
        "articleSection": one.section,
    }
    stated = f'<script type="application/ld+json">{json.dumps(account)}</script>' if one.layout != "plain" else ""
    return (
        f'<meta charset="utf-8"><title>{escape(one.headline)} | {one.outlet}</title>'
        f'<meta property="og:title" content="{escape(one.headline)}">'
        f'<meta property="og:site_name" content="{one.outlet}"><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="{one.at.isoformat()}">'
        f'<meta name="viewport" content="width=device-width"><link rel="canonical" href="{one.url(number)}">{stated}'
    )


def _style(dice: random.Random) -> str:
    rules = (f".c{number}{{margin:{dice.randrange(40)}px;color:#{dice.randrange(4096):03x}}}" for number in range(60))
    return "".join(rules)


def _script(dice: random.Random) -> str:
    """A few thousand characters of state, as sites put them into their pages."""
    return json.dumps(
        [
            {"id": dice.randrange(10**9), "slot": f"ad-{number}", "size": [300, 250]}
            for number in range(dice.randint(20, 90))
        ]
    )


def _first(one: Print) -> str:
    """The first paragraph, with the dateline of an agency's report."""
    lead = f"{one.town.upper()}, {one.at:%B} {one.at.day} ({one.agency}) — " if one.agency else ""
    return escape(lead + one.paragraphs[0])


def _texts(one: Print) -> str:
    return "\n".join((f"<p>{_first(one)}</p>", *(f"<p>{escape(text)}</p>" for text in one.paragraphs[1:])))


def _byline(one: Print) -> str:
    return f"By {one.author}" + (f", {one.agency}" if one.agency else "")


def _article(one: Print) -> str:
    return (
        f'<article><h1>{escape(one.headline)}</h1><p class="byline">{_byline(one)}</p>'
        f'<time datetime="{one.at.isoformat()}">{one.at:%B} {one.at.day}, {one.at.year}</time>'
        f'<figure><img src="/img/lead.jpg" alt=""><figcaption>A {one.section.lower()} scene in {one.town}. '
        f"(Photo: {one.author})</figcaption></figure>{_texts(one)}</article>"
    )


def _entry(one: Print) -> str:
    return (
        f'<div class="post"><h1 class="entry-title">{escape(one.headline)}</h1><div class="entry-meta"><span '
        f'class="author vcard">{one.author}</span> <span class="date">{one.at:%d %B %Y}</span></div>'
        f'<div class="entry-content">{_texts(one)}</div></div>'
    )


def _story(one: Print) -> str:
    share = "".join(f'<a class="share" href="/share/{name}">{name}</a>' for name in ("mail", "print", "save"))
    return (
        f'<div class="story" itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">'
        f'{escape(one.headline)}</h1><div class="share-bar">{share}</div><div class="story-body" '
        f'itemprop="articleBody">{_texts(one)}</div></div>'
    )


def _deep(one: Print) -> str:
    depth = 12
    return (
        '<div class="grid">' * depth
        + f"<h1>{escape(one.headline)}</h1><div class='stamp'>{one.at:%A, %B} {one.at.day}, {one.at.year}</div>"
        + f"<div class='content__article-body'>{_texts(one)}</div>"
        + "</div>" * depth
    )


def _broken(one: Print) -> str:
    """Paragraphs left open, line breaks between, an advertisement in the middle."""
    half = len(one.paragraphs) // 2
    texts = [_first(one), *(escape(text) for text in one.paragraphs[1:])]
    advertisement = '<div class="ad-slot"><span>Advertisement</span></div>'
    return (
        f'<div id="article"><h1>{escape(one.headline)}</h1><p class="byline">{_byline(one)}<div class="article-text">'
        f"<p>{'<p>'.join(texts[:half])}{advertisement}<p>{'<p>'.join(texts[half:])}</div></div>"
    )


def _plain(one: Print) -> str:
    return f"<h1>{escape(one.headline)}</h1><p>{one.at:%B} {one.at.day}, {one.at.year}</p>{_texts(one)}"


_LAYOUTS: dict[str, Callable[[Print], str]] = {
    "article": _article,
    "entry": _entry,
    "story": _story,
    "deep": _deep,
    "broken": _broken,
    "plain": _plain,
}
LAYOUTS = tuple(_LAYOUTS)
