"""A page as collected comes in; an Article goes out: headline, lead, byline, credit, dateline, body, captions, day.
Decided here is what on a page is the news text and what is furniture, and which of its dates is its day.
Nothing is fetched, nothing is guessed: what the page does not say is None, and trouble is a Problem of the article.
"""

from __future__ import annotations

from wiredesk.extract.explain import explain
from wiredesk.extract.read import extract
from wiredesk.extract.rules import Rules

__all__ = ["Rules", "explain", "extract"]
