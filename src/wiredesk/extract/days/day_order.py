"""Whether 03/04/2023 is the third of April or the fourth of March on a page: by its other dates, its country, its
language."""

from __future__ import annotations

import re

from wiredesk.extract.days.printed import Order
from wiredesk.extract.pages.outline import Outline
from wiredesk.kit.urls import host_of

_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:19|20)\d\d\b")
_MONTH_FIRST = frozenset({"us", "ph", "pr", "gu", "fm"})  # countries that write the month first (CLDR, short dates)
_BOTH = frozenset({"ca", "za"})  # that write now one, now the other, or the year first
_AMERICAN = frozenset({"gov", "mil", "edu", "us"})
# Two letters that outlets take for their look, wherever they are: no sign of a country.
_ANYWHERE = frozenset(
    {"tv", "io", "co", "me", "ai", "fm", "ly", "to", "cc", "ws", "gg", "la", "is", "am", "eu", "news"}
)


def day_order(outline: Outline, url: str | None) -> tuple[Order | None, bool]:
    """What goes first, None if nothing says, and whether the page itself proves it by a day beyond twelve."""
    proofs: set[Order] = set()
    for block in outline.blocks:
        if len(block.text) < 200 and "20" in block.text:
            for first, _, second in _SLASHED.findall(block.text):
                if int(first) > 12:
                    proofs.add("day")
                elif int(second) > 12:
                    proofs.add("month")
    if len(proofs) == 1:
        return proofs.pop(), True
    return _of_country(url) or _of_language(outline), False


def _of_country(url: str | None) -> Order | None:
    last = (host_of(url) or "" if url else "").rsplit(".", 1)[-1]
    if last in _AMERICAN:
        return "month"
    if len(last) != 2 or last in _ANYWHERE or last in _BOTH:
        return None
    return "month" if last in _MONTH_FIRST else "day"


def _of_language(outline: Outline) -> Order | None:
    """By the language with its region, where one is given; English alone says nothing, every other language "day"."""
    stated = outline.language or next(iter(outline.meta.get("og:locale", ())), "")
    language, _, region = stated.lower().replace("_", "-").partition("-")
    if not language:
        return None
    if language != "en":
        return "day"
    if not region or region[:2] in _BOTH:
        return None
    return "month" if region[:2] in _MONTH_FIRST else "day"
