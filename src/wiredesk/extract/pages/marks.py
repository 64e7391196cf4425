"""What class, id, role and the like say that an element is, in the conventions of the large publishing systems."""

from __future__ import annotations

import re
from functools import lru_cache

# Set by hand; how much each says against a block being news text is learned (`data/body.tsv`).
_KINDS = {
    "body": r"(?:article|story|post|entry|news|content|main|body)[-_]*(?:body|content|text|copy|txt)\b"
    r"|articlebody|bodytext|richtext|rich-text|paragraph|prose|wysiwyg|text-block|maintext",
    "article": r"article|story|\bpost\b|entry|hnews|hentry",
    "content": r"content|main|\btext\b",
    "comment": r"comment|disqus|respond|replies|discussion|reader-",
    "related": r"related|recommend|also-|you-may|suggest|further|see-also|recirc|outbrain|taboola|read-?next|readmore"
    r"|read-more|next-?(?:article|up|story|post)|prev|popular|trending|most-?(?:read|view)|latest"
    r"|more-(?:on|from|stor|news)|teaser|carousel|river|similar|inline-?(?:link|story|promo)|internal-?link|backlink",
    "card": r"\bcard|tile|grid|\bfeed|collection|\bitem|listing|\blist\b|headline-list|summary-list",
    "share": r"share|sharing|social|follow|facebook|twitter(?!-tweet)|whatsapp",
    "nav": r"\bnav|menu|breadcrumb|masthead|topbar|skip|pagination|pager|banner|header",
    "foot": r"foot|copyright|legal|disclaimer|colophon|terms",
    "aside": r"sidebar|aside|\brail|widget|secondary|right-?col",
    "ad": r"\bads?\b|\bad-|-ad\b|advert|sponsor|promo|dfp|partner|affiliate|commerce|product|deal|shop",
    "subscribe": r"newsletter|subscri|sign-?up|paywall|login|register|modal|popup|overlay|consent|cookie|gdpr|donat"
    r"|member|piano|\bcta|call-to-action|support",
    "caption": r"caption|credit|cutline|photo|image|\bimg|gallery|slide|figure",
    "media": r"video|(?<!instagram-)media|player|embed(?!ded-post)|audio|podcast|iframe",
    "post": r"twitter-tweet|tweet-|\btweet|instagram|fb-post|bluesky-|tiktok-|embedded-post",
    "byline": r"byline|author|writer|contributor|profile|\bbio",
    "meta": r"\bmeta|date|time|publish|posted|stamp|\binfo|dateline|location",
    "topic": r"\btags?\b|topic|keyword|categor|label|section-?name|kicker|eyebrow|overline",
    "summary": r"summary|\bdeck\b|\bdek\b|standfirst|\blead\b|lede|intro|excerpt|subtitle|sub-?head|description"
    r"|highlight|key-?(?:point|take)|bullet|tl-?dr|synopsis",
    "title": r"title|headline|heading",
    "quote": r"pull-?quote|quote",
    "unseen": r"hidden|sr-only|visually|screen-reader|print|collapse|noshow|offscreen",
    "note": r"correction|\bnote|editor|footnote|clarif",
    "tool": r"tool|button|\bbtn|icon|rating|vote|poll|survey|quiz|\btoc|table-of-contents|jump|feedback|report",
    "live": r"live|timeline|update|entry",
    "box": r"\bbox|callout|infobox|factbox|panel|inset|accordion|module",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _KINDS.items()}
_START = 3  # letters with which a pattern's alternatives begin; a few have two
_BEFORE = re.compile(r"(?:\\b|\(\?<!.*?\))+")  # what a pattern asks of the letters before
_LETTERS = re.compile(r"([a-z-]+)(\??)")
_NUMBER = re.compile(r"\d+")
_NOTHING: frozenset[str] = frozenset()


def _starts(pattern: str) -> set[str]:
    """The letters with which each alternative of a pattern begins: without one of these it cannot match."""
    found: set[str] = set()
    depth = start = 0
    for at, mark in enumerate(f"{pattern}|"):
        depth += (mark == "(") - (mark == ")")
        if mark != "|" or depth:
            continue
        asked = _BEFORE.match(pattern, start)
        begin = asked.end() if asked else start
        start = at + 1
        if pattern.startswith("(?:", begin):
            found |= _starts(pattern[begin + 3 : pattern.index(")", begin)])
        elif letters := _LETTERS.match(pattern, begin):
            found.add((letters[1][:-1] if letters[2] else letters[1])[:_START])  # what "?" follows may be missing
    return found


def _by_start() -> dict[str, tuple[str, ...]]:
    kinds_of: dict[str, tuple[str, ...]] = {}
    for name, pattern in _KINDS.items():
        for start in _starts(pattern):
            kinds_of[start] = (*kinds_of.get(start, ()), name)
    return kinds_of


_BY_START = _by_start()
_SHORT = tuple(sorted(start for start in _BY_START if len(start) < _START))


@lru_cache(maxsize=8192)  # the same few names mark most elements of a site
def kinds(words: str) -> frozenset[str]:
    """What the words of an element (`Scope.words`) say it is: `body`, `comment`, `related`, `caption` and so on."""
    found = _NOTHING
    for word in _NUMBER.sub("0", words).split():
        if said := _kinds_of(word):
            found = found | said if found else said
    return found


@lru_cache(maxsize=16384)  # words come again on other sites, lists of them hardly; numbers in them say nothing
def _kinds_of(word: str) -> frozenset[str]:
    """The same of one word. Only the patterns are tried of which a start stands in it: a tenth of the time."""
    may = {name for at in range(len(word) - _START + 1) for name in _BY_START.get(word[at : at + _START], ())}
    for start in _SHORT:
        if start in word:
            may.update(_BY_START[start])
    return frozenset([name for name in may if _PATTERNS[name].search(word)]) if may else _NOTHING
