"""Hostile pages whose elements nest, overlap and repeat without end."""

from __future__ import annotations

from functools import partial

from tests.extract.hostile import Case, html

MANY = 100_000
_SHOWN = ("div", "b", "a", "font", "form", "table", "ul", "blockquote", "x-card", "span", "svg", "math", "tr")
_SHOWN_TOO = (
    *("button", "li", "p", "section", "nobr", "ruby", "details", "center", "dl", "h1", "label", "marquee"),
    *("article", "figure", "main", "dd", "i", "small", "video-js"),
)
_BROWSERS_DIFFER = ("select", "option", "object", "frameset")
_NOT_SHOWN = ("template", "iframe", "noscript", "textarea")
# What an opening repeats, with "{}" for a number where each must differ; all of it stands before the report.
_TANGLES: dict[str, tuple[str, int]] = {
    "bold and paragraphs overlap": ("<b><p>", 20_000),
    "paragraphs and bold overlap": ("<p><b>", 20_000),
    "bold with a name each and divisions overlap": ('<b id="{}"><div>', 20_000),
    "links and divisions overlap": ("<a href=x><div>", 40_000),
    "divisions closed by bold": ("<b><div></b>", 40_000),
    "four kinds of bold, none closed": ("<i><b><u><s>", 25_000),
    "tables in cells": ("<table><tr><td>", 40_000),
    "text fostered by tables": ("<table>x", 20_000),
    "bold fostered by tables": ("<table><b>x", 10_000),
    "links fostered by tables": ("<table><a href=x>", 40_000),
    "tables closed in cells, bold left open": ("<table><tr><td></table><b>", 10_000),
    "forms crossed with divisions": ("<form><div></form>", 40_000),
    "drawings with foreign objects": ("<svg><foreignObject><div>", 30_000),
    "formulas that break out": ("<math><mi><p>", 30_000),
    "closing tags of nothing": ("</p></b></div></table></svg>", 40_000),
    "lists of paragraphs of bold": ("<li><p><b>", 10_000),
    "links within links": ("<a href=x>", 100_000),
    "fonts of each size": ('<font size="{}">', 50_000),
    "captions within captions": ('<span class="caption">', 50_000),
    "bylines within bylines": ('<div class="byline">', 50_000),
    "articles in articles": ("<article>", 50_000),
    "figures in figures": ("<figure><figcaption>", 40_000),
    "the page begun again": ('<html a{}="1">', 60_000),
    "the body begun again": ('<body a{}="1">', 60_000),
    "the page begun again in odd letters": ('<hTmL a{}="1"><BoDy b{}="1">', 30_000),
}
_UNSEEN = frozenset({"drawings with foreign objects", "formulas that break out"})


def _nested(tag: str, times: int = MANY) -> tuple[str, str, str]:
    return f"<{tag}>" * times, f"</{tag}>" * times, ""


def _tangled(opening: str, times: int) -> tuple[str, str, str]:
    if "{}" not in opening:
        return opening * times, "", ""
    return "".join(opening.replace("{}", str(number)) for number in range(times)), "", ""


def _stamps(opening: str) -> tuple[str, str, str]:
    """Elements that carry a moment, one within the other, around a text of megabytes."""
    return opening * 400 + "Boats lay at the pier. " * 45_000 + "<p>", "", ""


def cases() -> list[Case]:
    """Nested a hundred thousand times, then tangled."""
    found = [html(f"nested {tag}", partial(_nested, tag)) for tag in _SHOWN]
    found += [html(f"nested {tag}", partial(_nested, tag, 30_000)) for tag in _SHOWN_TOO]
    found += [html(f"nested {tag}", partial(_nested, tag, 30_000), shown=None) for tag in _BROWSERS_DIFFER]
    found += [html(f"nested {tag}", partial(_nested, tag), shown=False) for tag in _NOT_SHOWN]
    found += [
        html(name, partial(_tangled, *tangle), shown=None if name in _UNSEEN else True)
        for name, tangle in _TANGLES.items()
    ]
    found += [
        html("times within times", lambda: _stamps('<time datetime="2026-03-10">'), shown=None),
        html("dates within dates", lambda: _stamps('<div itemprop="datePublished" content="2026-03-10">'), shown=None),
    ]
    return found
