"""What a page is before a template prints it."""

from __future__ import annotations

from typing import Any

from wiredesk.publish.rules import DESCRIPTION_CHARS

Content = dict[str, Any]
"""A template's names: `template`, `path`, `page_title`, `description`, and what that template prints."""


def describe(*texts: str | None) -> str:
    """A meta description: the texts in one line, cut at a word."""
    text = " ".join(" ".join(text.split()) for text in texts if text)
    if len(text) <= DESCRIPTION_CHARS:
        return text
    return text[:DESCRIPTION_CHARS].rsplit(" ", 1)[0] + " …"
