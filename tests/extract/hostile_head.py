"""Hostile pages that lie or run on in their heads, attributes, comments and structured data."""

from __future__ import annotations

import json
from datetime import timedelta

from tests.extract.hostile import DAY, HEADLINE, Case, html, markup

from wiredesk.types import Page

_DAYS = [str(DAY + timedelta(days=number % 3000)) for number in range(20_000)]


def _json_ld(inside: str) -> tuple[str, str, str]:
    return "", "", f'<script type="application/ld+json">{inside}</script>'


def _thing(**fields: object) -> str:
    return json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE, **fields})


def _behind(text: str) -> tuple[str, str, str]:
    return "", text, ""


def _before(text: str) -> tuple[str, str, str]:
    return text, "", ""


def _structured() -> list[Case]:
    deep = 50_000
    return [
        html("json-ld of 5 MB", lambda: _json_ld(_thing(articleBody="Boats lay at the pier. " * 220_000)), shown=None),
        html(
            "json-ld with 4,000 authors",
            lambda: _json_ld(_thing(author=[{"name": f"Ada {n}"} for n in range(4_000)])),
        ),
        html("json-ld with 100,000 things", lambda: _json_ld(json.dumps([json.loads(_thing())] * 20_000))),
        html("json-ld nested in arrays", lambda: _json_ld("[" * deep + "]" * deep)),
        html("json-ld nested in objects", lambda: _json_ld('{"@graph":' * deep + "1" + "}" * deep)),
        html("json-ld nested and never closed", lambda: _json_ld('{"a":[' * deep)),
        html("json-ld nested less than Python minds", lambda: _json_ld('{"@graph":[' * 400 + _thing() + "]}" * 400)),
        html("json-ld cut in the middle", lambda: _json_ld(_thing(articleBody="x" * 100_000)[:-50_000])),
        html("json-ld with one quote", lambda: _json_ld('"' + "\\" * 1_000_001)),
        html("json-ld with repeated keys", lambda: _json_ld("{" + '"datePublished":"2026-03-10",' * 50_000 + '"a":1}')),
        html(
            "json-ld of NaN and Infinity",
            lambda: _json_ld('{"@type":"NewsArticle","datePublished":NaN,"headline":Infinity,"author":-Infinity}'),
        ),
        html(
            "json-ld of numbers without end",
            lambda: _json_ld('{"@type":"NewsArticle","datePublished":' + "9" * 200_000 + ',"a":1e999999}'),
        ),
        html(
            "json-ld of half pairs",
            lambda: _json_ld('{"@type":"NewsArticle","headline":"' + "\\ud83d" * 50_000 + '","author":"\\udc00"}'),
        ),
        html(
            "json-ld of the wrong kinds",
            lambda: _json_ld(
                '{"@type":{"a":[1]},"headline":[[{}]],"author":[[1,null,{"name":{}}]],"datePublished":{"x":1},"image":7,"publisher":[null]}'
            ),
        ),
        html("json-ld of one number", lambda: _json_ld("1" * 1_000_000)),
        html(
            "100,000 json-ld scripts", lambda: ("", "", '<script type="application/ld+json">{"a":1}</script>' * 100_000)
        ),
        html(
            "20,000 json-ld articles",
            lambda: ("", "", f'<script type="application/ld+json">{_thing()}</script>' * 20_000),
        ),
        html("json-ld in a comment of a script", lambda: _json_ld("<!--" + "<!--" * 200_000 + "{}")),
    ]


def _heads() -> list[Case]:
    return [
        html("100,000 meta tags", lambda: ("", "", '<meta name="keywords" content="harbour">' * 100_000)),
        html("10,000 authors", lambda: ("", "", '<meta name="author" content="Ada Brugge">' * 10_000)),
        html(
            "100,000 meta names", lambda: ("", "", "".join(f'<meta name="a{n}" content="b">' for n in range(100_000)))
        ),
        html("20,000 meta days", lambda: ("", "", "".join(f'<meta name="x-date" content="{day}">' for day in _DAYS))),
        html("meta keywords of 5 MB", lambda: ("", "", f'<meta name="keywords" content="{"harbour, " * 500_000}">')),
        html("20,000 sections", lambda: ("", "", '<meta property="article:section" content="Harbour">' * 20_000)),
        html("a title of 5 MB", lambda: ("", "", f"<title>{'Minister | ' * 450_000}</title>")),
        html("100,000 titles", lambda: ("", "", "<title>Strandbote - Harbour</title>" * 100_000)),
        html("a title never closed", lambda: ("", "", "</title><title>" + "</titl" * 100_000), shown=False),
        html(
            "100,000 links of the head",
            lambda: ("", "", '<link rel="canonical" href="https://strandbote.example/1">' * 100_000),
        ),
        html(
            "a base64 picture of 5 MB",
            lambda: _before(f'<img src="data:image/png;base64,{"iVBORw0KGgo" * 450_000}" alt="">'),
        ),
        html("a description of dates", lambda: ("", "", f'<meta name="description" content="{" ".join(_DAYS)}">')),
        html(
            "years beyond the calendar",
            lambda: (
                "",
                "",
                '<meta name="date" content="99999-01-01"><meta name="pubdate" content="0000-00-00T99:99:99+99:99">'
                * 10_000,
            ),
        ),
    ]


def _attributes() -> list[Case]:
    several = "".join(f' a{number}="1"' for number in range(100_000))
    return [
        html("100,000 attributes", lambda: _before(f"<div{several}>")),
        html("a megabyte of one attribute", lambda: _before("<div" + " a=1" * 250_000 + ">")),
        html("a class of 5 MB", lambda: _before(f'<div class="{"caption byline date " * 250_000}"></div>')),
        html("a style of 5 MB", lambda: _before(f'<div style="none{" display" * 600_000}"></div>')),
        html("a tag's name of 5 MB", lambda: _before(f"<{'a' * 5_000_000}>")),
        html("an address of 1 MB", lambda: _before(f'<a href="https://x.example/{"%20" * 330_000}">harbour</a>')),
        html("an attribute never closed", lambda: _behind(f'<p class="{"harbour " * 600_000}')),
        html("attributes of a closing tag", lambda: _behind("</p" + " a=1" * 250_000 + ">")),
        html(
            "100,000 classes of their own",
            lambda: _behind("".join(f'<i class="author-{n}"></i>' for n in range(100_000))),
        ),
    ]


def _unclosed() -> list[Case]:
    long = "a " * 2_500_000
    return [
        html("a comment never closed", lambda: _before("<!--" + long), shown=False),
        html("a million comments", lambda: _before("<!---->" * 700_000)),
        html("comments that begin in comments", lambda: _before("<!--" + "<!--" * 1_000_000 + "-->")),
        html("dashes in a comment", lambda: _before("<!--" + "-" * 5_000_000 + ">"), shown=None),
        html("a script never closed", lambda: _before("<script>" + long), shown=False),
        html("a script of half closing tags", lambda: _before("<script>" + "</scrip" * 700_000), shown=False),
        html("a script in a comment in a script", lambda: _before("<script><!--" + "<script>" * 500_000), shown=None),
        html("a style never closed", lambda: _before("<style>" + long), shown=False),
        html("a plaintext", lambda: _before("<plaintext>" + long[:400_000]), shown=None),
        html("cdata never closed", lambda: _before("<svg><![CDATA[" + "]]" * 2_500_000), shown=False),
        html("cdata outside of drawings", lambda: _before("<![CDATA[" * 500_000), shown=None),
        html("a doctype of 5 MB", lambda: _before(f"<!DOCTYPE {long}>")),
        html("instructions", lambda: _before("<?" * 2_000_000 + ">")),
        html("angle brackets", lambda: _behind("<" * 1_000_000)),
    ]


def _addresses() -> list[Case]:
    def at(url: str) -> Page:
        return Page.html(markup(), url=url)

    return [
        Case(name="a page's address of 1 MB", make=lambda: at("https://strandbote.example/" + "2026/03/10/" * 90_000)),
        Case(name="a page's address of digits", make=lambda: at("https://strandbote.example/" + "20260310" * 60_000)),
        Case(name="a page's address of hyphens", make=lambda: at("https://strandbote.example/" + "-" * 500_000)),
        Case(name="a page's address that is none", make=lambda: at("https://[" + "::" * 100_000)),
        Case(name="a page's address of percent signs", make=lambda: at("https://x.example/?" + "%" * 300_000 + "#%zz")),
        Case(name="a host of dots", make=lambda: at("https://" + "a." * 100_000 + "example/")),
    ]


def cases() -> list[Case]:
    """Structured data, heads, attributes, what is never closed, and addresses."""
    return [*_structured(), *_heads(), *_attributes(), *_unclosed(), *_addresses()]
