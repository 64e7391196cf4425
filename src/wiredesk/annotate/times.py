"""Expressions of time over a whole article: headline, lead, body and captions, each mention with its part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wiredesk.kit import edtf
from wiredesk.kit.times import find_times
from wiredesk.kit.times.words import WEEKDAYS
from wiredesk.types import Article, TimeMention

__all__ = ["find_article_times", "find_times"]


def find_article_times(article: Article) -> tuple[TimeMention, ...]:
    """Mentions in reading order, parts as `Article.parts()`, offsets in the part's text.

    Resolved against `article.day`. Where that is unknown, a weekday equal to that of a dateline with its year
    is the dateline's day; the rest stays unplaced.
    """
    found: list[TimeMention] = []
    anchor = _dateline_day(article) if article.day is None else None
    for part in article.parts():
        for mention in find_times(article.part(part), article.day, part=part):
            if anchor and mention.edtf is None and _same_weekday(mention, anchor) and not part.startswith("caption"):
                found.append(replace(mention, edtf=anchor.isoformat(), rule="dateline_weekday"))
            else:
                found.append(mention)
    return tuple(found)


def _dateline_day(article: Article) -> date | None:
    value = article.dateline.day if article.dateline else None
    if value is None or not edtf.is_valid(value) or edtf.precision(value) != "day":
        return None
    return edtf.bounds(value)[0]


def _same_weekday(mention: TimeMention, day: date) -> bool:
    return mention.rule == "weekday" and WEEKDAYS.get(mention.text.split()[-1].rstrip(".").lower()) == day.weekday()
